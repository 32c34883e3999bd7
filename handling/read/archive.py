"""Zip-based files (.docx, .xlsx, .ofd), opened only after their directory has been checked."""

from __future__ import annotations

import io
import zipfile
import zlib

from handling.model import ReadingError
from handling.read.limits import (
    MAX_PACKING_RATIO,
    MAX_UNPACKED_BYTES,
    MAX_ZIP_ENTRIES,
    MEGABYTE,
    RATIO_FREE_BYTES,
)


def _refuse(name: str, reason: str) -> ReadingError:
    return ReadingError(name, reason, "请用 Word、WPS 或 Excel 打开后另存为新文件再导入", code="zip_bomb")


def open_archive(data: bytes, name: str) -> zipfile.ZipFile:
    """A zip whose declared sizes are within the limits. Nothing has been expanded yet.

    Declared sizes are enough: zipfile stops at the declared size of an entry and then fails on its checksum.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        reason, remedy = "文件已损坏，不是完整的 Office 文件", "请重新下载，或用 Word、WPS 打开后另存为新文件再导入"
        raise ReadingError(name, reason, remedy, code="damaged") from error
    entries = archive.infolist()
    if len(entries) > MAX_ZIP_ENTRIES:
        raise _refuse(name, f"压缩包内文件超过{MAX_ZIP_ENTRIES}个")
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
        raise _refuse(name, f"展开后超过{MAX_UNPACKED_BYTES // MEGABYTE} MB，为安全起见没有读取")
    for entry in entries:
        if entry.flag_bits & 1:
            raise ReadingError(name, "文件有密码保护", "请取消密码后另存为新文件再导入", code="password")
        if entry.file_size > max(RATIO_FREE_BYTES, entry.compress_size * MAX_PACKING_RATIO):
            raise _refuse(name, "压缩比异常，疑似压缩炸弹，为安全起见没有读取")
    return archive


def part(archive: zipfile.ZipFile, path: str, name: str) -> bytes:
    """The bytes of one entry; empty where it does not exist."""
    try:
        return archive.read(path)
    except KeyError:
        return b""
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        reason, remedy = "文件已损坏，部分内容无法解压", "请重新下载或另存为新文件再导入"
        raise ReadingError(name, reason, remedy, code="damaged") from error
