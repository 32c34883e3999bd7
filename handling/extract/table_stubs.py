"""Which columns of a part name its rows, and which hold its numbers."""

from __future__ import annotations

from handling.extract.table_facts import Facts
from handling.extract.table_grid import Cell
from handling.extract.table_part import Part
from handling.extract.table_words import as_stub_head

_TEXT_STUBS = {"person", "title", "remark", "section", "project", "proposer"}


def find_stubs(part: Part) -> None:
    """Every data column of the part learns the columns that name its rows, and these their blank cells."""
    if part.head:
        _assign(part)
    _fill_stubs(part)


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
    if facts.stub in _TEXT_STUBS and numbers * 2 <= len(cells):
        return "text" if facts.stub == "remark" else "stub"
    if facts.stub and not (facts.stub == "unit" and numbers * 2 > len(cells)):
        return "index" if numbers > len(cells) // 2 and _runs(cells) else "stub"
    if years and years == len(cells):
        return "stub"
    if numbers * 2 > len(cells) or (not cells and facts.says_something):
        return "index" if not facts.text and _runs(cells) else "data"
    return "data" if numbers and facts.says_something else "text"


def head_is_shifted(part: Part) -> bool:
    """Whether the lower row of the head lost the blank it began with: 主办 then stands under 承办单位, above the names of units."""
    for column in range(min(part.grid.columns, 2)):
        path = part.path(column)
        lowest = path[-1].facts if len(path) > 1 else Facts()
        counts = lowest.role or lowest.letter or lowest.categories or lowest.measure
        cells = [cell for row in part.body if (cell := part.grid.rows[row][column]) is not None]
        if counts and not lowest.stub and path[0].facts.stub in ("unit", "class", "index") and any(cell.is_words for cell in cells):
            return True
    return False


def _runs(cells: list[Cell]) -> bool:
    """Whether the numbers count the rows: 1, 2, 3 …"""
    numbers = [int(cell.text) for cell in cells if cell.text.isdecimal()]
    return len(numbers) >= 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _assign(part: Part) -> None:
    """For every data column the stub columns that stand left of it, from the last one that opens a segment.

    A table may be folded: 承办单位 | 件数 | 承办单位 | 件数. A stub column after data, with the head of an earlier one
    or with the same heads right of it, opens a segment.
    Numbers may stand before the first names: 排名 | 承办单位 | 办结率.
    """
    stubs: list[int] = []
    heads: set[str] = set()
    before_names: list[int] = []
    data_seen = False
    kinds = [_kind(part, column) for column in range(part.grid.columns)]
    for column, kind in enumerate(kinds):
        head = part.path(column)[-1].text if part.path(column) else ""
        if kind == "data":
            part.stubs[column] = tuple(stubs)
            if any(kinds[place] != "index" for place in stubs) or "stub" not in kinds[column:]:
                data_seen = True
            else:
                before_names.append(column)
            continue
        again = data_seen and bool(head) and ((kind != "text" and head in heads) or _heads_the_same_again(part, column))
        if kind != "text" or not data_seen or again:
            if again:
                stubs, data_seen = [], False
            if not data_seen:
                stubs.append(column)
                heads.add(head)
                part.stubs.update((place, tuple(stubs)) for place in before_names)


def _heads_the_same_again(part: Part, column: int) -> bool:
    """Whether a column of other units has the columns of the first units right of it: 县直单位 | 建议 | 提案 | 乡镇 | 建议 | 提案."""
    path, following = part.path(column), part.path(column + 1) if column + 1 < part.grid.columns else []
    words = [cell.text for cell in following]
    return bool(path and words) and as_stub_head(path[-1].text).stub == "unit" and any([cell.text for cell in part.path(place)] == words for place in range(column))


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
