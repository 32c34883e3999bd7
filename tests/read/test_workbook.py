"""Workbooks: what a person sees in each cell, where it stands, and nothing for what is empty."""

import datetime
import itertools

import pytest

from handling.model import ReadingError
from handling.read import read
from handling.read import workbook as reader
from handling.read.workbook import address
from tests.growth import grows

from .files import excel, sheet, with_part
from .reading import cells, lines, of, places, spans

PAGE = "xl/worksheets/sheet1.xml"


def test_numbers_stand_as_their_cells_show_them():
    rows = [["单位", "件数", "满意率", "投资", "日期"], ["教育局", 12.0, 0.985, 1234567.5, 45268]]
    found = of(sheet(rows, {(1, 2): "0.0%", (1, 3): "#,##0.00", (1, 4): 'yyyy"年"m"月"d"日"'}), "a.xlsx")
    assert [cells(found)[1, column] for column in range(5)] == ["教育局", "12", "98.5%", "1,234,567.50", "2023年12月8日"]


def test_title_rows_stand_above_the_table_and_notes_under_it():
    def fill(workbook):
        page = workbook.add_worksheet("统计")
        page.merge_range("A1:C1", "2022年提案办理情况统计表")
        page.write_row("A2", ["填报单位：教育局", None, "单位：件"])
        page.write_row("A3", ["承办单位", "主办", "会办"])
        page.write_row("A4", ["教育局", 18, 8])
        page.merge_range("A5:C5", "说明：主办含独办。")

    found = of(excel(fill), "a.xlsx")
    assert places(found) == {
        "工作表“统计”第1行A列": "2022年提案办理情况统计表",
        "工作表“统计”第2行A列": "填报单位：教育局",
        "工作表“统计”第2行C列": "单位：件",
        "工作表“统计”第3行A列": "承办单位",
        "工作表“统计”第3行B列": "主办",
        "工作表“统计”第3行C列": "会办",
        "工作表“统计”第4行A列": "教育局",
        "工作表“统计”第4行B列": "18",
        "工作表“统计”第4行C列": "8",
        "工作表“统计”第5行A列": "说明：主办含独办。",
    }
    assert [block.kind for block in found.blocks] == ["title", "note", "note", *["cell"] * 6, "note"]


def test_a_sheet_without_a_table_is_running_text_unless_it_tells_how_to_fill_in_the_others():
    told = [["青禾县人民政府办公室"], ["关于2023年度县政协提案办理情况的通报"],
            ["今年以来，由县政府系统承办的县政协提案共168件，涉及14个单位，已全部按时答复委员。"]]  # fmt: skip
    asked = [["填报说明"], ["各单位填报本表时，主办件数应当含独办件，会办件数单列，请于十二月十日前报县政府督查室。"]]
    assert [block.kind for block in of(sheet(told), "a.xlsx").blocks] == ["paragraph"] * 3
    assert [block.kind for block in of(sheet(asked), "a.xlsx").blocks] == ["note"] * 2


def test_merged_heads_stand_once_with_their_spans():
    def fill(workbook):
        page = workbook.add_worksheet()
        page.merge_range("A1:A2", "单位")
        page.merge_range("B1:C1", "结果")
        page.write_row("B2", ["A类", "B类"])
        page.write_row("A3", ["教育局", 18, 8])

    found = of(excel(fill), "a.xlsx")
    assert spans(found) == {"单位": (2, 1), "结果": (1, 2)}
    assert found.text == "单位\t结果\n\tA类\tB类\n教育局\t18\t8\n"


def test_a_heading_of_a_group_stays_inside_its_table():
    rows = [["单位", "主办", "会办"], ["一、县直部门"], ["教育局", 18, 8], ["二、乡镇"], ["青石镇", 3, 0], ["合计", 21, 8]]
    found = of(sheet(rows), "a.xlsx")
    assert {block.table for block in found.blocks} == {0}
    assert cells(found)[3, 0] == "二、乡镇"


