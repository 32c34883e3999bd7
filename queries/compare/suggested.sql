-- 哪些单位最值得放在一起看：同口径的年份最多、件数最多？ Which units have most like-for-like years, and most items?
-- 一行一个单位 · one row: one unit, the best first
select
    q.unit_id,
    cast(count(distinct q.year) as bigint) as year_count,
    cast(sum(q.n) as bigint) as n_count
from rates_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as q
where list_contains($kinds, q.kind) and q.comparable and not q.stands_back and q.period = '' and q.month is null
group by q.unit_id
order by year_count desc, n_count desc, q.unit_id
limit 6
