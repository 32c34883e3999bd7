"""The table `rate`: what handling/derive makes of each report's figures, and which report is shown where several speak of the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from handling.derive import Rate, choose
from handling.model import Figure, Report

COLUMNS = (
    "report_id unit_id region_id prefecture_id province_id year month period instrument level role measure category qualifier label kind "
    "counted_by x n pct pct_basis x_basis n_basis base base_by base_words received over formula siblings comparable reason_not doubted stands_back conflicts "
    "pct_figure x_figure n_figure sentence_figure"
)
SEVERAL = "~"  # between the figures that one number is made of, here as in string_agg of queries/schema
Place = tuple[str, str, str, str]  # unit_id, region_id, prefecture_id, province_id
Sources = tuple[str | None, str | None, str | None, str | None]  # the figures that say pct, x, n, and those that it is made of


class Rates:
    """Gathers the rates of all reports; the rows are made at the end, when it is known who else speaks of the same."""

    def __init__(self) -> None:
        self._rates: list[Rate] = []
        self._places: list[Place] = []
        self._sources: list[Sources] = []
        self._received: list[int | None] = []
        self._reports: list[Report] = []

    def add(self, report: Report, rates: Sequence[Rate], figures: Sequence[Figure], ids: Sequence[str], place: Callable[[Rate], Place]) -> None:
        """The rates of one report. `ids`: those of its figures, by position; `place`: the unit and where it lies."""
        self._reports.append(report)
        received = _received(figures)
        for rate in rates:
            self._rates.append(rate)
            self._places.append(place(rate))
            self._sources.append(_sources(rate, figures, ids))
            self._received.append(None if rate.period or rate.month is not None else received.get(_stream(rate)))

    def rows(self) -> Iterator[tuple[object, ...]]:
        """One row a rate, in the order of COLUMNS."""
        choices = choose(self._rates, self._reports)
        back = {index for choice in choices for index in choice.others}
        streams = Counter(_family(rate) for rate in self._rates)
        conflicts = {index for choice in choices if choice.differ for index in (choice.chosen, *choice.others)}
        for index, (r, place, sources, received) in enumerate(zip(self._rates, self._places, self._sources, self._received, strict=True)):
            yield (
                r.report, *place, r.year, r.month, r.period, r.instrument, r.level, r.role, r.measure, r.category, r.qualifier, r.label, r.kind,
                r.counted_by, r.x, r.n, r.pct, r.pct_basis, r.x_basis, r.n_basis, r.base, r.base_by, r.base_words, received, _over(r, received), r.formula,
                streams[_family(r)] > 1, r.comparable,
                r.reason_not, r.doubted, index in back, index in conflicts, *sources,
            )  # fmt: skip


def _family(rate: Rate) -> tuple[object, ...]:
    return rate.report, rate.unit, rate.kind, rate.year


def _over(rate: Rate, received: int | None) -> str:
    """The base for pooling: 'all' where n is all that the unit received, by whatever name; 'lead', 'joint' where all that it had in that
    role; else the base."""
    whole = rate.base == "all" or (received is not None and rate.n == received)
    return (rate.role or "all") if whole else rate.base


def _stream(row: Rate | Figure) -> tuple[object, ...]:
    return row.unit, row.year, row.instrument, row.level, row.role


def _received(figures: Sequence[Figure]) -> dict[tuple[object, ...], int]:
    """How many items each stream of a whole year has, as the report states it."""
    found: dict[tuple[object, ...], int] = {}
    for f in figures:
        if f.measure == "received" and f.scale == "count" and not (f.part or f.period or f.month is not None):
            found[_stream(f)] = max(int(f.value), found.get(_stream(f), 0))
    return found


def _sources(rate: Rate, figures: Sequence[Figure], ids: Sequence[str]) -> Sources:
    def first(positions: Sequence[int], fits: Callable[[Figure], bool]) -> str | None:
        return next((ids[position] for position in positions if fits(figures[position])), None)

    def prints(f: Figure) -> bool:
        same_stream = (f.unit, f.year, f.month, f.period, f.instrument, f.level, f.role) == (
            rate.unit, rate.year, rate.month, rate.period, rate.instrument, rate.level, rate.role,
        )  # fmt: skip
        return same_stream and f.measure == rate.measure and f.qualifier == rate.qualifier and f.value == rate.pct and not f.part

    def counts(wanted: int | None, basis: str) -> Callable[[Figure], bool]:  # a sum is no figure, nor is one of which words imply a part
        return lambda f: f.scale == "count" and f.value == wanted and f.basis == basis

    x = first(rate.figures, counts(rate.x, rate.x_basis))
    n = first(rate.figures[::-1], counts(rate.n, rate.n_basis))
    def said(f: Figure) -> bool:  # by another stream's figure where the rate rests on it
        return (f.measure, f.qualifier, f.value) == (rate.measure, rate.qualifier, rate.pct)

    pct = first(range(len(figures)), prints) or first(rate.figures, said) if rate.pct_basis != "derived" else None
    return pct, x, n, pct or _parts(rate, ids)


def _parts(rate: Rate, ids: Sequence[str]) -> str | None:
    """The figures of a rate that no report prints, with ~ between them where it is made of several: all of them are opened. Else the first."""
    return SEVERAL.join(ids[position] for position in (rate.figures if rate.pct_basis == "derived" else rate.figures[:1])) or None
