"""Which figures of a corrected report differ: paired where it is certain which became which, listed side by side where it is not."""

from dataclasses import replace

import pytest

from handling.model import Figure
from handling.store.differences import differences, places, said

BASE = Figure(
    report="a", unit="青禾县教育局", region="青禾县", within="", year=2024, month=None, period="", instrument="proposal", level="county", role="",
    measure="completed", category="", qualifier="", part=False, label="办结", value=13, scale="count", basis="stated", number=None, evidence=None, rule="r",
)  # fmt: skip


def figure(value, **facts):
    return replace(BASE, value=value, **facts)


def told(stored, fresh):
    return [(change.old, change.new) for change in differences(stored, fresh)]


def test_like_readings_do_not_differ_however_their_labels_levels_and_roles_are_read():
    assert differences([figure(13), figure(7, label="主办")], [figure(7, level=""), figure(13, label="已办结", role="lead")]) == ()


def test_a_changed_value_is_paired_with_the_one_that_it_replaces():
    assert told([figure(13), figure(97.4, measure="satisfaction_rate", scale="percent")],
                [figure(14), figure(97.4, measure="satisfaction_rate", scale="percent")]) == [((13,), (14,))]


def test_roles_pair_values_of_one_measure():
    stored, fresh = [figure(50), figure(30, role="lead")], [figure(51), figure(31, role="lead")]
    assert told(stored, fresh) == [((50,), (51,)), ((30,), (31,))]


def test_values_that_cannot_be_told_apart_stand_side_by_side_and_count_as_so_many_places():
    changes = differences([figure(50), figure(30)], [figure(51), figure(31)])
    assert [(change.old, change.new) for change in changes] == [((50, 30), (51, 31))]
    assert places(changes) == 2


def test_one_that_is_new_and_one_that_is_gone_are_told_as_such():
    stored, fresh = [figure(13), figure(9, measure="received")], [figure(13), figure(97.4, measure="satisfaction_rate", scale="percent")]
    assert told(stored, fresh) == [((9,), ()), ((), (97.4,))]


@pytest.mark.parametrize(("lang", "words"), [
    ("zh", ["青禾县教育局 · 2024 · 政协提案 · 县区级 · 办结件数：1,312 → 1,412", "青禾县教育局 · 2024-03 · 政协提案 · 县区级 · 满意率：（没有） → 97.4%",
            "青禾县教育局 · 2024 · 政协提案 · 县区级 · 办理结果件数 · 已解决或采纳 · “A类”：5 → （没有）"]),
    ("en", ["青禾县教育局 · 2024 · CPPCC proposals · County · Items completed: 1,312 → 1,412",
            "青禾县教育局 · 2024-03 · CPPCC proposals · County · Satisfaction rate: (none) → 97.4%",
            "青禾县教育局 · 2024 · CPPCC proposals · County · Items by outcome · Solved or adopted · “A类”: 5 → (none)"]),
])  # fmt: skip
def test_a_difference_says_whose_when_what_and_both_values(lang, words):
    stored = [figure(1312), figure(5, measure="outcome", category="adopted", label="A类")]
    fresh = [figure(1412), figure(97.4, measure="satisfaction_rate", scale="percent", month=3)]
    assert sorted(said(change, lang) for change in differences(stored, fresh)) == sorted(words)
