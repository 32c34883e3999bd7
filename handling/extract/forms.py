"""How many opinion forms came back (收回意见表128份): slips are no figures, but a rate of satisfaction may be over them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from handling.extract.numerals import read_number
from handling.extract.text import fold
from handling.model import Document, Figure

_OF_OPINION = ("satisfaction", "satisfaction_rate")
_FORM = r"(?:(?:意见|反馈|征询|征求|测评|评价|评议|满意度|调查|回访)[^,;。\d]{0,6}[表卡函票单书](?!示|明|扬|达)|(?:反馈|评价|测评)意见(?=\d)|回执|问卷)"
_NUMBER = r"(?P<{}>\d[\d,]*|[一二三四五六七八九十百]+)"
_BACK = "(?:收回|回收|收到|收齐|返回|寄回|交回|返还)"
_COUNTED = re.compile(
    rf"{_BACK}(?:了|的|到)?(?:有效)?(?:[^,;。:\d一二三四五六七八九十百]{{0,24}}?{_FORM}[》”]?)?(?:共计|共|计|合计|为|有)?{_NUMBER.format('back')}份"
    rf"|{_NUMBER.format('all')}份[,、]?(?:现|均|都|已|并|且)*(?:全部|悉数|如数|全数)(?:收回|回收|收齐|返回|寄回|交回)"
)
_NAMED = re.compile(_FORM)


def with_forms(document: Document, figures: Sequence[Figure], year: int | None) -> list[Figure]:
    """The figures, those of satisfaction in `year` with the count of forms that their paragraph tells: the last before them, else the first after
    them in their sentence. It goes to those of the unit and stream of the first that has it."""
    starts = [block.span.start for block in document.blocks]
    folded = fold(document.text) if any(f.measure in _OF_OPINION for f in figures) else ""
    whose: dict[int, tuple[str, str]] = {}
    found: list[Figure] = []
    for figure in figures:
        if figure.measure in _OF_OPINION and figure.number and figure.evidence and figure.year == year:
            block = document.blocks[bisect_right(starts, figure.number.start) - 1]
            count = None if block.kind == "cell" else _beside(folded, block.span.start, figure.number.start, figure.evidence.end)
            if count and whose.setdefault(count[0], (figure.unit, figure.instrument)) == (figure.unit, figure.instrument):
                figure = replace(figure, forms=count[1])
        found.append(figure)
    return found


def _beside(text: str, start: int, number: int, end: int) -> tuple[int, int] | None:
    """Where the count stands and what it is; None where nothing, or nothing that names a form, is counted."""
    counts = [one for one in _COUNTED.finditer(text, start, end) if _NAMED.search(text, start, one.end() + len("意见反馈表"))]
    before = [one for one in counts if one.end() <= number]
    chosen = before[-1] if before else counts[0] if counts else None
    value = read_number(chosen["back"] or chosen["all"]) if chosen else None
    return (chosen.start(), int(value)) if chosen and value else None
