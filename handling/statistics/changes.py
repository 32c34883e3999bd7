"""Year against year: the difference of two rates, and a trend over several."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from handling.statistics.intervals import newcombe

FEWEST_YEARS = 5


class Change(NamedTuple):
    """`difference`, `low`, `high`: later minus earlier rate, in −1–1. `direction`: "up", "down" or "undecidable"."""

    difference: float
    low: float
    high: float
    direction: str


class Trend(NamedTuple):
    """Cochran–Armitage: `chi_square` on one degree of freedom and its `p_value`; `slope`: change of the rate a step.

    `direction`: "up", "down" or "undecidable".
    """

    chi_square: float
    p_value: float
    slope: float
    direction: str


def change(x_before: float, n_before: float, x_after: float, n_after: float, level: float = 0.95) -> Change:
    """What happened between two years, with Newcombe's interval; "undecidable" (无法判断变化) where it contains 0."""
    low, high = newcombe(x_after, n_after, x_before, n_before, level)
    direction = "up" if low > 0 else "down" if high < 0 else "undecidable"
    return Change(x_after / n_after - x_before / n_before, low, high, direction)


def trend_test(xs: Sequence[float], ns: Sequence[float], steps: Sequence[float] | None = None, level: float = 0.95) -> Trend:
    """χ² test for a linear trend in proportions (Cochran 1954, Armitage 1955) over `steps` (years; 0, 1, 2 … by default).

    Under five years with items, or where nothing varies, the direction is "undecidable". ValueError on unequal lengths.
    """
    years = list(steps) if steps is not None else list(range(len(xs)))
    rows = [(x, n, t) for x, n, t in zip(xs, ns, years, strict=True) if n > 0]
    total = sum(n for _, n, _ in rows)
    if not rows:
        return Trend(0.0, 1.0, 0.0, "undecidable")
    p = sum(x for x, _, _ in rows) / total
    middle = sum(n * t for _, n, t in rows) / total
    around = sum(n * (t - middle) ** 2 for _, n, t in rows)
    if around == 0 or p in (0, 1):
        return Trend(0.0, 1.0, 0.0, "undecidable")
    tilt = sum((x - n * p) * (t - middle) for x, n, t in rows)
    chi_square = tilt * tilt / (p * (1 - p) * around)
    p_value = math.erfc(math.sqrt(chi_square / 2))
    decided = len(rows) >= FEWEST_YEARS and p_value < 1 - level
    return Trend(chi_square, p_value, tilt / around, ("up" if tilt > 0 else "down") if decided else "undecidable")
