-- 有哪些地区，各叫什么？ Which regions are there, and by which names?
-- 一行一个地区 · one row: one region
select r.region_id, r.region_label, r.region_name
from region as r
order by r.sort_key, r.region_id
