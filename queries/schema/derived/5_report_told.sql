-- 由比率和议题数字算出 report_told；示例报告不计。 Fills report_told from the rates and the figures about topics, without sample reports.
-- 一行一份报告的一股件 · one row: one stream of items of one report and unit
insert into report_told
with rates as (
    select
        q.report_id, q.unit_id, q.region_id, q.prefecture_id, q.province_id, q.year, q.instrument, q.level, q.role,
        bool_or(q.measure = 'satisfaction_rate' and q.category = 'satisfied_or_basic') as tells_broad,
        bool_or(q.measure = 'satisfaction_rate' and q.category = 'satisfied') as tells_strict,
        bool_or(q.measure = 'satisfaction_rate' and q.category = '') as tells_unsaid,
        bool_or(q.measure = 'outcome_share') as tells_outcome,
        bool_or(q.measure = 'outcome_share' and q.category = 'adopted') as tells_adopted,
        bool_or(q.measure = 'outcome_share' and q.category = 'adopted_or_planned') as is_spanning,
        bool_or(q.measure = 'completion_rate') as tells_completion,
        bool_or(q.measure = 'on_time_rate') as tells_on_time,
        bool_or(q.measure = 'meeting_rate') as tells_meeting
    from rate as q
    where not q.stands_back and q.measure in ('satisfaction_rate', 'outcome_share', 'completion_rate', 'on_time_rate', 'meeting_rate')
    group by all
),
topics as (
    select
        f.report_id, f.unit_id, f.region_id, f.prefecture_id, f.province_id, f.year, f.instrument, f.level, f.role,
        coalesce(bit_or(1::bigint << v.position) filter (where f.measure = 'topic'), 0) as topic_bits,
        coalesce(bit_or(1::bigint << v.position) filter (where f.measure = 'topic_share'), 0) as share_bits
    from figure as f
    join vocabulary as v on v.field = 'topic' and v.id = f.category
    where not f.part and f.measure in ('topic', 'topic_share')
    group by all
),
streams as (
    select report_id, unit_id, region_id, prefecture_id, province_id, year, instrument, level, role from rates
    union
    select report_id, unit_id, region_id, prefecture_id, province_id, year, instrument, level, role from topics
)
select
    r.report_no, s.unit_id, s.region_id, s.prefecture_id, s.province_id, s.year, s.instrument, s.level, s.role,
    a.report_id is not null, coalesce(a.tells_broad, false), coalesce(a.tells_strict, false), coalesce(a.tells_unsaid, false),
    coalesce(a.tells_outcome, false), coalesce(a.tells_adopted, false), coalesce(a.is_spanning, false), coalesce(a.tells_completion, false),
    coalesce(a.tells_on_time, false), coalesce(a.tells_meeting, false), coalesce(t.topic_bits, 0), coalesce(t.share_bits, 0)
from streams as s
join report as r on r.report_id = s.report_id and not r.is_sample
left join rates as a
    on a.report_id = s.report_id and a.unit_id = s.unit_id and a.region_id = s.region_id and a.year is not distinct from s.year
    and a.instrument = s.instrument and a.level = s.level and a.role = s.role
left join topics as t
    on t.report_id = s.report_id and t.unit_id = s.unit_id and t.region_id = s.region_id and t.year is not distinct from s.year
    and t.instrument = s.instrument and t.level = s.level and t.role = s.role
order by s.unit_id, s.year, r.report_no
