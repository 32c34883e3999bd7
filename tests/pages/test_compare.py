"""单位对比: ready groups with their reason, and every rate of the units side by side."""

import re

import lxml.html
import pandas as pd
import pytest

from dashboard import alike
from dashboard.words import speaking
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


LIKE = ["410882:沁阳市人民政府", "620721:肃南县人民政府"]  # of a county, 2023, over all items: 43 of 57, 68 of 80
UNLIKE = ["500000:重庆市人民政府", "410307:偃师区人民政府", "371327:莒南县农业农村局"]  # a province 2024, a county 2024, a bureau 2024


def verdicts(page):
    """Of the table of verdicts: unit → its verdict, and why there is none."""
    table = next(table for table in lxml.html.fromstring(page.html).iter("table") if table.findtext(".//th") == "单位")
    return {row[0].text_content().strip("ⓘ※"): [cell.text_content() for cell in row[8:]] for row in table.findall(".//tbody/tr")}


def lines(page):
    """The pooled lines of the small charts, by the axis that they lie in."""
    return {shape["xref"]: shape["y0"] for shape in page.charts[0]["layout"]["shapes"] if shape["y0"] == shape["y1"]}


def test_only_units_of_one_level_kind_and_year_are_judged_and_the_others_are_named(open_page):
    page = open_page("compare", compare_units=[LIKE[0], *UNLIKE, LIKE[1]])
    assert "只在同级、同类、同一年的2家之间判断高低（县区级 · 政府、人大、政协 · 2023年 · 全部承办件）；另外3家与它们不同，数字照列，不判断：" in page.html
    assert "重庆市人民政府（省级、2024年）；偃师区人民政府（2024年）；莒南县农业农村局（部门、2024年）。" in page.html
    assert verdicts(page) == {
        "沁阳市人民政府": ["● 相近", ""], "重庆市人民政府": ["○ 不可判断", "省级、2024年"], "偃师区人民政府": ["○ 不可判断", "2024年"],
        "莒南县农业农村局": ["○ 不可判断", "部门、2024年"], "肃南县人民政府": ["● 相近", ""],
    }  # fmt: skip
    rate = (43 + 68) / (57 + 80)
    assert lines(page) == {"x": pytest.approx(rate), "x5": pytest.approx(rate)}
    assert "<b>2</b> / 5 家同级、同类、同一年可比" in page.html
    assert ">1,178</a>" in page.html  # the numbers of the others stay


def test_a_county_beside_a_province_and_2012_beside_2024_are_not_judged(open_page):
    page = open_page("compare", compare_units=["500000:重庆市人民政府", "130000:河北省人民代表大会常务委员会", "410307:偃师区人民政府"])
    assert "这3家里没有两家同级、同类、同一年、总数相同，不判断高低，数字照列：" in page.html
    assert "重庆市人民政府（省级、2024年）；河北省人民代表大会常务委员会（省级、2012年）；偃师区人民政府（县区级、2024年）。" in page.html
    assert {verdict for verdict, _ in verdicts(page).values()} == {"○ 不可判断"}
    assert lines(page) == {}
    assert "没有两家同级、同类、同一年，不判断高低" in page.html
    assert "为什么可以放在一起比" not in page.html
    assert "合并比例 " not in page.said


def test_units_that_are_all_alike_have_no_note_and_the_reasons_why(open_page):
    page = open_page("compare", compare_units=LIKE)
    assert "只在同级" not in page.html
    assert "为什么可以放在一起比" in page.html
    assert verdicts(page) == {"沁阳市人民政府": ["● 相近"], "肃南县人民政府": ["● 相近"]}
    assert "单位级别</td><td" in page.html


def test_the_year_of_most_units_is_judged_though_some_have_later_ones(open_page):
    """重庆市 has 2021, 2023 and 2024, 甘肃省 2021 alone: of completion both have 2021, over all items."""
    units = ["500000:重庆市人民政府", "620000:甘肃省人民代表大会常务委员会"]
    page = open_page("compare", compare_units=units, compare_measure="completion")
    assert "2021年，高于还是低于" in page.html
    assert "1,216" in page.html[page.html.index("2021年，高于还是低于") :].partition("</table>")[0]
    assert set(verdicts(page)) == {"重庆市人民政府", "甘肃省人民代表大会常务委员会"}


def of_bureaus(open_county, n=8):
    """The page of the first bureaus of that county, all of one year and over the items that they led."""
    labels = open_county("compare").app.multiselect(key="compare_units").options
    units = [f"421223:{label}" for label in labels if label.startswith("崇阳县") and label.endswith("局")]
    return open_county("compare", compare_units=units[:n], compare_measure="satisfaction", compare_instrument="proposal")


