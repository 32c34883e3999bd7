"""Whom and what a rate speaks of: the proposers of this handling, or families, firms, other offices' work and other regions."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from handling.extract.clauses import Segment, Slot
from handling.extract.lexicon import Token
from handling.extract.parallels import pieces_of
from handling.extract.scope import Reading, Traits, traits_of
from handling.extract.unit_rows import units_listed

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

_PUBLIC = re.compile(
    r"(?:家长|学生|师生|教师|企业|患者|病人|居民|市民|村民|游客|旅客|乘客|用户|业主|员工|服务对象|办事群众|群众|公众|社会|百姓|老人|农民|职工|读者|观众|消费者|经营主体)"
    r"(?:们)?(?:对[^,;。]{0,14}?|的|总体|综合|安全感|获得感|和|、)*$"
)
_OTHER_WORK = re.compile(r"(?:投诉|举报|信访|案件|审批|纠纷|仲裁|调解|结案|事项|政务服务|线索|隐患|督查|问题)(?:举报|件|事项|积案)*(?:的|按期|按时)*$")
_OTHER_DEEDS = re.compile(r"(?:养护|去向|资金|责任|措施|整改|政策|任务|投资|培训|协议|仲裁|调解|案件|诉求|线索|隐患|纠纷|信访|工单|设施|岗位|项目|保障|用地|待遇)$")
_ELSEWHERE = re.compile(r"(?:先进|兄弟|周边|外地|发达|其他|邻近|相邻)(?:地区|市县|省市|省份|城市|县市|县区|兄弟单位|区县)|邻[市县区省]|兄弟单位")


def speaks_of_others(reader: SentenceReader, segment: Segment, rate: Token) -> bool:
    """群众满意率, 家长满意度, 投诉举报办结率, 邻市满意率: no rates of this report's handling."""
    text = reader.text
    if _ELSEWHERE.search(text, reader.start, rate.start):
        return True
    if reader.context.local or "hotline" in (reader.said.instrument, *(r.traits.instrument for r in reader.readings)):
        return False
    before = text[segment.start : rate.start]
    if rate.word == "结案率" and not re.search("提案|建议|议案|办理|代表|委员", before):
        return True  # 审限内结案率, 城管事件结案率
    if rate.tags["rate"] == "satisfaction_rate":
        told = text[reader.start : rate.start]
        if re.search(r"惠及|受益|游客|就业率|覆盖率", told) and not re.search(r"提案|建议|代表|委员|办理|答复|办结", told):
            return True
        return rate.word.startswith("群众") or (bool(_PUBLIC.search(before)) and not re.search(r"代表|委员|提案人", before))
    if rate.tags["rate"] == "outcome_share" and _OTHER_DEEDS.search(before):
        return True
    return rate.tags["rate"] in ("completion_rate", "answer_rate", "on_time_rate") and bool(_OTHER_WORK.search(before))


def objects_of(reader: SentenceReader, segment: Segment, slot: Slot) -> list[str]:
    """attitude and result where one number holds for both: 对办理态度和办理结果的满意率均为100%, or said in the clause before."""
    own = {t.tags["object"] for t in slot.left if "object" in t.tags}
    if not own:
        place = reader.segments.index(segment)
        before = reader.segments[place - 1] if place and segment.mark == "," else None
        own = {t.tags["object"] for t in before.tokens if "object" in t.tags} if before and not before.slots else set()
    return sorted(own) if len(own) == 2 else []


_EVERY_YEAR = re.compile(r"(?:连续|已连续)(?P<many>[两三四五2-5])年(?:都|均|也)?(?:保持|达到?|稳定|实现|为|是|维持)")


def in_every_year(reader: SentenceReader, slot: Slot, readings: list[Reading]) -> list[Reading]:
    """满意率连续三年保持在100%: one figure for each of the three years."""
    found = _EVERY_YEAR.search(reader.text, slot.start, slot.quantity.span.start)
    if not found:
        return readings
    many = {"两": 2, "三": 3, "四": 4, "五": 5}.get(found["many"]) or int(found["many"])
    years = ["", *[str(-back) for back in range(1, many)]]
    own = [replace(reading, own=reading.own.without("period", "year")) for reading in readings]
    return [replace(reading, own=Traits(year=year).over(reading.own)) for reading in own for year in years]


def told_apart(reader: SentenceReader, slot: Slot, rates: list[Token], readings: list[Reading]) -> list[Reading]:
    """提案的委员满意率和建议的代表满意率均为100%: one measure named twice, each time of another stream."""
    if len(rates) != len(readings) or len({rate.tags["rate"] for rate in rates}) == len(rates):
        return readings
    starts = [slot.start, *(rate.end for rate in rates)]
    streams_of = [t for t in slot.left if (t.tags.get("instrument") or t.tags.get("agent")) in ("proposal", "suggestion")]
    said = [{t.tags.get("instrument") or t.tags["agent"] for t in streams_of if start <= t.start <= rate.start}
            for start, rate in zip(starts, rates, strict=False)]  # fmt: skip
    if any(len(streams) != 1 for streams in said):
        return readings
    return [replace(reading, own=reading.own._replace(instrument=streams.pop())) for reading, streams in zip(readings, said, strict=True)]


