"""The numbers that Word counts itself stand before their paragraphs."""

import pytest
from docx.oxml import parse_xml

from handling.read.word_numbers import counted

from .files import W, with_part, word
from .reading import lines, of

NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>"""


def numbered(*items):
    """A .docx of paragraphs (number of the list, level, words), counted by Word."""

    def fill(document):
        for number, level, words in items:
            element = document.add_paragraph(words)._p
            list_ = f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            if number:
                element.get_or_add_pPr().append(parse_xml(list_))

    return of(with_part(word(fill), "word/numbering.xml", lambda _: NUMBERING), "a.docx")


def test_the_numbers_that_word_counts_stand_before_their_paragraphs():
    found = numbered(
        (1, 0, "基本情况"), (1, 1, "承办"), (1, 2, "2022年26件"), (1, 1, "结果"), (0, 0, "正文"), (1, 0, "下一步打算"), (1, 1, "跟踪"), (2, 0, "一点")
    )
    assert lines(found) == ["一、基本情况", "（一）承办", "1. 2022年26件", "（二）结果", "正文", "二、下一步打算", "（一）跟踪", "一点"]


@pytest.mark.parametrize(
    ("number", "style", "words"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCounting", "十"),
        (12, "chineseCountingThousand", "十二"),
        (20, "japaneseCounting", "二十"),
        (35, "chineseCounting", "三十五"),
        (105, "chineseCounting", "一百零五"),
        (110, "chineseCounting", "一百一十"),
        (3, "decimalEnclosedCircle", "③"),
        (3, "upperLetter", "C"),
        (28, "lowerLetter", "bb"),
        (4, "upperRoman", "IV"),
        (7, "decimal", "7"),
        (7, "decimalZero", "07"),
        (7, "bullet", ""),
    ],
)
def test_word_counts_in_many_styles(number, style, words):
    assert counted(number, style) == words
