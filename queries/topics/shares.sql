-- 成套的议题分布里，每类多少件，占多少？取按 $order 排在前面的 $most 组。 In whole sets of topics, how many items has each class, and which share?
-- 一行一股件的一个议题 · one row: one class of one set; sets by the share of $topic (order 'share'), by place, or by year; at most $most sets
with scope as (
    select c.*
    from topics_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as c
    where c.reason_not = ''
),
sets as (
    select
        s.set_id,
        any_value(s.region_id) as region_id,
        any_value(s.year) as year,
        max(s.topic_count / s.item_count) filter (where s.topic = $topic) as topic_rate
    from scope as s
    group by s.set_id
),
ordered as (
    select s.set_id, s.year, s.topic_rate, g.sort_key
    from sets as s
    join region as g on g.region_id = s.region_id
    order by
        case when $order = 'share' then coalesce(s.topic_rate, -1) end desc,
        case when $order = 'year' then s.year end desc,
        g.sort_key, s.year, s.set_id
    limit $most
),
first_sets as (
    select o.set_id, o.sort_key, row_number() over (
        order by
            case when $order = 'share' then coalesce(o.topic_rate, -1) end desc,
            case when $order = 'year' then o.year end desc,
            o.sort_key, o.year, o.set_id
    ) as place
    from ordered as o
)
select
    c.set_id,
    c.report_id,
    c.unit_id,
    u.unit_label,
    u.short_name,
    s.sort_key,
    s.place,
    c.year,
    c.instrument,
    c.level,
    c.role,
    c.topic,
    c.topic_count,
    c.item_count as base_count,
    c.topic_count / c.item_count as topic_rate,
    c.topic_labels,
    c.topic_figure as topic_count_figure,
    c.topic_figure as sentence_figure,
    name_of_report(r.title, r.file_name, r.report_id) as report_title,
    r.publisher,
    r.published,
    r.url,
    r.source_checked,
    r.origin
from first_sets as s
join scope as c on c.set_id = s.set_id
join unit as u on u.unit_id = c.unit_id
join report as r on r.report_id = c.report_id
left join vocabulary as v on v.field = 'topic' and v.id = c.topic
order by s.place, v.position