_SO_MANY = re.compile(r"(?:以上|上述|这)?(?P<many>[两三四五六]|[2-6])(?:家|个)(?:承办)?(?:单位|部门)(?:承办的(?:提案|建议))?的?(?:代表|委员|提案者|提案人)?$")


def units_of_rate(reader: SentenceReader, segment: Segment, slot: Slot, rate: Token) -> list[str]:
    """The two or more units that a rate is told of at once: 区教育局、区民政局的…, 三家单位的…均为, or …分别承办12件和9件, 满意率都是."""
    if listed := units_listed(reader.text[slot.start : rate.end]):
        return listed
    told = [r.own.unit for r in reader.readings if r.measure == "received" and r.own.unit]
    if named := _SO_MANY.search(reader.text, segment.start, rate.start):
        many = int({"两": "2", "三": "3", "四": "4", "五": "5", "六": "6"}.get(named["many"], named["many"]))
        return told[-many:] if len(told) >= many else []
    axis = [each.unit for each in reader.axis]
    every = any("all" in t.tags or t.word == "都" for t in slot.left if t.start >= rate.end)
    near = segment.mark == "," and bool(reader.readings) and reader.readings[-1].end >= reader.previous_start(segment, 1)
    last = [r.own.unit for r in reader.readings[-len(axis) :]]
    return axis if len(axis) > 1 and all(axis) and every and near and last == axis else []


_PAIR = re.compile(r"[、和与及](?:以及)?(?:\d+件)?")
_BOTH_ROLES = re.compile(r"(?:主办|牵头办理)件?[、和与及](?:会办|协办)件?(?:的)?$")


def two_subjects(reader: SentenceReader, words: list[Token]) -> list[Traits]:
    """县人大代表建议、县政协提案均按期办结: each of the two streams that are named with their bodies; 建议、提案均… tells of both together."""
    streams = [t for t in words if t.tags.get("instrument") in ("proposal", "suggestion")]
    bodies = [t for t in words if t.tags.get("body")]
    if len(streams) != 2 or len(bodies) != 2 or not bodies[0].start < streams[0].start < bodies[1].start < streams[1].start:
        return []
    if not _PAIR.fullmatch(reader.text, streams[0].end, bodies[1].start):
        return []
    return [traits_of([body, stream], reader.context.stream) for body, stream in zip(bodies, streams, strict=True)]


def each_of_two(reader: SentenceReader, slot: Slot, rate: Token) -> list[Traits]:
    """主办件和会办件的按期办结率都是100%, 省政协提案和州政协提案的办复率均为100%: each of the two groups that 均 speaks of."""
    if not any("all" in t.tags or t.word in ("双双", "都") for t in slot.left if t.start >= rate.end):
        return []
    if _BOTH_ROLES.search(reader.text, slot.start, rate.start):
        return [Traits(role="lead"), Traits(role="joint")]
    return two_subjects(reader, [t for t in slot.left if t.end <= rate.start])


_LISTED = re.compile(r"[、和与及](?:以及)?(?:主办|会办|协办)?(?:[\u4e00-\u9fff]{0,4}[省市县区州旗盟])?级?(?:政协|人大)?")


def both_streams(reader: SentenceReader, segment: Segment, slot: Slot, rate: Token, own: Traits) -> list[str]:
    """代表…96.6%, 委员为98.2%, 对办理态度满意率均为100%; 建议和提案的办复率均为100%: 均 speaks of both streams."""
    if not any("all" in t.tags or t.word == "双双" for t in slot.left if t.start >= rate.end):
        return []
    listed = [t for t in slot.left if {t.tags.get("instrument"), t.tags.get("agent")} & {"proposal", "suggestion"} and t.end <= rate.start]
    told = [t.tags.get("instrument") or t.tags["agent"] for t in listed]
    if len(listed) == 2 and len(set(told)) == 2 and _LISTED.fullmatch(reader.text, listed[0].end, listed[1].start):
        return told
    pair = next((t for t in slot.left if "combined" in (t.tags.get("instrument"), t.tags.get("agent")) and re.search("[和与及、]", t.word)), None)
    if pair and len([t for t in slot.left if "rate" in t.tags]) == 1 and re.fullmatch("(?:的|最终|最后|首次|总体|对办理(?:工作|结果|态度|过程)的?)*", reader.text[pair.end : rate.start]) and not reader.waiting:
        streams = [piece.tags["instrument"] for piece in pieces_of(pair)]  # 建议和提案的办复率均为100%
        reader.axis = [Traits(instrument=stream) for stream in streams]
        return streams
    last = [r for r in reader.readings if r.basis == "stated"][-2:]
    beside = len(last) == 2 and all(r.measure in ("received", "units") and r.depth == segment.depth for r in last) and reader.previous_start(segment, 1) <= last[0].start
    if beside and {r.traits.instrument for r in last} == {"proposal", "suggestion"} and own == Traits() and sum("rate" in t.tags for t in slot.left) == 1 and not reader.waiting:
        return [r.traits.instrument for r in last]  # 办理建议66件、提案58件, 办复率均为100%
    if own.instrument or rate.tags["rate"] != "satisfaction_rate":
        return []
    told = [r.own.instrument for r in reader.readings if r.measure == rate.tags["rate"]]
    return sorted(set(told)) if len(set(told)) == 2 and "" not in told else []
