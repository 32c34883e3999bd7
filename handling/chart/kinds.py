"""Comparability bar: how much of each measure is like for like. Three kinds on one scale of reports."""

from __future__ import annotations

from typing import Any

import pandas as pd

from handling.chart import style
from handling.chart.style import Look

KINDS = ("main", "second", "none")


def figure(look: Look, rows: pd.DataFrame) -> dict[str, Any]:
    """`rows`: measure, kind (main, second, none), report_count; measures in their fixed order."""
    measures = list(dict.fromkeys(rows["measure"]))
    names = [look.say(f"overview.kinds.measure.{measure}") for measure in measures]
    counts = {(m, k): int(n) for m, k, n in zip(rows["measure"], rows["kind"], rows["report_count"], strict=True)}
    widest = max((sum(counts.get((m, k), 0) for k in KINDS) for m in measures), default=1)
    return style.figure(
        look,
        [_trace(look, kind, measures, names, counts, widest) for kind in KINDS],
        30 * len(measures) + 40,
        {"l": style.width_of(names), "r": 12, "t": 4, "b": 26},
        barmode="stack",
        bargap=0.42,
        xaxis=style.axis(look, **style.counted(widest), rangemode="tozero", showline=True, linecolor=look.palette.muted),
        yaxis=style.axis(look, False, autorange="reversed", tickfont=style.font(look, 12.5)),
    )


def _trace(look: Look, kind: str, measures: list[str], names: list[str], counts: dict[tuple[str, str], int], widest: int) -> dict[str, Any]:
    palette = look.palette
    values = [counts.get((measure, kind), 0) for measure in measures]
    said = [look.say(f"overview.kinds.label.{m}_{kind}") if n else "" for m, n in zip(measures, values, strict=True)]
    grounds = {"main": palette.classes["adopted"], "second": palette.classes["planned"]}
    inks = {"main": palette.on_classes["adopted"], "second": palette.on_classes["planned"]}
    room = (0.24 if look.narrow else 0.16) * widest  # a label with words needs this much of the scale
    return {
        "type": "bar", "orientation": "h", "y": names, "x": values, "textposition": "inside", "insidetextanchor": "start", "textangle": 0,
        "constraintext": "none", "cliponaxis": False,
        "text": [f"{words} {n}".strip() if n >= room else str(n) if n else "" for words, n in zip(said, values, strict=True)],
        "textfont": {**style.font(look), "color": inks.get(kind, palette.ink)},
        "marker": {"color": grounds.get(kind, palette.panel), "line": {"width": 1 if kind == "none" else 0, "color": palette.muted}},
        "hovertext": [
            look.say("overview.kinds.hover", measure=name, said=words or look.say("overview.kinds.main"), n=n)
            for name, words, n in zip(names, said, values, strict=True)
        ],
        "hoverinfo": "text",
    }  # fmt: skip
