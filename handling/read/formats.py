"""What a file is in truth: by its first bytes, then by its ending.

A web page saved as .doc, a .docx named .wps and an .xls that is a web page are all frequent.
"""

from __future__ import annotations

import io
import re
import zipfile

from handling.model import ReadingError
from handling.read.container import SIGNATURE

_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_OTHER_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08")
_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<table[\s>]|<meta\s", re.IGNORECASE)
_IN_ARCHIVE = (("word/", "docx"), ("xl/workbook.bin", "xlsb"), ("xl/", "xlsx"), ("OFD.xml", "ofd"))
_OPEN_DOCUMENTS = ((b"opendocument.text", "odt"), (b"opendocument.spreadsheet", "ods"))
_WORD_XML, _EXCEL_XML = b'progid="Word.Document"', b'progid="Excel.Sheet"'
# Text under the ending of an old binary format: exports of old systems are often no more than that.
_TEXT_INSTEAD = {"xls": "csv", "et": "csv", "doc": "txt", "wps": "txt"}
_HEAD = 4096


def _refuse_locked(name: str) -> ReadingError:
    return ReadingError(name, "文件有密码保护", "请取消密码后另存为新文件再导入", code="password")


def _in_archive(data: bytes, ending: str, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return ending
    for beginning, found in _IN_ARCHIVE:
        if any(entry.startswith(beginning) for entry in names):
            return found
    for mark, found in _OPEN_DOCUMENTS:
        if mark in data[:200]:
            return found
    if ending in ("docx", "xlsx", "ofd"):
        return ending
    raise ReadingError(name, "文件是压缩包", "请解压后导入里面的文件", code="unknown_format")


def _in_container(data: bytes, ending: str, name: str) -> str:
    """Inside Microsoft's old container: a locked .docx or .xlsx, or an old document or workbook."""
    streams = {words: words.encode("utf-16-le") in data for words in ("EncryptedPackage", "WordDocument", "Workbook", "Book")}
    if streams["EncryptedPackage"]:
        raise _refuse_locked(name)
    if streams["WordDocument"]:
        return ending if ending in ("doc", "wps") else "doc"
    if streams["Workbook"] or streams["Book"]:
        return "xls"
    return ending if ending in ("doc", "wps", "xls", "et") else "doc"


_CONTROL = bytes([*range(9), *range(14, 27)])


def _is_text(data: bytes) -> bool:
    """True where the beginning has none of the control bytes that every binary format has."""
    head = data[:_HEAD]
    return len(head.translate(None, _CONTROL)) == len(head)


def _of_text(data: bytes, ending: str) -> str:
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if _WORD_XML in head:
        return "doc"
    if _EXCEL_XML in head:
        return "et"
    if head.startswith(b"<") and _PAGE.search(head):
        return "html"
    if re.match(rb"(?:mime-version|from|subject):", head, re.IGNORECASE) and b"multipart/related" in head.lower():
        return "mht"
    return _TEXT_INSTEAD.get(ending, ending) if _is_text(data) else ending


def format_of(data: bytes, ending: str, name: str) -> str:
    """The format of a file as an ending without dot; `ending` where the bytes do not tell.

    ReadingError for a picture, an archive or a locked file.
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_archive(data, ending, name)
    if data.startswith(SIGNATURE):
        return _in_container(data, ending, name)
    if data.startswith(_IMAGES):
        raise ReadingError(name, "文件是图片，没有文字", "请先做文字识别（OCR），或索取 Word 文件后导入", code="scanned")
    if data.startswith(_OTHER_ARCHIVES):
        raise ReadingError(name, "文件是压缩包", "请解压后导入里面的文件", code="unknown_format")
    return _of_text(data, ending)
