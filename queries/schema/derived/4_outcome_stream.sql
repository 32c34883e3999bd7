-- 由比率和数字算出 outcome_stream。 Fills outcome_stream from the rates and the figures.
-- 一行一股件 · one row: one stream of items of one report and unit
insert into outcome_stream
with streams as (
    select
        q.report_id, q.unit_id, q.region_id, q.prefecture_id, q.province_id, q.year, q.month, q.period, q.instrument, q.level, q.role, q.qualifier,
        max(q.x) filter (where q.category = 'adopted') as adopted_count,
        max(q.x) filter (where q.category = 'planned') as planned_count,
        max(q.x) filter (where q.category = 'deferred') as deferred_count,
        max(q.x) filter (where q.category = 'adopted_or_planned') as spanning_count,
        max(q.n) as total_count,
        arg_max(count_basis(q.x_basis, q.pct_basis), q.x) filter (where q.category = 'adopted') as adopted_count_basis,
        arg_max(count_basis(q.x_basis, q.pct_basis), q.x) filter (where q.category = 'planned') as planned_count_basis,
        arg_max(count_basis(q.x_basis, q.pct_basis), q.x) filter (where q.category = 'deferred') as deferred_count_basis,
        arg_max(count_basis(q.x_basis, q.pct_basis), q.x) filter (where q.category = 'adopted_or_planned') as spanning_count_basis,
        arg_max(count_basis(q.n_basis, q.pct_basis), q.n) as total_count_basis,
        max(q.pct) filter (where q.category in ('adopted', 'adopted_or_planned') and q.pct_basis <> 'derived') as printed_pct,
        arg_max(q.pct_basis, q.pct) filter (where q.category in ('adopted', 'adopted_or_planned') and q.pct_basis <> 'derived') as printed_pct_basis,
        coalesce(max(q.base) filter (where q.category in ('adopted', 'adopted_or_planned')), max(q.base)) as base,
        coalesce(max(q.over) filter (where q.category in ('adopted', 'adopted_or_planned')), max(q.over)) as over,
        bool_or(q.category = 'adopted_or_planned') as is_spanning,
        bool_or(q.doubted) as doubted,
        coalesce(max(q.reason_not) filter (where q.category in ('adopted', 'adopted_or_planned')),
            max(q.reason_not) filter (where q.reason_not = 'sample')) as reason_not,
        arg_max_null(q.n_figure, q.n) as total_count_figure,
        arg_max(q.pct_figure, q.pct) filter (where q.category in ('adopted', 'adopted_or_planned') and q.pct_basis <> 'derived') as printed_pct_figure,
        max(q.sentence_figure) filter (where q.category = 'adopted') as adopted_figure,
        max(q.sentence_figure) filter (where q.category = 'planned') as planned_figure,
        max(q.sentence_figure) filter (where q.category = 'deferred') as deferred_figure,
        max(q.sentence_figure) filter (where q.category = 'adopted_or_planned') as spanning_figure
    from rate as q
    where q.measure = 'outcome_share' and not q.stands_back and q.category <> ''
    group by all
),
words as (
    select
        f.report_id, f.unit_id, f.year, f.month, f.period, f.instrument, f.level, f.role, f.qualifier, f.category,
        string_agg(f.label || ' ' || format('{:,}', cast(f.value as bigint)) || case f.basis when 'implied' then '〔文〕' else '' end, '；' order by f.position) as said,
        string_agg(f.figure_id, '~' order by f.position) as figures  -- a count opens what was added, not the share beside it
    from figure as f
    where f.measure = 'outcome' and not f.part
    group by all
),
worded as (
    select
        w.report_id, w.unit_id, w.year, w.month, w.period, w.instrument, w.level, w.role, w.qualifier,
        max(w.said) filter (where w.category = 'adopted') as adopted_words,
        max(w.figures) filter (where w.category = 'adopted') as adopted_counted,
        max(w.said) filter (where w.category = 'planned') as planned_words,
        max(w.figures) filter (where w.category = 'planned') as planned_counted,
        max(w.said) filter (where w.category = 'deferred') as deferred_words,
        max(w.figures) filter (where w.category = 'deferred') as deferred_counted,
        max(w.said) filter (where w.category = 'adopted_or_planned') as spanning_words,
        max(w.figures) filter (where w.category = 'adopted_or_planned') as spanning_counted
    from words as w
    group by all
)
select
    row_number() over (), s.report_id, s.unit_id, s.region_id, s.prefecture_id, s.province_id, s.year, s.month, s.period, s.instrument, s.level, s.role,
    s.adopted_count, s.planned_count, s.deferred_count, s.spanning_count, s.total_count, s.printed_pct, s.printed_pct_basis, s.base, s.over,
    count(*) over (partition by s.report_id, s.unit_id, s.year, s.month, s.period) > 1,
    s.is_spanning, s.doubted, s.reason_not,
    s.adopted_count_basis, s.planned_count_basis, s.deferred_count_basis, s.spanning_count_basis, s.total_count_basis,
    w.adopted_words, w.planned_words, w.deferred_words, w.spanning_words,
    s.total_count_figure, s.printed_pct_figure,
    coalesce(w.adopted_counted, s.adopted_figure, w.spanning_counted, s.spanning_figure, w.planned_counted, s.planned_figure, s.deferred_figure),
    coalesce(w.adopted_counted, s.adopted_figure), coalesce(w.planned_counted, s.planned_figure),
    coalesce(w.deferred_counted, s.deferred_figure), coalesce(w.spanning_counted, s.spanning_figure)
from streams as s
left join worded as w
    on w.report_id = s.report_id and w.unit_id = s.unit_id and w.year is not distinct from s.year and w.month is not distinct from s.month
    and w.period = s.period and w.instrument = s.instrument and w.level = s.level and w.role = s.role and w.qualifier = s.qualifier
order by s.year, s.region_id, s.unit_id, s.report_id
