"""Sentences, paragraphs and heads written by people who knew only the contract, each with every figure that it holds, or whose report it is.

One line a text; `figures` name only what differs from the report's own unit and year. They were kept where the reader came to agree with the author:
how often it did at first sight stands in docs/reading.md. The first two batteries of heads hold no numbers of items (若干件), since some are of real places.
"""

import json
from collections import Counter
from pathlib import Path

import pytest

from handling.extract.head import read_head
from handling.read import read
from handling.reading import read_report

HERE = Path(__file__).resolve().parent / "sentences"
TITLES = {"cppcc": "{unit}关于{year}年提案工作情况的报告", "congress": "{unit}关于{year}年代表建议办理情况的报告"}
COLUMNS = ("unit", "year", "period", "instrument", "level", "role", "measure", "category", "qualifier", "part", "value", "scale", "basis")


def lines(*names):
    return [pytest.param(json.loads(line), id=f"{name}-{number}") for name in names
            for number, line in enumerate((HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines(), 1)]  # fmt: skip


def scale_of(measure):
    return "percent" if "rate" in measure or "share" in measure else "rank" if measure == "rank" else "count"


def written(text):
    """The figures that the author marked, each as a row of COLUMNS."""
    rows = [{"unit": text["unit"], "year": text["year"], "basis": "stated", "scale": scale_of(figure["measure"]), **figure} for figure in text["figures"]]
    return Counter(row_of(lambda column, row=row: row.get(column)) for row in rows)


def row_of(value):
    return tuple("" if value(column) in (None, False, "") else "yes" if column == "part" else str(value(column)).removesuffix(".0") for column in COLUMNS)


@pytest.mark.parametrize("text", lines("counts", "rates", "paragraphs_of_bureaus", "paragraphs_of_chambers", "more_paragraphs", "paragraphs_of_clerks"))
def test_a_text_holds_these_figures_and_no_others(text):
    title = TITLES.get(text["kind"], "{unit}关于{year}年办理情况的报告").format(**text)
    figures = read_report(data=f"{title}\n{text['text']}\n".encode(), name="报告.txt").figures
    assert Counter(row_of(lambda column, figure=figure: getattr(figure, column)) for figure in figures) == written(text)


@pytest.mark.parametrize("text", lines("heads", "more_heads", "heads_third"))
def test_a_head_tells_whose_report_it_is_and_of_when(text):
    head = read_head(read(None, data=text["text"].encode(), name="报告.txt"))
    assert (head.unit, head.region, head.year) == (text["unit"], text["region"], text["year"])
