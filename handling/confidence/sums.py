"""What sums within one report say of its counts: classes against the items that they divide, streams, levels and roles against their whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from handling.model import Figure

COUNTS = frozenset(("received", "filed", "completed", "answered"))
_CLASSES = frozenset(("outcome", "satisfaction"))
_WHOSE = ("instrument", "level", "role")
Placed = tuple[int, Figure]


def sums_of(figures: Sequence[Figure]) -> list[list[str]]:
    """For each figure what sums say: classes:fit, :elsewhere (they add up to another group's items) or :off; parts:fit or :off."""
    found: list[list[str]] = [[] for _ in figures]
    counts = [(place, f) for place, f in enumerate(figures) if f.scale == "count" and not f.part]
    _classes(counts, found)
    for name in _WHOSE:
        _parts([(place, f) for place, f in counts if f.measure in COUNTS], name, found)
    return found


def _classes(counts: list[Placed], found: list[list[str]]) -> None:
    own: defaultdict[tuple[object, ...], set[float]] = defaultdict(set)
    others: defaultdict[tuple[object, ...], set[float]] = defaultdict(set)
    lists: defaultdict[tuple[object, ...], list[Placed]] = defaultdict(list)
    for place, f in counts:
        if f.measure in COUNTS:
            own[_whose(f)].add(f.value)
            others[_frame(f)].add(f.value)
        elif f.measure in _CLASSES:
            lists[(f.measure, f.qualifier, *_whose(f))].append((place, f))
    for members in lists.values():
        first, total = members[0][1], sum(f.value for _, f in members)
        mine, anyone = own[_whose(first)], others[_frame(first)]
        if len(members) > 1 and anyone:
            sign = "classes:fit" if total in mine else "classes:elsewhere" if total in anyone else "classes:off" if mine else ""
            for place, _ in members if sign else ():
                found[place].append(sign)


def _parts(counts: list[Placed], name: str, found: list[list[str]]) -> None:
    """Counts alike but for their stream, level or role, against the one that leaves it unsaid."""
    groups: defaultdict[tuple[object, ...], list[Placed]] = defaultdict(list)
    for place, f in counts:
        groups[(f.measure, *(getattr(f, other) for other in _WHOSE if other != name), *_frame(f))].append((place, f))
    for members in groups.values():
        wholes = [(place, f) for place, f in members if getattr(f, name) in ("", "combined")]
        parts = [(place, f) for place, f in members if getattr(f, name) not in ("", "combined")]
        if len(parts) > 1 and wholes:
            fits = any(f.value == sum(part.value for _, part in parts) for _, f in wholes)
            for place, _ in (*wholes, *parts):
                found[place].append("parts:fit" if fits else "parts:off")


def _frame(figure: Figure) -> tuple[object, ...]:
    return figure.unit, figure.year, figure.month, figure.period


def _whose(figure: Figure) -> tuple[object, ...]:
    return (*_frame(figure), figure.instrument, figure.level, figure.role)
