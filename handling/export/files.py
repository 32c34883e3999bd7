"""Tables as files that open safely everywhere: CSV, XLSX, Parquet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from handling.export.columns import columns, named
from handling.vocabulary import classes

# A spreadsheet program takes a text that begins so for a formula; East Asian versions take the full-width marks too.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
MAX_SHEET_ROWS = 1_048_575  # below the heading
MAX_CELL = 32_767
_WIDEST = 60


class ExportError(ValueError):
    """An extract that cannot be made in that format. `str()` is one sentence for a person, with the remedy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What an extract says of itself. `filters`, `notes`: name and words; `sources`: a row of cells each, under `source_columns`."""

    title: str = ""
    data_version: str = ""
    made_at: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    source_columns: tuple[str, ...] = ()
    sources: tuple[tuple[str, ...], ...] = ()


NOTHING = About()


def to_csv(frame: pd.DataFrame, header: str = "zh", *, bom: bool = True) -> bytes:
    """The frame as CSV in UTF-8 (with the mark that Excel needs, unless `bom` is False), one row a line, lines ended by CRLF.

    Missing values are empty; whole numbers have no fraction. A text that a spreadsheet program would run gets a ' before it.
    """
    shown = named(frame, header)
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow([_safe_cell(name) for name in shown.columns])
    writer.writerows(zip(*(_cells(shown[name]) for name in shown.columns), strict=True))
    return lines.getvalue().encode("utf-8-sig" if bom else "utf-8")


def to_parquet(frame: pd.DataFrame, header: str = "en", about: About = NOTHING) -> bytes:
    """The frame as Parquet (zstd), typed; what it is stands in the file's metadata under `about` as JSON."""
    shown = named(frame, header)
    table = pa.Table.from_pandas(shown, preserve_index=False)
    facts = {"title": about.title, "data_version": about.data_version, "made_at": about.made_at, "filters": dict(about.filters)}
    table = table.replace_schema_metadata({**(table.schema.metadata or {}), b"about": json.dumps(facts, ensure_ascii=False).encode()})
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd")
    return sink.getvalue()


def to_xlsx(frame: pd.DataFrame, header: str = "zh", about: About = NOTHING) -> bytes:
    """The frame as a workbook: a cover sheet that says what it is, and the rows with real numbers under a frozen heading.

    Raises ExportError where a sheet cannot hold the rows.
    """
    if len(frame) > MAX_SHEET_ROWS:
        raise ExportError(f"{len(frame)} 行超过了 Excel 一张表的上限（{MAX_SHEET_ROWS} 行）。请缩小筛选范围，或改存为 .csv 或 .parquet")
    sink = io.BytesIO()
    safe = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(sink, {**safe, "nan_inf_to_errors": False}) as book:
        bold = book.add_format({"bold": True})
        _cover(book.add_worksheet("about" if header == "en" else "说明"), bold, frame, header, about)
        _rows(book.add_worksheet("data" if header == "en" else "数据"), bold, named(frame, header))
    return sink.getvalue()


def _cells(values: pd.Series) -> list[Any]:
    """A column as CSV takes it: None where missing, numbers as people write them, text that cannot run."""
    if pd.api.types.is_float_dtype(values):
        return [None if cell != cell else f"{cell:.15g}" for cell in values.tolist()]
    cells = values.tolist()
    changed = values.isna()
    if isinstance(values.dtype, pd.StringDtype):
        changed |= values.str.startswith(FORMULA_STARTS).astype("bool")
    elif not pd.api.types.is_integer_dtype(values):
        return [_safe_cell(cell) for cell in cells]
    for position in changed.to_numpy().nonzero()[0]:
        cells[position] = _safe_cell(cells[position])
    return cells


def _safe_cell(cell: Any) -> Any:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
    if cell is None or cell is pd.NA or cell != cell:
        return None
    return f"{cell:.15g}" if isinstance(cell, float) else cell


def _rows(sheet: Worksheet, bold: Format, frame: pd.DataFrame) -> None:
    for position, name in enumerate(frame.columns):
        sheet.write_string(0, position, str(name), bold)
        longest = len(str(name))
        for line, cell in enumerate(frame[name].tolist(), start=1):
            if cell is None or cell is pd.NA or cell is pd.NaT or cell != cell:
                continue
            if isinstance(cell, (int, float)) and not isinstance(cell, bool):
                sheet.write_number(line, position, cell)
            else:
                sheet.write_string(line, position, str(cell)[:MAX_CELL])
                longest = max(longest, len(str(cell)))
        sheet.set_column(position, position, min(_WIDEST, longest * 2 + 2))
    sheet.freeze_panes(1, 0)
    if len(frame.columns):
        sheet.autofilter(0, 0, max(1, len(frame)), len(frame.columns) - 1)


_WORDS = {
    "zh": {"data_version": "数据版本", "made_at": "生成时间", "rows": "行数", "filters": "筛选", "all": "全部",
           "definitions": "指标定义", "sources": "来源"},
    "en": {"data_version": "Data version", "made_at": "Made at", "rows": "Rows", "filters": "Filters", "all": "all",
           "definitions": "Definitions", "sources": "Sources"},
}  # fmt: skip


def _cover(sheet: Worksheet, bold: Format, frame: pd.DataFrame, header: str, about: About) -> None:
    words = _WORDS[header or "zh"]
    lines: list[Sequence[str]] = [(about.title,)] if about.title else []
    lines += [(words["data_version"], about.data_version), (words["made_at"], about.made_at), (words["rows"], str(len(frame)))]
    lines += [(), (words["filters"],), *(about.filters or [(words["all"],)])]
    lines += [(name, text) for name, text in about.notes]
    lines += [(), (words["definitions"],), *_definitions(frame, header)]
    lines += [(), (words["sources"],)]
    lines += [tuple(columns().get(name, {}).get(header, name) for name in about.source_columns), *about.sources]
    for line, cells in enumerate(lines):
        for position, cell in enumerate(cells):
            heading = len(cells) == 1 and position == 0
            sheet.write_string(line, position, cell[:MAX_CELL], bold if heading else None)
    sheet.set_column(0, 0, 36)
    sheet.set_column(1, 1, 80)


def _definitions(frame: pd.DataFrame, header: str) -> list[tuple[str, str]]:
    if "measure" not in frame:
        return []
    present = set(frame["measure"])
    measures: Mapping[str, classes.Measure] = classes.measures()
    return [(f"{m.zh} {m.en}", m.definition) for m in measures.values() if m.id in present]
