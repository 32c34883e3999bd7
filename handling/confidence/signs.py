"""The signs of each figure of a report: of its mention, by itself, beside the report's others, by the head, and by the arithmetic."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from handling.confidence.sums import COUNTS, sums_of
from handling.extract.text import fold
from handling.model import Document, Figure, Finding, Head, Mention
from handling.vocabulary import places

_DIGIT = re.compile(r"\d")
_OF_A_KIND = frozenset(("units", "rank", "key"))
OPENING, CLOSING = 260, 160  # characters
_NAMES = {"government": ("政府", "县长", "市长", "区长", "管委会"), "cppcc": ("政协",), "congress": ("人大常委会", "代表工", "常务委员会", "主任会议")}
_TROUBLE = frozenset(("classes:elsewhere", "audit:warning", "parts:off", "level:open"))


def signs_of(document: Document, head: Head, told: Sequence[tuple[Figure, Mention]], findings: Sequence[Finding]) -> list[tuple[str, ...]]:
    """For each figure all signs: those of its mention, of the figure beside the report's others, of the head, and of the arithmetic."""
    figures = [figure for figure, _ in told]
    about = tuple(_of_report(document, head, figures, findings))
    near = sorted(span.start for finding in findings if finding.kind == "unclaimed" for span in finding.spans)
    sums = sums_of(figures)
    doubtful = {figures[position].evidence for position, signs in enumerate(sums) if {"classes:elsewhere", "classes:off"} & set(signs)}
    audited: defaultdict[int, set[str]] = defaultdict(set)
    for finding in findings:
        for position in finding.figures:
            audited[position] |= {f"audit:{finding.severity}"} - {"audit:note"}
    unsaid = _unsaid(figures)
    found = []
    for position, (figure, mention) in enumerate(told):
        around = ["unclaimed:sentence"] if bisect_left(near, mention.evidence.start) < bisect_left(near, mention.evidence.end) else []
        around += ["sums:beside"] if figure.evidence in doubtful and not sums[position] and figure.measure not in COUNTS else []
        own = _of_figure(document, head, figure, mention)
        found.append((*dict.fromkeys((*mention.signs, *own, *unsaid[position], *around, *sums[position], *sorted(audited[position]), *about)),))
    troubled = [position for position, signs in enumerate(found) if _TROUBLE & set(signs)]
    return [(*signs, "trouble") if len(troubled) * 10 > len(found) and not _TROUBLE & set(signs) else signs for signs in found]


def _of_figure(document: Document, head: Head, figure: Figure, mention: Mention) -> Iterator[str]:
    """What a figure is by itself: of a kind that is easily misread, without unit or year, in Chinese numerals."""
    yield from _level(head, figure, mention)
    spelled = figure.basis == "stated" and not _DIGIT.search(document.text, mention.number.start, mention.number.end)
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
    yield from _of_frame(fold(document.text), head)
    yield from head.doubts
    if head.year is not None and not re.search(rf"{head.year}\s?年", fold(document.text)):
        yield "year:date"
    if sum(finding.kind == "unclaimed" for finding in findings) * 10 > len(figures):
        yield "unclaimed:many"


def _of_frame(folded: str, head: Head) -> Iterator[str]:
    """Whether the unit and the region stand where a report says whose it is: in its title, its first lines or its last."""
    opening = head.title + folded[:OPENING] + folded[-CLOSING:]
    if head.region and head.region != "全国" and head.region.rstrip("省市县区州旗盟") not in opening:
        yield "region:text"
    if head.unit and not any(word in opening for word in _NAMES.get(head.kind, (head.unit.removeprefix(head.region)[:2],))):
        yield "unit:text"


def _unsaid(figures: Sequence[Figure]) -> list[list[str]]:
    """What a figure leaves open that others of its report tell apart: an outcome without role beside items led and joined, a rate without level."""
    several = {name: {value for f in figures if (value := getattr(f, name))} for name in ("level", "role")}
    found = []
    for figure in figures:
        narrow = figure.measure not in ("units", "key", "rank") and figure.instrument != "hotline"
        total = figure.measure in COUNTS and not figure.role
        signs = ["role:open"] if narrow and not figure.role and several["role"] and figure.measure not in COUNTS else []
        signs += ["level:open"] if narrow and not total and not figure.level and len(several["level"]) > 1 else []
        found.append(signs)
    return found
