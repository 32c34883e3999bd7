"""Shares against counts and against each other."""

from __future__ import annotations

from tests.audit.shorthand import fact, figure, found, kinds, outcomes, shares


def test_zhangqiu_2023_prints_13_of_226_as_5_7_which_balances_to_100() -> None:
    findings = found([figure("received", 226), *outcomes(162, 51, 13), *shares(71.7, 22.6, 5.7)])
    assert kinds(findings) == [("balanced", "note")]
    assert fact(findings[0], "count", "printed", "computed", "base") == ("13", "5.7", "5.75", "226")


def test_shares_that_are_all_rounded_or_all_truncated_raise_nothing() -> None:
    assert found([figure("received", 189), *outcomes(143, 31, 15), *shares(75.7, 16.4, 7.9)]) == []
    assert found([figure("received", 96), *outcomes(47, 42, 7), *shares(48, 43, 7)]) == []  # 48.9, 43.75, 7.3


def test_a_share_may_be_what_the_others_leave_of_100() -> None:
    figures = [figure("received", 74)]
    for label, count, share in (("a", 32, 43.24), ("b", 35, 47.29), ("c", 5, 6.7), ("d", 2, 2.77)):
        figures += [figure("outcome", count, "adopted", label=label), figure("outcome_share", share, "adopted", label=label)]
    findings = found(figures)
    assert kinds(findings) == [("remainder", "note")]
    assert fact(findings[0], "printed", "computed") == ("2.77", "2.70")


def test_a_share_that_its_count_contradicts_is_an_error() -> None:
    findings = found([figure("received", 81), *outcomes(14, 56, 11), *shares(17.3, 69.1, 11.0)])
    assert kinds(findings) == [("share", "error")]
    assert fact(findings[0], "count", "printed", "computed") == ("11", "11", "13.58")


def test_one_share_of_several_is_named_when_the_others_fix_the_base() -> None:
    figures = [figure("received", 49, instrument="suggestion"), figure("received", 66), *outcomes(74, 33, 8, instrument="combined")]
    findings = found([*figures, *shares(64.25, 28.7, 6.95, instrument="combined")])
    assert kinds(findings) == [("share", "error")]
    assert fact(findings[0], "printed", "computed", "base") == ("64.25", "64.35", "115")


def test_a_single_share_that_no_whole_number_gives_is_an_error() -> None:
    findings = found([figure("received", 140), figure("outcome", 68, "planned"), figure("outcome_share", 48.3, "planned")])
    assert kinds(findings) == [("share_impossible", "error")]


def test_a_single_share_over_an_unnamed_base_is_a_warning_or_tells_the_base() -> None:
    unclear = found([figure("received", 140), figure("outcome", 13, "deferred"), figure("outcome_share", 7.9, "deferred")])
    assert kinds(unclear) == [("share_without_base", "warning")]
    assert fact(unclear[0], "base", "whole") == ("163–165", "140")
    one = found([figure("received", 591), figure("satisfaction", 526, "satisfied_or_basic"), figure("satisfaction_rate", 99.8, "satisfied_or_basic")])
    assert kinds(one) == [("counted_base", "note")]
    assert fact(one[0], "base", "base_name", "count") == ("527", "unnamed", "526")


def test_most_shares_over_one_other_number_are_one_finding() -> None:
    topics = [(26, 22.4), (27, 22.9), (19, 16.3), (14, 12.1), (14, 12.1), (13, 11.0), (5, 4.3)]
    figures = [figure("filed", 118)]
    for place, (count, share) in enumerate(topics):
        figures += [figure("topic", count, "economy", label=str(place)), figure("topic_share", share, "economy", label=str(place))]
    findings = found(figures)
    assert kinds(findings) == [("shares_other_base", "warning")]
    assert fact(findings[0], "base", "fitting", "classes", "whole") == ("116", "6", "7", "118")


def test_rounded_shares_choose_the_base_before_truncated_ones() -> None:
    figures = [figure("received", 48612, instrument="hotline"), figure("completed", 27713, instrument="hotline")]
    figures.append(figure("received", 28737, part=True, label="转派", instrument="hotline"))
    for place, (count, share) in enumerate([(7184, 25), (5173, 18), (4598, 16)]):
        figures += [
            figure(measure, value, "economy", label=str(place), instrument="hotline") for measure, value in (("topic", count), ("topic_share", share))
        ]
    findings = [finding for finding in found(figures) if finding.kind == "counted_base"]
    assert fact(findings[0], "base", "base_name") == ("28737", "part")


def test_three_classes_without_counts_make_100() -> None:
    assert found(shares(43.4, 47.3, 9.3)) == []
    assert kinds(found(shares(43.4, 47.3, 8.3))) == [("share_sum", "warning")]
    assert kinds(found(shares(43.4, 47.3, 10.3))) == [("share_sum", "error")]
    assert found(shares(33.3, 33.3, 33.3)) == []


def test_a_count_after_a_second_round_is_not_paired_with_the_final_rate() -> None:
    figures = [figure("received", 164), figure("satisfaction", 3, "satisfied", qualifier="final", label="改评满意")]
    figures.append(figure("satisfaction_rate", 92.1, "satisfied", qualifier="final", label="最终满意率"))
    assert [f for f in found(figures) if f.severity == "error"] == []
