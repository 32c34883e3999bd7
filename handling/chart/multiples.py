"""Small multiples: one small chart a unit over the years, the same axes in all, the others as grey dots, the pooled rate as a line."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Any

import pandas as pd

from handling.chart import style
from handling.chart.style import Look
from handling.statistics import FEWEST_ITEMS

MOST = 8
_PER_ROW = {False: 6, True: 2}
_HEIGHT = 250
_WIDTH = {False: 1030, True: 330}  # pixels of all small charts of a row, on the narrowest screen of the kind
_PLOT = 0.63 * _HEIGHT  # how high the axes of one small chart are
_LETTERS, _CLEAR = 17, 2  # pixels: how high a label is, and how far it keeps from a line
COLUMNS = ("unit_id", "short_name", "year", "drawn", "rate", "low", "high", "x_count", "n_count", "sentence_figure", "line", "mark", "sign")
Row = dict[Any, Any]
Box = tuple[tuple[float, float], tuple[float, float]]  # a small chart's place in the whole: x from–to, y from–to


def figure(look: Look, table: pd.DataFrame, pooled: float | None, bottom: float = 0.0, others: bool = True,
           judged: Collection[str] | None = None) -> dict[str, Any]:  # fmt: skip
    """`table`: unit_id, short_name, year, drawn ("counts", "rate", "spanning", "fraction"), rate, low, high, x_count, n_count, sentence_figure, line, mark,
    sign.

    One row a unit and year. Points of counts carry their interval and are joined where they share a `line`, which is their definition: where
    it changes, the line breaks, and a dotted upright stands in between. A bare rate is hollow and joined to nothing; a
    spanning class is a dotted line under a cap, with ≤; a fraction of
    under five items is words at the foot, for it has no place on the axis. `bottom`: where the y axis begins. `others`: show
    the other charts' points in grey, where they are of the same definition. `judged`: the units whose charts have the pooled line; None means all.
    `mark` stands behind a rate that the report does not print, `sign` behind
    counts that it does not state, `doubt` (where `table` has it) behind the label of a rate whose numbers may be misread or do not agree.
    """
    rows: list[Row] = sorted(table[[*COLUMNS, *table.columns.intersection(["doubt"])]].to_dict("records"), key=lambda row: row["year"])
    units = list(dict.fromkeys(table["unit_id"]))
    across = min(len(units), _PER_ROW[look.narrow]) or 1
    if not look.narrow and len(units) > _PER_ROW[False]:
        across = math.ceil(len(units) / 2)
    down = math.ceil(len(units) / across)
    years = (int(rows[0]["year"]) - 1, int(rows[-1]["year"]) + 1)
    data: list[dict[str, Any]] = []
    layout: dict[str, Any] = {"shapes": [], "annotations": []}
    for position, unit in enumerate(units):
        number = "" if position == 0 else str(position + 1)
        column, line = position % across, position // across
        own = [row for row in rows if row["unit_id"] == unit]
        box = ((column / across, (column + 0.86) / across), (max(1 - (line + 0.80) / down, 0), 1 - (line + 0.17) / down))
        behind = [row for row in rows if row["unit_id"] != unit and row["drawn"] == "counts"] if others else []
        layout.update(_axes(look, number, box, years, bottom, first=column == 0))
        data += _traces(look, number, own, behind) + _fractions(look, number, own, bottom)
        line_at = pooled if judged is None or unit in judged else None
        layout["annotations"] += [_name(look, own, box, _WIDTH[look.narrow] / across), *_values(look, number, own, line_at, years, bottom)]
        layout["shapes"] += _lines(look, number, own, line_at, years, bottom)
    return style.figure(look, data, _HEIGHT * down, {"l": 38, "r": 6, "t": 4, "b": 4}, **layout)


def _axes(look: Look, number: str, box: Box, years: tuple[int, int], bottom: float, first: bool) -> dict[str, Any]:
    span = years[1] - years[0]
    step = next(s for s in (1, 2, 3, 5, 10, 20) if span / s <= 4)
    gap = next(s for s in (0.02, 0.05, 0.1, 0.25) if (1 - bottom) / s <= 5)
    return {
        f"xaxis{number}": style.axis(
            look, False, domain=list(box[0]), anchor=f"y{number}", range=[years[0], years[1]], dtick=step, tick0=years[1] - 1, tickformat="d",
            showline=True, linecolor=look.palette.muted, tickangle=0, tickfont=style.font(look, 11, muted=True),
        ),
        f"yaxis{number}": style.axis(
            look, domain=list(box[1]), anchor=f"x{number}", range=[bottom, 1 + (1 - bottom) * 0.12], dtick=gap, tick0=1,
            tickformat=".0%", showline=True, linecolor=look.palette.muted, showticklabels=first, tickfont=style.font(look, 11, muted=True),
        ),
    }  # fmt: skip


def _traces(look: Look, number: str, own: list[Row], behind: list[Row]) -> list[dict[str, Any]]:
    on = {"xaxis": f"x{number}", "yaxis": f"y{number}", "type": "scatter", "cliponaxis": False}
    counts, bare, spans = ([row for row in own if row["drawn"] == way] for way in ("counts", "rate", "spanning"))
    strong = look.palette.link
    joined = _broken(counts)
    ground = {**on, **_at(behind), "mode": "markers", "marker": {"size": 4, "color": look.palette.line}, "hoverinfo": "skip"}
    points = {
        **on, **_at(joined), **_hovered(look, joined), "mode": "lines+markers", "line": {"color": strong, "width": 1.6}, "connectgaps": False,
        "marker": {"size": 8, "color": strong},
        "error_y": {
            "type": "data", "symmetric": False, "array": [row and row["high"] - row["rate"] for row in joined],
            "arrayminus": [row and row["rate"] - row["low"] for row in joined], "thickness": 4, "width": 0, "color": look.palette.steps[2],
        },
    }  # fmt: skip
    hollow = {**on, **_at(bare), **_hovered(look, bare), "mode": "markers",
              "marker": {"size": 8, "symbol": "circle-open", "color": strong, "line": {"width": 1.6}}}  # fmt: skip
    cap = {"symbol": "line-ew-open", "size": 12, "color": look.palette.classes["planned"], "line": {"width": 2.5}}
    return [ground, points, hollow, {**on, **_at(spans), **_hovered(look, spans), "mode": "markers", "marker": cap}]


def _fractions(look: Look, number: str, own: list[Row], bottom: float) -> list[dict[str, Any]]:
    """What a fraction is opened by: nothing to be seen on the foot of the chart, under its words."""
    tiny = [row for row in own if row["drawn"] == "fraction"]
    if not tiny:
        return []
    return [{
        "xaxis": f"x{number}", "yaxis": f"y{number}", "type": "scatter", "cliponaxis": False, "mode": "markers", **_hovered(look, tiny),
        "x": [int(row["year"]) for row in tiny], "y": [bottom] * len(tiny), "marker": {"size": 8, "symbol": "line-ns-open", "color": look.palette.muted},
    }]  # fmt: skip


def _broken(rows: list[Row]) -> list[Row | None]:
    """The rows with a gap wherever the definition changes from one to the next."""
    found: list[Row | None] = []
    for row in rows:
        found += [None, row] if found and found[-1] and found[-1]["line"] != row["line"] else [row]
    return found


def _at(rows: Sequence[Row | None]) -> dict[str, Any]:
    return {"x": [row and int(row["year"]) for row in rows], "y": [row and float(row["rate"]) for row in rows]}


def _hovered(look: Look, rows: Sequence[Row | None]) -> dict[str, Any]:
    texts = [
        look.say(
            f"compare.hover_{'computed' if row['mark'] == '◇' else 'implied' if row['mark'] else row['drawn']}",
            unit=row["short_name"], year=int(row["year"]), x=style.count(row["x_count"]),
            n=style.count(row["n_count"]) + row["sign"], rate=style.rate(row["rate"]) + row["mark"] + _few(look, row), low=style.rate(row["low"]),
            high=style.rate(row["high"]),
        ) if row else "" for row in rows
    ]  # fmt: skip
    return {"hovertext": texts, "hoverinfo": "text", "customdata": style.links(row and row["sentence_figure"] for row in rows)}


def _few(look: Look, row: Row) -> str:
    return look.say("intervals.few") if row["drawn"] == "counts" and row["n_count"] < FEWEST_ITEMS else ""


def _name(look: Look, own: list[Row], box: Box, room: float) -> dict[str, Any]:
    """Above its chart, in several lines where it would reach into the next one."""
    size = 11.5 if look.narrow else 12.5
    lines = "<br>".join(line for part in own[0]["short_name"].split("<br>") for line in style.broken(part, room - 12, size + 1))  # bold is wider
    return style.label(
        look, f"<b>{lines}</b>", size=size, xref="paper", yref="paper", x=box[0][0], y=box[1][1], xanchor="left",
        yanchor="bottom", yshift=8, align="left",
    )  # fmt: skip


def _values(look: Look, number: str, own: list[Row], pooled: float | None, years: tuple[int, int], bottom: float) -> list[dict[str, Any]]:
    """First and last value of the joined points, the last bare rate, each upper limit, and each fraction."""
    counts = [row for row in own if row["drawn"] == "counts"]
    bare = [row for row in own if row["drawn"] == "rate"]
    found = [(row, row is counts[-1], "") for row in counts if row is counts[0] or row is counts[-1]]
    found += [(row, True, "≤") for row in own if row["drawn"] == "spanning"]
    if bare and bare[-1]["year"] not in [row["year"] for row in counts]:
        found.append((bare[-1], True, ""))
    middle = (years[0] + years[1]) / 2
    labels = []
    found += [(row, False, "fraction") for row in own if row["drawn"] == "fraction"]
    for row, last, mark in found:
        words = f"{mark}{style.rate(row['rate'])}{row['mark']}"
        if mark == "fraction":
            words = f"{style.count(row['x_count'])}/{style.count(row['n_count'])}{row['sign']}"
        words += row.get("doubt", "")
        side = "right" if row["year"] > middle + 1 else "left" if row["year"] < middle - 1 else "center"
        upwards = last or mark == "fraction"
        from_line = (pooled - float(row["rate"])) * _PLOT / (1 + (1 - bottom) * 0.12 - bottom) if pooled is not None and mark != "fraction" else math.inf
        above: dict[str, Any] = {"yanchor": "bottom" if upwards else "top", "yshift": _beside_line(from_line, upwards)}
        labels.append(style.label(
            look, f"<b>{words}</b>" if last else words, muted=not last, color=look.palette.link if last else "", xref=f"x{number}",
            yref=f"y{number}", x=int(row["year"]), y=bottom if mark == "fraction" else float(row["rate"]), xanchor=side,
            bgcolor=look.palette.page, borderpad=0, **above,  # no upright strikes it through
        ))  # fmt: skip
    return labels


def _beside_line(from_line: float, upwards: bool) -> float:
    """How far from its point a label begins, upwards or downwards: beyond the pooled line where that would strike it through.

    `from_line`: how many pixels the line lies above the point.
    """
    side, gap = (1, 7) if upwards else (-1, 8)
    away = side * from_line
    return side * (away + _CLEAR if gap - _CLEAR < away < gap + _LETTERS else gap)


def _lines(look: Look, number: str, own: list[Row], pooled: float | None, years: tuple[int, int], bottom: float) -> list[dict[str, Any]]:
    on = {"type": "line", "xref": f"x{number}", "yref": f"y{number}"}
    found: list[dict[str, Any]] = []
    if pooled is not None:
        across = {"x0": years[0], "x1": years[1], "y0": pooled, "y1": pooled}
        found.append({**on, **across, "line": {"color": look.palette.ink, "width": 1.1}, "layer": "below"})
    counts = [row for row in own if row["drawn"] == "counts"]
    for before, after in pairwise(counts):
        if before["line"] != after["line"]:
            between = (int(before["year"]) + int(after["year"])) / 2
            found.append({**on, "x0": between, "x1": between, "y0": bottom, "y1": 1, "line": {"color": look.palette.muted, "width": 1, "dash": "dot"}})
    for row in own:
        if row["drawn"] == "spanning":
            upright = {"x0": int(row["year"]), "x1": int(row["year"]), "y0": bottom, "y1": float(row["rate"])}
            found.append({**on, **upright, "line": {"color": look.palette.classes["planned"], "width": 1.8, "dash": "dot"}})
    return found
