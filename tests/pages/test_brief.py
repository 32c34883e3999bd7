"""一页简报: sentences with counts, interval and source; the same words in Word."""

import io
import re
from dataclasses import replace

import docx
import lxml.html
import pandas as pd
import plotly.graph_objects as go
import pypdf
import pytest
import streamlit as st
from PIL import Image

from dashboard import brief, view
from dashboard import judged as judged_words
from handling.chart import judgement
from handling.export import brief_charts
from handling.export.brief import Brief, Charts, Outcome, Rate, Table, linked, parts, plain
from handling.export.brief_pdf import to_pdf
from handling.export.brief_word import to_docx
from handling.export.drawing import Line, Shape, Words

BROAD = "satisfaction_rate.broad"
ALIKE = {"region_level": "county", "unit_kind": "bureau", "level": "", "instrument": "proposal"}


def squeezed(text):
    return re.sub(r"\s", "", text)


@pytest.fixture
def files(open_page, monkeypatch):
    """files(year=(2018, 2026)): the page, and its PDF and Word files as the buttons make them."""
    found, real = {}, st.download_button

    def kept(*args, **options):
        found[options["key"]] = options["data"]
        return real(*args, **options)

    monkeypatch.setattr(st, "download_button", kept)

    def made(**state):
        page = open_page("brief", **state)
        return page, found["brief_pdf"](), found["brief_docx"]()

    return made


def test_the_sentences_carry_counts_interval_and_source(open_page):
    html = open_page("brief").said
    assert "3项同口径的满意率（含基本满意）合并为95.7%：3项可判断，都相近；0项不可判断" in html
    assert "582/608件满意和基本满意，95.7%（95%区间 93.8%～97.1%）。3项可判断，0项不足20件，不可判断。总数都是全部承办件。各项的级别（" in html
    assert "33项写明件数的办理结果（出自30份报告）合并，解决或采纳 7,915/11,576件，68.4%" in html
    assert "件数最多的天津市政府2019年为 1,882/2,276件，82.7%〔1〕" in html
    assert "〔2〕福州晚报 · 福州提高人大代表建议解决率 · 2012-01-02" in html


def test_a_brief_on_three_rates_that_are_alike_does_not_call_them_different(open_page):
    html = open_page("brief").said
    assert "3项可判断，都相近" in html
    assert "随机波动" not in html


def test_dispersion_is_told_from_eight_units_on():
    def of(units):
        rows = pd.DataFrame([{"unit_id": str(i), "x_count": 50 + 49 * (i % 2), "n_count": 100, "comparable": True, "derived": False} for i in range(units)])
        return judged_words.dispersion(judgement.judge(rows)[1])

    assert of(7) == ""
    assert of(8).startswith("单位间差异大于随机波动：按方差算，约为只有偶然时的")


def test_whoever_lies_beyond_a_limit_is_named_with_counts_interval_and_source(published):
    rows = pd.DataFrame([
        {"short_name": f"{name}县政府", "year": 2020, "x_count": x, "n_count": n, "comparable": True, "derived": False, "over": "all", "publisher": name,
         "report_id": "r", "report_title": "办理情况", "published": "", "apart": "", **ALIKE}
        for name, x, n in (("甲", 100, 200), ("乙", 980, 1000), ("丙", 490, 500))
    ])  # fmt: skip
    sources = []
    said = {about: plain(sentence) for about, sentence in brief._satisfaction(*judgement.judge(rows), sources, BROAD)}
    assert said["低于合并比例的有1项（99.8%界限）。"] == "甲县政府2020年 100/200件，50.0%（43.1%～56.9%）〔1〕。"
    assert "乙县政府2020年 980/1,000件，98.0%（96.9%～98.7%）〔2〕" in said["高于合并比例的有2项（99.8%界限）。"]
    assert sources == ["甲 · 办理情况", "乙 · 办理情况", "丙 · 办理情况"]


