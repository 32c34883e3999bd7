"""Lines of a PDF page, from the places of its characters; page numbers and running heads are told from the text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from handling.read.assembly import Cell, is_wide
from handling.read.radicals import whole_characters

Char = dict[str, Any]
"""A character of pdfplumber: text, x0, x1, top, bottom, size in points from the page's upper left corner."""

# In units of the character's size: a narrower gap is justification, a wider one parts words, the widest columns.
_WORD_GAP, _LATIN_GAP, _COLUMN_GAP = 0.6, 0.22, 2.0
_PAGE_NUMBER = re.compile(
    r"[\-–—―·•~～\s]*(?:第\s*)?\d{1,4}\s*(?:页|頁)?"
    r"(?:\s*[/／,，共]\s*共?\s*\d{1,4}\s*(?:页|頁)?)?[\-–—―·•~～\s]*"
)
_DIGITS = re.compile(r"\d+")
_SENTENCE = re.compile(r"[，。；]")
_EDGE_LINES = 2
_COLUMNS = 3


Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line that stand apart from those beside them; lengths in points."""

    words: str
    x0: float
    x1: float

    @property
    def middle(self) -> float:
        """Half-way between its ends."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table on a page and its cells."""

    box: Box
    cells: list[Cell]

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return max(cell.column + cell.column_span for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of print; lengths in points."""

    words: str
    page: int
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    pieces: tuple[Piece, ...] = ()

    @property
    def in_columns(self) -> bool:
        """True for a row of a table that has no rules: words far apart."""
        return "\t" in self.words


def _join(chars: list[Char]) -> str:
    words = ""
    for before, char in zip([None, *chars], chars, strict=False):
        if before is not None and char["text"] != " " and not words.endswith((" ", "\t")):
            gap = (char["x0"] - before["x1"]) / max(char["size"], before["size"], 1)
            narrow = not is_wide(before["text"][-1:] or " ") and not is_wide(char["text"][:1] or " ")
            if gap > _COLUMN_GAP:
                words += "\t"
            elif gap > (_LATIN_GAP if narrow else _WORD_GAP):
                words += " "
        words += char["text"]
    return whole_characters(re.sub(r" {3,}", "\t", words.strip()))


def _pieces(inked: list[Char]) -> tuple[Piece, ...]:
    found: list[list[Char]] = []
    for char in inked:
        apart = not found or (char["x0"] - found[-1][-1]["x1"]) / max(char["size"], found[-1][-1]["size"], 1) > _WORD_GAP
        if apart:
            found.append([])
        found[-1].append(char)
    return tuple(Piece(_join(chars), chars[0]["x0"], max(char["x1"] for char in chars)) for chars in found)


def lines_of(chars: list[Char], page: int) -> list[Line]:
    """Characters → lines, top to bottom. What stands at half a character's height of each other is one line."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda char: (char["top"] + char["bottom"]) / 2):
        middle = (char["top"] + char["bottom"]) / 2
        if rows:
            last = rows[-1][-1]
            if middle - (last["top"] + last["bottom"]) / 2 < 0.35 * min(max(last["size"], 1), max(char["size"], 1)):
                rows[-1].append(char)
                continue
        rows.append([char])
    lines = []
    for row in rows:
        row.sort(key=lambda char: char["x0"])
        inked = [char for char in row if char["text"].strip()]
        if inked:
            lines.append(
                Line(
                    words=_join(row),
                    page=page,
                    x0=inked[0]["x0"],
                    x1=max(char["x1"] for char in inked),
                    top=min(char["top"] for char in inked),
                    bottom=max(char["bottom"] for char in inked),
                    size=Counter(round(char["size"], 1) for char in inked).most_common(1)[0][0],
                    pieces=_pieces(inked),
                )
            )
    return lines


def _heads_columns(line: Line, below: list[Line]) -> bool:
    """The head of a table without rules, printed again on every page, is no running head."""
    return len(line.pieces) >= _COLUMNS and bool(below) and len(below[0].pieces) >= _COLUMNS


def running_lines(pages: list[list[Line]]) -> set[Line]:
    """Page numbers, and heads and feet that recur on most pages, among the outermost lines of each page."""
    found: set[Line] = set()
    heads = [[line for place, line in enumerate(lines[:_EDGE_LINES]) if not _heads_columns(line, lines[place + 1 :])] for lines in pages]
    feet = [lines[-_EDGE_LINES:] for lines in pages]
    for edges in (heads, feet):  # an office that stands over the title and signs on the last page is no running line
        seen = Counter(words for edge in edges for words in {_DIGITS.sub("#", line.words) for line in edge})
        for edge in edges:
            found |= {line for line in edge if seen[_DIGITS.sub("#", line.words)] > max(1, len(pages) // 2) and not _SENTENCE.search(line.words)}
    outermost = [line for lines in pages if lines for line in (lines[0], lines[-1])]
    return found | {line for line in outermost if _PAGE_NUMBER.fullmatch(line.words)}
