"""Everything known → a new warehouse file → in force. Nothing is changed in place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from handling.audit import audit
from handling.store import archive, inputs, publish, shipped
from handling.store.folders import StoreError, root, warehouse_folder
from handling.store.lock import only_writer
from handling.store.rows import Entry, Tables
from handling.store.writing import explained, write


def build() -> Path:
    """Make the warehouse from the shipped data and all imports, put it in force, and return its path.

    Where nothing has changed since the last build, that one stays in force. Raises StoreError.
    """
    try:
        with only_writer(warehouse_folder() / "lock"):
            return rebuild()
    except OSError as problem:
        raise StoreError(explained(problem, warehouse_folder())) from problem


def ready() -> Path:
    """The warehouse in force; built first where there is none, or where the product or its data are newer. Raises StoreError."""
    return publish.current() if publish.is_current(inputs.data_version()) else build()


def rebuild() -> Path:
    """`build` for whoever holds the lock. Raises StoreError and OSError."""
    version = inputs.data_version()
    if publish.is_current(version):
        return publish.current()
    fresh = warehouse_folder() / f"building-{os.getpid()}.duckdb"
    fresh.unlink(missing_ok=True)
    tables = Tables()
    for entry in _entries():
        tables.add(entry)
    meta = {"data_version": version, "built_at": datetime.now().isoformat(timespec="seconds")}
    write(fresh, tables.finish(meta))
    return publish.publish(fresh, version)


def _entries() -> Iterator[Entry]:
    imports = archive.catalogue()
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
