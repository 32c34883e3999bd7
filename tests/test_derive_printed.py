"""Where a printed share of a class is shown rather than one computed from counts."""

from __future__ import annotations

from dataclasses import replace

from handling.audit import audit
from handling.derive import Rate, rates
from handling.model import Figure
from tests.audit.shorthand import figure, report


def by_kind(figures: list[Figure]) -> dict[str, Rate]:
    head = report()
    return {rate.kind: rate for rate in rates(head, figures, audit(head, figures))}


def test_the_printed_share_of_a_class_of_two_counts_is_shown_rather_than_the_computed_one() -> None:
    counts = [figure("received", 195), figure("outcome", 100, "adopted", label="已解决"), figure("outcome", 18, "adopted", label="基本解决"),
              figure("outcome", 60, "planned"), figure("outcome", 17, "deferred")]  # fmt: skip
    whole = by_kind([*counts, figure("outcome_share", 59.8, "adopted", label="两项合计")])["outcome_share.adopted"]
    assert (whole.pct, whole.pct_basis, whole.x, whole.n, whole.formula) == (59.8, "stated", 118, 195, "")
    part = by_kind([*counts, figure("outcome_share", 51.3, "adopted", label="已解决")])["outcome_share.adopted"]
    assert (part.pct_basis, part.formula) == ("derived", "(100+18)/195"), "the share of one of the two is not that of the class"


def test_a_share_printed_of_the_same_items_is_shown_where_the_counts_meet_no_stated_whole() -> None:
    counts = [figure("received", 197, level="county"), figure("outcome", 118, "adopted", level="county"), figure("outcome", 60, "planned", level="county"),
              figure("outcome", 17, "deferred", level="county")]  # fmt: skip
    printed = figure("outcome_share", 59.8, "adopted", level="")

    def adopted(*figures: Figure) -> Rate:
        head = report()
        return next(r for r in rates(head, figures, audit(head, figures)) if (r.level, r.category) == ("county", "adopted"))

    shown = adopted(*counts, printed)
    assert (shown.pct, shown.pct_basis, shown.x, shown.n) == (59.8, "stated", 118, 195)
    assert 4 in shown.figures
    assert adopted(*counts).formula == "118/195"
    assert adopted(*counts, replace(printed, level="provincial")).pct_basis == "derived", "items of another body"
    assert adopted(figure("received", 195, level="county"), *counts[1:], printed).pct_basis == "derived", "the counts meet the stated whole"
