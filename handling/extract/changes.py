"""One thing counted in several years: A类件2022年为96件，2023年为108件; B类件由2023年的18件增加到24件; 代表建议，2019年为77件，2020年为84件."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract.clauses import Segment, Slot
from handling.extract.count_reading import count_of
from handling.extract.lexicon import Token
from handling.extract.outcomes import resolve, run_before
from handling.extract.scope import NOTHING, Reading, Traits
from handling.extract.years import THIS

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

_STREAM_COUNTS = ("received", "filed", "answered", "completed")
_FROM = re.compile(r"[件的]?(?:由|从)$")
_IN_YEAR = re.compile(r"(?:的|为|有|是|达到?|增[加长]?[至到]|升[至到]|降[至到])?")
_LEAD = re.compile(r"(?:[,、而]|到了?|至)*")
_TO = re.compile(r"件?,?(?:增加|上升|增长|提高|减少|下降|降低|增|升|降|减)了?(?:[至到]|为)")
_STREAM = re.compile(r"(?:建议|提案|议案)的?(?:件数|数量|总数|总量)?(?:持续|逐年|逐步|不断|稳步|稳中)?(?:增加|增长|上升|减少|下降|递增|有升)?$")


_COMPARED = re.compile(r"(?:与|和|同|较|比)(?:(20\d\d)年|去年|上年|上一年)度?(?:同期)?(?:相比|比较|相较|对比|比),")
_AGAIN = re.compile(r"(?:重新|再次|二次)办理|(?:回炉|返工)")
_CHANGES = re.compile(r",?(?:增加|上升|增长|提高|提升|减少|下降|降低|增|升|降|减)了?(?:[至到]|为)")


def moved_from(reader: SentenceReader, slot: Slot) -> Traits | None:
    """Whose the first of two numbers is, 立案提案由195件增加到204件: of the year compared with, or of the first round; None where the sentence tells neither."""
    text, start = reader.text, slot.quantity.span.start
    if text[start - 1] not in "由从" or not _CHANGES.match(text, slot.quantity.end):
        return NOTHING
    if found := _COMPARED.search(text, reader.start, slot.start):
        return Traits(year=found[1] or "-1")
    if _AGAIN.search(text, reader.start, start):
        return Traits(round="first")
    return NOTHING if any("time" in t.tags or "round" in t.tags for s in reader.segments for t in s.tokens if t.end <= slot.end) else None


def moved_to(reader: SentenceReader, last: Reading, slot: Slot) -> Traits:
    """重新办理后, 满意率由95%提高到98%: what `last` was before they were handled again, its neighbour is after."""
    again = last.own.round == "first" and _CHANGES.fullmatch(reader.text[last.end : slot.quantity.span.start].removeprefix("%"))
    return Traits(round="final") if again else NOTHING


def by_change(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None) -> Reading | None:
    """The class or the stream that a list of years counts, each number of its own year."""
    text, place, last = reader.text, slot.quantity.span.start, reader.readings[-1] if reader.readings else None
    if slot.quantity.unit != "件" or (slot.left and slot.left[0].start >= place):  # a number further on in a row, whose words were moved to it
        return None
    if last is not None and last.rule == "class_from" and last.start >= segment.start and _TO.fullmatch(text, last.end, place):
        return count_of(reader, slot, "outcome", "class_to", category=last.category, label=last.label, letter=last.letter, own=last.own.without("year"))
    if last is not None and last.measure in _STREAM_COUNTS and (last.own.year or last in reader.undated) and last.start >= segment.start and _TO.fullmatch(text, last.end, place):
        return count_of(reader, slot, last.measure, "changed_to", own=last.own.without("year"))  # 主办件由2021年的61件增加到67件
    year = next((t for t in slot.left if t.tags.get("year") and _IN_YEAR.fullmatch(text, t.end, place)), None)
    beside = last is not None and last.measure == "outcome" and last.scale == "count" and not last.own.year and last.end >= reader.previous_start(segment, 2)
    if year is not None and beside and last is not None and re.fullmatch(r"[,、]?(?:比|较|而)?", text[slot.start : year.start]):
        own = last.own.over(Traits(year=year.tags["year"]))  # 属于A类的62件, 比2020年的55件多7件
        return count_of(reader, slot, "outcome", "class_of_year", category=last.category, label=last.label, letter=last.letter, own=own)
    if year is not None and _LEAD.fullmatch(text, slot.start, year.start):
        return _of_next_year(reader, segment, slot, year, last)
    end = year.start if year is not None else place
    moved = _FROM.search(text, slot.start, end)
    known = next((r.own.year for r in reversed(reader.readings) if r.rule == "class_from"), "") if moved else ""
    if year is None and not known:
        return None  # B类件由9件减少到6件: of the year that the class before it came from
    run = run_before([t for t in slot.left if t.end <= end], text, moved.start() if moved else end)
    if not run or not any("letter" in t.tags or "weak" not in t.tags for t in run):
        return None
    letter = next((t.tags["letter"] for t in reversed(run) if "letter" in t.tags), "")
    said = Traits(year=year.tags["year"] if year is not None else known)
    return count_of(reader, slot, "outcome", "class_from" if moved else "class_of_year", category=resolve(run, text) or reader.context.letters.of(letter),
                    label=text[run[0].start : run[-1].end], letter=letter, own=said)  # fmt: skip


def _of_next_year(reader: SentenceReader, segment: Segment, slot: Slot, year: Token, last: Reading | None) -> Reading | None:
    said = Traits(year=year.tags["year"])
    listed = last is not None and (last.rule in ("class_of_year", "stream_of_year") or (last.measure in _STREAM_COUNTS and last.own.year not in ("", *THIS)))
    if last is not None and listed and slot.start - last.end <= 3:
        return count_of(reader, slot, last.measure, last.rule, category=last.category, label=last.label, letter=last.letter, own=last.own.without("year").over(said))
    before = reader.previous_segment(segment)
    if last is None and before is not None and segment.mark in (",", ":") and not before.slots and _STREAM.search(reader.previous_text(segment)):
        return count_of(reader, slot, "received", "stream_of_year", own=said)
    return None
