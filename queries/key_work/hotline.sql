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
        arg_min(f.basis, f.position) filter (where f.measure = 'completion_rate') as completion_pct_basis,
        arg_min(f.figure_id, f.position) filter (where f.measure = 'completion_rate') as completion_pct_figure,
        arg_min(f.value, f.position) filter (where f.measure = 'on_time_rate') as on_time_pct,
        arg_min(f.basis, f.position) filter (where f.measure = 'on_time_rate') as on_time_pct_basis,
        arg_min(f.figure_id, f.position) filter (where f.measure = 'on_time_rate') as on_time_pct_figure,
        arg_min(f.value, f.position) filter (where f.measure = 'satisfaction_rate') as satisfaction_pct,
        arg_min(f.basis, f.position) filter (where f.measure = 'satisfaction_rate') as satisfaction_pct_basis,
        arg_min(f.figure_id, f.position) filter (where f.measure = 'satisfaction_rate') as satisfaction_pct_figure
    from figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, null) as f
    where f.instrument = 'hotline'
      and not f.part
      and f.label in ('', '按期办结率', '群众满意率', '办结率', '满意率')
      and f.category = ''
    group by f.report_id, f.unit_id, f.region_id, f.year, f.month, f.period
),
counted as (  -- the counts behind a printed rate, where the report gives them
    select q.pct_figure, any_value(q.x) as x, any_value(q.n) as n, any_value(q.x_basis) as x_basis, any_value(q.n_basis) as n_basis
    from rates_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as q
    where q.instrument = 'hotline' and q.pct_figure is not null and q.x_basis in ('stated', 'sum', 'implied') and q.n_basis in ('stated', 'sum', 'implied')
    group by q.pct_figure
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
    d.completion_pct_basis,
    c.x as completion_x,
    c.n as completion_n,
    c.x_basis as completion_x_basis,
    c.n_basis as completion_n_basis,
    d.on_time_pct,
    d.on_time_pct_figure,
    d.on_time_pct_basis,
    o.x as on_time_x,
    o.n as on_time_n,
    o.x_basis as on_time_x_basis,
    o.n_basis as on_time_n_basis,
    d.satisfaction_pct,
    d.satisfaction_pct_figure,
    d.satisfaction_pct_basis,
    a.x as satisfaction_x,
    a.n as satisfaction_n,
    a.x_basis as satisfaction_x_basis,
    a.n_basis as satisfaction_n_basis,
    s.report_id,
    s.title as report_title,
    s.publisher,
    s.published,
    s.url,
    s.source_checked,
    s.origin
from said as d
join unit as u on u.unit_id = d.unit_id
join region as r on r.region_id = d.region_id
join report as s on s.report_id = d.report_id
left join counted as c on c.pct_figure = d.completion_pct_figure
left join counted as o on o.pct_figure = d.on_time_pct_figure
left join counted as a on a.pct_figure = d.satisfaction_pct_figure
where coalesce(d.received_count, d.completed_count, d.completion_pct, d.on_time_pct, d.satisfaction_pct) is not null
order by d.year desc, coalesce(d.month, 13) desc, d.period desc, r.sort_key, u.unit_label
