"""How sure a reading is: signs that speak for or against it, weighed by how often readings with them proved right.

The table of signs with their weights and the doubts that they stand for, data/vocabulary/confidence.csv, is fitted by benchmarks/confidence.py
on reports whose figures are known. docs/reading.md tells what came out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from math import exp

from handling.audit.unsure import doubt_of, unsure
from handling.confidence.signs import signs_of
from handling.model import Document, Figure, Finding, Head, Mention
from handling.vocabulary.classes import rows

__all__ = ["SURE", "signs_of", "table", "weigh"]

SURE = 0.9  # from here on a figure needs no second look
BASE = "base"  # the row of the table for a figure without any sign
_ARITHMETIC = ("audit:", "classes:", "parts:", "sums:", "trouble")  # what sums say of a figure, of others beside it, and of the report


def weigh(
    document: Document, head: Head, told: Sequence[tuple[Figure, Mention]], findings: Sequence[Finding]
) -> tuple[tuple[Figure, ...], list[Finding]]:
    """The figures with their confidence, and with their chief doubt where that is below SURE; and the findings, those lowered that a misreading
    may have made. Positions in `findings` count in `told`."""
    signs = signs_of(document, head, told, findings)
    figures = []
    for (figure, _), own in zip(told, signs, strict=True):
        sure, doubt = _judged(own)
        figures.append(replace(figure, confidence=sure, reason=figure.reason or (doubt if sure < SURE else "")))
    return tuple(figures), [_lowered(finding, figures, signs) for finding in findings]


def _judged(signs: Sequence[str]) -> tuple[float, str]:
    """How sure a figure with these signs is, and the doubt that lowers it most."""
    weights = table()
    known = [weights[sign] for sign in (BASE, *signs) if sign in weights]
    sure = int(1000 / (1 + exp(-sum(weight for weight, _ in known)))) / 1000  # rounded down: 0.9 is reached, not approached
    return sure, min((one for one in known[1:] if one[0] < 0), default=known[0])[1]


def _lowered(finding: Finding, figures: Sequence[Figure], signs: Sequence[Sequence[str]]) -> Finding:
    """The finding, unsure where one of its figures is doubtful by other signs than arithmetic (by those every finding would doubt itself), or
    where the finding itself looks like a misreading."""
    if finding.severity == "note":
        return finding
    judged = [_judged([sign for sign in signs[position] if not sign.startswith(_ARITHMETIC)]) for position in finding.figures]
    sure, doubt = min(judged, default=(1.0, ""))
    if sure < SURE:
        return unsure(finding, "figure", doubt)
    why = doubt_of(finding, figures)
    return unsure(finding, why) if why else finding


@lru_cache(maxsize=1)
def table() -> dict[str, tuple[float, str]]:
    """Each sign → its weight, and the doubt that it stands for in words."""
    return {row["sign"]: (float(row["weight"]), row["zh"]) for row in rows("confidence.csv")}
