"""Counts named by a noun beside them, by a unit, or by what was said before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract import adjacency
from handling.extract.clauses import Segment, Slot
from handling.extract.count_reading import GROUP, count_of, counted_in
from handling.extract.lexicon import Token
from handling.extract.scope import MIXED, Reading, Traits, common, traits_of
from handling.extract.unit_rows import role_of_amount
from handling.vocabulary.topics import class_of_label

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

_BY_AMOUNT = re.compile(r"(?:承办|办理)(?:数量|件数|量|数)|(?:任务|承办|办件)[^,;。]{0,4}(?:较|最)[重多大]")
_MOST = re.compile(r"(?:最多|较多|居前|靠前|最重|较重)的")
_FOREMOST = re.compile(r"最[多重大]|居首|其次|次之|第[一二三]位|位居前")
_SHARED_ROLE = re.compile(r"(?:由我[局委办厅院市县区州省]|由本(?:单位|局|委))(主办|协办|会办)$")
_GIVEN = re.compile(r"(?:提案|建议)?(?:已)?(?:分别)?(?:交|由|转|移交|分)[^,]{0,26}?(?:办理|承办|主办|承担|研究|处理)")
_TURNED = re.compile(r"(?:议案|提案)?(?:转|改)(?:作|为|成)?(?:代表)?建议(?:处理|办理)?(?:的|有|共)?$")
_INTO_SUGGESTION = re.compile(r"(?:转|改)(?:作|为|成)(?:代表)?建议")
_TAKEN_UP = re.compile(r"(?:提案|建议|议案|件|\))*(?:,|的$|(?:表示|评价为?|反馈)$|的(?:主要)?内容|$|;|由|交|中|里|内|涉及|落到|分到|进行|已|均|全部|,|是|为|的?(?:代表|委员))")


def by_noun(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None) -> Reading | None:
    """提案13件, 13件提案, 主办12件, 6件为协办, 省级5件, 会议期间157件."""
    text = reader.text
    right = adjacency.after(slot, text)
    follows = text[slot.quantity.end : slot.end]
    if done := _done_in_list(reader, segment, slot):
        return done
    nouns = {"instrument", "role", "proposer", "channel", "handover"}
    left_noun = near if near and (nouns & near.tags.keys() or near.tags.get("step")) else None
    role_after = next((t for t in right if "role" in t.tags), None) or _role_clause(text, slot)
    if left_noun is None and role_after is None and not (right and nouns & right[0].tags.keys()) and not (right and "body" in right[0].tags):
        return None
    if slot.quantity.unit not in ("件", "") and not any(counted_in(slot, noun) for noun in (left_noun, right[0] if right else None) if noun):
        return None
    projects = any(noun.tags.get("instrument") == "key_work" for noun in (left_noun, behind) if noun)
    if projects and (not reader.context.key_work or re.match(r"(?:民生)?(?:实事)?(?:项目)?(?:累计|完成|投资)", follows)):
        return None
    if left_noun is not None and reader.context.received and (subject := _about_heading(reader, slot, left_noun)):
        return subject
    if re.search(r"[由从]$", text[slot.start : slot.quantity.span.start]) and re.match(
        r"(?:减少|增加|增长|上升|下降|降|增)", text[slot.quantity.end :]
    ):
        before = re.search(r"去年|上年|上一年|(20\d\d)年(?:相比|相较|比较)", text[reader.start : slot.quantity.span.start])
        if not before:
            return None
        return count_of(reader, slot, "received", "changed_from", own=traits_of(slot.left, reader.context.stream).over(Traits(year=before[1] or "-1")))
    if left_noun is None and role_after is None and (not _subject(reader, slot, right) or _these(reader, slot)):
        return None
    shared = _SHARED_ROLE.search(text, slot.quantity.end, segment.end)
    label = left_noun.word if left_noun else role_after.word if role_after else ""
    reading = count_of(reader, slot, "received", "noun", label=label)
    if shared and not reading.own.role and not any("role" in t.tags for t in segment.tokens if slot.quantity.end <= t.start < shared.start()):
        reading.own = reading.own.over(Traits(role="lead" if shared[1] == "主办" else "joint"))
    return reading


_PRAISED = re.compile(r"(?:提案|建议)?(?:进行|予以|给予|作)了?(?:通报)?(?:表扬|表彰|奖励|通报|回访|抽查|督办|复查)")
_GROUP_NAME = r"(?:民主党派|工商联|人民团体|专门委员会|专委会|界别(?:小组|活动组|活动小组)?|党派团体|党派|团体|(?:地区)?委员(?:活动)?小组)"
_PROPOSERS = re.compile(
    rf"[,、;:里有和及其中]*(?P<who>(?:[省市县区州旗盟]?政协)?(?:[省市县区州旗盟]|各)*{_GROUP_NAME}(?:(?:和|与|、|及)(?:各)?{_GROUP_NAME})*(?:[省市县区州旗盟]委会?)?)(?:提出|提交)?的?(?:提案)?(?:有|共)?"
)  # 各民主党派市委58件, 界别小组11件: cuts of the stream by who put it forward
NEXT_STREAM = re.compile(r"[件项]?[、和与及](?:以及)?(?:全国|自治区|[省市县区州旗盟镇乡]级?)?(?:人大代表|政协委员|人大|政协|代表|委员)?(?:建议|提案|议案)")


_ON_AGENDA = re.compile(r"列入(?:本次|当次)?(?:大会|会议)?议程(?:的|有|为)*(?:代表)?(?:议案)?$")


def by_turned(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None) -> Reading | None:
    """作为议案列入议程1件, 转作代表建议办理27件: what became of motions."""
    text, place = reader.text, slot.quantity.span.start
    follows = text[slot.quantity.end : slot.end]
    if slot.quantity.unit != "件":
        return None
    if _INTO_SUGGESTION.match(follows) or _TURNED.search(text, slot.start, place):
        reading = count_of(reader, slot, "received", "turned_into_suggestion", label="转作建议")
        reading.own = reading.own.over(Traits(part="yes"))
        return reading
    if follows.startswith(("列为议案", "作为议案", "列入议案")) or _ON_AGENDA.search(text, slot.start, place):
        return count_of(reader, slot, "filed", "motion_filed", label="列为议案", own=Traits(instrument="motion", part="yes"))
    return None


_AMONG_STREAM = re.compile(r"其中(?:是|为|有|,)?(?:人大代表|政协委员|人大|政协|代表|委员)?(?:建议|提案|议案)(?:是|有|为)?")


def by_proposer(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None) -> Reading | None:
    """各民主党派市委58件, 界别小组提出11件."""
    group = _PROPOSERS.fullmatch(reader.text, slot.start, slot.quantity.span.start) if slot.quantity.unit == "件" else None
    return count_of(reader, slot, "received", "put_forward_by", label=group["who"], own=Traits(part="yes")) if group else None


def _done_in_list(reader: SentenceReader, segment: Segment, slot: Slot) -> Reading | None:
    """办复建议25件、提案32件: the verb is said once for both streams."""
    last = reader.readings[-1] if reader.readings else None
    if last is None or last.measure not in ("answered", "completed") or not last.rule.startswith(("verb_before", "done_in_list")):
        return None
    if last.start < segment.start:  # 已办结建议提案22件, 其中代表建议10件、委员提案12件
        among = last.rule == "verb_before" and last.own.instrument == "combined" and last.end >= reader.previous_start(segment, 1) and last.value > slot.quantity.value
        return count_of(reader, slot, last.measure, "done_in_list") if among and _AMONG_STREAM.fullmatch(reader.text, slot.start, slot.quantity.span.start) else None
    if not NEXT_STREAM.fullmatch(reader.text, last.end, slot.quantity.span.start):
        return None
    return count_of(reader, slot, last.measure, "done_in_list")


def _about_heading(reader: SentenceReader, slot: Slot, noun: Token) -> Reading | None:
    """老旧小区改造。涉及建议提案21件: the heading's subject is what they are about."""
    if not re.search(r"(?:涉及|有关|相关)(?:的)?$", reader.text[slot.start : noun.start]):
        return None
    topic = class_of_label(reader.context.label)
    return count_of(reader, slot, "topic", "topic_of_heading", category=topic, label=reader.context.label, own=Traits()) if topic else None


