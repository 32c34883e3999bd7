"""Rows of numbers and what tells them apart; numbers moved from and to; whose a chamber's figures are."""

import pytest

from tests.extract.prose_reading import told

CPPCC = {"kind": "cppcc", "instrument": "proposal", "region": "青禾县", "unit": "政协青禾县委员会"}
CONGRESS = {"kind": "congress", "instrument": "suggestion", "region": "青禾县", "unit": "青禾县人民代表大会常务委员会"}


@pytest.mark.parametrize(("paragraphs", "expected"), [
    (("承办县人大代表建议76件、县政协提案104件。代表和委员表示满意的分别为71件和98件。",),
     ["satisfaction satisfied 71 suggestion 县", "satisfaction satisfied 98 proposal 县"]),
    (("主办建议和主办提案的满意率分别为97.2%和98%。",), ["satisfaction_rate 97.2 suggestion lead", "satisfaction_rate 98 proposal lead"]),
    (("代表、委员的首次满意率为97.6%、98.1%。",), ["satisfaction_rate 97.6 suggestion first", "satisfaction_rate 98.1 proposal first"]),
    (("承办县人大代表建议7件、县政协提案9件，与上一年度的5件、8件相比均有增加。",),
     ["received 5 suggestion 县 2023", "received 8 proposal 县 2023"]),
    (("收到县人大代表建议7件、县政协提案9件，分别交由62个县直部门和9个乡镇政府承办。",), ["units 62 县", "units 9 县"]),
    (("县级建议、提案分别有29个和26个承办单位，办结率均为100%。",), ["completion_rate 100 suggestion 县", "completion_rate 100 proposal 县"]),
    (("12件县政协提案由我局主办9件、协办3件。",), ["received 9 proposal 县 lead", "received 3 proposal 县 joint"]),
    (("县级建议中主办12件，县级提案中主办8件，其余9件为协办件。",), ["received 8 proposal 县 lead", "received 9 县 joint"]),
    (("市级主办件满意率100%，县级建议、提案满意率分别为99.3%、98.9%。",),
     ["satisfaction_rate 99.3 suggestion 县", "satisfaction_rate 98.9 proposal 县"]),
    (("市级主办件满意率为95.8%，比2022年的92.5%有所上升；其中提案满意率92.3%。",),
     ["satisfaction_rate 92.5 市 lead 2022", "satisfaction_rate 92.3 proposal 市 lead"]),
    (("2022年，对办理态度的满意率为98.1%，对办理结果的满意率为91.0%。2021年，这两个满意率分别为97.4%和90.2%。",),
     ["satisfaction_rate 97.4 attitude 2021", "satisfaction_rate 90.2 result 2021"]),
    (("代表对25件县级建议表示满意的23件、基本满意的2件。",), ["satisfaction satisfied 23 suggestion 县", "satisfaction basic 2 suggestion 县"]),
    (("全部271件建议的首次评价为满意255件、基本满意16件。",), ["satisfaction satisfied 255 suggestion first", "satisfaction basic 16 suggestion first"]),
])  # fmt: skip
def test_each_number_of_a_row_has_its_own_stream_role_round_and_year(paragraphs, expected):
    assert told(*paragraphs)[-len(expected) :] == expected


def test_a_row_that_nothing_tells_apart_gives_no_figures():
    assert told("代表满意率分别为97.2%和98%。") == []


@pytest.mark.parametrize(("text", "expected"), [
    ("与上年相比，主办建议由15件减少至12件，满意率从92.3%上升为100%。",
     ["received 15 suggestion lead 2023", "received 12 suggestion lead", "satisfaction_rate 92.3 suggestion lead 2023", "satisfaction_rate 100 suggestion lead"]),
    ("经过重新办理，满意率由95.1%提高到98.3%。", ["satisfaction_rate 95.1 first", "satisfaction_rate 98.3 final"]),
    ("满意率由95.1%提高到98.3%。", ["satisfaction_rate 98.3"]),
    ("提案由195件增加到204件。", []),
])  # fmt: skip
def test_what_a_number_moved_from_is_of_the_year_compared_with_or_of_the_first_round_or_no_figure(text, expected):
    assert told(text) == expected


def test_units_named_before_are_the_list_that_these_units_stand_for():
    found = told("县政府系统承办提案139件。其中县教育局18件，县水利局13件，上述两个单位的提案满意率分别为94.4%和100%。", **CPPCC)
    assert found[-2:] == ["satisfaction_rate 94.4 proposal 县教育局", "satisfaction_rate 100 proposal 县水利局"]


def test_the_most_loaded_units_of_a_row_have_a_number_each():
    found = told("县政府系统承办提案139件。承办件数较多的县住房和城乡建设局、县教育局分别承办27件和21件。", **CPPCC)
    assert found[-2:] == ["received 27 proposal 县住房和城乡建设局", "received 21 proposal 县教育局"]


