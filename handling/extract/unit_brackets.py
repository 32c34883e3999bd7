"""A percentage alone in a bracket behind a name: 办结率较高的有县教育局(90.5%)、县民政局(83.3%)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract import adjacency
from handling.extract.clauses import Segment, Slot
from handling.extract.percent_reading import reading_of
from handling.extract.scope import Reading, Traits

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

_OWN_OFFICE = re.compile(r"[\u4e00-\u9fff]{2,10}(?:科|处|股|室|所|站|院|队|校)$")  # of a bureau: no handling unit
_LEADS_IN = re.compile(r"[^,;。]*(?:的|位|名|低|高|后|前)(?:单位|部门|县区|区县)?(?:依次|分别)?(?:是|为|有|包括):?")
_ALONE = re.compile(r"\((?:仅|只有|为|达到?)?")


def unit_in_bracket(reader: SentenceReader, segment: Segment, slot: Slot) -> str:
    """The unit or region right before a bracket that holds this number and nothing else; "" if there is none."""
    text = reader.text
    before = reader.previous_segment(segment)
    opens = max(0, segment.start - 1) if text[segment.start - 1 : segment.start] == "(" else segment.start
    if not segment.depth or before is None or not _ALONE.fullmatch(text, opens, slot.quantity.span.start) or slot.quantity.end < segment.end:
        return ""
    leads = _LEADS_IN.match(text, before.start, before.end)
    start = leads.end() if leads else before.start  # 居前三位的是柳河县(86.2%)
    unit = adjacency.unit_words(text, start, before.end) or adjacency.place_words(text, start, before.end)
    own = _OWN_OFFICE.search(text, before.start, before.end) if reader.context.head.kind == "bureau" else None
    return unit or (own[0] if own else "")


def rate_of_unit(reader: SentenceReader, segment: Segment, slot: Slot) -> list[Reading] | str:
    """The rate that the sentence tells of several units, of the one before this bracket; the reason where a bureau tells of its own offices; else []."""
    unit = unit_in_bracket(reader, segment, slot)
    rate = next((t for s in reversed(reader.segments) for t in reversed(s.tokens) if "rate" in t.tags and t.end < segment.start), None)
    if not unit or rate is None:
        return []
    if reader.context.head.kind == "bureau":
        return "other_rate"
    return [reading_of(reader, slot, rate.tags["rate"], "rate_in_bracket", rate.tags.get("category", ""), rate.word, Traits(unit=unit))]
