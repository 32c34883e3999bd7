"""One row for every rate that can be told of a unit: stated, or computed from stated counts. What the satisfaction and adoption pages read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from handling.audit.bases import COMPUTED, bases_of, classes_of
from handling.audit.fits import exact, percent
from handling.audit.ledger import Frame, Ledger, Row, Stream, frame_of, positions, summands, total
from handling.audit.rates import has_twin
from handling.derive.kinds import DERIVED, IMPLIED, NAMED_AS, RATES, STATED, Kind, kind_id, kind_of, told_by
from handling.model import Figure, Finding, Report

AGAINST_THE_COUNT = ("share", "share_impossible", "part_exceeds", "strict_above_broad", "over_100", "not_whole")
OUTCOMES = ("adopted", "planned", "deferred", "adopted_or_planned")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A rate of one unit, year, stream and kind; at most one a report.

    `pct` 0–100; `pct_basis` stated | implied | derived. `x` of `n` items, None where unknown; `x_basis`, `n_basis`: stated | sum (of stated
    counts) | implied (by words, wholly or in part) | derived (worked back from a rate) | "". `base`, `base_by`, `base_words`: as in Kind.
    `formula`: numbers as computed, "" where all is stated. `figures`: positions in the report.
    `comparable`: may be pooled, drawn and judged beside others of its kind;
    `reason_not`: why not, an id of [reason] in data/vocabulary/kinds.toml. `doubted`: the audit has an error or warning about one of its
    figures; it is shown with ※, and left out only where the count or the share itself is in question.
    """

    report: str
    unit: str
    region: str
    within: str
    year: int | None
    month: int | None
    period: str
    instrument: str
    level: str
    role: str
    measure: str
    category: str
    qualifier: str
    label: str
    kind: str
    counted_by: str
    x: int | None
    n: int | None
    pct: float
    pct_basis: str
    x_basis: str
    n_basis: str
    base: str
    base_by: str
    base_words: str
    formula: str
    figures: tuple[int, ...]
    comparable: bool
    reason_not: str
    doubted: bool


def rates(report: Report, figures: Sequence[Figure], findings: Iterable[Finding] = ()) -> tuple[Rate, ...]:
    """All rates of one report, in its order; one a stream and kind. `findings`: its audit."""
    ledger = Ledger(report, figures)
    findings = [finding for finding in findings if finding.severity != "note"]
    doubted = {position for finding in findings if finding.severity != "unsure" for position in finding.figures}
    wrong = {position for finding in findings if finding.kind in AGAINST_THE_COUNT for position in finding.figures[:2]}
    found: dict[tuple[object, ...], Rate] = {}
    for frame, stream, rows in ledger.streams():
        if stream.instrument == "key_work":
            continue
        made = [
            *_outcomes(ledger, frame, stream, rows),
            *_printed(ledger, rows),
            *_satisfaction(ledger, frame, stream),
            *_done(ledger, frame, stream),
        ]
        for row, kind, pct, formula in made:
            rate = _rate(report, row.figure, kind, pct, formula, doubted, wrong)
            if rate.comparable and _only_rehandled(ledger, frame, stream, kind.round, kind.n or 0):
                rate = replace(rate, comparable=False, reason_not="part")
            found.setdefault((frame, stream, rate.kind), rate)
    return tuple(found.values())


Made = tuple[Row, Kind, float, str]
Whole = tuple[int, str, str, str, tuple[int, ...]]  # as _outcome_whole gives it


def _rate(report: Report, f: Figure, kind: Kind, pct: float, formula: str, doubted: set[int], wrong: set[int]) -> Rate:
    reason = _reason(f, kind, wrong)
    return Rate(
        report=report.report, unit=f.unit, region=f.region, within=f.within, year=f.year, month=f.month, period=f.period, instrument=f.instrument,
        level=f.level, role=f.role, measure=kind.measure, category=_category(kind), qualifier=f.qualifier, label=f.label, kind=kind.id,
        counted_by=kind.counted_by, x=kind.x, n=kind.n, pct=pct, pct_basis=kind.basis, x_basis=kind.x_by, n_basis=kind.n_by, base=kind.base,
        base_by=kind.base_by, base_words=kind.base_words, formula=formula, figures=kind.rows, comparable=not reason, reason_not=reason,
        doubted=bool(doubted.intersection(kind.rows)),
    )  # fmt: skip


def _only_rehandled(ledger: Ledger, frame: Frame, stream: Stream, round: str, n: int) -> bool:
    """Whether a final round's `n` items are but those disputed at first and handled again: 11 of 489. No rate of the stream, then."""
    wholes = [row.figure.value for row in (ledger.cell(frame, stream, measure) for measure in ("received", "answered")) if row]
    return round == "final" and any(n < whole / 2 for whole in wholes)


