"""A figure that words imply (全部按期办结 → 100%) is never taken for one that the report prints: tables, cards, citations, extracts."""

import re

import pandas as pd
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
    told = {unit: lines[0] for (rate, unit), lines in cells.items() if rate.startswith("按期办结率") and lines[0] != "未公布"}
    assert told == {"北京市人民政府": "100%〔文〕", "重庆市人民政府": "100%"}


def test_an_extract_says_the_basis_of_every_value_and_rate(open_page):
    page = open_page("unit", record=BEIJING)
    panels = {panel.key: panel for panel in panels_of(page)}
    heads, *rows = from_csv(made(page, panels["unit.figures"]))
    implied = [row[heads.index("指标")] for row in rows if row[heads.index("依据")] == "由文字推出"]
    assert implied == ["按期率"]
    assert {row[heads.index("依据")] for row in rows} == {"由文字推出", "原文写明"}
    heads, *rows = from_csv(made(page, panels["unit.rates"]))
    assert ["100", "由文字推出"] in [[row[heads.index("报告所写")].partition(".")[0], row[heads.index("报告所写的依据")]] for row in rows]


def test_the_card_and_the_citation_of_a_figure_say_it(open_page, monkeypatch):
    said = {}
    monkeypatch.setattr(figure_tools, "show", lambda name, citation, *rest: said.update({name: citation}))
    html = open_page("sources", query={"figure": "6b39a2f611458a38"}).html
    assert re.search(r"<dt>依据</dt><dd>由文字推出", html)
    assert f">100%</a>{MARK}" in html
    assert "依据：由文字推出" in said["card"].split("\n")
