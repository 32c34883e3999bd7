"""A file → all that was read from it, every figure checked against the characters that it came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from pathlib import Path

from handling.audit import audit
from handling.audit.wording import in_own_words
from handling.confidence import weigh
from handling.extract import items as named
from handling.extract import prose, tables, unclaimed
from handling.extract.forms import with_forms
from handling.extract.head import read_head
from handling.extract.numerals import read_number
from handling.extract.text import fold, sentences
from handling.model import Document, Figure, Finding, Head, Mention, Reading, Span
from handling.normalise import normalise, report_of
from handling.read import read

# The words without a number that say all, and none; a dash in a cell of a table says none too.
_ALL = re.compile(r"[全均都皆尽]|件件|项项|条条|案案|事事|人人|[逐每各][一件项条]|所有|一律|一致|普遍|悉数|一一|百分百|双百|三(?:见面|沟通)")
_NONE = re.compile(r"[无未没零]|不存在|^-+$")
# The words before names in order: the first of them is rank 1.
_IN_ORDER = re.compile(r"(?:依次|分别)[是为:]?")
_NEXT_NAME = re.compile(r"[、,和及与]")


def read_report(path: Path | None = None, *, data: bytes | None = None, name: str = "") -> Reading:
    """Everything that the report in `path`, or in `data` called `name`, says of handling.

    A figure that does not read back is left out and told by a Finding `not_read_back`; a number with 件, % or a rank, or a
    number of handling in a table, that no rule claimed by `unclaimed`; a text without any figure by `no_figures`.
    Raises ReadingError where the file cannot be read at all.
    """
    document = read(path, data=data, name=name)
    head = read_head(document)
    mentions = [*prose.mentions(document, head), *tables.mentions(document, head)]
    report = report_of(document, head)
    checked = [(one, check(document, one[0])) for one in normalise(document, head, mentions)]
    kept = with_forms(document, [figure for (figure, _), right in checked if right], report.year)
    told = list(zip(kept, [mention for (_, mention), right in checked if right], strict=True))
    dropped = [_not_read_back(document, figure) for (figure, _), right in checked if not right]
    findings = [*in_own_words(document.text, kept, audit(report, kept)), *dropped, *_unclaimed(document, head, mentions, report.report)]
    figures, findings = weigh(document, head, told, findings)
    if not figures:
        findings.insert(0, Finding(report=report.report, kind="no_figures", severity="error"))
    items = named.items(document, head, report.report)
    return Reading(document=document, report=report, figures=figures, items=items, findings=tuple(findings))


def check(document: Document, figure: Figure) -> bool:
    """Whether the characters at `figure.number` read back to its value; for an implied one, whether they say all or none."""
    if figure.number is None or figure.evidence is None or not _inside(figure.number, document) or not _inside(figure.evidence, document):
        return False
    words = figure.number.of(document.text)
    if figure.basis == "implied":
        before = fold(document.text[figure.evidence.start : figure.number.start])
        return _implies(fold(words), before, figure)
    value = read_number(words)
    return value is not None and abs(value - figure.value) < 1e-9


def _implies(words: str, before: str, figure: Figure) -> bool:
    if figure.scale == "rank":
        order = list(_IN_ORDER.finditer(before))
        return bool(order) and len(_NEXT_NAME.findall(before[order[-1].end() :])) + 1 == figure.value
    said = {100.0: _ALL, 0.0: _NONE}.get(figure.value)
    return said is not None and said.search(words) is not None


def sentences_around(document: Document, spans: Iterable[Span]) -> list[Span]:
    """For each span the sentence that it lies in, or its table cell; the span itself where it lies in neither."""
    starts = [block.span.start for block in document.blocks]
    folded = fold(document.text)
    split: dict[int, list[Span]] = {}
    found = []
    for span in spans:
        number = bisect_right(starts, span.start) - 1
        block = document.blocks[number] if number >= 0 else None
        if block is None or span.start >= block.span.end:
            found.append(span)
            continue
        if number not in split:
            split[number] = [block.span] if block.kind == "cell" else sentences(folded, block.span)
        parts = split[number]
        before = bisect_right(parts, span.start, key=lambda part: part.start) - 1
        found.append(parts[before] if before >= 0 and span.start < parts[before].end else span)
    return found


def _inside(span: Span, document: Document) -> bool:
    return 0 <= span.start < span.end <= len(document.text)


def _not_read_back(document: Document, figure: Figure) -> Finding:
    words = figure.number.of(document.text) if figure.number else ""
    return Finding(
        report=figure.report, kind="not_read_back", severity="warning", spans=tuple(s for s in (figure.number,) if s),
        facts=(("measure", figure.measure), ("value", f"{figure.value:g}"), ("words", words), ("rule", figure.rule)),
    )  # fmt: skip


def _unclaimed(document: Document, head: Head, mentions: list[Mention], report: str) -> list[Finding]:
    found = sorted({*unclaimed.unclaimed(document, mentions), *unclaimed.unread_cells(document, head)}, key=lambda span: span.start)
    why = {cell.span: cell.reason for cell in tables.explain(document, head)}
    return [
        Finding(
            report=report, kind="unclaimed", severity="note", spans=(span,),
            facts=(("words", span.of(document.text)), *([("reason", why[span])] if why.get(span) else [])),
        )
        for span in found
    ]  # fmt: skip
