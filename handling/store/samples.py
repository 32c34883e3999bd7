"""Reports made up for trying an import: called 示例 wherever they are shown, and never set beside real ones."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from handling.derive import Rate
from handling.model import Figure, Report

MARK = "（示例）"
_SAID = re.compile(r"[-—_（(]示例[)）]?$")


def is_sample(title: str, file_name: str) -> bool:
    """Whether a report's title or file name ends by saying so, as those of data/samples do."""
    return any(_SAID.search(words.strip()) for words in (title, file_name.rpartition(".")[0] or file_name))


def marked(report: Report, figures: Iterable[Figure]) -> tuple[Report, tuple[Figure, ...]]:
    """The same with every place and the title marked; units are marked by their place."""
    title = report.title if "示例" in report.title else report.title + MARK
    return replace(report, title=title, **_place(report)), tuple(replace(figure, **_place(figure)) for figure in figures)


def _place(row: Report | Figure) -> dict[str, Any]:
    return {"region": row.region + MARK if row.region else MARK, "within": ""}


def set_apart(rates: Iterable[Rate]) -> list[Rate]:
    """The rates, none of which may be compared."""
    return [replace(rate, comparable=False, reason_not="sample") for rate in rates]
