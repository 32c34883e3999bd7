-- 每个指标有多少份报告是同一口径？ For each measure, how many reports use the main definition, another one, or none that compares?
-- 一行一个指标和口径 · one row: one measure and kind (main, second, none)
with whole as (
    select f.report_id, f.instrument, f.level, f.role, f.measure, f.category
    from figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as f
    where not f.part
      and f.measure in ('satisfaction', 'satisfaction_rate', 'outcome', 'outcome_share', 'topic', 'topic_share', 'completion_rate', 'on_time_rate', 'meeting_rate')
),
said as (  -- one row a report: what it says at all
    select
        report_id,
        bool_or(measure in ('satisfaction', 'satisfaction_rate') and category = 'satisfied_or_basic') as says_broad,
        bool_or(measure = 'satisfaction_rate' and category = 'satisfied') as says_strict,
        bool_or(measure = 'satisfaction_rate' and category = '') as says_unsaid,
        bool_or(measure in ('outcome', 'outcome_share')) as says_outcome,
        bool_or(measure in ('outcome', 'outcome_share') and category = 'adopted') as says_adopted,
        bool_or(measure in ('outcome', 'outcome_share') and category = 'planned') as says_planned,
        bool_or(measure in ('outcome', 'outcome_share') and category = 'adopted_or_planned') as says_spanning,
        bool_or(measure = 'completion_rate') as says_completion,
        bool_or(measure = 'on_time_rate') as says_on_time,
        bool_or(measure = 'meeting_rate') as says_meeting
    from whole
    group by report_id
),
topics as (
    select report_id, max(class_count) as class_count
    from (
        select report_id, count(distinct category) as class_count
        from whole
        where measure in ('topic', 'topic_share') and category <> ''
        group by report_id, instrument, level, role, measure
    ) as streams
    group by report_id
),
counted as (
    select 1 as position, 'satisfaction' as measure, count(*) filter (where says_broad or says_strict or says_unsaid) as measure_report_count,
        count(*) filter (where says_broad) as main, count(*) filter (where says_strict) as second, count(*) filter (where says_unsaid) as none
    from said
    union all
    select 2, 'outcome', count(*) filter (where says_outcome), count(*) filter (where says_adopted and says_planned),
        count(*) filter (where says_spanning and not (says_adopted and says_planned)),
        count(*) filter (where says_outcome and not says_spanning and not (says_adopted and says_planned))
    from said
    union all
    select 3, 'topic', count(*), count(*) filter (where class_count >= 4), 0, count(*) filter (where class_count < 4) from topics
    union all
    select 4, 'completion_rate', count(*), count(*), 0, 0 from said where says_completion
    union all
    select 5, 'on_time_rate', count(*), count(*), 0, 0 from said where says_on_time
    union all
    select 6, 'meeting_rate', count(*), count(*), 0, 0 from said where says_meeting
),
kinds as (
    select position, measure, measure_report_count, 1 as place, 'main' as kind, main as report_count from counted
    union all
    select position, measure, measure_report_count, 2, 'second', second from counted
    union all
    select position, measure, measure_report_count, 3, 'none', none from counted
)
select
    k.measure,
    k.kind,
    k.measure as kinds_measure,
    k.kind as kind_of_measure,
    cast(k.report_count as bigint) as report_count,
    cast(k.measure_report_count as bigint) as measure_report_count
from kinds as k
where k.report_count > 0
order by k.position, k.place
