-- 这些单位历年的这一比率是多少？ This rate of these units, year by year.
-- 一行一个单位、一年、一种口径；一年里有几股件的，取能比较、最全的一股 · one row: one unit, year and kind; the most complete stream that can be compared
select
    q.report_id,
    q.unit_id,
    u.unit_label,
    u.short_name,
    u.unit_kind,
    g.level as region_level,
    q.year,
    q.instrument,
    q.level,
    q.role,
    q.kind,
    q.x as x_count,
    q.n as n_count,
    count_basis(q.x_basis, q.pct_basis) as x_count_basis,
    count_basis(q.n_basis, q.pct_basis) as n_count_basis,
    case when q.pct_basis <> 'derived' then q.pct end as printed_pct,
    nullif(q.pct_basis, 'derived') as printed_pct_basis,
    case when q.pct_basis = 'derived' then q.pct end as derived_pct,
    q.base,
    q.base_by,
    q.over,
    q.formula,
    q.comparable,
    q.reason_not = 'derived_count' as derived,
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
join unit as u on u.unit_id = q.unit_id
join region as g on g.region_id = u.region_id
join report as r on r.report_id = q.report_id
where list_contains($kinds, q.kind) and not q.stands_back and q.period = '' and q.month is null and q.year is not null
qualify row_number() over (
    partition by q.unit_id, q.year, q.kind
    order by q.comparable desc, q.level = '' desc, q.role = '' desc, q.n desc nulls last, q.report_id, q.instrument, q.level, q.role
) = 1
order by q.unit_id, q.year
