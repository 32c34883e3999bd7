-- 这个数字在哪份报告里？ Which report holds this figure?
-- 一行，没有这个数字则为空 · one row, none where the figure is not known
select f.report_id
from figure as f
where f.figure_id = $figure
