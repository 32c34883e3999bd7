"""Coverage before results: who tells a measure, who does not, how new it is, and why a unit is left out."""

import csv
import re
from pathlib import Path

PUBLISHED = Path(__file__).resolve().parents[2] / "data" / "published"
FIGURES = PUBLISHED / "figures.csv"


def units_that(measures=()):
    """The units of the shipped figures; with `measures` those that have one of them."""
    with FIGURES.open(encoding="utf-8-sig", newline="") as file:
        return {(row["region"], row["unit"]) for row in csv.DictReader(file) if not measures or row["measure"] in measures}


def test_the_units_in_scope_are_counted_with_those_that_publish_nothing(open_page):
    html = open_page("satisfaction").html
    assert len(units_that()) == 222
    assert "范围内 222 个单位，<b>79</b> 个公布了满意率，143 个没有公布" in html
    assert "同口径且有件数的 <b>3 / 79</b> 家" in html


def test_how_old_the_figures_are_is_said_before_them(open_page):
    assert "各单位最新的数字在 2005—2025 年，半数不晚于 2019 年" in open_page("satisfaction").html


def test_a_definition_is_switched_to_from_the_list_of_definitions(open_page):
    html = open_page("satisfaction").html
    assert '<b>满意率（含基本满意）</b> 3 / 21 家' in html
    assert '<a href="satisfaction?satisfaction_counted=strict&amp;satisfaction_spoken=plain">满意率（仅满意）</a> 2 / 10 家' in html


def test_every_unit_that_is_left_out_is_named_with_its_reason_on_demand(open_page):
    html = open_page("satisfaction", coverage_names=True).html
    row = next(row for row in html.split("<tr") if "武汉市人民政府" in row and "满意率（含基本满意）" in row)
    assert "件数由比率反推" in row
    assert any("国家卫生健康委员会" in row and "口径不同" in row for row in html.split("<tr"))
    assert sum("没有公布" not in row and "未公布" in row for row in html.split("<tr")) >= 143
    assert "满意率（含基本满意）</td>" not in open_page("satisfaction").html


def test_topics_count_units_with_whole_sets(open_page):
    assert "范围内 222 个单位，<b>49</b> 个公布了议题分布" in open_page("topics").html
    assert "<b>成套的议题分布</b> 26 / 26 家" in open_page("topics").html


def test_the_line_reads_in_english(open_page):
    assert "Satisfaction rate: of 222 units in scope <b>79</b> tell it, 143 do not" in open_page("satisfaction", lang="en").html


def rows_of(html, title):
    """The rows of the table whose title holds these words, as lists of cells without marks."""
    table = html[html.index(title) :].partition("</table>")[0]
    return [[re.sub("<[^>]+>|※", "", cell) for cell in row.split("<td")[1:]] for row in table.split("<tr")[2:]]


def cells(row):
    return [cell.partition(">")[2].strip() for cell in row]


def test_the_overview_tells_of_every_measure_how_many_units_publish_it_and_how_many_do_not(open_page):
    html = open_page("overview").html
    assert html.index("222 个单位里，各指标有多少家公布") < html.index("各地各年有报告几份")
    told = {cells(row)[0]: cells(row)[1:] for row in rows_of(html, "各指标有多少家公布")}
    assert told["满意率"] == ["79", "143", "3", "满意率（含基本满意）", "2005", "2019", "2025"]
    assert told["见面率"][:4] == ["25", "197", "0", ""]
    for row, measure in (("议题件数", ("topic", "topic_share")), ("见面率", ("meeting_rate",)), ("按期率", ("on_time_rate",))):
        assert int(told[row][0]) == len(units_that(measure))
    assert "<b>满意率（含基本满意）</b> 3 / 21 家" in open_page("satisfaction").html


def test_the_overview_counts_units_alone_that_the_filters_leave(open_page):
    html = open_page("overview", province=["530000"], instrument=["suggestion"]).html
    (row,) = [cells(row) for row in rows_of(html, "各指标有多少家公布") if cells(row)[0] == "满意率"]
    here = open_page("satisfaction", province=["530000"], instrument=["suggestion"]).html
    assert f"<b>{row[1]}</b> 个公布了满意率，{row[2]} 个没有公布" in here
    assert int(row[1]) > 0


