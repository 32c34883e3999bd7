"""报告与原文: a figure opens its sentence; without the text, its citation; report text is text."""

import html
import json
import re

import pandas as pd
import pytest

from dashboard import reader

TEXT = "标题<script>alert(1)</script>\n提案13件，其中主办4件。\n下一步再办5件。"
BLOCKS = json.dumps([
    {"kind": "title", "span": [0, 27], "place": "第1段", "table": -1, "row": -1, "column": -1, "row_span": 1, "column_span": 1},
    {"kind": "paragraph", "span": [28, 41], "place": "第2段", "table": -1, "row": -1, "column": -1, "row_span": 1, "column_span": 1},
    {"kind": "paragraph", "span": [42, 50], "place": "第3段", "table": -1, "row": -1, "column": -1, "row_span": 1, "column_span": 1},
])  # fmt: skip
FIGURES = pd.DataFrame({
    "figure_id": ["a", "b", "c"], "number_start": [30, 38, None], "number_end": [32, 39, None], "sentence_start": [28, 28, None],
    "sentence_end": [41, 41, None],
})  # fmt: skip


@pytest.fixture
def page():
    return reader.page(TEXT, BLOCKS, reader.marks_of(FIGURES, [(47, 48)], ["b"]), ["b"])


def test_a_script_in_a_report_is_text(page):
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script" not in page


def test_each_number_is_a_link_to_itself_and_the_chosen_one_stands_out(page):
    assert 'href="sources?figure=a">13</a>' in page
    assert '<mark class="on"><a href="sources?figure=b">4</a></mark>' in page


def test_the_chosen_sentence_is_marked_whole(page):
    marked = "".join(part.split("</span>")[0] for part in page.split('<span class="sentence">')[1:])
    assert "提案" in marked
    assert "其中主办" in marked
    assert "下一步" not in marked


def test_a_number_that_nobody_claimed_is_dotted(page):
    assert "<u>5</u>" in page


def test_all_characters_of_the_report_are_there(page):
    assert html.unescape(re.sub(r"<[^>]+>", "", page)) == TEXT.replace("\n", "")


def test_paragraphs_without_numbers_can_be_left_out():
    shown = reader.page(TEXT, BLOCKS, reader.marks_of(FIGURES, [], ()), (), only_numbers=True)
    assert "提案" in shown
    assert "下一步" not in shown


def test_a_table_stays_a_table():
    cell = {"kind": "cell", "place": "表1", "table": 0, "row_span": 1}
    blocks = json.dumps([
        {**cell, "span": [0, 1], "row": 0, "column": 0, "column_span": 2}, {**cell, "span": [1, 2], "row": 1, "column": 0, "column_span": 1},
        {**cell, "span": [2, 3], "row": 1, "column": 1, "column_span": 1},
    ])  # fmt: skip
    shown = reader.page("甲乙丙", blocks, [], ())
    assert '<tr><td rowspan="1" colspan="2">甲</td></tr><tr><td rowspan="1" colspan="1">乙</td><td rowspan="1" colspan="1">丙</td></tr>' in shown


def test_a_shipped_report_shows_its_citation_and_says_that_the_text_is_not_here(open_page):
    shown = open_page("sources", report="G010").html
    assert "原件不在库中" in shown
    assert "鄄城县人民政府办公室" in shown
    assert 'href="http://www.juancheng.gov.cn/88904/88912/2016037402145120256.html"' in shown
    assert "已核对" in shown


def test_an_unchecked_source_is_named_as_such(open_page):
    assert "来源未核对" in open_page("sources", report="G011").html


def test_what_arithmetic_found_stands_beside_the_report(open_page):
    assert "588" in open_page("sources", report="C011").html.split("核查提示")[1]


def test_a_figure_opens_its_report_and_its_card(open_page):
    listed = open_page("sources", report="001_2a9e6372591264a2").html
    figure = re.search(r'figure=([0-9a-f]{16})">162</a>', listed)[1]
    shown = open_page("sources", query={"figure": figure}).html
    assert "选中 · 第3个，共10个" in shown
    assert '<span class="big">162</span>' in shown
    assert "已采纳和正在采纳" in shown


