"""Tables of a web page: data tables become cells; layout tables, frequent on old pages, dissolve into their text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from handling.read.assembly import ARTICLE_CHARACTERS, ARTICLE_SHARE, Cell

_BLOCKY = ("p", "div", "h1", "h2", "h3", "h4", "ul", "ol", "form")
_MAX_SPAN = 1000

Words = Callable[[etree._Element], list[str]]
"""The visible lines of an element."""


def rows_of(table: etree._Element) -> Iterator[list[etree._Element]]:
    """The rows of a table, not those of tables inside it."""
    for child in table:
        if child.tag == "tr":
            yield [cell for cell in child if cell.tag in ("td", "th")]
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from rows_of(child)


def _span(cell: etree._Element, name: str) -> int:
    words = (cell.get(name) or "1").strip()
    return min(max(int(words), 1), _MAX_SPAN) if words.isdecimal() else 1


def cells_of(table: etree._Element, words: Words) -> list[Cell]:
    """The cells of a data table with their spans, as a browser lays them out."""
    found: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    rows = list(rows_of(table))
    for row, elements in enumerate(rows):
        column = 0
        for element in elements:
            while (row, column) in taken:
                column += 1
            row_span, column_span = min(_span(element, "rowspan"), len(rows) - row), _span(element, "colspan")
            found.append(Cell(row, column, "\n".join(words(element)), row_span, column_span))
            taken.update((row + down, column + right) for down in range(row_span) for right in range(column_span))
            column += column_span
    return found


def is_data_table(table: etree._Element, words: Words) -> bool:
    """True for at least two rows and two columns of short cells, without another table or an article inside."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [row for row in rows_of(table) if row]
    if len(rows) < 2 or max(len(row) for row in rows) < 2:
        return False
    sizes = [(sum(len(line) for line in words(cell)), cell) for row in rows for cell in row]
    total = sum(size for size, _ in sizes)
    largest, element = max(sizes, key=lambda pair: pair[0])
    if largest > ARTICLE_CHARACTERS and largest > ARTICLE_SHARE * total:
        return False
    return largest <= ARTICLE_CHARACTERS or sum(1 for child in element.iterdescendants(*_BLOCKY)) < 3
