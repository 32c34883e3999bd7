"""Parts against their whole: roles, instruments, levels, sessions, and the classes of outcome, satisfaction and topic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from handling.audit.bases import bases_of, classes_of
from handling.audit.fits import exact
from handling.audit.ledger import WHOLE_COUNTS, Base, Frame, Ledger, Row, Stream, positions, subset_makes, summands, total
from handling.model import Finding

SESSION = (("会议期间", "大会", "会上"), ("闭会", "会后", "会後", "平时", "会下"))


def check(ledger: Ledger) -> Iterator[Finding]:
    """All findings about sums of counts in one report."""
    for frame, stream, rows in ledger.streams():
        for measure in WHOLE_COUNTS:
            whole = ledger.cell(frame, stream, measure)
            if whole:
                yield from _cuts(ledger, frame, stream, measure, whole)
        yield from _outcomes(ledger, frame, stream, rows)
        yield from _satisfaction(ledger, frame, stream, rows)
        yield from _topics(ledger, frame, stream)


def _cuts(ledger: Ledger, frame: Frame, stream: Stream, measure: str, whole: Row) -> Iterator[Finding]:
    roles = [ledger.cell(frame, stream._replace(role=name), measure) for name in ("lead", "joint")] if not stream.role else []
    yield from _compare(ledger, frame, stream, measure, whole, "roles", roles)
    if stream.instrument == "combined":
        halves = [ledger.cell(frame, stream._replace(instrument=name), measure) for name in ("suggestion", "proposal")]
        yield from _compare(ledger, frame, stream, measure, whole, "instruments", halves)
    session = [_session_part(ledger, frame, stream, measure, words) for words in SESSION]
    yield from _compare(ledger, frame, stream, measure, whole, "session", session)
    if not stream.level:
        levels = ledger.counts(frame, measure, lambda f: f.instrument == stream.instrument and f.role == stream.role and bool(f.level) and not f.part)
        if len({row.figure.level for row in levels}) == len(levels) and total(levels) > whole.figure.value:
            yield _mismatch(ledger, "levels", whole, levels, "error")


def _session_part(ledger: Ledger, frame: Frame, stream: Stream, measure: str, words: tuple[str, ...]) -> Row | None:
    rows = [row for row in ledger.own(frame, measure, stream) if row.figure.part and row.figure.label.startswith(words)]
    return rows[0] if rows else None


def _compare(ledger: Ledger, frame: Frame, stream: Stream, measure: str, whole: Row, cut: str, found: Iterable[Row | None]) -> Iterator[Finding]:
    """Two parts that should make a whole. What lies between may be a part of its own (参阅, 分办) or the motions: then nothing is said."""
    parts = [row for row in found if row]
    value = int(whole.figure.value)
    biggest = max(parts, key=lambda row: row.figure.value, default=None)
    if biggest and len(parts) == 1 and biggest.figure.value > value:
        yield _exceeds(ledger, whole, biggest, cut)
    if len(parts) < 2 or total(parts) == value or (cut == "roles" and parts[0].figure.value == value):
        return  # where a whole county leads all its items, the joint ones are the same items again
    gap = value - total(parts)
    spare = ledger.counts(
        frame,
        measure,
        lambda f: f.level == stream.level and ((f.part and f.instrument == stream.instrument) or (cut == "instruments" and f.instrument == "motion")),
    )
    if gap > 0 and subset_makes([int(row.figure.value) for row in spare if row not in parts], gap):
        return
    yield _mismatch(ledger, cut, whole, parts, "error" if gap < 0 else "warning")


def _mismatch(ledger: Ledger, cut: str, whole: Row, parts: list[Row], severity: str, **facts: object) -> Finding:
    value, computed = int(whole.figure.value), total(parts)
    return ledger.finding(
        "parts_total",
        severity,
        [whole.position, *positions(parts)],
        cut=cut,
        whole=whole.figure.measure,
        printed=value,
        computed=computed,
        parts=summands(parts),
        difference=abs(value - computed),
        **facts,
    )


def _exceeds(ledger: Ledger, whole: Row, part: Row, cut: str) -> Finding:
    return ledger.finding(
        "part_exceeds",
        "error",
        [whole.position, part.position],
        cut=cut,
        whole=whole.figure.measure,
        printed=whole.figure.value,
        computed=part.figure.value,
        label=part.figure.label,
        part_measure=part.figure.measure,
        part_role=part.figure.role,
        category=part.figure.category,
    )


def _outcomes(ledger: Ledger, frame: Frame, stream: Stream, rows: list[Row]) -> Iterator[Finding]:
    classes = classes_of(ledger, frame, stream, "outcome")
    if not classes or stream.instrument == "hotline":
        return
    bases = [base for base in bases_of(ledger, classes[0].figure) if base.id not in ("classes", "forms")]
    computed = total(classes)
    own = [base for base in bases if base.tier == 1]
    if not own or any(base.value == computed for base in bases) or _sorted_again(classes, [base.value for base in own]):
        return
    whole, current = own[0], frame.year == ledger.report.year
    largest = max(base.value for base in bases if base.tier < 3 and ledger.figures[base.rows[0]].instrument in _instruments(stream))
    shown = Row(whole.rows[0], ledger.figures[whole.rows[0]])
    if computed > largest:
        if len(classes) == 1:
            yield _exceeds(ledger, shown, classes[0], "outcome")
        else:
            yield _classes_finding(ledger, "classes_total", "error", whole, classes)
    elif not current:
        return
    elif _complete(classes, rows, "outcome_share"):
        yield _classes_finding(ledger, "classes_total", "error" if _shares_make_100(rows, "outcome_share") else "warning", whole, classes)
    elif any({first, "planned"} <= {row.figure.category for row in classes} for first in ("adopted", "adopted_or_planned")):
        yield _classes_finding(ledger, "classes_missing", "note", whole, classes)


def _sorted_again(classes: list[Row], wholes: list[int]) -> bool:
    """Last year's items sorted again stand among the classes: one class is the sum of the others, or without one the rest make the whole."""
    values, computed = [int(row.figure.value) for row in classes], total(classes)
    return any(computed == 2 * value or computed - value in wholes for value in values) and len(values) > 1


