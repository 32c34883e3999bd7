"""Coverage matrix: who published, by year. The count stands in each cell, a dot where nothing was received."""

from __future__ import annotations

from typing import Any

import pandas as pd

from handling.chart import style
from handling.chart.style import Look

YEARS_SHOWN = 12
_ROW = 20.5


def figure(look: Look, rows: pd.DataFrame, last_year: int) -> dict[str, Any]:
    """`rows`: place_name, year (NA where a place has no report), report_count; one row a place and year, places in their order.

    Columns are the last twelve years up to `last_year`, one for all years before, and the sum of the row.
    """
    places = list(dict.fromkeys(rows["place_name"]))
    first = last_year - YEARS_SHOWN + 1
    cells: dict[tuple[int, int], int] = {}
    for place, year, count in zip(rows["place_name"], rows["year"], rows["report_count"], strict=True):
        if count and not pd.isna(year):
            at = (places.index(place), max(int(year) - first + 1, 0))
            cells[at] = cells.get(at, 0) + int(count)
    width = YEARS_SHOWN + 1
    names = [look.say("overview.earlier", year=_short(look, first - 1)), *(_short(look, year) for year in range(first, last_year + 1))]
    height = int(_ROW * len(places)) + 34
    return style.figure(
        look,
        [_counts(look, cells, places, names), _sums(look, cells, len(places), width)],
        height,
        {"l": style.width_of(places), "r": 2, "t": 28, "b": 2},
        shapes=[*_grounds(look, cells), *_dots(look, cells, len(places), width)],
        xaxis=style.axis(
            look, False, side="top", range=[-0.5, width + 0.6], tickmode="array", tickvals=list(range(width + 1)),
            ticktext=[*names, look.say("overview.total")], tickangle=0, tickfont=style.font(look, 11, muted=True),
        ),
        yaxis=style.axis(
            look, False, range=[len(places) - 0.5, -0.5], tickmode="array", tickvals=list(range(len(places))), ticktext=places,
            tickfont=style.font(look, 12.5),
        ),
    )  # fmt: skip


def _short(look: Look, year: int) -> str:
    return f"{year % 100:02d}" if look.narrow else str(year)


def _grounds(look: Look, cells: dict[tuple[int, int], int]) -> list[dict[str, Any]]:
    """The coloured cells, one shape a colour: hundreds of bars would take a third of a second to paint."""
    top = max(6, *cells.values()) if cells else 6
    by_colour: dict[str, list[str]] = {}
    for (row, column), count in cells.items():
        box = f"M{column - 0.48},{row - 0.44}H{column + 0.48}V{row + 0.44}H{column - 0.48}Z"
        by_colour.setdefault(look.palette.steps[style.step_of(count - 1, top)], []).append(box)
    return [_shape("".join(boxes), colour) for colour, boxes in by_colour.items()]


def _dots(look: Look, cells: dict[tuple[int, int], int], height: int, width: int) -> list[dict[str, Any]]:
    """A small diamond in every empty cell, all in one shape."""
    empty = [(row, column) for row in range(height) for column in range(width) if (row, column) not in cells]
    path = "".join(f"M{c - 0.035:.3f},{r}L{c},{r - 0.075:.3f}L{c + 0.035:.3f},{r}L{c},{r + 0.075:.3f}Z" for r, c in empty)
    return [{**_shape(path, look.palette.muted), "opacity": 0.7}] if empty else []


def _shape(path: str, colour: str) -> dict[str, Any]:
    return {"type": "path", "path": path, "fillcolor": colour, "line": {"width": 0}, "layer": "below", "xref": "x", "yref": "y"}


def _counts(look: Look, cells: dict[tuple[int, int], int], places: list[str], names: list[str]) -> dict[str, Any]:
    top = max(6, *cells.values()) if cells else 6
    return {
        "type": "scatter", "mode": "text", "x": [column for _, column in cells], "y": [row for row, _ in cells],
        "text": [style.count(count) for count in cells.values()], "cliponaxis": False,
        "textfont": {**style.font(look), "color": [look.palette.on_steps[style.step_of(count - 1, top)] for count in cells.values()]},
        "hovertext": [
            look.say("overview.coverage.hover", place=places[row], year=names[column], n=style.count(count))
            for (row, column), count in cells.items()
        ],
        "hoverinfo": "text",
    }  # fmt: skip


def _sums(look: Look, cells: dict[tuple[int, int], int], height: int, width: int) -> dict[str, Any]:
    sums = [sum(count for (row, _), count in cells.items() if row == wanted) for wanted in range(height)]
    return {
        "type": "scatter", "mode": "text", "x": [width] * height, "y": list(range(height)), "text": [style.count(n) for n in sums],
        "textfont": style.font(look, 12, muted=True), "hoverinfo": "skip", "cliponaxis": False,
    }  # fmt: skip
