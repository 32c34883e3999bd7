"""OFD: the lines of print of China's own page format."""

import pytest

from handling.model import ReadingError
from handling.read import read

from .files import archive, ofd
from .reading import lines, of, places


def test_lines_are_joined_to_paragraphs_and_page_numbers_dropped():
    first = [
        (60, 30, "青石县提案办理情况"),
        (38, 50, "2022年，县教育局共承办提案26件，其中主办18"),
        (30, 57, "件、会办8件，均在规定时限内办复。"),
        (100, 280, "1"),
    ]
    found = of(ofd([first, [(38, 30, "下一步，将逐件跟踪。"), (100, 280, "2")]]), "a.ofd")
    assert lines(found) == [
        "青石县提案办理情况",
        "2022年，县教育局共承办提案26件，其中主办18件、会办8件，均在规定时限内办复。",
        "下一步，将逐件跟踪。",
    ]
    assert list(places(found)) == ["第1页第1段", "第1页第2段", "第2页第1段"]


def test_columns_stay_apart():
    rows = [(30, 40, "单位"), (80, 40, "主办"), (110, 40, "会办"), (30, 50, "教育局"), (80, 50, "18"), (110, 50, "8")]
    assert lines(of(ofd([rows]), "a.ofd")) == ["单位\t主办\t会办", "教育局\t18\t8"]


@pytest.mark.parametrize(
    ("data", "code"),
    [(ofd([[]]), "scanned"), (archive({"OFD.xml": "<a"}), "damaged"), (archive({"OFD.xml": "<a/>"}), "scanned"), (ofd([[]])[:200], "damaged")],
)
def test_an_ofd_without_text_or_in_pieces_is_refused(data, code):
    with pytest.raises(ReadingError) as caught:
        read(data=data, name="a.ofd")
    assert caught.value.code == code
