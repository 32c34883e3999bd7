"""Files in: read, told apart from what is there, stored, and the warehouse built anew with them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from handling.model import Figure, Reading, ReadingError, Report
from handling.read import READERS
from handling.read.limits import MAX_FILE_BYTES
from handling.store import archive, building, inputs, shipped
from handling.store.archive import Import
from handling.store.folders import StoreError, home, root, warehouse_folder
from handling.store.likeness import Likeness, agree, likeness
from handling.store.lock import only_writer
from handling.store.pool import Source, bytes_of, name_of, read_all
from handling.store.unread import Unread, unread_in
from handling.store.writing import explained

Progress = Callable[[int, int, str], None]
"""Called with (files done, files in all, name of the file done); at the end with ("数据仓库") while the warehouse is built."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileResult:
    """What became of one file. `sentence` is for a person; `code`: imported, replaced, already, duplicate, no_figures, or a ReadingError's.

    `report` is the id in the warehouse, that of the other report for a duplicate, '' where there is none. `unread` holds the sentences
    and cells with numbers that no rule claimed; `unclaimed` is how many such numbers there are.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What became of all files: stored, already there, refused."""

    imported: tuple[FileResult, ...] = ()
    skipped: tuple[FileResult, ...] = ()
    failed: tuple[FileResult, ...] = ()


def import_files(sources: Iterable[Source | str], progress: Progress | None = None) -> ImportResult:
    """Read files, folders and uploads (name, bytes), store what holds figures, and put a new warehouse in force.

    Either all that is in `imported` is in the warehouse afterwards, or nothing is: killed at any moment, the old warehouse stays in force.
    A file that cannot be read, or is there already, is told and does not stop the others. Raises StoreError where nothing can be stored.
    """
    files, failed = expand(sources)
    tell = progress or (lambda done, total, name: None)
    try:
        home().mkdir(parents=True, exist_ok=True)
        session = _Session()
        fresh = session.without_known(files)
        for done, (source, outcome) in enumerate(read_all(fresh), start=len(files) - len(fresh) + 1):
            session.take(source, outcome)
            tell(done, len(files), name_of(source))
        if session.fresh:
            tell(len(files), len(files), "数据仓库")
            session.store()
    except OSError as problem:
        raise StoreError(explained(problem, home())) from problem
    return ImportResult(imported=tuple(session.imported), skipped=tuple(session.skipped), failed=(*failed, *session.failed))


def remove(report: str) -> None:
    """Take an imported report out again: its figures, its reading and its original. Raises StoreError where it is not imported."""
    try:
        with only_writer(warehouse_folder() / "lock"):
            lines = archive.catalogue()
            gone = [line for line in lines.values() if line.report == report]
            if not gone:
                raise StoreError(f"没有导入过编号为 {report} 的报告。用 python -m handling export reports 查看编号。")
            building.rebuild({key: line for key, line in lines.items() if line not in gone})
            for line in gone:
                archive.discard(line.document)
    except OSError as problem:
        raise StoreError(explained(problem, home())) from problem


def expand(sources: Iterable[Source | str]) -> tuple[list[Source], list[FileResult]]:
    """The files to read: those named, and all readable ones inside the folders named, by name. And what is not there."""
    files: list[Source] = []
    failed = []
    for source in sources:
        if isinstance(source, tuple):
            files.append(source)
            continue
        path = Path(source)
        if not path.is_dir():
            files.append(path)
            continue
        inside = sorted(file for file in path.rglob("*") if _is_report_file(file))
        files += inside
        if not inside:
            reason = f"{path}：文件夹里没有可以读的文件（{'、'.join('.' + ending for ending in READERS)}）。请检查路径。"
            failed.append(FileResult(name=path.name, code="empty_folder", sentence=reason))
    return files, failed


def _is_report_file(file: Path) -> bool:
    hidden = file.name.startswith((".", "~$"))  # ~$ is what Word leaves beside an open file
    return file.is_file() and not hidden and file.suffix.lower().removeprefix(".") in READERS


class _Session:
    """One import: gathers what is new, then stores all of it at once."""

    def __init__(self) -> None:
        self.imported: list[FileResult] = []
        self.skipped: list[FileResult] = []
        self.failed: list[FileResult] = []
        self.fresh: dict[str, tuple[Source, Reading]] = {}
        self._results: dict[str, FileResult] = {}

    def without_known(self, files: list[Source]) -> list[Source]:
        """The files that are not imported yet: a folder that grows by a file is imported again as quickly as the one file."""
        lines = archive.catalogue()
        fresh = []
        for source in files:
            line = lines.get(_digest(source)) if lines else None
            if line is None:
                fresh.append(source)
            else:
                self.skipped.append(_skipped(FileResult(name=name_of(source), code="", sentence=""), line, same_file=True))
        return fresh

    def take(self, source: Source, outcome: Reading | ReadingError) -> None:
        """Sort one outcome: refused, seen twice in this import, or new so far."""
        name = name_of(source)
        if isinstance(outcome, ReadingError):
            self.failed.append(FileResult(name=name, code=outcome.code, sentence=str(outcome)))
            return
        result = _result(name, outcome)
        if not outcome.figures and not outcome.items:
            self.failed.append(result)
        elif outcome.document.id in self.fresh:
            other = self._results[outcome.document.id].name
            self.skipped.append(replace(result, code="already", sentence=f"{name}：与 {other} 是同一个文件，只存一次。"))
        else:
            self.fresh[outcome.document.id] = (source, outcome)
            self._results[outcome.document.id] = result

    def store(self) -> None:
        """Store what is new under the lock, and build. What another import brought meanwhile counts as there."""
        with only_writer(warehouse_folder() / "lock"):
            known = _Known()
            for document_id, (source, reading) in self.fresh.items():
                result = self._results[document_id]
                there = known.line_of(document_id) or known.same_report(reading)
                if there:
                    self.skipped.append(_skipped(result, there, same_file=there.document == document_id))
                    continue
                line = known.add(reading, result.name)
                archive.keep(bytes_of(source), archive.under_id(reading, line.report))
                self.imported.append(_stored(result, line))
            building.rebuild(known.lines)


