-- 筛选范围里核查发现了什么？ What did the checks find about the figures in scope?
-- 一行一个发现 · one row: one finding, with the unit and year of the first figure that it speaks of; the gravest first
select
    n.finding_id,
    n.report_id,
    n.kind as finding_kind,
    n.severity,
    n.facts,
    n.figure_ids,
    p.figure_id,
    nullif(p.unit_id, '') as unit_id,
    coalesce(u.unit_label, s.publisher) as unit_label,
    coalesce(u.short_name, s.publisher) as short_name,
    coalesce(r.region_label, '') as region_label,
    cast(p.year as bigint) as year,
    s.document_id is not null as has_text,
    s.title as report_title,
    s.publisher,
    s.published,
    s.url,
    s.source_checked,
    s.origin
from findings_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as p
join finding as n on n.finding_id = p.finding_id
join report as s on s.report_id = p.report_id
left join unit as u on u.unit_id = p.unit_id
left join region as r on r.region_id = p.region_id
where ($severities is null or list_contains($severities, n.severity)) and ($finding_kinds is null or list_contains($finding_kinds, n.kind))
order by
    case n.severity when 'error' then 0 when 'warning' then 1 when 'unsure' then 2 else 3 end,
    case when n.kind like '%total' then 0 when n.kind = 'base' then 1 else 2 end,
    p.year desc nulls last, r.sort_key, n.report_id, n.finding_id
