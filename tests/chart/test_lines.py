"""Rows listed side by side: bars and dots."""

import plotly.graph_objects as go
import pytest

from handling.chart import lines
from handling.chart.style import Look

LOOK = Look(say=lambda key, **facts: key)
NARROW = Look(say=lambda key, **facts: key, narrow=True)


def test_bars_hold_the_counts_in_the_given_order_from_the_top():
    drawn = lines.bars(LOOK, ["经济发展", "生态环境"], [23, 3], ["23", "3"], ["经济发展", "生态环境"])
    go.Figure(drawn)
    assert drawn["data"][0]["x"] == [23, 3]
    assert drawn["layout"]["yaxis"]["ticktext"] == ["经济发展", "生态环境"]
    assert drawn["layout"]["yaxis"]["range"][0] > drawn["layout"]["yaxis"]["range"][1]


def test_a_dot_carries_the_figure_that_a_click_opens():
    drawn = lines.dots(LOOK, ["市重大项目"], [71.7], ["71.7%"], ["市重大项目"], ["f1"], 0, 100)
    go.Figure(drawn)
    assert drawn["data"][0]["customdata"] == [["f1"]]
    assert drawn["layout"]["xaxis"]["range"][1] > 100


def test_ranks_run_to_the_right_so_that_the_first_place_is_foremost():
    low, high = lines.dots(LOOK, ["扶贫攻坚"], [6], ["第6位"], ["扶贫攻坚"], ["f1"], 1, 10, reverse=True)["layout"]["xaxis"]["range"]
    assert low > 10
    assert 0 < high < 1


def test_the_axis_of_ranks_begins_with_the_first():
    def axis(last):
        return lines.dots(LOOK, ["扶贫攻坚"], [6], ["第6位"], ["扶贫攻坚"], ["f1"], 1, last, reverse=True)["layout"]["xaxis"]["tickvals"]

    assert axis(10) == [1, 5, 10]
    assert axis(62) == [1, 20, 40, 60]


def test_on_a_phone_the_name_stands_above_its_row_instead_of_at_the_left():
    drawn = lines.bars(NARROW, ["城乡建设与交通"], [26], ["26"], [""])
    assert drawn["layout"]["margin"]["l"] == 4
    assert [note["text"] for note in drawn["layout"]["annotations"]] == ["城乡建设与交通"]


def test_a_long_name_is_broken_in_the_margin_then_cut_and_whole_on_hover():
    name = "城乡一体化发展和新型城镇化建设以及全域综合整治提升三年行动"
    drawn = lines.bars(LOOK, [name, 2 * name], [1, 1], ["1", "1"], [name, 2 * name])
    assert drawn["layout"]["yaxis"]["ticktext"] == [
        "城乡一体化发展和新型城镇化建<br>设以及全域综合整治提升三年行<br>动",
        "城乡一体化发展和新型城镇化建<br>设以及全域综合整治提升三年行<br>动城乡一体化发展和新型城镇…",
    ]  # fmt: skip
    assert drawn["layout"]["margin"]["l"] == 14 * 12.5 + 8
    assert drawn["data"][0]["hovertext"] == [name, 2 * name]


@pytest.mark.parametrize(("most", "step"), [(1, 1), (4, 1), (7, 2), (21, 5), (26, 10), (1284, 500)])
def test_an_axis_of_counts_has_whole_numbers(most, step):
    axis = lines.bars(LOOK, ["一"], [most], [str(most)], [""])["layout"]["xaxis"]
    assert (axis["tick0"], axis["dtick"]) == (0, step)


def test_on_a_phone_a_name_stands_above_its_mark_and_not_on_it():
    drawn = lines.bars(Look(say=str, narrow=True), ["经济发展", "生态环境"], [23, 3], ["23", "3"], ["", ""])
    row = 42
    bar = row * (1 - drawn["layout"]["bargap"])
    for place, (name, y) in enumerate(zip(drawn["layout"]["annotations"], drawn["data"][0]["y"], strict=True)):
        lowest_of_name, highest_of_bar = name["yshift"] - 6, (place - y) * row + bar / 2
        assert lowest_of_name >= highest_of_bar
    assert drawn["layout"]["height"] == 2 * row + 44
