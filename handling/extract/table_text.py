"""Tables that are written as text: cells parted by tabs, bars or blanks, or one cell a line after a copy from a web page."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise

from handling.extract.table_grid import MAX_NOTES, Cell, Grid, caption_before, cell_values, leading, line, make_cell, notes_after
from handling.extract.table_lines import grid_of_single_cells, is_short
from handling.extract.text import fold
from handling.model import Block, Document, Span

_TAB = re.compile(r"\t")
_BAR = re.compile(r"[|｜┃│]")
_WIDE = re.compile(r"\t+|[ \u3000\xa0]{2,}|\u3000+")
_BLANK = re.compile(r"[ \u3000\t\xa0]+")
_RULE = re.compile(r"[\s|+\-—=:─━┼│├┤┬┴┌┐└┘]*")
_PARTED = re.compile(r"[\t|｜┃│ \u3000\xa0]")  # a line without any of these is no row of cells
_SPACED = re.compile(r"(?:[合总小共]\s+计|单\s+位|项\s+目|类\s+别|名\s+称|序\s+号|备\s+注)(?=\s)")
_SENTENCE = re.compile(r"。|[^\s]{40}|[;,:]$")
LONGEST_INDENT = 200
MAX_TRIES = 4
Row = tuple[Block, list[Span]]


@lru_cache(maxsize=1)  # running text and tables both ask where they are
def text_grids(document: Document) -> tuple[Grid, ...]:
    """Every text table of the document, in order."""
    folded = fold(document.text)
    blocks = [block for block in document.blocks if block.kind != "cell"]
    grids: list[Grid] = []
    position = 0
    tries: dict[re.Pattern[str], tuple[int, int]] = {}
    while position < len(blocks):
        grid, length = _table_at(document, folded, blocks, position, tries)
        if grid is not None:
            above = [line(folded, block) for block in blocks[max(0, position - 3) : position]]
            grid.caption = caption_before(above)
            grid.notes = [*leading(above), *notes_after([line(folded, block) for block in blocks[position + length : position + length + MAX_NOTES]])]
            grid.heading = _heading(folded, blocks, position)
            grids.append(grid)
        position += max(length, 1)
    return tuple(grids)


def _heading(folded: str, blocks: list[Block], position: int) -> str:
    """The nearest heading above, at most forty lines up."""
    for block in reversed(blocks[max(0, position - 40) : position]):
        text = block.span.of(folded).strip()
        if block.kind == "heading" or (len(text) <= 45 and re.match(r"[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)]", text)):
            return text
    return ""


def _table_at(
    document: Document, folded: str, blocks: list[Block], position: int, tries: dict[re.Pattern[str], tuple[int, int]]
) -> tuple[Grid | None, int]:
    """The table that begins with a block, and how many blocks it takes; without one, how many need no further look.

    `tries` holds for each separator where its last run of lines ends and how often a table was looked for in it: a run is tried from its
    first few lines only, so that the work stays linear.
    """
    parted = _PARTED.search(document.text, blocks[position].span.start, blocks[position].span.end)
    for separator, aligned in ((_TAB, False), (_BAR, False), (_WIDE, True), (_BLANK, True)):
        end, tried = tries.get(separator, (-1, 0))
        if position < end and tried >= MAX_TRIES:
            continue
        rows = _rows(document.text, folded, blocks, position, separator) if parted else []
        tries[separator] = (position + len(rows), tried + 1 if position < end else 1)
        if len(rows) >= 2 and (grid := _grid(document.text, folded, rows, aligned=aligned, tight=separator is _BLANK)) is not None:
            return grid, len(rows)
    if is_short(blocks[position], folded):
        return grid_of_single_cells(folded, blocks, position)
    return None, 0


def _rows(text: str, folded: str, blocks: list[Block], position: int, separator: re.Pattern[str]) -> list[Row]:
    """The lines from `position` on that the separator cuts in two cells or more, or that stand alone between such lines."""
    rows: list[Row] = []
    for block in map(blocks.__getitem__, range(position, len(blocks))):
        cells = _cut(text, block.span, separator)
        ruled = bool(rows) and _RULE.fullmatch(block.span.of(folded)) is not None
        if (len(cells) < 2 and not ruled) or any(_SENTENCE.search(cell.of(folded)) for cell in cells):
            break
        rows.append((block, [] if ruled else cells))
    return rows


def _cut(text: str, span: Span, separator: re.Pattern[str]) -> list[Span]:
    """The cells of a line without the blanks around them; blank cells between tabs or bars are kept as empty spans."""
    words = span.of(text)
    cells, start = [], 0
    for found in [*separator.finditer(words), None]:
        end = found.start() if found else len(words)
        piece = words[start:end]
        left = span.start + start + len(piece) - len(piece.lstrip())
        cells.append(Span(start=left, end=max(left, span.start + start + len(piece.rstrip()))))
        start = found.end() if found else end
    if separator in (_WIDE, _BLANK) and len(cells) > 1 and _SPACED.match(text, cells[0].start):  # 合  计
        cells = [Span(start=cells[0].start, end=cells[1].end), *cells[2:]]
    if separator is _TAB:  # blank cells that a line begins with stand before its block
        line_start = text.rfind("\n", max(0, span.start - LONGEST_INDENT), span.start) + 1
        indent = text[line_start : span.start]
        cells = [Span(start=span.start, end=span.start)] * (indent.count("\t") if not indent.strip() else 0) + cells
    if separator is _BAR and cells and cells[0].start == cells[0].end:
        cells = cells[1:]
    if separator is _BAR and cells and cells[-1].start == cells[-1].end:
        cells = cells[:-1]
    return cells


def _grid(text: str, folded: str, rows: list[Row], *, aligned: bool, tight: bool) -> Grid | None:
    """A grid, if the lines look like a table: numbers in columns below words."""
    filled = [cells for _, cells in rows if cells]
    numbers = [sum(bool(cell_values(folded, cell)[1]) for cell in cells) for cells in filled]
    if not filled or not any(numbers) or numbers[0] == len(filled[0]) or (tight and numbers[0]):
        return None
    width = Counter(len(cells) for cells, count in zip(filled, numbers, strict=True) if count).most_common(1)[0][0]
    if width < 2 or (tight and (width < 3 or len(filled[0]) != width)):
        return None
    tabbed = ["\t" in block.span.of(text) for block, spans in rows if spans]
    if aligned and not tabbed[0] and sum(tabbed) * 2 > len(tabbed):
        return None  # 填报单位：… above a table of tabs, which begins below
    cells: list[Cell] = []
    lost: list[Cell] = []
    reach = _reach(text, rows, width) if aligned else []
    head = next((row for row, (_, spans) in enumerate(rows) if any(cell_values(folded, span)[1] for span in spans)), 0)
    for row, (block, spans) in enumerate(rows):
        columns = [(number, 1) for number in range(len(spans))] if not aligned else _places(text, block, spans, reach, over=row < head - 1)
        for span, (column, columns_wide) in zip(spans, columns, strict=True):
            if span.start < span.end:
                (cells if column >= 0 else lost).append(make_cell(folded, span, row, max(column, 0), block.place, 1, columns_wide))
    return Grid(cells, lost=lost)


def _columns(block: Block, text: str, span: Span) -> tuple[int, int]:
    """Where a cell begins and ends on a screen where Chinese characters are two columns wide."""
    line_start = text.rfind("\n", max(0, block.span.start - LONGEST_INDENT - 1), block.span.start) + 1
    if text[line_start : block.span.start].strip():
        line_start = block.span.start
    before = sum(2 if ord(c) > 0x2E7F else 1 for c in text[line_start : span.start])
    return before, before + sum(2 if ord(c) > 0x2E7F else 1 for c in span.of(text))


def _reach(text: str, rows: list[Row], width: int) -> list[tuple[int, int]]:
    """From where to where on the screen each column reaches, by the rows that fill all of them."""
    reach = [(10**9, -1)] * width
    for block, spans in rows:
        for number, span in enumerate(spans) if len(spans) == width else ():
            start, end = _columns(block, text, span)
            reach[number] = (min(reach[number][0], start), max(reach[number][1], end))
    return reach


def _places(text: str, block: Block, spans: list[Span], reach: list[tuple[int, int]], *, over: bool) -> list[tuple[int, int]]:
    """Column and width of each cell of a row: by order in a full row, else by what stands above each other; column -1 where that is not clear.

    A row `over` a lower head row holds group heads: each takes the columns whose middle lies nearest to its own.
    """
    if len(spans) == len(reach):
        return [(number, 1) for number in range(len(spans))]
    apart = all(left[1] <= right[0] for left, right in pairwise(reach))
    if not apart or len(spans) > len(reach):
        return [(-1, 1)] * len(spans)
    screen = [_columns(block, text, span) for span in spans]
    if not over or not spans:  # a ruled line has no cells
        return [(next((n for n, (first, last) in enumerate(reach) if start < last and first < end), -1), 1) for start, end in screen]
    nearest = [min(range(len(screen)), key=lambda n: abs(sum(screen[n]) - sum(column))) for column in reach]
    return [(nearest.index(n), nearest.count(n)) if n in nearest else (-1, 1) for n in range(len(spans))]
