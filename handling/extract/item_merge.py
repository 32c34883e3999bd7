"""The same item said twice in one report, whole in one place and short in another, is one row."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from handling.extract.text import fold
from handling.model import Span

ALIKE = 0.75  # share of the shorter title's character pairs that the longer one holds
ALIKE_WITH_NUMBER = 0.34  # under one number and stream, half the words suffice


@dataclass(slots=True)
class Named:
    """One place where an item is named. Empty string where the place does not say."""

    number: str = ""
    title: str = ""
    proposers: list[str] = field(default_factory=list)
    instrument: str = ""
    key: bool = False
    span: Span | None = None
    context: str = ""


@lru_cache(maxsize=4096)
def bare(title: str) -> str:
    """A title without marks, its 关于 and its noun: what makes it this item."""
    return re.sub(r"^关于|的?(?:提案|建议案|建议|议案|诉求)$", "", re.sub(r"[\W_]", "", fold(title)))


def _pairs(words: str) -> set[str]:
    return {words[i : i + 2] for i in range(len(words) - 1)}


def alike(first: str, second: str, enough: float) -> bool:
    """Whether two bare titles are one: `enough` of the shorter one's pairs of characters are in the longer."""
    if not first or not second or first == second:
        return True
    a, b = sorted((_pairs(first), _pairs(second)), key=len)
    return bool(a) and len(a & b) / len(a) >= enough and min(len(first), len(second)) >= 5


def digits(number: str) -> str:
    """What makes a number the same: 0089 and 第89号 agree."""
    return re.sub(r"^0+(?=.)", "", re.sub(r"\W|第|号", "", number))


def merged(found: list[Named]) -> list[Named]:
    """One entry an item, in the order of first naming; the longest title, all proposers, key if any place says so."""
    rows: list[Named] = []
    by_number: dict[str, list[Named]] = defaultdict(list)
    by_pair: dict[str, list[Named]] = defaultdict(list)
    for named in sorted(found, key=lambda n: not n.title):  # whole ones first, so that a bare number finds its title
        row = _same(named, by_number, by_pair)
        if row is None:
            row = Named(instrument=named.instrument)
            rows.append(row)
        _take(row, named)
        if named.number:
            _once(by_number[digits(named.number)], row)
        for pair in _keys(named.title):
            _once(by_pair[pair], row)
    return sorted(rows, key=lambda row: row.span.start if row.span else 0)


def _keys(title: str) -> tuple[str, ...]:
    """Buckets in which a longer or shorter form of the same title is found without comparing all with all."""
    words = bare(title)
    return (words[:6], words[-6:]) if words else ()


def _once(rows: list[Named], row: Named) -> None:
    if not any(known is row for known in rows):
        rows.append(row)


def _same(named: Named, by_number: dict[str, list[Named]], by_pair: dict[str, list[Named]]) -> Named | None:
    words = bare(named.title)
    if named.number:
        for row in by_number.get(digits(named.number), ()):
            same_stream = not row.instrument or not named.instrument or row.instrument == named.instrument
            if (same_stream or words == bare(row.title)) and alike(words, bare(row.title), ALIKE_WITH_NUMBER):
                return row
    for pair in _keys(named.title):
        for row in by_pair.get(pair, ()):
            apart = named.number and row.number and digits(named.number) != digits(row.number)
            if not apart and alike(words, bare(row.title), ALIKE):
                return row
    return None


def _take(row: Named, named: Named) -> None:
    if len(bare(named.title)) > len(bare(row.title)) or (not row.title and row.span is None):
        row.title, row.span, row.context = named.title, named.span, named.context
    row.number = row.number or named.number
    row.instrument = row.instrument or named.instrument
    row.key = row.key or named.key
    row.proposers += [who for who in named.proposers if who not in row.proposers]
