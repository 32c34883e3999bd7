"""How sure a reading is: what speaks for and against it, and the doubt that people are told."""

from math import exp

import pytest

from benchmarks.confidence import fit, kept
from handling.confidence import BASE, SURE, table
from handling.reading import read_report

TITLE = "青禾县教育局2023年建议提案办理工作总结\n"


def read(text):
    return {figure.value: figure for figure in read_report(data=(TITLE + text).encode(), name="青禾.txt").figures}


def sure(*signs):
    return 1 / (1 + exp(-sum(table()[sign][0] for sign in (BASE, *signs))))


def test_a_doubt_never_raises_and_a_sum_that_fits_never_lowers():
    for sign, (weight, words) in table().items():
        if sign.endswith(":fit"):
            assert weight >= 0
        elif sign != BASE:
            assert weight <= 0, sign
            assert words, f"{sign} has no words for people"


def test_a_figure_without_any_sign_is_sure():
    assert sure() >= 0.96


@pytest.mark.parametrize("sign", ["classes:elsewhere", "audit:warning", "unit:none", "year:none", "unit:text"])
def test_what_goes_wrong_often_is_marked_for_a_second_look_by_itself_or_with_one_more_doubt(sign):
    assert sure(sign, "trouble") < SURE


def test_each_number_said_in_full_is_sure_and_has_no_doubt():
    found = read("2023年，我局承办县人大代表建议12件、县政协提案14件，全部按期办结。")
    assert {value: (figure.confidence >= SURE, figure.reason) for value, figure in found.items() if value < 100} == {12: (True, ""), 14: (True, "")}


def test_classes_that_add_up_to_the_items_led_and_do_not_say_so_are_less_sure_than_the_counts():
    found = read("单位\t承办件数\t主办\t协办\t满意\t基本满意\n教育局\t19\t10\t9\t8\t2\n民政局\t17\t12\t5\t11\t1\n")
    assert {found[value].confidence for value in (19, 10, 9, 17, 12, 5)} == {found[19].confidence}
    assert {found[value].confidence for value in (8, 2, 11, 1)} == {found[8].confidence}
    assert found[8].confidence < found[19].confidence - 0.03


def test_a_report_that_names_nobody_is_doubted_for_that():
    found = read_report(data="2023年承办提案12件，办结率98%。".encode(), name="x.txt").figures
    assert {(figure.unit, figure.confidence < SURE, figure.reason) for figure in found} == {("", True, "没有读出是哪个单位")}


def test_a_sum_of_a_table_that_is_off_is_told_in_its_numbers():
    found = read("单位\t承办件数\t主办\t协办\n教育局\t9\t5\t3\n民政局\t7\t4\t3\n")
    assert found[9].confidence < SURE
    assert found[9].reason == "主办、协办之和与合计不符：8≠9"


def test_the_weights_are_those_that_the_kept_readings_give():
    fitted = fit(kept())
    assert {sign: round(float(weight), 1) for sign, weight in fitted.items()} == pytest.approx(
        {sign: weight for sign, (weight, _) in table().items() if sign in fitted}, abs=0.06
    )
