"""Percentages: rates, shares of the count before them, and those whose measure was said earlier in the sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract import adjacency
from handling.extract.clauses import Segment, Slot
from handling.extract.elliptic import elliptic
from handling.extract.lexicon import Token
from handling.extract.outcomes import resolve, run_before
from handling.extract.percent_reading import reading_of, share_of_run
from handling.extract.rate_lists import named_hundreds, rates_of, with_basic
from handling.extract.rate_subjects import both_streams, each_of_two, in_every_year, objects_of, speaks_of_others, told_apart, units_of_rate
from handling.extract.scope import Reading, Traits, traits_of
from handling.extract.subjects import label_before, topic_before
from handling.extract.unit_brackets import rate_of_unit

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

SHARES = {
    "outcome": "outcome_share",
    "topic": "topic_share",
    "satisfaction": "satisfaction_rate",
    "outcome_share": "outcome_share",
    "topic_share": "topic_share",
}
_INCLUSIVE = re.compile(r"(?:计入|算上|加上|包括|包含|含|连同|合并|把|将|并入)基本满意|基本满意(?:也|率)?(?:计算在内|计入|算在内|在内|计算)")
_INCLUDED = re.compile(r"\((?:其中)?(?:不?(?:含|包括|包含|计))基本满意(?:率)?(?:的|件)?\)")
_EXCLUSIVE = re.compile(r"不(?:含|包括|计|计入|包含)基本满意")
_NO_MEASURE = re.compile(
    r"(?:公开|立案|交办|接通|响应|一次完成|转化|登记|规范|参与|采用|整改|公示|应答|派单|退单|回收)率(?:[为达到均是由从]|高达|仅)*$"
)
_IN_CHARGE = re.compile(r"(?:^|(?<=[,;。:]))([\u4e00-\u9fff]{2,20}(?:局|委|办|公司|镇|街道|中心|集团|管委会|办事处|政府))(?:承担|负责|牵头|实施|承办|包抓|主抓)(?:实施|建设)?的")  # 区交通运输局承担的…项目
_LETTER_RATE = re.compile(r"[A-D]”?类件?率(?:为|达到?|是)?$")
_SOME_UNITS = re.compile(r"(?:等|其中|(?<=[,。;])有|^有)(?:\d+|[两二三四五六七八九十]+)[个家](?:单位|部门|乡镇|镇街|街道)的?[^,;。、]{0,8}$")  # 县住建局等12个单位办复率达到100%
_OWN_BASE = re.compile(r"总|全部|提案|建议|受理|转派|承办|办理|交办|工单|件|立案提案|主办")
_FOREIGN_BASE = re.compile(r"立案数|投资|面积|应|人数|总量的一|收入|目标|预算|学校|总投资|工程")


def includes_basic(words: str) -> bool:
    """Whether words say that 基本满意 is counted in (计入基本满意, 把基本满意加进去)."""
    return bool(_INCLUSIVE.search(words)) and not _EXCLUSIVE.search(words)


def read_percent(reader: SentenceReader, segment: Segment, slot: Slot) -> list[Reading] | str:
    """Readings of one percentage, or the reason why it is none."""
    text, quantity = reader.text, slot.quantity
    if not quantity.exact:
        return "approximate"
    chain = adjacency.before(slot, text)
    near = adjacency.naming(chain)
    if (near and "difference" in near.tags) or any("difference" in t.tags for t in chain[:1]):
        return "difference"
    if theirs := rate_of_unit(reader, segment, slot):
        return theirs
    rates = with_basic(rates_of(reader, segment, slot, chain))
    if rates and speaks_of_others(reader, segment, rates[-1]):
        return "other_rate"
    if rates and _SOME_UNITS.search(text, segment.start, rates[0].start):
        return "some_units"
    if rates:
        found = [reading for rate in rates for reading in _rate_readings(reader, segment, slot, rate)]
        return in_every_year(reader, slot, told_apart(reader, slot, rates, found))
    if lettered := _LETTER_RATE.search(text, slot.start, quantity.span.start):
        run = [t for t in slot.left if "letter" in t.tags and lettered.start() <= t.start < lettered.end()]
        if adjacency.place_words(text, slot.start, lettered.start()):
            return "other_rate"  # 海宁市A类率达82%
        return [share_of_run(reader, slot, run, "letter_rate", traits_of([t for t in slot.left if t not in run], reader.context.stream))] if run else "no_word"
    if _NO_MEASURE.search(text, slot.start, quantity.span.start):
        return "no_measure"
    if again := _hundreds_again(reader, slot):
        return again
    if hundreds := named_hundreds(text, segment.start, quantity.span.start):
        return [reading_of(reader, slot, measure, "named_hundred", "", words, traits_of(slot.left, reader.context.stream).without("object")) for measure, words in hundreds]
    if (near is not None and "both" in near.tags) or any("both" in t.tags for t in chain[:2]):
        return "summary"
    for attempt in (_inclusive, _share, _class_percent, _percent_before, elliptic):
        found = attempt(reader, segment, slot, chain, near)
        if found:
            return found
    return "no_word"


_THESE_HUNDREDS = re.compile(r"(?:这|上述|以上|同样的?)(?P<many>[两二三四])个[“]?(?:百分之)?$")


def _hundreds_again(reader: SentenceReader, slot: Slot) -> list[Reading]:
    """县人大代表建议的办结率、见面率均为100%, 县政协提案也实现了这两个100%: the rates told just before, of another stream."""
    found = _THESE_HUNDREDS.search(reader.text, slot.start, slot.quantity.span.start)
    many = {"两": 2, "二": 2, "三": 3, "四": 4}[found["many"]] if found else 0
    told = [r for r in reader.readings if r.scale == "percent"][-many:] if many else []
    own = traits_of(slot.left, reader.context.stream)
    return [reading_of(reader, slot, r.measure, "hundreds_again", r.category, r.label, own) for r in told] if len(told) == many else []


_ITEMS_OF_UNIT = re.compile(
    r"(?:^|[,;、对]|其中[,由]?)([省市县区州旗盟]?(?:人民)?政府系统|[省市县区州旗]委有关部门|[\u4e00-\u9fff]{1,14}?(?:人民政府|局|委员会|街道办事处|法院|检察院))"
    r"(?:承办|办理|主办)(?:的?[\u4e00-\u9fff]{0,8}(?:提案|建议)|件)的?(?:办理结果|办理态度|办理工作)?的?$"
)


def _rate_readings(reader: SentenceReader, segment: Segment, slot: Slot, rate: Token) -> list[Reading]:
    text = reader.text
    category = rate.tags.get("category", "")
    follow = text[rate.end : slot.quantity.span.start]
    if rate.tags["rate"] == "satisfaction_rate" and not category:
        around = text[segment.start : rate.start] + follow if rate.start >= segment.start else re.split("[,;。]", text[reader.start : rate.start])[-1] + follow
        if behind := _INCLUDED.match(text, slot.quantity.end):
            around += behind.group()
        previous = reader.previous_text(segment)
        if _EXCLUSIVE.search(around):
            category = "satisfied"
        elif _INCLUSIVE.search(around) or (_INCLUSIVE.search(previous) and not re.search(r"\d", previous)):
            category = "satisfied_or_basic"
    words = [t for t in slot.left if t.start <= rate.start or t.end <= slot.quantity.span.start]
    own = traits_of(words, reader.context.stream)
    unit = adjacency.unit_words(text, slot.start, rate.start) or (adjacency.place_words(text, slot.start, rate.start) if reader.context.local else "")
    if not unit and reader.context.local and (in_charge := _IN_CHARGE.search(text, segment.start, rate.start)):
        unit = in_charge[1]
    if unit and not re.search(r"提案|建议|代表|委员(?!会)|群众", unit):
        own = own.over(Traits(unit=unit))
    label = rate.word
    units = units_of_rate(reader, segment, slot, rate) if reader.context.head.kind != "bureau" else []
    if units:
        reader.axis = [Traits(unit=each) for each in units]  # …, 满意率分别为96.2%和92.9% goes on along them
    elif not own.unit and reader.context.head.kind != "bureau" and (doing := _ITEMS_OF_UNIT.search(text, slot.start, rate.start)):
        own = own.over(Traits(unit=doing[1]))
    streams = [Traits(unit=each).over(own) for each in units]
    streams = streams or [each.over(own.without("role", "body")) for each in each_of_two(reader, slot, rate)]
    streams = streams or [Traits(instrument=stream).over(own) for stream in both_streams(reader, segment, slot, rate, own)] or [own]
    if rate.tags["rate"] == "satisfaction_rate" and (objects := objects_of(reader, segment, slot)):
        streams = [Traits(object=each).over(stream) for stream in streams for each in objects]
    found = [reading_of(reader, slot, rate.tags["rate"], "rate", category, label, each) for each in streams]
    if rate.tags.get("also"):
        found.append(reading_of(reader, slot, rate.tags["also"], "rate", "", label, own))
    return found


def _share(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None) -> list[Reading]:
    """占71.7%: the share of the class or subject that was counted just before, or named before 占."""
    text = reader.text
    token = next((t for t in slot.left[::-1] if "share" in t.tags), None)
    if token is None:
        return []
    base = text[token.end : slot.quantity.span.start]
    if len(base) > 14 or _FOREIGN_BASE.search(base) or (re.search(r"[\u4e00-\u9fff]{3}", base) and not _OWN_BASE.search(base) and not chain):
        return []
    if not chain and re.sub(r"[的了达到为均各分别总数承办受理提案建议工单转派全部件比例量有是数率]", "", base):
        return []
    named = _named_share(reader, slot, token)
    if named:
        return [named]
    if len(re.sub(r"[,、其中约共的总均]", "", text[slot.start : token.start])) > 5 and not any("time" in t.tags for t in slot.left):
        return []  # 占 is said of something that was named, but not of a known class
    if reader.last_run and segment.mark == "," and "其余" in reader.previous_text(segment):  # 其余为C类, 占11.4%
        return [share_of_run(reader, slot, reader.last_run, "share_of_rest", Traits())]
    last = next((r for r in reversed(reader.readings) if r.depth == segment.depth or r.measure in SHARES), None)
    if last is None or last.measure not in SHARES or last.end < reader.previous_start(segment, 2):
        return []
    pair = reader.readings[-2:]
    if text[token.start - 1] in "均各" and len(pair) == 2 and pair[0].start == pair[1].start and pair[0].measure == pair[1].measure:
        return [reading_of(reader, slot, SHARES[r.measure], "share_of_count", r.category, r.label, r.own, letter=r.letter) for r in pair]  # A类、B类各9件, 均占42.9%
    own = traits_of([t for t in slot.left if t.tags.keys() & {"time", "instrument", "body"}], reader.context.stream).over(last.own)
    return [reading_of(reader, slot, SHARES[last.measure], "share_of_count", last.category, last.label, own, letter=last.letter)]


def _named_share(reader: SentenceReader, slot: Slot, share: Token) -> Reading | None:
    """A类占比64.7%, 满意的占95%, 城建类占20%: the class stands before 占 in the same segment."""
    text = reader.text
    words = [t for t in slot.left if t.end <= share.start]
    run = run_before(words, text, share.start)
    if not run:
        run = [t for t in words if "letter" in t.tags][-1:] or [t for t in words if "outcome" in t.tags and "weak" not in t.tags]
    if run:
        letter = next((t.tags["letter"] for t in reversed(run) if "letter" in t.tags), "")
        category = resolve(run, text) or reader.context.letters.of(letter)
        if category == "planned" and {t.get("outcome") for t in run} == {"adopted", "planned"} and re.match(r"的?(?:件|提案|建议)?[合总共]计?", text[run[-1].end : share.start]):
            category = "adopted_or_planned"  # 已经解决、正在解决或列入规划的合计占90.7%
        own = traits_of([t for t in slot.left if t not in run], reader.context.stream)
        return reading_of(reader, slot, "outcome_share", "share_of_class", category, text[run[0].start : run[-1].end], own, letter=letter)
    sat = next((t for t in reversed(words) if "sat" in t.tags), None)
    if sat and re.fullmatch(r"[的件”]{0,3}", text[sat.end : share.start]):
        return reading_of(reader, slot, "satisfaction_rate", "share_of_class", sat.tags["sat"], sat.word)
    named = text[slot.start : share.start]
    cut = Slot(_at(slot, share.start), [], [], slot.start, share.start)
    of_items = reader.topics_about or any(r.measure == "topic" for r in reader.history) or re.search("提案|建议|议案|件|(?:类|方面|领域)的?$", text[reader.start : share.start])
    if named and of_items and (topic := topic_before(reader, cut)):  # not 新能源车占比达到68.3%
        several = re.search(r"[两三四五2-5]个?(?:方面|领域|大?类)的?(?:建议|提案|议案|、|和){0,3}$", named)
        base = traits_of([t for t in slot.left if "role" in t.tags and t.start >= share.end], reader.context.stream)  # 占主办件的39.1%
        return reading_of(reader, slot, "topic_share", "share_of_class", "" if several else topic[1], topic[0], base)
    return None


def _at(slot: Slot, place: int):
    from dataclasses import replace

    from handling.model import Span

    return replace(slot.quantity, span=Span(start=place, end=place), end=place)


def _class_percent(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None) -> list[Reading]:
    """满意95.1%, 已解决71%, 基本满意的7.5%; inside a bracket behind its count (142件(64.3%)) the count's share."""
    text = reader.text
    if segment.depth and not slot.left and text[segment.start : slot.quantity.span.start].strip("占为约") == "" and reader.readings:
        last = reader.readings[-1]
        if last.measure in SHARES and last.scale == "count":
            return [reading_of(reader, slot, SHARES[last.measure], "share_in_bracket", last.category, last.label, last.own, letter=last.letter)]
    if near and "sat" in near.tags:
        return [reading_of(reader, slot, "satisfaction_rate", "class_percent", near.tags["sat"], near.word)]
    run = run_before(slot.left, text, slot.quantity.span.start)
    if run and [t for t in run if "weak" not in t.tags] and reader.classes_about:
        return [share_of_run(reader, slot, run, "class_percent")]
    if reader.topics_about and label_before(text, slot)[1] and (topic := topic_before(reader, slot)):
        return [reading_of(reader, slot, "topic_share", "class_percent", topic[1], topic[0], Traits())]
    return []


