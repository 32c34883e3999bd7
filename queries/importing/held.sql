-- 移出这份报告，会少掉哪些？ What goes if this report is taken out?
-- 一行 · one row: an imported report with its figures and items; none where the report is not imported
select
    r.report_id,
    name_of_report(r.title, r.file_name, r.report_id) as report_title,
    (select cast(count(*) as bigint) from figure as f where f.report_id = r.report_id) as figure_count,
    (select cast(count(*) as bigint) from item as i where i.report_id = r.report_id) as item_count
from report as r
where r.report_id = $report and r.origin = 'imported'
