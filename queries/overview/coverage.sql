-- 各省级地区每年有几份报告？没有的也列出来。 How many reports has each province for each year, those without any included?
-- 一行一个省级地区和年份，没有报告的地区年份为空 · one row: one province and year; a province without reports has no year
with reports as (
    select r.report_id, r.region_id, r.province_id, r.year
    from report as r
    where r.report_no in (
        select f.report_no
        from reports_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as f
        where not f.is_sample
    )
),
placed as (
    select
        r.report_id,
        r.year,
        case when g.level = 'national' then 'national' when p.level = 'provincial' then p.region_id else '' end as place_id
    from reports as r
    left join region as g on g.region_id = r.region_id
    left join region as p on p.region_id = r.province_id
),
counted as (
    select place_id, year, cast(count(*) as bigint) as report_count
    from placed
    group by place_id, year
),
places as (
    select region_id as place_id, region_name as place_name, sort_key
    from region
    where level = 'provincial' and substr(region_id, 1, 1) between '1' and '6'
      and ($regions is null or list_contains($regions, region_id) or region_id in (select c.place_id from counted as c))
    union all
    select c.place_id, c.place_id, case c.place_id when 'national' then '' else '~' end
    from (select distinct place_id from counted) as c
    where c.place_id not in (select region_id from region where level = 'provincial' and substr(region_id, 1, 1) between '1' and '6')
)
select
    p.place_id,
    p.place_name,
    c.year,
    coalesce(c.report_count, 0) as report_count
from places as p
left join counted as c on c.place_id = p.place_id
order by p.sort_key, p.place_id, c.year