def _role_clause(text: str, slot: Slot) -> Token | None:
    """A role after 由我局 or 为: 26件建议由我局主办."""
    for token in slot.right:
        if "role" in token.tags and re.fullmatch(r".{0,12}(?:由我[局委办厅市县区州]|由本单位|为|属|是|系)的?", text[slot.quantity.end : token.start]):
            return token
    return None


def _these(reader: SentenceReader, slot: Slot) -> bool:
    """这6件中: the ones that were not pleased, counted just before."""
    pointed = reader.text[slot.quantity.span.start - 1 : slot.quantity.span.start] in ("这", "该", "那")
    return pointed and any(r.value == slot.quantity.value and r.measure in ("satisfaction", "outcome") for r in reader.history)


def _subject(reader: SentenceReader, slot: Slot, right: list[Token]) -> bool:
    """13件提案 counts the stream where it is taken up as a whole (中, 由…承办, 已…), not in an anecdote (4件提案因资金缺口…)."""
    if _PRAISED.search(reader.text, slot.quantity.end, slot.end):
        return False  # 对质量较好的52件提案进行通报表扬
    last = next((t.end for t in reversed(right) if "verb" not in t.tags), slot.quantity.end)
    follows = reader.text[last : slot.end]  # 17件区政协提案交由我局办理
    if any(slot.quantity.value == r.value for r in reader.context.groups):
        return True
    if re.match(r"因|反映|集中|没有|未|提出|办理前|办理后|超|不|工作|推动|促成|促进", follows) or reader.text.startswith("因", slot.quantity.end):
        return False
    return follows == "" or bool(_TAKEN_UP.match(follows))