def rates_of_one_report(counts):
    return judgement.judge(pd.DataFrame([
        {"short_name": f"第{n}局", "year": 2020, "x_count": x, "n_count": of, "comparable": True, "derived": False, "over": "all", "report_id": "r",
         "publisher": "市", "report_title": "办理情况", "published": "", "apart": "", **ALIKE}
        for n, (x, of) in enumerate(counts)
    ]))  # fmt: skip


def test_many_units_of_one_report_are_counted_as_rates_and_the_report_once():
    rows, peers = rates_of_one_report([(8, 9), (5, 5), (30, 30), (97, 100)])
    assert "4项同口径的满意率（含基本满意）（出自1份报告）合并，140/144件满意和基本满意，" in plain(brief._satisfaction(rows, peers, [], BROAD)[0][1])
    strict = plain(brief._satisfaction(rows, peers, [], "satisfaction_rate.strict.final")[0][1])
    assert "4项同口径的满意率（仅满意，最终）（出自1份报告）合并，140/144件满意，" in strict


def test_the_headline_tells_how_many_can_be_judged_and_how_many_cannot():
    said = brief._title(*rates_of_one_report([(8, 9), (5, 5), (30, 30), (97, 100)]), BROAD)
    assert said == "4项同口径的满意率（含基本满意）合并为97.2%：2项可判断，都相近；2项不可判断"
    said = brief._title(*rates_of_one_report([(8, 9), (5, 5)]), BROAD)
    assert said == "2项同口径的满意率（含基本满意）合并为92.9%：件数都太少，2项全部不可判断"
    assert brief._title(*rates_of_one_report([(8, 9), (50, 100), (990, 1000)]), BROAD).endswith("1项低于、1项高于、0项相近，1项不可判断")


def test_one_unit_is_not_compared_with_itself():
    rows, peers = rates_of_one_report([(40, 50)])
    assert brief._title(rows, peers, BROAD) == "1项同口径的满意率（含基本满意）合并为80.0%：只有一家，不作比较"
    said = brief._satisfaction(rows, peers, [], BROAD)
    assert plain(said[0][1]) == (
        "1项同口径的满意率（含基本满意）（出自1份报告）合并，40/50件满意和基本满意，80.0%（95%区间 67.0%～88.8%）。可比的只有一家，不作比较。"
        "总数都是全部承办件。"
    )
    assert len(said) == 1


def test_nobody_is_called_worst_and_nobody_is_ranked(open_page):
    html = open_page("brief").html
    assert not any(word in html for word in ("最差", "落后", "优秀", "第1名", "排名第"))


def test_where_nobody_lies_beyond_a_limit_the_brief_says_so(open_page):
    html = open_page("brief", year=(2011, 2026)).html
    assert re.search("可判断的\\d项中，没有一项落在下界之外。", html)


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

def test_the_pdf_is_one_page_of_a4_with_its_font_inside_and_the_words_of_the_sheet(files):
    for state in ({}, {"year": (2018, 2026)}, {"year": (2004, 2007)}, {"lang": "en"}, {"satisfaction_counted": "unsaid"}, {"province": ["500000"]}):
        page, pdf, _ = files(**state)
        reader = pypdf.PdfReader(io.BytesIO(pdf))
        assert len(reader.pages) == 1
        assert (round(float(reader.pages[0].mediabox.width) / 72 * 25.4), round(float(reader.pages[0].mediabox.height) / 72 * 25.4)) == (210, 297)
        fonts = [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]
        used = [font for font in fonts if "HandlingSansSC" in font["/BaseFont"]]
        assert used
        assert all("/FontFile2" in font["/FontDescriptor"] for font in used)
        text = squeezed(reader.pages[0].extract_text())
        for sentence in lxml.html.fragment_fromstring(f"<div>{page.html}</div>").findall(".//li"):
            assert squeezed(sentence.text_content()) in text


