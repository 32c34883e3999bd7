"""Rates with their uncertainty: interval, reliability and verdict for each row, and what holds for all of them together."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from handling import statistics
from handling.statistics import Dispersion, Pooled

VERDICTS = ("above", "similar", "below", "undecidable")
LEAST_SHOWN = 5  # under this many items a fraction says all that there is


@dataclass(frozen=True, slots=True, kw_only=True)
class Peers:
    """What the pooled rows are together. `reports`: how many reports they stand in, for one report may tell the rates of many units;
    `ceiling`: a unit with fewer items cannot be above even at 100%; None where the rate is 100%; `alone`: one unit is nothing to be compared with.
    """

    pooled: Pooled
    dispersion: Dispersion
    ceiling: int | None
    verdicts: dict[str, int]
    reports: int = 0
    alone: bool = False

    @property
    def judged(self) -> int:
        """How many of them have a verdict: those with items enough."""
        return self.pooled.units - self.verdicts["undecidable"]


def judge(rows: pd.DataFrame, with_derived: bool = False) -> tuple[pd.DataFrame, Peers]:
    """`rows`: x_count, n_count, comparable, derived. The result has rows with counts only, with rate, low, high (95%), few, pooled, verdict,
    and known_by: how the counts are known (counts, implied, derived, derived_implied).

    Pooled are the comparable rows, and those whose count is worked back from a rate only `with_derived`. Verdicts are against the
    pooled rate at 99.8%; under 20 items, for rows outside the pool, and where all rows of the pool are one unit's, they are "undecidable".
    """
    kept = rows[rows["x_count"].notna() & rows["n_count"].notna() & (rows["n_count"] > 0)]
    kept = kept[(kept["comparable"] | kept["derived"]).astype(bool)].reset_index(drop=True)
    xs, ns = [int(x) for x in kept["x_count"]], [int(n) for n in kept["n_count"]]
    inside = [bool(c) or with_derived for c in kept["comparable"]]
    together = pooled(rows, with_derived)
    alone = _units(kept[inside]) < 2
    limits = [statistics.wilson(x, n) for x, n in zip(xs, ns, strict=True)]
    verdicts = [
        statistics.verdict(x, n, together.rate) if i and not alone and together.rate is not None else "undecidable"
        for x, n, i in zip(xs, ns, inside, strict=True)
    ]
    judged = kept.assign(
        rate=[x / n for x, n in zip(xs, ns, strict=True)], low=[low for low, _ in limits], high=[high for _, high in limits],
        few=pd.Series([n < statistics.FEWEST_ITEMS for n in ns], dtype="bool"), pooled=pd.Series(inside, dtype="bool"), verdict=verdicts,
        known_by=_known_by(kept),
    )  # fmt: skip
    return judged, _peers(judged, together)


def _known_by(rows: pd.DataFrame) -> list[str]:
    """Of x and n what tells most against taking both for stated."""
    bases = [rows[column] for column in ("x_count_basis", "n_count_basis") if column in rows]
    found = [next((b for b in own if b in ("derived_implied", "derived", "implied")), "counts") for own in zip(*bases, strict=True)] or ["counts"] * len(rows)
    return [how if how != "counts" or not derived else "derived" for how, derived in zip(found, rows["derived"], strict=True)]


def _units(rows: pd.DataFrame) -> int:
    return int(rows["unit_id"].nunique()) if "unit_id" in rows else len(rows)


def pooled(rows: pd.DataFrame, with_derived: bool = False) -> Pooled:
    """The rows that `judge` pools, taken together."""
    counts = [
        (int(x), int(n))
        for x, n, comparable, derived in zip(rows["x_count"], rows["n_count"], rows["comparable"], rows["derived"], strict=True)
        if not pd.isna(x) and not pd.isna(n) and n > 0 and (comparable or (derived and with_derived))
    ]
    return statistics.pooled([x for x, _ in counts], [n for _, n in counts])


def _peers(judged: pd.DataFrame, together: Pooled) -> Peers:
    inside = judged[judged["pooled"]]
    enough = orderable(judged)  # of few items a squared z-score says little: one rate of 3 of 4 among 99% would pass for all units differing
    return Peers(
        pooled=together,
        dispersion=statistics.overdispersion(enough["x_count"].tolist(), enough["n_count"].tolist()),
        ceiling=statistics.smallest_n_above(together.rate, statistics.ALARM) if together.rate is not None else None,
        verdicts={verdict: int((inside["verdict"] == verdict).sum()) for verdict in VERDICTS},
        reports=inside["report_id"].nunique() if "report_id" in inside else 0,
        alone=_units(inside) == 1,
    )


def orderable(judged: pd.DataFrame) -> pd.DataFrame:
    """The rows of which one may be called the highest or the lowest: pooled, and of 20 items or more."""
    return judged[judged["pooled"].astype(bool) & ~judged["few"].astype(bool)]


def in_order(judged: pd.DataFrame) -> pd.DataFrame:
    """From low to high, ties by base; rows with few items after the rest, under five items left to the table."""
    return drawn(listed(judged))


def listed(judged: pd.DataFrame) -> pd.DataFrame:
    """All rows in that order, those under five items last: the table in which everything that is pooled stands."""
    tiny = judged["n_count"] < LEAST_SHOWN
    return judged.assign(tiny=tiny).sort_values(["tiny", "few", "rate", "n_count"], kind="stable").drop(columns="tiny").reset_index(drop=True)


def drawn(listed: pd.DataFrame) -> pd.DataFrame:
    """Those of `listed` that a chart shows."""
    return listed[listed["n_count"] >= LEAST_SHOWN]