def _category(kind: Kind) -> str:
    named = {"strict": "satisfied", "broad": "satisfied_or_basic", "unsaid": "", kind.measure: ""}
    return named.get(kind.counted, kind.counted)


def _reason(f: Figure, kind: Kind, wrong: set[int]) -> str:
    """Why this rate may not stand beside others of its kind; "" where it may."""
    checks = (
        ("part", f.part),
        ("part_year", bool(f.period or f.month or f.year is None)),
        ("kind_unsaid", kind.counted == "unsaid"),
        ("spans", kind.counted == "adopted_or_planned"),
        ("rate_only", kind.x is None and kind.basis != DERIVED),
        ("base_unsaid", kind.x is None or kind.n is None),
        ("derived_count", kind.x_by == DERIVED),
        ("derived_base", kind.n_by == DERIVED),
        ("other_stream", kind.base in ("class", "stream", "other_unit")),
        ("audit", bool(wrong.intersection(kind.rows)) or (kind.x or 0) > (kind.n or 0)),
    )
    return next((reason for reason, holds in checks if holds), "")


def _printed(ledger: Ledger, rows: list[Row]) -> Iterator[Made]:
    """Rates that the report states or implies, but outcome shares, which are taken by class, and rates of single subjects or channels."""
    for row in rows:
        f = row.figure
        if f.measure in RATES and f.measure != "outcome_share" and not f.part and not (f.label and has_twin(ledger, frame_of(f), row)):
            kind = kind_of(ledger, row)
            yield row, kind, f.value, _worked_back(kind, f.value)


def _worked_back(kind: Kind, printed: float) -> str:
    if kind.x_by == DERIVED:
        return f"{kind.n}×{printed:g}%→{kind.x}"
    if kind.n_by == DERIVED:
        return f"{kind.x}÷{printed:g}%→{kind.n}"
    return ""


def _outcomes(ledger: Ledger, frame: Frame, stream: Stream, rows: list[Row]) -> Iterator[Made]:
    """One row a class: counts of the class added up over their whole; where there are none, the shares as printed."""
    classes = classes_of(ledger, frame, stream, "outcome")
    shares = [row for row in rows if row.figure.measure == "outcome_share" and row.figure.category and not row.figure.part]
    whole = _outcome_whole(ledger, classes, shares)
    for name in OUTCOMES:
        counts = [row for row in classes if row.figure.category == name]
        printed = [row for row in shares if row.figure.category == name] or _told_elsewhere(ledger, frame, stream, name, whole)
        if counts and whole:
            yield _class_rate(ledger, name, counts, printed, whole)
        elif len(printed) == 1:
            kind = kind_of(ledger, printed[0])
            yield printed[0], kind, printed[0].figure.value, _worked_back(kind, printed[0].figure.value)
        elif printed:
            made = float(sum(exact(row.figure.value) for row in printed))
            kind = _kind(name, DERIVED, rows=positions(printed))
            yield printed[0], kind, made, "+".join(f"{row.figure.value:g}%" for row in printed)


def _outcome_whole(ledger: Ledger, classes: list[Row], shares: list[Row]) -> Whole | None:
    """The whole of the outcome classes as (value, base, words, basis, positions): their sum where they are complete, else a base that the
    shares fit; None where neither is known."""
    if not classes:
        return None
    made = total(classes)
    bases = [base for base in bases_of(ledger, classes[0].figure) if base.id not in ("classes", "class", "stream", "other_unit")]
    same = next((base for base in bases if base.value == made), None)
    if same:
        return made, NAMED_AS.get(same.id, same.id), same.words, told_by(ledger, same.rows), same.rows
    found = {row.figure.category for row in classes}
    if {"adopted", "planned", "deferred"} <= found or (len(classes) > 1 and abs(sum(row.figure.value for row in shares) - 100) < 0.2):
        # In an earlier year than the report's, a sum that meets no stated whole is that year's unsolved items, sorted again.
        current = ledger.report.year in (None, classes[0].figure.year)
        return made, "classes" if current else "class", "", told_by(ledger, positions(classes)), positions(classes)
    for row in shares:
        kind = kind_of(ledger, row)
        if kind.x_by in (STATED, IMPLIED) and kind.n is not None and kind.n >= made and kind.n_by != DERIVED:
            return kind.n, kind.base, kind.base_words, kind.n_by, kind.rows
    return None


