"""满意度: one definition at a time, pooled by counts, judged by the exact test."""

import re

import pandas as pd
import plotly.graph_objects as go

from dashboard import judged as judged_words
from dashboard import view
from handling.chart import judgement
from tests.pages.rendering import from_csv, made

ALIKE = {"region_level": "county", "unit_kind": "bureau", "level": "", "instrument": "proposal"}


def names(page, chart):
    return page.charts[chart]["layout"]["yaxis"]["ticktext"]


def test_the_pool_adds_counts_of_one_definition_over_one_base(open_page):
    html = open_page("satisfaction", satisfaction_derived="pooled").said
    # 74/74 + 189/189 + 124/126 + 145/145 + 155/155 + 427/453 + 81/81; the 35/35 and 8/8 of two bureaus are over the items that they led
    assert "7项（出自7份报告）合并 <b>1,195 / 1,223</b> 件，97.7%（95%区间 96.7%～98.4%）。总数都是全部承办件。" in html


def test_a_rate_over_items_led_does_not_stand_among_those_over_all_items(open_page):
    html = open_page("satisfaction").said
    row = next(row for row in html.split("<tr") if "云南省住房和城乡建设厅" in row and ">35<" in row)
    assert "收回的意见，即主办件" in row
    assert "总数的口径不同" in row
    assert "其中 4 项以主办件为总数，不与以全部承办件为总数的并排" in html
    led = open_page("satisfaction", role=["lead"]).said
    # 35/35 holds the 24 suggestions and the 11 proposals of the same bureau
    assert "2项（出自2份报告）合并 <b>43 / 43</b> 件，100.0%" in led
    assert "总数都是主办件。" in led


def test_where_two_bases_have_as_many_reports_and_units_that_over_all_items_is_pooled(open_page):
    # satisfied only: two reports over all items, and two of one unit each over items led
    assert "总数都是全部承办件。" in open_page("satisfaction", satisfaction_counted="strict").said


def test_ten_bureaus_are_judged_in_a_funnel_and_the_smallest_is_named_with_its_fraction(open_county):
    # 41/42 + 37/38 + 47/51 + 18/18 + 27/27 + 35/35 + 3/3 + 7/7 + 12/12 + 14/15
    page = open_county("satisfaction", unit_kind=["bureau"])
    assert "10项（出自1份报告）合并 <b>241 / 248</b> 件，97.2%" in page.said
    assert "总数都是主办件。" in page.said
    assert len(page.charts) == 2
    assert page.said.count("另有1项不足5件，图上不画，只列分数：崇阳县审计局2024年 3/3 ？。") == 2
    for panel in page.app.session_state[view._PANELS][:2]:
        heads, *rows = from_csv(made(page, panel))
        x, n = heads.index("件数"), heads.index("总数")
        assert (len(rows), sum(int(row[x]) for row in rows), sum(int(row[n]) for row in rows)) == (10, 241, 248)


def test_bureaus_inside_their_county_are_told_how_to_be_compared(open_county):
    page = open_county("satisfaction")
    assert "同口径且有件数的 <b>11 / 11</b> 家。其中 10 家的件已含在同一地区的合计里，不重复合并。" in page.said
    assert "<b>1</b> / 1 份报告可并排" in page.said
    assert "其中 10 项的件已含在同一地区政府、政协或人大的合计里，所以不重复合并。要比较部门，请把<b>单位类别</b>选为<b>部门</b>" in page.said
    assert re.search(r'<a href="satisfaction\?[^"]*unit_kind=bureau[^"]*">只看部门</a>', page.html)


def test_a_rate_over_another_base_is_listed_with_that_reason_and_judged_against_nobody(open_page):
    # 501 opinions of 516 items are over another base than 427 of all 453 items; 74 opinions of 74 items are over both.
    page = open_page("satisfaction")
    assert "西安市人大常委会 2019" not in names(page, 0)
    assert "鄂州市政府 2020" in names(page, 0)
    rows = [row for row in page.html.split("<tr") if "西安市人民代表大会常务委员会" in row and "501" in row]
    assert len(rows) == 1
    assert "收回的意见" in rows[0]
    assert "总数的口径不同" in rows[0]
    assert "3项" in page.html