def test_a_unit_over_another_base_has_its_rate_and_no_verdict(open_page):
    # 宁波市 2011 is over the sum of its classes, 武汉市 2009 and 赣州市 2008 over all items.
    units = ["420100:武汉市人民政府", "360700:赣州市人民政府", "330200:宁波市人民政府"]
    page = open_page("compare", compare_units=units, compare_instrument="proposal")
    assert "武汉市人民政府（2009年、全部承办件）；赣州市人民政府（2008年、全部承办件）；宁波市人民政府（2011年、各类合计）。" in page.html
    assert verdicts(page)["宁波市人民政府"] == ["○ 不可判断", "2011年、各类合计"]


def test_of_two_units_the_difference_is_told_with_its_interval(open_page):
    html = open_page("compare", compare_units=LIKE).html
    assert "沁阳市政府与肃南县政府相差−9.6个百分点（差的95%区间 −23.6～3.7），分不出高低" in html


def test_units_that_nobody_chose_are_not_judged_against_one_another(open_page):
    page = open_page("compare", ranks_shown=True)
    assert "先列出同口径年份最多的 6 个，只看各自历年，不互相比较" in page.html
    for words in ("高于还是低于", "高于", "低于", "合并 ", "随机波动", "名次"):
        assert words not in page.said
    assert [shape for shape in page.charts[0]["layout"]["shapes"] if shape["y0"] == shape["y1"]] == []
    assert len({note["text"] for note in page.charts[0]["layout"]["annotations"] if "%" not in note["text"]}) == 6


def test_of_several_chosen_units_the_verdict_says_against_what_and_by_which_limit(open_page):
    page = open_page("compare", compare_units=LIKE)
    rate = f"{100 * (43 + 68) / (57 + 80):.1f}%"
    assert f"与这2家的合并比例 {rate} 相比；落在99.8%界限之外的，才判高于或低于" in page.html
    assert f"灰点为其他单位；横线为同类2家2023年合并 {rate}；粗竖线为95%区间" in page.html


def test_of_fewer_units_than_a_funnel_needs_no_dispersion_is_told(open_county):
    page = of_bureaus(open_county, 3)
    assert "2024年，高于还是低于" in page.html
    assert "随机波动" not in page.html


def counted(*counts, **columns):
    """Rows of compare/rates as they are drawn: a county's government each, of 2024 and over all items, with these x of n."""
    rows = pd.DataFrame(counts, columns=["x_count", "n_count"])
    rows = rows.assign(unit_id=[f"u{i}" for i in rows.index], unit_label=[f"甲{i}县" for i in rows.index], place=rows.index, unit_kind="government",
                       region_level="county", level="", year=2024, over="all", counted=True)  # fmt: skip
    return rows.assign(short_name=rows["unit_label"], **columns)


def test_of_eight_units_the_dispersion_is_told():
    with speaking("zh"):
        assert "单位间差异大于随机波动：按方差算" in alike.apart(alike.compare(counted(*[(99, 100)] * 4, *[(60, 100)] * 4)))
        assert alike.apart(alike.compare(counted(*[(99, 100)] * 4, *[(60, 100)] * 3))) == ""


def test_the_items_of_another_level_are_not_judged_beside_those_of_the_own():
    with speaking("zh"):
        found = alike.compare(counted((90, 100), (80, 100), (70, 100), level=["", "county", "prefectural"]))
        assert found.rows["unlike"].tolist() == ["", "", "市州级交办的件"]
        assert found.rows["pooled"].tolist() == [True, True, False]


def test_of_groups_alike_in_size_the_one_of_the_unit_picked_first_is_judged():
    with speaking("zh"):
        found = alike.compare(counted(*[(90, 100)] * 4, region_level=["provincial", "county", "county", "provincial"]))
        assert found.shared["region_level"] == "provincial"
        assert found.rows["unlike"].tolist() == ["", "县区级", "县区级", ""]


def test_a_government_and_a_congress_are_of_one_kind_and_a_bureau_of_another():
    with speaking("zh"):
        kinds = ["government", "congress", "cppcc", "bureau", "court"]
        found = alike.compare(counted(*[(90, 100)] * 5, unit_kind=kinds))
        assert found.rows["unlike"].tolist() == ["", "", "", "部门", "法院"]


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


def test_of_two_units_with_few_items_none_is_called_higher(open_page):
    units = ["370103:市中区文化和旅游局", "371327:莒南县农业农村局"]  # 1 of 1 and 30 of 33 suggestions
    page = open_page("compare", compare_units=units)
    assert "有一家不足20件，不比高低" in page.said
    assert "确有差别" not in page.said


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
