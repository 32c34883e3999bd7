"""What is said of a unit's years: a difference with its interval, from five years on a trend, and nothing over a break."""

import pandas as pd

from dashboard import peers


def years(*counts, line="all"):
    """Rows of one unit, one a year from 2018: (x, n)."""
    return pd.DataFrame([
        {"unit_id": "a", "short_name": "甲县政府", "year": 2018 + i, "drawn": "counts", "line": line, "x_count": x, "n_count": n, "rate": x / n, "sign": ""}
        for i, (x, n) in enumerate(counts)
    ])  # fmt: skip


def test_five_years_are_tested_for_a_trend():
    said = peers.changes(years((70, 100), (75, 100), (80, 100), (85, 100), (90, 100)))
    assert "甲县政府由2018年 70.0%（70/100件）升至2022年 90.0%（90/100件），相差 <b>+20.0个百分点</b>，95%区间 9.0～30.6" in said
    assert "5年趋势检验：<b>上升</b>（χ²=15.6，p&lt;0.001）" in said


def test_years_that_only_waver_show_no_trend():
    assert "5年趋势检验：<b>看不出趋势</b>" in peers.changes(years((80, 100), (82, 100), (79, 100), (81, 100), (80, 100)))


def test_four_years_have_a_difference_and_no_trend():
    said = peers.changes(years((80, 100), (82, 100), (79, 100), (81, 100)))
    assert "无法判断变化" in said
    assert "趋势检验" not in said


def test_nothing_is_said_over_a_change_of_definition():
    rows = pd.concat([years((50, 100)), years((90, 100), line="completed").assign(year=2020)])
    assert peers.changes(rows) == "甲县政府有的年份口径变了（总数、层级或角色不同），线在那里断开，<b>前后不比较</b>。"


def test_a_single_year_is_no_change():
    assert peers.changes(years((50, 100))) == "同口径年份不足两年的有1个，<b>无法判断变化</b>。"
