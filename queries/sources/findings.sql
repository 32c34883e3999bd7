-- 核算和阅读时对这份报告提出了什么？ What did arithmetic and reading find about this report?
-- 一行一个发现 · one row: one finding, the gravest first
select
    n.finding_id,
    n.report_id,
    n.kind,
    n.severity,
    n.facts,
    n.spans,
    n.figure_ids
from finding as n
where n.report_id = $report
order by case n.severity when 'error' then 0 when 'warning' then 1 when 'unsure' then 2 else 3 end, n.finding_id