def test_a_measure_on_the_overview_leads_to_its_page(open_page):
    html = open_page("overview").html
    for where in ("satisfaction", "adoption", "topics", "compare?compare_measure=completion", "compare?compare_measure=on_time"):
        assert f'href="{where}"' in html


def test_named_items_say_how_many_units_name_any(open_page):
    with (PUBLISHED / "items.csv").open(encoding="utf-8-sig", newline="") as file:
        reports = {row["report"] for row in csv.DictReader(file)}
    html = open_page("items", coverage_names=True).html
    assert "范围内 222 个单位，<b>25</b> 个公布了点名的单件提案或建议，197 个没有公布" in html
    assert f"<b>{len(reports)}</b> / " in html
    assert "各单位最新的数字在 2010—2025 年，半数不晚于 2021 年" in html
    rows = [cells(row) for row in rows_of(html, "逐个看")]
    assert sum(row[1] != "未公布" for row in rows) == 25
    assert {row[3] for row in rows} == {"已列出，不比较", ""}


def test_bulletins_say_how_many_units_publish_ranks_projects_and_hotlines(open_page):
    html = open_page("key_work").html
    assert "范围内 222 个单位，<b>34</b> 个公布了重点工作或热线的数字，188 个没有公布" in html
    with FIGURES.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if not row["part"]]
    ranked = {(row["region"], row["unit"]) for row in rows if row["measure"] == "rank"}
    measures = ("received", "completed", "completion_rate", "on_time_rate", "satisfaction_rate")
    called = {(row["region"], row["unit"]) for row in rows if row["instrument"] == "hotline" and row["measure"] in measures}
    assert f"考核名次 {len(ranked)} 家" in html
    assert re.search(rf"热线[^；]* {len(called)} 家", html)
    assert "同口径且有件数" not in html


def test_the_numbers_of_the_overview_stand_on_the_page_that_each_measure_leads_to(open_page):
    told = rows_of(open_page("overview").html, "各指标有多少家公布")
    links = re.findall(r'href="([^"]*)">(?:满意率|办理结果占比|议题件数|办结率|按期率|答复率|见面率)</a>', open_page("overview").html)
    assert len(links) == len(told) == 7
    for where, row in zip(links, told, strict=True):
        published, silent, alike = cells(row)[1:4]
        page, _, query = where.partition("?")
        html = open_page(page, dict(part.split("=") for part in query.replace("&amp;", "&").split("&") if part)).html
        whole = f"范围内 222 个单位，<b>{published}</b> 个公布了" in html and f"{silent} 个没有公布" in html
        assert whole or f"“总览”表1合计各种类：222 个单位里 {published} 个公布，同口径可比 {alike} 家。" in html


def test_a_page_of_the_one_instrument_in_scope_says_nothing_of_others(open_page):
    told = {cells(row)[0]: cells(row)[1:] for row in rows_of(open_page("overview", instrument=["proposal"]).html, "各指标有多少家公布")}
    html = open_page("adoption", instrument=["proposal"]).html
    assert "合计各种类" not in html
    assert f"<b>{told['办理结果占比'][0]}</b> 个公布了" in html
    assert f"<b>{told['办理结果占比'][2]} / {told['办理结果占比'][0]}</b> 家" in html


def test_answers_and_meetings_are_compared_too_and_where_none_can_be_the_reason_is_there(open_page):
    answered = open_page("compare", compare_measure="answer", compare_instrument="proposal")
    assert "已答复件数 ÷ 承办件数" in answered.html
    # 7 units state counts, 4 of them over all items
    assert "同口径且有件数的 <b>4 / 27</b> 家" in answered.html
    assert len(answered.charts) == 1
    met = open_page("compare", compare_measure="meeting", coverage_names=True)
    assert "这个范围里没有可以并排的见面率（建议）" in met.html
    assert any("见面率" in row and "只有比率" in row for row in met.html.split("<tr"))
