"""Every sentence of the audit recomputed from the numbers that it gives, by brute force: none may be false as arithmetic."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from handling.audit import sentence
from handling.model import Figure, Finding
from tests.audit.shorthand import figure, found
from tests.audit.test_published_audit import findings as published  # noqa: F401

Facts = dict[str, str]


def agrees(x: int, n: int, printed: str) -> bool:
    """Whether x of n is printed so: rounded either way at the half, or cut."""
    digits = len(printed.partition(".")[2])
    unit, share, value = Fraction(1, 10**digits), Fraction(100 * x, n), Fraction(printed)
    return abs(share - value) <= unit / 2 or 0 <= share - value < unit


def some_whole_number_fits(n: int, printed: str) -> bool:
    return any(agrees(x, n, printed) for x in range(n + 1))


def is_percent(words: str, x: int, n: int) -> bool:
    return abs(Fraction(words) - Fraction(100 * x, n)) <= Fraction(1, 2 * 10 ** len(words.partition(".")[2]))


def added(parts: str) -> Fraction:
    return sum(map(Fraction, parts.split("+")), Fraction(0))


def ends(span: str) -> tuple[int, int]:
    first, _, last = span.partition("–")
    return int(first), int(last or first)


def needs(x: int, printed: str, span: str, whole: int) -> bool:
    """x makes the percentage over every number of the span, over none beside it, and not over the whole that the report names."""
    low, high = ends(span)
    inside = all(agrees(x, n, printed) for n in {low, high})
    outside = not any(agrees(x, n, printed) for n in (low - 1, high + 1) if n >= max(x, 1))
    return inside and outside and not agrees(x, whole, printed)


def impossible(x: int, printed: str) -> bool:
    """No number up to where the percentage would have to be 0 gives it."""
    most = 2 if float(printed) <= 0 else int(100 * x / float(printed) * 2) + 2
    return not any(agrees(x, n, printed) for n in range(max(x, 1), most))


def differ_by(f: Facts) -> bool:
    return int(f["difference"]) == abs(int(f["printed"]) - int(f["computed"])) > 0


HOLDS: dict[str, Callable[[Facts], bool]] = {
    "parts_total": lambda f: added(f["parts"]) == int(f["computed"]) and differ_by(f),
    "classes_total": lambda f: added(f["parts"]) == int(f["computed"]) and differ_by(f),
    "classes_missing": lambda f: added(f["parts"]) == int(f["computed"]) < int(f["printed"]) and differ_by(f),
    "overlap": lambda f: added(f["parts"]) == int(f["computed"]) > int(f["printed"]),
    "units_total": differ_by,
    "part_exceeds": lambda f: int(f["computed"]) > int(f["printed"]),
    "share": lambda f: is_percent(f["computed"], int(f["count"]), int(f["base"])) and not agrees(int(f["count"]), int(f["base"]), f["printed"]),
    "balanced": lambda f: is_percent(f["computed"], int(f["count"]), int(f["base"])),
    "remainder": lambda f: is_percent(f["computed"], int(f["count"]), int(f["base"])),
    "share_impossible": lambda f: impossible(int(f["count"]), f["printed"]),
    "share_without_base": lambda f: needs(int(f["count"]), f["printed"], f["base"], int(f["whole"])),
    "shares_other_base": lambda f: all(
        agrees(int(part.partition("/")[0]), n, share.rstrip("%"))
        for part, share in zip(f["parts"].split("、"), f["printed"].split("、"), strict=True)
        for n in (*ends(f["base"]), int(part.partition("/")[2]))
    ),
    "share_sum": lambda f: added(f["parts"]) == Fraction(f["computed"]) != 100,
    "base": lambda f: agrees(int(f["count"]), int(f["base"]), f["printed"]) and not some_whole_number_fits(int(f["whole"]), f["printed"]),
    "counted_base": lambda f: (
        agrees(int(f["count"]), int(f["base"]), f["printed"]) and not agrees(int(f["count"]), int(f["whole"]), f["printed"])
        and is_percent(f["computed"], int(f["count"]), int(f["base"])) and is_percent(f["over_whole"], int(f["count"]), int(f["whole"]))
    ),
    "no_base": lambda f: (
        not some_whole_number_fits(int(f["whole"]), f["printed"]) and float(f["below"]) <= float(f["printed"]) <= float(f["above"])
    ),
    "rate_counts": lambda f: (
        added(f["parts"]) == int(f["count"]) and needs(int(f["count"]), f["printed"], f["needed"], int(f["base"]))
        and is_percent(f["computed"], int(f["count"]), int(f["base"]))
    ),
    "rate_impossible": lambda f: impossible(int(f["count"]), f["printed"]) and is_percent(f["computed"], int(f["count"]), int(f["base"])),
    "shared_base": lambda f: (
        agrees(int(f["count"]), int(f["computed"]), f["printed"]) and agrees(int(f["other_count"]), int(f["computed"]), f["other_printed"])
    ),
    "rate_parts": lambda f: added(f["parts"]) == Fraction(f["computed"]) != Fraction(f["printed"]),
    "strict_above_broad": lambda f: Fraction(f["printed"]) > Fraction(f["computed"]),
    "over_100": lambda f: not 0 <= Fraction(f["printed"]) <= 100,
    "not_whole": lambda f: Fraction(f["printed"]).denominator > 1 or Fraction(f["printed"]) < 0,
    "conflict": lambda f: f["printed"] != f["computed"],
    "reports_differ": lambda f: f["printed"] != f["computed"],
    "jump": lambda f: (
        is_percent(f["printed"], int(f["count"]), int(f["base"])) and is_percent(f["computed"], int(f["before_count"]), int(f["before_base"]))
        and abs(Fraction(f["points"]) - abs(Fraction(100 * int(f["count"]), int(f["base"])) - Fraction(100 * int(f["before_count"]), int(f["before_base"]))))
        <= Fraction(1, 20)
    ),
}  # fmt: skip


def false(findings: list[Finding]) -> list[str]:
    return [sentence(finding) for finding in findings if not HOLDS[finding.kind](dict(finding.facts))]


def test_no_sentence_about_the_published_reports_is_false(published: list[Finding]) -> None:  # noqa: F811
    assert false(published) == []
    assert len({finding.kind for finding in published}) >= 15


def test_a_percentage_is_called_impossible_only_where_no_whole_number_fits(published: list[Finding]) -> None:  # noqa: F811
    said = [re.search(r"([\d.]+)%，用\D*(\d+)件凑不出整数", sentence(finding)) for finding in published]
    claims = [(match[1], int(match[2])) for match in said if match]
    assert ("99.12", 115) in claims  # 呈贡 2020: 113/115 = 98.26, 114/115 = 99.13
    assert not any(some_whole_number_fits(n, printed) for printed, n in claims)


def test_a_count_that_makes_its_share_over_another_count_is_told_with_both_percentages() -> None:
    topics = [figure("topic", 71, "livelihood", label="民生"), figure("topic_share", 34.6, "livelihood", label="民生")]
    finding = found([figure("received", 213), figure("filed", 205), *topics])[0]
    assert sentence(finding) == (
        "报告写青禾县人民政府2023年县区级政协提案“民生”34.6%，件数是71件：71÷205=34.63%（立案205件），相符；"
        "71÷213=33.33%（总数213件），不相符。"
    )


def test_a_share_that_nearly_every_number_gives_is_not_called_impossible() -> None:
    hotline = [figure("received", 900_000, instrument="hotline"), figure("completed", 800_000, instrument="hotline")]
    assert found([*hotline, figure("completion_rate", 12, instrument="hotline")]) == []  # 12% of 6,400,001 to 6,956,521
    tiny = [figure("topic", 5, "economy", label="其他"), figure("topic_share", 0, "economy", label="其他")]
    assert found([figure("received", 90), *tiny]) == []  # 5 of 1,001 is 0.5%, 5 of 1,100 is printed as 0


def test_a_rate_of_100_beside_its_count_names_every_number_that_would_round_to_it() -> None:
    finding = found([figure("received", 990), figure("completed", 960), figure("completion_rate", 100)])[0]
    assert (finding.kind, dict(finding.facts)["needed"]) == ("rate_counts", "960–964")  # 960/964 = 99.59, 960/965 = 99.48


def test_a_single_class_behind_a_rate_is_called_by_its_own_name() -> None:
    finding = found([figure("received", 40), figure("satisfaction", 27, "satisfied"), figure("satisfaction_rate", 80)])[0]
    assert "同时写满意27件" in sentence(finding)


COUNT = st.integers(1, 60)
SHARE = st.one_of(st.integers(0, 100).map(float), st.integers(0, 1000).map(lambda tenths: tenths / 10))


@st.composite
def reports(draw: st.DrawFn) -> list[Figure]:
    """Some wholes, three classes with shares, and a rate or two: few of them add up."""
    made = [figure(measure, draw(COUNT)) for measure in ("received", "filed", "completed") if draw(st.booleans())]
    for name in ("adopted", "planned", "deferred"):
        count = draw(COUNT)
        made.append(figure("outcome", count, name, label=name))
        over = draw(st.sampled_from([int(f.value) for f in made if f.scale == "count"]))
        share = round(100 * count / over, 1) if draw(st.booleans()) else draw(SHARE)
        made.append(figure("outcome_share", min(share, 100.0), name, label=name))
    made += [figure("satisfaction", draw(COUNT), name) for name in ("satisfied", "basic") if draw(st.booleans())]
    made.append(figure("satisfaction_rate", draw(SHARE), draw(st.sampled_from(["", "satisfied", "satisfied_or_basic"]))))
    return [*made, figure("completion_rate", draw(SHARE))]


@settings(max_examples=400)
@given(reports())
def test_no_sentence_about_any_report_is_false(figures: list[Figure]) -> None:
    assert false(found(figures)) == []