def test_the_charts_and_table_on_paper_hold_the_numbers_of_the_sheet(files):
    page, pdf, word = files()
    text = squeezed(pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text())
    for chart in page.charts:
        for name in chart["layout"]["yaxis"]["ticktext"]:
            assert squeezed(name) in text
    for count in ("427/453", "81/81", "1,178", "1,284", "合并95.7%", "91.7%～96.1%"):
        assert count in text
    table = docx.Document(io.BytesIO(word)).tables[0]
    assert [cell.text for cell in table.rows[1].cells] == [
        "福州市人民代表大会常务委员会", "2011", "代表建议", "427", "453", "94.3%", "91.7%～96.1%", "相近", "〔2〕",
    ]  # fmt: skip
    sheet = lxml.html.fragment_fromstring(f"<div>{page.html}</div>").find(".//table")
    shown = [[cell.text_content() for cell in row] for row in sheet.findall(".//tr")]
    assert shown == [[cell.text for cell in row.cells] for row in table.rows]


def test_word_has_both_charts_as_pictures_with_their_text(files):
    _, _, word = files()
    document = docx.Document(io.BytesIO(word))
    pictures = [Image.open(io.BytesIO(document.part.related_parts[shape._inline.graphic.graphicData.pic.blipFill.blip.embed].blob))
                for shape in document.inline_shapes]  # fmt: skip
    assert len(pictures) == 2
    assert all(len(set(picture.convert("RGB").resize((300, 90)).get_flattened_data())) > 50 for picture in pictures), "drawn, not blank"
    assert [shape._inline.docPr.get("descr").partition("　")[0] for shape in document.inline_shapes] == ["图1", "图2"]


def test_every_number_of_the_sheet_names_its_source(files):
    page, _, _ = files()
    drawn = "".join(name for chart in page.charts for name in chart["layout"]["yaxis"]["ticktext"])
    cited = set(re.findall(r"〔\d+〕", page.html.partition("<h2>来源</h2>")[0] + drawn))
    listed = set(re.findall(r"<p>(〔\d+〕)", page.html.partition("<h2>来源</h2>")[2]))
    assert cited == listed
    assert len(listed) >= 7


def test_a_rate_is_drawn_where_it_stands_on_the_axis():
    charts = Charts(rates=(Rate(name="甲", rate=0.95, low=0.92, high=0.97, counts="95/100", verdict="similar"),), starts=0.9, pooled=0.95, pooled_said="合并")
    drawn = brief_charts.rates(charts, 400)
    ticks = {shape.text: shape.x for shape in drawn.shapes if isinstance(shape, Words) and shape.text.endswith("%")}
    dot = next(shape for shape in drawn.shapes if isinstance(shape, Shape))
    assert dot.corners[0][0] == pytest.approx((ticks["90%"] + ticks["100%"]) / 2)
    line = next(shape for shape in drawn.shapes if isinstance(shape, Line) and shape.width == 0.9)
    assert (line.x1 - ticks["90%"]) / (ticks["100%"] - ticks["90%"]) == pytest.approx(0.2)
    assert (line.x2 - ticks["90%"]) / (ticks["100%"] - ticks["90%"]) == pytest.approx(0.7)


def test_a_bar_is_as_long_as_its_share():
    classes = (("#123F66", "采纳"), ("#1E7F8C", "计划"), ("#C28A24", "参考"), ("", "未公布"))
    charts = Charts(outcomes=(Outcome(name="乙", counts=(60, 30, 10, 0), total=100),), classes=classes)
    boxes = [shape for shape in brief_charts.outcomes(charts, 400).shapes if isinstance(shape, Shape)][4:]
    lengths = [max(x for x, _ in shape.corners) - min(x for x, _ in shape.corners) + 0.7 for shape in boxes]
    assert [length / sum(lengths) for length in lengths] == pytest.approx([0.6, 0.3, 0.1])


def test_a_rare_character_is_set_in_another_font_and_a_tag_is_text(made):
    text = pypdf.PdfReader(io.BytesIO(to_pdf(replace(made, title="䶮县<b>&“报告”")))).pages[0].extract_text()
    assert "县<b>&" in text


