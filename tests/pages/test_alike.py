"""单位对比: only units of one level, kind and year are judged against one another, and the others are named."""

import lxml.html
import pandas as pd
import pytest

from dashboard import alike
from dashboard.words import speaking

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


def test_of_two_units_with_few_items_none_is_called_higher(open_page):
    units = ["370103:市中区文化和旅游局", "371327:莒南县农业农村局"]  # 1 of 1 and 30 of 33 suggestions
    page = open_page("compare", compare_units=units)
    assert "有一家不足20件，不比高低" in page.said
    assert "确有差别" not in page.said
