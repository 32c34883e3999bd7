"""The shared filters of the side bar. Their values are in the address; `current()` gives them to the questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import address, finder, warehouse
from dashboard.options import options
from dashboard.words import LANGUAGE_KEY, LANGUAGES, class_names, language, name, t
from handling.model import Filters

_CLASSES = ("unit_kind", "instrument", "level", "bureau_kind", "role", "topic")
_PLACES = {"province": "provincial", "prefecture": "prefectural", "region": ""}
MOST_UNITS = 2000
_NO_TOPICS = ("satisfaction", "adoption", "compare", "audit", "brief")  # pages of rates and findings, which are of all topics together
_EMPTY: dict[str, Any] = {key: [] for key in (*_PLACES, *_CLASSES, "unit")}


def current(page: str = "") -> Filters:
    """What the reader has chosen, and does something on that page; an empty tuple means all."""
    state = st.session_state
    first, last = year_bounds()
    years = tuple(state.get("year") or ())
    return Filters(
        years=() if years in ((), (first, last)) else years,
        regions=_most_local([id for key in _PLACES for id in state.get(key) or ()]),
        unit_kinds=tuple(state.get("unit_kind") or ()),
        bureau_kinds=tuple(state.get("bureau_kind") or ()),
        units=tuple(state.get("unit") or ()),
        instruments=tuple(state.get("instrument") or ()),
        levels=tuple(state.get("level") or ()),
        roles=tuple(state.get("role") or ()),
        topics=() if page in _NO_TOPICS else tuple(state.get("topic") or ()),
    )


def only(filters: Filters, instrument: str) -> Filters:
    """The filters narrowed to one instrument; where the side bar has left that one out, nothing is left."""
    return replace(filters, instruments=(instrument,) if not filters.instruments or instrument in filters.instruments else ("",))


def left(filters: Filters, instruments: Sequence[str]) -> tuple[str, ...]:
    """Those of a page's instruments that the side bar leaves; all of them where it leaves none, for then the page says that nothing is left."""
    return tuple(one for one in instruments if one in filters.instruments) or tuple(instruments)


def chosen(page: str = "") -> list[tuple[str, str]]:
    """The filters that are set, and do something on that page, as (key, what a person reads): [("year", "2019—2023年"), ("province", "山东省")]."""
    return [filter for filter in _set() if filter not in idle(page)]


def idle(page: str) -> list[tuple[str, str]]:
    """The filters that are set and do nothing on that page."""
    return [(key, words) for key, words in _set() if key == "topic" and page in _NO_TOPICS]


def _set() -> list[tuple[str, str]]:
    state, said = st.session_state, []
    if current().years:
        said.append(("year", years_said(*state["year"])))
    for key in _EMPTY:
        if state.get(key):
            said.append((key, t("filters.and").join(_label(key)(id) for id in state[key])))
    return said


def years_said(first: int, last: int) -> str:
    """A range of years in words: 2019—2023年, 2023年."""
    return t("filters.one_year", year=first) if first == last else t("filters.years", first=first, last=last)


def places_said() -> str:
    """The places that the figures are of, in words: of a province and a place in it, the place; "" for all."""
    return t("filters.and").join(map(_label("region"), current().regions))


def clear(*keys: str) -> None:
    """Set these filters back to all; without keys, every one. For callbacks only."""
    for key in keys or ("year", *_EMPTY):
        st.session_state[key] = year_bounds() if key == "year" else []


