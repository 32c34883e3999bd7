"""Other workbooks (.xls, .xlsb, .ods) through calamine, which knows their values and merged cells, but not their number formats."""

from __future__ import annotations

import io

import python_calamine

from handling.model import ReadingError
from handling.read.archive import open_archive
from handling.read.assembly import Cell, Readout
from handling.read.grid import Grid, write_grids
from handling.read.limits import MAX_SHEET_CELLS, MAX_SHEETS
from handling.read.number_format import shown


def _grid(sheet: python_calamine.CalamineSheet, name: str) -> Grid:
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        spans[top, left] = (bottom - top + 1, right - left + 1)
    cells: list[Cell] = []
    top, left = sheet.start or (0, 0)
    for row, values in enumerate(sheet.iter_rows(), top):
        for column, value in enumerate(values, left):
            words = shown(value)
            if words.strip():
                cells.append(Cell(row, column, words, *spans.get((row, column), (1, 1))))
        if len(cells) > MAX_SHEET_CELLS:
            reason, remedy = f"单元格超过{MAX_SHEET_CELLS // 10_000}万个", "请只保留办理情况统计表后重新导入"
            raise ReadingError(name, reason, remedy, code="too_large")
    return Grid(sheet.name, cells)


def read_workbook(data: bytes, name: str) -> Readout:
    """An .xls, .xlsb or .ods workbook: every visible sheet."""
    if data.startswith(b"PK"):
        open_archive(data, name).close()
    try:
        workbook = python_calamine.load_workbook(io.BytesIO(data))
        visible = [sheet.name for sheet in workbook.sheets_metadata if sheet.visible == python_calamine.SheetVisibleEnum.Visible]
        grids = [_grid(workbook.get_sheet_by_name(sheet), name) for sheet in visible[:MAX_SHEETS]]
    except python_calamine.PasswordError as error:
        raise ReadingError(name, "文件有密码保护", "请取消密码后另存为新文件再导入", code="password") from error
    except python_calamine.CalamineError as error:
        reason, remedy = "文件已损坏，不是完整的表格文件", "请用 Excel 或 WPS 另存为 .xlsx 后重新导入"
        raise ReadingError(name, reason, remedy, code="damaged") from error
    return write_grids(grids, name)
