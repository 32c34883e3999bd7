"""What each filter can be set to, read once for each data version: the side bar is drawn at every click."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from dashboard import warehouse


@dataclass(frozen=True, slots=True)
class Options:
    """What has data: `values`, ids of each class filter, in their order; `regions`; `units`. Of every region there is: `region_labels`, and `above`,
    its prefecture and province. Not to be changed.
    """

    values: dict[str, list[str]]
    years: tuple[int, int]
    regions: pd.DataFrame
    region_labels: dict[str, str]
    above: dict[str, tuple[str, str]]
    units: pd.DataFrame
    unit_labels: dict[str, str]


def options() -> Options:
    """The options of the data that is served."""
    return _options(warehouse.version())


@st.cache_resource(max_entries=2, show_spinner=False)
def _options(version: str) -> Options:
    values, regions, units = (warehouse.ask(f"filters/{name}") for name in ("values", "regions", "units"))
    by_field = {str(field): rows["id"].tolist() for field, rows in values.groupby("field")}
    years = [int(year) for year in by_field.get("year", ())]
    return Options(
        values=by_field,
        years=(min(years), max(years)) if len(years) > 1 else (2000, 2030),
        regions=regions[regions["has_figures"]],
        region_labels=dict(zip(regions["region_id"], regions["region_label"], strict=True)),
        above={id: (p, q) for id, p, q in zip(regions["region_id"], regions["prefecture_id"], regions["province_id"], strict=True)},
        units=units,
        unit_labels=dict(zip(units["unit_id"], units["unit_label"], strict=True)),
    )
