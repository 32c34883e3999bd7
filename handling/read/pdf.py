"""PDF with text: paragraphs in reading order, ruled tables as cells. A scan, a locked or a damaged file is refused."""

from __future__ import annotations

import io
import re
import time

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from handling.model import ReadingError
from handling.read.assembly import Assembly, Cell, Readout
from handling.read.limits import MAX_PDF_PAGES, PDF_SECONDS
from handling.read.pdf_lines import Line, lines_of, running_lines
from handling.read.pdf_paragraphs import Layout, layout_of, paragraphs, words_of
from handling.read.pdf_tables import RuledTable, continued, ruled_tables

# pdfminer writes a character that has no Unicode as (cid:123).
_UNMAPPED = re.compile(r"\(cid:\d+\)")
MIN_CHARACTERS_A_PAGE = 10
MAX_UNMAPPED_SHARE = 0.1

Flow = Line | RuledTable
"""What stands on a page, top to bottom."""


def _open(data: bytes, name: str) -> PDF:
    try:
        return pdfplumber.open(io.BytesIO(data))
    except PdfminerException as error:
        cause = error.args[0] if error.args else error
        if isinstance(cause, (PDFPasswordIncorrect, PDFEncryptionError)):
            raise ReadingError(name, "PDF 有密码保护", "请取消密码后重新导入", code="password") from error
        raise _damaged(name) from error
    except (PDFException, PSException, ValueError, TypeError, KeyError) as error:
        raise _damaged(name) from error


def _damaged(name: str) -> ReadingError:
    return ReadingError(name, "PDF 文件已损坏", "请重新下载，或索取 Word 文件后导入", code="damaged")


def _flow(page: Page, number: int) -> tuple[list[Line], list[RuledTable], int]:
    """The lines outside tables, the tables, and how many characters the page has."""
    page = page.dedupe_chars(tolerance=0.8)
    tables = ruled_tables(page)

    def free(char: dict[str, float]) -> bool:
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        return not any(t.box[0] <= x <= t.box[2] and t.box[1] <= y <= t.box[3] for t in tables)

    lines = lines_of([char for char in page.chars if free(char)], number)
    return lines, tables, sum(1 for char in page.chars if char["text"].strip())


def _pages(pdf: PDF, name: str) -> list[tuple[list[Line], list[RuledTable]]]:
    if len(pdf.pages) > MAX_PDF_PAGES:
        raise ReadingError(name, f"PDF 超过{MAX_PDF_PAGES}页", "请只保留办理情况部分后重新导入", code="too_large")
    deadline = time.monotonic() + PDF_SECONDS
    found, characters = [], 0
    for number, page in enumerate(pdf.pages, 1):
        lines, tables, count = _flow(page, number)
        characters += count
        found.append((lines, tables))
        page.close()
        if time.monotonic() > deadline:
            remedy = "请拆分文件，或索取 Word 文件后导入"
            raise ReadingError(name, f"{PDF_SECONDS:.0f}秒内没有读完", remedy, code="timeout")
    if characters < MIN_CHARACTERS_A_PAGE * min(len(found), 3):
        reason = "PDF 是扫描图片，没有文字"
        raise ReadingError(name, reason, "请先做文字识别（OCR），或索取 Word 文件后导入", code="scanned")
    unmapped = sum(len(_UNMAPPED.findall(line.words)) for lines, _ in found for line in lines)
    if unmapped > characters * MAX_UNMAPPED_SHARE:
        reason = "PDF 的字体没有文字编码，读出来是乱码"
        raise ReadingError(name, reason, "请先做文字识别（OCR），或索取 Word 文件后导入", code="scanned")
    return found


def _in_order(pages: list[tuple[list[Line], list[RuledTable]]]) -> list[Flow]:
    """Everything without running heads, in order; a table that goes on over a page break is one table."""
    running = running_lines([lines for lines, _ in pages])
    flow: list[Flow] = []
    for lines, tables in pages:
        kept: list[Flow] = [line for line in lines if line not in running]
        on_page = sorted([*kept, *tables], key=lambda part: part.box[1] if isinstance(part, RuledTable) else part.top)
        if flow and on_page and isinstance(flow[-1], RuledTable) and isinstance(on_page[0], RuledTable):
            cells = continued(flow[-1], on_page[0])
            if cells is not None:
                flow[-1] = RuledTable(flow[-1].box, cells)
                on_page = on_page[1:]
        flow.extend(on_page)
    return flow


def _write(assembly: Assembly, flow: list[Flow], layout: Layout) -> None:
    counts: dict[int, int] = {}
    waiting: list[Line] = []

    def write_waiting() -> None:
        for paragraph in paragraphs(waiting, layout):
            page = paragraph[0].page
            counts[page] = counts.get(page, 0) + 1
            assembly.add("paragraph", words_of(paragraph), f"第{page}页第{counts[page]}段")
        waiting.clear()

    for part in flow:
        if isinstance(part, Line):
            waiting.append(part)
            continue
        write_waiting()
        cells: list[Cell] = part.cells
        assembly.add_table(cells)
    write_waiting()


def read_pdf(data: bytes, name: str) -> Readout:
    """A .pdf file with text."""
    with _open(data, name) as pdf:
        try:
            pages = _pages(pdf, name)
        except (PdfminerException, PDFException, PSException) as error:
            raise _damaged(name) from error
    flow = _in_order(pages)
    assembly = Assembly(name)
    lines = [line for lines, _ in pages for line in lines]
    _write(assembly, flow, layout_of(lines) if lines else Layout(0, 0, 0, 0, False))
    return assembly.readout()
