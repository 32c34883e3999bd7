"""The warehouse: originals and readings kept, one DuckDB file built from them and put in force in one step."""

from __future__ import annotations

from handling.store.building import build, ready
from handling.store.differences import MOST_SAID, Change, places, said
from handling.store.folders import StoreError, home
from handling.store.imports import BUILDING, import_files, remove, stands_for_shipped
from handling.store.publish import current, fingerprint, kept
from handling.store.results import FileResult, ImportResult, sentence
from handling.store.unread import Unread
from handling.store.writing import write

__all__ = [
    "BUILDING", "MOST_SAID", "Change", "FileResult", "ImportResult", "StoreError", "Unread", "build", "current", "fingerprint", "home", "import_files", "kept",
    "places", "ready", "remove", "said", "sentence", "stands_for_shipped", "write",
]  # fmt: skip
