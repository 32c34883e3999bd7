"""How sure a reading is: signs that speak for or against it, weighed by how often readings with them proved right.

The table of signs with their weights, data/vocabulary/confidence.csv, is fitted by benchmarks/confidence.py on reports whose figures are known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from math import exp, inf

from handling.extract.text import fold
from handling.model import Document, Figure, Finding, Head, Mention
from handling.vocabulary import places
from handling.vocabulary.classes import rows

SURE = 0.9  # from here on a figure needs no second look
_COUNTS = frozenset(("received", "filed", "completed", "answered"))
_CLASSES = frozenset(("outcome", "satisfaction"))
_WHOSE = ("instrument", "level", "role")
_OF_A_KIND = frozenset(("units", "rank", "key"))
_TROUBLE = frozenset(("classes:elsewhere", "audit:warning", "parts:off", "level:open"))


def weigh(document: Document, head: Head, told: Sequence[tuple[Figure, Mention]], findings: Sequence[Finding]) -> tuple[Figure, ...]:
    """The figures with their confidence, and with the chief doubt where that is below SURE. Positions in `findings` count in `told`."""
    weights = table()
    found = []
    for (figure, _), signs in zip(told, signs_of(document, head, told, findings), strict=True):
        known = [(weights[sign][0], weights[sign][1]) for sign in ("base", *signs) if sign in weights]
        sure = 1 / (1 + exp(-sum(weight for weight, _ in known)))
        doubt = min(known, key=lambda one: one[0] if one[1] else inf)[1]
        found.append(replace(figure, confidence=round(sure, 3), reason=figure.reason or (doubt if sure < SURE else "")))
    return tuple(found)


@lru_cache(maxsize=1)
def table() -> dict[str, tuple[float, str]]:
    """Each sign → its weight, and the doubt that it stands for in words."""
    return {row["sign"]: (float(row["weight"]), row["zh"]) for row in rows("confidence.csv")}


def signs_of(document: Document, head: Head, told: Sequence[tuple[Figure, Mention]], findings: Sequence[Finding]) -> list[tuple[str, ...]]:
    """For each figure all signs: those of its mention, of the figure beside the report's others, of the head, and of the arithmetic."""
    figures = [figure for figure, _ in told]
    about = tuple(_of_report(document, head, figures, findings))
    near = _unclaimed_near(document, findings)
    sums = _sums(figures)
    doubtful = {figures[position].evidence for position, signs in enumerate(sums) if {"classes:elsewhere", "classes:off"} & set(signs)}
    audited: defaultdict[int, set[str]] = defaultdict(set)
    for finding in findings:
        for position in finding.figures:
            audited[position] |= {f"audit:{finding.severity}"} - {"audit:note"}
    unsaid = _unsaid(figures)
    found = []
    for position, (figure, mention) in enumerate(told):
        around = ["unclaimed:sentence"] if any(mention.evidence.start <= place < mention.evidence.end for place in near) else []
        around += ["sums:beside"] if figure.evidence in doubtful and not sums[position] and figure.measure not in _COUNTS else []
        own = _of_figure(document, head, figure, mention)
        found.append((*dict.fromkeys((*mention.signs, *own, *unsaid[position], *around, *sums[position], *sorted(audited[position]), *about)),))
    troubled = [position for position, signs in enumerate(found) if _TROUBLE & set(signs)]
    return [(*signs, "trouble") if len(troubled) * 10 > len(found) and not _TROUBLE & set(signs) else signs for signs in found]


def _of_figure(document: Document, head: Head, figure: Figure, mention: Mention) -> Iterator[str]:
    """What a figure is by itself: of a kind that is easily misread, without unit or year, in Chinese numerals."""
    yield from _level(head, figure, mention)
    spelled = figure.basis == "stated" and not re.search(r"\d", fold(mention.number.of(document.text)))
    told = {"implied": figure.basis == "implied", "part": figure.part, "spelled": spelled, "unit:none": not figure.unit, "year:none": figure.year is None}
    yield from (sign for sign, holds in told.items() if holds)
    if figure.measure in _OF_A_KIND:
        yield f"measure:{figure.measure}"


