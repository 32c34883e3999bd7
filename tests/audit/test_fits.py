"""Which whole numbers a percentage can stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handling.audit.fits import HALF_EVEN, ROUND, TRUNCATE, decimals, denominators, method, nudged, numerators, percent


@pytest.mark.parametrize(("printed", "places"), [(71.7, 1), (99.12, 2), (100.0, 0), (0.0, 0), (5.0, 0), (4.655, 3)])
def test_decimals_are_those_that_are_printed(printed: float, places: int) -> None:
    assert decimals(printed) == places


@pytest.mark.parametrize(
    ("x", "n", "printed", "way"),
    [
        (162, 226, 71.7, ROUND),
        (13, 226, 5.7, TRUNCATE),  # 5.752
        (54, 93, 58.07, ""),  # 58.0645, nudged
        (1, 8, 12.5, ROUND),
        (1, 16, 6.2, HALF_EVEN),  # 6.25
        (1, 16, 6.3, ROUND),
        (147, 1310, 3.59, ""),
        (130, 130, 100.0, ROUND),
    ],
)
def test_a_share_is_rounded_or_truncated_or_neither(x: int, n: int, printed: float, way: str) -> None:
    assert method(x, n, printed) == way


def test_a_share_may_be_nudged_by_one_unit_in_the_last_place() -> None:
    assert nudged(54, 93, 58.07)
    assert not nudged(54, 93, 58.09)


@pytest.mark.parametrize(
    ("printed", "n", "xs"),
    [(99.12, 114, [113]), (99.12, 115, []), (99.12, 112, []), (99.16, 835, [828]), (99.16, 801, []), (80.9, 466, [377]), (98.0, 74, [73])],
)
def test_a_percentage_fits_only_some_bases(printed: float, n: int, xs: list[int]) -> None:
    assert list(numerators(printed, n)) == xs


@pytest.mark.parametrize(
    ("x", "printed", "bases"),
    [
        (526, 99.8, range(527, 528)),
        (519, 98.5, range(527, 528)),
        (74, 64.25, range(0)),
        (68, 48.3, range(0)),
        (993, 99.9, range(994, 995)),
        (0, 0.0, range(0)),
    ],
)
def test_a_count_and_its_share_tell_the_base(x: int, printed: float, bases: range) -> None:
    assert denominators(x, printed) == bases


@given(st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(1, n), st.just(n))), st.integers(0, 2))
def test_what_was_rounded_is_found_again(pair: tuple[int, int], places: int) -> None:
    x, n = pair
    printed = float(percent(x, n, places))
    if printed > 0:
        assert x in numerators(printed, n)
        assert n in denominators(x, printed) or decimals(printed) < places
        assert method(x, n, printed) == ROUND or decimals(printed) < places


def test_percent_rounds_half_up_in_whole_numbers() -> None:
    assert percent(1, 8, 0) == "13"
    assert percent(13, 226) == "5.75"
    assert percent(2, 3, 1) == "66.7"
