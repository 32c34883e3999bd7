"""Which passages of a page are its report: the element that holds the prose, the title and source line above it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from handling.read.html_furniture import (
    is_attachment,
    is_document_number,
    is_furniture,
    is_information,
    is_metadata,
    is_number,
    is_prose,
    is_related,
    is_signature,
    without_pieces,
)
from handling.read.html_passages import Passage
from handling.read.html_title import title_of

# The smallest element that holds this much of the page's prose is the article's.
_SHARE_OF_PROSE = 0.85
# Columns of a layout table are apart: the one with the larger half of the prose is the article's.
_SHARE_OF_COLUMN = 0.5
# How far above and below the article its source line, signature and attachments may stand.
_NEAR = 4
# A table with fewer numbers lays out links, or lists words, and does not tell where the article is.
_SHARE_OF_NUMBERS = 0.2
# A date this far down in the text is the signature and not the date of a meeting.
_SHARE_BEFORE_SIGNATURE = 0.6
_ALL_LINK = 0.8
_CONTAINERS = frozenset(("div", "td", "th", "article", "section", "main", "body", "form", "center", "blockquote", "fieldset", "dd"))
_ASIDE_TAGS = frozenset(("nav", "aside", "footer"))
_ASIDE_NAMES = re.compile(
    r"(?:^|[-_\s])(?:side|sidebar|aside|foot|footer|bottom|copyright|nav|menu|banner|crumbs?|related|relate|recommend|comments?|share|"
    r"friend|friendlink|links?)(?:$|[-_\s\d])",
    re.IGNORECASE,
)

Kinds = list[tuple[str, Passage]]
"""Kind of block, passage."""


def _is_aside(element: etree._Element) -> bool:
    if element.tag in _ASIDE_TAGS:
        return True
    return element.tag != "body" and bool(_ASIDE_NAMES.search(f"{element.get('class') or ''} {element.get('id') or ''}"))


def _weight(passage: Passage) -> float:
    """How much a passage speaks for the element that it stands in."""
    if is_metadata(passage.words) or is_furniture(passage.words):
        return 0.0
    if passage.cells:
        counts = sum(1 for cell in passage.cells if is_number(cell.words))
        return len(passage.words) * (1 - passage.linked) if counts >= _SHARE_OF_NUMBERS * len(passage.cells) else 0.0
    return len(passage.words) * (1 - passage.linked) if passage.linked < 0.5 and is_prose(passage.words) else 0.0


def _sums(passages: list[Passage], *, asides: bool) -> dict[etree._Element, float]:
    """The weight of every element that holds prose."""
    sums: dict[etree._Element, float] = {}
    for passage in passages:
        weight = _weight(passage)
        line = (passage.owner, *passage.owner.iterancestors()) if weight else ()
        if asides or not any(_is_aside(element) for element in line):
            for element in line:
                sums[element] = sums.get(element, 0.0) + weight
    return sums


def _article_element(passages: list[Passage], page: etree._Element) -> etree._Element | None:
    """The smallest element with most of the page's prose; None where the page has none."""
    sums = _sums(passages, asides=False) or _sums(passages, asides=True)
    if not sums:
        return None
    base = sums[page]
    holder = element = page
    while True:
        inside = [child for child in element if child in sums]
        largest = max(inside, key=lambda child: sums[child], default=None)
        if largest is None:
            return holder
        if element.tag == "tr" and len(element) > 1 and sums[largest] >= _SHARE_OF_COLUMN * base:
            base = sums[largest]
        if sums[largest] < _SHARE_OF_PROSE * base:
            return holder
        element = largest
        # A paragraph of its own is no article: its signature stands beside it.
        if element.tag in _CONTAINERS and sum(1 for passage in passages if element in (passage.owner, *passage.owner.iterancestors())) > 1:
            holder = element


def _is_link_or_furniture(passage: Passage) -> bool:
    """True for navigation, also for a line that is all link: a report links its attachments and little else."""
    if "。" in passage.words or passage.heading:
        return False
    return is_furniture(passage.words) or (passage.linked > _ALL_LINK and not is_prose(passage.words) and not is_attachment(passage.words))


