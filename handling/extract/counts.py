"""Counts of items: which measure a number with 件 means, from the words beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract import adjacency
from handling.extract.clauses import Segment, Slot
from handling.extract.lexicon import Token
from handling.extract.outcomes import resolve, run_before
from handling.extract.scope import MIXED, Reading, Traits, traits_of
from handling.extract.subjects import topic_before
from handling.vocabulary.topics import class_of_label

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

_GROUP = re.compile(r"(?:中|里|内|当中|之中)(?:,|$|有|,?其中)|的(?:代表|委员)")
_SHARED_ROLE = re.compile(r"(?:由我[局委办厅院市县区州省]|由本(?:单位|局|委))(主办|协办|会办)$")
_GIVEN = re.compile(r"(?:提案|建议)?(?:已)?(?:分别)?(?:交|由|转|移交|分)[^,]{0,26}?(?:办理|承办|主办|承担|研究|处理)")
_NOT_DONE = re.compile(r"^(?:率|函|稿|意见|时间|工作|质量|前|中(?!,)|不|满意|的(?!提案|建议|委员|代表))")
_INTO_SUGGESTION = re.compile(r"(?:转|改)(?:作|为|成)(?:代表)?建议")
_UNIT_NOUN = re.compile(
    r"(?:[省市州县区旗]?直?)?(?:(?P<role>承办|主办|会办|协办|责任|牵头|成员)?(?:部门和?单位|单位和?部门|单位|部门)|[局委办]{1,2}(?=承办|办理)|街道|乡镇|镇街|镇办|县市政府|县市区|县区政府)(?!的?(?:答复|复函|负责人|因|在|被|未|存在|会商|联合|联动))"
)
_HANDLES = re.compile(r"承办|办理|主办|会办|协办|承担|分解|涉及|交由|落到|落实到|分派|交办|分别交|研究办理")


def read_count(reader: SentenceReader, segment: Segment, slot: Slot) -> list[Reading] | str:
    """Readings of one count, or the reason why it is none."""
    quantity, text = slot.quantity, reader.text
    chain, right = adjacency.before(slot, text), slot.right
    if quantity.unit in ("个", "家") and (units := _units(reader, segment, slot)):
        return units
    near, behind = adjacency.naming(chain), adjacency.beside(slot, text)
    if channel := _by_channel(reader, slot):
        return [channel]
    reason = _excluded(reader, segment, slot, chain, near, behind)
    if reason:
        return reason
    for attempt in (_by_satisfaction, _by_outcome, _by_key, _by_topic, _by_predicate, _by_verb, _by_noun, _by_unit, _by_echo):
        found = attempt(reader, segment, slot, chain, near, behind)
        if found:
            return found if isinstance(found, list) else [found]
    return "no_word" if quantity.unit == "件" or right else ""


def _reading(reader: SentenceReader, slot: Slot, measure: str, rule: str, **more: object) -> Reading:
    own = traits_of([*slot.left, *[t for t in slot.right if "time" not in t.tags]], reader.context.stream)
    span = slot.quantity.span
    given = {"own": own, "label": "", **more}
    return Reading(measure=measure, value=slot.quantity.value, scale="count", start=span.start, end=span.end, rule=rule, traits=own, **given)  # type: ignore[arg-type]


def _excluded(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None) -> str:
    quantity, text = slot.quantity, reader.text
    if quantity.unit not in ("件", "份", "条", "项", "宗", "个", "家", "位", "封", "", "人", "起"):
        return "unit"
    if not quantity.exact:
        return "approximate"
    if any("difference" in t.tags for t in chain[:1]) or (near and "difference" in near.tags):
        return "difference"
    if any("every" in t.tags for t in chain[:2]):
        return "each_one"
    others = [t for t in slot.left if t.tags.keys() & {"other", "instrument", "role", "letter", "sat", "key", "outcome"}]
    if others and re.match(r"类|方面", text[others[-1].end :]):
        others, near = [], None
    if (
        others
        and "other" in others[-1].tags
        and not others[-1].tags.keys() & {"instrument", "handover", "verb"}
        and not re.search(r"[。;]", text[others[-1].end : quantity.span.start])
    ):
        return "other_stream"
    if near and "other" in near.tags and not near.tags.keys() & {"handover", "proposer"}:
        return "other_stream"
    follows = text[quantity.end : slot.end]
    if re.match(
        r"(?:提案|建议|答复|复函|件|的)*(?:开展|进行)?(?:了)?(?:第三方|质量)?(?:评估|抽查|抽检|回头看|“回头看|评议|质量评估|开展质量|要求返工)",
        follows,
    ):
        return "sample"
    if behind and "other" in behind.tags and "instrument" not in behind.tags:
        return "other_stream"
    if re.match(r"(?:退|撤|不予立案|未予?立案|并案|转为社情|转作社情|转社情)", follows) or re.search(
        r"(?:并案|不予立案|未立案|撤案)(?:处理|的|件|办理)*$", text[slot.start : quantity.span.start]
    ):
        return "other_stream"
    if any("sample" in t.tags for t in slot.left):
        return "sample"
    if quantity.spelled and quantity.value == 1 and not (near and near.tags.keys() & {"letter", "sat", "outcome", "role", "key"}):
        return "manner_of_speaking"
    if quantity.unit == "" and not (
        near and near.tags.keys() & {"instrument", "role", "letter"} and re.match(r"[(,;、。]|$", text[quantity.end : quantity.end + 1])
    ):
        return "no_unit"
    return ""


def _by_channel(reader: SentenceReader, slot: Slot) -> Reading | None:
    """区长信箱转来的意见27封: a part of the hotline stream, at the level of the office that the box is named for."""
    channels = [t for t in slot.left if "channel" in t.tags]
    if not channels or not slot.quantity.exact or slot.quantity.unit not in ("件", "封", "条", "个", "项", "份"):
        return None
    if any(t.tags.get("verb") in ("completed", "answered") for t in slot.left if t.start > channels[-1].start):
        return None
    word = channels[-1].word
    return _reading(
        reader, slot, "received", "channel", label=word, own=Traits(instrument="hotline", body=word[0] if word[1] == "长" else "", part="yes")
    )


def _by_satisfaction(
    reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None
) -> Reading | None:
    text, place = reader.text, slot.quantity.end
    if near and "sat" in near.tags:
        if re.search(r"(?:未|没有|未达到?|不够)$", text[slot.start : near.start]):
            return None
        found, words = near, [*slot.left]
    else:
        found = next((t for t in slot.right if "sat" in t.tags), None)
        if found is None or slot.quantity.unit not in ("件", "份", "位", "名", "人"):
            return None
        between = text[place : found.start]
        if len(between) > 16 or re.search(r"[率使让为了]", between.replace("评为", "").replace("转为", "").replace("评价为", "")):
            return None
        words = [*slot.left, *[t for t in slot.right if t.start <= found.start]]
        if re.match(r"[率度]", text[found.end :]):
            return None
        for told in reversed(reader.history):  # 2件基本满意件…: the ones that were counted before
            if told.measure == "satisfaction" and told.category == found.tags["sat"] and told.value == slot.quantity.value and told.traits.round:
                return _reading(reader, slot, "satisfaction", "satisfaction_again", category=found.tags["sat"], label=found.word, own=told.traits)
    if slot.quantity.unit in ("个", "项", "条", "宗", "封"):
        return None
    return _reading(reader, slot, "satisfaction", "satisfaction_count", category=found.tags["sat"], label=found.word,
                    own=traits_of(words, reader.context.stream))  # fmt: skip


def _by_outcome(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None) -> Reading | None:
    text, context = reader.text, reader.context
    run = run_before(slot.left, text, slot.quantity.span.start)
    run = [t for t in run if t.start >= slot.start]
    if not run and not slot.left and segment.mark == ")" and text[segment.start : slot.quantity.span.start].strip("的") == "":
        run = reader.last_run
    rule = "outcome_before"
    if not run and _GROUP.match(text[slot.quantity.end : slot.end]):
        run, rule = reader.last_run, "outcome_group"
    elif not run and not (near and near.tags.keys() & {"role", "verb", "key"} and not behind):
        run, rule = _run_after(reader, slot), "outcome_after"
    strong = [t for t in run if "weak" not in t.tags]
    if not run or (not strong and not reader.classes_about):
        return None
    if slot.quantity.unit not in ("件", "份") and slot.quantity.unit not in context.units:
        return None
    letter = next((t.tags["letter"] for t in reversed(run) if "letter" in t.tags), "")
    category = resolve(run, text) or context.letters.of(letter)
    label = text[run[0].start : run[-1].end]
    others = [t for t in (*slot.left, *[t for t in slot.right if not t.tags.keys() & {"time", "agent"}]) if t not in run]
    return _reading(reader, slot, "outcome", rule, category=category, label=label, letter=letter, own=traits_of(others, context.stream))


def _run_after(reader: SentenceReader, slot: Slot) -> list[Token]:
    """Class words after the number: 25件转为办成, 12件转为A类, 1件因征地受阻转为C类, 8件已采纳."""
    text = reader.text
    follow = text[slot.quantity.end : slot.end]
    found = [t for t in slot.right if "outcome" in t.tags or "letter" in t.tags]
    if not found or any(t.tags.keys() & {"rate", "units"} for t in slot.right):
        return []
    between = text[slot.quantity.end : found[0].start]
    if not reader.classes_about and not re.fullmatch(
        r"(?:[提建议案件的]{0,5})(?:已经?|均已?|均|全部|已全部|为|属|属于|所提[问题意见建议]*|被|问题|(?:的)?(?:办理|答复)(?:结果|类别|类型)为)?", between
    ):
        return []
    if re.match(r"(?:提案|建议|[^,]{0,6}件)(?:,|$)", text[found[-1].end : slot.end]) and not reader.classes_about:
        return []
    if "重" in follow[:2] or len(between) > 16:
        return []
    letters = [t for t in found if "letter" in t.tags]
    return letters[-1:] if letters else found


def _by_key(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None) -> Reading | None:
    token = near if near and "key" in near.tags else behind if behind and "key" in behind.tags else None
    if token is None and slot.quantity.unit == "件" and near and "instrument" in near.tags:
        token = next((t for t in chain[:4] if "key" in t.tags), None)
    if token is None and slot.right and slot.quantity.unit == "件":
        token = next((t for t in slot.right if "key" in t.tags and t.word.startswith("重点")), None)
    if token is None or slot.quantity.unit not in ("件", "个", "项", "份"):
        return None
    if slot.quantity.unit == "个" and not re.match(r"(?:重点[\u4e00-\u9fff]{2,4})?(?:$|[由,均已全进])", reader.text[slot.quantity.end : slot.end]):
        return None
    if "领" in token.word and slot.quantity.unit != "件":
        return None
    return _reading(reader, slot, "key", "key_items", label=token.word)


def _by_topic(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None) -> Reading | None:
    if slot.quantity.unit not in ("件", "条", "项", "份", "个", "起"):
        return None
    if near and near.tags.keys() & {"role", "key", "verb", "units", "proposer"}:
        return None
    topic = topic_before(reader, slot)
    if not topic:
        return None
    return _reading(reader, slot, "topic", "topic_count", category=topic[1], label=topic[0], own=Traits())


def _by_predicate(
    reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None
) -> list[Reading]:
    """162件提案已全部办复: what the words after the number say was done with them."""
    text, found = reader.text, []
    if slot.quantity.unit not in ("件", "份", "条", "项") or (near and near.tags.get("verb") in ("filed",)):
        return []
    for token in slot.right:
        verb = token.tags.get("verb", "")
        if verb not in ("answered", "completed", "completed_answered") or _NOT_DONE.match(text[token.end : slot.end]):
            continue
        between = text[slot.quantity.end : token.start]
        if re.search(r"[不未没]|尚|预计|退回|由|承办|需|待|工作", between) or len(between) > 24:
            continue
        for measure in verb.split("_"):
            found.append(_reading(reader, slot, measure, "predicate"))
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
    if re.match(r"[不未]", text[max(slot.start, verb.start - 1) : verb.start]):
        return []
    follows = text[slot.quantity.end : slot.end]
    named = any("instrument" in t.tags and (slot.quantity.unit == "件" or _counted_in(slot, t)) for t in (*nouns, *([behind] if behind else [])))
    if slot.quantity.unit not in ("件", "份", "条", "项", "宗", "封") or (
        slot.quantity.unit != "件" and not named and slot.quantity.unit not in reader.context.units
    ):
        return []
    if kind in ("answered", "completed", "completed_answered", "filed"):
        own = {"part": "yes"} if re.search(r"(?:底|旬|日|月)前[^,]{0,6}$", text[slot.start : verb.start]) and kind != "filed" else {}
        return [_part(_reading(reader, slot, m, "verb_before"), own) for m in (joined or kind).split("_")]
    if (
        not named
        and re.match(r"[\u4e00-\u9fff]", follows)
        and not re.match(r"[,;]|由|交|,|并|已|全|均|进|的?(?:提案|建议)", follows)
        and near is verb
    ):
        if verb.word in ("办理", "受理", "领办", "分解", "接受", "承担") or not reader.context.received:
            return []
    return [_reading(reader, slot, "received", "raised" if kind == "raised" else "verb_before")]


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


def _by_noun(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None) -> Reading | None:
    """提案13件, 13件提案, 主办12件, 6件为协办, 省级5件, 会议期间157件."""
    text = reader.text
    right = adjacency.after(slot, text)
    follows = text[slot.quantity.end : slot.end]
    if _INTO_SUGGESTION.match(follows):
        reading = _reading(reader, slot, "received", "turned_into_suggestion", label="转作建议")
        reading.own = reading.own.over(Traits(part="yes"))
        return reading
    if follows.startswith(("列为议案", "作为议案", "列入议案")):
        reading = _reading(reader, slot, "filed", "motion_filed", label="列为议案", own=Traits(instrument="motion", part="yes"))
        return reading
    nouns = {"instrument", "role", "proposer", "channel", "handover"}
    left_noun = near if near and (nouns & near.tags.keys() or near.tags.get("step")) else None
    role_after = next((t for t in right if "role" in t.tags), None) or _role_clause(text, slot)
    if left_noun is None and role_after is None and not (right and nouns & right[0].tags.keys()) and not (right and "body" in right[0].tags):
        return None
    if slot.quantity.unit not in ("件", "") and not any(_counted_in(slot, noun) for noun in (left_noun, right[0] if right else None) if noun):
        return None
    if any(noun.tags.get("instrument") == "key_work" for noun in (left_noun, behind) if noun):
        if not reader.context.key_work or re.match(r"(?:民生)?(?:实事)?(?:项目)?(?:累计|完成|投资)", follows):
            return None
    if left_noun is not None and reader.context.received and (subject := _about_heading(reader, slot, left_noun)):
        return subject
    if re.search(r"[由从]$", text[slot.start : slot.quantity.span.start]) and re.match(r"(?:减少|增加|增长|上升|下降|降|增)", text[slot.quantity.end :]):
        if not re.search(r"去年|上年|上一年", text[reader.start : slot.quantity.span.start]):
            return None
        return _reading(reader, slot, "received", "changed_from", own=traits_of(slot.left, reader.context.stream).over(Traits(year="-1")))
    if left_noun is None and role_after is None and not _subject(reader, slot, right):
        return None
    shared = _SHARED_ROLE.search(text, slot.quantity.end, segment.end)
    label = left_noun.word if left_noun else role_after.word if role_after else ""
    reading = _reading(reader, slot, "received", "noun", label=label)
    if shared and not reading.own.role and not any("role" in t.tags for t in segment.tokens if slot.quantity.end <= t.start < shared.start()):
        reading.own = reading.own.over(Traits(role="lead" if shared[1] == "主办" else "joint"))
    return reading


def _about_heading(reader: SentenceReader, slot: Slot, noun: Token) -> Reading | None:
    """老旧小区改造。涉及建议提案21件: the heading's subject is what they are about."""
    if not re.search(r"(?:涉及|有关|相关)(?:的)?$", reader.text[slot.start : noun.start]):
        return None
    topic = class_of_label(reader.context.label)
    return _reading(reader, slot, "topic", "topic_of_heading", category=topic, label=reader.context.label, own=Traits()) if topic else None


