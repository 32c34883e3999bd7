"""Whether rows may be set in order: of units of one level and kind, of items of one stream, from one band of years; else in words what they do not share."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from dashboard.words import name, t

OF_A_PLACE = ("government", "congress", "cppcc")  # each tells of the items of a whole place: of one kind
BAND = 3  # years, as the blocks that 总览 pools


def unlike(rows: pd.DataFrame) -> str:
    """What rows that stand together do not share: 级别（省级、县区级）、年份（2008—2025年）; "" where the highest may be named. Plain text.

    `rows`: region_level, unit_kind, year, instrument and level; items of no said level are of the unit's own.
    """
    sorts = rows["unit_kind"].where(~rows["unit_kind"].isin(OF_A_PLACE), "place")
    items = rows["level"].where(rows["level"] != "", rows["region_level"])
    found = [
        _several("region_level", (_named("region_level", id) for id in rows["region_level"])),
        _several("unit_kind", (t("alike.place") if id == "place" else _named("unit_kind", id) for id in sorts)),
        _several("level", (_named("level", id) for id in items)) if (items != rows["region_level"]).any() else "",
        _several("instrument", (_named("instrument", id) for id in rows["instrument"])),
    ]
    years = rows["year"].dropna()
    if rows["year"].isna().any() or (len(years) and years.max() - years.min() >= BAND):
        known = t("filters.years", first=int(years.min()), last=int(years.max())) if years.nunique() > 1 else t("mixed.unknown")
        found.append(t("mixed.year", list=known))
    return t("filters.and").join(part for part in found if part)


def note(rows: pd.DataFrame) -> str:
    """The same as a sentence of the brief; "" where the rows are alike. Plain text."""
    found = unlike(rows)
    return t("brief.mixed", unlike=found) if found else ""


def _several(field: str, names: Iterable[str]) -> str:
    """The field with all its values, "" where there is one."""
    values = list(dict.fromkeys(names))
    return t(f"mixed.{field}", list=t("filters.and").join(values)) if len(values) > 1 else ""


def _named(field: str, id: str) -> str:
    return name(field, id) if id else t("mixed.unknown")
