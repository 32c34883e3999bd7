"""One value where several reports speak of the same thing, by a written rule, with the others kept beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from handling.derive.rates import Rate
from handling.model import Figure, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """`chosen` and `others`: indexes into the rows given. `rule`: what decided: whole_year, own_publisher, stated, counts, later, order.
    `differ`: whether the values differ, so that the conflict must be shown with all sources."""

    chosen: int
    others: tuple[int, ...]
    rule: str
    differ: bool


def _same(row: Figure | Rate) -> tuple[object, ...]:
    kind = row.kind if isinstance(row, Rate) else (row.measure, row.category, row.part, row.label if row.part else "")
    return (row.unit, row.region, row.within, row.year, row.month, row.instrument, row.level, row.role, row.qualifier, kind)


def _value(row: Figure | Rate) -> float:
    return row.pct if isinstance(row, Rate) else row.value


def _own(row: Figure | Rate, report: Report) -> bool:
    """Whether the unit itself speaks: its name in the publisher's (济南市章丘区人民政府办公室 for 章丘区人民政府)."""
    return bool(report.publisher) and (row.unit in report.publisher or report.publisher in row.unit)


def _merits(row: Figure | Rate, report: Report) -> tuple[tuple[str, object], ...]:
    """What speaks for a row, weightiest first; more is better."""
    basis = row.pct_basis if isinstance(row, Rate) else row.basis
    return (
        ("whole_year", not row.period),
        ("own_publisher", _own(row, report)),
        ("stated", basis == "stated"),
        ("counts", isinstance(row, Rate) and row.comparable),
        ("later", report.published),
        ("order", report.report),
    )


def choose(rows: Sequence[Figure | Rate], reports: Sequence[Report]) -> tuple[Choice, ...]:
    """For everything that two or more of the reports state: which row is shown, by which rule, and which rows stand back.

    The rule: a whole year before a part of it, the unit's own report before others', stated before implied, counts before a bare rate,
    the later published, at last the report's id. Rows of one report never compete with each other; rows of unknown reports are left out.
    """
    heads = {report.report: report for report in reports}
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        if row.report in heads and row.year is not None and (row.unit or row.region):  # of no unit and no place nothing is known to be the same
            groups[_same(row)].append(index)
    found = []
    for indexes in groups.values():
        of_reports = [rows[index].report for index in indexes]
        if len(set(of_reports)) < 2 or len(set(of_reports)) < len(of_reports):
            continue
        merits = {index: _merits(rows[index], heads[rows[index].report]) for index in indexes}
        ranked = sorted(indexes, key=lambda index: [str(value) for _, value in merits[index]], reverse=True)
        best, second = merits[ranked[0]], merits[ranked[1]]
        rule = next(name for (name, one), (_, other) in zip(best, second, strict=True) if one != other)
        differ = len({_value(rows[index]) for index in indexes}) > 1
        found.append(Choice(chosen=ranked[0], others=tuple(ranked[1:]), rule=rule, differ=differ))
    return tuple(found)