def test_two_tables_on_a_sheet_are_two():
    rows = [["表一"], ["单位", "主办"], ["教育局", 18], ["表二"], ["单位", "会办"], ["教育局", 8], [], ["类别", "件数"], ["建议", 11]]
    found = of(sheet(rows), "a.xlsx")
    assert [cells(found, table)[1, 1] for table in range(3)] == ["18", "8", "11"]
    assert [(block.kind, block.span.of(found.text)) for block in found.blocks if block.kind != "cell"] == [("title", "表一"), ("heading", "表二")]


def test_every_visible_sheet_is_read_and_a_hidden_one_is_not():
    def fill(workbook):
        for name in ("2022", "2023", "码表"):
            page = workbook.add_worksheet(name)
            page.write_row("A1", ["单位", "件数"])
            page.write_row("A2", [name, 26])
        page.hide()

    found = of(excel(fill), "a.xlsx")
    assert [cells(found, table)[1, 0] for table in range(2)] == ["2022", "2023"]
    assert "码表" not in found.text


def test_lines_and_parts_of_a_cell_are_joined():
    def fill(workbook):
        page, bold = workbook.add_worksheet(), workbook.add_format({"bold": True})
        page.write_row("A1", ["单位", "满意和\n基本满意率"])
        page.write_rich_string("A2", bold, "教育", "局")
        page.write("B2", 1, workbook.add_format({"num_format": "0%"}))

    assert cells(of(excel(fill), "a.xlsx")) == {(0, 0): "单位", (0, 1): "满意和基本满意率", (1, 0): "教育局", (1, 1): "100%"}


def test_a_formula_shows_its_value_and_one_never_computed_shows_itself():
    def fill(workbook):
        page = workbook.add_worksheet()
        page.write_row("A1", ["单位", "件数"])
        page.write("A2", "合计")
        page.write_formula("B2", "=SUM(B3:B4)", None, 26)
        page.write("A3", "教育局")
        page.write_formula("B3", "=13*2", None, "")

    data = with_part(excel(fill), PAGE, lambda old: old.replace(b"<f>13*2</f><v></v>", b"<f>13*2</f>"))
    found = cells(of(data, "a.xlsx"))
    assert (found[1, 1], found[2, 1]) == ("26", "=13*2")


def test_words_inside_the_cell_and_truth_and_errors_are_read():
    inline = (
        b'<row r="3"><c r="A3" t="inlineStr"><is><t>\xe6\xb0\xb4\xe5\x88\xa9\xe5\xb1\x80</t></is></c>'
        b'<c r="B3" t="e"><v>#DIV/0!</v></c><c r="C3" t="b"><v>1</v></c><c r="D3" t="str"><v>7</v></c></row></sheetData>'
    )
    data = with_part(sheet([["单位", "率", "否", "数"], ["局", 1, 1, 1]]), PAGE, lambda old: old.replace(b"</sheetData>", inline))
    assert [cells(of(data, "a.xlsx"))[2, column] for column in range(4)] == ["水利局", "#DIV/0!", "TRUE", "7"]


def test_cells_without_an_address_follow_each_other():
    rows = b"<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c><v>4</v></c><c><v>5</v></c></row></sheetData>"

    def change(old):
        return old[: old.index(b"<sheetData")] + rows + old[old.index(b"</sheetData>") + 12 :]

    found = of(with_part(sheet([["a"]]), PAGE, change), "a.xlsx")
    assert list(places(found)) == ["工作表“表”第1行A列", "工作表“表”第1行C列", "工作表“表”第3行A列", "工作表“表”第3行B列"]


def test_dates_count_from_1904_where_the_workbook_says_so():
    data = sheet([["单位", "日期"], ["局", 43806]], {(1, 1): "yyyy-mm-dd"})
    data = with_part(data, "xl/workbook.xml", lambda old: old.replace(b"<workbookPr ", b'<workbookPr date1904="1" '))
    assert cells(of(data, "a.xlsx"))[1, 1] == "2023-12-08"


