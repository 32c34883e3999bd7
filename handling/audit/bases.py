"""The counts of a report that a percentage may be over, nearest first."""

from __future__ import annotations

from handling.audit.ledger import WHOLE_COUNTS, Base, Frame, Ledger, Row, Stream, frame_of, positions, stream_of, total
from handling.model import Figure

MOST_UNITS = 4
MOST_BASES = 100  # among more, some would fit anything
COMPUTED = ("classes", "forms", "both", "roles", "levels")


def classes_of(ledger: Ledger, frame: Frame, stream: Stream, measure: str, qualifier: str = "") -> list[Row]:
    """The whole counts by class of one stream (outcome, topic or satisfaction), spanning and joined classes left out where finer ones stand.

    `satisfied_or_basic` beside `satisfied`, and "满意 after a second round" beside the first, would count an item twice.
    """
    key = (frame, stream, measure, qualifier)
    if key not in ledger.classes:
        own = ((row, row.figure) for row in ledger.own(frame, measure, stream))
        rows = [row for row, f in own if not f.part and f.category and f.qualifier == qualifier]
        found = {row.figure.category for row in rows}
        if {"satisfied", "basic"} & found:
            rows = [row for row in rows if row.figure.category != "satisfied_or_basic"]
        ledger.classes[key] = rows
    return ledger.classes[key]


def bases_of(ledger: Ledger, figure: Figure, without: tuple[str, ...] = ()) -> list[Base]:
    """Every named base of a percentage, own stream first, then near ones, then those of other units; each value once.

    `without`: measures that are the numerator and so no base. A sum of classes gives way to a stated count of the same value.
    """
    frame, stream = frame_of(figure), stream_of(figure)
    key = (frame, stream, figure.measure, figure.qualifier, figure.forms, without)
    if key not in ledger.bases:
        ledger.bases[key] = _bases_of(ledger, frame, stream, figure, without)
    return ledger.bases[key]


def _bases_of(ledger: Ledger, frame: Frame, stream: Stream, figure: Figure, without: tuple[str, ...]) -> list[Base]:
    found = _own(ledger, frame, stream, figure) + _near(ledger, frame, stream, figure) + _far(ledger, frame, figure)
    unique: dict[int, Base] = {}
    for base in found:
        known = unique.get(base.value)
        if base.value > 0 and base.id not in without and (known is None or (known.id in COMPUTED and base.tier < 3 and base.id not in COMPUTED)):
            unique[base.value] = base
    return list(unique.values())[:MOST_BASES]


def _whole(name: str, rows: list[Row], tier: int) -> list[Base]:
    return [Base(id=name, value=total(rows), tier=tier, rows=positions(rows))] if rows else []


def _one(name: str, row: Row, tier: int, words: str = "") -> Base:
    return Base(name, int(row.figure.value), tier, (row.position,), words)


def _own(ledger: Ledger, frame: Frame, stream: Stream, figure: Figure) -> list[Base]:
    found: list[Base] = []
    for measure in WHOLE_COUNTS:
        rows = [row for row in ledger.own(frame, measure, stream) if not row.figure.part and not row.figure.category]
        for row in sorted(rows, key=lambda row: bool(row.figure.label)):
            found.append(_one(measure, row, 1, row.figure.label))
    if figure.forms and figure.measure in ("satisfaction", "satisfaction_rate"):
        found.append(Base("returned", figure.forms, 1, ()))
    forms = classes_of(ledger, frame, stream, "satisfaction", figure.qualifier)
    if len(forms) > 1:
        sums = _whole("forms", forms, 1)
        found = sums + found if figure.measure == "satisfaction_rate" else found + sums
    if not any(base.id == "received" for base in found):
        found += _summed(ledger, frame, stream)
    for measure in ("outcome", "topic"):
        rows = classes_of(ledger, frame, stream, measure)
        if len(rows) > 1 and figure.measure == f"{measure}_share":
            found += _whole("classes", rows, 1)
    return found


def _summed(ledger: Ledger, frame: Frame, stream: Stream) -> list[Base]:
    """Received counts that the report gives only by instrument, role or level."""
    found: list[Base] = []
    if stream.instrument == "combined":
        halves = [ledger.cell(frame, stream._replace(instrument=name), "received") for name in ("suggestion", "proposal")]
        if all(halves):
            rows = [row for row in halves if row]
            found += _whole("both", rows, 1)
            motion = ledger.cell(frame, stream._replace(instrument="motion"), "received")
            if motion:
                found += _whole("both", [*rows, motion], 1)
    if not stream.role:
        roles = [ledger.cell(frame, stream._replace(role=name), "received") for name in ("lead", "joint")]
        if all(roles):
            found += _whole("roles", [row for row in roles if row], 1)
    if not stream.level:

        def same(f: Figure) -> bool:
            return f.instrument == stream.instrument and f.role == stream.role and bool(f.level) and not f.part

        rows = ledger.counts(frame, "received", same)
        if len({row.figure.level for row in rows}) == len(rows) > 1:
            found += _whole("levels", rows, 1)
    return found


def _near(ledger: Ledger, frame: Frame, stream: Stream, figure: Figure) -> list[Base]:
    """Other counts of the same unit and time: roles, parts, other instruments and levels, forms behind an outcome."""
    found: list[Base] = []
    for role in ("lead", "joint"):
        near = stream._replace(role=role)
        row = ledger.cell(frame, near, "received")
        if stream.role != role and row:
            found.append(_one(role, row, 2))
        if stream.instrument == "combined":
            halves = [ledger.cell(frame, near._replace(instrument=name), "received") for name in ("suggestion", "proposal")]
            if all(halves):
                found += _whole(role, [row for row in halves if row], 2)
    for measure in WHOLE_COUNTS:
        rows = ledger.counts(frame, measure, lambda f: f.instrument == stream.instrument and f.part)
        for row in rows:
            found.append(_one("part", row, 2, row.figure.label))
    for measure in ("outcome", "satisfaction"):
        rows = classes_of(ledger, frame, stream, measure)
        if len(rows) > 1:
            found += _whole("forms" if measure == "satisfaction" else "classes", rows, 2)
        for row in rows if figure.measure == "outcome_share" and measure == "outcome" else ():
            found.append(_one("class", row, 2, row.figure.label))
    for measure in WHOLE_COUNTS:
        for row in ledger.counts(frame, measure, lambda f: not f.part and not f.category and (f.instrument, f.level, f.role) != stream):
            g = row.figure
            found.append(_one("stream", row, 2, " ".join(part for part in (g.level, g.role, g.instrument, measure) if part)))
    return found


def _far(ledger: Ledger, frame: Frame, figure: Figure) -> list[Base]:
    """Counts of other units in the same report, year and instrument: the CPPCC's total inside a government's report.

    Among the many rows of a table some count always fits by luck, so they are no bases for each other.
    """
    found: list[Base] = []
    units = ledger.units[frame[3:]]
    for other in units if len(units) <= MOST_UNITS + 1 else ():
        if other[:3] == frame[:3]:
            continue
        for measure in ("received", "filed"):
            for row in ledger.counts(other, measure, lambda f: f.instrument == figure.instrument and not f.part and not f.category):
                found.append(_one("other_unit", row, 3, other.unit))
    return found
