"""A group of items that is known by its number: 区级件中主办54件. … 54件主办件已全部办结 are those of the district."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract.clauses import Slot
from handling.extract.scope import MIXED, Reading, Traits

if TYPE_CHECKING:
    from handling.extract.context import Context
    from handling.extract.sentence import SentenceReader

_LED_ITEMS = re.compile(r"(?:主办|会办|协办)(?:件|的?(?:建议|提案))")
_OF_GROUP = re.compile(r"(?:[省市县区州旗]级?)?(?:人大代表|政协)?(?:主办|会办|协办|建议|提案)")
_SMALL = 2  # so few may be others


def mixed_body(context: Context) -> str:
    """The body of a total over several: MIXED where the report has counted the items of more than one, else ""."""
    return MIXED if len({g.traits.body for g in context.groups if g.traits.body not in ("", MIXED)}) > 1 else ""


def known_by_number(context: Context, reader: SentenceReader, slot: Slot, reading: Reading, own: Traits) -> Traits:
    """`own`, completed by the group that was counted before with this very number and that its words do not contradict."""
    text = reader.text
    told_again = reading.rule in ("predicate", "group", "noun") or text[slot.quantity.span.start - 1 : slot.quantity.span.start] == "的"
    this_year = not own.year and context.year_of(reader.said.year) is None
    if reading.scale != "count" or reading.measure not in ("received", "completed", "answered") or reading.depth or not told_again or not this_year:
        return own
    if own.role and not _LED_ITEMS.match(text, slot.quantity.end):
        return own
    clause = max((s.start for s in reader.segments if s.mark == ";" and s.start <= reading.start), default=0)
    named = _OF_GROUP.match(text, slot.quantity.end)
    before = [r for r in reader.readings if named and r.measure == "received" and r.end <= clause]  # 承办38件, 其中主办31件; 31件主办建议中
    for group in reversed([*context.groups, *before]):
        known = group.traits
        if group.value != reading.value or not _fits(own, known) or context.year_of(known.year) is not None:
            continue
        if own.body and not own.role and known.role and any(g.value == group.value and g.traits == known._replace(role="") for g in context.groups):
            continue  # 96件(均为主办): told without the role as well
        if reading.value > _SMALL or own.instrument:
            reading.again = True
            body = known.body or (mixed_body(context) if known.instrument == "combined" else "")
            return own.over(Traits(body=body, role=known.role, instrument=known.instrument, unit=known.unit, part=known.part))
    return own


def _fits(own: Traits, known: Traits) -> bool:
    return own.instrument in ("", known.instrument) and own.body in ("", known.body) and own.role in ("", known.role)
