"""Web pages (.html, .htm): the article without its page, data tables as cells."""

from __future__ import annotations

import re

import lxml.html
from lxml import etree

from handling.model import ReadingError
from handling.read.assembly import Assembly, Readout
from handling.read.encoding import declares_big5, decode
from handling.read.html_article import article
from handling.read.html_furniture import is_metadata
from handling.read.html_passages import Passage, passages_of
from handling.read.html_site import site_lines

_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")


def _parse(data: bytes, name: str) -> etree._Element:
    text = decode(data, name, traditional=declares_big5(data))
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        # An XML declaration makes lxml refuse a text that is decoded already.
        return lxml.html.document_fromstring(_XML_DECLARATION.sub("", text), parser)
    except (etree.ParserError, ValueError) as error:
        remedy = "请在浏览器中打开原网页，另存为网页后重新导入"
        raise ReadingError(name, "网页里没有文字", remedy, code="empty") from error


def _write_metadata(assembly: Assembly, passage: Passage) -> None:
    """The table above a public document: each name with its value on a line."""
    if not passage.cells:
        assembly.add("note", passage.words)
    for row in sorted({cell.row for cell in passage.cells}):
        words = [cell.words.replace("\n", " ").strip() for cell in passage.cells if cell.row == row]
        for name, value in zip(words[::2], words[1::2], strict=False):
            if value:
                assembly.add("note", f"{name}\t{value}")


def read_html(data: bytes, name: str) -> Readout:
    """A web page."""
    page = _parse(data, name)
    assembly = Assembly(name)
    for kind, passage in article(passages_of(page), page):
        if is_metadata(passage.words) and kind == "note":
            _write_metadata(assembly, passage)
        elif passage.cells:
            assembly.add_table(passage.cells)
        else:
            assembly.add(kind, passage.words)
    written = assembly.readout()[0]
    for line in site_lines(page, written) if written.strip() else ():
        assembly.add("note", line, "网页")
    return assembly.readout()
