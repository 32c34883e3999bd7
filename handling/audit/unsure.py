"""Findings that may come from a misreading: they are told as such and accuse nobody. The rule and its numbers stand in docs/audit.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handling.model import Figure, Finding

UNSURE = "unsure"  # the severity of such a finding
_TABLE = "table"  # the rule of figures read in tables, where a row is no sentence
_WHOLES = ("received", "filed", "answered", "completed")
_WHOLE_FIRST = ("parts_total", "part_exceeds")
_SUMS = (*_WHOLE_FIRST, "classes_total", "units_total")
_OVER_A_BASE = ("share", "share_without_base", "rate_counts", "rate_impossible", "no_base")
_RATES = ("rate_counts", "rate_impossible", "no_base")


def unsure(finding: Finding, why: str, words: str = "") -> Finding:
    """The finding as one that may come from a misreading. `why`: a doubt of findings.toml, `words` its reason where that is a figure's own."""
    facts = (("doubt", why), *([("doubt_words", words)] if words else []))
    return replace(finding, severity=UNSURE, facts=(*finding.facts, *facts))


def doubt_of(finding: Finding, figures: Sequence[Figure]) -> str:
    """What makes a misreading likelier than a slip of the report, by where its figures stand and what they are: an id of [doubts]; "" for nothing.

    Shipped figures were read by people and have no place in a text: of them nothing is doubted.
    """
    told = [figures[position] for position in finding.figures]
    if not told or any(f.evidence is None for f in told):
        return ""
    if finding.kind == "conflict":
        return "two_places"
    if _apart(finding.kind, told):
        return "apart"
    if finding.kind in _OVER_A_BASE and len({f.instrument for f in told}) > 1:
        return "streams"
    return "gap" if finding.kind in _SUMS and _half_away(dict(finding.facts)) else ""


def _apart(kind: str, told: Sequence[Figure]) -> bool:
    """Whether what is compared stands in several sentences: the parts of a sum, or a share and its count. The whole may stand elsewhere."""
    if kind in _WHOLE_FIRST:
        beside = told[1:]
    elif kind in _RATES:
        beside = [f for f in told if f.measure not in ("received", "filed")]
    else:
        beside = [f for f in told if f.measure not in _WHOLES]
    if all(f.rule == _TABLE for f in beside):
        return False
    return len({f.evidence for f in told}) > 2 or len({f.evidence for f in beside}) > 1


def _half_away(facts: dict[str, str]) -> bool:
    """Whether the two numbers of a sum differ by half of what is printed, or more."""
    printed, computed = float(facts["printed"]), float(facts["computed"])
    return 2 * abs(printed - computed) >= printed
