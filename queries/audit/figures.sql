-- 这个发现说的是哪些数字？ Which figures does this finding speak of?
-- 一行一个数字 · one row: one figure in the order of the finding, with the share that the report prints beside a count
with asked as (
    select n.report_id, unnest(cast(n.figure_ids as varchar[])) as figure_id, generate_subscripts(cast(n.figure_ids as varchar[]), 1) as ordinal
    from finding as n
    where n.finding_id = $finding
)
select
    a.ordinal,
    f.figure_id,
    f.measure,
    f.category,
    f.label,
    f.value,
    f.scale,
    f.basis,
    f.part,
    s.value as share_pct,
    s.figure_id as share_pct_figure
from asked as a
join figure as f on f.report_id = a.report_id and f.figure_id = a.figure_id
left join figure as s
    on s.report_id = f.report_id and s.unit_id = f.unit_id and s.year is not distinct from f.year and s.month is not distinct from f.month
    and s.period = f.period and s.instrument = f.instrument and s.level = f.level and s.role = f.role and s.category = f.category
    and s.label = f.label and s.measure = f.measure || '_share' and not s.part
order by a.ordinal
