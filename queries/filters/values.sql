-- 每一种筛选有哪些值？ Which values does each filter have?
-- 一行一个值 · one row: one value of one filter, with the number of reports
select
    u.field,
    u.id,
    coalesce(v.position, 0) as position,
    cast(u.report_count as bigint) as report_count
from facet as u
left join vocabulary as v on v.field = u.field and v.id = u.id
where u.field not in ('region', 'unit') and u.id <> ''
order by u.field, position, u.id
