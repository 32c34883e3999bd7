"""What a person may mean who types a name, a short or former name, pinyin initials or a region's code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from handling.vocabulary import gazetteer, units

EXACT, BEGINS, HOLDS, IN_ORDER = range(4)  # how well a word fits, best first
_LEAST_IN_ORDER = 3  # characters; two that merely follow one another stand in too many names


@dataclass(frozen=True, slots=True)
class Known:
    """Something that can be looked up. `names`: all that it is called; `initials`: in pinyin, lower case; `code`: of its region, or ''."""

    id: str
    label: str
    names: tuple[str, ...]
    initials: tuple[str, ...]
    code: str


def region(id: str, label: str, full_name: str, initials: str) -> Known:
    """A region of the warehouse, with the other names that the vocabulary has for it."""
    return Known(id, label, (label, full_name, *other_names(id)), (initials,), id if id.isdigit() else "")


def unit(id: str, label: str, short_name: str, initials: str) -> Known:
    """A unit, under its full and short name, and both also with the other names of its region: 章丘市住建局 → 章丘区住房和城乡建设局."""
    region_id, _, name = id.partition(":")
    own = units.split_region(name)[0]
    renamed = [alias + said.removeprefix(own) for alias in other_names(region_id) if own for said in (name, short_name)]
    short = units.initials(short_name)
    return Known(id, label, (name, short_name, label, *renamed), tuple(dict.fromkeys((initials, short))), region_id if region_id.isdigit() else "")


def report(id: str, title: str, publisher: str, region_id: str, region_label: str, initials: str) -> Known:
    """A report, under its title, number, publisher and place."""
    names = (title, id, publisher, region_label, *other_names(region_id))
    return Known(id, title, names, (initials, units.initials(publisher)), region_id if region_id.isdigit() else "")


def other_names(region_id: str) -> tuple[str, ...]:
    """The short and former names of a region of the vocabulary."""
    return gazetteer.region(region_id).aliases if region_id in gazetteer.gazetteer().rows else ()


def regions_meant(word: str) -> list[str]:
    """The ids of the regions that a name means: one by its official, short or former name or chain, or several of one name."""
    one = gazetteer.resolve(word)
    return [one.id] if one else [found.id for found in gazetteer.meanings(word)]


def named(all_known: Iterable[Known], word: str) -> list[str]:
    """The ids of those that are called `word`; where there are none, of those in whose name it stands. Latin letters and digits are no name."""
    if not re.search(r"[\u4e00-\u9fff]", word):
        return []
    fits = [(known.id, _in_names(known, word)) for known in all_known]
    return [id for id, how in fits if how == EXACT] or [id for id, how in fits if how in (BEGINS, HOLDS)]


def fit(known: Known, word: str) -> int | None:
    """How well `word` fits, None where not at all. Digits are a code, Latin letters are initials, both from the beginning."""
    if re.fullmatch(r"\d{2}|\d{4}|\d{6}", word):
        inside = word.removesuffix("00").removesuffix("00") if len(word) == 6 else word
        return EXACT if known.code == word else BEGINS if known.code.startswith(inside) else _in_names(known, word)
    lower = word.lower()
    if re.fullmatch(r"[a-z]+", lower) and (starting := [own for own in known.initials if own.startswith(lower)]):
        return EXACT if lower in starting else BEGINS
    return _in_names(known, lower)


def _in_names(known: Known, word: str) -> int | None:
    names = [name.lower() for name in known.names]
    if word in names:
        return EXACT
    if any(name.startswith(word) for name in names):
        return BEGINS
    if any(word in name for name in names):
        return HOLDS
    if len(word) >= _LEAST_IN_ORDER and re.fullmatch(r"[\u4e00-\u9fff]+", word) and any(_in_order(word, name) for name in names[:2]):
        return IN_ORDER
    return None


def _in_order(word: str, name: str) -> bool:
    left = iter(name)
    return all(character in left for character in word)


def find(all_known: Iterable[Known], typed: str, loosest: int = IN_ORDER) -> list[Known]:
    """Those that every word of `typed` fits, the best first, else in their own order."""
    words: Sequence[str] = typed.split()
    found = []
    for known in all_known if words else ():
        fits = [fit(known, word) for word in words]
        if all(how is not None and how <= loosest for how in fits):
            found.append((max(how for how in fits if how is not None), known))
    return [known for _, known in sorted(found, key=lambda pair: pair[0])]
