"""What an address asks for and does not get, told above the page: unknown codes, years without data, a version that is not the newest."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from dashboard import address, filters, layout, peers, sources, warehouse
from dashboard.words import h, t

_TOLD_BY_PAGES = (peers.KEY, peers.RECORD_KEY, sources.REPORT_KEY)


@contextmanager
def above() -> Iterator[None]:
    """Around a page: what is to be told stands above it, and is known only when all its controls are drawn."""
    place = st.empty()
    yield
    unknown = {key: words for key, words in address.all_unknown().items() if key not in _TOLD_BY_PAGES}
    version = warehouse.asked_for()
    if not unknown and not version:
        return
    with place.container():
        for key, words in unknown.items():
            layout.note(h(_said(key, words)), red=True)
        if version:
            layout.note(h(t("notice.pinned" if version == warehouse.version() else "notice.gone", version=version, shown=warehouse.version())))
            st.button(t("notice.newest"), key="newest", type="tertiary", on_click=warehouse.release)


def _said(key: str, words: str) -> str:
    first, last = filters.year_bounds()
    if key == "year" and any(letter.isdecimal() for letter in words):
        return t("notice.years", asked=words, there=filters.years_said(first, last), shown=filters.years_said(*st.session_state["year"]))
    return t("notice.filter" if key in address.FILTER_KEYS else "notice.switch", part=f"{key}={words}", shown=layout.filters_said())
