"""The title of a web page's report: the line on the page that its head names, for the name of the site is no title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from handling.read.html_furniture import is_furniture, is_information
from handling.read.html_passages import Passage

_SHORTEST, _LONGEST = 6, 120
_BLANKS = re.compile(r"\s+")
_PARTS = re.compile(r"(?<![\s\-_|—–－›>»])\s*[-_|—–－›>»]+\s*|(?<!\s)\s+·\s+")
_SITE = re.compile(r"网站|门户|門戶|政府网|信息网|网上|公开平台|信息公开|首页|(?:^.{2,12}(?:人民政府|委员会|局|办公室|网)$)")
_NO_TITLE = re.compile(r"^(?:New Page|Untitled|无标题|正文|内容|详细|文章|查看)|页面$|^[\x00-\x7f]*$", re.IGNORECASE)
_CUT = re.compile(r"(?:…+|\.{3})$")
_ABOUT = re.compile(r"关于|關於|报告|報告|总结|總結|情况|情況|通报|通報|汇报|彙報|综述|綜述|办理|辦理")


def plain(words: str) -> str:
    """Words without blanks, to compare what two places of a page call it."""
    return _BLANKS.sub("", words)


def _named(page: etree._Element) -> list[str]:
    """What the head of the page calls it, without the name of the site before or after."""
    heads = [meta.get("content") or "" for meta in page.iter("meta") if (meta.get("name") or "").lower() == "articletitle"]
    heads += [re.sub(r"<[^>]*>", "", "".join(title.itertext())) for title in page.iter("title")]
    found = []
    for head in heads:
        parts = [part for part in _PARTS.split(head.strip()) if part]
        own = [part for part in parts if not _SITE.search(part)] or sorted(parts, key=len)[-1:]
        first, last = (head.find(own[0]), head.rfind(own[-1]) + len(own[-1])) if own else (0, 0)
        words = _BLANKS.sub(" ", head[first:last]).strip()
        if len(plain(words)) >= _SHORTEST:
            found.append(words)
    return found


def _is_named(words: str, heads: Sequence[str]) -> bool:
    return len(plain(words)) >= _SHORTEST and any(plain(words) in plain(head) for head in heads)


def _begins_as_named(words: str, heads: Sequence[str]) -> bool:
    """True where the head of the page has only the beginning of the title: 青石县教育局2022年建议…"""
    return any(_CUT.search(head) and plain(words).startswith(_CUT.sub("", plain(head))) for head in heads)


def _as_named(passages: Sequence[Passage], until: int, heads: Sequence[str]) -> tuple[int, int, str]:
    """The longest line, or run of up to three lines, that the head of the page names."""
    best = (0, 0, "")
    for first in range(until):
        for after in range(first + 1, min(first + 4, until + 1)):
            run = passages[first:after]
            words = "".join(part.words for part in run)
            if len(words) > _LONGEST or any(part.cells for part in run):
                break
            named = _is_named(words, heads) or (len(run) == 1 and _begins_as_named(words, heads))
            if named and len(plain(words)) >= len(plain(best[2])):
                best = (first, after, words)
    return best


def _may_be_title(passage: Passage) -> bool:
    words = passage.words
    fits = _SHORTEST <= len(plain(words)) <= _LONGEST and not passage.cells and passage.linked < 0.5
    return fits and "。" not in words and not is_furniture(words) and not is_information(words) and not _SITE.search(words)


def title_of(passages: Sequence[Passage], until: int, page: etree._Element) -> tuple[int, int, str]:
    """(first, after last, words) of the title among the passages before `until`, where the text begins.

    (0, 0, words) where only the head of the page has it, (0, 0, "") where nothing has.
    """
    heads = _named(page)
    found = _as_named(passages, until, heads)
    if found[2]:
        return found
    possible = [number for number in range(until) if _may_be_title(passages[number])]
    headings = [number for number in possible if passages[number].heading in (1, 2, 3)]
    about = [number for number in possible if _ABOUT.search(passages[number].words)]
    if headings:
        first = min(headings, key=lambda number: (passages[number].heading, -number))
    elif about:
        first = about[-1]
    else:
        own = [head for head in heads if not _SITE.search(head) and not _NO_TITLE.search(head)]
        return 0, 0, _CUT.sub("", own[0]) if own else ""
    return first, first + 1, passages[first].words
