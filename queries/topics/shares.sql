-- 成套的议题分布里，每类多少件，占多少？ In the whole sets of topics, how many items has each class, and which share?
-- 一行一股件的一个议题 · one row: one class of one set (report, unit, year, instrument, level, role)
select
    c.set_id,
    c.report_id,
    c.unit_id,
    u.unit_label,
    u.short_name,
    g.sort_key,
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
    r.title as report_title,
    r.publisher,
    r.published,
    r.url,
    r.source_checked
from topics_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as c
join unit as u on u.unit_id = c.unit_id
join region as g on g.region_id = u.region_id
join report as r on r.report_id = c.report_id
left join vocabulary as v on v.field = 'topic' and v.id = c.topic
where c.reason_not = ''
order by g.sort_key, c.year, c.set_id, v.position
