-- 热线各月受理、办结、满意怎样？ What do the hotline bulletins state, month by month?
-- 一行一个单位一个时段 · one row: one unit and month (or period), with the first whole-stream figure of each measure that one report states; NULL: not said
with said as (
    select
        f.report_id,
        f.unit_id,
        f.region_id,
        f.year,
        f.month,
        f.period,
        arg_min(f.value, f.position) filter (where f.measure = 'received') as received_count,
        arg_min(f.figure_id, f.position) filter (where f.measure = 'received') as received_count_figure,
        arg_min(f.value, f.position) filter (where f.measure = 'completed') as completed_count,
        arg_min(f.figure_id, f.position) filter (where f.measure = 'completed') as completed_count_figure,
        arg_min(f.value, f.position) filter (where f.measure = 'completion_rate') as completion_pct,
        arg_min(f.figure_id, f.position) filter (where f.measure = 'completion_rate') as completion_pct_figure,
        arg_min(f.value, f.position) filter (where f.measure = 'on_time_rate') as on_time_pct,
        arg_min(f.figure_id, f.position) filter (where f.measure = 'on_time_rate') as on_time_pct_figure,
        arg_min(f.value, f.position) filter (where f.measure = 'satisfaction_rate') as satisfaction_pct,
        arg_min(f.figure_id, f.position) filter (where f.measure = 'satisfaction_rate') as satisfaction_pct_figure
    from figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, null) as f
    where f.instrument = 'hotline'
      and not f.part
      and f.label in ('', '按期办结率', '群众满意率', '办结率', '满意率')
      and f.category = ''
    group by f.report_id, f.unit_id, f.region_id, f.year, f.month, f.period
)
select
    u.unit_id,
    u.unit_label,
    cast(d.year as bigint) as year,
    cast(d.month as bigint) as month,
    d.period,
    d.received_count,
    d.received_count_figure,
    d.completed_count,
    d.completed_count_figure,
    d.completion_pct,
    d.completion_pct_figure,
    d.on_time_pct,
    d.on_time_pct_figure,
    d.satisfaction_pct,
    d.satisfaction_pct_figure,
    s.report_id,
    s.title as report_title,
    s.publisher,
    s.published,
    s.url,
    s.source_checked
from said as d
join unit as u on u.unit_id = d.unit_id
join region as r on r.region_id = d.region_id
join report as s on s.report_id = d.report_id
where coalesce(d.received_count, d.completed_count, d.completion_pct, d.on_time_pct, d.satisfaction_pct) is not null
order by d.year desc, coalesce(d.month, 13) desc, d.period desc, r.sort_key, u.unit_label
