"""Plain text and Markdown: the text stays as it is, lines become blocks."""

from handling.read import read

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
