"""The items named in one paragraph: its titles with what stands around them, and the numbers that stand alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from handling.extract import item_context, item_people, item_titles
from handling.extract.item_merge import Named, digits
from handling.extract.item_titles import Title
from handling.extract.text import View

ENOUGH = 3.0  # see item_titles.weigh
REACH = 160  # characters around a title that can say something of it
_STOP = re.compile(r"[。!?](?![”\")》])")
_GLOSS = re.compile(r"(?<=[\u4e00-\u9fff])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ]{1,6}[)）]|[\r\n\t]+")
_BETWEEN = re.compile(rf"^(?:\([^()]{{0,60}}\))?(?:{item_titles.NOUN})?(?:[、,;]|和|与|及|以及|或)*(?:{item_titles.NUMBER})?(?:{item_titles.NOUN})?$")


@dataclass(slots=True)
class Passage:
    """A paragraph or cell as the grammar reads it. `key`: it stands under a heading of key items."""

    view: View
    text: str
    key: bool


def clean(text: str) -> str:
    """A title as printed, without line breaks and the pinyin that a mirror inserted."""
    return re.sub(r"\s+", " ", _GLOSS.sub("", text)).strip()


def named_in(passage: Passage, original: str, of_report: str) -> list[Named]:
    """Every place in a paragraph where an item is named; `original` is the document's text."""
    text = passage.text
    stops = [0, *(m.end() for m in _STOP.finditer(text)), len(text)]
    found: list[Named] = []
    announced = False  # 重点督办的《甲》…。《乙》…: both are key; 《甲》被列为重点 says nothing of 乙
    for chain in _chains(text, item_titles.candidates(text)):
        titles = _believed(chain, text, stops)
        if titles:
            around = _around(text, chain[0].left, chain[-1].right, stops)
            announced = announced or item_context.announced_as_key(around[0], _sentence_before(text, chain[0].left, stops))
            rows = _rows(passage, original, titles, around, of_report)
            for row in rows:
                row.key = row.key or passage.key or announced
            found += rows
    return found + _numbers_alone(passage, original, stops, found)


def _around(text: str, left: int, right: int, stops: list[int]) -> tuple[str, str]:
    """The words of the sentence before and behind `left:right`."""
    start = stops[bisect_right(stops, left) - 1]
    end = stops[min(bisect_right(stops, max(left, right - 1)), len(stops) - 1)]
    return text[max(start, left - REACH) : left], text[right : max(right, min(end, right + REACH))]


def _sentence_before(text: str, at: int, stops: list[int]) -> str:
    """The sentence before the one in which `at` stands; "" where it is too long to announce anything."""
    this = bisect_right(stops, at) - 1
    start, end = stops[max(0, this - 1)], stops[this]
    return text[start:end] if end - start <= REACH else ""


def _chains(text: str, titles: list[Title]) -> list[list[Title]]:
    """Titles that share their context: 《…》《…》, “…”和“…”."""
    chains: list[list[Title]] = []
    for title in titles:
        last = chains[-1][-1] if chains else None
        if last and title.mark and last.mark == title.mark and title.left - last.right < 90 and _BETWEEN.match(text[last.right : title.left]):
            chains[-1].append(title)
        else:
            chains.append([title])
    return chains


def _believed(chain: list[Title], text: str, stops: list[int]) -> list[Title]:
    """The titles of a chain that are items; a sure one vouches for neighbours that could be."""
    shared, after = _around(text, chain[0].left, chain[0].right, stops)
    for title in chain:
        if title is not chain[0]:
            _, after = _around(text, title.left, title.right, stops)
        before = shared + text[max(chain[0].left, title.left - REACH) : title.left]
        title.points = item_titles.weigh(title, before, after) if _vouched(title, before) else 0.0
    sure = any(title.points >= ENOUGH for title in chain)
    return [title for title in chain if title.points >= ENOUGH or (sure and title.points > 0)]


def _vouched(title: Title, before: str) -> bool:
    """Bare words that do not begin with 关于 are a title only behind a number or a person's name."""
    return bool(title.mark or title.text.startswith("关于") or item_context.numbers_before(before)[0] or item_people.people_before(before))


def _rows(passage: Passage, original: str, titles: list[Title], around: tuple[str, str], of_report: str) -> list[Named]:
    """The rows of a chain: numbers before it are dealt out in order, one to a title; several numbers of one title make several rows."""
    text, (before, after) = passage.text, around
    numbers, first = item_context.numbers_before(before)
    base = titles[0].left - len(before)
    who = item_people.people_before(before) or item_people.people_before(before[:first])
    shared = [words_at(passage, original, base + start, base + end) for start, end in who]
    dealt = [numbers] if len(titles) == 1 else [[number] for number in numbers[: len(titles)]]
    rows = []
    for position, title in enumerate(titles):
        ends = titles[position + 1].left if position + 1 < len(titles) else title.right + len(after)
        behind = text[title.right : ends] if position + 1 < len(titles) else after
        own = item_context.numbers_behind(behind)
        if position and not own and len(numbers) < len(titles):
            own = item_context.numbers_before(text[titles[position - 1].right : title.left])[0]
        found = own or (dealt[position] if position < len(dealt) else [])
        proposers = _bracket_people(passage, original, title, behind) or shared
        told_by = after if position + 1 < len(titles) and re.fullmatch(r"[、,;和与及以或]*", behind) else behind
        told_before = before + text[titles[0].left : title.left] if position else before
        stream = item_context.stream(told_before, told_by, title.text, text, of_report)
        for number in [words for words, _ in found] or [""]:
            rows.append(
                Named(
                    number=number,
                    title=words_at(passage, original, title.start, title.end),
                    proposers=list(proposers),
                    instrument=stream,
                    key=item_context.is_key(before, told_by, after),
                    span=passage.view.span(title.start, title.end),
                )
            )
    return rows


def words_at(passage: Passage, original: str, start: int, end: int) -> str:
    """The document's own characters behind `start:end` of a passage, as one line."""
    return clean(passage.view.span(start, end).of(original))


def _bracket_people(passage: Passage, original: str, title: Title, behind: str) -> list[str]:
    at, names = title.right, item_people.people_behind(behind)
    bracket = None if names else item_context.bracket_behind(behind)
    if bracket:
        at, names = title.right + bracket[0], item_people.people_in_bracket(bracket[1])
    return [words_at(passage, original, at + start, at + end) for start, end in names]


def _numbers_alone(passage: Passage, original: str, stops: list[int], titled: list[Named]) -> list[Named]:
    """Items that only their number names (按照第23号建议…); their topic is read from the sentence, where it tells it."""
    known = {digits(row.number) for row in titled if row.number}
    found = []
    for number, instrument, (start, end) in item_context.numbers_alone(passage.text):
        if digits(number) in known:
            continue
        before, after = _around(passage.text, start, end, stops)
        found.append(
            Named(
                number=number,
                instrument=instrument,
                key=passage.key or item_context.is_key(before, after, after),
                span=passage.view.span(start, end),
                context=item_context.told_of(before, after),
                proposers=[],
            )
        )
    return found
