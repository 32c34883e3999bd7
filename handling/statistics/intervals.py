"""Intervals of one proportion and of the difference of two."""

from __future__ import annotations

import math
from functools import lru_cache
from statistics import NormalDist


@lru_cache(maxsize=16)
def normal_bound(level: float) -> float:
    """The standard normal value that leaves (1 − level) / 2 above itself: 1.96 for 0.95."""
    if not 0 < level < 1:
        raise ValueError(f"a level lies between 0 and 1, not at {level}")
    return NormalDist().inv_cdf((1 + level) / 2)


def wilson(x: float, n: float, level: float = 0.95) -> tuple[float, float]:
    """Wilson's score interval of the proportion x / n, as (low, high) in 0–1; no continuity correction.

    Never collapses: 20 of 20 is (0.839, 1). n = 0 says nothing, so it gives (0, 1). ValueError unless 0 ≤ x ≤ n.
    Source: Wilson 1927; Newcombe 1998, Statistics in Medicine 17:857–872, method 3.
    """
    if not 0 <= x <= n:
        raise ValueError(f"{x} of {n} is no proportion")
    if n == 0:
        return 0.0, 1.0
    z = normal_bound(level)
    share, square = x / n, z * z
    centre = share + square / (2 * n)
    half = z * math.sqrt(share * (1 - share) / n + square / (4 * n * n))
    low, high = (centre - half) / (1 + square / n), (centre + half) / (1 + square / n)
    return (0.0 if x == 0 else low), (1.0 if x == n else high)


def newcombe(x1: float, n1: float, x2: float, n2: float, level: float = 0.95) -> tuple[float, float]:
    """Newcombe's interval of x1/n1 − x2/n2 for independent groups, as (low, high) in −1–1: method 10, built on Wilson's scores.

    Source: Newcombe 1998, Statistics in Medicine 17:873–890. ValueError where a group has no items.
    """
    if n1 <= 0 or n2 <= 0:
        raise ValueError("a difference needs items on both sides")
    low1, high1 = wilson(x1, n1, level)
    low2, high2 = wilson(x2, n2, level)
    p1, p2 = x1 / n1, x2 / n2
    low = p1 - p2 - math.hypot(p1 - low1, high2 - p2)
    high = p1 - p2 + math.hypot(high1 - p1, p2 - low2)
    return low, high
