"""An address without a page: other names of pages go to where these are, any other says in the reader's language that it is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

import streamlit as st

from dashboard.words import h, t

FIRST = "overview"  # its address is bare
ALSO = {FIRST: FIRST, "import": "importing"}  # what people call a page by → its folder; `import` is no name for code


def pages(slugs: Iterable[str]) -> list[st.Page]:
    """A hidden page for the present address where no other has it; without one Streamlit says so in English."""
    name = urlsplit(st.context.url or "").path.rpartition("/")[2]
    if not name or name in set(slugs) - {FIRST}:
        return []
    return [st.Page(_to(ALSO[name]) if name in ALSO else _none, title=t("lost.title"), url_path=name, visibility="hidden")]


def _to(slug: str) -> Callable[[], None]:
    def switch() -> None:
        st.switch_page(f"pages/{slug}/page.py", query_params={key: st.query_params.get_all(key) for key in st.query_params})

    return switch


def _none() -> None:
    st.html(f'<div class="hd"><h1>{h(t("lost.title"))}</h1><p>{h(t("lost.said"))}</p></div>')
    st.page_link(f"pages/{FIRST}/page.py", label=t("lost.back"), icon=":material/arrow_back:")
