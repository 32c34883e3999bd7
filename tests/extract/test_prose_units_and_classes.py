"""Rates of several units in brackets and rows, classes that all items of a group are of, letters in straight marks, what a report of later says of 今年."""

import pytest

from tests.extract.prose_reading import told

GOVERNMENT = {"kind": "government", "region": "青禾县", "unit": "青禾县人民政府"}
CONGRESS = {"kind": "congress", "instrument": "suggestion", "region": "青禾县", "unit": "青禾县人民代表大会常务委员会"}


@pytest.mark.parametrize(("text", "expected"), [
    ("办结率较高的有县教育局（90.5%）、县民政局（83.3%）；办结率低于30%的有县住建局（26.4%）。",
     ["completion_rate 90.5 县教育局", "completion_rate 83.3 县民政局", "completion_rate 26.4 县住建局"]),
    ("满意率最低的是县住建局、县交通局，分别为85.2%、86%。", ["satisfaction_rate 85.2 县住建局", "satisfaction_rate 86 县交通局"]),
    ("承办件数较多的县教育局、县住建局分别为31件和29件。", ["received 31 县教育局", "received 29 县住建局"]),
])  # fmt: skip
def test_a_government_tells_of_its_units_in_brackets_and_rows(text, expected):
    assert told(text, **GOVERNMENT) == expected


def test_what_a_bureau_tells_of_its_own_offices_is_no_figure_of_its_own():
    assert told("办结率较高的有市容管理科（90.5%）、县园林处（83.3%）。") == []


def test_a_congress_tells_the_classes_of_each_body_that_a_clause_opens_with():
    assert told("分系统看：县政府系统已解决72件，占67.3%；正在解决27件。县法院已解决4件、正在解决2件。", **CONGRESS) == [
        "outcome adopted 72 suggestion 县政府系统", "outcome_share adopted 67.3 suggestion 县政府系统", "outcome planned 27 suggestion 县政府系统",
        "outcome adopted 4 suggestion 县法院", "outcome planned 2 suggestion 县法院"]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [
    ("主办件共7件，全部为A类。", ["outcome adopted 7 lead", "received 7 lead"]),
    ("主办的州人大代表建议1件、州政协提案2件，均答复为正在解决。",
     ["outcome planned 1 suggestion 州 lead", "outcome planned 2 proposal 州 lead"]),
    ("县政协提案，办理结果均为A类。", ["~outcome_share adopted 100 proposal 县"]),
    ("我局承办政协提案5件，所提建议全部予以采纳。", ["~outcome_share adopted 100 proposal"]),
    ("力争所提建议全部采纳。", []),
])  # fmt: skip
def test_a_class_that_all_of_them_are_of_counts_those_that_are_counted_and_is_a_share_else(text, expected):
    assert [line for line in told(text) if "received 1" not in line and "received 2" not in line and "received 5" not in line] == expected


def test_letters_stand_in_any_marks():
    assert told('"A"类30件，”B“类15件，“C”类5件。') == ["outcome adopted 30", "outcome planned 15", "outcome deferred 5"]


@pytest.mark.parametrize(("text", "expected"), [
    ("按内容分，168件中城市建设管理类61件，占36.3%；社会民生类39件。", ["topic construction 61", "topic_share construction 36.3", "topic livelihood 39"]),
    ("交通类建议占主办件的39.1%。", ["topic_share construction 39.1 lead"]),
    ("24件建议中，已经落实的16件，资金有缺口、暂缓实施的2件。", ["outcome adopted 16 suggestion", "outcome deferred 2 suggestion"]),
    ("当年解决率2022年为56.7%，2023年为60.0%。", ["outcome_share adopted 56.7 2022", "outcome_share adopted 60 2023"]),
])  # fmt: skip
def test_subjects_and_classes_behind_other_words(text, expected):
    assert [line for line in told(text) if not line.startswith("received")] == expected


def test_a_sum_takes_no_place_in_a_row_of_the_year_before():
    assert told("承办县人大代表建议94件、县政协提案85件，合计179件；2023年分别为88件和91件。")[-2:] == ["received 88 suggestion 县 2023", "received 91 proposal 县 2023"]


def test_one_number_of_both_roles_counts_twice_in_their_sum():
    assert told("县人大代表建议9件、县政协提案7件，县级16件中，主办件和会办件各8件。")[2:] == ["received 16 县", "received 8 县 lead", "received 8 县 joint"]


def test_a_rate_keeps_what_was_judged_and_what_is_counted_in():
    assert told("代表对这24件建议办理结果的满意率为90.1%，加上基本满意的，为98.2%。")[1:] == [
        "satisfaction_rate satisfied 90.1 suggestion result", "satisfaction_rate satisfied_or_basic 98.2 suggestion result"]  # fmt: skip


def test_units_between_the_items_and_what_became_of_them_take_nothing_away():
    assert "completed 213" in told("213件建议提案，分给47个单位去办，到11月20日全部办结。")


def test_speakers_of_each_stream_judge_the_items_led_that_were_told_of():
    paragraph = "主办的建议提案已全部办结。代表满意7件、基本满意1件，委员满意6件。"
    assert told(paragraph)[-3:] == ["satisfaction satisfied 7 suggestion lead", "satisfaction basic 1 suggestion lead", "satisfaction satisfied 6 proposal lead"]


@pytest.mark.parametrize(("published", "year"), [("2025-07-05", "2025"), ("2025-01-05", ""), ("2024-12-05", "")])
def test_a_report_of_months_later_means_its_own_year_by_this_year(published, year):
    assert told("今年代表共提出建议145件。", published=published) == [f"received 145 suggestion {year}".rstrip()]


