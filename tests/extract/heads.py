"""The head of a report given as lines, for tests."""

from __future__ import annotations

from handling.extract.head import read_head
from handling.model import Head
from handling.read import read

BUREAU = "今年以来，我局共承办县人大代表建议6件、县政协提案9件，全部按期办结。"


def head(*lines: str, name: str = "report.txt") -> Head:
    return read_head(read(data="\n".join(lines).encode(), name=name))
