"""The imported files as received, what was read from each, and the catalogue that says which of them count."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from handling.model import Reading
from handling.reasons import why
from handling.store import records
from handling.store.folders import StoreError, catalogue_file, documents_folder, readings_folder, replace_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One line of the catalogue. `replaces` names the shipped report whose text this is; `signature` tells like reports.

    `imported_at` is ISO local time. `made_by` is the stamp of the code and vocabulary that the stored reading was made with.
    """

    document: str
    report: str
    file_name: str
    imported_at: str
    replaces: str
    signature: str
    made_by: str

    @property
    def time(self) -> datetime:
        """When it was imported."""
        return datetime.fromisoformat(self.imported_at)


Catalogue = dict[str, Import]
"""All imports by document id, in the order of import."""


def catalogue() -> Catalogue:
    """The imports in force. Raises StoreError where the file is damaged."""
    try:
        return {line["document"]: Import(**line) for line in json.loads(catalogue_file().read_text(encoding="utf-8"))}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, KeyError) as problem:
        raise StoreError(f"导入目录 {catalogue_file()} 读不出来（{why(problem)}）。请从备份恢复这个文件。") from problem


def catalogue_bytes(imports: Catalogue) -> bytes:
    """The catalogue as its file holds it."""
    return json.dumps([asdict(line) for line in imports.values()], ensure_ascii=False, indent=0).encode()


def save_catalogue(imports: Catalogue) -> None:
    """Put a new catalogue in force. Raises OSError."""
    if imports or catalogue_file().exists():
        replace_file(catalogue_file(), catalogue_bytes(imports))


def document_path(document_id: str) -> Path:
    """Where the original with that sha256 lies."""
    return documents_folder() / document_id[:2] / document_id


def reading_path(document_id: str) -> Path:
    """Where the stored reading of that original lies."""
    return readings_folder() / document_id[:2] / f"{document_id}.json"


def keep(data: bytes, reading: Reading) -> None:
    """Store the original and its reading. Neither counts before the catalogue names it. Raises OSError."""
    if not document_path(reading.document.id).exists():
        replace_file(document_path(reading.document.id), data)
    keep_reading(reading)


def keep_reading(reading: Reading) -> None:
    """Store what was read, in place of an older reading of the same original. Raises OSError."""
    replace_file(reading_path(reading.document.id), records.to_json(reading).encode())


def load(line: Import) -> Reading:
    """The stored reading of an import, under the report id that the catalogue gives it. Raises StoreError."""
    path = reading_path(line.document)
    try:
        return under_id(records.from_json(path.read_text(encoding="utf-8")), line.report)
    except (OSError, ValueError, TypeError, KeyError) as problem:
        raise StoreError(f"{line.file_name}：存下的读数 {path} 读不出来（{why(problem)}）。请运行 python3 run.py remove {line.report} "
                         "后重新导入这个文件。") from problem  # fmt: skip


def discard(document_id: str) -> None:
    """Delete an original and its reading. Only after the catalogue no longer names it. Raises OSError."""
    document_path(document_id).unlink(missing_ok=True)
    reading_path(document_id).unlink(missing_ok=True)


def under_id(reading: Reading, report: str) -> Reading:
    """The same reading with another report id."""
    if reading.report.report == report:
        return reading
    return replace(
        reading,
        report=replace(reading.report, report=report),
        figures=tuple(replace(figure, report=report) for figure in reading.figures),
        items=tuple(replace(item, report=report) for item in reading.items),
        findings=tuple(replace(finding, report=report) for finding in reading.findings),
    )
