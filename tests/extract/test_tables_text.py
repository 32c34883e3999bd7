"""Tables that are written as text, tables that go on, and several tables in one file."""

from handling.extract.tables import mentions, text_table_spans
from handling.model import Block, Document, Head, Span
from handling.read import read
from tests.extract.table_sketch import brief, document, lines
from tests.read.files import excel


def plain(text: str) -> Document:
    """A text with one paragraph block a line, as the reader makes them."""
    blocks, start = [], 0
    for number, words in enumerate(text.split("\n"), 1):
        if words.strip():
            left = start + len(words) - len(words.lstrip())
            blocks.append(Block(kind="paragraph", span=Span(start=left, end=start + len(words.rstrip())), place=f"第{number}段"))
        start += len(words) + 1
    return Document(id="0" * 64, name="a.txt", format="txt", text=text, blocks=tuple(blocks), reader="test")


def told(doc: Document, **head: object) -> list[str]:
    return [brief(mention) for mention in mentions(doc, Head(**{"year": 2023, **head}))]


def test_tabs_part_the_cells_and_keep_blank_ones():
    text = "附件：提案办理情况统计表\n单位\t主办\t会办\t满意\n区教育局\t12\t3\t12\n区民政局\t5\t\t4\n合计\t17\t3\t16\n\n其他说明。"
    assert told(plain(text)) == [
        "区教育局 proposal lead received = 12", "区教育局 proposal joint received = 3", "区教育局 proposal satisfaction satisfied = 12",
        "区民政局 proposal lead received = 5", "区民政局 proposal satisfaction satisfied = 4",
        "proposal lead received = 17", "proposal joint received = 3", "proposal satisfaction satisfied = 16",
    ]  # fmt: skip


def test_bars_part_the_cells_with_rules_between():
    assert told(plain("| 单位 | 件数 | 办结率 |\n|---|---|---|\n| 教育局 | 12 | 100% |")) == ["教育局 received = 12", "教育局 completion_rate = 100%"]


def test_blanks_align_the_cells():
    text = "承办单位          承办件数   主办   会办\n区教育局             15      12      3\n区住房和城乡建设局   31      24      7"
    assert told(plain(text)) == [
        "区教育局 received = 15", "区教育局 lead received = 12", "区教育局 joint received = 3",
        "区住房和城乡建设局 received = 31", "区住房和城乡建设局 lead received = 24", "区住房和城乡建设局 joint received = 7",
    ]  # fmt: skip


def test_group_heads_of_aligned_text_stand_over_the_nearest_columns():
    text = (
        "            承办件数            办理结果\n单位      主办    会办      A类   B类\n"
        "教育局     12       3         8     4\n住建局     24       7        13    11"
    )
    assert told(plain(text))[:4] == ["教育局 lead received = 12", "教育局 joint received = 3", "教育局 outcome adopted = 8", "教育局 outcome planned = 4"]


def test_single_blanks_part_the_cells_only_under_a_head_of_as_many_words():
    assert told(plain("序号 承办单位 主办 办结率\n1 区教育局 12 100%\n2 区民政局 5 80%")) == [
        "区教育局 lead received = 12", "区教育局 completion_rate = 100%", "区民政局 lead received = 5", "区民政局 completion_rate = 80%"]  # fmt: skip
    assert told(plain("1．区人大代表建议 32 件；\n2．区政协提案 34 件；")) == []


def test_one_cell_a_line_after_a_copy_from_a_web_page():
    text = "附：承办提案较多单位办理情况\n承办单位\n承办件数\n结果满意率\n区住房和城乡建设局\n41\n92.7%\n区民政局\n17\n100%"
    assert told(plain(text)) == [
        "区住房和城乡建设局 proposal received = 41", "区住房和城乡建设局 proposal satisfaction_rate result = 92.7%",
        "区民政局 proposal received = 17", "区民政局 proposal satisfaction_rate result = 100%",
    ]  # fmt: skip
    assert [span.of(text)[:4] for span in text_table_spans(plain(text))] == ["承办单位"]


def test_one_cell_a_line_with_a_group_head_and_a_total_without_number():
    text = "序号\n承办单位\n主办件数\n办理结果\n满意率\nA类\nB类\n1\n区教育局\n12\n8\n4\n100%\n2\n区民政局\n5\n5\n0\n80%\n合计\n17\n13\n4\n94.1%"
    assert told(plain(text)) == [
        "区教育局 lead received = 12", "区教育局 outcome adopted = 8", "区教育局 outcome planned = 4", "区教育局 satisfaction_rate = 100%",
        "区民政局 lead received = 5", "区民政局 outcome adopted = 5", "区民政局 outcome planned = 0", "区民政局 satisfaction_rate = 80%",
        "lead received = 17", "outcome adopted = 13", "outcome planned = 4", "satisfaction_rate = 94.1%",
    ]  # fmt: skip


