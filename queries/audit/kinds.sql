-- 各种发现各有多少，涉及几份报告？ How many findings of each kind, about how many reports?
-- 一行一种发现 · one row: one kind and severity of finding about the figures in scope
with scope as (
    select n.finding_id, n.report_id, n.kind, n.severity
    from finding as n
    where n.report_id in (select f.report_id from reports_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, null) as f)
)
select
    n.kind as finding_kind,
    n.severity,
    cast(count(*) as bigint) as finding_count,
    cast(count(distinct n.report_id) as bigint) as report_count
from scope as n
group by n.kind, n.severity
order by case n.severity when 'error' then 0 when 'warning' then 1 else 2 end, finding_count desc, n.kind
