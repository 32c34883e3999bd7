"""Ranks: off until asked for, then only as ranges, with the reason beside the switch."""

import plotly.graph_objects as go


def ticks(page):
    return [chart["layout"]["yaxis"].get("ticktext", []) for chart in page.charts]


def test_nothing_is_ranked_until_somebody_asks(open_page):
    units = {"compare_units": ["500000:重庆市人民政府", "510000:四川省人民政府"]}
    for slug, chosen in (("satisfaction", {}), ("adoption", {}), ("compare", units)):
        html = open_page(slug, **chosen).html
        assert "家单位的名次范围" not in html
        assert "<b>为什么不直接排名？</b>" in html


def test_a_range_is_given_for_each_unit_of_twenty_items_or_more(open_page):
    page = open_page("satisfaction", ranks_shown=True)
    assert "3 家单位的名次范围：满意率（含基本满意）" in page.html
    assert set(ticks(page)[-1]) == {
        "鄂州市政府 2020", "香格里拉县政府 2011", "福州市人大常委会 2011",
    }  # fmt: skip  # the 35 items of 云南省住建厅 are those that it led; those of 西安 and 宁德 are over the opinions that came back
    assert "3家中有 <b>2</b> 家可能排第一" in page.html


def test_the_ranges_are_those_of_the_fixed_seed(open_page):
    labels = [note["text"] for note in open_page("satisfaction", ranks_shown=True).charts[-1]["layout"]["annotations"]]
    assert labels == ["第1～2位", "第1～2位", "第3～3位"]
    assert labels == [note["text"] for note in open_page("satisfaction", ranks_shown=True).charts[-1]["layout"]["annotations"]]


def test_two_units_have_a_difference_and_no_order(open_page):
    page = open_page("satisfaction", ranks_shown=True, satisfaction_spoken="first")
    assert "不列名次范围" in page.html


def test_the_chart_of_ranges_is_valid_for_plotly(open_page):
    go.Figure(open_page("adoption", ranks_shown=True).charts[-1])


def test_the_ranges_read_in_english(open_page):
    assert "Of 3 units <b>2</b> may be first" in open_page("satisfaction", ranks_shown=True, lang="en").html
