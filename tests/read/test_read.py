"""One way in: what a file is, who reads it, and one clear sentence for what cannot be read."""

import hashlib

import pytest

from handling.model import ReadingError
from handling.read import READERS, read
from handling.read.limits import MAX_FILE_BYTES

from .files import pdf, put, sheet, word
from .reading import of

TEXT = "县教育局共承办提案26件，满意率94.4%。"


def refusal(data, name):
    with pytest.raises(ReadingError) as caught:
        read(data=data, name=name)
    return caught.value


def test_a_document_carries_its_bytes_hash_its_name_and_its_format():
    found = of(TEXT.encode(), "报告.txt")
    assert (found.id, found.name, found.format) == (hashlib.sha256(TEXT.encode()).hexdigest(), "报告.txt", "txt")
    assert found.reader.startswith("txt ")


def test_the_short_ending_of_a_page_is_the_same_format():
    assert of(f"<html><body><p>{TEXT}</p></body></html>".encode(), "页面.HTM").format == "html"


def test_a_path_is_read_like_its_bytes(tmp_path):
    path = tmp_path / "报告.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    assert read(path) == read(data=TEXT.encode("gb18030"), name="报告.txt")


def test_the_same_bytes_are_read_the_same_twice():
    data = word(lambda document: document.add_paragraph(TEXT))
    assert of(data, "报告.docx") == of(data, "报告.docx")


def test_a_name_with_folders_is_cut_to_the_file():
    assert of(TEXT.encode(), "../../etc/报告.txt").name == "报告.txt"
    assert of(TEXT.encode(), r"C:\下载\报告.txt").name == "报告.txt"


@pytest.mark.parametrize("data", [b"", b"  \r\n\t ", "\ufeff".encode(), b"\x00\x00\x00\x00"])
def test_a_file_without_words_is_refused_as_empty_or_unreadable(data):
    assert refusal(data, "空.txt").code in ("empty", "unreadable")


def test_a_refusal_names_the_file_the_reason_and_what_to_do():
    error = refusal(b"", "空.txt")
    assert str(error) == "空.txt：文件是空的。请确认下载完整后重新导入。"
    assert (error.name, error.code) == ("空.txt", "empty")


@pytest.mark.parametrize("ending", ["txt", "csv", "html", "docx", "xlsx", "xls", "pdf", "doc", "wps", "et", "ofd"])
def test_bytes_that_are_no_document_are_refused_under_every_ending(ending):
    noise = hashlib.shake_256(b"noise").digest(4000)
    assert refusal(noise, f"噪声.{ending}").code in ("unreadable", "damaged")


def test_a_docx_that_is_no_zip_is_refused():
    error = refusal(TEXT.encode(), "报告.docx")
    assert error.code == "damaged"
    assert "另存为" in error.remedy


def test_a_file_over_twenty_megabytes_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "大.txt"
    with path.open("wb") as stream:
        stream.truncate(MAX_FILE_BYTES + 1)
    with pytest.raises(ReadingError) as caught:
        read(path)
    assert caught.value.code == "too_large"
    assert refusal(b"a" * (MAX_FILE_BYTES + 1), "大.txt").code == "too_large"


def test_a_text_of_more_than_two_million_characters_is_refused():
    assert refusal(b"1\n" * 1_100_000, "长.txt").code == "too_large"


@pytest.mark.parametrize("name", ["照片.jpeg", "演示.pptx", "没有结尾", "报告.xyz"])
def test_an_unknown_ending_is_refused_with_the_endings_that_work(name):
    error = refusal(TEXT.encode(), name)
    assert error.code == "unknown_format"
    assert ".docx" in error.remedy


@pytest.mark.parametrize("beginning", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"II*\x00"])
def test_a_picture_is_refused_with_the_advice_to_recognise_its_text(beginning):
    error = refusal(beginning + bytes(100), "扫描.pdf")
    assert error.code == "scanned"
    assert "OCR" in error.remedy


@pytest.mark.parametrize("beginning", [b"Rar!\x1a\x07\x00", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08"])
def test_an_archive_is_refused_with_the_advice_to_unpack_it(beginning):
    assert "解压" in refusal(beginning + bytes(100), "附件.doc").remedy


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    for path in (tmp_path / "没有.txt", tmp_path):
        with pytest.raises(ReadingError):
            read(path)


def test_markup_in_a_file_name_stays_words():
    assert refusal(b"", "<script>alert(1)</script>.txt").name.endswith("script>.txt")


@pytest.mark.parametrize(
    ("data", "name", "format_in_truth"),
    [
        (f"<html><body><p>{TEXT}</p></body></html>".encode("gbk"), "报告.doc", "html"),
        (f'<html xmlns:o="urn:x"><meta charset=gb2312><table><tr><td>单位<td>件数<tr><td>{TEXT}<td>26</table>'.encode("gbk"), "表.xls", "html"),
        ("单位\t件数\n教育局\t26\n".encode("gbk"), "表.xls", "csv"),
        (TEXT.encode("gbk"), "报告.doc", "txt"),
        (word(lambda document: document.add_paragraph(TEXT)), "报告.doc", "docx"),
        (word(lambda document: document.add_paragraph(TEXT)), "报告.wps", "docx"),
        (sheet([["单位", "件数"], ["教育局", 26]]), "表.xls", "xlsx"),
        (pdf([[put(72, 700, TEXT)]]), "报告.docx", "pdf"),
    ],
)
def test_the_first_bytes_decide_what_a_file_is(data, name, format_in_truth):
    found = of(data, name)
    assert found.format == format_in_truth
    assert "26" in found.text


def test_a_page_saved_in_one_file_is_read_as_its_page():
    page = f"<html><body><h1>青石县教育局提案办理情况</h1><p>{TEXT}</p></body></html>"
    message = f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset="utf-8"\n\n{page}\n--b--\n'
    found = of(message.encode(), "报告.mht")
    assert (found.format, TEXT in found.text) == ("mht", True)


def test_every_format_that_people_are_told_of_has_a_reader():
    assert {"txt", "md", "html", "htm", "docx", "pdf", "xlsx", "xls", "csv"} <= READERS.keys()
