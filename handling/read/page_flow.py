"""Pages of print (.pdf, .ofd) → blocks: lines joined to paragraphs, tables that go on over a page break made whole."""

from __future__ import annotations

from dataclasses import dataclass

from handling.read.assembly import Assembly, Cell
from handling.read.page_columns import with_columns
from handling.read.page_lines import Line, PrintedTable, running_lines
from handling.read.page_paragraphs import Layout, layout_of, paragraphs, words_of


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: the lines outside tables, and the tables."""

    lines: list[Line]
    tables: list[PrintedTable]


def _row(table: PrintedTable, number: int) -> set[tuple[int, str]]:
    return {(cell.column, cell.words) for cell in table.cells if cell.row == number and cell.words.strip()}


def continued(above: PrintedTable, below: PrintedTable) -> list[Cell] | None:
    """The cells of both where `below` goes on with the table of the page before, else None. A repeated head goes."""
    if above.columns != below.columns:
        return None
    head = 0
    while _row(below, head) and _row(below, head) == _row(above, head):
        head += 1
    offset = max(cell.row + cell.row_span for cell in above.cells) - head
    rest = [cell for cell in below.cells if cell.row >= head]
    moved = [Cell(cell.row + offset, cell.column, cell.words, cell.row_span, cell.column_span) for cell in rest]
    return [*above.cells, *moved]


def _with_last_row(table: PrintedTable, on_page: list[Line | PrintedTable]) -> tuple[PrintedTable, list[Line | PrintedTable]]:
    """A table with the one row that is left of it on the next page: its frame holds no table, so it is a line whose words stand apart."""
    first = on_page[0] if on_page else None
    words = first.words.split("\t") if isinstance(first, Line) else []
    if len(words) != table.columns or not any(word.strip("%％").replace(".", "").isdecimal() for word in words):
        return table, on_page
    row = max(cell.row + cell.row_span for cell in table.cells)
    return PrintedTable(table.box, [*table.cells, *(Cell(row, column, word) for column, word in enumerate(words))]), on_page[1:]


def _in_order(sheets: list[Sheet]) -> list[Line | PrintedTable]:
    """Everything without running heads, in order; a table that goes on over a page break is one table."""
    running = running_lines([sheet.lines for sheet in sheets])
    flow: list[Line | PrintedTable] = []
    for sheet in sheets:
        kept = [line for line in sheet.lines if line not in running]
        if not flow and not kept and sheet.tables:  # the title of a table, printed again on every page
            kept = [line for line in sheet.lines if line.top < sheet.tables[0].box[1]]
        on_page: list[Line | PrintedTable] = [*with_columns(kept), *sheet.tables]
        on_page.sort(key=lambda part: part.box[1] if isinstance(part, PrintedTable) else part.top)
        if flow and on_page and isinstance(flow[-1], PrintedTable) and isinstance(on_page[0], PrintedTable):
            cells = continued(flow[-1], on_page[0])
            if cells is not None:
                flow[-1] = PrintedTable(flow[-1].box, cells)
                on_page = on_page[1:]
        elif flow and isinstance(flow[-1], PrintedTable):
            flow[-1], on_page = _with_last_row(flow[-1], on_page)
        flow.extend(on_page)
    return flow


def write_sheets(assembly: Assembly, sheets: list[Sheet]) -> None:
    """All pages, in order; the place of a paragraph is where it begins."""
    lines = [line for sheet in sheets for line in sheet.lines]
    layout = layout_of(lines) if lines else Layout(0, 0, 0, 0, indented=False)
    counts: dict[int, int] = {}
    waiting: list[Line] = []

    def write_waiting() -> None:
        for paragraph in paragraphs(waiting, layout):
            page = paragraph[0].page
            counts[page] = counts.get(page, 0) + 1
            assembly.add("paragraph", words_of(paragraph), f"第{page}页第{counts[page]}段")
        waiting.clear()

    for part in _in_order(sheets):
        if isinstance(part, Line):
            waiting.append(part)
        else:
            write_waiting()
            assembly.add_table(part.cells)
    write_waiting()
