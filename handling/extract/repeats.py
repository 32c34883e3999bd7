"""Rows of numbers that repeat a list told before: 占76.9%和23.1% after two classes, 以上三类分别为…, 其中前两项分别占…."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from handling.extract import adjacency
from handling.extract.clauses import Segment, Slot
from handling.extract.lexicon import Token
from handling.extract.outcomes import resolve
from handling.extract.scope import Reading, Traits, traits_of

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

_SAME_CLASSES = re.compile(r"(?:相应|对应)的?(?:件数|数量|数字)|(?:上述|以上|前述|这|同样|相应|对应)的?[两二三四2-4]?(?:类|种|项|个)(?:情况|类别|结果)?|的?[两二三四2-4](?:类|种)(?:情况|件)?(?=分别|依次|各)")  # 县政协提案上述三类分别为54件、26件和9件


def unit_of_row(reader: SentenceReader, segment: Segment, place: int) -> Traits:
    """石桥湾区办结率、满意率分别为…, 云渡区分别为…: the unit named at the head of a row is that of all its numbers."""
    start = reader.text.rfind("、", segment.start, place) + 1 or segment.start
    unit = adjacency.place_words(reader.text, start, place) if reader.context.local else adjacency.unit_words(reader.text, start, place)
    return Traits(unit=unit)


def like_before(reader: SentenceReader, segment: Segment, row: list[Slot]) -> list[Reading]:
    """占76.9%和23.1% after two classes; 区政协委员分别为100%和97.7% after two rates; 办结率分别为98.1%和100% after two counts."""
    size = len(row)
    percent = row[0].quantity.unit == "%"
    rate = next((t for t in reversed(row[0].left) if "rate" in t.tags), None)
    share = any("share" in t.tags for t in row[0].left)
    history = reader.history
    if rate is None and not percent:
        again = _SAME_CLASSES.search(reader.text, segment.start, row[0].quantity.span.start)
        foreign = {"sat", "letter", "outcome", "verb", "key", "topic"} | (set() if again else {"instrument"})
        if any(t.tags.keys() & foreign for t in row[0].left):
            return []
        if not re.search(r"[三两四2-4]类|依次|分别|相应|对应", reader.text[segment.start : row[0].quantity.span.start]):
            return []
    foremost = bool(_FOREMOST.search(reader.text, segment.start, row[0].quantity.span.start))
    these = bool(re.search(r"(?:这|上述|以上)?[两二三2-3](?:项(?:指标)?|个数字?|组数字?)$", reader.text[segment.start : row[0].quantity.span.start].split("分别")[0]))
    if rate is None and not percent and _ABOVE.search(reader.text, segment.start, row[0].quantity.span.start) and not any(r.measure in ("outcome", "satisfaction") for r in history):
        history = reader.context.earlier
    pointed = rate is not None and percent and bool(_THESE_RATES.search(reader.text, segment.start, rate.start))
    same = [r for r in (history if pointed else reader.readings) if rate is not None and percent and r.measure == rate.tags["rate"] and r.scale == "percent"][-size:]
    last = same if len(same) == size else _foremost(history, size) if foremost else _last_like(history, size, "count" if (share or rate or not percent) else "percent", these)
    if share and not last:
        last = [r for r in _last_like(history, size, "percent") if r.measure in ("outcome_share", "topic_share")]
        last = last if len(last) == size else []
    known = ("outcome", "topic", "satisfaction", *(("received", "filed") if these else ()))  # 收到192件, 立案165件, 上年这两项分别为184件和158件
    if not last or (not share and rate is None and not percent and last[0].measure not in known):
        return []
    before = reader.previous_segment(segment)
    dated = before is not None and not before.slots and sum(bool(t.tags.get("year")) for t in before.tokens) == size == len(reader.axis)
    if rate is not None and len(reader.axis) == size and (dated or last[0].sentence[0] < reader.start):
        return []  # the list that this sentence named goes before the numbers of the last one
    if rate is not None and len({m.category for m in last}) == size > 1 == len({m.own.instrument for m in last}) and last[0].measure == "satisfaction":
        return []  # 首轮满意率分别为… after two rows of classes: stream by stream, not class by class
    if share and len(reader.axis) == size and sum("letter" in t.tags for t in row[0].left) == 1:
        return []  # 2023年、2024年、2025年, A类占比依次为…: one class along the list, not the classes told before
    turned = [t for t in row[-1].right if t.tags.keys() & {"outcome", "letter"}]
    if turned and rate is None and not percent and last[0].measure == "outcome":
        category = resolve(turned, reader.text) or reader.context.letters.of(turned[-1].tags.get("letter", ""))
        last = [replace(model, category=category, label="".join(t.word for t in turned)) for model in last]  # 分别有24件和31件转为A类
    told = next((t.start for t in row[0].left if "respective" in t.tags), None)
    own = traits_of(row[0].left, reader.context.stream).over(unit_of_row(reader, segment, told) if told else Traits())
    found = []
    for slot, model in zip(row, last, strict=True):
        reading = _copy(reader, slot, model, own, rate, share, percent)
        if reading is None:
            return []
        found.append(reading)
    return found


_THESE_RATES = re.compile(r"(?:这|上述|以上)[两二三2-3][个项]$")  # 2009年, 这两个满意率分别为98.4%和91.2%
_ABOVE = re.compile(r"(?:以上|上述|前述)的?[两三四2-4](?:类|种|项)")  # of the paragraph before
_FOREMOST = re.compile(r"(?:其中)?前(?:[两二三四五2-5])(?:项|类|位|者|个方面|大类)")


def _foremost(history: list[Reading], size: int) -> list[Reading]:
    """其中前两项分别占…: the first ones of the list that was told last."""
    listed: list[Reading] = []
    for reading in reversed(history):
        if listed and (reading.measure, reading.scale) != (listed[-1].measure, listed[-1].scale):
            break
        listed.append(reading)
    return listed[::-1][:size] if len(listed) > size else []


def _last_like(history: list[Reading], size: int, scale: str, mixed: bool = False) -> list[Reading]:
    """The last `size` figures told in a row on one scale; of several measures only where `mixed` (这两项)."""
    found: list[Reading] = []
    for reading in reversed(history):
        if reading.scale != scale or reading.basis == "implied":
            continue
        together = mixed and bool(found) and reading.sentence == found[-1].sentence
        if found and len(found) < size and reading.measure == "received" != found[-1].measure and not together:
            break
        if found and reading.measure != found[-1].measure and not together and not (reading.rule.endswith("_in_row") and found[-1].rule.endswith("_in_row") and reading.sentence == found[-1].sentence):
            if len(found) >= size:
                break
            found = []  # 187件提案中, 三种情况分别为…: the whole said in between
        found.append(reading)
    if scale == "count" and not found:
        return []
    picked = found[:size] if len(found) >= size else []
    return picked[::-1]


def _copy(reader: SentenceReader, slot: Slot, model: Reading, own: Traits, rate: Token | None, share: bool, percent: bool) -> Reading | None:
    from handling.extract.percents import SHARES, includes_basic

    span = slot.quantity.span
    measure, category, label = model.measure, model.category, model.label
    if share:
        if model.measure not in SHARES:
            return None
        measure = SHARES[model.measure]
    elif rate is not None:
        measure, category, label = rate.tags["rate"], rate.tags.get("category", ""), rate.word
    if measure == "satisfaction_rate" and includes_basic(reader.text[max(reader.start, span.start - 24) : span.start]):
        category = "satisfied_or_basic"  # 把基本满意加进去, 则分别是99.0%和99.3%
    narrowed = own.over(model.own.without("unit") if own.instrument or own.unit else model.own)
    return replace(model, measure=measure, value=slot.quantity.value, scale="percent" if percent else "count", start=span.start, end=span.end,
                   rule="row_like_before", own=narrowed, traits=narrowed, category=category, label=label)  # fmt: skip
