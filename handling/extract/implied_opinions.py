"""Opinions and classes that words imply or repeat: 均表示满意 is 100%, 没有不满意件 is 0, 已改评为满意 is the number once more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract.clauses import Segment
from handling.extract.implied_words import GOAL, NOT, implied
from handling.extract.outcomes import resolve
from handling.extract.scope import Reading, Traits, traits_of

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

PLEASED = re.compile(
    r"(?:均|都|全部|一致|全体|皆|普遍)(?:已|对[^,。;]{1,14})?(?:表示|给予|评价为|反馈|为|评为|测评为|感到|反馈为)?(?:(?:充分|高度)?(?:理解|认可|肯定|赞同|支持|赞赏)(?:和|与|、|并(?:表示)?))?[了“]?(?P<class>非常满意|满意(?:或|和|、|及|与)基本满意|基本满意|满意)(?!率|度)|结果(?:均|都|全部)为[“]?(?P<other>满意)(?!率)"
)
ZERO = re.compile(
    r"(?:没有|无|未收到|未出现|未发现|未有)(?P<noun>(?:出现|收到|反馈|一件|任何|发生|存在|有|评价|表示|为|代表|委员|提案人|的|“|反映){0,4})(?P<basic>基本满意(?:件)?(?:和|、|及|与|或|以及))?(?P<what>不满意|[A-D甲乙丙丁][”]?类)"
)
_ZERO = re.compile(
    ZERO.pattern + r"[”]?(?:的)?(?P<tail>件|意见|反馈|情况|评价|提案|建议|意见件|的?代表|的?委员|答复件|办件|现象|$|[,;。、)])"
)


_TURNED = re.compile(r"(?:改评|改为|转为|变为|改评价)(?:为|成)?[“]?(?P<class>基本满意|满意)")


def turned(reader: SentenceReader, segment: Segment) -> list[Reading]:
    """2件不满意的重新办理, 代表已改评为基本满意: the number of those who were not pleased, once more."""
    found = None if segment.slots else _TURNED.search(reader.text, segment.start, segment.end)
    if found is None or GOAL.search(reader.text[segment.start : found.start()]):
        return []
    before = next((r for r in reversed(reader.history) if r.measure == "satisfaction" and r.category == "dissatisfied" and r.value), None)
    if before is None:
        return []
    category = "basic" if found["class"] == "基本满意" else "satisfied"
    again = implied(reader, "satisfaction", before.start, before.end, "pleased_again", Traits(round="final").over(before.own.without("round")), before.value, category)
    again.basis = "stated"
    return [again]


def pleased(reader: SentenceReader, segment: Segment) -> list[Reading]:
    """代表、委员均表示满意."""
    text = reader.text
    if _TURNED.search(text, segment.start, segment.end):
        return []
    found = PLEASED.search(text, segment.start, segment.end)
    if not found or NOT.search(text[segment.start : found.start()][-6:]) or GOAL.search(text[segment.start : found.start()]):
        return []
    words = found["class"] or found["other"]
    both = "基本满意" in words and words != "基本满意"
    category = "satisfied_or_basic" if both else "basic" if words == "基本满意" else "satisfied"
    own = traits_of([t for t in segment.tokens if t.start < found.end()], reader.context.stream)
    before = next((r for r in reversed(reader.readings) if r.measure == "satisfaction" and r.category == "dissatisfied"), None)
    if before is not None and re.search(r"重新|再次|二次|重办|返工|再沟通", text[before.end : found.end()]):
        own = own.over(Traits(round="final"))
        if not both:  # the number of those who were not pleased at first
            again = implied(reader, "satisfaction", before.start, before.end, "pleased_again", own, before.value, category)
            again.basis = "stated"
            return [again]
    elif "改评" in text[segment.start : found.end()] or "转为" in text[segment.start : found.end()]:
        return []
    if category == "basic":
        return []
    objects = sorted({t.tags["object"] for t in segment.tokens if "object" in t.tags and t.end <= found.start()})
    owns = [Traits(object=each).over(own.without("object")) for each in objects] if len(objects) == 2 else [own]
    return [implied(reader, "satisfaction_rate", found.start(), found.end(), "all_pleased", each, category=category) for each in owns]


def zero(reader: SentenceReader, segment: Segment) -> list[Reading]:
    text, context = reader.text, reader.context
    found = _ZERO.search(text, segment.start, min(segment.end + 1, reader.end))
    if not found or GOAL.search(text[segment.start : found.start()]) or re.search(r"不再|杜绝|避免", text[segment.start : found.start()]):
        return []
    if re.search(r"\d|[二三四五六七八九十]+件", found["noun"]):
        return []
    own = traits_of([t for t in segment.tokens if t.start < found.start()], context.stream)
    end = found.end("what") + (len(found["tail"]) if found["tail"] not in ",;。、)" else 0)
    if found["what"] == "不满意":
        classes = ("basic", "dissatisfied") if found["basic"] else ("dissatisfied",)
        return [implied(reader, "satisfaction", found.start(), end, "none_dissatisfied", own, 0, each) for each in classes]
    letter = {"甲": "A", "乙": "B", "丙": "C", "丁": "D"}.get(found["what"][0], found["what"][0])
    return [implied(reader, "outcome", found.start(), end, "no_such_class", own, 0, context.letters.of(letter))]


NO_SUCH = re.compile("没有|无|未出现|未有")
_NO_SUCH = re.compile(r"(?:没有|无|未出现|未有)(?:一件|被|列为|属于|需要?|“)?$")


def no_outcome(reader: SentenceReader, segment: Segment) -> list[Reading]:
    """没有留作参考的, 无暂时难以解决的提案: 0 of that class."""
    text, marks = reader.text, [t for t in segment.tokens if "outcome" in t.tags and "weak" not in t.tags]
    if not marks or segment.slots or not re.match(r"[”]?的?(?:件|提案|建议|情况)?$", text[marks[-1].end : segment.end]):
        return []
    found = _NO_SUCH.search(text, segment.start, marks[0].start)
    category = resolve(marks, text)
    if not found or category != "deferred" or not any(r.measure == "outcome" for r in reader.history):
        return []
    return [implied(reader, "outcome", found.start(), marks[-1].end, "no_such_class", Traits(), 0, category)]
