"""Tables that stand beside figures: two reports with two values, counts that follow from stated ones, the crosswalk of outcome classes."""

from __future__ import annotations

import pandas as pd

from dashboard import rated, tables
from dashboard.panels import Panel
from dashboard.words import name, t

_CLASSES = ("adopted", "planned", "deferred", "spanning")


def conflicts(rows: pd.DataFrame) -> Panel | None:
    """Where two reports state different values: both with their sources, and which is shown by which rule. `rows`: unit/conflicts."""
    if rows.empty:
        return None
    return Panel(
        key="beside.conflicts", title=t("beside.conflicts.title", n=rows["conflict_id"].nunique()), subtitle=t("beside.conflicts.subtitle"),
        rows=rows, shown=200,
        columns=("unit_label", "year", "measure", "category", "instrument", "level", "value", "is_chosen", "chosen_by", "report_title", "published"),
        optional=("category", "level", "published"),
    )  # fmt: skip


def derived(rows: pd.DataFrame) -> Panel | None:
    """Counts that no report states, with their formula. `rows`: unit/derived."""
    if rows.empty:
        return None
    return Panel(
        key="beside.derived", title=t("beside.derived.title", n=len(rows)), subtitle=t("beside.derived.subtitle"), rows=rows, shown=200,
        columns=("unit_label", "year", "measure", "instrument", "level", "role", "derived_count", "formula", "report_title"),
        optional=("level", "report_title"),
    )  # fmt: skip


def crosswalk(rows: pd.DataFrame, first: int) -> Panel | None:
    """Every name of an outcome class in the reports, the class it stands in, and the rule that placed it. `rows`: adoption/crosswalk."""
    if rows.empty:
        return None
    return Panel(
        key="adoption.crosswalk", title=t("adoption.crosswalk.title", n=len(rows)), subtitle=t("adoption.crosswalk.subtitle"), rows=rows,
        columns=("label", "outcome_class", "placed_by", "placed_words", "report_count", "example"), shown=200, first=first,
        optional=("placed_words", "example"),
    )  # fmt: skip


def key_of_bars(drawn: pd.DataFrame) -> str:
    """What 〔文〕 and ◇ mean where a bar or total of adoption/outcomes bears one. Safe HTML."""
    columns = [f"{c}_count" for c in (*_CLASSES, "total")]
    return tables.key(drawn, [column for column in columns if rated.marks(*drawn.loc[drawn[column] > 0, f"{column}_basis"])])


def with_rules(outcomes: pd.DataFrame, placed: pd.DataFrame) -> pd.DataFrame:
    """Rows of adoption/outcomes with the rule that placed the words of each class (adopted_placed …), for the hover text."""
    rules = {(row["label"], row["category"]): _rule(row) for row in placed.to_dict("records")}
    made = {}
    for c in _CLASSES:
        category = "adopted_or_planned" if c == "spanning" else c
        made[f"{c}_placed"] = [
            t("sentence.semicolon").join(dict.fromkeys(rules[key] for label in _labels(words) if (key := (label, category)) in rules))
            for words in outcomes[f"{c}_words"]
        ]
    return outcomes.assign(**made)


def _rule(row: dict[str, object]) -> str:
    words = f"“{row['placed_words']}”" if row["placed_words"] else ""
    return name("placing", str(row["placed_by"])) + words


def _labels(words: object) -> list[str]:
    """The names in the words of a class as the warehouse joins them: 已落实 10；留作参考 3 → 已落实, 留作参考."""
    return [] if tables.is_missing(words) else [part.rpartition(" ")[0] for part in str(words).split("；")]
