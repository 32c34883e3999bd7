"""What an import did not understand: each sentence or table cell with its numbers in place and the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handling.model import Finding, Reading, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A sentence, or table cell, with numbers that no rule claimed. `numbers`: first and last+1 character of each in it, in order.

    `place`, `table` (its number in the document) and `reason` (clauses for people) are those of a cell; '' and -1 in running text, where no rule
    could tell what is counted.
    """

    sentence: str
    numbers: tuple[tuple[int, int], ...]
    place: str = ""
    reason: str = ""
    table: int = -1


def unread_in(reading: Reading, unclaimed: Sequence[Finding]) -> tuple[Unread, ...]:
    """What holds the numbers of these findings, in the order of the text; the numbers of one sentence together."""
    from handling.reading import sentences_around  # see pool.read_one

    text = reading.document.text
    held: dict[tuple[int, int], list[tuple[Span, str]]] = {}
    spans = [(span, dict(finding.facts).get("reason", "")) for finding in unclaimed for span in finding.spans]
    for (span, reason), around in zip(spans, sentences_around(reading.document, [span for span, _ in spans]), strict=True):
        held.setdefault((around.start, around.end), []).append((span, reason))
    return tuple(_unread(reading, text[first:last], first, numbers) for (first, last), numbers in held.items())


def _unread(reading: Reading, whole: str, start: int, numbers: list[tuple[Span, str]]) -> Unread:
    sentence = whole.strip()
    first = start + len(whole) - len(whole.lstrip())
    cell = next((block for block in reading.document.blocks if block.kind == "cell" and block.span.start <= first < block.span.end), None)
    return Unread(
        sentence=sentence, numbers=tuple(sorted({(span.start - first, span.end - first) for span, _ in numbers})),
        place=cell.place if cell else "", table=cell.table if cell else -1,
        reason="；".join(dict.fromkeys(reason for _, reason in numbers if reason)),
    )  # fmt: skip
