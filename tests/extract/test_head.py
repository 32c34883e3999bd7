"""What a report says of itself: whose it is, where, of which year, about what."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handling.extract.head import read_head
from handling.read import read
from tests.extract.heads import BUREAU, head


def test_title_names_unit_region_and_year() -> None:
    found = head("云阳县教育局2022年建议提案办理工作总结", "2022年，我局承办县人大代表建议18件。", "云阳县教育局", "2022年11月8日")
    assert (found.unit, found.region, found.kind, found.year) == ("云阳县教育局", "云阳县", "bureau", 2022)
    assert (found.published, found.region_level, found.title) == ("2022-11-08", "county", "云阳县教育局2022年建议提案办理工作总结")


def test_an_unknown_region_of_the_right_form_is_a_region() -> None:
    found = head("青禾县人民政府关于县政协提案办理情况的报告", "县政协十一届二次会议以来，县政府系统共办理提案162件。")
    assert (found.unit, found.region, found.region_level) == ("青禾县人民政府", "青禾县", "county")


def test_a_short_title_is_completed_by_the_signature() -> None:
    found = head("市水利局2021年建议提案办理情况汇报", "今年我局承办州人大代表建议2件。", "泽林市水利局", "二〇二一年十月二十九日")
    assert (found.unit, found.region, found.published) == ("泽林市水利局", "泽林市", "2021-10-29")


def test_a_short_bureau_name_is_written_out() -> None:
    assert head("武汉市卫健委2022年度议提案办理工作总结", "全年承办议提案64件。").unit == "武汉市卫生健康委员会"
    assert head("青禾县发改局2022年建议提案办理情况", BUREAU).unit == "青禾县发展和改革局"


def test_a_title_over_two_lines_is_one_title() -> None:
    found = head("鹿鸣涧区教育和体育局", "2024年度人大代表建议、政协提案办理工作总结", "2024年，我局共承办建议提案40件。")
    assert found.title == "鹿鸣涧区教育和体育局2024年度人大代表建议、政协提案办理工作总结"
    assert (found.unit, found.year) == ("鹿鸣涧区教育和体育局", 2024)


def test_a_line_of_text_is_no_title() -> None:
    assert (
        head("2022年，市发展和改革局共收到建议和提案20件，其中主办件13件，协办件7件，现已全部办结并答复代表委员。", "楚雄市发展和改革局").title == ""
    )


@pytest.mark.parametrize("office", ["县人民政府办公室", "县政府督查室", "县融媒体中心"])
def test_an_office_of_the_government_speaks_for_the_government(office: str) -> None:
    found = head("关于2023年提案办理情况的通报", "全县系统共办理县政协提案120件，县政府高度重视。", f"青禾{office}", "2023年12月1日")
    assert (found.unit, found.kind) == ("青禾县人民政府", "government")


def test_who_speaks_decides_when_the_title_names_nobody() -> None:
    by_government = head(
        "关于代表建议办理情况的报告", "——2022年11月3日在县人大常委会第八次会议上", "青禾县人民政府副县长 某某", "受县人民政府委托，现报告如下。"
    )
    by_congress = head(
        "关于代表建议办理情况的报告",
        "——2022年11月3日在县人大常委会第八次会议上",
        "青禾县人大常委会代表工作委员会主任 某某",
        "受主任会议委托，现报告如下。",
    )
    assert (by_government.unit, by_government.kind) == ("青禾县人民政府", "government")
    assert (by_congress.unit, by_congress.kind) == ("青禾县人民代表大会常务委员会", "congress")


def test_a_cppcc_reports_on_its_own_work() -> None:
    found = head("政协青禾县第十届委员会常务委员会关于提案工作情况的报告", "（2024年1月9日）", "一年来，共收到提案186件，立案162件。")
    assert (found.unit, found.kind, found.year) == ("政协青禾县委员会", "cppcc", 2023)


def test_a_committee_of_the_cppcc_signs_for_the_cppcc() -> None:
    found = head("县政协2020年提案工作综述", "一年来，县政协共收到提案186件。", "政协雁栖口县委员会提案委员会", "2021年1月15日")
    assert (found.unit, found.region, found.year) == ("政协雁栖口县委员会", "雁栖口县", 2020)


def test_a_region_that_helps_is_not_the_region_that_reports() -> None:
    found = head(
        "我县提案办理工作收官",
        "由东部协作市滨沧市对口帮扶的项目建成后，雁回县又交出一份答卷。",
        "组织委员赴浙江省杭州市余杭区考察学习。县政府督查室统计，115件提案由34家单位承办。",
        "（雁回县政府督查室 2020年12月4日）",
    )
    assert (found.region, found.unit) == ("雁回县", "雁回县人民政府")


def test_an_upper_office_that_is_addressed_is_not_the_reporter() -> None:
    found = head(
        "关于2018年度建议提案办理情况的报告", "平湖港市人民政府督查室：", "现将我区情况报告如下。区人大代表建议88件。", "松原口区人民政府办公室"
    )
    assert (found.region, found.unit) == ("松原口区", "松原口区人民政府")


def test_a_province_and_a_prefecture_of_like_names_are_told_apart() -> None:
    found = head(
        "西陇州人民政府关于2021年提案办理情况的报告", "2021年，在西陇省人民政府和州委的领导下，州政府办理州政协提案278件。", "西陇州人民政府"
    )
    assert (found.region, found.region_level) == ("西陇州", "prefectural")


def test_a_region_named_only_in_passing_is_found_through_its_province() -> None:
    found = head(
        "2020年提案办理情况汇报",
        "经信局把提案办理作为推动全县工业的动力。",
        "2020年我局共收到提案13件，其中县政协提案9件。",
        "推动全椒玩具产业园申报安徽省示范园区。",
    )
    assert (found.region, found.unit) == ("全椒县", "全椒县经济和信息化局")


def test_an_ambiguous_name_comes_with_what_it_lies_in() -> None:
    found = head(
        "关于2020年朝阳区代表建议办理情况的报告",
        "——在北京市朝阳区第十六届人大常委会会议上",
        "朝阳区人民政府副区长 某某",
        "受区政府委托，现报告如下。",
    )
    assert (found.region, found.within, found.region_level) == ("朝阳区", "北京市", "county")
    assert head("西宁市城中区2024年6月份政府公开电话工作情况通报", "6月份，我区受理1200件。").within == "西宁市"
    assert head("云阳县教育局2022年建议提案办理情况", BUREAU).within == ""


def test_chains_of_regions_give_the_most_local_one() -> None:
    assert head("山东省济南市章丘区2023年提案办理情况的报告", "区政协提案226件。").region == "章丘区"
    assert head("岭北州青禾县人民政府2023年提案办理情况的报告", "县政协提案162件。").region == "青禾县"
    assert head("郑州市管城回族区2021年承办郑州市人大代表建议情况", "我区承办建议36件。").region == "管城回族区"


def test_a_city_named_without_its_letter_is_that_city() -> None:
    assert head("福州2011年代表建议解决率提高", "全市办理建议300件。").region == "福州市"
    assert head("市十八届人大一次会议建议全部办结", "市人大常委会督办建议238件。", "潍坊晚报").region == "潍坊市"


def test_unit_and_region_of_traditional_text_are_simplified_and_the_title_is_not() -> None:
    found = head("臨嵐縣2021年政協提案辦理工作綜述", "臨嵐縣人民政府全年承辦縣政協提案一百二十件。")
    assert (found.unit, found.region, found.title) == ("临岚县人民政府", "临岚县", "臨嵐縣2021年政協提案辦理工作綜述")


def test_a_ministry_reports_for_the_nation() -> None:
    found = head("水利部2024年建议提案办理情况", "2024年，水利部承办全国人大代表建议500件。")
    assert (found.unit, found.region, found.region_level) == ("水利部", "全国", "national")


def test_towns_courts_and_zones_report_for_themselves() -> None:
    town = head("松河镇人民政府2022年建议办理工作总结", "我镇承办镇人大代表建议23件。", "桐梓县松河镇人民政府", "2022年12月1日")
    court = head("关于办理2022年建议提案情况的报告", "我院承办市人大代表建议4件。", "赣州市中级人民法院", "2022年10月8日")
    zone = head("济南高新区管委会2022年建议提案办理情况", "高新区管委会承办市人大代表建议22件。")
    assert [found.unit for found in (town, court, zone)] == ["桐梓县松河镇人民政府", "赣州市中级人民法院", "济南高新区管理委员会"]


def test_a_town_whose_county_is_not_told_is_its_own_region() -> None:
    own = head("桃源乡人民政府关于2023年代表建议办理情况的报告", "2023年，乡政府承办乡人大代表建议18件。")
    upper = head("溪口桥镇2022年县人大代表建议办理工作总结", "今年，我镇承办县人大代表建议6件。", "溪口桥镇人民政府")
    told = [(found.unit, found.region, found.region_level, found.level) for found in (own, upper)]
    assert told == [("桃源乡人民政府", "桃源乡", "township", "township"), ("溪口桥镇人民政府", "溪口桥镇", "township", "county")]


def test_a_county_level_city_said_outright_is_one() -> None:
    for text in ("澄湖市（县级市）政协收到提案218件，交由各县区和市直部门办理。", "澄湖市作为县级市，共收到提案218件。"):
        assert head("澄湖市政协2023年提案办理情况", text).region_level == "county"


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("2023年，临川区教育局共承办区人大代表建议12件，全部办结。", "临川区教育局"),
        ("今年，云岭州人民政府承办州人大代表建议120件。", "云岭州人民政府"),
        ("锡林郭勒盟行政公署2022年建议提案办理情况", "锡林郭勒盟行政公署"),
        ("新疆生产建设兵团教育局2022年建议提案办理情况", "新疆生产建设兵团教育局"),
        ("国家税务总局青禾县税务局2022年建议提案办理情况", "国家税务总局青禾县税务局"),
        ("青禾县残联2023年建议提案办理情况报告", "青禾县残疾人联合会"),
        ("中共青禾县委宣传部2023年提案办理情况", "中共青禾县委宣传部"),
        ("金坛区政协座谈区教育局提案办理工作", "金坛区教育局"),
        ("浦江县政协督办教育系统提案办理工作", "浦江县教育局"),
        ("青禾县营商环境建设局2023年建议提案办理情况", "青禾县营商环境建设局"),
        ("青禾县人民医院2023年建议提案办理情况", "青禾县人民医院"),
        ("近日，清波市农业农村局召开建议提案办理推进会。", "清波市农业农村局"),
    ],
)
def test_one_line_can_be_enough_to_know_the_unit(line: str, unit: str) -> None:
    assert head(line).unit == unit


@pytest.mark.parametrize("name", ["明月湖区", "日新县", "和风县", "向阳湾市", "云岭傣族彝族自治县"])
def test_an_unknown_name_may_hold_small_words_or_a_known_name(name: str) -> None:
    assert head(f"{name}人民政府关于提案办理情况的报告", "承办提案8件。").region == name


def test_hotlines_and_key_work_are_the_governments() -> None:
    found = head("2024年7月份12345热线运行情况通报", "7月份，全区受理工单5218件。", "鹿鸣涧区数据局", "2024年8月9日")
    assert (found.unit, found.kind, found.instrument, found.publisher) == ("鹿鸣涧区人民政府", "hotline", "hotline", "鹿鸣涧区数据局")
    assert head("青禾县2023年10月份民生实事项目进展通报", "10月底，项目开工率92%。").kind == "bulletin"


@pytest.mark.parametrize(
    ("title", "instrument"),
    [
        ("青禾县关于县政协十届三次会议提案办理情况的报告", "proposal"),
        ("青禾县关于县人大代表建议、批评和意见办理情况的报告", "suggestion"),
        ("青禾县2022年建议提案办理情况", "combined"),
    ],
)
def test_the_title_tells_the_stream(title: str, instrument: str) -> None:
    assert head(title, "全县承办62件。").instrument == instrument


def test_a_level_is_given_where_the_report_is_about_one_body() -> None:
    one = head("青禾县关于县政协提案办理情况的报告", "县政协提案62件。此外还承办州政协提案4件。")
    several = head("青禾县2022年建议提案办理情况", "承办州人大代表建议2件、县人大代表建议8件。")
    assert (one.level, several.level) == ("county", "")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("今年承办州人大代表建议2件，市人大代表建议7件，涉及12个乡镇。", "county"),
        ("今年承办市人大代表建议700件，交由各县（市、区）和市直单位办理。", "prefectural"),
    ],
)
def test_the_level_of_an_unknown_city_is_told_by_what_is_above_and_below_it(text: str, level: str) -> None:
    assert head("浣溪市2022年建议办理情况", text, "浣溪市人民政府").region_level == level


def test_evidence_points_at_the_words() -> None:
    text = "青禾县教育局2022年建议提案办理情况\n我局承办县政协提案9件。\n"
    found = read_head(read(data=text.encode(), name="a.txt"))
    spans = dict(found.evidence)
    assert spans["unit"].of(text) == "青禾县教育局2022年建议提案办理情况"
    assert spans["year"].of(text).startswith("青禾县教育局2022年")


def test_the_name_of_the_site_helps_where_the_article_names_no_region() -> None:
    page = """<html><head><title>我区提案办理交出答卷-苍梧岭区人民政府门户网站</title></head><body><h1>我区提案办理交出答卷</h1>
    <p>今年，区政协会议以来，164件提案交由区政府系统的43家单位承办，到11月底全部按期答复，区政府高度重视，逐件落实。</p>
    <p>区政府办公室表示，明年将继续提高办理质量，件件抓落实，让委员满意，让群众满意，办好每一件民生小事。</p></body></html>"""
    found = read_head(read(data=page.encode(), name="a.html"))
    assert (found.region, found.unit) == ("苍梧岭区", "苍梧岭区人民政府")


def test_an_empty_head_has_no_guesses() -> None:
    found = head("今天天气很好。")
    assert (found.unit, found.region, found.year, found.month, found.published) == ("", "", None, None, "")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="青禾县市区州省人民政府局政协人大提案建议2022年月日0123()《》。，、\n ", max_size=300))
def test_any_text_gives_a_head_whose_evidence_lies_inside(text: str) -> None:
    data = (text + "提案").encode()
    document = read(data=data, name="a.txt")
    for _, span in read_head(document).evidence:
        assert 0 <= span.start <= span.end <= len(document.text)
