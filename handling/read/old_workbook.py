"""Old workbooks (.xls, and .et, which is one): every filled cell as it is shown.

Read record by record here, since calamine was tried and found wanting: it does not tell number formats, so that 98.5% comes as 0.985,
and a damaged file of five kilobytes made it fill 22 gigabytes and take the process with it.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from handling.model import ReadingError
from handling.read.assembly import Cell, Readout
from handling.read.container import stream
from handling.read.grid import Grid, write_grids
from handling.read.limits import MAX_SHEET_CELLS, MAX_SHEETS
from handling.read.number_format import GENERAL, built_in, shown_number
from handling.read.old_records import BEGIN, ERRORS, Strings, records, short_number, words

_LOCKED, _FROM_1904, _FORMAT, _STYLE, _SHEET, _STRINGS = 0x002F, 0x0022, 0x041E, 0x00E0, 0x0085, 0x00FC
_NUMBER, _SHORT_NUMBER, _SHORT_NUMBERS, _FORMULA, _TEXT = 0x0203, 0x027E, 0x00BD, 0x0006, 0x0207
_SHARED, _LABEL, _RICH, _TRUTH, _MERGED = 0x00FD, 0x0204, 0x00D6, 0x0205, 0x00E5
_NEW_ENOUGH = 0x0600
_NOT_A_NUMBER = b"\xff\xff"


@dataclass(slots=True)
class _Book:
    """What all sheets share, and where each begins."""

    strings: list[str] = field(default_factory=list)
    codes: dict[int, str] = field(default_factory=dict)
    styles: list[int] = field(default_factory=list)
    sheets: list[tuple[str, int]] = field(default_factory=list)
    from_1904: bool = False

    def shown(self, value: float, style: int) -> str:
        number = self.styles[style] if style < len(self.styles) else 0
        return shown_number(value, self.codes.get(number) or built_in(number), from_1904=self.from_1904)


def _book(data: bytes, name: str) -> _Book:
    found = _Book()
    for kind, contents in records(data, 0):
        content = contents[0]
        if kind == _LOCKED:
            raise ReadingError(name, "文件有密码保护", "请取消密码后另存为新文件再导入", code="password")
        if kind == _FROM_1904:
            found.from_1904 = content[:1] == b"\1"
        elif kind == _FORMAT:
            number, length, flags = struct.unpack_from("<HHB", content)
            found.codes[number] = words(content, 5, length, flags) or GENERAL
        elif kind == _STYLE:
            found.styles.append(struct.unpack_from("<H", content, 2)[0])
        elif kind == _SHEET:
            place, hidden, sort, length, flags = struct.unpack_from("<IBBBB", content)
            if not hidden & 3 and sort == 0:
                found.sheets.append((words(content, 8, length, flags), place))
        elif kind == _STRINGS:
            found.strings = Strings(contents).all()
    return found


@dataclass(slots=True)
class _Sheet:
    """Collects the cells of a sheet, record by record."""

    book: _Book
    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    spans: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    waiting: tuple[int, int] | None = None  # a formula whose words come in the next record

    def take(self, kind: int, content: bytes) -> None:
        if kind == _MERGED:
            for number in range(struct.unpack_from("<H", content)[0]):
                top, bottom, left, right = struct.unpack_from("<4H", content, 2 + 8 * number)
                self.spans[top, left] = (max(1, bottom - top + 1), max(1, right - left + 1))
        elif kind == _TEXT and self.waiting:
            length, flags = struct.unpack_from("<HB", content)
            self.cells[self.waiting] = words(content, 3, length, flags)
        elif kind == _SHORT_NUMBERS:
            row, column = struct.unpack_from("<HH", content)
            for number in range((len(content) - 6) // 6):
                style, raw = struct.unpack_from("<HI", content, 4 + 6 * number)
                self.cells[row, column + number] = self.book.shown(short_number(raw), style)
        elif kind in (_NUMBER, _SHORT_NUMBER, _FORMULA, _SHARED, _LABEL, _RICH, _TRUTH):
            row, column, style = struct.unpack_from("<HHH", content)
            self.cells[row, column] = self._one(kind, content, style)
            self.waiting = (row, column) if kind == _FORMULA else None

    def _one(self, kind: int, content: bytes, style: int) -> str:
        if kind == _SHARED:
            number = struct.unpack_from("<I", content, 6)[0]
            return self.book.strings[number] if number < len(self.book.strings) else ""
        if kind in (_LABEL, _RICH):
            length, flags = struct.unpack_from("<HB", content, 6)
            return words(content, 9, length, flags)
        if kind == _SHORT_NUMBER:
            return self.book.shown(short_number(struct.unpack_from("<I", content, 6)[0]), style)
        if kind == _TRUTH:
            return _truth(content[6], is_error=bool(content[7]))
        if kind == _FORMULA and content[12:14] == _NOT_A_NUMBER:
            return _truth(content[8], is_error=content[6] == 2) if content[6] in (1, 2) else ""
        return self.book.shown(struct.unpack_from("<d", content, 6)[0], style)


def _truth(value: int, *, is_error: bool) -> str:
    if is_error:
        return ERRORS.get(value, "#N/A")
    return "TRUE" if value else "FALSE"


def _grid(data: bytes, title: str, place: int, book: _Book, room: int, name: str) -> Grid:
    sheet = _Sheet(book)
    for kind, contents in records(data, place):
        sheet.take(kind, contents[0])
        if len(sheet.cells) > room:
            reason, remedy = f"单元格超过{MAX_SHEET_CELLS // 10_000}万个", "请只保留办理情况统计表后重新导入"
            raise ReadingError(name, reason, remedy, code="too_large")
    filled = ((place, shown) for place, shown in sheet.cells.items() if shown.strip())
    return Grid(title, [Cell(row, column, shown, *sheet.spans.get((row, column), (1, 1))) for (row, column), shown in filled])


def read_old_excel(data: bytes, name: str) -> Readout:
    """An .xls workbook of Excel 97 or later: every visible sheet."""
    book_stream = stream(data, "Workbook")
    remedy = "请用 Excel 或 WPS 另存为 .xlsx 后重新导入"
    if not book_stream:
        reason = "这是 Excel 95 或更早的表格" if stream(data, "Book") else "文件已损坏，不是完整的表格文件"
        raise ReadingError(name, reason, remedy, code="damaged")
    grids: list[Grid] = []
    try:
        kind, _, version = struct.unpack_from("<HHH", book_stream)
        if (kind, version) != (BEGIN, _NEW_ENOUGH):
            raise ReadingError(name, "文件已损坏，不是完整的表格文件", remedy, code="damaged")
        book = _book(book_stream, name)
        for title, place in book.sheets[:MAX_SHEETS]:
            room = MAX_SHEET_CELLS - sum(len(grid.cells) for grid in grids)
            grids.append(_grid(book_stream, title, place, book, room, name))
    except ReadingError:
        raise
    except (struct.error, IndexError, ValueError, OverflowError) as error:
        raise ReadingError(name, "文件已损坏，部分内容无法读取", remedy, code="damaged") from error
    return write_grids(grids, name)