def test_verbs_in_a_row_count_what_came_in_and_what_was_filed():
    assert told("2023年，县政协收到、立案的提案分别为149件和131件。", **CPPCC) == ["received 149 proposal 县 2023", "filed 131 proposal 县 2023"]


def test_all_that_was_filed_is_the_chamber_s_own_and_what_one_office_handles_is_not():
    assert told("县政府系统承办提案139件。全部立案提案的满意率为97.9%。", **CPPCC)[-1] == "satisfaction_rate 97.9 proposal"
    assert told("88件交县政府系统办理。88件县政府系统承办的建议，已解决58件。", **CONGRESS)[-1] == "outcome adopted 58 suggestion 县政府系统"
    assert told("代表对县政府系统办理结果的满意率为97.2%。", **CONGRESS) == ["satisfaction_rate 97.2 suggestion result 县政府系统"]


def test_chambers_of_other_places_have_a_number_each():
    head = {"kind": "cppcc", "instrument": "proposal", "region": "澜江市", "unit": "政协澜江市委员会"}
    assert told("云台县、桂阳区两个县区政协今年分别立案112件和98件。", **head) == ["filed 112 proposal 县 云台县政协", "filed 98 proposal 区 桂阳区政协"]


@pytest.mark.parametrize("text", ["全年网上立案2,318件，占一审民商事立案数的38.6%。", "对质量较好的52件提案进行通报表扬。"])
def test_an_anecdote_and_a_court_s_cases_are_no_figures(text):
    assert told(text) == []


def test_a_level_that_items_go_beyond_is_no_body_that_raised_them():
    assert told("3件因超出镇级权限，向代表作了解释。") == ["outcome deferred 3"]


def test_those_not_pleased_at_first_are_no_hundred_per_cent():
    assert told("不满意的2件重新办理后，委员均表示满意。") == ["satisfaction dissatisfied 2", "satisfaction satisfied 2 proposal final"]


def test_a_heading_about_results_does_not_say_that_results_were_judged():
    assert told("三、办理结果：10件主办件全部答复，满意率为100%。")[-1] == "satisfaction_rate 100 lead"


def test_joint_items_whose_opinions_all_went_out_in_time_are_all_in_time():
    assert told("会办件均按时反馈。") == ["~on_time_rate 100 joint"]
    assert told("各协办件均如期向主办单位提交了书面意见。") == ["~on_time_rate 100 joint"]


@pytest.mark.parametrize(("text", "expected"), [
    ("A类、B类、C类提案分别为55件、22件和7件，分别占县政协提案的65.5%、26.2%和8.3%。",
     ["outcome_share adopted 65.5 proposal 县", "outcome_share planned 26.2 proposal 县", "outcome_share deferred 8.3 proposal 县"]),
    ("按已解决、正在解决、留待以后解决三类统计，分别有47件、28件和9件。", ["outcome adopted 47", "outcome planned 28", "outcome deferred 9"]),
    ("2023年列为B类的市人大代表建议63件、市政协提案88件，今年又分别办成41件和57件。",
     ["outcome adopted 41 suggestion 市 2023", "outcome adopted 57 proposal 市 2023"]),
    ("收到代表建议132件（含转办的议案），闭会期间收到代表建议11件。", ["received 132 suggestion", "received 11 suggestion part"]),
    ("9件市人大代表建议和12件市政协提案均已办结。",
     ["completed 9 suggestion 市", "received 9 suggestion 市", "completed 12 proposal 市", "~completion_rate 100 suggestion 市", "~completion_rate 100 proposal 市"]),
    ("县人大代表建议、县政协提案均已按期办结。", ["~on_time_rate 100 suggestion 县", "~on_time_rate 100 proposal 县"]),
    ("建议、提案均已按期办结。", ["~on_time_rate 100"]),
    ("21件县人大代表建议和县政协提案全部按期办复。", ["~on_time_rate 100 县"]),
    ("县政府高度重视群众来信，全年受理来信1218件，办结1203件。", []),
    ("组织代表对住建、交通、环保3个部门办理工作进行评议。", []),
])  # fmt: skip
def test_more_rows_and_what_holds_for_both_streams(text, expected):
    assert told(text)[-len(expected) :] == expected if expected else told(text) == []


def test_the_most_loaded_units_keep_name_stream_and_body():
    head = {"kind": "government", "region": "澜江市", "unit": "澜江市人民政府"}
    found = told("市政府系统承办建议提案624件。其中承办市人大代表建议和市政协提案最多的两家是市住房和城乡建设局72件、市教育局49件。", **head)
    assert found[1:] == ["received 72 市 市住房和城乡建设局", "received 49 市 市教育局"]
    assert told("市民热线办结率98.8%；市住房和城乡建设局满意率最低，为88.6%。", **head)[-1] == "satisfaction_rate 88.6 hotline 市住房和城乡建设局"


def test_filed_items_of_several_years_have_a_year_each():
    found = told("分年度看，2021年立案342件，2022年361件，2023年378件。", **CPPCC)
    assert found == ["filed 342 proposal 2021", "filed 361 proposal 2022", "filed 378 proposal 2023"]
