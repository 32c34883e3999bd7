"""Small multiples."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from handling.chart import multiples

ROWS = pd.DataFrame([
    {"unit_id": "a", "short_name": "重庆市政府", "year": 2021, "drawn": "counts", "rate": 0.817, "low": 0.79, "high": 0.84},
    {"unit_id": "a", "short_name": "重庆市政府", "year": 2024, "drawn": "counts", "rate": 0.917, "low": 0.90, "high": 0.93},
    {"unit_id": "b", "short_name": "上海市政府", "year": 2018, "drawn": "rate", "rate": 0.706, "low": None, "high": None},
    {"unit_id": "c", "short_name": "海南省人大", "year": 2022, "drawn": "spanning", "rate": 0.927, "low": None, "high": None},
]).assign(x_count=1, n_count=2, sentence_figure="id", line="all", mark="", sign="")  # fmt: skip


def test_the_figure_is_valid_for_plotly(look):
    go.Figure(multiples.figure(look, ROWS, 0.634))


def test_every_unit_has_the_same_axes(wide):
    layout = multiples.figure(wide, ROWS, 0.634)["layout"]
    assert layout["yaxis"]["range"] == layout["yaxis2"]["range"] == layout["yaxis3"]["range"]
    assert layout["xaxis"]["range"] == layout["xaxis3"]["range"]


def test_points_with_counts_are_joined_and_a_bare_rate_is_hollow(wide):
    data = multiples.figure(wide, ROWS, 0.634)["data"]
    assert data[1]["mode"] == "lines+markers"
    assert data[1]["x"] == [2021, 2024]
    hollow = data[4 + 2]
    assert (hollow["marker"]["symbol"], hollow["x"]) == ("circle-open", [2018])


def test_a_spanning_class_is_an_upper_limit(wide):
    texts = [note["text"] for note in multiples.figure(wide, ROWS, 0.634)["layout"]["annotations"]]
    assert "<b>≤92.7%</b>" in texts


def test_other_definitions_are_not_drawn_behind(wide):
    assert multiples.figure(wide, ROWS, None, others=False)["data"][4]["x"] == []


def test_a_phone_gets_two_charts_a_row(phone, wide):
    assert multiples.figure(phone, ROWS, None)["layout"]["height"] > multiples.figure(wide, ROWS, None)["layout"]["height"]


def test_a_line_breaks_where_the_definition_changes(look):
    drawn = multiples.figure(look, ROWS.assign(line=["completed", "all", "all", "all"]), None)
    go.Figure(drawn)
    assert drawn["data"][1]["x"] == [2021, None, 2024]
    assert [shape["x0"] for shape in drawn["layout"]["shapes"] if shape["xref"] == "x"] == [2022.5]


def test_a_rate_that_words_imply_carries_its_mark_and_says_so(wide):
    drawn = multiples.figure(wide, ROWS.assign(mark=["", "", "〔文〕", ""]), None)
    assert "<b>70.6%〔文〕</b>" in [note["text"] for note in drawn["layout"]["annotations"]]
    go.Figure(drawn)


@pytest.mark.parametrize("pooled", [0.70, 0.75, 0.80, 0.803, 0.85, 0.88, 0.95])
def test_the_pooled_line_strikes_through_no_value(wide, pooled):
    drawn = multiples.figure(wide, ROWS, pooled)["layout"]
    top = drawn["yaxis"]["range"][1]
    per_unit = (drawn["yaxis"]["domain"][1] - drawn["yaxis"]["domain"][0]) * (drawn["height"] - 8) / top
    for note in drawn["annotations"]:
        if "%" in note["text"]:
            begins = note["y"] * per_unit + note["yshift"]
            low, high = (begins, begins + 16) if note["yanchor"] == "bottom" else (begins - 16, begins)
            assert not low < pooled * per_unit < high


def test_a_long_name_is_broken_before_it_reaches_the_next_chart(wide):
    rows = pd.concat([ROWS.assign(unit_id=ROWS["unit_id"] + str(n), short_name="临沂市人力资源和社会保障局") for n in range(2)])
    names = {note["text"] for note in multiples.figure(wide, rows, None)["layout"]["annotations"] if "临沂" in note["text"]}
    assert len(names) == 1
    assert names.pop().count("<br>") == 1


def test_the_pooled_line_is_drawn_for_the_judged_units_alone(wide):
    layout = multiples.figure(wide, ROWS, 0.634, judged=["b"])["layout"]
    assert [shape["xref"] for shape in layout["shapes"] if shape["y0"] == shape["y1"] == 0.634] == ["x2"]


def test_a_name_of_two_lines_is_broken_further_on_a_phone_and_no_line_strikes_a_value(phone):
    name = "Share by outcome<br>(deferred or kept for reference)"
    layout = multiples.figure(phone, ROWS.assign(short_name=name), None)["layout"]
    names = [note["text"] for note in layout["annotations"] if "outcome" in note["text"]]
    assert {text.replace("<br>", " ") for text in names} == {f"<b>{name.replace('<br>', ' ')}</b>"}
    assert max(len(line) for text in names for line in text.split("<br>")) < len("(deferred or kept for reference)")
    assert all(note["bgcolor"] == phone.palette.page for note in layout["annotations"] if "%" in note["text"])
