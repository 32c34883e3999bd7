-- 范围内的单位，各指标有多少家公布、多少家没有，最多有几家同口径可比，数字有多旧？ Of the units in scope how many tell each measure, how many alike, how new?
-- 一行一个指标，没有单位公布的也列出 · one row: one of $measures, those that nobody tells included; alike_kind is the kind in which most units can be compared
with told as (
    select q.measure, q.unit_id, q.kind, bool_or(q.comparable) as comparable, max(q.year) as year
    from told_in_scope($measures, $year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as q
    group by q.measure, q.unit_id, q.kind
),
kinds as (
    select t.measure, t.kind, count(*) filter (where t.comparable) as alike_count
    from told as t
    group by t.measure, t.kind
    qualify row_number() over (partition by t.measure order by alike_count desc, t.kind) = 1
),
newest as (
    select t.measure, t.unit_id, max(t.year) as year
    from told as t
    group by t.measure, t.unit_id
),
counted as (
    select n.measure, count(*) as told_count, min(n.year) as first_year, quantile_disc(n.year, 0.5) as middle_year, max(n.year) as last_year
    from newest as n
    group by n.measure
),
scope as (
    select count(*) as unit_count
    from units_in_scope($measures, $year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics)
)
select
    w.measure,
    s.unit_count,
    coalesce(c.told_count, 0) as told_count,
    s.unit_count - coalesce(c.told_count, 0) as silent_count,
    case when k.alike_count > 0 then k.kind else '' end as alike_kind,
    coalesce(k.alike_count, 0) as alike_count,
    cast(c.first_year as bigint) as first_year,
    cast(c.middle_year as bigint) as middle_year,
    cast(c.last_year as bigint) as last_year
from (select unnest(cast($measures as varchar[])) as measure) as w
cross join scope as s
left join counted as c on c.measure = w.measure
left join kinds as k on k.measure = w.measure
order by list_position($measures, w.measure)
