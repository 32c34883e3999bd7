"""重点工作与热线: what the bulletins print, with counts and interval where they give counts."""

import csv
import re
from pathlib import Path

import lxml.html
import pandas as pd

from dashboard import listings

FIGURES = Path(__file__).resolve().parents[2] / "data" / "published" / "figures.csv"
COLUMNS = {"received": "受理", "completed": "办结", "completion_rate": "办结率", "on_time_rate": "按期率", "satisfaction_rate": "满意率"}


def hotline_of(page):
    """The rows of the hotline table as words by heading."""
    tables = [table for fragment in page.html.split("<div") if "<table" in fragment for table in [lxml.html.fromstring("<div" + fragment)]]
    (table,) = [table.find(".//table") for table in tables if "口径说明" in table.text_content()]
    heads = [cell.text_content() for cell in table.findall(".//th")]
    return [dict(zip(heads, (cell.text_content().rstrip("※ⓘ") for cell in row.findall("td")), strict=True)) for row in table.findall(".//tbody/tr")]


def row_of(rows, unit, time):
    (row,) = [row for row in rows if row["单位"].startswith(unit) and time in (f"{row['年份']}-{row['月份']}", row["时段"])]
    return row


def test_rates_by_another_name_are_shown_with_that_name_and_never_as_unpublished(open_page):
    rows = hotline_of(open_page("key_work"))
    row = row_of(rows, "连云港市", "2017-4")
    assert [row[column] for column in COLUMNS.values()] == ["26,898", "23,974", "96.16%", "89.62%", "未公布"]
    assert row["口径说明"] == "办结：“结案数”；办结率：“结案率”；按期率：“按期结案率”"
    assert row_of(rows, "柳州市", "2020-6")["按期率"] == "99.84%"
    row = row_of(rows, "唐山市", "2024-11")
    assert (row["办结"], row["办结率"], row["口径说明"]) == ("只有分项", "85.86%", "办结只有分项；办结率：“直接办结率”")
    assert row_of(rows, "东海县", "2017-4")["口径说明"] == "办结率：“三率”；按期率：“三率”"
    row = row_of(rows, "衡东县", "2025年1—3月")
    assert [row[column] for column in COLUMNS.values()] == ["11,171", "只有分项", "99.93%", "未公布", "83.76%"]


def test_a_bulletin_that_tells_channels_alone_is_listed_by_channel(open_page):
    rows = [row for row in hotline_of(open_page("key_work")) if row["单位"] == "陈仓区人民政府" and row["月份"] == "6"]
    assert {(row["受理"], row["办结率"], row["口径说明"]) for row in rows} == {
        ("665", "100%", "只是市民热线，通报没有写全部"), ("27", "100%", "只是市长信箱，通报没有写全部"), ("23", "100%", "只是区长信箱，通报没有写全部"),
    }  # fmt: skip


def test_the_hotline_table_holds_every_unit_that_is_counted_and_no_number_of_a_whole_is_left_out(open_page):
    rows = hotline_of(open_page("key_work"))
    with FIGURES.open(encoding="utf-8-sig", newline="") as file:
        stated = [row for row in csv.DictReader(file) if row["instrument"] == "hotline" and row["measure"] in COLUMNS and not row["part"]]
    assert len({row["单位"] for row in rows}) == len({(row["region"], row["unit"]) for row in stated}) == 21
    for row in stated:
        cells = [own[COLUMNS[row["measure"]]] for own in rows if re.sub("（.*", "", own["单位"]) == row["unit"] and own["年份"] == row["year"]]
        assert any(cell != "未公布" for cell in cells), row


def test_of_several_figures_the_plain_one_stands_and_classes_and_levels_are_said():
    facts = ('[{"measure": "satisfaction_rate", "wording": "", "category": "satisfied_or_basic", "level": "", "in_parts": false},'
             '{"measure": "received", "wording": "", "category": "", "level": "provincial", "in_parts": false}]')  # fmt: skip
    rows = listings.hotline(pd.DataFrame({"channel": ["", ""], "called": [facts, None]}))
    assert rows["called_said"].tolist() == ["满意率：满意和基本满意；受理：省级", ""]
    assert not rows["received_count_in_parts"].any()


def test_a_hotline_rate_has_its_counts_and_interval_or_says_that_there_are_none(open_page):
    rows = [row for row in open_page("key_work").html.split("<tr") if "城中区人民政府" in row]
    assert any("1,153/1,153件 · 99.7%～100.0%" in row and "94.69%" in row and "没有件数" in row for row in rows)


def test_rates_of_projects_say_that_no_counts_are_printed(open_page):
    assert "通报没有写件数，算不出区间" in open_page("key_work").html


def test_each_rate_and_rank_of_a_sentence_opens_its_figure(open_page):
    said = re.findall(r'<div class="alt">(.*?)</div>', open_page("key_work").html)
    listed = [sentence for sentence in said if "开工率" in sentence or "名次" in sentence or "%" in sentence]
    assert len(listed) >= 3
    assert all(re.search(r'<a href="sources\?figure=\w{16}">', sentence) for sentence in listed)
