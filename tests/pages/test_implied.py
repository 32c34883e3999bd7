"""A figure that words imply (全部按期办结 → 100%) is never taken for one that the report prints: tables, cards, citations, extracts."""

import io
import re

import docx
import pandas as pd
import pypdf
import pytest

from dashboard import figure_tools, tables, warehouse
from handling.model import Filters
from tests.pages.rendering import from_csv, made, matrix, panels_of

MARK = '<small class="by-words" title="由文字推出，报告没有写数字">〔文〕</small>'
KEY = '<div class="key"><span>〔文〕 由文字推出，报告没有写数字</span></div>'
BEIJING, CHONGQING = "110000:北京市人民政府", "500000:重庆市人民政府"  # on time: 100% implied by words in 2022; 99.4% stated in 2021


@pytest.mark.parametrize(("column", "basis"), [("value", "basis"), ("printed_pct", "printed_pct_basis"), ("on_time_pct", "on_time_pct_basis")])
def test_only_a_number_that_words_imply_carries_the_mark(published, column, basis):
    row = {column: 100.0, "scale": "percent", "figure_id": "F1", f"{column}_figure": "F1"}
    assert tables.cell(column, {**row, basis: "implied"}) == tables.cell(column, {**row, basis: "stated"}).replace("</a>", f"</a>{MARK}")
    assert "〔文〕" not in tables.cell(column, {**row, basis: None})
    assert "〔文〕" not in tables.cell(column, {**row, column: None, basis: "implied"})


def test_the_mark_is_explained_only_where_it_stands(published):
    rows = pd.DataFrame([{"value": 100.0, "scale": "percent", "basis": "implied"}, {"value": 3.0, "scale": "count", "basis": "stated"}])
    assert tables.html_table(rows, ["value"]).endswith(KEY)
    assert KEY not in tables.html_table(rows[1:], ["value"])
    assert KEY not in tables.html_table(rows, ["scale"])


@pytest.mark.parametrize("question", ["satisfaction/rates", "unit/rates", "compare/all_rates", "compare/rates", "adoption/outcomes"])
def test_the_basis_of_every_rate_that_ships_is_that_of_its_figure(published, question):
    kinds = {"satisfaction/rates": {"kind": "satisfaction_rate.strict"}, "compare/rates": {"kinds": ("on_time_rate",)}}.get(question, {})
    rows = warehouse.ask(question, Filters(), **kinds)
    assert rows["printed_pct_basis"].notna().tolist() == rows["printed_pct"].notna().tolist()
    assert set(rows["printed_pct_basis"].dropna()) == {"stated", "implied"} or question == "satisfaction/rates"


def test_the_record_of_a_unit_marks_it_in_every_table(open_page):
    html = open_page("unit", record=BEIJING).html
    assert len(re.findall(rf'href="sources\?figure=6b39a2f611458a38">100%</a>{re.escape(MARK)}', html)) == 2  # over the years, and in the full list
    assert html.count(KEY) == 3  # and above the chart of rates
    chart = open_page("unit", record=BEIJING).charts[0]
    assert any("100.0%〔文〕" in note["text"] for note in chart["layout"]["annotations"])


def test_a_stated_rate_of_another_unit_bears_none(open_page):
    cells = matrix(open_page("compare", compare_units=[BEIJING, CHONGQING]), "比率与口径")
    told = {unit: lines[0] for (rate, unit), lines in cells.items() if rate.startswith("按期率") and lines[0] != "未公布"}
    assert told == {"北京市人民政府": "100%〔文〕", "重庆市人民政府": "100%"}


def test_an_extract_says_the_basis_of_every_value_and_rate(open_page):
    page = open_page("unit", record=BEIJING)
    panels = {panel.key: panel for panel in panels_of(page)}
    heads, *rows = from_csv(made(page, panels["unit.figures"]))
    implied = [row[heads.index("指标")] for row in rows if row[heads.index("依据")] == "由文字推出"]
    assert implied == ["按期率"]
    assert {row[heads.index("依据")] for row in rows} == {"由文字推出", "原文写明"}
    heads, *rows = from_csv(made(page, panels["unit.rates"]))
    assert ["100", "由文字推出"] in [[row[heads.index("报告所写（%）")].partition(".")[0], row[heads.index("报告所写的依据")]] for row in rows]


def test_the_card_and_the_citation_of_a_figure_say_it(open_page, monkeypatch):
    said = {}
    monkeypatch.setattr(figure_tools, "show", lambda name, citation, *rest: said.update({name: citation}))
    html = open_page("sources", query={"figure": "6b39a2f611458a38"}).html
    assert re.search(r"<dt>依据</dt><dd>由文字推出", html)
    assert f">100%</a>{MARK}" in html
    assert "依据：由文字推出" in said["card"].split("\n")


def row_of(html, *words):
    return next(row for row in html.split("<tr") if all(word in row for word in words))


