"""Web pages: the report survives whole, the page around it goes."""

import pytest

from handling.read import read

from .webpages import PAGES, PARAGRAPHS, SIGNATURE, TABLE, TITLE


def document(page, encoding="utf-8"):
    return read(data=page.encode(encoding), name="页面.html")


@pytest.mark.parametrize("name", PAGES)
def test_every_sentence_of_the_report_survives_once_and_whole(name):
    found = document(PAGES[name].html)
    lines = [block.span.of(found.text) for block in found.blocks if block.kind in ("paragraph", "heading")]
    assert [line for line in lines if line in PARAGRAPHS] == list(PARAGRAPHS)


@pytest.mark.parametrize("name", PAGES)
def test_the_title_is_found_and_stands_once(name):
    found = document(PAGES[name].html)
    assert [block.span.of(found.text) for block in found.blocks if block.kind == "title"] == [TITLE]
    assert found.text.count(TITLE) == 1


@pytest.mark.parametrize("name", PAGES)
def test_the_signature_stands_under_the_report(name):
    found = document(PAGES[name].html)
    words = [block.span.of(found.text) for block in found.blocks]
    at = words.index(SIGNATURE[1])
    assert words[at - 1 : at + 1] == list(SIGNATURE)
    assert words.index(PARAGRAPHS[-1]) == at - 2


@pytest.mark.parametrize("name", PAGES)
def test_nothing_of_the_page_around_the_report_is_left(name):
    found = document(PAGES[name].html)
    assert [words for words in PAGES[name].must_go if words in found.text] == []


@pytest.mark.parametrize("name", PAGES)
def test_source_publisher_and_date_stay(name):
    found = document(PAGES[name].html)
    assert [words for words in PAGES[name].must_stay if words not in found.text] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_data_table_is_cells_and_a_layout_table_is_not(name):
    found = document(PAGES[name].html)
    cells = {(block.table, block.row, block.column): block.span.of(found.text) for block in found.blocks if block.kind == "cell"}
    wanted = {(0, row, column): words for row, line in enumerate(TABLE) for column, words in enumerate(line)}
    assert cells == (wanted if PAGES[name].table else {})
