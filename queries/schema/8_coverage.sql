-- 哪些单位公布了什么：比率按口径，议题分布按成不成套。 Who tells what: rates by their kind, topics (the measure topic) by whether they are a whole set.

create macro told_in_scope(measures, year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, levels, roles) as table
    select q.unit_id, q.kind, q.year, q.report_id, q.comparable, q.reason_not
    from rates_in_scope(year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, levels, roles) as q
    where list_contains(measures, q.measure) and not q.stands_back
      and q.category in ('', 'satisfied', 'satisfied_or_basic', 'adopted', 'adopted_or_planned')
    union all
    select c.unit_id, case when c.reason_not = '' then 'whole' else 'scattered' end, c.year, c.report_id, c.reason_not = '', c.reason_not
    from topics_in_scope(year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, levels, roles) as c
    where list_contains(measures, 'topic') and c.is_first;
