"""Tables by stream, level, year, month and topic; transposed ones; hotline, key work and ranks."""

import pytest

from tests.extract.table_sketch import lines, read, reasons


def test_rows_by_stream_and_level_and_their_total():
    table = "类别|件数|主办|会办\n全国人大代表建议|1|0|1\n省政协提案|5|2|3\n市人大代表建议|46|31|15\n合计|52|33|19"
    assert lines(table) == [
        "suggestion national received = 1", "suggestion national lead received = 0", "suggestion national joint received = 1",
        "proposal provincial received = 5", "proposal provincial lead received = 2", "proposal provincial joint received = 3",
        "suggestion 市 received = 46", "suggestion 市 lead received = 31", "suggestion 市 joint received = 15",
        "combined 各级 received = 52", "combined 各级 lead received = 33", "combined 各级 joint received = 19",
    ]  # fmt: skip


@pytest.mark.parametrize("table", [
    "类别|<|件数\n人大代表建议|省|3\n^|市|12\n^|小计|15\n政协提案|省|2\n^|市|1\n^|小计|3\n合计|<|18",
    "类别|级别|件数\n人大代表建议|省|3\n.|市|12\n.|小计|15\n政协提案|省|2\n.|市|1\n.|小计|3\n合计|.|18",
])  # fmt: skip
def test_a_merged_or_blank_stub_reaches_down_and_a_subtotal_sums_its_own_group(table):
    assert lines(table) == [
        "suggestion provincial received = 3", "suggestion 市 received = 12", "suggestion 各级 received = 15",
        "proposal provincial received = 2", "proposal 市 received = 1", "proposal 各级 received = 3", "combined 各级 received = 18",
    ]  # fmt: skip


def test_levels_and_streams_across_and_the_sum_of_all():
    table = "单位|省级|<|县级|<|合计\n^|建议|提案|建议|提案|^\n教育局|1|0|10|12|23"
    assert lines(table) == [
        "教育局 suggestion provincial received = 1", "教育局 proposal provincial received = 0",
        "教育局 suggestion 县 received = 10", "教育局 proposal 县 received = 12", "教育局 combined 各级 received = 23",
    ]  # fmt: skip


def test_measures_under_each_stream():
    table = "单位|代表建议|<|委员提案|<\n^|数量|满意率|数量|满意率\n教育局|5|100%|6|97.5%"
    assert lines(table) == [
        "教育局 suggestion received = 5", "教育局 suggestion satisfaction_rate = 100%",
        "教育局 proposal received = 6", "教育局 proposal satisfaction_rate = 97.5%",
    ]  # fmt: skip


def test_a_heading_or_a_caption_gives_stream_and_body():
    assert lines("一、承办市级建议提案情况", "单位|建议|提案\n教育局|5|6") == ["教育局 suggestion 市 received = 5", "教育局 proposal 市 received = 6"]
    assert lines("# 二、县政协提案办理情况", "附表", "单位|件数\n教育局|5") == ["教育局 proposal 县 received = 5"]


def test_motions_and_suggestions_that_are_listed_apart_are_not_summed():
    assert lines("类别|件数\n议案|1\n建议|104\n合计|105") == ["motion received = 1", "suggestion received = 104"]


def test_years_down_or_across_and_last_year_beside_this():
    assert lines("年度|承办件数|办复率\n2021年|241|100%\n2022|263|100%") == [
        "received 2021 = 241", "answer_rate 2021 = 100%", "received 2022 = 263", "answer_rate 2022 = 100%"]  # fmt: skip
    assert lines("指标|2021|2022\n承办件数|31|28\n满意率|96.5|97") == [
        "received 2021 = 31", "received 2022 = 28", "satisfaction_rate 2021 = 96.5%", "satisfaction_rate 2022 = 97%"]  # fmt: skip
    assert lines("单位|件数\n教育局|5\n合计|5\n上年同期|4", year=2023) == ["教育局 received = 5", "received = 5", "received 2022 = 4"]
    assert reasons("单位|件数\n合计|5\n上年同期|4", year=None) == {"4": "没有写明年度，不知上年是哪一年"}


