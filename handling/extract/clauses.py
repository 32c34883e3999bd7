"""A sentence cut into segments (at commas, semicolons, colons and around brackets that hold figures of their own) and slots.

A slot is one number with the words before and after it that are its own. Where two numbers share a stretch of words,
the stretch is cut at its first 、, 和, 与 or 及; without one it belongs to the number that still lacks a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from handling.extract.handovers import named, share_until
from handling.extract.lexicon import Token, tokens
from handling.extract.numerals import Quantity
from handling.extract.outcome_words import outcome_phrases
from handling.extract.years import times
from handling.model import Span
from handling.vocabulary import places
from handling.vocabulary.patterns import searching

ITEM_UNITS = {"件", "份", "条", "项", "宗", "个", "家", "封", "起", ""}
_TITLE = re.compile(r"《[^》]{0,200}》|“(?:关于|进一步|加快|加强|推进)[^”]{2,100}”|关于[^,。;:《(]{2,50}?的(?:提案|建议|议案)(?![办、和提])")
_BRACKET = re.compile(r"\(([^()]{0,160})\)")
_CONTAINED = re.compile(r"\((?:其中)?(?:不?含|不?包括|包含)[^()]{0,30}\)")
_COUNTED = re.compile(r"[\d一二三四五六七八九十两百]\s*(?:件|份|条|项|个(?!月|工作日)|%|封)|百分之|\d(?:[、,]|$)|(?:主办|协办|会办)\d")
_BODY = searching(
    r"(?P<mixed>各级|[省市州县区旗][、和及与]?(?:[省市州县区旗][、和及与]?){0,6}[省市州县区旗](?:\([区市县]\))?(?:两级|三级|四级|(?=人大|政协|建议|提案))|[两三四]级)"
    r"|(?P<own>本级|本[省市县区州旗](?=的?(?:\d|[主会协]办|人大|政协|建议|提案|代表|委员)))(?=[^,。;\d]{0,6}(?:建议|提案|议案|\d|[一二三四五六七八九十]))"
    r"|(?P<nation>全国|国家级|国家层面(?=的?(?:建议|提案)))(?=人大|政协|两会|建议|提案|代表|委员)?"
    r"|(?P<level>自治区|自治州|自治县|街道|地区|[省市州县区旗盟镇乡])"
    r"(?:\((?:地级|县级)市?\))?(?:(?P<step>级)(?!市|城市|以上|公立|层面)|(?:第?[\d一二三四五六七八九十]+届)?(?=人大|政协|“?两会|人民代表大会|委员会提案|[^\u4e00-\u9fff]{0,1}(?:建议|提案|议案|热线|12345)))"
)
LETTER = searching(r"“?([A-Fa-f甲乙丙丁])[”]?\s?(?:类|级类|档)(?!型|别型)|“([A-D])”(?=[\d,;。]|$)")
_LETTERS = re.compile(r"(?P<all>[A-D甲乙丙丁](?:[、和][A-D甲乙丙丁]){1,3})(?=[两三四2-4]?类|分类)")  # A、B、C三类
_SEPARATOR = re.compile(r"[,;:。!?]")


@dataclass(slots=True, eq=False)
class Slot:
    """A number with its own words: `left` before it, `right` after it (tokens), inside `start:end` of the text."""

    quantity: Quantity
    left: list[Token]
    right: list[Token]
    start: int
    end: int
    first: bool = False


@dataclass(slots=True, eq=False)
class Segment:
    """A stretch without comma. `mark` is what stood before it ("" at the start, "(" for a bracket); `depth` 1 inside a bracket."""

    start: int
    end: int
    mark: str
    depth: int
    tokens: list[Token] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)


def masks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Titles of documents, whose words and numbers say nothing about handling."""
    return [match.span() for match in _TITLE.finditer(text, start, end)]


def _inside(place: int, spans: list[tuple[int, int]]) -> bool:
    return bool(spans) and any(first <= place < last for first, last in spans)


