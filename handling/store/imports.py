"""Files in: read, told apart from what is there, stored, and the warehouse built anew with them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from handling.model import Figure, Reading, ReadingError, Report
from handling.read import READERS
from handling.read.limits import MAX_FILE_BYTES
from handling.store import archive, building, inputs, results, shipped
from handling.store.archive import Import
from handling.store.differences import differences
from handling.store.folders import StoreError, home, root, warehouse_folder
from handling.store.likeness import Likeness, agree, likeness
from handling.store.lock import only_writer
from handling.store.pool import Source, bytes_of, name_of, read_all
from handling.store.results import FileResult, ImportResult
from handling.store.writing import explained

_NAMED = 5  # so many of the files that no reader reads are named
BUILDING = "数据仓库"  # in the place of a file's name
Progress = Callable[[int, int, str], None]
"""Called with (files done, files in all, name of the file done); at the end with BUILDING while the warehouse is built."""


def import_files(sources: Iterable[Source | str], progress: Progress | None = None, replacing: Collection[str] = ()) -> ImportResult:
    """Read files, folders and uploads (name, bytes), store what holds figures, and put a new warehouse in force.

    Another file of a report that is there is refused, unless the file there is one of `replacing` (document ids): then it gives way.

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
            tell(len(files), len(files), BUILDING)
            session.store(replacing)
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
                raise StoreError(f"没有导入过编号为 {report} 的报告。用 python3 run.py export reports 查看编号。")
            building.rebuild({key: line for key, line in lines.items() if line not in gone})
            for line in gone:
                archive.discard(line.document)
    except OSError as problem:
        raise StoreError(explained(problem, home())) from problem


def stands_for_shipped(report: str) -> bool:
    """Whether an imported report is there in the place of one that ships with the product, which comes back when it is removed."""
    return any(line.replaces for line in archive.catalogue().values() if line.report == report)


def expand(sources: Iterable[Source | str]) -> tuple[list[Source], list[FileResult]]:
    """The files to read: those named, and all readable ones inside the folders named, by name. And what is not there, or no report."""
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
        there = sorted(file for file in path.rglob("*") if _is_visible(file))
        inside = [file for file in there if _ending(file) in READERS]
        files += inside
        if inside and len(inside) < len(there):
            failed.append(_passed_over(path, [file for file in there if file not in inside]))
        if not inside:
            reason = f"{path}：文件夹里没有可以读的文件（{'、'.join('.' + ending for ending in READERS)}）。请检查路径。"
            failed.append(FileResult(name=path.name, code="empty_folder", sentence=reason))
    return files, failed


def _is_visible(file: Path) -> bool:
    hidden = file.name.startswith((".", "~$"))  # ~$ is what Word leaves beside an open file
    return file.is_file() and not hidden


def _ending(file: Path) -> str:
    return file.suffix.lower().removeprefix(".")


def _passed_over(folder: Path, files: Sequence[Path]) -> FileResult:
    """The files of a folder that no reader reads, in one sentence."""
    names = "、".join(file.name for file in files[:_NAMED]) + (" 等" if len(files) > _NAMED else "")
    reason = f"{folder}：里面有 {len(files)} 个文件不是可以读的种类，没有读：{names}。图片请先做文字识别（OCR），其他请另存为 Word、PDF 或文本后导入。"
    return FileResult(name=folder.name, code="other_kinds", sentence=reason)


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
                self.skipped.append(results.skipped(FileResult(name=name_of(source), code="", sentence=""), line, same_file=True))
        return fresh

    def take(self, source: Source, outcome: Reading | ReadingError) -> None:
        """Sort one outcome: refused, seen twice in this import, or new so far."""
        name = name_of(source)
        if isinstance(outcome, ReadingError):
            self.failed.append(FileResult(name=name, code=outcome.code, sentence=str(outcome)))
            return
        result = results.result(name, outcome)
        if not outcome.figures and not outcome.items:
            self.failed.append(result)
        elif outcome.document.id in self.fresh:
            self.skipped.append(results.twice(result, self._results[outcome.document.id].name))
        else:
            self.fresh[outcome.document.id] = (source, outcome)
            self._results[outcome.document.id] = result

    def store(self, replacing: Collection[str]) -> None:
        """Store what is new under the lock, and build. What another import brought meanwhile counts as there."""
        gone = []
        with only_writer(warehouse_folder() / "lock"):
            known = _Known()
            for document_id, (source, reading) in self.fresh.items():
                result = self._results[document_id]
                there = known.line_of(document_id) or known.same_report(reading)
                same_file = there is not None and there.document == document_id
                changes = differences(known.figures_of(there), reading.figures) if there and not same_file else ()
                result = replace(result, changes=changes, lengths=known.other_text(there, reading) if there and not same_file else None)
                if there and (same_file or there.document not in replacing):
                    self.skipped.append(results.skipped(result, there, same_file=same_file))
                    continue
                if there:
                    known.drop(there)
                    gone.append(there)
                line = known.add(reading, result.name, there)
                archive.keep(bytes_of(source), archive.under_id(reading, line.report))
                self.imported.append(results.exchanged(result, there) if there else results.stored(result, line))
            building.rebuild(known.lines)
            for line in gone:
                archive.discard(line.document)


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

    def drop(self, line: Import) -> None:
        """Leave an import out; another gets its id."""
        like = Likeness.of_text(line.signature)
        del self.lines[line.document]
        self._ids.discard(line.report)
        self._titled[like.titled].remove(line)
        if self._valued.get(like.valued) == line:
            del self._valued[like.valued]

    def figures_of(self, line: Import) -> Sequence[Figure]:
        """What was read from an import."""
        return (self._fresh.get(line.document) or archive.load(line)).figures

    def other_text(self, line: Import, reading: Reading) -> tuple[int, int] | None:
        """The lengths of a reading's text and of an import's, in characters without blanks; None where the texts are the same but for these."""
        stored = self._fresh.get(line.document) or archive.load(line)
        own, there = ("".join(one.document.text.split()) for one in (reading, stored))
        return (len(own), len(there)) if own != there else None

    def line_of(self, document_id: str) -> Import | None:
        """The import of that very file."""
        return self.lines.get(document_id)

    def same_report(self, reading: Reading) -> Import | None:
        """The import of the same report from another file."""
        own = likeness(reading.report, reading.figures)
        if own.valued and own.valued in self._valued:
            return self._valued[own.valued]
        for line in self._titled.get(own.titled, []) if own.titled else []:
            if agree(reading.figures, self.figures_of(line)):
                return line
        return None

    def add(self, reading: Reading, name: str, instead: Import | None = None) -> Import:
        """Enter a reading into the catalogue, under the id of the import that gives way to it, else one that no other report has."""
        replaces = instead.replaces if instead else ""
        replaces = replaces or self._shipped_twin(reading.report, reading.figures)
        report = instead.report if instead else reading.report.report
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
