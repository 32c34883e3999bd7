"""Tables as offices lay them out: heads in several rows, kinds of units, notes that tell of columns, several tables in one, forms."""

import pytest

from tests.extract.table_sketch import lines, read, reasons


def test_a_head_in_three_rows_is_read_from_top_to_bottom():
    table = """承办单位|人大代表建议|<|<|政协提案|<|<
^|承办方式|<|结果|承办方式|<|结果
^|主办|协办|A类|主办|协办|A类
教育局|12|8|10|10|5|9"""
    assert lines(table) == [
        "教育局 suggestion lead received = 12", "教育局 suggestion joint received = 8", "教育局 suggestion outcome adopted = 10",
        "教育局 proposal lead received = 10", "教育局 proposal joint received = 5", "教育局 proposal outcome adopted = 9",
    ]  # fmt: skip


def test_everyday_words_of_heads_hide_no_class():
    table = "件别|承办分工|<|办理结果（仅主办件）|<|三率（%）|<\n^|主办|会办|A类|C类|面商率|满意率\n省政协提案|3|1|2|1|100|98.5"
    assert lines(table) == [
        "proposal provincial lead received = 3", "proposal provincial joint received = 1", "proposal provincial lead outcome adopted = 2",
        "proposal provincial lead outcome deferred = 1", "proposal provincial meeting_rate = 100%", "proposal provincial satisfaction_rate = 98.5%",
    ]  # fmt: skip


@pytest.mark.parametrize("table", [
    "承办单位|件数\n县直部门|<\n县教育局|12\n乡镇|<\n城关镇|2", "类型|承办单位|件数\n县直单位|县教育局|12\n乡镇|城关镇|2",
    "项目|县直部门|乡镇\n^|县教育局|城关镇\n件数|12|2",
])  # fmt: skip
def test_a_kind_of_units_is_no_level_of_what_they_handle(table):
    assert lines(table) == ["县教育局 received = 12", "城关镇 received = 2"]


def test_numbers_of_a_kind_of_units_are_of_no_unit():
    assert reasons("类别|件数\n县直部门|50\n乡镇|11") == {"50": "不是一个单位", "11": "不是一个单位"}
    assert reasons("承办单位|件数\n白河、城关等乡镇|2\n白河镇等3个乡镇|5") == {"2": "不是一个单位", "5": "不是一个单位"}
    assert lines("单位|级别|件数\n教育局|省|2\n^|乡镇|3") == ["教育局 provincial received = 2", "教育局 township received = 3"]


def test_a_short_name_below_a_head_of_units_is_a_unit_and_no_letter_of_a_class():
    assert lines("乡镇|件数\n城关|12\n丁家渡|7") == ["城关 received = 12", "丁家渡 received = 7"]
    assert lines("镇名|件数\n丁家渡|7") == []


@pytest.mark.parametrize(("note", "said"), [
    ("注：办理结果和委员评价均为主办件，委员评价为初次反馈。",
     ["教育局 received = 12", "教育局 lead outcome adopted = 9", "教育局 lead satisfaction satisfied first = 8"]),
    ("注：“办理结果”“委员评价”两栏仅统计主办件，会办件由主办单位答复。",
     ["教育局 received = 12", "教育局 lead outcome adopted = 9", "教育局 lead satisfaction satisfied = 8"]),
    ("注：1.A类为主办件；2.满意以最终测评为准。", ["教育局 received = 12", "教育局 lead outcome adopted = 9", "教育局 satisfaction satisfied final = 8"]),
    ("注：满意为对办理态度的评价。", ["教育局 received = 12", "教育局 outcome adopted = 9", "教育局 satisfaction satisfied attitude = 8"]),
    ("注：本表只统计主办件。", ["教育局 lead received = 12", "教育局 lead outcome adopted = 9", "教育局 lead satisfaction satisfied = 8"]),
    ("注：委员评价以主办单位收回的反馈表为依据；承办件数为主办、会办合计。",
     ["教育局 received = 12", "教育局 outcome adopted = 9", "教育局 satisfaction satisfied = 8"]),
])  # fmt: skip
def test_a_note_tells_the_role_and_the_round_of_the_columns_that_it_names(note, said):
    assert lines("承办单位|承办件数|办理结果|委员评价\n^|^|A类|满意\n教育局|12|9|8", note) == said


def test_a_line_above_the_table_tells_the_round_of_its_columns_and_main_units_have_no_role():
    assert lines("主要承办单位情况如下（评价为首次评价）：", "承办单位|件数|满意|满意率\n教育局|12|11|91.7%") == [
        "教育局 received = 12", "教育局 satisfaction satisfied first = 11", "教育局 satisfaction_rate first = 91.7%"]  # fmt: skip


