-- 范围内有多少单位，多少公布了这一指标，各口径几家、几家可比，最新的数字有多旧？ Of the units in scope how many tell this measure, in which kinds, how new?
-- 一行一种口径；另有一行（口径为空）说全部单位 · one row: one kind with its units; and one row (kind '') for all units in scope
with told as (
    select q.unit_id, q.kind, bool_or(q.comparable) as comparable, max(q.year) as year
    from told_in_scope($measures, $year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as q
    group by q.unit_id, q.kind
),
newest as (
    select t.unit_id, max(t.year) as year
    from told as t
    group by t.unit_id
)
select
    n.kind,
    cast(count(*) as bigint) as unit_count,
    cast(count(*) filter (where n.comparable) as bigint) as alike_count,
    cast(null as bigint) as told_count,
    cast(null as bigint) as first_year,
    cast(null as bigint) as last_year,
    cast(null as bigint) as middle_year
from told as n
group by n.kind
union all
select
    '',
    (select cast(count(*) as bigint)
     from units_in_scope($measures, $year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as s),
    0,
    (select cast(count(*) as bigint) from newest),
    (select cast(min(w.year) as bigint) from newest as w),
    (select cast(max(w.year) as bigint) from newest as w),
    (select cast(quantile_disc(w.year, 0.5) as bigint) from newest as w)
order by kind
