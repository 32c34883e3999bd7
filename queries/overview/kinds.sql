-- 每个指标有多少份报告是同一口径？ For each measure, how many reports use the main definition, another one, or none that compares?
-- 一行一个指标和口径 · one row: one measure and kind (main, second, none)
with told as (
    select q.report_id, q.measure, q.category, q.comparable, q.kind
    from rates_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as q
    where not q.stands_back
),
outcomes as (
    select
        report_id,
        bool_or(comparable and category = 'adopted') as is_comparable,
        bool_or(category = 'adopted_or_planned') as is_spanning
    from told
    where measure = 'outcome_share'
    group by report_id
),
topics as (
    select report_id, max(class_count) as class_count
    from (
        select f.report_id, f.instrument, f.level, f.role, f.measure, count(distinct f.category) as class_count
        from figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as f
        where not f.part and f.measure in ('topic', 'topic_share') and f.category <> ''
        group by f.report_id, f.instrument, f.level, f.role, f.measure
    ) as streams
    group by report_id
),
kinds as (
    select 1 as position, 'satisfaction' as measure, report_id,
        case category when 'satisfied_or_basic' then 'main' when 'satisfied' then 'second' else 'none' end as kind
    from told
    where measure = 'satisfaction_rate' and category in ('', 'satisfied', 'satisfied_or_basic')
    union
    select 2, 'outcome', report_id, case when is_comparable then 'main' when is_spanning then 'second' else 'none' end from outcomes
    union
    select 3, 'topic', report_id, case when class_count >= 4 then 'main' else 'none' end from topics
    union
    select case measure when 'completion_rate' then 4 when 'on_time_rate' then 5 else 6 end, measure, report_id, 'main'
    from told
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
