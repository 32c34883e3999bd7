-- 由数字算出 topic_class。成套：各类件数相加等于报告写明的总数，或各类占比相加为100%；另要4类以上、20件以上、整一年、不重复计。
-- Fills topic_class from the figures. A set is whole where its counts make a stated total, or its shares make 100; to be compared it needs four classes,
-- 20 items and one whole year, and must not be counted twice. 一行一股件的一个议题 · one row: one class of one stream
insert into topic_class
with classes as (
    select
        f.report_id, f.unit_id, f.region_id, f.prefecture_id, f.province_id, f.year, f.month, f.period, f.instrument, f.level, f.role, f.category,
        sum(f.value) filter (where f.measure = 'topic' and not f.part) as topic_count,
        sum(f.value) filter (where f.measure = 'topic_share' and not f.part) as topic_pct,
        coalesce(string_agg(f.label || ' ' || format('{:,}', cast(f.value as bigint)), '；' order by f.position) filter (where f.measure = 'topic'),
            string_agg(f.label, '；' order by f.position)) as topic_labels,
        coalesce(string_agg(f.figure_id, '~' order by f.position) filter (where f.measure = 'topic' and not f.part),
            string_agg(f.figure_id, '~' order by f.position) filter (where f.measure = 'topic_share' and not f.part),
            arg_min(f.figure_id, f.position)) as topic_figure,
        bool_and(f.part) as only_parts
    from figure as f
    where f.measure in ('topic', 'topic_share') and f.category <> ''
    group by all
),
streams as (
    select
        row_number() over (order by c.year, c.unit_id, c.report_id, c.instrument, c.level, c.role, c.month, c.period) as set_id,
        c.report_id, c.unit_id, c.year, c.month, c.period, c.instrument, c.level, c.role,
        count(*) filter (where not c.only_parts) as class_count,
        sum(c.topic_count) as item_count,
        sum(c.topic_pct) as share_sum
    from classes as c
    group by c.report_id, c.unit_id, c.year, c.month, c.period, c.instrument, c.level, c.role
),
wholes as (
    select
        s.set_id,
        bool_or(f.value = s.item_count) as met,
        max(f.value) as largest,
        min({'place': list_position(['received', 'filed', 'answered', 'completed'], f.measure), 'measure': f.measure})
            filter (where f.value = s.item_count) as first_met
    from streams as s
    join figure as f
        on f.report_id = s.report_id and f.unit_id = s.unit_id and f.year = s.year and f.instrument = s.instrument and f.level = s.level
        and f.role = s.role and f.month is not distinct from s.month and f.period = s.period
    where f.measure in ('received', 'filed', 'answered', 'completed') and not f.part and f.category = ''
    group by s.set_id
),
judged as (
    select
        s.*,
        case w.first_met.measure when 'received' then 'all' else coalesce(w.first_met.measure, 'classes') end as base,
        case
            when p.is_sample then 'sample'
            when s.instrument = 'hotline' then 'hotline'
            when s.class_count = 0 then 'part'
            when s.period <> '' or s.month is not null or s.year is null then 'part_year'
            when s.item_count is null then 'rate_only'
            when s.item_count > w.largest and not w.met then 'overlap'
            when not coalesce(w.met, false) and not coalesce(s.share_sum between 99.5 and 100.5, false) then 'fragments'
            when s.class_count < 4 then 'few_classes'
            when s.item_count < 20 then 'few'
            else ''
        end as reason_not
    from streams as s
    join report as p on p.report_id = s.report_id
    left join wholes as w on w.set_id = s.set_id
),
ranked as (  -- two reports on the same stream: the unit's own before others', then the later
    select
        j.*,
        row_number() over (
            partition by j.unit_id, j.year, j.instrument, j.level, j.role
            order by contains(r.publisher, u.unit_name) desc, r.published desc, j.report_id desc
        ) as place
    from judged as j
    join report as r on r.report_id = j.report_id
    join unit as u on u.unit_id = j.unit_id
    where j.reason_not = ''
),
settled as (
    select k.set_id, case when k.place > 1 then 'repeated' when exists (
        select 1
        from ranked as o
        where o.unit_id = k.unit_id and o.year = k.year and (o.instrument, o.level, o.role) <> (k.instrument, k.level, k.role)
          and o.instrument in (k.instrument, 'combined') and o.level in (k.level, '') and o.role in (k.role, '')
    ) then 'inside_another' else '' end as reason_not
    from ranked as k
)
select
    j.set_id, c.report_id, c.unit_id, c.region_id, c.prefecture_id, c.province_id, c.year, c.month, c.period, c.instrument, c.level, c.role,
    j.class_count, j.item_count, j.share_sum, j.base, coalesce(s.reason_not, j.reason_not),
    row_number() over (partition by j.set_id order by c.topic_count desc nulls last, c.category) = 1, c.category, c.topic_count, c.topic_pct, coalesce(c.topic_labels, ''),
    c.topic_figure
from classes as c
join judged as j
    on j.report_id = c.report_id and j.unit_id = c.unit_id and j.year is not distinct from c.year and j.month is not distinct from c.month
    and j.period = c.period and j.instrument = c.instrument and j.level = c.level and j.role = c.role
left join settled as s on s.set_id = j.set_id
where not c.only_parts or j.class_count = 0
order by c.year, c.region_id, c.unit_id, j.set_id
