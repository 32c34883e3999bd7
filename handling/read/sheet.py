"""Spreadsheets (.xlsx, .xls): every filled cell as a person sees it."""

from __future__ import annotations

import datetime
import io

import python_calamine

from handling.model import ReadingError
from handling.read.assembly import Cell, Readout
from handling.read.grid import Grid, write_grids
from handling.read.limits import MAX_SHEET_CELLS, MAX_SHEETS


def shown(value: object) -> str:
    """A raw value without a known number format: 12.0 → 12, a date → 2023-12-08."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return f"{value:.15g}" if abs(value) < 1e15 else f"{value:.0f}"
    if isinstance(value, datetime.datetime):
        return value.strftime("%Y-%m-%d" if value.time() == datetime.time() else "%Y-%m-%d %H:%M")
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value)


def _grid(sheet: python_calamine.CalamineSheet, name: str) -> Grid:
    if sheet.height * sheet.width > 50 * MAX_SHEET_CELLS:
        remedy = "请删除空白行列、只保留统计表后重新导入"
        raise ReadingError(name, f"工作表“{sheet.name}”范围过大", remedy, code="too_large")
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        spans[top, left] = (bottom - top + 1, right - left + 1)
    cells = []
    top, left = sheet.start or (0, 0)
    for row, values in enumerate(sheet.to_python(), top):
        for column, value in enumerate(values, left):
            words = shown(value)
            if words.strip():
                cells.append(Cell(row, column, words, *spans.get((row, column), (1, 1))))
    return Grid(sheet.name, cells)


def read_workbook(data: bytes, name: str) -> Readout:
    """An old .xls workbook (also .xlsb and .ods) through calamine."""
    try:
        workbook = python_calamine.load_workbook(io.BytesIO(data))
        names = workbook.sheet_names[:MAX_SHEETS]
        grids = [_grid(workbook.get_sheet_by_name(sheet), name) for sheet in names]
    except python_calamine.PasswordError as error:
        raise ReadingError(name, "文件有密码保护", "请取消密码后另存为新文件再导入", code="password") from error
    except python_calamine.CalamineError as error:
        reason, remedy = "文件已损坏，不是完整的表格文件", "请用 Excel 或 WPS 另存为 .xlsx 后重新导入"
        raise ReadingError(name, reason, remedy, code="damaged") from error
    return write_grids(grids, name)
