"""Counts of items: which measure a number with 件 means, from the words beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from handling.extract import adjacency
from handling.extract.changes import by_change
from handling.extract.clauses import Segment, Slot
from handling.extract.count_reading import GROUP, count_of, counted_in
from handling.extract.exclusions import awarded, excluded
from handling.extract.implied_words import AND_ANSWERED
from handling.extract.key_counts import by_key
from handling.extract.lexicon import Token
from handling.extract.nouns import NEXT_STREAM, by_echo, by_noun, by_proposer, by_turned, by_unit
from handling.extract.opinion_counts import by_satisfaction
from handling.extract.outcomes import resolve, run_before
from handling.extract.scope import Reading, Traits, traits_of
from handling.extract.shared_roles import heads_group
from handling.extract.subjects import kind_of_request, topic_about, topic_before, topic_carried, topic_of_bracket
from handling.extract.unit_counts import units

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

_FILED_BEHIND = re.compile(r"(?:提案|建议)?(?:经(?:过)?(?:审查|审核)(?:后)?)?(?:予以|被|获准?|准予|符合条件|,)*立案(?=[,;。、]|$)")
_NOT_DONE = re.compile(r"^(?:率|函|稿|意见|时间|工作|质量|前|中(?!,)|不|满意|的(?!提案|建议|委员|代表))")


_UNITS = re.compile(r"(?:承办|主办|会办|协办|责任|牵头)?(?:单位|部门)")


def read_count(reader: SentenceReader, segment: Segment, slot: Slot) -> list[Reading] | str:
    """Readings of one count, or the reason why it is none."""
    quantity, text = slot.quantity, reader.text
    chain, right = adjacency.before(slot, text), slot.right
    if quantity.unit in ("个", "家") and not awarded(slot, text) and (told := units(reader, segment, slot)):
        return told
    if quantity.unit in ("个", "家") and _UNITS.match(text, quantity.end, slot.end):
        return "unit"
    near, behind = adjacency.naming(chain), adjacency.beside(slot, text)
    if channel := _by_channel(reader, slot):
        return [channel]
    reason = excluded(reader, segment, slot, chain, near, behind)
    if reason:
        return reason
    for attempt in (by_proposer, by_turned, by_satisfaction, by_change, _by_outcome, by_key, _by_topic, _by_predicate, _by_verb, by_noun, by_unit, by_echo):
        found = attempt(reader, segment, slot, chain, near, behind)
        if found:
            return found if isinstance(found, list) else [found]
    return "no_word" if quantity.unit == "件" or right else ""


_BESIDE = re.compile(r"件?[^,;。\d]{2,16}[和与及、]")
_EACH = re.compile("均|都|全部")
_OF_A_COURT = re.compile(r"(?:网上|跨域|线上|自助|诉讼|民商事|民事|刑事|行政|执行|一审|案件)$")
_SENT_OUT = re.compile(r"推送|发布|刊发|刊登|播出|转载|报道|宣传|开通|开设|设立")


def _by_channel(reader: SentenceReader, slot: Slot) -> Reading | None:
    """区长信箱转来的意见27封: a part of the hotline stream, at the level of the office that the box is named for."""
    channels = [t for t in slot.left if "channel" in t.tags]
    if not channels or not slot.quantity.exact or slot.quantity.unit not in ("件", "封", "条", "个", "项", "份"):
        return None
    if any(t.tags.get("verb") in ("completed", "answered") for t in slot.left if t.start > channels[-1].start):
        return None
    if _SENT_OUT.search(text := reader.text[slot.start : slot.quantity.span.start]) or (slot.quantity.unit in ("条", "部", "个") and text.endswith("热线")):
        return None  # 微信公众号推送信息76条, 开通热线1条
    word = channels[-1].word
    return count_of(
        reader, slot, "received", "channel", label=word, own=Traits(instrument="hotline", body=word[0] if word[1] == "长" else "", part="yes")
    )


def _by_outcome(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None) -> Reading | None:
    text, context = reader.text, reader.context
    run = run_before(slot.left, text, slot.quantity.span.start)
    run = [t for t in run if t.start >= slot.start]
    if not run and not slot.left and segment.mark == ")" and text[segment.start : slot.quantity.span.start].strip("的") == "":
        run = reader.last_run
    if not run and not slot.first and reader.readings and reader.readings[-1].rule == "outcome_header" and reader.readings[-1].start >= segment.start:
        run = reader.last_run
    if not run and slot.first and segment.mark == "," and reader.last_run and (
        re.search(r"(?:的|[类件][中里])$", reader.previous_text(segment)) or re.fullmatch(r"(?:共计?|计|共有|计有)", text[segment.start : slot.quantity.span.start])
    ):
        run = reader.last_run  # 已经解决或采纳的, 建议61件、提案89件
    if _STILL.search(text, slot.start, slot.quantity.span.start) and reader.readings and reader.readings[-1].measure == "outcome":
        return count_of(reader, slot, "outcome", "outcome_still", category="planned", label="仍在办理")  # 转为A类51件, 仍在办理36件
    if reader.readings and reader.readings[-1].measure == "outcome" and _STILL_BEHIND.match(text, slot.quantity.end, slot.end):
        return count_of(reader, slot, "outcome", "outcome_still", category="planned", label="仍在办理")  # 22件已转为A类, 14件仍在办理
    split = _split_by_stream(reader, segment, slot)
    if split is not None and not run:
        return count_of(reader, slot, "outcome", "outcome_by_stream", category=split.category, label=split.label, letter=split.letter)
    header = bool(run) and run is reader.last_run and _STREAM_ONLY.fullmatch(text, slot.start, slot.quantity.span.start) is not None
    header = header or (bool(run) and run is reader.last_run and slot.first and re.fullmatch("(?:共计?|计|有|共有|计有|为)?", text[slot.start : slot.quantity.span.start]) is not None and segment.mark == ",")  # A类即所提问题已经解决的,91件
    run = run if run is not reader.last_run or header or segment.mark == ")" else []
    rule = "outcome_header" if header else "outcome_before"
    if not run and GROUP.match(text[slot.quantity.end : slot.end]):
        run, rule = reader.last_run, "outcome_group"
    elif not run and (_OF_LETTER.match(text, slot.quantity.end) or not (near and near.tags.keys() & {"role", "verb", "key"} and not behind)):
        run, rule = _run_after(reader, slot), "outcome_after"
    if not run and (answered := _ANSWERED_AS.match(text, slot.quantity.end, segment.end)):
        run, rule = [t for t in segment.tokens if "letter" in t.tags and t.end == answered.end()], "outcome_after"
    if not run and _rest_of_earlier(reader, slot):
        return count_of(reader, slot, "outcome", "outcome_rest", category="planned", label="其余")
    strong = [t for t in run if "weak" not in t.tags]
    if not run or (not strong and not reader.classes_about and rule != "outcome_after"):
        return None
    if slot.quantity.unit != "份" and not context.counts_items(slot.quantity.unit):
        return None
    letter = next((t.tags["letter"] for t in reversed(run) if "letter" in t.tags), "")
    category = resolve(run, text) or context.letters.of(letter)
    label = text[run[0].start : run[-1].end]
    ahead = "提前" in label or text.startswith("提前", slot.quantity.end) or bool(_OF_ITS_CLASS.search(text, segment.start, slot.quantity.span.start))  # B类20件, 其中提前落实6件: a class split once more
    others = [t for t in (*slot.left, *[t for t in slot.right if not t.tags.keys() & {"time", "agent"}]) if t not in run]
    others = [t for t in others if t.word != "建议意见" or all(r.start - t.end > 1 for r in run)]  # 建议意见被采纳的: what the items say
    return count_of(reader, slot, "outcome", rule, category=category, label=label, letter=letter,
                    own=traits_of(others, context.stream).over(Traits(part="yes" if ahead else "")))  # fmt: skip


def _rest_of_earlier(reader: SentenceReader, slot: Slot) -> bool:
    """对2021年列为B类的8件, 今年5件转为A类, 其余3件正随二期工程实施: what makes up the earlier year's class with those told after it."""
    told = [r for r in reader.history if r.measure == "outcome" and r.scale == "count"]
    if not reader.context.resorted or not told or slot.quantity.unit != "件" or not _REST.fullmatch(reader.text, slot.start, slot.quantity.span.start):
        return False
    if not _GOES_ON.match(reader.text, slot.quantity.end):
        return False
    whole = slot.quantity.value
    for reading in reversed(told):
        if reading.value == whole and reading.category == "planned":
            return whole > slot.quantity.value
        whole += reading.value
    return False


