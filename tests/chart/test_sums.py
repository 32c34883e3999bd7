"""A worked sum."""

import plotly.graph_objects as go

from handling.chart import sums
from handling.chart.style import Look

LOOK = Look(say=lambda key, **facts: key)
PARTS = [sums.Part("已经解决", 148, "adopted", "a"), sums.Part("<b>列入", 364, "planned", "b"), sums.Part("留作参考", 10, "", "c")]


def test_parts_are_stacked_end_to_end_and_open_their_sentences():
    drawn = sums.figure(LOOK, PARTS, 591, "承办件数", "w")
    go.Figure(drawn)
    assert drawn["data"][0]["base"] == [0, 148, 512]
    assert drawn["data"][0]["customdata"] == [["a"], ["b"], ["c"]]
    assert drawn["data"][1]["customdata"] == [["w"]]


def test_the_gap_lies_beyond_the_parts_where_they_are_fewer():
    gap = sums.figure(LOOK, PARTS, 591, "承办件数", "w")["layout"]["shapes"][0]
    assert (gap["x0"], gap["x1"]) == (522, 591)


def test_the_gap_lies_over_the_parts_where_they_are_more():
    gap = sums.figure(LOOK, PARTS, 500, "承办件数", "w")["layout"]["shapes"][0]
    assert (gap["x0"], gap["x1"]) == (500, 522)


def test_no_gap_is_drawn_where_the_totals_agree():
    assert sums.figure(LOOK, PARTS, 522, "承办件数", "w")["layout"]["shapes"] == []


def test_the_words_of_a_report_are_no_tags():
    drawn = sums.figure(LOOK, PARTS, 591, "承办件数", "w")
    said = [note["text"] for note in drawn["layout"]["annotations"]]
    assert "&lt;b&gt;列入" in said


def test_a_part_too_narrow_for_its_count_has_it_on_hover_only():
    drawn = sums.figure(LOOK, [sums.Part("甲", 990, "", "a"), sums.Part("乙", 10, "", "b")], 1000, "承办件数", "w")
    assert drawn["data"][0]["text"] == ["990", ""]
