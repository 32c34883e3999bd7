-- 有哪些承办或公布单位？ Which units have figures?
-- 一行一个单位 · one row: one unit, in the official order of its region
select
    u.unit_id,
    u.unit_label,
    u.short_name,
    u.initials,
    u.unit_kind,
    u.bureau_kind,
    u.region_id,
    u.prefecture_id,
    u.province_id
from unit as u
join region as r on r.region_id = u.region_id
join facet as f on f.field = 'unit' and f.id = u.unit_id
order by r.sort_key, u.unit_kind, u.unit_id
