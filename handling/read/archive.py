"""Zip-based files (.docx, .xlsx, .ofd), opened only after their directory has been checked."""

from __future__ import annotations

import io
import zipfile
import zlib
from posixpath import basename, dirname, join, normpath

from lxml import etree

from handling.model import ReadingError
from handling.read.limits import MAX_PACKING_RATIO, MAX_UNPACKED_BYTES, MAX_XML_BYTES, MAX_ZIP_ENTRIES, MEGABYTE, RATIO_FREE_BYTES

# The strict variant of Office XML differs in its namespaces alone.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
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


def xml_part(archive: zipfile.ZipFile, path: str, name: str) -> etree._Element | None:
    """One entry as a tree; None where it does not exist. Entities stay unresolved, so that none can swell."""
    path = path.lstrip("/")
    if path in archive.NameToInfo and archive.getinfo(path).file_size > MAX_XML_BYTES:
        raise _refuse(name, f"内容超过{MAX_XML_BYTES // MEGABYTE} MB")
    data = part(archive, path, name)
    if not data:
        return None
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        reason, remedy = "文件已损坏，部分内容无法读取", "请用 Word、WPS 或 Excel 打开后另存为新文件再导入"
        raise ReadingError(name, reason, remedy, code="damaged") from error


def relations(archive: zipfile.ZipFile, path: str, name: str) -> dict[str, tuple[str, str]]:
    """Id → (kind, path in the zip) of the parts that a part refers to; "" is the file as a whole."""
    folder = dirname(path)
    root = xml_part(archive, join(folder, "_rels", f"{basename(path)}.rels"), name)
    found = {}
    for relation in root.iter("{*}Relationship") if root is not None else ():
        target = relation.get("Target", "")
        place = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
        found[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], place)
    return found