def _without_furniture(passages: Iterable[Passage]) -> list[Passage]:
    """Passages of the article without what pages put between and after."""
    kept: list[Passage] = []
    in_related = False
    for passage in passages:
        if passage.cells:
            kept.append(passage)
            in_related = False
            continue
        if is_related(passage.words):
            in_related = True
        elif in_related and passage.linked < 0.5 and "。" in passage.words:
            in_related = False
        if in_related or _is_link_or_furniture(passage):
            continue
        words = without_pieces(passage.words)
        if words:
            kept.append(passage if words == passage.words else replace(passage, words=words))
    return kept


def _signature(below: list[Passage]) -> list[Passage]:
    """Publisher and date that stand outside the article's element, right below it."""
    for number, passage in enumerate(below[:_NEAR]):
        if passage.cells or passage.linked or is_furniture(passage.words):
            return []
        if is_signature(passage.words):
            return below[: number + 1]
    return []


def _after_signature(passages: list[Passage]) -> list[Passage]:
    """Without what follows the signature in other elements: welcomes, disclaimers, side bars. An attached table stays."""
    total = sum(_weight(passage) for passage in passages)
    before = 0.0
    for number, passage in enumerate(passages):
        before += _weight(passage)
        if is_signature(passage.words) and before >= _SHARE_BEFORE_SIGNATURE * total:
            tables = [at for at, later in enumerate(passages) if at > number and later.cells and _weight(later)]
            end = max(tables, default=number) + 1
            owner = passage.owner
            home = owner if owner.tag in ("td", "body") or owner.getparent() is None else owner.getparent()
            rest = [
                later
                for later in passages[end:]
                if home in (later.owner, *later.owner.iterancestors()) or is_attachment(later.words) or is_information(later.words)
            ]
            return [*passages[:end], *rest]
    return passages


def _before_title(passage: Passage) -> bool:
    """True for what may stand above a title and belongs to the report: its number, its source, text."""
    return is_metadata(passage.words) or is_information(passage.words) or is_document_number(passage.words) or bool(_weight(passage))


def _body(passages: Iterable[Passage], title: Passage | None) -> Kinds:
    """A date or source above the text is a note; below it, it is the signature."""
    found: Kinds = []
    kept = _after_signature(_without_furniture(passages))
    titled = next((number for number, passage in enumerate(kept) if passage is title), 0)
    in_text = False
    for number, passage in enumerate(kept):
        in_text = in_text or bool(_weight(passage))
        if passage is title:
            found.append(("title", passage))
        elif number < titled and not _before_title(passage):
            continue
        elif passage.heading:
            found.append(("heading", passage))
        else:
            is_note = not in_text and (is_information(passage.words) or is_metadata(passage.words))
            found.append(("note" if is_note else "paragraph", passage))
    return found


def article(passages: list[Passage], page: etree._Element) -> Kinds:
    """The report in order: document table, title and source line, the article, what was attached."""
    holder = _article_element(passages, page)
    if holder is None:
        return [("paragraph", passage) for passage in _without_furniture(passages)]
    inside = [n for n, passage in enumerate(passages) if holder in (passage.owner, *passage.owner.iterancestors())]
    start, end = inside[0], inside[-1] + 1
    text = next((n for n in inside if _weight(passages[n])), start)
    first, after, words = title_of(passages, max(text, start), page)
    title = Passage(words, page, heading=1) if words else None
    found: Kinds = [("note", p) for n, p in enumerate(passages[:start]) if is_metadata(p.words) and not first <= n < after]
    if title and after <= start:
        found.append(("title", title))
    above = passages[after:start] if after else passages[max(0, start - _NEAR) : start]
    for passage in _without_furniture(above):
        if not is_metadata(passage.words) and (is_information(passage.words) or _weight(passage)):
            found.append(("note", passage))
    body = [*passages[start:first], title, *passages[after:end]] if title and start < after else passages[start:end]
    found += _body(body, title)
    below = passages[end:]
    signature = _signature(below)
    found += [("paragraph", passage) for passage in signature]
    for passage in _without_furniture(below[len(signature) : len(signature) + _NEAR]):
        if is_information(passage.words) or is_attachment(passage.words):
            found.append(("note", passage))
    return found