def test_what_lies_in_last_years_items_is_last_years():
    table = "单位|上年度B类件|其中：已解决\n教育局|4|3"
    assert lines(table) == ["教育局 outcome planned 2022 = 4", "教育局 outcome adopted 2022 = 3"]


def test_differences_are_no_figures_and_the_same_month_of_last_year_counts_what_stands_beside_it():
    table = "单位|本月受理|环比增减|去年同期\n城关镇|100|11.1%|80"
    assert lines(table, instrument="hotline", month=5) == ["城关镇 received = 100", "城关镇 received 2022 = 80"]


def test_months_quarters_and_the_running_total():
    assert lines("月份|受理量\n1月|300\n2月|280\n3月|350\n合计|930") == [
        "received m1 = 300", "received m2 = 280", "received m3 = 350", "received 2023-01/2023-03 = 930"]  # fmt: skip
    assert lines("季度|受理量\n一季度|100\n二季度|120\n合计|220") == [
        "received 2023-01/2023-03 = 100", "received 2023-04/2023-06 = 120", "received 2023-01/2023-06 = 220"]  # fmt: skip
    assert lines("单位|受理量|<\n^|本月|1—9月累计\n城关镇|120|1003", month=9) == ["城关镇 received = 120", "城关镇 received 2023-01/2023-09 = 1003"]
    assert lines("单位|办结率|<\n^|本月|累计\n城关镇|99.1%|99.3%", month=6)[1] == "城关镇 completion_rate 2023-01/2023-06 = 99.3%"


def test_topics_down_with_counts_and_shares_and_their_sum():
    table = "类别|件数|占比\n经济建设类|79|61.2%\n社会民生类|50|38.8%\n合计|129|100%"
    assert [(m.measure, m.category, m.label, m.value) for m in read(table, kind="government")] == [
        ("topic", "economy", "经济建设类", 79.0), ("topic_share", "economy", "经济建设类", 61.2),
        ("topic", "livelihood", "社会民生类", 50.0), ("topic_share", "livelihood", "社会民生类", 38.8), ("received", "", "", 129.0),
    ]  # fmt: skip


def test_the_sum_of_a_bodys_own_topics_is_told_by_the_caption_alone():
    table = "类别|件数\n经济建设类|79\n社会民生类|50\n合计|129"
    assert [m.measure for m in read("立案提案分类情况", table, kind="cppcc")] == ["topic", "topic", "filed"]
    assert [m.measure for m in read("提案分类情况", table, kind="cppcc")] == ["topic", "topic"]


def test_topics_across_units_and_what_is_split_twice():
    assert lines("单位|经济建设|社会民生|合计\n发改局|5|1|6") == [
        "发改局 topic economy = 5", "发改局 topic livelihood = 1", "发改局 received = 6"]  # fmt: skip
    assert reasons("类别|件数|已解决\n城乡建设类|40|30\n社会事业类|35|28") == {"30": "两种分类交叉，不单列", "28": "两种分类交叉，不单列"}


def test_classes_down_with_counts_and_shares():
    assert lines("办理结果|件数|占比（%）\nA类（已解决）|62|59.6\nB类（列入计划）|42|40.4\n合计|104|100") == [
        "outcome adopted = 62", "outcome_share adopted = 59.6%", "outcome planned = 42", "outcome_share planned = 40.4%"]  # fmt: skip
    assert lines("项目|A类|B类\n件数|62|42\n占比（%）|59.6|40.4") == [
        "outcome adopted = 62", "outcome planned = 42", "outcome_share adopted = 59.6%", "outcome_share planned = 40.4%"]  # fmt: skip
    assert lines("评价|件数|比例\n满意|144|98.6%\n基本满意|2|1.4%") == [
        "satisfaction satisfied = 144", "satisfaction_rate satisfied = 98.6%", "satisfaction basic = 2", "satisfaction_rate basic = 1.4%"]  # fmt: skip


def test_units_across_and_a_measure_in_the_caption():
    assert lines("项目|区教育局|区民政局|合计\n承办件数|20|10|30\n满意率|100%|95%|98.3%") == [
        "区教育局 received = 20", "区民政局 received = 10", "received = 30",
        "区教育局 satisfaction_rate = 100%", "区民政局 satisfaction_rate = 95%", "satisfaction_rate = 98.3%"]  # fmt: skip
    assert lines("近两年满意率对比（%）", "年度|教育局|水利局\n2022年|95.1|96") == [
        "教育局 satisfaction_rate 2022 = 95.1%", "水利局 satisfaction_rate 2022 = 96%"]  # fmt: skip


