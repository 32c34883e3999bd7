"""What a number with 件 is not: a round number, a difference, another stream, an anecdote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract.clauses import Segment, Slot
from handling.extract.lexicon import Token

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader


def excluded(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None) -> str:
    quantity, text = slot.quantity, reader.text
    if quantity.unit not in ("件", "份", "条", "项", "宗", "个", "家", "位", "封", "", "人", "起"):
        return "unit"
    if not quantity.exact:
        return "approximate"
    if any("difference" in t.tags for t in chain[:1]) or (near and "difference" in near.tags):
        return "difference"
    if any("every" in t.tags for t in slot.left):
        return "each_one"
    others = [t for t in slot.left if t.tags.keys() & {"other", "instrument", "role", "letter", "sat", "key", "outcome"}]
    if others and re.match(r"类|方面", text[others[-1].end :]):
        others, near = [], None
    if (
        others
        and "other" in others[-1].tags
        and not others[-1].tags.keys() & {"instrument", "handover", "verb"}
        and not re.search(r"[。;]", text[others[-1].end : quantity.span.start])
    ):
        return "other_stream"
    if near and "other" in near.tags and not near.tags.keys() & {"handover", "proposer"}:
        return "other_stream"
    follows = text[quantity.end : slot.end]
    if re.match(
        r"(?:提案|建议|答复|复函|件|的)*(?:开展|进行)?(?:了)?(?:第三方|质量)?(?:评估|抽查|抽检|回头看|“回头看|评议|质量评估|开展质量|要求返工)",
        follows,
    ):
        return "sample"
    if behind and "other" in behind.tags and "instrument" not in behind.tags:
        return "other_stream"
    if re.match(r"(?:退|撤|不予立案|未予?立案|并案|转为社情|转作社情|转社情)", follows) or re.search(
        r"(?:并案|不予立案|未立案|撤案)(?:处理|的|件|办理)*$", text[slot.start : quantity.span.start]
    ):
        return "other_stream"
    if any("sample" in t.tags for t in slot.left):
        return "sample"
    if quantity.spelled and quantity.value == 1 and not (near and near.tags.keys() & {"letter", "sat", "outcome", "role", "key"}):
        return "manner_of_speaking"
    if quantity.unit == "" and not (
        near and near.tags.keys() & {"instrument", "role", "letter"} and re.match(r"[(,;、。]|$", text[quantity.end : quantity.end + 1])
    ):
        return "no_unit"
    return ""