def figure_that(html, words):
    """The figures that the link of these words opens."""
    return re.search(rf'figure=([0-9a-f~]+)"[^>]*>{words}</a>', html)[1]


@pytest.mark.parametrize(("lang", "said"), [
    ("zh", "这个数由报告里的 3 个数相加：19 ＋ 14 ＋ 6 ＝ 39。逐个列在下面。"),
    ("en", "This number adds 3 figures of the report: 19 + 14 + 6 = 39. Each has its card below."),
])  # fmt: skip
def test_a_number_that_adds_a_reports_own_classes_opens_all_of_them(open_page, lang, said):
    figures = figure_that(open_page("topics").html, "39/81")
    assert figures.count("~") == 2
    shown = open_page("sources", query={"figure": figures}, lang=lang).html
    assert said in shown
    assert re.findall('<span class="big">([^<]*)</span>', shown) == ["19", "14", "6"]
    assert shown.count('<tr class="on">') == 3
    assert shown.count('id="chosen"') == 1


def test_outcomes_that_were_added_open_all_of_them(open_page):
    html = open_page("adoption", open_adoption_bars=True).html
    row = next(row for row in html.split("<tr") if "宁波市人民政府" in row and ">76</a>" in row)
    shown = open_page("sources", query={"figure": figure_that(row, "76")}).html
    assert "这个数由报告里的 2 个数相加：66 ＋ 10 ＝ 76。" in shown
    assert "这个数由" not in open_page("sources", query={"figure": figure_that(row, "148")}).html


def test_figures_that_count_different_things_are_listed_without_a_sum(open_page):
    listed = open_page("sources", report="G028").html
    shown = open_page("sources", query={"figure": "~".join(figure_that(listed, words) for words in ("81", "17"))}).html
    assert "这个链接指着报告里的 2 个数，逐个列在下面。" in shown


def test_of_figures_that_were_added_the_known_ones_of_one_report_are_shown(open_page):
    one, other = (figure_that(open_page("sources", report=report).html, words) for report, words in (("G028", "19"), ("001_2a9e6372591264a2", "162")))
    shown = open_page("sources", query={"figure": f"NONE~{one}~{other}"}).html
    assert re.findall('<span class="big">([^<]*)</span>', shown) == ["19"]


def test_all_figures_that_were_added_are_marked_in_the_text():
    shown = reader.page(TEXT, BLOCKS, reader.marks_of(FIGURES, [], ["a", "b"]), ["a", "b"])
    assert re.findall('<mark class="on"><a [^>]*>([^<]*)</a>', shown) == ["13", "4"]


@pytest.mark.parametrize(("years", "told"), [((2022, 2023), True), ((2004, 2026), False)])
def test_a_link_to_a_report_that_the_filters_leave_out_says_so(open_page, years, told):
    figure = figure_that(open_page("sources", report="G028").html, "19")
    page = open_page("sources", query={"figure": figure}, year=years)
    assert ("这份报告不在当前筛选范围（2022—2023年" in page.html) == told
    assert ("筛选没有起作用" in page.html) == told
    assert '<span class="big">19</span>' in page.html


def test_a_figure_that_does_not_exist_is_no_error(open_page):
    assert "报告与原文" in open_page("sources", query={"figure": "<script>"}).html


def test_the_page_reads_in_english(open_page):
    assert "The original is not stored" in open_page("sources", report="G010", lang="en").html


def test_a_shipped_figure_shows_no_confidence_because_none_was_measured(open_page):
    listed = open_page("sources", report="001_2a9e6372591264a2").html
    shown = open_page("sources", query={"figure": re.search(r'figure=([0-9a-f]{16})">162</a>', listed)[1]}).html
    assert "随产品发布的读数" in shown
    assert "把握" not in shown
