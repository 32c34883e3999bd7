"""The running text of a document, paragraph by paragraph: without furniture, and with the section that each stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from handling.extract.clauses import Segment, may_count, segments, sentence_tokens
from handling.extract.lexicon import Token
from handling.extract.numerals import Quantity, numbers
from handling.extract.tables import text_table_spans
from handling.extract.text import View, fold, parts, sentences, view
from handling.model import Document
from handling.vocabulary.patterns import searching

_HEADING = re.compile(
    r"^(?:(?P<one>[一二三四五六七八九十]+、|【|\d+(?=[\u4e00-\u9fff ]))|(?P<two>[(][一二三四五六七八九十]+[)]|\d+\.\d+)|"
    r"(?P<three>\d+[.、]|[(]\d+[)]|一是|二是))?(?P<words>[^。;:,】]{2,30})(?P<end>[。】:]|$)"
)
_INTENT = re.compile(
    r"下一?步|下阶段|打算|今后|努力方向|明年|来年|工作要求|工作安排|下一年|展望|几点建议|意见和建议|要求$|工作计划|月工作|对策|下一阶段|整改措施|改进措施|努力的方向|下半年"
)
_PROBLEMS = re.compile(r"问题|不足|困难|差距|短板|薄弱")
_ENDS_IN_PROBLEMS = re.compile(r"(?:问题|不足|困难|差距|短板)$")  # 2.防汛短板加快补齐 tells of a success
_TACKLED = searching(
    r"热点|难点|焦点|反映(?:较多|集中)|(?:坚持|聚焦|破解|解决|化解|紧盯|着力|瞄准|推动|围绕|回应|补齐|突出|攻克|针对)[^,]{0,8}(?:问题|困难|短板|难|差距|不足|薄弱)|(?:问题|困难|短板|难题)(?:导向|牵引|转化|解决|化解|整改|得到|清单|破解|销号)"
)
_ABOUT = re.compile(r"成效|做法|情况")
_FURNITURE = re.compile(
    r"^(?:上一篇|下一篇|【?相关|版权|附件|联系人|索引号|信息来源|网站首页|您现在|作者|来源[:：]|打印|字[号体]|扫一?[扫码]|【打印|【字体|责任编辑|浏览次数|新闻推荐|□本报)"
)
_TAIL = re.compile(r"^(?:【?相关(?:阅读|链接|文章|新闻|信息|报道)|新闻推荐|延伸阅读|推荐阅读)")


@dataclass
class Sentence:
    """The sentence `text[start:end]` of a passage. Its words, numbers and segments are found once, by whichever stage asks first."""

    text: str
    start: int
    end: int

    @cached_property
    def tokens(self) -> list[Token]:
        return sentence_tokens(self.text, self.start, self.end)

    @cached_property
    def numbers(self) -> list[Quantity]:
        return numbers(self.text, self.start, self.end)

    @property
    def counts(self) -> bool:
        """Whether a number of it can be a figure."""
        return any(may_count(self.text, number) for number in self.numbers)

    @cached_property
    def segments(self) -> list[Segment]:
        return segments(self.text, self.start, self.end, self.tokens, self.numbers)


@dataclass(slots=True)
class Passage:
    """A paragraph as the grammar reads it. `section` is "" | "intent" (plans) | "problems"; `label` the words of its nearest heading.

    `silent` marks titles and headings, which state no figures.
    """

    view: View
    place: str
    section: str
    label: str
    silent: bool
    sentences: list[Sentence] = field(default_factory=list)

    @property
    def opening(self) -> str:
        """Its first sentence."""
        return self.view.text[self.sentences[0].start : self.sentences[0].end] if self.sentences else ""


@lru_cache(maxsize=1)  # read for its figures, and then for the numbers that are none
def passages(document: Document) -> tuple[Passage, ...]:
    """The passages of a document, in order, without its tables (cells, or lines of text that read as a table).

    What follows 相关阅读 is furniture.
    """
    found = tuple(_passages(document, fold(document.text)))
    for passage in found:
        text = passage.view.text
        passage.sentences = [Sentence(text, span.start, span.end) for span in sentences(text)]
    return found


def _passages(document: Document, folded: str) -> Iterator[Passage]:
    section, label, opening = "", "", True
    tables = text_table_spans(document)
    starts = [table.start for table in tables]
    for block in document.blocks:
        above = bisect_right(starts, block.span.start) - 1
        if block.kind == "cell" or (above >= 0 and block.span.start < tables[above].end):
            continue
        for part in parts(folded, block.span.start, block.span.end):
            seen = view(folded, *part)
            text = seen.text
            if _TAIL.match(text):
                return
            if not text or _FURNITURE.match(text):
                continue
            heading = _heading(text, block.kind)
            if heading:
                section, label = _section(heading, block.kind, section)
            short = len(text) < 60 and not re.search(r"[。;,:]", text)
            yield Passage(seen, block.place, section, label, short and (opening or heading is not None))
            opening = opening and len(text) < 60


def _heading(text: str, kind: str) -> re.Match[str] | None:
    found = _HEADING.match(text)
    if not found or not (found["one"] or found["two"] or found["three"] or kind == "heading"):
        return None
    return None if found["three"] and not found["end"] and len(text) > 40 else found


def _section(heading: re.Match[str], kind: str, section: str) -> tuple[str, str]:
    """The section that a heading opens: plans and shortcomings last until the next heading of the first order."""
    words = heading["words"].strip("【 ")
    label = re.sub(r"^[,、.\s]+", "", words)
    first_order = bool(heading["one"]) or (kind == "heading" and not heading["two"] and not heading["three"])
    if first_order:
        section = ""
    if _INTENT.search(words) and not _ABOUT.search(words):
        section = "intent"
    elif (_PROBLEMS if first_order else _ENDS_IN_PROBLEMS).search(words) and not _ABOUT.search(words) and not _TACKLED.search(words) and (first_order or not section):
        section = "problems"
    return section, label
