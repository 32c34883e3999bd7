"""数据核查: the known answers are there, with both numbers, and every finding can be worked out again."""

import csv
import io
import re

import plotly.graph_objects as go
import pytest

from dashboard import badges, findings, tables
from handling import export, store
from handling.query import Warehouse


def test_the_sum_of_ningbo_2011_is_told_with_both_numbers(open_page):
    assert "总数591件，办理结果各类相加148+364+66+10=588件，差3件，不符" in open_page("audit").html


def test_a_share_balanced_to_100_is_told_as_no_slip(open_page):
    assert "13件、占5.7%；13÷226=5.75%，各类占比凑成100%，不算不符" in open_page("audit").html


def test_the_base_that_a_percentage_fits_is_named(open_page):
    assert "满意率99.12%，用总数115件凑不出整数，用“会议期间”114件可以（113/114）" in open_page("audit").html


def test_a_severity_leaves_its_findings_alone(open_page):
    html = open_page("audit", audit_severity="error").html
    assert "<h2><i>表1</i>7 个发现</h2>" in html
    assert "99.12%" not in html


def test_a_kind_leaves_its_findings_alone(open_page):
    html = open_page("audit", audit_kind=["overlap"]).html
    assert "<h2><i>表1</i>4 个发现</h2>" in html
    assert "各类有交叉或包含" in html


def finding_of(published, unit, kind):
    warehouse = Warehouse(published)
    rows = warehouse.ask("audit/findings", severities=None, finding_kinds=(kind,))
    warehouse.close()
    return rows[rows["short_name"] == unit].iloc[0]


def open_finding(open_page, published, unit, kind):
    return open_page("audit", query={"finding": finding_of(published, unit, kind)["finding_id"]})


def test_a_dead_link_to_a_finding_is_told_and_no_other_case_opens(open_page):
    page = open_page("audit", query={"finding": "xxxx"})
    assert "当前筛选下没有编号为“xxxx”的发现" in page.html
    assert page.charts == []
    assert '<tr class="on">' not in page.html
    assert "<i>表1</i>" in page.html
    assert "涉及的数字" not in page.html


def test_a_finding_that_the_switches_hide_is_told_of_too(open_page, published):
    id = finding_of(published, "宁波市政府", "classes_total")["finding_id"]
    assert f"没有编号为“{id}”的发现" in open_page("audit", query={"finding": id}, audit_severity="note").html
    assert "没有编号为" not in open_page("audit", query={"finding": id}).html


def test_the_worked_sum_stacks_the_parts_over_the_printed_total(open_page, published):
    page = open_finding(open_page, published, "宁波市政府", "classes_total")
    (chart,) = page.charts
    go.Figure(chart)
    assert chart["data"][0]["x"] == [148, 364, 66, 10]
    assert chart["data"][1]["x"] == [591]
    assert (chart["layout"]["shapes"][0]["x0"], chart["layout"]["shapes"][0]["x1"]) == (588, 591)
    assert "<b>差 3</b>" in [note["text"] for note in chart["layout"]["annotations"]]


def test_each_share_is_worked_out_over_either_total(open_page, published):
    html = open_finding(open_page, published, "宁波市政府", "classes_total").html
    assert "25.17% 相符" in html
    assert "25.04% 不符" in html


def test_a_percentage_is_tried_over_every_base(open_page, published):
    finding = finding_of(published, "呈贡区政府", "base")
    figures = findings.figures_of(finding)
    tried = findings.bases_of(finding, figures)
    assert tried[["base_count", "x_count", "result"]].to_dict("records") == [
        {"base_count": 115, "x_count": 114, "result": "99.13%"}, {"base_count": 114, "x_count": 113, "result": "99.12%"}]  # fmt: skip
    values = figures.set_index("figure_id")["value"]
    assert values[tried["base_count_figure"].dropna()].tolist() == [115, 114]
    assert values[tried["printed_share_pct_figure"]].tolist() == [99.12, 99.12]
    assert tried["x_count_figure"].isna().all(), "computed numbers open nothing"


def test_a_count_is_worked_out_over_either_base_as_its_sentence_says(open_page, published):
    finding = finding_of(published, "重庆市政府", "counted_base")
    tried = findings.bases_of(finding, findings.figures_of(finding))
    assert tried[["base_count", "x_count", "result", "agrees"]].to_numpy().tolist() == [[1210, 993, "82.07%", "不符"], [994, 993, "99.90%", "相符"]]
    html = open_finding(open_page, published, "重庆市政府", "counted_base").html
    said = re.search(r"99\.9%，件数是993件：993÷994=99\.90%（报告没有写明的994件），相符；993÷1210=82\.07%（\w*1210件），不相符。", html)
    assert said, "as the table beside it"


