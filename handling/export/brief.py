"""The one-page brief in words and numbers; brief_pdf.py and brief_word.py put it on paper, brief_charts.py draws its charts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of the brief, all cells as they are to be read. `numbers`: the columns that are set flush right."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


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
    """A row of the second chart: the counts of the classes in their order, and of all."""

    name: str
    counts: tuple[int, ...]
    total: int


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
    """One page. `sentences`: (what it is about, the sentence); `sections`: (heading, its lines), in order; `tables` repeat the charts."""

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
