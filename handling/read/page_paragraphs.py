"""Lines of print → paragraphs: a wrapped line is joined again, so that no number or sentence is cut."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from statistics import median

from handling.read.assembly import join_lines
from handling.read.page_lines import Line

_FINAL = re.compile(r"[。！？；：!?;:]['”’」』)）】\"]*$")
_SENTENCE_END = re.compile(r"[。！？!?]['”’」』)）】\"]*$")
_OPEN_END = re.compile(r"[，、,《（(“‘「『【—-]$")
_NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|"
    r"第[一二三四五六七八九十]{1,3}[章条节]|附[件表]|注[:：\d]"
)
_UNBROKEN = re.compile(r"[\x21-\x7e]{2,16}[％。，；、）]{0,2}")
_OPENERS, _CLOSERS = "《（(“「『【", "》）)”」』】"


@dataclass(frozen=True, slots=True)
class Layout:
    """The measures of the body: its left and right edge, its size of type, and whether paragraphs are indented."""

    left: float
    right: float
    size: float
    spacing: float
    indented: bool


def layout_of(lines: list[Line]) -> Layout:
    """Measured on all lines of a document."""
    size = median(line.size for line in lines)
    body = [line for line in lines if abs(line.size - size) < 1] or lines
    starts = sorted(line.x0 for line in body)
    left = starts[len(starts) // 20]
    right = sorted(line.x1 for line in body)[-1 - len(body) // 20]
    steps = [b.top - a.top for a, b in itertools.pairwise(body) if b.page == a.page and b.top > a.top]
    indented = sum(1 for line in body if 1.3 * size < line.x0 - left < 3.2 * size)
    return Layout(left, right, size, median(steps) if steps else 1.5 * size, indented >= max(1, len(body) // 25))


def _open_bracket(words: str) -> bool:
    return any(words.count(a) > words.count(b) for a, b in zip(_OPENERS, _CLOSERS, strict=True))


def _centred(line: Line, layout: Layout) -> bool:
    before, after = line.x0 - layout.left, layout.right - line.x1
    # An indented first line that happens to end early looks centred too; a title stands further in or is larger.
    apart = 3.5 * layout.size if line.size < layout.size + 1 else 0.8 * layout.size
    return min(before, after) > apart and abs(before - after) < max(2 * layout.size, 0.1 * (layout.right - layout.left))


def _goes_on(words: str, above: Line, below: Line, layout: Layout) -> bool:
    """True where `below` belongs to the paragraph of `above`, whose words so far are `words`."""
    if above.in_columns or below.in_columns or abs(above.size - below.size) > 1:
        return False
    if below.page == above.page and below.top - above.top > 1.7 * max(layout.spacing, above.size):
        return False
    if above.size > layout.size + 1:  # a title over several lines
        return below.page == above.page and not _FINAL.search(above.words)
    if _centred(above, layout) or _centred(below, layout):
        return False
    if below.x0 - layout.left > 1.2 * layout.size:
        return _open_bracket(words) and below.x0 - layout.left < 3.2 * layout.size and not _NUMBERED.match(below.words)
    whole = _UNBROKEN.match(below.words)  # 65.4%。 did not fit in what was left of the line above
    full = layout.right - above.x1 < (2.2 + (0.6 * len(whole.group()) if whole else 0)) * layout.size
    if full:
        return layout.indented or not (_SENTENCE_END.search(above.words) or _NUMBERED.match(below.words))
    if _OPEN_END.search(above.words) or _open_bracket(words):
        return True
    if _FINAL.search(above.words) or _NUMBERED.match(below.words):
        return False
    return layout.indented and above.x1 - layout.left > 0.6 * (layout.right - layout.left)


def paragraphs(lines: list[Line], layout: Layout) -> list[list[Line]]:
    """Runs of lines that make up one paragraph each."""
    found: list[list[Line]] = []
    for line in lines:
        if found and _goes_on("".join(part.words for part in found[-1]), found[-1][-1], line, layout):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def words_of(paragraph: list[Line]) -> str:
    """The words of a paragraph on one line."""
    return join_lines((line.words for line in paragraph), wrapped=True)
