"""The one-page brief as a Word file, for editing into a circular: sentences, tables, sources; no drawn charts."""

from __future__ import annotations

import io
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.run import Run

_BODY, _HEAD = "仿宋", "黑体"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of the brief, all cells as they are to be read."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One page in words. `sentences`: (what it is about, the sentence); `sections`: (heading, its lines), in order."""

    name: str
    version: str
    title: str
    scope: str
    sentences: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    link: str


def to_docx(brief: Brief) -> bytes:
    """The brief on A4 with Chinese fonts named for every run, so that Word does not fall back to a Latin font."""
    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(24)
    page.top_margin = page.bottom_margin = Mm(20)
    _line(document, f"{brief.name}　{brief.version}", 9)
    _line(document, brief.title, 18, _HEAD)
    _line(document, brief.scope, 10.5)
    for number, (about, sentence) in enumerate(brief.sentences, start=1):
        paragraph = document.add_paragraph()
        _font(paragraph.add_run(f"{number}. {about}"), 12, _HEAD)
        _font(paragraph.add_run(sentence), 12, _BODY)
    for table in brief.tables:
        _line(document, table.title, 12, _HEAD)
        _add_table(document, table)
    for heading, lines in brief.sections:
        _line(document, heading, 12, _HEAD)
        for line in lines:
            _line(document, line, 10.5)
    _line(document, brief.link, 9)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _line(document: Document, text: str, size: float, font: str = _BODY) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(3)
    _font(paragraph.add_run(text), size, font)


def _add_table(document: Document, table: Table) -> None:
    grid = document.add_table(rows=1, cols=len(table.header), style="Table Grid")
    for cell, text in zip(grid.rows[0].cells, table.header, strict=True):
        _font(cell.paragraphs[0].add_run(text), 10, _HEAD)
    for row in table.rows:
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            _font(cell.paragraphs[0].add_run(text), 10, _BODY)


def _font(run: Run, size: float, name: str) -> None:
    run.font.size, run.font.name = Pt(size), name
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)
