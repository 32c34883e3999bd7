-- 范围内的单位，哪些公布了议题分布、成不成套、最新到哪一年，哪些没有公布？ Which units in scope tell their topics, whole or not and how new, and which do not?
-- 一行一个单位、成套与否；没有公布的单位为空 · one row: one unit, with whole sets or without; a unit that tells none has the kind ''
with scope as (
    select distinct s.unit_id
    from reports_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as s
),
told as (
    select c.*
    from topics_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as c
    where c.is_first
    qualify row_number() over (partition by c.unit_id, c.reason_not = '' order by c.year desc nulls last, c.report_id) = 1
)
select
    s.unit_id,
    u.unit_label,
    case when c.unit_id is null then '' when c.reason_not = '' then 'whole' else 'scattered' end as kind,
    cast(c.year as bigint) as year,
    coalesce(c.reason_not = '', false) as comparable,
    coalesce(c.reason_not, '') as reason_not,
    c.report_id,
    coalesce(nullif(r.title, ''), nullif(r.file_name, ''), r.report_id) as report_title,
    r.publisher,
    r.published,
    r.url,
    r.source_checked
from scope as s
join unit as u on u.unit_id = s.unit_id
join region as g on g.region_id = u.region_id
left join told as c on c.unit_id = s.unit_id
left join report as r on r.report_id = c.report_id
order by g.sort_key, u.unit_label, kind