_MET_BEHIND = re.compile(r"(?:地)?(?:与|同|和)(?:人大|政协)?(?:代表|委员|提案人|提案者|提出人|、|和)+(?:们)?(?:进行了?)?(?:当面|面对面)?(?:见面|面商|面谈|沟通|协商)")


def _percent_before(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None) -> list[Reading]:
    """99.2%已经办复, 100%按期办结, 100%满意, 98%的满意率."""
    text = reader.text
    if _MET_BEHIND.match(text, slot.quantity.end, slot.end):
        return [reading_of(reader, slot, "meeting_rate", "percent_before", own=traits_of([t for t in slot.left if "agent" not in t.tags], reader.context.stream))]
    follows = adjacency.after(slot, text) or [t for t in slot.right if not t.tags.keys() & {"object", "agent"}][:1]
    if not follows or slot.quantity.end == slot.end:
        return []
    on_time = any("ontime" in t.tags for t in follows)
    for token in follows:
        if "rate" in token.tags:
            return _rate_readings(reader, segment, slot, token)
        verb = token.tags.get("verb", "")
        if verb in ("answered", "completed"):
            measure = "on_time_rate" if on_time else "answer_rate" if verb == "answered" else "completion_rate"
            return [reading_of(reader, slot, measure, "percent_before", own=traits_of([*slot.left, *slot.right], reader.context.stream))]
        if "sat" in token.tags and not token.tags.keys() & {"verb"}:
            return [reading_of(reader, slot, "satisfaction_rate", "percent_before", token.tags["sat"], token.word)]
    return []


def _inclusive(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None) -> list[Reading]:
    """若计入基本满意则为100%."""
    before = reader.previous_segment(segment)
    start = before.start if before is not None and not before.slots and segment.mark == "," else segment.start  # 加上基本满意的, 为98.2%
    if includes_basic(reader.text[start : slot.quantity.span.start]) and any(r.measure == "satisfaction_rate" for r in reader.readings):
        last = next(r for r in reversed(reader.readings) if r.measure == "satisfaction_rate")
        return [
            reading_of(
                reader,
                slot,
                "satisfaction_rate",
                "inclusive",
                "satisfied_or_basic",
                "含基本满意",
                traits_of(slot.left, reader.context.stream).over(last.own),
            )
        ]
    return []
