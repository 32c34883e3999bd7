"""How sure a reading is: signs that speak for or against it, weighed by how often readings with them proved right.

The table of signs with their weights and the doubts that they stand for, data/vocabulary/confidence.csv, is fitted by benchmarks/confidence.py
on reports whose figures are known. docs/reading.md tells what came out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from math import exp

from handling.confidence.signs import signs_of
from handling.model import Document, Figure, Finding, Head, Mention
from handling.vocabulary.classes import rows

__all__ = ["SURE", "signs_of", "table", "weigh"]

SURE = 0.9  # from here on a figure needs no second look
BASE = "base"  # the row of the table for a figure without any sign


def weigh(document: Document, head: Head, told: Sequence[tuple[Figure, Mention]], findings: Sequence[Finding]) -> tuple[Figure, ...]:
    """The figures with their confidence, and with their chief doubt where that is below SURE. Positions in `findings` count in `told`."""
    weights = table()
    found = []
    for (figure, _), signs in zip(told, signs_of(document, head, told, findings), strict=True):
        known = [weights[sign] for sign in (BASE, *signs) if sign in weights]
        sure = int(1000 / (1 + exp(-sum(weight for weight, _ in known)))) / 1000  # rounded down: 0.9 is reached, not approached
        doubt = min((one for one in known[1:] if one[0] < 0), default=known[0])[1]
        found.append(replace(figure, confidence=sure, reason=figure.reason or (doubt if sure < SURE else "")))
    return tuple(found)


@lru_cache(maxsize=1)
def table() -> dict[str, tuple[float, str]]:
    """Each sign → its weight, and the doubt that it stands for in words."""
    return {row["sign"]: (float(row["weight"]), row["zh"]) for row in rows("confidence.csv")}
