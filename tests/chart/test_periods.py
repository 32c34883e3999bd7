"""Shares by year, pooled in blocks of three years."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from handling.chart import periods

ROWS = pd.DataFrame({
    "short_name": ["甲", "乙", "丙"], "year": pd.array([2024, 2026, 2020], dtype="Int64"), "adopted_count": [10, 80, 5],
    "total_count": [100, 100, 10], "adopted_rate": [0.1, 0.8, 0.5], "adopted_count_figure": ["a", "b", None],
})  # fmt: skip


def test_a_block_pools_counts_and_does_not_average_shares():
    first, last = periods.blocks(ROWS, 2026)
    assert (first.first, first.last, first.x, first.n) == (2018, 2020, 5, 10)
    assert (last.streams, last.x, last.n) == (2, 90, 200)
    assert last.rate == pytest.approx(0.45)
    assert last.low < 0.45 < last.high


def test_blocks_without_reports_are_left_out():
    assert [block.first for block in periods.blocks(ROWS, 2026)] == [2018, 2024]
    assert periods.blocks(ROWS.iloc[:0], 2026) == []


def test_the_figure_is_valid_for_plotly(look):
    go.Figure(periods.figure(look, ROWS, 2026))


def test_a_circle_leads_to_its_figure(wide):
    assert periods.figure(wide, ROWS, 2026)["data"][0]["customdata"] == [["a"], ["b"], [None]]