def test_the_hotline_by_district_with_cases_that_are_handed_on():
    table = "序号|承办单位|转派量(件)|<|办结率(%)|解决率(%)\n^|^|合计|其中紧急件|^|^\n1|望鹤区人民政府|5,317|248|99.08|89.74\n2|水务集团|987|133|100|—"
    assert lines(table, instrument="hotline", month=5) == [
        "望鹤区人民政府 received part = 5317", "望鹤区人民政府 received part = 248",
        "望鹤区人民政府 completion_rate = 99.08%", "望鹤区人民政府 outcome_share adopted = 89.74%",
        "水务集团 received part = 987", "水务集团 received part = 133", "水务集团 completion_rate = 100%",
    ]  # fmt: skip


def test_the_hotline_by_channel_or_kind_of_case_gives_parts():
    assert lines("受理渠道|受理量|占比\n热线电话|800|80%\n微信|200|20%\n合计|1000|100%", instrument="hotline") == [
        "received part = 800", "received part = 200", "received = 1000"]  # fmt: skip


def test_key_work_has_rates_and_ranks_and_no_counts_of_projects_or_money():
    table = "镇办|项目数|开工率|年度计划投资（亿元）|投资完成率|考核排名\n南郊镇|12|91.67%|20.5|79.0%|1\n合计|20|95%|30.7|108.9%|."
    assert lines("2023年10月全区重点项目推进情况", table, instrument="key_work") == [
        "南郊镇 key_work start_rate 2023 m10 = 91.67%", "南郊镇 key_work investment_rate 2023 m10 = 79%", "南郊镇 key_work rank 2023 m10 = 1#",
        "key_work start_rate 2023 m10 = 95%", "key_work investment_rate 2023 m10 = 108.9%",
    ]  # fmt: skip


def test_a_rank_keeps_its_field_of_work_and_an_overall_rank_has_none():
    found = read("重点工作|全市排名\n工业强区建设|5\n扶贫攻坚|6\n综合排名|4", instrument="key_work")
    assert [(m.category, m.label, m.value, m.scale) for m in found] == [
        ("economy", "工业强区建设", 5.0, "rank"), ("agriculture", "扶贫攻坚", 6.0, "rank"), ("", "综合排名", 4.0, "rank")]  # fmt: skip


def test_key_work_is_listed_under_names_of_the_reports_own():
    table = "项目类别|开工率|投资完成率\n市重大项目|100%|71.7%\n区工业服务业项目|82.35%|64.4%\n合计|90%|68%"
    found = read(table, instrument="key_work")
    assert [(m.label, m.measure, m.value) for m in found] == [
        ("市重大项目", "start_rate", 100.0), ("市重大项目", "investment_rate", 71.7), ("区工业服务业项目", "start_rate", 82.35),
        ("区工业服务业项目", "investment_rate", 64.4), ("", "start_rate", 90.0), ("", "investment_rate", 68.0),
    ]  # fmt: skip
    assert lines("项目名称|投资完成率\n某某大道|71.7%\n某某中学|80%", instrument="key_work") == []


def test_proposers_are_a_cut_of_the_stream_and_proposing_units_handle_nothing():
    assert lines("提案来源|提案数|立案数\n民主党派|20|18\n委员个人|100|80\n合计|120|98", instrument="proposal", kind="cppcc") == [
        "proposal received part = 20", "filed part = 18", "proposal received part = 100", "filed part = 80",
        "proposal received = 120", "filed = 98"]  # fmt: skip
    assert set(reasons("提交单位|提案数\n某党派市委会|12\n市工商联|5").values()) == {"按提出者分，不是承办单位的数字"}


def test_how_many_units_handled():
    assert lines("年度|提案总数|承办单位（个）|主办单位数\n2022年|301|48|40") == [
        "proposal received 2022 = 301", "units 2022 = 48", "lead units 2022 = 40"]  # fmt: skip
