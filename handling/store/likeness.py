"""Whether two readings are of one and the same report, in whatever format each came."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from handling.model import Figure, Report
from handling.vocabulary import places

_ENOUGH = 3  # figures that two different reports will hardly share by chance, values and all
_SHARED = 0.5  # part of the smaller reading that must agree where title and year do

_Values = Counter[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Likeness:
    """`titled`: what the title, region, year and month make of it ('' without a title). `valued`: all figures ('' if too few)."""

    titled: str
    valued: str

    def text(self) -> str:
        """As kept in the catalogue."""
        return f"{self.titled}/{self.valued}"

    @classmethod
    def of_text(cls, text: str) -> Likeness:
        """From the catalogue."""
        return cls(*text.split("/", 1))


def likeness(report: Report, figures: Sequence[Figure]) -> Likeness:
    """What a report is recognised by."""
    title = re.sub(r"[\W_]+", "", report.title)
    months = sorted({figure.month or 0 for figure in figures})
    found = places.resolve(report.region, report.within) if report.region else None
    region = found.id if found else report.region
    titled = _hash((title, region, report.year, months)) if title else ""
    values = sorted(map(repr, (_values(figures)).items()))
    return Likeness(titled, _hash(values) if len(figures) >= _ENOUGH else "")


def agree(one: Sequence[Figure], other: Sequence[Figure]) -> bool:
    """Whether two readings under one title hold enough of the same values to be the same report."""
    left, right = _values(one), _values(other)
    smaller = min(left.total(), right.total())
    return smaller == 0 or (left & right).total() >= _SHARED * smaller


def _values(figures: Sequence[Figure]) -> _Values:
    # Not the label, level or part: two readers of one report may differ there.
    return Counter((f.unit, f.year, f.month, f.instrument, f.measure, f.category, f.qualifier, f.value, f.scale) for f in figures)


def _hash(value: object) -> str:
    return hashlib.blake2b(repr(value).encode(), digest_size=8).hexdigest()
