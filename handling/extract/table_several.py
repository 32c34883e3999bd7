"""Several numbers in one cell under a head that names as many things: 满意/基本满意/不满意 over 12/1/0, 承办件数(其中主办) over 12(8)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from handling.extract.table_facts import Facts, over
from handling.extract.table_grid import LONG_NAMES, Cell, Value
from handling.extract.table_part import Part
from handling.extract.table_words import facts_of
from handling.model import Span

_NUMBERS = re.compile(r"\d{1,5}件?(?:[/、;+]\d{1,5}(?:\.\d{1,2})?[件%]?)+|\d{1,5}件?\(\d{1,5}件?\)")
_NUMBER = re.compile(r"\d{1,5}(?:\.\d{1,2})?")
_BETWEEN = re.compile(r"[/、;+]")
_WITH_BRACKET = re.compile(r"([^()]+)\((?:其中)?:?([^()]+)\)")
_LISTING = re.compile(r"(?P<what>[^()]+)\((?P<names>[^()]+[/、;+][^()]+)\)")


@dataclass(frozen=True, slots=True)
class Name:
    """What a head says of one of the numbers in the cells below: the words of it, whether it is a share, and the name of its class."""

    words: str
    share: bool = False
    label: str = ""


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
                cell.values = tuple(replace(value, words=names[0].words, instead=True) for value in cell.values)


def _names(head: str, *, bracketed: bool) -> list[Name]:
    """What a head names one by one, [] where a name is not understood."""
    if bracketed:
        return _whole_and_part(head)
    listing = _LISTING.fullmatch(re.sub(r"\(件\)$", "", head))
    names = _BETWEEN.split(listing["names"] if listing else re.sub(r"\(件\)$", "", head))
    found = []
    for name in names:
        facts = facts_of(LONG_NAMES.get(name, name))
        if facts.only_scales and listing:  # 满意(件/%)
            found.append(Name(listing["what"] + name, share=facts.scale in ("rate", "share", "percent"), label=listing["what"]))
        else:
            found.append(Name((listing["what"] if listing else "") + LONG_NAMES.get(name, name), label=name if listing else ""))
    return _told(found)


def _whole_and_part(head: str) -> list[Name]:
    """承办件数(其中主办): the whole, and in brackets what it holds; 建议(主办): the suggestions, and those that it leads."""
    found = _WITH_BRACKET.fullmatch(head)
    if found is None:
        return []
    inner = facts_of(found[2])
    if not (inner.measure or inner.categories or inner.instrument):
        return _told([Name(found[1]), Name(head)])
    return [] if facts_of(found[1]).instrument else _told([Name(found[1]), Name(found[2])])


def _told(names: list[Name]) -> list[Name]:
    """The names, [] unless each is understood and tells what is counted, and no two are alike."""
    facts = [facts_of(name.words) for name in names]
    told = all(fact.understood and not fact.none and (fact.says_what or fact.instrument) for fact in facts)
    return names if len(names) > 1 and told and len(set(names)) == len(names) else []


def _values(cell: Cell, names: list[Name]) -> tuple[Value, ...]:
    numbers = list(_NUMBER.finditer(cell.text))
    signs = ["%" if cell.text[found.end() : found.end() + 1] == "%" else "." if "." in found.group() else "" for found in numbers]
    fits = all(not sign or name.share for sign, name in zip(signs, names, strict=False))
    if len(numbers) != len(names) or not fits or cell.span.end - cell.span.start != len(cell.text):
        return ()
    start = cell.span.start
    return tuple(
        Value(Span(start=start + found.start(), end=start + found.end()), float(found.group()), "%" if name.share else "件", words=name.words, instead=True, label=name.label)
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
