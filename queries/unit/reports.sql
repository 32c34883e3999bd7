-- 哪些报告写了这个单位？ Which reports tell of this unit?
-- 一行一份报告 · one row: one report, the newest first
with counted as (
    select
        f.report_id,
        cast(sum(f.figure_count) as bigint) as figure_count,
        (select cast(count(*) as bigint) from finding as n  -- those that a badge tells, explanations too
         where n.report_id = f.report_id and n.kind not in ('unclaimed', 'not_read_back', 'no_figures', 'unknown_region')) as finding_count
    from reports_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as f
    group by f.report_id
)
select
    r.report_id,
    r.year,
    name_of_report(r.title, r.file_name, r.report_id) as report_title,
    r.kind,
    c.figure_count,
    c.finding_count,
    r.publisher,
    r.published,
    r.url,
    r.source_checked,
    r.origin
from counted as c
join report as r on r.report_id = c.report_id
order by r.year desc nulls last, r.published desc, r.report_id
