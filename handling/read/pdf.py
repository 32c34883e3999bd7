"""PDF with text: paragraphs in reading order, ruled tables as cells. A scan, a locked or a damaged file is refused."""

from __future__ import annotations

import io
import logging
import re
import time
from collections.abc import Callable
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from handling.model import ReadingError
from handling.read.assembly import Assembly, Readout
from handling.read.limits import MAX_PDF_PAGES, PDF_SECONDS
from handling.read.page_flow import Sheet, write_sheets
from handling.read.page_lines import lines_of
from handling.read.pdf_tables import ruled_tables

# It warns of every font that lacks a measure that no one asks for here.
logging.getLogger("pdfminer").setLevel(logging.ERROR)
# pdfminer writes a character that has no Unicode as (cid:123).
_UNMAPPED = re.compile(r"\(cid:\d+\)")
MIN_CHARACTERS_A_PAGE = 10
MAX_UNMAPPED_SHARE = 0.1
_SHARE_LEVEL, _SLOPE = 0.8, 0.1


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


def _without_watermark(page: Page) -> Callable[[dict[str, Any]], bool]:
    """Keeps all but characters that are printed aslant over a page of level ones."""

    def level(item: dict[str, Any]) -> bool:
        across, up = item["matrix"][:2]
        return bool(abs(up) <= _SLOPE * abs(across))

    if sum(1 for char in page.chars if level(char)) < _SHARE_LEVEL * len(page.chars):
        return lambda item: True
    return lambda item: item["object_type"] != "char" or level(item)


def _sheet(page: Page, number: int) -> tuple[Sheet, int]:
    """The lines and tables of a page, and how many characters it has."""
    # Bold type is often faked by printing a character twice.
    page = page.dedupe_chars(tolerance=0.8).filter(_without_watermark(page))
    tables = ruled_tables(page)

    def free(char: dict[str, float]) -> bool:
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        return not any(t.box[0] <= x <= t.box[2] and t.box[1] <= y <= t.box[3] for t in tables)

    lines = lines_of([char for char in page.chars if free(char)], number)
    return Sheet(lines, tables), sum(1 for char in page.chars if char["text"].strip())


def _sheets(pdf: PDF, name: str) -> list[Sheet]:
    if len(pdf.pages) > MAX_PDF_PAGES:
        raise ReadingError(name, f"PDF 超过{MAX_PDF_PAGES}页", "请只保留办理情况部分后重新导入", code="too_large")
    deadline = time.monotonic() + PDF_SECONDS
    sheets, characters = [], 0
    for number, page in enumerate(pdf.pages, 1):
        sheet, count = _sheet(page, number)
        characters += count
        sheets.append(sheet)
        page.close()
        if time.monotonic() > deadline:
            remedy = "请拆分文件，或索取 Word 文件后导入"
            raise ReadingError(name, f"{PDF_SECONDS:.0f}秒内没有读完", remedy, code="timeout")
    _refuse_scan(sheets, characters, name)
    return sheets


def _refuse_scan(sheets: list[Sheet], characters: int, name: str) -> None:
    remedy = "请先做文字识别（OCR），或索取 Word 文件后导入"
    if characters < MIN_CHARACTERS_A_PAGE * min(len(sheets), 3):
        raise ReadingError(name, "PDF 是扫描图片，没有文字", remedy, code="scanned")
    unmapped = sum(len(_UNMAPPED.findall(line.words)) for sheet in sheets for line in sheet.lines)
    if unmapped > characters * MAX_UNMAPPED_SHARE:
        raise ReadingError(name, "PDF 的字体没有文字编码，读出来是乱码", remedy, code="scanned")


def read_pdf(data: bytes, name: str) -> Readout:
    """A .pdf file with text."""
    with _open(data, name) as pdf:
        try:
            sheets = _sheets(pdf, name)
        except (PdfminerException, PDFException, PSException) as error:
            raise _damaged(name) from error
    assembly = Assembly(name)
    write_sheets(assembly, sheets)
    return assembly.readout()
