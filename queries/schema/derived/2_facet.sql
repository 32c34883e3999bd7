-- 每一种筛选有哪些值，各有多少份报告。 The values of every filter, each with the number of reports that have it.
-- 一行一个筛选值 · one row: one value of one filter
insert into facet
with used as (
    select 'unit' as field, s.unit_id as id, s.report_id from report_scope as s where s.unit_id <> ''
    union all
    select 'unit_kind', u.unit_kind, s.report_id from report_scope as s join unit as u on u.unit_id = s.unit_id
    union all
    select 'bureau_kind', u.bureau_kind, s.report_id from report_scope as s join unit as u on u.unit_id = s.unit_id
    union all
    select 'region', unnest(list_distinct([s.region_id, s.prefecture_id, s.province_id])), s.report_id from report_scope as s
    union all
    select 'instrument', s.instrument, s.report_id from report_scope as s
    union all
    select 'level', s.level, s.report_id from report_scope as s
    union all
    select 'role', s.role, s.report_id from report_scope as s
    union all
    select 'topic', s.topic, s.report_id from report_scope as s where s.topic is not null
    union all
    select 'year', cast(s.year as varchar), s.report_id from report_scope as s where s.year is not null
)
select u.field, u.id, count(distinct u.report_id) as report_count
from used as u
group by u.field, u.id
order by u.field, u.id
