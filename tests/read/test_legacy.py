"""Old formats: with a converter they are read, without one the sentence says what to do."""

import os
import stat
import sys

import pytest

from handling.model import ReadingError
from handling.read import legacy, read

from .files import archive, sheet, word
from .reading import cells, lines, of

CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
DOC = CONTAINER + "WordDocument".encode("utf-16-le") + bytes(500)
ET = CONTAINER + bytes(1000)
needs_shebang = pytest.mark.skipif(os.name == "nt", reason="the stand-in for LibreOffice is a script with a shebang")


@pytest.fixture
def without_converter(monkeypatch):
    monkeypatch.setattr(legacy, "converter", lambda: "")


@pytest.fixture
def converter(monkeypatch, tmp_path):
    """Puts a script in the place of LibreOffice; `write` makes it copy this file as its result."""

    def install(code):
        script = tmp_path / "soffice"
        script.write_text(f"#!{sys.executable}\nimport pathlib, sys, time\nargs = sys.argv[1:]\n{code}\n", encoding="utf-8")
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(legacy, "converter", lambda: str(script))

    return install


def copying(path):
    return (
        "out = pathlib.Path(args[args.index('--outdir') + 1]); out.mkdir()\n"
        "target = args[args.index('--convert-to') + 1]\n"
        f"(out / ('report.' + target)).write_bytes(pathlib.Path({str(path)!r}).read_bytes())"
    )


@pytest.mark.parametrize(
    ("data", "name", "wanted"),
    [
        (DOC, "报告.doc", ".docx"),
        (DOC, "报告.wps", ".docx"),
        (b"{\\rtf1 a}", "报告.rtf", ".docx"),
        (ET, "表.et", ".xlsx"),
        (DOC, "报告.docx", ".docx"),
    ],
)
def test_without_a_converter_the_sentence_says_what_to_save_as(without_converter, data, name, wanted):
    with pytest.raises(ReadingError) as caught:
        read(data=data, name=name)
    assert caught.value.code == "needs_converter"
    assert f"另存为 {wanted}" in caught.value.remedy


@needs_shebang
def test_a_document_is_read_through_the_converter(converter, tmp_path):
    result = tmp_path / "made.docx"
    result.write_bytes(word(lambda document: document.add_paragraph("共26件。")))
    converter(copying(result))
    for name in ("报告.doc", "报告.wps"):
        assert lines(of(DOC, name)) == ["共26件。"]
    assert of(DOC, "报告.doc").format == "doc"


@needs_shebang
def test_a_sheet_is_read_through_the_converter(converter, tmp_path):
    result = tmp_path / "made.xlsx"
    result.write_bytes(sheet([["单位", "件数"], ["教育局", 26]]))
    converter(copying(result))
    assert cells(of(ET, "表.et"))[1, 1] == "26"


@needs_shebang
def test_the_converter_gets_the_bytes_and_a_profile_of_its_own(converter, tmp_path):
    result, seen = tmp_path / "made.docx", tmp_path / "seen"
    result.write_bytes(word(lambda document: document.add_paragraph("共26件。")))
    converter(copying(result) + f"\npathlib.Path({str(seen)!r}).write_bytes(pathlib.Path(args[-1]).read_bytes() + '|'.join(args).encode())")
    of(DOC, "报告.doc")
    assert seen.read_bytes().startswith(DOC)
    assert b"-env:UserInstallation=file:" in seen.read_bytes()
    assert b"--headless" in seen.read_bytes()


@needs_shebang
def test_a_converter_that_makes_nothing_or_hangs_is_reported(converter, monkeypatch):
    converter("")
    with pytest.raises(ReadingError) as caught:
        read(data=DOC, name="报告.doc")
    assert caught.value.code == "damaged"
    monkeypatch.setattr(legacy, "CONVERT_SECONDS", 0.2)
    converter("time.sleep(60)")
    with pytest.raises(ReadingError) as caught:
        read(data=DOC, name="报告.doc")
    assert caught.value.code == "timeout"


def test_what_only_has_the_ending_is_never_given_to_the_converter(monkeypatch):
    monkeypatch.setattr(legacy, "_convert", lambda *arguments: pytest.fail("converted"))
    for name in ("报告.doc", "报告.wps", "表.et"):
        with pytest.raises(ReadingError) as caught:
            read(data=b"\x01\x02\x03" * 500, name=name)
        assert caught.value.code == "damaged"


def test_a_locked_office_file_is_refused():
    with pytest.raises(ReadingError) as caught:
        read(data=CONTAINER + "EncryptedPackage".encode("utf-16-le") + bytes(500), name="报告.docx")
    assert caught.value.code == "password"


def test_an_archive_of_reports_is_refused_with_the_advice_to_unpack_it():
    with pytest.raises(ReadingError) as caught:
        read(data=archive({"报告.txt": "共26件。"}), name="报告.zip")
    assert "解压" in caught.value.remedy
