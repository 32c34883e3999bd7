"""Intervals, pooling and verdicts of rows."""

import pandas as pd
import pytest

from handling.chart import judgement

ROWS = pd.DataFrame({
    "x_count": pd.array([427, 501, 264, 8, 828, None, 3], dtype="Int64"), "n_count": pd.array([453, 501, 265, 8, 835, 100, 3], dtype="Int64"),
    "comparable": [True, True, True, True, False, False, True], "derived": [False, False, False, False, True, False, False],
    "sentence_figure": list("abcdefg"), "short_name": list("甲乙丙丁戊己庚"),
})  # fmt: skip


def test_counts_worked_back_from_a_rate_stay_out_of_the_pool():
    judged, peers = judgement.judge(ROWS)
    assert (peers.pooled.x, peers.pooled.n, peers.pooled.units) == (427 + 501 + 264 + 8 + 3, 453 + 501 + 265 + 8 + 3, 5)
    assert judged.loc[judged["derived"], "verdict"].tolist() == ["undecidable"]


def test_they_enter_it_where_the_reader_says_so():
    _, peers = judgement.judge(ROWS, with_derived=True)
    assert peers.pooled.n == 453 + 501 + 265 + 8 + 3 + 835


def test_verdicts_are_by_the_exact_test_and_small_units_are_undecidable():
    judged, peers = judgement.judge(ROWS)
    assert dict(zip(judged["short_name"], judged["verdict"], strict=True)) == {
        "甲": "below", "乙": "above", "丙": "similar", "丁": "undecidable", "戊": "undecidable", "庚": "undecidable",
    }  # fmt: skip
    assert peers.verdicts == {"above": 1, "similar": 1, "below": 1, "undecidable": 2}


def test_units_differ_by_more_than_chance_only_as_those_with_enough_items_do():
    rows = pd.DataFrame({
        "x_count": [99, 198, 3], "n_count": [100, 200, 4], "comparable": [True] * 3, "derived": [False] * 3, "sentence_figure": list("abc"),
        "short_name": list("甲乙丙"),
    })  # fmt: skip
    _, peers = judgement.judge(rows)
    assert (peers.pooled.x, peers.pooled.n) == (300, 304)
    assert (peers.dispersion.units, peers.dispersion.phi, peers.dispersion.over) == (2, 0.0, False)


def test_a_row_without_counts_is_not_judged():
    judged, _ = judgement.judge(ROWS)
    assert "己" not in judged["short_name"].tolist()


def test_each_rate_lies_in_its_interval():
    judged, _ = judgement.judge(ROWS)
    assert (judged["low"] <= judged["rate"]).all()
    assert (judged["rate"] <= judged["high"]).all()
    assert judged["low"].tolist()[3] == pytest.approx(0.676, abs=1e-3)


def test_rows_run_from_low_to_high_with_small_bases_after_the_rest():
    shown = judgement.in_order(judgement.judge(ROWS)[0])
    assert shown["short_name"].tolist() == ["甲", "戊", "丙", "乙", "丁"]


def test_nothing_comparable_gives_no_pooled_rate():
    judged, peers = judgement.judge(ROWS.iloc[5:6])
    assert judged.empty
    assert peers.pooled.rate is None


def test_one_unit_is_not_compared_with_itself():
    rows = ROWS.iloc[:3].assign(unit_id="a")
    judged, peers = judgement.judge(rows)
    assert judged["verdict"].tolist() == ["undecidable"] * 3
    assert (peers.alone, peers.judged, peers.pooled.n) == (True, 0, 453 + 501 + 265)
    judged, peers = judgement.judge(rows.assign(unit_id=["a", "a", "b"]))
    assert judged["verdict"].tolist() == ["below", "above", "similar"]
    assert not peers.alone
