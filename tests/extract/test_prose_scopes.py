"""Whose, when and of which stream a figure is: what units, periods, ways of dividing and sums hand on, and where they end."""

import pytest

from handling.extract import prose
from handling.model import Head
from handling.normalise import normalise
from tests.extract.prose_reading import document, told

PROPOSALS = {"instrument": "proposal", "kind": "government"}


@pytest.mark.parametrize(("text", "expected"), [
    ("平桥县受理3102件、满意率95.2%；罗城区受理870件、满意率93.1%；市住建局受理244件。",
     ["received 3102 hotline 平桥县", "satisfaction_rate 95.2 hotline 平桥县", "received 870 hotline 罗城区", "satisfaction_rate 93.1 hotline 罗城区",
      "received 244 hotline 市住建局"]),
    ("个别单位满意率偏低，区城管局88.4%、河西街道89.2%，低于全区平均水平。",
     ["satisfaction_rate 88.4 hotline 区城管局", "satisfaction_rate 89.2 hotline 河西街道"]),
])  # fmt: skip
def test_each_body_named_before_a_number_has_its_own(text, expected):
    assert told(text, instrument="hotline", kind="hotline") == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("县农业农村局局长卜庆云汇报说，该局承办提案23件。", ["received 23 proposal 县农业农村局"]),
    ("县住建局、县教体局承办提案较多，分别为19件、11件。", ["received 19 proposal 县住建局", "received 11 proposal 县教体局"]),
    ("县教育局、县卫健局满意率分别为98%和97%。", ["satisfaction_rate 98 proposal 县教育局", "satisfaction_rate 97 proposal 县卫健局"]),
    ("会上，市发改委、市规划局分别汇报了38件、29件提案的办理情况。", ["received 38 proposal 市发改委", "received 29 proposal 市规划局"]),
    ("县农业农村局承办提案23件，其中主办17件，主办提案见面率98%。县民政局承办提案12件，已办结11件。",
     ["received 23 proposal 县农业农村局", "received 17 proposal lead 县农业农村局", "meeting_rate 98 proposal lead 县农业农村局",
      "received 12 proposal 县民政局", "completed 11 proposal 县民政局"]),
])  # fmt: skip
def test_a_unit_reports_on_itself_and_its_role_does_not_pass_to_the_next(text, expected):
    assert told(text, **PROPOSALS) == expected


@pytest.mark.parametrize("text", [
    "今年1—9月，市政府累计承办提案104件。|办结率93.2%。",
    "2024年1至9月，市政府承办提案104件。|办结率93.2%。",
    "今年前9个月，市政府承办提案104件。|办结率93.2%。",
    "今年前三季度，市政府承办提案104件。|办结率93.2%。",
])  # fmt: skip
def test_a_report_on_some_months_keeps_them(text):
    assert told(*text.split("|"), **PROPOSALS) == [
        "received 104 proposal 市政府 2024-01/2024-09", "completion_rate 93.2 proposal 2024-01/2024-09",
    ]  # fmt: skip


def test_the_sum_of_some_months_in_a_bulletin_ends_with_its_sentence():
    assert told("8月份受理诉求238件。1至8月，全县累计受理诉求1876件，办结率97.9%。群众满意率95%。", instrument="hotline", kind="hotline", month=8) == [
        "received 238 hotline", "received 1876 hotline 2024-01/2024-08", "completion_rate 97.9 hotline 2024-01/2024-08", "satisfaction_rate 95 hotline",
    ]  # fmt: skip


def test_one_year_named_in_a_report_on_five_is_that_year():
    assert told("五年共提交提案2146件。|刚刚过去的2024年，共收到提案437件。", kind="cppcc", instrument="proposal", title="五年来提案工作情况的报告") == [
        "received 2146 proposal 2020/2024", "received 437 proposal 2024",
    ]  # fmt: skip


@pytest.mark.parametrize("text", [
    "全年承办93件。按级别分：市级22件，区级71件；按类别分：人大建议45件，政协提案48件；按办理性质分：主办64件，会办29件。",
    "全年承办93件。从级别看，市级22件、区级71件；从类别看，人大建议45件、政协提案48件；从承办方式看，主办64件、会办29件。",
])  # fmt: skip
def test_each_way_of_dividing_starts_from_the_whole(text):
    assert told(text) == ["received 93 各级", "received 22 市", "received 71 区", "received 45 suggestion 各级", "received 48 proposal 各级",
        "received 64 各级 lead", "received 29 各级 joint"]  # fmt: skip


