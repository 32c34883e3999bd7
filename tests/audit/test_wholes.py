"""Parts against their whole."""

from __future__ import annotations

from tests.audit.shorthand import fact, figure, found, kinds, outcomes, shares


def test_ningbo_2011_outcomes_make_588_and_not_591() -> None:
    figures = [figure("received", 591), figure("completed", 591), figure("answered", 591)]
    for name, label, count, share in (
        ("adopted", "已经解决", 148, 25.2), ("planned", "列入计划", 364, 61.9),
        ("deferred", "尚不能解决", 66, 11.2), ("deferred", "留作参考", 10, 1.7),
    ):  # fmt: skip
        figures += [figure("outcome", count, name, label=label), figure("outcome_share", share, name, label=label)]
    findings = found(figures)
    assert kinds(findings) == [("classes_total", "error"), ("counted_base", "note")]
    assert fact(findings[0], "printed", "computed", "parts", "difference") == ("591", "588", "148+364+66+10", "3")
    assert fact(findings[1], "whole", "base", "count") == ("591", "588", "148")


def test_outcomes_that_make_the_whole_raise_nothing() -> None:
    assert found([figure("received", 226), *outcomes(162, 51, 13)]) == []


def test_outcomes_may_be_sorted_over_the_lead_items_only() -> None:
    assert found([figure("received", 216), figure("received", 201, role="lead"), *outcomes(151, 35, 15)]) == []


def test_an_unsorted_rest_is_told_as_a_note() -> None:
    findings = found([figure("received", 155), figure("outcome", 65, "adopted"), figure("outcome", 78, "planned")])
    assert kinds(findings) == [("classes_missing", "note")]
    assert fact(findings[0], "difference") == ("12",)


def test_a_class_larger_than_its_whole_is_an_error() -> None:
    findings = found([figure("received", 4), figure("outcome", 5, "adopted")])
    assert kinds(findings) == [("part_exceeds", "error")]


def test_last_years_items_sorted_again_are_no_classes_of_last_year() -> None:
    again = [figure("outcome", 23, "planned", label="B类件", year=2022), figure("outcome", 16, "adopted", label="已解决", year=2022)]
    assert found([figure("received", 115), figure("received", 126, year=2022), *again]) == []
    beside = [figure("received", 263, year=2022), *outcomes(139, 89, 35, year=2022), figure("outcome", 61, "adopted", label="已解决", year=2022)]
    assert found(beside) == []


def test_lead_and_joint_that_miss_the_whole_are_a_warning_and_those_beyond_it_an_error() -> None:
    low = found([figure("received", 31), figure("received", 7, role="lead"), figure("received", 23, role="joint")])
    assert kinds(low) == [("parts_total", "warning")]
    assert fact(low[0], "parts", "computed", "printed", "cut") == ("7+23", "30", "31", "roles")
    high = found([figure("received", 31), figure("received", 9, role="lead"), figure("received", 23, role="joint")])
    assert kinds(high) == [("parts_total", "error")]


def test_items_in_neither_role_explain_the_gap() -> None:
    roles = [figure("received", 146, role="lead"), figure("received", 140, role="joint"), figure("received", 51, part=True, label="参阅")]
    assert found([figure("received", 337), *roles]) == []


def test_a_county_that_leads_all_items_shares_some_of_them() -> None:
    assert found([figure("received", 139), figure("received", 139, role="lead"), figure("received", 54, role="joint")]) == []


def test_suggestions_and_proposals_make_the_combined_with_or_without_motions() -> None:
    halves = [figure("received", 891, instrument="suggestion"), figure("received", 708)]
    motion = figure("received", 12, instrument="motion")
    assert found([figure("received", 1599, instrument="combined"), *halves, motion]) == []
    assert found([figure("received", 1611, instrument="combined"), *halves, motion]) == []
    assert kinds(found([figure("received", 1590, instrument="combined"), *halves])) == [("parts_total", "error")]


def test_levels_may_be_incomplete_but_never_more_than_all() -> None:
    levels = [figure("received", 18, level="provincial"), figure("received", 278, level="prefectural")]
    assert found([figure("received", 296, level=""), *levels]) == []
    assert found([figure("received", 300, level=""), *levels]) == []
    assert kinds(found([figure("received", 290, level=""), *levels])) == [("parts_total", "error")]


def test_in_and_out_of_session_make_the_year() -> None:
    parts = [figure("received", 114, part=True, label="会议期间"), figure("received", 1, part=True, label="闭会期间")]
    assert found([figure("received", 115), *parts]) == []
    assert kinds(found([figure("received", 116), *parts])) == [("parts_total", "warning")]


def test_other_parts_are_never_added_up() -> None:
    parts = [
        figure("received", 94, part=True, label="党派、团体"),
        figure("received", 177, part=True, label="委员"),
        figure("received", 33, part=True),
    ]
    assert found([figure("received", 271), *parts]) == []


def test_opinions_may_be_fewer_than_items_but_not_more() -> None:
    def forms(satisfied: int, basic: int, dissatisfied: int) -> list:
        values = {"satisfied": satisfied, "basic": basic, "dissatisfied": dissatisfied}
        return [figure("satisfaction", value, name) for name, value in values.items()]

    assert found([figure("received", 298), *forms(113, 151, 1)]) == []
    findings = found([figure("received", 104), *forms(87, 16, 2)])
    assert kinds(findings) == [("classes_total", "error")]
    assert fact(findings[0], "parts", "computed", "printed") == ("87+16+2", "105", "104")


def test_topics_that_overlap_are_told_so_and_closed_ones_must_add_up() -> None:
    topics = [figure("topic", 77, "economy"), figure("topic", 61, "livelihood"), figure("topic", 90, "environment")]
    assert kinds(found([figure("received", 207), *topics])) == [("overlap", "note")]
    assert found([figure("received", 300), *topics]) == []
    assert kinds(found([figure("received", 230), *topics, figure("topic", 9, "other")])) == [("classes_total", "warning")]


def test_classes_that_fit_their_shares_over_another_whole_carry_a_base_note_only() -> None:
    figures = [figure("received", 93), figure("filed", 89), *outcomes(26, 53, 10), *shares(29.21, 59.55, 11.24)]
    findings = found(figures)
    assert kinds(findings) == [("counted_base", "note")]
    assert fact(findings[0], "whole", "base", "base_name", "count") == ("93", "89", "filed", "26")


def test_items_beside_a_spanning_class_that_are_not_told_are_noted() -> None:
    spanning = [figure("outcome", 55, "adopted_or_planned", label="办结及正在办理"), figure("outcome", 11, "planned", label="列入明年计划")]
    findings = found([figure("received", 74), *spanning])
    assert kinds(findings) == [("classes_missing", "note")]
    assert fact(findings[0], "printed", "computed", "difference") == ("74", "66", "8")
