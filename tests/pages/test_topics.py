"""议题: what is pooled, what is drawn, what is left out and why."""

import pandas as pd
import plotly.graph_objects as go

from dashboard import topics, view, warehouse
from handling.chart import topics as charts
from handling.model import Filters


def test_only_whole_sets_are_counted_as_covered(open_page):
    page = open_page("topics")
    assert "<b>28</b> / 58" in page.html


def test_the_pooled_share_adds_counts_over_the_sets_that_list_the_class(open_page):
    # 经济发展: 4,010 of 15,077 items; the one whole set without it is 长洲区 2009 with its 24 items.
    bars = open_page("topics").charts[0]
    said = [note["text"] for note in bars["layout"]["annotations"]]
    assert said[0] == "26.6%　4,010/15,077件"


def test_a_pooled_class_says_which_totals_are_mixed_in_it(open_page):
    # Of the 27 sets that list 经济发展, 22 make the items received and 5 the items filed.
    html = open_page("topics", open_topics_pooled=True).said
    row = next(row for row in html.split("<tr") if ">15,077</td>" in row)
    assert "口径混合：全部承办件 22 组、立案件 5 组" in row
    alone = open_page("topics", open_topics_pooled=True, unit_kind=["government"]).said
    assert "口径混合" not in alone
    assert "全部承办件" in alone


def test_the_first_row_of_the_heatmap_is_the_pooled_share(open_page):
    heatmap = open_page("topics").charts[1]
    assert heatmap["layout"]["yaxis"]["ticktext"][0] == "合并占比"
    assert heatmap["data"][0]["text"][0] == "<b>27</b>"


def test_every_drawn_figure_is_valid_for_plotly(open_page):
    for shown in ("share", "difference", "count"):
        for chart in open_page("topics", topics_shown=shown).charts:
            go.Figure(chart)


def test_a_five_year_total_is_listed_with_its_reason_and_not_pooled(open_page):
    page = open_page("topics")
    assert "政协河北省委员会" in page.html
    assert "不是单独一年的数" in page.html
    assert not any("河北省政协" in name for name in page.charts[1]["layout"]["yaxis"]["ticktext"])


def test_classes_that_make_more_than_the_total_are_said_to_overlap(open_page):
    row = next(row for row in open_page("topics").html.split("<tr") if "广东省人民代表大会常务委员会" in row and "1,311" in row)
    assert "各类相加多于总数，类别有交叉" in row


def test_the_topic_filter_leaves_one_column_and_its_order(open_page):
    heatmap = open_page("topics", topic=["livelihood"]).charts[1]
    assert heatmap["layout"]["xaxis"]["ticktext"] == ["民生与<br>社会保障"]
    assert heatmap["layout"]["yaxis"]["ticktext"][1] == "洮北区政府 2020"
    assert dict(zip(heatmap["data"][0]["y"], heatmap["data"][0]["text"], strict=True))[1.55] == "64"


def test_a_topic_leads_to_its_items(open_page):
    assert 'href="items?topic=economy"' in open_page("topics").html


def test_a_filter_that_leaves_nothing_says_so(open_page):
    page = open_page("topics", year=(2004, 2005))
    assert "当前筛选下没有报告" in page.html
    assert page.charts == []


def test_the_page_reads_in_english(open_page):
    page = open_page("topics", lang="en")
    assert "Pooled, the shares of Construction and transport 27.3% (17 sets), Economy 26.6% (27 sets) are close" in page.html


def test_a_class_is_called_the_largest_only_where_that_is_certain(open_page):
    # 城乡建设与交通 1,235 of 4,528 items in 17 sets, 经济发展 4,010 of 15,077 in 27: the difference is 0.7 points, its interval holds 0.
    page = open_page("topics")
    assert "合并来看，城乡建设与交通 27.3%（17组）、经济发展 26.6%（27组）占比接近，分不出哪类最高" in page.html
    assert "之差的95%区间含 0" in page.html
    assert "占比最高，为" not in page.html


def pool(*rows):
    return pd.DataFrame([
        {"topic": topic, "topic_count": x, "base_count": n, "topic_rate": x / n, "set_count": sets, "all_count": 5} for topic, x, n, sets in rows
    ])  # fmt: skip


def test_over_the_same_sets_the_counts_decide_and_over_others_the_interval():
    same = pool(("economy", 101, 300, 5), ("livelihood", 100, 300, 5))
    assert topics.pooled_title(same, same) == "合并来看，经济发展占比最高，为33.7%"
    other = pool(("economy", 101, 300, 4), ("livelihood", 100, 300, 5), ("other", 10, 300, 3))
    assert topics.pooled_title(other, other) == "合并来看，经济发展 33.7%（4组）、民生与社会保障 33.3%（5组）占比接近，分不出哪类最高"
    far = pool(("economy", 200, 300, 4), ("livelihood", 100, 300, 5))
    assert topics.pooled_title(far, far) == "合并来看，经济发展占比最高，为66.7%"


def test_a_pooled_share_leads_to_the_sets_that_were_added(open_page):
    html = open_page("topics", open_topics_pooled=True).html
    row = next(row for row in html.split("<tr") if ">15,077</a>" in row)
    assert row.count('href="topics?topic=economy&amp;open_topics_heatmap=1"') == 4
    page = open_page("topics", topic=["economy"], open_topics_heatmap=True)
    panel = next(panel for panel in page.app.session_state[view._PANELS] if panel.key == "topics.heatmap")
    assert (panel.rows["topic_count"].sum(), panel.rows["base_count"].sum(), len(panel.rows)) == (4010, 15077, 27)


def test_a_chosen_topic_is_listed_in_all_sets_though_fewer_are_drawn(published):
    assert topics.most(Filters()) == charts.MOST_SETS
    assert topics.most(Filters(topics=("economy",))) is None
    assert len(warehouse.ask("topics/shares", Filters(), order="year", topic="", most=3)["set_id"].unique()) == 3
    assert len(warehouse.ask("topics/shares", Filters(), order="year", topic="", most=None)["set_id"].unique()) == 28


def test_of_chosen_topics_none_is_called_the_largest(open_page):
    one = open_page("topics", topic=["economy"]).said
    assert "所选议题的合并占比：经济发展 26.6%" in one
    assert "所选的议题，经济发展26.6%（4,010/15,077件，27组）。" in one
    assert "占比最高，为" not in one
    assert "居首" not in one
    assert "所选议题的合并占比：城乡建设与交通 27.3%、经济发展 26.6%" in open_page("topics", topic=["economy", "construction"]).said


def test_names_that_hold_a_comma_are_told_apart_by_a_semicolon(open_page):
    panel = next(p for p in open_page("topics").app.session_state[view._PANELS] if p.key == "topics.labels")
    for labels, n in zip(panel.rows["topic_labels"], panel.rows["label_count"], strict=True):
        assert len(labels.split("；")) == n