def test_a_brief_that_is_far_too_long_gives_up_rows_of_its_table_and_stays_one_page(made):
    rows = tuple((f"单位{n}", str(n)) for n in range(200))
    long = replace(made, tables=(replace(made.tables[0], rows=rows),))
    reader = pypdf.PdfReader(io.BytesIO(to_pdf(long)))
    assert len(reader.pages) == 1
    assert "单位5" in reader.pages[0].extract_text()


def test_every_number_of_the_brief_leads_to_its_figure_or_to_what_was_pooled(open_page):
    html = open_page("brief").html
    where = "satisfaction?satisfaction_counted=broad&amp;satisfaction_spoken=plain&amp;open_satisfaction_intervals=1"
    assert f'<a href="{where}">582/608</a>件满意和基本满意' in html
    assert '<a href="overview?open_overview_periods=1">7,915/11,576</a>件' in html
    assert re.search(r'天津市政府2019年为 <a href="sources\?figure=\w{16}">1,882/2,276</a>件', html)
    rows = html[html.index("附表") :].partition("</table>")[0].split("<tr>")[2:]
    assert len(rows) == 3
    for row in rows:
        assert len(re.findall(r'<td class=n><a href="sources\?figure=\w{16}(?:~\w{16})*">[\d,.]+%?(?:〔文〕)?</a>', row)) == 3
    page = open_page("overview", open_overview_periods=True)
    panel = next(panel for panel in page.app.session_state[view._PANELS] if panel.key == "overview.periods")
    assert (panel.rows["adopted_count"].sum(), panel.rows["total_count"].sum(), len(panel.rows)) == (7915, 11576, 33)


def test_links_are_for_the_screen_alone(made):
    marked = replace(made, sentences=(("总体。", f"2份合并 {linked('3/4', 'satisfaction?a=1')}件。"),))
    assert parts(marked.sentences[0][1]) == [("2份合并 ", ""), ("3/4", "satisfaction?a=1"), ("件。", "")]
    assert "2份合并3/4件。" in squeezed(pypdf.PdfReader(io.BytesIO(to_pdf(marked))).pages[0].extract_text())
    assert "1. 总体。2份合并 3/4件。" in [paragraph.text for paragraph in docx.Document(io.BytesIO(to_docx(marked))).paragraphs]


def test_what_is_not_pooled_is_named_with_its_reason(open_county):
    html = open_county("brief").said
    assert "没有并入的有10项。</b>已含在同一地区政府、政协或人大的合计里（全部或一部分）10项：崇阳县交通运输局2024、崇阳县住建局2024等。" in html
    assert "1项同口径的满意率（含基本满意）（出自1份报告）合并，241/248件满意和基本满意，97.2%" in html


def test_the_table_says_which_of_the_pooled_rates_it_lists(open_county):
    html = open_county("brief", unit_kind=["bureau"]).said
    assert "附表　图1各项的件数、比例、区间和出处（合并的10项中列出20件以上、件数最多的5项；5项不足20件，全部见“满意度”页）" in html
    assert "没有并入的" not in html
    assert "报告均为各单位自行公布" not in html


def test_two_rows_of_one_unit_say_what_they_are_of():
    rows = pd.DataFrame([
        {"short_name": name, "year": 2024, "instrument": instrument, "level": "", "role": "", "reason_not": why, "comparable": not why}
        for name, instrument, why in (("甲县政府", "proposal", ""), ("甲县政府", "suggestion", "other_base"), ("乙局", "combined", "rate_only"))
    ])  # fmt: skip
    assert brief._apart(rows) == ["（政协提案）", "（代表建议）", ""]
    ((about, said),) = judged_words.not_pooled(rows.assign(apart=brief._apart(rows)))
    assert about == "没有并入的有2项。"
    assert said == "总数的口径不同1项：甲县政府2024（代表建议）；只有比率，没有件数1项：乙局2024。"
