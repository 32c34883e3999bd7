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


def test_the_site_and_its_owner_are_kept_beside_an_article_that_names_no_region():
    page = f"""<html><head><title>我局提案办理情况-青石县教育局</title></head><body><h1>我局提案办理情况</h1>
    <div><p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[4]}</p></div><div>主办：青石县人民政府办公室 承办：大数据局</div></body></html>"""
    found = document(page)
    notes = [block.span.of(found.text) for block in found.blocks if block.kind == "note"]
    assert notes == ["网站名称\t青石县教育局", "主办单位\t青石县人民政府办公室"]


def test_a_page_without_prose_gives_all_its_visible_text():
    found = document("<html><body><p>提案26件</p><p>办结率100%</p><script>var a = 1</script></body></html>")
    assert [block.span.of(found.text) for block in found.blocks] == ["提案26件", "办结率100%"]


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16", "utf-8-sig"])
def test_a_page_is_read_in_every_encoding_whatever_it_declares(codec):
    name = "a page that is XHTML and says gb2312"
    assert document(PAGES[name].html, codec).text == document(PAGES[name].html).text


def test_the_title_row_of_a_table_stands_above_it():
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in TABLE)
    found = document(f"<html><body><p>{PARAGRAPHS[0]}</p><table><tr><td colspan=4>办理情况统计表</td></tr>{rows}</table></body></html>")
    assert "办理情况统计表" in [block.span.of(found.text) for block in found.blocks if block.kind == "paragraph"]
    assert next(block for block in found.blocks if block.kind == "cell").row == 0


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("提案<b>26</b>件，办结<span>率</span>100%。", "提案26件，办结率100%。"),
        ("满意率22.22&nbsp;%，办结。", "满意率22.22\xa0%，办结。"),
        ("共承办提\n   案26件，均已\n办复。", "共承办提案26件，均已办复。"),
        ("提案 2 6 件，办结。", "提案 2 6 件，办结。"),
        ("<font>答复率&lt;100%&gt;，</font>办结。", "答复率<100%>，办结。"),
    ],
)
def test_inline_marks_and_breaks_of_the_source_do_not_cut_words(source, words):
    assert document(f"<html><body><p>{source}</p></body></html>").text == f"{words}\n"


def test_a_table_attached_under_the_signature_stays_with_its_title():
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in TABLE)
    words = "".join(f"<p>{line}</p>" for line in (*PARAGRAPHS, *SIGNATURE))
    attached = f"<p>附表：办理情况统计表</p><table>{rows}</table>"
    welcome = "欢迎来信来访，我们将竭诚服务，谢谢。"
    page = f"<html><body><div><div>{words}</div><div>{attached}</div><div>{welcome}</div></div></body></html>"
    found = document(page)
    assert "附表：办理情况统计表\n类别\t承办件数" in found.text
    assert "竭诚" not in found.text
