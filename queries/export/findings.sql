-- 核查发现了什么？ What did the checks find?
-- 一行一个发现 · one row: one finding of one report, with the unit and year of the figures that it speaks of
with first_figure as (
    select
        n.finding_id,
        n.figure_ids ->> '$[0]' as figure_id
    from finding as n
)
select
    n.report_id as report,
    coalesce(u.unit_name, s.publisher) as unit,
    r.region_name as region,
    cast(coalesce(f.year, s.year) as bigint) as year,
    n.kind,
    n.severity,
    n.facts,
    n.spans,
    s.document_id
from finding as n
join first_figure as p on p.finding_id = n.finding_id
join report as s on s.report_id = n.report_id
left join figure as f on f.figure_id = p.figure_id
left join unit as u on u.unit_id = f.unit_id
left join region as r on r.region_id = coalesce(f.region_id, s.region_id)
order by r.sort_key, s.report_id, n.severity, n.kind, n.finding_id
