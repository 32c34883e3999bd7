"""Small multiples: one small chart a unit over the years, the same axes in all, the others as grey dots, the pooled rate as a line."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from handling.chart import style
from handling.chart.style import Look

MOST = 8
_PER_ROW = {False: 6, True: 2}
_HEIGHT = 250


def figure(look: Look, rows: pd.DataFrame, pooled: float | None, bottom: float = 0.0, others: bool = True) -> dict[str, Any]:
    """`rows`: unit_id, short_name, year, drawn ("counts", "rate", "spanning"), rate, low, high, x_count, n_count, sentence_figure.

    One row a unit and year. Points of counts are joined and carry their interval; a bare rate is hollow and joined to nothing; a
    spanning class is a dotted line under a cap, with ≤. `bottom`: where the y axis begins. `others`: show
    the other charts' points in grey, where they are of the same definition.
    """
    units = list(dict.fromkeys(rows["unit_id"]))
    across = min(len(units), _PER_ROW[look.narrow]) or 1
    if not look.narrow and len(units) > _PER_ROW[False]:
        across = math.ceil(len(units) / 2)
    down = math.ceil(len(units) / across)
    years = (int(rows["year"].min()) - 1, int(rows["year"].max()) + 1)
    data: list[dict[str, Any]] = []
    layout: dict[str, Any] = {"shapes": [], "annotations": []}
    for position, unit in enumerate(units):
        number = "" if position == 0 else str(position + 1)
        column, row = position % across, position // across
        own = rows[rows["unit_id"] == unit].sort_values("year")
        box = ((column / across, (column + 0.86) / across), (1 - (row + 0.80) / down, 1 - (row + 0.17) / down))
        layout.update(_axes(look, number, box, years, bottom, first=column == 0))
        data += _traces(look, number, own, rows[(rows["unit_id"] != unit) & (rows["drawn"] == "counts") & others])
        layout["annotations"] += [_name(look, own, box), *_values(look, number, own, years)]
        layout["shapes"] += _lines(look, number, own, pooled, years, bottom)
    return style.figure(look, data, _HEIGHT * down, {"l": 38, "r": 6, "t": 4, "b": 4}, **layout)


def _axes(look: Look, number: str, box: Any, years: tuple[int, int], bottom: float, first: bool) -> dict[str, Any]:
    span = years[1] - years[0]
    step = next(s for s in (1, 2, 3, 5, 10, 20) if span / s <= 4)
    gap = next(s for s in (0.02, 0.05, 0.1, 0.25) if (1 - bottom) / s <= 5)
    low, high = box[1]
    return {
        f"xaxis{number}": style.axis(
            look, False, domain=list(box[0]), anchor=f"y{number}", range=[years[0], years[1]], dtick=step, tick0=years[1] - 1, tickformat="d",
            showline=True, linecolor=look.palette.muted, tickangle=0, tickfont=style.font(look, 11, muted=True),
        ),
        f"yaxis{number}": style.axis(
            look, domain=[max(low, 0), min(high, 1)], anchor=f"x{number}", range=[bottom, 1 + (1 - bottom) * 0.12], dtick=gap, tick0=1,
            tickformat=".0%", showline=True, linecolor=look.palette.muted, showticklabels=first, tickfont=style.font(look, 11, muted=True),
        ),
    }  # fmt: skip


def _traces(look: Look, number: str, own: pd.DataFrame, others: pd.DataFrame) -> list[dict[str, Any]]:
    on = {"xaxis": f"x{number}", "yaxis": f"y{number}"}
    counts, bare = own[own["drawn"] == "counts"], own[own["drawn"] == "rate"]
    strong = look.palette.link
    ground = {
        **on, "type": "scatter", "mode": "markers", "x": [int(y) for y in others["year"]], "y": [float(r) for r in others["rate"]],
        "marker": {"size": 4, "color": look.palette.line}, "hoverinfo": "skip",
    }  # fmt: skip
    points = {
        **on, **_hovered(look, counts), "type": "scatter", "mode": "lines+markers", "x": [int(y) for y in counts["year"]],
        "y": [float(r) for r in counts["rate"]], "line": {"color": strong, "width": 1.6}, "marker": {"size": 8, "color": strong},
        "error_y": {
            "type": "data", "symmetric": False, "array": [float(h - r) for h, r in zip(counts["high"], counts["rate"], strict=True)],
            "arrayminus": [float(r - low) for low, r in zip(counts["low"], counts["rate"], strict=True)], "thickness": 4, "width": 0,
            "color": look.palette.steps[2],
        },
    }  # fmt: skip
    hollow = {
        **on, **_hovered(look, bare), "type": "scatter", "mode": "markers", "x": [int(y) for y in bare["year"]],
        "y": [float(r) for r in bare["rate"]], "marker": {"size": 8, "symbol": "circle-open", "color": strong, "line": {"width": 1.6}},
    }  # fmt: skip
    spans = own[own["drawn"] == "spanning"]
    caps = {
        **on, **_hovered(look, spans), "type": "scatter", "mode": "markers", "x": [int(y) for y in spans["year"]],
        "y": [float(r) for r in spans["rate"]],
        "marker": {"symbol": "line-ew-open", "size": 12, "color": look.palette.classes["planned"], "line": {"width": 2.5}},
    }  # fmt: skip
    return [ground, points, hollow, caps]


def _hovered(look: Look, rows: pd.DataFrame) -> dict[str, Any]:
    texts = [
        look.say(
            f"compare.hover_{row['drawn']}", unit=row["short_name"], year=int(row["year"]), x=style.count(row["x_count"]),
            n=style.count(row["n_count"]), rate=style.rate(row["rate"]), low=style.rate(row["low"]), high=style.rate(row["high"]),
        ) for row in rows.to_dict("records")
    ]  # fmt: skip
    return {"hovertext": texts, "hoverinfo": "text", "customdata": style.links(rows["sentence_figure"]), "cliponaxis": False}


def _name(look: Look, own: pd.DataFrame, box: Any) -> dict[str, Any]:
    return style.label(
        look, f"<b>{own['short_name'].iloc[0]}</b>", size=12.5, xref="paper", yref="paper", x=box[0][0], y=min(box[1][1], 1), xanchor="left",
        yanchor="bottom", yshift=8,
    )  # fmt: skip


def _values(look: Look, number: str, own: pd.DataFrame, years: tuple[int, int]) -> list[dict[str, Any]]:
    """First and last value of the joined points, the last bare rate, and each upper limit."""
    counts = own[own["drawn"] == "counts"]
    shown = [*{0, len(counts) - 1}] if len(counts) else []
    found = [(counts.iloc[at], at == len(counts) - 1, "") for at in shown]
    found += [(row, True, "≤") for _, row in own[own["drawn"] == "spanning"].iterrows()]
    bare = own[own["drawn"] == "rate"]
    if len(bare) and bare["year"].iloc[-1] not in set(counts["year"]):
        found.append((bare.iloc[-1], True, ""))
    middle = (years[0] + years[1]) / 2
    labels = []
    for row, last, mark in found:
        words = f"{mark}{style.rate(row['rate'])}"
        side = "right" if row["year"] > middle + 1 else "left" if row["year"] < middle - 1 else "center"
        above: dict[str, Any] = {"yanchor": "bottom", "yshift": 7} if last else {"yanchor": "top", "yshift": -8}
        labels.append(style.label(
            look, f"<b>{words}</b>" if last else words, muted=not last, color=look.palette.link if last else "", xref=f"x{number}",
            yref=f"y{number}", x=int(row["year"]), y=float(row["rate"]), xanchor=side, **above,
        ))  # fmt: skip
    return labels


def _lines(look: Look, number: str, own: pd.DataFrame, pooled: float | None, years: tuple[int, int], bottom: float) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if pooled is not None:
        found.append({
            "type": "line", "xref": f"x{number}", "yref": f"y{number}", "x0": years[0], "x1": years[1], "y0": pooled, "y1": pooled,
            "line": {"color": look.palette.ink, "width": 1.1}, "layer": "below",
        })  # fmt: skip
    for _, row in own[own["drawn"] == "spanning"].iterrows():
        found.append({
            "type": "line", "xref": f"x{number}", "yref": f"y{number}", "x0": int(row["year"]), "x1": int(row["year"]), "y0": bottom,
            "y1": float(row["rate"]), "line": {"color": look.palette.classes["planned"], "width": 1.8, "dash": "dot"},
        })  # fmt: skip
    return found
