"""What is said after a list of counts holds for all of them: 建议12件、提案14件, 均已办结; 总计26件; 涉及9个部门."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract.clauses import Segment, Slot
from handling.extract.scope import MIXED, NOTHING, Reading, Traits, common, traits_of

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader


_LONGEST_LIST = 16  # numbers that a sum may be of; each way to add up the last of them is tried


def _received(reader: SentenceReader) -> list[Reading]:
    return [r for r in reader.readings if r.measure == "received" and r.rule != "role_of_all" and not r.depth and not reader.context.year_of(r.traits.year)]


def told_together(reader: SentenceReader, segment: Segment, said: Traits) -> Traits:
    """建议12件、提案14件, 均已办结: what is said after an enumeration holds for all that it counted."""
    start = reader.clause_start(segment)
    told = [r for r in _received(reader) if r.start >= start]
    if len({(r.traits.instrument, r.traits.body) for r in told if not r.traits.part}) < 2:
        return said
    last = reader.readings[-1]
    if any(r.scale == "percent" and told[0].end <= r.start < told[-1].start for r in reader.readings):
        return said  # 主办的9件提案满意率100%, 主办的4件建议满意率也是100%
    if last.scale == "percent" and last.own.instrument and last.start > told[-1].start:
        return said  # 37件提案的满意率为97.3%、满意和基本满意率为100%
    whole = told[0].traits if all(r.child for r in told[1:]) and not told[0].child else common([r.traits for r in told])
    return Traits(instrument=whole.instrument, body=whole.body).over(said.without("instrument", "body"))


def summed_up(reader: SentenceReader, reading: Reading, said: Traits) -> Traits:
    """建议86件、提案113件, 总计199件, 涉及38个部门: a sum, and how many units handle the list, is of both streams."""
    told = _received(reader)[-_LONGEST_LIST:]
    if reading.measure == "units":  # 建议159件, 主办单位36个; 提案188件, 主办单位41个
        before = [r for r in reader.readings if r.measure == "units"][-1:]
        told = [r for r in told if r.start > before[0].end] if before else told
        if before and not told:
            return Traits(instrument=before[0].traits.instrument, body=before[0].traits.body).over(said.without("instrument", "body"))
    wholes = [r for r in told if not r.child]
    for parts in [*(told[first:] for first in range(len(told) - 1)), *(wholes[first:] for first in range(len(wholes) - 1))]:
        if len({r.traits.instrument for r in parts}) == 1 < len({r.traits.body for r in parts}) and reading.value == sum(r.value for r in parts):
            return Traits(body=MIXED).over(said.without("body"))  # 州级4件, 市级19件, 总数23件
        if len({r.traits.instrument for r in parts}) > 1 and (reading.measure == "units" or reading.value == sum(r.value for r in parts)):
            shared = common([r.traits for r in parts])
            return Traits(instrument=shared.instrument, body=shared.body).over(said.without("instrument", "body"))
    return said


def both_counted(reader: SentenceReader, segment: Segment) -> Traits | None:
    """承办建议6件、提案9件, 其中主办11件, 协办4件: parts that add up to both streams are of both; None where they are of the last one."""
    told = _received(reader)[-2:]
    if len(told) < 2 or {r.traits.instrument for r in told} != {"proposal", "suggestion"} or any(r.child for r in told):
        return None
    place = reader.segments.index(segment)
    after = next((n for n, s in enumerate(reader.segments) if n > place and s.mark == ";"), len(reader.segments))
    counts = [slot.quantity.value for s in reader.segments[place:after] if s.depth == segment.depth for slot in s.slots if slot.quantity.unit == "件"]
    return common([r.traits for r in told]) if len(counts) > 1 and counts[0] + counts[1] == sum(r.value for r in told) else None


def divided_by_role(reader: SentenceReader, segment: Segment, reading: Reading, said: Traits) -> Traits:
    """建议14件、提案20件, 主办的19件, 会办的15件: roles that add up to both streams are of both."""
    told = [r for r in _received(reader) if not r.child and not r.traits.role and r.end <= segment.start]
    if reading.start < segment.start or len({r.traits.instrument for r in told} & {"proposal", "suggestion"}) < 2:
        return said
    streams = [r for r in told if r.traits.instrument in ("proposal", "suggestion")]
    place = reader.segments.index(segment)
    first = next((n for n in range(place, -1, -1) if reader.segments[n].start <= streams[-1].end), place)
    counts = [slot.quantity.value * _times(slot) for s in reader.segments[first:] if s.depth == segment.depth for slot in s.slots
              if slot.quantity.unit == "件" and slot.quantity.span.start >= streams[-1].end and any("role" in t.tags for t in (*slot.left, *slot.right))]  # fmt: skip
    whole = sum(r.value for r in streams)
    if sum(counts[:2]) != whole and not (len(counts) == 1 and "其余" in reader.text[segment.end : reader.end]):
        return said
    shared = common([r.traits for r in streams])
    return Traits(instrument=shared.instrument, body=shared.body).over(said.without("instrument", "body"))


def _times(slot: Slot) -> int:
    """How many groups one number counts: 主办件和会办件各8件 is two of 8."""
    roles = {t.tags["role"] for t in slot.left if "role" in t.tags}
    return len(roles) if len(roles) > 1 and any("each" in t.tags for t in slot.left) else 1


_SITTING = re.compile(r"(?:会议|大会|全会|人代会)期间|会上|会议以来")
_BETWEEN_SITTINGS = re.compile(r"闭会|会后|平时")


def cut_by_sitting(reader: SentenceReader) -> None:
    """会议期间提出118件; 闭会期间, 代表提出5件, 共计123件: both are parts, since the total is told."""
    told = _received(reader)
    for first, second, whole in zip(told, told[1:], told[2:], strict=False):
        words = reader.text[reader.start : first.start], reader.text[first.end : second.start]
        if first.value + second.value == whole.value and not (first.traits.role or second.traits.role) and _SITTING.search(words[0]) and _BETWEEN_SITTINGS.search(words[1]):
            for part in (first, second):
                part.traits = Traits(part="yes").over(part.traits)


_ELIDED = re.compile(r"(?:另|还|并|同时)?(?:承办|主办|会办|协办)(?!件|单位|的)")  # 去年, 我局主办建议17件; 主办提案10件: the same office and year
_ITEMISED = re.compile(r"(?:其中)?(?:单项|分项|各项)(?:指标|工作|排名)")  # 一季度综合排名第4位; 单项指标中, …: of that quarter too
_CLASSES = ("outcome", "outcome_share", "satisfaction", "satisfaction_rate", "topic", "topic_share")
_CLASS_WORDS = {"outcome", "letter", "sat"}


def next_clause(reader: SentenceReader, segment: Segment) -> None:
    """What still holds behind a semicolon: 承办建议102件, 其中已解决68件; 正在解决25件 are both of those 102."""
    own = traits_of(segment.tokens, reader.context.stream)
    if not (_goes_on(reader, segment) and own.instrument in ("", (reader.base or NOTHING).instrument)):
        reader.base = reader.lasting
    opening = reader.segments[0].tokens[:1]
    same_doer = _ELIDED.match(reader.text, segment.start)
    first = next((slot.quantity.span.start for s in reader.segments for slot in s.slots), reader.end)
    opening = opening or [t for s in reader.segments[:2] for t in s.tokens if t.end <= first and t.tags.get("time") == "long"]
    term = any(t.tags.get("time") in ("long", "range", "period") and (t.start - reader.start < 2 or t.tags["time"] == "long") for t in opening)  # 五年来, …; … is all of those years
    dated = any("year" in t.tags and t.start - reader.start < 2 for t in opening)
    term = term or bool(_ITEMISED.match(reader.text, segment.start)) or (bool(reader.context.period_before) and reader.text.startswith("其中", reader.start))
    gone = [*(["unit"] if not same_doer else []), *(["year", "month"] if not (same_doer and dated) else []), *(["period"] if not term else [])]
    reader.said = reader.said.without(*gone)
    roles = any("role" in t.tags for t in segment.tokens)
    speakers = traits_of([t for t in segment.tokens if "agent" in t.tags and ("rate" not in t.tags or len(segment.slots) == 1)], reader.context.stream).instrument == "combined"
    both = speakers and own.instrument == "combined" and reader.said.instrument in ("", "combined")  # 14件主办件已全部办复; 代表、委员对其中12件表示满意
    if not roles and not both and (own.instrument not in ("", reader.said.instrument) or own.body not in ("", reader.said.body)):
        reader.said = reader.said.without("role")
    if not own.instrument and not own.body and reader.readings and reader.readings[-1].rule == "total" and reader.readings[-1].traits.instrument == "combined":
        reader.said = Traits(instrument="combined", body=reader.readings[-1].traits.body).over(reader.said.without("instrument", "body"))  # …总计11件; 二是进度, 办结率100%
    if not own.instrument and not own.body and _divides_the_same(reader, segment):
        reader.said = reader.said.without("instrument", "body")
    if roles and not own.instrument and _divided_by_stream(reader):
        reader.said = reader.said.without("instrument", "body")
    reader.waiting = []
    if len({r.own.body for r in reader.readings if r.own.body}) > 1:
        reader.said = reader.said.without("body")  # 收到政协提案14件 after a list of several bodies is no one's


def _goes_on(reader: SentenceReader, segment: Segment) -> bool:
    """Whether the clause tells one more class of the whole that the clause before divided."""
    last = reader.readings[-1] if reader.readings else None
    classes = any(t.tags.keys() & _CLASS_WORDS for t in segment.tokens) or "topic" in (last.measure if last else "")
    return bool(reader.base is not None and last and last.child and not last.depth and last.measure in _CLASSES and classes)


def _divides_the_same(reader: SentenceReader, segment: Segment) -> bool:
    """建议173件, 提案241件; 大会期间交办的403件, 闭会期间交办的11件: both clauses add up to one whole, divided in two ways."""
    told = _received(reader)[-2:]
    place = reader.segments.index(segment)
    after = next((n for n, s in enumerate(reader.segments) if n > place and s.mark in (";", ":")), len(reader.segments))
    counts = [slot.quantity.value for s in reader.segments[place:after] if not s.depth for slot in s.slots if slot.quantity.unit == "件"]
    return len({r.traits.instrument for r in told}) == 2 and len(counts) > 1 and sum(counts) == sum(r.value for r in told)


def _divided_by_stream(reader: SentenceReader) -> bool:
    """共计35件, 其中建议19件, 提案16件: the clause before told a whole and its streams, of one body or several, in full."""
    told = _received(reader)
    for parts in (told[first:] for first in range(1, len(told) - 1)):
        if sum(r.value for r in parts) == told[len(told) - len(parts) - 1].value and {r.traits.instrument for r in parts} == {"proposal", "suggestion"}:
            return True
    return False