def _class_rate(ledger: Ledger, name: str, counts: list[Row], printed: list[Row], whole: Whole) -> Made:
    n, base, words, basis, rows = whole
    x = total(counts)
    stated = len(printed) == 1 and (len(counts) == 1 or _is_of_all(printed[0], counts, x, n))
    kind = _kind(
        name, STATED if stated else DERIVED, x=x, x_by=told_by(ledger, positions(counts)), n=n, n_by=basis, base=base, base_by=STATED,
        base_words=words, rows=tuple(dict.fromkeys((*positions(counts), *positions(printed), *rows))),
    )  # fmt: skip
    top = f"({summands(counts)})" if len(counts) > 1 else str(x)
    return counts[0], kind, printed[0].figure.value if stated else float(percent(x, n)), "" if stated else f"{top}/{n}"


def _told_elsewhere(ledger: Ledger, frame: Frame, stream: Stream, name: str, whole: Whole | None) -> list[Row]:
    """The share of the class that the report prints of items which may be the same (a level or role left unsaid), where the counts meet no stated whole:
    what is printed is shown rather than what they would make."""
    if whole is None or whole[1] not in ("classes", "class"):
        return []
    found = [row for other, rows in ((s, rows) for f, s, rows in ledger.streams() if f == frame and s != stream and _may_be(s, stream)) for row in rows
             if row.figure.measure == "outcome_share" and row.figure.category == name and not row.figure.part
             and not any(r.figure.category == name for r in classes_of(ledger, frame, other, "outcome"))]  # fmt: skip
    return found if len(found) == 1 else []


def _may_be(one: Stream, other: Stream) -> bool:
    return one.instrument == other.instrument and all("" in pair or pair[0] == pair[1] for pair in ((one.level, other.level), (one.role, other.role)))


def _is_of_all(share: Row, counts: list[Row], x: int, n: int) -> bool:
    """Whether the one printed share of a class is of all its counts together: it lies nearest to their sum (已解决100件、基本解决18件，两项占59.8%)."""
    def away(value: float) -> float:
        return abs(100 * value / n - share.figure.value)

    return n > 0 and all(away(x) < away(row.figure.value) for row in counts)


def _kind(name: str, basis: str, measure: str = "outcome_share", qualifier: str = "", **known: Any) -> Kind:
    facts: dict[str, Any] = {"base": "unsaid", "base_by": "", **known}
    return Kind(
        id=kind_id(measure, name, qualifier), measure=measure, counted=name, counted_by=STATED, basis=basis,
        round=qualifier if qualifier in ("first", "final") else "", aspect=qualifier if qualifier in ("attitude", "result") else "",
        **facts,
    )  # fmt: skip


def _satisfaction(ledger: Ledger, frame: Frame, stream: Stream) -> Iterator[Made]:
    """Strict and broad satisfaction from the counts, where the classes are complete: 不满意 is told, or they make a stated whole."""
    for qualifier in ("", "first", "final", "attitude", "result"):
        classes = classes_of(ledger, frame, stream, "satisfaction", qualifier)
        found = {row.figure.category for row in classes}
        n = total(classes)
        strict = [row for row in classes if row.figure.category == "satisfied"]
        broad = [row for row in classes if row.figure.category in ("satisfied", "basic", "satisfied_or_basic")]
        wholes = [base for base in bases_of(ledger, classes[0].figure) if base.value == n and base.id not in COMPUTED] if classes else []
        if len(classes) < 2 or not n or not ("dissatisfied" in found or wholes) or _only_rehandled(ledger, frame, stream, qualifier, n):
            continue
        for name, rows in (("strict", strict), ("broad", broad if {"basic", "satisfied_or_basic"} & found or strict else [])):
            if rows:
                kind = _kind(
                    name, DERIVED, "satisfaction_rate", qualifier, x=total(rows), x_by=told_by(ledger, positions(rows)), n=n,
                    n_by=told_by(ledger, positions(classes)),
                    base="forms", base_by=STATED, rows=positions(classes),
                )  # fmt: skip
                top = f"({summands(rows)})" if len(rows) > 1 else summands(rows)
                yield rows[0], kind, float(percent(total(rows), n)), f"{top}/({summands(classes)})"


def _done(ledger: Ledger, frame: Frame, stream: Stream) -> Iterator[Made]:
    """办结率 and 答复率 from counts, where the report prints neither."""
    whole = ledger.cell(frame, stream, "received")
    for measure, count in (("completion_rate", "completed"), ("answer_rate", "answered")):
        row = ledger.cell(frame, stream, count)
        if whole and row and 0 < row.figure.value <= whole.figure.value:
            x, n = int(row.figure.value), int(whole.figure.value)
            kind = _kind(
                measure, DERIVED, measure, x=x, x_by=told_by(ledger, [row.position]), n=n, n_by=told_by(ledger, [whole.position]),
                base="all", base_by=STATED, rows=(row.position, whole.position),
            )  # fmt: skip
            yield row, kind, float(percent(x, n)), f"{x}/{n}"
