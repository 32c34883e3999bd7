"""What the columns of an extract are called, and how the ids in them are named for people."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

import pandas as pd

from handling.vocabulary import classes

_YES = {"zh": "是", "en": "yes"}


@lru_cache(maxsize=1)
def columns() -> dict[str, dict[str, str]]:
    """Every column known here by its name: `zh`, `en`, and `field`, the field of the vocabulary that its ids belong to."""
    with Path(__file__).with_name("columns.csv").open(encoding="utf-8", newline="") as lines:
        return {row["column"]: row for row in csv.DictReader(lines)}


def named(frame: pd.DataFrame, header: str = "zh") -> pd.DataFrame:
    """The frame with headings in `header` ("zh", "en", or "" to leave all as it is); in Chinese, ids of classes become names too.

    Headings and values that are not known here stay as they are. English keeps the ids of docs/domain.md: programs read it.
    """
    if not header:
        return frame
    known = {name: columns()[name] for name in frame.columns if name in columns()}
    changed = {name: _values(frame, name, row["field"], header) for name, row in known.items() if row["field"]}
    return frame.assign(**changed).rename(columns={name: row[header] for name, row in known.items()})


def _values(frame: pd.DataFrame, column: str, field: str, header: str) -> pd.Series:
    values = frame[column]
    if field == "yes":
        truth = values.fillna(False) if pd.api.types.is_bool_dtype(values) else values == "yes"
        return truth.astype("bool").map({True: _YES[header], False: ""}).astype("str")
    if header != "zh":
        return values
    names = _names()
    if field == "category" and "measure" in frame:
        return pd.Series(
            [names.get((_family(measure), cell), cell) for measure, cell in zip(frame["measure"].tolist(), values.tolist(), strict=True)],
            index=frame.index, dtype="str",
        )  # fmt: skip
    codes, different = pd.factorize(values, use_na_sentinel=False)
    return pd.Series(pd.array([names.get((field, cell), cell) for cell in different], dtype="str")[codes], index=values.index)


@lru_cache(maxsize=1)
def _names() -> dict[tuple[str, str], str]:
    return {(name.field, name.id): name.zh for name in classes.names()}


def _family(measure: str) -> str:
    """The field of the vocabulary that a measure's categories belong to."""
    for family in ("outcome", "satisfaction"):
        if measure.startswith(family):
            return f"category:{family}"
    return "topic"