def test_the_extract_has_the_columns_of_the_command(open_page, published):
    warehouse = Warehouse(published)
    rows = findings.said(warehouse.ask("audit/findings", severities=None, finding_kinds=None))
    warehouse.close()
    columns = ("report", "unit", "region", "year", "kind_name", "severity", "printed", "computed", "base", "finding_sentence")
    read = list(csv.DictReader(io.StringIO(export.to_csv(tables.readable(rows, columns), header="").decode("utf-8-sig"))))
    assert len(read) == len(rows)
    ningbo = next(row for row in read if row["单位"] == "宁波市人民政府" and row["核查"] == "分类合计不符")
    assert [ningbo[key] for key in ("年份", "程度", "报告所写", "算得", "基数")] == ["2011", "不符", "591", "588", "588"]
    assert (ningbo["“报告所写”的单位"], ningbo["“算得”的单位"]) == ("件数", "件数")
    chenggong = next(row for row in read if row["单位"] == "呈贡区人民政府" and row["报告所写"] == "99.12")
    assert (chenggong["“报告所写”的单位"], chenggong["“算得”的单位"]) == ("百分比", "")
    assert all(row["“报告所写”的单位"] for row in read if row["报告所写"]), "no number without its unit"


def test_a_report_with_a_finding_carries_its_badge_wherever_it_is_listed(open_page):
    html = open_page("topics").html
    row = next(row for row in html.split("<tr") if "河南省工业和信息化厅" in row)
    assert ">ⓘ</a>" in row, "classes that overlap are explained, no contradiction"
    assert "77+61+34+43+38=253件" in row


def test_only_a_contradiction_is_marked_as_one(open_page):
    known = open_page("adoption") and badges._known()
    graves = {sign: {badge.grave for badge in known.values() if badges._sign(badge) == sign} for sign in ("※", "ⓘ")}
    assert graves == {"※": {True}, "ⓘ": {False}}
    assert badges.of("figure", "none of that name") == ""


def test_what_the_mark_means_is_told_only_where_one_stands(open_page):
    said = "※ 报告里的数字互相对不上"
    assert said in open_page("adoption").html  # 宁波 2011: 588 is not 591
    page = open_page("adoption", province=["530000"])
    assert "※" not in "".join(name for chart in page.charts for name in chart["layout"]["yaxis"]["ticktext"])
    assert said not in page.html


MISREAD = "青禾县人民政府关于2023年县政协提案办理情况的报告\n\n2023年，县政府共承办县政协提案100件。至年底，县政府共承办县政协提案97件。\n"
SAID = "读到青禾县人民政府2023年县区级政协提案承办，一处是97件，一处是100件，对不上。也可能是读取有误（两处说的可能不是同一批件），请看原句核对。"


@pytest.fixture(scope="module")
def misread(tmp_path_factory):
    """A home with one report two of whose numbers may be misread, beside the shipped ones."""
    home = tmp_path_factory.mktemp("misread")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HANDLING_HOME", str(home))
        store.build()
        assert [file.code for file in store.import_files([("青禾县.txt", MISREAD.encode())]).imported] == ["imported"]
    return home


@pytest.fixture
def open_misread(open_page, misread, monkeypatch):
    monkeypatch.setenv("HANDLING_HOME", str(misread))
    return open_page


def test_a_finding_that_a_misreading_may_have_made_has_a_severity_of_its_own_and_accuses_nobody(open_misread):
    html = open_misread("audit", audit_severity="unsure").html
    assert "<h2><i>表1</i>1 个发现</h2>" in html
    assert SAID in html
    assert "读数待核" in html
    assert SAID not in open_misread("audit", audit_severity="warning").html
    assert "It may also be a misreading (the two places may not speak of the same items)" in open_misread("audit", lang="en", audit_severity="unsure").html


def test_its_file_tells_the_severity_and_the_reason(open_misread):
    open_misread("audit")
    warehouse = Warehouse(store.ready())
    found = findings.said(warehouse.ask("audit/findings", severities=None, finding_kinds=None))
    warehouse.close()
    assert found["severity"].drop_duplicates().tolist() == ["error", "warning", "unsure", "note"], "the gravest first"
    read = list(csv.DictReader(io.StringIO(export.to_csv(tables.readable(found, findings.CSV), header="").decode("utf-8-sig"))))
    assert [(row["程度"], row["可能读错的原因"]) for row in read if row["可能读错的原因"]] == [("读数待核", "两处说的可能不是同一批件")]


def test_its_badge_is_neither_that_of_a_contradiction_nor_of_an_explanation(open_misread):
    assert open_misread("audit").charts, "the data are open"
    signs = {badges._sign(badge): badge.grave for badge in badges._known().values()}
    assert signs == {"※": True, "？": False, "ⓘ": False}
    said = {badge.said.split("\n")[0] for badge in badges._known().values() if badges._sign(badge) == "？"}
    assert said == {SAID}


def test_the_brief_says_it_as_the_page_does(open_misread):
    warehouse = Warehouse(store.ready())
    (unit,) = warehouse.ask("audit/findings", severities=("unsure",), finding_kinds=None)["unit_id"]
    warehouse.close()
    assert SAID in open_misread("brief", unit=[unit]).html


def test_the_page_reads_in_english(open_page):
    html = open_page("audit", lang="en").html
    assert "the classes of outcome make 148+364+66+10 = 588, 3 apart" in html


def test_a_unit_is_called_by_its_whole_name_in_the_list_as_in_every_table(open_page):
    whose = re.findall(r'<td class="whose"><a href="unit[^"]*">([^<]+)</a>', open_page("audit").html)
    assert "深圳市人民政府" in whose
    assert [name for name in whose if re.search("人大常委会$|[省市县区州]政府$|人社$", name)] == []
