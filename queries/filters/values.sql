-- 每一种筛选有哪些值？ Which values does each filter have?
-- 一行一个值 · one row: one value of one filter, with the number of reports
with used as (
    select 'unit_kind' as field, u.unit_kind as id, f.report_id from figure as f join unit as u on u.unit_id = f.unit_id
    union all
    select 'bureau_kind', u.bureau_kind, f.report_id from figure as f join unit as u on u.unit_id = f.unit_id
    union all
    select 'instrument', f.instrument, f.report_id from figure as f
    union all
    select 'level', f.level, f.report_id from figure as f
    union all
    select 'role', f.role, f.report_id from figure as f
    union all
    select 'topic', f.category, f.report_id from figure as f where f.measure in ('topic', 'topic_share')
    union all
    select 'year', cast(f.year as varchar), f.report_id from figure as f where f.year is not null
)
select
    u.field,
    u.id,
    coalesce(v.position, 0) as position,
    cast(count(distinct u.report_id) as bigint) as report_count
from used as u
left join vocabulary as v on v.field = u.field and v.id = u.id
where u.id <> ''
group by u.field, u.id, v.position
order by u.field, position, u.id
