-- 每个指标有多少份报告是同一口径？ For each measure, how many reports use the main definition, another one, or none that compares?
-- 一行一个指标和口径 · one row: one measure and kind (main, second, none)
with told as (
    select q.report_id, q.measure, q.category, q.comparable
    from rates_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as q
    where not q.stands_back and q.reason_not <> 'sample'
      and q.measure in ('satisfaction_rate', 'outcome_share', 'completion_rate', 'on_time_rate', 'meeting_rate')
),
said as (  -- one row a report: what it tells at all
    select
        report_id,
        bool_or(measure = 'satisfaction_rate' and category = 'satisfied_or_basic') as tells_broad,
        bool_or(measure = 'satisfaction_rate' and category = 'satisfied') as tells_strict,
        bool_or(measure = 'satisfaction_rate' and category = '') as tells_unsaid,
        bool_or(measure = 'outcome_share') as tells_outcome,
        bool_or(measure = 'outcome_share' and comparable and category = 'adopted') as is_comparable,
        bool_or(measure = 'outcome_share' and category = 'adopted_or_planned') as is_spanning,
        bool_or(measure = 'completion_rate') as tells_completion,
        bool_or(measure = 'on_time_rate') as tells_on_time,
        bool_or(measure = 'meeting_rate') as tells_meeting
    from told
    group by report_id
),
topics as (
    select report_id, max(class_count) as class_count
    from (
        select f.report_id, f.instrument, f.level, f.role, f.measure, count(distinct f.category) as class_count
        from figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as f
        where f.report_id not in (select r.report_id from report as r where r.is_sample) and not f.part and f.measure in ('topic', 'topic_share') and f.category <> ''
        group by f.report_id, f.instrument, f.level, f.role, f.measure
    ) as streams
    group by report_id
),
counted as (
    select 1 as position, 'satisfaction' as measure, count(*) filter (where tells_broad or tells_strict or tells_unsaid) as all_count,
        count(*) filter (where tells_broad) as main_count, count(*) filter (where tells_strict) as second_count,
        count(*) filter (where tells_unsaid) as none_count
    from said
    union all
    select 2, 'outcome', count(*) filter (where tells_outcome), count(*) filter (where is_comparable),
        count(*) filter (where is_spanning and not is_comparable), count(*) filter (where tells_outcome and not is_spanning and not is_comparable)
    from said
    union all
    select 3, 'topic', count(*), count(*) filter (where class_count >= 4), 0, count(*) filter (where class_count < 4) from topics
    union all
    select 4, 'completion_rate', count(*), count(*), 0, 0 from said where tells_completion
    union all
    select 5, 'on_time_rate', count(*), count(*), 0, 0 from said where tells_on_time
    union all
    select 6, 'meeting_rate', count(*), count(*), 0, 0 from said where tells_meeting
),
kinds as (
    select position, measure, all_count, 1 as place, 'main' as kind, main_count as report_count from counted
    union all
    select position, measure, all_count, 2, 'second', second_count from counted
    union all
    select position, measure, all_count, 3, 'none', none_count from counted
)
select
    k.measure,
    k.kind,
    k.measure as kinds_measure,
    k.kind as kind_of_measure,
    cast(k.report_count as bigint) as report_count,
    cast(k.all_count as bigint) as measure_report_count
from kinds as k
where k.report_count > 0
order by k.position, k.place
