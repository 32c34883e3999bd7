"""采纳情况: classes by the report's words, spanning classes as such, sums that do not agree shown as they are."""

import re

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard import mixed, sentences, warehouse
from dashboard.words import speaking
from tests.pages.rendering import from_csv, made, panels_of, rendered


def rows_of(page, trace):
    chart = page.charts[0]
    return dict(zip(chart["layout"]["yaxis"]["ticktext"], chart["data"][trace]["x"], strict=True))


def test_the_ends_of_the_order_are_said_with_their_counts(open_page):
    html = open_page("adoption", year=(2018, 2019), level=["prefectural"]).said
    assert "解决或采纳占比最高的是<b>咸宁市政府 2018年</b>（" in html
    assert "最低的是<b>白城市政府 2019年</b>（26/158件，16.5%，95%区间 11.5%～23.0%）" in html


def test_units_of_several_levels_kinds_and_years_are_not_said_to_be_highest_or_lowest(open_page):
    said = open_page("adoption").said
    assert "可排序的15项，解决或采纳占比从<b>16.5%</b>到<b>95.4%</b>。它们的级别（" in said
    assert "省级" in said.partition("它们的级别（")[2].partition("）")[0]
    assert re.search(r"年份（2008—2025年）不同，不放在一起比，所以不说哪家最高、哪家最低", said)
    assert not re.search("占比最高的是|最低的是", said)
    overview = open_page("overview").said
    assert re.search(r"33项占比从<b>[\d.]+%</b>到<b>[\d.]+%</b>。它们的级别（", overview)
    assert "They differ in level (" in open_page("adoption", lang="en").said


@pytest.mark.parametrize(("field", "values", "said"), [
    ("region_level", ["county", "county", "provincial"], "级别（县区级、省级）"),
    ("unit_kind", ["bureau", "government", "congress"], "类别（部门、政府、人大、政协）"),
    ("level", ["", "provincial", ""], "件的层级（县区级、省级）"), ("instrument", ["proposal", "suggestion", "combined"], "种类（"),
    ("year", [2020, 2021, 2023], "年份（2020—2023年）"), ("year", [2020, 2021, 2022], ""), ("unit_kind", ["cppcc", "government", "congress"], ""),
])  # fmt: skip
def test_what_rows_do_not_share_is_named_and_what_they_share_is_not(field, values, said):
    rows = outcomes_of((45, 50), (90, 100), (70, 100)).assign(**{field: values})
    found = mixed.unlike(rows)
    assert found.startswith(said) if said else found == ""
    assert ("最高的是" in sentences.outcomes(rows)) == (said == "")


def test_four_classes_make_588_though_the_report_says_591(open_page):
    page = open_page("adoption")
    assert rows_of(page, 0)["宁波市政府 2011 ※"] == pytest.approx(148 / 588)
    assert "588 ※" in [note["text"] for note in page.charts[0]["layout"]["annotations"]]


def test_a_spanning_class_is_drawn_as_such(open_page):
    page = open_page("adoption")
    assert rows_of(page, 3)["宁夏回族自治区政协 2005"] == pytest.approx(377 / 466)
    assert rows_of(page, 0)["宁夏回族自治区政协 2005"] == 0


def test_what_the_report_leaves_open_is_not_given_to_a_class(open_page):
    assert rows_of(open_page("adoption"), 4)["白云区政府 2017"] == pytest.approx(12 / 155)


def test_counts_can_be_shown_instead_of_shares(open_page):
    assert rows_of(open_page("adoption", adoption_shown_as="count"), 0)["武汉市政府 2009"] == 564


def test_the_reports_own_words_stand_beside_the_class(open_page):
    assert "已采纳和正在采纳 162" in open_page("adoption").html


def test_a_rate_without_counts_is_named_with_its_reason(open_page):
    html = open_page("adoption").html
    row = next(row for row in html.split("<tr") if "北京市人民政府" in row and "87.5%" in row)
    assert "只有比率，没有件数" in row


def test_proposals_and_suggestions_are_apart(open_page):
    assert "重庆市政府 2024" not in rows_of(open_page("adoption"), 0)
    assert rows_of(open_page("adoption", adoption_instrument="suggestion"), 0)["重庆市政府 2024"] == pytest.approx(1178 / 1284)