@pytest.mark.parametrize("text", [
    "承办县人大代表建议11件、县政协提案9件，共计20件，涉及8个部门。",
    "承办县人大代表建议11件，县政协提案9件，合计20件，涉及8个部门。",
    "承办县人大代表建议11件、县政协提案9件，共20件，涉及8个部门。",
])  # fmt: skip
def test_a_sum_over_both_streams_is_of_both(text):
    assert told(text) == ["received 11 suggestion 县", "received 9 proposal 县", "received 20 县", "units 8 县"]


@pytest.mark.parametrize(("text", "expected"), [
    ("建议和提案分别为142件和203件，已解决或采纳的分别为98件和131件。",
     ["received 142 suggestion", "received 203 proposal", "outcome adopted 98 suggestion", "outcome adopted 131 proposal"]),
    ("代表满意率95.5%、委员满意率96.6%；经二次办理，最终满意率分别达到99.5%、100%。",
     ["satisfaction_rate 95.5 suggestion", "satisfaction_rate 96.6 proposal", "satisfaction_rate 99.5 suggestion final",
      "satisfaction_rate 100 proposal final"]),
    ("承办代表建议64件、政协提案97件。分别交由29个和35个单位办理。",
     ["received 64 suggestion", "received 97 proposal", "units 29 suggestion", "units 35 proposal"]),
])  # fmt: skip
def test_numbers_told_respectively_follow_the_streams_named_before(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("收到政协提案14件，其中市政协2件，县政协12件。", ["received 14 proposal 各级", "received 2 proposal 市", "received 12 proposal 县"]),
    ("收到市政协提案2件（均为会办）、县政协提案5件（主办3件、会办2件）。",
     ["received 2 proposal 市", "received 2 proposal 市 joint", "received 5 proposal 县", "received 3 proposal 县 lead", "received 2 proposal 县 joint"]),
    ("人大代表建议9件（市人大2件、县人大7件）。", ["received 9 suggestion", "received 2 suggestion 市", "received 7 suggestion 县"]),
    ("省人大代表建议1件（协办），市政协提案1件（会办件）。", ["received 1 suggestion 省", "received 1 suggestion 省 joint", "received 1 proposal 市", "received 1 proposal 市 joint"]),
])  # fmt: skip
def test_bodies_stand_for_their_stream_and_a_bracket_tells_the_role(text, expected):
    assert told(text) == expected


def test_an_office_of_the_standing_committee_is_no_role():
    assert told("县人大常委会办公室共收到代表建议133件。", kind="congress", instrument="suggestion") == ["received 133 suggestion 县"]


@pytest.mark.parametrize(("text", "level"), [
    ("共承办提案42件，其中市政协3件，县政协39件。满意率98%。", ""),
    ("共承办提案42件，其中市级3件、县级39件。满意率98%。", ""),
    ("承办县政协提案39件。此外，承办市政协提案3件。满意率98%。", "county"),
])  # fmt: skip
def test_a_rate_over_bodies_of_several_levels_has_none(text, level):
    head = Head(year=2024, kind="bureau", unit="青禾县水利局", region="青禾县", region_level="county", level="county", instrument="proposal")
    report = document(text)
    rates = [figure for figure, _ in normalise(report, head, prose.mentions(report, head)) if figure.measure == "satisfaction_rate"]
    assert [figure.level for figure in rates] == [level]


