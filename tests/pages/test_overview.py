"""总览: who published, and which numbers can stand beside each other."""

import json
import re

import plotly.graph_objects as go

from dashboard import warehouse
from tests.pages.rendering import opened_tables, panels_of, rendered


def test_the_key_numbers_count_what_ships(open_page):
    html = open_page("overview").html
    assert "<span>2,060</span>" in html
    assert "<b>29</b> / 31 个省级地区有报告" in html


def test_every_province_has_a_row_even_without_a_report(open_page):
    matrix = open_page("overview").charts[0]
    places = matrix["layout"]["yaxis"]["ticktext"]
    sums = dict(zip(places, matrix["data"][1]["text"], strict=True))
    assert len([place for place in places if place not in ("中央单位", "地区未定")]) == 31
    assert (sums["黑龙江"], sums["西藏"], sums["山东"]) == ("0", "0", "24")


def test_the_filter_for_a_province_leaves_its_row_alone(open_page):
    matrix = open_page("overview", province=["430000"]).charts[0]
    assert matrix["layout"]["yaxis"]["ticktext"] == ["湖南"]


def test_the_figures_are_valid_for_plotly(open_page):
    for chart in open_page("overview").charts:
        go.Figure(chart)


def test_the_newest_report_comes_first_and_leads_to_its_source(open_page):
    html = open_page("overview").html
    assert html.index("鄄城县人民政府关于2025年政协委员提案办理总体情况") < html.index("让代表建议落地")
    assert 'href="sources?report=G010"' in html


def test_a_filter_that_leaves_nothing_offers_to_drop_it(open_page):
    page = open_page("overview", province=["110000"], year=(2004, 2005))
    assert "当前筛选下没有报告。去掉“年份" in page.html
    assert [button.label for button in page.app.button][-1] == "清除全部筛选"
    assert page.charts == []


def test_clearing_brings_everything_back(open_page):
    page = open_page("overview", province=["110000"], year=(2004, 2005))
    page.app.button(key="drop_all").click().run()
    assert "<span>2,060</span>" in page.html


def test_the_page_reads_in_english(open_page):
    assert "Reports by place and year" in open_page("overview", lang="en").html


def test_the_kinds_count_the_same_reports_as_the_page_of_satisfaction(open_page):
    # 79 reports state a satisfaction rate: 24 a broad one, 13 a strict one, 28 either of them; 53 one without saying what it counts, 51 of them no other.
    html = open_page("overview").html
    assert "79份报告写了满意率（有的写了两种），其中<b>51</b>份只写了没有说明是否含基本满意的，<b>只能单看，不能并排</b>。" in html
    assert "另有2份既写了没有说明的，也写了说明清楚的。" in html
    assert "/ 79 份报告可并排" in open_page("satisfaction").html


def test_with_a_topic_chosen_the_numbers_are_those_of_the_pages_that_they_lead_to(open_page):
    page, plain = opened_tables(open_page, "overview", topic=["environment"]), opened_tables(open_page, "overview")
    assert "左边选的“生态环境”只减少“数字”的个数" in page.html
    assert "只减少“数字”的个数" not in plain.html
    assert json.dumps(page.charts[1]) == json.dumps(plain.charts[1])
    kinds = rendered(page)["overview.kinds"][1]
    assert [row[2] for row in kinds if row[0] == "议题分布"] == ["36", "13"]
    assert "49 个公布了议题分布" in re.sub("<[^>]+>", "", open_page("topics", topic=["environment"]).html)
    assert "<span>1,614</span>" in page.html
    assert "共 1,614 行" in open_page("extracts", topic=["environment"]).html


def test_a_report_in_the_list_of_new_ones_has_as_many_figures_as_its_page(open_page):
    page = opened_tables(open_page, "overview", topic=["environment"], province=["370000"])
    rows = rendered(page)["overview.newest"][1]
    report = re.search(r'href="sources\?[^"]*report=(\w+)"', page.html[page.html.index("最新收到的报告") :])[1]
    (listed,) = (panel for panel in panels_of(open_page("sources", report=report)) if panel.key == "sources.figures")
    assert len(listed.rows) == int(rows[0][5]) > 10


def test_each_key_number_leads_to_what_it_counts(open_page):
    html = open_page("overview", province=["530000"]).html
    cells = re.findall(r'<b><a href="([^"]+)"><span>([\d,]+)</span>', html)
    listed = "extracts?extracts_kind=reports"
    assert [where for where, _ in cells] == [listed, "unit", "extracts", listed, listed]
    reports = open_page("extracts", province=["530000"], extracts_kind="reports").html
    figures = open_page("extracts", province=["530000"]).html
    assert f"共 {cells[0][1]} 行" in reports
    assert f"共 {cells[2][1]} 行" in figures


def test_the_same_definition_is_another_word_than_comparable(open_page):
    page = open_page("overview")
    assert "口径相同的不一定写了件数，能并排比较的见表1“同口径可比”" in page.html
    assert "主口径" not in page.html
    main, second, none = page.charts[1]["data"]
    counts = dict(zip(main["y"], zip(main["x"], second["x"], none["x"], strict=True), strict=True))
    # 60 reports tell what is solved or adopted apart, 49 of them with counts that can be compared; 5 tell it with what is planned alone.
    assert counts["采纳分类"] == (60, 5, 0)
    assert counts["按期率"] == (48, 0, 0)
    assert sum(counts["满意率"][:2]) == 37


def test_a_circle_is_a_row_and_the_source_counts_reports(open_page):
    html = open_page("overview").said
    assert "33项占比从" in html
    assert "来源：30份报告；合并比例" in html


def test_where_one_province_is_in_scope_none_is_called_the_one_with_most_reports(open_page):
    html = open_page("overview", province=["530000"]).said
    assert "份报告中，2016年及以后的有" in html
    assert "报告最多的是" not in html
    assert "另有1个地区只有一两份" not in html


def test_how_many_reports_are_recent_is_told_only_where_some_are_not(open_page):
    said = open_page("overview", year=(2024, 2024)).said
    assert "2016年及以后" not in said
    assert "报告最多的是" in said
    assert "份报告中，2016年及以后的有" in open_page("overview", year=(2010, 2024)).said


def test_a_county_of_an_unknown_province_is_not_listed_as_one(open_page, monkeypatch):
    real = warehouse.ask

    def unknown(question, *args, **options):
        rows = real(question, *args, **options)
        return rows.assign(province_label="") if question == "overview/newest" else rows

    monkeypatch.setattr(warehouse, "ask", unknown)
    assert [row[3] for row in rendered(opened_tables(open_page, "overview"))["overview.newest"][1]] == ["省份未定"] * 8


def test_a_report_without_a_date_is_undated_and_its_day_of_import_stands_apart(open_county):
    html = open_county("overview").html
    row = html[html.index("最新收到的报告") :].partition("<tbody>")[2].partition("</tr>")[0]
    cells = re.findall(r"<td[^>]*>(.*?)</td>", row)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", cells[0])
    assert cells[1] == "未注明"
    assert "崇阳县2024年县政协提案办理满意度统计表" in cells[2]
