"""Topic shares as bars and as a heatmap."""

import pandas as pd
import plotly.graph_objects as go

from handling.chart import topics
from handling.chart.style import DARK, Look

LOOK = Look(say=lambda key, **facts: key)
POOLED = pd.DataFrame({
    "topic": ["economy", "livelihood"], "topic_count": [40, 30], "base_count": [100, 80], "topic_rate": [0.4, 0.375], "set_count": [2, 1],
    "all_item_count": [100, 100],
})  # fmt: skip
ROWS = pd.DataFrame({
    "set_id": [7, 7, 9], "topic": ["economy", "livelihood", "economy"], "topic_count": [10, 30, 20], "base_count": [80, 80, 20],
    "topic_rate": [0.125, 0.375, 1.0], "topic_labels": ["经济 10", "民生 30", "经济 20"], "topic_count_figure": ["a", "b", "c"],
})  # fmt: skip
SETS, NAMES = [9, 7], ["乙", "甲"]


def texts(drawn):
    return list(zip(drawn["data"][0]["y"], drawn["data"][0]["base"], drawn["data"][0]["text"], strict=True))


def test_the_cells_say_whole_per_cents_under_the_pooled_row():
    drawn = topics.heatmap(LOOK, ROWS, POOLED, SETS, NAMES, "share")
    go.Figure(drawn)
    assert [text for _, _, text in texts(drawn)] == ["<b>40</b>", "<b>38</b>", "12", "38", "100"]
    assert drawn["data"][0]["y"][:2] == [0.0, 0.0]
    assert min(drawn["data"][0]["y"][2:]) > 1


def test_a_class_that_a_set_does_not_list_is_hatched_and_never_zero():
    drawn = topics.heatmap(LOOK, ROWS, POOLED, SETS, NAMES, "share")
    hatched = drawn["data"][1]
    assert list(zip(hatched["y"], hatched["base"], strict=True)) == [(1 + 0.55, 1 - 0.49)]
    assert hatched["marker"]["pattern"]["shape"] == "/"


def test_differences_carry_their_sign_and_a_true_minus():
    drawn = topics.heatmap(LOOK, ROWS, POOLED, SETS, NAMES, "difference")
    assert [text for _, _, text in texts(drawn)][2:] == ["−28", "0", "+60"]


def test_counts_stand_on_the_ground_of_their_shares():
    shares, counts = (topics.heatmap(LOOK, ROWS, POOLED, SETS, NAMES, shown) for shown in ("share", "count"))
    assert [text for _, _, text in texts(counts)][2:] == ["10", "30", "20"]
    assert counts["data"][0]["marker"]["color"] == shares["data"][0]["marker"]["color"]


def test_a_click_on_a_cell_opens_its_figure_and_the_pooled_row_opens_none():
    drawn = topics.heatmap(LOOK, ROWS, POOLED, SETS, NAMES, "share")
    assert drawn["data"][0]["customdata"] == [[None], [None], ["a"], ["b"], ["c"]]


def test_text_on_a_cell_can_be_read_in_both_themes():
    for palette in (LOOK.palette, DARK):
        look = Look(say=LOOK.say, palette=palette)
        for shown in ("share", "difference"):
            trace = topics.heatmap(look, ROWS, POOLED, SETS, NAMES, shown)["data"][0]
            pairs = zip(trace["textfont"]["color"], trace["marker"]["color"], strict=True)
            assert min(topics._contrast(ink, ground) for ink, ground in pairs) >= 4.5


def test_pooled_bars_have_intervals_and_counts_beside():
    drawn = topics.pooled_bars(LOOK, POOLED, ["经济发展", "民生"])
    go.Figure(drawn)
    assert drawn["data"][0]["x"] == [0.4, 0.375]
    assert round(0.4 - drawn["data"][0]["error_x"]["arrayminus"][0], 3) == 0.309  # Wilson, 40 of 100


def test_on_a_phone_names_stand_above_their_rows():
    drawn = topics.heatmap(Look(say=LOOK.say, narrow=True), ROWS, POOLED, SETS, NAMES, "share")
    assert drawn["layout"]["margin"]["l"] == 4
    assert {"甲", "乙"} <= {note["text"] for note in drawn["layout"]["annotations"]}
