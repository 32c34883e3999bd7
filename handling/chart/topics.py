"""Items by topic: the pooled shares as bars with their intervals, and units × topics as a heatmap on one fixed scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from handling import statistics
from handling.chart import style
from handling.chart.style import Look

TOP = 0.5  # the end of the scale of shares, and of every heatmap of them
FURTHEST = 0.3  # the end of the scale of differences
MOST_SETS = 60
_GAP = 0.55  # between the pooled row and the sets, in rows


class Cell(NamedTuple):
    """One coloured cell: where, what it says, its ground, its ink, its hover text, and the figure that a click opens."""

    row: float
    column: int
    text: str
    ground: str
    ink: str
    hover: str
    figure: str | None


def pooled_bars(look: Look, rows: pd.DataFrame, names: Sequence[str]) -> dict[str, Any]:
    """`rows`: topic_count, base_count, topic_rate, set_count; one row a class, named by `names`."""
    rates = [float(rate) for rate in rows["topic_rate"]]
    ends = [statistics.wilson(int(x), int(n)) for x, n in zip(rows["topic_count"], rows["base_count"], strict=True)]
    said = [
        look.say("topics.pooled.label", rate=style.rate(rate), x=style.count(x), n=style.count(n))
        for rate, x, n in zip(rates, rows["topic_count"], rows["base_count"], strict=True)
    ]
    places = list(range(len(rates)))
    trace = {
        "type": "bar", "orientation": "h", "x": rates, "y": places, "width": 0.4 if look.narrow else 0.6, "marker": {"color": look.palette.steps[3]},
        "error_x": {
            "type": "data", "symmetric": False, "array": [high - rate for (_, high), rate in zip(ends, rates, strict=True)],
            "arrayminus": [rate - low for (low, _), rate in zip(ends, rates, strict=True)], "thickness": 1.2, "width": 3,
            "color": look.palette.ink,
        },
        "hoverinfo": "text",
        "hovertext": [
            look.say("topics.pooled.hover", name=name, said=text, low=style.rate(low), high=style.rate(high), n=style.count(n))
            for name, text, (low, high), n in zip(names, said, ends, rows["set_count"], strict=True)
        ],
    }  # fmt: skip
    labels = [
        style.label(look, text, muted=True, x=high, xanchor="left", xshift=8, y=place)
        for text, (_, high), place in zip(said, ends, places, strict=True)
    ]
    if look.narrow:
        labels += _names_above(look, names, places)
    top = max((high for _, high in ends), default=TOP)
    return style.figure(
        look, [trace], (style.NARROW_ROW if look.narrow else 30) * len(rates) + 44,
        {"l": 4 if look.narrow else style.width_of(names), "r": 4, "t": 14 if look.narrow else 4, "b": 26}, annotations=labels,
        xaxis=style.axis(look, range=[0, top * (1.75 if look.narrow else 1.6)], tickvals=[0, 0.1, 0.2, 0.3, 0.4, 0.5], tickformat=".0%"),
        yaxis=style.axis(look, False, range=[len(rates) - 0.4, -0.6], tickvals=places, ticktext=list(names),
                         showticklabels=not look.narrow, tickfont=style.font(look, 12.5)),
    )  # fmt: skip


def heatmap(look: Look, rows: pd.DataFrame, pooled: pd.DataFrame, sets: Sequence[int], names: Sequence[str], shown: str) -> dict[str, Any]:
    """Shares of each set (`shown` share), their difference from the pooled share (difference), or counts on the grounds of shares (count).

    `rows`: set_id, topic, topic_count, base_count, topic_rate, topic_labels, topic_count_figure; `pooled`: of the same classes;
    `sets`: the ids in the order of drawing, `names` theirs. A class that a set does not list is hatched.
    """
    topics = pooled["topic"].tolist()
    wholes = dict(zip(pooled["topic"], pooled["topic_rate"], strict=True))
    at = {set_id: place + 1 + _GAP for place, set_id in enumerate(sets)}
    called = dict(zip(sets, names, strict=True))
    cells = [_pooled_cell(look, topics.index(row["topic"]), row, shown) for row in pooled.to_dict("records")]
    cells += [
        _cell(look, at[row["set_id"]], topics.index(row["topic"]), row, called[row["set_id"]], float(wholes[row["topic"]]), shown)
        for row in rows.to_dict("records")
        if row["set_id"] in at and row["topic"] in wholes
    ]
    places = [0.0, *at.values()]
    titles = style.fitted(look, [look.say("topics.pooled_row"), *names])
    bases = {row["set_id"]: row["base_count"] for row in rows.to_dict("records")}
    counts = [style.count(pooled["all_item_count"].iloc[0]), *(style.count(bases[set_id]) for set_id in sets)]
    heads = [look.say(f"topics.{'short' if look.narrow else 'head'}.{topic}") for topic in topics]
    return style.figure(
        look,
        [_coloured(look, cells), _hatched(look, cells, places, len(topics))],
        int(style.row_height(look, titles) * (places[-1] + 1)) + 48,
        {"l": 4 if look.narrow else style.width_of(titles), "r": 46, "t": 44, "b": 4},
        barmode="overlay",
        annotations=[
            *_at_right(look, counts, places),
            *(_names_above(look, titles, places) if look.narrow else []),
        ],
        xaxis=style.axis(
            look, False, side="top", range=[-0.5, len(topics) - 0.5], tickmode="array", tickvals=list(range(len(topics))), ticktext=heads,
            tickangle=0, tickfont=style.font(look, 11.5 if look.narrow else 12, muted=True),
        ),
        yaxis=style.axis(look, False, range=[places[-1] + 0.5, -0.9 if look.narrow else -0.5], tickmode="array", tickvals=places, ticktext=titles,
                         showticklabels=not look.narrow, tickfont=style.font(look, 12.5)),
    )  # fmt: skip


def _pooled_cell(look: Look, column: int, row: dict[str, Any], shown: str) -> Cell:
    rate = float(row["topic_rate"])
    step = style.step_of(rate, TOP)
    text = style.count(row["topic_count"]) if shown == "count" else f"{rate * 100:.0f}"
    hover = look.say("topics.hover_pooled", x=style.count(row["topic_count"]), n=style.count(row["base_count"]), rate=style.rate(rate),
                     sets=style.count(row["set_count"]))  # fmt: skip
    return Cell(0.0, column, f"<b>{text}</b>", look.palette.steps[step], look.palette.on_steps[step], hover, None)


def _cell(look: Look, at: float, column: int, row: dict[str, Any], name: str, whole: float, shown: str) -> Cell:
    rate = float(row["topic_rate"])
    if shown == "difference":
        ground = look.palette.apart[round(max(-1.0, min(1.0, (rate - whole) / FURTHEST)) * 3) + 3]
        ink = max((look.palette.ink, look.palette.page), key=lambda colour: _contrast(colour, ground))
        points = round((rate - whole) * 100)
        text = f"{points:+d}".replace("-", style.MINUS) if points else "0"
    else:
        step = style.step_of(rate, TOP)
        ground, ink = look.palette.steps[step], look.palette.on_steps[step]
        text = style.count(row["topic_count"]) if shown == "count" else f"{rate * 100:.0f}"
    low, high = statistics.wilson(int(row["topic_count"]), int(row["base_count"]))
    hover = look.say(
        "topics.hover", name=name, words=style.safe(row["topic_labels"]), x=style.count(row["topic_count"]), n=style.count(row["base_count"]),
        rate=style.rate(rate), low=style.rate(low), high=style.rate(high), whole=style.rate(whole),
    )  # fmt: skip
    return Cell(at, column, text, ground, ink, hover, row["topic_count_figure"])


def _thickness(look: Look) -> float:
    return 0.5 if look.narrow else 0.92


def _coloured(look: Look, cells: list[Cell]) -> dict[str, Any]:
    return {
        "type": "bar", "orientation": "h", "base": [cell.column - 0.49 for cell in cells], "x": [0.98] * len(cells),
        "y": [cell.row for cell in cells], "width": _thickness(look), "marker": {"color": [cell.ground for cell in cells], "line": {"width": 0}},
        "text": [cell.text for cell in cells],
        "textposition": "inside", "insidetextanchor": "middle", "textangle": 0, "constraintext": "none",
        "textfont": {"family": style.FONT, "size": 12, "color": [cell.ink for cell in cells]}, "hoverinfo": "text",
        "hovertext": [cell.hover for cell in cells], "customdata": [[cell.figure] for cell in cells],
    }  # fmt: skip


def _hatched(look: Look, cells: list[Cell], places: list[float], width: int) -> dict[str, Any]:
    known = {(cell.row, cell.column) for cell in cells}
    empty = [(row, column) for row in places for column in range(width) if (row, column) not in known]
    pattern = {"shape": "/", "size": 5, "solidity": 0.16, "fillmode": "replace", "bgcolor": look.palette.page, "fgcolor": look.palette.muted}
    return {
        "type": "bar", "orientation": "h", "base": [column - 0.49 for _, column in empty], "x": [0.98] * len(empty), "y": [row for row, _ in empty],
        "width": _thickness(look), "marker": {"color": look.palette.page, "pattern": pattern, "line": {"width": 0}}, "opacity": 0.55,
        "hoverinfo": "text", "hovertext": [look.say("topics.not_listed")] * len(empty),
    }  # fmt: skip


def _at_right(look: Look, counts: Sequence[str], places: Sequence[float]) -> list[dict[str, Any]]:
    place: dict[str, Any] = {"xref": "paper", "x": 1, "xanchor": "left", "xshift": 6}
    heading = style.label(look, look.say("topics.base"), muted=True, yref="paper", y=1, yanchor="bottom", yshift=6, **place)
    return [heading, *(style.label(look, text, muted=True, y=at, **place) for text, at in zip(counts, places, strict=True))]


def _names_above(look: Look, names: Sequence[str], places: Sequence[float]) -> list[dict[str, Any]]:
    return [
        style.label(look, name, size=12.5, xref="paper", x=0, xanchor="left", y=at, yshift=19, align="left")
        for name, at in zip(names, places, strict=True)
    ]


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    return sum(w * (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4) for w, c in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def _contrast(one: str, other: str) -> float:
    """WCAG 2 contrast of two colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
