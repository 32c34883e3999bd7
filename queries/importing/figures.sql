-- 这几份报告读出了哪些数字，各有几分把握？ What was read from these reports, how surely, and from which sentence?
-- 一行一个数字 · one row: one figure of the reports in $reports, in the order of the text
select
    f.figure_id,
    f.report_id,
    f.measure,
    f.category,
    f.qualifier,
    f.instrument,
    f.level,
    f.role,
    u.unit_label,
    u.unit_id,
    coalesce(g.region_label, '') as region_label,
    cast(f.year as bigint) as year,
    cast(f.month as bigint) as month,
    f.period,
    f.label,
    f.part,
    f.value,
    f.scale,
    f.basis,
    cast(f.confidence as double) as confidence_rate,
    f.reason,
    coalesce(substring(d.text, f.sentence_start + 1, f.sentence_end - f.sentence_start), '') as sentence,
    f.rule
from figure as f
join unit as u on u.unit_id = f.unit_id
left join region as g on g.region_id = f.region_id and f.region_id <> ''
join report as s on s.report_id = f.report_id
left join document as d on d.document_id = s.document_id
where list_contains($reports, f.report_id)
order by f.report_id, f.position
