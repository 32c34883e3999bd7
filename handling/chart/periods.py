"""Shares by year when the units change: a circle a report, a pooled line for each block of three years with its interval."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from handling import statistics
from handling.chart import style
from handling.chart.style import Look

BLOCK_YEARS = 3


class Block(NamedTuple):
    """The rows of three years pooled: `x` of `n` items in `streams` rows, `low`–`high` the 95% interval (0–1)."""

    first: int
    last: int
    streams: int
    x: float
    n: float
    rate: float
    low: float
    high: float


def blocks(rows: pd.DataFrame, last_year: int) -> list[Block]:
    """`rows` (year, adopted_count, total_count) pooled in blocks of three years that end with `last_year`; empty blocks left out."""
    return list(_blocks(rows, last_year))


def _blocks(rows: pd.DataFrame, last_year: int) -> Iterator[Block]:
    years = rows["year"].dropna()
    if years.empty:
        return
    start = last_year - BLOCK_YEARS * -(-(last_year - int(years.min()) + 1) // BLOCK_YEARS) + 1
    for first in range(start, last_year + 1, BLOCK_YEARS):
        part = rows[(rows["year"] >= first) & (rows["year"] < first + BLOCK_YEARS)]
        whole = statistics.pooled(part["adopted_count"].tolist(), part["total_count"].tolist())
        if whole.rate is not None:
            low, high = statistics.wilson(whole.x, whole.n)
            yield Block(first, first + BLOCK_YEARS - 1, whole.units, whole.x, whole.n, whole.rate, low, high)


def figure(look: Look, rows: pd.DataFrame, last_year: int) -> dict[str, Any]:
    """`rows`: short_name, year, adopted_count, total_count, adopted_rate, adopted_count_figure; one row a report's stream."""
    pooled = blocks(rows, last_year)
    palette = look.palette
    rows = rows[rows["year"].notna()]
    sizes = [min(26.0, max(6.0, float(n) ** 0.5 / 2.2)) for n in rows["total_count"]]
    dots = {
        "type": "scatter", "mode": "markers", "x": [int(y) for y in rows["year"]], "y": [float(r) for r in rows["adopted_rate"]],
        "marker": {"size": sizes, "color": "rgba(0,0,0,0)", "line": {"color": palette.muted, "width": 1}},
        "customdata": style.links(rows["adopted_count_figure"]), "hoverinfo": "text",
        "hovertext": [
            look.say("overview.periods.hover", unit=style.safe(name), year=int(year), x=style.count(x), n=style.count(n), rate=style.rate(r),
                     **style.interval(x, n))
            for name, year, x, n, r in zip(
                rows["short_name"], rows["year"], rows["adopted_count"], rows["total_count"], rows["adopted_rate"], strict=True
            )
        ],
    }  # fmt: skip
    first = pooled[0].first if pooled else last_year
    return style.figure(
        look,
        [dots],
        300,
        {"l": 42, "r": 8, "t": 12, "b": 26},
        shapes=[shape for block in pooled for shape in _shapes(look, block)],
        annotations=[_label(look, block, pooled) for block in pooled],
        xaxis=style.axis(look, False, range=[first - 0.8, last_year + 0.8], tickmode="array", tickvals=_ticks(first, last_year),
                         showline=True, linecolor=palette.muted),
        yaxis=style.axis(look, range=[0, 1.06], tickvals=[0, 0.25, 0.5, 0.75, 1], tickformat=".0%", showline=True, linecolor=palette.muted),
    )  # fmt: skip


def _ticks(first: int, last: int) -> list[int]:
    step = BLOCK_YEARS if last - first < 24 else 2 * BLOCK_YEARS
    return list(range(first + 1, last + 1, step))


def _shapes(look: Look, block: Block) -> list[dict[str, Any]]:
    ends = {"x0": block.first - 0.4, "x1": block.last + 0.4}
    return [
        {"type": "rect", **ends, "y0": block.low, "y1": block.high, "fillcolor": look.palette.steps[1], "line": {"width": 0}, "layer": "below"},
        {"type": "line", **ends, "y0": block.rate, "y1": block.rate, "line": {"color": look.palette.link, "width": 2.5}},
    ]


def _label(look: Look, block: Block, pooled: list[Block]) -> dict[str, Any]:
    words = look.say("overview.periods.block_label", rate=style.rate(block.rate, 0), n=block.streams)
    return style.label(
        look, words, color=look.palette.link, x=(block.first + block.last) / 2, y=block.high, yanchor="bottom", yshift=1,
        bgcolor=look.palette.page, borderpad=0, size=11 if look.narrow else 12,
    )  # fmt: skip