def test_a_count_worked_back_is_marked_where_it_is_only_listed(open_page):
    # 重庆 2023 prints 993 and 99.9% and no total: 994 follows from the two.
    page = open_page("satisfaction")
    panel = next(panel for panel in page.app.session_state[view._PANELS] if panel.key == "satisfaction.others")
    (row,) = panel.rows[(panel.rows["short_name"] == "重庆市政府") & (panel.rows["x_count"] == 993)].to_dict("records")
    assert (row["n_count"], row["x_count_basis"], row["n_count_basis"]) == (994, "stated", "derived")
    table = page.html[page.html.index("这一口径下不能并排的报告") :]
    assert "标 ◇ 的件数由比率反推，报告没有写" in table
    cells = next(line for line in table.split("<tr") if "重庆市人民政府" in line and ">993<" in line)
    assert "◇" in cells.partition(">994<")[2].partition("</td>")[0]
    assert "◇" not in cells.partition(">993<")[2].partition("</td>")[0]


def test_what_most_are_over_is_pooled_within_the_filters(open_page):
    # In Shaanxi all rates are over the opinions that came back: 501 of 516 items, and 363 of 386.
    html = open_page("satisfaction", province=["610000"]).said
    assert "2项（出自2份报告）合并 <b>864 / 864</b> 件，100.0%" in html
    assert "总数都是收回的意见。" in html
    assert "总数的口径不同" not in html


def test_a_pool_under_eight_has_no_funnel(open_page):
    page = open_page("satisfaction")
    assert "满意率（含基本满意）同口径只有 3 项，不足 8 项" in page.said
    assert "3项（出自3份报告）合并 <b>582 / 608</b> 件，95.7%（95%区间 93.8%～97.1%）。总数都是全部承办件。" in page.said
    assert len(page.charts) == 1


def test_strict_and_broad_rates_never_meet(open_page):
    broad, strict = open_page("satisfaction"), open_page("satisfaction", satisfaction_counted="strict")
    assert "福州市人大常委会 2011" in names(broad, 0)
    assert not any("福州市人大常委会" in name for page in [strict] for chart in page.charts for name in chart["layout"]["yaxis"].get("ticktext", ()))


def test_a_rate_of_unknown_definition_is_listed_and_not_drawn(open_page):
    page = open_page("satisfaction", satisfaction_counted="unsaid")
    assert page.charts == []
    assert "没有可以并排的件数" in page.html
    assert "没有说明是否含基本满意" in page.html


def test_counts_worked_back_from_a_rate_enter_the_pool_only_on_demand(open_page):
    apart, pooled = open_page("satisfaction"), open_page("satisfaction", satisfaction_derived="pooled")
    assert "124/126◇" in [note["text"] for note in apart.charts[0]["layout"]["annotations"]]
    assert "同口径只有 3 项" in apart.html
    assert "7项（出自7份报告）合并" in pooled.html


def test_the_first_round_is_a_definition_of_its_own(open_page):
    page = open_page("satisfaction", satisfaction_spoken="first")
    assert "重庆市政府 2021" in names(page, 0)


def test_the_figures_are_valid_for_plotly(open_county):
    for chart in open_county("satisfaction", unit_kind=["bureau"]).charts:
        go.Figure(chart)


def test_a_click_on_a_dot_leads_to_a_figure(open_county):
    dots = [trace for trace in open_county("satisfaction", unit_kind=["bureau"]).charts[1]["data"] if "customdata" in trace]
    assert all(len(link) == 16 for trace in dots for (link,) in trace["customdata"] if link)


def test_a_filter_that_leaves_nothing_says_so(open_page):
    page = open_page("satisfaction", year=(2006, 2006))
    assert "当前筛选下没有报告" in page.html
    assert page.charts == []


def test_the_page_reads_in_english(open_page):
    assert "7 rates (from 7 reports) pool <b>1,195 / 1,223</b> items, 97.7%" in open_page("satisfaction", lang="en", satisfaction_derived="pooled").said


