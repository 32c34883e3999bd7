-- 这份报告从哪里来，原文是什么？ Where is this report from, and what is its text?
-- 一行 · one row: the report, with its text where it is stored
select
    r.report_id,
    name_of_report(r.title, r.file_name, r.report_id) as report_title,
    r.publisher,
    r.published,
    r.url,
    r.source_checked,
    r.kind,
    r.year,
    r.origin,
    r.imported_at,
    r.file_name,
    coalesce(g.full_name, g.region_label, '') as region_name,
    d.document_id,
    d.reader,
    d.format,
    d.text,
    d.blocks
from report as r
left join region as g on g.region_id = r.region_id
left join document as d on d.document_id = r.document_id
where r.report_id = $report
