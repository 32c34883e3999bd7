"""Where things live: the project's own folder, and the folder that the product writes to."""

from __future__ import annotations

import os
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def root() -> Path:
    """The project's folder: it holds data/ and queries/."""
    return ROOT


def home() -> Path:
    """The folder that everything is written to: what HANDLING_HOME names, else var/ in the project's folder."""
    return Path(os.environ.get("HANDLING_HOME") or ROOT / "var").resolve()


def warehouse_folder() -> Path:
    """Holds the warehouse files and CURRENT, which names the one in force."""
    return home() / "warehouse"


def documents_folder() -> Path:
    """Holds the imported files as received, each under the sha256 of its bytes."""
    return home() / "documents"


def readings_folder() -> Path:
    """Holds what was read from each imported file, as JSON, under the same sha256."""
    return home() / "readings"


def catalogue_file() -> Path:
    """The list of what is imported, as JSON. A reading that it does not name is not in the warehouse."""
    return home() / "catalogue.json"


class StoreError(RuntimeError):
    """The warehouse or the archive cannot be read or written. `str()` is one sentence for a person, with the remedy."""


def replace_file(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that a reader finds either the old or the new content, whole. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}.tmp")
    try:
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
