"""查找: type a name, a short or former name, pinyin initials or a region's code; each thing found is a button that takes it.

A list that opens matches only the letters of its own labels; this box knows what else a place, a unit or a report is called.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from dashboard import address, warehouse
from dashboard.options import options
from dashboard.words import h, t
from handling.vocabulary import lookup
from handling.vocabulary.lookup import Known
from handling.vocabulary.units import short_unit

_SHOWN = 6
_PLACES = ("province", "prefecture", "region")


@st.cache_resource(max_entries=2, show_spinner=False)
def _units(version: str) -> list[Known]:
    named = options().units[["unit_id", "unit_label", "initials"]].itertuples(index=False)
    return [lookup.unit(id, label, short_unit(label.partition("（")[0]), initials) for id, label, initials in named]


@st.cache_resource(max_entries=2, show_spinner=False)
def _regions(version: str) -> list[Known]:
    return [lookup.region(*row) for row in options().regions[["region_id", "region_label", "full_name", "initials"]].itertuples(index=False)]


def units(within: Sequence[str] | None = None) -> list[Known]:
    """The units that can be found; `within`: these alone."""
    every, wanted = _units(warehouse.version()), None if within is None else set(within)
    return every if wanted is None else [known for known in every if known.id in wanted]


def regions() -> list[Known]:
    """The regions that can be found."""
    return _regions(warehouse.version())


def reports(rows: pd.DataFrame) -> list[Known]:
    """The reports that can be found among `rows` of sources/reports."""
    wanted = ["report_id", "report_title", "publisher", "region_id", "region_label", "initials"]
    return [lookup.report(*row) for row in rows[wanted].itertuples(index=False)]


def meant(key: str, word: str) -> list[str]:
    """The ids that a word under `key` of an address may mean: of regions under the filters of places, else of units."""
    return lookup.regions_meant(word) if key in _PLACES else lookup.named(_units(warehouse.version()), word)


def several(key: str, words: str, page: str) -> str:
    """Of words of an address that mean more than one thing each, what they may mean; of those that nothing is called, what is called nearly so.

    Each is a link that opens `page` with it under `key`, beside what is chosen there already. Safe HTML, "" where there is nothing to offer.
    """
    labels = options().region_labels if key in _PLACES else options().unit_labels
    said = []
    for word in words.split(address.SEVERAL):
        known = [id for id in meant(key, word) if id in labels]
        how = "several" if len(known) > 1 else "near"
        offered = known if len(known) > 1 else _near(key, word)
        links = [f'<a href="{h(_with(key, id, page))}">{h(labels[id])}</a>' for id in offered[:_SHOWN]]
        if links:
            more = t("listing.more") if len(offered) > _SHOWN else ""
            said.append(t(f"finder.{how}", word=h(word), names=t("filters.and").join(links) + more))
    return "".join(said)


def _near(key: str, word: str) -> list[str]:
    """What the box would find for a name that nothing has; Latin letters and digits are no name."""
    if not re.search(r"[\u4e00-\u9fff]", word):
        return []
    every = _regions(warehouse.version()) if key in _PLACES else _units(warehouse.version())
    return [known.id for known in lookup.find(every, word)]


def _with(key: str, id: str, page: str) -> str:
    """The address of `page` with `id` chosen too; a place under the filter of its own level."""
    if key in _PLACES:
        key = place_key(id)
    held = st.session_state.get(key) or ()
    ids = [id] if isinstance(held, str) or key == "record" else list(dict.fromkeys([*held, id]))
    return address.link(page, True, **{key: address.codes(ids)})


def place_key(id: str) -> str:
    """Under which filter a region is chosen."""
    level = dict(zip(options().regions["region_id"], options().regions["level"], strict=True)).get(id)
    return {"provincial": "province", "prefectural": "prefecture"}.get(level or "", "region")


def box(key: str, known: Callable[[], Sequence[Known]], take: Callable[[str], None], width: int | str = "stretch") -> None:
    """The box with what was found under it; `take` is called with the id of the one that is pressed, and the box is empty again."""
    typed = st.text_input(t(f"finder.{key}"), key=f"find_{key}", placeholder=t("finder.hint"), width=width)  # type: ignore[arg-type]
    if not typed:
        return
    found = lookup.find(known(), typed)
    with st.container(key=f"actions_found_{key}", gap="small"):
        for one in found[:_SHOWN]:
            st.button(one.label, key=f"found_{key}_{one.id}", type="tertiary", icon=":material/add:", on_click=_take, args=(key, take, one.id))
        rest = len(found) - _SHOWN
        said = t("finder.nothing", typed=typed) if not found else t("finder.more", n=rest) if rest > 0 else ""
        if said:
            st.html(f'<div class="src">{h(said)}</div>')


def _take(key: str, take: Callable[[str], None], id: str) -> None:
    st.session_state[f"find_{key}"] = ""
    take(id)


def words_and_units(typed: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The words typed, and for each the units that it means by name, initials or code."""
    words = tuple(typed.split())
    return words, tuple(tuple(known.id for known in lookup.find(units(), word, lookup.HOLDS)) or ("",) for word in words)
