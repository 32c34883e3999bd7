-- 这份报告里读出了哪些数字，各在哪里？ Which figures were read from this report, and where do they stand?
-- 一行一个数字 · one row: one figure, in the order of the report
with counted as (  -- the counts behind a printed rate, where the report gives them
    select q.pct_figure, any_value(q.x) as x, any_value(q.n) as n, any_value(q.x_basis) as x_basis, any_value(q.n_basis) as n_basis
    from rate as q
    where q.report_id = $report
      and q.pct_figure is not null and q.x_basis in ('stated', 'sum', 'implied') and q.n_basis in ('stated', 'sum', 'implied')
    group by q.pct_figure
)
select
    f.figure_id,
    cast(f.position + 1 as bigint) as ordinal,
    f.report_id,
    f.unit_id,
    u.unit_label,
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
    f.number_start,
    f.number_end,
    f.sentence_start,
    f.sentence_end,
    f.rule,
    f.confidence,
    f.reason,
    name_of_report(r.title, r.file_name, r.report_id) as report_title,
    r.publisher,
    r.published,
    r.url,
    r.source_checked,
    r.origin
from figure as f
join unit as u on u.unit_id = f.unit_id
join report as r on r.report_id = f.report_id
left join counted as c on c.pct_figure = f.figure_id
where f.report_id = $report
order by f.position
