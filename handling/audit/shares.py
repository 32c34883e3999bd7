"""Shares against the counts printed beside them, and against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from handling.audit.bases import bases_of
from handling.audit.fits import HALF_EVEN, ROUND, decimals, denominators, exact, impossible, method, nudged, percent, span, unit_of
from handling.audit.ledger import CLASS_COUNTS, Base, Frame, Ledger, Row, Stream
from handling.model import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A count and the share that the report prints for the same class."""

    count: Row
    share: Row
    sure: bool  # told by the same words; else only by the class

    @property
    def x(self) -> int:
        return int(self.count.figure.value)

    @property
    def printed(self) -> float:
        return self.share.figure.value


def check(ledger: Ledger) -> Iterator[Finding]:
    """All findings about shares in one report."""
    for frame, stream, rows in ledger.streams():
        for share, count in CLASS_COUNTS.items():
            pairs = pairs_of(rows, share, count)
            if pairs and stream.instrument != "key_work":
                yield from _against_counts(ledger, pairs)
            if share == "outcome_share":
                yield from _against_each_other(ledger, frame, stream, rows, pairs)


def pairs_of(rows: list[Row], share: str, count: str) -> list[Pair]:
    """Counts and shares of the same class: by the same words, else by the class where each stands once.

    Beside 最终满意率 a count speaks of the few items that were handled again, so rounds are paired by their words alone.
    """
    counts: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    shares: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        f = row.figure
        if f.part or not f.category or f.basis != "stated":
            continue
        if f.measure == count:
            counts[f.category, f.qualifier, f.label].append(row)
        elif f.measure == share:
            shares[f.category, f.qualifier, f.label].append(row)
    found = [(counts[key].pop(0), shares[key].pop(0), True) for key in list(shares) if counts.get(key) and shares.get(key)]
    for key, left in shares.items():
        others = [row for other, rest in counts.items() if other[:2] == key[:2] for row in rest]
        mates = [row for other, rest in shares.items() if other[:2] == key[:2] for row in rest]
        if len(left) == len(others) == len(mates) == 1 and key[1] not in ("first", "final"):
            found.append((others[0], left[0], False))
    return [Pair(count=a, share=b, sure=sure) for a, b, sure in sorted(found)]


def _fits(pair: Pair, base: Base, loosely: bool = False) -> bool:
    if pair.x > base.value:
        return False
    return bool(method(pair.x, base.value, pair.printed)) or (loosely and nudged(pair.x, base.value, pair.printed))


def best_base(ledger: Ledger, pairs: list[Pair]) -> Base | None:
    """The named base that most of the pairs fit; the nearest of equals. None where none fits any."""
    bases = bases_of(ledger, pairs[0].share.figure)

    def score(base: Base) -> tuple[int, int, int, int]:
        near = [pair for pair in pairs if pair.x <= base.value]
        ways = [method(pair.x, base.value, pair.printed) for pair in near]
        fits = len(ways) - ways.count("")
        loosely = sum(not way and nudged(pair.x, base.value, pair.printed) for pair, way in zip(near, ways, strict=True))
        return fits + loosely, fits, ways.count(ROUND) + ways.count(HALF_EVEN), -base.tier

    best = max(bases, key=score, default=None)
    return best if best and score(best)[0] else None


def _against_counts(ledger: Ledger, pairs: list[Pair]) -> Iterator[Finding]:
    base = best_base(ledger, pairs)
    off = [pair for pair in pairs if pair.sure and not (base and _fits(pair, base))]
    if base:
        yield from _base_note(ledger, pairs, base)
    make_100 = len(pairs) > 1 and sum(exact(pair.printed) for pair in pairs) == 100
    if base and make_100 and all(_fits(pair, base, True) for pair in pairs):
        yield from _balanced(ledger, pairs, base)
        return
    if base and make_100 and len(off) == 1 and _is_remainder(off[0], pairs):
        yield _share_finding(ledger, "remainder", "note", off[0], base)
        return
    other, explained = _unnamed_base(pairs)
    if off and len(explained) >= 3 and len(explained) > len(pairs) - len(off):
        yield _other_base(ledger, explained, len(pairs), other)
    elif base and (len(pairs) - len(off) >= 2 or (base.tier == 1 and len(pairs) > 1)):
        for pair in off:
            yield _share_finding(ledger, "share", "error", pair, base)
    elif off or not base:
        yield from _without_base(ledger, off or pairs)


def _unnamed_base(pairs: list[Pair]) -> tuple[int, list[Pair]]:
    """The number that most of the shares would be over, whether the report names it or not, and the pairs that fit it."""
    possible = [bases for pair in pairs if (bases := denominators(pair.x, pair.printed))]
    if not possible:
        return 0, []
    starts = {bases.start for bases in possible}  # the smallest of the best is where some range begins
    best = max(starts, key=lambda n: (sum(n in bases for bases in possible), -n))
    return best, [pair for pair in pairs if pair.x <= best and method(pair.x, best, pair.printed)]


def _common(pairs: list[Pair]) -> range:
    """Every number that all of these shares may be over."""
    ranges = [denominators(pair.x, pair.printed) for pair in pairs]
    return range(max(bases.start for bases in ranges), min(bases.stop for bases in ranges))


