"""Many units against their pooled rate: funnel limits, verdicts, the ceiling rule, over-dispersion, reliability of a base."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from handling.statistics.binomial import binomial_cdf, binomial_tail, quantile_step

ALERT = 0.95
ALARM = 0.998
FEWEST_ITEMS = 20  # below, a unit is not judged
FEWEST_SHOWN = 5  # below, only the fraction is shown
FEWEST_UNITS = 8  # below, no funnel is drawn


class Pooled(NamedTuple):
    """`x` of `n` items over `units` units; `rate` = x / n in 0–1, None where there are no items."""

    x: float
    n: float
    rate: float | None
    units: int


class Dispersion(NamedTuple):
    """`phi`: mean squared z-score after winsorising, about 0.7 where units differ by chance alone (1 before winsorising).

    `limit`: what chance alone may reach; `over`: phi > limit; `units`: how many were compared.
    """

    phi: float
    limit: float
    over: bool
    units: int


def pooled(xs: Iterable[float | None], ns: Iterable[float | None]) -> Pooled:
    """Counts added up over the units that report both; rates are never averaged. NaN and None count as not reported."""
    pairs = [(x, n) for x, n in zip(xs, ns, strict=True) if x is not None and n is not None and x == x and n == n]
    x, n = sum(x for x, _ in pairs), sum(n for _, n in pairs)
    return Pooled(x, n, x / n if n else None, len(pairs))


def reliability(n: float | None) -> str:
    """How a rate over `n` items may be shown: "fraction" (under 5, no per cent), "few" (5–19, interval, outside order), "full"; "" for None."""
    if n is None or n != n:
        return ""
    if n < FEWEST_SHOWN:
        return "fraction"
    return "few" if n < FEWEST_ITEMS else "full"


@lru_cache(maxsize=65536)
def _lower_limit(p: float, n: int, tail: float) -> float:
    """The count under which P(X ≤ count) = `tail`, interpolated between whole counts; negative where no count is that rare."""
    r, upto, below = quantile_step(n, p, tail)
    return r - (upto - tail) / (upto - below)


def funnel_limits(p: float, n: int, level: float = ALERT) -> tuple[float, float]:
    """Control limits of a rate over n items around the pooled rate p, as (low, high) in 0–1: exact binomial, interpolated.

    Spiegelhalter 2005 (Statistics in Medicine 24:1185–1202, appendix) for the lower limit, and the same formula on the items
    outside the class for the upper one. So each limit interpolates its own tail, and a point lies beyond it exactly where
    the exact test at this level says so; the upper limit stays at 1 until the base reaches `smallest_n_above`.
    """
    if n < 1 or not 0 <= p <= 1:
        raise ValueError(f"no funnel at n={n}, p={p}")
    if p in (0, 1):
        return p, p
    tail = (1 - level) / 2
    low, high = _lower_limit(p, n, tail), n - _lower_limit(1 - p, n, tail)
    return max(0.0, low / n), min(1.0, high / n)


def funnel_curve(p: float, smallest: int, largest: int, levels: Sequence[float] = (ALERT, ALARM), points: int = 110) -> list[dict[str, float]]:
    """The curves of a funnel plot: rows {"n", "low_95", "high_95", "low_99.8", "high_99.8"}, bases evenly spaced on a log scale."""
    if not 1 <= smallest <= largest:
        raise ValueError(f"no bases between {smallest} and {largest}")
    step = (largest / smallest) ** (1 / max(points - 1, 1))
    bases = sorted({min(largest, round(smallest * step**i)) for i in range(points)} | {smallest, largest})
    rows = []
    for n in bases:
        row: dict[str, float] = {"n": n}
        for level in levels:
            row[f"low_{level * 100:g}"], row[f"high_{level * 100:g}"] = funnel_limits(p, n, level)
        rows.append(row)
    return rows


def verdict(x: int, n: int, p: float, level: float = ALARM, fewest: int = FEWEST_ITEMS) -> str:
    """ "above", "below" or "similar": x of n items against the pooled rate p (0–1), by the exact binomial test; "undecidable" under `fewest`.

    Above: P(X ≥ x) ≤ (1 − level) / 2, as for a point at or beyond the funnel's limit. At 99.8% and 100 units, chance alone
    marks 0.1 units as below; at 95% it would be 2.5.
    """
    if not 0 <= x <= n:
        raise ValueError(f"{x} of {n} is no proportion")
    if n < fewest:
        return "undecidable"
    tail = (1 - level) / 2
    if x > n * p:
        return "above" if binomial_tail(x, n, p) <= tail else "similar"
    return "below" if binomial_cdf(x, n, p) <= tail else "similar"


def smallest_n_above(p: float, level: float = ALERT) -> int | None:
    """The ceiling rule: the smallest base at which even 100% lies above the pooled rate p; None at p = 1, where none does.

    At 98% it is 183 (95% limits) and 342 (99.8% limits): a smaller unit cannot be told apart upwards.
    """
    if not 0 <= p <= 1:
        raise ValueError(f"{p} is no rate")
    if p == 1:
        return None
    tail = (1 - level) / 2
    if p <= tail:
        return 1
    n = math.ceil(math.log(tail) / math.log(p) - 1e-9)
    return n if p**n <= tail * (1 + 1e-12) else n + 1


def smallest_n_below(p: float, level: float = ALERT) -> int | None:
    """The smallest base at which even 0% lies below the pooled rate p; None at p = 0."""
    return smallest_n_above(1 - p, level)


def overdispersion(xs: Sequence[float], ns: Sequence[float], cut: float = 0.1) -> Dispersion:
    """How much more the units differ than chance allows around their pooled rate: φ, the mean of squared z-scores.

    The `cut` share of z-scores at either end is set to the value at the cut (winsorised), so that a few true outliers do not
    pass for general over-dispersion. Uncut, chance alone leaves φ under 1 + 2·√(2/units)
    nearly always: that is `limit`, a cautious one after the cut.
    Units without items are left out; φ is 0 where nothing can vary. Source: Spiegelhalter 2005.
    """
    whole = pooled(xs, ns)
    pairs = [(x, n) for x, n in zip(xs, ns, strict=True) if n > 0]
    if whole.rate in (None, 0, 1) or len(pairs) < 2:
        return Dispersion(0.0, math.inf, False, len(pairs))
    p = whole.rate
    scores = sorted((x / n - p) / math.sqrt(p * (1 - p) / n) for x, n in pairs)
    spare = int(cut * len(scores))
    low, high = scores[spare], scores[-1 - spare]
    phi = sum(min(max(z, low), high) ** 2 for z in scores) / len(scores)
    limit = 1 + 2 * math.sqrt(2 / len(scores))
    return Dispersion(phi, limit, phi > limit, len(scores))
