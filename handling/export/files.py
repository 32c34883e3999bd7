"""Tables as files that open safely everywhere: CSV and Parquet. Workbooks are in workbook.py."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from handling.export.columns import named

# A spreadsheet program takes a text that begins so for a formula; East Asian versions take the full-width marks too.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What an extract says of itself. `filters`, `notes`: name and words; `sources`: a row of cells each, under `source_columns`;
    `sections`: a heading and its rows of cells, such as definitions, kinds and marks.
    """

    title: str = ""
    data_version: str = ""
    made_at: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    source_columns: tuple[str, ...] = ()
    sources: tuple[tuple[str, ...], ...] = ()
    sections: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = ()


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
    facts = {"title": about.title, "data_version": about.data_version, "made_at": about.made_at, "filters": dict(about.filters),
             "notes": dict(about.notes)}  # fmt: skip
    table = table.replace_schema_metadata({**(table.schema.metadata or {}), b"about": json.dumps(facts, ensure_ascii=False).encode()})
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd")
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
