"""The statistics behind every comparison: intervals, funnel limits, verdicts, changes, rank ranges.

Numbers in, numbers out; rates are fractions 0–1, counts are whole items. Each rule and its source is told in docs/fairness.md.
Only the standard library is needed, but for `rank_ranges`, which draws with numpy.
"""

from __future__ import annotations

from handling.statistics.binomial import binomial_cdf, binomial_tail
from handling.statistics.changes import FEWEST_YEARS, Change, Trend, change, trend_test
from handling.statistics.funnel import (
    ALARM,
    ALERT,
    FEWEST_ITEMS,
    FEWEST_UNITS,
    Dispersion,
    Pooled,
    funnel_curve,
    funnel_limits,
    overdispersion,
    pooled,
    reliability,
    smallest_n_above,
    smallest_n_below,
    verdict,
)
from handling.statistics.intervals import newcombe, wilson
from handling.statistics.ranks import RankRange, rank_ranges

__all__ = [
    "ALARM",
    "ALERT",
    "FEWEST_ITEMS",
    "FEWEST_UNITS",
    "FEWEST_YEARS",
    "Change",
    "Dispersion",
    "Pooled",
    "RankRange",
    "Trend",
    "binomial_cdf",
    "binomial_tail",
    "change",
    "funnel_curve",
    "funnel_limits",
    "newcombe",
    "overdispersion",
    "pooled",
    "rank_ranges",
    "reliability",
    "smallest_n_above",
    "smallest_n_below",
    "trend_test",
    "verdict",
    "wilson",
]
