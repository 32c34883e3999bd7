"""The conventions of docs/domain.md, each in sentences of its own: what is read, and under which traits."""

import pytest

from tests.extract.prose_reading import document, read, told

GOVERNMENT = {"kind": "government", "instrument": "proposal"}


def test_a_whole_and_its_parts_are_figures_of_their_own():
    assert told("我局共收到提案13件，其中：市政协提案4件（4件会办），县政协提案9件（3件主办、6件会办）。", instrument="proposal") == [
        "received 13 proposal 各级", "received 4 proposal 市", "received 4 proposal 市 joint",
        "received 9 proposal 县", "received 3 proposal 县 lead", "received 6 proposal 县 joint",
    ]  # fmt: skip


def test_level_and_role_carry_inside_a_bracket_and_not_beyond_it():
    assert told("主办件13件（州人大代表建议2件，政协委员提案1件，市人大代表建议2件）；协办件7件（市人大代表建议4件）。") == [
        "received 13 lead", "received 2 suggestion 州 lead", "received 1 proposal 州 lead", "received 2 suggestion 市 lead",
        "received 7 joint", "received 4 suggestion 市 joint",
    ]  # fmt: skip


def test_sole_handling_lies_inside_lead_and_is_a_part():
    assert told("承办提案15件，其中独办4件，主办12件，协办3件。", instrument="proposal") == [
        "received 15 proposal", "received 4 proposal lead part", "received 12 proposal lead", "received 3 proposal joint",
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [
    ("见面率、答复率、满意率均为100%。", ["answer_rate 100", "meeting_rate 100", "satisfaction_rate 100"]),
    ("走访率、公开率、办复率做到“三个100%”。", ["answer_rate 100", "meeting_rate 100"]),
    ("主办件和会办件各8件。", ["received 8 lead", "received 8 joint"]),
    ("建议和提案的办结率分别为98.5%和99.1%。", ["completion_rate 98.5 suggestion", "completion_rate 99.1 proposal"]),
    ("对办理态度和办理结果的满意率分别为100%和98.7%。", ["satisfaction_rate 100 attitude", "satisfaction_rate 98.7 result"]),
    ("收到建议10件、提案15件，其中主办件分别为4件和6件。",
     ["received 10 suggestion", "received 15 proposal", "received 4 suggestion lead", "received 6 proposal lead"]),
])  # fmt: skip
def test_one_number_or_one_noun_may_stand_for_several_figures(text, expected):
    assert told(text) == expected


def test_two_classes_told_respectively_with_their_shares_are_four_figures():
    assert told("A类和B类分别为40件和12件，占76.9%和23.1%。") == [
        "outcome adopted 40", "outcome planned 12", "outcome_share adopted 76.9", "outcome_share planned 23.1",
    ]  # fmt: skip


def test_letters_take_the_class_that_the_report_defines_for_them():
    defined = "A类为所提事项已经办成；B类为列入今明两年计划；C类为列入规划、需三年以上逐步解决；D类为留作参考。"
    assert told(defined, "A类27件，B类7件，C类3件，D类2件。") == [
        "outcome adopted 27", "outcome planned 7", "outcome planned 3", "outcome deferred 2",
    ]  # fmt: skip


@pytest.mark.parametrize(("words", "category"), [
    ("已采纳和正在采纳的", "adopted"), ("被采纳、正在解决或列入计划的", "planned"), ("已解决或正在解决的", "adopted_or_planned"),
    ("受规划、财力等条件制约，暂不能解决、留作参考的（C类）", "deferred"), ("所提问题已经解决或基本解决的A类", "adopted"),
    ("C类（已列入规划逐步解决）", "planned"), ("C类（需上级部门解决）", "deferred"), ("丙类（因条件限制或其他原因尚不能解决）", "deferred"),
    ("基本落实或计划落实的", "adopted_or_planned"), ("列入计划正在解决的", "planned"),
])  # fmt: skip
def test_the_furthest_that_the_words_reach_decides_the_class(words, category):
    assert told(f"提案办理中，{words}16件，占7.2%。", instrument="proposal") == [
        f"outcome {category} 16 proposal", f"outcome_share {category} 7.2 proposal",
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [
    ("162件提案已全部办复。", ["answered 162 proposal", "~answer_rate 100 proposal"]),
    ("115件提案全部办理完毕并答复委员。",
     ["answered 115 proposal", "completed 115 proposal", "~answer_rate 100 proposal", "~completion_rate 100 proposal"]),
    ("15件省级提案全部按省定时限办结。", ["completed 15 proposal 省", "~on_time_rate 100 proposal 省"]),
    ("代表建议97件，已于7月底前全部答复代表。", ["received 97 suggestion", "~answer_rate 100 suggestion"]),
    ("所有提案全部办结，办结率100%。", ["completion_rate 100 proposal"]),
    ("主办件中，A类6件、B类2件，无C类件。", ["outcome adopted 6 lead", "outcome planned 2 lead", "~outcome deferred 0 lead"]),
    ("委员满意率96.52%，未收到不满意的反馈。", ["satisfaction_rate 96.52 proposal", "~satisfaction dissatisfied 0 proposal"]),
    ("切实做到件件有答复、事事有回音。", ["~answer_rate 100"]),
    ("会办件均在规定时间内提交了会办意见。", ["~on_time_rate 100 joint"]),
    ("代表、委员均表示满意。", ["~satisfaction_rate satisfied 100"]),
])  # fmt: skip
def test_words_without_a_number_imply_all_or_none(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("满意率95.1%，满意和基本满意率100%。", ["satisfaction_rate satisfied 95.1", "satisfaction_rate satisfied_or_basic 100"]),
    ("初次办理满意率92.47%，基本满意率7.53%。", ["satisfaction_rate satisfied 92.47 first", "satisfaction_rate basic 7.53 first"]),
    ("满意率（含基本满意）99.7%。", ["satisfaction_rate satisfied_or_basic 99.7"]),
    ("满意144件，基本满意2件，满意率100%。",
     ["satisfaction satisfied 144", "satisfaction basic 2", "satisfaction_rate satisfied_or_basic 100"]),
    ("满意率和基本满意率达到100%。", ["satisfaction_rate satisfied_or_basic 100"]),
    ("委员满意率94.7%，若计入基本满意则为100%。",
     ["satisfaction_rate satisfied 94.7 proposal", "satisfaction_rate satisfied_or_basic 100 proposal"]),
    ("第一次为满意148件、不满意4件；4件不满意的退回重办后，3件改评满意。最终，满意率为92.1%。",
     ["satisfaction satisfied 148 first", "satisfaction dissatisfied 4 first", "satisfaction satisfied 3 final", "satisfaction_rate 92.1 final"]),
])  # fmt: skip
def test_kinds_of_satisfaction_are_told_apart(text, expected):
    assert told(text) == expected


