"""Bytes → text. A detector alone reads short GBK as Korean, so the order is fixed.

A byte order mark, else strict UTF-8, else GB18030, or Big5 where that is declared or GB18030 makes no sense.
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
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_\-]+)""", re.IGNORECASE)
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_HAN = re.compile("[\u4e00-\u9fff]")
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd\U000f0000-\U0010ffff]")
# A file cut off in the middle of a character is still a report; a picture renamed to .txt is none.
MAX_UNREADABLE_SHARE = 0.01


def declares_big5(data: bytes) -> bool:
    """True for a web page that says in its first 4,000 bytes that it is Big5.

    No other declaration is asked for: pages say gb2312 or iso-8859-1 and are anything.
    """
    found = _DECLARED.search(data[:4000])
    return found is not None and found.group(1).lower() in (b"big5", b"big5-hkscs", b"cp950")


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _chinese(data: bytes, *, traditional: bool) -> str | None:
    """GB18030 unless it yields private-use characters, which is how the punctuation of Big5 looks in it."""
    simplified, big5 = _strictly(data, "gb18030"), _strictly(data, "big5hkscs")
    odd = simplified is None or bool(_PRIVATE_USE.search(simplified))
    if big5 is not None and not _PRIVATE_USE.search(big5) and (traditional or odd):
        return big5
    return simplified


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


def decode(data: bytes, name: str, *, traditional: bool = False) -> str:
    """Text of a file; ReadingError for what is no text. `traditional` says that the file calls itself Big5."""
    text: str | None = None
    for mark, codec in _BOMS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(codec, errors="replace")
            break
    else:
        text = _utf8(data)
        if text is None:
            text = _chinese(data, traditional=traditional)
        if text is None:
            text = _with_gaps(data)
    if text is None or len(_UNREADABLE.findall(text)) > max(2, len(text) * MAX_UNREADABLE_SHARE):
        remedy = "请确认文件没有损坏，或用 Word、WPS 另存为 .docx 后重新导入"
        raise ReadingError(name, "内容不是可读的文字", remedy, code="unreadable")
    return clean(text)
