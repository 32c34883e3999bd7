"""一页简报: sentences with counts, interval and source; the same words in Word."""

import io

import docx
import plotly.graph_objects as go
import pytest

from handling.export.brief import Brief, Table, to_docx


def test_the_sentences_carry_counts_interval_and_source(open_page):
    html = open_page("brief").html
    assert "8份同口径报告合并满意率98.5%，低于的1家，高于的1家" in html
    assert "1,753/1,780件满意，98.5%（95%区间 97.8%～99.0%）" in html
    assert "福州市人大常委会2011年 427/453件，94.3%（91.7%～96.1%）〔1〕" in html
    assert "〔1〕福州晚报 · 福州提高人大代表建议解决率 · 2012-01-02" in html


def test_nobody_is_called_worst_and_nobody_is_ranked(open_page):
    html = open_page("brief").html
    assert not any(word in html for word in ("最差", "落后", "优秀", "第1名", "排名第"))


def test_where_nobody_lies_beyond_a_limit_the_brief_says_so(open_page):
    html = open_page("brief", year=(2020, 2026)).html
    assert "没有单位落在下界之外。" in html


def test_the_audit_stands_on_the_brief_with_what_is_left_out(open_page):
    html = open_page("brief").html
    assert "办理结果各类相加258+302+76+29=665件，差93件，不符。" in html
    assert "另有13条，见“数据核查”。" in html


def test_both_charts_are_valid_and_on_white_paper(open_page):
    charts = open_page("brief").charts
    assert len(charts) == 2
    for chart in charts:
        go.Figure(chart)
        assert chart["layout"]["font"]["color"] == "#1B2430"


def test_a_scope_without_comparable_rates_still_gives_a_brief(open_page):
    html = open_page("brief", year=(2004, 2007)).html
    assert "不能合并" in html


@pytest.fixture
def made():
    return Brief(
        name="提案建议办理比较 · 一页简报", version="数据版本 1", title="2份报告", scope="2020年 · 全国", sentences=(("总体。", "2份合并 3/4件，75.0%。"),),
        tables=(Table(title="满意率", header=("单位", "件数"), rows=(("=HYPERLINK(1)", "3"),)),), sections=(("来源", ("〔1〕甲",)),), link="链接",
    )  # fmt: skip


def test_word_holds_the_same_sentences_tables_and_sources(made):
    document = docx.Document(io.BytesIO(to_docx(made)))
    text = [paragraph.text for paragraph in document.paragraphs]
    assert "1. 总体。2份合并 3/4件，75.0%。" in text
    assert "〔1〕甲" in text
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["=HYPERLINK(1)", "3"]


def test_word_has_a4_pages_and_names_a_chinese_font_for_every_run(made):
    document = docx.Document(io.BytesIO(to_docx(made)))
    assert (round(document.sections[0].page_width.mm), round(document.sections[0].page_height.mm)) == (210, 297)
    fonts = {run._element.rPr.rFonts.get("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}eastAsia")
             for paragraph in document.paragraphs for run in paragraph.runs}  # fmt: skip
    assert fonts == {"仿宋", "黑体"}
