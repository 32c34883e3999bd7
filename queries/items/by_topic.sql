-- 点名的提案和建议各属哪个议题？ What are the named items about?
-- 一行一个议题 · one row: one topic class with how many named items it has; classes without any are left out.
-- $words and $units_meant as in items/named
select
    i.topic,
    cast(count(*) as bigint) as item_count
from items_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $topics) as i
left join vocabulary as v on v.field = 'topic' and v.id = i.topic
where len(list_filter($words, lambda word, position: not (
    contains(lower(concat_ws(' ', i.number, i.title, i.proposers)), lower(word)) or list_contains($units_meant[position], i.unit_id)))) = 0
group by i.topic, v.position
order by v.position nulls last