def _counted_in(slot: Slot, noun: Token) -> bool:
    """条, 项, 个 count items only beside the stream's full name: ideas inside a proposal are counted so too."""
    if slot.quantity.unit in ("份", "宗", "封", "项", "条"):
        return noun.word not in ("建议", "意见建议", "诉求") and "weak" not in noun.tags
    return slot.quantity.unit == "个" and noun.word in ("提案", "政协提案", "人大代表建议", "代表建议", "建议提案")


def _role_clause(text: str, slot: Slot) -> Token | None:
    """A role after 由我局 or 为: 26件建议由我局主办."""
    for token in slot.right:
        if "role" in token.tags and re.fullmatch(r".{0,12}(?:由我[局委办厅市县区州]|由本单位|为|属|是|系)的?", text[slot.quantity.end : token.start]):
            return token
    return None


_TAKEN_UP = re.compile(r"(?:提案|建议|议案|件|\))*(?:,|$|;|由|交|中|里|内|涉及|进行|已|均|全部|,|是|为|的?(?:代表|委员))")


def _subject(reader: SentenceReader, slot: Slot, right: list[Token]) -> bool:
    """13件提案 counts the stream where it is taken up as a whole (中, 由…承办, 已…), not in an anecdote (4件提案因资金缺口…)."""
    last = right[-1].end if right else slot.quantity.end
    follows = reader.text[last : slot.end]
    if any(slot.quantity.value == r.value for r in reader.context.groups):
        return True
    if re.match(r"因|反映|集中|没有|未|提出|办理前|办理后|超|不|工作|推动|促成|促进", follows):
        return False
    return follows == "" or bool(_TAKEN_UP.match(follows)) or not reader.context.received