def _split_by_stream(reader: SentenceReader, segment: Segment, slot: Slot) -> Reading | None:
    """办成的83件里, 议案建议45件、提案38件: the class whose items are told stream by stream."""
    if not _STREAM_ONLY.fullmatch(reader.text, slot.start, slot.quantity.span.start) or not reader.readings:
        return None
    last = reader.readings[-1]
    if last.measure == "outcome" and last.own.instrument and last.start >= segment.start and NEXT_STREAM.fullmatch(reader.text, last.end, slot.quantity.span.start):
        return last  # 已解决的建议12件、提案15件
    whole = last if last.measure == "outcome" else reader.readings[-2] if last.measure == "outcome_share" and len(reader.readings) > 1 else None
    if reader.text.startswith("其中", segment.start) and whole is not None and whole.measure == "outcome" and whole.value > slot.quantity.value:
        return whole  # 已经解决的220件, 占93.2%, 其中建议102件、提案118件
    if last.rule == "outcome_by_stream" and last.start >= segment.start:
        return last
    if last.rule in ("outcome_by_stream", "outcome_header") and segment.mark in (",", "、") and slot.start - last.end <= 3:
        return last  # A类件中, 建议58件, 提案60件
    told = last.measure == "outcome" and last.end <= segment.start and re.search(r"件[中里]$", reader.previous_text(segment))
    return last if told and last.value > slot.quantity.value else None


