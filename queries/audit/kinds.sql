-- 各种发现各有多少，涉及几份报告？ How many findings of each kind, about how many reports?
-- 一行一种发现 · one row: one kind and severity of finding about the figures in scope
select
    n.kind as finding_kind,
    n.severity,
    cast(count(*) as bigint) as finding_count,
    cast(count(distinct n.report_id) as bigint) as report_count
from findings_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as p
join finding as n on n.finding_id = p.finding_id
group by n.kind, n.severity
order by case n.severity when 'error' then 0 when 'warning' then 1 when 'unsure' then 2 else 3 end, finding_count desc, n.kind
