-- 这样筛选有哪些提案和建议条目？ Which named items are in scope?
-- 一行一条提案或建议 · one row: one named item, with its report and place
select
    i.report_id as report,
    i.number,
    i.title,
    i.proposers,
    i.instrument,
    case when i.is_key then 'yes' else '' end as key,
    i.topic,
    i.subtopic,
    u.unit_name as unit,
    r.region_name as region,
    r.region_id as region_code,
    coalesce(province.region_name, '') as province,
    cast(i.year as bigint) as year,
    cast(i.span_start as bigint) as "start",
    cast(i.span_end as bigint) as "end",
    s.title as report_title,
    s.publisher,
    s.published,
    s.url,
    case when s.source_checked then 'yes' else '' end as source_checked,
    s.origin
from items_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $topics) as i
join unit as u on u.unit_id = i.unit_id
join region as r on r.region_id = i.region_id
join report as s on s.report_id = i.report_id
left join region as province on province.region_id = i.province_id
order by r.sort_key, i.year, i.report_id, i.number, i.title
