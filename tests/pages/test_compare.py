"""单位对比: ready groups with their reason, and every rate of the units side by side."""

import re

import pytest

from tests.pages.rendering import frame


def groups(page):
    return [button.label for button in page.app.button if button.key.startswith("group_")]


def test_groups_are_offered_with_their_reason_and_a_picked_list_is_called_the_readers_own(open_page):
    page = open_page("compare")
    assert groups(page) == ["同级", "件数相近"]
    assert "以重庆市人民政府为准" in page.html
    assert "都是省级的政府、人大、政协" in page.html
    picked = open_page("compare", compare_units=["500000:重庆市人民政府", "510000:四川省人民政府"])
    assert groups(picked) == ["同级", "件数相近"]
    assert "<b>件数相近</b>（以重庆市人民政府为准）：都是政府、人大、政协，件数在一半到两倍之间" in picked.html
    own = open_page("compare", compare_units=["500000:重庆市人民政府", "360700:赣州市人民政府"])
    assert "<b>自选名单</b>：这 2 个单位" in own.html


def test_a_group_is_taken_in_one_click(open_page):
    page = open_page("compare", compare_units=["510000:四川省人民政府"])
    next(button for button in page.app.button if button.key == "group_level").click().run()
    units = page.app.session_state["compare_units"]
    assert units[0] == "510000:四川省人民政府"
    assert "500000:重庆市人民政府" in units
    assert 2 <= len(units) <= 8
    page.app.run()
    assert "<b>同级</b>（以四川省人民政府为准）：都是省级的政府、人大、政协" in "".join(element.proto.body for element in page.app.get("html"))


def test_a_wide_table_says_how_many_columns_it_has_for_a_phone(open_page):
    units = ["500000:重庆市人民政府", "510000:四川省人民政府", "360700:赣州市人民政府", "420100:武汉市人民政府"]
    assert '<div class="src swipe">共4列，左右滑动可看全</div><div class="wide"><table class="tb matrix">' in open_page("compare", compare_units=units).html
    assert "swipe" not in open_page("compare", compare_units=units[:2]).html


def test_the_reason_of_a_group_in_english_says_items_once_and_has_commas(open_page):
    html = open_page("compare", lang="en", compare_units=["500000:重庆市人民政府"]).html
    reasons = re.findall(r'<div class="src">((?:all|both)[^<]*items?)</div>', html, re.IGNORECASE)
    assert reasons
    for reason in reasons:
        assert len(re.findall(r"\bitems\b", reason.rpartition(";")[2])) == 1
        assert "、" not in reason


def test_what_a_unit_did_not_publish_is_said_in_the_table(open_page):
    html = open_page("compare", compare_units=["500000:重庆市人民政府", "510000:四川省人民政府"]).html
    table = html.split('class="tb matrix"')[1].split("</table>")[0]
    row = next(row for row in table.split("<tr>") if "按期率 · 代表建议" in row)
    assert ">100%</a>" in row
    assert "未公布" in row


def test_different_definitions_never_share_a_row(open_page):
    html = open_page("compare", compare_units=["500000:重庆市人民政府", "510000:四川省人民政府"]).html
    table = html.split('class="tb matrix"')[1].split("</table>")[0]
    strict = next(row for row in table.split("<tr>") if "满意率（仅满意） · 代表建议" in row)
    assert ">90%</a>" in strict  # 四川省; 重庆市 tells only the broad rate
    assert strict.count("未公布") == 1


def test_a_computed_rate_in_the_table_of_all_rates_is_marked(open_page):
    html = open_page("compare", compare_units=["500000:重庆市人民政府", "510000:四川省人民政府"]).html
    table = html.split('class="tb matrix"')[1].split("</table>")[0]
    row = next(row for row in table.split("<tr>") if row.startswith('<th scope="row">答复率 · 代表建议'))
    assert "◇ 100.0% <small>由件数算得</small>" in re.sub(r"</?a[^>]*>", "", row)
    assert re.search(r'◇ <a href="sources\?figure=\w{16}~\w{16}">100.0%</a>', row)


