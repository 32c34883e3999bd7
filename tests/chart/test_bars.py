"""Outcome classes as bars."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from handling.chart import bars


def row(group, total, adopted=None, planned=None, deferred=None, spanning=None, **more):
    told = sum(n for n in (adopted, planned, deferred, spanning) if n)
    counts = {"adopted": adopted, "planned": planned, "deferred": deferred, "spanning": spanning, "unsaid": total - told or None}
    return {
        "row_group": group, "total_count": total, "adopted_rate": adopted / total if adopted else None, "sort_key": "1", "year": 2023,
        "doubted": False, **{f"{c}_count": n for c, n in counts.items()}, **{f"{c}_count_figure": f"{c}-id" for c in counts},
        **{f"{c}_words": f"{c} 原话" for c in counts}, **more,
    }  # fmt: skip


ROWS = pd.DataFrame([
    row("ordered", 158, 26, 119, 13), row("ordered", 458, 437, 14, 7), row("spanning", 466, spanning=377), row("few", 9, 9),
    row("left_out", 100, 50), row("ordered", 155, 65, 78, doubted=True),
])  # fmt: skip
NAMES = ["昆明 2022", "白云 2017", "白城 2019", "宁夏 2005", "应急局 2024"]


@pytest.fixture
def arranged():
    return bars.arrange(ROWS, "share")


def test_only_comparable_rows_are_ordered_and_groups_stay_apart(arranged):
    assert arranged["row_group"].tolist() == ["ordered", "ordered", "ordered", "spanning", "few"]
    assert arranged["adopted_count"].tolist()[:3] == [437, 65, 26]


def test_rows_can_be_ordered_by_items():
    assert bars.arrange(ROWS, "count")["total_count"].tolist()[:3] == [458, 158, 155]


@pytest.mark.parametrize("shares", [True, False])
def test_the_figure_is_valid_for_plotly(look, arranged, shares):
    go.Figure(bars.figure(look, arranged, NAMES, shares))


def test_the_bars_of_a_row_make_its_whole(wide, arranged):
    drawn = bars.figure(wide, arranged, NAMES)
    lengths = zip(*(trace["x"] for trace in drawn["data"]), strict=True)
    assert [round(sum(parts), 9) for parts in lengths] == [1.0] * 5


def test_what_a_report_leaves_unsaid_is_drawn_and_not_given_to_a_class(wide, arranged):
    unsaid = bars.figure(wide, arranged, NAMES)["data"][-1]
    assert unsaid["x"][1] == pytest.approx(12 / 155)
    assert unsaid["marker"]["pattern"]["shape"] == "."


def test_a_spanning_class_is_hatched_and_never_split(wide, arranged):
    drawn = bars.figure(wide, arranged, NAMES)["data"]
    assert [trace["x"][3] for trace in drawn[:3]] == [0.0, 0.0, 0.0]
    assert drawn[3]["x"][3] == pytest.approx(377 / 466)
    assert drawn[3]["marker"]["pattern"]["shape"] == "/"


def test_a_doubted_total_carries_its_mark(wide, arranged):
    texts = [note["text"] for note in bars.figure(wide, arranged, NAMES)["layout"]["annotations"]]
    assert "155 ※" in texts


def test_no_rows_make_no_error():
    assert bars.arrange(ROWS.iloc[:0], "share").empty
