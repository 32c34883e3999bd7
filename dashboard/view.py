"""What is on screen, said in words: which data, which filters, which definition, and the address that opens it again."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

import streamlit as st

from dashboard import address, warehouse
from dashboard.words import t

if TYPE_CHECKING:
    from dashboard.panels import Panel

_PAGE, _SCOPE, _PANELS = "view_page", "view_scope", "view_panels"


class Scope(NamedTuple):
    """The scope line of the page: 范围, 口径, 覆盖."""

    extent: str = ""
    definition: str = ""
    coverage: str = ""


def opened(page: str) -> None:
    """A page opens: nothing is said yet and nothing shown."""
    st.session_state[_PAGE], st.session_state[_SCOPE], st.session_state[_PANELS] = page, Scope(), []


def say(scope: Scope) -> None:
    """Remember the scope line of this run."""
    st.session_state[_SCOPE] = scope


def numbered(panel: Panel) -> Panel:
    """The panel as the next figure or table of the page (图1, 表2), remembered as shown."""
    kind = "table" if panel.draw is None else "figure"
    before = sum((shown.draw is None) == (panel.draw is None) for shown in panels())
    named = replace(panel, called=t(f"panel.{kind}", n=before + 1))
    panels().append(named)
    return named


def page() -> str:
    """The slug of the page; "" where none has opened."""
    return str(st.session_state.get(_PAGE, ""))


def panels() -> list[Panel]:
    """The panels of the page, in the order in which they were drawn."""
    shown: list[Panel] = st.session_state.setdefault(_PANELS, [])
    return shown


def scope() -> Scope:
    """The scope line of the page that is shown."""
    said: Scope = st.session_state.get(_SCOPE) or Scope()
    return said


def link() -> str:
    """The address of this view: page, filters and switches by their ids, which no new wording changes, and the version of the data."""
    place = urlsplit(st.context.url or "")
    folder, _, page = place.path.rpartition("/")
    said = [(key, word) for key, word in parse_qsl(address.view()) if key != warehouse.PINNED]
    query = urlencode([*said, (warehouse.PINNED, warehouse.version())])
    return f"{place.scheme}://{place.netloc}{folder}/{page}?{query}" if place.netloc else f"{page}?{query}"


def table_of(key: str) -> str:
    """A link to this view with the table of that figure open: for a number that was made of its rows."""
    said = dict(parse_qsl(address.view())) | {f"open_{key.replace('.', '_')}": "1"}
    return f"{page()}?{urlencode(said)}"


def page_address() -> str:
    """The address that all pages of this server begin with."""
    place = urlsplit(st.context.url or "")
    return f"{place.scheme}://{place.netloc}{place.path.rpartition('/')[0]}/" if place.netloc else ""


def facts() -> list[tuple[str, str]]:
    """范围, 口径, 覆盖, 数据版本, 链接: what every extract says of itself. What the page does not say is left out."""
    said = scope()
    rows = [
        (t("scope.range"), said.extent), (t("scope.definition"), said.definition), (t("scope.coverage"), said.coverage),
        (t("view.version"), warehouse.version_said()), (t("view.link"), link()),
    ]  # fmt: skip
    return [(name, words) for name, words in rows if words]


def origin(source: str) -> list[str]:
    """The lines under a picture: its source, then the facts, in as few lines as can be read."""
    said = [t("view.fact", name=name, words=words) for name, words in facts()]
    joined = t("view.between").join(said[:-1])
    return [line for line in (source, joined, said[-1]) if line]


def without_tags(safe_html: str) -> str:
    """Safe HTML as plain text."""
    return html.unescape(re.sub(r"<[^>]+>", "", safe_html))