def test_a_closing_rate_speaks_of_all_that_was_enumerated():
    text = "承办建议提案26件，其中人大代表建议12件、政协提案14件，办结率、满意率均为100%。"
    assert told(text)[-2:] == ["completion_rate 100", "satisfaction_rate 100"]


def test_a_repeated_count_means_the_group_that_it_counted_before():
    assert told("主办29件，含建议10件、提案19件。", "10件建议的代表满意率100%；19件提案的委员满意率94.7%。")[-2:] == [
        "satisfaction_rate 100 suggestion lead", "satisfaction_rate 94.7 proposal lead",
    ]  # fmt: skip


def test_totals_of_the_advisers_body_are_its_own_in_a_governments_report():
    text = "县政协会议以来，共提出提案193件，经审查立案176件，交由县政府系统办理的162件。"
    assert told(text, **GOVERNMENT) == [
        "received 193 proposal 县 县政协", "filed 176 proposal 县 县政协", "received 162 proposal 县 县政府系统",
    ]  # fmt: skip


def test_units_in_a_list_get_their_own_counts():
    assert told("130件提案由45个部门承办，其中县住建局18件、县教育局15件。", **GOVERNMENT) == [
        "received 130 proposal", "units 45 proposal", "received 18 proposal 县住建局", "received 15 proposal 县教育局",
    ]  # fmt: skip


def test_subjects_with_their_shares():
    text = "按内容分，经济建设类79件，占30.6%；社会民生类71件，占27.5%；生态文明类28件，占10.9%。"
    assert told(text, **GOVERNMENT) == [
        "topic economy 79 proposal", "topic_share economy 30.6 proposal", "topic livelihood 71 proposal",
        "topic_share livelihood 27.5 proposal", "topic environment 28 proposal", "topic_share environment 10.9 proposal",
    ]  # fmt: skip


def test_a_key_work_bulletin_gives_rates_and_ranks_by_field():
    head = {"kind": "bulletin", "instrument": "key_work", "month": 10}
    found = read("1.重大项目建设。20个市重大项目全部开工建设、年度投资完成率71.7%。全市考核排名第3位。", **head)
    assert [(m.measure, m.value, m.category, m.label, m.basis) for m in found] == [
        ("start_rate", 100, "", "市重大项目", "implied"), ("investment_rate", 71.7, "", "市重大项目", "stated"),
        ("rank", 3, "economy", "重大项目建设", "stated"),
    ]  # fmt: skip


def test_a_hotline_report_counts_cases_and_its_channels_are_parts():
    head = {"kind": "hotline", "instrument": "hotline", "month": 7}
    assert told("7月份，共受理工单5 218件，其中区长信箱295件，办结率97.3%，较6月的98.6%下降1.3个百分点。", **head) == [
        "received 5218 hotline", "received 295 hotline 区 part", "completion_rate 97.3 hotline", "completion_rate 98.6 hotline 月6",
    ]  # fmt: skip


def test_every_mention_covers_its_digits_and_its_sentence():
    report = document("共收到提案１２件。", "办结率为百分之九十八点六，占9 8.6%。")
    from handling.extract import prose
    from handling.model import Head

    found = prose.mentions(report, Head(year=2024, kind="bureau", instrument="proposal"))
    assert [m.number.of(report.text) for m in found] == ["１２", "九十八点六"]
    assert [m.evidence.of(report.text) for m in found] == ["共收到提案１２件。", "办结率为百分之九十八点六，占9 8.6%。"]


def test_the_trace_tells_rule_and_reason_number_by_number():
    from handling.extract import prose
    from handling.model import Head

    lines = prose.trace(document("承办提案12件，比上年增加3件。"), Head(year=2024, kind="bureau", instrument="proposal")).splitlines()
    assert lines[0].startswith("第1段 ✓ 12")
    assert "[verb_before]" in lines[0]
    assert lines[1].startswith("第1段 ✗ 3件 [difference]")
