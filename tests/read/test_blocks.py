"""What holds for every document that anyone reads: blocks in order, apart, inside the text, and none without words."""

import itertools
import pathlib

import pytest

from handling.read import READERS, read
from tests.growth import grows

from .webpages import PAGES

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FOLDERS = (ROOT / "data" / "samples", ROOT / "tests" / "golden", ROOT.parent / "shared" / "corpus" / "seeds")
FILES = sorted(
    path
    for folder in FOLDERS
    if folder.is_dir()
    for path in folder.rglob("*.*")
    if path.suffix.lstrip(".") in READERS and path.suffix not in (".csv", ".md")
)


def hold(document):
    text, blocks = document.text, document.blocks
    assert blocks
    for block in blocks:
        assert 0 <= block.span.start < block.span.end <= len(text)
        assert block.span.of(text) == block.span.of(text).strip()
        assert block.place
        assert block.kind in ("title", "heading", "paragraph", "cell", "note")
        assert (block.table >= 0) == (block.kind == "cell")
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(blocks))
    assert len({block.place for block in blocks if block.kind == "cell"}) == sum(block.kind == "cell" for block in blocks)
    cells = [block for block in blocks if block.kind == "cell"]
    assert [(cell.table, cell.row, cell.column) for cell in cells] == sorted({(cell.table, cell.row, cell.column) for cell in cells})
    between = {text[a.span.end : b.span.start].strip("\t\n ") for a, b in itertools.pairwise(cells) if a.table == b.table}
    assert between <= {""}


def test_there_are_files_to_hold_this_against():
    assert len(FILES) >= 3


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_blocks_are_in_order_apart_and_inside_the_text(path):
    hold(read(path))


@pytest.mark.parametrize("name", PAGES)
def test_blocks_of_web_pages_hold_too(name):
    hold(read(data=PAGES[name].html.encode(), name="页面.html"))


def test_the_samples_give_their_publisher_date_and_table():
    texts = {path.suffix: read(path).text for path in FILES if path.parent.name == "samples"}
    assert "清禾县人民政府\n2023年11月28日" in texts[".txt"]
    assert "教育和体育局\t16\t11\t4\t1" in texts[".docx"]
    assert "发布机构\t清禾县教育和体育局" in texts[".html"]
    assert "31件" not in texts[".html"]


def test_reading_time_grows_with_the_text_and_not_with_its_square():
    page = "<html><body><h1>提案办理情况</h1>{}</body></html>"
    paragraph = "<p>共承办提案26件，均已办复，满意率94.4%。</p>"
    small, large = (page.format(paragraph * count).encode() for count in (100, 1000))
    assert not grows(lambda data: read(data=data, name="a.html"), small, large, 40)
    assert not grows(lambda data: read(data=data, name="a.csv"), b"1,2,3\n" * 500, b"1,2,3\n" * 5_000, 40)
