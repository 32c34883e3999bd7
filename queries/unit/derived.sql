-- 这些单位有哪些件数是由报告所写推算出来的？ Which counts of these units follow from stated ones?
-- 一行一个推算的件数 · one row: one count that no report states, with its formula
select
    d.report_id,
    d.unit_id,
    u.unit_label,
    cast(d.year as bigint) as year,
    d.instrument,
    d.level,
    d.role,
    d.measure,
    d.value as derived_count,
    d.formula,
    d.figure_id as formula_figure,
    name_of_report(r.title, r.file_name, r.report_id) as report_title,
    r.publisher,
    r.published,
    r.url,
    r.source_checked,
    r.origin
from figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, null) as f
join derived_count as d on d.figure_id = f.figure_id
join unit as u on u.unit_id = d.unit_id
join report as r on r.report_id = d.report_id
order by d.year desc nulls last, d.report_id, d.instrument, d.level
