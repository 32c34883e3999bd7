"""Rates against counts, against whole numbers, against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handling.audit.bases import bases_of, classes_of
from handling.audit.fits import HALF_EVEN, ROUND, chance_of_fit, decimals, denominators, exact, impossible, method, numerators, percent, span, unit_of
from handling.audit.ledger import Base, Frame, Ledger, Row, Stream, frame_of, positions, stream_of, summands
from handling.model import Figure, Finding

COUNTED = {"completion_rate": ("completed",), "answer_rate": ("answered",)}
ITEM_RATES = ("satisfaction_rate", "completion_rate", "answer_rate", "on_time_rate", "meeting_rate", "outcome_share")
MAY_PASS_100 = ("investment_rate", "start_rate")
_IN_TIME = re.compile("[按限准及]时|[按限如]期")
LUCK = 0.25  # a base that would fit by luck more often than this is not named as the base


def check(ledger: Ledger) -> Iterator[Finding]:
    """All findings about rates in one report."""
    for frame, stream, rows in ledger.streams():
        for row in rows:
            yield from _range(ledger, row)
            f = row.figure
            if f.scale == "percent" and f.basis == "stated" and not f.part and stream.instrument != "key_work":
                yield from _rate(ledger, frame, stream, row)
        yield from _satisfaction_rates(ledger, rows)


def _range(ledger: Ledger, row: Row) -> Iterator[Finding]:
    f = row.figure
    if f.scale == "percent" and (f.value < 0 or (f.value > 100 and f.measure not in MAY_PASS_100 and f.instrument != "key_work")):
        yield ledger.finding("over_100", "error", [row.position], label=f.label, printed=f.value)
    elif f.scale == "count" and (f.value < 0 or f.value != int(f.value)):
        yield ledger.finding("not_whole", "warning", [row.position], label=f.label, printed=f.value)


def counts_behind(ledger: Ledger, frame: Frame, stream: Stream, f: Figure) -> list[tuple[int, tuple[int, ...]]]:
    """The counts that a rate may be the share of, each with the positions of its figures: strict and broad for an unsaid 满意率."""
    if f.measure in COUNTED:
        cells = [ledger.cell(frame, stream, measure) for measure in COUNTED[f.measure]]
        return [(int(row.figure.value), (row.position,)) for row in cells if row]
    if f.measure != "satisfaction_rate":
        return []
    classes = classes_of(ledger, frame, stream, "satisfaction", f.qualifier)
    strict = [row for row in classes if row.figure.category == "satisfied"]
    broad = [row for row in classes if row.figure.category in ("satisfied", "basic", "satisfied_or_basic")]
    wanted = {"": (strict, broad), "satisfied": (strict,), "satisfied_or_basic": (broad,)}.get(f.category, ())
    found = []
    for rows in wanted:
        if rows:
            pair = (sum(int(row.figure.value) for row in rows), positions(rows))
            found += [pair] if pair not in found else []
    return found


def _rate(ledger: Ledger, frame: Frame, stream: Stream, row: Row) -> Iterator[Finding]:
    f = row.figure
    if f.label and f.measure in ("satisfaction_rate", "completion_rate", "on_time_rate", "answer_rate") and has_twin(ledger, frame, row):
        return
    counts = counts_behind(ledger, frame, stream, f)
    without = COUNTED.get(f.measure, ())
    if counts and not (f.measure == "satisfaction_rate" and f.category in ("satisfied", "satisfied_or_basic", "basic")):
        yield from _with_counts(ledger, row, counts, bases_of(ledger, f, without))
    elif f.measure in ITEM_RATES and 0 < f.value < 100 and (bases := bases_of(ledger, f, without)) and not _share_has_count(ledger, row):
        yield from _alone(ledger, row, bases)


def has_twin(ledger: Ledger, frame: Frame, row: Row) -> bool:
    """Whether the same rate stands several times under different labels: rates of subjects or channels, whose bases are not the stream's."""
    f = row.figure
    told = ledger.told(frame)[f.measure, f.category, f.instrument][f.qualifier]
    return any(label != f.label and (len(values) > 1 or f.value not in values) for label, values in told.items())


def _share_has_count(ledger: Ledger, row: Row) -> bool:
    """A share with its own count beside it is judged by handling.audit.shares."""
    f = row.figure
    if f.measure not in ("outcome_share", "satisfaction_rate"):
        return False
    count = "outcome" if f.measure == "outcome_share" else "satisfaction"
    return (count, f.category, f.instrument) in ledger.told(frame_of(f))


def _with_counts(ledger: Ledger, row: Row, counts: list[tuple[int, tuple[int, ...]]], bases: list[Base]) -> Iterator[Finding]:
    f = row.figure
    x, rows = counts[-1]
    if not bases or bases[0].tier > 1 or any(n <= base.value and method(n, base.value, f.value) for n, _ in counts for base in bases):
        return
    first = bases[0]
    if x > first.value:
        return
    if shared := _shared_base(ledger, row, x):
        yield _on_shared_base(ledger, row, x, rows, first, *shared)
        return
    needed = denominators(x, f.value)
    if not needed and not impossible(x, f.value):
        return  # nearly every number gives it
    yield ledger.finding(
        "rate_counts" if needed else "rate_impossible",
        "warning",
        [row.position, *rows, *first.rows],
        label=f.label,
        category=f.category,
        count=x,
        parts=summands(Row(p, ledger.figures[p]) for p in rows),
        printed=f.value,
        computed=percent(x, first.value, max(2, decimals(f.value))),
        base=first.value,
        base_name=first.id,
        base_words=first.words,
        needed=span(needed),
        counted=ledger.figures[rows[0]].category if len(rows) == 1 else "",
    )


