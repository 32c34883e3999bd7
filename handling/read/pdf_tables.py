"""Ruled tables of a PDF page, merged cells told from the rules that are missing."""

from __future__ import annotations

from pdfplumber.page import Page
from pdfplumber.table import Table

from handling.read.assembly import Cell, join_lines
from handling.read.page_lines import Box, PrintedTable, lines_of

_TOLERANCE = 3.0
# A page with more rules than this is a drawing, and looking for tables in it takes minutes.
MAX_RULES = 6_000


def _edges(values: list[float]) -> list[float]:
    """Positions of the rules, those nearer than the tolerance taken as one."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _TOLERANCE:
            edges.append(value)
    return edges


def _index(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda number: abs(edges[number] - value))


def _within(page: Page, box: Box) -> str:
    x0, top, x1, bottom = box
    chars = [char for char in page.chars if x0 <= (char["x0"] + char["x1"]) / 2 < x1 and top <= (char["top"] + char["bottom"]) / 2 < bottom]
    return join_lines(line.words.replace("\t", " ") for line in lines_of(chars, 0))


def _cells(page: Page, table: Table) -> list[Cell]:
    columns = _edges([edge for box in table.cells for edge in (box[0], box[2])])
    rows = _edges([edge for box in table.cells for edge in (box[1], box[3])])
    cells = []
    for box in table.cells:
        row, column = _index(rows, box[1]), _index(columns, box[0])
        row_span, column_span = _index(rows, box[3]) - row, _index(columns, box[2]) - column
        if row_span > 0 and column_span > 0:
            cells.append(Cell(row, column, _within(page, box), row_span, column_span))
    return cells


def ruled_tables(page: Page) -> list[PrintedTable]:
    """The ruled tables of a page, top to bottom. A frame around text, with one row or one column, is none."""
    if len(page.edges) > MAX_RULES:
        return []
    found = []
    for table in page.find_tables():
        cells = _cells(page, table)
        filled = [cell for cell in cells if cell.words.strip()]
        if len({cell.row for cell in filled}) >= 2 and len({cell.column for cell in filled}) >= 2:
            found.append(PrintedTable(box=table.bbox, cells=cells))
    return sorted(found, key=lambda table: table.box[1])