def _by_unit(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None) -> Reading | None:
    """县教育局12件; 合计164件; 省级5件."""
    text = reader.text
    if slot.quantity.unit != "件":
        return None
    words = adjacency.unit_words(text, slot.start, slot.quantity.span.start)
    if not words and (reader.context.stream in ("hotline",) or reader.listing_units):
        words = adjacency.place_words(text, slot.start, slot.quantity.span.start)
    if not words and segment.mark == "(" and not slot.left and slot.first:
        words = adjacency.unit_words(text, reader.previous_start(segment, 1), segment.start - 1)
    if words and (reader.context.received or segment.depth or any(r.measure == "received" for r in reader.readings)):
        return _reading(reader, slot, "received", "unit_count", own=traits_of(slot.left, reader.context.stream).over(Traits(unit=words)))
    total = next((t for t in chain if "total" in t.tags), None)
    told = [r for r in reader.readings if r.measure == "received" and not r.depth]
    added = bool(told) and slot.quantity.value in (sum(r.value for r in told), sum(r.value for r in told[-2:]))
    if total and told and reader.readings[-1] is told[-1] and (added or total.word in ("合计", "共计", "总计", "一共", "总共")):
        return _reading(reader, slot, "received", "total", label=total.word)
    return None


def _by_echo(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None) -> Reading | None:
    """592件、759件 after a sentence that named the streams; 三十九件中; 上年的98件."""
    text = reader.text
    if slot.quantity.unit != "件":
        return None
    follows = text[slot.quantity.end : slot.end]
    if chain and "reach" in chain[0].tags and reader.readings and reader.readings[-1].rule == "changed_from" and reader.readings[-1].start >= segment.start:
        return _reading(reader, slot, "received", "changed_to", own=reader.readings[-1].own.without("year"))
    if _GIVEN.match(text, slot.quantity.end, segment.end):
        return _reading(reader, slot, "received", "given_to")
    if _GROUP.match(follows) and reader.context.received and not any(t.tags.get("body") == MIXED for t in slot.left):
        return _reading(reader, slot, "received", "group")
    dated = next((t for t in slot.left if "time" in t.tags and t.tags.get("year")), None)
    tail = text[dated.end : slot.quantity.span.start] if dated else "-"
    if dated and re.fullmatch(r"的|同期的?|为|有|收到|承办|共|同口径的?|度的?|是|分别为|", tail) and reader.history:
        last = next((r for r in reversed(reader.history) if r.scale == "count" and r.measure in ("received", "filed")), None)
        if last:
            return _reading(reader, slot, last.measure, "earlier_year")
    return None


