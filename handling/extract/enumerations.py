"""What is said after a list of counts holds for all of them: 建议12件、提案14件, 均已办结; 总计26件; 涉及9个部门."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handling.extract.clauses import Segment
from handling.extract.scope import Reading, Traits, common

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader


def _received(reader: SentenceReader) -> list[Reading]:
    return [r for r in reader.readings if r.measure == "received" and not r.depth and not reader.context.year_of(r.traits.year)]


def told_together(reader: SentenceReader, segment: Segment, said: Traits) -> Traits:
    """建议12件、提案14件, 均已办结: what is said after an enumeration holds for all that it counted."""
    start = reader.clause_start(segment)
    told = [r for r in _received(reader) if r.start >= start]
    if len({(r.traits.instrument, r.traits.body) for r in told if not r.traits.part}) < 2:
        return said
    whole = told[0].traits if all(r.child for r in told[1:]) and not told[0].child else common([r.traits for r in told])
    return Traits(instrument=whole.instrument, body=whole.body).over(said.without("instrument", "body"))


def summed_up(reader: SentenceReader, reading: Reading, said: Traits) -> Traits:
    """建议86件、提案113件, 总计199件, 涉及38个部门: a sum, and how many units handle the list, is of both streams."""
    told = _received(reader)
    for first in range(len(told) - 1):
        parts = told[first:]
        if len({r.traits.instrument for r in parts}) > 1 and (reading.measure == "units" or reading.value == sum(r.value for r in parts)):
            shared = common([r.traits for r in parts])
            return Traits(instrument=shared.instrument, body=shared.body).over(said.without("instrument", "body"))
    return said
