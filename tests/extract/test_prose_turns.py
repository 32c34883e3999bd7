"""What later sentences tell of counts told before: classes of an earlier year that turned, parts, streams, offices that open a paragraph."""

import pytest

from tests.extract.prose_reading import told


@pytest.mark.parametrize(("text", "expected"), [
    ("96件建议的满意、基本满意、不满意件数分别为89件、5件、2件。",
     ["satisfaction satisfied 89 suggestion", "satisfaction basic 5 suggestion", "satisfaction dissatisfied 2 suggestion"]),
    ("A类92件、B类38件，比重依次为70.8%、29.2%。",
     ["outcome adopted 92", "outcome planned 38", "outcome_share adopted 70.8", "outcome_share planned 29.2"]),
    ("主办件的A类占比分别为55.6%（2022年）、63.6%（2023年）。", ["outcome_share adopted 55.6 lead 2022", "outcome_share adopted 63.6 lead 2023"]),
])  # fmt: skip
def test_a_row_keeps_its_list_and_its_years(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("2023年答复为B类的建议31件、提案40件，目前分别有19件和22件转为A类。",
     ["outcome planned 31 suggestion 2023", "outcome planned 40 proposal 2023", "outcome adopted 19 suggestion 2023", "outcome adopted 22 proposal 2023"]),
    ("2022年的主办件中，列为B类的87件，今年转为A类51件，仍在办理36件。",
     ["outcome planned 87 lead 2022", "outcome adopted 51 lead 2022", "outcome planned 36 lead 2022"]),
    ("2023年的县级主办件中有4件为B类，今年3件转为A类。", ["outcome planned 4 县 lead 2023", "outcome adopted 3 县 lead 2023"]),
    ("2022年，我局办理旗级主办件18件。这18件里答复为B类的5件，3件已经落实。",
     ["received 18 旗 lead 2022", "outcome planned 5 旗 lead 2022", "outcome adopted 3 旗 lead 2022"]),
    ("2023年立案109件。去年底109件提案已全部答复。其中，问题已经解决的67件。",
     ["filed 109 2023", "answered 109 proposal 2023", "~answer_rate 100 proposal 2023", "outcome adopted 67 2023"]),
    ("已兑现103件，正在兑现44件，因政策调整无法兑现9件。", ["outcome adopted 103", "outcome planned 44", "outcome deferred 9"]),
])  # fmt: skip
def test_classes_told_once_more_keep_the_year_and_the_role_of_their_items(text, expected):
    assert told(text) == expected


def test_streams_of_an_earlier_year_follow_those_of_this_one():
    assert told("承办县人大代表建议96件、县政协提案113件，去年分别是102件和108件。") == [
        "received 96 suggestion 县", "received 113 proposal 县", "received 102 suggestion 县 2023", "received 108 proposal 县 2023"]  # fmt: skip


def test_parts_of_key_items_are_key_items():
    assert told("县长领办重点建议提案16件，包括建议7件、提案9件。") == ["key 16", "key 7 suggestion", "key 9 proposal"]


@pytest.mark.parametrize("text", ["县水利局。承办建议19件，办复率100%。", "县水利局是承办大户，今年承办建议19件，办复率100%。"])
def test_an_office_that_opens_a_paragraph_is_whose_figures_they_are(text):
    assert told(text, kind="government", region="甲县")[0] == "received 19 suggestion 县水利局"


@pytest.mark.parametrize("text", ["选择40件社会关注度高的答复在网站公布。", "往往要三四个部门共同承担办理。"])
def test_a_choice_and_a_rough_number_are_no_figures(text):
    assert told(text) == []


def test_the_channels_of_a_hotline_are_parts_of_it():
    assert told("平台共受理群众诉求2316件，其中电话受理2011件，网络受理219件，县长信箱来源86件。") == [
        "received 2316 hotline", "received 2011 hotline part", "received 219 hotline part", "received 86 hotline 县 part"]  # fmt: skip


@pytest.mark.parametrize("text", ["提案的委员满意率和建议的代表满意率均为100%。", "提案满意率、建议满意率均达到100%。"])
def test_one_number_said_of_a_rate_of_each_stream_is_a_figure_of_each(text):
    assert told(text) == ["satisfaction_rate 100 proposal", "satisfaction_rate 100 suggestion"]


def test_the_same_two_rates_of_another_year_follow_their_streams():
    lines = told("提案中，已采纳的231件，留作参考的18件。代表满意率为98.6%，委员满意率为98.1%，2021年这两项满意率分别为97.2%和97.5%。")
    assert lines[-2:] == ["satisfaction_rate 97.2 suggestion 2021", "satisfaction_rate 97.5 proposal 2021"]


def test_a_rate_behind_counts_of_both_roles_is_of_neither_alone():
    assert told("我局主办建议7件，会办建议3件，按时办结率100%。")[-1] == "on_time_rate 100 suggestion"


def test_a_congress_that_hears_the_government_tells_the_governments_figures():
    head = {"kind": "congress", "region": "锦澜区", "title": "锦澜区人大常委会听取审议代表建议办理情况报告"}
    assert told("A类83件、B类30件，满意率为96.7%。主任会议成员督办重点建议2件。", **head) == [
        "outcome adopted 83 人民政府", "outcome planned 30 人民政府", "satisfaction_rate 96.7 人民政府", "key 2 suggestion"]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [
    ("承办提案15件（A类11件、B类3件、C类1件）。",
     ["received 15 proposal", "outcome adopted 11 proposal", "outcome planned 3 proposal", "outcome deferred 1 proposal"]),
    ("主办5件，其中A类3件（解决或基本解决）、B类2件（列入计划解决）。", ["received 5 lead", "outcome adopted 3 lead", "outcome planned 2 lead"]),
])  # fmt: skip
def test_letters_beside_brackets_keep_their_own_class(text, expected):
    assert told(text) == expected


def test_what_was_done_of_them_is_counted_by_the_number_behind():
    assert told("34件建议已办结31件、答复34件。") == ["received 34 suggestion", "completed 31 suggestion", "answered 34 suggestion"]


def test_units_told_in_passing_are_neither_all_units_nor_all_items():
    assert told("县教育局承办34件、县住建局承办29件，两家单位占全县的38.5%。", kind="government", region="甲县") == ["received 34 县教育局", "received 29 县住建局"]
    assert told("县住建局等12个单位办复率达到100%。", kind="government", region="甲县") == []
    assert told("市政府系统承办342件，党群系统承办18件。", kind="cppcc", instrument="proposal")[1] == "received 18 proposal 党群系统"
