"""Old workbooks: shown as their cells show them, and no byte of a damaged one does harm.

old_workbook.xls was written by xlwt 1.3.0; the other files are put together here, record by record.
"""

import hashlib
import pathlib
import struct

import pytest

from handling.model import ReadingError
from handling.read import read
from handling.read.container import SIGNATURE, stream
from handling.read.old_records import Strings, short_number

from .reading import cells, lines, of, spans

WRITTEN = pathlib.Path(__file__).with_name("old_workbook.xls").read_bytes()


def container(name, content, *, small=False):
    """A container with one stream, among the small ones or not."""
    content = content if small else content.ljust(4096, b"\0")
    end, free, table = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    body = -(-len(content) // 512)
    chain = [table, end, end, *range(4, 3 + body), end]  # sector 0 the table, 1 the directory, 2 the table of small sectors, 3 on the content
    chain += [free] * (128 - len(chain))

    def entry(words, kind, first, size):
        raw = words.encode("utf-16-le") + b"\0\0"
        return raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw), kind, 1) + bytes(48) + struct.pack("<III", first, size, 0)

    header = SIGNATURE + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, 2 if small else end, int(small), end, 0) + struct.pack("<109I", 0, *[free] * 108)
    root = entry("Root Entry", 5, 3 if small else end, len(content) if small else 0)
    directory = root + entry(name, 2, 0 if small else 3, len(content))
    units = -(-len(content) // 64)
    smalls = struct.pack("<128I", *range(1, units), end, *[free] * (128 - units)) if small else bytes(512)
    return header + struct.pack("<128I", *chain) + directory.ljust(512, b"\0") + smalls + content.ljust(body * 512, b"\0")


def record(kind, content=b""):
    return struct.pack("<HH", kind, len(content)) + content


def text(words, *, wide=True):
    return struct.pack("<HB", len(words), int(wide)) + (words.encode("utf-16-le") if wide else words.encode("latin-1"))


def book(*cells_, globals_=b"", version=0x0600):
    """A workbook with one sheet of these records."""
    begin = record(0x0809, struct.pack("<HHI", version, 5, 0) + bytes(8))
    name = "表".encode("utf-16-le")
    size = len(begin) + len(globals_) + 4 + 8 + len(name) + 4
    sheet = record(0x0085, struct.pack("<IBBBB", size, 0, 0, 1, 1) + name)
    page = record(0x0809, struct.pack("<HHI", version, 16, 0) + bytes(8)) + b"".join(cells_) + record(0x000A)
    return container("Workbook", begin + globals_ + sheet + record(0x000A) + page)


def at(row, column, style=0):
    return struct.pack("<HHH", row, column, style)


def label(row, column, words):
    return record(0x0204, at(row, column) + text(words))


HEAD = (label(0, 0, "单位"), label(0, 1, "件数"), label(1, 0, "教育局"))


def refusal(data):
    with pytest.raises(ReadingError) as caught:
        read(data=data, name="表.xls")
    return caught.value.code


def test_a_workbook_of_another_writer_is_shown_as_formatted():
    found = of(WRITTEN, "表.xls")
    assert [cells(found)[1, column] for column in range(5)] == ["教育局", "26", "98.5%", "1,234,567.50", "2023年12月8日"]
    assert [cells(found)[2, column] for column in (1, 2, 4)] == ["12", "100%", "2023-12-08 09:30"]
    assert [cells(found)[3, column] for column in range(1, 5)] == ["38", "50%", "25%", "12.5%"]
    assert cells(found, 1)[1, 1] == "94.12%"


def test_its_title_is_a_title_and_its_hidden_sheet_is_not_read():
    found = of(WRITTEN, "表.xls")
    assert lines(found, "title") == ["2022年提案办理情况统计表"]
    assert "隐藏" not in found.text


def test_the_sheets_of_wps_are_the_same():
    assert cells(of(WRITTEN, "表.et"))[1, 2] == "98.5%"


def test_every_kind_of_cell_is_read():
    found = of(
        book(
            *HEAD,
            record(0x0203, at(1, 1) + struct.pack("<d", 26.5)),
            record(0x027E, at(1, 2) + struct.pack("<I", 26 << 2 | 2)),
            record(0x00BD, struct.pack("<HH", 1, 3) + struct.pack("<HIHI", 0, 7 << 2 | 2, 0, 1250 << 2 | 3) + struct.pack("<H", 4)),
            record(0x0205, at(1, 5) + b"\1\0"),
            record(0x0205, at(1, 6) + b"\7\1"),
            record(0x0006, at(1, 7) + struct.pack("<d", 39.0) + bytes(8)),
            record(0x0006, at(1, 8) + b"\0\0\0\0\0\0\xff\xff" + bytes(8)) + record(0x0207, text("见附件")),
            record(0x0006, at(1, 9) + b"\1\0\1\0\0\0\xff\xff" + bytes(8)),
            record(0x0006, at(1, 10) + b"\2\0\x2a\0\0\0\xff\xff" + bytes(8)),
        ),
        "表.xls",
    )
    assert [cells(found)[1, column] for column in range(1, 11)] == ["26.5", "26", "7", "12.5", "TRUE", "#DIV/0!", "39", "见附件", "TRUE", "#N/A"]


def test_merged_cells_stand_with_their_spans():
    merged = record(0x00E5, struct.pack("<H4H", 1, 0, 1, 0, 0))
    data = book(
        label(0, 0, "单位"), label(0, 1, "结果"), label(1, 1, "A类"), label(2, 0, "教育局"), record(0x0203, at(2, 1) + struct.pack("<d", 18)), merged
    )
    assert spans(of(data, "表.xls")) == {"单位": (2, 1)}


def test_a_drawing_inside_a_sheet_is_passed_over():
    chart = record(0x0809, bytes(16)) + label(5, 5, "图表") + record(0x000A)
    data = book(*HEAD, chart, record(0x0203, at(1, 1) + struct.pack("<d", 26)))
    assert of(data, "表.xls").text == "单位\t件数\n教育局\t26\n"


def test_shared_strings_run_on_over_continuations():
    first = struct.pack("<II", 3, 3) + text("单位") + struct.pack("<HB", 6, 1) + "满意和".encode("utf-16-le")
    rich = struct.pack("<HBH", 2, 8, 1) + b"AB" + bytes(4)
    assert Strings([first, b"\1" + "基本满".encode("utf-16-le") + rich]).all() == ["单位", "满意和基本满", "AB"]
    assert Strings([first, b"\0abc" + rich]).all() == ["单位", "满意和abc", "AB"]


@pytest.mark.parametrize(
    ("raw", "value"), [(26 << 2 | 2, 26), (2650 << 2 | 3, 26.5), (-26 << 2 & 0xFFFFFFFF | 2, -26), (0x40180000, 6.0), (0x40180001, 0.06)]
)
def test_packed_numbers_are_unpacked(raw, value):
    assert short_number(raw) == pytest.approx(value)


def test_a_small_stream_is_found_among_the_small_ones():
    content = bytes(range(256)) * 2 + b"end"
    assert stream(container("Workbook", content, small=True), "Workbook") == content
    assert stream(container("Workbook", content, small=True), "Other") == b""


def test_a_locked_or_too_old_workbook_is_refused():
    assert refusal(book(*HEAD, globals_=record(0x002F, bytes(6)))) == "password"
    assert refusal(container("Book", b"x" * 5000)) == "damaged"
    assert refusal(book(*HEAD, version=0x0500)) == "damaged"


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_workbook_ends_in_a_document_or_a_sentence(seed):
    noise = hashlib.shake_256(bytes([seed])).digest(200)
    data = bytearray(WRITTEN)
    for number in range(0, 200, 4):
        data[int.from_bytes(noise[number : number + 3]) % len(data)] = noise[number + 3]
    try:
        assert len(of(bytes(data), "表.xls").text) < 100_000
    except ReadingError as error:
        assert error.code in ("damaged", "empty", "password", "unreadable")  # noqa: PT017 (either end is right)


def test_a_ring_of_sectors_ends():
    data = bytearray(WRITTEN)
    table = 512 * (1 + struct.unpack_from("<I", data, 76)[0])
    data[table : table + 512] = struct.pack("<128I", *[0] * 128)
    assert refusal(bytes(data)) in ("damaged", "empty")