def sentence_tokens(text: str, start: int, end: int) -> list[Token]:
    """All tokens of a sentence: words, bodies, letters, times, in order and without overlap (the earlier kind in this list wins)."""
    hidden = masks(text, start, end)
    found = [Token(first, last, text[first:last], {"title": "title"}) for first, last in hidden]
    found += [_letter(match) for match in LETTER.finditer(text, start, end) if not _inside(match.start(), hidden)]
    for listed in _LETTERS.finditer(text, start, end):
        if not _inside(listed.start(), hidden):
            found = [t for t in found if not listed.start() <= t.start < listed.end()]
            found += [Token(m.start(), m.end(), m.group(), _tags_of_letter(m.group())) for m in re.finditer(r"[A-D甲乙丙丁]", text[: listed.end()]) if m.start() >= listed.start()]
    found += [token for token in times(text, start, end) if not _inside(token.start, hidden)]
    found += [_body(text, match, start) for match in _BODY.finditer(text, start, end) if not _inside(match.start(), hidden)]
    found = _with_outcomes(text, start, end, found)
    taken = sorted((token.start, token.end) for token in found)
    position = 0
    for token in _doing_apart(text, tokens(text, start, end)):
        while position < len(taken) and taken[position][1] <= token.start:
            position += 1
        if position == len(taken) or token.end <= taken[position][0]:
            found.append(token)
    return sorted(found, key=lambda token: token.start)


_ITEMS_NEXT = re.compile(r"(?:了|的|有|共)?[\d一二三四五六七八九十百]+件")


def _doing_apart(text: str, words: list[Token]) -> list[Token]:
    """县委部门承办18件: before a count of items 部门承办 is who handles and the verb, and no count of units."""
    found = []
    for token in words:
        doing = "units" in token.tags and token.word.endswith(("承办", "办理", "主办", "会办", "协办")) and _ITEMS_NEXT.match(text, token.end)
        found += tokens(text, token.end - 2, token.end) if doing else [token]
    return found


def _with_outcomes(text: str, start: int, end: int, found: list[Token]) -> list[Token]:
    """Outcome phrases beside what was found; one that holds a time inside (列入明年计划) takes it in."""
    for phrase in outcome_phrases(text, start, end):
        met = [t for t in found if t.start < phrase.end and t.end > phrase.start]
        if all(t.tags.keys() & {"time", "body"} and phrase.start < t.start and t.end < phrase.end for t in met):
            found = [*[t for t in found if t not in met], phrase]
    return found


def _letter(match: re.Match[str]) -> Token:
    letter = (match[1] or match[2]).upper()
    return Token(match.start(), match.end(), match.group(), _tags_of_letter(letter))


def _tags_of_letter(letter: str) -> dict[str, str]:
    return {"letter": {"甲": "A", "乙": "B", "丙": "C", "丁": "D"}.get(letter, letter)}


_BODY_COUNTED = re.compile(r"(人大|政协)(?=[有为的共计]{0,2}[\d一二三四五六七八九十百]+(?:件|份)(?!重点)|(?:主办|协办|会办)件)")  # 市人大2件, 市政协协办件
_OWN_NAME = re.compile(r"(?<=[件的,。;:、])[\u4e00-\u9fff]{2,6}[省市县区州旗]$")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}$")
_NO_NAME = re.compile(
    r"力争|争取|确保|努力|实现|要求|推动|督促|[收领接计总件\d一二三四五六七八九十百的由向受在承办到其中和与及对按据从了共交括将为被含于各今年本全我各位、]|以来|这些|那些|需要|因超|超出|分别|占|上述|以上|公司|集团|医院|学校|中心|参加|出席|列席|提请|答复|办复|办结|回复|报送|收到|接到|办理|现场|直属|级别|^[理办收]|时间|建议|提案"
)