def test_a_count_that_words_imply_carries_the_mark_and_a_stated_zero_does_not(open_page):
    rows = warehouse.ask("adoption/outcomes", Filters()).set_index("unit_label")
    assert rows.loc["玉溪市文化和旅游局", "deferred_count_basis"] == "implied"  # 无C类件
    html = open_page("adoption", unit=["530400:玉溪市文化和旅游局"], open_adoption_bars=True).html
    mark = '<small class="by-words" title="由文字推出，或含由文字推出的数，报告没有写">〔文〕</small>'
    assert re.search(rf'">0</a>{re.escape(mark)}', row_of(html, "玉溪市文化和旅游局", ">15</a>"))
    assert "〔文〕 由文字推出，或含由文字推出的数，报告没有写" in html
    zeros = rows[(rows["deferred_count"] == 0) & (rows["deferred_count_basis"] == "stated")]
    assert len(zeros)
    assert tables.mark_of("deferred_count", zeros.iloc[0].to_dict()) == ""


def test_a_base_that_is_a_sum_with_an_implied_part_says_so_where_the_count_over_it_does_not(open_page):
    html = open_page("satisfaction", satisfaction_counted="strict", open_satisfaction_intervals=True).html  # 鄂州市 2020: 70/(70+4+0), the 0 implied
    row = row_of(html, "鄂州市人民政府", "70/(70+4+0)")
    assert re.search(r'">70</a></td>', row)
    assert re.search(r'">74</a><small class="by-words"[^>]*>〔文〕</small></td>', row)


def test_a_count_worked_back_from_a_rate_is_told_from_one_worked_back_from_words_and_from_a_computed_rate(open_page):
    html = open_page("adoption", adoption_instrument="combined").html
    by_rate, by_words = row_of(html, "宁乡县卫生局", "81.8%"), row_of(html, "芝罘区工业和信息化局", "100%")
    assert re.search(r'>9</a><small class="by-words" title="推算的件数：报告只写比率，件数由比率与总数反推">◇</small>', by_rate)
    assert re.search(r'>6</a><small class="by-words" title="推算的件数：由文字推出的比率与总数反推">◇〔文〕</small>', by_words)
    assert "件数后的 ◇ 是推算的件数：报告没有写，由比率与总数反推" in html
    assert "推算的比率" not in html
    strict = open_page("satisfaction", satisfaction_counted="strict", open_satisfaction_intervals=True).html
    assert "比率旁的 ◇ 是推算的比率：报告没有写，由写明的件数算得" in strict


def test_an_extract_says_how_every_count_is_known(open_page):
    page = open_page("satisfaction", satisfaction_counted="strict")
    panel = next(panel for panel in panels_of(page) if panel.key == "satisfaction.intervals")
    heads, *rows = from_csv(made(page, panel))
    known = {row[heads.index("单位")]: (row[heads.index("件数的依据")], row[heads.index("总数的依据")]) for row in rows}
    assert known["鄂州市人民政府"] == ("原文写明", "由文字推出")
    assert known["巴中市人民代表大会常务委员会"] == ("由文字推出的比率反推", "原文写明")
    listed = next(panel for panel in panels_of(page) if panel.key == "satisfaction.others")  # rates over items led, made of added counts, stand there
    heads, *rows = from_csv(made(page, listed))
    assert "写明的数相加" in {row[heads.index("总数的依据")] for row in rows}


def test_the_record_of_a_unit_says_of_each_rate_whether_it_is_printed_implied_or_computed(open_page):
    page = open_page("unit", record=BEIJING)
    heads, *rows = from_csv(made(page, next(panel for panel in panels_of(page) if panel.key == "unit.rates")))
    column = heads.index("比例的依据")
    assert {row[column] for row in rows} <= {"原文写明", "由文字推出", "由件数算得"}
    assert [row[column] for row in rows if row[heads.index("报告所写的依据")] == "由文字推出"] == ["由文字推出"]


def test_the_brief_marks_implied_counts_on_screen_and_in_both_files(open_page, buttons):
    html = open_page("brief", satisfaction_counted="strict", unit=["420700:鄂州市人民政府"]).html
    text = re.sub(r"\s", "", pypdf.PdfReader(io.BytesIO(buttons["brief_pdf"]())).pages[0].extract_text())
    word = docx.Document(io.BytesIO(buttons["brief_docx"]()))
    cells = [cell.text for row in word.tables[0].rows for cell in row.cells]
    said = "〔文〕 由文字推出，或含由文字推出的数，报告没有写"
    assert ">74〔文〕</a>" in html
    assert said in html
    assert "70/74〔文〕" in text
    assert re.sub(r"\s", "", said) in text
    assert "74〔文〕" in cells
    assert said in [paragraph.text for paragraph in word.paragraphs]
    assert "〔文〕" not in open_page("brief", satisfaction_counted="strict", unit=["370181:章丘区人民政府"]).html
