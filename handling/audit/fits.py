"""Which whole numbers a printed percentage can stand for: rounded, truncated, or nudged so that the parts make 100.

All in whole-number arithmetic, so that 0.5 is exactly 0.5. The idea is the GRIM test of Brown & Heathers 2017.
"""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

ROUND, HALF_EVEN, TRUNCATE = "round", "half_even", "truncate"
TOO_MANY = 10_000  # bases; a share that so many give tells nothing of its base


def decimals(printed: float) -> int:
    """How many decimals the percentage shows at least: 71.7 → 1, 99.12 → 2, 100.0 → 0 (a printed .0 is not kept in a number)."""
    exponent = Decimal(repr(printed)).normalize().as_tuple().exponent
    return max(0, -int(exponent))


@lru_cache(maxsize=8192)
def exact(printed: float) -> Fraction:
    """The percentage as printed, free of binary rounding: 5.7 → 57/10."""
    return Fraction(repr(printed))


@lru_cache(maxsize=8192)
def unit_of(printed: float) -> Fraction:
    """One unit in the last printed place: 5.7 → 1/10."""
    return Fraction(1, 10 ** decimals(printed))


@lru_cache(maxsize=8192)
def _units(printed: float) -> tuple[int, int]:
    """The percentage in units of its last printed place, and the hundred in those units: 5.7 → (57, 1000)."""
    return (exact(printed) / unit_of(printed)).numerator, 100 * 10 ** decimals(printed)


def method(x: int, n: int, printed: float) -> str:
    """How x of n comes to be printed so: "round" (half up), "half_even", "truncate", or "" where no such way leads there."""
    value, hundred = _units(printed)
    gap = hundred * x - value * n  # share - printed, in n-ths of a unit
    if -n <= 2 * gap < n:
        return ROUND
    if 2 * gap == n and value % 2 == 0:
        return HALF_EVEN
    return TRUNCATE if 0 <= gap < n else ""


def nudged(x: int, n: int, printed: float) -> bool:
    """Whether the rounded percentage of x of n, one unit more or less in the last place, is what is printed."""
    value, hundred = _units(printed)
    return 2 * abs(hundred * x - value * n) <= 3 * n


def numerators(printed: float, n: int) -> range:
    """Every whole x with 0 ≤ x ≤ n that is printed as this percentage of n, by rounding or truncating: half a unit under to one unit over."""
    value, hundred = _units(printed)
    first = -((1 - 2 * value) * n // (2 * hundred))
    last = -(-(value + 1) * n // hundred) - 1
    return range(max(0, first), min(n, last) + 1)


def denominators(x: int, printed: float) -> range:
    """Every whole n for which x of n is printed as this percentage; an empty range where no whole number will do, or nearly every one."""
    if x <= 0 or printed <= 0:
        return range(0)
    found = _denominators(x, printed)
    return range(0) if len(found) > TOO_MANY else found


def impossible(x: int, printed: float) -> bool:
    """Whether x is printed as this percentage of no whole number at all."""
    if x <= 0 or printed <= 0:
        return x > 0 > printed or (x <= 0 < printed)  # 5 of very many is printed as 0%, and 0 of any number too
    return not _denominators(x, printed)


def _denominators(x: int, printed: float) -> range:
    value, hundred = _units(printed)
    first, last = hundred * x // (value + 1) + 1, 2 * hundred * x // (2 * value - 1)
    return range(max(first, x), max(first, x, last + 1))


def span(found: range) -> str:
    """A range of numbers as text: 5164–5169."""
    return "" if not found else str(found[0]) if len(found) == 1 else f"{found[0]}–{found[-1]}"


def chance_of_fit(printed: float, n: int) -> float:
    """How likely a percentage with so many decimals fits base n by luck (0–1): near 1 for large bases, where a fit says nothing."""
    return min(1.0, float(unit_of(printed)) * 1.5 * n / 100)


def percent(x: int, n: int, places: int = 2) -> str:
    """x of n as per cent with so many decimals, half up, for sentences: (13, 226) → "5.75"."""
    scaled = Fraction(100 * x * 10**places, n)
    whole = math.floor(scaled + Fraction(1, 2))
    return f"{Decimal(whole).scaleb(-places):f}"
