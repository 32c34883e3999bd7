-- 范围内的单位，哪些公布了这一指标、各是什么口径、最新到哪一年，哪些没有公布？ Which units in scope tell this measure, in which kind and how new, and which do not?
-- 一行一个单位、一种口径；没有公布的单位口径为空 · one row: one unit and kind; a unit that tells none has the kind ''
with scope as (
    select s.unit_id
    from units_in_scope($measures, $year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as s
),
told as (  -- of each unit and kind what can be compared before what cannot, then the newest
    select q.*
    from told_in_scope($measures, $year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as q
    qualify row_number() over (partition by q.unit_id, q.kind order by q.comparable desc, q.year desc nulls last, q.report_id) = 1
)
select
    s.unit_id,
    u.unit_label,
    coalesce(q.kind, '') as kind,
    cast(q.year as bigint) as year,
    coalesce(q.comparable, false) as comparable,
    coalesce(q.reason_not, '') as reason_not,
    q.report_id,
    name_of_report(r.title, r.file_name, r.report_id) as report_title,
    r.publisher,
    r.published,
    r.url,
    r.source_checked,
    r.origin
from scope as s
join unit as u on u.unit_id = s.unit_id
join region as g on g.region_id = u.region_id
left join told as q on q.unit_id = s.unit_id
left join report as r on r.report_id = q.report_id
order by g.sort_key, u.unit_label, kind