def _instruments(stream: Stream) -> tuple[str, ...]:
    """Whose counts an outcome may be among: a sum over instruments may be told beside its parts, one instrument never beside another."""
    return ("combined", "suggestion", "proposal", "motion") if stream.instrument == "combined" else (stream.instrument,)


def _classes_finding(ledger: Ledger, kind: str, severity: str, whole: Base, classes: list[Row]) -> Finding:
    computed = total(classes)
    return ledger.finding(
        kind,
        severity,
        [*positions(classes), *whole.rows],
        measure=classes[0].figure.measure,
        whole=whole.id,
        printed=whole.value,
        computed=computed,
        parts=summands(classes),
        difference=abs(whole.value - computed),
        base=computed,
    )


def _complete(classes: list[Row], rows: list[Row], share: str) -> bool:
    found = {row.figure.category for row in classes}
    return {"adopted", "planned", "deferred"} <= found or {"adopted_or_planned", "deferred"} <= found or _shares_make_100(rows, share)


def _shares_make_100(rows: list[Row], share: str) -> bool:
    printed = [exact(row.figure.value) for row in rows if row.figure.measure == share and not row.figure.part and row.figure.category]
    return len(printed) > 1 and abs(sum(printed, Fraction(0)) - 100) <= Fraction(len(printed), 20)


def _satisfaction(ledger: Ledger, frame: Frame, stream: Stream, rows: list[Row]) -> Iterator[Finding]:
    """Opinion forms may be fewer than items, never more."""
    classes = classes_of(ledger, frame, stream, "satisfaction")
    if not classes or stream.instrument == "hotline":
        return
    bases = [base for base in bases_of(ledger, classes[0].figure) if base.id not in ("classes", "forms") and base.tier < 3]
    own = [base for base in bases if base.tier == 1]
    if own and total(classes) > max(base.value for base in bases):
        yield _classes_finding(ledger, "classes_total", "error", own[0], classes)


def _topics(ledger: Ledger, frame: Frame, stream: Stream) -> Iterator[Finding]:
    """Topics are a partition only where the report closes them with 其他 and they nearly make the whole: else they may overlap or be a choice."""
    classes = classes_of(ledger, frame, stream, "topic")
    bases = [base for base in bases_of(ledger, classes[0].figure) if base.id != "classes" and base.tier < 3] if len(classes) > 2 else []
    own = [base for base in bases if base.tier == 1]
    computed = total(classes)
    if not own or any(base.value == computed for base in bases):
        return
    if classes[-1].figure.category == "other" and abs(computed - own[0].value) * 10 <= own[0].value:
        yield _classes_finding(ledger, "classes_total", "warning", own[0], classes)
    elif computed > max(base.value for base in bases):
        yield _classes_finding(ledger, "overlap", "note", own[0], classes)
