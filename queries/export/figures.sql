-- 这样筛选有哪些数字，各从哪里来？ Which figures are in scope, and where does each come from?
-- 一行一个数字 · one row: one figure; the columns of docs/domain.md first ('' = not said), then place, sentence and source
select
    f.report_id as report,
    u.unit_name as unit,
    r.region_name as region,
    cast(f.year as bigint) as year,
    cast(f.month as bigint) as month,
    f.period,
    f.instrument,
    f.level,
    f.role,
    f.measure,
    f.category,
    f.qualifier,
    case when f.part then 'yes' else '' end as part,
    f.label,
    coalesce(p.rule, '') as placed_by,
    f.value,
    f.scale,
    f.basis,
    coalesce(substring(d.text, f.sentence_start + 1, f.sentence_end - f.sentence_start), '') as quote,
    cast(f.number_start as bigint) as number_start,
    cast(f.number_end as bigint) as number_end,
    cast(f.sentence_start as bigint) as sentence_start,
    cast(f.sentence_end as bigint) as sentence_end,
    f.rule,
    cast(f.confidence as double) as confidence,
    f.reason,
    u.unit_kind,
    u.bureau_kind,
    r.region_id as region_code,
    coalesce(prefecture.region_name, '') as prefecture,
    coalesce(province.region_name, '') as province,
    s.title as report_title,
    s.publisher,
    s.published,
    s.url,
    case when s.source_checked then 'yes' else '' end as source_checked,
    s.origin,
    f.figure_id
from figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as f
join unit as u on u.unit_id = f.unit_id
join region as r on r.region_id = f.region_id
join report as s on s.report_id = f.report_id
left join region as prefecture on prefecture.region_id = f.prefecture_id
left join region as province on province.region_id = f.province_id
left join document as d on d.document_id = s.document_id
left join crosswalk as p on f.measure in ('outcome', 'outcome_share') and p.label = f.label and p.category = f.category
where $measures is null or list_contains($measures, f.measure)
order by r.sort_key, u.unit_name, f.year, f.report_id, f.position
