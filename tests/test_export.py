"""Extracts: what is parsed from the file is what was in the frame, and nothing in it can run."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from handling import export
from handling.export import files, workbook

FRAME = pd.DataFrame({
    "unit": pd.array(["章丘区人民政府", "=cmd|' /C calc'!A0", "-5件"], dtype="str"),
    "year": pd.array([2023, None, 2021], dtype="Int64"),
    "instrument": pd.array(["proposal", "suggestion", "proposal"], dtype="str"),
    "measure": pd.array(["outcome", "satisfaction_rate", "topic"], dtype="str"),
    "category": pd.array(["adopted", "satisfied_or_basic", "economy"], dtype="str"),
    "part": pd.array(["", "yes", ""], dtype="str"),
    "value": [226.0, 99.12, -3.5],
    "own column": pd.array(["a,b", 'quote " here', "line\nbreak"], dtype="str"),
})  # fmt: skip
ABOUT = export.About(
    title="办理数字", data_version="0123", made_at="2026-01-02 03:04", filters=(("地区", "章丘区"),),
    source_columns=("report_title", "url"), sources=(("2023年报告", "=HYPERLINK(1)"),),
)  # fmt: skip


def test_chinese_headings_come_with_chinese_names_of_classes():
    shown = export.named(FRAME, "zh")
    assert list(shown.columns) == ["单位", "办理年度", "类型", "指标", "分类", "仅为一部分", "数值", "own column"]
    assert shown["类型"].tolist() == ["政协提案", "代表建议", "政协提案"]
    assert shown["分类"].tolist() == ["已解决或采纳", "满意和基本满意", "经济发展"]
    assert shown["仅为一部分"].tolist() == ["", "是", ""]


def test_english_headings_keep_the_ids_that_programs_read():
    shown = export.named(FRAME, "en")
    pd.testing.assert_frame_equal(shown, FRAME)


def test_a_frame_with_headings_of_its_own_is_left_as_it_is():
    pd.testing.assert_frame_equal(export.named(FRAME, ""), FRAME)


def test_csv_reads_back_as_the_frame():
    text = export.to_csv(FRAME, "en").decode("utf-8-sig")
    read = pd.read_csv(io.StringIO(text), dtype={"part": "str", "unit": "str"}, keep_default_na=False, na_values={"year": [""]})
    assert read["value"].tolist() == FRAME["value"].tolist()
    assert read["year"].astype("Int64").equals(FRAME["year"])
    assert read["own column"].tolist() == FRAME["own column"].tolist()
    assert [cell.removeprefix("'") for cell in read["unit"]] == FRAME["unit"].tolist()


def test_csv_has_the_mark_for_excel_unless_told_otherwise():
    assert export.to_csv(FRAME).startswith(b"\xef\xbb\xbf")
    assert not export.to_csv(FRAME, bom=False).startswith(b"\xef\xbb\xbf")


def test_csv_writes_whole_numbers_without_a_fraction_and_missing_ones_empty():
    lines = export.to_csv(FRAME[["year", "value"]], "en", bom=False).decode().split("\r\n")
    assert lines == ["year,value", "2023,226", ",99.12", "2021,-3.5", ""]


def test_csv_of_mixed_cells_is_written_alike():
    frame = pd.DataFrame({"列": pd.Series([1, 2.0, None, "=1", True], dtype="object")})
    assert export.to_csv(frame, "", bom=False).decode().split("\r\n") == ["列", "1", "2", '""', "'=1", "True", ""]


@given(st.sampled_from(files.FORMULA_STARTS), st.text(st.characters(exclude_categories=("Cs",)), max_size=8))
def test_no_text_can_run_in_a_spreadsheet_program(start, rest):
    frame = pd.DataFrame({start + "h": [start + rest]})
    head, cell = csv.reader(io.StringIO(export.to_csv(frame, "", bom=False).decode(), newline=""))
    assert (head, cell) == (["'" + start + "h"], ["'" + start + rest])


def test_negative_numbers_stay_numbers():
    assert b"\r\n-3.5\r\n" in export.to_csv(pd.DataFrame({"value": [-3.5]}), "en")


def test_a_workbook_reads_back_as_the_frame_with_real_numbers_and_text_as_text():
    book = CalamineWorkbook.from_filelike(io.BytesIO(export.to_xlsx(FRAME, "en", ABOUT)))
    assert book.sheet_names == ["about", "data"]
    head, *rows = book.get_sheet_by_name("data").to_python()
    assert head == list(FRAME.columns)
    assert rows[0] == ["章丘区人民政府", 2023.0, "proposal", "outcome", "adopted", "", 226.0, "a,b"]
    assert rows[1][:2] == ["=cmd|' /C calc'!A0", ""]
    assert rows[2][-2:] == [-3.5, "line\nbreak"]


def test_a_workbook_holds_the_digits_that_a_report_prints():
    made = export.to_xlsx(pd.DataFrame({"printed_pct": [97.4, 100.0, 0.1 + 0.2, 1284]}), "en", ABOUT)
    with zipfile.ZipFile(io.BytesIO(made)) as book:
        cells = re.findall(r"<v>([^<]*)</v></c>", book.read("xl/worksheets/sheet2.xml").decode())
    assert cells[-4:] == ["97.4", "100", "0.30000000000000004", "1284"]


def test_a_workbook_says_what_it_is_on_its_cover():
    cover = CalamineWorkbook.from_filelike(io.BytesIO(export.to_xlsx(FRAME, "zh", ABOUT))).get_sheet_by_name("说明").to_python()
    cells = [cell for row in cover for cell in row if cell]
    assert cells[0] == "办理数字"
    for expected in ("0123", "地区", "章丘区", "2023年报告", "=HYPERLINK(1)", "报告标题"):
        assert expected in cells
    assert any("满意率" in cell for cell in cells)


def test_a_sheet_that_cannot_hold_the_rows_is_refused_in_one_sentence(monkeypatch):
    monkeypatch.setattr(workbook, "MAX_SHEET_ROWS", 2)
    with pytest.raises(export.ExportError, match="3 行超过了 Excel 一张表的上限"):
        export.to_xlsx(FRAME)


def test_an_extract_without_rows_has_its_headings():
    empty = FRAME.iloc[:0]
    assert export.to_csv(empty, "en", bom=False).decode().strip() == ",".join(FRAME.columns)
    assert CalamineWorkbook.from_filelike(io.BytesIO(export.to_xlsx(empty, "en"))).get_sheet_by_name("data").to_python() == [list(FRAME.columns)]


def test_parquet_reads_back_as_the_frame_and_says_what_it_is():
    table = pq.read_table(io.BytesIO(export.to_parquet(FRAME, "en", ABOUT)))
    assert table.to_pydict() == {name: [None if cell is pd.NA else cell for cell in FRAME[name].tolist()] for name in FRAME.columns}
    assert json.loads(table.schema.metadata[b"about"])["filters"] == {"地区": "章丘区"}
