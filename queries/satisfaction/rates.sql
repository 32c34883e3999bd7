-- 这一口径的满意率，各单位各是多少件中的多少件？ The satisfaction rates of one kind: how many of how many items, in each unit?
-- 一行一份报告的一个单位、一股件 · one row: one stream of items of one report's unit
with found as (
    select q.*
    from rates_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as q
    where q.kind = $kind and not q.stands_back
),
items as (  -- how many items the stream has, beside which the opinions that came back are held
    select f.report_id, f.unit_id, f.year, f.instrument, f.level, f.role, max(f.value) as received_count
    from figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, null) as f
    where f.measure = 'received' and not f.part and f.period = '' and f.month is null
    group by all
)
select
    q.report_id,
    q.unit_id,
    u.unit_label,
    u.short_name,
    g.sort_key,
    q.year,
    q.period,
    q.instrument,
    q.level,
    q.role,
    q.x as x_count,
    q.n as n_count,
    case when q.pct_basis <> 'derived' then q.pct end as printed_pct,
    case when q.pct_basis = 'derived' then q.pct end as derived_pct,
    q.pct_basis,
    q.base,
    q.base_by,
    case when q.base = 'forms' and i.received_count >= q.n then cast(i.received_count as bigint) end as received_count,
    q.formula,
    q.comparable and not exists (
        select 1
        from found as o
        where o.report_id = q.report_id and o.unit_id = q.unit_id and o.year is not distinct from q.year and o.comparable
          and (o.instrument, o.level, o.role) <> (q.instrument, q.level, q.role)
          and o.instrument in (q.instrument, 'combined') and o.level in (q.level, '') and o.role in (q.role, '')
    ) as comparable,
    q.reason_not = 'derived_count' as derived,
    case when q.comparable then 'inside' else q.reason_not end as reason_not,
    q.doubted,
    q.conflicts,
    q.pct_figure as printed_pct_figure,
    q.x_figure as x_count_figure,
    q.n_figure as n_count_figure,
    q.sentence_figure,
    name_of_report(r.title, r.file_name, r.report_id) as report_title,
    r.publisher,
    r.published,
    r.url,
    r.source_checked
from found as q
join unit as u on u.unit_id = q.unit_id
join region as g on g.region_id = u.region_id
join report as r on r.report_id = q.report_id
left join items as i
    on i.report_id = q.report_id and i.unit_id = q.unit_id and i.year is not distinct from q.year and i.instrument = q.instrument
    and i.level = q.level and i.role = q.role
order by q.year desc, g.sort_key, q.report_id
