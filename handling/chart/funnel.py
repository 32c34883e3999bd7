"""Funnel plot: rates over their bases, with exact binomial limits around the pooled rate. For eight units or more."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import pandas as pd

from handling import statistics
from handling.chart import style
from handling.chart.judgement import Peers
from handling.chart.style import Look

_TICKS = (5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000)
COLUMNS = (  # of a judged row
    "x_count", "n_count", "rate", "low", "high", "few", "pooled", "known_by", "verdict", "stream_said", "sentence_figure",
)  # fmt: skip
Row = dict[Any, Any]
_LABELS = {False: 5, True: 2}  # how many units outside the limits are named


@lru_cache(maxsize=64)
def _curve(rate: float, smallest: int, largest: int) -> tuple[tuple[float, ...], ...]:
    rows = statistics.funnel_curve(rate, smallest, largest)
    return tuple(tuple(row[key] for row in rows) for key in ("n", "low_95", "high_95", "low_99.8", "high_99.8"))


def figure(look: Look, judged: pd.DataFrame, peers: Peers, names: Sequence[str]) -> dict[str, Any]:
    """`judged`: of `judgement.judge`; `names`: one a row. The y axis is cut to the data; its note belongs in the subtitle."""
    rows: list[Row] = judged[list(COLUMNS)].to_dict("records")
    pooled = peers.pooled.rate
    assert pooled is not None
    bases = [int(row["n_count"]) for row in rows]
    smallest, largest = max(5, math.floor(min(bases) * 0.8)), math.ceil(max(bases) * 1.25)
    bottom = max(0.0, math.floor((min(*(float(row["rate"]) for row in rows), pooled) - 0.03) * 50) / 50)
    step = next(s for s in (0.01, 0.02, 0.05, 0.1, 0.2) if (1 - bottom) / s <= 7)
    curve = _curve(pooled, smallest, largest)
    xs = [math.log10(n) for n in curve[0]]
    margin = (1 - bottom) * 0.05
    return style.figure(
        look,
        [*_bands(look, xs, curve, bottom), *_limits(look, xs, curve), *_points(look, rows, names)],
        360 if look.narrow else 430,
        {"l": 44, "r": 6, "t": 6, "b": 44},
        shapes=[{"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": pooled, "y1": pooled, "line": {"color": look.palette.ink, "width": 1.2}}],
        annotations=[
            style.label(look, look.say("funnel.pooled", rate=style.rate(pooled)), xref="paper", x=0.01, xanchor="left", y=pooled, yanchor="top"),
            *_limit_names(look, xs, curve, bottom),
            *_outside(look, rows, names),
        ],
        xaxis=style.axis(
            look, False, range=[xs[0], xs[-1]], tickmode="array", tickvals=[math.log10(n) for n in _TICKS if smallest <= n <= largest],
            ticktext=[f"{n:,}" for n in _TICKS if smallest <= n <= largest], showline=True, linecolor=look.palette.muted,
            title={"text": look.say("funnel.base"), "font": style.font(look, 12, muted=True), "standoff": 6},
        ),
        yaxis=style.axis(look, range=[bottom, 1 + margin], dtick=step, tick0=1, tickformat=".0%", showline=True, linecolor=look.palette.muted),
    )  # fmt: skip


def _bands(look: Look, xs: list[float], curve: tuple[tuple[float, ...], ...], bottom: float) -> list[dict[str, Any]]:
    """The grounds inside the limits, cut to the axis."""

    def band(low: tuple[float, ...], high: tuple[float, ...], color: str) -> dict[str, Any]:
        upper, lower = [min(value, 1.0) for value in high], [max(value, bottom) for value in low]
        return {
            "type": "scatter", "mode": "lines", "x": [*xs, *reversed(xs)], "y": [*upper, *reversed(lower)], "hoverinfo": "skip",
            "fill": "toself", "fillcolor": color, "line": {"width": 0},
        }  # fmt: skip

    return [band(curve[3], curve[4], look.palette.bands[1]), band(curve[1], curve[2], look.palette.bands[0])]


def _limits(look: Look, xs: list[float], curve: tuple[tuple[float, ...], ...]) -> list[dict[str, Any]]:
    drawn = ((curve[1], "dot"), (curve[2], "dot"), (curve[3], "solid"), (curve[4], "solid"))
    return [
        {
            "type": "scatter", "mode": "lines", "x": xs, "y": [y if 0 < y < 1 else None for y in ys], "hoverinfo": "skip",
            "line": {"color": look.palette.link, "width": 1.1, "dash": dash},
        }
        for ys, dash in drawn
    ]  # fmt: skip


def _limit_names(look: Look, xs: list[float], curve: tuple[tuple[float, ...], ...], bottom: float) -> list[dict[str, Any]]:
    """Each lower limit is named where it runs, about a third of the way up from the cut."""
    found = []
    for ys, key, anchor in ((curve[1], "alert", "right"), (curve[3], "alarm", "left")):
        level = bottom + 0.3 * (max(ys) - bottom)
        at = next((position for position, y in enumerate(ys) if y >= level), len(ys) - 1)
        found.append(
            style.label(
                look, look.say(f"funnel.{key}"), color=look.palette.link, x=xs[at], y=ys[at], xanchor=anchor, xshift=6 if anchor == "left" else -6
            )
        )
    return found


def _points(look: Look, rows: list[Row], names: Sequence[str]) -> list[dict[str, Any]]:
    """One trace a verdict, and one for those outside the pool, so that shapes and colours stay together."""
    groups: dict[tuple[str, bool], list[tuple[str, Row]]] = {}
    for name, row in zip(names, rows, strict=True):
        groups.setdefault((row["verdict"], bool(row["pooled"])), []).append((name, row))
    order = ("similar", "undecidable", "above", "below")
    return [_trace(look, groups[key], *key) for key in sorted(groups, key=lambda key: (order.index(key[0]), not key[1]))]


def _trace(look: Look, part: list[tuple[str, Row]], verdict: str, pooled: bool) -> dict[str, Any]:
    color = look.palette.verdicts[verdict]
    hollow = "open" in style.SHAPES[verdict] or not pooled
    return {
        "type": "scatter", "mode": "markers", "x": [math.log10(row["n_count"]) for _, row in part], "y": [float(row["rate"]) for _, row in part],
        "marker": {
            "symbol": style.SHAPES[verdict] if pooled else "diamond-open", "size": 10, "color": color,
            "line": {"width": 1.4 if hollow else 0.8, "color": color if hollow else look.palette.page},
        },
        "customdata": style.links(row["sentence_figure"] for _, row in part), "hoverinfo": "text", "cliponaxis": False,
        "hovertext": [hover(look, name, row) for name, row in part],
    }  # fmt: skip


def hover(look: Look, name: str, row: Row) -> str:
    """The lines that every rate shows."""
    return look.say(
        "rate.hover", name=name, stream=style.safe(row["stream_said"]), definition=look.say(f"rate.by_{row['known_by']}"), x=style.count(row["x_count"]),
        n=style.count(row["n_count"]), rate=style.rate(row["rate"]), low=style.rate(row["low"]), high=style.rate(row["high"]),
        verdict=look.say(f"verdict.{row['verdict']}"),
    )  # fmt: skip


def _outside(look: Look, rows: list[Row], names: Sequence[str]) -> list[dict[str, Any]]:
    """Names for the units below the limits, the lowest first, and for one unit with few items."""
    named = list(zip(names, rows, strict=True))
    below = sorted((pair for pair in named if pair[1]["verdict"] == "below"), key=lambda pair: pair[1]["rate"])[: _LABELS[look.narrow]]
    few = sorted((pair for pair in named if pair[1]["few"] and pair[1]["pooled"]), key=lambda pair: pair[1]["n_count"])[:1]
    bases = [math.log10(row["n_count"]) for row in rows]
    first, last = min(bases), max(bases)
    found = []
    for name, row in below:
        x = math.log10(row["n_count"])
        # Two short lines under the point, where the limits leave room; near the right edge they are set flush with it.
        near_edge = (x - first) / max(last - first, 0.1) > (0.6 if look.narrow else 0.9)
        side: dict[str, Any] = {"xanchor": "right", "xshift": 12, "align": "right"} if near_edge else {"xanchor": "center"}
        text = look.say("funnel.named", name=name, rate=style.rate(row["rate"]))
        found.append(style.label(look, text, x=x, y=float(row["rate"]), yanchor="top", yshift=-6, **side))
    for name, row in few if not look.narrow else ():
        text = look.say("funnel.few", name=name, n=style.count(row["n_count"]))
        found.append(style.label(look, text, x=math.log10(row["n_count"]), y=float(row["rate"]), xanchor="left", xshift=10, yshift=-14))
    return found
