"""The warehouse in force, shared by all sessions; a new version is noticed by its name, and answers are kept by it."""

from __future__ import annotations

import gc
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from handling import store
from handling.model import Filters
from handling.query import Warehouse

_NO_FILTERS = Filters()
_HELD = "warehouse_held"


@st.cache_resource(max_entries=2, on_release=lambda warehouse: warehouse.close(), show_spinner=False)
def _opened(path: str) -> Warehouse:
    return Warehouse(Path(path))


def hold() -> None:
    """Take the version that is in force now for this run of the script: all of a page is of one version. Raises StoreError."""
    st.session_state[_HELD] = str(store.current())


def _in_force() -> Path:
    return Path(st.session_state.get(_HELD) or store.current())


# Not Streamlit's caches: they would pickle every answer, or take longer over the key than over the rest, some 80 times a click.
@lru_cache(maxsize=400)
def _answer(path: Path, question: str, filters: Filters, parameters: tuple[tuple[str, Any], ...]) -> pd.DataFrame:
    return _opened(str(path)).ask(question, filters, **dict(parameters))


def ask(question: str, filters: Filters = _NO_FILTERS, **parameters: Any) -> pd.DataFrame:
    """The answer to queries/<question>.sql for these filters. Lists go in as tuples.

    The frame is the caller's own: pandas copies what is written to, so the kept answer never changes.
    """
    return _answer(_in_force(), question, filters, tuple(sorted(parameters.items()))).copy(deep=False)


def version() -> str:
    """The fingerprint of the data that is served: the same data, the same fingerprint."""
    return _in_force().stem.removeprefix("handling-")


@st.cache_resource(show_spinner=False)
def prepare() -> None:
    """Before the first session: a warehouse of this product's data, and all that is imported so far kept out of the garbage collector's rounds.

    Raises StoreError.
    """
    store.ready()
    gc.collect()
    gc.freeze()
