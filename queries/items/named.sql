-- 报告里点名说到哪些提案和建议？ Which proposals and suggestions do the reports name?
-- 一行一条提案或建议 · one row: one named item whose title, number or proposers hold every one of $words, or whose unit
-- is among those that the word means ($units_meant, a list for each word); no words: all items
select
    i.item_id,
    i.number,
    i.title as item_title,
    i.proposers,
    i.instrument,
    i.is_key,
    i.topic,
    i.subtopic,
    i.topic_words,
    u.unit_id,
    u.unit_label,
    cast(i.year as bigint) as year,
    s.report_id,
    s.title as report_title,
    s.publisher,
    s.published,
    s.url,
    s.source_checked,
    s.origin
from items_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $topics) as i
join unit as u on u.unit_id = i.unit_id
join region as r on r.region_id = i.region_id
join report as s on s.report_id = i.report_id
where len(list_filter($words, lambda word, position: not (
    contains(lower(concat_ws(' ', i.number, i.title, i.proposers)), lower(word)) or list_contains($units_meant[position], i.unit_id)))) = 0
order by i.year desc nulls last, r.sort_key, i.report_id, i.span_start, i.number, i.title
