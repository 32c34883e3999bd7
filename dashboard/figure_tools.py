"""The picture of a figure as PNG or SVG and its citation on the clipboard: made in the reader's browser, without a network.

The drawing library is plotly.js as plotly.py ships it; it is fetched from this server when the first picture is asked for.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import BaseRoute, Route

from dashboard import drawn, screen, view, warehouse
from dashboard.words import t
from handling.chart.style import FONT

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.panels import Panel

_HERE = Path(__file__).parent
_LIBRARY = "plotly.min.js"
_WORDS = ("png", "svg", "cite", "copied", "not_copied", "drawing", "saved", "not_drawn")
_numbers = count(1)


def routes() -> list[BaseRoute]:
    """Where the drawing library is served from, below the address of the app."""

    async def library(_: Request) -> FileResponse:
        return FileResponse(drawn.library(), media_type="text/javascript", headers={"Cache-Control": "public, max-age=86400"})

    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return [Route(f"/{base}/{_LIBRARY}" if base else f"/{_LIBRARY}", library)]


@st.cache_resource(show_spinner=False)
def _tools() -> Any:
    html, css, js = ((_HERE / f"figure_tools.{kind}").read_text(encoding="utf-8") for kind in ("html", "css", "js"))
    return st.components.v2.component("figure_tools", html=html, css=css, js=js)


def show(name: str, citation: str, panel: Panel | None = None, again: Callable[[], Panel | None] | None = None) -> None:
    """The tools of a figure. `again` makes its panel anew, for paper; without it there is only the citation."""
    wanted = st.session_state.pop(f"picture_{name}", "")
    picture = None
    if wanted and again is not None:
        with screen.on_paper():
            on_paper = again()
            picture = _picture(replace(on_paper, called=panel.called), wanted) if panel and on_paper and on_paper.draw else None
    data = {
        "words": {word: t(f"picture.{word}") for word in _WORDS}, "citation": citation, "picture": picture,
        "drawn": panel is not None and panel.draw is not None,
    }  # fmt: skip
    key = f"tools_{name}"

    def want() -> None:
        st.session_state[f"picture_{name}"] = st.session_state[key].get("wanted") or ""

    _tools()(key=key, data=data, on_wanted_change=want)


def _picture(panel: Panel, form: str) -> dict[str, Any]:
    """All that the browser needs to draw it. The number tells a picture that is asked for again from one that was made."""
    look = screen.look()
    assert panel.draw is not None
    return {
        "number": next(_numbers), "format": form, "file": f"{panel.key.replace('.', '_')}_{warehouse.version()}", "library": _LIBRARY,
        "figure": drawn.as_json(panel.draw(look)), "title": f"{panel.called}　{panel.title}", "subtitle": panel.subtitle,
        "legend": panel.legend, "sentence": view.without_tags(panel.sentence), "lines": view.origin(panel.source), "font": FONT.replace("'", ""),
        "palette": {key: value for key, value in asdict(look.palette).items() if isinstance(value, str)},
    }  # fmt: skip
