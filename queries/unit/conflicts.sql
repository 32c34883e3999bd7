-- 关于这些单位，哪些数字两份报告说法不同，用哪一个、凭什么？ Of which figures of these units do reports state different values, which is shown, and why?
-- 一行一个数字 · one row: one figure of a conflict, the one that is shown first
select
    k.conflict_id,
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
    f.value,
    f.scale,
    f.basis,
    k.chosen as is_chosen,
    k.rule as chosen_by,
    name_of_report(r.title, r.file_name, r.report_id) as report_title,
    r.publisher,
    r.published,
    r.url,
    r.source_checked,
    r.origin
from figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, null) as f
join conflict as k on k.figure_id = f.figure_id
join unit as u on u.unit_id = f.unit_id
join report as r on r.report_id = f.report_id
order by k.conflict_id, k.chosen desc, r.published desc, f.report_id
