"""Every word on screen, in Chinese and English, from dashboard/words/*.toml; class names from data/vocabulary."""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from handling.vocabulary import classes
from handling.vocabulary.numbered import numbered

LANGUAGES = ("zh", "en")
LANGUAGE_KEY = "lang"
_FOLDER = Path(__file__).parent / "words"
_PERIOD = re.compile(r"(\d{4})(?:-(\d\d))?/(\d{4})(?(2)-(\d\d))")
_spoken: ContextVar[str] = ContextVar("spoken", default="")


@lru_cache(maxsize=len(LANGUAGES))
def catalogue(language: str) -> dict[str, str]:
    """All words of a language by dotted key, such as "satisfaction.title"."""

    def flat(table: dict[str, Any], prefix: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for key, value in table.items():
            found.update(flat(value, f"{prefix}{key}.") if isinstance(value, dict) else {prefix + key: value})
        return found

    return flat(tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8")), "")


@lru_cache(maxsize=len(LANGUAGES))
def class_names(language: str) -> dict[tuple[str, str], str]:
    """The name of every class in one language, by (field, id)."""
    return {(name.field, name.id): getattr(name, language) for name in classes.names()}


def language() -> str:
    """The language of this session: "zh" or "en"."""
    chosen = _spoken.get() or st.session_state.get(LANGUAGE_KEY)
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Words are of this language inside, whatever the session's is: for files made outside of a run."""
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)


def t(key: str, **facts: object) -> str:
    """The words for `key` in the session's language, with {facts} filled in. KeyError for a key that no file has.

    {n:report|reports} is the first word where n is 1, else the second.
    """
    words = catalogue(language())[key]
    return numbered(words, facts) if facts else words


def name(field: str, id: str) -> str:
    """How a class is called: name("instrument", "proposal") → 政协提案. An id that nobody named is returned as it is."""
    return class_names(language()).get((field, id), id)


def period(words: str) -> str:
    """An interval as people write it: 2018-01/2018-09 → 2018年1—9月, 2018/2022 → 2018—2022年. Whatever is no interval of years or months stays as it is."""
    found = _PERIOD.fullmatch(words)
    if not found:
        return words
    first, month, last, end = (int(part) if part else 0 for part in found.groups())
    kind = "years" if not month else "months" if first == last else "across"
    return t(f"period.{kind}", first=first, month=month, last=last, end=end)


def h(text: object) -> str:
    """`text` made safe to stand in HTML. Everything that a report, a file or a person wrote goes through here."""
    return html.escape(str(text), quote=True)
