"""Bytes → text. A detector alone reads short GBK as Korean, so the order is fixed.

A byte order mark, else strict UTF-8, else the charset that a page declares, else GB18030 or Big5.
"""

from __future__ import annotations

import codecs
import re

from handling.model import ReadingError
from handling.read.assembly import clean

# utf-32-le begins like utf-16-le, so it is asked first.
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What is labelled gb2312 or gbk is gb18030 in truth, its superset; big5hkscs is the superset of big5.
_SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "hz": "hz", "big5": "big5hkscs", "cp950": "big5hkscs"}
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_\-]+)""", re.IGNORECASE)
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_HAN = re.compile("[\u4e00-\u9fff]")
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd\U000f0000-\U0010ffff]")
# A file cut off in the middle of a character is still a report; a picture renamed to .txt is none.
MAX_UNREADABLE_SHARE = 0.01


def declared_charset(data: bytes) -> str:
    """The charset that a web page names in its first 4,000 bytes, as a Python codec; "" without one."""
    found = _DECLARED.search(data[:4000])
    if not found:
        return ""
    try:
        codec = codecs.lookup(found.group(1).decode("ascii")).name
    except LookupError:
        return ""
    return _SUPERSETS.get(codec, codec)


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _chinese(data: bytes) -> str | None:
    """GB18030 unless it yields private-use characters, which is how Big5 punctuation looks in it."""
    text = _strictly(data, "gb18030")
    if text is not None and not _PRIVATE_USE.search(text):
        return text
    traditional = _strictly(data, "big5hkscs")
    if traditional is not None and not _PRIVATE_USE.search(traditional):
        return traditional
    return text


def _utf8(data: bytes) -> str | None:
    """Strict UTF-8, but not where two bytes of GBK happen to be one Latin, Greek or Arabic letter of UTF-8."""
    text = _strictly(data, "utf-8")
    if text is None or text.isascii() or any(ord(character) > 0x7FF for character in text):
        return text
    other = _strictly(data, "gb18030")
    return other if other is not None and len(_HAN.findall(other)) * 2 > len(other) else text


def _with_gaps(data: bytes) -> str | None:
    """The best reading of slightly damaged bytes, lost characters as U+FFFD; None where too much is lost."""
    readings = [data.decode(codec, errors="replace") for codec in ("utf-8", "gb18030", "big5hkscs")]
    best = min(readings, key=lambda text: text.count("\ufffd"))
    return best if best.count("\ufffd") <= max(1, len(best) * MAX_UNREADABLE_SHARE) else None


def decode(data: bytes, name: str, *, declared: str = "") -> str:
    """Text of a file; ReadingError for what is no text.

    `declared` is a page's own charset, believed only where the bytes agree with it.
    """
    text: str | None = None
    for mark, codec in _BOMS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(codec, errors="replace")
            break
    else:
        # A page that says gb2312 and is UTF-8 is frequent, strict UTF-8 by chance is not: so UTF-8 comes first.
        text = _utf8(data)
        if text is None and declared not in ("", "utf-8"):
            text = _strictly(data, declared)
        if text is None:
            text = _chinese(data)
        if text is None:
            text = _with_gaps(data)
    if text is None or len(_UNREADABLE.findall(text)) > max(2, len(text) * MAX_UNREADABLE_SHARE):
        remedy = "请确认文件没有损坏，或用 Word、WPS 另存为 .docx 后重新导入"
        raise ReadingError(name, "内容不是可读的文字", remedy, code="unreadable")
    return clean(text)
