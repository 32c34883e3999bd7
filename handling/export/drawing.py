"""Simple drawings in points, from the top left: as vectors into a PDF, or as a picture for Word. The font comes with the product."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONT_FILE = Path(__file__).resolve().parents[2] / "data" / "fonts" / "HandlingSansSC-Regular.ttf"
FONT, RARE = "HandlingSansSC", "STSong-Light"  # RARE is not embedded: for the few characters that the font lacks
_PIXELS = 6  # a point, drawn; halved afterwards, which smooths every edge
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    color: str
    width: float = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A closed figure by its corners, or a circle where there is one corner and a radius. Without `fill` only its edge is seen."""

    corners: tuple[tuple[float, float], ...]
    radius: float = 0
    fill: str = ""
    edge: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A line of text on its base line."""

    x: float
    y: float
    text: str
    size: float
    color: str
    anchor: Anchor = "start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Shapes in the order in which they are painted."""

    width: float
    height: float
    shapes: tuple[Line | Shape | Words, ...]


def box(x: float, y: float, width: float, height: float, fill: str = "", edge: str = "") -> Shape:
    """A rectangle."""
    return Shape(corners=((x, y), (x + width, y), (x + width, y + height), (x, y + height)), fill=fill, edge=edge)


@lru_cache(maxsize=1)
def register() -> frozenset[int]:
    """Make the fonts known to reportlab; gives the characters that the embedded one has."""
    font = TTFont(FONT, str(FONT_FILE))
    pdfmetrics.registerFont(font)
    pdfmetrics.registerFont(UnicodeCIDFont(RARE))
    return frozenset(font.face.charToGlyph)


def width_of(text: str, size: float) -> float:
    """How wide a line of text is, in points."""
    register()
    return float(pdfmetrics.stringWidth(text, FONT, size))


def onto(canvas: Canvas, drawing: Drawing, left: float, top: float) -> None:
    """Paint the drawing into a PDF page, its upper left corner at (left, top) in the page's own measure, which counts from below."""
    register()
    for shape in drawing.shapes:
        if isinstance(shape, Words):
            canvas.setFillColor(HexColor(shape.color))
            canvas.setFont(FONT, shape.size)
            place = {"start": canvas.drawString, "middle": canvas.drawCentredString, "end": canvas.drawRightString}[shape.anchor]
            place(left + shape.x, top - shape.y, shape.text)
        elif isinstance(shape, Line):
            canvas.setStrokeColor(HexColor(shape.color))
            canvas.setLineWidth(shape.width)
            canvas.line(left + shape.x1, top - shape.y1, left + shape.x2, top - shape.y2)
        else:
            _closed(canvas, shape, left, top)


def _closed(canvas: Canvas, shape: Shape, left: float, top: float) -> None:
    if shape.fill:
        canvas.setFillColor(HexColor(shape.fill))
    if shape.edge:
        canvas.setStrokeColor(HexColor(shape.edge))
        canvas.setLineWidth(0.8)
    how = {"fill": int(bool(shape.fill)), "stroke": int(bool(shape.edge))}
    (x, y), *rest = shape.corners
    if shape.radius:
        canvas.circle(left + x, top - y, shape.radius, **how)
        return
    path = canvas.beginPath()
    path.moveTo(left + x, top - y)
    for x, y in rest:
        path.lineTo(left + x, top - y)
    path.close()
    canvas.drawPath(path, **how)


def to_png(drawing: Drawing) -> bytes:
    """The drawing as a picture of about 220 dots an inch."""
    image = Image.new("RGB", (round(drawing.width * _PIXELS), round(drawing.height * _PIXELS)), "white")
    pen = ImageDraw.Draw(image)
    for shape in drawing.shapes:
        if isinstance(shape, Words):
            anchor = {"start": "ls", "middle": "ms", "end": "rs"}[shape.anchor]
            pen.text((shape.x * _PIXELS, shape.y * _PIXELS), shape.text, shape.color, _font(round(shape.size * _PIXELS)), anchor)
        elif isinstance(shape, Line):
            ends = [(shape.x1 * _PIXELS, shape.y1 * _PIXELS), (shape.x2 * _PIXELS, shape.y2 * _PIXELS)]
            pen.line(ends, shape.color, max(1, round(shape.width * _PIXELS)))
        else:
            fill, edge, thick = shape.fill or None, shape.edge or None, round(0.8 * _PIXELS)
            corners = [(x * _PIXELS, y * _PIXELS) for x, y in shape.corners]
            if shape.radius:
                pen.circle(corners[0], shape.radius * _PIXELS, fill, edge, thick)
            else:
                pen.polygon(corners, fill, edge, thick)
    sink = io.BytesIO()
    image.resize((image.width // 2, image.height // 2), Image.Resampling.LANCZOS).save(sink, "PNG", dpi=(72 * _PIXELS / 2,) * 2)
    return sink.getvalue()


@lru_cache(maxsize=16)
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONT_FILE), size)
