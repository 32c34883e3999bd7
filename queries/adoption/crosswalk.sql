-- 报告的每个类名归入哪一类，凭什么，有几份报告这样写？ In which class does each of the reports' own names stand, by which rule, in how many reports?
-- 一行一个类名和类 · one row: one name and class, those of most reports first, with the newest figure under that name
select
    f.category,
    f.category as outcome_class,
    f.label,
    p.rule as placed_by,
    p.words as placed_words,
    cast(count(distinct f.report_id) as bigint) as report_count,
    arg_max(f.figure_id, (coalesce(f.year, 0), f.figure_id)) as label_figure,
    arg_max(u.short_name, (coalesce(f.year, 0), f.figure_id)) as example
from figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, null) as f
join crosswalk as p on p.label = f.label and p.category = f.category
join unit as u on u.unit_id = f.unit_id
left join vocabulary as v on v.field = 'category:outcome' and v.id = f.category
where f.measure in ('outcome', 'outcome_share') and not f.part
group by f.category, f.label, p.rule, p.words, v.position
order by v.position, report_count desc, f.label