@pytest.mark.parametrize("order", ["share", "count", "place"])
def test_the_figure_is_valid_for_plotly(open_page, order):
    go.Figure(open_page("adoption", adoption_order=order).charts[0])


def test_the_page_reads_in_english(open_page):
    assert "Share of outcomes (%), counts inside the bars" in open_page("adoption", lang="en").html


def outcomes_of(*counts):
    return pd.DataFrame([
        {"short_name": f"{n}局", "year": 2020, "row_group": "ordered", "adopted_count": x, "total_count": of, "adopted_rate": x / of,
         "adopted_words_figure": f"f{n}", "region_level": "county", "unit_kind": "bureau", "level": "", "instrument": "proposal"}
        for n, (x, of) in enumerate(counts)
    ])  # fmt: skip


def test_all_who_have_the_highest_or_lowest_share_as_printed_are_named():
    said = sentences.outcomes(outcomes_of((45, 50), (90, 100), (70, 100), (8999, 10000)))
    assert "最高的是<b>0局 2020年</b>（" in said
    assert "<b>1局 2020年</b>（" in said
    assert said.count("90.0%，95%区间") == 3
    assert "（3项并列），最低的是<b>2局 2020年</b>（" in said
    assert said.count("并列") == 1
    assert "等（5项并列），最低的是" in sentences.outcomes(outcomes_of(*[(45, 50)] * 5, (70, 100)))


def test_nobody_has_the_highest_share_where_all_are_one():
    rows = outcomes_of((50, 50), (80, 80))
    assert sentences.outcomes(rows).startswith("可排序的2项，解决或采纳占比都是<b>100.0%</b>，并列，没有高低。")
    assert sentences.outcomes_title(rows) == "办理结果分类"
    with speaking("en"):
        assert sentences.outcomes(rows).startswith("Of 2 shares that can be ordered, all are <b>100.0%</b>: tied.")
        assert "(2 tied) and lowest in" in sentences.outcomes(outcomes_of((45, 50), (90, 100), (70, 100)))


def test_the_span_over_the_years_names_all_at_its_ends_and_none_where_all_are_one():
    said = sentences.shares_span(outcomes_of((45, 50), (90, 100), (70, 100)))
    assert said == (
        '3项占比从<b>70.0%</b>（<a href="sources?figure=f2">2局 2020</a>）到<b>90.0%</b>'
        '（<a href="sources?figure=f0">0局 2020</a>、<a href="sources?figure=f1">1局 2020</a>（2项并列））。'
    )
    assert sentences.shares_span(outcomes_of((50, 50), (80, 80))) == "2项占比都是<b>100.0%</b>，并列，没有高低。"
    assert sentences.shares_span(outcomes_of((45, 50))) == '只有1项占比：<b>90.0%</b>（<a href="sources?figure=f0">0局 2020</a>）。'


def test_a_count_opens_its_own_figure_and_not_the_share_beside_it(open_page):
    row = next(row for row in open_page("adoption").html.split("<tr") if "昆明市" in row and " 437</a>" in row)
    values = {}
    for figure, words in re.findall(r'figure=([0-9a-f]+)">([^<]*)</a>', row):
        report = warehouse.ask("sources/report_of_figure", figure=figure)["report_id"][0]
        figures = warehouse.ask("sources/figures", report=report).set_index("figure_id")
        values[words[:1]] = figures.loc[figure, "value"]
    assert (values["A"], values["B"]) == (437, 14)


def test_the_audit_speaks_in_the_hover_text_of_the_figures_that_it_is_about(open_page):
    page = open_page("adoption")
    bar = page.charts[0]["data"][0]
    place = page.charts[0]["layout"]["yaxis"]["ticktext"].index("宁波市政府 2011 ※")
    assert "※ 报告写宁波市人民政府2011年市州级政协提案总数591件" in bar["hovertext"][place]
    assert "昆明市政府 2022" in page.charts[0]["layout"]["yaxis"]["ticktext"]


def test_shares_over_another_base_stand_apart_and_are_neither_ordered_nor_pooled(open_page):
    # 宁波市 2011: 148 of the 588 items that its classes make; the others are over all items received.
    page = open_page("adoption")
    layout = page.charts[0]["layout"]
    (heading,) = [note for note in layout["annotations"] if note["text"].startswith("<b>总数不同</b>")]
    places = dict(zip(layout["yaxis"]["ticktext"], layout["yaxis"]["tickvals"], strict=True))
    assert places["白城市政府 2019"] < heading["y"] < places["宁波市政府 2011 ※"]
    assert "可排序的15项，" in page.html
    assert "15 / " in page.html.replace("<b>", "").replace("</b>", "")


