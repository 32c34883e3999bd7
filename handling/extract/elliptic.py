"""Percentages whose measure was said before: 委员为98.2%, 2020年为57.9%, 较上年的98.1%, 罗川县55.6%."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract import adjacency
from handling.extract.changes import moved_to
from handling.extract.clauses import Segment, Slot
from handling.extract.lexicon import Token
from handling.extract.percent_reading import reading_of, share_of_run
from handling.extract.scope import Reading, Traits, traits_of
from handling.extract.unit_rows import units_listed

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

_SAME_FIGURE = re.compile(r"(?:这一?|该|此|同一)(?:个)?(?:比率|比例|数字|指标|数据|数值)")
_SHARE_ASKED = re.compile(r"(?:占比|比例|比重)(?:来?看|上|方面)?$")


def _of_unit(reader: SentenceReader, slot: Slot) -> list[Reading]:
    """个别单位满意率偏低, 区城管局88.4%、河西街道89.2%: the rate was named before, the units one by one."""
    text, place = reader.text, slot.quantity.span.start
    unit = adjacency.unit_words(text, slot.start, place) or adjacency.place_words(text, slot.start, place)
    if not reader.waiting or not unit or not text[slot.start : place].lstrip("、和及其中有是").startswith(unit):
        return []
    rate = reader.waiting[-1]
    return [reading_of(reader, slot, rate.tags["rate"], "rate_of_unit", rate.tags.get("category", ""), rate.word, Traits(unit=unit))]


_ALL_ARE = re.compile(r"(?:都|均|也|全部)+(?:是|为|达到?)?$")
_ONLY_TRAITS = {"time", "agent", "instrument", "body", "qualifier", "object", "role", "compare", "reach", "respective", "total", "month",
                 "year", "period", "step", "weak", "all", "rest", "reform", "among"}  # fmt: skip


def elliptic(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None) -> list[Reading]:
    """委员为98.2%, 2020年为57.9%, 较上年的98.1%, 罗川县55.6%: the measure is that of the percentage before."""
    text = reader.text
    if reader.last_run and segment.mark == "," and _SHARE_ASKED.search(reader.previous_text(segment)) and any(t.tags.keys() & {"instrument", "year"} for t in slot.left):
        return [share_of_run(reader, slot, reader.last_run, "share_asked")]  # A类占比, 建议为63.4%, 提案为66.9%
    pointed = _SAME_FIGURE.search(text, slot.start, slot.quantity.span.start)
    last = next((r for r in reversed(reader.readings) if r.scale == "percent" and (r.basis == "stated" or not pointed)), None)
    if last is None and pointed:
        last = next((r for r in reversed(reader.history) if r.scale == "percent" and r.basis == "stated"), None)
    if last is None:
        return _of_unit(reader, slot)
    gap = text[slot.start : slot.quantity.span.start]
    for token in sorted(slot.left, key=lambda t: -t.start):
        gap = gap[: token.start - slot.start] + gap[token.end - slot.start :]
    if reader.context.head.kind != "bureau" and (pair := units_listed(_ALL_ARE.sub("", text[slot.start : slot.quantity.span.start]))):
        return [reading_of(reader, slot, last.measure, "same_measure", last.category, last.label, Traits(unit=each).over(last.own), letter=last.letter) for each in pair]
    unit = adjacency.unit_words(text, slot.start, slot.quantity.span.start) or adjacency.place_words(text, slot.start, slot.quantity.span.start)
    gap = gap.replace(unit, "") if unit else gap
    if any(not (t.tags.keys() <= _ONLY_TRAITS) for t in slot.left if "share" not in t.tags or "例" not in t.word) or re.sub(
        r"[后升降的为是则由从到至达了与比和、及这一比例率该项指标数字同期也均再又,百分之由各最高低]", "", gap
    ):
        return []
    years = [t.tags["year"] for t in slot.left if t.tags.get("year")]
    if len(years) > 1 and any("all" in t.tags for t in slot.left):  # 2023年和2024年均为100%
        told = last.own.without("unit", "month")
        return [reading_of(reader, slot, last.measure, "same_measure", last.category, last.label, Traits(year=year).over(told.without("year")), letter=last.letter) for year in years]
    own = traits_of(slot.left, reader.context.stream)
    if unit:
        own = own.over(Traits(unit=unit))
    if own == Traits() and not pointed:
        if not re.fullmatch(r"[由从到至达了为、和及与则也是百分之]*", gap) or not (slot.left or gap or not slot.first):
            return []
        if slot.first and not slot.left and (segment.mark != "," or not re.search(r"[最高低类]", reader.previous_text(segment))):
            return []
    return [reading_of(reader, slot, last.measure, "same_measure", last.category, last.label, own.over(moved_to(reader, last, slot), last.own.without("unit", "year", "month")),
                       letter=last.letter)]  # fmt: skip
