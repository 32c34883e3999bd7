"""What an address asks for and does not get, told above the page: unknown names and codes, years without data, a version that is not the newest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from dashboard import address, filters, finder, findings, layout, peers, sources, view, warehouse
from dashboard.words import catalogue, h, language, t

_NAMED = ("province", "prefecture", "region", "unit")  # filters whose words are names
_TOLD_BY_PAGES = (peers.KEY, peers.RECORD_KEY, sources.REPORT_KEY)
_OF_SOME_PAGE = (*_TOLD_BY_PAGES, findings.KIND_KEY, "search")


@contextmanager
def above() -> Iterator[None]:
    """Around a page: what is to be told stands above it, and is known only when all its controls are drawn."""
    place = st.empty()
    yield
    unknown = {key: words for key, words in address.all_unknown().items() if key not in _TOLD_BY_PAGES}
    version = warehouse.asked_for()
    strays = _strays()
    if not unknown and not version and not strays:
        return
    with place.container():
        if strays:
            layout.note(h(t("notice.stray", names=t("notice.between").join(strays))), red=True)
        for key, words in unknown.items():
            layout.note(_said(key, words), red=True)
        if version:
            layout.note(h(t("notice.pinned" if version == warehouse.version() else "notice.gone", version=version, shown=warehouse.version())))
            st.button(t("notice.newest" if version == warehouse.version() else "notice.unpin"), key="newest", type="tertiary", on_click=warehouse.release)


def _strays() -> list[str]:
    """What the address names and no page knows. The switches of other pages, and figures that this view does not draw, are passed over."""
    names = [key for key in address.without_control() if key not in _OF_SOME_PAGE and not key.startswith(("open_", "all_"))]
    if not names:
        return []
    switches = {key.removeprefix("switch.").removesuffix(".title").replace(".", "_") for key in catalogue(language()) if key.startswith("switch.")}
    return [key for key in names if key not in switches]


def _said(key: str, words: str) -> str:
    """Safe HTML."""
    first, last = filters.year_bounds()
    if key == "year" and any(letter.isdecimal() for letter in words):
        years = [int(year) for year in re.findall(r"\d+", words)]
        turned = years != sorted(years) and first <= min(years) and max(years) <= last
        said = "notice.years_turned" if turned else "notice.years"
        return h(t(said, asked=words, there=filters.years_said(first, last), shown=filters.years_said(*st.session_state["year"])))
    if key not in address.FILTER_KEYS:
        return h(t("notice.switch", part=f"{key}={words}"))
    offered = finder.several(key, words, view.page()) if key in _NAMED else ""
    return t("notice.several" if offered else "notice.filter", part=h(f"{key}={words}"), shown=h(layout.filters_said()), names=offered)
