"""Everything known → a new warehouse file → in force. Nothing is changed in place."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pyarrow as pa

from handling.audit import across, audit
from handling.model import Figure, Reading, Report
from handling.store import archive, inputs, publish, shipped
from handling.store.archive import Catalogue
from handling.store.beside import disputed
from handling.store.folders import StoreError, root, warehouse_folder
from handling.store.likeness import likeness
from handling.store.lock import only_writer
from handling.store.pool import read_all
from handling.store.rows import Entry, Tables
from handling.store.writing import explained, write

Tell = Callable[[int, int, str], None]
"""Called with (files done, files in all, name) while stored originals are read anew."""


def build(progress: Tell | None = None) -> Path:
    """Make the warehouse from the shipped data and all imports, put it in force, and return its path.

    Where nothing has changed since the last build, that one stays in force. Imports that were read by an older version of the product
    are read anew from their originals. Raises StoreError.
    """
    try:
        with only_writer(warehouse_folder() / "lock"):
            return rebuild(archive.catalogue(), progress)
    except OSError as problem:
        raise StoreError(explained(problem, warehouse_folder())) from problem


def ready() -> Path:
    """The warehouse in force; built first where there is none, or where the product or its data are newer. Raises StoreError."""
    version = inputs.data_version(archive.catalogue_bytes(archive.catalogue()))
    return publish.current() if publish.is_current(version) else build()


def rebuild(imports: Catalogue, progress: Tell | None = None) -> Path:
    """Put `imports` and a warehouse with them in force, for whoever holds the lock. Raises StoreError and OSError.

    The new file is whole before the catalogue is saved, and CURRENT changes last: killed in between, the old warehouse serves, and
    the next start builds the new one.
    """
    imports = _read_anew(imports, progress)
    version = inputs.data_version(archive.catalogue_bytes(imports))
    if publish.is_current(version):
        return publish.current()
    fresh = warehouse_folder() / f"building-{os.getpid()}.duckdb"
    fresh.unlink(missing_ok=True)
    meta = {"data_version": version, "built_at": datetime.now().isoformat(timespec="seconds"), "form": inputs.form()}
    write(fresh, tables_of(_entries(imports), meta))
    archive.save_catalogue(imports)
    return publish.publish(fresh, version)


def _read_anew(imports: Catalogue, progress: Tell | None) -> Catalogue:
    """The imports with every reading made by the present code and vocabulary. One that fails now keeps what was read before."""
    stamp = inputs.reading_stamp()
    stale = [line for line in imports.values() if line.made_by != stamp]
    fresh = dict(imports)
    sources = [(line.file_name, archive.document_path(line.document)) for line in stale]
    for done, (line, (_, outcome)) in enumerate(zip(stale, read_all(sources), strict=True), start=1):
        signature = line.signature
        if isinstance(outcome, Reading) and (outcome.figures or outcome.items):
            archive.keep_reading(archive.under_id(outcome, line.report))
            signature = likeness(outcome.report, outcome.figures).text()
        fresh[line.document] = replace(line, made_by=stamp, signature=signature)
        if progress:
            progress(done, len(stale), line.file_name)
    return fresh


def tables_of(entries: Iterable[Entry], meta: dict[str, str]) -> dict[str, pa.Table]:
    """The tables of a warehouse that holds `entries`, with what the reports say against each other. `meta`: as in the table `meta`."""
    tables = Tables()
    reports: list[Report] = []
    figures: list[Figure] = []
    starts: dict[str, int] = {}
    for entry in entries:
        tables.add(entry)
        reports.append(entry.report)
        starts[entry.report.report] = len(figures)
        figures += entry.figures
    found = across(reports, figures)
    tables.add_findings(found)
    tables.add_conflicts(reports, [(figures[starts[report] + position], position) for report, position in disputed(found)])
    figures.clear()  # before the columns are made: the largest moment of a build
    return tables.finish(meta)


def _entries(imports: Catalogue) -> Iterator[Entry]:
    replaced = {line.replaces for line in imports.values()} - {""}
    for report, figures, items in shipped.published(root() / "data" / "published"):
        if report.report not in replaced:
            yield Entry(report=report, figures=figures, items=items, findings=audit(report, figures), origin="published")
    for line in imports.values():
        reading = archive.load(line)
        yield Entry(
            report=reading.report, figures=reading.figures, items=reading.items, findings=reading.findings, origin="imported",
            document=reading.document, imported_at=line.time, file_name=line.file_name,
        )  # fmt: skip
