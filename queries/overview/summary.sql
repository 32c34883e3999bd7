-- 筛选范围里有多少报告、单位、数字，来源核对了多少？ How much is in scope, and how much of it has a checked source?
-- 一行 · one row for the whole scope
with scope as (
    select f.report_id, f.unit_id, f.figure_count
    from reports_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as f
),
reports as (
    select r.report_id, r.province_id, r.source_checked
    from report as r
    where r.report_id in (select s.report_id from scope as s)
)
select
    (select cast(count(*) as bigint) from reports) as report_count,
    (select cast(count(distinct s.unit_id) as bigint) from scope as s) as unit_count,
    (select cast(coalesce(sum(s.figure_count), 0) as bigint) from scope as s) as figure_count,
    (select cast(count(*) as bigint) from reports as r where r.source_checked) as checked_count,
    (select cast(count(*) as bigint) from reports as r where not r.source_checked) as unchecked_count,
    (select cast(count(distinct r.province_id) as bigint) from reports as r join region as g on g.region_id = r.province_id and g.level = 'provincial')
        as province_count
