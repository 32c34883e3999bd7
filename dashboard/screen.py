"""Who is looking: the reader's theme, and whether the screen is a phone's."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard.words import t
from handling.chart.style import DARK, LIGHT, Look

NARROW_PIXELS = 640
_KEY = "screen"
# Tells the server whether the window is narrow, once, and again only when that changes.
_PROBE = f"""
export default function ({{ setStateValue, data }}) {{
  const narrow = window.matchMedia('(max-width: {NARROW_PIXELS}px)')
  const tell = () => {{ if (narrow.matches !== data.narrow) setStateValue('narrow', narrow.matches) }}
  narrow.addEventListener('change', tell)
  tell()
  return () => narrow.removeEventListener('change', tell)
}}
"""


@st.cache_resource(show_spinner=False)
def _probe() -> Any:
    return st.components.v2.component("screen_probe", js=_PROBE, html="", isolate_styles=False)


def probe() -> None:
    """Draw the invisible element that reports a narrow window. Comes once in the frame."""
    _probe()(key=_KEY, data={"narrow": is_narrow()}, on_narrow_change=lambda: None, height=1)


def is_narrow() -> bool:
    """Whether charts are drawn for a phone: what the window said, else what the browser calls itself."""
    said = st.session_state.get(_KEY)
    if said is not None and said.get("narrow") is not None:
        return bool(said["narrow"])
    return "Mobile" in (st.context.headers.get("User-Agent") or "")


def is_dark() -> bool:
    """Whether the reader's theme is the dark one."""
    return getattr(st.context.theme, "type", None) == "dark"


def look() -> Look:
    """What chart functions need to know of the reader."""
    return Look(say=t, palette=DARK if is_dark() else LIGHT, narrow=is_narrow())