def test_a_row_of_single_lines_that_lacks_a_cell_ends_the_table_and_shifts_nothing():
    text = "承办单位\n主办\n会办\n区教育局\n12\n3\n区民政局\n5\n区水利局\n7\n2"
    assert told(plain(text)) == ["区教育局 lead received = 12", "区教育局 joint received = 3"]


def test_a_table_goes_on_after_a_page_break_with_or_without_its_head():
    whole = ["教育局 lead received = 12", "水利局 lead received = 7", "lead received = 19"]
    assert lines("单位|主办\n教育局|12", "单位|主办\n水利局|7\n合计|19") == whole
    assert lines("单位|主办\n教育局|12", "— 2 —", "水利局|7\n合计|19") == whole


def test_several_tables_of_one_sheet_have_captions_of_their_own():
    data = "表一 市人大代表建议办理情况,\n单位,件数\n教育局,5\n,\n表二 市政协提案办理情况,\n单位,件数\n教育局,6\n"
    assert told(read(data=data.encode(), name="a.csv")) == ["教育局 suggestion 市 received = 5", "教育局 proposal 市 received = 6"]


def test_a_head_without_merged_cells_reaches_over_the_blanks_right_of_it():
    data = "序号,单位,建议,,提案,,备注\n,,主办,协办,主办,协办,\n1,教育局,5,2,4,1,\n2,民政局,3,,2,2,无\n合计,,8,2,6,3,\n"
    assert told(read(data=data.encode(), name="a.csv")) == [
        "教育局 suggestion lead received = 5", "教育局 suggestion joint received = 2", "教育局 proposal lead received = 4",
        "教育局 proposal joint received = 1", "民政局 suggestion lead received = 3", "民政局 proposal lead received = 2",
        "民政局 proposal joint received = 2", "suggestion lead received = 8", "suggestion joint received = 2",
        "proposal lead received = 6", "proposal joint received = 3",
    ]  # fmt: skip


def test_traditional_characters_and_their_numbers_read_as_simplified_ones():
    assert lines("承辦單位|主辦件數|滿意率\n環保局|５|９８．５﹪\n總計|５|９８．５﹪") == [
        "環保局 lead received = 5".replace("環", "环"), "环保局 satisfaction_rate = 98.5%", "lead received = 5", "satisfaction_rate = 98.5%"]  # fmt: skip


def test_running_text_is_no_table():
    assert text_table_spans(document("教育局承办提案12件，办结率100%。", "民政局  承办提案5件。")) == []


def test_a_blank_that_a_line_begins_with_is_a_cell():
    text = "承办单位\t承办件数\t\t满意率\n\t主办\t协办\t\n教育局\t12\t2\t100%\n民政局\t3\t1\t98%"
    assert told(plain(text)) == [
        "教育局 lead received = 12", "教育局 joint received = 2", "教育局 satisfaction_rate = 100%",
        "民政局 lead received = 3", "民政局 joint received = 1", "民政局 satisfaction_rate = 98%",
    ]  # fmt: skip


def test_a_total_may_be_spaced_out():
    text = "承办单位    主办    协办\n教育局      12      2\n合  计      12      2"
    assert told(plain(text))[2:] == ["lead received = 12", "joint received = 2"]


def test_a_short_table_of_one_cell_a_line_ends_at_the_words_below_it():
    text = "序号\n承办单位\n主办\n协办\n1\n教育局\n12\n2\n2\n民政局\n3\n1\n合计\n15\n3\n二、下步打算\n"
    assert told(plain(text)) == [
        "教育局 lead received = 12", "教育局 joint received = 2", "民政局 lead received = 3", "民政局 joint received = 1",
        "lead received = 15", "joint received = 3",
    ]  # fmt: skip


def test_a_sheet_names_the_stream_and_the_year_of_its_table_and_no_table_goes_on_in_the_next():
    def fill(workbook):
        for name, number in (("2022年人大代表建议", 12), ("政协提案", 10)):
            page = workbook.add_worksheet(name)
            for row, cells in enumerate((("承办单位", "主办", "协办"), ("教育局", number, 2))):
                page.write_row(row, 0, cells)

    assert told(read(data=excel(fill), name="附表.xlsx")) == [
        "教育局 suggestion lead received 2022 = 12", "教育局 suggestion joint received 2022 = 2",
        "教育局 proposal lead received = 10", "教育局 proposal joint received = 2",
    ]  # fmt: skip


def test_the_letters_of_a_head_may_be_spaced_out():
    text = "单  位      承办件数   已办结   办结率\n市教育局      43    43   100%\n市住建局      61    54   88.5%\n市民政局      24    24   100%"
    assert told(plain(text))[:3] == ["市教育局 received = 43", "市教育局 completed = 43", "市教育局 completion_rate = 100%"]
