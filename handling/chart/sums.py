"""A worked sum: the parts stacked over the total that the report prints, on one scale, with the gap between them outlined."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from handling.chart import style
from handling.chart.style import Look

_PARTS, _WHOLE = 0.0, 1.25  # the places of the two bars
_THICK = 0.62
_PIXELS = {False: 500, True: 300}  # of the plot, about: decides which labels fit


class Part(NamedTuple):
    """One part: the report's own words, how many items, its class ("" for none) and the figure that says it."""

    label: str
    value: float
    category: str
    figure: str


def figure(look: Look, parts: Sequence[Part], printed: float, whole_name: str, whole_figure: str) -> dict[str, Any]:
    """`printed` is the total that the report gives under `whole_name`. The gap is outlined in the colour of 低于, whichever side it is on."""
    computed = sum(part.value for part in parts)
    widest = max(computed, printed) or 1
    starts = [sum(part.value for part in parts[:n]) for n in range(len(parts))]
    whole = {
        "type": "bar", "orientation": "h", "y": [_WHOLE], "x": [printed], "width": _THICK, "customdata": [[whole_figure]], "hoverinfo": "text",
        "hovertext": [look.say("audit.sum.whole", name=whole_name, n=style.count(printed))],
        "marker": {"color": look.palette.panel, "line": {"color": look.palette.muted, "width": 1}},
        "text": [look.say("audit.sum.whole", name=whole_name, n=style.count(printed))], "textposition": "inside", "insidetextanchor": "start",
        "textangle": 0, "constraintext": "none", "textfont": style.font(look, 12.5),
    }  # fmt: skip
    return style.figure(
        look, [_stack(look, parts, starts, widest), whole], 218, {"l": 2, "r": 62, "t": 40, "b": 22}, barmode="overlay",
        shapes=[_gap(look, computed, printed)] if computed != printed else [],
        annotations=[*_labels(look, parts, starts, widest), *_totals(look, computed, printed)],
        xaxis=style.axis(look, range=[0, widest], **style.counted(widest)),
        yaxis=style.axis(look, False, range=[_WHOLE + 0.5, _PARTS - 0.4], showticklabels=False),
    )  # fmt: skip


def _colours(look: Look, part: Part, position: int) -> tuple[str, str]:
    p = look.palette
    if part.category in p.classes:
        return p.classes[part.category], p.on_classes[part.category]
    step = (3, 1, 2)[position % 3]
    return p.steps[step], p.on_steps[step]


def _stack(look: Look, parts: Sequence[Part], starts: Sequence[float], widest: float) -> dict[str, Any]:
    colours = [_colours(look, part, position) for position, part in enumerate(parts)]
    room = [part.value / widest * _PIXELS[look.narrow] for part in parts]
    return {
        "type": "bar", "orientation": "h", "y": [_PARTS] * len(parts), "x": [part.value for part in parts], "base": list(starts), "width": _THICK,
        "marker": {"color": [ground for ground, _ in colours], "line": {"width": 1.2, "color": look.palette.page}},
        "text": [style.count(part.value) if pixels >= 8 * len(style.count(part.value)) + 4 else "" for part, pixels in zip(parts, room, strict=True)],
        "textposition": "inside", "insidetextanchor": "middle", "textangle": 0, "constraintext": "none",
        "textfont": {"family": style.FONT, "size": 12.5, "color": [ink for _, ink in colours]}, "hoverinfo": "text",
        "hovertext": [look.say("audit.sum.part", words=style.safe(part.label), n=style.count(part.value)) for part in parts],
        "customdata": [[part.figure] for part in parts],
    }  # fmt: skip


def _labels(look: Look, parts: Sequence[Part], starts: Sequence[float], widest: float) -> list[dict[str, Any]]:
    """The words of each part over it, on two lines at most, where they fit; the table has them all."""
    found = []
    for part, start in zip(parts, starts, strict=True):
        letters = int(part.value / widest * _PIXELS[look.narrow] / 12.5)
        if not part.label or letters * 2 < len(part.label) or letters < 2:
            continue
        lines = part.label if letters >= len(part.label) else part.label[:letters] + "\n" + part.label[letters:]
        text = style.safe(lines).replace("\n", "<br>")
        found.append(style.label(look, text, muted=True, x=start + part.value / 2, y=_PARTS - _THICK / 2, yanchor="bottom", yshift=2))
    return found


def _totals(look: Look, computed: float, printed: float) -> list[dict[str, Any]]:
    place: dict[str, Any] = {"xref": "paper", "x": 1, "xanchor": "left", "xshift": 8}
    found = [
        style.label(look, f"<b>{style.count(computed)}</b>", size=14, y=_PARTS, **place),
        style.label(look, f"<b>{style.count(printed)}</b>", size=14, y=_WHOLE, **place),
    ]
    if computed != printed:
        words = look.say("audit.sum.gap", n=style.count(abs(computed - printed)))
        found.append(style.label(look, f"<b>{words}</b>", size=13, color=look.palette.verdicts["below"], y=(_PARTS + _WHOLE) / 2, **place))
    return found


def _gap(look: Look, computed: float, printed: float) -> dict[str, Any]:
    """Where the two totals part: beyond the parts where they are fewer, over their end where they are more."""
    low, high = sorted((computed, printed))
    return {
        "type": "rect", "x0": low, "x1": high, "y0": _PARTS - _THICK / 2, "y1": _PARTS + _THICK / 2, "fillcolor": "rgba(0,0,0,0)",
        "line": {"color": look.palette.verdicts["below"], "width": 2},
    }  # fmt: skip
