"""口径: what a rate counts, over which base, and how we know. Rates of different kinds are never compared.

The names of kinds and bases are in data/vocabulary/kinds.toml; the rules are told in docs/fairness.md.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from handling.audit.bases import bases_of, classes_of
from handling.audit.fits import HALF_EVEN, ROUND, denominators, method, numerators
from handling.audit.ledger import Base, Ledger, Row, frame_of, positions, stream_of
from handling.audit.rates import COUNTED, counts_behind
from handling.audit.shares import pairs_of
from handling.model import Figure, Report
from handling.vocabulary.classes import VOCABULARY

RATES = ("satisfaction_rate", "outcome_share", "completion_rate", "answer_rate", "on_time_rate", "meeting_rate")
STATED, SUM, IMPLIED, DERIVED, ARITHMETIC = "stated", "sum", "implied", "derived", "arithmetic"
NAMED_AS = {"received": "all", "both": "all", "roles": "all", "levels": "all", "returned": "forms"}
COUNTED_AS = {"satisfied": "strict", "satisfied_or_basic": "broad"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The definition of one rate.

    `id`: measure.counted[.round][.aspect], what pages compare by. `counted`: strict, broad, unsaid, basic … (满意率), an outcome class,
    or the measure itself; `counted_by`: stated | arithmetic. `base`: all, filed, answered, completed, lead, joint, forms, classes, part,
    stream, other_unit, unnamed, unsaid; `base_by`: stated (told by the counts beside it) | arithmetic (the only one that fits) | "".
    `basis`: stated | implied | derived. `x` of `n` items where they are known, each with how: stated | sum | implied (by words, or
    a sum of which words imply a part) | derived (from the rate) | "".
    `rows`: the positions of the figures that bear this out.
    """

    id: str
    measure: str
    counted: str
    counted_by: str
    round: str
    aspect: str
    base: str
    base_by: str
    basis: str
    x: int | None = None
    x_by: str = ""
    n: int | None = None
    n_by: str = ""
    base_words: str = ""
    rows: tuple[int, ...] = ()

    def name(self, lang: str = "zh") -> str:
        """For people: 满意率（含基本满意，初次）."""
        return kind_name(self.id, lang)


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads((VOCABULARY / "kinds.toml").read_text(encoding="utf-8"))


def kind_name(kind: str, lang: str = "zh") -> str:
    """The name of a kind by its id: satisfaction_rate.broad.first → 满意率（含基本满意，初次）."""
    measure, *rest = kind.split(".")
    words = [_words()["part"].get(part, {}).get(lang, part) for part in rest]
    head = _words()["measure"][measure][lang]
    inside = [word for word in words if word]
    if not inside:
        return head
    return f"{head}（{'，'.join(inside)}）" if lang == "zh" else f"{head} ({', '.join(inside)})"


def base_name(base: str, lang: str = "zh") -> str:
    """The name of a base by its id: forms → 收回的意见."""
    return _words()["base"].get(base, {}).get(lang, base)


def reason_name(reason: str, lang: str = "zh") -> str:
    """Why a rate may not stand beside others, by `reason_not`: rate_only → 只有比率，没有件数."""
    return _words()["reason"].get(reason, {}).get(lang, reason)


def kind_id(measure: str, counted: str, qualifier: str) -> str:
    """measure.counted[.qualifier]; where a measure counts only one thing, `counted` is left out."""
    return ".".join(part for part in (measure, "" if counted == measure else counted, qualifier) if part)


def definition(figure: Figure, figures: Sequence[Figure]) -> Kind:
    """What one rate of a report counts and over which base, from the figures of the same report (`figures` must hold `figure`).

    ValueError for a figure that is no rate.
    """
    head = Report(
        report=figure.report, title="", publisher="", region=figure.region, within="", region_level="", kind="", year=figure.year, published=""
    )  # fmt: skip
    ledger = Ledger(head, figures)
    return kind_of(ledger, next(row for row in ledger.frames[frame_of(figure)] if row.figure == figure))


def kind_of(ledger: Ledger, row: Row) -> Kind:
    """As `definition`, for a row of a ledger."""
    f = row.figure
    if f.measure not in RATES:
        raise ValueError(f"{f.measure} is no rate")
    counts = _counts(ledger, row)
    bases = bases_of(ledger, f, COUNTED.get(f.measure, ()))
    chosen = _with_counts(ledger, f, counts, bases) or _from_rate(ledger, f, bases) if f.value <= 100 else None
    counted, by = _counted(f, counts, chosen)
    known = dict(chosen or {})
    return Kind(
        id=kind_id(f.measure, counted, f.qualifier),
        measure=f.measure,
        counted=counted,
        counted_by=by,
        round=f.qualifier if f.qualifier in ("first", "final") else "",
        aspect=f.qualifier if f.qualifier in ("attitude", "result") else "",
        basis=f.basis,
        base=str(known.pop("base", "unsaid")),
        base_by=str(known.pop("base_by", "")),
        rows=(row.position, *known.pop("rows", ())),
        **known,
    )