@pytest.mark.parametrize(("word", "year"), [("去年", ""), ("上年", "2023")])
def test_a_report_of_the_first_weeks_looks_back_by_last_year_but_compares_with_the_year_before(word, year):
    assert told(f"{word}提出提案196件。", published="2025-01-09") == [f"received 196 proposal {year}".rstrip()]


@pytest.mark.parametrize(("text", "expected"), [
    ("建议和提案的满意率分别为百分之五十二点六和百分之五十五点八。", ["satisfaction_rate 52.6 suggestion", "satisfaction_rate 55.8 proposal"]),
    ("县人大代表建议的办结率、见面率均为100％，县政协提案也实现了这两个100％。",
     ["completion_rate 100 suggestion 县", "meeting_rate 100 suggestion 县", "completion_rate 100 proposal 县", "meeting_rate 100 proposal 县"]),
    ("主办件的见面率、满意率，实现“两个100%”。", ["meeting_rate 100 lead", "satisfaction_rate 100 lead"]),
    ("力争省级主办件A类占比达到72%，B类17件逐件明确时限。", []),
    ("县住建局、县交通局各有1件主办件未与委员当面商议。", []),
    ("B类5件，年内可办结3件。", ["outcome planned 5"]),
    ("参与承办的单位有104个，调整承办单位21家次。", ["units 104"]),
    ("在规定时限内，对主办的18件全部进行了书面答复。", ["answered 18 lead", "~on_time_rate 100 lead"]),
])  # fmt: skip
def test_numbers_and_words_that_hang_on_what_stands_beside_them(text, expected):
    assert sorted(told(text)) == sorted(expected)


def test_items_counted_in_another_word_are_counted_so_further_on():
    found = told("共承办建议提案46项，其中建议25项、提案21项。", "在46项中，由我局主办的33项，会办的13项。", "46项已全部按规定时限办结。", "完成公路改造12项。")
    assert found[-2:] == ["~on_time_rate 100", "completed 46"] or found[-2:] == ["completed 46", "~on_time_rate 100"]
    assert {"received 33 lead", "received 13 joint"} <= set(found)


def test_a_bracket_about_one_number_says_nothing_of_the_next():
    assert told("主办28件、分办3件（均为提案）、会办35件。") == ["received 28 lead", "received 3 proposal lead", "received 35 joint"]


def test_two_courts_have_the_number_each():
    assert told("交市中级人民法院、市人民检察院办理各2件。", **CONGRESS) == ["received 2 suggestion 市中级人民法院", "received 2 suggestion 市人民检察院"]


def test_classes_before_and_after_a_second_handling_carry_their_round_and_those_of_earlier_years_none():
    assert told("初次办理结果：A类67件，B类48件。经二次办理，A类最终达到83件。") == [
        "outcome adopted 67 first", "outcome planned 48 first", "outcome adopted 83 final"]  # fmt: skip
    assert told("2023年列入B类的51件，经再次办理，已解决31件。") == ["outcome planned 51 2023", "outcome adopted 31 2023"]


def test_a_congress_takes_in_what_a_government_tells_of_it():
    assert told("省人大常委会共收到代表建议753件，其中会议期间731件、闭会期间22件。", kind="government", instrument="suggestion") == [
        "received 753 suggestion 省 省人大常委会", "received 731 suggestion 省 省人大常委会 part", "received 22 suggestion 省 省人大常委会 part"]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [
    ("满意119件、基本满意6件、不理解2件。", ["satisfaction satisfied 119", "satisfaction basic 6"]),
    ("委员反馈：'满意'112件，'基本满意'8件。", ["satisfaction satisfied 112 proposal", "satisfaction basic 8 proposal"]),
    ("按A、B、C分类，分别为15件、6件、1件。", ["outcome adopted 15", "outcome planned 6", "outcome deferred 1"]),
    ("上年结转的5件建议已办结3件。", []),
    ("32个单位承办代表建议118件。", ["units 32 suggestion", "received 118 suggestion"]),
])  # fmt: skip
def test_words_that_a_user_put_in_its_reports(text, expected):
    assert told(text) == expected


def test_departments_that_handle_items_are_no_count_of_units():
    assert told("其中县委部门承办18件，县政府部门承办96件。", kind="cppcc", instrument="proposal") == [
        "received 18 proposal 县委部门", "received 96 proposal 县政府部门"]  # fmt: skip


def test_a_bulletin_goes_on_about_the_months_that_it_opened_with_and_names_places_before_brackets():
    bulletin = {"kind": "bulletin", "instrument": "key_work", "year": 2023, "month": 8, "region": "江渚市", "unit": "江渚市人民政府"}
    text = "1-8月，86个重点项目完成投资203.4亿元，占年度计划的72.8%。其中，工业项目投资完成率75.1%；交通项目投资完成率68.3%。投资完成率居前的是柳河县（86.2%）、云溪区（81.5%）。"
    assert told(text, **bulletin) == [
        "investment_rate 72.8 key_work 2023-01/2023-08", "investment_rate 75.1 key_work 2023-01/2023-08", "investment_rate 68.3 key_work 2023-01/2023-08",
        "investment_rate 86.2 key_work 柳河县", "investment_rate 81.5 key_work 云溪区"]  # fmt: skip


def test_subjects_before_brackets_that_hold_their_counts():
    hotline = {"kind": "hotline", "instrument": "hotline", "month": 5, "region": "江渚市", "unit": "江渚市人民政府"}
    assert told("诉求量居前的是城市管理类（5,123件）、劳动保障类（3,654件）。", **hotline) == ["topic construction 5123 hotline", "topic livelihood 3654 hotline"]
