"""A line a row: its name, a mark on one scale, and the value at the end. For values that are listed side by side, not judged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from handling.chart import style
from handling.chart.style import Look

_PAST = 0.03  # of the axis, past the first rank
_NARROW_ROW, _LOWERED = 42, 0.17  # pixels a row on a phone, and by what part of it the mark stands below its name


def bars(look: Look, names: Sequence[str], values: Sequence[float], texts: Sequence[str], hover: Sequence[str]) -> dict[str, Any]:
    """Horizontal bars of counts, one a name, in the given order from the top; `texts` at their ends."""
    trace = {
        "type": "bar", "orientation": "h", "x": list(values), "marker": {"color": look.palette.steps[3]}, "cliponaxis": False,
        "text": list(texts), "textposition": "outside", "constraintext": "none", "textfont": style.font(look),
    }  # fmt: skip
    return _lined(look, trace, names, hover, [0, max(values, default=1) * 1.15], style.counted(max(values, default=1)))


def dots(
    look: Look, names: Sequence[str], values: Sequence[float], texts: Sequence[str], hover: Sequence[str], figures: Sequence[str],
    lowest: float, highest: float, reverse: bool = False,
) -> dict[str, Any]:  # fmt: skip
    """One dot a name between `lowest` and `highest`, `texts` beside them; `reverse` puts the small values (ranks) to the right, and
    the texts to the left, so that the axis ends with the first rank.

    `figures`: the figure id behind each dot, which a click opens.
    """
    trace = {
        "type": "scatter", "mode": "markers+text", "x": list(values), "customdata": [[id] for id in figures], "cliponaxis": False,
        "marker": {"color": look.palette.classes["adopted"], "size": 9}, "text": list(texts), "textposition": "middle left" if reverse else "middle right",
        "textfont": style.font(look),
    }  # fmt: skip
    room = (highest - lowest) * 0.3
    ends = [highest + room, lowest - _PAST * (highest - lowest)] if reverse else [lowest, highest + room]
    return _lined(look, trace, names, hover, ends, {"tickvals": _ranks(highest)} if reverse else {"nticks": 6})


def _ranks(last: float) -> list[int]:
    """Which ranks the axis names; there is none before the first."""
    step = next((step for step in (5, 10, 20, 50) if last / step <= 5), 100)
    return [1, *range(step, int(last) + 1, step)]


def _lined(look: Look, trace: dict[str, Any], names: Sequence[str], hover: Sequence[str], ends: list[float],
           scale: dict[str, Any]) -> dict[str, Any]:  # fmt: skip
    short = style.fitted(look, names)
    row = _NARROW_ROW if look.narrow else style.row_height(look, short) + 4
    places = list(range(len(names)))
    labels: list[dict[str, Any]] = []
    if look.narrow:  # the name above its row: a phone has no room at the left
        labels = [
            style.label(look, name, x=0, y=place, xref="paper", yref="y", xanchor="left", yshift=12)
            for place, name in zip(places, short, strict=True)
        ]
    ticks = {"showticklabels": False} if look.narrow else {"tickvals": places, "ticktext": short}
    return style.figure(
        look,
        [{**trace, "y": [place + _LOWERED for place in places] if look.narrow else places, "hovertext": list(hover), "hoverinfo": "text"}],
        row * len(names) + 44,
        {"l": 4 if look.narrow else style.width_of(short), "r": 12, "t": 14 if look.narrow else 4, "b": 26},
        bargap=0.7 if look.narrow else 0.45,
        annotations=labels,
        xaxis=style.axis(look, range=ends, **scale, showline=True, linecolor=look.palette.muted),
        yaxis=style.axis(look, False, range=[len(names) - 0.4, -0.6], tickfont=style.font(look, 12.5), **ticks),
    )
