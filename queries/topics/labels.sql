-- 报告里的类名各归入哪一类？ Under which class was each name in the reports put?
-- 一行一个议题 · one row: one class with the reports' own names, the most frequent first
with used as (
    select f.category as topic, f.label, cast(count(*) as bigint) as use_count
    from figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as f
    where f.measure in ('topic', 'topic_share') and f.category <> '' and f.label <> '' and f.instrument <> 'hotline'
    group by f.category, f.label
)
select
    u.topic,
    cast(count(*) as bigint) as label_count,
    string_agg(u.label, '；' order by u.use_count desc, u.label) as topic_labels
from used as u
left join vocabulary as v on v.field = 'topic' and v.id = u.topic
group by u.topic, v.position
order by v.position nulls last
