-- 这个单位的各种比率，逐年；一年里同一口径有几股件的，取能比较、最全的一股。 This unit's rates by kind and year; of several streams the most complete.
-- 一行一种口径、一种件、一年 · one row: one kind, instrument and year
select
    q.kind as rate_kind,
    q.kind,
    q.report_id,
    q.unit_id,
    q.year,
    q.instrument,
    q.level,
    q.role,
    q.label,
    q.x as x_count,
    q.n as n_count,
    count_basis(q.x_basis, q.pct_basis) as x_count_basis,
    count_basis(q.n_basis, q.pct_basis) as n_count_basis,
    case when q.pct_basis <> 'derived' then q.pct end as printed_pct,
    nullif(q.pct_basis, 'derived') as printed_pct_basis,
    case when q.pct_basis = 'derived' then q.pct end as derived_pct,
    q.base,
    q.base_by,
    q.formula,
    q.comparable,
    q.reason_not,
    q.doubted,
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
join report as r on r.report_id = q.report_id
where not q.stands_back and q.period = '' and q.month is null and q.year is not null
qualify row_number() over (
    partition by q.kind, q.instrument, q.year
    order by q.comparable desc, q.level = '' desc, q.role = '' desc, q.n desc nulls last, q.report_id, q.instrument, q.level, q.role
) = 1
order by q.kind, q.instrument, q.year
