"""Figures that words imply without a number: 全部办结 is 100%, 件件有回音, 无C类件 is 0."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from handling.extract.clauses import Segment
from handling.extract.implied_opinions import NO_SUCH, PLEASED, ZERO, no_outcome, pleased, turned, zero
from handling.extract.implied_words import AND_ANSWERED, GOAL, NOT, implied
from handling.extract.lexicon import Token, words_with
from handling.extract.outcomes import resolve
from handling.extract.rate_subjects import two_subjects
from handling.extract.scope import Reading, Traits, traits_of
from handling.extract.unit_rows import named_units
from handling.vocabulary.patterns import searching
from handling.vocabulary.topics import class_of_label

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

_EACH = re.compile(
    r"(?P<answer>(?:件件|事事|条条)(?:都)?有(?:答复|回音|回复|着落|回应|回声|交代|结果)"
    r"(?:[,、]?(?:件件|事事|条条|处处)有(?:答复|回音|回复|着落|回应|回声|落实))?)"
    r"|(?P<meet>“?三见面”?(?!率|”率)|件件(?:面商|见面|沟通|面复|走访|协商)|三沟通)"
)
_DONE_VERBS = ("answered", "completed", "completed_answered")
_DONE = re.compile(r"做到了?|实现了?|切实|达到|完成|真正|均|全部|基本做到|已|确保了")
_STARTED = re.compile(r"(?:已)?(?:全部|均已?|都已?)(?:如期|按期|顺利)?(?P<what>开工建设|开工|竣工|完工|建成|完成建设)")
_BY_DATE = re.compile(r"按照?[^,;。]{0,10}(?:规定|要求|明确)的?(?:时限|期限|时间)$|(?:赶在|早于)[^,;。]{2,14}(?:时限|期限|日期|时间)(?:之?前)$|(?:规定|要求|限定)的?[\d一两二三四五六十]+个(?:月|工作日)(?:之)?内$|(?:规定|要求|限定|确定|明确)的?[^,;。]{0,4}(?:\d{1,2}月(?:\d{1,2}日|底)?|日期|期限|时限|时间)(?:之?前|内|以前)$")


@lru_cache(maxsize=1)
def _done_of_all() -> re.Pattern[str]:
    """What `_all_done` asks for: a word of all right before, or behind, a verb of being done."""
    every, done = words_with("all", ("all",)), words_with("verb", _DONE_VERBS)
    return searching(rf"(?:{every})[^,;]{{0,18}}?(?:{done})|(?:{done})(?:工作)?(?:均|全部|都)")


def may_imply(text: str, start: int, end: int, classes: bool) -> bool:
    """Whether a sentence holds what one of the rules for words of all or none asks for; `classes`: outcomes may be told before."""
    asked = (_done_of_all(), _EACH, PLEASED, ZERO, _OPINION_IN_TIME, _STARTED, _GOES_ON, *((NO_SUCH,) if classes else ()))
    return any(pattern.search(text, start, end) for pattern in asked)


def imply(reader: SentenceReader, segment: Segment) -> list[Reading]:
    """All implied readings of one segment, with the words that imply them as their number."""
    found: list[Reading] = []
    if reader.interest.implied:
        found += _all_done(reader, segment)
        found += _each_answered(reader, segment)
        found += pleased(reader, segment)
        found += zero(reader, segment) + no_outcome(reader, segment)
        found += _projects(reader, segment)
    if not reader.interest.alone:
        return found
    found += turned(reader, segment)
    found += _all_of_class(reader, segment)
    found += _podium(reader, segment)
    found += _met(reader, segment)
    found += _all_adopted(reader, segment)
    return found


def _all_done(reader: SentenceReader, segment: Segment) -> list[Reading]:
    """全部办结, 均已按期答复, 已在规定时限内全部办复."""
    text, tokens = reader.text, segment.tokens
    for verb in tokens:
        kind = verb.tags.get("verb", "")
        if kind not in _DONE_VERBS or re.match(
            r"率|函|稿|意见|的|时|前|后|中|件(?!$)|工作(?!全部|均|已|完成)|不|质量|情况|材料|人|方式|要求|及时|过程|由", text[verb.end :]
        ):
            continue
        lead = [t for t in tokens if t.end <= verb.start and ("all" in t.tags or "ontime" in t.tags)]
        every = next((t for t in reversed(lead) if "all" in t.tags), None)
        if every is None and re.match(r"(?:工作)?(?:均|全部|都)(?:已)?(?:按[期时])?完成", text[verb.end :]):
            every = verb
        if every is None and _GOES_ON.match(text, segment.start, verb.start) and (earlier := reader.previous_segment(segment)) and not segment.slots:
            every = verb if any("all" in t.tags for t in earlier.tokens) else None  # 均已…面商, 并按时作了书面答复
        if every is None:
            continue
        between = text[every.end : verb.start]
        by_date = _BY_DATE.search(between)
        aimed = not by_date and GOAL.search(_untimed(reader, segment, verb.start))
        if len(between) > 18 or NOT.search(between) or aimed or re.search(r"[,;]", between):
            continue
        if any("rate" in t.tags or "other" in t.tags for t in tokens if every.start <= t.start < verb.start):
            continue
        if reader.other_stream_subject(segment, every) or re.search(r"其[余他它]", text[segment.start : every.start]):
            continue
        before = reader.previous_text(segment) if segment.mark == "," else ""
        timely = any("ontime" in t.tags for t in lead) or by_date is not None or bool(_IN_TIME.fullmatch(before))
        own = _subject_traits(reader, segment, verb)
        counted_once = len(segment.slots) == 1 or every.word.startswith("件")  # 件件有答复, 21件县人大代表建议和县政协提案全部办复: told of together
        pair = ([] if counted_once else two_subjects(reader, [t for t in tokens if t.end <= every.start])) or _subject_units(reader, segment, every, own)
        if verb.word in ("竣工", "完工"):
            return []
        measures = ["on_time_rate"] if timely else [{"answered": "answer_rate", "completed": "completion_rate"}[m] for m in kind.split("_")]
        cuts = [r.own.without("part") for r in reader.readings if r.measure == "received" and r.own.part] if own == Traits() else []
        owns = pair or (cuts if len(cuts) > 1 and len(cuts) == len(reader.readings) else [own])
        start, end = min(every.start, verb.start), verb.end
        if kind == "completed" and not timely and (also := AND_ANSWERED.match(text, verb.end, reader.end)):
            measures, end = [*measures, "answer_rate"], also.end()
        told = _count_said_before(reader, segment, kind) if own == Traits() else []
        return told + [implied(reader, m, start, end, "all_done", each, label=label) for m in measures for each, label in _labelled(owns, reader)]
    return _opinions(reader, segment)


_IN_TIME = re.compile(r"[在于按]?(?:规定|法定|要求)的?(?:时限|期限|时间)内?")
_GOES_ON = re.compile(r"(?:并|且|也)(?:已)?(?:按[期时]|在规定[^,;。]{0,4}内|及时)")
_DOERS = re.compile(r"(?P<names>“?两院”?|[^,;:。\d]{3,40}?)(?:所)?(?:承办|办理|主办)的")


def _subject_units(reader: SentenceReader, segment: Segment, every: Token, own: Traits) -> list[Traits]:
    """市中级人民法院、市人民检察院承办的建议也全部办结: of each of the units named."""
    found = _DOERS.match(reader.text, segment.start, every.start) if reader.context.head.kind != "bureau" else None
    parts = re.split(r"、|和(?=[省市县区州旗])", found["names"]) if found else []
    if found and found["names"].strip("“”") == "两院":
        letter = reader.context.head.region[-1:]
        parts = [f"{letter}人民法院", f"{letter}人民检察院"]  # “两院”承办的建议也都办理完毕
    named = named_units(parts, len(parts))
    reader.axis = [Traits(unit=name) for name in named] if len(named) > 1 else reader.axis  # …, 满意率均为100%
    return [Traits(unit=name).over(own) for name in named]


_NUMBER_FIRST = re.compile(r"件[^,;。\d]{0,10}(?:建议|提案|议案)")  # 213件建议提案, but not 提案122件


def _count_said_before(reader: SentenceReader, segment: Segment, kind: str) -> list[Reading]:
    """主办件共74件, 于9月15日前全部办复: the one number of the sentence is that of what was answered."""
    told = [r for r in reader.readings if r.scale == "count" and r.measure != "units"]
    units = len(told) < len(reader.readings)  # 213件建议提案, 分给47个单位办理, 到11月20日全部办结
    place = reader.segments.index(segment)
    if segment.slots or len(told) != 1 or told[0].measure != "received" or told[0].own.part or not place or told[0].start < reader.segments[max(0, place - 2 - units)].start:
        return []
    if told[0].rule not in ("noun", "group", "role_group") or not (told[0].own.role or told[0].again or (units and _NUMBER_FIRST.match(reader.text, told[0].end))):
        return []
    return [replace(told[0], measure=measure, rule="all_done_count") for measure in kind.split("_")]


def _untimed(reader: SentenceReader, segment: Segment, end: int) -> str:
    """What stands before the verb without words of time: the 要求 of 按时限要求 is no aim."""
    words, place = "", segment.start
    for token in segment.tokens:
        if "ontime" in token.tags and token.end <= end:
            words, place = words + reader.text[place : token.start], token.end
    return re.sub(r"(?:按照?|依照|遵照|根据|对照)[^,;。]{0,8}要求", "", words + reader.text[place:end])


def _labelled(owns: list[Traits], reader: SentenceReader) -> list[tuple[Traits, str]]:
    labels = [r.label for r in reader.readings if r.own.part] if len(owns) > 1 else [""]
    labels = labels if len(labels) == len(owns) else [""] * len(owns)
    return list(zip(owns, labels, strict=True))


_OPINION_IN_TIME = re.compile(
    r"(?:均|全部|都)(?:已|能)?(?:按[期时]|如期|(?:在|按照?|于)?[^,;。]{0,12}?(?:时间|时限|期限|(?:规定|要求)的?\d+个?工作日)要?求?内?的?)(?:内)?(?:及时)?(?:地)?(?:向[^,。]{2,10}|[将把])?"
    r"(?:(?:提交|提供|反馈|报送|送达|送交|提出|回复|出具|送出|办理并反馈)了?(?:书面)?(?:会办|协办|办理|答复)?意见|(?:书面)?(?:会办|协办|办理|答复)?意见(?:书面)?(?:反馈|提交|提供|报送|送达|送交|送到|报))"
    r"|(?:(?<=[会协]办件)|(?<=办的提案)|(?<=办的建议))也?(?:均|全部|都)已?(?:按[期时]|如期|[在于][^,;。]{0,12}?(?:时间|时限|期限)内)(?:反馈|回复)(?:了?主办单位)?(?=[,;。]|$)"
    r"|(?<=意见)(?:(?:也|已|也已)?(?:均|全部|都)(?:已|能)?|也已)(?:按[期时]|(?:在|按照?|于)?[^,;。]{0,12}?(?:时间|时限|期限)要?求?内?)(?:送交|反馈|提交|报送|送达|送|报)"
)


def _opinions(reader: SentenceReader, segment: Segment) -> list[Reading]:
    """会办件均在规定时间内提交了会办意见."""
    text = reader.text[segment.start : segment.end]
    found = _OPINION_IN_TIME.search(text)
    if not found or GOAL.search(text[: found.start()]):
        return []
    own = _subject_traits(reader, segment, None)
    return [implied(reader, "on_time_rate", segment.start + found.start(), segment.start + found.end(), "all_done", own)]


def _subject_traits(reader: SentenceReader, segment: Segment, verb: Token | None) -> Traits:
    words = [t for t in segment.tokens if (verb is None or t.end <= verb.start) and not (t.tags.keys() & {"agent", "qualifier"})]
    return traits_of(words, reader.context.stream)


def _each_answered(reader: SentenceReader, segment: Segment) -> list[Reading]:
    text = reader.text
    found = []
    for match in _EACH.finditer(text, segment.start, segment.end):
        around = text[max(reader.start, match.start() - 22) : match.start()]
        quoted = text[match.start() - 1 : match.start()] == "“" and re.match(r"[^”]{0,14}”(?:为|的)", text[match.end() :])
        if quoted or (GOAL.search(around) and not _DONE.search(around[-8:])) or re.search(r"不|没|未|要$", around[-3:]):
            continue
        if match["meet"] and not _DONE.search(around):
            continue
        measure = "answer_rate" if match["answer"] else "meeting_rate"
        found.append(implied(reader, measure, match.start(), match.end(), "each_one_answered", _subject_traits(reader, segment, None)))
    return found


def _projects(reader: SentenceReader, segment: Segment) -> list[Reading]:
    """20个市重大项目全部开工建设; the project list is the label."""
    text = reader.text
    found = _STARTED.search(text, segment.start, segment.end)
    if not found or not reader.context.key_work or GOAL.search(text[segment.start : found.start()]):
        return []
    subject = re.search(r"(?:\d{1,9}个)?(?P<label>[\u4e00-\u9fff]{2,20}?(?:工程项目|项目|工程))$", text[segment.start : found.start()])
    if not subject or not re.search(r"\d", text[segment.start : found.start()]):
        return []
    measure = "start_rate" if "开工" in found["what"] else "completion_rate"
    return [implied(reader, measure, found.start(), found.end(), "projects_done", Traits(instrument="key_work"), label=subject["label"])]


_OF_CLASS = re.compile(
    r"(?:(?:办理|答复)(?:类别|结果|类型|答复类别)?|结果|类别)?(?P<all>均|全部|都|全)(?:已)?(?:被)?(?:答复|评定|确定|列|归)?(?:为|是|属|属于)(?=[“]?[A-D甲乙丙丁]|已|正|列|基本|部分|暂|留)"
    r"|(?:办理|答复|结果)(?:类别|结果|类型|答复类别)?(?:为|是|属|属于|列为|评为)(?=[“]?[A-D甲乙丙丁])"
)
_BESIDE = re.compile(r"[^,;。:()]{1,20}")


def _all_of_class(reader: SentenceReader, segment: Segment) -> list[Reading]:
    """13件主办件已办结, 办理类别为A类: all of them are of that class. 全部为A类 of items that nobody counts here is a share."""
    text = reader.text
    found = _OF_CLASS.search(text, segment.start, segment.end)
    if not found or segment.slots:
        return []
    run = [t for t in segment.tokens if t.tags.keys() & {"letter", "outcome"} and t.start >= found.end()]
    if not run or run[0].start > found.end() + 1 or re.match(r"[\u4e00-\u9fff”]*[\d(]", text[run[-1].end : segment.end]):
        return []
    letter = next((t.tags["letter"] for t in run if "letter" in t.tags), "")
    category = reader.context.letters.of(letter) if letter else resolve(run, text)
    counted = [r for r in reader.readings if r.scale == "count" and r.measure in ("completed", "answered", "received")]
    if not counted or not category:
        own = _subject_traits(reader, segment, None)
        return [implied(reader, "outcome_share", found.start("all"), run[-1].end, "all_of_class", own, category=category)] if category and found["all"] else []
    group = counted[-1:]
    for reading in reversed(counted[:-1] if found["all"] else []):
        if reading.measure != group[0].measure or not _BESIDE.fullmatch(text, reading.end, group[0].start):
            break
        group.insert(0, reading)  # 州人大代表建议1件、州政协提案2件, 均答复为正在解决
    label = text[run[0].start : run[-1].end]
    return [Reading(measure="outcome", value=r.value, scale="count", start=r.start, end=r.end, rule="all_of_class", traits=r.traits,
                    own=r.traits, category=category, label=label) for r in group]  # fmt: skip


_ADOPTED = re.compile(r"(?:提案|建议|议案|件|^)(?:所提|提出|中|的|问题|意见|建议|事项){0,5}(?P<all>均|全部|都)(?:已经?|被|得到|予以|获得?|给予){0,3}了?(?:吸收)?(?:采纳|吸纳)(?:落实|或落实)?(?=[,;。]|$)")


def _all_adopted(reader: SentenceReader, segment: Segment) -> list[Reading]:
    """承办政协提案5件, 均已采纳落实; 所提建议全部予以采纳: a share of 100."""
    found = _ADOPTED.search(reader.text[segment.start : segment.end])
    counted = any(r.measure == "outcome" and r.start >= segment.start for r in reader.readings)  # 六件提案全部被采纳
    if not found or counted or GOAL.search(reader.text[segment.start : segment.start + found.start()]):
        return []
    start, end = segment.start + found.start("all"), segment.start + found.end()
    return [implied(reader, "outcome_share", start, end, "all_adopted", _subject_traits(reader, segment, None), category="adopted")]


_PODIUM = re.compile(r"(?:居|列|排名|排|位居|位列)前[二三四五六七八九十\d]+(?:位|名)的?(?:依次|分别)(?:是|为)(?P<names>[^。;,]+)")


def _podium(reader: SentenceReader, segment: Segment) -> list[Reading]:
    """考核居前三位的依次是浣溪市、石砚县、罗川县: ranks 1, 2, 3."""
    found = _PODIUM.search(reader.text, segment.start, segment.end) if reader.context.key_work else None
    if not found:
        return []
    readings, place = [], found.start("names")
    for rank, name in enumerate(re.split(r"、|和", found["names"]), 1):
        own = Traits(instrument="key_work", unit=name)
        label = reader.context.label
        readings.append(Reading(measure="rank", value=rank, scale="rank", start=place, end=place + len(name), rule="podium", traits=own, own=own,
                                category=class_of_label(label), label=label, basis="implied"))  # fmt: skip
        place += len(name) + 1
    return readings


_MET = re.compile(
    r"(?:均|全部|都|逐一|逐件|一一)(?:已)?(?:按[^,;。]{0,8})?(?:与|同|和|向)(?:各位|提出|领衔|有关|相关|人大|政协|建议|提案)*(?:代表|委员|提案人|提案者|提出人|、|和)+(?:们|本人)?"
    r"(?:进行了?|开展了?)?(?:当面|面对面|上门|直接)?(?P<how>见面|见了面|面商|面谈|面对面沟通|沟通见面|沟通)(?:了|过)?(?=[,;。]|$)"
)


def _met(reader: SentenceReader, segment: Segment) -> list[Reading]:
    """均已与代表见面, 全部同委员面商: a meeting rate of 100, unless one is printed in the sentence."""
    found = _MET.search(reader.text, segment.start, segment.end)
    if not found or GOAL.search(reader.text[segment.start : found.start()]):
        return []
    return [implied(reader, "meeting_rate", found.start(), found.end(), "all_met", _subject_traits(reader, segment, None))]
