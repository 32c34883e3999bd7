"""Tables that stand beside figures: two reports with two values, counts that follow from stated ones, the crosswalk of outcome classes."""

from __future__ import annotations

import pandas as pd

from dashboard import tables
from dashboard.panels import Panel
from dashboard.words import name, t

_CLASSES = ("adopted", "planned", "deferred", "spanning")
_STREAM = ["report_id", "unit_id", "year", "instrument", "level", "role"]


def conflicts(rows: pd.DataFrame) -> Panel | None:
    """Where two reports state different values: both with their sources, and which is shown by which rule. `rows`: unit/conflicts."""
    if rows.empty:
        return None
    return Panel(
        key="beside.conflicts", number=0, title=t("beside.conflicts.title", n=rows["conflict_id"].nunique()), subtitle=t("beside.conflicts.subtitle"),
        rows=rows, shown=200,
        columns=("unit_label", "year", "measure", "category", "instrument", "level", "value", "is_chosen", "chosen_by", "report_title", "published"),
        optional=("category", "level", "published"),
    )  # fmt: skip


def derived(rows: pd.DataFrame) -> Panel | None:
    """Counts that no report states, with their formula. `rows`: unit/derived."""
    if rows.empty:
        return None
    return Panel(
        key="beside.derived", number=0, title=t("beside.derived.title", n=len(rows)), subtitle=t("beside.derived.subtitle"), rows=rows, shown=200,
        columns=("unit_label", "year", "measure", "instrument", "level", "role", "derived_count", "formula", "report_title"),
        optional=("level", "report_title"),
    )  # fmt: skip


def crosswalk(rows: pd.DataFrame) -> Panel | None:
    """Every name of an outcome class in the reports, the class it stands in, and the rule that placed it. `rows`: adoption/crosswalk."""
    if rows.empty:
        return None
    return Panel(
        key="adoption.crosswalk", number=3, title=t("adoption.crosswalk.title"), subtitle=t("adoption.crosswalk.subtitle"), rows=rows, shown=200,
        columns=("unit_label", "year", "label", "value", "outcome_class", "placed_by", "placed_words"), optional=("placed_words",),
    )  # fmt: skip


def with_rules(outcomes: pd.DataFrame, placed: pd.DataFrame) -> pd.DataFrame:
    """Rows of adoption/outcomes with the rule that placed each class (adopted_placed …), for the hover text."""
    said: dict[tuple[object, ...], dict[str, None]] = {}
    for row in placed.to_dict("records"):
        words = f"“{row['placed_words']}”" if row["placed_words"] else ""
        said.setdefault((*(_plain(row[part]) for part in _STREAM), row["category"]), {})[f"{name('placing', row['placed_by'])}{words}"] = None
    columns: dict[str, list[str]] = {f"{c}_placed": [] for c in _CLASSES}
    for row in outcomes.to_dict("records"):
        stream = tuple(_plain(row[part]) for part in _STREAM)
        for c in _CLASSES:
            found = said.get((*stream, "adopted_or_planned" if c == "spanning" else c), {})
            columns[f"{c}_placed"].append(t("sentence.semicolon").join(found))
    return outcomes.assign(**columns)


def _plain(value: object) -> object:
    return None if tables.is_missing(value) else value
