"""Word (.docx): paragraphs and tables in document order, headings by style, merged cells once, deletions left out."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from handling.model import ReadingError
from handling.read.archive import open_archive, part
from handling.read.assembly import Assembly, Cell, Readout
from handling.read.word_text import W, lines, notes, text_boxes

# Wrappers that hold paragraphs and tables of the body without being either.
_WRAPPERS = {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", f"{W}ins", f"{W}moveTo"}


def _open(data: bytes, name: str) -> WordDocument:
    archive = open_archive(data, name)
    part(archive, "[Content_Types].xml", name)
    try:
        return docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError) as error:
        reason, remedy = "文件已损坏，不是完整的 Word 文档", "请用 Word 或 WPS 打开后另存为 .docx 再导入"
        raise ReadingError(name, reason, remedy, code="damaged") from error


def _heading_styles(document: WordDocument) -> dict[str, str]:
    """Style id → "title" or "heading", for the built-in styles and those that are based on them."""
    kinds: dict[str, str] = {}
    for style in document.styles.element.findall(f"{W}style"):
        name = style.find(f"{W}name")
        words = (name.get(f"{W}val") if name is not None else "") or ""
        kind = ""
        if words.lower() in ("title", "标题"):
            kind = "title"
        elif words.lower().startswith(("heading ", "标题 ")) or style.find(f"{W}pPr/{W}outlineLvl") is not None:
            kind = "heading"
        base = style.find(f"{W}basedOn")
        if not kind and base is not None:
            kind = kinds.get(base.get(f"{W}val", ""), "")
        if kind:
            kinds[style.get(f"{W}styleId", "")] = kind
    return kinds


def _kind(paragraph: etree._Element, styles: dict[str, str]) -> str:
    level = paragraph.find(f"{W}pPr/{W}outlineLvl")
    if level is not None and level.get(f"{W}val", "9") != "9":
        return "heading"
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return styles.get(style.get(f"{W}val", ""), "paragraph") if style is not None else "paragraph"


def _body(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables in order, wrappers opened."""
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _body(child)


def _span_of(cell: etree._Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    words = span.get(f"{W}val", "1") if span is not None else "1"
    return max(1, min(int(words), 500)) if words.isdigit() else 1


def _continues(cell: etree._Element) -> bool:
    """True for a cell that belongs to the one above it."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _cell_words(cell: etree._Element) -> str:
    words = []
    for block in _body(cell):
        if block.tag == f"{W}p":
            words.extend(lines(block))
        else:  # a table inside a cell: its words, row by row
            words.extend(" ".join(_cell_words(inner) for inner in row.iter(f"{W}tc")) for row in block.iter(f"{W}tr"))
    return "\n".join(words)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == f"{W}tr":
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag in _WRAPPERS:
            yield from _rows(child)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _cells(child)


def table_cells(table: etree._Element) -> list[Cell]:
    """The cells of a table, merged ones once with their spans."""
    found: dict[tuple[int, int], Cell] = {}
    above: dict[int, tuple[int, int]] = {}  # column → the cell that a continuing cell below would belong to
    for number, row in enumerate(_rows(table)):
        before = row.find(f"{W}trPr/{W}gridBefore")
        column = int(before.get(f"{W}val", "0")) if before is not None else 0
        for cell in _cells(row):
            width = _span_of(cell)
            origin = above.get(column)
            if _continues(cell) and origin:
                first = found[origin]
                found[origin] = Cell(first.row, first.column, first.words, number - first.row + 1, first.column_span)
            else:
                found[number, column] = Cell(number, column, _cell_words(cell), 1, width)
                above[column] = (number, column)
            column += width
    return list(found.values())


def _is_frame(cells: list[Cell]) -> bool:
    """True for a table that only frames text: a single column."""
    return max((cell.column + cell.column_span for cell in cells), default=0) <= 1


def read_word(data: bytes, name: str) -> Readout:
    """A .docx file. Headers and footers are left out, footnotes and text boxes follow as notes."""
    document = _open(data, name)
    styles = _heading_styles(document)
    assembly = Assembly(name)
    titled = False
    for block in _body(document.element.body):
        if block.tag == f"{W}tbl":
            cells = table_cells(block)
            if not _is_frame(cells):
                assembly.add_table(cells)
                continue
            for paragraph in block.iter(f"{W}p"):
                for line in lines(paragraph):
                    assembly.add("paragraph", line)
            continue
        kind = _kind(block, styles)
        if kind != "paragraph":
            kind = "heading" if titled else "title"
            titled = True
        for line in lines(block):
            assembly.add(kind, line)
        for number, words in enumerate(text_boxes(block), 1):
            assembly.add("note", words, f"第{assembly.paragraphs}段旁文本框{number}")
    for place, words in notes(document):
        assembly.add("note", words, place)
    return assembly.readout()
