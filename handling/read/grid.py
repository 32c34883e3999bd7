"""A sheet of cells → blocks: title rows above the table, the table, notes under it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handling.read.assembly import Assembly, Cell, Readout, column_letters


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its name ("" for a .csv) and its filled cells, rows and columns counted from 0 as in the file."""

    sheet: str
    cells: list[Cell]


def _place(sheet: str, cell: Cell) -> str:
    where = f"第{cell.row + 1}行{column_letters(cell.column)}列"
    return f"工作表“{sheet}”{where}" if sheet else where


def _by_row(cells: Iterable[Cell]) -> dict[int, list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.column)):
        rows.setdefault(cell.row, []).append(cell)
    return rows


def _reach(rows: dict[int, list[Cell]]) -> dict[int, int]:
    """Row → how many cells stand in it, those merged down into it from above counted too."""
    counts = {row: len(cells) for row, cells in rows.items()}
    for cells in rows.values():
        for cell in cells:
            for row in range(cell.row + 1, cell.row + cell.row_span):
                if row in counts:
                    counts[row] += 1
    return counts


def _parts(rows: dict[int, list[Cell]]) -> list[tuple[bool, list[int]]]:
    """Runs of rows: (True, rows of a table), (False, lines outside). A table row has two cells or more.

    A sparse row between the rows of a table (a group's heading) belongs to the table; an empty row ends a table.
    """
    counts = _reach(rows)
    order = sorted(rows)
    wide = max(counts.values(), default=0)
    dense = [counts[row] >= max(2, min(3, wide)) for row in order]
    runs: list[tuple[bool, list[int]]] = []
    for index, row in enumerate(order):
        inside = dense[index]
        gap = index > 0 and row != order[index - 1] + 1
        if runs and runs[-1][0] == inside and not (inside and gap):
            runs[-1][1].append(row)
        else:
            runs.append((inside, [row]))
    return runs


def _write_line(assembly: Assembly, sheet: str, cells: list[Cell], kind: str) -> None:
    for cell in cells:
        assembly.add(kind, " ".join(cell.words.split("\n")), _place(sheet, cell))


def _write_sheet(assembly: Assembly, grid: Grid, first: bool) -> None:
    rows = _by_row(grid.cells)
    runs = _parts(rows)
    titled = False
    for number, (inside, members) in enumerate(runs):
        if inside:
            top, left = members[0], min(cell.column for row in members for cell in rows[row])
            shifted = [Cell(cell.row - top, cell.column - left, cell.words, cell.row_span, cell.column_span) for row in members for cell in rows[row]]

            def place(cell: Cell, top: int = top, left: int = left) -> str:
                return _place(grid.sheet, Cell(cell.row + top, cell.column + left, ""))

            assembly.add_table(shifted, place)
            continue
        above = any(later for later, _ in runs[number + 1 :]) and not any(earlier for earlier, _ in runs[:number])
        for row in members:
            kind = "note"
            if above and not titled:
                kind = "title" if first else "heading"
                titled = True
            _write_line(assembly, grid.sheet, rows[row], kind)


def write_grids(grids: list[Grid], name: str) -> Readout:
    """All sheets of a file, in order."""
    assembly = Assembly(name)
    for number, grid in enumerate(grids):
        _write_sheet(assembly, grid, first=number == 0)
    return assembly.readout()
