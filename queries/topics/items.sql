-- 每个议题有哪些点名的提案和建议？ Which named items are behind each topic?
-- 一行一个议题 · one row: one topic class with the number of its named items and the newest of them as an example
select
    i.topic,
    cast(count(*) as bigint) as item_count,
    arg_max(i.title, coalesce(i.year, 0)) filter (where i.title <> '') as item_title
from items_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $topics) as i
left join vocabulary as v on v.field = 'topic' and v.id = i.topic
where i.topic <> ''
group by i.topic, v.position
order by v.position nulls last
