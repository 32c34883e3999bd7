"""The quick look before the grammar passes over nothing that the grammar would read."""

import re
from pathlib import Path

import pytest

from handling.extract import interest, prose
from handling.extract.head import read_head
from handling.extract.passages import Sentence
from handling.read import read

GOLDEN = Path(__file__).resolve().parent.parent / "golden"


@pytest.mark.parametrize("name", ["offices", "written", "loose", "traps"])
def test_every_sentence_passed_over_holds_no_figure(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [read(path) for path in sorted((GOLDEN / name / "files").glob("*.txt"))]
    quick = [prose.mentions(document, read_head(document)) for document in documents]
    monkeypatch.setattr(interest, "may_imply", lambda *_: True)
    monkeypatch.setattr(interest, "_ALONE", re.compile(""))
    monkeypatch.setattr(Sentence, "counts", True)
    assert sum(map(len, quick)) > 100
    assert [prose.mentions(document, read_head(document)) for document in documents] == quick
