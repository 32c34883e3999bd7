"""The rate words that one percentage is said of: 见面率、答复率、满意率均为100%."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract.clauses import Segment, Slot
from handling.extract.lexicon import Token

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

_OTHER_RATES = re.compile(r"(?:[、和与及][\u4e00-\u9fff]{1,8}率){1,3}(?:均|都|全部|双双|皆|也|为|达到?|是|实现|保持在?|继续|稳定在|“|[两三四]个){1,4}")
_BARE = re.compile(r"[为达到是升至提高增加了的]{0,12}|(?:分别|依次)[为达到是]{0,2}")


def rates_of(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token]) -> list[Token]:
    """The rate words that this number is said of: the list right before it, and lists waiting from earlier segments."""
    last = next((t for t in chain if "rate" in t.tags), None)
    if last is None and (named := [t for t in slot.left if "rate" in t.tags]):
        last = named[-1] if _OTHER_RATES.fullmatch(reader.text, named[-1].end, slot.quantity.span.start) else None
    if last is None:
        both = any("both" in t.tags or "all" in t.tags for t in chain)
        bare = all(t.tags.keys() & {"reach", "time", "respective"} for t in slot.left) and _BARE.fullmatch(
            reader.text, max([slot.start, *(t.end for t in slot.left if "time" in t.tags)]), slot.quantity.span.start
        )
        return reader.waiting if reader.waiting and (both or (bare and len(reader.waiting) == 1)) else []
    found, place = [last], last.start
    for token in reversed([t for t in slot.left if t.end <= last.start and t is not last]):
        if not re.fullmatch(r"[、和与及以,等“”双三个项的]{0,4}(?:[\u4e00-\u9fff]{1,4}率[、和与及]){0,3}", reader.text[token.end : place]):
            break
        if "rate" in token.tags:
            found.append(token)
            place = token.start
        elif token.tags.keys() & {"instrument", "agent", "object", "body"}:
            place = token.start  # 提案的办复率和建议的办复率, 见面率、办理态度满意率
        elif "both" not in token.tags:
            break
    found = found[::-1]
    if reader.waiting and (segment.mark in ",、" and (len(found) > 1 or any(t.tags.keys() & {"all", "both"} for t in chain))):
        found = reader.waiting + found
    return found


def with_basic(rates: list[Token]) -> list[Token]:
    """满意率和基本满意率达100%: one number for both can only be their sum."""
    plain = next((t for t in rates if t.tags["rate"] == "satisfaction_rate" and not t.tags["category"]), None)
    basic = next((t for t in rates if t.tags["rate"] == "satisfaction_rate" and t.tags["category"] == "basic"), None)
    if plain is None or basic is None:
        return rates
    both = Token(plain.start, basic.end, plain.word + "和" + basic.word, {**plain.tags, "category": "satisfied_or_basic"})
    return [both if t is plain else t for t in rates if t is not basic]


_HUNDREDS = re.compile(r"(?:(?:实现|做到|达到|确保)了?|[,、;:的]|^)(?P<names>[^,;。率\d]{2,12}(?:[、和与][^,;。率\d]{2,12}){1,3}?)(?:的|均为|均达到|这)*(?P<many>[两二三四])个[“]?$")
_WORK = (("on_time_rate", "按期|按时|限时"), ("meeting_rate", "见面|面商|沟通|走访|面谈"), ("answer_rate", "答复|办复|回复"),
         ("completion_rate", "办结|办理完毕"), ("satisfaction_rate", "满意"))  # fmt: skip


def named_hundreds(text: str, start: int, place: int) -> list[tuple[str, str]]:
    """实现了沟通见面、办理答复两个百分之百: (measure, words) of each thing done that is named; [] unless there are as many as are said."""
    words = text[max(start, place - 48) : place].removesuffix("百分之")
    found = _HUNDREDS.search(words) if words.rstrip("“").endswith(("两个", "二个", "三个", "四个")) else None
    names = re.split("[、和与]", found["names"]) if found else []
    if not found or len(names) != {"两": 2, "二": 2, "三": 3, "四": 4}[found["many"]]:
        return []
    told = [(next((measure for measure, words in _WORK if re.search(words, name)), ""), name) for name in names]
    return told if all(measure for measure, _ in told) else []
