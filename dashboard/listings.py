"""Words for rows that are only listed: their names in a chart, and the sentence that says what the list holds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard import badges
from dashboard.sentences import opening
from dashboard.words import h, name, t

_HOTLINE = {
    "received": "received_count", "completed": "completed_count", "completion_rate": "completion_pct", "on_time_rate": "on_time_pct",
    "satisfaction_rate": "satisfaction_pct",
}  # fmt: skip
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
    fields = rows["field_of_work"].where(rows["field_of_work"] != "", t("listing.whole")) + [badges.mark(row) for row in rows.to_dict("records")]
    if not several:
        return fields.tolist()
    times = [_time(year, month) for year, month in zip(rows["year"], rows["month"], strict=True)]
    return [t("listing.work", unit=unit, time=time, field=field) for unit, time, field in zip(rows["short_name"], times, fields, strict=True)]


def hotline(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of key_work/hotline with what their numbers are of, in words (called_said), and which columns the report tells by parts alone (…_in_parts)."""
    called = [[] if pd.isna(cell) else json.loads(cell) for cell in rows["called"]]
    said = [_called(channel, facts) for channel, facts in zip(rows["channel"], called, strict=True)]
    parts = {
        f"{column}_in_parts": [any(fact["measure"] == measure and fact["in_parts"] for fact in facts) for facts in called]
        for measure, column in _HOTLINE.items()
    }
    return rows.assign(called_said=said, **parts)


def _called(channel: str, facts: Sequence[dict[str, Any]]) -> str:
    """办结率“结案率”；满意率只有分项: what is not as the heading of its column says; before it the channel, where the row is of one alone."""
    said = [t("key_work.hotline.channel", name=channel)] if channel else []
    for fact in facts:
        column = t(f"column.{_HOTLINE[fact['measure']]}")
        if fact["in_parts"]:
            said.append(t("key_work.hotline.in_parts", column=column))
            continue
        words = [t("key_work.hotline.wording", words=fact["wording"].strip("“”"))] if fact["wording"] not in ("", channel) else []
        words += [name("category:satisfaction", fact["category"])] if fact["category"] else []
        words += [name("level", fact["level"])] if fact["level"] and not channel else []
        said += [t("key_work.hotline.called", column=column, words=t("scope.dot").join(words))] if words else []
    return t("sentence.semicolon").join(said)


def told(kind: str) -> str:
    """What a bulletin tells: a measure of key work, or the hotline."""
    return name("instrument" if kind == "hotline" else "measure", kind)


def _time(year: int, month: int) -> str:
    if pd.isna(year):
        return ""
    return f"{year}" if pd.isna(month) else f"{year}-{month:02d}"
