"""The statistics against published tables, against scipy and statsmodels, and against each other."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.contingency_tables import Table
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from handling import statistics
from handling.statistics import ALARM, ALERT
from handling.statistics.binomial import quantile_step

COUNTS = st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
RATES = st.floats(0.001, 0.999)

# Newcombe 1998, Stat Med 17:857–872, table I, method 3 (score, no continuity correction).
PUBLISHED_SCORES = [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]
# Newcombe 1998, Stat Med 17:873–890, table II, method 10 (score, no continuity correction).
PUBLISHED_DIFFERENCES = [
    (56, 70, 48, 80, 0.0524, 0.3339),
    (9, 10, 3, 10, 0.1705, 0.8090),
    (6, 7, 2, 7, 0.0582, 0.8062),
    (5, 56, 0, 29, -0.0381, 0.1926),
    (0, 10, 0, 20, -0.1611, 0.2775),
    (0, 10, 0, 10, -0.2775, 0.2775),
    (10, 10, 0, 20, 0.6791, 1.0),
    (10, 10, 0, 10, 0.6075, 1.0),
]


@pytest.mark.parametrize(("x", "n", "low", "high"), PUBLISHED_SCORES)
def test_wilson_gives_the_published_intervals(x: int, n: int, low: float, high: float) -> None:
    assert statistics.wilson(x, n) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("x", "n", "low", "high"),
    [(10, 10, 72.2, 100), (20, 20, 83.9, 100), (30, 30, 88.6, 100), (92, 92, 96.0, 100), (144, 146, 95.1, 99.6)],
)
def test_wilson_does_not_collapse_at_a_hundred_per_cent(x: int, n: int, low: float, high: float) -> None:
    assert [round(100 * bound, 1) for bound in statistics.wilson(x, n)] == [low, high]


@given(COUNTS, st.sampled_from([0.9, 0.95, 0.998]))
def test_wilson_equals_statsmodels(pair: tuple[int, int], level: float) -> None:
    expected = proportion_confint(*pair, alpha=1 - level, method="wilson")
    assert statistics.wilson(*pair, level) == pytest.approx(expected, abs=1e-9)


def test_wilson_of_nothing_knows_nothing() -> None:
    assert statistics.wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(("x", "n"), [(5, 4), (-1, 4)])
def test_more_than_all_is_no_proportion(x: int, n: int) -> None:
    with pytest.raises(ValueError, match="no proportion"):
        statistics.wilson(x, n)
    with pytest.raises(ValueError, match="no proportion"):
        statistics.verdict(x, n, 0.5)


@pytest.mark.parametrize(("x1", "n1", "x2", "n2", "low", "high"), PUBLISHED_DIFFERENCES)
def test_newcombe_gives_the_published_differences(x1: int, n1: int, x2: int, n2: int, low: float, high: float) -> None:
    assert statistics.newcombe(x1, n1, x2, n2) == pytest.approx((low, high), abs=5e-5)


@given(COUNTS, COUNTS)
def test_newcombe_equals_statsmodels(one: tuple[int, int], other: tuple[int, int]) -> None:
    expected = confint_proportions_2indep(*one, *other, method="newcomb")
    assert statistics.newcombe(*one, *other) == pytest.approx(expected, abs=1e-9)


@given(COUNTS, st.floats(0.0005, 0.9995))
def test_binomial_tails_equal_scipy(pair: tuple[int, int], p: float) -> None:
    x, n = pair
    assert statistics.binomial_cdf(x, n, p) == pytest.approx(stats.binom.cdf(x, n, p), abs=1e-9)
    assert statistics.binomial_tail(x, n, p) == pytest.approx(stats.binom.sf(x - 1, n, p), abs=1e-9)


@given(st.integers(1, 5000), RATES, st.sampled_from([0.001, 0.025, 0.975, 0.999]))
def test_binomial_quantiles_equal_scipy(n: int, p: float, probability: float) -> None:
    found, upto, below = quantile_step(n, p, probability)
    assert found == int(stats.binom.ppf(probability, n, p))
    assert upto == pytest.approx(stats.binom.cdf(found, n, p), abs=1e-9)
    assert below == pytest.approx(stats.binom.cdf(found - 1, n, p), abs=1e-9)


def test_hotline_sized_counts_keep_their_tails() -> None:
    assert statistics.binomial_cdf(979_500, 1_000_000, 0.98) == pytest.approx(stats.binom.cdf(979_500, 1_000_000, 0.98), rel=1e-6)


@pytest.mark.parametrize(("n", "alert", "alarm"), [(20, 17, 16), (30, 27, 25), (100, 94, 92)])
def test_lower_limits_at_98_per_cent_are_the_known_counts(n: int, alert: int, alarm: int) -> None:
    for level, worst in ((ALERT, alert), (ALARM, alarm)):
        low, _ = statistics.funnel_limits(0.98, n, level)
        assert worst / n <= low < (worst + 1) / n


def test_limits_are_spiegelhalters_interpolation() -> None:
    r, tail = 95, 0.025
    at, before = stats.binom.cdf(r, 100, 0.98), stats.binom.cdf(r - 1, 100, 0.98)
    expected = (r - (at - tail) / (at - before)) / 100
    assert statistics.funnel_limits(0.98, 100)[0] == pytest.approx(expected, abs=1e-9)


@given(COUNTS, RATES, st.sampled_from([ALERT, ALARM]))
def test_a_point_lies_beyond_a_limit_exactly_where_the_test_says_so(pair: tuple[int, int], p: float, level: float) -> None:
    x, n = pair
    low, high = statistics.funnel_limits(p, n, level)
    judged = statistics.verdict(x, n, p, level, fewest=1)
    if min(abs(x / n - low), abs(x / n - high)) > 1e-9:
        assert judged == ("below" if x / n < low else "above" if x / n > high else "similar")


def test_ceiling_rule_gives_183_and_342_at_98_per_cent() -> None:
    assert statistics.smallest_n_above(0.98, ALERT) == 183
    assert statistics.smallest_n_above(0.98, ALARM) == 342
    assert statistics.smallest_n_below(0.02, ALARM) == 342


@pytest.mark.parametrize(("p", "n"), [(1.0, None), (0.0, 1), (0.02, 1), (0.5, 6)])
def test_ceiling_rule_at_its_edges(p: float, n: int | None) -> None:
    assert statistics.smallest_n_above(p, ALERT) == n


@given(st.floats(0.05, 0.9995), st.sampled_from([ALERT, ALARM]))
def test_ceiling_rule_agrees_with_the_verdict(p: float, level: float) -> None:
    n = statistics.smallest_n_above(p, level)
    assert n is not None
    assert statistics.verdict(n, n, p, level, fewest=1) == "above"
    assert n == 1 or statistics.verdict(n - 1, n - 1, p, level, fewest=1) == "similar"


@pytest.mark.parametrize(
    ("x", "n", "word"),
    [(3, 3, "undecidable"), (12, 19, "undecidable"), (16, 20, "below"), (17, 20, "similar"), (341, 341, "similar"), (342, 342, "above")],
)
def test_verdicts_at_98_per_cent(x: int, n: int, word: str) -> None:
    assert statistics.verdict(x, n, 0.98) == word


@pytest.mark.parametrize(("n", "mark"), [(None, ""), (math.nan, ""), (0, "fraction"), (4, "fraction"), (5, "few"), (19, "few"), (20, "full")])
def test_reliability_follows_the_base(n: float | None, mark: str) -> None:
    assert statistics.reliability(n) == mark


def test_pooling_adds_counts_and_leaves_out_what_is_not_reported() -> None:
    whole = statistics.pooled([9, 90, None, 5, math.nan], [10, 200, 30, None, 7])
    assert whole == (99, 210, 99 / 210, 2)
    assert statistics.pooled([], []).rate is None


def test_overdispersion_of_chance_stays_under_its_limit_and_of_mixed_offices_is_far_above() -> None:
    draw = random.Random(7)
    ns = [draw.randint(50, 500) for _ in range(200)]
    chance = [sum(draw.random() < 0.9 for _ in range(n)) for n in ns]
    mixed = [round(n * draw.choice([0.7, 0.95])) for n in ns]
    assert statistics.overdispersion(chance, ns).phi == pytest.approx(0.678, abs=0.15)
    assert not statistics.overdispersion(chance, ns).over
    assert statistics.overdispersion(mixed, ns).over


def test_overdispersion_is_the_winsorised_mean_of_squares() -> None:
    # pooled 50%, n = 100 each: z = (x − 50) / 5 = −4, −1, −1, 0 ×4, 1, 1, 4; the ends are cut to ±1
    xs = [30, 45, 45, 50, 50, 50, 50, 55, 55, 70]
    found = statistics.overdispersion(xs, [100] * 10)
    assert found.phi == pytest.approx(0.6)
    assert found.limit == pytest.approx(1 + 2 * math.sqrt(0.2))


def test_overdispersion_needs_something_that_varies() -> None:
    assert statistics.overdispersion([5, 7], [5, 7]) == (0.0, math.inf, False, 2)


def test_changes_are_called_only_where_the_interval_leaves_zero() -> None:
    assert statistics.change(48, 80, 56, 70).direction == "up"
    assert statistics.change(56, 70, 48, 80).direction == "down"
    found = statistics.change(96, 100, 98, 100)
    assert found.direction == "undecidable"
    assert found.difference == pytest.approx(0.02)


@given(st.lists(st.integers(5, 400).flatmap(lambda n: st.tuples(st.integers(1, n - 1), st.just(n))), min_size=5, max_size=9))
def test_trend_equals_statsmodels(rows: list[tuple[int, int]]) -> None:
    xs, ns = [x for x, _ in rows], [n for _, n in rows]
    table = Table([list(xs), [n - x for x, n in rows]], shift_zeros=False)
    reference = table.test_ordinal_association()
    total = sum(ns)  # statsmodels conditions on all margins: N − 1 in place of N
    expected = reference.zscore**2 * total / (total - 1)
    found = statistics.trend_test(xs, ns)
    assert found.chi_square == pytest.approx(expected, rel=1e-9, abs=1e-9)
    assert found.p_value == pytest.approx(stats.chi2.sf(expected, 1), abs=1e-9)


def test_trend_knows_rise_fall_and_when_not_to_say() -> None:
    ns = [100] * 5
    assert statistics.trend_test([70, 75, 80, 85, 90], ns).direction == "up"
    assert statistics.trend_test([90, 85, 80, 75, 70], ns).direction == "down"
    assert statistics.trend_test([80, 82, 79, 81, 80], ns).direction == "undecidable"
    assert statistics.trend_test([70, 80, 90, 99], ns[:4]).direction == "undecidable"
    assert statistics.trend_test([70, 75, 80, 85, 90], ns).slope == pytest.approx(0.05)


def test_trend_respects_gaps_between_years() -> None:
    close = statistics.trend_test([70, 75, 80, 85, 90], [100] * 5, steps=[2018, 2019, 2020, 2021, 2022])
    apart = statistics.trend_test([70, 75, 80, 85, 90], [100] * 5, steps=[2018, 2019, 2020, 2021, 2030])
    assert close.chi_square == pytest.approx(statistics.trend_test([70, 75, 80, 85, 90], [100] * 5).chi_square)
    assert apart.slope < close.slope


def test_ranks_are_ranges_and_the_same_every_time() -> None:
    xs, ns = [12, 294, 588, 90], [12, 300, 600, 100]
    first = statistics.rank_ranges(xs, ns, seed=3)
    assert first == statistics.rank_ranges(xs, ns, seed=3)
    assert (first[0].low, first[0].high) == (1, 4)  # 12 of 12 may be best or worst
    assert (first[3].low, first[3].high) == (3, 4)
    assert statistics.rank_ranges([], []) == []


def test_a_unit_of_12_is_on_top_in_most_years_and_at_the_bottom_in_a_fifth_though_all_are_alike() -> None:
    draw = random.Random(11)
    ns = [12] + [300 + 10 * i for i in range(19)]
    top = bottom = 0
    for _ in range(400):
        rates = [stats.binom.ppf(draw.random(), n, 0.98) / n for n in ns]
        top, bottom = top + (rates[0] == max(rates)), bottom + (rates[0] == min(rates))
    assert top / 400 == pytest.approx(0.98**12, abs=0.06)
    assert bottom / 400 == pytest.approx(0.21, abs=0.06)


def test_a_funnel_for_3000_units_has_a_verdict_for_each_and_a_curve_over_their_bases() -> None:
    draw = random.Random(5)
    units = [(round(n * 0.95), n) for n in (draw.randint(5, 5000) for _ in range(3000))]
    judged = [statistics.verdict(x, n, 0.953) for x, n in units]
    curve = statistics.funnel_curve(0.953, 5, 5000)
    assert len(judged) == 3000
    assert (curve[0]["n"], curve[-1]["n"]) == (5, 5000)
    assert set(curve[0]) == {"n", "low_95", "high_95", "low_99.8", "high_99.8"}
