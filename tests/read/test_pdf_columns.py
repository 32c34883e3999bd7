"""Tables of a PDF without rules: words in columns become cells, and what is no table stays as it is."""

import pytest

from .files import pdf, put
from .reading import cells, lines, of, spans

LEFT, STEP = 72, 20


def printed(*rows, top=700, columns=(72, 180, 240, 300, 360)):
    """PDF operators of rows: words at the columns, or (place, words) pairs."""
    drawn = []
    for number, row in enumerate(rows):
        placed = row if row and isinstance(row[0], tuple) else zip(columns, row, strict=False)
        drawn += [put(x, top - number * STEP, words) for x, words in placed if words]
    return drawn


def read(*rows, **kept):
    return of(pdf([printed(*rows, **kept)]), "a.pdf")


def grid(found):
    """The words of each row by column."""
    rows = {}
    for (row, column), words in cells(found).items():
        rows.setdefault(row, {})[column] = words
    return [rows[row] for row in sorted(rows)]


def test_words_in_columns_are_cells():
    found = read(("单位", "主办", "会办", "满意率"), ("市教育局", "17", "12", "94.1%"), ("市住建局", "9", "3", "100%"))
    assert [list(row.values()) for row in grid(found)] == [
        ["单位", "主办", "会办", "满意率"], ["市教育局", "17", "12", "94.1%"], ["市住建局", "9", "3", "100%"]]  # fmt: skip


def test_a_head_over_two_columns_spans_them_and_one_between_the_lines_stands_beside_both():
    found = read(
        [(210, "2025年"), (300, "2024年")], [(72, "类别")], [(180, "立案"), (240, "占比"), (300, "立案")],
        ("经济发展", "58", "54.7%", "55"), ("科教文卫", "48", "45.3%", "41"),
    )  # fmt: skip
    assert spans(found) == {"类别": (2, 1), "2025年": (1, 2)}
    assert grid(found)[:3] == [{0: "类别", 1: "2025年", 3: "2024年"}, {1: "立案", 2: "占比", 3: "立案"}, {0: "经济发展", 1: "58", 2: "54.7%", 3: "55"}]


def test_a_name_broken_over_the_lines_above_and_below_its_numbers_is_whole():
    found = read(("单位", "主办", "会办"), ("市教育局", "17", "12"), [(72, "住房和城乡")], ("", "9", "3"), [(72, "建设局")], ("市水利局", "5", "2"))
    assert {0: "住房和城乡建设局", 1: "9", 2: "3"} in grid(found)
    assert len(grid(found)) == 4


def test_blank_cells_leave_the_others_in_their_columns():
    found = read(("单位", "A类", "B类", "C类"), ("市教育局", "7", "2", "1"), ("市住建局", "5", "", "3"), ("市水利局", "4", "2", "1"))
    assert grid(found)[2] == {0: "市住建局", 1: "5", 3: "3"}


def test_a_table_that_goes_on_over_the_page_break_is_one():
    head, first, second = ("单位", "主办", "会办"), ("市教育局", "17", "12"), ("市住建局", "9", "3")
    found = of(pdf([printed(head, first, second), printed(head, ("市水利局", "5", "2"), ("市民政局", "4", "1"))]), "a.pdf")
    assert [row[0] for row in grid(found)] == ["单位", "市教育局", "市住建局", "市水利局", "市民政局"]


@pytest.mark.parametrize("rows", [
    [[(72, "联系人：王某"), (300, "电话：0712-1234567")], [(72, "传真：2234567"), (300, "邮编：43000")], [(72, "2023年12月1日"), (300, "印发")]],
    [("17", "12", "3"), ("18", "11", "5"), ("9", "4", "6")],
    [("单位", "主办", "会办"), ("市教育局", "17", "12")],
    [("单位", "主办", "会办"), ("市教育局", "17", "12"), ("市住建局", "9", "3"), [(72, "市水利局"), (170, "5件,另有会办件2件")]],
], ids=["signature", "numbers without a head", "one row", "words over two columns"])  # fmt: skip
def test_what_does_not_stand_in_columns_stays_lines(rows):
    found = read(*rows)
    assert cells(found) == {}
    assert len(lines(found)) >= 1
