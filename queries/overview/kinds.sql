-- 每个指标有多少份报告口径相同，不论有没有件数？ For each measure, how many reports use the same definition, with counts or without, another one, or none that is clear?
-- 一行一个指标和口径 · one row: one measure and kind (main: the same definition, second: another, none: unclear). How many can be compared is another
-- question, for which counts are needed: coverage/measures.sql.
with told as (
    select t.*
    from reports_told_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as t
),
said as (  -- one row a report: what it tells at all
    select
        t.report_no,
        bool_or(t.tells_broad) as tells_broad,
        bool_or(t.tells_strict) as tells_strict,
        bool_or(t.tells_unsaid) as tells_unsaid,
        bool_or(t.tells_outcome) as tells_outcome,
        bool_or(t.tells_adopted) as tells_adopted,
        bool_or(t.is_spanning) as is_spanning,
        bool_or(t.tells_completion) as tells_completion,
        bool_or(t.tells_on_time) as tells_on_time,
        bool_or(t.tells_meeting) as tells_meeting
    from told as t
    where t.tells_rates
    group by t.report_no
),
wanted as (  -- the bits of the topics that are asked for
    select case when $topics is null then -1 else coalesce(bit_or(1::bigint << v.position), 0) end as bits
    from vocabulary as v
    where v.field = 'topic' and list_contains($topics, v.id)
),
topics as (  -- the most classes that one stream of the report has, counted or as shares
    select s.report_no, max(s.class_count) as class_count
    from (
        select t.report_no, greatest(bit_count(bit_or(t.topic_bits) & any_value(w.bits)), bit_count(bit_or(t.share_bits) & any_value(w.bits))) as class_count
        from told as t
        cross join wanted as w
        where t.topic_bits > 0 or t.share_bits > 0
        group by t.report_no, t.instrument, t.level, t.role
    ) as s
    where s.class_count > 0
    group by s.report_no
),
counted as (
    select 1 as position, 'satisfaction' as measure, count(*) filter (where tells_broad or tells_strict or tells_unsaid) as all_count,
        count(*) filter (where tells_broad) as main_count, count(*) filter (where tells_strict) as second_count,
        count(*) filter (where tells_unsaid) as none_count, count(*) filter (where tells_unsaid and not tells_broad and not tells_strict) as alone_count
    from said
    union all
    select 2, 'outcome', count(*) filter (where tells_outcome), count(*) filter (where tells_outcome and tells_adopted),
        count(*) filter (where is_spanning and not tells_adopted), count(*) filter (where tells_outcome and not is_spanning and not tells_adopted) as other_count, other_count
    from said
    union all
    select 3, 'topic', count(*), count(*) filter (where class_count >= 4), 0, count(*) filter (where class_count < 4) as other_count, other_count from topics
    union all
    select 4, 'completion_rate', count(*), count(*), 0, 0, 0 from said where tells_completion
    union all
    select 5, 'on_time_rate', count(*), count(*), 0, 0, 0 from said where tells_on_time
    union all
    select 6, 'meeting_rate', count(*), count(*), 0, 0, 0 from said where tells_meeting
),
kinds as (
    select position, measure, all_count, 1 as place, 'main' as kind, main_count as report_count, 0 as alone_count from counted
    union all
    select position, measure, all_count, 2, 'second', second_count, 0 from counted
    union all
    select position, measure, all_count, 3, 'none', none_count, alone_count from counted
)
select
    k.measure,
    k.kind,
    k.measure as kinds_measure,
    k.kind as kind_of_measure,
    cast(k.report_count as bigint) as report_count,
    cast(k.alone_count as bigint) as alone_count,  -- of an unclear kind: reports that tell no other kind of the measure
    cast(k.all_count as bigint) as measure_report_count
from kinds as k
where k.report_count > 0
order by k.position, k.place
