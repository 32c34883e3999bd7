"""Text and blocks, put together block by block, so that spans are right by construction."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from handling.model import Block, ReadingError, Span
from handling.read.limits import MAX_TEXT_CHARACTERS

Readout = tuple[str, tuple[Block, ...]]
"""What a reader returns: the text and its blocks."""

# One cell with more than this much text, and most of its table's, holds an article and no datum.
ARTICLE_CHARACTERS, ARTICLE_SHARE = 300, 0.6
_LINE_ENDS = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")
# Format characters (zero width, bidirectional marks, soft hyphen, a second BOM) stand inside numbers and words unseen.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_BLANKS = re.compile(r"[ \t\r\n]+")


def clean(text: str) -> str:
    """Line ends become a line feed; control and invisible format characters go. Nothing else changes."""
    return _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text.replace("\r\n", "\n")))


def column_letters(column: int) -> str:
    """0 → A, 25 → Z, 26 → AA, as spreadsheet programs name their columns."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def is_wide(character: str) -> bool:
    """True for Chinese characters and full-width marks: where they meet, no blank stands between words."""
    return unicodedata.east_asian_width(character) in "WF"


def join_lines(lines: Iterable[str], *, wrapped: bool = False) -> str:
    """Lines of one paragraph or cell as one line: a blank only where two Latin words or two numbers would run together.

    `wrapped` says that the print broke the line where it was full: digits on both sides are then one number.
    """
    joined = ""
    for line in (line.strip() for line in lines):
        if joined and line:
            before, after = joined[-1], line[0]
            words = before.isascii() and after.isascii() and (before.isalpha() or before in ",.;:") and after.isalpha()
            numbers = before.isdecimal() and after.isdecimal() and not wrapped
            if words or numbers or (before.isascii() and after.isascii() and before.isalnum() and after.isalpha()):
                joined += " "
        joined += line
    return joined


@dataclass(frozen=True, slots=True)
class Cell:
    """A filled cell; `row` and `column` count from 0 within its table."""

    row: int
    column: int
    words: str
    row_span: int = 1
    column_span: int = 1


def _holds_article(cells: list[Cell]) -> bool:
    """True where one cell has an article's length and most of the table's text."""
    sizes = [len(cell.words) for cell in cells]
    return max(sizes, default=0) > ARTICLE_CHARACTERS and max(sizes) > ARTICLE_SHARE * sum(sizes)


def _framed(cells: list[Cell]) -> tuple[list[Cell], list[Cell], list[Cell]]:
    """Sorted filled cells → the full-width ones above, the table, the full-width ones below."""
    width = max((cell.column + cell.column_span for cell in cells), default=0)
    alone = Counter(cell.row for cell in cells)
    full = [width > 1 and cell.column_span == width and alone[cell.row] == 1 for cell in cells]
    first = full.index(False) if False in full else len(cells)
    last = len(cells) - (full[::-1].index(False) if False in full else 0)
    return cells[:first], cells[first : max(first, last)], cells[max(first, last) :]


@dataclass(slots=True)
class Assembly:
    """A document in the making. `name` is the file's, for errors."""

    name: str
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _blocks: list[Block] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0

    def _write(self, words: str) -> Span:
        span = Span(start=self._length, end=self._length + len(words))
        self._parts.append(words)
        self._length = span.end
        if self._length > MAX_TEXT_CHARACTERS:
            limit = f"{MAX_TEXT_CHARACTERS // 10_000}万字"
            raise ReadingError(self.name, f"文字超过{limit}", "请只保留办理情况部分后重新导入", code="too_large")
        return span

    def add(self, kind: str, words: str, place: str = "") -> None:
        """One block on a line of its own. Without `place` it is the next 第N段."""
        words = clean(words).strip()
        if not words:
            return
        if not place:
            self.paragraphs += 1
            place = f"第{self.paragraphs}段"
        self._blocks.append(Block(kind=kind, span=self._write(words), place=place))
        self._write("\n")

    def add_table(self, cells: Iterable[Cell], place: Callable[[Cell], str] | None = None) -> None:
        """The cells of one table: a tab between cells, a line feed after a row. Cells without words have no block.

        What a merged cell covers is left empty, so that the columns of the text stay in line. Rows that one cell fills from
        side to side are the table's title at its top and its notes at its bottom, and stand outside of it. A form with the
        report in one of its cells is no table: its cells are paragraphs.
        """
        number = self.tables + 1
        where = place or (lambda cell: f"表{number}第{cell.row + 1}行第{cell.column + 1}列")
        filled = sorted((cell for cell in cells if cell.words.strip()), key=lambda cell: (cell.row, cell.column))
        if _holds_article(filled):
            for cell in filled:
                for line in cell.words.split("\n"):
                    self.add("paragraph", line, where(cell))
            return
        above, inside, below = _framed(filled)
        for cell in above:
            self.add("paragraph", join_lines(clean(cell.words).split("\n")), where(cell))
        self._write_cells(inside, where)
        for cell in below:
            self.add("note", join_lines(clean(cell.words).split("\n")), where(cell))

    def _write_cells(self, cells: list[Cell], where: Callable[[Cell], str]) -> None:
        if not cells:
            return
        table, top = self.tables, cells[0].row
        self.tables += 1
        row, column = top, 0
        for cell in cells:
            if cell.row > row:
                self._write("\n" * (cell.row - row))
                row, column = cell.row, 0
            self._write("\t" * (cell.column - column))
            column = cell.column
            span = self._write(_BLANKS.sub(" ", join_lines(clean(cell.words).split("\n"))).strip())
            self._blocks.append(
                Block(
                    kind="cell",
                    span=span,
                    place=where(cell),
                    table=table,
                    row=cell.row - top,
                    column=cell.column,
                    row_span=cell.row_span,
                    column_span=cell.column_span,
                )
            )
        self._write("\n")

    def readout(self) -> Readout:
        """The finished text and its blocks."""
        return "".join(self._parts), tuple(self._blocks)
