"""The tables of queries/schema/7_beside.sql: what handling/derive says about figures, beside the figures themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from handling import derive
from handling.model import Figure, Finding, Report

PLACING = "label category rule words"
DERIVED_COUNT = "report_id unit_id year month period instrument level role measure value formula figure_id"
CONFLICT = "conflict_id figure_id chosen rule"
Row = tuple[object, ...]


def placings(labels: Iterable[tuple[str, str]]) -> Iterator[Row]:
    """A row for each label and class of an outcome."""
    for label, category in sorted(labels):
        found = derive.placed(label, category)
        yield label, category, found.rule, found.words


def derived_counts(report: Report, figures: Sequence[Figure], ids: Sequence[str], unit_id: Sequence[str]) -> Iterator[Row]:
    """The counts that follow from the report's stated ones. `ids`, `unit_id`: of the figures, by position."""
    for made in derive.derived_figures(report, figures):
        f, first = made.figure, made.sources[0]
        yield (
            f.report, unit_id[first], f.year, f.month, f.period, f.instrument, f.level, f.role, f.measure, f.value, made.formula, ids[first],
        )  # fmt: skip


def conflicts(reports: Sequence[Report], disputed: Sequence[tuple[str, Figure]]) -> Iterator[Row]:
    """Which of several reports is shown, and by which rule. `disputed`: the figures that reports tell differently, with their ids."""
    choices = derive.choose([figure for _, figure in disputed], reports)
    for number, choice in enumerate((choice for choice in choices if choice.differ), start=1):
        for index in (choice.chosen, *choice.others):
            yield number, disputed[index][0], index == choice.chosen, choice.rule


def disputed(findings: Iterable[Finding]) -> list[tuple[str, int]]:
    """The figures of which another report states another value: report and position."""
    return [(finding.report, position) for finding in findings if finding.kind == "reports_differ" for position in finding.figures]
