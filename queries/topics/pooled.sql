-- 各类议题合并占多少？只用单列该类的成套分布。 Which share has each class, pooled over the whole sets that list it?
-- 一行一个议题 · one row: one class, which set_count of all_count whole sets list; leading_count: where it comes first; top_…: its largest share;
-- over_…: the sets by what their counts make
with scope as (
    select c.*
    from topics_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as c
),
pooled as (
    select
        c.topic,
        sum(c.topic_count) as topic_count,
        sum(c.item_count) as base_count,
        count(*) as set_count,
        count(*) filter (where c.is_first) as leading_count,
        count(*) filter (where c.base = 'all') as over_all,
        count(*) filter (where c.base = 'filed') as over_filed,
        count(*) filter (where c.base = 'answered') as over_answered,
        count(*) filter (where c.base = 'completed') as over_completed,
        count(*) filter (where c.base = 'classes') as over_classes,
        arg_max({'unit_id': c.unit_id, 'year': c.year, 'x': c.topic_count, 'n': c.item_count, 'figure': c.topic_figure},
            (c.topic_count / c.item_count, c.item_count, c.topic_figure)) as top
    from scope as c
    where c.reason_not = ''
    group by c.topic
),
whole as (
    select
        count(*) filter (where s.reason_not = '') as all_count,
        sum(s.item_count) filter (where s.reason_not = '') as all_item_count,
        count(distinct s.report_id) filter (where s.reason_not = '') as report_count
    from scope as s
    where s.is_first
)
select
    p.topic,
    cast(p.topic_count as bigint) as topic_count,
    cast(p.base_count as bigint) as base_count,
    p.topic_count / p.base_count as topic_rate,
    cast(p.set_count as bigint) as set_count,
    cast(p.leading_count as bigint) as leading_count,
    cast(p.over_all as bigint) as over_all,
    cast(p.over_filed as bigint) as over_filed,
    cast(p.over_answered as bigint) as over_answered,
    cast(p.over_completed as bigint) as over_completed,
    cast(p.over_classes as bigint) as over_classes,
    u.short_name as top_name,
    p.top.year as top_year,
    p.top.x as top_count,
    p.top.n as top_base_count,
    p.top.figure as top_figure,
    cast(w.all_count as bigint) as all_count,
    cast(w.all_item_count as bigint) as all_item_count,
    cast(w.report_count as bigint) as report_count
from pooled as p
cross join whole as w
join unit as u on u.unit_id = p.top.unit_id
left join vocabulary as v on v.field = 'topic' and v.id = p.topic
order by v.position nulls last
