"""Where a grid has its heads, its stub and its data: parts, each with head rows above and body rows below."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from handling.extract.table_facts import Facts
from handling.extract.table_grid import Cell, Grid, Line
from handling.extract.table_words import looks_like_a_unit

_COLUMN_NUMBER = re.compile(r"[\d一二三四五六七八九十甲乙丙丁A-Z]{1,2}|栏次|行次")
_TEXT_STUBS = {"person", "title", "remark", "section", "project", "proposer"}
MAX_HEAD_ROWS = 6


@dataclass(slots=True)
class Part:
    """A head and the rows below it, down to the next head.

    `groups[row]` is the row's group title (一、政府部门) or None, `stubs[column]` the stub columns that name the rows of a data column.
    """

    grid: Grid
    head: list[int]
    body: list[int] = field(default_factory=list)
    caption: list[Line] = field(default_factory=list)
    groups: dict[int, Cell | None] = field(default_factory=dict)
    stubs: dict[int, tuple[int, ...]] = field(default_factory=dict)
    filled: dict[tuple[int, int], Cell] = field(default_factory=dict)
    paths: dict[int, list[Cell]] = field(default_factory=dict)

    def path(self, column: int) -> list[Cell]:
        """The different cells of the head above a column, top to bottom."""
        if column not in self.paths:
            found: list[Cell] = []
            for row in self.head:
                cell = self.filled.get((row, column)) or self.grid.rows[row][column]
                if cell is not None and (not found or found[-1] is not cell):
                    found.append(cell)
            self.paths[column] = found
        return self.paths[column]

    def stub_cell(self, row: int, column: int) -> Cell | None:
        """The cell that names a row in one stub column."""
        return self.filled.get((row, column)) or self.grid.rows[row][column]

    def stub_cells(self, row: int, column: int) -> list[Cell]:
        """The different cells of the stub that name `row` for a data column, left to right, without running numbers."""
        found: list[Cell] = []
        for place in self.stubs.get(column, ()):
            cell = self.stub_cell(row, place)
            if cell is not None and not cell.is_dash and (cell.is_words or cell.is_year) and (not found or found[-1] is not cell):
                found.append(cell)
        return found


def _is_line(grid: Grid, row: int) -> bool:
    """A row with one filled cell of words: a title, a group, a note."""
    cells = grid.cells_of(row)
    return len(cells) == 1 and cells[0].is_words and (grid.columns > 1 or len(cells[0].text) > 20)


def _is_head_like(cells: list[Cell]) -> bool:
    """Words in two places or more, and no number but years that follow each other."""
    years = [int(cell.text) for cell in cells if cell.is_year]
    words = [cell for cell in cells if cell.is_words]
    steps = {later - earlier for earlier, later in pairwise(years)}
    in_order = not years or steps in ({1}, {-1})
    full = len(words) + len(years)
    return in_order and bool(words or len(years) > 1) and full >= 2 and full == sum(not cell.is_dash for cell in cells)


def _is_column_numbers(cells: list[Cell]) -> bool:
    """A row 甲 1 2 3 4 that numbers the columns."""
    numbers = [int(cell.text) for cell in cells if cell.text.isdecimal()]
    return len(numbers) >= 3 and numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] <= 2 and all(
        _COLUMN_NUMBER.fullmatch(cell.text) for cell in cells
    )  # fmt: skip


def _says_something(facts: Facts) -> bool:
    return facts.says_what or bool(facts.instrument or facts.none or facts.stub or facts.total or facts.year is not None or facts.body)


def _goes_on(grid: Grid, head: list[int], row: int) -> bool:
    """Whether `row` is one more row of the head: it lies under a merged or a blank cell of the row above."""
    before, cells = grid.rows[head[-1]], grid.cells_of(row)
    if any(cell is not None and cell.row <= head[-1] < row < cell.row + cell.row_span for cell in grid.rows[row]):
        return True
    if not _is_head_like(cells) and not (len(cells) == 1 and cells[0].is_words and cells[0].column_span < grid.columns):
        return False
    known = sum(_says_something(cell.facts) and (cell.facts.understood or not looks_like_a_unit(cell.text)) for cell in cells)
    under_merged = any(cell is not None and cell.column_span > 1 for cell in before)
    under_blank = any(above is None and below is not None for above, below in zip(before, grid.rows[row], strict=True))
    return (under_merged or under_blank) and known * 2 >= len(cells)


def _opens_a_part(grid: Grid, row: int) -> bool:
    """Whether a row below data is the head of a further table: words only, and words of heads."""
    cells = grid.cells_of(row)
    if not _is_head_like(cells):
        return False
    known = [cell for cell in cells if _says_something(cell.facts) and cell.facts.understood]
    if cells[0].facts.stub in ("index", "unit"):
        return True
    return len(known) >= 2 and len(known) * 2 > len(cells) and not looks_like_a_unit(cells[0].text)


def parts_of(grid: Grid) -> list[Part]:
    """The parts of a grid in order. Lines above a head are its caption, lines inside the body head a group."""
    parts: list[Part] = []
    waiting: list[int] = []
    row, height = 0, len(grid.rows)
    while row < height:
        cells = grid.cells_of(row)
        if not cells or (parts and _is_column_numbers(cells)):
            row += 1
        elif _is_line(grid, row):
            if not (parts and not waiting and _ends_a_name(parts[-1], cells[0])):
                waiting.append(row)
            row += 1
        elif _is_head_like(cells) and (not parts or _opens_a_part(grid, row)):
            part, row = _new_part(grid, row, waiting)
            if parts and parts[-1].head and _same_words(grid, part.head[0], parts[-1].head[0]):
                parts[-1].filled.update(part.filled)  # the same head again, after a page break
            else:
                parts.append(part)
            waiting = []
        else:
            if not parts:
                parts.append(Part(grid, [], caption=[Line(grid.cells_of(w)[0].text, grid.cells_of(w)[0].span) for w in waiting]))
            _take_row(parts[-1], row, waiting)
            waiting = []
            row += 1
    return _finished(parts, waiting)


def _same_words(grid: Grid, first: int, second: int) -> bool:
    return [cell.text for cell in grid.cells_of(first)] == [cell.text for cell in grid.cells_of(second)]


def _ends_a_name(part: Part, rest: Cell) -> bool:
    """Whether a line is the end of the unit's name in the row above it, broken over two rows: 住房和城乡建 | 12, 设局. Then it is put back."""
    above = part.grid.rows[part.body[-1]][rest.column] if part.body else None
    if above is None or not above.is_words or rest.column_span > 1 or above.facts.total or looks_like_a_unit(above.text):
        return False
    if len(rest.text) > 6 or above.facts.understood or not looks_like_a_unit(above.text + rest.text):
        return False
    above.text += rest.text
    return True


