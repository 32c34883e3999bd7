"""满意度: one definition at a time, pooled by counts, judged by the exact test."""

import plotly.graph_objects as go


def names(page, chart):
    return page.charts[chart]["layout"]["yaxis"]["ticktext"]


def test_the_pool_adds_counts_of_one_definition(open_page):
    html = open_page("satisfaction").html
    assert "8份报告合并 <b>1,753 / 1,780</b> 件，98.5%" in html
    assert "低于判定界的是福州市人大常委会（2011年，94.3%）" in html


def test_strict_and_broad_rates_never_meet(open_page):
    broad, strict = open_page("satisfaction"), open_page("satisfaction", satisfaction_counted="strict")
    assert "福州市人大常委会 2011" in names(broad, 1)
    assert not any("福州市人大常委会" in name for page in [strict] for chart in page.charts for name in chart["layout"]["yaxis"].get("ticktext", ()))


def test_a_rate_of_unknown_definition_is_listed_and_not_drawn(open_page):
    page = open_page("satisfaction", satisfaction_counted="unsaid")
    assert page.charts == []
    assert "没有可以并排的件数" in page.html
    assert "没有说明是否含基本满意" in page.html


def test_counts_worked_back_from_a_rate_enter_the_pool_only_on_demand(open_page):
    apart, pooled = open_page("satisfaction"), open_page("satisfaction", satisfaction_derived="pooled")
    assert "828/835◇" in [note["text"] for note in apart.charts[1]["layout"]["annotations"]]
    assert "8份报告合并" in apart.html
    assert "13份报告合并" in pooled.html


def test_the_first_round_is_a_definition_of_its_own(open_page):
    page = open_page("satisfaction", satisfaction_spoken="first")
    assert "重庆市政府 2021" in names(page, 0)


def test_the_figures_are_valid_for_plotly(open_page):
    for chart in open_page("satisfaction").charts:
        go.Figure(chart)


def test_a_click_on_a_dot_leads_to_a_figure(open_page):
    dots = [trace for trace in open_page("satisfaction").charts[1]["data"] if "customdata" in trace]
    assert all(len(link) == 16 for trace in dots for (link,) in trace["customdata"] if link)


def test_a_filter_that_leaves_nothing_says_so(open_page):
    page = open_page("satisfaction", year=(2006, 2006))
    assert "当前筛选下没有报告" in page.html
    assert page.charts == []


def test_the_page_reads_in_english(open_page):
    assert "8 reports pool <b>1,753 / 1,780</b> items, 98.5%" in open_page("satisfaction", lang="en").html


def test_a_computed_rate_is_never_called_the_reports_own(open_page):
    html = open_page("satisfaction").html
    row = next(row for row in html.split("<tr") if "城中区" in row and "96.7%" in row)
    assert "96.72%</td>" not in html
    assert "推算（◇）" in html
    assert "未公布" in row