def by_unit(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None) -> Reading | None:
    """县教育局12件; 合计164件; 省级5件."""
    text = reader.text
    if not reader.context.counts_items(slot.quantity.unit):
        return None
    words = adjacency.unit_words(text, slot.start, slot.quantity.span.start)
    if not words and (reader.context.stream in ("hotline",) or reader.listing_units):
        words = adjacency.place_words(text, slot.start, slot.quantity.span.start)
    if not words and segment.mark == "(" and not slot.left and slot.first:
        words = adjacency.unit_words(text, reader.previous_start(segment, 1), segment.start - 1)
    if not words and slot.first and not slot.left and segment.mark == "," and _FOREMOST.search(before := reader.previous_text(segment)):
        before = re.sub(r"(?:(?:受理|承办|办理|办件|派单)件?[量数])?(?:次之|居首|居多|最[多重大])$", "", before)
        words = adjacency.unit_words(before, 0, len(before))  # 任务最重的是县交通运输局, 27件; 县林业局次之, 12件
    filed = reader.context.head.kind == "cppcc" and any(r.measure == "filed" for r in (*reader.context.readings, *reader.readings))
    if words and (reader.context.received or filed or segment.depth or _BY_AMOUNT.search(text, reader.start, slot.quantity.span.start) or any(r.measure == "received" for r in reader.readings)):
        role = role_of_amount(text[reader.start : slot.start])  # 主办任务较重的为:市教育局29件
        lead = [t for t in segment.tokens if t.end <= slot.start and t.tags.keys() & {"body", "instrument"}] if _MOST.search(text, segment.start, slot.start) else []
        of = traits_of(lead, reader.context.stream)  # 承办市人大代表建议和市政协提案最多的三家是…
        return count_of(reader, slot, "received", "unit_count", own=traits_of(slot.left, reader.context.stream).over(Traits(unit=words), role, of))
    total = next((t for t in chain if "total" in t.tags), None)
    told = [r for r in reader.readings if r.measure == "received" and not r.depth]
    wholes = [r for r in told if not r.child]
    added = bool(told) and slot.quantity.value in (sum(r.value for r in told), sum(r.value for r in told[-2:]), sum(r.value for r in wholes), sum(r.value for r in wholes[-2:]))
    by_number = re.search(r"(?:数量|总量|总数|规模|件数)[上来]?(?:看|讲|说)$", reader.previous_text(segment))
    if total and by_number and not reader.readings and not reader.context.received:
        return count_of(reader, slot, "received", "total", label=total.word)
    level = [r for r in reader.readings if not r.depth]
    if total and told and level[-1] is told[-1] and (added or total.word in ("合计", "共计", "总计", "一共", "总共")):
        return count_of(reader, slot, "received", "total", label=total.word)
    return None


