-- 筛选范围里核查发现了什么？ What did the checks find about the figures in scope?
-- 一行一个发现 · one row: one finding, with the unit and year of the first figure that it speaks of; the gravest first
with first_figures as (
    select n.*, coalesce(n.figure_ids ->> '$[0]', '') as figure_id
    from finding as n
    where ($severities is null or list_contains($severities, n.severity)) and ($kinds is null or list_contains($kinds, n.kind))
),
placed as (
    select f.figure_id, f.unit_id, f.region_id, f.year, f.instrument
    from figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, null) as f
    where f.figure_id in (select p.figure_id from first_figures as p)
),
reports as (  -- of findings about a report as a whole
    select distinct f.report_id
    from figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, null) as f
    where f.report_id in (select p.report_id from first_figures as p where p.figure_id = '')
)
select
    n.finding_id,
    n.report_id,
    n.kind as finding_kind,
    n.severity,
    n.facts,
    n.figure_ids,
    nullif(n.figure_id, '') as figure_id,
    f.unit_id,
    coalesce(u.unit_label, s.publisher) as unit_label,
    coalesce(u.short_name, s.publisher) as short_name,
    coalesce(r.region_label, '') as region_label,
    cast(coalesce(f.year, s.year) as bigint) as year,
    s.document_id is not null as has_text,
    s.title as report_title,
    s.publisher,
    s.published,
    s.url,
    s.source_checked
from first_figures as n
join report as s on s.report_id = n.report_id
left join placed as f on f.figure_id = n.figure_id
left join unit as u on u.unit_id = f.unit_id
left join region as r on r.region_id = coalesce(f.region_id, s.region_id)
where f.figure_id is not null or n.report_id in (select p.report_id from reports as p)
order by
    case n.severity when 'error' then 0 when 'warning' then 1 else 2 end,
    case when n.kind like '%total' then 0 when n.kind = 'base' then 1 else 2 end,
    f.year desc nulls last, r.sort_key, n.report_id, n.finding_id