def _new_part(grid: Grid, row: int, waiting: list[int]) -> tuple[Part, int]:
    head = [row]
    row += 1
    while row < len(grid.rows) and len(head) < MAX_HEAD_ROWS and grid.cells_of(row):
        if _is_column_numbers(grid.cells_of(row)):
            return _part_with_head(grid, head, waiting), row + 1
        if not _goes_on(grid, head, row):
            break
        head.append(row)
        row += 1
    return _part_with_head(grid, head, waiting), row


def _part_with_head(grid: Grid, head: list[int], waiting: list[int]) -> Part:
    caption = [Line(grid.cells_of(w)[0].text, grid.cells_of(w)[0].span) for w in waiting]
    part = Part(grid, head, caption=caption)
    for upper, lower in pairwise(head):
        _reach_over_blanks(part, upper, lower)
    return part


def _reach_over_blanks(part: Part, upper: int, lower: int) -> None:
    """In a head without merged cells a group head stands once, and the places right of it are blank."""
    left: Cell | None = None
    for column in range(part.grid.columns):
        cell, below = part.grid.rows[upper][column], part.grid.rows[lower][column]
        if cell is not None:
            left = cell if below is not None and below is not cell and cell.column_span == 1 else None
        elif left is not None and below is not None:
            part.filled[(upper, column)] = left
        else:
            left = None


