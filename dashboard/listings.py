"""Words for rows that are only listed: their names in a chart, and the sentence that says what the list holds."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.sentences import opening
from dashboard.words import h, name, t

_NAMED = 6  # in a sentence; the rest stands in the table


def listed(key: str, names: Sequence[str], said: Sequence[str], figures: Sequence[object] = ()) -> str:
    """The sentence `key` with {n} and the first rows as {list}: 市重大项目 100%、…. Safe HTML; each value opens the sentence of its figure."""
    opened = figures if len(figures) else [None] * len(names)
    pairs = [t("listing.pair", name=h(name), said=opening(value, figure)) for name, value, figure in zip(names, said, opened, strict=True)]
    rest = t("listing.more") if len(pairs) > _NAMED else ""
    return t(key, n=len(pairs), list=t("filters.and").join(pairs[:_NAMED]) + rest)


def works(rows: pd.DataFrame) -> list[str]:
    """A name for each row of key work: the field, and whose and when where the rows are of more than one unit or time."""
    several = rows[["unit_id", "year", "month"]].drop_duplicates().shape[0] > 1
    fields = rows["field_of_work"].where(rows["field_of_work"] != "", t("listing.whole"))
    if not several:
        return fields.tolist()
    times = [_time(year, month) for year, month in zip(rows["year"], rows["month"], strict=True)]
    return [t("listing.work", unit=unit, time=time, field=field) for unit, time, field in zip(rows["short_name"], times, fields, strict=True)]


def told(kind: str) -> str:
    """What a bulletin tells: a measure of key work, or the hotline."""
    return name("instrument" if kind == "hotline" else "measure", kind)


def _time(year: int, month: int) -> str:
    if pd.isna(year):
        return ""
    return f"{year}" if pd.isna(month) else f"{year}-{month:02d}"
