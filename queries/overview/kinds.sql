-- 每个指标有多少份报告是同一口径？ For each measure, how many reports use the main definition, another one, or none that compares?
-- 一行一个指标和口径 · one row: one measure and kind (main, second, none)
with whole as (
    select f.report_id, f.instrument, f.level, f.role, f.measure, f.category
    from figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as f
    where not f.part
),
outcomes as (
    select
        report_id,
        bool_or(category = 'adopted') as has_adopted,
        bool_or(category = 'planned') as has_planned,
        bool_or(category = 'adopted_or_planned') as has_spanning
    from whole
    where measure in ('outcome', 'outcome_share')
    group by report_id
),
topics as (
    select report_id, max(class_count) as class_count
    from (
        select report_id, instrument, level, role, measure, count(distinct category) as class_count
        from whole
        where measure in ('topic', 'topic_share') and category <> ''
        group by report_id, instrument, level, role, measure
    ) as streams
    group by report_id
),
kinds as (
    select 1 as position, 'satisfaction' as measure, 'main' as kind, report_id from whole
    where measure in ('satisfaction', 'satisfaction_rate') and category = 'satisfied_or_basic'
    union
    select 1, 'satisfaction', 'second', report_id from whole where measure = 'satisfaction_rate' and category = 'satisfied'
    union
    select 1, 'satisfaction', 'none', report_id from whole where measure = 'satisfaction_rate' and category = ''
    union
    select 2, 'outcome', case when has_adopted and has_planned then 'main' when has_spanning then 'second' else 'none' end, report_id from outcomes
    union
    select 3, 'topic', case when class_count >= 4 then 'main' else 'none' end, report_id from topics
    union
    select case measure when 'completion_rate' then 4 when 'on_time_rate' then 5 else 6 end, measure, 'main', report_id from whole
    where measure in ('completion_rate', 'on_time_rate', 'meeting_rate')
)
select
    k.measure,
    k.kind,
    k.measure as kinds_measure,
    k.kind as kind_of_measure,
    cast(count(*) as bigint) as report_count,
    (select cast(count(distinct a.report_id) as bigint) from kinds as a where a.measure = k.measure) as measure_report_count
from kinds as k
group by k.position, k.measure, k.kind
order by k.position, case k.kind when 'main' then 1 when 'second' then 2 else 3 end
