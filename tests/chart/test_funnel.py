"""The funnel plot and the interval dots, over the same judged rows."""

import math

import pandas as pd
import plotly.graph_objects as go
import pytest

from handling.chart import funnel, intervals, judgement

ROWS = pd.DataFrame({
    "x_count": [427, 501, 264, 8, 74, 81, 363, 35, 149, 828], "n_count": [453, 501, 265, 8, 74, 81, 363, 35, 150, 835],
    "comparable": [True] * 9 + [False], "derived": [False] * 9 + [True], "sentence_figure": list("abcdefghij"),
    "short_name": list("甲乙丙丁戊己庚辛壬癸"), "stream_said": ["提案", "建议"] * 5,
})  # fmt: skip
NAMES = ROWS["short_name"].tolist()


@pytest.fixture
def judged():
    return judgement.judge(ROWS)


def test_the_funnel_is_valid_for_plotly(look, judged):
    rows, peers = judged
    go.Figure(funnel.figure(look, rows, peers, rows["short_name"].tolist()))


def test_every_unit_is_a_point_and_no_line_joins_them(wide, judged):
    rows, peers = judged
    points = [trace for trace in funnel.figure(wide, rows, peers, NAMES)["data"] if trace["mode"] == "markers"]
    assert sorted(figure for trace in points for (figure,) in trace["customdata"]) == list("abcdefghij")


def test_the_hover_says_of_which_stream_the_items_are(wide, judged):
    rows, peers = judged
    for drawn in (funnel.figure(wide, rows, peers, NAMES), intervals.figure(wide, rows, peers, NAMES)):
        points = [trace for trace in drawn["data"] if "customdata" in trace]
        said = {figure: text for trace in points for (figure,), text in zip(trace["customdata"], trace["hovertext"], strict=True)}
        assert "stream=提案" in said["a"]
        assert "stream=建议" in said["b"]


def test_a_verdict_has_a_shape_beside_its_colour(wide, judged):
    rows, peers = judged
    drawn = funnel.figure(wide, rows, peers, NAMES)["data"]
    points = {trace["customdata"][0][0]: trace for trace in drawn if "customdata" in trace}
    assert points["a"]["marker"]["symbol"] == "triangle-down"
    assert points["d"]["marker"]["symbol"] == "circle-open"
    assert points["j"]["marker"]["symbol"] == "diamond-open"


def test_only_units_below_and_one_small_unit_are_named(wide, judged):
    rows, peers = judged
    texts = [note["text"] for note in funnel.figure(wide, rows, peers, NAMES)["layout"]["annotations"]]
    named = [text for text in texts if text.startswith(("funnel.named", "funnel.few"))]
    assert named == ["funnel.named name=甲 rate=94.3%", "funnel.few name=丁 n=8"]


def test_the_limits_close_in_on_the_pooled_rate(wide, judged):
    rows, peers = judged
    lower = funnel.figure(wide, rows, peers, NAMES)["data"][4]
    drawn = [y for y in lower["y"] if y is not None]
    assert drawn[0] < drawn[-1] < peers.pooled.rate
    assert lower["x"][-1] == pytest.approx(math.log10(math.ceil(835 * 1.25)), abs=0.02)


def test_the_interval_dots_are_valid_for_plotly(look, judged):
    rows, peers = judged
    shown = judgement.in_order(rows)
    go.Figure(intervals.figure(look, shown, peers, shown["short_name"].tolist()))


def test_counts_stand_at_the_right_with_their_marks(wide, judged):
    rows, peers = judged
    shown = judgement.in_order(rows)
    texts = [note["text"] for note in intervals.figure(wide, shown, peers, shown["short_name"].tolist())["layout"]["annotations"]]
    assert "828/835◇" in texts
    assert "8/8intervals.few" in texts


def test_an_interval_that_runs_out_says_how_far(wide, judged):
    rows, peers = judged
    shown = judgement.in_order(rows)
    texts = [note["text"] for note in intervals.figure(wide, shown, peers, shown["short_name"].tolist())["layout"]["annotations"]]
    assert "◂ 67.6%" in texts
