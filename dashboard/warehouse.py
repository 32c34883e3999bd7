"""The warehouse in force, shared by all sessions; a new version is noticed by its name, and answers are kept by it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import address
from dashboard.words import language, speaking, t
from handling import store
from handling.model import Filters
from handling.query import Warehouse

_NO_FILTERS = Filters()
_HELD = "warehouse_held"
PINNED = "data"  # the parameter of an address that asks for a version
_reading: ContextVar[Path | None] = ContextVar("reading", default=None)


@st.cache_resource(max_entries=2, on_release=lambda warehouse: warehouse.close(), show_spinner=False)
def _opened(path: str) -> Warehouse:
    return Warehouse(Path(path))


def hold() -> None:
    """Take one version for this run of the script, so that all of a page is of it: the one that the address asks for while it is kept,
    else the one in force now. Raises StoreError.
    """
    st.session_state[_HELD] = str(_kept(address.once(PINNED)) or store.current())


def _kept(version: str) -> Path | None:
    """The file of that version, where it is kept and of the form that the questions are written for."""
    path, current = store.kept(version), store.current()
    forms = {str(_answer(file, "filters/version", _NO_FILTERS, ())["form"].iloc[0]) for file in (path, current) if file}
    return path if len(forms) == 1 else None


def release() -> None:
    """Go over to the version in force. For callbacks."""
    address.forget(PINNED)


def asked_for() -> str:
    """The version that the address asked for, where it is not the one in force; else ""."""
    wanted = address.once(PINNED)
    return "" if wanted == store.fingerprint() else wanted


def _in_force() -> Path:
    return _reading.get() or Path(st.session_state.get(_HELD) or store.current())


@contextmanager
def _from(path: Path) -> Iterator[None]:
    before = _reading.set(path)
    try:
        yield
    finally:
        _reading.reset(before)


@contextmanager
def steady() -> Iterator[None]:
    """The language, the data and the filters of this run, looked up once: a table asks for them at every cell."""
    with speaking(language()), _from(_in_force()), address.steady():
        yield


def later(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """`make`, to be called when its button is pressed: outside of a run, but in the language and over the data of the run that offered it."""
    spoken, path = language(), _in_force()

    def made() -> bytes:
        with speaking(spoken), _from(path):
            return make()

    return made


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


def version_said() -> str:
    """The version for people: the fingerprint, when it was built, how many reports it holds."""
    row = ask("filters/version").iloc[0]
    return t("filters.version", version=version(), date=row["built_at"][:10], n=f"{row['report_count']:,}")


@st.cache_resource(show_spinner=False)
def prepare() -> None:
    """Before the first session: a warehouse of this product's data, and all that is imported so far kept out of the garbage collector's rounds.

    Raises StoreError.
    """
    store.ready()
    gc.collect()
    gc.freeze()
