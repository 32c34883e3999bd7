"""Microsoft's old container (.xls, .doc): a small file system of sectors, of which one stream is wanted."""

from __future__ import annotations

import struct

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # from here on, numbers of sectors are marks: free, end of chain, table
_ENTRY = 128
_ROOT = 5
_SMALL_SECTOR = 64
_FIRST_TABLES = struct.Struct("<109I")


def _chain(next_of: list[int], start: int, sector: dict[int, bytes] | list[bytes]) -> bytes:
    """The sectors from `start` on; no more than there are, so that a ring ends."""
    parts: list[bytes] = []
    while start < len(next_of) and start < len(sector) and len(parts) < len(sector):
        parts.append(sector[start])
        start = next_of[start]
    return b"".join(parts)


def _numbers(data: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))


def _cut(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size].ljust(size, b"\0") for at in range(0, len(data), size)]


def _table(data: bytes, sectors: list[bytes]) -> list[int]:
    """The table that says which sector follows which."""
    tables = [number for number in _FIRST_TABLES.unpack_from(data, 76) if number < _END]
    extra = struct.unpack_from("<I", data, 68)[0]
    for _ in range(len(sectors)):
        if extra >= len(sectors):
            break
        *more, extra = _numbers(sectors[extra])
        tables += [number for number in more if number < _END]
    return [number for table in tables[: len(sectors)] if table < len(sectors) for number in _numbers(sectors[table])]


def stream(data: bytes, name: str) -> bytes:
    """The bytes of a stream by its name; empty where there is none or the container is damaged."""
    if not data.startswith(SIGNATURE) or len(data) < 1024:
        return b""
    power = struct.unpack_from("<H", data, 30)[0]
    if power not in (9, 12):
        return b""
    sectors = _cut(data[1 << power :], 1 << power)
    next_of = _table(data, sectors)
    directory = _chain(next_of, struct.unpack_from("<I", data, 48)[0], sectors)
    smallest, small_table = struct.unpack_from("<II", data, 56)
    small: list[bytes] = []
    for entry in _cut(directory, _ENTRY):
        length = struct.unpack_from("<H", entry, 64)[0]
        first, size = struct.unpack_from("<II", entry, 116)
        if entry[66] == _ROOT:
            small = _cut(_chain(next_of, first, sectors), _SMALL_SECTOR)
        elif entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace") == name:
            if size >= smallest:
                return _chain(next_of, first, sectors)[:size]
            return _chain(_numbers(_chain(next_of, small_table, sectors)), first, small)[:size]
    return b""
