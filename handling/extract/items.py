"""Single proposals and suggestions that a report names: number, title, proposers, stream, key item, topic.

A title is believed by what stands around it (第12号提案, 张三委员提出的, 的提案), not by its quotation marks: plans, laws, notices
and slogans stand in the same marks. Conventions and examples: docs/topics.md.
"""

from __future__ import annotations

import re

from handling.extract.item_context import heading_key
from handling.extract.item_merge import Named, merged
from handling.extract.item_passage import Passage, named_in, words_at
from handling.extract.item_people import people_behind
from handling.extract.item_tables import rows_of_tables
from handling.extract.text import fold, view
from handling.model import Block, Document, Head, Item, Span
from handling.vocabulary.title_topic import topic_of_title

LONGEST_HEADING = 40
_LEAD = re.compile(r"[^。,;:《“\d]{4,24}。")  # 一是办好重点提案。 heads its paragraph
_PARAGRAPHS = re.compile(r"\n[ \n]*\n|\n {2,}")
_HEADING = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.,]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}(?:\.\d{1,2})*[、.]?|第[一二三四五六七八九十]+[章节部分]+)"
)


def items(document: Document, head: Head, report: str) -> tuple[Item, ...]:
    """All items that `document` names, each once, in order. `head.instrument` decides where the words around an item do not."""
    folded = fold(document.text)
    named, read_blocks = rows_of_tables(document, folded, head.instrument)
    above: list[Named] = []
    for passage in _passages(document, folded, read_blocks):
        for start, end in people_behind(passage.text) if len(above) == 1 else ():  # a form: 案由 in one line, 提案人 in the next
            above[0].proposers = above[0].proposers or [words_at(passage, document.text, start, end)]
        above = named_in(passage, document.text, head.instrument)
        named += above
    return tuple(_item(row, report) for row in merged(named))


def _item(row: Named, report: str) -> Item:
    topic = topic_of_title(row.title or row.context)
    return Item(
        report=report,
        number=row.number,
        title=row.title,
        proposers="、".join(row.proposers),
        instrument=row.instrument,
        key=row.key,
        topic=topic.topic,
        span=row.span,
        subtopic=topic.subtopic,
        topic_words=topic.words,
    )


def _passages(document: Document, folded: str, skip: set[int]) -> list[Passage]:
    """Paragraphs in order, each knowing whether its section is one of key items."""
    passages, key = [], False
    blocks = document.blocks or (Block(kind="paragraph", span=Span(start=0, end=len(folded)), place=""),)
    for position, block in enumerate(blocks):
        if position in skip:
            continue
        for span in _paragraphs(folded, block.span):
            seen = view(folded, span.start, span.end)
            if _is_heading(block, seen.text):
                key = heading_key(seen.text, key)
            if seen.text:
                lead = _LEAD.match(seen.text)
                passages.append(Passage(seen, seen.text, key or bool(lead and heading_key(lead.group(), False))))
    return passages


def _is_heading(block: Block, text: str) -> bool:
    return block.kind in ("heading", "title") or (len(text) <= LONGEST_HEADING and "。" not in text and bool(_HEADING.match(text)))


def _paragraphs(folded: str, span: Span) -> list[Span]:
    """A block's own paragraphs: a blank line or an indent parts them; a plain line break may be only a page's width."""
    found, start = [], span.start
    for gap in _PARAGRAPHS.finditer(folded, span.start, span.end):
        found.append(Span(start=start, end=gap.start()))
        start = gap.end()
    found.append(Span(start=start, end=span.end))
    return [part for part in found if part.end > part.start]
