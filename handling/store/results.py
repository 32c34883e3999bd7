"""What became of the files of an import, in sentences for a person."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache

from handling.model import Reading
from handling.store.archive import Import
from handling.store.differences import Change, places
from handling.store.unread import Unread, unread_in
from handling.vocabulary.classes import VOCABULARY
from handling.vocabulary.numbered import numbered


@dataclass(frozen=True, slots=True, kw_only=True)
class FileResult:
    """What became of one file. `sentence` is for a person; `code`: imported, replaced, exchanged, already, twice, duplicate,
    no_figures, or a ReadingError's. `other`: the name of the file that it is held against.

    `report` is the id in the warehouse, that of the other report for a duplicate, '' where there is none. `unplaced`: how many figures there are of
    which neither unit nor place was read. `unread` holds the sentences and cells with numbers that no rule claimed; `unclaimed` is how many such
    numbers there are. `changes`: what a duplicate says otherwise than the import that is there, whose document is `stored`; for an exchanged one what
    was exchanged. `lengths`: characters of its text and of the one there, where these differ by more than blanks; None where they do not.
    `document` is the file's own.
    """

    name: str
    code: str
    sentence: str
    report: str = ""
    figures: int = 0
    items: int = 0
    findings: int = 0
    unclaimed: int = 0
    unplaced: int = 0
    unread: tuple[Unread, ...] = ()
    changes: tuple[Change, ...] = ()
    stored: str = ""
    document: str = ""
    other: str = ""
    lengths: tuple[int, int] | None = None


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
        findings=len(reading.findings) - len(unclaimed), unclaimed=len(unclaimed), unread=unread_in(reading, unclaimed),
        unplaced=sum(1 for f in reading.figures if not f.unit and not f.region), document=reading.document.id,
    )  # fmt: skip
    if not reading.figures and not reading.items:
        counted = replace(counted, code="no_figures", report="")
    return _told(counted)


def skipped(result: FileResult, there: Import, *, same_file: bool) -> FileResult:
    """A file that is there already, or another of a report that is."""
    if same_file:
        return _told(replace(result, code="already", report=there.report, other=there.file_name))
    return _told(replace(result, code="duplicate", report=there.report, stored=there.document, other=there.file_name))


def twice(result: FileResult, other: str) -> FileResult:
    """A file that was given twice in one import, the first time as `other`."""
    return _told(replace(result, code="twice", other=other))


def exchanged(result: FileResult, there: Import) -> FileResult:
    """A file that has taken the place of another of the same report."""
    return _told(replace(result, code="exchanged", report=there.report, stored=there.document, other=there.file_name))


def stored(result: FileResult, line: Import) -> FileResult:
    """A file that is in the warehouse now."""
    return _told(replace(result, code="replaced" if line.replaces else "imported", report=line.report))


def _told(result: FileResult) -> FileResult:
    return replace(result, sentence=sentence(result))


def sentence(result: FileResult, lang: str = "zh") -> str:
    """What became of a file, in one sentence; of one that could not be read the reader's own words, which are in Chinese."""
    words = _words()
    of = words[_which(result)]
    if lang not in of:
        return result.sentence
    facts: dict[str, object] = {
        "name": result.name, "other": result.other, "report": result.report, "figures": result.figures, "items": result.items,
        "unclaimed": result.unclaimed, "unplaced": result.unplaced, "places": places(result.changes),
        **dict(zip(("own", "there"), result.lengths or (), strict=False)),
    }  # fmt: skip
    said = {part: numbered(words[part][lang], facts) for part in ("read", "unclaimed", "left")}
    said |= {} if result.unclaimed else {"unclaimed": "", "left": ""}
    stored = result.unplaced and result.code in ("imported", "replaced", "exchanged")
    return numbered(of[lang] + (words["unplaced"][lang] if stored else ""), facts | said)


def _which(result: FileResult) -> str:
    """The sentence for a code: of the same report it tells whether figures differ, or the text alone."""
    if result.code == "duplicate" and result.changes:
        return "differs"
    return f"{result.code}_text" if result.code in ("duplicate", "exchanged") and result.lengths and not result.changes else result.code


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads((VOCABULARY / "imports.toml").read_text(encoding="utf-8"))