@pytest.mark.parametrize(("text", "expected"), [
    ("建议和提案的办复率均为100%，面商率分别达98.4%和97.7%。",
     ["answer_rate 100 suggestion", "answer_rate 100 proposal", "meeting_rate 98.4 suggestion", "meeting_rate 97.7 proposal"]),
    ("代表建议、政协提案办结率均达到100%。", ["completion_rate 100 suggestion", "completion_rate 100 proposal"]),
    ("重点督办建议8件、提案10件。", ["key 8 suggestion", "key 10 proposal"]),
    ("分办市人大代表建议3件；区人大代表建议10件，主办8件、会办2件。",
     ["received 3 suggestion 市 lead", "received 10 suggestion 区", "received 8 suggestion 区 lead", "received 2 suggestion 区 joint"]),
])  # fmt: skip
def test_what_is_said_of_both_streams_is_a_figure_of_each(text, expected):
    assert told(text, instrument="combined") == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("共收到代表建议97条，交由县政府系统办理94条，县人民法院3条。|A类（已经解决）61条，B类（正在解决）26条。|重点督办建议5条。",
     ["received 97 suggestion", "received 94 suggestion 县政府系统", "received 3 suggestion 县人民法院",
      "outcome adopted 61 suggestion", "outcome planned 26 suggestion", "key 5 suggestion"]),
    ("共收到代表建议97件。|采纳意见61条，已解决26条。", ["received 97 suggestion"]),
])  # fmt: skip
def test_the_word_that_a_report_counts_its_stream_in_counts_items_from_there_on(text, expected):
    assert told(*text.split("|"), kind="congress", instrument="suggestion") == expected


def test_what_stands_under_a_heading_on_several_years_is_of_those_years_but_for_a_year_that_is_named():
    text = ("一、五年来提案工作情况", "五年来共立案1984件。", "1984件提案已全部办复，已解决的1402件。", "2024年，共立案413件。", "二、主要做法", "重点提案8件。")
    assert told(*text, kind="cppcc", instrument="proposal") == [
        "filed 1984 proposal 2020/2024", "answered 1984 proposal 2020/2024", "~answer_rate 100 proposal 2020/2024",
        "outcome adopted 1402 proposal 2020/2024", "filed 413 proposal 2024", "key 8 proposal"]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [
    ("建议173件，提案241件；大会期间交办的403件，闭会期间交办的11件。", ["received 173 suggestion", "received 241 proposal", "received 403", "received 11"]),
    ("建议173件，提案241件；大会期间交办的230件，闭会期间交办的11件。",
     ["received 173 suggestion", "received 241 proposal", "received 230 proposal", "received 11 proposal"]),
    ("我局主办的24件，协办的2件。建议提案内容主要包括：农村公路建设14件，环境保护7件，教育5件。",
     ["received 24 lead", "received 2 joint", "topic construction 14", "topic environment 7", "topic education_culture_health 5"]),
    ("主办27件，其中B类6件。|我们将抓好落实，对列为B类的6件跟踪推进。", ["received 27 lead", "outcome planned 6 lead"]),
    ("共承办建议12件、提案14件。建议意见被采纳的20件，已向代表委员解释清楚的六件。",
     ["received 12 suggestion", "received 14 proposal", "outcome adopted 20", "outcome deferred 6"]),
])  # fmt: skip
def test_a_second_way_of_dividing_a_list_of_contents_and_a_plan_start_from_what_they_are_about(text, expected):
    assert [line.replace(" part", "") for line in told(*text.split("|"), instrument="combined")] == expected


def test_letters_that_are_defined_in_a_row_keep_their_own_meaning():
    text = "已采纳或解决的（A类）、拟采纳或列入计划解决的（B类）和留作参考的（C类）分别为98件、35件和12件，分别占67.6%、24.1%和8.3%。"
    assert told(text, instrument="proposal") == [
        "outcome adopted 98 proposal", "outcome planned 35 proposal", "outcome deferred 12 proposal",
        "outcome_share adopted 67.6 proposal", "outcome_share planned 24.1 proposal", "outcome_share deferred 8.3 proposal"]  # fmt: skip


def test_a_rank_is_of_the_unit_that_stands_behind_it():
    text = "10月份县直部门重点工作考核，第1位为县水务局，第2位为县扶贫办；第32位为县经合办。"
    assert told(text, kind="bulletin", instrument="key_work", month=10) == ["rank 1 key_work 县水务局", "rank 2 key_work 县扶贫办", "rank 32 key_work 县经合办"]


def test_how_many_units_handle_in_all_is_not_of_the_unit_named_before():
    text = "由区政府系统承办的129件，其余由驻区单位承办，全部承办单位共47个。未予立案的23件转作社情民意。"
    assert told(text, kind="cppcc", instrument="proposal") == ["received 129 proposal 区政府系统", "units 47 proposal"]


def test_a_clause_on_the_next_year_tells_no_figure_of_this_one():
    assert told("主办件面商率98%，2025年继续做到按时答复率、面商率“两个100%”。") == ["meeting_rate 98 lead"]
