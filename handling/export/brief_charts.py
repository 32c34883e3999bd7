"""The two charts of the brief, drawn small for paper: rates with their intervals, and outcome classes as bars of 100 %."""

from __future__ import annotations

from handling.chart import style
from handling.chart.style import LIGHT
from handling.export.brief import Charts, Outcome, Rate
from handling.export.drawing import Drawing, Line, Shape, Words, box, width_of

_ROW, _TEXT, _SMALL, _GAP = 12.0, 8.0, 7.2, 5.0
_STEPS = (0.01, 0.02, 0.04, 0.05, 0.1, 0.2, 0.25)


def rates(charts: Charts, width: float) -> Drawing:
    """A row a unit, low to high: name, interval with the verdict's shape, counts; the pooled rate as a line."""
    left = max(width_of(row.name, _TEXT) for row in charts.rates) + _GAP
    right = width - max(width_of(row.counts, _TEXT) for row in charts.rates) - 2 * _GAP
    top, bottom = 12.0, 12.0 + _ROW * len(charts.rates)
    span = 1 - charts.starts

    def at(value: float) -> float:
        return left + _GAP + (right - left - 2 * _GAP) * (max(value, charts.starts) - charts.starts) / span

    shapes: list[Line | Shape | Words] = []
    step = next(step for step in _STEPS if span / step <= 5)
    ticks = [1 - n * step for n in range(int(span / step + 1e-9) + 1)]
    for tick in ticks:
        shapes += [
            Line(x1=at(tick), x2=at(tick), y1=top, y2=bottom, color=LIGHT.line, width=0.4),
            Words(x=at(tick), y=bottom + 8, text=f"{tick:.0%}", size=_SMALL, color=LIGHT.muted, anchor="middle"),
        ]
    if charts.pooled is not None:
        shapes += [
            Line(x1=at(charts.pooled), x2=at(charts.pooled), y1=top - 1, y2=bottom, color=LIGHT.ink, width=0.8),
            Words(x=at(charts.pooled), y=top - 3, text=charts.pooled_said, size=_SMALL, color=LIGHT.ink, anchor="end"),
        ]
    for place, row in enumerate(charts.rates):
        shapes += _rate(row, top + _ROW * (place + 0.5), at, left, right)
    return Drawing(width=width, height=bottom + 11, shapes=tuple(shapes))


def _rate(row: Rate, y: float, at: object, left: float, right: float) -> list[Line | Shape | Words]:
    assert callable(at)
    return [
        Words(x=left, y=y + _TEXT * 0.36, text=row.name, size=_TEXT, color=LIGHT.ink, anchor="end"),
        Line(x1=at(row.low), x2=at(row.high), y1=y, y2=y, color=LIGHT.verdicts["similar"], width=0.9),
        _mark(row.verdict, at(row.rate), y),
        Words(x=right + _GAP, y=y + _TEXT * 0.36, text=row.counts, size=_TEXT, color=LIGHT.muted),
    ]


def _mark(verdict: str, x: float, y: float) -> Shape:
    """The shape of the verdict, as on screen: ▲ above, ● similar, ▼ below, ○ undecidable."""
    color = LIGHT.verdicts[verdict]
    if verdict in ("above", "below"):
        tip = -3.2 if verdict == "above" else 3.2
        return Shape(corners=((x, y + tip), (x + 3, y - tip * 0.6), (x - 3, y - tip * 0.6)), fill=color)
    return Shape(corners=((x, y),), radius=2.4, fill=LIGHT.page if verdict == "undecidable" else color, edge=color)


def outcomes(charts: Charts, width: float) -> Drawing:
    """A row a report: its classes in their fixed order as shares of the total, the counts inside, the total at the right."""
    left = max(width_of(row.name, _TEXT) for row in charts.outcomes) + _GAP
    right = width - max(width_of(style.count(row.total) + row.total_sign, _TEXT) for row in charts.outcomes) - 2 * _GAP
    shapes: list[Line | Shape | Words] = []
    x = left
    for color, name in charts.classes:
        shapes += [box(x, 1, 6, 6, color, "" if color else LIGHT.muted), Words(x=x + 8, y=6.8, text=name, size=_SMALL, color=LIGHT.ink)]
        x += 16 + width_of(name, _SMALL)
    for place, row in enumerate(charts.outcomes):
        shapes += _bar(row, 12 + (_ROW + 1) * place, left, right, [color for color, _ in charts.classes])
    return Drawing(width=width, height=14 + (_ROW + 1) * len(charts.outcomes), shapes=tuple(shapes))


def _bar(row: Outcome, y: float, left: float, right: float, colors: list[str]) -> list[Line | Shape | Words]:
    middle = y + _ROW / 2 + _TEXT * 0.36
    shapes: list[Line | Shape | Words] = [Words(x=left - _GAP, y=middle, text=row.name, size=_TEXT, color=LIGHT.ink, anchor="end")]
    x, on = left, [*LIGHT.on_classes.values(), LIGHT.muted]
    for n, color, ink, sign in zip(row.counts, colors, on, (*row.signs, "", "", "", ""), strict=False):
        long = (right - left) * n / row.total
        if not n:
            continue
        shapes.append(box(x, y + 1, max(long - 0.7, 0.3), _ROW - 2, color, "" if color else LIGHT.muted))
        if long > width_of(style.count(n) + sign, _TEXT) + 3:
            shapes.append(Words(x=x + long / 2, y=middle, text=style.count(n) + sign, size=_TEXT, color=ink, anchor="middle"))
        x += long
    return [*shapes, Words(x=right + _GAP, y=middle, text=style.count(row.total) + row.total_sign, size=_TEXT, color=LIGHT.muted)]