def _body(text: str, match: re.Match[str], start: int) -> Token:
    if match["mixed"] and match.group() in ("州市", "州县", "州区") and len(city := places.name_ending(text, match.end(), start)) > 2:
        return Token(match.end() - len(city), match.end(), city, {"body": city, "step": ""})  # 烟州市, no 州 and 市
    if match["mixed"]:
        return Token(match.start(), match.end(), match.group(), {"body": "mixed"})
    if re.search(r"[全我本]$", text[start : match.start()]) and re.match(r"\W?(?:12345|热线)", text[match.end() :]):
        return Token(match.start(), match.end(), match.group(), {})  # 全市热线 is the reporter's own
    if match["own"]:
        named = _OWN_NAME.search(text, max(start, match.start() - 7), match.start()) if match.group() == "本级" else None
        first = named.start() if named else match.start()
        return Token(first, match.end(), text[first : match.end()], {"body": "本级", "step": "级"})  # 206件霁川市本级建议提案
    if match["nation"]:
        return Token(match.start(), match.end(), match.group(), {"body": "全国"})
    word, first = match["level"], match.start()
    name = _NAME.search(text, max(start, first - 4), first)
    if name and len(word) == 1:
        words = name.group()
        cut = max((m.end() for m in _NO_NAME.finditer(words)), default=0)
        run_on = not cut and len(words) == 4 and "\u4e00" <= text[first - 5 : first - 4] <= "\u9fff"
        if len(words) - cut >= 2 and not run_on:
            word = words[cut:] + word
            first -= len(words) - cut
    tags = {"body": word, "step": match["step"] or ""}
    counted = _BODY_COUNTED.match(text, match.end())
    if counted:  # 市人大2件, 县政协9件: the body stands for the stream
        tags["instrument"] = "suggestion" if counted[1] == "人大" else "proposal"
        return Token(first, counted.end(1), text[first : counted.end(1)], tags)
    return Token(first, match.end(), text[first : match.end()], tags)


_ANNOTATION = re.compile(r"\((?:均|全部|都)?(?:为|是|系)?$")


def _counted_before(text: str, token: Token) -> bool:
    opening = text.rfind("(", max(0, token.start - 5), token.start)
    return opening > 0 and (text[opening - 1] in "件项份条宗个" or text[opening - 1].isdigit())


def _annotates(text: str, token: Token) -> bool:
    """(均为会办), (协办): said of the count before, not part of its name."""
    closed = _counted_before(text, token) and text[token.end : token.end + 1] == ")"
    return closed and bool(_ANNOTATION.search(text[max(0, token.start - 5) : token.start]))


def segments(text: str, start: int, end: int, words: list[Token], numbers: list[Quantity]) -> list[Segment]:
    """The segments of the sentence `text[start:end]` of these words and numbers, in reading order, brackets with figures as segments of depth 1."""
    all_tokens = [t for t in words if "role" not in t.tags or not _annotates(text, t)]
    hidden = [(token.start, token.end) for token in all_tokens if "title" in token.tags]
    bracketed = [(match.span(), _COUNTED.search(match[1]) is not None) for match in _BRACKET.finditer(text, start, end)]
    quantities = _quantities(text, start, end, all_tokens, numbers, [span for span, counted in bracketed if not counted])
    brackets = [span for span, counted in bracketed if counted and not _inside(span[0], hidden)]
    found: list[Segment] = []
    first, mark, depth = start, "", 0
    cuts = sorted(
        [(m.start(), m.group()) for m in _SEPARATOR.finditer(text, start, end) if not _inside(m.start(), hidden)]
        + [(a, "(") for a, _ in brackets] + [(b - 1, ")") for _, b in brackets]
    )  # fmt: skip
    inline = [span for span, _ in bracketed if span not in brackets]
    inside_number = {p for q in quantities for p in range(q.span.start, q.span.end)}
    for place, sign in [*cuts, (end, "")]:
        if place < end and (place in inside_number or (sign not in "()" and _inside(place, inline))):
            continue
        if place > first or sign == "":
            found.append(Segment(first, place, mark, depth))
        depth += {"(": 1, ")": -1}.get(sign, 0)
        first, mark = place + 1, sign
    return _filled(text, [segment for segment in found if segment.end > segment.start], all_tokens, quantities)


