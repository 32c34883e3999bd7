"""Ranks in an assessment: 全市考核排名第3位, 城镇新增就业第2位."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from handling.extract.clauses import Segment, Slot
from handling.extract.scope import Reading, Traits, traits_of
from handling.vocabulary.topics import class_of_label

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

_ASSESSED = re.compile(r"考核|排名|位次|考评|评比|测评排|通报排")
_FORECAST = re.compile(r"预计|预期|力争|争取|确保|有望|目标")
_OVERALL = re.compile(r"综合|总分|总成绩|总排名|总体")
_IS_UNIT = re.compile(r"(?:的)?(?:分别|依次)?[是为:](?P<unit>[\u4e00-\u9fff]{2,20}?[省市县区州旗镇乡局委办厅院部会道司])(?=[,;。、(]|$)")  # 第1位为县水务局
_FIELD = re.compile(
    r"(?P<field>[\u4e00-\u9fff、]{2,16}?)(?:考核|工作)*(?:在?全[省市州县区国])?(?:考核)?(?:排名|位居|位列|名列|排在|排位|列|居|排)*(?:全[省市州县区国])?(?:第)?$"
)


def read_rank(reader: SentenceReader, segment: Segment, slot: Slot) -> list[Reading] | str:
    """The rank that a 第N位 states, with its field of work in `label`."""
    text, context, quantity = reader.text, reader.context, slot.quantity
    sentence = text[reader.start : reader.end]
    named = any("rank" in t.tags for t in segment.tokens) or bool(re.search(r"排名|位次|考核", sentence))
    if not named or not _ASSESSED.search(sentence):
        return "order"
    if text.startswith("方", quantity.end):
        return "order"  # 第三方评估
    if _FORECAST.search(text[reader.start : quantity.span.start]) or quantity.unit not in ("位", "名", ""):
        return "order"
    left = text[slot.start : quantity.span.start]
    if re.search(r"承办量|数量|增速|增幅", left):
        return "order"
    own = traits_of([t for t in slot.left if "time" in t.tags], context.stream)
    label = _label(reader, slot, left)
    whose = _IS_UNIT.match(text, quantity.end, reader.end)
    if whose:
        own = own.over(Traits(unit=whose["unit"]))
    last = reader.readings[-1] if reader.readings and reader.readings[-1].measure == "rank" else None
    if last and re.fullmatch(r"[,、]?(?:\d{1,2}月份?|去年同期|上月|上年)(?:为|是|列|居)?第?", left):  # 综合排名第4位, 8月份为第5位
        return [replace(last, value=quantity.value, start=quantity.span.start, end=quantity.span.end, traits=own, own=own.over(Traits(instrument="key_work")))]
    category = "" if _OVERALL.search(left) or not label else class_of_label(label)
    return [Reading(measure="rank", value=quantity.value, scale="rank", start=quantity.span.start, end=quantity.span.end, rule="rank",
                    traits=own, own=own.over(Traits(instrument="key_work")), category=category, label=label)]  # fmt: skip


def _label(reader: SentenceReader, slot: Slot, left: str) -> str:
    words = re.sub(r"^[,;、其中和,]+|第$", "", left)
    found = _FIELD.fullmatch(words)
    field = found["field"] if found else ""
    field = re.sub(
        r"^(?:其中|全[省市州县区国]|我[省市州县区]|去年同期|[^\u4e00-\u9fff]+)+|(?:全[省市州县区国])?(?:综合)?(?:考核|排名|考评)+$", "", field
    )
    if field and not re.search(r"[州市县区]$|考核|排名|综合|本区|我区", field) and class_of_label(field):
        return field
    return reader.context.label
