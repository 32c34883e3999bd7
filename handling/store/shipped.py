"""The reports, figures and items that ship with the product (data/published), as the types of the model."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from handling.model import Figure, Item, Report

_READING = re.compile(r"(?<=[\u3400-\u9fff])\([a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]*\)")

Shipped = tuple[Report, tuple[Figure, ...], tuple[Item, ...]]


def published(folder: Path) -> list[Shipped]:
    """Every report of `folder`/reports.csv with its figures and items, in the order of the files.

    Raises ValueError, naming file and line, where a cell cannot be what its column says.
    """
    reports = {row["report"]: _report(row) for row in _rows(folder / "reports.csv")}
    figures: dict[str, list[Figure]] = defaultdict(list)
    for row in _rows(folder / "figures.csv"):
        report = reports[row["report"]]
        figures[report.report].append(_figure(row, report))
    items: dict[str, list[Item]] = defaultdict(list)
    for row in _rows(folder / "items.csv"):
        items[row["report"]].append(_item(row))
    return [(report, tuple(figures[name]), tuple(items[name])) for name, report in reports.items()]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    if not path.exists():
        return
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for line, row in enumerate(csv.DictReader(lines), start=2):
            try:
                yield {name: (cell or "").strip() for name, cell in row.items()}
            except (AttributeError, KeyError) as problem:
                raise ValueError(f"{path.name} 第{line}行：{problem}") from problem


def _without_readings(label: str) -> str:
    """A label as its report has it: some sites put the pronunciation behind a character when they turn a page into traditional ones, 社會建設(shè)."""
    return _READING.sub("", label)


def _whole(cell: str) -> int | None:
    return int(cell) if cell else None


def _report(row: dict[str, str]) -> Report:
    return Report(
        report=row["report"], title=row["title"], publisher=row["publisher"], region=row["region"], within=row["within"],
        region_level=row["region_level"], kind=row["kind"], year=_whole(row["year"]), published=row["published"], url=row["url"],
        source_checked=row["source_checked"] == "yes",
    )  # fmt: skip


def _figure(row: dict[str, str], report: Report) -> Figure:
    return Figure(
        report=report.report, unit=row["unit"], region=row["region"],
        within=report.within if row["region"] == report.region else "",
        year=_whole(row["year"]), month=_whole(row["month"]), period=row["period"], instrument=row["instrument"], level=row["level"],
        role=row["role"], measure=row["measure"], category=row["category"], qualifier=row["qualifier"], part=row["part"] == "yes",
        label=_without_readings(row["label"]), value=float(row["value"]), scale=row["scale"], basis=row["basis"] or "stated",
        number=None, evidence=None, rule="published",
    )  # fmt: skip


def _item(row: dict[str, str]) -> Item:
    return Item(
        report=row["report"], number=row["number"], title=_without_readings(row["title"]), proposers=row["proposers"], instrument=row["instrument"],
        key=row["key"] == "yes", topic=row["topic"], span=None,
    )  # fmt: skip
