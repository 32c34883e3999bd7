"""The records of an old workbook (.xls, Excel 97 and later): strings, numbers, and the parts that they form."""

from __future__ import annotations

import struct
from collections.abc import Iterator

BEGIN, END, CONTINUE = 0x0809, 0x000A, 0x003C
ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}


def records(book: bytes, at: int) -> Iterator[tuple[int, list[bytes]]]:
    """(kind, content and its continuations) from a place in the stream to the end of its part; parts inside are skipped."""
    depth = 0
    kind, contents = 0, [b""]
    while at + 4 <= len(book):
        next_kind, size = struct.unpack_from("<HH", book, at)
        content = book[at + 4 : at + 4 + size]
        at += 4 + size
        if next_kind == CONTINUE:
            contents.append(content)
            continue
        if contents and depth == 1 and kind != BEGIN:
            yield kind, contents
        kind, contents = next_kind, [content]
        depth += (next_kind == BEGIN) - (next_kind == END)
        if depth <= 0:
            return


def short_number(raw: int) -> float:
    """A number packed in four bytes: two bits say whether it is whole and whether it counts hundredths."""
    if raw & 2:
        value = float((raw >> 2) - (1 << 30 if raw & 0x80000000 else 0))
    else:
        value = struct.unpack("<d", struct.pack("<Q", (raw & 0xFFFFFFFC) << 32))[0]
    return value / 100 if raw & 1 else value


def words(content: bytes, at: int, length: int, flags: int) -> str:
    """Characters of one byte or two, as the flags say."""
    if flags & 1:
        return content[at : at + 2 * length].decode("utf-16-le", "replace")
    return content[at : at + length].decode("latin-1")


class Strings:
    """Reads the shared strings, which run on over continuations: characters begin anew there with their own flags."""

    def __init__(self, contents: list[bytes]) -> None:
        self._parts = contents
        self._part, self._at = 0, 0

    def _raw(self, size: int) -> bytes:
        found = b""
        while len(found) < size and self._part < len(self._parts):
            piece = self._parts[self._part][self._at : self._at + size - len(found)]
            found += piece
            self._at += len(piece)
            if len(found) < size:
                self._part, self._at = self._part + 1, 0
        return found.ljust(size, b"\0")

    def _characters(self, length: int, flags: int) -> str:
        found = ""
        while len(found) < length and self._part < len(self._parts):
            content = self._parts[self._part]
            width = 2 if flags & 1 else 1
            count = min(length - len(found), (len(content) - self._at) // width)
            found += words(content, self._at, count, flags)
            self._at += count * width
            if len(found) < length:
                self._part, self._at = self._part + 1, 1
                flags = self._parts[self._part][0] if self._part < len(self._parts) and self._parts[self._part] else 0
        return found

    def all(self) -> list[str]:
        """Every shared string, in order."""
        found: list[str] = []
        _, count = struct.unpack("<II", self._raw(8))
        while len(found) < count and self._part < len(self._parts):
            length, flags = struct.unpack("<HB", self._raw(3))
            runs = struct.unpack("<H", self._raw(2))[0] if flags & 8 else 0
            extra = struct.unpack("<I", self._raw(4))[0] if flags & 4 else 0
            found.append(self._characters(length, flags))
            self._raw(min(4 * runs + extra, sum(len(part) for part in self._parts)))
        return found
