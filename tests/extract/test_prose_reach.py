"""How far the words of a sentence reach: units, rows, years and plans that speak of several numbers."""

from __future__ import annotations

import pytest

from handling.extract.intents import stands_already
from handling.extract.sentence_unit import sentence_unit
from tests.extract.test_prose_traps import PROPOSALS, told


@pytest.mark.parametrize(("text", "unit"), [
    ("市政府系统承办的331件中,已解决198件。", "市政府系统"),
    ("截至目前,县法院共办理建议5件。", "县法院"),
    ("市人民检察院今年承办的3件建议全部办结。", "市人民检察院"),
    ("提案交由48个单位办理,其中区政府系统承办231件。", ""),
])  # fmt: skip
def test_a_congress_tells_all_of_a_sentence_of_the_unit_that_opens_it(text, unit):
    assert sentence_unit("congress", text, 0, len(text)) == unit


def test_a_government_that_names_itself_needs_no_unit_of_the_sentence():
    assert sentence_unit("government", "市政府系统承办的331件中", 0, 12) == ""


@pytest.mark.parametrize("lead", ["对", "下一步,针对列入计划的", "持续跟踪,对暂不具备条件的"])
def test_what_a_plan_sets_out_from_stands_already(lead):
    assert stands_already(lead + "5件", 0, len(lead))


@pytest.mark.parametrize("rest", ["全部按决议要求办理完毕。", "已按有关要求全部办理完毕。", "按照规定要求全部办理完毕。"])
def test_a_requirement_that_was_met_is_no_plan(rest):
    assert "~completion_rate 100 proposal" in told("承办提案26件," + rest, **PROPOSALS)


@pytest.mark.parametrize("text", ["提案满意率连续三年保持在100%。", "提案满意率连续三年达到100%。", "提案满意率连续三年均为100%。"])
def test_a_rate_that_held_over_three_years_is_three_figures(text):
    assert len(told(text, **PROPOSALS)) == 3


@pytest.mark.parametrize("text", ["除1件提案正在会商外,其余均已办复。", "比上届多立案37件。", "办理信息163件,未计入上述数字。"])
def test_exceptions_differences_and_what_was_not_counted_are_no_figures(text):
    assert told(text, **PROPOSALS) == []
