-- 哪些报告、单位和数字被核查提到？ Which reports, units and figures does the audit speak of?
-- 一行一个发现和一样东西 · one row: one finding and one report, unit or figure that it is about, the gravest first
with told as (
    select n.*, p.unit_id, case n.severity when 'error' then 0 when 'warning' then 1 when 'unsure' then 2 else 3 end as rank
    from finding as n
    join finding_place as p on p.finding_id = n.finding_id
    where n.kind not in ('unclaimed', 'not_read_back', 'no_figures', 'unknown_region')
),
marked as (
    select t.finding_id, 'report' as thing, t.report_id as id from told as t
    union all
    select t.finding_id, 'unit', t.unit_id from told as t where t.unit_id <> ''
    union all
    select t.finding_id, 'figure', unnest(cast(t.figure_ids as varchar[])) from told as t
)
select m.thing, m.id, t.finding_id, t.report_id, t.kind, t.severity, t.facts
from marked as m
join told as t on t.finding_id = m.finding_id
order by t.rank, t.finding_id
