"""Tables as text: the mark between cells, quotes, encodings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handling.read.delimited import delimiter_of

from .reading import cells, lines, of, places

ROWS = [["承办单位", "主办", "会办"], ["教育局", "18", "8"], ["住建局", "1,024", "0"]]


def table(mark):
    return "".join(mark.join(f'"{cell}"' if mark in cell else cell for cell in row) + "\r\n" for row in ROWS)


@pytest.mark.parametrize("mark", [",", "\t", ";", "|"])
@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-8", "gb18030", "utf-16"])
def test_every_mark_and_encoding_gives_the_same_cells(mark, codec):
    found = of(table(mark).encode(codec), "a.csv")
    assert cells(found) == {(row, column): words for row, line in enumerate(ROWS) for column, words in enumerate(line)}


def test_title_and_note_stand_outside_the_table():
    found = of(("2022年办理情况统计表,,\n" + table(",") + "注：含会办。,,\n").encode(), "a.csv")
    assert places(found, "title", "note") == {"第1行A列": "2022年办理情况统计表", "第5行A列": "注：含会办。"}


def test_a_cell_of_several_lines_is_one():
    found = of('单位,说明\n教育局,"第一行，\n第二行"\n'.encode(), "a.csv")
    assert cells(found)[1, 1] == "第一行，第二行"


def test_a_formula_stays_words():
    assert "=1+1" in lines(of("单位,件数\n教育局,=1+1\n".encode(), "a.csv"), "cell")


def test_commas_inside_of_words_do_not_make_columns_of_a_tab_table():
    text = "单位\t说明\n教育局\t一,二,三\n住建局\t四\n"
    assert delimiter_of(text) == "\t"


@given(st.lists(st.lists(st.text("教育局0123456789", min_size=1, max_size=5), min_size=3, max_size=3), min_size=2, max_size=6))
def test_any_table_reads_back(rows):
    rows = [["单位", "主办", "会办"], *rows]
    found = of("\n".join(",".join(row) for row in rows).encode(), "a.csv")
    assert cells(found) == {(row, column): words for row, line in enumerate(rows) for column, words in enumerate(line)}
