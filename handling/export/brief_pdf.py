"""The brief as one page of A4 in PDF, with its font inside: no browser, no network, the same in every reader."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from html import escape
from itertools import groupby

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph
from reportlab.platypus import Table as Grid

from handling.chart.style import LIGHT
from handling.export import brief_charts, drawing
from handling.export.brief import Brief, Table, plain
from handling.export.drawing import Drawing

_SIDE, _EDGE = 17 * mm, 13 * mm
_WIDE = A4[0] - 2 * _SIDE
_SIZES = (1.0, 0.95, 0.9, 0.85, 0.8)  # smaller print, where a page would not hold it: text of 9 pt never gets under 7.2


@dataclass(frozen=True, slots=True)
class _Block:
    """A part of the page: how high it is, and how to paint it with its upper edge at a height."""

    height: float
    paint: Callable[[Canvas, float], object]


def to_pdf(brief: Brief) -> bytes:
    """The brief as PDF: in the largest print in which it is one page, and with fewer rows of the table where even the smallest is too large."""
    drawing.register()
    blocks = next((found for size in _SIZES if _fits(found := _blocks(brief, size, None))), None)
    most = len(brief.tables[0].rows) if brief.tables else 0
    while blocks is None or (not _fits(blocks) and most):
        most -= 1
        blocks = _blocks(brief, _SIZES[-1], max(most, 0))
    sink = io.BytesIO()
    canvas = Canvas(sink, pagesize=A4, invariant=1, initialFontName=drawing.FONT, lang=brief.language)
    canvas.setTitle(brief.title)
    canvas.setSubject(brief.scope)
    canvas.setAuthor(brief.name)
    top = A4[1] - _EDGE
    for block in blocks:
        block.paint(canvas, top)
        top -= block.height
    canvas.showPage()
    canvas.save()
    return sink.getvalue()


def _fits(blocks: list[_Block]) -> bool:
    return sum(block.height for block in blocks) <= A4[1] - 2 * _EDGE


def _blocks(brief: Brief, size: float, most: int | None) -> list[_Block]:
    """The page from top to bottom. `most`: rows of the table at most."""
    text, note = 9 * size, 7.6 * size
    found = [_rule(LIGHT.link, 1.4), _text(f"{brief.name} ｜ {brief.version}", note, LIGHT.muted, before=3)]
    found += [_text(brief.title, 14 * size, LIGHT.link, before=4), _text(brief.scope, note, LIGHT.muted, after=3)]
    for number, (about, sentence) in enumerate(brief.sentences, start=1):
        found.append(_text(f"{number}. {about}{plain(sentence)}", text, LIGHT.ink, lead=len(f"{number}. {about}"), after=1.5))
    charts = brief.charts
    if charts.rates:
        found += [_rule(LIGHT.ink, 0.6, 4), _text(charts.rates_title, text, LIGHT.link, before=2), _drawn(brief_charts.rates(charts, _WIDE))]
    if charts.outcomes:
        found += [_rule(LIGHT.ink, 0.6, 4), _text(charts.outcomes_title, text, LIGHT.link, before=2), _drawn(brief_charts.outcomes(charts, _WIDE))]
    if brief.tables and brief.tables[0].rows and most != 0:
        found += [_rule(LIGHT.ink, 0.6, 4), _text(brief.tables[0].title, text, LIGHT.link, before=2, after=1), _grid(brief.tables[0], note, most)]
    for heading, lines in brief.sections:
        found += [_rule(LIGHT.line, 0.4, 4), _text(heading, note, LIGHT.link, before=1)]
        found += [_text(line, note, LIGHT.ink) for line in lines]
    return [*found, _rule(LIGHT.line, 0.4, 3), _text(brief.link, note * 0.92, LIGHT.muted)]


def _markup(text: str) -> str:
    """Text for a paragraph: nothing in it is a tag, and a character that the embedded font lacks is set in one that readers have."""
    known = drawing.register()
    runs = groupby(text, key=lambda letter: ord(letter) in known)
    return "".join(escape(run) if here else f'<font name="{drawing.RARE}">{escape(run)}</font>' for here, letters in runs if (run := "".join(letters)))


def _style(size: float, color: str) -> ParagraphStyle:
    return ParagraphStyle("brief", fontName=drawing.FONT, fontSize=size, leading=size * 1.42, textColor=HexColor(color), wordWrap="CJK")


def _text(text: str, size: float, color: str, *, lead: int = 0, before: float = 0, after: float = 0) -> _Block:
    """Lines of text as wide as the page; the first `lead` characters in blue."""
    marked = f'<font color="{LIGHT.link}">{_markup(text[:lead])}</font>{_markup(text[lead:])}' if lead else _markup(text)
    paragraph = Paragraph(marked, _style(size, color))
    height = paragraph.wrap(_WIDE, A4[1])[1]
    return _Block(before + height + after, lambda canvas, top: paragraph.drawOn(canvas, _SIDE, top - before - height))


def _rule(color: str, thick: float, before: float = 0) -> _Block:
    def paint(canvas: Canvas, top: float) -> None:
        canvas.setStrokeColor(HexColor(color))
        canvas.setLineWidth(thick)
        canvas.line(_SIDE, top - before, _SIDE + _WIDE, top - before)

    return _Block(before + thick, paint)


def _drawn(picture: Drawing) -> _Block:
    return _Block(picture.height, partial(_onto, picture))


def _onto(picture: Drawing, canvas: Canvas, top: float) -> None:
    drawing.onto(canvas, picture, _SIDE, top)


def _grid(table: Table, size: float, most: int | None) -> _Block:
    """A table whose columns are as wide as their cells; the last takes what is left."""
    rows = [table.header, *table.rows[:most]]
    widths = [max(drawing.width_of(row[column], size) for row in rows) + 9 for column in range(len(table.header))]
    spare = max(0.0, _WIDE - sum(widths)) / len(widths)
    cells = [[Paragraph(_markup(cell), _style(size, LIGHT.muted if row is table.header else LIGHT.ink)) if column == 0 else cell
              for column, cell in enumerate(row)] for row in rows]  # fmt: skip
    grid = Grid(cells, colWidths=[min(width + spare, _WIDE * 0.4) for width in widths], rowHeights=None, hAlign="LEFT")
    grid.setStyle([
        ("FONT", (0, 0), (-1, -1), drawing.FONT, size, size * 1.3), ("TEXTCOLOR", (0, 0), (-1, 0), HexColor(LIGHT.muted)),
        ("TEXTCOLOR", (0, 1), (-1, -1), HexColor(LIGHT.ink)), ("LINEBELOW", (0, 0), (-1, 0), 0.5, HexColor(LIGHT.ink)),
        ("LINEBELOW", (0, 1), (-1, -1), 0.3, HexColor(LIGHT.line)), ("TOPPADDING", (0, 0), (-1, -1), 0.8), ("BOTTOMPADDING", (0, 0), (-1, -1), 1.4),
        ("LEFTPADDING", (0, 0), (-1, -1), 2), ("RIGHTPADDING", (0, 0), (-1, -1), 5), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        *[("ALIGN", (column, 0), (column, -1), "RIGHT") for column in table.numbers],
    ])  # fmt: skip
    height = grid.wrap(_WIDE, A4[1])[1]
    return _Block(height, lambda canvas, top: grid.drawOn(canvas, _SIDE, top - height))
