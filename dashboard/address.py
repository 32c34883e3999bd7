"""A view is an address: short keys, codes that no wording changes, nothing of what is as usual.

The product writes the address itself. Streamlit's `bind="query-params"` writes the labels that are shown: Chinese names become a line of
%E9%83%A8, another language makes another address, and Back cannot tell what was not set. Here a run goes so: `begin` looks whether the address
has changed under the program (a first visit, a link, Back), `settle` gives each widget what the address asks for, `write` puts what is
chosen into it. An address of labels, in either language, is read too and rewritten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

FILTER_KEYS = (
    "lang", "year", "province", "prefecture", "region", "unit_kind", "bureau_kind", "unit", "instrument", "level", "role", "topic",
)  # fmt: skip
SEVERAL = "~"  # between the codes of a choice of several: ?unit_kind=bureau~court, and between figures that were added
_ASKED = "address_asked"  # what the address asks for and has not got yet
_WRITTEN = "address_written"  # the address as this program last knew it
_WRITERS = "address_writers"  # key → how its value is written, for all that is drawn in this run
_HELD = "address_held"  # key → value, kept while the reader is on a page that does not draw the widget
_RUNNING = "address_running"  # whether a run of the whole script is under way
_ONCE = "address_once"  # parameters without a widget that hold until the address changes: ?figure=…, ?finding=…
_ONCE_KEYS = ("figure", "finding", "data")
_KEPT_KEYS = ("data",)  # of those, what goes along to other pages
_UNKNOWN = "address_unknown"  # key → what of the address could not be taken; see `_Unknown`
_NAMES = "address_names"  # parameters that the address came with
_USUAL = "address_usual"  # key → what was as usual in the run before
_filters: ContextVar[dict[str, list[str]] | None] = ContextVar("filters", default=None)  # what `steady` holds


@dataclass
class _Asked:
    """The words of an address by key. `whole`: what it leaves out is as usual; else it is as it was. `done`: the keys that were settled."""

    said: dict[str, list[str]]
    whole: bool
    done: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class _Unknown:
    """`words` of an address that mean nothing here, all that it `said` under that key, and the `value` that was taken instead."""

    words: str
    said: list[str]
    value: Any


def begin() -> None:
    """Comes first in every run."""
    state, said = st.session_state, _said()
    if state.get(_WRITTEN) != said:
        context = get_script_run_ctx()
        state[_ASKED] = _Asked(said, whole=_WRITTEN not in state or bool(getattr(context, "is_history_navigation", False)))
        state[_WRITTEN] = said
        kept = {} if state[_ASKED].whole else _kept()
        state[_ONCE] = kept | {key: said[key] for key in _ONCE_KEYS if key in said}
        state[_UNKNOWN], state[_NAMES] = {}, list(said)
    state[_WRITERS], state[_RUNNING] = {}, True


def settle(key: str, decode: Callable[[list[str]], tuple[Any, list[str]]], encode: Callable[[Any], list[str]], usual: Any = None) -> None:
    """Call before the widget `key`: gives it what the address asks for, else what it had when it was last on screen.

    `decode` gives the value that the words of an address mean, or None, and those that mean nothing here (`unknown`); `encode` the words
    for a value, none where it is the `usual` one. A widget that is as usual stays so where the usual changes.
    """
    state = st.session_state
    usuals = state.setdefault(_USUAL, {})
    before, usuals[key] = usuals.get(key), usual
    asked = state.setdefault(_ASKED, _Asked(_said(), whole=False))
    state.setdefault(_WRITERS, {})[key] = encode
    if key not in asked.done:
        asked.done.add(key)
        if key in asked.said:
            value, refused = decode(asked.said[key])
            state[key] = usual if value is None else value
            if refused:
                state.setdefault(_UNKNOWN, {})[key] = _Unknown(SEVERAL.join(refused), asked.said[key], state[key])
            return
        if asked.whole:
            state[key] = usual
            return
    if key not in state and (key in state.get(_HELD, {}) or usual is not None):
        state[key] = state.get(_HELD, {}).get(key, usual)
    if before is not None and usual is not None and state.get(key) == before:
        state[key] = usual


def code(id: str) -> str:
    """How an id is written in an address: as it is, or in place of a name the code of its region and four bytes of the whole:
    430000:湖南省交通运输厅 → 430000-1b2c3d4e."""
    region = id.partition(":")[0]
    return id if id.isascii() else f"{region if region.isdigit() else 0}-{blake2b(id.encode(), digest_size=4).hexdigest()}"


def codes(ids: Iterable[str]) -> str:
    """How a choice of several is written."""
    return SEVERAL.join(map(code, ids))


def settle_choice(key: str, options: Sequence[str], labels: dict[str, Callable[[str], str]], many: bool = True, default: str = "",
                  most: int | None = None, means: Callable[[str], Sequence[str]] | None = None) -> None:  # fmt: skip
    """`settle` for a widget over ids, which are written by their `code`. `labels`, one a language, and ids are read as well.

    `options`: all that may be asked for, of which at the `most` so many are taken. `means`: the ids that another word may mean (short and former
    names), which is taken where there is one alone.
    """

    def decode(raw: list[str]) -> tuple[Any, list[str]]:
        known = {label(option): option for label in labels.values() for option in options}
        known.update({word: option for option in options for word in (option, code(option))})
        words = [word for part in raw for word in (part.split(SEVERAL) if many else [part]) if word]
        for word in words:
            meant = [id for id in means(word) if id in options] if means and word not in known else []
            known.update({word: meant[0]} if len(meant) == 1 else {})
        found = list(dict.fromkeys(known[word] for word in words if word in known))[:most]
        refused = [word for word in words if known.get(word) not in found]
        return (found if many else found[0]) if found else None, refused

    def encode(value: Any) -> list[str]:
        if many:
            return [codes(value)] if value else []
        return [code(value)] if value not in (None, default) else []

    settle(key, decode, encode, [] if many else default or None)


def settle_switch(key: str) -> None:
    """`settle` for something that is on or off."""
    settle(key, lambda raw: (raw[-1].lower() in ("1", "true", "yes"), []), lambda value: ["1"] if value else [], False)


def settle_text(key: str) -> None:
    """`settle` for words that a reader types."""
    settle(key, lambda raw: (raw[-1], []), lambda value: [value] if value else [], "")


def write() -> None:
    """Comes last in every run: the address says what is on screen."""
    state = st.session_state
    wanted: dict[str, list[str]] = {}
    held = state.setdefault(_HELD, {})
    for key, encode in state[_WRITERS].items():
        held[key] = state.get(key)
        if words := state[_UNKNOWN][key].said if unknown(key) else encode(held[key]):
            wanted[key] = words
    wanted.update(state[_ONCE])
    if wanted != _said():
        st.query_params.from_dict(wanted)
    state[_WRITTEN], state[_ASKED], state[_RUNNING] = wanted, _Asked({}, whole=False), False


def write_after_part() -> None:
    """Comes last in a fragment: where only that part of the page runs again, the address follows it too."""
    if st.session_state.get(_RUNNING) is False:
        write()


def unknown(key: str) -> str:
    """What the address asks for under `key` and is not to be had, until something else is chosen; else ""."""
    found = st.session_state.get(_UNKNOWN, {}).get(key)
    return found.words if found and st.session_state.get(key) == found.value else ""


def all_unknown() -> dict[str, str]:
    """The same for every control that was drawn in this run: key → words."""
    return {key: words for key in st.session_state.get(_WRITERS, {}) if (words := unknown(key))}


def without_control() -> list[str]:
    """The parameters that the address came with and that nothing drawn in this run goes by."""
    state = st.session_state
    return [key for key in state.get(_NAMES, []) if key not in state.get(_WRITERS, {}) and key not in FILTER_KEYS + _ONCE_KEYS]


def asked(key: str) -> str:
    """What the address says under `key`, in its own words, before the widget is settled; else what the widget holds; else ""."""
    waiting = st.session_state.get(_ASKED) or _Asked(_said(), whole=False)
    said = waiting.said.get(key, [""])[-1] if key not in waiting.done else ""
    return said or st.session_state.get(key) or st.session_state.get(_HELD, {}).get(key) or ""


def once(key: str) -> str:
    """The parameter `key` that a link has set, "" where there is none; it holds until the address changes or `forget` is called."""
    return (st.session_state[_ONCE] if _ONCE in st.session_state else _said()).get(key, [""])[-1]


def forget(key: str) -> None:
    """Take the parameter `key` out of the address. For callbacks."""
    st.session_state.get(_ONCE, {}).pop(key, None)


def keep() -> None:
    """Hold the values of all widgets over a change of language, in which all their labels change. For callbacks."""
    for key in st.session_state.get(_WRITERS, {}):
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]


def link(page: str, keep_view: bool = True, **parameters: str) -> str:
    """A relative address of `page` with these parameters, and with the present filters where `keep_view`; a parameter overrules a filter."""
    kept = _filters.get()
    held = (_filters_held() if kept is None else kept) if keep_view else {}
    query = [(key, word) for key, words in held.items() if key not in parameters for word in words]
    query += [(key, code(word)) for key, word in parameters.items()]
    return page + ("?" + urlencode(query) if query else "")


def _filters_held() -> dict[str, list[str]]:
    """The filters that are not as usual, as an address writes them, and the version of the data that is asked for."""
    state = st.session_state
    return {key: encode(state[key]) for key, encode in state.get(_WRITERS, {}).items() if key in FILTER_KEYS and state.get(key)} | _kept()


def _kept() -> dict[str, list[str]]:
    return {key: words for key, words in st.session_state.get(_ONCE, {}).items() if key in _KEPT_KEYS}


@contextmanager
def steady() -> Iterator[None]:
    """Inside, links keep the filters that are set now, read once."""
    before = _filters.set(_filters_held())
    try:
        yield
    finally:
        _filters.reset(before)


def view() -> str:
    """The query of what is on screen, for links that others open."""
    state = st.session_state
    words = [(key, word) for key, encode in state.get(_WRITERS, {}).items() for word in encode(state.get(key))]
    return urlencode([*words, *((key, word) for key, found in state.get(_ONCE, {}).items() for word in found)])


def _said() -> dict[str, list[str]]:
    return {key: st.query_params.get_all(key) for key in st.query_params}
