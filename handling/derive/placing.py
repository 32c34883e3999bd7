"""The crosswalk: by which rule a report's own words for an outcome stand in a class."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handling.extract.lexicon import Token, tokens
from handling.extract.outcome_words import outcome_phrases
from handling.extract.outcomes import LETTERS, resolve
from handling.extract.text import fold

_LETTER = re.compile(r"([A-F甲乙丙丁])[”\"]? ?[类型]|为([A-F])$")
_NUMBERED = dict(zip("甲乙丙丁", "ABCD", strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """`rule`: words (they mean that class alone), furthest (of several the furthest decides), spans (two classes in one), letter (a bare
    letter, in its usual sense), defined (a letter that the report defines elsewhere), context (only the report's text tells). `words`: those
    that decided."""

    rule: str
    words: str


def placed(label: str, category: str) -> Placing:
    """Why the words `label` stand in the class `category`."""
    text = fold(label)
    marked = _outcome_words(text)
    strong = [token for token in marked if "weak" not in token.tags] or marked
    letter = _LETTER.search(text)
    rates = [token for token in tokens(text) if token.get("rate") == "outcome_share" and token.get("category") == category]
    if marked and resolve(marked, text) == category:
        classes = {token.tags["outcome"] for token in strong}
        deciding = strong if len(classes) == 1 or category == "adopted_or_planned" else [t for t in strong if t.tags["outcome"] == category]
        rule = "spans" if category == "adopted_or_planned" else "words" if len(classes) == 1 else "furthest"
        return Placing(rule=rule, words="、".join(dict.fromkeys(label[token.start : token.end] for token in deciding or strong)))
    if rates and not marked and not letter:
        return Placing(rule="words", words="、".join(label[token.start : token.end] for token in rates))
    if letter:
        found = letter.group(1) or letter.group(2)
        usual = LETTERS.get(_NUMBERED.get(found, found))
        return Placing(rule="letter" if usual == category and not marked else "defined", words=found)
    return Placing(rule="context", words="")


def _outcome_words(text: str) -> list[Token]:
    """The words of `text` that tell how an item ended: phrases by their grammar, then single words where no phrase stands."""
    phrases = outcome_phrases(text, 0, len(text))
    single = [
        token for token in tokens(text)
        if "outcome" in token.tags and all(token.end <= phrase.start or token.start >= phrase.end for phrase in phrases)
    ]  # fmt: skip
    return sorted([*phrases, *single], key=lambda token: token.start)