class _Known:
    """What the warehouse holds already, and what this import has added to it."""

    def __init__(self) -> None:
        self.lines: dict[str, Import] = {}
        self._titled: dict[str, list[Import]] = {}
        self._valued: dict[str, Import] = {}
        self._shipped = {report.report: (report, figures) for report, figures, _ in shipped.published(root() / "data" / "published")}
        self._shipped_like = {name: likeness(report, figures) for name, (report, figures) in self._shipped.items()}
        self._stamp = inputs.reading_stamp()
        self._fresh: dict[str, Reading] = {}
        self._ids: set[str] = set()
        for line in archive.catalogue().values():
            self._enter(line)

    def _enter(self, line: Import) -> None:
        like = Likeness.of_text(line.signature)
        self.lines[line.document] = line
        self._ids.add(line.report)
        self._titled.setdefault(like.titled, []).append(line)
        self._valued.setdefault(like.valued, line)

    def line_of(self, document_id: str) -> Import | None:
        """The import of that very file."""
        return self.lines.get(document_id)

    def same_report(self, reading: Reading) -> Import | None:
        """The import of the same report from another file."""
        own = likeness(reading.report, reading.figures)
        if own.valued and own.valued in self._valued:
            return self._valued[own.valued]
        for line in self._titled.get(own.titled, []) if own.titled else []:
            if agree(reading.figures, (self._fresh.get(line.document) or archive.load(line)).figures):
                return line
        return None

    def add(self, reading: Reading, name: str) -> Import:
        """Enter a reading into the catalogue, under an id that no other report has."""
        replaces = self._shipped_twin(reading.report, reading.figures)
        report = reading.report.report
        if report in self._ids or (report in self._shipped and report != replaces):
            report = f"{report}-{reading.document.id[:8]}"
        line = Import(
            document=reading.document.id, report=report, file_name=name, imported_at=datetime.now().isoformat(timespec="seconds"),
            replaces=replaces, signature=likeness(reading.report, reading.figures).text(), made_by=self._stamp,
        )  # fmt: skip
        self._enter(line)
        self._fresh[line.document] = reading
        return line

    def _shipped_twin(self, report: Report, figures: Sequence[Figure]) -> str:
        """The shipped report whose text this is: its figures give way to those that can be traced to their sentences."""
        own = likeness(report, figures)
        for name, (_, other) in self._shipped.items():
            like = self._shipped_like[name]
            same_name = name == report.report or (own.titled and own.titled == like.titled)
            if (own.valued and own.valued == like.valued) or (same_name and agree(figures, other)):
                return name
        return ""


def _digest(source: Source) -> str:
    """The sha256 of the source's bytes; '' where they cannot be had, which its reader will tell."""
    content = source if isinstance(source, Path) else source[1]
    if isinstance(content, bytes):
        return hashlib.sha256(content).hexdigest()
    try:
        with content.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() if content.stat().st_size <= MAX_FILE_BYTES else ""
    except OSError:
        return ""


def _result(name: str, reading: Reading) -> FileResult:
    unclaimed = [finding for finding in reading.findings if finding.kind == "unclaimed"]
    counted = FileResult(
        name=name, code="imported", sentence="", report=reading.report.report, figures=len(reading.figures), items=len(reading.items),
        findings=len(reading.findings) - len(unclaimed), unclaimed=len(unclaimed), unread=unread_in(reading, unclaimed),
    )  # fmt: skip
    if not reading.figures and not reading.items:
        left = f"（有 {len(unclaimed)} 个数字没有归类）" if unclaimed else ""
        remedy = "请确认这是提案、建议办理情况的报告"
        return replace(counted, code="no_figures", report="", sentence=f"{name}：没有读到办理数字{left}。{remedy}。")
    read = f"读到 {counted.figures} 个数字、{counted.items} 条提案建议"
    rest = f"，{counted.unclaimed} 个数字没有归类" if unclaimed else ""
    return replace(counted, sentence=f"{name}：{read}{rest}。")


def _skipped(result: FileResult, there: Import, *, same_file: bool) -> FileResult:
    if same_file:
        sentence = f"{result.name}：这个文件已经导入过（{there.file_name}），没有重复存入。"
        return replace(result, code="already", report=there.report, sentence=sentence)
    sentence = f"{result.name}：与已导入的 {there.file_name} 是同一份报告，没有重复存入。要换成这一份，请先移除报告 {there.report} 再导入。"
    return replace(result, code="duplicate", report=there.report, sentence=sentence)


def _stored(result: FileResult, line: Import) -> FileResult:
    if not line.replaces:
        return replace(result, report=line.report)
    sentence = result.sentence + "随产品发布的同一份报告没有原文，现在以这份为准。"
    return replace(result, code="replaced", report=line.report, sentence=sentence)
