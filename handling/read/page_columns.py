"""Tables of print without rules: lines whose words stand in columns become cells.

What counts is where the words stand: the rows that fill all columns tell where each column begins and ends, a word of any other row belongs to
the column that it stands in, and a head that stands over several columns spans them. Lines that do not fit are left as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from handling.read.assembly import Cell
from handling.read.page_lines import Line, Piece, PrintedTable

_NUMBER = re.compile(r"[-—–/]{1,2}|\d[\d,]*(?:\.\d+)?\s*[%％件]?")
_SENTENCE = re.compile(r"[。；]|[\u4e00-\u9fff，、]{30}")
_LEAST_COLUMNS, _LEAST_ROWS = 3, 2
_LONGEST_HEAD = 8
_NEAR = 2.6  # a row lies at most so many sizes of type under the one above it
Reach = list[tuple[float, float]]
"""From where to where each column reaches, in points, left to right."""


def with_columns(lines: list[Line]) -> list[Line | PrintedTable]:
    """The lines of a page, top to bottom, with every run that stands in columns made a table."""
    found: list[Line | PrintedTable] = []
    start = 0
    while start < len(lines):
        end = _run_end(lines, start)
        table = _table(lines[start:end]) if end - start > _LEAST_ROWS else None
        found += [table] if table else lines[start:end]
        start = end
    return found


def _run_end(lines: list[Line], start: int) -> int:
    """Where the run of lines ends that may be rows of one table."""
    end = start
    while end < len(lines) and _may_be_row(lines[end]) and (end == start or lines[end].top - lines[end - 1].top < _NEAR * max(lines[end].size, 1)):
        end += 1
    while end > start and len(lines[end - 1].pieces) == 1:
        end -= 1  # a note or a heading below
    return max(end, start + 1)


def _may_be_row(line: Line) -> bool:
    if len(line.pieces) == 1:
        return len(line.words) <= _LONGEST_HEAD and not _NUMBER.fullmatch(line.words)
    return not any(_SENTENCE.search(piece.words) for piece in line.pieces)


def _counts(line: Line) -> int:
    return sum(bool(_NUMBER.fullmatch(piece.words)) for piece in line.pieces)


def _table(lines: list[Line]) -> PrintedTable | None:
    first = next((n for n, line in enumerate(lines) if _counts(line)), 0)
    rows = lines[first:]
    width = Counter(len(line.pieces) for line in rows if _counts(line)).most_common(1)[0][0] if rows and first else 0
    full = [line for line in rows if len(line.pieces) == width]
    if width < _LEAST_COLUMNS or len(full) < _LEAST_ROWS:
        return None
    reach = [(min(line.pieces[n].x0 for line in full), max(line.pieces[n].x1 for line in full)) for n in range(width)]
    if any(left[1] >= right[0] for left, right in pairwise(reach)):
        return None
    named = [sum(bool(_NUMBER.fullmatch(line.pieces[n].words)) for line in full) * 2 < len(full) for n in range(width)]
    body = _body(rows, reach, first)
    head = _head(lines[:first], reach, named)
    return PrintedTable(_box(lines), [*head, *body]) if body and head else None


def _box(lines: list[Line]) -> tuple[float, float, float, float]:
    return min(line.x0 for line in lines), lines[0].top, max(line.x1 for line in lines), lines[-1].bottom


def _standing(piece: Piece, reach: Reach) -> list[int]:
    """The columns over or in which a piece stands; the nearest where it stands between two."""
    met = [n for n, (left, right) in enumerate(reach) if piece.x0 < right and left < piece.x1]
    return met or [min(range(len(reach)), key=lambda n: abs(sum(reach[n]) / 2 - piece.middle))]


def _body(rows: list[Line], reach: Reach, first: int) -> list[Cell]:
    """The rows of numbers; a name that is broken over three lines, numbers beside the middle one, is made whole. [] where a word fits no column."""
    cells: list[Cell] = []
    for number, line in enumerate(rows):
        if len(line.pieces) == 1 and not _counts(line):
            continue  # taken by the row beside it
        places = [_standing(piece, reach) for piece in line.pieces]
        if any(len(columns) > 1 for columns in places):
            return []
        row = first + number
        words: dict[int, str] = {}
        for piece, (column, *_) in zip(line.pieces, places, strict=True):
            words[column] = f"{words[column]} {piece.words}" if column in words else piece.words
        broken = [near for near in (number - 1, number + 1) if 0 <= near < len(rows) and len(rows[near].pieces) == 1]
        if 0 not in words and broken:
            words[0] = "".join(rows[near].words for near in broken)
        cells += [Cell(row, column, told) for column, told in sorted(words.items())]
    return cells


def _head(lines: list[Line], reach: Reach, named: list[bool]) -> list[Cell]:
    """The head: the last row names the columns, a row above it groups of them; a word alone in its line stands beside them all. [] where two would meet."""
    alone = [line.pieces[0] for line in lines if len(line.pieces) == 1]
    rows = [line for line in lines if len(line.pieces) > 1]
    beside = {_standing(piece, reach)[0]: piece for piece in alone}
    cells = [Cell(0, column, piece.words, max(len(rows), 1)) for column, piece in beside.items()]
    for number, line in enumerate(rows):
        free = [n for n in range(len(reach)) if n not in beside]
        lowest = number == len(rows) - 1
        spans = _spans(line.pieces, reach, [n for n in free if lowest or not named[n]], lowest)
        if not spans:
            return []
        cells += [Cell(number, first, piece.words, 1, last - first + 1) for piece, (first, last) in zip(line.pieces, spans, strict=True)]
    return cells


def _spans(pieces: tuple[Piece, ...], reach: Reach, free: list[int], lowest: bool) -> list[tuple[int, int]]:
    """First and last column of each head of a row; [] where they do not come one after the other."""
    if lowest:
        spans = [(columns[0], columns[-1]) for columns in (_standing(piece, reach) for piece in pieces)]
    else:
        nearest = {n: min(range(len(pieces)), key=lambda k: abs(pieces[k].middle - sum(reach[n]) / 2)) for n in free}
        own = [_standing(piece, reach) for piece in pieces]
        members = [sorted({n for n in free if nearest[n] == k} | {n for n in own[k] if n not in free}) for k in range(len(pieces))]
        spans = [(columns[0], columns[-1]) for columns in members if columns]
    apart = len(spans) == len(pieces) and all(left[1] < right[0] for left, right in pairwise(spans))
    return spans if apart else []