def by_echo(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None) -> Reading | None:
    """592件、759件 after a sentence that named the streams; 三十九件中; 上年的98件."""
    text = reader.text
    if not reader.context.counts_items(slot.quantity.unit):
        return None
    follows = text[slot.quantity.end : slot.end]
    if (
        chain
        and "reach" in chain[0].tags
        and reader.readings
        and reader.readings[-1].rule == "changed_from"
        and reader.readings[-1].start >= segment.start
    ):
        return count_of(reader, slot, "received", "changed_to", own=reader.readings[-1].own.without("year"))
    if _GIVEN.match(text, slot.quantity.end, segment.end) and not _these(reader, slot):
        return count_of(reader, slot, "received", "given_to")
    if GROUP.match(follows) and not text[slot.start : slot.quantity.span.start].endswith(("其余", "其他")) and not _these(reader, slot) and (reader.context.received or any(r.measure == "received" for r in reader.readings)) and not any(t.tags.get("body") == MIXED for t in slot.left):
        return count_of(reader, slot, "received", "group")
    dated = next((t for t in slot.left if "time" in t.tags and (t.tags.get("year") or ((t.tags.get("month") or t.tags.get("period")) and reader.context.local))), None)
    tail = text[dated.end : slot.quantity.span.start] if dated else "-"
    if dated and re.fullmatch(r"[的年]?", tail) and re.match(r"(?:相比|比较|相较|对比|比)", follows):
        return count_of(reader, slot, "received", "compared_with", own=_compared(reader, segment, dated))
    if dated and re.fullmatch(r"的|同期的?|为|有|只有|仅有|全年为|全年|收到|承办|共|同口径的?|度的?|是|分别为|", tail) and reader.history:
        key = reader.readings[-1] if reader.readings and reader.readings[-1].measure == "key" and tail in ("为", "有", "只有") else None  # 督办重点提案58件, 2021年为11件
        if subject := _TOPIC_BEFORE.search(text, slot.start, dated.start):
            return count_of(reader, slot, "topic", "topic_earlier", category=class_of_label(subject[1]), label=subject[1])
        last = key or next((r for r in reversed(reader.history) if r.scale == "count" and r.measure in ("received", "filed")), None)
        if last:
            own = traits_of(slot.left, reader.context.stream)
            streams = [r.traits for r in reader.readings if r.measure == "received" and r.traits.instrument in ("proposal", "suggestion")]
            if _IN_ALL.search(text, slot.start, dated.start) and common(streams).instrument == "combined" and not own.instrument:
                own = own.over(Traits(instrument="combined", body=common(streams).body))  # 代表建议5件、委员提案3件, 总数比去年的6件有所增加
            if last.rule == "total" and last in reader.readings and not own.instrument:
                own = own.over(Traits(instrument=last.traits.instrument, body=last.traits.body))  # 共17件, 去年为13件
            return count_of(reader, slot, last.measure, "earlier_year", own=own.over(_changed_group(reader, slot)) if not own.instrument else own)
    return None


_TOPIC_BEFORE = re.compile(r"(?:^|[的,;])([^的,;。]{2,12}类)(?:提案|建议)?(?:比|较|与)$")  # 件数最多的经济类比去年的64件增加7件
_IN_ALL = re.compile("总[数量]|合计|两项")
_CHANGE = re.compile(r"[^。;]{0,6}?(?:增加|增长|上升|净增|多|增)了?(?P<more>\d+)件|[^。;]{0,6}?(?:减少|下降|降低|少|减)了?(?P<less>\d+)件")


def _changed_group(reader: SentenceReader, slot: Slot) -> Traits:
    """比2015年的52件增加7件: the group that has 59 now, be it one number of the sentence or the sum of its streams; else nothing."""
    found = _CHANGE.match(reader.text, slot.quantity.end, reader.end)
    told = [r for r in reader.readings if r.measure == "received" and not r.depth and not reader.context.year_of(r.traits.year)]
    if not found or not told:
        return Traits()
    now = slot.quantity.value + float(found["more"] or 0) - float(found["less"] or 0)
    same = next((r.traits for r in reversed(told) if r.value == now), None)
    if same is None and sum(r.value for r in told[-2:]) == now:
        same = common([r.traits for r in told[-2:]])
    return Traits(instrument=same.instrument, body=same.body, role=same.role) if same else Traits()


def _compared(reader: SentenceReader, segment: Segment, dated: Token) -> Traits:
    """与2018年449件相比: the streams are those counted before in the sentence, else those that the next clause names."""
    told = [r.traits for r in reader.readings if r.measure == "received" and not r.depth]
    place = reader.segments.index(segment) + 1
    ahead = traits_of([t for t in reader.segments[place].tokens if t.tags.keys() & {"instrument", "body"}], reader.context.stream) if place < len(reader.segments) else Traits()
    meant = common(told).without("part", "unit", "role") if told else ahead
    return Traits(year=dated.tags["year"]).over(meant)
