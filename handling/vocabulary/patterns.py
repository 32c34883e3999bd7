"""Patterns that find words in long texts quickly: a prefix tree of words, and a look at the next character before anything is tried.

A pattern of many alternatives tries each of them at every character. Where none can begin, one look at the character is enough: `searching`
works out the characters that a match can begin with and asks for one of them first. What is matched stays the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

try:  # the parser of the standard library is not public: without it patterns are as right, only slower
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover
    parser = None

WIDE = 1000  # a range of more characters (all Chinese ones) tells nothing
_ZERO_WIDTH = {"AT", "ASSERT", "ASSERT_NOT"}
_CLASSES = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s"}


class _Any(Exception):
    """A match can begin with nearly any character."""


def searching(pattern: str) -> re.Pattern[str]:
    """`pattern` compiled for searches in long texts."""
    try:
        first, blank = _of_sequence(parser.parse(pattern)) if parser else (set(), True)
    except _Any:
        return re.compile(pattern)
    return re.compile(pattern if blank else f"(?=[{''.join(sorted(first))}])(?:{pattern})")


def trie(words: Iterable[str]) -> str:
    """A pattern that matches the longest of `words` in time linear in its length (a prefix tree, no backtracking over alternatives)."""
    tree: dict = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branch(tree)


def _branch(node: dict) -> str:
    options = [re.escape(character) + _branch(child) for character, child in sorted(node.items()) if character]
    if not options:
        return ""
    body = options[0] if len(options) == 1 and "" not in node else "(?:" + "|".join(options) + ")"
    return body + "?" if "" in node else body


def _of_sequence(parsed: Iterable) -> tuple[set[str], bool]:
    """The members of a character class that a match can begin with, and whether it may match nothing at all."""
    found: set[str] = set()
    for operation, argument in parsed:
        first, blank = _of_one(str(operation), argument)
        found |= first
        if not blank:
            return found, False
    return found, True


def _of_one(operation: str, argument) -> tuple[set[str], bool]:
    if operation in _ZERO_WIDTH:
        return set(), True
    if operation == "LITERAL":
        return {re.escape(chr(argument))}, False
    if operation == "IN":
        return {_of_class(str(kind), value) for kind, value in argument}, False
    if operation == "BRANCH":
        options = [_of_sequence(option) for option in argument[1]]
        return set().union(*(first for first, _ in options)), any(blank for _, blank in options)
    if operation == "SUBPATTERN" and not argument[1] and not argument[2]:
        return _of_sequence(argument[3])
    if operation == "ATOMIC_GROUP":
        return _of_sequence(argument)
    if operation.endswith("_REPEAT"):
        first, blank = _of_sequence(argument[2])
        return first, blank or argument[0] == 0
    raise _Any


def _of_class(kind: str, value) -> str:
    if kind == "LITERAL":
        return re.escape(chr(value))
    if kind == "RANGE" and value[1] - value[0] < WIDE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    if kind == "CATEGORY" and str(value) in _CLASSES:
        return _CLASSES[str(value)]
    raise _Any