def test_who_filled_in_a_table_stands_neither_in_its_head_nor_among_its_rows():
    table = "填报单位：县教育局|<|单位：件\n类别|主办|协办\n人大代表建议|10|2\n填表人：张某|审核人：李某|2023年11月2日"
    assert lines(table) == ["suggestion lead received = 10", "suggestion joint received = 2"]
    assert lines("填报单位|县教育局|填报日期|2023年11月\n建议承办数|12|提案承办数|8") == ["suggestion received = 12", "proposal received = 8"]


def test_two_tables_under_the_same_head_are_told_apart_by_their_titles():
    first, second = "单位|主办|协办\n教育局|12|2", "单位|主办|协办\n教育局|10|3"
    assert lines(f"表1 人大代表建议|<|<\n{first}\n表2 政协提案|<|<\n{second}") == [
        "教育局 suggestion lead received = 12", "教育局 suggestion joint received = 2",
        "教育局 proposal lead received = 10", "教育局 proposal joint received = 3",
    ]  # fmt: skip


@pytest.mark.parametrize("rest", ["单位|主办|协办\n水利局|3|4", "水利局|3|4"])
def test_a_table_goes_on_below_a_line_that_says_so(rest):
    assert lines("2022年县政协提案办理情况", "单位|主办|协办\n教育局|12|2", "续表", rest) == [
        "教育局 proposal 县 lead received 2022 = 12", "教育局 proposal 县 joint received 2022 = 2",
        "水利局 proposal 县 lead received 2022 = 3", "水利局 proposal 县 joint received 2022 = 4",
    ]  # fmt: skip


def test_numbers_may_stand_before_the_names_of_the_rows():
    assert lines("排名|单位|办结率\n1|教育局|100%\n2|民政局|99%") == ["教育局 completion_rate = 100%", "民政局 completion_rate = 99%"]


def test_a_count_beside_rates_in_one_column_stays_a_count():
    table = "项目|件数\n承办总数|30\n其中：建议|12\n办结|30\nA类|15\n满意率|100%"
    assert lines(table) == ["received = 30", "suggestion received = 12", "completed = 30", "outcome adopted = 15", "satisfaction_rate = 100%"]
    assert lines("单位|主办|满意率\n教育局|12|100%\n平均|8.5|99%") == ["教育局 lead received = 12", "教育局 satisfaction_rate = 100%"]
    assert lines("类别|不满意\n^|比例\n建议|1%\n提案|0") == [
        "suggestion satisfaction_rate dissatisfied = 1%", "proposal satisfaction_rate dissatisfied = 0%"]  # fmt: skip


def test_a_share_stands_right_of_its_class_and_of_no_two():
    assert lines("单位|A类|占比|B类|占比（%）\n教育局|10|83.3%|2|16.7") == [
        "教育局 outcome adopted = 10", "教育局 outcome_share adopted = 83.3%", "教育局 outcome planned = 2", "教育局 outcome_share planned = 16.7%"]  # fmt: skip
    assert reasons("单位|A类|B类|占比\n教育局|10|2|83.3%") == {"83.3": "占比没有对应的统计项"}


def test_a_total_counts_what_its_neighbours_count_and_no_classes():
    assert lines("县区|建议|提案|合计|办结率\n云岭县|12|20|32|100%")[2] == "云岭县 combined received = 32"
    assert reasons("类别|建议\n已解决|70\n列入计划|25\n合计|95") == {"95": "各类之和，没有说明是什么件数"}
    assert reasons("单位|A类|B类|合计\n教育局|1|2|3") == {"3": "各类之和，没有说明是什么件数"}


def test_a_total_over_times_spans_them_only_where_they_follow_each_other():
    assert lines("月份|受理量\n1月|100\n2月|110\n合计|210")[2] == "received 2023-01/2023-02 = 210"
    assert lines("年度|承办件数\n2018|100\n2019|110\n五年合计|210")[2] == "received 2019 2018/2019 = 210"
    assert reasons("月份|受理量\n1月|100\n3月|110\n合计|210") == {"210": "不相连的几段时间之和"}


def test_the_hotline_itself_is_one_channel_beside_others():
    table = "受理渠道|受理量\n12345热线|800\n县长信箱|50\n合计|850"
    assert lines(table, instrument="hotline") == ["hotline received part = 800", "received part = 50", "hotline received = 850"]


def test_proposers_and_leaders_are_no_units():
    assert lines("提案者|件数\n民盟县委|12\n委员个人|80\n合计|92") == ["received part = 80", "received = 92"]
    assert lines("领导|领办件数|办结\n县长李某|2|2\n副县长王某|3|3\n合计|5|5") == ["key = 5"]


def test_how_many_units_handled_may_be_a_row():
    assert lines("指标|2022年|2023年\n立案数|201|210\n承办单位（个）|46|48") == [
        "filed 2022 = 201", "filed 2023 = 210", "units 2022 = 46", "units 2023 = 48"]  # fmt: skip


def test_what_handling_joint_items_count_is_no_whole_of_the_classes_of_lead_items():
    assert {m.reason for m in read("类别|主办|<|协办\n^|A类|B类|^\n政协提案|3|1|2")} == {""}


