"""The visible words of a Word paragraph: runs, tabs and breaks, insertions but no deletions, notes and text boxes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Deleted words, words moved away, field codes, and drawings, whose text boxes are read by themselves.
_SKIPPED = {f"{W}{tag}" for tag in ["del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "drawing", "pict", "object", "rt"]}


def _walk(element: etree._Element) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or tag in _SKIPPED or tag.startswith(_ALTERNATE):
            continue
        if tag == f"{W}r" and child.find(f"{W}rPr/{W}vanish") is not None:
            continue
        if tag == f"{W}t":
            yield child.text or ""
        elif tag == f"{W}tab":
            yield "\t"
        elif tag in (f"{W}br", f"{W}cr"):
            yield "\n"
        elif tag == f"{W}noBreakHyphen":
            yield "-"
        elif tag == f"{W}sym":
            yield _symbol(child)
        else:
            yield from _walk(child)


def _symbol(element: etree._Element) -> str:
    """A character of a symbol font: no text can show it, a square stands for it."""
    return "□"


def lines(paragraph: etree._Element) -> list[str]:
    """The lines of a paragraph; a line break inside it begins a new one."""
    return [line for line in "".join(_walk(paragraph)).split("\n") if line.strip()]


def text_boxes(paragraph: etree._Element) -> list[str]:
    """The paragraphs of the text boxes anchored in a paragraph; the copy kept for old programs is not read twice."""
    found = []
    for content in paragraph.iter(f"{W}txbxContent"):
        if any(parent.tag == f"{_ALTERNATE}Fallback" for parent in content.iterancestors()):
            continue
        for inner in content.iter(f"{W}p"):
            found.extend(lines(inner))
    return found


def notes_of(part: etree._Element | None, called: str) -> Iterator[tuple[str, str]]:
    """(脚注1, a line of it) for every footnote, or endnote, of a part."""
    number = 0
    for note in part if part is not None else ():
        if note.get(f"{W}type") in ("separator", "continuationSeparator", "continuationNotice"):
            continue
        number += 1
        for paragraph in note.iter(f"{W}p"):
            for line in lines(paragraph):
                yield f"{called}{number}", line
