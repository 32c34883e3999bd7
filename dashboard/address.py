"""A view is an address. Widgets write their labels into it (Streamlit's bind); this module makes addresses stable.

What `bind="query-params"` of Streamlit 1.67 does, as seen in Chromium: the browser writes the labels that are shown; a value
survives page switches, reloads and Back; parameters that no widget of the page is bound to are dropped at the next switch.
So an address is read in three ways, and all three open the same view: the labels of this language (bind does it), the labels of the
other language, and the ids of the warehouse (?unit_kind=bureau&region=370181&lang=en), which no new wording changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlencode

import streamlit as st

_WRITERS = "address_writers"  # how each bound widget's value is written into a link


def settle(key: str, decode: Callable[[list[str]], Any], encode: Callable[[Any], list[str]]) -> None:
    """Call before the bound widget `key`: where the address says ids or the other language's labels, rewrite it and run again.

    `decode` gives the value that the raw strings mean, or None; `encode` the labels that the widget itself would write.
    """
    st.session_state.setdefault(_WRITERS, {})[key] = encode
    raw = st.query_params.get_all(key)
    value = decode(raw) if raw else None
    if value is None or encode(value) == raw:
        return
    if key in st.session_state:  # a link inside the session: the widget is known, and corrects the address itself
        st.session_state[key] = value
        return
    # The widget would take these words for an error and remove them: so the script starts anew before it is made.
    if labels := encode(value):
        st.query_params[key] = labels
    else:
        del st.query_params[key]
    st.rerun()


def settle_choice(key: str, options: Iterable[str], labels: dict[str, Callable[[str], str]], many: bool = True, default: str = "") -> None:
    """`settle` for a widget over ids. `labels`: for each language the label of an id, first the one that is shown. `default` is not written."""
    known: dict[str, str] = {}
    for option in options:
        known.update({label(option): option for label in labels.values()})
        known[option] = option
    shown = next(iter(labels.values()))

    def decode(raw: list[str]) -> Any:
        found = list(dict.fromkeys(known[word] for word in raw if word in known))
        return (found if many else found[0]) if found else None

    def encode(value: Any) -> list[str]:
        chosen = value if many else [value]
        return [shown(option) for option in chosen or () if option not in (None, default)]

    settle(key, decode, encode)


def begin() -> None:
    """Forget which widgets the last run had. Comes before the first `settle` of a run."""
    st.session_state[_WRITERS] = {}


def view() -> str:
    """The query of what is on screen, for links that others open: filters and switches that are not as usual, by ids, and the page's own parameters."""
    query: list[tuple[str, str]] = []
    writers = st.session_state.get(_WRITERS, {})
    for key, encode in writers.items():
        value = st.session_state.get(key)
        if value and encode(value):
            query += [(key, str(id)) for id in (value if isinstance(value, list | tuple) else [value])]
    own = [(key, word) for key in st.query_params if key not in writers and key not in NOT_OF_A_VIEW for word in st.query_params.get_all(key)]
    return urlencode([*query, *own])


def keep(keys: Iterable[str]) -> None:
    """Hold the values of these widgets over a change of language, in which all their labels change."""
    for key in keys:
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]


def link(page: str, keep_view: bool = True, **parameters: str) -> str:
    """A relative address of `page` with these parameters, and with the present filters where `keep_view`; a parameter overrules a filter."""
    query: list[tuple[str, str]] = []
    if keep_view:
        for key, encode in st.session_state.get(_WRITERS, {}).items():
            value = st.session_state.get(key)
            if key in FILTER_KEYS and value and key not in parameters:
                query += [(key, word) for word in encode(value)]
    query += list(parameters.items())
    return page + ("?" + urlencode(query) if query else "")


def holds(key: str, words: list[str]) -> bool:
    """Whether the filter `key` stands as an address with these words would set it."""
    encode, value = st.session_state.get(_WRITERS, {}).get(key), st.session_state.get(key)
    return encode is not None and bool(value) and encode(value) == words


NOT_OF_A_VIEW = ("data",)
FILTER_KEYS = (
    "lang", "year", "province", "prefecture", "region", "unit_kind", "bureau_kind", "unit", "instrument", "level", "role", "topic",
)  # fmt: skip
