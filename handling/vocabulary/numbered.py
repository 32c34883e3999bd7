"""Words with facts filled in: {n:report|reports} is the first word where n is 1, else the second."""

from __future__ import annotations

import string
from collections.abc import Mapping
from typing import Any


def numbered(words: str, facts: Mapping[str, object]) -> str:
    """`words` with {facts} filled in. KeyError for a fact that is not given."""
    return _NUMBERED.vformat(words, (), facts) if "|" in words else words.format(**facts)


class _Numbered(string.Formatter):
    def format_field(self, value: Any, spec: str) -> str:
        one, bar, other = spec.partition("|")
        return (one if str(value) == "1" else other) if bar else str(super().format_field(value, spec))


_NUMBERED = _Numbered()
