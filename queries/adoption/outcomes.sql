-- 每份报告把办理结果分成哪几类，各多少件？ How does each report divide its outcomes, and how many items are in each class?
-- 一行一股件（报告、单位、年份、种类、层级、角色、轮次） · one row: one stream of items of one report and unit
-- The base is the sum of the classes where the third class is told too; else the stated total, if it is larger: what it leaves is 未公布去向.
with scope as (
    select f.*
    from figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as f
    where not f.part and f.period = '' and f.month is null
),
classes as (
    select
        report_id, unit_id, year, instrument, level, role, qualifier,
        sum(value) filter (where category = 'adopted') as adopted_count,
        sum(value) filter (where category = 'planned') as planned_count,
        sum(value) filter (where category = 'deferred') as deferred_count,
        sum(value) filter (where category = 'adopted_or_planned') as spanning_count,
        sum(value) as sum_count,
        min(figure_id) filter (where category = 'adopted') as adopted_count_figure,
        min(figure_id) filter (where category = 'planned') as planned_count_figure,
        min(figure_id) filter (where category = 'deferred') as deferred_count_figure,
        min(figure_id) filter (where category = 'adopted_or_planned') as spanning_count_figure,
        string_agg(label || ' ' || format('{:d}', cast(value as bigint)), '；' order by position) filter (where category = 'adopted') as adopted_words,
        string_agg(label || ' ' || format('{:d}', cast(value as bigint)), '；' order by position) filter (where category = 'planned') as planned_words,
        string_agg(label || ' ' || format('{:d}', cast(value as bigint)), '；' order by position) filter (where category = 'deferred') as deferred_words,
        string_agg(label || ' ' || format('{:d}', cast(value as bigint)), '；' order by position) filter (where category = 'adopted_or_planned') as spanning_words
    from scope
    where measure = 'outcome' and category <> ''
    group by report_id, unit_id, year, instrument, level, role, qualifier
),
totals as (
    select
        c.report_id, c.unit_id, c.year, c.instrument, c.level, c.role, c.qualifier,
        bool_or(t.value = c.sum_count) as any_equal,
        arg_min(t.value, case t.measure when 'completed' then 1 when 'answered' then 2 when 'filed' then 3 else 4 end) as stated_count
    from classes as c
    join scope as t
        on t.report_id = c.report_id and t.unit_id = c.unit_id and t.year is not distinct from c.year
        and t.instrument = c.instrument and t.level = c.level and t.role = c.role
        and t.measure in ('completed', 'answered', 'filed', 'received') and t.basis = 'stated'
    group by c.report_id, c.unit_id, c.year, c.instrument, c.level, c.role, c.qualifier
),
based as (
    select
        c.*,
        case when t.any_equal then c.sum_count else t.stated_count end as stated_count,
        case
            when c.deferred_count is null and not coalesce(t.any_equal, false) and t.stated_count > c.sum_count then t.stated_count
            else c.sum_count
        end as total_count
    from classes as c
    left join totals as t
        on t.report_id = c.report_id and t.unit_id = c.unit_id and t.year is not distinct from c.year
        and t.instrument = c.instrument and t.level = c.level and t.role = c.role and t.qualifier = c.qualifier
)
select
    b.report_id,
    b.unit_id,
    u.unit_label,
    u.short_name,
    u.province_id,
    g.sort_key,
    b.year,
    b.instrument,
    b.level,
    b.role,
    b.qualifier,
    cast(b.adopted_count as bigint) as adopted_count,
    cast(b.planned_count as bigint) as planned_count,
    cast(b.deferred_count as bigint) as deferred_count,
    cast(b.spanning_count as bigint) as spanning_count,
    cast(nullif(b.total_count - b.sum_count, 0) as bigint) as unsaid_count,
    cast(b.total_count as bigint) as total_count,
    cast(b.stated_count as bigint) as stated_count,
    b.adopted_count / nullif(b.total_count, 0) as adopted_rate,
    b.stated_count is not null and b.stated_count <> b.total_count as sum_differs,
    case
        when b.spanning_count is not null then 'spanning'
        when b.adopted_count is null or (b.planned_count is null and b.deferred_count is null) then 'single'
        when b.total_count < 5 then 'tiny'
        when b.total_count < 20 then 'few'
        else 'ordered'
    end as row_group,
    b.adopted_count_figure,
    b.planned_count_figure,
    b.deferred_count_figure,
    b.spanning_count_figure,
    coalesce(b.adopted_words, '') as adopted_words,
    coalesce(b.planned_words, '') as planned_words,
    coalesce(b.deferred_words, '') as deferred_words,
    coalesce(b.spanning_words, '') as spanning_words,
    r.title as report_title,
    r.publisher,
    r.published,
    r.url,
    r.source_checked
from based as b
join unit as u on u.unit_id = b.unit_id
join region as g on g.region_id = u.region_id
join report as r on r.report_id = b.report_id
order by b.year, g.sort_key, b.report_id, b.instrument, b.level, b.role
