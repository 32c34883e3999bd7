-- 在这个范围里，哪种件、哪种比率有单位可比？ For which instrument and rate are there units in scope that can be compared?
-- 一行一种比率、一种件 · one row: one kind of rate and instrument, with the units that tell it and those that tell it with counts
select
    q.kind,
    q.instrument,
    cast(count(distinct q.unit_id) as bigint) as unit_count,
    cast(count(distinct q.unit_id) filter (where q.comparable) as bigint) as alike_count
from rates_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as q
where list_contains($kinds, q.kind) and not q.stands_back and q.period = '' and q.month is null and q.year is not null
    and q.reason_not not in ('part', 'audit', 'other_stream')
group by q.kind, q.instrument
order by q.kind, q.instrument
