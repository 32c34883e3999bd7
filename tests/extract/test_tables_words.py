"""Cells of words in the place of numbers: none of a class is 0, a dash says nothing, and what else is said is listed with its row and column."""

import pytest

from handling.extract.tables import explain
from handling.model import Head
from handling.reading import read_report
from tests.extract.table_sketch import document, lines, read
from tests.read.files import sheet, word

ROWS = [
    ["承办单位", "承办件数", "办结数", "满意", "基本满意", "不满意", "办结率"], ["县教育局", 12, 12, 11, 1, "无", "100%"],
    ["县民政局", 8, 8, 7, 1, "—", "未统计"], ["县水利局", 9, 9, 9, "/", None, "—"], ["县住建局", 15, 15, 13, 2, 0, "约九成"], ["县交通局", 6, 6, 5, 1, "没有", "无"],
]  # fmt: skip
NAME = "青禾县2023年政协提案办理情况统计表"


def fill(file):
    file.add_paragraph(NAME)
    table = file.add_table(len(ROWS), len(ROWS[0]))
    for row, cells in enumerate(ROWS):
        for column, cell in enumerate(cells):
            table.cell(row, column).text = "" if cell is None else str(cell)


@pytest.mark.parametrize(("data", "ending"), [(lambda: sheet([[NAME], *ROWS]), "xlsx"), (lambda: word(fill), "docx")], ids=["xlsx", "docx"])
def test_words_for_numbers_leave_a_trace_and_empty_marks_leave_none(data, ending):
    reading = read_report(data=data(), name=f"{NAME}.{ending}")
    none = {f.unit: (f.value, f.basis, f.number.of(reading.document.text)) for f in reading.figures if f.category == "dissatisfied"}
    assert none == {"青禾县教育局": (0, "implied", "无"), "青禾县住建局": (0, "stated", "0"), "青禾县交通局": (0, "implied", "没有")}
    assert {f.unit: f.value for f in reading.figures if f.measure == "completion_rate"} == {"青禾县教育局": 100}
    unread = [dict(finding.facts) for finding in reading.findings if finding.kind == "unclaimed"]
    assert [(one["words"], one["reason"]) for one in unread] == [
        ("未统计", "“县民政局”行“办结率”栏写的是文字，读不出数"), ("约九成", "“县住建局”行“办结率”栏写的是文字，读不出数"),
        ("无", "“县交通局”行“办结率”栏写的是文字，读不出数"),
    ]  # fmt: skip


def unread(sketch):
    doc = document(sketch)
    return [(one.span.of(doc.text), one.place) for one in explain(doc, Head(year=2023))]


def test_none_of_a_class_is_zero_and_none_elsewhere_is_listed():
    sketch = "承办单位|主办件数|协办件数|C类件\n县教育局|12|无|无\n县民政局|8|3|1\n县水利局|9|2|—"
    assert [line for line in lines(sketch) if "deferred" in line or "joint" in line] == [
        "县教育局 outcome deferred = 0", "县民政局 joint received = 3", "县民政局 outcome deferred = 1", "县水利局 joint received = 2",
    ]  # fmt: skip
    assert unread(sketch) == [("无", "表1第2行第3列")]
    assert [mention.basis for mention in read(sketch) if mention.value == 0] == ["implied"]


def test_a_column_of_rates_that_were_not_counted_is_listed_whole():
    assert unread("承办单位|承办件数|办结率\n县教育局|12|未统计\n县民政局|8|未统计") == [("未统计", "表1第2行第3列"), ("未统计", "表1第3行第3列")]


def test_words_under_heads_of_words_are_no_matter():
    assert unread("承办单位|承办件数|办理结果|备注\n县教育局|12|已解决|已答复\n县民政局|8|列入计划|无") == []
