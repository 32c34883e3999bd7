"""The table that a supervisor sends to bureaus: one row a unit, year, stream and level, in heads that the reader of tables understands.

What a bureau fills in reads back without loss (tests/test_template.py). The example row is never read.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

from handling.model import ReadingError

FORMATS = ("xlsx", "csv")
TITLE = "建议提案办理情况报送表"
SHEET, NOTES_SHEET = "办理情况", "填表说明"
KEYS = ("unit", "year", "instrument", "level")
"""The columns that say what a row is about; their heads are KEY_HEADS."""
KEY_HEADS = ("承办单位", "年度", "类型", "级别")
INSTRUMENTS = {
    "proposal": "政协提案",
    "suggestion": "代表建议",
    "motion": "议案",
    "combined": "建议提案",
    "hotline": "民生热线",
}
LEVELS = {"national": "全国", "provincial": "省级", "prefectural": "地市级", "county": "县区级", "township": "乡镇级"}
NOTES = (
    "每个单位、年度、类型、级别填一行，没有的数字留空；确实没有发生的填0，不要填“无”或横线。",
    "类型和级别从下拉列表中选；级别是提出建议提案的机关的级别，不是本单位的级别，说不清的留空。",
    "件数填整数；率填百分数的数字，不写百分号，例如98.5。",
    "承办总件数等于主办件数加协办件数；各类件数只统计主办件。",
    "表头请不要改动，行可以增加；示例行不会被读入，可以删去。",
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column to fill in: its head, and the figure that a number in it is. `scale` is "count" or "percent"."""

    head: str
    measure: str
    category: str = ""
    role: str = ""
    scale: str = "count"


COLUMNS = (
    Column("承办总件数", "received"),
    Column("主办件数", "received", role="lead"),
    Column("协办件数", "received", role="joint"),
    Column("重点督办件数", "key"),
    Column("办结件数", "completed"),
    Column("答复件数", "answered"),
    Column("办结率（%）", "completion_rate", scale="percent"),
    Column("按期办结率（%）", "on_time_rate", scale="percent"),
    Column("答复率（%）", "answer_rate", scale="percent"),
    Column("见面率（%）", "meeting_rate", scale="percent"),
    Column("A类（已解决或采纳）", "outcome", "adopted"),
    Column("B类（正在解决或列入计划）", "outcome", "planned"),
    Column("C类（暂不具备条件或留作参考）", "outcome", "deferred"),
    Column("满意件数", "satisfaction", "satisfied"),
    Column("基本满意件数", "satisfaction", "basic"),
    Column("不满意件数", "satisfaction", "dissatisfied"),
    Column("满意率（不含基本满意，%）", "satisfaction_rate", "satisfied", scale="percent"),
    Column("满意和基本满意率（%）", "satisfaction_rate", "satisfied_or_basic", scale="percent"),
    Column("经济发展类", "topic", "economy"),
    Column("农业农村类", "topic", "agriculture"),
    Column("城乡建设类", "topic", "construction"),
    Column("生态环境类", "topic", "environment"),
    Column("科教文卫体类", "topic", "education_culture_health"),
    Column("民生保障类", "topic", "livelihood"),
    Column("社会治理类", "topic", "governance"),
    Column("其他类", "topic", "other"),
)
_EXAMPLE_NUMBERS = (20, 15, 5, 2, 20, 20, 100, 100, 100, 100, 9, 4, 2, 14, 1, 0, 93.33, 100, 3, 2, 4, 1, 4, 5, 1, 0)
_EXAMPLE = {"unit": "示例：某县教育局", "year": 2024, "instrument": "proposal", "level": "county",
            **{column.head: number for column, number in zip(COLUMNS, _EXAMPLE_NUMBERS, strict=True)}}  # fmt: skip
Row = Mapping[str, object]
"""A filled row: KEYS → words, year or id, head of a column → number."""


def write_template(path_or_format: str | Path, rows: Iterable[Row] | None = None) -> bytes:
    """The template as a file's bytes: "xlsx", "csv", or a path with one of these endings.

    `rows` are filled in; without them the example stands there. Raises ReadingError for another format.
    """
    name = str(path_or_format)
    ending = name.lower().rpartition(".")[2]
    if ending not in FORMATS:
        raise ReadingError(name, "模板只有 .xlsx 和 .csv 两种格式", "请把文件名改成以 .xlsx 或 .csv 结尾", code="unknown_format")
    table = [_cells(row) for row in ([_EXAMPLE] if rows is None else rows)]
    return _xlsx(table) if ending == "xlsx" else _csv(table)


def write(path: Path) -> None:
    """Write the empty template to a file."""
    path.write_bytes(write_template(path))


def _cells(row: Row) -> list[object]:
    keys: list[object] = [
        row.get("unit", ""),
        row.get("year", ""),
        INSTRUMENTS.get(str(row.get("instrument", "")), ""),
        LEVELS.get(str(row.get("level", "")), ""),
    ]
    return [*keys, *(row.get(column.head, "") for column in COLUMNS)]


def _heads() -> list[str]:
    return [*KEY_HEADS, *(column.head for column in COLUMNS)]


def _csv(table: list[list[object]]) -> bytes:
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow([TITLE])
    for number, note in enumerate(NOTES, 1):
        writer.writerow([f"说明{number}：{note}"])
    writer.writerow(_heads())
    writer.writerows(table)
    return lines.getvalue().encode("utf-8-sig")


def _xlsx(table: list[list[object]]) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(SHEET)
    wrapped = book.add_format({"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "border": 1, "bg_color": "#E8EEF4"})
    sheet.merge_range(0, 0, 0, len(_heads()) - 1, TITLE, book.add_format({"bold": True, "font_size": 16, "align": "center"}))
    sheet.write_row(1, 0, _heads(), wrapped)
    for number, cells in enumerate(table, 2):
        for column, value in enumerate(cells):
            if value != "":
                sheet.write(number, column, value)
    sheet.data_validation(2, 2, 2000, 2, {"validate": "list", "source": list(INSTRUMENTS.values())})
    sheet.data_validation(2, 3, 2000, 3, {"validate": "list", "source": list(LEVELS.values())})
    sheet.set_row(1, 48)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, len(_heads()) - 1, 11)
    sheet.freeze_panes(2, 1)
    notes = book.add_worksheet(NOTES_SHEET)
    notes.set_column(0, 0, 100)
    for number, note in enumerate((NOTES_SHEET, *NOTES)):
        notes.write(number, 0, note if not number else f"{number}. {note}")
    book.close()
    return buffer.getvalue()
