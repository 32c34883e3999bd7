"""单位: one unit's whole record, with its topics, findings and items."""

import lxml.html
import pandas as pd
import pytest

from dashboard.matrix import years
from tests.pages import rendering
from tests.pages.rendering import from_csv, made, matrix, panels_of


def test_the_years_table_links_every_number_and_names_what_is_missing(open_page):
    html = open_page("unit").html  # the fullest record: 重庆市人民政府
    table = html.split('class="tb matrix"')[1].split("</table>")[0]
    row = next(row for row in table.split("<tr>") if row.startswith('<th scope="row">办结件数'))
    cells = row.split("<td")[1:]
    assert ["未公布" in cell for cell in cells] == [True, True, True, False, False, True]  # 2018 … 2021, 2023, 2024
    assert ">1,208</a>" in cells[4]
    assert 'href="sources?figure=' in cells[4]


def test_several_figures_of_one_cell_stand_in_lines_of_their_own_with_the_reports_words():
    row = {"measure": "on_time_rate", "category": "", "qualifier": "", "instrument": "proposal", "level": "", "role": "", "year": 2024, "scale": "percent",
           "value": 100.0, "counts_said": "没有件数", "is_chosen": None, "carried": False, "figure_id": "F1"}  # fmt: skip
    rows = pd.DataFrame([{**row, "label": "", "basis": "implied"}, {**row, "label": "按期答复率", "basis": "stated", "figure_id": "F2"}])
    (_, cell) = lxml.html.fromstring(years(rows)).xpath("//tbody/tr/th | //tbody/tr/td")
    assert "\n".join(rendering._lines(cell)) == "100%〔文〕\n没有件数\n100% 按期答复率\n没有件数"
    (_, alone) = lxml.html.fromstring(years(rows.tail(1))).xpath("//tbody/tr/th | //tbody/tr/td")
    assert rendering._lines(alone) == ["100%", "没有件数"]


def test_the_findings_of_the_unit_stand_in_its_record(open_page):
    html = open_page("unit", record="330200:宁波市人民政府").html
    assert "核查提示 3 条" in html
    assert "148+364+66+10=588件，差3件" in html


@pytest.mark.parametrize("unit", ["110000:北京市人民政府", "440000:广东省人民政府", "330200:宁波市人民政府"])
def test_the_list_of_reports_counts_the_findings_that_the_list_of_findings_holds(open_page, unit):
    page = open_page("unit", record=unit)  # in the report of the first two all findings are about other units
    rows = {panel.key: panel.rows for panel in panels_of(page)}
    listed = rows["unit.findings"]["report_id"].value_counts().to_dict() if "unit.findings" in rows else {}
    counted = rows["unit.reports"].set_index("report_id")["finding_count"]
    assert {report: int(n) for report, n in counted.items() if n} == listed
    assert bool(listed) == unit.startswith("33")


def test_the_topics_of_the_unit_stand_under_the_pooled_shares(open_page):
    page = open_page("unit", record="530100:昆明市人民政府")
    heatmap = page.charts[-1]
    assert heatmap["layout"]["yaxis"]["ticktext"] == ["合并占比", "昆明市政府 2022"]


def test_the_items_that_a_report_names_stand_in_the_record_of_its_unit(open_page):
    assert "关于抢抓氢能风口，发展氢能产业的建议" in open_page("unit", record="370306:周村区发展和改革局").html


def test_tables_are_numbered_without_gaps(open_page):
    html = open_page("unit", record="330200:宁波市人民政府").html
    assert [f"<i>表{n}</i>" in html for n in range(1, 6)] == [True, True, True, True, False]


def test_items_of_an_earlier_year_that_are_sorted_again_are_not_shown_as_that_years(open_page):
    page = open_page("unit", record="530114:呈贡区人民政府")  # its report for 2020: of 23 B items of 2019 16 are solved by now, 69.6%
    cells = matrix(page, "指标")
    carried = {words for (name, year), lines in cells.items() if year == "2019" for words in lines if "〔结转〕" in words}
    assert {"23〔结转〕", "16〔结转〕", "69.6%〔结转〕"} == carried
    assert not any("〔结转〕" in words for (name, year), lines in cells.items() if year == "2020" for words in lines)
    assert "〔结转〕 以前年度的件，在后一年的报告里再次分类，不是当年的办理结果" in page.html
    heads, *rows = from_csv(made(page, next(panel for panel in panels_of(page) if panel.key == "unit.figures")))
    assert sorted(row[heads.index("数值")] for row in rows if row[heads.index("结转件")] == "〔结转〕") == ["16", "23", "69.6"]


def test_last_years_result_beside_this_years_is_not_taken_for_items_carried_over(open_page):
    # 来宾市's report for 2019 gives the classes of 2018: 190+55 = 245, all that were received in that year.
    page = open_page("unit", record="451300:来宾市人民代表大会常务委员会")
    assert any("190" in words for (_, year), lines in matrix(page, "指标").items() if year == "2018" for words in lines)
    assert "〔结转〕" not in page.html


def test_a_measure_has_one_name_and_the_reports_own_word_stands_in_its_row(open_page):
    html = open_page("unit", record="371122:莒县交通局", open_unit_rates=True).html
    row = next(row for row in html.split("<tr>") if row.startswith("<td>见面率</td>"))
    assert "<td>面办率</td>" in row
    assert "见面沟通率" not in html
    assert "按期办结率" not in open_page("unit").html  # 重庆市人民政府