_OF_A_STREAM = r"(?:[省市县区州旗]?(?:人大代表|政协委员|人大|政协|代表|委员)?(?:建议|提案|议案))"
_ANSWERED_AS = re.compile(rf"{_OF_A_STREAM}?(?:[、和]\d+件{_OF_A_STREAM})?(?:当年)?(?:答复|列|定|评|归)为[“]?[A-D]类")  # 24件州人大代表建议、29件州政协提案答复为B类
_STILL_BEHIND = re.compile(r"(?:建议|提案)?(?:仍|还|尚|正|仍旧)?(?:在|需)?(?:继续)?(?:抓紧|跟踪|持续)?(?:办理|推进)(?:之?中)?(?=[,;。]|$)")
_OF_THEM = re.compile(r"(?:的|了|有|为|共)*[\d一二两三四五六七八九十百]+件")
_OF_ITS_CLASS = re.compile(r"[A-D甲乙丙丁]”?类(?:件|建议|提案)*[中里],?(?:还|又)?有$")  # A类中有13件当年见效
_REST = re.compile(r"(?:其余|余下|剩余|剩下|另有|另外|另|还有)?(?:的)?")
_GOES_ON = re.compile(r"(?:建议|提案)?(?:[已也都均]+)?(?:正[在随按结与]|列[入进]|纳入|明确)")  # 继续跟踪 alone is no class
_STILL = re.compile(r"(?:仍|还|尚|正)在(?:继续|跟踪|持续)?(?:办理|推进)(?:的|中的)?(?:有|为)?$")
_OF_LETTER = re.compile(r"(?:被)?(?:列为|定为|评为|为|是|属于?)[“]?[A-F甲乙丙丁]类")
_STREAM_ONLY = re.compile(r"(?:其中)?有?[、和与及]?(?:全国|自治区|各级|[省市县区州旗盟镇乡]级?)?(?:人大代表|政协委员|人大|政协|代表|委员)?(?:议案)?(?:建议|提案|议案)(?:[、和与及](?:建议|提案))?(?:有|为|分别|各)?")


