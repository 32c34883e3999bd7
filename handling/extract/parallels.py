"""Numbers in a row: A类和B类分别为40件和12件, 2021年、2022年分别…, 主办件和会办件各8件."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from handling.extract.clauses import ITEM_UNITS, Segment, Slot
from handling.extract.count_reading import count_of
from handling.extract.lexicon import Token
from handling.extract.outcomes import resolve
from handling.extract.repeats import like_before, unit_of_row
from handling.extract.scope import MIXED, Reading, Traits, traits_of
from handling.extract.subjects import topics_listed
from handling.extract.unit_rows import LEADING, leading_units, role_of_amount, units_axis, units_of_these
from handling.extract.years import years_of

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

_LISTED = re.compile(r"[、和与及](?:以及)?(?:[\u4e00-\u9fff]{0,4}[省市县区州旗盟])?级?(?:政协|人大)?")
_TWO_STREAMS = re.compile(r"[、和与及](?:以及)?(?:[\u4e00-\u9fff]{0,4}[省市县区州旗盟])?(?:级)?(?:政协|人大)?")
_COUNTED_SO = re.compile(r"[、,]?(?:数量|件数|数)?(?:分别|依次|各)(?:是|为|有|计)?")
_OF_A_YEAR = re.compile(r"(?:.*[^\d])?(?:去年|上年|上一年|前年|(?<!\d)20\d\d年)度?(?:同期)?(?:(?:分别|依次|各)(?:是|为|有)?|为)|(?:与|和|较|比)(?:去年|上年|上一年|20\d\d年)度?(?:同期)?的")  # 去年分别是102件和108件
_ASIDE = re.compile(r"\((?:均|全部|都)?(?:为|是|系)?(?:主办|会办|协办|汇办)件?\)")
_BETWEEN = re.compile(r"[、和与及,以]{0,3}(?:以及)?(?:百分之)?")


def rows(text: str, segment: Segment) -> list[list[Slot]]:
    """The slots of a segment, with bare successors (40件和12件) grouped with the number that they follow."""
    found: list[list[Slot]] = []
    for slot in segment.slots:
        bare = not [t for t in slot.left if t.tags.keys() - {"compare"}] and _BETWEEN.fullmatch(text, slot.start, slot.quantity.span.start)
        if found and bare and not text[found[-1][-1].quantity.end : slot.start].endswith(("中", "里")) and _kind(slot) == _kind(found[-1][-1]) and _kind(slot) and not _named_behind(text, found[-1][-1]):
            found[-1].append(slot)
        else:
            found.append([slot])
    return found


def _named_behind(text: str, slot: Slot) -> bool:
    """Whether words behind a number say what it is; those of a bracket, 22件(均为会办)和149件, say it of this one alone."""
    bracket = _ASIDE.match(text, slot.quantity.end, slot.end)
    return any(not bracket or t.start >= bracket.end() for t in slot.right)


def _kind(slot: Slot) -> str:
    return "percent" if slot.quantity.unit == "%" else "item" if slot.quantity.unit in ITEM_UNITS and slot.quantity.unit else ""


def axis_of(tokens: list[Token], text: str, size: int) -> tuple[str, list[Token]]:
    """The list of words, `size` long, that a row of numbers is told along: (kind, words). ("", []) if there is none."""
    told = any(t.tags.keys() & {"respective", "each"} or t.word == "分别办理" for t in tokens)
    if told and (years := years_of(tokens, size)):
        return "year", years
    if sum("year" in t.tags and bool(t.tags["year"]) for t in tokens) == size > 1 and any(t.word == "分别办理" for t in tokens):
        return "year", [t for t in tokens if t.tags.get("year")]
    for kind in ("object", "rate", "letter", "sat", "outcome", "role", "year", "body", "agent", "instrument", "verb"):
        split = [piece for t in tokens if kind in t.tags for piece in pieces_of(t, kind)]
        listed = kind == "agent" and size == 2 == len(split) and any("rate" in t.tags for t in tokens)  # 代表、委员的满意率为97.6%、98.1%
        listed = listed or (kind == "instrument" and len(split) == 2 and bool(_LISTED.fullmatch(text, split[0].end, split[1].start)))  # 市人大代表建议、市政协提案收到6件、4件
        if not told and not listed and kind not in ("rate", "letter", "sat"):
            continue
        if kind in ("body", "role") and len({t.tags[kind] for t in split}) == 1:
            continue  # 区人大代表建议和区政协提案分别为…, 主办建议和主办提案分别为…: the streams differ, not their body or role
        if kind == "outcome" and any(text[a.end : b.start] == "或" for a, b in pairwise(split)):
            continue  # 已解决或采纳的分别为…: one class, told of two streams
        if kind == "outcome" and any(not re.search("[、和与及,]", text[a.end : b.start]) for a, b in pairwise(split)):
            continue  # 因财力所限留作参考的分别为…
        if kind == "verb" and len({t.tags["verb"] for t in split}) < size:
            continue  # 收到并办理的分别为…: one thing done
        if len(split) == size and (kind != "year" or all(t.tags.get("year") for t in split)):
            return kind, split
    return "", []


def pieces_of(token: Token, kind: str = "instrument") -> list[Token]:
    """A compound that the lexicon knows as one word, taken apart again: 建议和提案, 满意和基本满意, 代表、委员."""
    if kind == "sat" and token.tags["sat"] == "satisfied_or_basic" and re.search("[和、及与]", token.word):
        return [_like(token, "sat", "satisfied"), _like(token, "sat", "basic")]
    if kind == "body" and token.tags["body"] == MIXED and len(letters := re.findall("[省市县区州旗]", token.word)) > 1:
        return [_like(token, "body", letter) for letter in letters]  # 市、县人大代表建议分别为2件和15件
    if kind in ("instrument", "agent") and "combined" in (token.get("instrument"), token.get("agent")):
        first = min(
            (token.word.find(w) if w in token.word else 99, v)
            for w, v in (("提案", "proposal"), ("委员", "proposal"), ("建议", "suggestion"), ("代表", "suggestion"))
        )
        return [_like(token, "instrument", v) for v in ([first[1], "suggestion" if first[1] == "proposal" else "proposal"])]
    return [token]


def streams_listed(text: str, segment: Segment) -> list[Traits]:
    """The two streams that a segment names in one breath (县人大代表建议、县政协提案), [] where it does not."""
    pair = [
        Traits(instrument=w.tags["instrument"])
        for t in segment.tokens
        if t.tags.keys() & {"instrument", "agent"} and "combined" in t.tags.values()
        for w in pieces_of(t)
    ]
    streams = [t for t in segment.tokens if t.tags.get("instrument") in ("proposal", "suggestion")]
    if len(streams) == 2 and len({t.tags["instrument"] for t in streams}) == 2 and _TWO_STREAMS.fullmatch(text, streams[0].end, streams[1].start):
        pair = [Traits(instrument=t.tags["instrument"]) for t in streams]
    return pair


def bodies_listed(text: str, segment: Segment, stream: str) -> list[Traits]:
    """市人大代表建议、区人大代表建议和区政协提案: the three or more streams, each with its body, that a segment names in one breath; else []."""
    words = [t for t in segment.tokens if t.tags.get("body") or t.tags.get("instrument") in ("proposal", "suggestion")]
    pairs = list(zip(words[::2], words[1::2], strict=False))
    told = all("body" in body.tags and "instrument" in of.tags and of.start - body.end <= 4 for body, of in pairs)
    joined = all(_LISTED.fullmatch(text, a[1].end, b[0].start) for a, b in pairwise(pairs))
    return [traits_of(list(pair), stream) for pair in pairs] if len(words) == 2 * len(pairs) > 4 and told and joined else []


def _like(token: Token, kind: str, value: str) -> Token:
    return Token(token.start, token.end, token.word, {kind: value})


def read_row(reader: SentenceReader, segment: Segment, row: list[Slot]) -> list[Reading]:
    """Readings of several numbers in a row."""
    text, size, first = reader.text, len(row), row[0]
    tail = row[-1].right
    units = units_axis(text, segment.start, first.quantity.span.start, size)
    if not units and any("respective" in t.tags for t in first.left):
        units = leading_units(reader.previous_text(segment), size)
    units = units or units_of_these(reader, segment.start, first.quantity.span.start, size)
    kind, words = axis_of(first.left, text, size) if not units else ("", [])
    kind, words = (kind, words) if units or words else _classes_before(reader, segment, first, size)
    if kind == "instrument" and (classed := _of_class_before(reader, segment, row, words)):
        return classed
    found: list[Reading] = []
    axis: list[Traits] = []
    if not units and not words and (told := _topics(reader, segment, row)):
        return told
    if not units and not words and (copied := like_before(reader, segment, row)):
        return copied
    memory = _remembered(reader, row) if not words and not units and not _own_nouns(text, row) else []
    counted = not words and not units and first.quantity.unit == "件" and _COUNTED_SO.fullmatch(text, segment.start, first.quantity.span.start)
    dated = bool(memory) and first.quantity.unit == "件" and bool(reader.history) and reader.history[-1].measure == "received" and _OF_A_YEAR.fullmatch(
        reader.previous_text(segment) * (segment.mark == ",") + text[segment.start : first.quantity.span.start])
    before = reader.previous_segment(segment) if counted else None
    listed = [] if before is None else streams_listed(text, before) if size == 2 else bodies_listed(text, before, reader.context.stream)
    listed = listed if len(listed) == size else []
    chambers = _chambers(reader, segment.start, first.quantity.span.start, size)
    of = unit_of_row(reader, segment, words[0].start) if kind == "rate" else Traits()
    for index, slot in enumerate(row):
        left = [_bare(t, words) for t in first.left if t not in words and not ((units or kind == "year") and t.word == "分别办理")]
        left = [t for t in left if "rate" in t.tags or not (kind and covers(t, words))]
        left = [t for t in left if kind != "letter" or "outcome" not in t.tags]  # 已解决的(A类)和留作参考的(B类)分别为…: the letter tells the class
        if kind == "body" and words:
            after = words[index + 1].start if index + 1 < size and words[index + 1].start > words[index].start else first.quantity.span.start
            left = [t for t in left if "instrument" not in t.tags or words[index].end <= t.start < after]  # 省人大代表建议和市政协提案分别为…
        if words:
            left = [*(_own_of(left, words, index) if kind == "rate" else left), words[index]]
        if kind in ("agent", "instrument") and any(t.tags.keys() & {"sat", "letter", "outcome"} for t in left):
            left = [words[index], *left[:-1]]  # 代表和委员表示满意的分别为71件和98件
        left = [moved(t, slot.quantity.span.start) for t in left] if index or words else left
        part = Slot(
            slot.quantity,
            left,
            tail if index == size - 1 or not slot.right else slot.right,
            first.start if not index and not words else slot.quantity.span.start,
            slot.end,
        )
        part.right = slot.right or (tail if not any("rate" in t.tags for t in tail) else [])
        readings = reader.read_slot(segment, part)
        amount = reader.previous_text(segment) + text[segment.start : first.quantity.span.start]
        handled = any("instrument" in t.tags for t in tail) or LEADING.search(amount)
        if units and not readings and handled and slot.quantity.unit == "件" and slot.quantity.exact:
            readings = [count_of(reader, part, "received", "unit_count", own=traits_of(part.left, reader.context.stream).over(role_of_amount(amount)))]
        if dated and memory and not readings:
            readings = [count_of(reader, part, "received", "year_before")]
        if listed and not readings:
            readings = [count_of(reader, part, "received", "streams", own=listed[index])]
        if kind == "body" and not readings and first.quantity.unit == "件" and reader.readings and reader.readings[-1].measure == "received":
            readings = [count_of(reader, part, "received", "levels")]  # 共125件, 省、市、县三级分别为2件、11件和112件
        extra = Traits(unit=units[index]) if units else chambers[index] if chambers else memory[index] if memory else of
        for reading in readings:
            reading.own = extra.over(reading.own) if units or chambers or (memory and reading.rule in ("compared_with", "earlier_year")) else reading.own.over(extra)
            reading.rule += "_in_row"
        axis.append(traits_of([words[index]], "combined") if words and kind in ("year", "body", "agent", "instrument", "role", "object") else extra)
        found += readings
    if len(found) == size > 1 and found[0].measure != "units" and len({(r.measure, r.category, r.own) for r in found}) == 1:
        return []  # nothing tells them apart
    if found and found[0].start > first.quantity.end:
        return []  # the row's first number was not understood: what its fellows say by themselves is chance
    if any(a != Traits() for a in axis):
        reader.axis = axis
    elif len(found) == size:
        reader.axis = [Traits(instrument=r.own.instrument, body=r.own.body, role=r.own.role) for r in found] if words or units else reader.axis
    return found


def _classes_before(reader: SentenceReader, segment: Segment, first: Slot, size: int) -> tuple[str, list[Token]]:
    """按已解决、正在解决、留待解决三类统计, 分别有47件、28件和9件: the classes that the clause before lists and the row tells of."""
    before = reader.previous_segment(segment)
    told = any("respective" in t.tags for t in first.left) and not any(t.tags.keys() & {"rate", "instrument", "sat", "outcome", "letter"} for t in first.left)
    if before is None or before.slots or not told or segment.mark != ",":
        return "", []
    for kind in ("letter", "outcome"):
        listed = [t for t in before.tokens if kind in t.tags]
        if len(listed) == size > 1 and all(re.search("[、和与及,]", text) for text in (reader.text[a.end : b.start] for a, b in pairwise(listed))):
            return kind, [moved(t, first.quantity.span.start) for t in listed]
    return "", []


def _of_class_before(reader: SentenceReader, segment: Segment, row: list[Slot], words: list[Token]) -> list[Reading]:
    """已解决或采纳的, 建议和提案分别为162件和214件: the class said before, stream by stream."""
    run = reader.last_run
    if not run or segment.mark != "," or row[0].quantity.unit != "件" or not re.search(r"(?:的|[类件][中里])$", reader.previous_text(segment)):
        return []
    letter = next((t.tags["letter"] for t in reversed(run) if "letter" in t.tags), "")
    category = resolve(run, reader.text) or reader.context.letters.of(letter)
    label = reader.text[run[0].start : run[-1].end]
    return [count_of(reader, slot, "outcome", "outcome_header", category=category, label=label, letter=letter, own=traits_of([word], reader.context.stream))
            for slot, word in zip(row, words, strict=True)]  # fmt: skip


def _own_of(left: list[Token], words: list[Token], index: int) -> list[Token]:
    """人大代表满意率、政协委员满意率分别达: each rate keeps the speaker right before it where every rate has one."""
    said = [[t for t in left if t.tags.keys() & {"agent", "instrument"} and (not k or t.start >= words[k - 1].end) and t.end <= words[k].start]
            for k in range(len(words))]  # fmt: skip
    if not all(said):
        return left
    others = [t for k, told in enumerate(said) if k != index for t in told]
    return [t for t in left if t not in others]


def _topics(reader: SentenceReader, segment: Segment, row: list[Slot]) -> list[Reading]:
    """经济建设、城乡建设、社会事业方面提案分别占31%、38%、31%."""
    first = row[0]
    words = reader.text[segment.start : first.quantity.span.start]
    if re.fullmatch(r"(?:分别|依次|各)(?:有|为|是|占|达)*", words):
        words = reader.previous_text(segment) + words
    listed = [] if re.search(r"率(?:分别|依次|各)", words) else topics_listed(words, len(row))
    measure, scale = ("topic_share", "percent") if first.quantity.unit == "%" else ("topic", "count")
    own = Traits(instrument=traits_of([t for t in first.left if "instrument" in t.tags], reader.context.stream).instrument)
    return [
        Reading(measure=measure, value=slot.quantity.value, scale=scale, start=slot.quantity.span.start, end=slot.quantity.span.end,
                rule="topics_in_row", traits=own, own=own, category=category, label=label)
        for slot, (label, category) in zip(row, listed, strict=False)
    ]  # fmt: skip


def _remembered(reader: SentenceReader, row: list[Slot]) -> list[Traits]:
    """The list that earlier numbers were told along; its last place may be taken by 今年的…, which follows."""
    if len(reader.axis) == len(row):
        return reader.axis
    if any("respective" in t.tags for t in row[0].left) or _OF_A_YEAR.fullmatch(reader.text, row[0].start, row[0].quantity.span.start):
        told = [r for r in reader.readings if r.measure == "received" and not r.child and not r.depth]
        roles = [Traits(role=r.own.role) for r in reader.readings[-len(row) :] if r.measure == "received" and not r.own.instrument and r.own.role]
        if len(set(roles)) == len(row) and reader.readings[-len(row)].sentence == reader.readings[-1].sentence:
            return roles  # 主办27件、会办19件, 去年分别为25件和16件
        told = told[:-1] if len(told) > len(row) and told[-1].value == sum(r.value for r in told[-len(row) - 1 : -1]) else told  # 94件、85件, 合计179件
        last = [Traits(instrument=r.traits.instrument, body=r.traits.body) for r in told[-len(row) :]]
        if len(set(last)) == len(row):
            return last
        streams = [r.traits.instrument for r in reader.history if not r.depth and r.traits.instrument in ("proposal", "suggestion")]
        order = list(dict.fromkeys(reversed(streams)))[::-1]
        if len(row) == 2 == len(order) and not any(t.tags.keys() & {"instrument", "agent", "unit"} for t in row[0].left):
            return [Traits(instrument=stream) for stream in order]
    dated = all(t.year for t in reader.axis)
    return reader.axis[: len(row)] if dated and len(reader.axis) == len(row) + 1 else []


_CHAMBERS = re.compile(
    r"(?P<places>[\u4e00-\u9fff]{1,5}[县市区旗](?:[、和][\u4e00-\u9fff]{1,5}?[县市区旗])+)(?:[两三四五六七八九十\d]+个)?(?:[县市区旗]{1,3})?(?P<name>政协|人大常委会)"
)


def _chambers(reader: SentenceReader, start: int, place: int, size: int) -> list[Traits]:
    """云台县、桂阳区两个县区政协分别立案112件和98件: the chambers of other places, each with its own; [] where the words name none."""
    found = _CHAMBERS.match(reader.text, start, place)
    names = re.split("[、和]", found["places"]) if found else []
    if found is None or len(names) != size or reader.context.head.kind not in ("cppcc", "congress") or reader.context.head.region in names:
        return []
    stream = "proposal" if found["name"] == "政协" else "suggestion"
    return [Traits(unit=name + found["name"], instrument=stream) for name in names]


def _own_nouns(text: str, row: list[Slot]) -> bool:
    """62个市直部门和9个县政府: each number has its own noun, so no list before tells them apart."""
    return row[0].quantity.unit in ("个", "家") and bool(re.search("部门|单位|政府|街道|乡镇", text[row[0].quantity.end : row[1].quantity.span.start]))


def covers(token: Token, words: list[Token]) -> bool:
    return any(token.start <= w.start < token.end for w in words)


def _bare(token: Token, words: list[Token]) -> Token:
    """The rate alone of 代表委员满意率, whose speakers are told apart along the row."""
    if not covers(token, words) or "rate" not in token.tags:
        return token
    return Token(token.start, token.end, token.word, {k: v for k, v in token.tags.items() if k not in ("agent", "instrument")})


def moved(token: Token, place: int) -> Token:
    return Token(place, place, token.word, token.tags)
