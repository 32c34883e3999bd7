"""What a file is in truth: by its first bytes, then by its ending.

A web page saved as .doc, a .docx named .wps and an .xls that is a web page are all frequent.
"""

from __future__ import annotations

import io
import re
import zipfile

from handling.model import ReadingError

_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<table[\s>]|<meta\s", re.IGNORECASE)
_BOM = b"\xef\xbb\xbf"
_ARCHIVE_PARTS = (
    ("word/", "docx"),
    ("xl/workbook.bin", "xlsb"),
    ("xl/", "xlsx"),
    ("OFD.xml", "ofd"),
)
_OPEN_DOCUMENTS = ((b"opendocument.text", "odt"), (b"opendocument.spreadsheet", "ods"))
_SAMPLE = 4096


def _utf16(words: str) -> bytes:
    return words.encode("utf-16-le")


def _in_archive(data: bytes, ending: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return ending
    for beginning, found in _ARCHIVE_PARTS:
        if any(entry.startswith(beginning) for entry in names):
            return found
    for mark, found in _OPEN_DOCUMENTS:
        if mark in data[:200]:
            return found
    return "zip"


def _in_container(data: bytes, ending: str, name: str) -> str:
    """Inside Microsoft's old container: a locked .docx or .xlsx, or an old document or workbook."""
    if _utf16("EncryptedPackage") in data:
        raise ReadingError(name, "文件有密码保护", "请取消密码后另存为新文件再导入", code="password")
    if ending in ("wps", "et", "doc", "xls"):
        is_book = _utf16("Workbook") in data or _utf16("Book") in data
        is_text = _utf16("WordDocument") in data
        if is_book and not is_text:
            return "xls"
        return "doc" if is_text and ending in ("xls", "et") else ending
    return "xls" if _utf16("Workbook") in data else "doc"


def format_of(data: bytes, ending: str, name: str) -> str:
    """The format of a file as an ending without dot; `ending` where the bytes do not tell.

    ReadingError for a picture or a locked file.
    """
    head = data[:_SAMPLE].lstrip(_BOM).lstrip()
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_archive(data, ending)
    if data.startswith(_OLE):
        return _in_container(data, ending, name)
    if data.startswith(_IMAGES):
        remedy = "请先做文字识别（OCR），或索取 Word 文件后导入"
        raise ReadingError(name, "文件是图片，没有文字", remedy, code="scanned")
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(b"<") and _PAGE.search(data[:_SAMPLE]):
        return "html"
    return ending
