"""Interval dots: one row a unit, its rate with the 95% interval, the pooled rate as a line, counts at the right."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from handling.chart import style
from handling.chart.funnel import COLUMNS, Row, hover
from handling.chart.judgement import Peers
from handling.chart.style import Look


def cut(rows: pd.DataFrame) -> float:
    """Where the x axis begins: below the lowest rate, cut alike in all charts of a page."""
    lowest = float(rows["rate"].min()) if len(rows) else 0.0
    return max(0.0, math.floor((lowest - 0.03) * 50) / 50)


def figure(look: Look, judged: pd.DataFrame, peers: Peers, names: Sequence[str]) -> dict[str, Any]:
    """`judged`: of `judgement.in_order`; `names`: one a row."""
    start = cut(judged)
    rows: list[Row] = judged[list(COLUMNS)].to_dict("records")
    places = list(range(len(rows)))
    shown, counts = style.fitted(look, names), _counts(look, rows)
    height = style.row_height(look, shown) * len(rows) + 66
    step = next(s for s in (0.01, 0.02, 0.04, 0.05, 0.1, 0.2, 0.25, 0.5) if (1.0 - start) / s <= 3)
    pooled = peers.pooled.rate
    corner: dict[str, Any] = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
    notes = [
        style.label(look, look.say("intervals.counts"), muted=True, x=1, y=1, xshift=10, **corner),
        *counts, *_run_out(look, rows, start), *(_names_above(look, shown) if look.narrow else []),
    ]  # fmt: skip
    line = []
    if pooled is not None and pooled >= start:
        line = [{"type": "line", "yref": "paper", "x0": pooled, "x1": pooled, "y0": 0, "y1": 1, "line": {"color": look.palette.ink, "width": 1.2}}]
        text, side = look.say("intervals.pooled", rate=style.rate(pooled)), "right" if pooled > (1 + start) / 2 else "center"
        notes.append(style.label(look, text, x=pooled, yref="paper", y=1, yanchor="bottom", xanchor=side))
    return style.figure(
        look,
        [_intervals(look, rows, start), _dots(look, rows, names)],
        height,
        {"l": 6 if look.narrow else style.width_of(shown), "r": max(64, style.width_of((note["text"] for note in counts), 12) + 12), "t": 24, "b": 26},
        shapes=line,
        annotations=notes,
        xaxis=style.axis(look, range=[start, 1 + (1 - start) * 0.015], dtick=step, tick0=1, tickformat=".0%", showline=True,
                         linecolor=look.palette.muted),
        yaxis=style.axis(
            look, True, range=[len(rows) - 0.4, -0.7], tickmode="array", tickvals=places, ticktext=shown,
            showticklabels=not look.narrow, tickfont=style.font(look, 12.5),
        ),
    )  # fmt: skip


def _intervals(look: Look, rows: list[Row], start: float) -> dict[str, Any]:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for place, row in enumerate(rows):
        xs += [max(float(row["low"]), start), float(row["high"]), None]
        ys += [place, place, None]
    return {
        "type": "scatter", "mode": "lines", "x": xs, "y": ys, "hoverinfo": "skip", "line": {"color": look.palette.verdicts["similar"], "width": 1.6},
        "opacity": 0.75,
    }  # fmt: skip


def _dots(look: Look, rows: list[Row], names: Sequence[str]) -> dict[str, Any]:
    colours = [look.palette.verdicts[row["verdict"]] for row in rows]
    return {
        "type": "scatter", "mode": "markers", "x": [float(row["rate"]) for row in rows], "y": list(range(len(rows))), "cliponaxis": False,
        "marker": {
            "symbol": [style.SHAPES[row["verdict"]] if row["pooled"] else "diamond-open" for row in rows], "size": 9, "color": colours,
            "line": {"width": 1.3, "color": colours},
        },
        "customdata": style.links(row["sentence_figure"] for row in rows), "hoverinfo": "text",
        "hovertext": [hover(look, name, row) for name, row in zip(names, rows, strict=True)],
    }  # fmt: skip


def _counts(look: Look, rows: list[Row]) -> list[dict[str, Any]]:
    texts = [
        f"{style.count(row['x_count'])}/{style.count(row['n_count'])}" + style.sign(look.say, row["known_by"])
        + (look.say("intervals.few") if row["few"] else "") for row in rows
    ]  # fmt: skip
    return [style.label(look, text, muted=True, xref="paper", x=1, xanchor="left", xshift=10, y=place) for place, text in enumerate(texts)]


def _run_out(look: Look, rows: list[Row], start: float) -> list[dict[str, Any]]:
    place: dict[str, Any] = {"xref": "paper", "x": 0, "xanchor": "left", "yshift": -9 if look.narrow else 8}
    return [
        style.label(look, f"◂ {style.rate(row['low'])}", muted=True, size=11, y=y, **place) for y, row in enumerate(rows) if row["low"] < start
    ]


def _names_above(look: Look, names: Sequence[str]) -> list[dict[str, Any]]:
    return [style.label(look, name, size=12.5, xref="paper", x=0, xanchor="left", y=place, yshift=14) for place, name in enumerate(names)]
