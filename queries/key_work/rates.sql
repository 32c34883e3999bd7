-- 重点工作开工、投资、办结到了百分之几？ How far are start, investment and completion of the key works?
-- 一行一个比例 · one row: one rate that a bulletin states for one list of projects; cumulative ones carry their period
select
    f.figure_id,
    u.unit_id,
    u.unit_label,
    u.short_name,
    cast(f.year as bigint) as year,
    cast(f.month as bigint) as month,
    f.period,
    f.label as field_of_work,
    f.measure,
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
where f.instrument = 'key_work' and f.unit_id <> ''
  and f.measure in ('start_rate', 'investment_rate', 'completion_rate')
  and not f.part
order by f.measure desc, f.year desc nulls last, f.month desc nulls last, r.sort_key, u.unit_label, f.report_id, f.position