def _run_after(reader: SentenceReader, slot: Slot) -> list[Token]:
    """Class words after the number: 25件转为办成, 12件转为A类, 1件因征地受阻转为C类, 8件已采纳."""
    text = reader.text
    follow = text[slot.quantity.end : slot.end]
    found = [t for t in slot.right if "outcome" in t.tags or "letter" in t.tags]
    if not found or any(t.tags.keys() & {"rate", "units"} for t in slot.right):
        return []
    between = text[slot.quantity.end : found[0].start]
    if not reader.classes_about and not re.fullmatch(
        rf"(?:主办的|承办的|办理的)?{_OF_A_STREAM}?(?:[提建议案件的]{{0,5}})(?:已经?|均已?|均|全部|已全部|全部被|均被|全部得到|均得到|为|属|属于|所提[问题意见建议]*|被|问题|(?:的)?(?:办理|答复)(?:结果|类别|类型)为)?",
        between,
    ):
        return []
    if re.match(r"(?:提案|建议|[^,]{0,6}件)(?:,|$)", text[found[-1].end : slot.end]) and not reader.classes_about:
        return []
    if re.match(r"的(?!提案|建议|$)", text[found[-1].end : slot.end]) or re.search(r"[对将把]$", text[slot.start : slot.quantity.span.start]):
        return []
    if _OF_THEM.match(text, found[-1].end):
        return []  # 14件提案已采纳9件
    if re.match(r"[到至在]", text[found[-1].end : slot.end]) and found[-1].word == "落实":
        return []  # 201件建议落实到43个承办单位
    if "重" in follow[:2] or len(between) > 16:
        return []
    letters = [t for t in found if "letter" in t.tags]
    return letters[-1:] if letters else found


def _by_topic(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None) -> Reading | None:
    if slot.quantity.unit not in ("件", "条", "项", "份", "个", "起"):
        return None
    if near and near.tags.keys() & {"role", "key", "verb", "units", "proposer"}:
        return None
    if kind := kind_of_request(reader, slot):
        return count_of(reader, slot, "received", "kind_of_request", label=kind, own=Traits(instrument="hotline", part="yes"))
    topic = topic_before(reader, slot) or topic_carried(reader, slot) or topic_of_bracket(reader, segment, slot) or topic_about(reader, segment, slot)
    if not topic:
        return None
    own = traits_of([t for t in slot.left if t.tags.keys() & {"instrument", "body"}], reader.context.stream)
    own = Traits(instrument=own.instrument, body=own.body)
    return count_of(reader, slot, "topic", "topic_count", category=topic[1], label=topic[0], own=own)


def _by_predicate(
    reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None
) -> list[Reading]:
    """162件提案已全部办复: what the words after the number say was done with them."""
    text, found = reader.text, []
    if slot.quantity.unit not in ("件", "份", "条", "项") or (near and near.tags.get("verb") in ("filed",) and text[near.end : near.end + 1] != "的"):
        return []
    if slot.quantity.unit != "件" and not any(t.tags.keys() & {"instrument", "role"} for t in (*slot.left, *slot.right)):
        return []  # 9条黑臭水体整治工程全部完工
    last = reader.readings[-1] if reader.readings else None
    beside = last is not None and last.rule == "noun" and last.start >= segment.start and _BESIDE.fullmatch(text, last.end, slot.quantity.span.start)
    if reader.readings and slot.quantity.unit == "件" and _FILED_BEHIND.match(text, slot.quantity.end, slot.end):
        return [count_of(reader, slot, "filed", "filed_behind")]  # 184件经审查立案
    for token in slot.right:
        verb = token.tags.get("verb", "")
        if verb not in ("answered", "completed", "completed_answered") or _NOT_DONE.match(text[token.end : slot.end]):
            continue
        between = text[slot.quantity.end : token.start]
        if re.search(r"[不未没]|尚|预计|退回|由|承办|需|待|工作|类$", between) or len(between) > 24:
            continue
        both = "completed_answered" if verb == "completed" and AND_ANSWERED.match(text, token.end, segment.end) else verb
        if beside and last is not None and _EACH.search(between):
            found += [replace(last, measure=measure, rule="predicate") for measure in both.split("_")]  # 9件建议和12件提案均已办结
        found += [count_of(reader, slot, measure, "predicate") for measure in both.split("_")]  # 115件提案全部办理完毕并答复
        handed = near is not None and ("instrument" in near.tags or (near.tags.get("verb") == "received" and text.startswith("的", near.end)))
        if handed and not reader.readings and not any(g.value == slot.quantity.value for g in reader.context.groups) and any(t.tags.get("verb") == "received" for t in slot.left):
            found.insert(0, count_of(reader, slot, "received", "verb_before"))  # 承办的政协提案122件全部办结, 承办的26件提案已全部办结
        elif found and heads_group(reader, slot) and not text[slot.start : slot.quantity.span.start].endswith("的"):
            found.insert(0, count_of(reader, slot, "received", "role_group"))  # 主办的10件全部办结: the group and what became of it
        break
    return found


