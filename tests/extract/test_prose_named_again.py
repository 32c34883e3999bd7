"""Groups that a report names again: by their number, by what is left of them, by whose they are; and numbers that only look like one."""

import pytest

from tests.extract.prose_reading import told

CONGRESS = {"kind": "congress", "instrument": "suggestion", "region": "永丰县", "unit": "永丰县人民代表大会常务委员会"}


@pytest.mark.parametrize(("paragraphs", "expected"), [
    (("承办市人大代表建议2件、区政协提案50件。区级件中主办38件、会办17件。", "上述38件主办件的见面率为100%。"), "meeting_rate 100 区 lead"),
    (("承办市人大代表建议3件、县人大代表建议12件、县政协提案9件。去年承办的建议提案为31件。",), "received 31 各级 2023"),
    (("2023年区级B类件11件，其中建议5件、提案6件。今年经重新核定，7件转为A类。",), "outcome adopted 7 区 2023"),
    (("对2023年列为B类的8件，今年已有5件转为A类，其余3件正随二期工程实施。",), "outcome planned 3 2023"),
    (("今年A类84件，去年A类71件。其中已解决8件。",), "outcome adopted 8"),
    (("承办人大代表建议125件，省、市、县三级分别为2件、11件和112件。",), "received 112 suggestion 县"),
    (("重点督办建议中，由我委承办的有2件。",), "key 2 suggestion"),
    (("14件县政协提案已采纳9件，正在落实5件。",), "outcome planned 5 proposal 县"),
])  # fmt: skip
def test_a_group_that_is_named_again_keeps_what_was_told_of_it(paragraphs, expected):
    assert told(*paragraphs)[-1] == expected


def test_what_a_chamber_tells_of_items_that_others_handle_alone_is_theirs():
    found = told("县政府系统承办县人大代表建议92件、县政协提案87件。", "县人大代表建议办结率100%，A类58件。", **CONGRESS)
    assert found[2:] == ["completion_rate 100 suggestion 县 县政府系统", "outcome adopted 58 suggestion 县 县政府系统"]


def test_another_chamber_s_counts_are_its_own():
    head = {"kind": "cppcc", "instrument": "proposal", "region": "兰陵江市", "unit": "政协兰陵江市委员会"}
    assert told("市政协收到提案402件；东湖区政协收到提案171件，立案146件。", **head) == [
        "received 402 proposal 市", "received 171 proposal 东湖区 东湖区政协", "filed 146 proposal 东湖区 东湖区政协"]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [
    ("唯一一件评价为不满意的提案已重新办理。", ["satisfaction dissatisfied 1"]),
    ("2.87件建议均按期答复代表。", ["answered 87 suggestion", "~on_time_rate 100 suggestion"]),
    ("58件主办建议已解决或基本解决39件。", ["received 58 suggestion lead", "outcome adopted 39 suggestion lead"]),
    ("201件建议落实到43个承办单位。", ["units 43"]),
    ("满意率高达98.5%。", ["satisfaction_rate 98.5"]),
    ("主办件获得满意评价11件、基本满意1件。", ["satisfaction satisfied 11 lead", "satisfaction basic 1 lead"]),
    ("矿区植被恢复率由31%提高到48%。", []),
    ("全年审限内结案率99.1%。", []),
    ("投放纯电动公交车220台，新能源车占比达到68.3%。", []),
])  # fmt: skip
def test_numbers_are_read_for_what_they_count(text, expected):
    assert told(text) == expected
