-- 范围内有多少单位，多少公布了议题分布，几家成套，最新的有多旧？ Of the units in scope how many tell their topics, how many in whole sets, how new?
-- 一行成套与否；另有一行（空）说全部单位 · one row: whole sets or scattered ones, with their units; and one row (kind '') for all units in scope
with told as (
    select c.unit_id, case when c.reason_not = '' then 'whole' else 'scattered' end as kind, c.reason_not = '' as comparable, max(c.year) as year
    from topics_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as c
    where c.is_first
    group by all
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
    (select cast(count(distinct s.unit_id) as bigint)
     from reports_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as s),
    0,
    (select cast(count(*) as bigint) from newest),
    (select cast(min(w.year) as bigint) from newest as w),
    (select cast(max(w.year) as bigint) from newest as w),
    (select cast(quantile_disc(w.year, 0.5) as bigint) from newest as w)
order by kind
