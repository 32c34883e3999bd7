"""Mentions and a head give figures: unit, region, level, year, and each statement once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from handling.derive.placing import placed
from handling.model import Document, Figure, Head, Mention, Span
from handling.normalise import level_of, normalise, report_of, unit_and_region
from handling.read import read
from handling.reading import read_report

COUNTY = Head(
    unit="青禾县人民政府", region="青禾县", region_level="county", kind="government", year=2023, instrument="proposal", level="county"
)  # fmt: skip
BUREAU = Head(
    unit="楚雄市发展和改革局", region="楚雄市", region_level="county", kind="bureau", year=2022, instrument="combined"
)  # fmt: skip
CITY = Head(unit="连云港市人民政府", region="连云港市", region_level="prefectural", kind="hotline", year=2017, month=4, instrument="hotline")
DISTRICT = Head(unit="朝阳区人民政府", region="朝阳区", within="北京市", region_level="county", kind="government", year=2020, level="county")
TEXT = "县政协提案162件，满意率98.8%，另有162件提案和区住房和城乡建设局38件。"


def document(text: str = TEXT, name: str = "报告.txt") -> Document:
    return read(data=text.encode(), name=name)


def mention(value: float = 162, start: int = 0, **facts: Any) -> Mention:
    given: dict[str, Any] = {"measure": "received", "scale": "count", "rule": "test", "evidence": Span(start=0, end=20)}
    return Mention(value=value, number=Span(start=start, end=start + 3), **{**given, **facts})


def only(head: Head, **facts: Any) -> Figure:
    (figure,) = figures_of(head, [mention(**facts)])
    return figure


def figures_of(head: Head, mentions: list[Mention]) -> list[Figure]:
    return [figure for figure, _ in normalise(document(), head, mentions)]


@pytest.mark.parametrize(
    ("words", "head", "unit", "region"),
    [
        ("", COUNTY, "青禾县人民政府", "青禾县"),
        ("县政协", COUNTY, "政协青禾县委员会", "青禾县"),
        ("人大常委会", COUNTY, "青禾县人民代表大会常务委员会", "青禾县"),
        ("县政府系统", COUNTY, "青禾县人民政府", "青禾县"),
        ("县政府办公室", COUNTY, "青禾县政府办公室", "青禾县"),
        ("区住建局", DISTRICT, "朝阳区住建局", "朝阳区"),
        ("县水务局", COUNTY, "青禾县水务局", "青禾县"),
        ("杏坛街道办事处", COUNTY, "青禾县杏坛街道办事处", "青禾县"),
        ("石榴坪乡人民政府", COUNTY, "青禾县石榴坪乡人民政府", "青禾县"),
        ("供电公司", COUNTY, "青禾县供电公司", "青禾县"),
        ("县法院", COUNTY, "青禾县人民法院", "青禾县"),
        ("县委有关部门", COUNTY, "中共青禾县委有关部门", "青禾县"),
        ("市发改局", BUREAU, "楚雄市发展和改革局", "楚雄市"),
        ("市教育局", BUREAU, "楚雄市教育局", "楚雄市"),
        ("鹿鸣涧区人民政府", COUNTY, "鹿鸣涧区人民政府", "鹿鸣涧区"),
        ("鹿鸣涧区", COUNTY, "鹿鸣涧区人民政府", "鹿鸣涧区"),
        ("东海县", CITY, "东海县人民政府", "东海县"),
        ("灌云", CITY, "灌云县人民政府", "灌云县"),
        ("县区", CITY, "连云港市人民政府", "连云港市"),
        ("市直部门和国有企业", CITY, "连云港市人民政府", "连云港市"),
        ("全市", CITY, "连云港市人民政府", "连云港市"),
        ("市公安局", CITY, "连云港市公安局", "连云港市"),
        ("市中级人民法院", CITY, "连云港市中级人民法院", "连云港市"),
    ],
)
def test_a_units_words_become_its_name_with_its_region(words: str, head: Head, unit: str, region: str) -> None:
    assert unit_and_region(words, head) == (unit, region)


@pytest.mark.parametrize(
    ("facts", "head", "level"),
    [
        ({}, COUNTY, "county"),
        ({"body": "州"}, COUNTY, "prefectural"),
        ({"body": "市"}, COUNTY, "prefectural"),
        ({"body": "市"}, BUREAU, "county"),
        ({}, BUREAU, ""),
        ({"body": "市"}, DISTRICT, "provincial"),
        ({"body": "市", "level": "national"}, BUREAU, "national"),
        ({"instrument": "key_work", "body": "市"}, COUNTY, ""),
        ({"instrument": "hotline"}, COUNTY, ""),
        ({"instrument": "hotline", "body": "县"}, COUNTY, "county"),
    ],
)
def test_the_level_is_that_of_the_raising_body(facts: dict[str, Any], head: Head, level: str) -> None:
    assert level_of(mention(**facts), head) == level


def test_what_a_mention_leaves_unsaid_comes_from_the_head() -> None:
    figure = only(COUNTY)
    assert (figure.unit, figure.region, figure.year, figure.month, figure.instrument) == ("青禾县人民政府", "青禾县", 2023, None, "proposal")
    assert figure.report == "报告"


def test_a_mentions_own_year_and_month_come_first() -> None:
    assert only(COUNTY, year=2022).year == 2022
    assert (only(CITY, year=2016).year, only(CITY, year=2016).month) == (2016, 4)
    assert only(CITY, month=3).month == 3


def test_a_period_has_its_last_year_and_no_month() -> None:
    figure = only(CITY, period="2017-01/2017-03")
    assert (figure.year, figure.month, figure.period) == (2017, None, "2017-01/2017-03")


def test_a_report_on_a_quarter_or_a_term_gives_its_period_to_all_figures() -> None:
    quarter = Head(title="青禾县12345热线2025年第一季度运行情况", region="青禾县", unit="青禾县人民政府", kind="hotline", year=2025)
    term = Head(title="五年来政协提案全部办复", region="青禾县", unit="政协青禾县委员会", kind="cppcc", year=2022)
    assert only(quarter).period == "2025-01/2025-03"
    assert (only(term).period, only(term).year) == ("2018/2022", 2022)
    assert only(term, year=2021).period == ""


def test_within_follows_the_region() -> None:
    assert only(DISTRICT).within == "北京市"
    assert only(DISTRICT, unit="青禾县人民政府").within == ""


def test_the_same_statement_stands_once_with_the_better_evidence() -> None:
    figures = figures_of(COUNTY, [mention(start=30, reason="存疑"), mention(start=5), mention(value=98, start=12)])
    assert [(figure.value, figure.number.start if figure.number else -1) for figure in figures] == [(162, 5), (98, 12)]


def test_a_stated_figure_beats_an_implied_one() -> None:
    implied = mention(measure="completion_rate", scale="percent", value=100, basis="implied")
    stated = mention(measure="completion_rate", scale="percent", value=100, start=40, reason="存疑")
    (figure,) = figures_of(COUNTY, [implied, stated])
    assert figure.basis == "stated"


def test_two_classes_of_one_size_in_one_sentence_are_two_figures() -> None:
    classes = [mention(measure="outcome", category="planned", label=label, value=7, start=start) for label, start in (("B类", 3), ("C类", 8))]
    assert len(figures_of(COUNTY, classes)) == 2


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("已经解决或基本解决的(A类", "已经解决或基本解决的(A类)"),
        ("A类(已解决或基本解决", "A类(已解决或基本解决)"),
        ("A类（已解决", "A类（已解决）"),
        ("A类(已解决)和B类(计划解决", "A类(已解决)和B类(计划解决)"),
        ("A类(已解决)", "A类(已解决)"),
        ("已采纳", "已采纳"),
    ],
)
def test_a_bracket_that_the_words_of_a_class_open_is_closed(said: str, label: str) -> None:
    assert only(COUNTY, measure="outcome", category="adopted", label=said).label == label
    assert placed(label, "adopted").words == placed(said, "adopted").words


def test_topics_of_one_class_and_size_are_told_apart_by_their_words() -> None:
    elsewhere = Span(start=20, end=30)
    topics = [
        mention(measure="topic", category="economy", label="工业", value=5, start=3),
        mention(measure="topic", category="economy", label="商贸", value=5, start=22, evidence=elsewhere),
        mention(measure="topic", category="economy", label="工业类", value=5, start=25, evidence=elsewhere),
    ]
    assert [figure.label for figure in figures_of(COUNTY, topics)] == ["工业", "商贸"]


def test_figures_come_in_the_order_of_the_text() -> None:
    figures = figures_of(COUNTY, [mention(value=3, start=30), mention(value=1, start=2), mention(value=2, start=9)])
    assert [figure.value for figure in figures] == [1, 2, 3]


def test_a_cut_off_unit_is_completed_from_its_sentence() -> None:
    figure = only(DISTRICT, unit="和城乡建设局", evidence=Span(start=0, end=len(TEXT)))
    assert figure.unit == "朝阳区住房和城乡建设局"


def test_where_no_unit_or_year_is_told_none_is_made_up() -> None:
    nobody, undated = only(Head(year=2020)), only(Head(unit="青禾县人民政府", region="青禾县"))
    assert (nobody.unit, undated.year) == ("", None)


def test_the_report_is_named_after_its_file() -> None:
    report = report_of(document(name="青禾 2023.v2.txt"), DISTRICT)
    assert (report.report, report.region, report.within, report.kind, report.year) == ("青禾 2023.v2", "朝阳区", "北京市", "government", 2020)


def test_a_workbook_of_two_years_is_called_by_both_titles(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "统计.xlsx") as book:
        for year, count in ((2023, 30), (2024, 28)):
            sheet = book.add_worksheet(str(year))
            for place, row in enumerate(((f"青禾县{year}年度人大代表建议办理情况统计表",), ("承办单位", "承办件数"), ("县教育局", count), ("县民政局", 12))):
                sheet.write_row(place, 0, row)
    reading = read_report(tmp_path / "统计.xlsx")
    assert reading.report.title == "青禾县2023年度人大代表建议办理情况统计表；青禾县2024年度人大代表建议办理情况统计表"
    assert {(figure.year, figure.value) for figure in reading.figures if figure.unit == "青禾县教育局"} == {(2023, 30), (2024, 28)}
