"""单位: one unit's whole record, with its topics, findings and items."""


def test_the_years_table_links_every_number_and_names_what_is_missing(open_page):
    html = open_page("unit").html  # the fullest record: 重庆市人民政府
    table = html.split('class="tb matrix"')[1].split("</table>")[0]
    row = next(row for row in table.split("<tr>") if row.startswith('<th scope="row">办结件数'))
    cells = row.split("<td")[1:]
    assert ["未公布" in cell for cell in cells] == [True, True, True, False, False, True]  # 2018 … 2021, 2023, 2024
    assert ">1,208</a>" in cells[4]
    assert 'href="sources?figure=' in cells[4]


def test_the_findings_of_the_unit_stand_in_its_record(open_page):
    html = open_page("unit", record="330200:宁波市人民政府").html
    assert "核查提示 3 条" in html
    assert "148+364+66+10=588件，差3件" in html


def test_the_topics_of_the_unit_stand_under_the_pooled_shares(open_page):
    page = open_page("unit", record="530100:昆明市人民政府")
    heatmap = page.charts[-1]
    assert heatmap["layout"]["yaxis"]["ticktext"] == ["合并占比", "昆明市政府 2022"]


def test_the_items_that_a_report_names_stand_in_the_record_of_its_unit(open_page):
    assert "关于抢抓氢能风口，发展氢能产业的建议" in open_page("unit", record="370306:周村区发展和改革局").html


def test_tables_are_numbered_without_gaps(open_page):
    html = open_page("unit", record="330200:宁波市人民政府").html
    assert [f"<i>表{n}</i>" in html for n in range(1, 6)] == [True, True, True, True, False]
