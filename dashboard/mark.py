"""The mark of the product with its name, drawn as SVG in the reader's colours."""

from __future__ import annotations

from dashboard.words import h, t
from handling.chart.style import FONT, Palette


def mark(palette: Palette) -> str:
    """The mark with the product's name and line beside it."""
    font = FONT.replace("'", "")
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 2 212 36" width="212" height="36">'
        f'<rect width="34" height="34" y="3" rx="4" fill="{palette.link}"/>{_bars(palette.page)}'
        f'<g font-family="{font}" fill="{palette.ink}"><text x="43" y="18" font-size="16.5" font-weight="650">{h(t("app.name"))}</text>'
        f'<text x="43" y="35" font-size="12" fill="{palette.muted}">{h(t("app.line"))}</text></g></svg>'
    )


def symbol(palette: Palette) -> str:
    """The mark alone."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 34 40" width="34" height="40">'
        f'<rect width="34" height="34" y="3" rx="4" fill="{palette.link}"/>{_bars(palette.page)}</svg>'
    )


def _bars(color: str) -> str:
    return "".join(f'<rect x="8" y="{y}" width="{width}" height="3.4" rx="1" fill="{color}"/>' for y, width in ((11, 18), (18, 12), (25, 7)))
