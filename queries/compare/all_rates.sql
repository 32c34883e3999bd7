-- 这些单位说出的全部比率，各取最近一年。 All rates that these units tell, each of its latest year.
-- 一行一个单位、一种口径、一股件 · one row: one unit, kind and stream, of the latest year
select
    q.kind as rate_kind,
    q.unit_id,
    u.unit_label,
    q.year,
    q.instrument,
    q.level,
    q.role,
    q.x as x_count,
    q.n as n_count,
    count_basis(q.x_basis, q.pct_basis) as x_count_basis,
    count_basis(q.n_basis, q.pct_basis) as n_count_basis,
    case when q.pct_basis <> 'derived' then q.pct end as printed_pct,
    nullif(q.pct_basis, 'derived') as printed_pct_basis,
    case when q.pct_basis = 'derived' then q.pct end as derived_pct,
    q.reason_not,
    q.pct_figure as printed_pct_figure,
    q.x_figure as x_count_figure,
    q.n_figure as n_count_figure,
    q.sentence_figure,
    name_of_report(r.title, r.file_name, r.report_id) as report_title,
    r.publisher,
    r.published,
    r.url,
    r.source_checked,
    r.origin
from rates_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as q
join unit as u on u.unit_id = q.unit_id
join report as r on r.report_id = q.report_id
where not q.stands_back and q.period = '' and q.month is null
qualify row_number() over (
    partition by q.kind, q.unit_id, q.instrument, q.level, q.role order by q.year desc nulls last, q.report_id, q.n desc nulls last, q.pct
) = 1
order by q.kind, q.instrument, q.level, q.role, q.unit_id
