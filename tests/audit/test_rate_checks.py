"""Rates against counts, whole numbers and each other."""

from __future__ import annotations

import pytest

from handling.audit import sentence
from tests.audit.shorthand import fact, figure, found, kinds


def test_chenggong_2020_fits_114_items_and_not_115() -> None:
    parts = [figure("received", 114, part=True, label="会议期间"), figure("received", 112, part=True, label="会议期间", role="lead")]
    findings = found([figure("satisfaction_rate", 99.12), figure("received", 115), *parts, figure("received", 1, part=True, label="闭会期间")])
    assert kinds(findings) == [("base", "note")]
    assert fact(findings[0], "printed", "whole", "base", "base_words", "count") == ("99.12", "115", "114", "会议期间", "113")


def test_wuhan_2010_fits_only_the_cppccs_835() -> None:
    other = figure("received", 835, unit="政协青禾县委员会")
    rate = figure("satisfaction_rate", 99.16, "satisfied_or_basic")
    classes = [figure("outcome", 564, "adopted"), figure("outcome", 207, "planned"), figure("outcome", 30, "deferred")]
    findings = found([other, figure("received", 801), rate, *classes])
    assert kinds(findings) == [("base", "note")]
    assert fact(findings[0], "whole", "base", "base_words", "count") == ("801", "835", "政协青禾县委员会", "828")


def test_ningxia_2005_fits_the_466_filed() -> None:
    spanning = [figure("outcome", 377, "adopted_or_planned"), figure("outcome_share", 80.9, "adopted_or_planned")]
    findings = found([figure("received", 491), figure("filed", 466), *spanning])
    assert kinds(findings) == [("counted_base", "note")]
    assert fact(findings[0], "whole", "base", "count") == ("491", "466", "377")


def test_a_rate_that_fits_no_named_base_is_a_note_and_where_the_base_is_known_a_warning() -> None:
    alone = [figure("received", 263), figure("satisfaction_rate", 94.03, "satisfied", qualifier="first")]
    assert kinds(found(alone)) == [("no_base", "note")]
    beside = found([*alone, figure("satisfaction_rate", 99.24, "satisfied", qualifier="final")])
    assert kinds(beside) == [("no_base", "warning")]
    assert fact(beside[0], "printed", "below", "above") == ("94.03", "93.92", "94.30")


def test_a_base_that_would_fit_by_luck_is_not_named() -> None:
    assert found([figure("received", 115), figure("satisfaction_rate", 99.12), figure("received", 5000, part=True)]) == []


def test_a_completion_rate_is_completed_over_received() -> None:
    assert found([figure("received", 956), figure("completed", 937), figure("completion_rate", 98.01)]) == []
    findings = found([figure("received", 5218), figure("completed", 5027), figure("completion_rate", 97.3)])
    assert kinds(findings) == [("rate_counts", "warning")]
    assert fact(findings[0], "count", "base", "computed", "needed") == ("5027", "5218", "96.34", "5162–5169")


def test_a_completion_rate_may_be_over_the_filed_items() -> None:
    assert found([figure("received", 134), figure("filed", 129), figure("completed", 129), figure("completion_rate", 100)]) == []


def test_a_weighted_satisfaction_rate_fits_nothing() -> None:
    forms = [figure("satisfaction", value, name) for name, value in (("satisfied", 614), ("basic", 34), ("dissatisfied", 22))]
    findings = found([figure("received", 1153), *forms, figure("satisfaction_rate", 94.69)])
    assert kinds(findings) == [("rate_impossible", "warning")]
    assert fact(findings[0], "count", "base", "computed") == ("648", "670", "96.72")


def test_an_unsaid_satisfaction_rate_may_be_strict_or_broad() -> None:
    forms = [figure("satisfaction", value, name) for name, value in (("satisfied", 103), ("basic", 15))]
    assert found([figure("received", 118), *forms, figure("satisfaction_rate", 87.3)]) == []
    assert found([figure("received", 118), *forms, figure("satisfaction_rate", 100)]) == []


def test_strict_and_basic_make_broad() -> None:
    strict, basic = figure("satisfaction_rate", 92.47, "satisfied"), figure("satisfaction_rate", 7.53, "basic")
    assert found([strict, basic]) == []
    assert kinds(found([strict, figure("satisfaction_rate", 8.6, "basic")])) == [("rate_parts", "error")]
    assert kinds(found([strict, basic, figure("satisfaction_rate", 98.1, "satisfied_or_basic")])) == [("rate_parts", "error")]
    assert kinds(found([figure("satisfaction_rate", 99, "satisfied"), figure("satisfaction_rate", 98, "satisfied_or_basic")])) == [
        ("strict_above_broad", "error")
    ]


@pytest.mark.parametrize(("measure", "instrument", "expected"), [("completion_rate", "proposal", 1), ("investment_rate", "key_work", 0)])
def test_only_investment_may_pass_100_per_cent(measure: str, instrument: str, expected: int) -> None:
    assert len(found([figure(measure, 102.3, instrument=instrument)])) == expected


def test_rates_of_subjects_are_not_held_against_the_whole_stream() -> None:
    figures = [figure("received", 40), figure("completed", 30)]
    figures += [figure("completion_rate", 99, label="随手拍"), figure("completion_rate", 100, label="留言板")]
    assert found(figures) == []


def test_two_rates_over_one_total_that_the_report_does_not_name_are_explained_and_not_doubted() -> None:
    timely = figure("completed", 22345, part=True, label="按期结案数", instrument="hotline")
    rates = [figure("completion_rate", 96.16, label="结案率", instrument="hotline"), figure("on_time_rate", 89.62, label="按期结案率", instrument="hotline")]
    findings = found([figure("received", 26898, instrument="hotline"), figure("completed", 23974, instrument="hotline"), timely, *rates])
    assert kinds(findings) == [("shared_base", "note")]
    assert fact(findings[0], "printed", "computed", "base", "other_printed", "other_count") == ("96.16", "24932", "26898", "89.62", "22345")
    assert "都以报告没有写明的24932件为总数" in sentence(findings[0])
    apart = found([figure("received", 26898, instrument="hotline"), figure("completed", 23974, instrument="hotline"), timely, rates[0]])
    assert kinds(apart) == [("rate_counts", "warning")]
