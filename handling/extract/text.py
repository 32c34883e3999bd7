"""A document's characters made comparable without moving them, and cut into sentences.

`fold` keeps the length, so a position in the folded text is a position in the document. `View` goes one step further and leaves
out what only typesetting put there (blanks inside words, line breaks of a PDF, pinyin that a mirror inserted); it keeps the way back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

import opencc

from handling.model import Span
from handling.vocabulary.patterns import searching

PERCENT_SIGNS = "﹪％"
_MARKS = {
    "，": ",", "；": ";", "：": ":", "（": "(", "）": ")", "〔": "(", "〕": ")", "［": "[", "］": "]", "！": "!", "？": "?", "．": ".",
    "「": "“", "」": "”", "『": "“", "』": "”", "＂": '"', "‘": "“", "’": "”", "\u3000": " ", "\xa0": " ", "·": "·", "﹣": "-",
    "–": "-", "—": "-", "─": "-", "−": "-", "－": "-", "～": "~", "﹐": ",", "﹑": "、", "､": "、", "｡": "。", "〇": "〇", "○": "〇",
    "О": "〇", "Ο": "〇",  # Cyrillic and Greek, in 二ОО四年
    "\t": " ", "\r": " ", "\u200b": " ", "\ufeff": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ",
}  # fmt: skip
# Words whose traditional form is not the sum of its characters, and misprints that leave no doubt; equal length on both sides.
_REPAIRS = (
    ('"', re.compile(r'"([^"\n]{0,60})"'), r"“\1”"),
    ("'", re.compile(r"(?<![A-Za-z])'([^'\n]{1,12})'"), r"“\1”"),  # '满意'112件
    ("类", re.compile(r"[“”]([A-Da-d甲乙丙丁])[“”](?=类)"), r"“\1”"),  # ”A“类
    ("覆", re.compile(r"覆(?:(?<=[答回办函批]覆)|(?=函|率|文))"), "复"),
    ("娄", re.compile(r"(?<=[A-Da-d甲乙丙丁])([”\"]?)娄"), r"\1类"),
    ("前", re.compile(r"前(?=部(?:办结|答复|办复|办理|按|完成|回复))"), "全"),
    ("恢", re.compile(r"恢(?=复(?:代表|委员|提案人))|(?<=[面时期件案议])恢(?=复率)"), "回"),
    ("&", re.compile(r"(?<=\d)( ?)&"), r"\1%"),
)
_LONG = 400
_JUNK = searching(
    r"(?<=[\u4e00-\u9fff])\((?!(?:[a-d]|vs?|km|kg)\))[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ]{1,6}\)"  # pinyin behind its character
    r"|(?<=\d) (?=\d{3}(?!\d)[ ]?[件个项条份宗位名])(?<!\d{4} )"  # 18 755件
    r"|(?<![\d.]\d)(?<=\d) (?=\d(?!\d))|(?<= \d) (?=\d(?![\d,]))|(?<=\d) (?=\.\d)|(?<=\d\.) (?=\d)|(?<=[^\d\s]\d) (?=\d\.\d+ ?%)"  # 7 5, 9 8.6
    r"|(?<![0-9A-Za-z.,%])\s+|\s+(?![0-9A-Za-z.])"  # blanks beside Chinese or marks
    r"|“(?=(?:非常|基本|不)?满意”(?:率|度|和“?基本满意”?率))|(?<=满意)”(?=率|度|和“?基本满意”?率)|(?<=满意和)“(?=基本满意)"
    r"|\[bookmark:[^\]]{0,40}\]"
)
LONGEST_SENTENCE, LONGEST_PASSAGE = 2_000, 20_000  # what no person writes is cut, so that the work grows with the length of a text and no faster
_RUN = rf"[^。!?\n]{{1,{LONGEST_SENTENCE}}}"
_SENTENCE = re.compile(rf"{_RUN}(?:[。!?]+[”\")]*|\n|$)|{_RUN}(?<=[,;:、])|{_RUN}(?<![\d.])(?![\d.])|{_RUN}")
_NO_NUMBER = re.compile(r"[^\d.,%]")
_END_OF_SENTENCE = re.compile(r"[。!?\n][”\")]*")


@lru_cache(maxsize=1)
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    """Character → character: full-width to half-width, traditional to simplified (OpenCC, one by one), odd marks; and what finds such a one."""
    table = {chr(0xFF01 + i): chr(0x21 + i) for i in range(94)} | _MARKS | dict.fromkeys(PERCENT_SIGNS, "%")
    characters = [chr(code) for code in (*range(0x3400, 0xA000), *range(0xF900, 0xFB00))]
    simplified = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    table |= {old: new for old, new in zip(characters, simplified, strict=True) if len(new) == 1}
    table = {old: new for old, new in table.items() if old != new}
    return re.compile(f"[{re.escape(''.join(table))}]"), table


def fold(text: str) -> str:
    """`text` in half-width marks and simplified characters, of exactly the same length."""
    return _folded(text) if len(text) < _LONG else _folded_document(text)


@lru_cache(maxsize=2)  # every stage folds the whole document
def _folded_document(text: str) -> str:
    return _folded(text)


def _folded(text: str) -> str:
    odd, table = _table()
    folded = odd.sub(lambda match: table[match[0]], text)
    for character, pattern, replacement in _REPAIRS:
        if character in folded:
            folded = pattern.sub(replacement, folded)
    return folded


class View:
    """The folded characters of one stretch of a document without typesetting junk.

    `text` is what the grammar reads; `span(start, end)` gives back the interval in the document.
    """

    __slots__ = ("_places", "_shifts", "text")

    def __init__(self, folded: str, start: int, end: int) -> None:
        pieces: list[str] = []
        self._places, self._shifts = [0], [start]
        position, length = start, 0
        for junk in _JUNK.finditer(folded, start, end):
            if junk.start() > position:
                pieces.append(folded[position : junk.start()])
                length += junk.start() - position
            position = junk.end()
            self._places.append(length)
            self._shifts.append(position - length)
        pieces.append(folded[position:end])
        self.text = "".join(pieces)

    def _origin(self, place: int) -> int:
        return place + self._shifts[bisect_right(self._places, place) - 1]

    def span(self, start: int, end: int) -> Span:
        """The characters of the document behind `text[start:end]`."""
        first = self._origin(start)
        return Span(start=first, end=max(first, self._origin(end - 1) + 1) if end > start else first)


@lru_cache(maxsize=1024)  # running text and the list of items look at the same paragraphs
def view(folded: str, start: int, end: int) -> View:
    """The view of one stretch of a document."""
    return View(folded, start, end)


def parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """`text[start:end]` in parts of LONGEST_PASSAGE characters at most, each up to the end of a sentence where there is one."""
    while end - start > LONGEST_PASSAGE:
        limit = start + LONGEST_PASSAGE
        ends = [[match.end() for match in cut.finditer(text, limit - LONGEST_SENTENCE, limit)] for cut in (_END_OF_SENTENCE, _NO_NUMBER)]
        last = (ends[0] or ends[1] or [limit])[-1]
        yield start, last
        start = last
    yield start, end


def sentences(text: str, span: Span | None = None) -> list[Span]:
    """Sentences of `text` (inside `span`), each with its closing mark; folded or viewed text, in order, without blank ones."""
    start, end = (span.start, span.end) if span else (0, len(text))
    return [Span(start=m.start(), end=m.end()) for m in _SENTENCE.finditer(text, start, end) if m.group().strip()]
