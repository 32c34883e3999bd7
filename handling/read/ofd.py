"""OFD, China's own page format: a zip of XML with every line of print at its place. Words only, tables as lines with tabs."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from posixpath import dirname, join, normpath

from lxml import etree

from handling.model import ReadingError
from handling.read.archive import open_archive, xml_part
from handling.read.assembly import Assembly, Readout, is_wide
from handling.read.limits import MAX_PDF_PAGES
from handling.read.page_flow import Sheet, write_sheets
from handling.read.page_lines import Char, lines_of

# OFD measures in millimetres, the lines of print in points.
_POINTS = 72 / 25.4
_RUN = re.compile(r"g\s+(\d+)\s+(-?[\d.]+)")


def _numbers(words: str | None) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", words or "")]


def _steps(words: str | None) -> list[float]:
    """DeltaX: the steps between characters; "g 3 5" stands for three steps of 5."""
    expanded = _RUN.sub(lambda run: " ".join([run.group(2)] * min(int(run.group(1)), 10_000)), words or "")
    return _numbers(expanded)


def _chars(text: etree._Element) -> Iterator[Char]:
    """The characters of a TextObject with their places on the page."""
    box = _numbers(text.get("Boundary"))
    size = _numbers(text.get("Size"))
    if len(box) < 2 or not size:
        return
    matrix = _numbers(text.get("CTM")) or [1, 0, 0, 1, 0, 0]
    height = size[0] * abs(matrix[3] or 1)
    x = y = 0.0
    for code in text.iterfind("{*}TextCode"):
        x, y = (_numbers(code.get("X")) or [x])[0], (_numbers(code.get("Y")) or [y])[0]
        at, steps = x, _steps(code.get("DeltaX"))
        for number, character in enumerate(code.text or ""):
            left = box[0] + at * matrix[0] + y * matrix[2] + matrix[4]
            base = box[1] + at * matrix[1] + y * matrix[3] + matrix[5]
            usual = size[0] if is_wide(character) else size[0] / 2
            step = steps[min(number, len(steps) - 1)] if steps else usual
            # The step to the next character is its width as set, but not where it is a gap between columns.
            width = step if 0 < step < 2 * usual else usual
            yield {
                "text": character,
                "x0": left * _POINTS,
                "x1": (left + width * abs(matrix[0] or 1)) * _POINTS,
                "top": (base - height) * _POINTS,
                "bottom": base * _POINTS,
                "size": height * _POINTS,
            }
            at += step


def _pages(archive: zipfile.ZipFile, name: str) -> Iterator[etree._Element]:
    root = xml_part(archive, "OFD.xml", name)
    for place in root.iter("{*}DocRoot") if root is not None else ():
        path = (place.text or "").strip().lstrip("/")
        document = xml_part(archive, path, name)
        for page in document.iterfind("{*}Pages/{*}Page") if document is not None else ():
            base = page.get("BaseLoc", "")
            content = xml_part(archive, base if base.startswith("/") else normpath(join(dirname(path), base)), name)
            if content is not None:
                yield content


def read_ofd(data: bytes, name: str) -> Readout:
    """An .ofd file with text."""
    archive = open_archive(data, name)
    sheets = []
    for number, page in enumerate(_pages(archive, name), 1):
        if number > MAX_PDF_PAGES:
            raise ReadingError(name, f"OFD 超过{MAX_PDF_PAGES}页", "请只保留办理情况部分后重新导入", code="too_large")
        chars = [char for text in page.iter("{*}TextObject") for char in _chars(text)]
        sheets.append(Sheet(lines_of(chars, number), []))
    if not any(sheet.lines for sheet in sheets):
        remedy = "请先做文字识别（OCR），或用 WPS 另存为 .docx 后导入"
        raise ReadingError(name, "OFD 里没有文字，可能是扫描件", remedy, code="scanned")
    assembly = Assembly(name)
    write_sheets(assembly, sheets)
    return assembly.readout()