def _other_base(ledger: Ledger, explained: list[Pair], classes: int, other: int) -> Finding:
    first = bases_of(ledger, explained[0].share.figure)[0]
    return ledger.finding(
        "shares_other_base",
        "warning",
        [row.position for pair in explained for row in (pair.share, pair.count)],
        base=span(_common(explained)) or other,
        classes=classes,
        fitting=len(explained),
        whole=first.value,
        whole_name=first.id,
        whole_words=first.words,
        printed="、".join(f"{pair.printed:g}%" for pair in explained),
        parts="、".join(f"{pair.x}/{other}" for pair in explained),
    )


def _is_remainder(pair: Pair, pairs: list[Pair]) -> bool:
    """Whether the share is what the others leave of 100, and no further off than their own rounding explains."""
    slack = sum((unit_of(other.printed) for other in pairs if other is not pair), Fraction(0))
    others = [other for other in pairs if other is not pair]
    count = sum(other.x for other in pairs)
    return len(others) > 1 and abs(Fraction(100 * pair.x, count) - exact(pair.printed)) <= slack


def _balanced(ledger: Ledger, pairs: list[Pair], base: Base) -> Iterator[Finding]:
    """Shares that follow no single way of rounding but make exactly 100: adjusted by the report, no slip."""
    ways = [method(pair.x, base.value, pair.printed) for pair in pairs]
    truncated = all(0 <= Fraction(100 * p.x, base.value) - exact(p.printed) < unit_of(p.printed) for p in pairs)
    if truncated or all(way in (ROUND, HALF_EVEN) for way in ways):
        return
    for pair, way in zip(pairs, ways, strict=True):
        if way not in (ROUND, HALF_EVEN):
            yield _share_finding(ledger, "balanced", "note", pair, base)


def _share_finding(ledger: Ledger, kind: str, severity: str, pair: Pair, base: Base, first: Base | None = None) -> Finding:
    """The share beside its count over `base`; where given, over the `first` count that a reader would take as well."""
    places = max(2, decimals(pair.printed))
    whole = {} if first is None else {
        "over_whole": percent(pair.x, first.value, places), "whole": first.value, "whole_name": first.id, "whole_words": first.words}  # fmt: skip
    return ledger.finding(
        kind,
        severity,
        [pair.share.position, pair.count.position, *base.rows, *(first.rows if first else ())],
        label=pair.share.figure.label or pair.count.figure.label,
        category=pair.share.figure.category,
        count=pair.x,
        printed=pair.printed,
        computed=percent(pair.x, base.value, places),
        base=base.value,
        base_name=base.id,
        base_words=base.words,
        **whole,
    )


def _base_note(ledger: Ledger, pairs: list[Pair], base: Base) -> Iterator[Finding]:
    """A note where the shares are over another count than the first that a reader would take."""
    first = bases_of(ledger, pairs[0].share.figure)[0]
    told = [pair for pair in pairs if _fits(pair, base) and not _fits(pair, first, True)]
    if base.value == first.value or not told or (first.id == "classes" and base.id == "class"):
        return
    yield _share_finding(ledger, "counted_base", "note", told[0], base, first)


def _without_base(ledger: Ledger, off: list[Pair]) -> Iterator[Finding]:
    """No named base fits: one unnamed number may explain them all (forms returned); or none can, whatever it is."""
    common = _common(off)
    first = next(iter(bases_of(ledger, off[0].share.figure)), None)
    for pair in off:
        rows = [pair.share.position, pair.count.position]
        facts = {"label": pair.share.figure.label, "category": pair.share.figure.category, "count": pair.x, "printed": pair.printed}
        possible = denominators(pair.x, pair.printed)
        if pair.sure and impossible(pair.x, pair.printed):
            yield ledger.finding("share_impossible", "error", rows, **facts)
        elif first and first.value in possible:
            continue  # the first count that a reader would take explains it
        elif first and len(common) == 1:
            yield _share_finding(ledger, "counted_base", "note", pair, Base("unnamed", common[0], 1, ()), first)
            return
        elif first and pair.sure and possible:
            yield ledger.finding(
                "share_without_base",
                "warning",
                [*rows, *first.rows],
                **facts,
                base=span(possible),
                whole=first.value,
                whole_name=first.id,
                whole_words=first.words,
                computed=percent(pair.x, first.value) if pair.x <= first.value else "",
            )


def _against_each_other(ledger: Ledger, frame: Frame, stream: Stream, rows: list[Row], pairs: list[Pair]) -> Iterator[Finding]:
    """Three complete outcome classes make 100, but for rounding. Where counts stand beside them, those were compared already."""
    shares = [row for row in rows if row.figure.measure == "outcome_share" and row.figure.category and not row.figure.part]
    found = {row.figure.category for row in shares}
    if not ({"adopted", "planned", "deferred"} <= found or {"adopted_or_planned", "deferred"} <= found) or len(pairs) == len(shares):
        return
    if "adopted_or_planned" in found and found & {"adopted", "planned"}:
        return
    if len(found) < len(shares):
        return  # a class told twice: two lists, or a list and a rate beside it
    made = sum((exact(row.figure.value) for row in shares), Fraction(0))
    slack = sum((unit_of(row.figure.value) for row in shares), Fraction(0))
    if -slack / 2 <= 100 - made <= slack:
        return
    yield ledger.finding(
        "share_sum",
        "error" if made > 100 else "warning",
        [row.position for row in shares],
        parts="+".join(f"{row.figure.value:g}" for row in shares),
        printed=100,
        computed=f"{float(made):g}",
    )
