"""The arithmetic audit: does what a report prints add up? On figures alone, so that shipped figures are audited too.

`error`: arithmetic proves that the report contradicts itself. `warning`: no reading of the numbers fits. `unsure`: one of these,
but the numbers may be misread (unsure.py). `note`: an explanation (which base a percentage has, shares made to fit 100). What each
kind means and how it is found is told in docs/audit.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from handling.audit import conflicts, jumps, rates, shares, tables, wholes
from handling.audit.ledger import Ledger
from handling.audit.sentences import doubt, kind_name, scale_of, sentence
from handling.model import Figure, Finding, Report

__all__ = ["SEVERITY", "across", "audit", "audit_all", "doubt", "kind_name", "scale_of", "sentence"]

CHECKS = (wholes.check, tables.check, shares.check, rates.check, conflicts.check, jumps.check)
SEVERITY = {"error": 0, "warning": 1, "unsure": 2, "note": 3}


def audit(report: Report, figures: Sequence[Figure]) -> tuple[Finding, ...]:
    """What arithmetic has to say about one report's figures, gravest first; positions count in `figures`. Never raises, changes nothing."""
    ledger = Ledger(report, figures)
    found = dict.fromkeys(finding for check in CHECKS for finding in check(ledger))
    return tuple(sorted(found, key=lambda finding: (SEVERITY[finding.severity], finding.figures)))


def across(reports: Sequence[Report], figures: Sequence[Figure]) -> tuple[Finding, ...]:
    """What the reports say against each other: different values for one thing, and changes between years beyond chance."""
    return conflicts.across(reports, figures) + jumps.across(reports, figures)


def audit_all(reports: Sequence[Report], figures: Sequence[Figure]) -> tuple[Finding, ...]:
    """Every report's own findings, then those between reports. `figures` are those of all reports, each report's in its own order."""
    own: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        own[figure.report].append(figure)
    inside = [finding for report in reports for finding in audit(report, own[report.report])]
    return (*inside, *across(reports, figures))