_PLAN = re.compile(r"“?十[二三四五六]五”?(?=[规期时计”])")


def _quantities(text: str, start: int, end: int, found: list[Token], numbers: list[Quantity], inline: list[tuple[int, int]]) -> list[Quantity]:
    """Numbers outside titles, times, `inline` brackets and known words; a lost 年 (与2019141件相比) gives its year back."""
    kept = []
    spans = sorted([(t.start, t.end) for t in found if "letter" not in t.tags] + inline + [m.span() for m in _PLAN.finditer(text, start, end)])
    place = 0
    for quantity in numbers:
        while place < len(spans) and spans[place][1] <= quantity.span.start:
            place += 1
        if place < len(spans) and spans[place][0] <= quantity.span.start:
            continue
        words = text[quantity.span.start : quantity.span.end]
        if quantity.unit == "件" and len(words) > 5 and words.isdigit() and words.startswith("20") and int(words[:4]) < 2100:
            found.append(Token(quantity.span.start, quantity.span.start + 4, words[:4], {"time": "year", "year": words[:4], "month": ""}))
            span = Span(start=quantity.span.start + 4, end=quantity.span.end)
            quantity = Quantity(span=span, end=quantity.end, value=float(words[4:]), unit="件", exact=quantity.exact)
        kept.append(quantity)
    found.sort(key=lambda token: token.start)
    return kept


def _filled(text: str, parts: list[Segment], words: list[Token], quantities: list[Quantity]) -> list[Segment]:
    word = number = 0
    for part in parts:
        while word < len(words) and words[word].start < part.end:
            if words[word].start >= part.start:
                part.tokens.append(words[word])
            word += 1
        own = []
        while number < len(quantities) and quantities[number].span.start < part.end:
            if quantities[number].span.start >= part.start:
                own.append(quantities[number])
            number += 1
        part.slots = _slots(text, part, own)
    return parts


def _enumerates(text: str, part: Segment, quantity: Quantity) -> bool:
    """1. or (一) or 一、 before an entry counts nothing."""
    lead, follow = text[part.start : quantity.span.start], text[quantity.end : quantity.end + 1]
    return lead in ("", "(") and not quantity.unit and follow in tuple(".、)") and (lead == "(") == (follow == ")")


def may_count(text: str, quantity: Quantity) -> bool:
    """Whether a number can be a figure at all; those of sessions, dates, money and lengths only get in the way."""
    if quantity.ordinal:
        return quantity.unit in ("位", "名", "")
    if quantity.unit == "":
        return not quantity.spelled and quantity.value < 10_000 and text[quantity.end : quantity.end + 1] in (*tuple("(),;、。"), "")
    return quantity.unit in ITEM_UNITS or quantity.unit in ("%", "个百分点", "百分点", "件次", "位")


def _slots(text: str, part: Segment, own: list[Quantity]) -> list[Slot]:
    own = [q for q in own if may_count(text, q) and not _enumerates(text, part, q)]
    slots: list[Slot] = []
    start = part.start
    for index, quantity in enumerate(own):
        end = part.end
        if index + 1 < len(own):
            end = share_until(text, part.tokens, quantity, own[index + 1], known=named(part.tokens, start, quantity.span.start))
        left = [t for t in part.tokens if start <= t.start and t.end <= quantity.span.start]
        inside = _CONTAINED.match(text, quantity.end, end)  # 132件(含转办的议案)
        right = [t for t in part.tokens if (inside.end() if inside else quantity.end) <= t.start < end]
        slots.append(Slot(quantity, left, right, start, end, first=index == 0))
        start = end
    return slots
