-- 每份报告的数字按筛选项合并。 The figures of each report, put together as far as no filter tells them apart.
-- 一行一份报告里筛选分不开的一堆数字 · one row: the figures of one report that no filter tells apart
insert into report_scope
select
    f.report_id, r.report_no, f.unit_id, f.region_id, f.prefecture_id, f.province_id, f.year, f.instrument, f.level, f.role,
    case when f.measure in ('topic', 'topic_share') then f.category end as topic,
    count(*) as figure_count,
    any_value(r.is_sample)
from figure as f
join report as r on r.report_id = f.report_id
group by all
order by f.year, f.region_id, f.unit_id, f.report_id