def _units(reader: SentenceReader, segment: Segment, slot: Slot) -> list[Reading]:
    """41个单位承办, 涉及承办单位44个, 58个单位主办."""
    text, chain = reader.text, adjacency.before(slot, reader.text)
    near = adjacency.naming(chain)
    follow = _UNIT_NOUN.match(text, slot.quantity.end, slot.end)
    around = text[segment.start : segment.end]
    tail = text[slot.quantity.end : segment.end]
    left = near if near and "units" in near.tags else None
    if (left is None and follow is None) or not slot.quantity.exact or any("sample" in t.tags for t in slot.left):
        return []
    explicit = left or (follow and follow["role"])
    if not explicit and not (_HANDLES.search(around) or (not slot.first and reader.readings and reader.readings[-1].measure == "units")):
        return []
    if (
        follow
        and not left
        and not re.match(
            r"$|[,、;。和与及等(]|承办|办理|主办|会办|协办|承担|研究|负责|分别|均|共同|具体|政府|为|是|参与", text[follow.end() : segment.end]
        )
    ):
        return []
    words = (left.word if left else follow.group() if follow else "") + tail
    role = "lead" if re.match(r"[^,]{0,8}主办|[^,]{0,6}牵头", words) else "joint" if re.match(r"[^,]{0,8}(?:会办|协办)", words) else ""
    own = traits_of([t for t in slot.left if "role" not in t.tags], reader.context.stream).over(Traits(role=role))
    reading = _reading(reader, slot, "units", "units", own=own, label=left.word if left else follow.group() if follow else "")
    return [reading]
