"""What a figure shows, in one sentence computed from its rows. All results are safe HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

from dashboard import screen
from dashboard.layout import legend
from dashboard.words import h, t
from handling.chart.style import count
from handling.model import Filters

PROVINCES = 31  # 不含港澳台：本库收的是内地的提案和建议
_RECENT_YEARS = 10
_NAMED = 3
_SUFFIX = re.compile("(?:(?:壮族|回族|维吾尔)?自治区|省|市)$")  # 内蒙古自治区 → 内蒙古, for the margin of a chart


def joined(words: Iterable[object]) -> str:
    """Words as a list in a sentence."""
    return t("filters.and").join(h(word) for word in words)


def named_places(rows: pd.DataFrame) -> pd.DataFrame:
    """Coverage rows with words for the national bodies and for what has no province."""
    special = {"national": t("overview.national"), "": t("overview.unknown_place")}
    names = [special.get(id) or _SUFFIX.sub("", name) for id, name in zip(rows["place_id"], rows["place_name"], strict=True)]
    return rows.assign(place_name=names)


def province_total(chosen: Filters) -> int:
    """How many provinces the scope could hold."""
    provinces = {region[:2] for region in chosen.regions if region[:2].isdigit()}
    return len(provinces) or PROVINCES


def key_numbers(summary: pd.Series) -> list[tuple[str, str, str]]:
    """The row of plain counts on 总览."""
    wanted = (("report_count", "reports"), ("unit_count", "units"), ("figure_count", "figures"))
    checked = (("checked_count", "checked"), ("unchecked_count", "unchecked"))
    return [
        *((count(summary[column]), t(f"overview.{said}_unit"), t(f"overview.{said}")) for column, said in wanted),
        *((count(summary[column]), t("overview.reports_unit"), t(f"overview.{said}")) for column, said in checked),
    ]


def coverage(rows: pd.DataFrame, last_year: int) -> str:
    """Who published most, who nothing, and how old it is."""
    sums: dict[str, int] = {}
    for place, n in zip(rows["place_name"], rows["report_count"], strict=True):
        sums[place] = sums.get(place, 0) + int(n)
    provinces = {name: n for name, n in sums.items() if name not in (t("overview.national"), t("overview.unknown_place"))}
    most = [name for name, n in sorted(provinces.items(), key=lambda item: -item[1])[:_NAMED] if n]
    none = [name for name, n in provinces.items() if not n]
    few = sum(1 for n in provinces.values() if 0 < n <= 2)
    rest = (t("overview.coverage.rest_none", places=joined(none)) if none and len(none) <= 2 * _NAMED else "") + (
        t("overview.coverage.rest_few", k=few) if few else ""
    )
    since = last_year - _RECENT_YEARS
    recent = int(rows.loc[rows["year"].fillna(0) >= since, "report_count"].sum())
    return t("overview.coverage.sentence", n=count(sum(sums.values())), year=since, recent=count(recent), most=joined(most), rest=f"<em>{rest}</em>")


def kinds_legend() -> str:
    """The three kinds of the comparability bar."""
    palette = screen.look().palette
    outline = f"background:{palette.panel};border:1px solid {palette.muted}"
    return legend([
        (f"background:{palette.classes['adopted']}", t("overview.kinds.main")),
        (f"background:{palette.classes['planned']}", t("overview.kinds.second")),
        (outline, t("overview.kinds.none")),
    ])  # fmt: skip


def kinds(rows: pd.DataFrame) -> str:
    """How much of the satisfaction rates does not say what it counts."""
    said = rows[rows["measure"] == "satisfaction"]
    if said.empty:
        return ""
    unsaid = int(said.loc[said["kind"] == "none", "report_count"].sum())
    return t("overview.kinds.sentence", n=count(said["measure_report_count"].iloc[0]), unsaid=count(unsaid))
