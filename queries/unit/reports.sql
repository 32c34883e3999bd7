-- 哪些报告写了这个单位？ Which reports tell of this unit?
-- 一行一份报告 · one row: one report, the newest first
with found as (  -- those about the unit, as the list of findings has them; a report may have more about others
    select n.report_id, cast(count(*) as bigint) as finding_count
    from findings_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as n
    group by n.report_id
),
counted as (
    select f.report_id, cast(sum(f.figure_count) as bigint) as figure_count
    from reports_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as f
    group by f.report_id
)
select
    r.report_id,
    r.year,
    name_of_report(r.title, r.file_name, r.report_id) as report_title,
    r.kind,
    c.figure_count,
    coalesce(n.finding_count, 0) as finding_count,
    r.publisher,
    r.published,
    r.url,
    r.source_checked,
    r.origin
from counted as c
join report as r on r.report_id = c.report_id
left join found as n on n.report_id = c.report_id
order by r.year desc nulls last, r.published desc, r.report_id
