"""Coverage before results: who tells a measure, who does not, how new it is, and why a unit is left out."""

import csv
from pathlib import Path

FIGURES = Path(__file__).resolve().parents[2] / "data" / "published" / "figures.csv"


def units_that(measures=()):
    """The units of the shipped figures; with `measures` those that have one of them."""
    with FIGURES.open(encoding="utf-8-sig", newline="") as file:
        return {(row["region"], row["unit"]) for row in csv.DictReader(file) if not measures or row["measure"] in measures}


def test_the_units_in_scope_are_counted_with_those_that_publish_nothing(open_page):
    html = open_page("satisfaction").html
    assert len(units_that()) == 222
    assert "范围内 222 个单位，<b>79</b> 个公布了满意率，143 个没有公布" in html
    assert "同口径且有件数的 <b>7 / 79</b> 家" in html


def test_how_old_the_figures_are_is_said_before_them(open_page):
    assert "各单位最新的数字在 2005—2025 年，半数不晚于 2019 年" in open_page("satisfaction").html


def test_a_definition_is_switched_to_from_the_list_of_definitions(open_page):
    html = open_page("satisfaction").html
    assert '<b>满意率（含基本满意）</b> 7 / 21 家' in html
    assert '<a href="satisfaction?satisfaction_counted=strict&amp;satisfaction_spoken=plain">满意率（仅满意）</a> 6 / 10 家' in html


def test_every_unit_that_is_left_out_is_named_with_its_reason_on_demand(open_page):
    html = open_page("satisfaction", coverage_names=True).html
    row = next(row for row in html.split("<tr") if "武汉市人民政府" in row and "满意率（含基本满意）" in row)
    assert "件数由比率反推" in row
    assert any("国家卫生健康委员会" in row and "口径不同" in row for row in html.split("<tr"))
    assert sum("没有公布" not in row and "未公布" in row for row in html.split("<tr")) >= 143
    assert "满意率（含基本满意）</td>" not in open_page("satisfaction").html


def test_topics_count_units_with_whole_sets(open_page):
    assert "范围内 222 个单位，<b>49</b> 个公布了议题分布" in open_page("topics").html
    assert "<b>成套的议题分布</b> 26 / 26 家" in open_page("topics").html


def test_the_line_reads_in_english(open_page):
    assert "Satisfaction rate: of 222 units in scope <b>79</b> tell it, 143 do not" in open_page("satisfaction", lang="en").html