def test_a_line_breaks_where_the_base_changes_and_no_change_is_told_across_the_break(open_page):
    page = open_page("compare", compare_units=["500000:重庆市人民政府", "510000:四川省人民政府"])
    joined = page.charts[0]["data"][1]
    assert joined["x"] == [2021, 2023, None, 2024]  # 2021 and 2023 of the items completed, 2024 of all items
    assert "重庆市政府由2021年 81.7%（993/1,216件）升至2023年 88.1%（1,064/1,208件）" in page.said
    assert "有的年份口径变了" in page.said
    assert "升至2024年" not in page.said


def test_the_bases_of_the_units_stand_among_the_reasons(open_page):
    html = open_page("compare", compare_units=["500000:重庆市人民政府", "510000:四川省人民政府"]).html
    assert any("总数是什么" in row and "全部承办件 · 2/2" in row for row in html.split("<tr"))


def test_units_that_nobody_chose_are_not_judged_against_one_another(open_page):
    page = open_page("compare", ranks_shown=True)
    assert "先列出同口径年份最多的 6 个，只看各自历年，不互相比较" in page.html
    for words in ("高于还是低于", "高于", "低于", "合并 ", "随机波动", "名次"):
        assert words not in page.said
    assert [shape for shape in page.charts[0]["layout"]["shapes"] if shape["y0"] == shape["y1"]] == []
    assert len({note["text"] for note in page.charts[0]["layout"]["annotations"] if "%" not in note["text"]}) == 6


def test_under_five_items_the_chart_has_the_fraction_and_no_rate(open_page):
    # 文登区交通运输局 2021: 3 of 3 proposals completed.
    page = open_page("compare", compare_units=["371003:文登区交通运输局"], compare_measure="completion", compare_instrument="proposal")
    said = [note["text"] for note in page.charts[0]["layout"]["annotations"]]
    assert "3/3" in said
    assert not any("%" in words for words in said)
    points, fraction = page.charts[0]["data"][1], page.charts[0]["data"][4]
    assert points["x"] == []
    assert "<b>3 / 3 件</b>，不足5件，只列分数" in fraction["hovertext"][0]
    assert re.fullmatch(r"\w{16}~\w{16}", fraction["customdata"][0][0])
    assert "不足5件的有1个，那些年份只列分数" in page.said


NOBODY = "这个范围里没有可以并排的"


@pytest.mark.parametrize(("slug_filters", "offered"), [
    ({"province": ["520000"]}, []), ({"province": ["630000"]}, None), ({"province": ["640000"]}, None),
    ({"province": ["110000"], "compare_measure": "completion"}, ["解决或采纳占比 · 建议", "答复率 · 建议"]), ({"year": (2005, 2005)}, []),
])  # fmt: skip
def test_a_scope_with_nothing_to_compare_shows_nobody_of_elsewhere(open_page, slug_filters, offered):
    page = open_page("compare", **slug_filters)
    assert NOBODY in page.html
    assert "<b>0</b> / 0 家有可比的件数" in page.html
    assert page.charts == []
    assert "高于" not in page.html
    links = re.findall(r'<a href="compare[^"]*">([^<]*)</a>（\d+家）', page.html)
    assert offered is None or links == offered
    assert ("别的指标和种类也没有" in page.html) == (not links)


def test_an_offer_keeps_the_filters_and_leads_to_units_of_the_scope(open_page):
    html = "".join(element.proto.body for element in frame("compare", province=["110000"], compare_measure="completion").get("html"))
    assert 'href="compare?province=110000&amp;compare_measure=adopted&amp;compare_instrument=suggestion"' in html
    taken = open_page("compare", province=["110000"], compare_measure="adopted", compare_instrument="suggestion")
    assert NOBODY not in taken.html
    assert "朝阳区政府" in taken.charts[0]["layout"]["annotations"][0]["text"]


@pytest.mark.parametrize(("state", "usual"), [
    ({}, "suggestion"), ({"region": ["371726"]}, "proposal"), ({"compare_units": ["371726:鄄城县人民政府"]}, "proposal"),
])  # fmt: skip
def test_the_usual_instrument_is_one_that_is_there(open_page, state, usual):
    page = open_page("compare", **state)
    assert page.app.session_state["compare_instrument"] == usual
    assert NOBODY not in page.html


