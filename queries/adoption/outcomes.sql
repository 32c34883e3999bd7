-- 每份报告把办理结果分成哪几类，各多少件，占多少？ How does each report divide its outcomes: how many items in each class, out of how many?
-- 一行一股件（报告、单位、年份、种类、层级、角色） · one row: one stream of items of one report and unit
with streams as (
    select o.*
    from outcomes_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as o
),
main as (  -- the base over which shares are ordered and pooled
    select b.over
    from bases_in_scope(['outcome_share.adopted'], $year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as b
),
inside as (  -- streams that another one of the same report holds: 主办 beside both roles, proposals beside all items
    select distinct s.stream_id
    from streams as s
    join streams as o
        on o.report_id = s.report_id and o.unit_id = s.unit_id and o.year is not distinct from s.year
        and o.month is not distinct from s.month and o.period = s.period
    where o.siblings and s.siblings and o.over is not distinct from s.over and (o.instrument, o.level, o.role) <> (s.instrument, s.level, s.role)
      and o.instrument in (s.instrument, 'combined') and o.level in (s.level, '') and o.role in (s.role, '')
    union
    select s.stream_id  -- or whose items another unit of the same region counts among its own
    from streams as s
    join unit as su on su.unit_id = s.unit_id
    join streams as o on o.region_id = s.region_id and o.unit_id <> s.unit_id and o.year = s.year and o.period = s.period and o.over = s.over
    join unit as ou on ou.unit_id = o.unit_id
    where o.reason_not = '' and o.adopted_count is not null and not o.is_spanning and holds(ou.unit_kind, su.unit_kind, s.instrument)
      and overlap(o.instrument, o.level, o.role, s.instrument, s.level, s.role)
)
select
    s.report_id,
    s.unit_id,
    u.unit_label,
    u.short_name,
    u.unit_kind,
    g.level as region_level,
    g.sort_key,
    s.year,
    s.instrument,
    s.level,
    s.role,
    s.adopted_count,
    s.planned_count,
    s.deferred_count,
    s.spanning_count,
    nullif(s.total_count - coalesce(s.adopted_count, 0) - coalesce(s.planned_count, 0) - coalesce(s.deferred_count, 0)
        - coalesce(s.spanning_count, 0), 0) as unsaid_count,
    s.total_count,
    s.adopted_count / nullif(s.total_count, 0) as adopted_rate,
    s.printed_pct,
    s.printed_pct_basis,
    s.base,
    s.over,
    s.doubted,
    coalesce(s.reason_not, 'one_class') as reason_not,
    case
        when s.is_spanning and s.spanning_count is not null and s.total_count is not null and s.reason_not in ('', 'spans') then 'spanning'
        when s.is_spanning or s.adopted_count is null or s.total_count is null or s.reason_not <> '' then 'left_out'
        when s.total_count < 5 then 'tiny'
        when s.total_count < 20 then 'few'
        when s.over <> (select m.over from main as m) then 'other_base'
        else 'ordered'
    end as row_group,
    i.stream_id is not null as inside_another,
    s.total_count_figure,
    s.printed_pct_figure,
    s.sentence_figure,
    case when s.adopted_words is not null then s.adopted_words_figure end as adopted_count_figure,
    case when s.planned_words is not null then s.planned_words_figure end as planned_count_figure,
    case when s.deferred_words is not null then s.deferred_words_figure end as deferred_count_figure,
    case when s.spanning_words is not null then s.spanning_words_figure end as spanning_count_figure,
    s.adopted_count_basis,
    s.planned_count_basis,
    s.deferred_count_basis,
    s.spanning_count_basis,
    s.total_count_basis,
    s.adopted_words,
    s.planned_words,
    s.deferred_words,
    s.spanning_words,
    s.adopted_words_figure,
    s.planned_words_figure,
    s.deferred_words_figure,
    s.spanning_words_figure,
    name_of_report(r.title, r.file_name, r.report_id) as report_title,
    r.publisher,
    r.published,
    r.url,
    r.source_checked,
    r.origin
from streams as s
left join inside as i on i.stream_id = s.stream_id
join unit as u on u.unit_id = s.unit_id
join region as g on g.region_id = u.region_id
join report as r on r.report_id = s.report_id
order by s.year, g.sort_key, s.report_id, s.instrument, s.level, s.role
