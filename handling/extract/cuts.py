"""Counts that are only a part of their stream by a cut that no column tells: 独办 inside 主办, 闭会期间, by proposer, by channel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract import adjacency
from handling.extract.clauses import Slot
from handling.extract.lexicon import Token
from handling.extract.scope import Reading, Traits

if TYPE_CHECKING:
    from handling.extract.context import Context
    from handling.extract.sentence import SentenceReader

_WITHIN = re.compile(r"\((?:其中)?(?:含|包括|包含)[\u4e00-\u9fff、]{0,6}$")  # 主办(含独办、分办)205件 is the whole of 主办
_PUT_FORWARD = re.compile(r"(?:党派|团体|界别|委员|工商联|专委会|专门委员会|集体|个人|联名|小组)[^,;。]{0,12}?(?:提出|提交|提案)(?:的|有|共)*$")
_OTHER_PROPOSERS = re.compile(r"(?:集体|党派|界别|团体|专委会|专门委员会|联名|工商联)[^,;。]{0,8}提案")


def cut_off(context: Context, reader: SentenceReader, slot: Slot, reading: Reading, own: Traits) -> Traits:
    """Parts by a cut that no column tells: 独办 inside 主办, 参阅, 闭会期间, a channel, 按期办结 inside 办结."""
    text = reader.text[reader.start : reader.end]
    words = [*adjacency.before(slot, reader.text)[:3], *adjacency.after(slot, reader.text)[:2]]
    part = own.part
    if reading.measure == "received":
        inside = re.search(r"(?:主办|牵头)(?:件|的|提案|建议)*[中里](?:[^,;。\d]{0,6}|,有?)$", reader.text[max(reader.start, slot.start - 12) : slot.quantity.span.start])
        plain = not inside and any(t.tags.get("role") == "lead" and "sole" not in t.tags for t in words)
        if any("sole" in t.tags and not _WITHIN.search(reader.text, slot.start, t.start) for t in words) and not plain and re.search(r"主办|牵头|主承办|分办", text):
            part = "yes"
        if any(t.tags.get("role") == "reference" for t in words) or any("channel" in t.tags for t in slot.left):
            part = "yes"
        if any("handover" in t.tags for t in slot.left) and "hotline" in (
            own.instrument,
            reader.said.instrument,
            context.paragraph.instrument,
            context.stream,
        ):
            part = "yes"
        if any("同口径" in t.word for t in slot.left):
            part = "yes"
    put_forward = _PUT_FORWARD.search(reader.text, slot.start, slot.quantity.span.start)
    if reading.measure == "received" and reader.filed and (put_forward or any("proposer" in t.tags or t.word == "委员提案" for t in words)):
        reading.measure = "filed"
        part = "yes" if put_forward else part
    if reading.measure in ("received", "filed") and any(t.word == "委员提案" for t in words) and _OTHER_PROPOSERS.search(text):
        part = "yes"
    last = reader.readings[-1] if reader.readings else None
    if reading.measure == "filed" and last is not None and last.measure == "received" and last.own.part and not reader.filed and reading.value <= last.value:
        part = "yes"  # 大会期间收到326件, 立案301件; 闭会后收到12件, 立案10件
    if reading.measure == "received" and last is not None and last.own.part and last.start >= reader.start and put_forward:
        part = "yes"  # 代表联名提出的36件, 代表个人提出的52件
    told = [*slot.left, *words]
    if reading.measure in ("received", "filed") and any("proposer" in t.tags for t in told) and _cut_by_proposer(text, told):
        part = "yes"
    if reading.measure in ("completed", "answered") and any(
        g.value == reading.value and g.traits.part and g.traits.instrument == "hotline" for g in context.groups
    ):
        part = "yes"
    if reading.measure in ("completed", "answered") and reading.rule == "verb_before":
        earlier = any(r.measure == reading.measure and r.depth == 0 for r in reader.readings)
        if any("handover" in t.tags for t in slot.left) or (earlier and any("ontime" in t.tags for t in slot.left)):
            part = "yes"
    return own.over(Traits(part=part)) if part else own


_ALL_PROPOSERS = re.compile(
    r"委员(?:、|和|及|与|以及)[^,;。\d]{0,14}(?:党派|团体|界别|专委会)[^,;。\d]{0,6}(?:提交|提出)?的?提案|(?:党派|团体|界别|专委会)[^,;。\d]{0,12}(?:、|和|及|与|以及)[^,;。\d]{0,8}委员(?:提交|提出)?的?提案"
)  # 委员和各党派团体提案: everybody's


def _cut_by_proposer(text: str, told: list[Token]) -> bool:
    if _ALL_PROPOSERS.search(text):
        return False
    words = {t.word for t in told if "proposer" in t.tags}
    meeting = any(re.search(r"会议期间|大会|会上|会中|会前", word) for word in words)
    if meeting and any(re.search(r"闭会|平时|会后|会下", word) for word in words):
        return False  # 大会期间和闭会期间共提出: all of them
    if meeting and re.search(r"期间(?:和|及|与|、|以及)[^,。]{0,4}闭会", text):
        return False
    return bool(re.search(r"闭会|平时|会后|会下", text)) if meeting else True
