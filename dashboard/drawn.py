"""A figure on its way to the browser, without a second check."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import plotly
import plotly.io
from plotly.basedatatypes import BaseFigure


@lru_cache(maxsize=1)
def _template() -> dict[str, Any]:
    """The template in force: Streamlit puts its own there when it draws its first chart."""
    template: dict[str, Any] = plotly.io.templates[plotly.io.templates.default].to_plotly_json()
    return template


class Drawn(BaseFigure):  # type: ignore[misc]
    """A plain dict in Plotly's schema, in the form that `st.plotly_chart` sends as it is.

    A dict it would build anew from Plotly's classes, which check every property: 20 to 30 ms a chart, more than all else that a click
    costs the server. The tests of handling/chart have checked it before.
    """

    def __init__(self, figure: dict[str, Any]) -> None:  # without BaseFigure's own, which is the check
        self._plain = figure

    def to_dict(self) -> dict[str, Any]:
        """The figure with the default template, as Plotly's own classes would give it."""
        return {**self._plain, "layout": {"template": _template(), **self._plain.get("layout", {})}}


def as_json(figure: dict[str, Any]) -> str:
    """A plain dict in Plotly's schema as JSON, with the template that the same figure has on screen."""
    text: str = plotly.io.json.to_json_plotly(Drawn(figure).to_dict())
    return text


def library() -> Path:
    """The file of plotly.js that plotly.py ships."""
    return Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
