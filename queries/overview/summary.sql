-- 筛选范围里有多少报告、单位、数字，来源核对了多少？示例报告另数。 How much is in scope, and how much has a checked source? Samples are counted apart.
-- 一行 · one row for the whole scope
with found as (
    select f.report_no, f.unit_id, f.figure_count, f.is_sample
    from reports_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as f
),
scope as (
    select f.report_no, f.unit_id, f.figure_count
    from found as f
    where not f.is_sample
),
reports as (
    select r.report_id, r.province_id, r.source_checked, r.origin
    from report as r
    where r.report_no in (select s.report_no from scope as s)
)
select
    (select cast(count(distinct f.report_no) as bigint) from found as f where f.is_sample) as sample_count,
    (select cast(count(*) as bigint) from reports) as report_count,
    (select cast(count(distinct nullif(s.unit_id, '')) as bigint) from scope as s) as unit_count,
    (select cast(coalesce(sum(s.figure_count), 0) as bigint) from scope as s) as figure_count,
    (select cast(count(*) as bigint) from reports as r where r.source_checked) as checked_count,
    (select cast(count(*) as bigint) from reports as r where not r.source_checked and r.origin <> 'imported') as unchecked_count,
    (select cast(count(*) as bigint) from reports as r where not r.source_checked and r.origin = 'imported') as imported_count,
    (select cast(count(distinct r.province_id) as bigint) from reports as r join region as g on g.region_id = r.province_id and g.level = 'provincial')
        as province_count
