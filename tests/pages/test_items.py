"""提案条目: the search box knows titles, and units and places by any of their names."""

import re

import pandas as pd
import pytest

from dashboard import tables
from dashboard.words import speaking
from handling import export


def listed(page):
    found = re.search(r"</i>(\d+) 条提案和建议", page.html)
    return int(found[1]) if found else 0


@pytest.mark.parametrize("typed", ["重庆市人民政府", "cqsrmzf", "cqszf", "500000"])
def test_items_are_found_by_the_unit_that_handles_them(open_page, typed):
    assert listed(open_page("items", search=typed)) == listed(open_page("items", search="重庆市人民政府")) == 7


def test_a_word_of_a_title_is_found_too(open_page):
    assert 0 < listed(open_page("items", search="职业教育")) < listed(open_page("items"))


def test_what_no_item_holds_is_said(open_page):
    assert "zzzz" in open_page("items", search="zzzz").html


def test_each_item_opens_the_report_that_names_it(open_page):
    page = open_page("items")
    grid = page.app.dataframe[0].value
    assert len(grid) > 50
    assert grid.iloc[0][tables.header("opens")].startswith("sources?report=")


@pytest.mark.parametrize(("lang", "wanted"), [("zh", ["文化旅游", "自然资源", ""]), ("en", ["Culture and tourism", "Natural resources", ""])])
def test_finer_subjects_have_names_on_screen_and_in_every_file(lang, wanted):
    rows = pd.DataFrame({"subtopic": ["culture_tourism", "resources", ""]})
    with speaking(lang):
        assert tables.readable(rows, ["subtopic"]).iloc[:, 0].tolist() == tables.grid(rows, ["subtopic"]).iloc[:, 0].tolist() == wanted
    assert export.named(rows, "zh")["细分议题"].tolist() == ["文化旅游", "自然资源", ""]
    assert export.named(rows, "en")["subtopic"].tolist() == ["culture_tourism", "resources", ""]


def test_a_list_that_goes_on_ends_in_one_stop(open_page):
    html = open_page("items").html
    assert "个议题：" in html
    assert "等。" in html
    assert "……" not in html
