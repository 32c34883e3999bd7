"""Files made to burst a reader: each ends in one sentence, before it fills memory."""

import pytest

from handling.model import ReadingError
from handling.read import read
from handling.read.limits import MAX_UNPACKED_BYTES

from .files import archive, sheet, with_part, word

WORD = word(lambda document: document.add_paragraph("共26件。"))
SHEET = sheet([["单位", "件数"], ["教育局", 26]])


def refusal(data, name):
    with pytest.raises(ReadingError) as caught:
        read(data=data, name=name)
    return caught.value


@pytest.mark.parametrize(("data", "path", "name"), [(WORD, "word/document.xml", "a.docx"), (SHEET, "xl/worksheets/sheet1.xml", "a.xlsx")])
def test_a_zip_bomb_is_refused_before_it_is_unpacked(data, path, name):
    bomb = with_part(data, path, lambda old: old + b" " * 30_000_000)
    assert len(bomb) < 200_000
    assert refusal(bomb, name).code == "zip_bomb"


def test_many_parts_that_are_large_together_are_refused():
    noise = ("甲乙丙丁" * 40_000 + "戊") * 4
    parts = {f"xl/media/{number}.bin": noise for number in range(MAX_UNPACKED_BYTES // len(noise.encode()) + 1)}
    assert refusal(archive({"xl/workbook.xml": "<a/>", **parts}), "a.xlsx").code == "zip_bomb"


def test_a_zip_of_countless_parts_is_refused():
    assert refusal(archive({f"word/{number}": "" for number in range(10_001)}), "a.docx").code == "zip_bomb"


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(("data", "path", "name"), [(WORD, "word/document.xml", "a.docx"), (SHEET, "xl/worksheets/sheet1.xml", "a.xlsx")])
def test_entities_are_not_expanded(data, path, name):
    hostile = with_part(data, path, lambda old: ENTITIES + old[old.index(b"?>") + 2 :].replace("共26件。".encode(), b"&b;&b;"))
    assert refusal(hostile, name).code in ("damaged", "empty")


def test_a_page_nested_a_thousand_deep_is_read():
    page = "<html><body>" + "<div>" * 1000 + "共承办提案26件，均已办复。" + "</div>" * 1000
    assert "26件" in read(data=page.encode(), name="a.html").text


def test_a_table_of_enormous_spans_is_read_quickly():
    page = '<html><body><table><tr><td rowspan="99999" colspan="99999">单位</td><td>件数</td></tr><tr><td>教育局</td><td>26</td></tr></table>'
    found = read(data=page.encode(), name="a.html")
    assert "26" in found.text
    assert len(found.text) < 5000


def test_a_script_in_a_report_stays_words_or_goes():
    found = read(data="共26件<script>alert(1)</script>。".encode(), name="a.txt")
    assert found.text == "共26件<script>alert(1)</script>。"
    page = read(data="<html><body><p>共26件，&lt;script&gt;好&lt;/script&gt;。<script>alert(1)</script></p></body></html>".encode(), name="a.html")
    assert page.text == "共26件，<script>好</script>。\n"
