-- 最新公布或导入的报告是哪些？ Which reports are the newest, by publication or import?
-- 一行一份报告 · one row: one report, the newest first; figure_count is of the whole report, as its page shows it
with wanted as (
    select distinct f.report_no
    from reports_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as f
    where not f.is_sample
),
whole as (
    select f.report_no, cast(sum(f.figure_count) as bigint) as figure_count
    from reports_in_scope(null, null, null, null, null, null, null, null, null, null) as f
    group by f.report_no
)
select
    r.report_id,
    strftime(r.imported_at, '%Y-%m-%d') as imported_day,
    r.published,
    name_of_report(r.title, r.file_name, r.report_id) as report_title,
    r.publisher,
    r.url,
    case when g.level = 'national' then g.region_label when p.level = 'provincial' then p.region_label else '' end as province_label,
    r.kind,
    c.figure_count,
    r.source_checked,
    r.origin
from wanted as w
join whole as c on c.report_no = w.report_no
join report as r on r.report_no = w.report_no
left join region as g on g.region_id = r.region_id
left join region as p on p.region_id = r.province_id
where r.published <> '' or r.imported_at is not null
order by greatest(coalesce(strftime(r.imported_at, '%Y-%m-%d'), ''), r.published) desc, r.report_id
limit 8
