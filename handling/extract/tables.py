"""Handling figures in the tables of a document: every number cell becomes a Mention, or is listed with the reason why not."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from handling.extract.table_cells import drafts_of
from handling.extract.table_context import context_of, letter_meanings
from handling.extract.table_draft import Draft, Refusal
from handling.extract.table_grid import LONGEST_OF_SEVERAL, Grid, Line, grids_of
from handling.extract.table_part import Part
from handling.extract.table_settle import COUNTING_WORD
from handling.extract.table_shape import parts_of
from handling.extract.table_sums import judge
from handling.extract.table_text import text_grids
from handling.extract.text import fold
from handling.model import Document, Head, Mention, Span

_HEADING = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)]|\d{1,2}(?:\.\d{1,2})?[ 、.]).{2,40}")

_ITEMS = re.compile(r"\d件(?!次)")
_DIGIT = re.compile(r"\d")
_SEVERAL_NUMBERS = re.compile(r"\d[\d.,%件]*[(/、;+](?:[\d.,%件(/、;+)]|[\u4e00-\u9fff]{1,4}(?=:?\d)|:)*\d[\d.,%件)]*")


@dataclass(frozen=True, slots=True)
class Unread:
    """A number cell that gives no figure: where, why (a Chinese clause for people), and the words of its column and row."""

    span: Span
    place: str
    reason: str
    words: str = ""


def mentions(document: Document, head: Head) -> list[Mention]:
    """The figures of all tables, cells and text tables alike, in the order of the text."""
    drafts, _ = _read(document, head)
    return sorted((draft.mention() for draft in drafts), key=lambda mention: mention.number.start)


def explain(document: Document, head: Head | None = None) -> list[Unread]:
    """The number cells of all tables that no figure claims, each with its reason, in the order of the text."""
    _, refusals = _read(document, head or Head())
    found = [Unread(refusal.span, refusal.place, refusal.reason, refusal.words) for refusal in refusals]
    return sorted(found, key=lambda unread: unread.span.start)


def text_table_spans(document: Document) -> list[Span]:
    """Where tables are written as lines of text (by tabs, blanks or a cell a line): running text should not read them again."""
    return [
        Span(start=min(cell.span.start for cell in grid.cells), end=max(cell.span.end for cell in grid.cells)) for grid in text_grids(document)
    ]


@lru_cache(maxsize=1)  # asked for its figures, and then for what gave none
def _read(document: Document, head: Head) -> tuple[list[Draft], list[Refusal]]:
    folded = fold(document.text)
    grids = [*grids_of(document, folded, _headings(document, folded)), *map(replace, text_grids(document))]
    if not grids:
        return [], []
    letters = letter_meanings(folded)
    explained = _explained(document, folded)
    drafts: list[Draft] = []
    refusals: list[Refusal] = []
    for grid in grids:
        grid.notes = [*grid.notes, *explained] if grid.sheet else grid.notes
        read, refused = _read_grid(grid, head, letters)
        drafts += read
        refusals += refused
    return drafts, refusals


_PARTED = re.compile(r"\d[\d.,]+%?")  # 12 3, which is no 123
_EXPLAINS = re.compile(r"工作表“[^”]*(?:说明|备注|注释|须知)[^”]*”")


def _explained(document: Document, folded: str) -> list[Line]:
    """The lines of a sheet that explains the others (编制说明): notes of every table of the file."""
    return [Line(block.span.of(folded), block.span) for block in document.blocks if block.kind == "note" and _EXPLAINS.match(block.place)]


def _read_grid(grid: Grid, head: Head, letters: dict[str, str]) -> tuple[list[Draft], list[Refusal]]:
    drafts: list[Draft] = []
    refusals: list[Refusal] = []
    caption = grid.caption
    for part in parts_of(grid):
        caption = [*grid.caption, *part.caption] if part.caption or part.head == [0] else caption
        context = context_of(caption, grid.heading, grid.notes, letters, sheet=grid.sheet)
        read, refused, stub_role = drafts_of(part, context, head)
        kept, dropped = judge(read, context, stub_role=stub_role)
        drafts += kept
        refusals += [*refused, *dropped, *_several_in_a_cell(part), *_words_for_numbers(part, kept)]
    seen = {draft.value.span for draft in drafts} | {refusal.span for refusal in refusals}
    for cell in grid.cells:
        left = [value for value in cell.values if value.span not in seen and not cell.is_year]
        refusals += [Refusal(value.span, cell.place, "表头里的数字") for value in left]
    told = {refusal.span for refusal in refusals}
    parted = [cell for cell in grid.cells if not cell.values and cell.span not in told and _PARTED.fullmatch(cell.text)]
    above = [grid.rows[0][cell.column] for cell in parted]
    refusals += [Refusal(cell.span, cell.place, "格里的数被空格断开，读不成数", over.text if over else "") for cell, over in zip(parted, above, strict=True)]
    heads = " ".join(cell.text for cell in grid.cells if cell.row == 0 and not cell.facts.stub)
    refusals += [Refusal(cell.span, cell.place, "这一行的格数与表头不符，不知属于哪一栏", heads) for cell in grid.lost if _DIGIT.search(cell.text)]
    return drafts, refusals


def _several_in_a_cell(part: Part) -> list[Refusal]:
    """Cells in the place of a number that hold digits among words, or several numbers, and could not be read; heads that hold numbers of items."""
    heads = {id(cell): cell for row in part.head for cell in part.grid.cells_of(row)}
    found = [Refusal(cell.span, cell.place, "表头的字里带有件数，没有读", cell.text) for cell in heads.values() if cell.is_words and _ITEMS.search(cell.text)]
    for row in part.body:
        for cell in part.grid.cells_of(row):
            if cell.row != row or not cell.is_words or not _DIGIT.search(cell.text):
                continue
            if _SEVERAL_NUMBERS.fullmatch(cell.text):
                found.append(Refusal(cell.span, cell.place, "一格里有几个数，不知各是什么", part.words_at(row, cell.column)))
            elif cell.column in part.stubs and part.head and len(cell.text) <= LONGEST_OF_SEVERAL:
                found.append(Refusal(cell.span, cell.place, "格里的数和字连在一起，读不成数", part.words_at(row, cell.column)))
    return found


def _words_for_numbers(part: Part, drafts: list[Draft]) -> list[Refusal]:
    """Words without a digit (未统计, 办理中, 全部) in rows that gave figures, under heads of numbers. A dash or a blank says nothing, and is not listed."""
    rows = {draft.row for draft in drafts}
    columns = {draft.column for draft in drafts} | {column for column in range(part.grid.columns) if part.is_of_numbers(column)}
    return [
        Refusal(cell.span, cell.place, part.no_number(row, cell.column), part.words_at(row, cell.column))
        for row in part.body if row in rows
        for cell in part.grid.cells_of(row)
        if cell.row == row and cell.column in columns and cell.is_words and not _DIGIT.search(cell.text) and not COUNTING_WORD.fullmatch(cell.text)
    ]  # fmt: skip


def _headings(document: Document, folded: str) -> Callable[[int], str]:
    """Position of a block → the words of the nearest heading before it."""
    places, words = [-1], [""]
    sheet = ""
    for position, block in enumerate(document.blocks):
        text = block.span.of(folded).strip()
        here = block.place.rpartition("”")[0] if block.place.startswith("工作表“") else ""
        if here != sheet:  # a heading of one sheet is none of the next
            sheet = here
            places.append(position)
            words.append("")
        if block.kind == "heading" or (block.kind == "paragraph" and len(text) <= 45 and _HEADING.fullmatch(text)):
            places.append(position)
            words.append(text)
    return lambda position: words[bisect_right(places, position) - 1]
