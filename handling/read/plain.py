"""Plain text and Markdown: the text stays exactly as decoded, every line with words is a block."""

from __future__ import annotations

import re

from handling.model import Block, ReadingError, Span
from handling.read.assembly import Readout
from handling.read.encoding import decode
from handling.read.limits import MAX_TEXT_CHARACTERS

_LINE = re.compile(r"[^\n]+")
_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]+(.*?)[ \t]*#*")


def _lines(data: bytes, name: str) -> tuple[str, list[Span]]:
    """The text, and the span of every line without the blanks around it."""
    text = decode(data, name)
    if len(text) > MAX_TEXT_CHARACTERS:
        reason = f"文字超过{MAX_TEXT_CHARACTERS // 10_000}万字"
        raise ReadingError(name, reason, "请只保留办理情况部分后重新导入", code="too_large")
    spans = []
    for line in _LINE.finditer(text):
        words = line.group()
        start = line.start() + len(words) - len(words.lstrip())
        end = line.start() + len(words.rstrip())
        if start < end:
            spans.append(Span(start=start, end=end))
    return text, spans


def read_plain(data: bytes, name: str) -> Readout:
    """A .txt file."""
    text, spans = _lines(data, name)
    return text, tuple(Block(kind="paragraph", span=span, place=f"第{n}段") for n, span in enumerate(spans, 1))


def read_markdown(data: bytes, name: str) -> Readout:
    """A .md file: lines with # are headings, the first one is the title."""
    text, spans = _lines(data, name)
    blocks: list[Block] = []
    titled = False
    for number, span in enumerate(spans, 1):
        heading = _MARKDOWN_HEADING.fullmatch(span.of(text))
        kind = "paragraph"
        if heading and heading.group(1):
            kind = "heading" if titled else "title"
            titled = True
            span = Span(start=span.start + heading.start(1), end=span.start + heading.end(1))
        blocks.append(Block(kind=kind, span=span, place=f"第{number}段"))
    return text, tuple(blocks)
