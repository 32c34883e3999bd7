-- 哪些单位公布了什么：比率按口径，议题分布按成不成套，点名的条目，重点工作和热线按指标。示例报告不计。
-- Who tells what: rates by their kind, topics (the measure topic) by whether they are a whole set, named items (item), bulletins (key_work) by measure.
-- Sample reports are not counted.

create macro told_in_scope(measures, year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, levels, roles, topics) as table
    with told as (
        select q.measure, q.unit_id, q.kind, q.year, q.report_id, q.over, q.comparable, q.reason_not
        from rates_in_scope(year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, levels, roles) as q
        where list_contains(measures, q.measure) and not q.stands_back and q.reason_not <> 'sample'
          and q.category in ('', 'satisfied', 'satisfied_or_basic', 'adopted', 'adopted_or_planned')
        union all
        select 'topic', c.unit_id, case when c.reason_not = '' then 'whole' else 'scattered' end, c.year, c.report_id, '', c.reason_not = '', c.reason_not
        from topics_in_scope(year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, levels, roles) as c
        where list_contains(measures, 'topic') and c.is_first and c.reason_not <> 'sample'
        union all
        select 'item', i.unit_id, 'item', i.year, i.report_id, '', false, ''
        from items_in_scope(year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, topics) as i
        where list_contains(measures, 'item') and i.unit_id <> '' and i.report_id not in (select r.report_id from report as r where r.is_sample)
        union all
        select 'key_work', f.unit_id, case when f.instrument = 'hotline' and f.measure <> 'rank' then 'hotline' else f.measure end, f.year, f.report_id, '', false, ''
        from figures_in_scope(year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, levels, roles, topics) as f
        where list_contains(measures, 'key_work') and f.unit_id <> '' and not f.part and f.report_id not in (select r.report_id from report as r where r.is_sample)
          and (f.measure = 'rank' and (topics is null or list_contains(topics, f.category))
            or f.instrument = 'key_work' and f.measure in ('start_rate', 'investment_rate', 'completion_rate')
            or f.instrument = 'hotline' and f.measure in ('received', 'completed', 'completion_rate', 'on_time_rate', 'satisfaction_rate')
                and f.category in ('', 'satisfied', 'satisfied_or_basic'))
    ),
    bases as (  -- as bases_in_scope
        select t.kind, t.over
        from told as t
        where t.comparable or t.reason_not = 'derived_count'
        group by t.kind, t.over
        qualify row_number() over (
            partition by t.kind
            order by count(distinct t.report_id) filter (where t.comparable) desc, count(distinct t.unit_id) filter (where t.comparable) desc,
                t.over = 'all' desc, count(*) desc, t.over
        ) = 1
    )
    select
        t.measure, t.unit_id, t.kind, t.year, t.report_id,
        t.comparable and t.over = b.over as comparable,
        case when t.comparable and t.over <> b.over then 'other_base' else t.reason_not end as reason_not
    from told as t
    left join bases as b on b.kind = t.kind;

-- the units that have anything in scope; items have no level and no role, so a unit may tell items alone
create macro units_in_scope(measures, year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, levels, roles, topics) as table
    select s.unit_id
    from reports_in_scope(year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, levels, roles, topics) as s
    where not s.is_sample and s.unit_id <> ''
    union
    select q.unit_id
    from told_in_scope(measures, year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, levels, roles, topics) as q;
