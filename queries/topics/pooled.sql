-- 各类议题合并占多少？只用单列该类的成套分布。 Which share has each class, pooled over the whole sets that list it?
-- 一行一个议题 · one row: one class, which set_count of all_count whole sets (of any_count sets in all) list
with scope as (
    select c.*
    from topics_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as c
)
select
    c.topic,
    cast(sum(c.topic_count) as bigint) as topic_count,
    cast(sum(c.item_count) as bigint) as base_count,
    sum(c.topic_count) / sum(c.item_count) as topic_rate,
    cast(count(*) as bigint) as set_count,
    (select cast(count(*) as bigint) from scope as s where s.reason_not = '' and s.is_first) as all_count,
    (select cast(sum(s.item_count) as bigint) from scope as s where s.reason_not = '' and s.is_first) as all_item_count,
    (select cast(count(*) as bigint) from scope as s where s.is_first) as any_count
from scope as c
left join vocabulary as v on v.field = 'topic' and v.id = c.topic
where c.reason_not = ''
group by c.topic, v.position
order by v.position nulls last