def _shared_base(ledger: Ledger, row: Row, x: int) -> tuple[int, Row, Row] | None:
    """A base that the report does not name, yet two of its rates share: 结案率 96.16% of 23974 and 按期结案率 89.62% of 22345 are over 24932.

    With it the other rate and its count. Only where it is one number: then the report agrees with itself, over a total left unsaid.
    """
    mates = [other for other in ledger.frames[frame_of(row.figure)] if stream_of(other.figure) == stream_of(row.figure)]
    possible = _rounded(x, row.figure.value) if row.figure.value < 100 else set()
    for rate in mates:
        if rate.figure.measure != "on_time_rate" or not 0 < rate.figure.value < 100:
            continue
        for count in mates:
            timely = count.figure.measure in ("completed", "answered") and count.figure.part and _IN_TIME.search(count.figure.label)
            common = possible & _rounded(int(count.figure.value), rate.figure.value) if timely else set()
            if len(common) == 1:
                return common.pop(), rate, count
    return None


def _rounded(x: int, printed: float) -> set[int]:
    """The bases that give x this percentage by plain rounding."""
    return {n for n in denominators(x, printed) if method(x, n, printed) in (ROUND, HALF_EVEN)}


def _on_shared_base(ledger: Ledger, row: Row, x: int, rows: tuple[int, ...], first: Base, base: int, rate: Row, count: Row) -> Finding:
    return ledger.finding(
        "shared_base",
        "note",
        [row.position, *rows, rate.position, count.position, *first.rows],
        label=row.figure.label,
        category=row.figure.category,
        count=x,
        parts=summands(Row(p, ledger.figures[p]) for p in rows),
        printed=row.figure.value,
        computed=base,
        other_label=rate.figure.label or count.figure.label,
        other_printed=rate.figure.value,
        other_count=int(count.figure.value),
        base=first.value,
        base_name=first.id,
        base_words=first.words,
    )


def _alone(ledger: Ledger, row: Row, bases: list[Base]) -> Iterator[Finding]:
    """A rate without its count: is there a whole number behind it for some named base?"""
    f, first = row.figure, bases[0]
    fitting = [base for base in bases if numerators(f.value, base.value)]
    if first in fitting or first.tier > 1:
        return
    if fitting:
        base = fitting[0]
        if chance_of_fit(f.value, base.value) > LUCK:
            return
        facts = {"base": base.value, "base_name": base.id, "base_words": base.words}
        count = "/".join(str(x) for x in numerators(f.value, base.value))
        kind, severity, rows = "base", "note", base.rows
    elif any(numerators(f.value, count) for count in ledger.counts_of(frame_of(f))):
        return  # a count of another unit fits, near enough to leave it open
    else:
        kind, rows = "no_base", ()
        severity = "warning" if _base_is_known(ledger, row, first) else "note"
        below, above = _neighbours(f.value, first.value)
        count = f"{below}–{above}"
        facts = {"below": percent(below, first.value), "above": percent(above, first.value)}
    if kind == "no_base" and f.instrument == "hotline":
        return  # 回访满意率 is over the calls that were called back, whose number is seldom told
    yield ledger.finding(
        kind,
        severity,
        [row.position, *rows, *first.rows],
        label=f.label,
        category=f.category,
        printed=f.value,
        count=count,
        whole=first.value,
        whole_name=first.id,
        whole_words=first.words,
        **facts,
    )


def _base_is_known(ledger: Ledger, row: Row, base: Base) -> bool:
    """Whether another rate of the same measure and stream fits the base, and hardly by luck."""
    f = row.figure
    key = (frame_of(f), f.measure, stream_of(f), base.value)
    if key not in ledger.fitting:
        like = (other for other in ledger.frames[key[0]] if other.figure.measure == f.measure and stream_of(other.figure) == key[2])
        ledger.fitting[key] = {other.position for other in like if _fits_hardly_by_luck(other.figure.value, base.value)}
    return bool(ledger.fitting[key] - {row.position})


def _fits_hardly_by_luck(printed: float, n: int) -> bool:
    return 0 < printed < 100 and bool(numerators(printed, n)) and chance_of_fit(printed, n) <= LUCK


def _neighbours(printed: float, n: int) -> tuple[int, int]:
    """The whole numbers of n just under and just over the printed percentage."""
    below = int(exact(printed) * n / 100)
    return below, min(n, below + 1)


def _satisfaction_rates(ledger: Ledger, rows: list[Row]) -> Iterator[Finding]:
    """满意率 + 基本满意率 = 满意和基本满意率, but for rounding; and strict is never above broad."""
    rates: dict[tuple[str, str], Row] = {}
    for row in rows:
        f = row.figure
        if f.measure == "satisfaction_rate" and f.category and not f.part and f.basis == "stated":
            rates.setdefault((f.qualifier, f.category), row)
    for qualifier in sorted({key[0] for key in rates}):
        strict, basic, broad = (rates.get((qualifier, name)) for name in ("satisfied", "basic", "satisfied_or_basic"))
        if strict and broad and exact(strict.figure.value) > exact(broad.figure.value):
            yield ledger.finding("strict_above_broad", "error", positions([strict, broad]), printed=strict.figure.value, computed=broad.figure.value)
        if strict and basic:
            made = exact(strict.figure.value) + exact(basic.figure.value)
            wanted = exact(broad.figure.value) if broad else 100
            slack = unit_of(strict.figure.value) + unit_of(basic.figure.value)
            if made > wanted + slack or (broad and made < wanted - slack):
                yield ledger.finding(
                    "rate_parts",
                    "error",
                    positions([row for row in (strict, basic, broad) if row]),
                    parts=f"{strict.figure.value:g}+{basic.figure.value:g}",
                    computed=f"{float(made):g}",
                    printed=f"{float(wanted):g}",
                )
