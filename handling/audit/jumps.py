"""Rates that change from one year to the next by more than chance allows: a reason to look, not a slip."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from handling.audit.bases import COMPUTED, bases_of, classes_of
from handling.audit.fits import percent
from handling.audit.ledger import Ledger, number, positions, total
from handling.model import Figure, Finding, Report
from handling.statistics.changes import change

LEVEL = 0.998  # one false call in 500 comparisons
FEWEST_ITEMS = 20


class Share(NamedTuple):
    """x of n items in one year, both from stated counts."""

    key: tuple[str, ...]  # unit, region, instrument, level, role, class
    year: int
    x: int
    n: int
    report: str
    rows: tuple[int, ...]
    figure: Figure


def shares_of(ledger: Ledger) -> Iterator[Share]:
    """The share of 已解决或采纳 and of 满意 in every whole year that the report gives complete classes for."""
    for frame, stream, _ in ledger.streams():
        if frame.year is None or frame.month or frame.period or stream.instrument in ("hotline", "key_work"):
            continue
        for measure, wanted, needed in (
            ("outcome", "adopted", {"adopted", "planned", "deferred"}),
            ("satisfaction", "satisfied", {"satisfied", "basic", "dissatisfied"}),
        ):
            classes = classes_of(ledger, frame, stream, measure)
            if needed <= {row.figure.category for row in classes}:
                chosen = [row for row in classes if row.figure.category == wanted]
                n = total(classes)
                stated = {base.value for base in bases_of(ledger, classes[0].figure) if base.id not in COMPUTED and base.tier < 3}
                if n >= FEWEST_ITEMS and n in stated:  # else it may be last year's items, sorted again
                    key = (frame.unit, frame.region, *stream, measure)
                    yield Share(key, frame.year, total(chosen), n, ledger.report.report, positions(classes), chosen[0].figure)


def check(ledger: Ledger) -> Iterator[Finding]:
    """Changes between two years that stand in one report."""
    yield from _changes(list(shares_of(ledger)), within=True)


def across(reports: Sequence[Report], figures: Sequence[Figure]) -> tuple[Finding, ...]:
    """Changes between two years that stand in different reports."""
    own: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        own[figure.report].append(figure)
    found = [share for report in reports for share in shares_of(Ledger(report, own[report.report])) if share.figure.unit or share.figure.region]
    return tuple(_changes(found, within=False))


def _changes(found: list[Share], within: bool) -> Iterator[Finding]:
    series: dict[tuple[str, ...], dict[int, Share]] = defaultdict(dict)
    for share in found:
        series[share.key].setdefault(share.year, share)
    for years in series.values():
        for year, later in sorted(years.items()):
            earlier = years.get(year - 1)
            if earlier and (earlier.report == later.report) == within:
                yield from _jump(earlier, later)


def _jump(earlier: Share, later: Share) -> Iterator[Finding]:
    moved = change(earlier.x, earlier.n, later.x, later.n, LEVEL)
    if moved.direction == "undecidable":
        return
    f = later.figure
    facts = {
        "unit": f.unit, "region": f.region, "year": f.year, "instrument": f.instrument, "level": f.level, "role": f.role,
        "measure": f.measure, "category": f.category, "count": later.x, "base": later.n, "printed": percent(later.x, later.n, 1),
        "before_year": earlier.year, "before_count": earlier.x, "before_base": earlier.n, "computed": percent(earlier.x, earlier.n, 1),
        "direction": moved.direction, "points": f"{100 * abs(moved.difference):.1f}", "low": f"{100 * moved.low:.1f}",
        "high": f"{100 * moved.high:.1f}", "other": earlier.report if earlier.report != later.report else "",
    }  # fmt: skip
    yield Finding(
        report=later.report,
        kind="jump",
        severity="note",
        facts=tuple((name, number(value)) for name, value in facts.items() if value not in (None, "")),
        spans=tuple(span for span in (f.number,) if span),
        figures=later.rows,
    )
