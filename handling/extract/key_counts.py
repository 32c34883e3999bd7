"""Counts of key items: 重点提案12件, 主席会议成员督办的8件, 8位副市长分别领办9件."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract.clauses import Segment, Slot
from handling.extract.count_reading import count_of
from handling.extract.lexicon import Token
from handling.extract.scope import Reading, Traits

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

_WHO = r"(?:主席会议|主任会议|主席|主任|领导|常委会|党组|市长|县长|区长|州长|省长|书记|局长|厅长|班子)(?:成员|同志)?(?:们)?"
_LED = re.compile(rf"[^,;。]{{0,16}}?(?:建议|提案)?,?(?:由|确定由)[^,;。]{{0,16}}{_WHO}[^,;。]{{0,6}}(?P<word>领衔督办|领办|督办|领衔|包案|牵头办理)")
_NEXT_KEY = re.compile(r"件?,(?:[省市县区州旗盟]级?)?政协提案(?:有|为)?|件?(?:代表|人大代表)?(?:建议)?[、和与及]+(?:以及)?(?:[省市县区州旗盟]级?)?(?:政协|委员|政协委员|代表|人大代表)?(?:提案|建议)(?:有|为)?")  # 重点督办建议8件、提案10件
_OF_KEYS = re.compile(r"件?[,(](?:其中|包括|含|分别为|分别是)?(?:代表|人大代表)?(?:建议|(?:政协|委员|政协委员)?提案)")  # 重点建议提案16件, 包括建议7件、提案9件
_LEADS = re.compile(rf"{_WHO}[^,;。]{{0,6}}(?P<word>领衔督办|领办督办|督办|领办|领衔办理|包案)(?:了|的|重点)*(?:建议|提案|共|有)*$")


_OF_AN_OFFICE = re.compile(r"[办局厅委部”](?:的|交办)?$")  # 市“两违”办督办件28件: what an office presses for
_HEADED = re.compile(r"(?:列为|确定为|定为|选为|作为)重点(?:督办|办理)?的(?:件)?$")
_AMONG_KEY = re.compile(r"重点(?:督办|办理|交办)?的?(?:建议|提案|件)(?:提案|建议)?[中里]$")  # 领办的重点件中, 建议有9件
_CHOSEN = re.compile(r"(?P<word>重点(?:督办|办理|处理)?)(?:的)?(?:代表)?(?:建议|提案|件)(?:共)?(?:确定|筛选|遴选|选定|明确)(?:为|了|出)?$")


def by_key(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None) -> Reading | None:
    """重点提案12件, 由主席会议成员督办的8件, 选取6份作为重点提案."""
    token = near if near and "key" in near.tags else behind if behind and "key" in behind.tags else None
    if token is None and slot.quantity.unit == "件" and near and (near.tags.keys() & {"instrument"}):
        token = next((t for t in chain[:4] if "key" in t.tags), None)
    led = None
    if token is None and slot.quantity.unit == "件" and (led := _LED.match(reader.text, slot.quantity.end, segment.end)):
        token = Token(led.start(), led.end(), led.group("word"), {"key": "key"})
    led = led or _LEADS.search(reader.text, slot.start, slot.quantity.span.start)
    if token is None and slot.quantity.unit == "件" and led:
        token = Token(led.start(), led.end(), led.group("word"), {"key": "key"})
    if token is None and slot.right and reader.context.counts_items(slot.quantity.unit):
        token = next((t for t in slot.right if "key" in t.tags and t.word.startswith("重点")), None)
    if token is None and (chosen := _CHOSEN.search(reader.text, slot.start, slot.quantity.span.start)):
        token = Token(chosen.start(), chosen.end(), chosen["word"], {"key": "key"})
    last = reader.readings[-1] if reader.readings else None
    if token is None and near and "instrument" in near.tags and segment.mark == "," and slot.first and _HEADED.search(reader.previous_text(segment)):
        token = Token(slot.start, slot.start, "重点", {"key": "key"})  # 其中列为重点的, 县人大代表建议8件
    if token is None and segment.mark == "," and slot.quantity.unit == "件" and (among := _AMONG_KEY.search(reader.previous_text(segment))):
        token = Token(slot.start, slot.start, among[0][:2], {"key": "key"})
    if token is None and last and last.measure == "key" and (
        _NEXT_KEY.fullmatch(reader.text, last.end, slot.quantity.span.start)
        or (slot.quantity.value < last.value and _OF_KEYS.fullmatch(reader.text, last.end, slot.quantity.span.start))
    ):
        token = Token(last.start, last.end, last.label, {"key": "key"})
    if token is None or not (slot.quantity.unit in ("个", "项", "份") or reader.context.counts_items(slot.quantity.unit)):
        return None
    if slot.quantity.unit == "个" and not re.match(r"(?:重点[\u4e00-\u9fff]{2,4})?(?:$|[由,均已全进])", reader.text[slot.quantity.end : slot.end]):
        return None
    if token.word == "督办件" and _OF_AN_OFFICE.search(reader.text, segment.start, token.start):
        return None
    if "领" in token.word and slot.quantity.unit != "件":
        return None
    reading = count_of(reader, slot, "key", "key_items", label=token.word)
    reading.own = reading.own.over(_stream_of_leader(reader.text[slot.start : slot.quantity.span.start]))
    return reading


def _stream_of_leader(words: str) -> Traits:
    """市人大常委会主任督办件5件: a congress watches over suggestions, a CPPCC over proposals."""
    congress, cppcc = "人大" in words or "主任会议" in words, "政协" in words or "主席会议" in words
    return Traits(instrument="suggestion" if congress else "proposal") if congress != cppcc else Traits()
