"""Word (.docx): paragraphs and tables in document order, headings by style, merged cells once, deletions left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree

from handling.model import ReadingError
from handling.read.archive import open_archive, relations, xml_part
from handling.read.assembly import Assembly, Cell, Readout, join_lines
from handling.read.word_numbers import numbering_of
from handling.read.word_text import W, lines, notes_of, text_boxes

# Wrappers that hold paragraphs and tables of the body without being either.
_WRAPPERS = {f"{W}{tag}" for tag in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十]{1,3}[章节部]|\d")
# A shorter paragraph may stand above a title: the number of a document, a secrecy mark.
_SHORT = 40

Lines = Callable[[etree._Element], list[str]]
"""The lines of a paragraph, its number before the first."""
_NOTES = (("footnotes", "脚注"), ("endnotes", "尾注"))


def _heading_styles(styles: etree._Element | None) -> dict[str, str]:
    """Style id → "title" or "heading", for the built-in styles and those that are based on them."""
    kinds: dict[str, str] = {}
    for style in styles.iterfind(f"{W}style") if styles is not None else ():
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


def _cell_words(cell: etree._Element, lines: Lines) -> str:
    words = []
    for block in _body(cell):
        if block.tag == f"{W}p":
            words.extend(lines(block))
        else:  # a table inside a cell: its words, row by row
            words.extend(" ".join(_cell_words(inner, lines) for inner in row.iter(f"{W}tc")) for row in block.iter(f"{W}tr"))
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


def _table_cells(table: etree._Element, lines: Lines) -> list[Cell]:
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
                found[number, column] = Cell(number, column, _cell_words(cell, lines), 1, width)
                above[column] = (number, column)
            column += width
    return list(found.values())


def _write_table(assembly: Assembly, table: etree._Element, lines: Lines) -> None:
    """A table as cells; one that only frames text, with a single column, as paragraphs."""
    rows = [list(_cells(row)) for row in _rows(table)]
    if any(len(row) > 1 for row in rows):
        assembly.add_table(_table_cells(table, lines))
        return
    for block in (block for row in rows for cell in row for block in _body(cell)):
        if block.tag == f"{W}tbl":
            _write_table(assembly, block, lines)
        else:
            for line in lines(block):
                assembly.add("paragraph", line)


def _is_title(kind: str, words: str, before: list[str]) -> bool:
    """True for the Title style until a text begins, and for a first heading without a number where no text came before."""
    if kind == "title":
        return all(earlier == "title" or earlier == "short" for earlier in before)
    return kind == "heading" and "title" not in before and "text" not in before and not _NUMBERED.match(words)


def _write_body(assembly: Assembly, body: etree._Element, styles: dict[str, str], lines: Lines) -> None:
    before: list[str] = []
    for block in _body(body):
        if block.tag == f"{W}tbl":
            _write_table(assembly, block, lines)
            before.append("text")
            continue
        kind, words = _kind(block, styles), lines(block)
        if kind == "paragraph":
            for line in words:
                assembly.add("paragraph", line)
                before.append("short" if len(line) < _SHORT else "text")
        elif words:
            # Broken over lines for looks only: a heading is one line.
            line = join_lines(words)
            kind = "title" if _is_title(kind, line, before) else "heading"
            assembly.add(kind, line)
            before.append(kind)
        for number, line in enumerate(text_boxes(block), 1):
            assembly.add("note", line, f"第{max(assembly.paragraphs, 1)}段旁文本框{number}")


def read_word(data: bytes, name: str) -> Readout:
    """A .docx file. Headers and footers are left out, footnotes and text boxes are notes.

    Read from the zip itself: opened as a package, one missing picture would refuse the whole report.
    """
    archive = open_archive(data, name)
    paths = dict(relations(archive, "", name).values())
    main = paths.get("officeDocument", "word/document.xml")
    root = xml_part(archive, main, name)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        reason, remedy = "文件已损坏，不是完整的 Word 文档", "请用 Word 或 WPS 打开后另存为 .docx 再导入"
        raise ReadingError(name, reason, remedy, code="damaged")
    parts = dict(relations(archive, main, name).values())
    styles = xml_part(archive, parts.get("styles", "word/styles.xml"), name)
    numbering = numbering_of(xml_part(archive, parts["numbering"], name) if "numbering" in parts else None, styles)

    def numbered(paragraph: etree._Element) -> list[str]:
        label = numbering.label(paragraph)
        first, *rest = lines(paragraph) or [""]
        return [label + first, *rest] if first else []

    assembly = Assembly(name)
    _write_body(assembly, body, _heading_styles(styles), numbered)
    for kind, called in _NOTES:
        for place, words in notes_of(xml_part(archive, parts[kind], name) if kind in parts else None, called):
            assembly.add("note", words, place)
    return assembly.readout()
