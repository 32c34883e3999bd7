-- 这个单位公布过的全部数字。 Every figure that was published about this unit.
-- 一行一个数字 · one row: one figure, the newest year first
with counted as (  -- the counts behind a printed rate, where the report gives them
    select q.pct_figure, any_value(q.x) as x, any_value(q.n) as n
    from rates_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as q
    where q.pct_figure is not null and q.x_basis in ('stated', 'sum') and q.n_basis in ('stated', 'sum')
    group by q.pct_figure
)
select
    f.figure_id,
    f.report_id,
    f.unit_id,
    f.year,
    f.month,
    f.period,
    f.instrument,
    f.level,
    f.role,
    f.measure,
    f.category,
    f.qualifier,
    f.part,
    f.label,
    f.value,
    f.scale,
    c.x as x_count,
    c.n as n_count,
    f.basis,
    k.chosen as is_chosen,
    name_of_report(r.title, r.file_name, r.report_id) as report_title,
    r.publisher,
    r.published,
    r.url,
    r.source_checked,
    r.origin
from figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as f
join report as r on r.report_id = f.report_id
left join counted as c on c.pct_figure = f.figure_id
left join conflict as k on k.figure_id = f.figure_id
left join vocabulary as v on v.field = 'measure' and v.id = f.measure
order by f.year desc nulls last, f.month desc nulls last, f.report_id, v.position, f.instrument, f.position
