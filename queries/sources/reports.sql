-- 筛选范围里有哪些报告？另加指明要看的一份。 Which reports are in scope, and the one that is asked for?
-- 一行一份报告 · one row: one report, the newest year first
with counted as (
    select f.report_no, cast(sum(f.figure_count) as bigint) as figure_count
    from reports_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as f
    group by f.report_no
)
select
    r.report_id,
    name_of_report(r.title, r.file_name, r.report_id) as report_title,
    r.publisher,
    r.published,
    r.url,
    r.source_checked,
    coalesce(g.region_label, '') as region_label,
    coalesce(g.region_id, '') as region_id,
    coalesce(g.initials, '') as initials,
    r.kind,
    r.year,
    r.origin,
    r.document_id is not null as has_text,
    coalesce(c.figure_count, 0) as figure_count
from report as r
left join counted as c on c.report_no = r.report_no
left join region as g on g.region_id = r.region_id
where c.report_no is not null or r.report_id = $report
order by r.report_no
