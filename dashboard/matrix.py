"""Wide tables: one thing a row, one unit or year a column, every number with a link to its sentence, 未公布 where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard import badges, rated, tables
from dashboard.words import h, name, t

_ON_A_PHONE = 2  # columns that are seen at once


def _html(head: str, names: Sequence[str], across: Sequence[str], cells: dict[tuple[str, str], str]) -> str:
    missing = f'<small>{h(t("state.not_published"))}</small>'
    titles = "".join(f'<th scope="col" class="n">{title}</th>' for title in across)
    rows = "".join(
        f'<tr><th scope="row">{h(row)}</th>' + "".join(f'<td class="n">{cells.get((row, column)) or missing}</td>' for column in across) + "</tr>"
        for row in names
    )
    swipe = f'<div class="src swipe">{h(t("listing.swipe", n=len(across)))}</div>' if len(across) > _ON_A_PHONE else ""
    table = f'<table class="tb matrix"><thead><tr><th scope="col">{h(head)}</th>{titles}</tr></thead><tbody>{rows}</tbody></table>'
    return f'{swipe}<div class="wide">{table}</div>'


def units(rows: pd.DataFrame, order: Sequence[str]) -> str:
    """Rates of units: a row each definition and instrument, a column each unit in `order`; the year and the counts stand under the rate.

    Where a unit tells a rate of several streams, all stand in its cell, each with its level and role.
    """
    records = rows.to_dict("records")
    labels = {row["unit_id"]: tables.cell("unit_label", row) for row in records}
    columns = [labels[unit] for unit in order if unit in labels]
    told: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in records:
        told.setdefault((_rate_name(row), labels[row["unit_id"]]), []).append(row)
    cells = {key: "<br>".join(_rate(row, len(streams) > 1) for row in streams) for key, streams in told.items()}
    table = _html(t("column.rate_kind"), list(dict.fromkeys(_rate_name(row) for row in records)), columns, cells)
    return table + tables.key(rows, ["printed_pct", "derived_pct", "x_count", "n_count"])


def _rate_name(row: dict[str, Any]) -> str:
    return t("scope.dot").join([str(tables.plain("rate_kind", row)), name("instrument", row["instrument"])])


def _rate(row: dict[str, Any], named: bool) -> str:
    sign = rated.marks(row["x_count_basis"], row["n_count_basis"])
    counts = "" if pd.isna(row["x_count"]) or pd.isna(row["n_count"]) else f"<br>{_stacked(rated.beside(row['x_count'], row['n_count'], sign))}"
    year = "" if pd.isna(row["year"]) else str(row["year"])
    under = h(t("scope.dot").join(part for part in [year, *(name(field, row[field]) for field in ("level", "role") if named and row[field])] if part))
    computed = not pd.isna(row["derived_pct"])  # no report prints it: never shown as if one did
    shown = f"◇ {tables.cell('derived_pct', row)} <small>{h(t('rate.computed'))}</small>" if computed else \
        tables.cell("printed_pct", {**row, "figure_id": row["printed_pct_figure"]})
    doubt = "" if computed or not counts else badges.of_computed(str(row[f"{count}_figure"]) for count in rated.counts_of("rate"))
    return f"{shown}<br><small>{under}{counts}{doubt}</small>"


def _stacked(beside: str) -> str:
    """Counts over interval: a column a unit leaves no room for both in one line."""
    return h(beside).replace(h(t("scope.dot")), "<br>")


def of_whole_years(rows: pd.DataFrame) -> pd.DataFrame:
    """The figures that `years` shows. Parts, months and periods stay in the full list."""
    return rows[~rows["part"] & (rows["period"] == "") & rows["month"].isna() & rows["year"].notna()]


def years(rows: pd.DataFrame) -> str:
    """One unit's figures of whole years: a row each measure, class and stream, a column each year. Of several in one cell each begins a line, with
    the report's own words."""
    records = rows.to_dict("records")
    columns = [str(year) for year in sorted({int(row["year"]) for row in records})]
    told: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in records:
        told.setdefault((_figure_name(row), str(row["year"])), []).append(row)
    cells = {key: "<br>".join(_figure(row, len(several) > 1) for row in several) for key, several in told.items()}
    return _html(t("column.measure"), list(dict.fromkeys(_figure_name(row) for row in records)), columns, cells) + tables.key(rows, ["value"])


def _figure(row: dict[str, Any], named: bool) -> str:
    chosen = "" if tables.is_missing(row["is_chosen"]) else t("beside.conflicts.chosen" if row["is_chosen"] else "beside.conflicts.other")
    said = [h(words) for words in (chosen, row["label"] if named else "") if words]
    beside = f"<br><small>{_stacked(row['counts_said'])}</small>" if row["counts_said"] else ""
    return tables.cell("value", row) + "".join(f" <small>{words}</small>" for words in said) + beside


def _figure_name(row: dict[str, Any]) -> str:
    what = [tables.plain(column, row) for column in ("measure", "category", "qualifier", "instrument", "level", "role") if row[column]]
    return t("scope.dot").join(str(part) for part in what)
