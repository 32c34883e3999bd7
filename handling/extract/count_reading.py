"""A count that was understood: the reading made of it, and what may be counted in which counting word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract.clauses import Slot
from handling.extract.lexicon import Token
from handling.extract.scope import Reading, traits_of

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

GROUP = re.compile(r"(?:中|里|内|当中|之中)(?:,|$|有|,?其中)|的(?:代表|委员)|的(?:办理|答复)结果")


def count_of(reader: SentenceReader, slot: Slot, measure: str, rule: str, **more: object) -> Reading:
    own = traits_of([*slot.left, *[t for t in slot.right if "time" not in t.tags]], reader.context.stream)
    span = slot.quantity.span
    given = {"own": own, "label": "", **more}
    return Reading(measure=measure, value=slot.quantity.value, scale="count", start=span.start, end=span.end, rule=rule, traits=own, **given)  # type: ignore[arg-type]


def counted_in(slot: Slot, noun: Token) -> bool:
    """条, 项, 个 count items only beside the stream's full name: ideas inside a proposal are counted so too."""
    if slot.quantity.unit in ("份", "宗", "封", "项", "条"):
        return noun.word not in ("建议", "意见建议", "诉求") and "weak" not in noun.tags
    return slot.quantity.unit == "个" and noun.word in ("提案", "政协提案", "人大代表建议", "代表建议", "建议提案")
