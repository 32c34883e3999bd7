"""The report's own words in the sentences of its findings: 收到, 承办 or 办理, as it says beside the number itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from handling.extract.text import fold
from handling.model import Figure, Finding

_NEAR = 40  # characters before a number in which its word is looked for, and half of them after it
_NO_COUNT = "(?!单位|部门|结果|态度|情况|工作|质量|过程|满意|时限|效果|[率量])"
_WORDS = {
    "received": re.compile(f"(?:收到|承办|办理|交办|承接|接收|受理|接办|领办|转办|分解|提交){_NO_COUNT}(?!完毕|完成)"),
    "answered": re.compile(f"(?:答复|办复|回复|复函|面复){_NO_COUNT}"),
    "completed": re.compile(f"(?:办结|办理完毕|办理完成|办毕){_NO_COUNT}"),
}


def in_own_words(text: str, figures: Sequence[Figure], findings: Iterable[Finding]) -> list[Finding]:
    """The findings with the fact `<measure>_word` wherever the report says one word beside all counts of that measure that a finding speaks of.

    In a table the word stands in a heading, not beside the number: there, and among shipped figures, which have no text, it is not known.
    """
    folded = fold(text)
    return [replace(finding, facts=(*finding.facts, *_own(folded, [figures[position] for position in finding.figures]))) for finding in findings]


def _own(text: str, figures: Sequence[Figure]) -> list[tuple[str, str]]:
    found = []
    for measure in _WORDS:
        said = {_beside(text, figure) for figure in figures if figure.measure == measure}
        if len(said) == 1 and (word := said.pop()):
            found.append((f"{measure}_word", word))
    return found


def _beside(text: str, figure: Figure) -> str:
    """The word of its measure nearest before the number in its sentence; else the first one after it; "" where there is none."""
    if figure.number is None or figure.evidence is None:
        return ""
    words, number = _WORDS[figure.measure], figure.number
    before = words.findall(text[max(figure.evidence.start, number.start - _NEAR) : number.start])
    after = words.findall(text[number.end : min(figure.evidence.end, number.end + _NEAR // 2)])
    return before[-1] if before else after[0] if after else ""
