-- 哪些地区有数字？ Which regions have figures, themselves or in what lies in them?
-- 一行一个地区 · one row: one region, in official order
select
    r.region_id,
    r.region_label,
    r.full_name,
    r.level,
    r.prefecture_id,
    r.province_id,
    r.initials
from region as r
join facet as u on u.field = 'region' and u.id = r.region_id
order by r.sort_key, r.region_id
