"""Ranks as ranges: one row a unit, a bar over the ranks that chance leaves open to it, and a mark at the middle one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from handling.chart import style
from handling.chart.style import Look


def figure(look: Look, rows: pd.DataFrame, names: Sequence[str]) -> dict[str, Any]:
    """`rows`: first_rank, middle_rank, last_rank, x_count, n_count, rate, sentence_figure, in their order; `names`: one a row."""
    records = rows.to_dict("records")
    places, last = list(range(len(records))), max(len(records), 2)
    shown = style.fitted(look, names)
    spans: tuple[list[float | None], list[float | None]] = ([], [])
    for place, row in zip(places, records, strict=True):
        spans[0].extend((row["first_rank"] - 0.3, row["last_rank"] + 0.3, None))
        spans[1].extend((place, place, None))
    said = [look.say("ranks.range", first=row["first_rank"], last=row["last_rank"]) for row in records]
    labels = [style.label(look, words, muted=True, xref="paper", x=1, xanchor="left", xshift=10, y=y) for y, words in zip(places, said, strict=True)]
    if look.narrow:
        labels += [style.label(look, name, size=12.5, xref="paper", x=0, xanchor="left", y=y, yshift=14) for y, name in zip(places, shown, strict=True)]
    return style.figure(
        look,
        [
            {"type": "scatter", "mode": "lines", "x": spans[0], "y": spans[1], "hoverinfo": "skip", "line": {"width": 9, "color": look.palette.steps[2]}},
            {
                "type": "scatter", "mode": "markers", "x": [row["middle_rank"] for row in records], "y": places, "cliponaxis": False,
                "marker": {"symbol": "line-ns-open", "size": 13, "color": look.palette.link, "line": {"width": 2.5}},
                "customdata": style.links(row["sentence_figure"] for row in records), "hoverinfo": "text",
                "hovertext": [_hover(look, name, row) for name, row in zip(names, records, strict=True)],
            },
        ],
        style.row_height(look, shown) * len(records) + 50,
        {"l": 6 if look.narrow else style.width_of(shown), "r": style.width_of(said, 12) + 12, "t": 20 if look.narrow else 8, "b": 26},
        annotations=labels,
        xaxis=style.axis(look, range=[0.4, last + 0.6], tickmode="array", tickvals=_ticks(last), showline=True, linecolor=look.palette.muted),
        yaxis=style.axis(
            look, False, range=[len(records) - 0.4, -0.7], tickmode="array", tickvals=places, ticktext=shown,
            showticklabels=not look.narrow, tickfont=style.font(look, 12.5),
        ),
    )  # fmt: skip


def _ticks(last: int) -> list[int]:
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000) if last / s <= 8)
    return sorted({1, *range(step, last + 1, step)})


def _hover(look: Look, name: str, row: dict[Any, Any]) -> str:
    return look.say(
        "ranks.hover", name=name, x=style.count(row["x_count"]), n=style.count(row["n_count"]), rate=style.rate(row["rate"]),
        low=style.rate(row["low"]), high=style.rate(row["high"]), first=row["first_rank"], middle=row["middle_rank"], last=row["last_rank"],
    )  # fmt: skip
