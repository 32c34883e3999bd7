"""Reports whose figures are known by construction, read whole: from the file to the normalised figures.

Each folder was written by another author, nearly all of them before the reader had met its wordings. `bars.csv` names them with what is reached today,
rounded down: the bars may rise and never fall. How well the reader did on each set before it was worked on stands in docs/reading.md.
"""

import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pytest

from handling.audit import audit
from handling.confidence import SURE
from handling.reading import check, read_report
from tests.golden.agreement import agreement, figure_of, is_true, item_agreement, key, row_of, rows

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parent.parent.parent / "shared" / "corpus" / "seeds"
BARS = {row["set"]: {what: float(row[what]) for what in ("stated", "parts", "implied")} for row in rows(HERE / "bars.csv")}
WITH_ITEMS = [name for name in BARS if (HERE / name / "items.csv").exists()]


@cache
def read_all(folder):
    return [read_report(path) for path in sorted(folder.iterdir()) if path.suffix != ".csv" or folder.name == "files"]


def figures_of(folder):
    return [row_of(figure) for reading in read_all(folder) for figure in reading.figures]


def items_of(folder):
    return [{"report": item.report, "number": item.number, "title": item.title} for reading in read_all(folder) for item in reading.items]


@pytest.mark.parametrize("name", BARS)
def test_stated_figures_are_read(name):
    found = agreement(rows(HERE / name / "figures.csv"), figures_of(HERE / name / "files"), basis=("stated",), part=("",))
    assert found.f1 >= BARS[name]["stated"], found


@pytest.mark.parametrize("name", BARS)
def test_parts_and_implied_figures_are_told_from_totals(name):
    known, read = rows(HERE / name / "figures.csv"), figures_of(HERE / name / "files")
    assert agreement(known, read, part=("yes",)).f1 >= BARS[name]["parts"]
    assert agreement(known, read, basis=("implied",), part=("",)).f1 >= BARS[name]["implied"]


@pytest.mark.parametrize("name", WITH_ITEMS)
def test_named_items_are_found(name):
    found = item_agreement(rows(HERE / name / "items.csv"), items_of(HERE / name / "files"))
    assert found.f1 >= 0.97, found


@pytest.mark.parametrize("name", BARS)
def test_every_figure_reads_back_from_its_characters(name):
    bad = [(reading.report.report, figure) for reading in read_all(HERE / name / "files") for figure in reading.figures
           if not check(reading.document, figure)]  # fmt: skip
    assert bad == []


@pytest.mark.parametrize("name", BARS)
def test_whose_report_it_is_is_read(name):
    known = {(row["report"], row["unit"], row["region"]) for row in rows(HERE / name / "figures.csv")}
    readings = read_all(HERE / name / "files")
    wrong = [reading.report.report for reading in readings  # one of the phrases names no place at all
             if reading.report.region and not any((reading.report.report, figure.unit, figure.region) in known for figure in reading.figures)]  # fmt: skip
    assert wrong == []


def judged(low, high):
    """Whether each figure of the golden sets with a confidence in this range is right."""
    found = []
    for name in BARS:
        known = {key(row) for row in rows(HERE / name / "figures.csv")}
        figures = [figure for reading in read_all(HERE / name / "files") for figure in reading.figures]
        found += [(figure, key(row_of(figure)) in known) for figure in figures if low <= figure.confidence < high]
    return found


def test_of_the_figures_that_are_called_sure_at_least_97_in_100_are_right_and_most_are_called_so():
    high, low = judged(SURE, 2), judged(0, SURE)
    assert sum(right for _, right in high) / len(high) >= 0.97
    assert len(high) / (len(high) + len(low)) >= 0.85
    assert all(0 < figure.confidence < 1 for figure, _ in high + low)


def accusations():
    """Severity, and whether it arises from the reference figures too, of every finding of the golden sets that is no mere note."""
    found = []
    for name in BARS:
        by_report = defaultdict(list)
        for row in rows(HERE / name / "figures.csv"):
            by_report[row["report"]].append(figure_of(row))
        for reading in read_all(HERE / name / "files"):
            known = by_report[reading.report.report]
            own = audit(reading.report, known)
            found += [(finding.severity, is_true(finding, reading.figures, known, own)) for finding in reading.findings
                      if finding.figures and finding.severity != "note"]  # fmt: skip
    return Counter(found)


def test_most_findings_that_a_misreading_made_accuse_nobody_and_most_slips_of_reports_stay():
    found = accusations()
    assert found["error", False] + found["warning", False] <= 6, found
    assert found["unsure", False] >= 30, found
    assert found["error", True] + found["warning", True] >= 20, found
    assert found["unsure", True] <= 0.25 * sum(n for (_, true), n in found.items() if true), found


def test_every_figure_that_is_not_sure_says_why_in_chinese():
    low = judged(0, SURE)
    assert low
    assert [figure for figure, _ in low if not re.search("[\u4e00-\u9fff]{3}", figure.reason)] == []


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds' texts are not part of the project")
def test_the_real_reports_are_read_as_two_careful_readers_did():
    files = [path for path in sorted(SEEDS.iterdir()) if path.suffix == ".txt"]
    readings = [read_report(path) for path in files]
    read = [row_of(figure) for reading in readings for figure in reading.figures]
    found = agreement(rows(SEEDS / "figures.csv"), read, basis=("stated",), part=("",))
    assert found.f1 >= 0.97, found
    named = [{"report": item.report, "number": item.number, "title": item.title} for reading in readings for item in reading.items]
    assert item_agreement(rows(SEEDS / "items.csv"), named).f1 >= 0.95
    known = {(row["report"], row["unit"], row["region"]) for row in rows(SEEDS / "figures.csv")}
    assert {(row["report"], row["unit"], row["region"]) for row in read} == known