def told_by(ledger: Ledger, rows: Sequence[int]) -> str:
    """How a count is known that the figures at these positions make: implied as soon as words imply one of them."""
    if any(ledger.figures[position].basis == IMPLIED for position in rows):
        return IMPLIED
    return SUM if len(rows) > 1 else STATED


def _counts(ledger: Ledger, row: Row) -> list[tuple[int, tuple[int, ...]]]:
    """The counts that may stand behind the rate, each with its positions."""
    f = row.figure
    frame, stream = frame_of(f), stream_of(f)
    if f.measure == "outcome_share":
        mates = [other for other in ledger.frames[frame] if stream_of(other.figure) == stream]
        return [(pair.x, (pair.count.position,)) for pair in pairs_of(mates, "outcome_share", "outcome") if pair.share == row]
    if f.measure == "satisfaction_rate" and f.category not in ("", *COUNTED_AS):
        rows = [r for r in classes_of(ledger, frame, stream, "satisfaction", f.qualifier) if r.figure.category == f.category]
        return [(sum(int(r.figure.value) for r in rows), positions(rows))] if rows else []
    return counts_behind(ledger, frame, stream, f)


def _with_counts(ledger: Ledger, f: Figure, counts: list[tuple[int, tuple[int, ...]]], bases: list[Base]) -> dict[str, Any] | None:
    """A count and the base over which it makes the printed rate: rounding before truncating, near before far."""
    fits = [
        (method(x, base.value, f.value) not in (ROUND, HALF_EVEN), base.tier, order, place, x, rows, base)
        for place, (x, rows) in enumerate(counts)
        for order, base in enumerate(bases)
        if x <= base.value and method(x, base.value, f.value)
    ]
    if fits:
        _, _, order, _, x, rows, base = min(fits)
        found = _found(ledger, base, STATED if order == 0 or base.id in ("forms", "returned", "classes") else ARITHMETIC)
        return {**found, "x": x, "x_by": told_by(ledger, rows), "rows": (*rows, *base.rows)}
    for x, rows in counts:
        possible = denominators(x, f.value) if f.value < 100 else range(0)
        if len(possible) == 1:
            return {
                "base": "unnamed", "base_by": ARITHMETIC, "x": x, "x_by": told_by(ledger, rows), "n": possible[0], "n_by": DERIVED,
                "rows": rows,
            }  # fmt: skip
    return None


def _from_rate(ledger: Ledger, f: Figure, bases: list[Base]) -> dict[str, Any] | None:
    """A count worked back from the rate, only where one whole number over one named base fits."""
    for tier in (1, 2, 3):
        near = [base for base in bases if base.tier == tier]
        fitting = [base for base in near if numerators(f.value, base.value)]
        if not fitting:
            continue
        if len(fitting) > 1:
            return {"rows": ()}  # several named bases fit: nothing is known
        base = fitting[0]
        found = _found(ledger, base, STATED if len(near) == 1 and tier == 1 else ARITHMETIC)
        xs = numerators(f.value, base.value)
        return {**found, "rows": base.rows, **({"x": xs[0], "x_by": DERIVED} if len(xs) == 1 else {})}
    return None


def _found(ledger: Ledger, base: Base, by: str) -> dict[str, Any]:
    return {
        "base": NAMED_AS.get(base.id, base.id), "base_by": by, "base_words": base.words, "n": base.value,
        "n_by": told_by(ledger, base.rows),
    }  # fmt: skip


def _counted(f: Figure, counts: list[tuple[int, tuple[int, ...]]], chosen: Mapping[str, Any] | None) -> tuple[str, str]:
    """Strict, broad or unsaid for a 满意率; else the class, or the measure itself."""
    if f.measure == "outcome_share":
        return f.category or "unsaid", STATED
    if f.measure != "satisfaction_rate":
        return f.measure, STATED
    if f.category:
        return COUNTED_AS.get(f.category, f.category), STATED
    x = chosen.get("x") if chosen and chosen.get("x_by") in (STATED, SUM, IMPLIED) else None
    fitting = [place for place, (count, _) in enumerate(counts) if count == x]
    if x is None or not fitting:
        return "unsaid", ""
    if len(counts) == 1:  # nothing is 基本满意: strict and broad are one
        return "strict", ARITHMETIC
    return ("strict", "broad")[fitting[0]], ARITHMETIC
