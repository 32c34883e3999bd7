-- 这样筛选有哪些报告？ Which reports have figures in scope?
-- 一行一份报告 · one row: one report, with how many of its figures and items are in scope
with figures as (
    select f.report_id, count(*) as figures
    from figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as f
    group by f.report_id
),
items as (
    select i.report_id, count(*) as items
    from items_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $topics) as i
    group by i.report_id
)
select
    s.report_id as report,
    s.title,
    s.publisher,
    r.region_name as region,
    r.region_id as region_code,
    coalesce(province.region_name, '') as province,
    s.kind,
    cast(s.year as bigint) as year,
    s.published,
    s.url,
    case when s.source_checked then 'yes' else '' end as source_checked,
    s.origin,
    s.file_name,
    s.imported_at,
    coalesce(figures.figures, 0) as figures,
    coalesce(items.items, 0) as items
from report as s
join region as r on r.region_id = s.region_id
left join region as province on province.region_id = s.province_id
left join figures on figures.report_id = s.report_id
left join items on items.report_id = s.report_id
where figures.figures is not null
   or items.items is not null
   or coalesce(
       cast($year_from as varchar), cast($year_to as varchar), cast($regions as varchar), cast($unit_kinds as varchar),
       cast($bureau_kinds as varchar), cast($units as varchar), cast($instruments as varchar), cast($levels as varchar),
       cast($roles as varchar), cast($topics as varchar)) is null
order by r.sort_key, s.year, s.report_id