def test_the_usual_instrument_follows_the_filters_and_a_chosen_one_stays(open_page):
    app = open_page("compare").app
    app.session_state["region"] = ["371726"]
    assert app.run().session_state["compare_instrument"] == "proposal"
    app.session_state["compare_instrument"] = "combined"
    app.session_state["region"] = []
    assert app.run().session_state["compare_instrument"] == "combined"


def test_picked_units_outside_of_the_filters_are_said_to_be_so(open_page):
    page = open_page("compare", province=["520000"], compare_units=["500000:重庆市人民政府", "510000:四川省人民政府"])
    assert "其中 2 个不在左边的筛选范围里，照样列出：重庆市人民政府、四川省人民政府。" in page.html
    assert "2004—2026年 · 自选的2个单位</div>" in page.html
    assert "范围内 2 个单位，<b>2</b> 个公布了" in page.html
    assert "不在左边的筛选范围里" not in open_page("compare", compare_units=["500000:重庆市人民政府", "510000:四川省人民政府"]).html


def test_units_of_a_link_that_nobody_knows_are_not_replaced_by_others(open_page):
    page = open_page("compare", {"compare_units": "a~b"})
    assert "链接里的单位“a~b”没有列出" in page.html
    assert page.charts == []
    some = open_page("compare", {"compare_units": "a~500000-200d5120"})
    assert "链接里的单位“a”没有列出" in some.html
    assert some.app.session_state["compare_units"] == ["500000:重庆市人民政府"]


def test_a_link_of_more_than_eight_units_shows_eight_and_names_the_rest(open_page):
    units = open_page("compare").app.multiselect(key="compare_units").options
    assert len(units) > 9
    page = open_page("compare", {"compare_units": "~".join(units[:10])})
    assert page.app.session_state["compare_units"] == page.app.multiselect(key="compare_units").value
    assert len(page.app.session_state["compare_units"]) == 8
    assert f"链接里的单位“{units[8]}~{units[9]}”没有列出：这里没有这个单位，或者超过了8个。" in page.html


def test_a_unit_is_not_compared_with_itself(open_page):
    assert "同口径的只有这 1 个" in open_page("compare", region=["371726"]).html
    page = open_page("compare", compare_units=["500000:重庆市人民政府"])
    assert "为什么可以放在一起比" not in page.html
    table = page.html[page.html.index("各家最近一年的数字") :].partition("</table>")[0]
    assert "可比的只有一家，不作比较。" in table
    assert "不可判断" in table
    assert "相近" not in table


def test_units_of_the_same_level_come_first_in_a_group_and_a_mixed_one_says_so(open_page, published):
    page = open_page("compare", compare_units=["321023:宝应县交通运输局"], compare_measure="completion", compare_instrument="proposal")
    assert "都是交通运输，分属各地（其中有级别不同的）：文登区交通运输局、交通运输部；件数" in page.html
    other = open_page("compare", compare_units=["510000:四川省人民政府"])
    assert "级别不同" not in other.html.partition("都是省级的")[2].partition("</div>")[0]


def test_units_that_are_compared_or_opened_may_be_called_by_short_names(open_page):
    page = open_page("compare", {"compare_units": "重庆市政府~四川省政府"})
    assert page.app.session_state["compare_units"] == ["500000:重庆市人民政府", "510000:四川省人民政府"]
    assert open_page("unit", {"record": "重庆市政府"}).app.session_state["record"] == "500000:重庆市人民政府"


def test_a_name_of_many_units_names_some_and_takes_none(open_page):
    for page in (open_page("compare", {"compare_units": "人民政府"}), open_page("unit", {"record": "人民政府"})):
        assert re.search("“人民政府”不止一个，请选一个：[^。、]*人民政府(?:、[^。、]*人民政府[^。、]*){5}等。", page.said)
        assert re.search(r'请选一个：<a href="(?:compare\?compare_units|unit\?record)=\d+-\w{8}">[^<]*人民政府</a>、<a ', page.html)
        assert page.charts == []
