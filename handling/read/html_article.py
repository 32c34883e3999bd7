"""Which passages of a page are its report: the element that holds the prose, the title and source line above it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from handling.read.html_furniture import (
    is_furniture,
    is_information,
    is_metadata,
    is_prose,
    is_related,
    without_pieces,
)
from handling.read.html_passages import Passage

# The smallest element that holds this much of the page's prose is the article's.
_SHARE_OF_PROSE = 0.85
_NEAR = 4
_SITE = re.compile(r"\s*[-_|—–－·]+\s*[^-_|—–－]{2,40}$")
_BLANKS = re.compile(r"\s+")
_MIN_TITLE, _MAX_TITLE = 6, 120


def _weight(passage: Passage) -> float:
    """How much a passage speaks for the element that it stands in."""
    if is_metadata(passage.words) or is_furniture(passage.words):
        return 0.0
    if passage.cells:
        return len(passage.words) * (1 - passage.linked)
    return len(passage.words) * (1 - passage.linked) if passage.linked < 0.5 and is_prose(passage.words) else 0.0


def _article_element(passages: list[Passage]) -> etree._Element | None:
    """The deepest element with most of the page's prose; None where the page has none."""
    sums: dict[etree._Element, float] = {}
    total = 0.0
    for passage in passages:
        weight = _weight(passage)
        if weight:
            total += weight
            for element in (passage.owner, *passage.owner.iterancestors()):
                sums[element] = sums.get(element, 0.0) + weight
    holders = [element for element, weight in sums.items() if weight >= _SHARE_OF_PROSE * total]
    return max(holders, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _plain(words: str) -> str:
    return _BLANKS.sub("", words)


def _titles_of(page: etree._Element) -> list[str]:
    """What the page's head calls it, the most telling first."""
    found = []
    for meta in page.iter("meta"):
        if (meta.get("name") or meta.get("property") or "").lower() in ("articletitle", "og:title"):
            found.append(meta.get("content") or "")
    for title in page.iter("title"):
        found.append(re.sub(r"<[^>]*>", "", "".join(title.itertext())))
    return [_BLANKS.sub(" ", words).strip() for words in found if len(_plain(words)) >= _MIN_TITLE]


def _title(passages: list[Passage], until: int, page: etree._Element) -> tuple[int, int, str]:
    """(first, after last, words) of the title before passage `until`; (0, 0, words) where the page shows none."""
    heads = _titles_of(page)
    best = (0, 0, "")
    for first in range(until):
        for after in range(first + 1, min(first + 4, until + 1)):
            run = passages[first:after]
            words = "".join(part.words for part in run)
            if len(words) > _MAX_TITLE or any(part.cells for part in run):
                break
            shown = len(_plain(words)) >= _MIN_TITLE and any(_plain(words) in _plain(head) for head in heads)
            if shown and len(_plain(words)) >= len(_plain(best[2])):
                best = (first, after, words)
    if best[2] and not any(_plain(_SITE.sub("", head)) == _plain(_SITE_ONLY.sub("", best[2])) == "" for head in heads):
        return best
    large = [n for n in range(until) if passages[n].heading in (1, 2)]
    headings = [n for n in large if len(_plain(passages[n].words)) >= _MIN_TITLE]
    if headings:
        first = min(headings, key=lambda n: (passages[n].heading, n))
        return first, first + 1, passages[first].words
    return 0, 0, _SITE.sub("", heads[0]) if heads else ""


_SITE_ONLY = re.compile(r"^.{2,20}(?:网站|门户|平台)$")


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
        if in_related or (is_furniture(passage.words) and "。" not in passage.words):
            continue
        words = without_pieces(passage.words)
        if words:
            kept.append(passage if words == passage.words else replace(passage, words=words))
    return kept


def article(passages: list[Passage], page: etree._Element) -> list[tuple[str, Passage]]:
    """(kind of block, passage) of the report, in order: title, source line and document table, then the article."""
    holder = _article_element(passages)
    if holder is None:
        return [("paragraph", passage) for passage in _without_furniture(passages)]
    inside = [n for n, passage in enumerate(passages) if holder in (passage.owner, *passage.owner.iterancestors())]
    start, end = inside[0], inside[-1] + 1
    first_prose = next(n for n in inside if _weight(passages[n]))
    title_from, title_to, title = _title(passages, max(first_prose, start), page)
    found: list[tuple[str, Passage]] = []
    above = [p for n, p in enumerate(passages[:start]) if is_metadata(p.words) and not title_from <= n < title_to]
    found.extend(("note", passage) for passage in above)
    if title and title_to <= start:
        found.append(("title", Passage(title, page)))
    between = passages[title_to:start] if title_to else passages[max(0, start - _NEAR) : start]
    for passage in _without_furniture(between):
        if not is_metadata(passage.words) and (is_information(passage.words) or _weight(passage)):
            found.append(("note", passage))
    if start < title_to:
        body = [*passages[start:title_from], Passage(title, page, heading=1), *passages[title_to:end]]
    else:
        body = passages[start:end]
    in_text = False
    for passage in _without_furniture(body):
        in_text = in_text or bool(_weight(passage))
        found.append((_kind(passage, title, in_text=in_text), passage))
    for passage in _without_furniture(passages[end : end + _NEAR]):
        if is_information(passage.words) or passage.words.startswith("附件"):
            found.append(("note", passage))
    return found


def _kind(passage: Passage, title: str, *, in_text: bool) -> str:
    """A date or source above the text is a note; below it, it is the signature."""
    if passage.heading:
        return "title" if passage.words == title and passage.heading == 1 else "heading"
    return "note" if not in_text and is_information(passage.words) else "paragraph"