def test_dates_written_by_a_program_are_shown_as_formatted():
    def fill(workbook):
        page = workbook.add_worksheet()
        page.write_row("A1", ["单位", "日期"])
        page.write("A2", "局")
        page.write_datetime("B2", datetime.datetime(2023, 12, 8, 9, 30), workbook.add_format({"num_format": "yyyy-mm-dd hh:mm"}))

    assert cells(of(excel(fill), "a.xlsx"))[1, 1] == "2023-12-08 09:30"


def with_empty_rows(count, *, styled=False):
    row = '<row r="{0}" s="4" customFormat="1"><c r="A{0}" s="1"/><c r="B{0}" s="2"></c></row>' if styled else '<row r="{0}"/>'

    def change(old):
        return old.replace(b"</sheetData>", "".join(row.format(n) for n in range(3, count + 3)).encode() + b"</sheetData>")

    return with_part(sheet([["单位", "件数"], ["教育局", 26]]), PAGE, change)


@pytest.mark.parametrize("styled", [False, True])
def test_hundreds_of_thousands_of_empty_rows_leave_no_trace(styled):
    assert of(with_empty_rows(300_000, styled=styled), "a.xlsx").text == "单位\t件数\n教育局\t26\n"


def test_ten_million_empty_rows_end_in_a_sentence_or_the_table_but_not_in_a_hang():
    data = with_part(
        sheet([["单位", "件数"], ["教育局", 26]]), PAGE, lambda old: old.replace(b"</sheetData>", b"<row/>" * 10_000_000 + b"</sheetData>")
    )
    with pytest.raises(ReadingError) as caught:
        read(data=data, name="a.xlsx")
    assert caught.value.code == "zip_bomb"


def test_a_cell_ten_million_rows_down_costs_no_more_than_one_below_the_table():
    def at(row):
        cell = f'<row r="{row}"><c r="B{row}"><v>5</v></c></row></sheetData>'.encode()
        return with_part(sheet([["单位", "件数"], ["教育局", 26]]), PAGE, lambda old: old.replace(b"</sheetData>", cell))

    assert not grows(lambda data: of(data, "a.xlsx"), at(9), at(10_000_000), 20)
    assert of(at(10_000_000), "a.xlsx").text == "单位\t件数\n教育局\t26\n5\n"


def test_a_sheet_with_too_many_filled_cells_is_refused(monkeypatch):
    monkeypatch.setattr(reader, "MAX_SHEET_CELLS", 100)
    with pytest.raises(ReadingError) as caught:
        read(data=sheet([[1, 2, 3]] * 50), name="a.xlsx")
    assert caught.value.code == "too_large"


@pytest.mark.parametrize("path", ["xl/workbook.xml", PAGE, "xl/styles.xml", "xl/sharedStrings.xml"])
def test_a_workbook_with_a_broken_part_is_refused(path):
    with pytest.raises(ReadingError) as caught:
        read(data=with_part(sheet([["单位", "件数"]]), path, lambda old: old[: len(old) // 2]), name="a.xlsx")
    assert caught.value.code == "damaged"


def test_an_empty_workbook_is_refused():
    with pytest.raises(ReadingError) as caught:
        read(data=sheet([]), name="a.xlsx")
    assert caught.value.code == "empty"


def test_an_address_is_a_row_and_a_column():
    assert [address(words) for words in ("A1", "B5", "AA10", "$C$3", "5", "")] == [(0, 0), (4, 1), (9, 26), (2, 2), None, None]


def test_blocks_of_a_large_sheet_are_in_order():
    found = of(sheet([["单位", *(f"第{n}项" for n in range(9))], *([f"局{row}", *range(9)] for row in range(200))]), "a.xlsx")
    assert all(a.span.end < b.span.start + 1 for a, b in itertools.pairwise(found.blocks))
    assert len(lines(found, "cell")) == 2010
