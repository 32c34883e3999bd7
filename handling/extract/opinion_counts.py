"""How many were pleased: 满意的66件, 不满意的2件, 第一轮测评不满意的, 区城管局有2件."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract import adjacency
from handling.extract.clauses import Segment, Slot
from handling.extract.count_reading import GROUP, count_of
from handling.extract.lexicon import Token
from handling.extract.scope import Reading, Traits, traits_of

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader


def by_satisfaction(
    reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None
) -> Reading | None:
    """The reading of a number with a word of being pleased beside it, or said of it in the clause before."""
    text, place = reader.text, slot.quantity.end
    found: Token | None
    if near is None and slot.quantity.unit == "件" and (felt := next((t for t in reversed(slot.left) if "sat" in t.tags), None)):
        near = felt if re.fullmatch(r"[”]?(?:(?:意见|评价|反馈)的|的[省市县区州旗]级件(?:共|有|共有|为)?)", text[felt.end : slot.quantity.span.start]) else None  # 提出不满意意见的两件
    if slot.quantity.unit == "件" and (of_unit := _felt_by_unit(reader, segment, slot)):
        return of_unit
    if near and "instrument" in near.tags and (felt := next((t for t in reversed(slot.left) if "sat" in t.tags), None)):
        near = felt if re.fullmatch(r"[”]?的(?:提案|建议|议案|件)+(?:共|有|共有|为)?", text[felt.end : slot.quantity.span.start]) else near  # 不满意的提案共4件
    if near and "sat" in near.tags:
        if re.search(r"(?:未|没有|未达到?|不够)$", text[slot.start : near.start]):
            return None
        found, words = near, [*slot.left]
        again = next((r for r in reversed(reader.history) if r.measure == "satisfaction" and r.category == near.tags["sat"] and r.value == slot.quantity.value), None)
        if again is not None and GROUP.match(text[place : slot.end]):  # 不满意的3件中, 2件改评满意
            return count_of(reader, slot, "satisfaction", "satisfaction_again", category=near.tags["sat"], label=near.word, own=again.traits)
    else:
        found = next((t for t in slot.right if "sat" in t.tags), None)
        if found is None or slot.quantity.unit not in ("件", "份", "位", "名", "人"):
            return None
        between = text[place : found.start]
        if re.match(r"的?(?:有|为|共)?[\d一二两三四五六七八九十百]+件", text[found.end :]) and re.search(r"对|表示|评价", between + text[slot.start : slot.quantity.span.start]):
            return None  # 代表对25件建议表示满意的23件
        if re.search(r"[由从][“]?$", between) and len(turned := [t for t in slot.right if "sat" in t.tags]) > 1:
            found = turned[-1]  # 3件由基本满意变为满意
            return count_of(reader, slot, "satisfaction", "satisfaction_turned", category=found.tags["sat"], label=found.word,
                            own=traits_of(slot.left, reader.context.stream).over(Traits(round="final")))  # fmt: skip
        judged = bool(reader.readings) and reader.readings[-1].measure in ("satisfaction", "satisfaction_rate")
        judged = judged or bool(re.search(r"重新|再次|二次|反馈", text[reader.start : place]))
        plain = judged and re.fullmatch(r"(?:代表|委员)?(?:反馈|评价|改评|结果)?为[“]?", between)
        if re.search(r"[没未无]有?$|没有|未出现|无一", between) or (not plain and len(between) > 16) or (not plain and re.search(r"(?<![评转价馈仍改变])为|[率使让了]", between)):
            return None
        words = [*slot.left, *[t for t in slot.right if t.start <= found.start]]
        if re.match(r"[率度]", text[found.end :]):
            return None
        for told in reversed(reader.history):  # 2件基本满意件…: the ones that were counted before
            if told.measure == "satisfaction" and told.category == found.tags["sat"] and told.value == slot.quantity.value and told.traits.round:
                return count_of(reader, slot, "satisfaction", "satisfaction_again", category=found.tags["sat"], label=found.word, own=told.traits)
    if slot.quantity.unit in ("个", "项", "条", "宗", "封"):
        return None
    return count_of(reader, slot, "satisfaction", "satisfaction_count", category=found.tags["sat"], label=found.word,
                    own=traits_of(words, reader.context.stream))  # fmt: skip


_FELT_BY = re.compile(r"(?:不满意|基本满意|满意)[”]?的(?:提案|建议|件)?(?:中|,)?$")


def _felt_by_unit(reader: SentenceReader, segment: Segment, slot: Slot) -> Reading | None:
    """第一轮测评不满意的, 区城管局有2件、区住建局有2件: the class said before, unit by unit."""
    words = adjacency.unit_words(reader.text, slot.start, slot.quantity.span.start)
    last = reader.readings[-1] if reader.readings else None
    if not words:
        return None
    if last is not None and last.rule == "felt_by_unit" and slot.start - last.end <= 2:
        return count_of(reader, slot, "satisfaction", "felt_by_unit", category=last.category, label=last.label, own=last.own.without("unit").over(Traits(unit=words)))
    before = reader.previous_segment(segment)
    felt = [t for t in before.tokens if "sat" in t.tags] if before is not None and segment.mark == "," and slot.first else []
    if not felt or not _FELT_BY.search(reader.previous_text(segment)):
        return None
    own = traits_of(before.tokens if before else [], reader.context.stream).over(Traits(unit=words))
    return count_of(reader, slot, "satisfaction", "felt_by_unit", category=felt[-1].tags["sat"], label=felt[-1].word, own=own)
