"""A report's own text in HTML: its numbers marked and linked, the chosen sentence on a ground, everything escaped."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

import pandas as pd

from dashboard import address
from dashboard.words import h


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text. `kind`: number (of `figure`), sentence, or unclaimed."""

    start: int
    end: int
    kind: str
    figure: str = ""


def marks_of(figures: pd.DataFrame, unclaimed: Iterable[Sequence[int]], chosen: Sequence[str]) -> list[Mark]:
    """The marks of a report: its figures' numbers, the sentences of the chosen figures, numbers that nobody claimed."""
    found = [Mark(int(start), int(end), "unclaimed") for start, end in unclaimed]
    placed = figures[figures["number_start"].notna()]
    for figure, start, end, first, last in zip(
        *(placed[c] for c in ("figure_id", "number_start", "number_end", "sentence_start", "sentence_end")), strict=True
    ):
        found.append(Mark(int(start), int(end), "number", figure))
        if figure in chosen and not pd.isna(first):
            found.append(Mark(int(first), int(last), "sentence"))
    return found


def page(text: str, blocks_json: str, marks: list[Mark], chosen: Sequence[str], only_numbers: bool = False) -> str:
    """The whole report; with `only_numbers`, just the paragraphs and tables that hold a number."""
    blocks = json.loads(blocks_json)
    parts = []
    for table, group in groupby(blocks, key=lambda block: block["table"] if block["kind"] == "cell" else -1):
        members = list(group)
        if only_numbers and not any(_inside(mark, member) for member in members for mark in marks if mark.kind == "number"):
            continue
        if table >= 0:
            parts.append(_table(text, members, marks, chosen))
        else:
            shown = members if not only_numbers else [m for m in members if any(_inside(k, m) for k in marks if k.kind == "number")]
            parts += [_paragraph(text, block, marks, chosen) for block in shown]
    return f'<div class="doc">{"".join(parts)}</div>'


def place_of(blocks_json: str, start: int) -> str:
    """Where in the report a character stands, for people: 第3段, 表2第4行第3列."""
    return next((str(b["place"]) for b in json.loads(blocks_json) if b["span"][0] <= start < b["span"][1]), "")


def _inside(mark: Mark, block: dict[str, Any]) -> bool:
    start, end = block["span"]
    return mark.start < end and mark.end > start


def _paragraph(text: str, block: dict[str, Any], marks: list[Mark], chosen: Sequence[str]) -> str:
    title = ' class="title"' if block["kind"] in ("title", "heading") else ""
    return f"<p{title}>{_run(text, block, marks, chosen)}</p>"


def _table(text: str, cells: list[dict[str, Any]], marks: list[Mark], chosen: Sequence[str]) -> str:
    rows = []
    for _, members in groupby(cells, key=lambda cell: cell["row"]):
        cells_html = "".join(
            f'<td rowspan="{cell["row_span"]}" colspan="{cell["column_span"]}">{_run(text, cell, marks, chosen)}</td>' for cell in members
        )
        rows.append(f"<tr>{cells_html}</tr>")
    return f'<div class="wide"><table class="tb">{"".join(rows)}</table></div>'


def _run(text: str, block: dict[str, Any], marks: list[Mark], chosen: Sequence[str]) -> str:
    """The characters of a block, cut wherever a mark begins or ends."""
    start, end = block["span"]
    near = [mark for mark in marks if _inside(mark, block)]
    cuts = sorted({start, end, *(min(max(at, start), end) for mark in near for at in (mark.start, mark.end))})
    return "".join(_piece(text[a:b], [m for m in near if m.start <= a and m.end >= b], chosen) for a, b in pairwise(cuts))


def _piece(words: str, over: list[Mark], chosen: Sequence[str]) -> str:
    shown = h(words).replace("\n", "<br>")
    numbers = [mark.figure for mark in over if mark.kind == "number"]
    if numbers:
        figure = next((number for number in numbers if number in chosen), numbers[0])
        on = ' class="on"' if figure in chosen else ""
        shown = f'<mark{on}><a href="{h(address.link("sources", figure=figure))}">{shown}</a></mark>'
    elif any(mark.kind == "unclaimed" for mark in over):
        shown = f"<u>{shown}</u>"
    if any(mark.kind == "sentence" for mark in over):
        shown = f'<span class="sentence">{shown}</span>'
    return shown
