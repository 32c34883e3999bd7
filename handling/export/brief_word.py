"""The brief as a Word file of one page, for editing into a circular: sentences, charts, table, sources."""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt
from docx.text.run import Run

from handling.export import brief_charts, drawing
from handling.export.brief import Brief, Table, plain

_BODY, _HEAD = "仿宋", "黑体"
_SIDE = 20
_WIDE = 210 - 2 * _SIDE  # mm
_POINTS = 481.0  # the same, in points


def to_docx(brief: Brief) -> bytes:
    """The brief on A4 with Chinese fonts named for every run, so that Word does not fall back to a Latin font."""
    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(_SIDE)
    page.top_margin = page.bottom_margin = Mm(13)
    document.core_properties.title, document.core_properties.author = brief.title, brief.name
    _line(document, f"{brief.name}　{brief.version}", 8)
    _line(document, brief.title, 15, _HEAD)
    _line(document, brief.scope, 8.5, after=3)
    for number, (about, sentence) in enumerate(brief.sentences, start=1):
        _line(document, f"{number}. {about}", 10, _HEAD, rest=plain(sentence), after=2)
    _charts(document, brief)
    for table in brief.tables[:1]:
        if table.rows:
            _line(document, table.title, 9.5, _HEAD)
            _add_table(document, table)
    for heading, lines in brief.sections:
        _line(document, heading, 8.5, _HEAD)
        for line in lines:
            _line(document, line, 8)
    _line(document, brief.link, 7.5)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _charts(document: Document, brief: Brief) -> None:
    """Both charts as pictures, drawn from the same numbers as the tables; their titles are text and can be edited."""
    charts = brief.charts
    drawn = ((charts.rates, charts.rates_title, brief_charts.rates), (charts.outcomes, charts.outcomes_title, brief_charts.outcomes))
    for rows, title, draw in drawn:
        if rows:
            _line(document, title, 9.5, _HEAD)
            picture = document.add_picture(io.BytesIO(drawing.to_png(draw(charts, _POINTS))), width=Mm(_WIDE))
            picture._inline.docPr.set("descr", title)
            document.paragraphs[-1].paragraph_format.space_after = Pt(0)


def _line(document: Document, text: str, size: float, font: str = _BODY, rest: str = "", after: float = 0) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(after), 1.0
    _font(paragraph.add_run(text), size, font)
    if rest:
        _font(paragraph.add_run(rest), size, _BODY)


def _add_table(document: Document, table: Table) -> None:
    grid = document.add_table(rows=0, cols=len(table.header), style="Table Grid")
    grid.autofit = False
    wanted = [max(drawing.width_of(row[column], 8) for row in (table.header, *table.rows)) + 14 for column in range(len(table.header))]
    widths = [Emu(int(Mm(_WIDE) * width / sum(wanted))) for width in wanted]
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width  # LibreOffice goes by the columns, Word by the cells
    for cells, font in ((table.header, _HEAD), *((row, _BODY) for row in table.rows)):
        for column, (cell, text) in enumerate(zip(grid.add_row().cells, cells, strict=True)):
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(0), 1.0
            if column in table.numbers:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            _font(paragraph.add_run(text), 8, font)
            cell.width = widths[column]


def _font(run: Run, size: float, name: str) -> None:
    run.font.size, run.font.name = Pt(size), name
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)
