"""The same figure with two values: inside one report, and between reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from handling.audit.ledger import Frame, Ledger, Row, number, stream_of
from handling.audit.unsure import unsure
from handling.model import Figure, Finding, Report

ONE_VALUE = (
    "received", "answered", "completed", "filed", "satisfaction_rate", "completion_rate", "answer_rate", "on_time_rate", "meeting_rate",
)  # fmt: skip


def key_of(f: Figure) -> tuple[object, ...]:
    """What must agree for two figures to speak of the same thing."""
    return (*Frame(f.unit, f.region, f.within, f.year, f.month, f.period), *stream_of(f), f.measure, f.category, f.qualifier)


def check(ledger: Ledger) -> Iterator[Finding]:
    """Two values for one thing inside a report, under the same words."""
    groups: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for position, f in enumerate(ledger.figures):
        if f.measure in ONE_VALUE and not f.part and f.basis == "stated" and f.year:
            groups[*key_of(f), f.label].append(Row(position, f))
    for rows in groups.values():
        values = sorted({row.figure.value for row in rows})
        if len(values) == 2:
            yield ledger.finding(
                "conflict",
                "warning",
                [row.position for row in rows],
                scale=rows[0].figure.scale,
                category=rows[0].figure.category,
                label=rows[0].figure.label,
                printed=values[0],
                computed=values[1],
            )


def across(reports: Sequence[Report], figures: Sequence[Figure]) -> tuple[Finding, ...]:
    """Two reports that state different values for one unit, year and measure: a finding on each of the two.

    `figures` are those of all the reports; positions in a finding count inside its own report.
    """
    heads = {report.report: report for report in reports}
    places: dict[str, int] = defaultdict(int)
    groups: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for f in figures:
        position = places[f.report]
        places[f.report] += 1
        if f.measure in ONE_VALUE and not f.part and f.basis == "stated" and f.year and f.report in heads and (f.unit or f.region):
            groups[key_of(f)].append(Row(position, f))
    found: list[Finding] = []
    for rows in groups.values():
        first: dict[str, Row] = {}
        for row in rows:
            first.setdefault(row.figure.report, row)
        if len(first) < 2 or _agree(rows):
            continue
        for row in first.values():
            other = next((o for o in first.values() if o.figure.value != row.figure.value), None)
            if other:
                found.append(_across_finding(heads, row, other))
    return tuple(found)


def _agree(rows: list[Row]) -> bool:
    """Whether some value is common to all the reports."""
    by_report: dict[str, set[float]] = defaultdict(set)
    for row in rows:
        by_report[row.figure.report].add(row.figure.value)
    return bool(set.intersection(*by_report.values()))


def _across_finding(heads: dict[str, Report], row: Row, other: Row) -> Finding:
    f, report = row.figure, heads[other.figure.report]
    facts = {
        "unit": f.unit, "region": f.region, "year": f.year, "month": f.month, "period": f.period, "instrument": f.instrument,
        "level": f.level, "role": f.role, "qualifier": f.qualifier, "measure": f.measure, "category": f.category, "scale": f.scale,
        "printed": f.value, "computed": other.figure.value, "other": report.report, "other_title": report.title,
        "other_published": report.published,
    }  # fmt: skip
    found = Finding(
        report=f.report,
        kind="reports_differ",
        severity="warning",
        facts=tuple((name, number(value)) for name, value in facts.items() if value not in (None, "")),
        spans=(f.number,) if f.number else (),
        figures=(row.position,),
    )
    doubt = f.reason or other.figure.reason
    return unsure(found, "figure", doubt) if doubt else found