def units_within(units: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Those of `units` (of filters/units) that lie in the places and are of the kinds of these filters."""
    for column, wanted in (("unit_kind", filters.unit_kinds), ("bureau_kind", filters.bureau_kinds), ("unit_id", filters.units)):
        units = units[units[column].isin(wanted)] if wanted else units
    inside = [units[column].isin(filters.regions) for column in ("region_id", "prefecture_id", "province_id")]
    return units[inside[0] | inside[1] | inside[2]] if filters.regions else units


def language_switch() -> None:
    """中文 ｜ English. Comes first in every run: all other labels depend on it."""
    names = {id: lambda id: t(f"language.{id}") for id in ("own",)}
    address.settle_choice(LANGUAGE_KEY, LANGUAGES, names, many=False, default=LANGUAGES[0])
    st.segmented_control(
        t("language.title"), LANGUAGES, default=LANGUAGES[0], required=True, key=LANGUAGE_KEY, format_func=names["own"],
        label_visibility="collapsed", on_change=address.keep,
    )  # fmt: skip


def side_bar() -> None:
    """Draw the filters. What narrows most stands open, the rest behind 更多条件."""
    finder.box("filters", lambda: [*finder.regions(), *finder.units()], _take)
    _years()
    _place("province")
    for field in ("unit_kind", "instrument", "level"):
        _class(field)
    more = ("prefecture", "region", "bureau_kind", "unit", "role", "topic")
    with st.expander(t("filters.more"), expanded=any(st.session_state.get(key) or key in st.query_params for key in more)):
        _place("prefecture")
        _place("region")
        _class("bureau_kind")
        _unit()
        _class("role")
        _class("topic")


def _take(id: str) -> None:
    """Add a region or unit that was found to its filter."""
    key = finder.place_key(id) if id in set(options().regions["region_id"]) else "unit"
    chosen = list(st.session_state.get(key) or ())
    st.session_state[key] = chosen if id in chosen else [*chosen, id]


def data_version() -> str:
    """The last line of the side bar: which data this is, and how many reports."""
    return t("panel.version", version=warehouse.version_said())


def _years() -> None:
    first, last = year_bounds()

    def decode(raw: list[str]) -> tuple[tuple[int, int] | None, list[str]]:
        words = [word for part in raw for word in part.replace("-", " ").split()]
        years = [int(word) for word in words if word.isdecimal()]
        kept = _years_kept((min(years), max(years))) if years else None
        as_asked = kept is not None and years == sorted(years) and kept == (min(years), max(years)) and len(years) == len(words)
        return kept, [] if as_asked else raw

    address.settle("year", decode, lambda value: ["-".join(map(str, value))] if tuple(value) != (first, last) else [], (first, last))
    st.session_state["year"] = _years_kept(st.session_state.get("year") or (first, last)) or (first, last)  # other data may have other years
    st.slider(t("filters.year"), first, last, (first, last), key="year")


def _class(field: str) -> None:
    ids = options().values.get(field, [])
    labels = {language(): _label(field), **{other: _label_in(field, other) for other in LANGUAGES}}
    address.settle_choice(field, [*ids, *(id for of, id in class_names(language()) if of == field and id not in ids)], labels)
    st.multiselect(
        t(f"filters.{field}"), _with_chosen(field, ids), key=field, format_func=_label(field), placeholder=t(f"filters.all_{field}"),
        select_all=False,
    )


def _place(key: str) -> None:
    regions = options().regions
    if level := _PLACES[key]:
        rows = regions[regions["level"] == level]
    else:
        rows = regions[~regions["level"].isin(("provincial", "prefectural"))]
    above = {id for parent in _PLACES if parent != key for id in st.session_state.get(parent) or ()} if key != "province" else set()
    if above:
        inside = rows[rows["prefecture_id"].isin(above) | rows["province_id"].isin(above)]
        rows = inside if len(inside) else rows
    _named(key, dict(zip(rows["region_id"], rows["region_label"], strict=True)), options().region_labels)


def _unit() -> None:
    units = units_within(options().units, replace(current(), units=()))
    # A list of a hundred thousand is no choice, and would be sent at every click: those named already, until a place is chosen.
    too_many = len(units) if len(units) > MOST_UNITS else 0
    _named("unit", {} if too_many else dict(zip(units["unit_id"], units["unit_label"], strict=True)), options().unit_labels, too_many)


def _named(key: str, listed: dict[str, str], known: dict[str, str], too_many: int = 0) -> None:
    """A choice among things that have one name in every language; `known` are all that may be asked for.

    `too_many`: how many there are, where they are not listed.
    """
    address.settle_choice(key, list(known), {"own": known.__getitem__}, means=partial(finder.meant, key))
    placeholder = t("filters.narrow", n=f"{too_many:,}") if too_many else t(f"filters.all_{key}", n=len(listed))
    st.multiselect(
        t(f"filters.{key}"), _with_chosen(key, list(listed)), key=key, format_func=lambda id: known.get(id, id), placeholder=placeholder,
        select_all=False,
    )


def _with_chosen(key: str, ids: list[str]) -> list[str]:
    """What a list offers, and what is chosen beside it: a place without any data is a choice too, which leaves nothing."""
    return [*ids, *(id for id in st.session_state.get(key) or () if id not in ids)]


def _years_kept(years: tuple[int, int]) -> tuple[int, int] | None:
    """Of these years those that the warehouse has, None where it has none of them."""
    first, last = year_bounds()
    return (max(years[0], first), min(years[1], last)) if years[0] <= last and years[1] >= first else None


def year_bounds() -> tuple[int, int]:
    """The first and last year that the warehouse has."""
    return options().years


def _label(key: str) -> Callable[[str], str]:
    if key in _PLACES:
        return lambda id: options().region_labels.get(id, id)
    if key == "unit":
        return lambda id: options().unit_labels.get(id, id)
    return lambda id: name(key, id)


def _label_in(field: str, lang: str) -> Callable[[str], str]:
    return lambda id: class_names(lang).get((field, id), id)


def _most_local(regions: list[str]) -> tuple[str, ...]:
    """A province in which a prefecture or county is chosen too stands for those alone."""
    parents = options().above
    above = {parent for id in regions for parent in parents.get(id, ()) if parent != id}
    return tuple(dict.fromkeys(id for id in regions if id not in above))
