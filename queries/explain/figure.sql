-- 这个数字是从哪句话读出来的？ From which sentence was this figure read?
-- 一行 · one row: the figure with its sentence, rule and source; none where there is no such figure
select
    f.figure_id,
    f.report_id as report,
    u.unit_name as unit,
    r.region_label as region,
    cast(f.year as bigint) as year,
    f.period,
    f.instrument,
    f.level,
    f.role,
    f.measure,
    f.category,
    f.qualifier,
    f.part,
    f.label,
    f.value,
    f.scale,
    f.basis,
    f.rule,
    cast(f.confidence as double) as confidence,
    f.reason,
    cast(f.number_start as bigint) as number_start,
    cast(f.number_end as bigint) as number_end,
    cast(f.sentence_start as bigint) as sentence_start,
    cast(f.sentence_end as bigint) as sentence_end,
    d.text,
    s.title as report_title,
    s.publisher,
    s.published,
    s.url,
    s.source_checked,
    s.file_name
from figure as f
join unit as u on u.unit_id = f.unit_id
join region as r on r.region_id = f.region_id
join report as s on s.report_id = f.report_id
left join document as d on d.document_id = s.document_id
where f.figure_id = $figure_id
