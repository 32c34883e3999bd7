-- 哪些数字读得没有把握，为什么？ Which figures were read without being sure, and why?
-- 一行一个数字 · one row: one figure under the line from which a figure needs no second look (handling.confidence.SURE)
select f.figure_id, cast(f.confidence as double) as confidence, f.reason
from figure as f
where f.confidence < $sure
order by f.report_id, f.position
