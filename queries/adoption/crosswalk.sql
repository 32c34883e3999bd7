-- 报告的每个类名归入哪一类，凭什么？ In which class does each of the reports' own names stand, and by which rule?
-- 一行一个数字 · one row: one count or share of an outcome class, in the order of classes
select
    f.figure_id,
    f.report_id,
    f.unit_id,
    u.unit_label,
    cast(f.year as bigint) as year,
    f.instrument,
    f.level,
    f.role,
    f.measure,
    f.category,
    f.category as outcome_class,
    f.label,
    f.value,
    f.scale,
    p.rule as placed_by,
    p.words as placed_words,
    coalesce(nullif(r.title, ''), nullif(r.file_name, ''), r.report_id) as report_title,
    r.publisher,
    r.published,
    r.url,
    r.source_checked
from figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, null) as f
join crosswalk as p on p.label = f.label and p.category = f.category
join unit as u on u.unit_id = f.unit_id
join region as g on g.region_id = u.region_id
join report as r on r.report_id = f.report_id
where f.measure in ('outcome', 'outcome_share') and not f.part
order by f.year desc nulls last, g.sort_key, f.report_id, f.position
