"""Where a sentence stops telling what happened and begins to tell what is meant to happen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract.lexicon import Token

if TYPE_CHECKING:
    from handling.extract.context import Context

_BY_RULE = re.compile(r"(?:按照?|依照?|遵照|根据|对照|照)[^,;。]{0,8}$")
_STANDING = re.compile(r"(?:^|[,;:、和])(?:[一二三四五六]是)?(?:再)?(?:对|针对|就|盯住|盯紧)[^,;。\d]{0,14}$")


def intent_start(context: Context, text: str, words: list[Token], start: int, end: int) -> int:
    """The place from which the sentence `text[start:end]` tells plans: `end` where it tells none, `start` where it is all plan."""
    if context.section == "intent" or (words and context.ahead(words[0]) and words[0].start - start < 4):
        return start
    aimed = next((t.start for t in words if "intent" in t.tags and not _follows_rule(text, t) and not _aside(text, start, t) and not _of_its_clause(text, t, end)), end)
    return next((t.start for t in words if t.start < aimed and text[t.start - 1] in ",;:" and context.ahead(t)), aimed)  # …, 2025年继续做到两个100%


def _aside(text: str, start: int, token: Token) -> bool:
    """乙类(已排进明年计划)六件: what a bracket explains is no aim of the sentence."""
    opened = text.rfind("(", start, token.start)
    return opened >= 0 and text.find(")", opened, token.start) < 0 and text.find(")", token.end, token.end + 40) >= 0


def _follows_rule(text: str, token: Token) -> bool:
    """已按决议要求办理完毕: the 要求 was met, nobody demands it now."""
    return token.word.startswith("要求") and bool(_BY_RULE.search(text[max(0, token.start - 12) : token.start]))


_EXPECTED = {"预计", "预期", "有望"}
_COUNTED_HERE = re.compile(r"[^,;。]*?(?:\d(?:件|%)|百分之|[一二三四五六七八九十]件)")
_GOES_ON = re.compile(r",[^,;。]{0,16}?(?:将|可望|有望|力争|可达)")


def _of_its_clause(text: str, token: Token, end: int) -> bool:
    """剩余1件预计12月底前办结, 办结率97.9%: what is expected ends with its clause, and the rate is what it was."""
    rest = text[token.end : end]
    clause = re.match(r"[^,;。]*", rest)
    after = rest[clause.end() :] if clause else ""
    return token.word in _EXPECTED and not _COUNTED_HERE.match(rest) and not _GOES_ON.match(after)


def stands_already(text: str, start: int, place: int) -> bool:
    """对暂不具备条件的2件, 对11件C类建议: what a plan sets out to treat is there already, and so is its number."""
    return bool(_STANDING.search(text[start:place]))
