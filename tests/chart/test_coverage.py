"""The coverage matrix: counts in cells, dots where nothing was received."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from handling.chart import coverage

ROWS = pd.DataFrame({
    "place_name": ["北京", "西藏", "湖南", "湖南"], "year": pd.array([2023, None, 2008, 2009], dtype="Int64"), "report_count": [2, 0, 1, 3],
})  # fmt: skip


@pytest.fixture
def drawn(look):
    return coverage.figure(look, ROWS, 2026)


def test_the_figure_is_valid_for_plotly(drawn):
    go.Figure(drawn)


def test_years_before_the_last_twelve_are_one_column(drawn):
    counts = drawn["data"][0]
    assert dict(zip(zip(counts["y"], counts["x"], strict=True), counts["text"], strict=True)) == {(0, 9): "2", (2, 0): "4"}


def test_a_place_without_reports_has_dots_and_a_sum_of_zero(drawn):
    dots = drawn["layout"]["shapes"][-1]["path"].split("Z")[:-1]
    assert len(dots) == 3 * 13 - 2
    assert len([dot for dot in dots if ",1L" in dot]) == 13
    assert drawn["data"][1]["text"] == ["2", "0", "4"]


def test_cells_of_one_colour_are_one_shape(drawn):
    grounds = drawn["layout"]["shapes"][:-1]
    assert sum(shape["path"].count("M") for shape in grounds) == 2
    assert len({shape["fillcolor"] for shape in grounds}) == len(grounds)


def test_on_a_phone_years_have_two_digits(phone, wide):
    assert coverage.figure(phone, ROWS, 2026)["layout"]["xaxis"]["ticktext"][-2] == "26"
    assert coverage.figure(wide, ROWS, 2026)["layout"]["xaxis"]["ticktext"][-2] == "2026"


def test_nothing_at_all_is_still_a_figure(wide):
    go.Figure(coverage.figure(wide, ROWS[ROWS["report_count"] == 0], 2026))
