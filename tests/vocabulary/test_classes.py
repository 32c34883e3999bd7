"""The enumerations that every stage shares."""

from __future__ import annotations

from collections import Counter

from handling.vocabulary.classes import measures, names


def test_every_class_has_a_chinese_and_an_english_name_and_stands_once() -> None:
    count = Counter((name.field, name.id) for name in names())
    assert max(count.values()) == 1
    assert all(name.zh and name.en for name in names())


def test_positions_inside_a_field_are_distinct() -> None:
    count = Counter((name.field, name.position) for name in names())
    assert [key for key, times in count.items() if times > 1] == []


def test_measures_come_in_the_order_of_their_position() -> None:
    assert list(measures())[:3] == ["received", "filed", "answered"]
    assert [measure.position for measure in measures().values()] == list(range(len(measures())))


def test_a_measure_tells_its_scale_and_which_way_is_better() -> None:
    assert (measures()["satisfaction_rate"].scale, measures()["satisfaction_rate"].direction) == ("percent", 1)
    assert (measures()["rank"].scale, measures()["rank"].direction) == ("rank", -1)


def test_outcomes_are_ordered_from_adopted_to_deferred() -> None:
    outcome = sorted((n for n in names() if n.field == "category:outcome"), key=lambda n: n.position)
    assert [n.id for n in outcome] == ["adopted", "adopted_or_planned", "planned", "deferred"]