def test_a_head_whose_lower_row_slipped_to_the_left_tells_nothing():
    table = "承办单位|承办件数|.|满意率\n主办|协办|.|.\n县教育局|12|2|100%"
    assert lines(table) == []
    assert set(reasons(table).values()) == {"表头上下两行错位，不知各列是什么"}


def test_a_session_beside_its_year_is_no_second_round():
    assert lines("届次|年度|立案数\n十届一次|2018年|90\n十届二次|2019年|95", instrument="proposal") == ["filed 2018 = 90", "filed 2019 = 95"]
    assert set(reasons("届次|立案数\n十届一次会议|90\n十届二次会议|95").values()) == {"届次，不知是哪一年"}


def test_a_numbered_row_ends_the_group_that_a_title_of_its_kind_began():
    table = "项目|数量\n一、承办总数|70\n1.人大代表建议|30\n二、办理结果|<\n1.A类|50\n三、满意率|100%"
    assert lines(table) == ["received = 70", "suggestion received = 30", "outcome adopted = 50", "satisfaction_rate = 100%"]


def test_proposals_of_members_are_a_cut_beside_those_of_parties():
    assert lines("类别|件数\n党派提案|9\n委员提案|12\n集体提案|2\n合计|23") == [
        "proposal received part = 9", "proposal received part = 12", "proposal received part = 2", "proposal received = 23"]  # fmt: skip


def test_a_column_of_which_counts_what_stands_left_of_it():
    assert lines("单位|承办总数|其中主办|办结数|其中主办|其中建议\n教育局|15|12|14|11|8") == [
        "教育局 received = 15", "教育局 lead received = 12", "教育局 completed = 14", "教育局 lead completed = 11", "教育局 suggestion completed = 8"]  # fmt: skip
    assert lines("单位|满意率|其中|<\n^|^|建议|提案\n教育局|99%|100%|98%") == [
        "教育局 satisfaction_rate = 99%", "教育局 suggestion satisfaction_rate = 100%", "教育局 proposal satisfaction_rate = 98%"]  # fmt: skip


@pytest.mark.parametrize("table", ["单位|件数|件数\n教育局|10|12", "单位|件数\n教育局|10\n教育局|12"])
def test_two_numbers_that_nothing_tells_apart_are_no_figures(table):
    assert reasons(table) == dict.fromkeys(("10", "12"), "行名和表头都一样，数却不同")


def test_a_cut_by_the_role_in_rows_keeps_its_own_words():
    found = read("办理方式|建议\n独办|5\n主办|8\n协办|2")
    assert [(m.role, m.part, m.label, m.value) for m in found] == [("lead", True, "独办", 5.0), ("lead", False, "", 8.0), ("joint", False, "", 2.0)]


def test_a_heading_over_several_rows_tells_nothing_of_rows_that_name_their_measure():
    table = """类别|指标|计量单位|2022年|2023年
提案提出|收到提案|件|201|224
^|承办单位|个|43|46
办理质效|办复率|%|100|100
^|对办理结果满意率（不含基本满意）|%|91.6|93.6"""
    assert lines(table, kind="cppcc", instrument="proposal") == [
        "proposal received 2022 = 201", "proposal received 2023 = 224", "proposal units 2022 = 43", "proposal units 2023 = 46",
        "answer_rate 2022 = 100%", "answer_rate 2023 = 100%",
        "satisfaction_rate satisfied result 2022 = 91.6%", "satisfaction_rate satisfied result 2023 = 93.6%",
    ]  # fmt: skip
    assert reasons(table, kind="cppcc", instrument="proposal") == {}


def test_the_sub_total_of_a_system_is_the_governments():
    table = "承办系统|承办单位|承办件数|A类\n市政府系统|市教育局|24|15\n^|市民政局|18|12\n^|小计|42|27\n市法院|.|4|3\n合计|.|46|30"
    found = lines(table, kind="congress", instrument="suggestion", region="青禾市")
    assert "市政府系统 received = 42" in found


def test_a_second_asking_is_the_final_round():
    table = "类别|首次征询（件）|<|二次征询（件）|<\n^|满意|不满意|满意|不满意\n代表建议|26|1|27|0"
    assert lines(table) == [
        "suggestion satisfaction satisfied first = 26", "suggestion satisfaction dissatisfied first = 1",
        "suggestion satisfaction satisfied final = 27", "suggestion satisfaction dissatisfied final = 0",
    ]  # fmt: skip


def test_the_sum_of_some_units_is_not_the_reporters():
    table = "承办单位|承办件数|A类\n县教育局|31|20\n县住建局|18|9\n合计|49|29"
    assert "received = 49" in lines("各承办单位办理情况如下：", table)
    found = lines("主要承办单位办理情况见下表：", table)
    assert found == ["县教育局 received = 31", "县教育局 outcome adopted = 20", "县住建局 received = 18", "县住建局 outcome adopted = 9"]
    assert reasons("主要承办单位办理情况见下表：", table)["49"] == "所列只是部分单位，合计不是全部"
