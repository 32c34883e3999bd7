"""Readings as JSON and back, and the stable ids of figures, items and findings."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from handling.model import Block, Document, Figure, Finding, Item, Reading, Report, Span

_FIGURE_IDENTITY = (
    "report", "unit", "region", "within", "year", "month", "period", "instrument", "level", "role", "measure", "category", "qualifier",
    "part", "label", "value", "scale", "basis", "number",
)  # fmt: skip


def to_json(reading: Reading) -> str:
    """The reading as one line of JSON: objects by field name, a span as [start, end]."""
    return json.dumps(_plain(reading), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Reading:
    """The reading that `to_json` wrote. Raises ValueError, KeyError or TypeError where it is none."""
    facts = json.loads(text)
    document = facts["document"]
    return Reading(
        document=Document(**{**document, "blocks": tuple(Block(**{**b, "span": _span(b["span"])}) for b in document["blocks"])}),
        report=Report(**facts["report"]),
        figures=tuple(_figure(f) for f in facts["figures"]),
        items=tuple(Item(**{**i, "span": _span(i["span"])}) for i in facts["items"]),
        findings=tuple(_finding(f) for f in facts["findings"]),
    )


def blocks_json(document: Document) -> str:
    """The document's blocks as a JSON list, for the table `document`."""
    return json.dumps(_plain(document.blocks), ensure_ascii=False, separators=(",", ":"))


def figure_ids(figures: Iterable[Figure]) -> list[str]:
    """An id for each figure: the same columns at the same place in the same report give the same id at every import."""
    return list(_distinct("|".join(_written(getattr(figure, name)) for name in _FIGURE_IDENTITY) for figure in figures))


def item_ids(items: Iterable[Item]) -> list[str]:
    """An id for each item, stable like those of figures."""
    return list(_distinct(f"{i.report}|{i.number}|{i.title}|{i.proposers}|{_written(i.span)}" for i in items))


def finding_ids(findings: Iterable[Finding]) -> list[str]:
    """An id for each finding, stable like those of figures."""
    return list(_distinct(f"{f.report}|{f.kind}|{f.facts}|{'/'.join(map(_written, f.spans))}" for f in findings))


def _distinct(identities: Iterable[str]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for identity in identities:
        seen[identity] += 1
        again = f"|{seen[identity]}" if seen[identity] > 1 else ""
        yield hashlib.blake2b((identity + again).encode(), digest_size=8).hexdigest()


def _written(value: Any) -> str:
    if isinstance(value, Span):
        return f"{value.start}-{value.end}"
    return "" if value is None else str(value)


def _span(pair: list[int] | None) -> Span | None:
    return None if pair is None else Span(start=pair[0], end=pair[1])


def _figure(facts: dict[str, Any]) -> Figure:
    # A build holds all figures of all reports at once, and most of their words are the same few.
    shared: dict[str, Any] = {name: sys.intern(value) if type(value) is str else value for name, value in facts.items()}
    return Figure(**{**shared, "number": _span(facts["number"]), "evidence": _span(facts["evidence"])})


def _finding(facts: dict[str, Any]) -> Finding:
    return Finding(
        report=facts["report"], kind=facts["kind"], severity=facts["severity"],
        facts=tuple((name, value) for name, value in facts["facts"]),
        spans=tuple(Span(start=start, end=end) for start, end in facts["spans"]), figures=tuple(facts["figures"]),
    )  # fmt: skip


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if dataclasses.is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value
