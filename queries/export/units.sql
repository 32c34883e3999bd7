-- 有哪些单位，各叫什么？ Which units are there, and by which names?
-- 一行一个单位 · one row: one unit
select u.unit_id, u.unit_label, u.unit_name, u.short_name
from unit as u
where u.unit_id <> ''
order by u.unit_id
