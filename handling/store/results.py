"""What became of the files of an import, in sentences for a person."""

from __future__ import annotations

from dataclasses import dataclass, replace

from handling.model import Reading
from handling.store.archive import Import
from handling.store.differences import Change, places
from handling.store.unread import Unread, unread_in


@dataclass(frozen=True, slots=True, kw_only=True)
class FileResult:
    """What became of one file. `sentence` is for a person; `code`: imported, replaced, exchanged, already, duplicate, no_figures, or a ReadingError's.

    `report` is the id in the warehouse, that of the other report for a duplicate, '' where there is none. `unread` holds the sentences
    and cells with numbers that no rule claimed; `unclaimed` is how many such numbers there are. `changes`: what a duplicate says otherwise
    than the import that is there, whose document is `stored`; for an exchanged one what was exchanged. `document` is the file's own.
    """

    name: str
    code: str
    sentence: str
    report: str = ""
    figures: int = 0
    items: int = 0
    findings: int = 0
    unclaimed: int = 0
    unread: tuple[Unread, ...] = ()
    changes: tuple[Change, ...] = ()
    stored: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What became of all files: stored, already there, refused."""

    imported: tuple[FileResult, ...] = ()
    skipped: tuple[FileResult, ...] = ()
    failed: tuple[FileResult, ...] = ()


def result(name: str, reading: Reading) -> FileResult:
    """What was read from a file, before it is known whether it is stored."""
    unclaimed = [finding for finding in reading.findings if finding.kind == "unclaimed"]
    counted = FileResult(
        name=name, code="imported", sentence="", report=reading.report.report, figures=len(reading.figures), items=len(reading.items),
        findings=len(reading.findings) - len(unclaimed), unclaimed=len(unclaimed), unread=unread_in(reading, unclaimed), document=reading.document.id,
    )  # fmt: skip
    if not reading.figures and not reading.items:
        left = f"（有 {len(unclaimed)} 个数字没有归类）" if unclaimed else ""
        remedy = "请确认这是提案、建议办理情况的报告"
        return replace(counted, code="no_figures", report="", sentence=f"{name}：没有读到办理数字{left}。{remedy}。")
    read = f"读到 {counted.figures} 个数字、{counted.items} 条提案建议"
    rest = f"，{counted.unclaimed} 个数字没有归类" if unclaimed else ""
    return replace(counted, sentence=f"{name}：{read}{rest}。")


def skipped(result: FileResult, there: Import, *, same_file: bool) -> FileResult:
    """A file that is there already, or another of a report that is."""
    if same_file:
        sentence = f"{result.name}：这个文件已经导入过（{there.file_name}），没有重复存入。"
        return replace(result, code="already", report=there.report, sentence=sentence)
    same = f"{result.name}：与已导入的 {there.file_name} 是同一份报告，"
    if n := places(result.changes):
        sentence = f"{same}有 {n} 处数字不同，没有存入；库里仍是 {there.file_name} 的数字。"
    else:
        sentence = f"{same}没有重复存入。要换成这一份，请先移除报告 {there.report} 再导入。"
    return replace(result, code="duplicate", report=there.report, sentence=sentence, stored=there.document)


def exchanged(result: FileResult, there: Import) -> FileResult:
    """A file that has taken the place of another of the same report."""
    sentence = f"{result.sentence}已换下 {there.file_name}，有 {places(result.changes)} 处数字不同。"
    return replace(result, code="exchanged", report=there.report, sentence=sentence, stored=there.document)


def stored(result: FileResult, line: Import) -> FileResult:
    """A file that is in the warehouse now."""
    if not line.replaces:
        return replace(result, report=line.report)
    sentence = result.sentence + "随产品发布的同一份报告没有原文，现在以这份为准。"
    return replace(result, code="replaced", report=line.report, sentence=sentence)
