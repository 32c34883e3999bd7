"""一格一行: a table that a copy from a web page left as one cell a line."""

from __future__ import annotations

from itertools import combinations, pairwise

from handling.extract.table_facts import Facts
from handling.extract.table_grid import Cell, Grid, make_cell
from handling.extract.table_words import stub_head
from handling.model import Block

LONGEST_CELL = 24
MAX_HEADS, MAX_ROWS = 24, 2000


def is_short(block: Block, folded: str) -> bool:
    """Whether a line may be a cell of its own."""
    words = block.span.of(folded).strip()
    return 0 < len(words) <= LONGEST_CELL and words[-1] not in "。;:,?!"


def grid_of_single_cells(folded: str, blocks: list[Block], position: int) -> tuple[Grid | None, int]:
    """The table whose first head cell is the line at `position`, and how many lines it takes; (None, 0) where there is none."""
    first = _cell(folded, blocks[position], 0, 0)
    if not stub_head(first.text):
        return None, 0
    cells = []
    for block in blocks[position : position + MAX_HEADS * MAX_ROWS]:
        if not is_short(block, folded):
            break
        cells.append(_cell(folded, block, 0, 0))
    heads = _heads(cells)
    width = _width(cells, heads)
    columns = _arranged([cell.facts for cell in cells[:heads]], width) if 2 <= width <= heads else None
    if columns is None:
        return None, len(cells)  # a line inside the run must not be taken for the first head
    return _laid_out(cells, heads, width, columns)


def _cell(folded: str, block: Block, row: int, column: int) -> Cell:
    return make_cell(folded, block.span, row, column, block.place)


def _heads(cells: list[Cell]) -> int:
    """How many lines at the start are words of a head."""
    for number, cell in enumerate(cells[: MAX_HEADS + 1]):
        facts = cell.facts
        says = facts.says_what or facts.stub or facts.instrument or facts.year is not None or facts.total
        if not (cell.is_words or cell.is_year) or not facts.understood or not says:
            return number
    return 0


def _width(cells: list[Cell], heads: int) -> int:
    """The number of columns: how far apart the names of the rows stand."""
    names = [number for number in range(heads, len(cells)) if cells[number].is_words]
    if not names or names[0] > heads + 1:
        return 0
    gaps = [later - earlier for earlier, later in pairwise(names)]
    if not gaps:
        return len(cells) - heads
    width = max(gaps, key=gaps.count)
    if gaps.count(heads) * 2 >= gaps.count(width):
        return heads  # a head in one row; the total and what stands below the table are other steps
    return width if gaps.count(width) * 2 >= len(gaps) else 0


def _arranged(facts: list[Facts], width: int) -> list[list[int]] | None:
    """For each column the head lines above it. More head lines than columns: some head a group, and their members come after the first row."""
    heads = len(facts)
    if heads == width:
        return [[number] for number in range(heads)]
    for first_row in range(2, heads):
        members = list(range(first_row, heads))
        groups = heads - width
        if groups < 1 or groups > 3 or len(members) < 2 * groups:
            continue
        for chosen in combinations(range(1, first_row), groups):
            columns = _with_members(facts, first_row, list(chosen), members)
            if columns is not None and len(columns) == width:
                return columns
    return None


def _family(facts: Facts) -> str:
    if facts.categories or facts.letter:
        return "outcome" if facts.letter or any(family == "outcome" for family, _ in facts.categories) else "satisfaction"
    return "received" if facts.role or facts.total else ""


def _with_members(facts: list[Facts], first_row: int, groups: list[int], members: list[int]) -> list[list[int]] | None:
    """Each group head takes the run of members of its family, in order."""
    columns: list[list[int]] = []
    left = members
    for number in range(first_row):
        if number not in groups:
            columns.append([number])
            continue
        wanted = facts[number].families[0] if facts[number].families else "received" if facts[number].measure == "received" else ""
        taken = 0
        while taken < len(left) and wanted and _family(facts[left[taken]]) == wanted:
            taken += 1
        if taken < 2:
            return None
        columns += [[number, member] for member in left[:taken]]
        left = left[taken:]
    return None if left else columns


def _laid_out(cells: list[Cell], heads: int, width: int, columns: list[list[int]]) -> tuple[Grid | None, int]:
    depth = max(len(column) for column in columns)
    laid: list[Cell] = []
    for column, above in enumerate(columns):
        for level, number in enumerate(above):
            head = cells[number]
            if level == 0 and column and columns[column - 1][0] == number:
                next(cell for cell in laid if cell.span == head.span).column_span += 1
                continue
            laid.append(Cell(head.text, head.span, level, column, depth if len(above) == 1 else 1, 1, head.place, head.values))
    row, taken = depth, heads
    named = [column for column, above in enumerate(columns) if cells[above[-1]].facts.stub]
    while taken < len(cells):
        found = _row_at(cells, taken, width, named)
        if not found:
            break
        for column, cell in found:
            laid.append(Cell(cell.text, cell.span, row, column, 1, 1, cell.place, cell.values))
        taken, row = taken + len(found), row + 1
    lost = [cell for cell in cells[taken:] if cell.is_number]
    return (Grid(laid, lost=lost), taken) if row > depth else (None, len(cells))


def _row_at(cells: list[Cell], start: int, width: int, named: list[int]) -> list[tuple[int, Cell]]:
    """The cells of the row that begins at `start` with their columns; [] where the lines do not fit the head.

    Words stand in the columns that name rows and nowhere else: a blank cell leaves no line, and everything behind it would be shifted.
    A total may stand over the running number and the name at once.
    """
    for shift in (0, 1):
        row = list(enumerate(cells[start : start + width - shift], shift))
        fits = len(row) == width - shift and all(cell.is_words == (column in named) for column, cell in row if column not in named or cell.is_words)
        has_name = any(cell.is_words for column, cell in row if column in named)
        if fits and has_name and (not shift or row[0][1].facts.total):
            return row
    return []
