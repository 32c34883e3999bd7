"""read: what the reports say, without storing anything."""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from handling.commands.output import complain, progress_bar
from handling.model import Figure, Reading, ReadingError, Span

FIGURE_COLUMNS = (
    "report", "unit", "region", "year", "month", "period", "instrument", "level", "role", "measure", "category", "qualifier", "part",
    "label", "value", "scale", "basis", "quote", "number_start", "number_end", "sentence_start", "sentence_end", "rule", "confidence",
    "reason",
)  # fmt: skip
ITEM_COLUMNS = ("report", "number", "title", "proposers", "instrument", "key", "topic", "start", "end")


def add_to(commands: Any) -> None:
    """Declare the command."""
    parser: argparse.ArgumentParser = commands.add_parser("read", help="读取报告，不入库")
    parser.add_argument("files", nargs="+", metavar="FILE", help="报告文件或文件夹")
    parser.add_argument("--figures", type=Path, metavar="F.csv", help="数字存为 CSV")
    parser.add_argument("--items", type=Path, metavar="I.csv", help="提案建议条目存为 CSV")
    parser.add_argument("--trace", action="store_true", help="逐句显示读到了什么、从哪里继承、由哪条规则认定")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read all files; 1 where none could be read."""
    from handling.store.imports import expand
    from handling.store.pool import name_of, read_all

    sources, missing = expand(options.files)
    for lost in missing:
        complain(lost.sentence)
    if options.trace:
        return _trace([source for source in sources if isinstance(source, Path)])
    readings: list[Reading] = []
    with progress_bar("读取") as tell:
        for done, (source, outcome) in enumerate(read_all(sources), start=1):
            if isinstance(outcome, ReadingError):
                complain(str(outcome))
            else:
                readings.append(outcome)
            tell(done, len(sources), name_of(source))
    if options.figures:
        _write(options.figures, FIGURE_COLUMNS, (row for reading in readings for row in _figure_rows(reading)))
    if options.items:
        _write(options.items, ITEM_COLUMNS, (row for reading in readings for row in _item_rows(reading)))
    for reading in readings:
        _show(reading, quiet=bool(options.figures or options.items))
    return 0 if readings else 1


def _show(reading: Reading, quiet: bool) -> None:
    unclaimed = [finding.spans[0] for finding in reading.findings if finding.kind == "unclaimed"]
    name = reading.document.name
    if not reading.figures and not reading.items:
        complain(f"{name}：没有读到办理数字（{len(unclaimed)} 个数字没有归类）。请确认这是提案、建议办理情况的报告。")
    if quiet:
        return
    print(f"{name}：{len(reading.figures)} 个数字，{len(reading.items)} 条提案建议，{len(unclaimed)} 个数字没有归类")
    for figure in reading.figures:
        print("  " + "  ".join(part for part in _words(figure) if part))
    _show_unclaimed(reading, unclaimed)


def _show_unclaimed(reading: Reading, unclaimed: list[Span]) -> None:
    from handling.reading import sentences_around

    for span, sentence in zip(unclaimed, sentences_around(reading.document, unclaimed), strict=True):
        print(f"  未归类 {span.of(reading.document.text)}：{_one_line(sentence.of(reading.document.text))}")


def _words(figure: Figure) -> tuple[str, ...]:
    kinds = (figure.instrument, figure.level, figure.role, figure.measure, figure.category, figure.qualifier)
    value = f"{figure.value:.15g}" + {"percent": "%", "rank": "位"}.get(figure.scale, "件")
    marks = ("部分" if figure.part else "", "推知" if figure.basis == "implied" else "", figure.label)
    return (figure.unit, str(figure.year or "年份不详"), figure.period, *kinds, value, *marks)


def _trace(paths: list[Path]) -> int:
    from handling.extract import prose
    from handling.extract.head import read_head
    from handling.read import read

    failed = 0
    for path in paths:
        try:
            document = read(path)
        except ReadingError as problem:
            complain(str(problem))
            failed += 1
            continue
        print(prose.trace(document, read_head(document)))
    return 1 if failed == len(paths) else 0


def _figure_rows(reading: Reading) -> Iterator[tuple[object, ...]]:
    text = reading.document.text
    for f in reading.figures:
        number, sentence = f.number or Span(start=0, end=0), f.evidence or Span(start=0, end=0)
        yield (
            f.report, f.unit, f.region, f.year, f.month, f.period, f.instrument, f.level, f.role, f.measure, f.category, f.qualifier,
            "yes" if f.part else "", f.label, f"{f.value:.15g}", f.scale, f.basis, sentence.of(text), number.start, number.end,
            sentence.start, sentence.end, f.rule, f"{f.confidence:.3g}", f.reason,
        )  # fmt: skip


def _item_rows(reading: Reading) -> Iterator[tuple[object, ...]]:
    for i in reading.items:
        span = (i.span.start, i.span.end) if i.span else ("", "")
        yield i.report, i.number, i.title, i.proposers, i.instrument, "yes" if i.key else "", i.topic, *span


def _write(path: Path, columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)


def _one_line(text: str) -> str:
    return " ".join(text.split())
