-- 这样筛选有多少份报告？ How many reports do these filters leave?
-- 一行 · one row for the whole scope
select cast(count(distinct f.report_no) as bigint) as report_count
from reports_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as f
