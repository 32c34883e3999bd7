-- 满意率有几种口径，各有多少份报告、多少份能并排？ Which kinds of satisfaction rates are there, and how many reports of each can be compared?
-- 一行一种口径 · one row: one kind; and one row for all kinds together (kind '')
with found as (
    select q.kind, q.report_id, q.comparable
    from rates_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as q
    where q.measure = 'satisfaction_rate' and not q.stands_back and q.reason_not <> 'sample' and q.category in ('', 'satisfied', 'satisfied_or_basic')
)
select
    coalesce(f.kind, '') as kind,
    cast(count(distinct f.report_id) as bigint) as report_count,
    cast(count(distinct f.report_id) filter (where f.comparable) as bigint) as comparable_count
from found as f
group by grouping sets ((f.kind), ())
order by kind
