"""The wordings of data/vocabulary, compiled once: running text → tokens.

A word may mean several things (转办 is a verb of handling and a cut of the hotline stream): a token carries all its meanings as tags.
The longest word wins, words do not overlap, and one pass of one pattern finds them all.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from handling.vocabulary.classes import VOCABULARY
from handling.vocabulary.patterns import trie

Tags = dict[str, str]


@dataclass(slots=True, eq=False)
class Token:
    """A known word at `start:end` of the text that was read, with its meanings: kind → value."""

    start: int
    end: int
    word: str
    tags: Tags

    def get(self, kind: str) -> str:
        """The value of one meaning, "" if the word does not have it."""
        return self.tags.get(kind, "")


def _stream_in(word: str) -> str:
    """The instrument that a compound names by the way: 重点提案 → proposal, 大会建议 → suggestion."""
    proposal, suggestion = "提案" in word, "建议" in word or "议案" in word
    return "combined" if proposal and suggestion else "proposal" if proposal else "suggestion" if suggestion else ""


def _meanings(folder: Path) -> dict[str, Tags]:
    found: dict[str, Tags] = {}
    for path in sorted((folder / "wordings").glob("*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["entry"]:
            extra = {key: "yes" for key in ("weak", "sole") if entry.get(key)}
            for word in entry["words"]:
                tags = found.setdefault(word, {})
                tags.setdefault(entry["kind"], entry["value"])
                tags.update(extra)
                if (entry["kind"] in ("key", "proposer") or entry.get("stream")) and _stream_in(word):
                    tags.setdefault("instrument", _stream_in(word))
    for path in sorted((folder / "measures").glob("*.toml")):
        facts = tomllib.loads(path.read_text(encoding="utf-8"))
        for phrase in facts.get("phrase", ()):
            for word in phrase["words"]:
                tags = found.setdefault(word, {})
                tags["rank" if facts["id"] == "rank" else "rate"] = facts["id"]
                tags["category"] = phrase.get("category", "")
                speaker = ("代表" in word, "委员" in word or "提案人" in word)
                if any(speaker):
                    tags["agent"] = "combined" if all(speaker) else "suggestion" if speaker[0] else "proposal"
                if phrase.get("also"):
                    tags["also"] = phrase["also"]
    return found


@lru_cache(maxsize=1)
def _lexicon() -> tuple[re.Pattern[str], dict[str, Tags]]:
    meanings = _meanings(VOCABULARY)
    return re.compile(trie(meanings)), meanings


@lru_cache(maxsize=16)
def words_with(kind: str, values: tuple[str, ...]) -> str:
    """A pattern of the words that have one of these values as their meaning of a kind."""
    return trie(word for word, tags in _lexicon()[1].items() if tags.get(kind) in values)


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Known words of folded `text[start:end]`, in order."""
    pattern, meanings = _lexicon()
    return [Token(m.start(), m.end(), m.group(), meanings[m.group()]) for m in pattern.finditer(text, start, len(text) if end is None else end)]
