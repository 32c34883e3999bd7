"""Bytes → Document. One reader a format, and one place that decides which."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from handling.model import Document, ReadingError
from handling.read.assembly import Readout
from handling.read.delimited import read_delimited
from handling.read.formats import format_of
from handling.read.html import read_html
from handling.read.legacy import read_doc, read_et, read_ods, read_odt, read_rtf, read_wps, read_xlsb
from handling.read.limits import MAX_FILE_BYTES, MEGABYTE
from handling.read.mht import read_mht
from handling.read.ofd import read_ofd
from handling.read.old_workbook import read_old_excel
from handling.read.pdf import read_pdf
from handling.read.plain import read_markdown, read_plain
from handling.read.word import read_word
from handling.read.workbook import read_excel

# Raise it whenever a reader yields another text for the same bytes.
READER_VERSION = "3"

READERS: dict[str, Callable[[bytes, str], Readout]] = {
    "txt": read_plain,
    "md": read_markdown,
    "html": read_html,
    "htm": read_html,
    "mht": read_mht,
    "docx": read_word,
    "pdf": read_pdf,
    "xlsx": read_excel,
    "xls": read_old_excel,
    "csv": read_delimited,
    "tsv": read_delimited,
    "ofd": read_ofd,
    "doc": read_doc,
    "wps": read_wps,
    "rtf": read_rtf,
    "odt": read_odt,
    "et": read_et,
    "ods": read_ods,
    "xlsb": read_xlsb,
}
"""Ending without dot → reader of (bytes, name of the file). A new format is a file here and a line in this table."""

# What people are told that they can import; the rest is read where it turns up.
_USUAL = "txt docx pdf html xlsx csv"

_NAMES_OF_ONE_FORMAT = {"htm": "html"}


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise ReadingError(name, "这是文件夹，不是文件", "请选择文件夹里的文件", code="unreadable")
        if path.stat().st_size > MAX_FILE_BYTES:
            raise _too_large(name)
        return path.read_bytes()
    except OSError as error:
        raise ReadingError(name, "文件不存在或无权打开", "请检查路径和权限", code="unreadable") from error


def _too_large(name: str) -> ReadingError:
    limit = MAX_FILE_BYTES // MEGABYTE
    return ReadingError(name, f"文件超过{limit} MB", "请删去图片或附件、只保留报告正文后重新导入", code="too_large")


def _readout(kind: str, data: bytes, name: str) -> Readout:
    reader = READERS.get(kind)
    if reader is None:
        formats = "、".join(f".{ending}" for ending in _USUAL.split())
        raise ReadingError(name, "不支持这种文件类型", f"请另存为 {formats} 之一后导入", code="unknown_format")
    try:
        return reader(data, name)
    except ReadingError:
        raise
    except Exception as error:  # a foreign file finds holes in every library; it must not stop the other imports
        reason, remedy = "文件已损坏，读取中断", "请重新下载，或用原来的软件另存为新文件再导入"
        raise ReadingError(name, reason, remedy, code="damaged") from error


def read(path: Path | None = None, *, data: bytes | None = None, name: str = "") -> Document:
    """A document from a file, or from its bytes with its name. ReadingError for what cannot be read."""
    if path is not None:
        name = name or Path(path).name
    name = name.replace("\\", "/").rpartition("/")[2] or "未命名文件"
    if data is None:
        if path is None:
            raise ValueError("read() needs a path or data")
        data = _bytes_of(Path(path), name)
    if len(data) > MAX_FILE_BYTES:
        raise _too_large(name)
    if not data.strip():
        raise ReadingError(name, "文件是空的", "请确认下载完整后重新导入", code="empty")
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    kind = format_of(data, ending, name)
    text, blocks = _readout(kind, data, name)
    if not blocks:
        raise ReadingError(name, "文件里没有文字", "请确认文件内容后重新导入", code="empty")
    kind = _NAMES_OF_ONE_FORMAT.get(kind, kind)
    identity = hashlib.sha256(data).hexdigest()
    return Document(id=identity, name=name, format=kind, text=text, blocks=blocks, reader=f"{kind} {READER_VERSION}")
