"""Ranks as ranges, for superiors who insist."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class RankRange(NamedTuple):
    """`low`–`high`: the ranks (1 = highest rate) that hold the unit with the asked certainty; `middle`: the median rank."""

    low: int
    middle: int
    high: int


def rank_ranges(xs: Sequence[int], ns: Sequence[int], seed: int = 20260101, level: float = 0.95, draws: int = 4000) -> list[RankRange]:
    """The range of ranks of each unit, simulated: every draw gives each unit a rate that its counts allow, and ranks them.

    Rates are drawn from Beta(x + ½, n − x + ½) (Jeffreys), so that 3 of 3 stays uncertain; ties do not occur. The same seed
    gives the same ranges. Source: Goldstein & Spiegelhalter 1996; Marshall & Spiegelhalter 1998. ValueError unless 0 ≤ x ≤ n, n > 0.
    """
    import numpy  # loaded only where somebody asks for ranks: the reading of reports does without

    if not len(xs) == len(ns) or any(n <= 0 or not 0 <= x <= n for x, n in zip(xs, ns, strict=False)):
        raise ValueError("ranks need x of n items with 0 ≤ x ≤ n and n > 0 for every unit")
    if not xs:
        return []
    count, total = numpy.asarray(xs, dtype=float), numpy.asarray(ns, dtype=float)
    rates = numpy.random.default_rng(seed).beta(count + 0.5, total - count + 0.5, size=(draws, len(count)))
    ranks = (-rates).argsort(axis=1).argsort(axis=1) + 1
    tail = (1 - level) / 2
    low, middle, high = numpy.quantile(ranks, [tail, 0.5, 1 - tail], axis=0, method="nearest")
    return [RankRange(int(a), int(b), int(c)) for a, b, c in zip(low, middle, high, strict=True)]
