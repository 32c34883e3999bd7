"""What the rules for implied figures share: words of aims and denials, and the reading that they make."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract.scope import Reading, Traits

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

AND_ANSWERED = re.compile(r"[,、]?(?:并|且|同时)(?:已|均|全部|书面|逐一|逐件|及时|当面|正式){0,3}(?:作出|进行)?了?答复")
GOAL = re.compile(
    r"为目标|目标|(?<!按)(?<!按照)要求|原则|力求|力争|应当?|确保|的承诺|标准|制度|坚持|努力|做到不|务必|必须|督促|需要|争取|思路|理念|如何|促使|督导"
)
NOT = re.compile(r"[未不没]|尚|预计|将|没有|能否|难以")


def implied(
    reader: SentenceReader, measure: str, start: int, end: int, rule: str, own: Traits, value: float = 100, category: str = "", label: str = ""
) -> Reading:
    """A figure that the words at `start:end` imply: 100 percent, or a count of `value`."""
    scale = "count" if measure in ("satisfaction", "outcome") else "percent"
    return Reading(measure=measure, value=value, scale=scale, start=start, end=end, rule=rule, traits=own, own=own, category=category,
                   label=label or reader.text[start:end], basis="implied")  # fmt: skip