def _level(head: Head, figure: Figure, mention: Mention) -> Iterator[str]:
    """Whether the raising body's level is the whole report's, and whether it hangs on a city whose own level nobody knows."""
    if figure.level and not mention.level and not mention.body:
        yield "level:head"
    of_city = figure.level in ("prefectural", "county") and head.region.endswith("市") and not mention.level
    if of_city and places.resolve(head.region, head.within) is None:
        yield "level:guessed"


def _of_report(document: Document, head: Head, figures: Sequence[Figure], findings: Sequence[Finding]) -> Iterator[str]:
    """What the report as a whole makes doubtful: its year taken from a date, or many numbers that nobody claimed."""
    if head.year is not None and f"{head.year}年" not in re.sub(r"\s", "", fold(head.title + document.text)):
        yield "year:date"
    if sum(finding.kind == "unclaimed" for finding in findings) * 10 > len(figures):
        yield "unclaimed:many"


def _unsaid(figures: Sequence[Figure]) -> list[list[str]]:
    """What a figure leaves open that others of its report tell apart: an outcome without role beside items led and joined, a rate without level."""
    several = {name: {value for f in figures if (value := getattr(f, name))} for name in ("level", "role")}
    found: list[list[str]] = []
    for figure in figures:
        narrow = figure.measure not in ("units", "key", "rank") and figure.instrument != "hotline"
        total = figure.measure in _COUNTS and not figure.role
        signs = ["role:open"] if narrow and not figure.role and several["role"] and figure.measure not in _COUNTS else []
        signs += ["level:open"] if narrow and not total and not figure.level and len(several["level"]) > 1 else []
        found.append(signs)
    return found


def _unclaimed_near(document: Document, findings: Sequence[Finding]) -> list[int]:
    return [span.start for finding in findings if finding.kind == "unclaimed" for span in finding.spans]


def _frame(figure: Figure) -> tuple[object, ...]:
    return figure.unit, figure.year, figure.month, figure.period


def _whose(figure: Figure) -> tuple[object, ...]:
    return (*_frame(figure), figure.instrument, figure.level, figure.role)


def _sums(figures: Sequence[Figure]) -> list[list[str]]:
    """Whether classes add up to the items they are told of (sums:fit), or only to those of another group (sums:elsewhere)."""
    found: list[list[str]] = [[] for _ in figures]
    counts: defaultdict[tuple[object, ...], set[float]] = defaultdict(set)
    everywhere: defaultdict[tuple[object, ...], set[float]] = defaultdict(set)
    lists: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for position, figure in enumerate(figures):
        if figure.scale != "count" or figure.part:
            continue
        if figure.measure in _COUNTS:
            counts[_whose(figure)].add(figure.value)
            everywhere[_frame(figure)].add(figure.value)
        elif figure.measure in _CLASSES:
            lists[(figure.measure, figure.qualifier, *_whose(figure))].append(position)
    for key, members in lists.items():
        total = sum(figures[p].value for p in members)
        if len(members) > 1:
            group = key[2:]
            sign = "classes:fit" if total in counts[group] else "classes:elsewhere" if total in everywhere[group[:4]] else "classes:off" if counts[group] else ""
            for p in members:
                found[p] += [sign] if sign else []
    wholes(figures, found)
    return found


def wholes(figures: Sequence[Figure], found: list[list[str]]) -> None:
    """Counts that two or more others, alike but for their stream, level or role, add up to."""
    plain = [(p, f) for p, f in enumerate(figures) if f.measure in _COUNTS and f.scale == "count" and not f.part]
    for name in _WHOSE:
        groups: defaultdict[tuple[object, ...], list[tuple[int, Figure]]] = defaultdict(list)
        for p, f in plain:
            groups[(f.measure, *(getattr(f, other) for other in _WHOSE if other != name), *_frame(f))].append((p, f))
        for members in groups.values():
            whole = [(p, f) for p, f in members if getattr(f, name) in ("", "combined")]
            parts = [(p, f) for p, f in members if getattr(f, name) not in ("", "combined")]
            if len(parts) > 1 and whole:
                fits = any(f.value == sum(g.value for _, g in parts) for _, f in whole)
                for p, _ in (*whole, *parts):
                    found[p].append("parts:fit" if fits else "parts:off")
