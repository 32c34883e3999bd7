"""Outcome classes as bars: 100 % or counts, in groups that may be ordered, are over another base, span two classes, or have few items."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from handling.chart import style
from handling.chart.style import Look

CLASSES = ("adopted", "planned", "deferred", "spanning", "unsaid")
PATTERNED = ("spanning", "unsaid")  # their counts stand on a ground of the page's colour
GROUPS = ("ordered", "other_base", "spanning", "few")
ORDERS = ("share", "count", "place")
_PLOT_WIDTH = {False: 860, True: 300}  # pixels, about: decides which counts fit inside their bar


def arrange(rows: pd.DataFrame, order: str) -> pd.DataFrame:
    """The rows that are drawn, in their groups, each in `order`: by adopted share, by items, or by place and year."""
    by = {
        "share": (["adopted_rate", "total_count"], [False, False]),
        "count": (["total_count"], [False]),
        "place": (["sort_key", "year"], [True, False]),
    }[order]
    kept = rows[rows["row_group"].isin(GROUPS)]
    placed = kept.assign(group=kept["row_group"].map(GROUPS.index).astype("int64"))
    return placed.sort_values(["group", *by[0]], ascending=[True, *by[1]], kind="stable").drop(columns="group")


def figure(look: Look, rows: pd.DataFrame, names: Sequence[str], shares: bool = True) -> dict[str, Any]:
    """`rows`: of `arrange`; `names`: one a row. Bars show shares of total_count, or the counts themselves."""
    shown = style.fitted(look, names)
    places, headings, height = _places(rows["row_group"].tolist(), style.row_height(look, shown))
    totals = [float(n) for n in rows["total_count"]]
    widest = 1.0 if shares else max(totals, default=1.0)
    lengths = {c: [_length(v, n, shares) for v, n in zip(rows[f"{c}_count"], totals, strict=True)] for c in CLASSES}
    starts, reached = {}, [0.0] * len(totals)
    for c in CLASSES:
        starts[c] = list(reached)
        reached = [a + b for a, b in zip(reached, lengths[c], strict=True)]
    signs = {c: _signs(look, rows, c) for c in CLASSES}
    pixels = _PLOT_WIDTH[look.narrow] / widest
    texts = {c: [_inside(v, sign, n * pixels) for v, sign, n in zip(rows[f"{c}_count"], signs[c], lengths[c], strict=True)] for c in CLASSES}
    data = [_trace(look, c, rows, names, places, starts[c], lengths[c], texts[c], signs[c]) for c in CLASSES]
    labels = [
        *_totals(look, rows, places),
        *_headings(look, headings),
        *(found for c in PATTERNED for found in _on_pattern(look, texts[c], starts[c], lengths[c], places)),
        *(_names_above(look, shown, places) if look.narrow else []),
    ]
    left = 4 if look.narrow else style.width_of(shown)
    ticks = {"tickvals": [0, 0.25, 0.5, 0.75, 1], "tickformat": ".0%"} if shares else style.counted(widest)
    return style.figure(
        look, data, height, {"l": left, "r": 62, "t": 24, "b": 26}, barmode="overlay", annotations=labels,
        xaxis=style.axis(look, range=[0, widest], showline=True, linecolor=look.palette.muted, **ticks),
        yaxis=style.axis(
            look, False, range=[places[-1] + 0.8 if places else 1, -0.7], tickmode="array", tickvals=places,
            ticktext=shown, showticklabels=not look.narrow, tickfont=style.font(look, 12.5),
        ),
    )  # fmt: skip


def _places(groups: list[str], row_height: int) -> tuple[list[float], list[tuple[str, float]], int]:
    """Where each row stands, where the headings of the later groups stand, and the height of the figure."""
    places, headings, at = [], [], 0.0
    for position, group in enumerate(groups):
        if (position and group != groups[position - 1]) or (not position and group != "ordered"):
            headings.append((group, at))
            at += 1
        places.append(at)
        at += 1
    return places, headings, int(row_height * at) + 52


def _length(value: Any, total: float, shares: bool) -> float:
    return 0.0 if pd.isna(value) or not total else float(value) / total if shares else float(value)


def _signs(look: Look, rows: pd.DataFrame, c: str) -> list[str]:
    """What stands behind each count of a class that is not stated: ◇, 〔文〕."""
    return [style.sign(look.say, basis) for basis in rows.get(f"{c}_count_basis", [""] * len(rows))]


def _inside(value: Any, sign: str, pixels: float) -> str:
    words = style.count(value) + sign if style.count(value) else ""
    return words if words and pixels >= 7.2 * len(words) + 6 else ""


def _marker(look: Look, c: str) -> dict[str, Any]:
    p = look.palette
    if c == "spanning":
        hatch = {"shape": "/", "size": 7, "solidity": 0.5, "fillmode": "replace", "bgcolor": p.classes["planned"], "fgcolor": p.classes["adopted"]}
        return {"color": p.classes["planned"], "pattern": hatch, "line": {"width": 1.2, "color": p.page}}
    if c == "unsaid":
        dots = {"shape": ".", "size": 6, "solidity": 0.2, "fillmode": "replace", "bgcolor": p.page, "fgcolor": p.muted}
        return {"color": p.page, "pattern": dots, "line": {"width": 1, "color": p.muted}}
    return {"color": p.classes[c], "line": {"width": 1.2, "color": p.page}}


def _trace(
    look: Look, c: str, rows: pd.DataFrame, names: Sequence[str], places: list[float], base: list[float], length: list[float], text: list[str],
    signs: list[str],
) -> dict[str, Any]:
    links = rows[f"{c}_count_figure"] if c != "unsaid" else rows["adopted_count_figure"]
    words = rows[f"{c}_words"] if c != "unsaid" else [""] * len(rows)
    rules = rows[f"{c}_placed"] if f"{c}_placed" in rows else [""] * len(rows)
    shown = [bool(value) for value in length]
    hover = [
        look.say(
            "adoption.hover", name=name, words=look.say("adoption.unsaid") if pd.isna(said) or not said else style.safe(said), x=style.count(x) + sign,
            placed=look.say("adoption.placed", rule=style.safe(rule)) if rule else "",
            n=style.count(n), rate=style.rate(float(x) / float(n)), **style.interval(x, n),
        ) if there else ""
        for name, said, rule, x, n, there, sign in zip(names, words, rules, rows[f"{c}_count"], rows["total_count"], shown, signs, strict=True)
    ]  # fmt: skip
    ink = look.palette.on_classes.get(c, look.palette.muted)
    return {
        "type": "bar", "orientation": "h", "y": places, "x": length, "base": base, "width": 0.72 if not look.narrow else 0.46,
        "marker": _marker(look, c), "text": [""] * len(rows) if c in PATTERNED else text, "textposition": "inside", "insidetextanchor": "middle",
        "textangle": 0, "constraintext": "none", "textfont": {**style.font(look), "color": ink},
        "hovertext": hover, "hoverinfo": "text", "customdata": style.links(links),
        **({"offset": -0.06} if look.narrow else {}),
    }  # fmt: skip


def _totals(look: Look, rows: pd.DataFrame, places: list[float]) -> list[dict[str, Any]]:
    texts = [
        style.count(n) + sign + (" ※" if doubted else "")
        for n, sign, doubted in zip(rows["total_count"], _signs(look, rows, "total"), rows["doubted"], strict=True)
    ]
    shift = -4 if look.narrow else 0
    place: dict[str, Any] = {"xref": "paper", "x": 1, "xanchor": "left", "xshift": 8}
    found = [style.label(look, text, muted=True, y=at, yshift=shift, **place) for text, at in zip(texts, places, strict=True)]
    heading = style.label(look, look.say("adoption.total"), muted=True, yref="paper", y=1, yanchor="bottom", yshift=4, **place)
    return [heading, *found]


def _headings(look: Look, headings: list[tuple[str, float]]) -> list[dict[str, Any]]:
    return [
        style.label(look, look.say(f"adoption.group_{group}"), size=12.5, xref="paper", x=0, xanchor="left", y=at + 0.1) for group, at in headings
    ]


def _on_pattern(look: Look, texts: list[str], starts: list[float], lengths: list[float], places: list[float]) -> list[dict[str, Any]]:
    return [
        style.label(look, text, x=start + length / 2, y=at, bgcolor=look.palette.page, borderpad=1, yshift=-4 if look.narrow else 0)
        for text, start, length, at in zip(texts, starts, lengths, places, strict=True) if text
    ]  # fmt: skip


def _names_above(look: Look, names: Sequence[str], places: list[float]) -> list[dict[str, Any]]:
    return [
        style.label(look, name, size=12.5, xref="paper", x=0, xanchor="left", y=at, yshift=13) for name, at in zip(names, places, strict=True)
    ]
