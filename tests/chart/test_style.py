"""Numbers as people write them, and labels that cannot carry tags."""

import pytest

from handling.chart import style


@pytest.mark.parametrize(("value", "text"), [(1284, "1,284"), (0, "0"), (None, ""), (float("nan"), "")])
def test_counts_have_commas_and_missing_is_no_zero(value, text):
    assert style.count(value) == text


@pytest.mark.parametrize(("value", "text"), [(0.917, "91.7%"), (1.0, "100.0%"), (0.0, "0.0%"), (None, "")])
def test_rates_have_one_decimal(value, text):
    assert style.rate(value) == text


@pytest.mark.parametrize(("value", "scale", "text"), [(99.16, "percent", "99.16%"), (98.0, "percent", "98%"), (1178.0, "count", "1,178")])
def test_a_printed_value_keeps_the_reports_digits(value, scale, text):
    assert style.printed(value, scale) == text


def test_differences_carry_their_sign_and_a_real_minus():
    assert (style.points(0.101), style.points(-0.02)) == ("+10.1", "\u22122.0")


def test_a_name_that_looks_like_a_tag_stays_text():
    assert style.safe("<script>alert(1)</script>&") == "&lt;script&gt;alert(1)&lt;/script&gt;&amp;"


def test_a_chinese_name_needs_twice_the_width_of_a_latin_one():
    assert style.width_of(["重庆市政府"]) > style.width_of(["Beijing"])


def test_the_largest_count_has_the_strongest_colour():
    assert [style.step_of(n, 6) for n in (0, 1, 5, 6)] == [0, 1, 5, 5]


@pytest.mark.parametrize(("low", "high", "said"), [
    (0.036, 0.093, ("3.6", "9.3")), (0.0002, 0.009, ("0.02", "0.90")), (-0.009, -0.0004, ("\u22120.90", "\u22120.04")),
    (-0.00004, 0.05, ("\u22120.004", "5.000")), (0.0, 0.05, ("0.0", "5.0")),
])  # fmt: skip
def test_an_end_beside_0_does_not_look_like_0(low, high, said):
    assert tuple(style.ends(low, high).values()) == said


def test_an_axis_never_turns_its_ticks():
    assert style.axis(style.Look(say=str))["tickangle"] == 0


@pytest.mark.parametrize(("name", "shown"), [
    ("重庆市政府 2024", "重庆市政府 2024"), ("会昌县政府 2023-10 民生实事", "会昌县政府 2023-10<br>民生实事"),
    ("嘉鱼县教育局 2024 Deputies' suggestions County Lead", "嘉鱼县教育局 2024<br>Deputies' suggestions<br>County Lead"),
    ("甲" * 15, "甲" * 14 + "<br>甲"), ("甲" * 50, "<br>".join(["甲" * 14, "甲" * 14, "甲" * 13 + "…"])),
])  # fmt: skip
def test_a_long_name_is_broken_into_at_most_three_lines(name, shown):
    assert style.fitted(style.Look(say=str), [name]) == [shown]
    assert style.width_of([shown]) <= 183
    assert "<br>" not in style.fitted(style.Look(say=str, narrow=True), [name])[0]
