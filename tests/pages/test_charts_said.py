"""Every chart is also said in a sentence and shown as a table; a view has few of them."""

import re

import pytest

from tests.pages.browsing import SLUGS

MOST_CHARTS = 8


def charts(page):
    return [element.proto for element in page.app.get("plotly_chart")]


@pytest.mark.parametrize("slug", [slug for slug in SLUGS if slug != "brief"])  # the brief is a page of sentences with two charts between
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_chart_is_said_in_a_sentence_and_shown_as_a_table(open_page, slug, lang):
    page = open_page(slug, lang=lang)
    titles = [re.sub(r"<[^>]+>", "", title) for title in re.findall(r"<h2>(?:<i>[^<]*</i>)?(.*?)</h2>", page.html)]
    twins = [button.key for button in page.app.button if (button.key or "").startswith("table_")]
    assert len(charts(page)) <= MOST_CHARTS
    assert len(twins) == len(charts(page))
    for chart in charts(page):
        assert chart.alt not in titles
        assert chart.alt.endswith(("。", ".", "…"))
        assert len(chart.alt) > 15


def test_a_unit_with_rates_alone_is_said_too(open_page):
    page = open_page("unit", record="430600:岳阳市人民政府")
    for chart in charts(page):
        assert chart.alt.endswith("。")
