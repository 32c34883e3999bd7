"""The same six questions for DuckDB, pandas and SQLite, so that their times can be set side by side on the same rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question in two languages. SQL with ?1, ?2, ?3 for (year, province, unit); pandas on the whole frame with the same three."""

    name: str
    sql: str
    pandas: Callable[[pd.DataFrame, int, str, str], pd.DataFrame]


def _satisfaction(figure: pd.DataFrame, year: int, province: str, unit: str) -> pd.DataFrame:
    rows = figure[(figure["measure"] == "satisfaction_rate") & (figure["year"] == year) & (figure["province_id"] == province)]
    return rows[["unit_id", "value"]].sort_values("unit_id")


def _outcomes(figure: pd.DataFrame, year: int, province: str, unit: str) -> pd.DataFrame:
    rows = figure[(figure["measure"] == "outcome") & (figure["province_id"] == province)]
    return rows.groupby(["year", "category"], observed=True)["value"].sum().reset_index()


def _topics(figure: pd.DataFrame, year: int, province: str, unit: str) -> pd.DataFrame:
    rows = figure[(figure["measure"] == "topic") & (figure["year"] == year)]
    return rows.groupby("category", observed=True)["value"].sum().reset_index()


def _record(figure: pd.DataFrame, year: int, province: str, unit: str) -> pd.DataFrame:
    return figure[figure["unit_id"] == unit][["year", "measure", "category", "value"]].sort_values(["year", "measure", "category"])


def _received(figure: pd.DataFrame, year: int, province: str, unit: str) -> pd.DataFrame:
    rows = figure[(figure["measure"] == "received") & (figure["role"] == "") & (figure["year"] == year)]
    return rows.groupby("region_id", observed=True)["value"].sum().reset_index()


def _facets(figure: pd.DataFrame, year: int, province: str, unit: str) -> pd.DataFrame:
    return figure[["year", "instrument"]].drop_duplicates().sort_values(["year", "instrument"])


QUESTIONS = (
    Question(name="satisfaction of the units of a province in a year", pandas=_satisfaction,
             sql="select unit_id, value from figure where measure = 'satisfaction_rate' and year = ?1 and province_id = ?2 order by unit_id"),
    Question(name="outcomes of a province by year", pandas=_outcomes,
             sql="select year, category, sum(value) as value from figure where measure = 'outcome' and province_id = ?2 and ?1 is not null "
                 "group by year, category order by year, category"),
    Question(name="topics of the nation in a year", pandas=_topics,
             sql="select category, sum(value) as value from figure where measure = 'topic' and year = ?1 and ?2 is not null "
                 "group by category order by category"),
    Question(name="one unit's whole record", pandas=_record,
             sql="select year, measure, category, value from figure where unit_id = ?3 and ?1 is not null and ?2 is not null "
                 "order by year, measure, category"),
    Question(name="items received, by county, in a year", pandas=_received,
             sql="select region_id, sum(value) as value from figure where measure = 'received' and role = '' and year = ?1 "
                 "and ?2 is not null group by region_id order by region_id"),
    Question(name="what there is to filter by", pandas=_facets,
             sql="select distinct year, instrument from figure where ?1 is not null and ?2 is not null order by year, instrument"),
)  # fmt: skip


def sqlite(figure: pd.DataFrame, path: str) -> sqlite3.Connection:
    """The figures in SQLite with the indexes that a careful person would make."""
    connection = sqlite3.connect(path)
    columns = ["unit_id", "region_id", "province_id", "year", "instrument", "role", "measure", "category", "value"]
    figure[columns].astype({name: "str" for name in columns if name not in ("year", "value")}).to_sql(
        "figure", connection, index=False, chunksize=100_000
    )
    for name, over in (("a", "measure, year, province_id"), ("b", "unit_id, year"), ("c", "measure, province_id, year")):
        connection.execute(f"create index by_{name} on figure ({over})")
    connection.execute("analyze")
    return connection
