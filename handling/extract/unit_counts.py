"""How many units handle: 41个单位承办, 涉及承办单位44个, 58个单位主办."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract import adjacency
from handling.extract.clauses import Segment, Slot
from handling.extract.count_reading import count_of
from handling.extract.scope import Reading, Traits, traits_of
from handling.vocabulary.patterns import searching

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

_UNIT_NOUN = searching(
    r"(?:[省市州县区旗]?直?)?(?:(?P<role>承办|主办|会办|协办|责任|牵头|成员)?(?:部门和?单位|单位和?部门|单位|部门)|[局委办]{1,2}(?=承办|办理)|街道|乡镇|镇街|镇办|[市县]\([州市县区旗、]{1,3}\)(?:人民)?政府|市州(?:人民)?政府|市县(?:人民)?政府|[市州县](?:人民)?政府|县市(?=办理|承办|主办)|县市政府|县市区|县区政府)(?!的?(?:答复|复函|因|在|被|未|存在|会商|联合|联动))"
)
_ALL_OF_THEM = re.compile(r"(?:经过|通过|依靠|与|和|同|交由?|涉及|分解到|分解落实到|落实到|落到|分到|交给|压到|明确到|全[省市州县区旗盟]|共|共有)$")  # 与41个承办单位的负责人签订责任书
_CHANGED_TO = re.compile(r"[个家](?:单位|部门)?(?:增加|增|扩大|扩展|减少|上升|下降|减|压缩)[到至为](?:20\d\d年的?)?")  # 由2017年的61家增加到2021年的74家
_IN_YEAR = re.compile(r"[,、]?(?:而|较)?(?:去年|上年|20\d\d年)度?(?:为|是|有)?")
_NAMED = re.compile(r"[^,;。、和]{1,14}[局委办院镇乡道](?:[、和][^,;。、和]{1,14}[局委办院镇乡道])+等?$")  # 区住建局、区民政局2个单位: these two alone
_HANDLE_THEM = re.compile(r"(?:承办|主办)?(?:单位|部门|机关)?(?:分别|具体|共同|研究)?(?:承办|办理|主办|负责办理|协办|会办)")
_VISITED = re.compile(r"(?:走访|回访|督查|检查|评议|约谈|调研|抽查|座谈|视察|考核|表彰|测评|通报批评|通报表扬)(?:了)?(?:相关|有关|重点|部分)?$")  # 走访承办单位31家: not all that handle
_LOOKED_INTO = re.compile(r"[^,;。]{1,16}(?:进行|开展|组织)了?[^,;。]{0,4}(?:评议|检查|督查|调研|视察|测评|考核|约谈|座谈|回访)")
_PASSED_THROUGH = re.compile(r"(?:涉及|深入|覆盖|惠及|到|赴)(?:了)?(?:全[省市县区州旗])?$")
_ROW = re.compile(r"(?:[、和与及]\d+[个家])+")  # 29个和35个单位
_HANDLES = re.compile(r"承办|(?:具体|分别)负责|办理|主办|会办|协办|承担|交办|分解|分到|分给|分送|涉及|交由|落到|落实到|分派|交办|分别交|研究办理")


def units(reader: SentenceReader, segment: Segment, slot: Slot) -> list[Reading]:
    """41个单位承办, 涉及承办单位44个, 58个单位主办."""
    text, chain = reader.text, adjacency.before(slot, reader.text)
    last = reader.readings[-1] if reader.readings else None
    if last and last.measure == "units" and last.start >= segment.start and _CHANGED_TO.fullmatch(text, last.end, slot.quantity.span.start):
        return [count_of(reader, slot, "units", "units_changed_to", label=last.label)]
    if last and last.measure == "units" and slot.start - last.end <= 6 and _IN_YEAR.fullmatch(text, slot.start, slot.quantity.span.start):
        return [count_of(reader, slot, "units", "units_of_year", own=traits_of(slot.left, reader.context.stream).over(last.own), label=last.label)]  # 2021年为44个
    if slot.quantity.spelled and len({r.traits.unit for r in reader.readings} - {""}) == slot.quantity.value:
        return []  # 县教育局34件、县住建局29件, 两家单位合计…: the ones just named
    near = adjacency.naming(chain)
    behind = _ROW.match(text, slot.quantity.end, segment.end)
    if re.search(r"(?:较[重多大]|最[重多大]|靠[前后]|居[前后]|列[前后]|其余|其他|排名[前后])的?$", text[slot.start : slot.quantity.span.start]):
        return []  # 主办任务较重的七家单位: a few of them
    if re.search(r"[局委办镇乡院道]等$", text[slot.start : slot.quantity.span.start]) and not _HANDLE_THEM.match(text, slot.quantity.end):
        return []  # 县经信局、县交通局等11个单位把…
    named = _NAMED.search(text, slot.start, slot.quantity.span.start)
    if named and len(re.findall("[、和]", named[0])) + 1 == slot.quantity.value:
        return []
    if re.search(r"[局委办镇乡院]等?$", text[slot.start : slot.quantity.span.start]) and re.match(r"[^,;。]{0,8}(?:办理)?(?:情况|进展)", text[slot.quantity.end :]):
        return []
    if _LOOKED_INTO.match(text, slot.quantity.end) and "对" in text[segment.start : slot.quantity.span.start]:
        return []  # 对住建、交通、环保3个部门办理工作进行评议
    if re.search(r"(?:参加|参与|接受|列入)[^,;。]{1,8}的$", text[slot.start : slot.quantity.span.start]):
        return []  # 参加评议的四家单位: some of them
    follow = _UNIT_NOUN.match(text, behind.end() if behind else slot.quantity.end, segment.end if behind else slot.end)
    around = text[segment.start : segment.end]
    tail = text[slot.quantity.end : segment.end]
    left = near if near and "units" in near.tags else None
    if _VISITED.search(text, slot.start, left.start if left else slot.quantity.span.start):
        return []
    if follow and reader.context.head.kind == "bureau" and follow.group() in ("乡镇", "街道", "镇街", "镇办") and _PASSED_THROUGH.search(text, slot.start, slot.quantity.span.start):
        return []  # 公路建设涉及14个乡镇
    if text.startswith("次", slot.quantity.end):
        return []  # 调整承办单位21家次
    if (left is None and follow is None) or not slot.quantity.exact or any("sample" in t.tags for t in slot.left):
        return []
    if follow and re.match(r"的?负责人", text[follow.end() :]) and follow["role"] != "承办":
        return []
    explicit = left or (follow and follow["role"])
    if not explicit and not (_HANDLES.search(around) or (not slot.first and reader.readings and reader.readings[-1].measure == "units")):
        return []
    if (
        follow
        and not left
        and not (follow["role"] == "承办" and _ALL_OF_THEM.search(text, slot.start, slot.quantity.span.start))
        and not re.match(
            r"$|[,、;。和与及等(]|承办|去办|分头办|办理|主办|会办|协办|承担|交办|研究|负责|分别|均|都|也|全部|全都|共同|具体|政府|为|是|参与|首次|牵头|配合|参加|协同|协助|齐抓|已|于|在|接件|接到|“?一把手|分头|主要领导|主要负责人|高度重视|逐件|按照|坚持|[把将]|头上|名下|手上|有(?=[主会承协]办任务)|\d{1,2}月|截至|按", text[follow.end() : segment.end]
        )
    ):
        return []
    words = (left.word if left else follow.group() if follow else "") + tail
    role = "lead" if re.match(r"[^,]{0,9}主办|[^,]{0,6}牵头", words) else "joint" if re.match(r"[^,]{0,9}(?:会办|协办|配合)", words) else ""
    own = traits_of([t for t in slot.left if "role" not in t.tags], reader.context.stream).over(Traits(role=role))
    if follow and _HANDLE_THEM.match(text, slot.quantity.end) and not own.instrument:
        handled = [t for t in segment.tokens if t.start >= slot.end and t.tags.keys() & {"instrument", "body"}][:2]
        own = own.over(traits_of(handled, reader.context.stream))  # 32个单位承办代表建议118件
    reading = count_of(reader, slot, "units", "units", own=own, label=left.word if left else follow.group() if follow else "")
    return [reading]
