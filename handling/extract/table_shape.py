"""Where a grid has its heads, its stub and its data: parts, each with head rows above and body rows below."""

from __future__ import annotations

import re
from itertools import pairwise

from handling.extract.table_grid import Cell, Grid, Line
from handling.extract.table_part import Part
from handling.extract.table_several import share_out
from handling.extract.table_stubs import find_stubs
from handling.extract.table_words import looks_like_a_unit

_COLUMN_NUMBER = re.compile(r"[\d一二三四五六七八九十甲乙丙丁A-Z]{1,2}|栏次|行次")
MAX_HEAD_ROWS = 6
_DEPTHS = (re.compile(r"[一二三四五六七八九十]{1,3}、"), re.compile(r"[(][一二三四五六七八九十]{1,3}[)]"), re.compile(r"\d{1,2}[.、](?!\d)"))
_FILLED_IN = re.compile(
    r"(?:(?:填[报表制写]|制表|编制|报送|上报|汇总|统计|审核|联系)(?:单位|部门|机关|机构|时间|日期|人|截止)?|单位(?:负责人|名称|\(盖?章\))?|日期|时间|截[至止][^:]*"
    r"|负责人|分管领导|联系电话|电话)(?:\([^()]*\))?:|(?:填报|制表|报送|编制)(?:单位|部门|时间|日期)$|\d{4}年\d{1,2}月\d{1,2}日$"
)
_CONTINUED = re.compile(r"续表|接上|第\d+页|^\(?续\d*\)?|\(续\d*\)$")


def _is_line(grid: Grid, row: int) -> bool:
    """A row with one filled cell of words: a title, a group, a note; or one that says who filled in the table, and when."""
    cells = grid.cells_of(row)
    if len(cells) == 1:
        return cells[0].is_words and (grid.columns > 1 or len(cells[0].text) > 20)
    said = [bool(_FILLED_IN.match(cell.text)) for cell in cells]
    return bool(cells) and said[0] and not any(cell.is_number for cell in cells) and (all(said[::2]) or cells[0].text.endswith(":"))


def _line_of(grid: Grid, row: int) -> Line:
    """The words of a row that is no row of data."""
    cells = grid.cells_of(row)
    return Line("".join(cell.text for cell in cells), cells[0].span)


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


def _goes_on(grid: Grid, head: list[int], row: int) -> bool:
    """Whether `row` is one more row of the head: it lies under a merged or a blank cell of the row above."""
    before, cells = grid.rows[head[-1]], grid.cells_of(row)
    if any(cell is not None and cell.row <= head[-1] < row < cell.row + cell.row_span for cell in grid.rows[row]):
        return True
    if not _is_head_like(cells) and not (len(cells) == 1 and cells[0].is_words and cells[0].column_span < grid.columns):
        return False
    known = sum(cell.facts.says_something and (cell.facts.understood or not looks_like_a_unit(cell.text)) for cell in cells)
    under_merged = any(cell is not None and cell.column_span > 1 for cell in before)
    under_blank = any(above is None and below is not None for above, below in zip(before, grid.rows[row], strict=True))
    slipped = None in before and len(cells) > 1 and all(cell.facts.says_what and cell.facts.understood for cell in cells)
    return (under_merged or under_blank or slipped) and known * 2 >= len(cells)


def _opens_a_part(grid: Grid, row: int) -> bool:
    """Whether a row below data is the head of a further table: words only, and words of heads."""
    cells = grid.cells_of(row)
    if not _is_head_like(cells):
        return False
    known = [cell for cell in cells if cell.facts.says_something and cell.facts.understood]
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
            if not (parts and not waiting and len(cells) == 1 and _ends_a_name(parts[-1], cells[0])):
                waiting.append(row)
            row += 1
        elif _is_head_like(cells) and (not parts or _opens_a_part(grid, row)):
            part, row = _new_part(grid, row, waiting)
            if parts and parts[-1].head and _same_words(grid, part.head[0], parts[-1].head[0]) and not _is_another(part, parts[-1]):
                parts[-1].filled.update(part.filled)  # the same head again, after a page break
            else:
                parts.append(part)
            waiting = []
        else:
            if not parts:
                parts.append(Part(grid, [], caption=[_line_of(grid, w) for w in waiting]))
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


def _is_another(part: Part, before: Part) -> bool:
    """Whether the same head again opens a table of its own, by the title above it: 表2 政协提案, after 表1 人大代表建议."""
    titles = [line.text for line in part.caption if not _CONTINUED.search(line.text)]
    return bool(titles) and titles != [line.text for line in before.caption]


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
    part = Part(grid, head, caption=[_line_of(grid, w) for w in waiting])
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


def _same_depth(group: Cell, first: Cell) -> bool:
    """Whether a row is numbered as the title of the group above it is, 三、满意率 after 二、办理结果, and so stands beside it."""
    return any(depth.match(group.text) and depth.match(first.text) for depth in _DEPTHS)


def _take_row(part: Part, row: int, waiting: list[int]) -> None:
    group = part.groups[part.body[-1]] if part.body else None
    if waiting:
        group = part.grid.cells_of(waiting[-1])[0]
    elif group is not None and _same_depth(group, part.grid.cells_of(row)[0]):
        group = None
    part.body.append(row)
    part.groups[row] = group


def _finished(parts: list[Part], waiting: list[int]) -> list[Part]:
    """Lines left over below the last row are notes; every part learns its stub."""
    for part in parts[-1:]:
        part.grid.notes = [*(_line_of(part.grid, w) for w in waiting), *part.grid.notes]
    for part in parts:
        share_out(part)
        find_stubs(part)
    return parts