def _by_verb(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None) -> list[Reading]:
    """收到7件, 立案176件, 立案提案171件, 已办结15件, 6月底前答复的131件."""
    text = reader.text
    verb = next((t for t in chain if t.tags.get("verb")), None)
    joined = _joined(verb, slot, text) if verb else ""
    nouns = [t for t in chain if verb is None or t.start > verb.start]
    if verb is None or any(t.tags.keys() & {"role"} for t in nouns):
        return []
    kind = verb.tags["verb"]
    if re.match(r"[不未可能将]", text[max(slot.start, verb.start - 1) : verb.start]):
        return []  # 年内可办结3件
    if kind == "filed" and _OF_A_COURT.search(text, slot.start, verb.start):
        return []
    follows = text[slot.quantity.end : slot.end]
    named = any("instrument" in t.tags and (slot.quantity.unit == "件" or counted_in(slot, t)) for t in (*nouns, *([behind] if behind else [])))
    if slot.quantity.unit not in ("件", "份", "条", "项", "宗", "封") or (
        not named and not reader.context.counts_items(slot.quantity.unit)
    ):
        return []
    if kind in ("answered", "completed", "completed_answered", "filed"):
        own = {"part": "yes"} if re.search(r"(?:底|旬|日|月)[以之]?前[^,]{0,6}$", text[slot.start : verb.start]) and kind != "filed" else {}
        return [_part(count_of(reader, slot, m, "verb_before"), own) for m in (joined or kind).split("_")]
    if (
        not named
        and re.match(r"[\u4e00-\u9fff]", follows)
        and not re.match(r"[,;]|由|交|,|并|已|全|均|进|的?(?:提案|建议)", follows)
        and near is verb
    ) and (verb.word in ("办理", "受理", "领办", "分解", "接受", "承担") or not reader.context.received):
        return []
    told = next((r for r in reader.readings if r.measure == "received" and not r.own.unit), None)
    if verb.word in ("办理", "办理了") and told and told.value > slot.quantity.value and re.search(r"已经?(?:全部)?$", text[slot.start : verb.start]):
        return [count_of(reader, slot, "completed", "verb_before")]  # 收到36件, 已办理34件
    return [count_of(reader, slot, "received", "raised" if kind == "raised" else "verb_before")]


def _joined(verb: Token, slot: Slot, text: str) -> str:
    """已办理完毕并答复131件: two verbs, one number."""
    first = next((t for t in reversed(slot.left) if t.end <= verb.start and t.tags.get("verb") == "completed"), None)
    if first and verb.tags["verb"] == "answered" and re.fullmatch(r"[并和且、已全部均]*", text[first.end : verb.start]):
        return "completed_answered"
    return ""


def _part(reading: Reading, more: dict[str, str]) -> Reading:
    if more:
        reading.own = reading.own.over(Traits(**more))
    return reading
