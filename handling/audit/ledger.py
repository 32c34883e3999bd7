"""The figures of one report as an accountant lays them out: whose and when (frame), what of it (stream), and which counts may be a base."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from handling.model import Figure, Finding, Report

WHOLE_COUNTS = ("received", "filed", "answered", "completed")
CLASS_COUNTS = {"outcome_share": "outcome", "topic_share": "topic", "satisfaction_rate": "satisfaction"}


Told = dict[tuple[str, str, str], dict[str, dict[str, set[float]]]]  # measure, category, instrument → qualifier → label → values


class Frame(NamedTuple):
    """Whose handling, and when."""

    unit: str
    region: str
    within: str
    year: int | None
    month: int | None
    period: str


class Stream(NamedTuple):
    """What was handled, raised at which level, in which role."""

    instrument: str
    level: str
    role: str


class Row(NamedTuple):
    """A figure with its position in the report's tuple of figures."""

    position: int
    figure: Figure


class Base(NamedTuple):
    """A count that a percentage may be over. `id`: received, answered, completed, filed, returned (opinion forms, which are no figure), classes,
    forms, lead, joint, both, levels, part, stream or other_unit; `words` says which part, stream or unit; `tier` 1 own stream, 2 near it,
    3 another unit; `rows` its figures."""

    id: str
    value: int
    tier: int
    rows: tuple[int, ...]
    words: str = ""


def frame_of(figure: Figure) -> Frame:
    return Frame(figure.unit, figure.region, figure.within, figure.year, figure.month, figure.period)


def stream_of(figure: Figure) -> Stream:
    return Stream(figure.instrument, figure.level, figure.role)


class Ledger:
    """An index over the figures of one report; positions count in the sequence given."""

    def __init__(self, report: Report, figures: Sequence[Figure]) -> None:
        self.report = report
        self.figures = figures
        self.frames: dict[Frame, list[Row]] = defaultdict(list)
        self.units: dict[tuple[object, ...], list[Frame]] = defaultdict(list)  # the frames of one time, in order
        self.bases: dict[tuple[object, ...], list[Base]] = {}  # what handling.audit.bases has worked out already
        self.classes: dict[tuple[object, ...], list[Row]] = {}
        self._streams: list[tuple[Frame, Stream, list[Row]]] = []
        self._cells: dict[tuple[object, ...], Row | None] = {}
        self._counts: dict[tuple[Frame, str], list[Row]] = defaultdict(list)
        self._own: dict[tuple[Frame, str, Stream], list[Row]] = defaultdict(list)
        self._times: dict[tuple[object, ...], set[int]] = {}
        self.fitting: dict[tuple[object, ...], set[int]] = {}  # what handling.audit.rates has: the rates that fit a base
        self._told: dict[Frame, Told] = {}
        for position, figure in enumerate(figures):
            frame, row = frame_of(figure), Row(position, figure)
            if frame not in self.frames:
                self.units[frame[3:]].append(frame)
            self.frames[frame].append(row)
            if figure.scale == "count" and figure.value == int(figure.value):
                self._counts[frame, figure.measure].append(row)
                self._own[frame, figure.measure, stream_of(figure)].append(row)

    def streams(self) -> Iterable[tuple[Frame, Stream, list[Row]]]:
        """Every stream with its rows, parts included, in the order of the report."""
        if not self._streams:
            grouped: dict[tuple[Frame, Stream], list[Row]] = defaultdict(list)
            for frame, rows in self.frames.items():
                for row in rows:
                    grouped[frame, stream_of(row.figure)].append(row)
            self._streams = [(frame, stream, members) for (frame, stream), members in grouped.items()]
        return self._streams

    def counts(self, frame: Frame, measure: str, accept: Callable[[Figure], bool]) -> list[Row]:
        """The counts of one measure in a frame that `accept` lets pass, zero included."""
        return [row for row in self._counts.get((frame, measure), ()) if accept(row.figure)]

    def own(self, frame: Frame, measure: str, stream: Stream) -> list[Row]:
        """The counts of one measure in a frame that are of one stream, zero included."""
        return self._own.get((frame, measure, stream), [])

    def told(self, frame: Frame) -> Told:
        """What a frame prints under which label."""
        if frame not in self._told:
            found: Told = defaultdict(lambda: defaultdict(lambda: defaultdict(set)))
            for _, f in self.frames[frame]:
                found[f.measure, f.category, f.instrument][f.qualifier][f.label].add(f.value)
            self._told[frame] = found
        return self._told[frame]

    def counts_of(self, frame: Frame) -> set[int]:
        """Every count of items that the report gives for the time of a frame, whoever's it is."""
        time = frame[3:]
        if time not in self._times:
            rows = (row for other in self.units[time] for measure in WHOLE_COUNTS for row in self._counts.get((other, measure), ()))
            self._times[time] = {int(row.figure.value) for row in rows if row.figure.value > 0}
        return self._times[time]

    def cell(self, frame: Frame, stream: Stream, measure: str) -> Row | None:
        """The one whole count of a measure in a stream; None where the report gives none, or several that differ."""
        key = (frame, stream, measure)
        if key not in self._cells:
            rows = [row for row in self.own(frame, measure, stream) if not (row.figure.part or row.figure.category or row.figure.qualifier)]
            plain = [row for row in rows if not row.figure.label] or rows
            self._cells[key] = plain[0] if plain and len({row.figure.value for row in plain}) == 1 else None
        return self._cells[key]

    def finding(self, kind: str, severity: str, rows: Iterable[int], **facts: object) -> Finding:
        """A finding about the figures at these positions; whose, when and which stream are taken from the first of them."""
        positions = tuple(dict.fromkeys(rows))
        figure = self.figures[positions[0]]
        context = {name: getattr(figure, name) for name in ("unit", "region", "year", "month", "period", "instrument", "level", "role", "qualifier")}
        merged = {**context, "measure": figure.measure, **facts}
        spans = tuple(self.figures[p].number for p in positions)
        return Finding(
            report=self.report.report,
            kind=kind,
            severity=severity,
            facts=tuple((name, number(value)) for name, value in merged.items() if value not in (None, "")),
            spans=tuple(span for span in spans if span is not None),
            figures=positions,
        )


def number(value: object) -> str:
    """A fact as text: whole numbers without a decimal point, others as they are."""
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else repr(value)
    return str(value)


def total(rows: Iterable[Row]) -> int:
    """The sum of the rows' counts."""
    return sum(int(row.figure.value) for row in rows)


def positions(rows: Iterable[Row]) -> tuple[int, ...]:
    return tuple(row.position for row in rows)


def summands(rows: Iterable[Row]) -> str:
    """The counts as a sum to print: 148+364+66+10."""
    return "+".join(str(int(row.figure.value)) for row in rows)


def subset_makes(values: Sequence[int], wanted: int) -> bool:
    """Whether some of the values add up to `wanted` (0 is made by none of them)."""
    reachable = {0}
    for value in values[:24]:
        reachable |= {value + known for known in reachable if value + known <= wanted}
    return wanted in reachable
