"""Derived figures, the definition of a rate, and the value that is shown where reports differ."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handling.audit import audit, sentence
from handling.derive import Kind, Placing, Rate, base_name, choose, definition, derived_figures, kind_name, placed, rates
from handling.model import Figure
from handling.vocabulary.classes import VOCABULARY
from tests.audit.shorthand import figure, outcomes, report, shares


def forms(satisfied: int, basic: int | None = None, dissatisfied: int | None = None, **facts: object) -> list[Figure]:
    values = {"satisfied": satisfied, "basic": basic, "dissatisfied": dissatisfied}
    return [figure("satisfaction", value, name, **facts) for name, value in values.items() if value is not None]


def define(rate: Figure, *others: Figure) -> Kind:
    return definition(rate, [*others, rate])


def by_kind(figures: list[Figure], **facts: object) -> dict[str, Rate]:
    head = report(**facts)
    return {rate.kind: rate for rate in rates(head, figures, audit(head, figures))}


def test_a_rate_that_says_nothing_of_basic_stays_unsaid() -> None:
    kind = define(figure("satisfaction_rate", 98), figure("received", 74))
    assert (kind.id, kind.counted, kind.base, kind.x, kind.x_by, kind.n) == ("satisfaction_rate.unsaid", "unsaid", "all", 73, "derived", 74)
    assert kind.name() == "满意率（未说明范围）"


def test_counts_tell_whether_an_unsaid_rate_is_strict_or_broad() -> None:
    strict = define(figure("satisfaction_rate", 98.6), *forms(144, 2), figure("received", 146))
    broad = define(figure("satisfaction_rate", 100), *forms(144, 2), figure("received", 146))
    assert (strict.counted, strict.counted_by, strict.x, strict.n) == ("strict", "arithmetic", 144, 146)
    assert (broad.counted, broad.counted_by, broad.x, broad.n, broad.x_by) == ("broad", "arithmetic", 146, 146, "sum")


def test_words_tell_before_arithmetic() -> None:
    kind = define(figure("satisfaction_rate", 92.47, "satisfied", qualifier="first"), figure("received", 93))
    assert (kind.id, kind.counted_by, kind.round, kind.aspect) == ("satisfaction_rate.strict.first", "stated", "first", "")
    assert kind.name() == "满意率（仅满意，初次）"
    assert kind.name("en") == "Satisfaction rate (satisfied only, first round)"


def test_the_base_is_found_by_arithmetic_where_only_one_named_count_fits() -> None:
    kind = define(figure("satisfaction_rate", 99.12), figure("received", 115), figure("received", 114, part=True, label="会议期间"))
    assert (kind.base, kind.base_by, kind.base_words, kind.x, kind.x_by, kind.n) == ("part", "arithmetic", "会议期间", 113, "derived", 114)


def test_forms_returned_may_be_known_by_arithmetic_alone() -> None:
    others = [figure("received", 591), figure("satisfaction", 526, "satisfied_or_basic", qualifier="attitude")]
    kind = define(figure("satisfaction_rate", 99.8, "satisfied_or_basic", qualifier="attitude"), *others)
    assert (kind.id, kind.base, kind.x, kind.n, kind.n_by) == ("satisfaction_rate.broad.attitude", "unnamed", 526, 527, "derived")


def test_nothing_is_worked_back_where_several_bases_or_numbers_fit() -> None:
    two = define(figure("satisfaction_rate", 99), figure("received", 200), figure("filed", 100))
    assert (two.base, two.x, two.n) == ("unsaid", None, None)
    many = define(figure("satisfaction_rate", 99), figure("received", 1053))
    assert (many.base, many.x, many.n) == ("all", None, 1053)


def test_an_outcome_share_over_the_completed_items_says_so() -> None:
    rate = figure("outcome_share", 81.7, "adopted")
    kind = define(rate, figure("received", 1219), figure("completed", 1216), figure("outcome", 993, "adopted"))
    assert (kind.id, kind.base, kind.base_by, kind.x, kind.n) == ("outcome_share.adopted", "completed", "arithmetic", 993, 1216)


def test_only_rates_have_a_definition() -> None:
    with pytest.raises(ValueError, match="received is no rate"):
        define(figure("received", 5))


def test_adoption_is_counted_over_the_classes_and_keeps_the_printed_share() -> None:
    found = by_kind([figure("received", 226), *outcomes(162, 51, 13), *shares(71.7, 22.6, 5.7)])
    adopted = found["outcome_share.adopted"]
    assert (adopted.x, adopted.n, adopted.pct, adopted.pct_basis, adopted.base) == (162, 226, 71.7, "stated", "all")
    assert (adopted.comparable, adopted.reason_not, adopted.doubted, adopted.formula) == (True, "", False, "")
    assert found["outcome_share.deferred"].pct == 5.7


def test_counts_without_a_share_give_a_derived_rate_with_its_formula() -> None:
    classes = [*outcomes(6, 15, 0), figure("outcome", 3, "deferred", label="有待以后解决")]
    found = by_kind([figure("received", 24), *classes])
    assert (found["outcome_share.adopted"].pct, found["outcome_share.adopted"].pct_basis) == (25.0, "derived")
    assert found["outcome_share.adopted"].formula == "6/24"
    assert found["outcome_share.deferred"].formula == "(0+3)/24"
    assert found["outcome_share.deferred"].x == 3


def test_classes_that_miss_the_whole_are_over_their_own_sum_and_doubted() -> None:
    adopted = by_kind([figure("received", 591), *outcomes(148, 364, 76), *shares(25.2, 61.9, 12.9)])["outcome_share.adopted"]
    assert (adopted.x, adopted.n, adopted.base, adopted.n_basis) == (148, 588, "classes", "sum")
    assert (adopted.comparable, adopted.doubted) == (True, True)


def test_what_may_be_misread_carries_no_mark_of_a_contradiction() -> None:
    figures = [figure("received", 100), *outcomes(60, 30, 8)]
    unsure = [replace(finding, severity="unsure") for finding in audit(report(), figures)]
    assert [one.kind for one in unsure] == ["classes_total"]
    assert {rate.doubted for rate in rates(report(), figures, unsure)} == {False}


def test_incomplete_classes_are_not_made_into_a_whole() -> None:
    assert by_kind([figure("outcome", 65, "adopted"), figure("outcome", 78, "planned")]) == {}


def test_a_spanning_class_is_never_split_or_compared() -> None:
    spanning = [figure("outcome", 377, "adopted_or_planned"), figure("outcome_share", 80.9, "adopted_or_planned")]
    found = by_kind([figure("filed", 466), *spanning])
    assert set(found) == {"outcome_share.adopted_or_planned"}
    rate = found["outcome_share.adopted_or_planned"]
    assert (rate.x, rate.n, rate.comparable, rate.reason_not) == (377, 466, False, "spans")


def test_last_years_items_sorted_again_are_no_adoption_rate() -> None:
    again = [figure("outcome", 23, "planned", label="B类件", year=2022), figure("outcome", 16, "adopted", label="已解决", year=2022)]
    found = by_kind([*again, figure("outcome_share", 69.6, "adopted", label="已解决", year=2022)])
    assert (found["outcome_share.adopted"].n, found["outcome_share.adopted"].reason_not) == (23, "other_stream")


def test_strict_and_broad_satisfaction_come_from_complete_counts() -> None:
    found = by_kind([figure("received", 298), *forms(113, 151, 1)])
    strict, broad = found["satisfaction_rate.strict"], found["satisfaction_rate.broad"]
    assert (strict.x, strict.n, strict.pct, strict.formula, strict.base) == (113, 265, 42.64, "113/(113+151+1)", "forms")
    assert (broad.x, broad.n, broad.pct, broad.formula, broad.comparable) == (264, 265, 99.62, "(113+151)/(113+151+1)", True)


def test_a_stated_rate_is_never_overruled_by_a_derived_one() -> None:
    found = by_kind([figure("received", 146), *forms(144, 2), figure("satisfaction_rate", 98.6, "satisfied")])
    assert (found["satisfaction_rate.strict"].pct, found["satisfaction_rate.strict"].pct_basis) == (98.6, "stated")
    assert (found["satisfaction_rate.broad"].pct, found["satisfaction_rate.broad"].pct_basis) == (100.0, "derived")


def test_completion_is_derived_from_counts_only_where_no_rate_is_printed() -> None:
    derived = by_kind([figure("received", 956), figure("completed", 937)])["completion_rate"]
    assert (derived.x, derived.n, derived.pct, derived.pct_basis, derived.formula) == (937, 956, 98.01, "derived", "937/956")
    stated = by_kind([figure("received", 956), figure("completed", 937), figure("completion_rate", 98)])["completion_rate"]
    assert (stated.x, stated.n, stated.pct, stated.pct_basis, stated.formula) == (937, 956, 98.0, "stated", "")


@pytest.mark.parametrize(
    ("figures", "reason"),
    [
        ([figure("satisfaction_rate", 99.12, "satisfied"), figure("received", 114)], "derived_count"),
        ([figure("satisfaction_rate", 99.12, "satisfied")], "rate_only"),
        ([figure("satisfaction_rate", 99.12), figure("received", 114)], "kind_unsaid"),
        ([figure("satisfaction_rate", 100, "satisfied", period="2023-01/2023-03"), figure("received", 9, period="2023-01/2023-03")], "part_year"),
        (
            [figure("satisfaction_rate", 99.16, "satisfied"), figure("received", 801), figure("received", 835, unit="政协青禾县委员会")],
            "derived_count",
        ),
    ],
)
def test_a_rate_that_is_left_out_says_why(figures: list[Figure], reason: str) -> None:
    rate = next(rate for rate in by_kind(figures).values() if rate.measure == "satisfaction_rate")
    assert (rate.comparable, rate.reason_not) == (False, reason)


def test_a_share_that_its_count_contradicts_is_not_compared() -> None:
    found = by_kind([figure("received", 81), *outcomes(14, 56, 11), *shares(17.3, 69.1, 11.0)])
    assert (found["outcome_share.deferred"].comparable, found["outcome_share.deferred"].reason_not) == (False, "audit")
    assert found["outcome_share.adopted"].comparable


def test_rates_of_single_subjects_are_not_the_units_rate() -> None:
    assert by_kind([figure("satisfaction_rate", 92, label="基础建设方面"), figure("satisfaction_rate", 86, label="公共服务方面")]) == {}


def test_lead_is_all_minus_joint_and_says_how() -> None:
    found = derived_figures(report(), [figure("received", 14), figure("received", 6, role="joint")])
    assert [(d.figure.role, d.figure.value, d.figure.basis, d.formula, d.sources) for d in found] == [("lead", 8, "derived", "14−6", (0, 1))]


@pytest.mark.parametrize(
    "more",
    [
        [figure("received", 8, role="lead")],
        [figure("received", 2, part=True, label="参阅")],
        [figure("received", 3, part=True, label="独办", role="lead")],
    ],
)
def test_lead_is_not_derived_where_the_report_tells_more(more: list[Figure]) -> None:
    assert derived_figures(report(), [figure("received", 14), figure("received", 6, role="joint"), *more]) == ()


def test_the_units_own_report_is_shown_before_another_and_the_conflict_kept() -> None:
    own = report("A", publisher="青禾县人民政府办公室", published="2023-11-01")
    press = report("B", publisher="青禾日报", published="2023-12-01")
    [choice] = choose([figure("received", 115, report="B"), figure("received", 116, report="A")], [own, press])
    assert (choice.chosen, choice.others, choice.rule, choice.differ) == (1, (0,), "own_publisher", True)


def test_a_whole_year_goes_before_a_part_and_the_later_report_before_the_earlier() -> None:
    reports = [report("A", published="2023-07-01"), report("B", published="2023-12-01")]
    part = [figure("received", 60, report="B", period="2023-01/2023-06"), figure("received", 116, report="A")]
    assert [(c.chosen, c.rule) for c in choose(part, reports)] == [(1, "whole_year")]
    later = [figure("received", 60, report="A"), figure("received", 116, report="B")]
    assert [(c.chosen, c.rule) for c in choose(later, reports)] == [(1, "later")]


def test_reports_that_agree_are_no_conflict() -> None:
    reports = [report("A", published="2023-07-01"), report("B", published="2023-12-01")]
    [choice] = choose([figure("received", 60, report="A"), figure("received", 60, report="B")], reports)
    assert (choice.chosen, choice.differ) == (1, False)


def test_rates_are_chosen_by_kind() -> None:
    reports = [report("A", publisher="青禾县人民政府"), report("B", publisher="青禾日报")]
    one = rates(reports[0], [figure("satisfaction_rate", 98, "satisfied", report="A")])
    two = rates(
        reports[1], [figure("satisfaction_rate", 97, "satisfied", report="B"), figure("satisfaction_rate", 99, "satisfied_or_basic", report="B")]
    )
    [choice] = choose([*one, *two], reports)
    assert (choice.chosen, choice.others, choice.differ) == (0, (1,), True)


def test_every_base_kind_and_reason_has_a_name() -> None:
    words = tomllib.loads((VOCABULARY / "kinds.toml").read_text(encoding="utf-8"))
    assert all(entry["zh"] and entry["en"] for group in words.values() for entry in group.values())
    assert base_name("forms") == "收回的意见"
    assert kind_name("outcome_share.adopted") == "办理结果占比（已解决或采纳）"
    assert kind_name("completion_rate", "en") == "Completion rate"


FIGURES = st.lists(
    st.builds(
        lambda measure, value, category, part, role, instrument, label, year: figure(
            measure, value, category, part=part, role=role, instrument=instrument, label=label, year=year
        ),
        st.sampled_from(
            ["received", "filed", "completed", "outcome", "outcome_share", "satisfaction", "satisfaction_rate", "completion_rate", "topic"]
        ),
        st.one_of(st.integers(0, 400).map(float), st.floats(0, 100).map(lambda x: round(x, 2))),
        st.sampled_from(["", "adopted", "planned", "deferred", "satisfied", "basic", "dissatisfied", "other"]),
        st.booleans(),
        st.sampled_from(["", "lead", "joint"]),
        st.sampled_from(["proposal", "suggestion", "combined", "hotline"]),
        st.sampled_from(["", "A类", "会议期间", "闭会期间"]),
        st.sampled_from([2022, 2023, None]),
    ),
    max_size=14,
)


@given(FIGURES)
def test_any_figures_at_all_are_audited_and_derived_without_an_exception(figures: list[Figure]) -> None:
    findings = audit(report(), figures)
    assert findings == audit(report(), figures)
    for finding in findings:
        assert sentence(finding, "zh")
        assert sentence(finding, "en")
        assert all(0 <= position < len(figures) for position in finding.figures)
    for rate in rates(report(), figures, findings):
        assert not rate.comparable or (rate.x is not None and rate.n is not None and 0 <= rate.x <= rate.n)
        assert rate.comparable == (rate.reason_not == "")
    derived_figures(report(), figures)


def test_a_final_round_of_the_few_items_handled_again_is_no_rate_of_the_stream() -> None:
    few = by_kind([figure("received", 489), *forms(9, None, 2, qualifier="final")])
    assert not [kind for kind in few if kind.startswith("satisfaction_rate")]
    all_of_them = by_kind([figure("received", 489), *forms(487, None, 2, qualifier="final")])
    assert (all_of_them["satisfaction_rate.strict.final"].x, all_of_them["satisfaction_rate.strict.final"].n) == (487, 489)


@pytest.mark.parametrize(
    ("label", "category", "rule", "words"),
    [
        ("已采纳和正在采纳", "adopted", "words", "已采纳、正在采纳"),
        ("已被采纳,正在解决中", "planned", "furthest", "正在解决中"),
        ("有待逐步解决或留作参考", "deferred", "furthest", "留作参考"),
        ("已经解决和部分解决", "adopted_or_planned", "spans", "已经解决、部分解决"),
        ("C类件(列入规划)", "planned", "words", "列入规划"),
        ("A娄解决率", "adopted", "letter", "A"),
        ("丙类", "deferred", "letter", "丙"),
        ("C类中研究或审批中", "planned", "defined", "C"),
        ("解决采纳率", "adopted", "words", "解决采纳率"),
        ("立法项目已一审", "planned", "context", ""),
        ("暫時無法解決", "deferred", "words", "暫時無法解決"),
    ],
)
def test_the_crosswalk_tells_by_which_rule_a_name_stands_in_its_class(label: str, category: str, rule: str, words: str) -> None:
    assert placed(label, category) == Placing(rule=rule, words=words)
