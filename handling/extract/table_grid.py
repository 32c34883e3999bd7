"""The cells of a document's tables laid out as grids, with the words above and below each table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from handling.extract.numerals import read_number
from handling.extract.table_facts import Facts
from handling.extract.table_words import facts_of
from handling.extract.text import View
from handling.model import Block, Document, Span

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_BROKEN = re.compile(r"(?<!\d)(?!\d{1,3}(?: \d{3})+(?!\s*\d))\d+\s+\d")  # 12 3 is no 123, and 1 133 is 1133
_VALUE = re.compile(rf"第?(?P<first>{_NUMBER})(?P<unit>%+|件|个|项|条|位|名|宗|起)?(?:[(/、,;](?:占)?(?P<second>{_NUMBER})%+\)?)?")
_SPELLED = re.compile(r"(?P<number>百分之[零〇一二三四五六七八九十百点]{1,10}|[零〇一二两三四五六七八九十百千]{1,7})(?P<unit>件|个|项|条|位|名)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ROLE = "主办|协办|会办|独办|分办"
_NAME = rf"{_ROLE}|主|协|会|独|分|[A-D]类?|满意|基本满意|不满意|(?:人大|代表|人大代表)?建议|(?:政协|委员)?提案"
_SEVERAL = re.compile(
    rf"\d{{1,5}}件?[(,;](?:其中)?:?(?:{_NAME}):?\d{{1,5}}件?(?:[、,;](?:{_NAME}):?\d{{1,5}}件?)*\)?"
    rf"|(?:{_NAME}):?\d{{1,5}}(?:件?(?:[、,;/]?(?:{_NAME}):?\d{{1,5}}件?)+|件)|(?:{_ROLE}):?\d{{1,5}}|\d{{1,5}}件?\((?:{_ROLE})\)"
)
_NAMED_NUMBER = re.compile(rf"({_NAME}|):?(\d{{1,5}})件?(?:\(({_ROLE})\))?")
LONG_NAMES = {"主": "主办", "协": "协办", "会": "会办", "独": "独办", "分": "分办"}
LONGEST_OF_SEVERAL = 40
_NONE = re.compile("无|没有")
_DASH = re.compile(rf"[-/\\~—–]+|{_NONE.pattern}|不适用")
_NOTE = re.compile(r"[(\[]?(?:注|备注|说明|附注|填表说明|补充说明)(?:\d|一|[:)\]])|^[①②③④⑤\d][.、)]|[*★※]|审核|制表|填表人|填报人|数据来源|“[-—/]+”")
_CAPTION = re.compile(r"表|情况|统计|汇总|一览|如下|:$|单位|排名|通报|进度")
_LEADS_TO_A_TABLE = re.compile(r"如下[:。]?$|[见如入列于]下表(?:所示)?[:。]?$|[见如入列于]下表[^。;]{0,40}。$")
_PAGE = re.compile(r"[-—]*第?\d{1,3}页?(?:共\d{1,3}页)?[-—]*")
_CONTINUED = re.compile(r"^\(?(?:续表?|接上[页表])(?:[一二三四\d]{0,2}|:.*)\)?$|\((?:续表?|接上[页表])[一二三四\d]?\)$|^续表")
_SHEET = re.compile(r"工作表“(.{1,40}?)”")
MAX_CAPTION_LINES, MAX_CAPTION, MAX_NOTES = 3, 80, 8


@dataclass(frozen=True, slots=True)
class Value:
    """A number in a cell: where its digits stand, its value, "%", a counting word or "" behind it, and whether it is printed with decimals.

    `words` are what a cell of several numbers says of this one: 主办 in 12(主8); `instead` of the lowest head cell, or below it; `label` is
    the name of its class alone.
    """

    span: Span
    value: float
    sign: str
    decimals: bool = False
    words: str = ""
    instead: bool = False
    label: str = ""


@dataclass(slots=True)
class Cell:
    """A filled cell. `text` is folded and without blanks; spans reach over what it covers."""

    text: str
    span: Span
    row: int
    column: int
    row_span: int
    column_span: int
    place: str
    values: tuple[Value, ...] = ()

    @property
    def is_number(self) -> bool:
        """Whether the cell holds a number and nothing else."""
        return bool(self.values)

    @property
    def is_dash(self) -> bool:
        """Whether it says that there is nothing to say: —, /, 无."""
        return bool(_DASH.fullmatch(self.text))

    @property
    def says_none(self) -> bool:
        """Whether it says in words that there are none."""
        return bool(_NONE.fullmatch(self.text))

    @property
    def is_words(self) -> bool:
        """Whether it holds words."""
        return not self.values and not self.is_dash

    @property
    def is_year(self) -> bool:
        """Whether it is a bare year, 2021."""
        return len(self.values) == 1 and _YEAR.fullmatch(self.text) is not None

    @property
    def facts(self) -> Facts:
        """What its words say."""
        return facts_of(self.text)


@dataclass(slots=True)
class Line:
    """Words outside the cells: a caption, a heading or a note."""

    text: str
    span: Span


@dataclass
class Grid:
    """One table. `caption` lines stand above it, `notes` below; `heading` is the nearest heading before, `sheet` the name of its sheet.

    `lost` are cells of rows that do not fit the columns: nobody knows which is whose.
    """

    cells: list[Cell]
    caption: list[Line] = field(default_factory=list)
    heading: str = ""
    sheet: str = ""
    notes: list[Line] = field(default_factory=list)
    columns: int = 0
    lost: list[Cell] = field(default_factory=list)

    @cached_property
    def rows(self) -> list[list[Cell | None]]:
        """Row by row the cell that covers each place, None where it is blank."""
        height = max((cell.row for cell in self.cells), default=-1) + 1
        self.columns = max((cell.column for cell in self.cells), default=-1) + 1
        grid: list[list[Cell | None]] = [[None] * self.columns for _ in range(height)]
        left = 20 * len(self.cells) + 1000  # merged cells that overlap without end come from broken files only
        for cell in self.cells:
            for row in range(cell.row, min(cell.row + cell.row_span, height)):
                for column in range(cell.column, min(cell.column + cell.column_span, self.columns)):
                    if left and grid[row][column] is None:
                        grid[row][column] = cell
                        left -= 1
        return grid

    def cells_of(self, row: int) -> list[Cell]:
        """The different cells that a row shows, left to right."""
        found: list[Cell] = []
        for cell in self.rows[row]:
            if cell is not None and (not found or found[-1] is not cell):
                found.append(cell)
        return found


def cell_values(folded: str, span: Span) -> tuple[str, tuple[Value, ...]]:
    """The blank-free folded words of a cell, and its numbers if it holds nothing else: 12, 1,133件, 63.2%, 12(63.2%), 十二, 百分之百."""
    text = "".join(span.of(folded).split())
    places: Sequence[int] = range(span.start, span.end)
    if len(text) != len(places):
        places = [place for place in places if not folded[place].isspace()]
    if len(places) != span.end - span.start and not text.replace(".", "").replace(",", "").replace("%", "").isdecimal():
        text = View(folded, span.start, span.end).text.replace(" ", "")
    if len(text) != len(places) or _BROKEN.search(folded, span.start, span.end):
        return text, ()
    if spelled := _SPELLED.fullmatch(text):
        value = read_number(spelled["number"])
        where = Span(start=places[spelled.start("number")], end=places[spelled.end("number") - 1] + 1)
        return text, () if value is None else (Value(where, value, "%" if text[0] == "百" and len(text) > 1 else (spelled["unit"] or "")[:1]),)
    found = _VALUE.fullmatch(text) if text[:1].isdecimal() or text[:1] == "第" else None
    return text, _values(found, places) if found else _said_one_by_one(text, places)


def _said_one_by_one(text: str, places: Sequence[int]) -> tuple[Value, ...]:
    """The numbers of a cell that names them itself: 12(主8、协4), 主办8件、协办4件."""
    if len(text) > LONGEST_OF_SEVERAL or not _SEVERAL.fullmatch(text):
        return ()
    found = list(_NAMED_NUMBER.finditer(text))
    return tuple(
        Value(Span(start=places[one.start(2)], end=places[one.end(2) - 1] + 1), float(one[2]), "件", words=LONG_NAMES.get(one[1], one[1] or one[3] or ""))
        for one in found
    )


def _values(found: re.Match[str], places: Sequence[int]) -> tuple[Value, ...]:
    values = []
    first = found["unit"] or ("位" if found.group()[0] == "第" else "件" if found["second"] else "")  # 12(60%): a count and its share
    for name, sign in (("first", first), ("second", "%")):
        if found[name]:
            where = Span(start=places[found.start(name)], end=places[found.end(name) - 1] + 1)
            value = read_number(found[name])
            if value is not None:
                values.append(Value(where, value, sign[:1], "." in found[name]))
    return tuple(values)


def make_cell(folded: str, span: Span, row: int, column: int, place: str, row_span: int = 1, column_span: int = 1) -> Cell:
    """A cell of the folded text at `span`."""
    text, values = cell_values(folded, span)
    return Cell(text, span, row, column, max(row_span, 1), max(column_span, 1), place, values)


def line(folded: str, block: Block) -> Line:
    """A block outside the tables, in the words that the grammar reads."""
    return Line(re.sub(r"\s+", "", View(folded, block.span.start, block.span.end).text), block.span)


def caption_before(lines: list[Line]) -> list[Line]:
    """Of the lines right above a table those that belong to it, top to bottom."""
    found: list[Line] = []
    lines = [above for above in lines if not _PAGE.fullmatch(above.text)]
    for above in reversed(lines[-MAX_CAPTION_LINES:]):
        text = above.text
        leads_here = not found and bool(_LEADS_TO_A_TABLE.search(text))
        if (len(text) > MAX_CAPTION or text.endswith(("。", ";"))) and not leads_here:
            break
        if found and (text.endswith(":") or not _CAPTION.search(text)):
            break
        words = re.sub(r"^.*。(?=.)", "", text) if text.endswith("。") else text  # 2019年承办36件。分类数字列入下表。
        found.insert(0, Line(words[-MAX_CAPTION:], above.span))
    return found


def leading(lines: list[Line]) -> list[Line]:
    """The sentences right above a table that lead to it: 代表对主办件的评价如下. They tell of its columns as notes do."""
    return [above for above in lines[-MAX_CAPTION_LINES:] if _LEADS_TO_A_TABLE.search(above.text)]


def notes_after(lines: Iterable[Line]) -> list[Line]:
    """Of the lines right below a table those that explain it."""
    found: list[Line] = []
    for below in lines:
        if len(found) >= MAX_NOTES or not _NOTE.search(below.text[:12]):
            break
        found.append(below)
    return found


def _runs(document: Document) -> Iterator[tuple[int, int]]:
    """First and last + 1 position of the blocks of each table."""
    start = -1
    for position, block in enumerate(document.blocks):
        if start >= 0 and (block.kind != "cell" or block.table != document.blocks[start].table):
            yield start, position
            start = -1
        if block.kind == "cell" and start < 0:
            start = position
    if start >= 0:
        yield start, len(document.blocks)


def _grid(document: Document, folded: str, first: int, last: int) -> Grid:
    blocks = document.blocks
    top = min(block.row for block in blocks[first:last])
    cells = [
        make_cell(folded, block.span, block.row - top, block.column, block.place, block.row_span, block.column_span) for block in blocks[first:last]
    ]
    above: list[Line] = []
    for position in range(first - 1, max(first - 1 - MAX_CAPTION_LINES, -1), -1):
        if blocks[position].kind == "cell":
            break
        above.insert(0, line(folded, blocks[position]))
    below = []
    for block in blocks[last : last + MAX_NOTES]:
        if block.kind == "cell":
            break
        below.append(line(folded, block))
    sheet = _SHEET.match(blocks[first].place)
    return Grid(cells, caption_before(above), "", sheet[1] if sheet else "", [*leading(above), *notes_after(below)])


def _continues(before: Grid, after: Grid, between: int) -> bool:
    """Whether a table goes on after a page break: nothing between, as many columns, no caption and no head of its own."""
    if between or not all(_CONTINUED.search(line.text) for line in after.caption) or before.sheet != after.sheet or not after.cells or not before.cells:
        return False
    width = max(cell.column + cell.column_span for cell in before.cells)
    same_width = width == max(cell.column + cell.column_span for cell in after.cells)
    first_row = [cell for cell in after.cells if cell.row == 0]
    head = [cell.text for cell in before.cells if cell.row == 0]
    return same_width and (any(cell.is_number for cell in first_row) or [cell.text for cell in first_row] == head)


def _joined(before: Grid, after: Grid) -> Grid:
    height = max(cell.row for cell in before.cells) + 1
    for cell in after.cells:
        cell.row += height
    return Grid([*before.cells, *after.cells], before.caption, before.heading, before.sheet, after.notes)


def grids_of(document: Document, folded: str, heading_at: Callable[[int], str]) -> list[Grid]:
    """Every table of cells in order; one that goes on over a page break is one."""
    found: list[Grid] = []
    end = -1
    for first, last in _runs(document):
        grid = _grid(document, folded, first, last)
        grid.heading = heading_at(first)
        furniture = [
            block
            for block in document.blocks[max(end, 0) : first]
            if not re.fullmatch(r"[-—\s]*第?\d{1,3}页?[-—\s]*", block.span.of(folded)) and not _CONTINUED.search(block.span.of(folded).strip())
        ]
        if found and _continues(found[-1], grid, len(furniture)):
            found[-1] = _joined(found[-1], grid)
        else:
            found.append(grid)
        end = last
    return found
