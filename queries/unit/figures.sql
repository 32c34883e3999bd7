-- 这个单位公布过的全部数字。 Every figure that was published about this unit.
-- 一行一个数字 · one row: one figure, the newest year first
with counted as (  -- the counts behind a printed rate, where the report gives them
    select q.pct_figure, any_value(q.x) as x, any_value(q.n) as n, any_value(q.x_basis) as x_basis, any_value(q.n_basis) as n_basis
    from rates_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as q
    where q.pct_figure is not null and q.x_basis in ('stated', 'sum', 'implied') and q.n_basis in ('stated', 'sum', 'implied')
    group by q.pct_figure
),
asked as (
    select f.*, r.year as report_year
    from figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as f
    join report as r on r.report_id = f.report_id
),
resorted as (  -- classes of an earlier year than the report's that make no stated total of it: its unsolved items, sorted again
    select a.report_id, a.unit_id, a.year, a.instrument, a.level, a.role, list(a.value) as counts
    from asked as a
    where a.measure = 'outcome' and not a.part and a.category <> '' and a.year < a.report_year
    group by a.report_id, a.unit_id, a.year, a.instrument, a.level, a.role
    having not exists (
        select 1
        from figure as w
        where w.report_id = a.report_id and w.unit_id = a.unit_id and w.year = a.year and w.instrument = a.instrument and w.level = a.level
          and w.role = a.role and w.measure in ('received', 'filed', 'answered', 'completed') and not w.part and w.value = sum(a.value)
    )
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
    c.x_basis as x_count_basis,
    c.n_basis as n_count_basis,
    f.basis,
    s.counts is not null and (f.measure = 'outcome' or len(list_filter(s.counts, lambda x: len(list_filter(s.counts, lambda n: n > x
        and abs(100 * x / n - f.value) < 0.051)) > 0)) > 0) as carried,
    k.chosen as is_chosen,
    name_of_report(r.title, r.file_name, r.report_id) as report_title,
    r.publisher,
    r.published,
    r.url,
    r.source_checked,
    r.origin
from asked as f
join report as r on r.report_id = f.report_id
left join resorted as s
    on f.measure in ('outcome', 'outcome_share') and s.report_id = f.report_id and s.unit_id = f.unit_id and s.year = f.year
    and s.instrument = f.instrument and s.level = f.level and s.role = f.role
left join counted as c on c.pct_figure = f.figure_id
left join conflict as k on k.figure_id = f.figure_id
left join vocabulary as v on v.field = 'measure' and v.id = f.measure
order by f.year desc nulls last, f.month desc nulls last, f.report_id, v.position, f.instrument, f.position
