-- 有哪些地区，哪些有数字？ Which regions are there, and which have figures, themselves or in what lies in them?
-- 一行一个地区 · one row: one region, in official order
select
    r.region_id,
    r.region_label,
    r.full_name,
    r.level,
    r.prefecture_id,
    r.province_id,
    r.initials,
    u.id is not null as has_figures
from region as r
left join facet as u on u.field = 'region' and u.id = r.region_id
where r.region_id <> ''
order by r.sort_key, r.region_id
