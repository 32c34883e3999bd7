-- 哪些单位可以和这个单位放在一起比，凭什么？ Which units may stand beside this one, and for which reason?
-- 一行一种理由 · one row: one reason, with the units of the same level, then those nearest in the number of items (at most 7 of unit_count) that tell
-- this rate with counts; mixed_levels: whether they are of several levels
with rated as (
    select q.unit_id, arg_max(q.n, q.year) as n
    from rates_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as q
    where list_contains($kinds, q.kind) and q.comparable and not q.stands_back and q.period = '' and q.month is null
    group by q.unit_id
),
placed as (
    select r.n, u.unit_id, u.short_name, u.unit_kind, u.bureau_kind, u.region_id, u.prefecture_id, u.province_id, g.level as region_level
    from rated as r
    join unit as u on u.unit_id = r.unit_id
    join region as g on g.region_id = u.region_id
),
anchor as (
    select u.*, g.level as region_level, (select r.n from rated as r where r.unit_id = u.unit_id) as n
    from unit as u
    join region as g on g.region_id = u.region_id
    where u.unit_id = $unit
),
pairs as (
    select 'bureau_kind' as reason, 1 as position, a.bureau_kind as shared, p.*, a.n as own_n, a.region_level as own_level from placed as p, anchor as a
    where a.bureau_kind <> '' and p.bureau_kind = a.bureau_kind and p.unit_id <> a.unit_id
    union all
    select 'region', 2, a.region_id, p.*, a.n, a.region_level from placed as p, anchor as a
    where a.unit_kind = 'bureau' and p.unit_kind = 'bureau' and p.region_id = a.region_id and p.unit_id <> a.unit_id
    union all
    select 'prefecture', 3, a.prefecture_id, p.*, a.n, a.region_level from placed as p, anchor as a
    where a.prefecture_id <> '' and p.prefecture_id = a.prefecture_id and (p.unit_kind = 'bureau') = (a.unit_kind = 'bureau') and p.unit_id <> a.unit_id
    union all
    select 'province', 4, a.province_id, p.*, a.n, a.region_level from placed as p, anchor as a
    where a.province_id <> '' and p.province_id = a.province_id and (p.unit_kind = 'bureau') = (a.unit_kind = 'bureau') and p.unit_id <> a.unit_id
    union all
    select 'level', 5, a.region_level, p.*, a.n, a.region_level from placed as p, anchor as a
    where a.region_level <> '' and p.region_level = a.region_level and (p.unit_kind = 'bureau') = (a.unit_kind = 'bureau') and p.unit_id <> a.unit_id
    union all
    select 'size', 6, '', p.*, a.n, a.region_level from placed as p, anchor as a
    where a.n > 0 and p.n between a.n / 2 and a.n * 2 and (p.unit_kind = 'bureau') = (a.unit_kind = 'bureau') and p.unit_id <> a.unit_id
),
ranked as (
    select
        p.*,
        count(*) over (partition by p.reason) as unit_count,
        row_number() over (partition by p.reason order by p.region_level <> p.own_level, abs(ln(p.n / coalesce(p.own_n, p.n))), p.unit_id) as place
    from pairs as p
)
select
    r.reason,
    r.shared,
    coalesce(max(g.region_label), '') as shared_label,
    cast(max(r.unit_count) as bigint) as unit_count,
    list(r.unit_id order by r.place) as unit_ids,
    list(r.short_name order by r.place) as names,
    cast(min(r.n) as bigint) as low_count,
    cast(max(r.n) as bigint) as high_count,
    bool_and(r.unit_kind = 'bureau') as bureaus,
    bool_or(r.region_level <> r.own_level) as mixed_levels
from ranked as r
left join region as g on g.region_id = r.shared
where r.place <= 7
group by r.reason, r.position, r.shared
order by r.position
