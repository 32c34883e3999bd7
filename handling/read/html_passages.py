"""A web page as a flat list of passages: what a reader sees, line by line and table by table."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from handling.read.assembly import Cell, is_wide
from handling.read.html_tables import cells_of, is_data_table

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
        "h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul",
    )
)
_UNSEEN = frozenset(
    re.findall(
        r"\w+",
        "script style noscript template svg iframe frame object embed audio video canvas select option datalist "
        "button input textarea head title meta link map rp rt math marquee",
    )
)
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Parts of a source line, which pages set apart by their style alone.
_LABEL = re.compile(r"\s*[【\[]?(?:信息)?(?:来源|來源|时间|時間|日期|发布|發布|发表|更新|作者|编辑|责任编辑|浏览|阅读|点击|字[号体號體])")
_WHITE = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """One line or one data table: `owner` is the block element it stands in, `linked` its share of links (0–1).

    `heading` is 1–6 inside <h1>–<h6>, else 0; `cells` is filled for a table.
    """

    words: str
    owner: etree._Element
    heading: int = 0
    linked: float = 0.0
    cells: tuple[Cell, ...] = ()


def _squeezed(words: str) -> str:
    """White space as a browser shows it; where the source breaks its line at a Chinese character, nothing."""

    def blank(found: re.Match[str]) -> str:
        before, after = words[found.start() - 1 : found.start()], words[found.end() : found.end() + 1]
        return "" if "\n" in found.group() and before and after and (is_wide(before) or is_wide(after)) else " "

    return _WHITE.sub(blank, words).strip()


def unseen(element: etree._Element) -> bool:
    """True for what a browser does not show as text."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return True
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


class _Collector:
    """Walks a page once, without recursion, so that a page nested a thousand deep is no matter."""

    def __init__(self, root: etree._Element, tables: bool) -> None:
        self.passages: list[Passage] = []
        self._root, self._tables = root, tables
        self._words: list[str] = []
        self._linked = 0
        self._links = self._preformatted = 0
        self._owners: list[etree._Element] = [root]

    def _text(self, words: str | None) -> None:
        if not words:
            return
        if self._preformatted:
            first, *rest = words.split("\n")
            self._words.append(first)
            for line in rest:
                self._flush()
                self._words.append(line)
        else:
            self._words.append(words)
        if self._links:
            self._linked += len(words.strip())

    def _flush(self) -> None:
        words = _squeezed("".join(self._words))
        if words.strip():
            owner = self._owners[-1]
            heading = next((_HEADINGS[e.tag] for e in reversed(self._owners) if e.tag in _HEADINGS), 0)
            self.passages.append(Passage(words, owner, heading, min(1.0, self._linked / len(words))))
        self._words.clear()
        self._linked = 0

    def _start(self, element: etree._Element, walker: etree.iterwalk) -> None:
        if element is not self._root and unseen(element):
            walker.skip_subtree()
            return
        if element.tag == "br":
            self._flush()
        elif element.tag in _BLOCKS:
            self._flush()
            self._owners.append(element)
        if self._tables and element.tag == "table" and is_data_table(element, lines_of):
            self._table(element)
            walker.skip_subtree()
            return
        if element.tag not in _BLOCKS and self._words and _LABEL.match(element.text or ""):
            self._words.append(" ")
        self._links += element.tag == "a"
        self._preformatted += element.tag == "pre"
        self._text(element.text)

    def _table(self, table: etree._Element) -> None:
        for caption in table.iterchildren("caption"):
            self.passages.extend(Passage(line, caption) for line in lines_of(caption))
        cells = cells_of(table, lines_of)
        words = "\n".join(cell.words for cell in cells)
        if words.strip():
            linked = sum(len("".join(link.itertext()).strip()) for link in table.iterdescendants("a"))
            self.passages.append(Passage(words, table, 0, min(1.0, linked / len(words)), tuple(cells)))

    def _end(self, element: etree._Element) -> None:
        if isinstance(element.tag, str) and (element is self._root or not unseen(element)):
            if element.tag in _BLOCKS:
                self._flush()
                self._owners.pop()
            self._links -= element.tag == "a"
            self._preformatted -= element.tag == "pre"
        if element is not self._root:
            self._text(element.tail)

    def collect(self) -> list[Passage]:
        walker = etree.iterwalk(self._root, events=("start", "end", "comment", "pi"))
        for event, element in walker:
            if event == "start":
                self._start(element, walker)
            else:
                self._end(element)
        self._flush()
        return self.passages


def lines_of(element: etree._Element) -> list[str]:
    """The visible lines of an element, tables in it dissolved."""
    return [passage.words for passage in _Collector(element, tables=False).collect()]


def passages_of(page: etree._Element) -> list[Passage]:
    """All passages of a page, furniture included."""
    return _Collector(page, tables=True).collect()
