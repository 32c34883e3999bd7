"""Tables as text (.csv, .tsv): comma, tab, semicolon or bar, in any encoding."""

from __future__ import annotations

import csv
import io

from handling.model import ReadingError
from handling.read.assembly import Cell, Readout
from handling.read.encoding import decode
from handling.read.grid import Grid, write_grids
from handling.read.limits import MAX_SHEET_CELLS

_DELIMITERS = ",\t;|"
_SAMPLE_LINES = 50


def delimiter_of(text: str) -> str:
    """The mark that cuts most lines into the same number (at least 2) of cells; a comma where none does."""
    sample = text.split("\n")[:_SAMPLE_LINES]
    best, best_score = ",", 0
    for mark in _DELIMITERS:
        widths = [len(row) for row in csv.reader(sample, delimiter=mark) if len(row) > 1]
        if widths:
            usual = max(set(widths), key=lambda width: (widths.count(width), width))
            score = widths.count(usual) * (usual - 1)
            if score > best_score:
                best, best_score = mark, score
    return best


def read_delimited(data: bytes, name: str) -> Readout:
    """A .csv or .tsv file: one table, with its title rows and notes."""
    text = decode(data, name)
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))  # of the whole process: it may only grow
    cells: list[Cell] = []
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter_of(text))):
            cells.extend(Cell(number, column, words) for column, words in enumerate(row) if words.strip())
            if len(cells) > MAX_SHEET_CELLS:
                reason = f"单元格超过{MAX_SHEET_CELLS // 10_000}万个"
                raise ReadingError(name, reason, "请只保留办理情况统计表后重新导入", code="too_large")
    except csv.Error as error:
        reason, remedy = "表格格式有误，无法分列", "请用 Excel 或 WPS 另存为 .xlsx 后重新导入"
        raise ReadingError(name, reason, remedy, code="damaged") from error
    return write_grids([Grid("", cells)], name)
