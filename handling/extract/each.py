"""One number for each of several names: 主办件和会办件各8件, B类和C类各一件, 县人民法院、县人民检察院各承办代表建议1件."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from handling.extract.clauses import Segment, Slot
from handling.extract.count_reading import count_of
from handling.extract.lexicon import Token
from handling.extract.parallels import covers, moved, pieces_of
from handling.extract.scope import Reading, Traits, traits_of
from handling.extract.unit_rows import named_units

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

_AND = re.compile(r"、|和(?=[\u4e00-\u9fff]{2,}[局委府区县市院])")


def _each_unit(reader: SentenceReader, segment: Segment, slot: Slot, mark: Token) -> list[Reading]:
    """县人民法院、县人民检察院各承办代表建议1件: the number of each of the units named."""
    words = reader.text[slot.start : mark.start].lstrip("、,和与及其中另由交").rstrip("的也")
    words = re.sub(r"(?:分别)?(?:承办|办理)$", "", words)  # 交市法院、市检察院办理各2件
    names = named_units(_AND.split(words), len(_AND.findall(words)) + 1)
    if len(names) < 2:
        return []
    left = [moved(t, slot.quantity.span.start) for t in slot.left if t.start >= mark.end]
    alone = Slot(slot.quantity, left, slot.right, slot.quantity.span.start, slot.end)
    found = []
    for name in names:
        told = reader.read_slot(segment, alone)
        if not told and reader.steps[-1].rule.startswith("-"):
            return []  # 县住建局、县交通局各有1件主办件未与委员面商
        told = told or [count_of(reader, alone, "received", "unit_count", own=traits_of(left, reader.context.stream))]
        found += [replace(reading, own=Traits(unit=name).over(reading.own), rule=reading.rule + "_of_each") for reading in told]
    return found


def read_each(reader: SentenceReader, segment: Segment, slot: Slot) -> list[Reading]:
    """主办件和会办件各8件, B类和C类各一件: one number for each of several names."""
    mark = next((t for t in reversed(slot.left) if "each" in t.tags or t.word == "各为"), None)
    if mark is None or len(reader.text[mark.end : slot.quantity.span.start]) > 4:
        return []
    if told := _each_unit(reader, segment, slot, mark):
        return told
    for kind in ("letter", "role", "sat", "instrument", "body"):  # 主办和会办的各为4件 too
        words = [piece for t in slot.left if kind in t.tags for piece in pieces_of(t, kind)]
        if len(words) > 1:
            break
    else:
        return _of_each_stream(reader, segment, slot, mark)
    found = []
    for word in words:
        left = [t for t in slot.left if t not in words and t is not mark and not covers(t, words)]
        left = [moved(t, slot.quantity.span.start) for t in (*left, word)]
        found += reader.read_slot(segment, Slot(slot.quantity, left, slot.right, slot.start if slot.first else slot.quantity.span.start, slot.end, first=slot.first))
    return found


def _of_each_stream(reader: SentenceReader, segment: Segment, slot: Slot, mark: Token) -> list[Reading]:
    """州人大代表建议16件、州政协提案14件, 由我局主办的各11件: one number for each of the streams just counted."""
    if any("outcome" in t.tags or "letter" in t.tags for t in slot.left):
        told = [r for r in reader.readings if r.measure == "outcome" and r.rule.startswith("outcome")][-2:]  # …建议12件、提案15件, 暂时不能解决的各2件
        streams = [Traits(instrument=r.traits.instrument) for r in told]
        alone = replace(slot, left=[t for t in slot.left if t is not mark])
        pair = {stream.instrument for stream in streams} == {"proposal", "suggestion"}
        return [replace(reading, own=stream.over(reading.own)) for stream in streams for reading in reader.read_slot(segment, alone)] if pair else []
    told = [r for r in reader.readings if r.measure == "received" and not r.depth and r.rule != "role_of_all"][-2:]
    streams = [Traits(instrument=r.traits.instrument, body=r.traits.body) for r in told]
    if {stream.instrument for stream in streams} != {"proposal", "suggestion"} or not any("role" in t.tags for t in slot.left):
        return []
    alone = replace(slot, left=[t for t in slot.left if t is not mark])
    return [replace(reading, own=stream.over(reading.own)) for stream in streams for reading in reader.read_slot(segment, alone)]
