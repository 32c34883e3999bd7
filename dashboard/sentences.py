"""What a figure shows, in one sentence computed from its rows. All results are safe HTML."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

import pandas as pd

from dashboard import address, badges, mixed, screen
from dashboard.filters import years_said
from dashboard.layout import legend
from dashboard.words import h, language, name, t
from handling.chart.style import count, interval, rate, safe
from handling.derive import reason_name
from handling.model import Filters

PROVINCES = 31  # 不含港澳台：本库收的是内地的提案和建议
_RECENT_YEARS = 10
_NAMED = 3
_TIED = 4
_SUFFIX = re.compile("(?:(?:壮族|回族|维吾尔)?自治区|省|市)$")  # 内蒙古自治区 → 内蒙古, for the margin of a chart


def joined(words: Iterable[object]) -> str:
    """Words as a list in a sentence."""
    return t("filters.and").join(h(word) for word in words)


def opening(words: str, figure: object) -> str:
    """Plain words as a link to the sentence of the figure that they tell; as they are where no figure is known."""
    known = figure is not None and not pd.isna(figure)
    return f'<a href="{h(address.link("sources", figure=str(figure)))}">{h(words)}</a>' if known else h(words)


def at(rows: pd.DataFrame, column: str, printed: str) -> pd.DataFrame:
    """Those of the rows whose rate, as it is printed, is `printed`."""
    return rows[rows[column].astype(float).map(rate) == printed]


def tied(named: Sequence[str]) -> str:
    """Who has one rate as printed: a unit by its words; of several as many as a sentence holds, and how many they are. Safe HTML, both."""
    first = t("filters.and").join(named[:_TIED])
    return first if len(named) == 1 else t("rate.tied_many" if len(named) > _TIED else "rate.tied", units=first, n=len(named))


def named_places(rows: pd.DataFrame) -> pd.DataFrame:
    """Coverage rows with words for the national bodies and for what has no province."""
    special = {"national": t("overview.national"), "": t("overview.unknown_place")}
    names = [special.get(id) or _SUFFIX.sub("", name) for id, name in zip(rows["place_id"], rows["place_name"], strict=True)]
    return rows.assign(place_name=names)


def province_total(chosen: Filters) -> int:
    """How many provinces the scope could hold."""
    provinces = {region[:2] for region in chosen.regions if region[:2].isdigit()}
    return len(provinces) or PROVINCES


def key_numbers(summary: pd.Series) -> list[tuple[str, str, str, str]]:
    """The row of plain counts on 总览, each with the page that lists what is counted."""
    reports = address.link("extracts", True, extracts_kind="reports")
    wanted = (
        ("report_count", "reports", "reports", reports), ("unit_count", "units", "units", address.link("unit")),
        ("figure_count", "figures", "figures", address.link("extracts")),
        ("checked_count", "reports", "checked", reports), ("unchecked_count", "reports", "unchecked", reports),
        *([("imported_count", "reports", "imported", reports)] if summary["imported_count"] else []),
    )  # fmt: skip
    return [(count(summary[column]), t(f"overview.{unit}_unit"), t(f"overview.{said}"), where) for column, unit, said, where in wanted]


def coverage(rows: pd.DataFrame, last_year: int) -> str:
    """Who published most, who nothing, and how many are recent, unless all are."""
    sums: dict[str, int] = {}
    for place, n in zip(rows["place_name"], rows["report_count"], strict=True):
        sums[place] = sums.get(place, 0) + int(n)
    provinces = {name: n for name, n in sums.items() if name not in (t("overview.national"), t("overview.unknown_place"))}
    named = [name for name, n in sorted(provinces.items(), key=lambda item: -item[1])[:_NAMED] if n]
    most = t("overview.coverage.most", places=joined(named)) if len(provinces) > 1 and named else ""
    none = [name for name, n in provinces.items() if not n]
    few = sum(1 for name, n in provinces.items() if 0 < n <= 2 and name not in named)
    rest = [t("overview.coverage.rest_none", places=joined(none))] if none and len(none) <= 2 * _NAMED else []
    rest += [t("overview.coverage.rest_few", k=few)] if few else []
    more = t("sentence.semicolon").join([*([most] if most else []), *rest])
    since = last_year - _RECENT_YEARS
    recent = int(rows.loc[rows["year"].fillna(0) >= since, "report_count"].sum())
    more, total = more + t("sentence.stop") if more else "", sum(sums.values())
    return more if recent == total else t("overview.coverage.sentence", n=count(total), year=since, recent=count(recent), more=more)


def row_names(rows: pd.DataFrame) -> list[str]:
    """A name for each row of a chart: 重庆市政府 2024; with level, role and instrument where two rows would be called the same."""
    bare = [f"{safe(unit)} {'' if pd.isna(year) else year}".strip() for unit, year in zip(rows["short_name"], rows["year"], strict=True)]
    return [
        " ".join([text, *more]) + badges.mark(row) for text, more, row in zip(bare, twins(rows), rows.to_dict("records"), strict=True)
    ]


def twins(rows: pd.DataFrame) -> list[list[str]]:
    """For each row what tells it apart (instrument, level, role) from another of the same unit and year; nothing where there is none."""
    fields, groups = ("instrument", "level", "role"), defaultdict(list)
    named = [((row["short_name"], row["year"] if pd.notna(row["year"]) else 0), row) for row in rows.to_dict("records")]
    for who, row in named:
        groups[who].append(row)
    return [[name(field, row[field]) for field in fields if row[field] and len({twin[field] for twin in groups[who]}) > 1] if len(groups[who]) > 1 else []
            for who, row in named]  # fmt: skip


def left_out(rows: pd.DataFrame, key: str) -> str:
    """The rows that cannot be set beside the others, counted by reason. `rows`: reason_not, one row a report's stream."""
    reasons = rows["reason_not"].value_counts()
    said = t("sentence.semicolon").join(t("sentence.reason", n=n, why=h(reason(str(id)))) for id, n in reasons.items())
    return t(key, n=len(rows), reasons=said)


