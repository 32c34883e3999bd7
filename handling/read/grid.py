"""A sheet of cells → blocks: title rows above the table, the table, notes under it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from handling.read.assembly import Assembly, Cell, Readout, column_letters

_NUMBER = re.compile(r"[-+]?[\d,.]+\s*(?:%|％|件|个)?|[—–\-/]+")
_LONG = 30
_SENTENCE = re.compile(r".{30,}[。;；:：]\s*", re.DOTALL)
_INSTRUCTIONS = re.compile(r"说明|须知|填[报写表]")
_ATTACHMENT = re.compile(r"[(（]?附[件表录图]?\s*[\d一二三四五六七八九十]{0,2}(?:[-—]\d{1,2})?[)）]?\s*[:：]?")  # no title, it stands above one


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its name ("" for a .csv) and its filled cells, rows and columns counted from 0 as in the file."""

    sheet: str
    cells: list[Cell]


def _place(sheet: str, row: int, column: int) -> str:
    where = f"第{row + 1}行{column_letters(column)}列"
    return f"工作表“{sheet}”{where}" if sheet else where


def _by_row(cells: Iterable[Cell]) -> dict[int, list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.column)):
        rows.setdefault(cell.row, []).append(cell)
    return rows


def _has_number(cells: list[Cell]) -> bool:
    return any(_NUMBER.fullmatch(cell.words.strip()) for cell in cells)


def _is_line(cells: list[Cell]) -> bool:
    """True for a row of words and no data: a title, a note, 填报单位：… beside 填报日期：…"""
    if len(cells) == 1:
        return not _has_number(cells)
    return not _has_number(cells) and all(":" in cell.words or "：" in cell.words or len(cell.words) > _LONG for cell in cells)


def _tables(rows: dict[int, list[Cell]]) -> list[list[int]]:
    """The rows of each table. It begins with a row of two cells and reaches to the last such row before an empty one.

    A row with one cell inside it heads a group, unless a new head row follows: then it is the title of the next table.
    """
    tables: list[list[int]] = []
    waiting: list[int] = []
    covered = -1
    for row in sorted(rows):
        cells = rows[row]
        adjoins = (bool(tables) and (waiting or tables[-1])[-1] == row - 1) or row <= covered
        if _is_line(cells):
            waiting = [*waiting, row] if tables and adjoins else []
            continue
        new_head = bool(waiting) and not _has_number(cells)
        if tables and adjoins and not new_head:
            tables[-1].extend([*waiting, row])
        else:
            tables.append([row])
        waiting = []
        covered = max(covered, *(cell.row + cell.row_span - 1 for cell in cells))
    return [members for members in tables if any(len(rows[row]) > 1 for row in members)]


def _write_table(assembly: Assembly, sheet: str, cells: list[Cell]) -> None:
    top, left = min(cell.row for cell in cells), min(cell.column for cell in cells)
    shifted = [Cell(cell.row - top, cell.column - left, cell.words, cell.row_span, cell.column_span) for cell in cells]
    assembly.add_table(shifted, lambda cell: _place(sheet, cell.row + top, cell.column + left))


def _is_prose(grid: Grid, rows: dict[int, list[Cell]]) -> bool:
    """Whether a sheet without a table is running text, one paragraph a row, and no instructions for filling in the others."""
    words = [cell.words.strip() for cells in rows.values() for cell in cells]
    return any(_SENTENCE.fullmatch(one) for one in words) and not _INSTRUCTIONS.search(grid.sheet + words[0])


def _write_sheet(assembly: Assembly, grid: Grid, *, first: bool) -> None:
    rows = _by_row(grid.cells)
    tables = {members[0]: members for members in _tables(rows)}
    inside = {row for members in tables.values() for row in members}
    last = max(inside, default=-1)
    kind, rest = "title" if first else "heading", "note"
    if not tables and _is_prose(grid, rows):
        kind, rest = "", "paragraph"  # the title of a text is found by its words
    for row in sorted(rows):
        if row in tables:
            _write_table(assembly, grid.sheet, [cell for member in tables[row] for cell in rows[member]])
        elif row not in inside:
            for cell in rows[row]:
                # Only above a table: the first line there names it, what follows are its remarks.
                named = bool(kind) and row < last and not _ATTACHMENT.fullmatch(cell.words.strip())
                assembly.add(kind if named else rest, cell.words.replace("\n", " "), _place(grid.sheet, row, cell.column))
                kind = "" if named else kind
        if row in tables:
            kind = "heading" if row < last else ""


def write_grids(grids: list[Grid], name: str) -> Readout:
    """All sheets of a file, in order."""
    assembly = Assembly(name)
    for number, grid in enumerate(grids):
        _write_sheet(assembly, grid, first=number == 0)
    return assembly.readout()
