-- 哪些议题分布不成套，为什么？ Which sets of topics are not whole, and why?
-- 一行一股件 · one row: one stream of one report's unit; at most 200 of left_count, those with the most classes and items first
with first_ones as (
    select s.*, cast(count(*) over () as bigint) as left_count
    from topics_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as s
    where s.reason_not <> '' and s.is_first
    order by s.class_count desc, s.item_count desc nulls last, s.set_id
    limit 200
)
select
    s.report_id,
    s.unit_id,
    u.unit_label,
    s.year,
    s.period,
    s.instrument,
    s.level,
    s.role,
    nullif(s.class_count, 0) as class_count,  -- parts are no classes, and not none of them either
    s.item_count as base_count,
    s.share_sum as share_pct,
    s.topic_figure as sentence_figure,
    s.reason_not,
    s.left_count,
    name_of_report(r.title, r.file_name, r.report_id) as report_title,
    r.publisher,
    r.published,
    r.url,
    r.source_checked,
    r.origin
from first_ones as s
join unit as u on u.unit_id = s.unit_id
join report as r on r.report_id = s.report_id
order by s.reason_not, s.class_count desc nulls last, s.item_count desc nulls last, s.set_id