def extent_of(unit: str, years: pd.Series) -> str:
    """A unit and the years that its figures cover."""
    known = years.dropna()
    return t("scope.dot").join([unit, *([years_said(int(known.min()), int(known.max()))] if len(known) else [])])


def or_missing(fraction: float | None) -> str:
    """A rate, or 未公布 where there is none."""
    return t("state.not_published") if fraction is None else rate(fraction)


def reason(id: str) -> str:
    """Why a row is left out."""
    return t(f"sentence.{id}") if id in ("one_class", "inside", "inside_unit", "tiny") else reason_name(id, language())


def outcomes_title(rows: pd.DataFrame) -> str:
    """The finding of 采纳情况: from which to which share."""
    rates = rows.loc[rows["row_group"] == "ordered", "adopted_rate"]
    if len(rates) < 2:
        return t("adoption.bars.title")
    low, high = (rate(float(end), 0) for end in (rates.min(), rates.max()))
    return t("adoption.bars.title") if low == high else t("adoption.bars.finding", low=low, high=high)


def outcomes(rows: pd.DataFrame) -> str:
    """Which report has the highest share and which the lowest, of those that may be ordered; of units that are not alike only from where to where."""
    ordered = rows[rows["row_group"] == "ordered"]
    if len(ordered) < 2:
        return t("adoption.bars.few", n=len(ordered))
    high, low = (rate(float(end)) for end in (ordered["adopted_rate"].max(), ordered["adopted_rate"].min()))
    if high == low:
        return t("adoption.bars.sentence_tied", n=len(ordered), high=high)
    if differing := mixed.unlike(ordered):
        return t("adoption.bars.sentence_mixed", n=len(ordered), high=high, low=low, unlike=h(differing))
    ends = {name: tied([_outcome_end(row) for row in at(ordered, "adopted_rate", end).to_dict("records")]) for name, end in (("high", high), ("low", low))}
    return t("adoption.bars.sentence", n=len(ordered), **ends)


def _outcome_end(row: dict[Hashable, Any]) -> str:
    return t(
        "adoption.bars.end", unit=h(row["short_name"]), year=row["year"],
        counts=opening(f"{count(row['adopted_count'])}/{count(row['total_count'])}", row["adopted_words_figure"]),
        rate=rate(row["adopted_rate"]), **interval(row["adopted_count"], row["total_count"]),
    )  # fmt: skip


def outcomes_source(rows: pd.DataFrame) -> str:
    """How many reports, and what ※ means where one is shown."""
    marked = rows["doubted"].any() or any(badges.DOUBT in name for name in row_names(rows))
    return t("adoption.bars.source", n=rows["report_id"].nunique()) + (t("adoption.bars.doubted") if marked else "")


def outcomes_legend() -> str:
    """The classes in their fixed order, with their second marks."""
    p = screen.look().palette
    hatch = f"repeating-linear-gradient(135deg,{p.classes['adopted']} 0 3px,{p.classes['planned']} 3px 6px)"
    dots = f"radial-gradient({p.muted} 0.8px, transparent 1px) 0 0/4px 4px;border:1px dashed {p.muted}"
    marks = [(f"background:{p.classes[c]}", name("category:outcome", c)) for c in ("adopted", "planned", "deferred")]
    return legend([*marks, (f"background:{hatch}", t("adoption.spanning")), (f"background:{dots}", t("adoption.unsaid"))])


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
    unsaid, alone = (int(said.loc[said["kind"] == "none", column].sum()) for column in ("report_count", "alone_count"))
    both = t("overview.kinds.both", k=count(unsaid - alone)) if unsaid > alone else ""
    return t("overview.kinds.sentence", n=count(said["measure_report_count"].iloc[0]), unsaid=count(alone), both=both)


def shares_span(rows: pd.DataFrame) -> str:
    """From which share of what is adopted to which the reports go, and whose these are."""
    low, high = (rate(float(end)) for end in (rows["adopted_rate"].min(), rows["adopted_rate"].max()))
    first, last = (
        tied([opening(f"{row['short_name']} {row['year']}", row["adopted_words_figure"]) for row in at(rows, "adopted_rate", end).to_dict("records")])
        for end in (low, high)
    )
    differing = mixed.unlike(rows)
    which = "one" if len(rows) == 1 else "span_tied" if low == high else "span_mixed" if differing else "span"
    return t(f"overview.periods.{which}", n=len(rows), low=low, first=first, high=high, last=last, unlike=h(differing))