def test_a_computed_rate_is_never_called_the_reports_own(open_page):
    html = open_page("satisfaction").html
    row = next(row for row in html.split("<tr") if "城中区" in row and "96.7%" in row)
    assert "96.72%</td>" not in html
    assert "推算的比率（◇）" in html
    assert "未公布" in row


def test_the_switch_says_what_it_does_to_the_pooled_rate(open_page):
    apart, pooled = open_page("satisfaction").html, open_page("satisfaction", satisfaction_derived="pooled").html
    assert "另有 4 项只写比例" in apart
    assert "并入后，合并比例由 95.7%（582/608件）变为 97.7%（1,195/1,223件）" in apart
    assert "不并入时合并比例为 95.7%（582/608件），并入后为 97.7%（1,195/1,223件）" in pooled


def test_the_base_of_every_rate_stands_beside_it(open_page):
    row = next(row for row in open_page("satisfaction").html.split("<tr") if "重庆市人民政府" in row and "993" in row)
    assert "报告没有写明的总数（算术得出）" in row


def test_few_items_are_marked_and_under_five_only_the_fraction_is_shown():
    from dashboard import tables

    row = {"x_count": 3, "n_count": 3, "rate": 1.0, "low": 0.44, "high": 1.0}
    assert (tables.text("rate", row), tables.text("low", row)) == ("3/3", "—")
    assert tables.text("rate", {"x_count": 7, "n_count": 10, "rate": 0.7}).startswith("70.0%")
    assert "样本少" in tables.text("rate", {"x_count": 7, "n_count": 10, "rate": 0.7})
    assert tables.text("rate", {"x_count": 19, "n_count": 20, "rate": 0.95}) == "95.0%"


def test_how_many_opinions_came_back_stands_beside_a_rate_of_opinions(open_page):
    from dashboard import rated
    from dashboard.warehouse import ask

    open_page("satisfaction")
    rows = rated.with_returns(ask("satisfaction/rates", kind="satisfaction_rate.broad")).set_index("short_name")
    assert rows.loc["宁德市人大常委会", "return_said"] == "265/298件（88.9%）"  # 113 + 151 + 1 of 298
    assert rows.loc["福州市人大常委会", "return_said"] == ""  # over all items


def test_a_pooled_number_leads_to_the_rows_that_were_added(open_page):
    page = open_page("satisfaction", satisfaction_derived="pooled")
    link = re.search(r'<a href="(satisfaction\?[^"]+)"><b>1,195 / 1,223</b></a>', page.html)[1]
    assert link == "satisfaction?satisfaction_derived=pooled&amp;open_satisfaction_intervals=1"
    panel = next(panel for panel in page.app.session_state[view._PANELS] if panel.key == "satisfaction.intervals")
    pooled = panel.rows[panel.rows["pooled"]]
    assert (int(pooled["x_count"].sum()), int(pooled["n_count"].sum()), len(pooled)) == (1195, 1223, 7)
    opened = open_page("satisfaction", query=dict(part.split("=") for part in link.partition("?")[2].split("&amp;")))
    table = opened.html[opened.html.index('class="tb') :].partition("</table>")[0]
    assert table.count(">并入</td>") == 7


def test_the_numbers_of_a_sentence_open_their_figures():
    assert '0局（2020年，<a href="sources?figure=f0">45/50</a>件，' in spanned((45, 50), (900, 1000), (700, 700))


def test_only_units_that_may_be_ordered_are_called_the_lowest_or_the_highest():
    rows = pd.DataFrame([
        {"short_name": name, "year": 2020, "x_count": x, "n_count": n, "comparable": not derived, "derived": derived, "sentence_figure": None, **ALIKE}
        for name, x, n, derived in (
            ("甲局", 8, 9, False), ("乙局", 850, 1000, False), ("丙局", 490, 500, False), ("丁局", 60, 100, True), ("戊局", 5, 5, False),
        )
    ])  # fmt: skip
    judged, _ = judgement.judge(rows)
    said = judged_words.span(judgement.in_order(judged))
    assert said.startswith("5项比例中，可排序的2项里最低的是乙局（2020年，850/1,000件，85.0%")
    assert "最高为<b>98.0%</b>。其余3项不足20件或件数为推算，不排序。" in said
    assert judged_words.span(judgement.in_order(judged[judged["short_name"].isin(["甲局", "乙局"])])).startswith("2项比例中，可排序的只有1项，不作高低比较。")