def _take_row(part: Part, row: int, waiting: list[int]) -> None:
    group = part.groups[part.body[-1]] if part.body else None
    if waiting:
        group = part.grid.cells_of(waiting[-1])[0]
    part.body.append(row)
    part.groups[row] = group


def _finished(parts: list[Part], waiting: list[int]) -> list[Part]:
    """Lines left over below the last row are notes; every part learns its stub."""
    for part in parts[-1:]:
        part.grid.notes = [*(Line(part.grid.cells_of(w)[0].text, part.grid.cells_of(w)[0].span) for w in waiting), *part.grid.notes]
    for part in parts:
        _find_stubs(part)
        _fill_stubs(part)
    return parts


def _kind(part: Part, column: int) -> str:
    """ "data", "stub", "index" or "text" by the head and by what stands below it."""
    path = part.path(column)
    facts = path[-1].facts if path else Facts()
    cells = [cell for row in part.body if (cell := part.grid.rows[row][column]) is not None and not cell.is_dash]
    timely = facts.stub == "time" or not facts.text
    years = sum(cell.is_year for cell in cells) if timely else 0
    numbers = sum(cell.is_number for cell in cells) - years
    if facts.stub == "index":
        return "index"
    if facts.stub in _TEXT_STUBS:
        return "text" if facts.stub == "remark" else "stub"
    if facts.stub and not (facts.stub == "unit" and numbers * 2 > len(cells)):
        return "index" if numbers > len(cells) // 2 and _runs(cells) else "stub"
    if years and years == len(cells):
        return "stub"
    if numbers * 2 > len(cells) or (not cells and _says_something(facts)):
        return "index" if not facts.text and _runs(cells) else "data"
    return "data" if numbers and _says_something(facts) else "text"


def _runs(cells: list[Cell]) -> bool:
    """Whether the numbers count the rows: 1, 2, 3 …"""
    numbers = [int(cell.text) for cell in cells if cell.text.isdecimal()]
    return len(numbers) >= 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _find_stubs(part: Part) -> None:
    """For every data column the stub columns that stand left of it, from the last one that opens a segment.

    A table may be folded: 承办单位 | 件数 | 承办单位 | 件数. A stub column after data, with the head of an earlier one, opens a segment.
    """
    if not part.head:
        return
    stubs: list[int] = []
    heads: set[str] = set()
    data_seen = False
    for column in range(part.grid.columns):
        kind = _kind(part, column)
        head = part.path(column)[-1].text if part.path(column) else ""
        if kind == "data":
            part.stubs[column] = tuple(stubs)
            data_seen = True
        elif kind == "text" and data_seen:
            continue
        else:
            if data_seen and head and head in heads:
                stubs, data_seen = [], False
            if not data_seen:
                stubs.append(column)
                heads.add(head)


def _fill_stubs(part: Part) -> None:
    """A stub cell that stands once for several rows, without being merged, reaches down until something new stands left of it.

    Never the last stub column: a blank there is not said.
    """
    for stubs in set(part.stubs.values()):
        above: dict[int, Cell | None] = {}
        for row in part.body:
            cells = [part.grid.rows[row][column] for column in stubs]
            fresh = False
            for number, (column, cell) in enumerate(zip(stubs, cells, strict=True)):
                reaches = above.get(column)
                if cell is not None or fresh:
                    fresh = fresh or cell is not None
                    above[column] = cell if cell is not None and cell.is_words and cell.row_span == cell.column_span == 1 else None
                elif reaches is not None and any(later is not None for later in cells[number + 1 :]):
                    part.filled[(row, column)] = reaches
