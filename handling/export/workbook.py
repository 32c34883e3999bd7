"""Tables as an Excel workbook: a cover that says what they are, then a sheet each with real numbers under a frozen heading."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from handling.export.columns import columns, named
from handling.export.files import NOTHING, About
from handling.vocabulary import classes

MAX_SHEET_ROWS = 1_048_575  # below the heading
MAX_CELL = 32_767
_CUT = " ……（单元格放不下，全文见 CSV）"
_WIDEST = 60
_SAFE = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False, "in_memory": True, "nan_inf_to_errors": False}
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")


class ExportError(ValueError):
    """An extract that cannot be made in that format. `str()` is one sentence for a person, with the remedy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table of a workbook under its own headings. `formats`: how Excel writes the numbers of a column, by heading."""

    name: str
    frame: pd.DataFrame
    title: str = ""
    formats: Mapping[str, str] = field(default_factory=dict)


def to_xlsx(frame: pd.DataFrame, header: str = "zh", about: About = NOTHING) -> bytes:
    """The frame as a workbook of one sheet. Raises ExportError where a sheet cannot hold the rows."""
    sheet = Sheet(name="data" if header == "en" else "数据", frame=named(frame, header))
    return to_book([sheet], about, header, measures_in(frame))


def to_book(sheets: Sequence[Sheet], about: About, header: str = "zh", definitions: Sequence[tuple[str, str]] = ()) -> bytes:
    """The tables as one workbook. Raises ExportError where a sheet cannot hold the rows of one."""
    for sheet in sheets:
        if len(sheet.frame) > MAX_SHEET_ROWS:
            raise ExportError(
                f"{len(sheet.frame)} 行超过了 Excel 一张表的上限（{MAX_SHEET_ROWS} 行）。请缩小筛选范围，或改存为 .csv 或 .parquet"
            )
    sink = io.BytesIO()
    with xlsxwriter.Workbook(sink, _SAFE) as book:
        bold = book.add_format({"bold": True})
        taken = {"about" if header == "en" else "说明"}
        _cover(book.add_worksheet(*taken), bold, sheets, header, about, definitions)
        for sheet in sheets:
            formats = {column: book.add_format({"num_format": form}) for column, form in sheet.formats.items()}
            _rows(book.add_worksheet(_name(sheet.name, taken)), bold, sheet.frame, formats)
    return sink.getvalue()


def _name(wanted: str, taken: set[str]) -> str:
    """A name that Excel takes for a sheet: at most 31 characters, none of its own signs, no two alike."""
    plain = _NOT_IN_A_NAME.sub(" ", wanted).strip()[:31] or "1"
    name, more = plain, 2
    while name.lower() in {other.lower() for other in taken}:
        name, more = f"{plain[:27]} {more}", more + 1
    taken.add(name)
    return name


def _rows(sheet: Worksheet, bold: Format, frame: pd.DataFrame, formats: Mapping[str, Format]) -> None:
    for position, name in enumerate(frame.columns):
        sheet.write_string(0, position, str(name), bold)
        longest = len(str(name))
        for line, cell in enumerate(frame[name].tolist(), start=1):
            if cell is None or cell is pd.NA or cell is pd.NaT or cell != cell:
                continue
            if isinstance(cell, (int, float)) and not isinstance(cell, bool):
                sheet.write_number(line, position, _Shortest(cell), formats.get(str(name)))
            else:
                sheet.write_string(line, position, _text(str(cell)))
                longest = max(longest, len(str(cell)))
        sheet.set_column(position, position, min(_WIDEST, longest * 2 + 2))
    sheet.freeze_panes(1, 0)
    if len(frame.columns):
        sheet.autofilter(0, 0, max(1, len(frame)), len(frame.columns) - 1)


class _Shortest(float):
    """A number that is written in its shortest form: the sixteen digits of xlsxwriter make 97.40000000000001 of 97.4."""

    def __format__(self, form: str) -> str:
        return repr(int(self) if self.is_integer() else float(self))


def _text(cell: str) -> str:
    return cell if len(cell) <= MAX_CELL else cell[: MAX_CELL - len(_CUT)] + _CUT


_WORDS = {
    "zh": {"data_version": "数据版本", "made_at": "生成时间", "rows": "行数", "filters": "筛选", "all": "全部",
           "definitions": "指标定义", "sources": "来源", "sheets": "工作表"},
    "en": {"data_version": "Data version", "made_at": "Made at", "rows": "Rows", "filters": "Filters", "all": "all",
           "definitions": "Definitions", "sources": "Sources", "sheets": "Sheets"},
}  # fmt: skip


def cover_lines(sheets: Sequence[Sheet], about: About, header: str = "zh", definitions: Sequence[tuple[str, str]] = ()) -> list[Sequence[str]]:
    """What the cover says, a row of cells each; a row of one cell is a heading."""
    words = _WORDS[header or "zh"]
    lines: list[Sequence[str]] = [(about.title,)] if about.title else []
    lines += [(words["data_version"], about.data_version), (words["made_at"], about.made_at)]
    lines += [(words["rows"], str(sum(len(sheet.frame) for sheet in sheets)))]
    if len(sheets) > 1 or any(sheet.title for sheet in sheets):
        lines += [(), (words["sheets"],), *((sheet.name, sheet.title, str(len(sheet.frame))) for sheet in sheets)]
    lines += [(), (words["filters"],), *(about.filters or [(words["all"], "")])]
    lines += [(name, text) for name, text in about.notes]
    if definitions:
        lines += [(), (words["definitions"],), *definitions]
    for heading, rows in about.sections:
        lines += [(), (heading,), *rows]
    lines += [(), (words["sources"],)]
    lines += [tuple(columns().get(name, {}).get(header or "zh", name) for name in about.source_columns), *about.sources]
    return lines


def _cover(
    sheet: Worksheet, bold: Format, sheets: Sequence[Sheet], header: str, about: About, definitions: Sequence[tuple[str, str]]
) -> None:
    for line, cells in enumerate(cover_lines(sheets, about, header, definitions)):
        for position, cell in enumerate(cells):
            sheet.write_string(line, position, _text(cell), bold if len(cells) == 1 else None)
    sheet.set_column(0, 0, 36)
    sheet.set_column(1, 1, 80)


def measures_in(frame: pd.DataFrame) -> tuple[tuple[str, str], ...]:
    """The measures that the frame has, each with its definition."""
    if "measure" not in frame:
        return ()
    present = set(frame["measure"])
    measures: Mapping[str, classes.Measure] = classes.measures()
    return tuple((f"{m.zh} {m.en}", m.definition) for m in measures.values() if m.id in present)
