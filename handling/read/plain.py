"""Plain text and Markdown: the text stays as decoded, every line with words is a block; lines wrapped at a width are made whole."""

from __future__ import annotations

import re
from collections.abc import Callable

from handling.model import Block, ReadingError, Span
from handling.read.assembly import Readout, is_wide, join_lines
from handling.read.encoding import decode
from handling.read.limits import MAX_TEXT_CHARACTERS

# A row of a table: cells parted by tabs or by two blanks and more, in two places, or in one before a number.
_TABULAR = re.compile(r"\S(?:\t+|[ \u3000]{2,})\S(?:.*\S(?:\t+|[ \u3000]{2,})\S|.*\d[%％]?\s*$)")
_LINE = re.compile(r"[^\n]+")
_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]+(.*?)[ \t]*#*")
_END = re.compile(r"[。！？；：!?;:]['”’」』)）】\"]*$")
_SENTENCE_END = re.compile(r"[。！？!?]['”’」』)）】\"]*$")
_BEGINS = re.compile(
    r"\s|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十]{1,3}[章条节]"
)
# A text wrapped by a mail program or an old editor: many lines end at the same width, few of them with a sentence.
_NARROWEST, _WIDEST = 40, 160
_RAGGED = 4
_LONG_PROSE, _INNER_MARK = 30, re.compile(r"[，。；,;]")
_MIN_FULL, _SHARE_FULL, _SHARE_OPEN, _SHARE_ODD = 3, 0.25, 0.6, 0.35


def _is_tabular(line: str) -> bool:
    line = line.strip()
    return ("\t" in line or "  " in line or "\u3000" in line) and _TABULAR.search(line) is not None


def _width(line: str) -> int:
    """The width of a line in half characters, its indent included."""
    words = line.rstrip()
    return len(words) + sum(map(is_wide, words))


def _count(line: str) -> int:
    """The width of a line where the program that wrapped it counted characters."""
    return 2 * len(line.rstrip())


def _wrap_width(lines: list[str], measure: Callable[[str], int]) -> tuple[int, int]:
    """How many lines are full, and the width from which on a line is; (0, 0) where the text is not wrapped.

    In a wrapped text a line is full, or the last of its paragraph. A list of titles has lines of every width, none with an end.
    """
    if any(len(line) > _WIDEST and len(line.rstrip()) > _WIDEST for line in lines):  # neither measure makes a line shorter
        return 0, 0
    widths = [measure(line) for line in lines]
    widest = max(widths, default=0)
    if not _NARROWEST <= widest <= _WIDEST:
        return 0, 0
    full = [line for line, width in zip(lines, widths, strict=True) if width >= widest - _RAGGED]
    shorter = [line for line, width in zip(lines, widths, strict=True) if widest / 2 < width < widest - _RAGGED]
    still_open = sum(1 for line in full if not _END.search(line.rstrip()))
    without_end = sum(1 for line in shorter if not _END.search(line.rstrip()))
    enough = len(full) >= max(_MIN_FULL, _SHARE_FULL * len(lines)) and without_end <= _SHARE_ODD * len(full)
    return (len(full), widest - _RAGGED) if enough and still_open >= _SHARE_OPEN * len(full) else (0, 0)


def _breaks_off(line: str) -> bool:
    """Whether a line of prose stops in the middle of a sentence, as lines do that were broken by accident (占⏎26.8%)."""
    words = line.rstrip()
    return len(words) >= _LONG_PROSE and bool(_INNER_MARK.search(words[:-1])) and _END.search(words) is None and not words.endswith(("…", "—", "|"))


def unwrapped(text: str) -> str:
    """A text without the line ends that only fill a width or break a sentence by accident; any other text as it is."""
    lines = text.split("\n")
    tabular = [_is_tabular(line) for line in lines]
    with_words = [line for line, in_a_table in zip(lines, tabular, strict=True) if line.strip() and not in_a_table]
    measure = max(_width, _count, key=lambda measure: _wrap_width(with_words, measure))
    full, width = _wrap_width(with_words, measure)
    kept = lines[:1]
    goes_on = not tabular[0] and ((full > 0 and measure(lines[0]) >= width) or _breaks_off(lines[0]))
    for line, in_a_table in zip(lines[1:], tabular[1:], strict=True):
        # After a full line that ends with a sentence nothing tells; apart, no sentence is harmed.
        if goes_on and line.strip() and not in_a_table and not _BEGINS.match(line) and not _SENTENCE_END.search(kept[-1].rstrip()):
            indent = kept[-1][: len(kept[-1]) - len(kept[-1].lstrip())]
            kept[-1] = indent + join_lines([kept[-1], line], wrapped=True)
        else:
            kept.append(line)
        goes_on = not in_a_table and ((full > 0 and measure(line) >= width) or _breaks_off(line))
    return "\n".join(kept)


def _decoded(data: bytes, name: str) -> str:
    text = decode(data, name)
    if len(text) > MAX_TEXT_CHARACTERS:
        reason = f"文字超过{MAX_TEXT_CHARACTERS // 10_000}万字"
        raise ReadingError(name, reason, "请只保留办理情况部分后重新导入", code="too_large")
    return text


def _lines(text: str) -> list[Span]:
    """The span of every line with words, without the blanks around it."""
    spans = []
    for line in _LINE.finditer(text):
        words = line.group()
        start = line.start() + len(words) - len(words.lstrip())
        end = line.start() + len(words.rstrip())
        if start < end:
            spans.append(Span(start=start, end=end))
    return spans


def read_plain(data: bytes, name: str) -> Readout:
    """A .txt file."""
    text = unwrapped(_decoded(data, name))
    return text, tuple(Block(kind="paragraph", span=span, place=f"第{n}段") for n, span in enumerate(_lines(text), 1))


def read_markdown(data: bytes, name: str) -> Readout:
    """A .md file: lines with # are headings, the first one is the title."""
    text = _decoded(data, name)
    blocks: list[Block] = []
    titled = False
    for number, span in enumerate(_lines(text), 1):
        heading = _MARKDOWN_HEADING.fullmatch(span.of(text))
        kind = "paragraph"
        if heading and heading.group(1):
            kind = "heading" if titled else "title"
            titled = True
            span = Span(start=span.start + heading.start(1), end=span.start + heading.end(1))
        blocks.append(Block(kind=kind, span=span, place=f"第{number}段"))
    return text, tuple(blocks)
