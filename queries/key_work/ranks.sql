-- 各单位各项工作考核排第几？ Which place does each unit hold in each field of work?
-- 一行一个名次 · one row: one rank that a bulletin states, with its field
select
    f.figure_id,
    u.unit_id,
    u.unit_label,
    u.short_name,
    cast(f.year as bigint) as year,
    cast(f.month as bigint) as month,
    f.label as field_of_work,
    f.category as topic,
    f.value,
    f.scale,
    f.basis,
    s.report_id,
    s.title as report_title,
    s.publisher,
    s.published,
    s.url,
    s.source_checked,
    s.origin
from figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as f
join unit as u on u.unit_id = f.unit_id
join region as r on r.region_id = f.region_id
join report as s on s.report_id = f.report_id
where f.measure = 'rank' and f.unit_id <> ''
  and ($topics is null or list_contains($topics, f.category))
order by f.year desc nulls last, f.month desc nulls last, r.sort_key, u.unit_label, f.report_id, f.position
