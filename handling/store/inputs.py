"""What a warehouse is made from, as one short hash: the same inputs need no new build."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from handling.store.folders import catalogue_file, root

_READ_WITH = ("model.py", "vocabulary", "read", "extract", "normalise.py", "normalise", "audit.py", "audit", "derive.py", "reading.py")


def data_version() -> str:
    """12 hex digits over the code, the schema, the vocabulary, the shipped data and the catalogue of imports."""
    digest = hashlib.sha256(_hash_of_product().encode())
    if catalogue_file().exists():
        digest.update(catalogue_file().read_bytes())
    return digest.hexdigest()[:12]


def reading_stamp() -> str:
    """12 hex digits over all that decides what is read from a file: a stored reading with another stamp is read anew."""
    return _hash_of(root(), _files(*(f"handling/{name}" for name in _READ_WITH), "data/vocabulary"))[:12]


@lru_cache(maxsize=1)
def _hash_of_product() -> str:
    # Once a process: a running process goes on with the code that it has loaded.
    return _hash_of(root(), _files("handling", "queries/schema", "data/vocabulary", "data/published"))


def _files(*names: str) -> list[Path]:
    found: list[Path] = []
    for name in names:
        path = root() / name
        found += path.rglob("*") if path.is_dir() else [path]
    return sorted(file for file in found if file.suffix in (".py", ".sql", ".csv", ".toml", ".txt") and file.is_file())


def _hash_of(base: Path, files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.relative_to(base).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()