def spanned(*counts):
    rows = pd.DataFrame([
        {"short_name": f"{n}局", "year": 2020, "x_count": x, "n_count": of, "comparable": True, "derived": False, "sentence_figure": f"f{n}", **ALIKE}
        for n, (x, of) in enumerate(counts)
    ])  # fmt: skip
    return judged_words.span(judgement.in_order(judgement.judge(rows)[0]))


def test_nobody_is_called_the_lowest_at_the_rate_of_the_highest():
    assert spanned((35, 35), (70, 70)) == "2项比例中，可排序的2项都是<b>100.0%</b>，并列，没有高低。"
    assert spanned((35, 35), (9999, 10000)).startswith("2项比例中，可排序的2项都是<b>100.0%</b>，并列")


def test_all_who_are_lowest_together_are_named():
    said = spanned((45, 50), (900, 1000), (700, 700))
    assert re.search("最低的是0局（2020年，<a [^>]*>45/50</a>件，90.0%", said)
    assert re.search("、1局（2020年，<a [^>]*>900/1,000</a>件，90.0%", said)
    assert "（2项并列），最高为<b>100.0%</b>。" in said
    assert "等（5项并列），最高为" in spanned(*[(180, 200)] * 5, (700, 700))


def test_of_rates_that_are_all_similar_none_is_called_the_lowest():
    assert spanned((45, 50), (92, 100)) == "2项比例中，可排序的2项从90.0%到<b>92.0%</b>，没有一项判为高于或低于，不说谁最低。"


def test_rates_of_units_that_are_not_alike_are_told_from_where_to_where(open_page):
    said = open_page("satisfaction").said
    assert re.search("可排序的3项从94.3%到<b>100.0%</b>。它们的级别（市州级、县区级）、年份（2011—2020年）不同，不放在一起比", said)
    assert "最低的是" not in said
    charts = open_page("satisfaction").charts
    assert "<br>代表建议" in "".join(charts[0]["data"][1]["hovertext"])


def test_rates_that_tie_are_called_so_on_the_page(open_page):
    html = open_page("satisfaction", year=(2017, 2017), satisfaction_derived="pooled").html  # 145 of 145 and 155 of 155
    assert "可排序的2项都是<b>100.0%</b>，并列，没有高低。" in html
    assert "最低的是" not in html


def test_the_file_of_rates_that_are_not_compared_marks_those_over_few_items_as_the_screen_does(open_county):
    page = open_county("satisfaction")
    panel = next(panel for panel in page.app.session_state[view._PANELS] if panel.key == "satisfaction.others")
    heads, *rows = from_csv(made(page, panel))
    marked = {row[heads.index("单位")]: row[heads.index("样本少")] for row in rows}
    assert marked["崇阳县公安局"] == marked["崇阳县审计局"] == "样本少"  # 18 of 18, 2 of 3
    assert marked["崇阳县教育局"] == ""


def test_a_rate_that_is_made_of_counts_opens_all_of_them(open_page):
    """宁德市 2014: 113 satisfied and 151 basically of 265, one of whom was not."""
    html = open_page("satisfaction", coverage_names=False, open_satisfaction_intervals=True).html
    row = next(row for row in html.split("<tr") if "宁德市" in row and "99.6%" in row)
    (asked,) = re.findall(r'href="sources\?figure=([\w~]+)">99.6%</a>', row)
    assert len(asked.split("~")) == 3
    opened = open_page("sources", {"figure": asked})
    assert re.findall(r'<span class="big">([^<]+)</span>', opened.html) == ["113", "151", "1"]
    assert "这个链接指着报告里的 3 个数，逐个列在下面。" in opened.html
