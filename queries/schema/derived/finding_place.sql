-- 由第一个数字定出每个发现的单位、地区和年份；不指数字的取报告的。 Places each finding by its first figure, or by its report where it names none.
-- 一行一个发现 · one row: one finding
insert into finding_place
select
    n.finding_id,
    n.report_id,
    f.figure_id,
    coalesce(f.unit_id, ''),
    coalesce(f.region_id, r.region_id),
    coalesce(f.prefecture_id, r.prefecture_id),
    coalesce(f.province_id, r.province_id),
    coalesce(f.year, r.year),
    coalesce(f.instrument, ''),
    coalesce(f.level, ''),
    coalesce(f.role, '')
from finding as n
join report as r on r.report_id = n.report_id
left join figure as f on f.report_id = n.report_id and f.figure_id = n.figure_ids ->> '$[0]'
order by n.report_id, n.finding_id
