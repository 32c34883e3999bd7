"""What a warehouse is made from, as one short hash: the same inputs need no new build."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from handling.store.folders import root

_READ_WITH = ("model.py", "vocabulary", "read", "extract", "normalise.py", "normalise", "audit.py", "audit", "confidence", "derive.py", "reading.py")


def data_version(catalogue: bytes) -> str:
    """12 hex digits over the code, the schema, the vocabulary, the shipped data and the catalogue of imports."""
    return hashlib.sha256(_hash_of_product(root()).encode() + catalogue).hexdigest()[:12]


@lru_cache(maxsize=4)  # once a process: a running process goes on with the code that it has loaded
def _hash_of_product(base: Path) -> str:
    return _hash_of(base, ("handling", "queries/schema", "data/vocabulary", "data/published"))


def form() -> str:
    """12 hex digits over the schema: the questions of this product can be asked of a warehouse of the same form, however old its data are."""
    return _hash_of(root(), ("queries/schema", "handling/store"))[:12]


def reading_stamp() -> str:
    """12 hex digits over all that decides what is read from a file: a stored reading with another stamp is read anew."""
    return _reading_stamp(root())


@lru_cache(maxsize=4)
def _reading_stamp(base: Path) -> str:
    return _hash_of(base, (*(f"handling/{name}" for name in _READ_WITH), "data/vocabulary"))[:12]


def _hash_of(base: Path, names: Iterable[str]) -> str:
    files: list[Path] = []
    for name in names:
        path = base / name
        files += path.rglob("*") if path.is_dir() else [path]
    digest = hashlib.sha256()
    for file in sorted(file for file in files if file.suffix in (".py", ".sql", ".csv", ".toml", ".txt") and file.is_file()):
        digest.update(file.relative_to(base).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()
