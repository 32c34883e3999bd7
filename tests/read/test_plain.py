"""Plain text and Markdown: the text stays as it is, lines become blocks, lines wrapped at a width are made whole."""

import re

import pytest

from handling.read import read
from handling.read.assembly import is_wide
from handling.read.plain import unwrapped

from .reading import lines, of, places

TEXT = "青石县教育局\n关于提案办理情况的报告\n\n　　2022年，共承办提案26件。  \n\t一、办理结果\n\n2022年11月8日\n"


def test_the_text_is_exactly_what_was_decoded():
    assert of(TEXT.encode(), "a.txt").text == TEXT
    assert of(TEXT.replace("\n", "\r\n").encode("gb18030"), "a.txt").text == TEXT


def test_every_line_with_words_is_a_paragraph_without_the_blanks_around_it():
    found = of(TEXT.encode(), "a.txt")
    assert lines(found, "paragraph") == [
        "青石县教育局",
        "关于提案办理情况的报告",
        "2022年，共承办提案26件。",
        "一、办理结果",
        "2022年11月8日",
    ]


def test_places_count_the_lines_that_have_words():
    assert places(of(TEXT.encode(), "a.txt"))["第3段"] == "2022年，共承办提案26件。"


def test_the_headings_of_markdown_are_headings_and_the_first_is_the_title():
    found = read(data="# 提案办理情况\n\n正文26件。\n\n## 一、结果 ##\n#不是标题\n".encode(), name="a.md")
    assert [(block.kind, block.span.of(found.text)) for block in found.blocks] == [
        ("title", "提案办理情况"),
        ("paragraph", "正文26件。"),
        ("heading", "一、结果"),
        ("paragraph", "#不是标题"),
    ]


REPORT = (
    "青石县教育局提案办理情况",
    "　　2022年，县教育局共承办人大代表建议、政协提案1,226件，其中主办818件、会办408件，均在规定时限内办复，满意率达到94.4%，比上年提高1.2个百分点。",
    "　　一、办理结果",
    "　　主办的818件中，A类（已经解决）613件，占74.9%；B类（列入计划）144件，占17.6%；C类（留作参考）61件，占7.5%；代表、委员满意率94.4%。",
    "　　下一步，县教育局将对列入计划的事项逐件跟踪，争取早日落实，让代表、委员满意，并于年底前逐件反馈办理进展情况，接受监督。",
    "青石县教育局",
    "2022年11月8日",
)


def cut(line, width, measure):
    """The pieces of a line that a program makes which wraps at a width."""
    pieces, piece = [], ""
    for letter in line:
        if measure(piece + letter) > width:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]


def print_width(words):
    return sum(2 if is_wide(letter) else 1 for letter in words)


@pytest.mark.parametrize(("width", "measure"), [*((width, print_width) for width in range(50, 79)), *((width, len) for width in range(26, 41))])
def test_a_text_wrapped_at_any_width_is_whole_again(width, measure):
    wrapped = "\n".join(piece for line in REPORT for piece in cut(line, width, measure))
    lines_ = unwrapped(wrapped).split("\n")
    # Where a line ends with a sentence it may stay apart; what matters is that no sentence is cut and none are run together.
    assert [sentence for line in lines_ for sentence in re.findall("[^。]+。?", line.strip())] == [
        sentence for line in REPORT for sentence in re.findall("[^。]+。?", line.strip())
    ]


def test_a_text_that_is_not_wrapped_stays_as_it_is():
    titles = "\n".join(f"《关于加快{'城乡' * (n % 4)}建设发展工作、提高服务水平的提案》" for n in range(20))
    for text in (
        TEXT,
        titles,
        "\n".join(REPORT),
        "\n".join(["短行26件"] * 30),
        "\n".join(["青石县教育局承办提案26件，办结率和满意率均达到百分之百。"] * 30),
    ):
        assert unwrapped(text) == text


@pytest.mark.parametrize("table", [
    "承办单位        主办    协办    满意率\n县教育局        12      2       100%\n县民政局        3       1       100%\n",
    "承办单位名称（县直部门和乡镇）        主办\n县教育局（含教育研究室和招生办）      12\n县民政局（含殡葬管理所和救助站）      30\n",
])  # fmt: skip
def test_the_rows_of_a_table_are_no_wrapped_lines(table):
    assert unwrapped(table) == table
