"""Excel workbooks (.xlsx): read as a stream from the zip, because the display of a number needs its cell's style.

calamine gives raw values (0.985 for 98.5%) and fills the whole used range; here empty rows and cells cost nothing, however many there are.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from lxml import etree

from handling.model import ReadingError
from handling.read.archive import open_archive, relations, xml_part
from handling.read.assembly import Cell, Readout
from handling.read.grid import Grid, write_grids
from handling.read.limits import MAX_SHEET_CELLS, MAX_SHEETS
from handling.read.number_format import GENERAL, built_in, shown_number

_CHUNK = 1 << 20
# Empty cells, then the rows that hold no other. Only those that name their place: one without a name counts for those after it.
_EMPTY_CELL = re.compile(rb'<c r="[^<>]*(?:/>|></c>)')
_EMPTY_ROW = re.compile(rb'<row r="[^<>]*(?:/>|>\s*</row>)')
_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,8})")
_MAX_STRINGS = 2_000_000


def _local(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2]


def address(words: str) -> tuple[int, int] | None:
    """B5 → (4, 1), row and column counted from 0."""
    found = _ADDRESS.fullmatch(words)
    if not found:
        return None
    column = 0
    for letter in found.group(1):
        column = column * 26 + ord(letter) - 64
    return int(found.group(2)) - 1, column - 1


@dataclass(slots=True)
class _Book:
    """What all sheets share: strings, the format of each style, the calendar."""

    strings: list[str]
    formats: list[str]
    from_1904: bool


@dataclass(slots=True)
class _Sheet:
    """Collects the filled cells of one sheet while its XML streams by."""

    book: _Book
    room: int
    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)
    row: int = -1
    column: int = -1
    kind: str = ""
    style: int = 0
    formula: str = ""
    words: str = ""
    collecting: bool = False
    value: str | None = None
    full: bool = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = _local(tag)
        if tag == "row":
            number = attributes.get("r", "")
            self.row = int(number) - 1 if number.isdecimal() else self.row + 1
            self.column = -1
        elif tag == "c":
            place = address(attributes.get("r", ""))
            self.row, self.column = place if place else (self.row, self.column + 1)
            self.kind, self.value, self.formula, self.words = attributes.get("t", "n"), None, "", ""
            self.style = int(attributes.get("s") or 0)
        elif tag in ("v", "t", "f"):
            self.collecting, self.words = True, self.words if tag == "t" else ""
        elif tag == "mergeCell":
            self.merged.append(attributes.get("ref", ""))

    def text(self, words: str) -> None:
        if self.collecting:
            self.words += words

    def end(self, tag: str) -> None:
        tag = _local(tag)
        if tag in ("v", "t"):
            self.value, self.collecting = self.words, False
        elif tag == "f":
            self.formula, self.words, self.collecting = self.words, "", False
        elif tag == "rPh":  # the reading aid of a string, not the string
            self.words = self.value = ""
        elif tag == "c":
            words = self._shown()
            if words.strip():
                self.cells[self.row, self.column] = words
                self.full = len(self.cells) > self.room

    def _shown(self) -> str:
        if self.value is None:
            # A formula that was never computed: a program would show a number that no one here knows.
            return f"={self.formula}" if self.formula else ""
        if self.kind == "s":
            number = int(self.value) if self.value.strip().isdecimal() else -1
            return self.book.strings[number] if 0 <= number < len(self.book.strings) else ""
        if self.kind == "b":
            return "TRUE" if self.value == "1" else "FALSE"
        if self.kind != "n":
            return self.value
        try:
            number_value = float(self.value)
        except ValueError:
            return self.value
        code = self.book.formats[self.style] if self.style < len(self.book.formats) else GENERAL
        return shown_number(number_value, code, from_1904=self.book.from_1904)


def _damaged(name: str) -> ReadingError:
    return ReadingError(name, "文件已损坏，不是完整的表格文件", "请用 Excel 或 WPS 另存为 .xlsx 后重新导入", code="damaged")


def _all(root: etree._Element | None, tag: str) -> Iterator[etree._Element]:
    return iter(()) if root is None else root.iter(f"{{*}}{tag}")


def _strings(archive: zipfile.ZipFile, path: str, name: str) -> list[str]:
    found = []
    for item in _all(xml_part(archive, path, name), "si"):
        words = "".join(text.text or "" for text in item.iter("{*}t") if text.getparent().tag.rpartition("}")[2] != "rPh")
        found.append(words)
        if len(found) > _MAX_STRINGS:
            break
    return found


def _formats(archive: zipfile.ZipFile, path: str, name: str) -> list[str]:
    """The format code of every cell style."""
    root = xml_part(archive, path, name)
    own = {f.get("numFmtId", ""): f.get("formatCode", GENERAL) for f in _all(root, "numFmt")}
    codes = []
    for styles in _all(root, "cellXfs"):
        for style in styles:
            number = style.get("numFmtId", "0")
            codes.append(own.get(number) or (built_in(int(number)) if number.isdecimal() else GENERAL))
    return codes


def _stream(archive: zipfile.ZipFile, path: str, sheet: _Sheet, name: str) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = sheet.start, sheet.end, sheet.text
    rest = b""
    try:
        with archive.open(path) as stream:
            while chunk := stream.read(_CHUNK):
                if b"<!ENTITY" in chunk:
                    raise _damaged(name)
                whole, mark, rest_after = (rest + chunk).rpartition(b"<")
                # A million formatted but empty rows is no rarity; taking them out of the bytes is far cheaper than parsing them.
                parser.Parse(_EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", whole)), False)
                rest = mark + rest_after
                if sheet.full:
                    break
            else:
                parser.Parse(rest, True)
    except (expat.ExpatError, zipfile.BadZipFile, EOFError, KeyError, ValueError) as error:
        raise _damaged(name) from error
    if sheet.full:
        reason, remedy = f"单元格超过{MAX_SHEET_CELLS // 10_000}万个", "请只保留办理情况统计表后重新导入"
        raise ReadingError(name, reason, remedy, code="too_large")


def _grid(sheet: _Sheet, title: str) -> Grid:
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for reference in sheet.merged:
        first, _, last = reference.partition(":")
        start, end = address(first), address(last)
        if start and end:
            spans[start] = (end[0] - start[0] + 1, end[1] - start[1] + 1)
    cells = [Cell(row, column, words, *spans.get((row, column), (1, 1))) for (row, column), words in sheet.cells.items()]
    return Grid(title, cells)


def read_excel(data: bytes, name: str) -> Readout:
    """An .xlsx workbook: every visible sheet, every filled cell as it is shown."""
    archive = open_archive(data, name)
    main = dict(relations(archive, "", name).values()).get("officeDocument", "xl/workbook.xml")
    root = xml_part(archive, main, name)
    if root is None:
        raise _damaged(name)
    parts = relations(archive, main, name)
    paths = dict(parts.values())
    from_1904 = any(settings.get("date1904") in ("1", "true") for settings in _all(root, "workbookPr"))
    book = _Book(
        strings=_strings(archive, paths.get("sharedStrings", "xl/sharedStrings.xml"), name),
        formats=_formats(archive, paths.get("styles", "xl/styles.xml"), name),
        from_1904=from_1904,
    )
    grids: list[Grid] = []
    room = MAX_SHEET_CELLS
    for element in _all(root, "sheet"):
        identity = next((value for key, value in element.attrib.items() if _local(key) == "id"), "")
        kind, path = parts.get(identity, ("", ""))
        if kind != "worksheet" or element.get("state", "visible") != "visible" or len(grids) >= MAX_SHEETS:
            continue
        sheet = _Sheet(book, room)
        _stream(archive, path, sheet, name)
        room -= len(sheet.cells)
        grids.append(_grid(sheet, element.get("name", "")))
    return write_grids(grids, name)
