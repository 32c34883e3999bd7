-- 哪个单位公布的数字最多？ Which unit has the most figures?
-- 一行一个单位 · one row: one unit, the fullest first
select
    f.unit_id,
    cast(count(distinct f.year) as bigint) as year_count,
    cast(sum(f.figure_count) as bigint) as figure_count
from reports_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as f
where f.unit_id <> ''
group by f.unit_id
order by year_count desc, figure_count desc, f.unit_id
