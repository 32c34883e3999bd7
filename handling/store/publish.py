"""Which warehouse file is in force: CURRENT names it, and is replaced in one step once a new file is whole."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

from handling.reasons import why
from handling.store.folders import StoreError, replace_file, warehouse_folder

_KEPT = 6  # the one in force, the one before, which running sessions may still read, and some that a link may ask for


def path_of(version: str) -> Path:
    """The warehouse file of a data version."""
    return warehouse_folder() / f"handling-{version}.duckdb"


def current() -> Path:
    """The warehouse file in force. Raises StoreError where there is none."""
    path = path_of(fingerprint())
    if not path.exists():
        raise StoreError(f"数据仓库文件 {path.name} 不见了。请运行 python3 run.py build 重新建立。")
    return path


def kept(version: str) -> Path | None:
    """The warehouse file of a version that an address asks for, where there is such a version and it is still here."""
    return path_of(version) if re.fullmatch("[0-9a-f]{12}", version) and path_of(version).exists() else None


def fingerprint() -> str:
    """The version of the data in force (12 hex digits): the same inputs give the same. Raises StoreError where there is none."""
    try:
        return (warehouse_folder() / "CURRENT").read_text(encoding="ascii").strip().removeprefix("handling-").removesuffix(".duckdb")
    except FileNotFoundError:
        raise StoreError("还没有数据仓库。请先运行 python3 run.py build 建立。") from None
    except (OSError, UnicodeDecodeError) as problem:
        raise StoreError(f"不能读取 {warehouse_folder() / 'CURRENT'}（{why(problem)}）。请检查权限。") from problem


def is_current(version: str) -> bool:
    """Whether that version is in force and its file is there."""
    with contextlib.suppress(StoreError):
        return fingerprint() == version and current().exists()
    return False


def publish(fresh: Path, version: str) -> Path:
    """Put the finished file `fresh` in force under its version's name, and remove versions that nobody needs. Raises OSError."""
    path = path_of(version)
    if path.exists():  # left by an earlier time with the same data; somebody may have it open
        fresh.unlink()
    else:
        os.replace(fresh, path)
    os.utime(path)
    replace_file(warehouse_folder() / "CURRENT", path.name.encode("ascii"))
    remove_old()
    return path


def remove_old() -> None:
    """Remove all but the newest versions, and what a killed build left. Only for whoever holds the lock."""
    in_force = path_of(fingerprint())
    versions = sorted(warehouse_folder().glob("handling-*.duckdb"), key=lambda file: file.stat().st_mtime, reverse=True)
    keep = {in_force, *[file for file in versions if file != in_force][: _KEPT - 1]}
    for file in [*versions, *warehouse_folder().glob("building-*")]:
        if file not in keep:
            with contextlib.suppress(OSError):  # Windows does not remove a file that is open: next time
                file.unlink()
