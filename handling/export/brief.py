"""The one-page brief in words and numbers; brief_pdf.py and brief_word.py put it on paper, brief_charts.py draws its charts."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINK = re.compile("\x02(.*?)\x03(.*?)\x04")  # signs that no text holds


def linked(words: str, where: str) -> str:
    """Words of a sentence that lead somewhere on screen."""
    return f"\x02{where}\x03{words}\x04" if where else words


def parts(sentence: str) -> list[tuple[str, str]]:
    """A sentence as runs of words, each with where it leads, or ""."""
    pieces = _LINK.split(sentence)  # words, where, words, where, words …: every third begins anew
    runs = [(pieces[at], "") for at in range(0, len(pieces), 3)]
    links = [(pieces[at + 1], pieces[at]) for at in range(1, len(pieces), 3)]
    ordered = [run for pair in zip(runs, [*links, ("", "")], strict=True) for run in pair]
    return [run for run in ordered if run[0]]


def plain(sentence: str) -> str:
    """The words alone, for paper."""
    return _LINK.sub(r"\2", sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of the brief, all cells as they are to be read. `numbers`: the columns that are set flush right; `links`: where those of a row lead."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A row of the first chart: a rate with its 95% interval, its counts as words, and the verdict that decides its shape."""

    name: str
    rate: float
    low: float
    high: float
    counts: str
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A row of the second chart: the counts of the classes in their order, and of all; `signs` stand behind counts that are not stated."""

    name: str
    counts: tuple[int, ...]
    total: int
    signs: tuple[str, ...] = ()
    total_sign: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Charts:
    """What the two charts draw. `pooled`: the pooled rate and its words; `starts`: where the axis of rates begins;
    `classes`: colour ("" for none) and name of each outcome class, in the order of the counts.
    """

    rates: tuple[Rate, ...] = ()
    rates_title: str = ""
    pooled: float | None = None
    pooled_said: str = ""
    starts: float = 0.0
    outcomes: tuple[Outcome, ...] = ()
    outcomes_title: str = ""
    classes: tuple[tuple[str, str], ...] = ()


NO_CHARTS = Charts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One page. `sentences`: (what it is about, the sentence, in which words may be `linked`); `sections`: (heading, its lines), in order;
    `tables` repeat the charts.
    """

    name: str
    version: str
    title: str
    scope: str
    sentences: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    link: str
    charts: Charts = NO_CHARTS
    language: str = "zh-CN"