def test_a_mark_stands_beside_numbers_that_do_not_fit_and_not_beside_explanations(open_page):
    names = [name for chart in open_page("adoption").charts for name in chart["layout"]["yaxis"].get("ticktext", ())]
    assert "宁波市政府 2011 ※" in names  # 588 is not 591
    assert "章丘区政府 2023" in names  # 13 of 226 printed as 5.7% is balanced to 100, no slip


def test_a_long_list_shows_its_first_rows_and_says_of_how_many_until_all_are_asked_for(open_page):
    page = open_page("adoption", open_adoption_bars=True)
    panel = next(panel for panel in panels_of(page) if panel.key == "adoption.crosswalk")
    every = len(panel.rows)
    assert every > 20
    assert len(rendered(page)["adoption.crosswalk"][1]) == 20
    assert f"先列前 20 行，共 {every} 行；下载的文件是全部" in page.html
    assert f"列出全部 {every} 行" in [button.label for button in page.app.button]
    assert len(from_csv(made(page, panel))) == every + 1
    whole = open_page("adoption", open_adoption_bars=True, all_adoption_crosswalk=True)
    assert len(rendered(whole)["adoption.crosswalk"][1]) == every
    assert f"已列出全部 {every} 行" in whole.html
    assert "只列前 20 行" in [button.label for button in whole.app.button]


def test_a_chart_of_many_rows_draws_the_first_and_all_on_demand(open_page, monkeypatch):
    from handling.chart import bars

    drawn, real = [], bars.figure
    monkeypatch.setattr(bars, "figure", lambda look, rows, names, shares: (drawn.append(len(rows)), real(look, rows.head(1), names[:1], shares))[1])
    with monkeypatch.context() as patch:  # three times as many rows as ship
        arrange = bars.arrange
        patch.setattr(bars, "arrange", lambda rows, order: pd.concat([arrange(rows, order)] * 3, ignore_index=True))
        few, many = open_page("adoption").html, open_page("adoption", all_adoption_bars=True).html
    assert drawn[0] == 30 < drawn[1]
    assert f"先画前30项，共{drawn[1]}项" in few
    assert f"{drawn[1]}项</p>" in many


def test_every_row_that_is_left_out_is_counted_with_a_reason(open_page, monkeypatch):
    real = warehouse.ask

    def with_tiny_ones(question, *args, **options):
        rows = real(question, *args, **options)
        return rows.assign(row_group=rows["row_group"].where(rows["row_group"] != "ordered", "tiny")) if question == "adoption/outcomes" else rows

    monkeypatch.setattr(warehouse, "ask", with_tiny_ones)
    html = open_page("adoption").html
    counted = re.findall(r"(\d+)项([^；]*)", re.search(r"不在本图——(.*?)。", html)[1])
    assert all(reason for _, reason in counted)
    assert ("15", "不足5件，只列分数") in counted


def test_the_instrument_of_the_side_bar_is_the_one_that_the_page_shows(open_page):
    own = open_page("adoption", adoption_instrument="suggestion").html
    page = open_page("adoption", instrument=["suggestion"])
    assert page.app.session_state["adoption_instrument"] == "suggestion"
    covered = re.compile(r"<b>(\d+)</b> / (\d+) 项")
    assert covered.search(page.html).groups() == covered.search(own).groups() != ("0", "0")
    assert "当前筛选下没有报告" not in page.html
    (control,) = [one for one in page.app.get("button_group") if one.key == "adoption_instrument"]
    assert [option.content for option in control.proto.options] == ["建议"]
    assert control.label == "本页种类"


def test_a_page_that_showed_another_instrument_follows_the_side_bar_and_returns(open_page):
    app = open_page("adoption", adoption_instrument="combined").app
    app.session_state["instrument"] = ["suggestion"]
    assert app.run().session_state["adoption_instrument"] == "suggestion"
    app.session_state["instrument"] = []
    assert app.run().session_state["adoption_instrument"] == "proposal"


def test_an_instrument_that_the_page_does_not_have_leaves_nothing(open_page):
    assert "当前筛选下没有报告" in open_page("adoption", instrument=["hotline"]).html
