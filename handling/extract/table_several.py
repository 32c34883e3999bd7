"""Several numbers in one cell under a head that names as many things: 满意/基本满意/不满意 over 12/1/0, 承办件数(其中主办) over 12(8)."""

from __future__ import annotations

import re
from dataclasses import replace

from handling.extract.table_facts import Facts, over
from handling.extract.table_grid import Cell, Value
from handling.extract.table_part import Part
from handling.extract.table_words import facts_of
from handling.model import Span

_NUMBERS = re.compile(r"\d{1,5}件?(?:[/、;+]\d{1,5}件?)+|\d{1,5}件?\(\d{1,5}件?\)")
_NUMBER = re.compile(r"\d{1,5}")
_BETWEEN = re.compile(r"[/、;+]")
_WITH_BRACKET = re.compile(r"([^()]+)\((?:其中)?:?([^()]+)\)")


def share_out(part: Part) -> None:
    """The cells of several numbers learn which number is whose; they stay words where head and cell differ in length."""
    for column in range(part.grid.columns):
        path = part.path(column)
        cells = {id(cell): cell for row in part.body if (cell := part.grid.rows[row][column]) is not None}
        several = [cell for cell in cells.values() if not cell.values and _NUMBERS.fullmatch(cell.text)]
        names = _names(path[-1].text, bracketed="(" in several[0].text) if path and several else []
        for cell in several if names else ():
            cell.values = _values(cell, names)
        for cell in cells.values() if names and "(" in several[0].text else ():
            if cell not in several:  # 9 alone, below 12(8)
                cell.values = tuple(replace(value, words=names[0], instead=True) for value in cell.values)


def _names(head: str, *, bracketed: bool) -> list[str]:
    """What a head names one by one, [] where a name is not understood."""
    if bracketed:
        found = _WITH_BRACKET.fullmatch(head)
        names = list(found.groups()) if found else []
        if found and (inner := facts_of(found[2])) and not (inner.measure or inner.categories or inner.instrument):
            names[1] = head  # 建议(主办): the suggestions that it leads
        elif found and facts_of(found[1]).instrument:
            return []
    else:
        names = _BETWEEN.split(re.sub(r"\(件\)$", "", head))
    facts = [facts_of(name) for name in names]
    told = all(fact.understood and not fact.none and (fact.says_what or fact.instrument) for fact in facts)
    return names if len(names) > 1 and told and len(set(names)) == len(names) else []


def _values(cell: Cell, names: list[str]) -> tuple[Value, ...]:
    numbers = list(_NUMBER.finditer(cell.text))
    if len(numbers) != len(names) or cell.span.end - cell.span.start != len(cell.text):
        return ()
    start = cell.span.start
    return tuple(
        Value(Span(start=start + found.start(), end=start + found.end()), float(found.group()), "件", words=name, instead=True)
        for found, name in zip(numbers, names, strict=True)
    )


def with_words(path: list[Cell], across: Facts, value: Value) -> Facts:
    """What a column says of one number of a cell that holds several."""
    if not value.words:
        return across
    above = across
    if value.instead:
        above = Facts()
        for cell in path[:-1]:
            above = over(above, cell.facts)
    return over(above, facts_of(value.words))
