"""Counts that follow from stated ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handling.audit.ledger import Frame, Ledger, Stream
from handling.model import Figure, Report


def _told_otherwise(ledger: Ledger, frame: Frame, stream: Stream) -> bool:
    """Whether the report gives the lead items itself, or items in neither role."""

    def tells(f: Figure) -> bool:
        return (f.instrument, f.level) == (stream.instrument, stream.level) and (f.role == "lead" or (f.part and not f.role))

    return bool(ledger.counts(frame, "received", tells))


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A figure that no report states: `figure` has basis "derived", no spans and the rule that made it; `formula` in numbers (14−6);
    `sources`: the positions of the stated figures in the report."""

    figure: Figure
    formula: str
    sources: tuple[int, ...]


def derived_figures(report: Report, figures: Sequence[Figure]) -> tuple[Derived, ...]:
    """Lead items as all minus joint ones, where a stream states both and no lead count: 14−6 → 8. Never in place of a stated figure.

    Where the report also lists parts that are neither (参阅), the difference would hold them too, and nothing is derived.
    """
    ledger = Ledger(report, figures)
    found = []
    for frame, stream, _ in ledger.streams():
        if stream.role:
            continue
        whole = ledger.cell(frame, stream, "received")
        joint = ledger.cell(frame, stream._replace(role="joint"), "received")
        if not whole or not joint or _told_otherwise(ledger, frame, stream) or joint.figure.value > whole.figure.value:
            continue
        value = whole.figure.value - joint.figure.value
        figure = replace(
            whole.figure, role="lead", value=value, basis="derived", label="", number=None, evidence=None, rule="derive.lead", reason=""
        )  # fmt: skip
        formula = f"{whole.figure.value:g}−{joint.figure.value:g}"
        found.append(Derived(figure=figure, formula=formula, sources=(whole.position, joint.position)))
    return tuple(found)
