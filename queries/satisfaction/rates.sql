-- 这一口径的满意率，各单位各是多少件中的多少件？ The satisfaction rates of one kind: how many of how many items, in each unit?
-- 一行一份报告的一个单位、一股件 · one row: one stream of items of one report's unit
with found as (
    select q.*
    from rates_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as q
    where q.kind = $kind and not q.stands_back
),
main as (  -- the base over which rates are pooled
    select b.over
    from bases_in_scope([$kind], $year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as b
),
inside as (  -- streams that another one of the same report holds
    select s.report_id, s.unit_id, s.year, s.instrument, s.level, s.role
    from found as s
    join found as o
        on o.report_id = s.report_id and o.unit_id = s.unit_id and o.year is not distinct from s.year and o.over = s.over
    where s.siblings and o.siblings and o.comparable and (o.instrument, o.level, o.role) <> (s.instrument, s.level, s.role)
      and o.instrument in (s.instrument, 'combined') and o.level in (s.level, '') and o.role in (s.role, '')
),
inside_unit as (  -- streams whose items another unit of the same region counts among its own: an item is pooled once
    select distinct s.report_id, s.unit_id, s.year, s.instrument, s.level, s.role
    from found as s
    join unit as su on su.unit_id = s.unit_id
    join found as o on o.region_id = s.region_id and o.unit_id <> s.unit_id and o.year = s.year and o.period = s.period and o.over = s.over
    join unit as ou on ou.unit_id = o.unit_id
    where o.comparable and s.comparable and holds(ou.unit_kind, su.unit_kind, s.instrument)
      and overlap(o.instrument, o.level, o.role, s.instrument, s.level, s.role)
),
judged as (  -- '': in the pool; derived_count: may be switched in; else why not
    select q.*, case
        when not q.comparable and q.reason_not <> 'derived_count' then q.reason_not
        when q.over <> (select m.over from main as m) then 'other_base'
        when not q.comparable then q.reason_not
        when (q.report_id, q.unit_id, q.year, q.instrument, q.level, q.role) in (select i.* from inside as i) then 'inside'
        when (q.report_id, q.unit_id, q.year, q.instrument, q.level, q.role) in (select i.* from inside_unit as i) then 'inside_unit'
        else ''
    end as standing
    from found as q
)
select
    q.report_id,
    q.unit_id,
    u.unit_label,
    u.short_name,
    u.unit_kind,
    g.level as region_level,
    g.sort_key,
    q.year,
    q.period,
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
    q.pct_basis,
    q.base,
    q.base_by,
    q.over,
    case when q.base = 'forms' and q.received >= q.n then q.received end as received_count,
    q.formula,
    q.standing = '' as comparable,
    q.standing = 'derived_count' as derived,
    q.standing as reason_not,
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
    r.source_checked,
    r.origin
from judged as q
join unit as u on u.unit_id = q.unit_id
join region as g on g.region_id = u.region_id
join report as r on r.report_id = q.report_id
order by q.year desc, g.sort_key, q.report_id, q.unit_id, q.instrument, q.level, q.role, q.period
