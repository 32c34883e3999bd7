"""How every chart looks: colours with their meaning, axes, labels, and numbers as people write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from handling.statistics import wilson

FONT = (
    "'PingFang SC','Microsoft YaHei','Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','WenQuanYi Micro Hei',sans-serif"
)
MINUS = "\u2212"
NARROW_ROW, WIDE_ROW = 38, 24  # pixels a row of a chart with one unit a row
_NAME_ROOM = {False: (175, 3), True: (330, 1)}  # pixels and lines for the name of a row: at its left, or on a phone above it
_LINE = 15  # pixels


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """One theme's colours. Class and verdict colours mean the same everywhere; `on_*` is the text on top of them."""

    page: str
    panel: str
    ink: str
    muted: str
    line: str
    link: str
    classes: dict[str, str]
    on_classes: dict[str, str]
    verdicts: dict[str, str]
    steps: tuple[str, ...]  # low → high
    on_steps: tuple[str, ...]
    apart: tuple[str, ...]  # below → above
    bands: tuple[str, str]  # a funnel's inner and outer band


LIGHT = Palette(
    page="#FFFFFF", panel="#F3F5F8", ink="#1B2430", muted="#55606E", line="#D5DBE1", link="#1F4E79",
    classes={"adopted": "#123F66", "planned": "#1E7F8C", "deferred": "#C28A24"},
    on_classes={"adopted": "#FFFFFF", "planned": "#FFFFFF", "deferred": "#1B2430"},
    verdicts={"above": "#1D6FA5", "similar": "#6B7885", "below": "#B3452C", "undecidable": "#6B7885"},
    steps=("#E4EDF4", "#C6D9E8", "#9CBDD7", "#6A9BC1", "#3A75A4", "#17456E"),
    on_steps=("#1B2430", "#1B2430", "#1B2430", "#1B2430", "#FFFFFF", "#FFFFFF"),
    apart=("#8C4A1F", "#C4885A", "#E8CFB8", "#F3F3F1", "#C3D7E8", "#6E9EC3", "#245A8A"),
    bands=("#E4E9F1", "#EFF3F6"),
)  # fmt: skip
DARK = Palette(
    page="#12181F", panel="#1A222B", ink="#E6EAEE", muted="#A7B2BD", line="#33404D", link="#8CC0EE",
    classes={"adopted": "#A9CDF0", "planned": "#3C9AA0", "deferred": "#D08B2C"},
    on_classes={"adopted": "#12181F", "planned": "#0B1117", "deferred": "#12181F"},
    verdicts={"above": "#6FB3E6", "similar": "#98A4B0", "below": "#F08A66", "undecidable": "#98A4B0"},
    steps=("#1D2A37", "#24425C", "#2F5E85", "#4A83B0", "#7BB0DA", "#B5D5F1"),
    on_steps=("#E6EAEE", "#E6EAEE", "#E6EAEE", "#FFFFFF", "#12181F", "#12181F"),
    apart=("#F0A070", "#B0703F", "#5E4634", "#2A3138", "#34506A", "#4F86B4", "#9CCBF2"),
    bands=("#22303F", "#1B2631"),
)  # fmt: skip
SHAPES = {"above": "triangle-up", "similar": "circle", "below": "triangle-down", "undecidable": "circle-open"}
GLYPHS = {"above": "▲", "similar": "●", "below": "▼", "undecidable": "○"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Who a chart is drawn for: `say` gives the words of the reader's language by key, `narrow` is a phone."""

    say: Callable[..., str]
    palette: Palette = field(default_factory=lambda: LIGHT)
    narrow: bool = False


def sign(say: Callable[..., str], *bases: object) -> str:
    """How counts are known: ◇ worked back from a rate, 〔文〕 by words; "" where all are stated or added up. `bases`: of …_count_basis."""
    worked_back, by_words = ({"derived", "derived_implied"}.intersection(bases), {"implied", "derived_implied"}.intersection(bases))
    return ("◇" if worked_back else "") + (say("mark.implied") if by_words else "")


def count(value: float | None) -> str:
    """1284 → 1,284. Missing is an empty text: who shows it says 未公布."""
    return "" if value is None or pd.isna(value) else f"{value:,.0f}"


def rate(value: float | None, digits: int = 1) -> str:
    """A fraction 0–1 as per cent: 0.917 → 91.7%."""
    return "" if value is None or pd.isna(value) else f"{value * 100:.{digits}f}%"


def interval(x: float, n: float) -> dict[str, str]:
    """The ends of the 95% interval of x of n as words: {"low": "90.1%", "high": "93.1%"}."""
    low, high = wilson(float(x), float(n))
    return {"low": rate(low), "high": rate(high)}


def printed(value: float | None, scale: str = "percent") -> str:
    """A value as a report prints it: 71.7 → 71.7%, 100 → 100%, 1284 → 1,284."""
    if value is None or pd.isna(value):
        return ""
    return f"{value:g}%" if scale == "percent" else f"{value:,g}"


def safe(text: object) -> str:
    """A report's or unit's own words for a label or hover box, where Plotly would read tags."""
    return str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def links(figures: Iterable[Any]) -> list[list[str | None]]:
    """The customdata of points: the id of the figure that each stands for, None where there is none."""
    return [[None if pd.isna(figure) else str(figure)] for figure in figures]


def width_of(texts: Iterable[str], size: float = 12.5) -> int:
    """How many pixels the longest line of these texts takes, about: a Chinese character is as wide as it is high, others half that."""
    return int(max((_width(line, size) for text in texts for line in text.split("<br>")), default=0)) + 8


def _width(text: str, size: float) -> float:
    return sum(1.0 if ord(letter) > 0x2E7F else 0.56 for letter in text) * size


def fitted(look: Look, names: Iterable[str]) -> list[str]:
    """Names of rows in the room that leaves the chart the most of its width: a long one on several lines, what is longer still cut.

    The whole name belongs into the hover text.
    """
    room, most = _NAME_ROOM[look.narrow]
    found = []
    for name in names:
        lines = broken(name, room)
        if len(lines) > most:
            lines = [*lines[: most - 1], lines[most - 1][:-1] + "…"]
        found.append("<br>".join(lines))
    return found


def broken(text: str, room: float, size: float = 12.5) -> list[str]:
    """The text in lines of at most `room` pixels, broken at a blank in the latter half, else between words or Chinese characters."""
    lines = [""]
    for part in re.findall(r"[!-~]+|.", text):
        line = lines[-1]
        if line.strip() and _width(line + part, size) > room:
            kept, blank, moved = line.rpartition(" ")
            at_blank = blank and _width(kept, size) > room / 2
            lines[-1:] = [kept, moved] if at_blank else [line, ""]
        lines[-1] += part
    return [line.strip() for line in lines]


def row_height(look: Look, fitted_names: Iterable[str]) -> int:
    """Pixels a row, so that the name with most lines does not touch its neighbours."""
    most = max((name.count("<br>") + 1 for name in fitted_names), default=1)
    return NARROW_ROW if look.narrow else WIDE_ROW if most == 1 else _LINE * most + 8


def counted(top: float) -> dict[str, Any]:
    """The ticks of an axis of counts from 0 to `top`: whole numbers, at most six."""
    step = next(s for power in range(12) for s in (10**power, 2 * 10**power, 5 * 10**power) if top / s <= 5)
    return {"tick0": 0, "dtick": step, "tickformat": ","}


def points(value: float) -> str:
    """A difference of fractions in percentage points, with its sign: 0.101 → +10.1, -0.02 → −2.0."""
    return f"{value * 100:+.1f}".replace("-", MINUS)


def ends(low: float, high: float) -> dict[str, str]:
    """The ends of the interval of a difference in percentage points, with so many digits that an end beside 0 does not look like 0."""
    digits = next(d for d in range(1, 7) if d == 6 or all(not end or round(end * 100, d) for end in (low, high)))
    return {name: f"{end * 100:.{digits}f}".replace("-", MINUS) for name, end in (("low", low), ("high", high))}


def font(look: Look, size: float = 12, muted: bool = False) -> dict[str, Any]:
    """The font of a label."""
    return {"family": FONT, "size": size, "color": look.palette.muted if muted else look.palette.ink}


def figure(look: Look, data: list[dict[str, Any]], height: int, margin: dict[str, int], **layout: Any) -> dict[str, Any]:
    """A figure with what all charts share: no ground, no toolbar, no zoom, no legend, the hover box of the house."""
    base = {
        "height": height,
        "margin": {"l": 4, "r": 4, "t": 4, "b": 4, "pad": 0, **margin},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": font(look),
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "clickmode": "event+select",
        "separators": ".,",
        "hoverlabel": {
            "bgcolor": look.palette.page, "bordercolor": look.palette.muted, "align": "left", "font": font(look, 12.5), "namelength": 0,
        },
    }  # fmt: skip
    return {"data": data, "layout": {**base, **layout}}


def axis(look: Look, grid: bool = True, **more: Any) -> dict[str, Any]:
    """An axis: thin grid only where values are read, no zoom, muted ticks, never turned."""
    return {
        "showgrid": grid, "gridcolor": look.palette.line, "gridwidth": 1, "zeroline": False, "showline": False, "fixedrange": True,
        "ticks": "", "tickfont": font(look, 12, muted=True), "title": {"text": ""}, "automargin": False,
        "tickangle": 0, **more,
    }  # fmt: skip


def label(look: Look, text: str, *, size: float = 12, muted: bool = False, color: str = "", **place: Any) -> dict[str, Any]:
    """A text in the chart, without an arrow. `place`: x, y, xref, yref, xanchor, yanchor, xshift, yshift …"""
    shown = font(look, size, muted)
    return {"text": text, "showarrow": False, "font": {**shown, "color": color} if color else shown, **place}


def step_of(value: float, top: float, steps: int = 6) -> int:
    """Which of the sequential colours stands for `value` on a scale from 0 to `top`."""
    return min(int(value / top * steps), steps - 1) if top else 0
