-- 热线各月受理、办结、满意怎样？ What do the hotline bulletins state, month by month?
-- 一行一个单位一个时段；报告没有写全部的，一行一个渠道 · one row: one unit and month (or period); where a report tells nothing of the whole, one channel of it.
-- called: JSON, what is called otherwise than its column (wording, category, level), and what is told of parts alone (in_parts), by measure
with figures as (
    select
        f.*,
        case when f.label in ('按期办结率', '群众满意率', '办结率', '满意率', '受理数', '受理量', '办结数', '办结量') then '' else f.label end as wording
    from figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, null) as f
    where f.instrument = 'hotline' and f.unit_id <> ''
      and f.measure in ('received', 'completed', 'completion_rate', 'on_time_rate', 'satisfaction_rate')
      and f.category in ('', 'satisfied', 'satisfied_or_basic')
),
told as (  -- is_whole: it speaks of all cases: without a wording, or by another word for a rate (结案率), or as the only count of its measure (有效工单)
    select
        g.*,
        not g.part and (g.wording = '' or g.level = '' and (
            g.measure like '%_rate' and regexp_matches(g.wording, '[率度]')
            or g.measure in ('received', 'completed') and count(*) filter (where not g.part and g.level = '') over (
                partition by g.report_id, g.unit_id, g.year, g.month, g.period, g.measure) = 1
        )) as is_whole
    from figures as g
),
framed as (
    select
        t.*,
        bool_or(t.is_whole) over (partition by t.report_id, t.unit_id, t.year, t.month, t.period) as has_whole,
        bool_or(t.is_whole) over (partition by t.report_id, t.unit_id, t.year, t.month, t.period, t.measure) as has_whole_measure,
        bool_or(not t.part) over (partition by t.report_id, t.unit_id, t.year, t.month, t.period) as is_counted
    from told as t
),
shown as (
    select
        g.*,
        case when g.has_whole then '' else g.wording end as channel,
        g.has_whole and not g.has_whole_measure as in_parts
    from framed as g
    where g.is_whole or not g.has_whole_measure and (g.has_whole or g.is_counted)
    qualify row_number() over (
        partition by g.report_id, g.unit_id, g.year, g.month, g.period, channel, g.measure
        order by g.wording <> '', g.level <> '', g.role <> '', g.category <> '', g.qualifier <> '', g.position
    ) = 1
),
said as (
    select
        f.report_id,
        f.unit_id,
        f.region_id,
        f.year,
        f.month,
        f.period,
        f.channel,
        any_value(f.value) filter (where f.measure = 'received' and not f.in_parts) as received_count,
        any_value(f.figure_id) filter (where f.measure = 'received' and not f.in_parts) as received_count_figure,
        any_value(f.value) filter (where f.measure = 'completed' and not f.in_parts) as completed_count,
        any_value(f.figure_id) filter (where f.measure = 'completed' and not f.in_parts) as completed_count_figure,
        any_value(f.value) filter (where f.measure = 'completion_rate' and not f.in_parts) as completion_pct,
        any_value(f.figure_id) filter (where f.measure = 'completion_rate' and not f.in_parts) as completion_pct_figure,
        any_value(f.basis) filter (where f.measure = 'completion_rate' and not f.in_parts) as completion_pct_basis,
        any_value(f.value) filter (where f.measure = 'on_time_rate' and not f.in_parts) as on_time_pct,
        any_value(f.figure_id) filter (where f.measure = 'on_time_rate' and not f.in_parts) as on_time_pct_figure,
        any_value(f.basis) filter (where f.measure = 'on_time_rate' and not f.in_parts) as on_time_pct_basis,
        any_value(f.value) filter (where f.measure = 'satisfaction_rate' and not f.in_parts) as satisfaction_pct,
        any_value(f.figure_id) filter (where f.measure = 'satisfaction_rate' and not f.in_parts) as satisfaction_pct_figure,
        any_value(f.basis) filter (where f.measure = 'satisfaction_rate' and not f.in_parts) as satisfaction_pct_basis,
        to_json(list({measure: f.measure, wording: f.wording, category: f.category, level: f.level, in_parts: f.in_parts} order by f.measure)
            filter (where f.in_parts or f.wording <> '' or f.category <> '' or f.level <> '')) as called
    from shown as f
    group by f.report_id, f.unit_id, f.region_id, f.year, f.month, f.period, f.channel
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
    d.channel,
    d.called,
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
order by d.year desc, coalesce(d.month, 13) desc, d.period desc, r.sort_key, u.unit_label, d.report_id, d.channel
