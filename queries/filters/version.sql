-- 现在的数据是哪一版，有多少份报告？ Which data version is this, and how many reports does it hold?
-- 一行 · one row for the whole warehouse
select
    max(m.value) filter (where m.key = 'data_version') as data_version,
    max(m.value) filter (where m.key = 'built_at') as built_at,
    max(m.value) filter (where m.key = 'form') as form,
    (select cast(count(*) as bigint) from report) as report_count
from meta as m
