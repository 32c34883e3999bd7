"""Numbers that look like figures and that nobody claimed: what a person should look at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from handling.extract.clauses import Segment, Slot
from handling.extract.numerals import Quantity
from handling.extract.passages import passages
from handling.extract.tables import explain
from handling.extract.text import fold
from handling.model import Document, Head, Mention, Span

_WORTH_A_LOOK = re.compile(r"件|%|百分之|第[一二三四五六七八九十\d]+[位名]")
_HANDLING = {"instrument", "role", "verb", "sat", "outcome", "letter", "rate", "key", "proposer", "channel", "agent"}
_FOREIGN_RATE = re.compile(r"[\u4e00-\u9fff]{2,12}(?:率|度|比例|比重|占比)(?:[为达到均由从提高上升下降至了约]{0,4}|\d[\d.]*%[\u4e00-\u9fff]{1,4})$")

# Reasons that settle a cell of a table; the others say that a person should look.
_EXPLAINED_CELL = re.compile(r"序号|年份|表头里|表注|不是|不单列|没有对应的统计项|示例")
_CELL_UNIT = re.compile(r"\s{0,9}(?:件(?!次)|%)")
_HANDLING_COLUMN = re.compile(r"提案|建议|议案|[承主协会领]办|办[结复理]|答复|回复|满意|采纳|落实|解决|列入|面商|见面|沟通|立案|[A-D甲乙丙丁]类|件数|件$")
_OTHER_COLUMN = re.compile(r"序号|编号|电话|手机|号码|传真|日期|时间|万元|亿元|资金|投资额|金额|经费|面积|人数|得分|分值|评分|件次|邮编|比上年|同比|增减")


def unclaimed(document: Document, mentions: list[Mention]) -> list[Span]:
    """Digits with 件, % or a rank beside words of handling that no mention covers and that nothing explains.

    Explained are: round numbers (近, 余, 以上), targets and plans, differences, hand-overs (件次), other streams, rates of other matters.
    """
    claimed = sorted((m.number.start, m.number.end) for m in mentions)
    cells = [(block.span.start, block.span.end) for block in document.blocks if block.kind == "cell"]

    def settled(span: Span) -> bool:
        return _covered(span, claimed) or _covered(span, cells)

    return [span for span, reason in explained(document, settled) if not reason and not settled(span)]


def unread_cells(document: Document, head: Head) -> list[Span]:
    """Numbers in tables that were not understood though their unit, column or row speaks of handling, in the order of the text."""
    folded = fold(document.text)
    found = []
    for cell in explain(document, head):
        counted = _CELL_UNIT.match(folded, cell.span.end) or _CELL_UNIT.search(cell.span.of(folded))
        if _EXPLAINED_CELL.search(cell.reason) or _OTHER_COLUMN.search(cell.words):
            continue
        if counted or _HANDLING_COLUMN.search(cell.words) or _HANDLING_COLUMN.search(cell.span.of(folded)):
            found.append(cell.span)
    return found


def _covered(span: Span, claimed: list[tuple[int, int]]) -> bool:
    place = bisect_right(claimed, (span.start, 1 << 60)) - 1
    return any(first <= span.start < last for first, last in claimed[max(0, place - 3) : place + 2])


def explained(document: Document, settled: Callable[[Span], bool]) -> list[tuple[Span, str]]:
    """Every such number of the running text with the reason why it may be left alone, "" where there is none.

    Sentences whose numbers are all `settled` are not parsed again.
    """
    found: list[tuple[Span, str]] = []
    for passage in passages(document):
        text = passage.view.text
        if passage.silent:
            continue
        for sentence in passage.sentences:
            if not _WORTH_A_LOOK.search(text, sentence.start, sentence.end):
                continue
            worth = [q for q in sentence.numbers if _worth_a_look(q)]
            if all(settled(passage.view.span(q.span.start, q.span.end)) for q in worth):
                continue
            parts = sentence.segments
            target = next((t.start for part in parts for t in part.tokens if "intent" in t.tags), sentence.end)
            handling = any(not _HANDLING.isdisjoint(t.tags) for part in parts for t in part.tokens)
            for part in parts:
                for slot in part.slots:
                    if _worth_a_look(slot.quantity):
                        number = passage.view.span(slot.quantity.span.start, slot.quantity.span.end)
                        planned = passage.section == "intent" or slot.quantity.span.start >= target
                        found.append((number, "target" if planned else _reason(text, part, slot, handling)))
    return found


def _worth_a_look(quantity: Quantity) -> bool:
    return quantity.ordinal or quantity.unit in ("件", "%", "位", "名", "件次")


def _reason(text: str, part: Segment, slot: Slot, handling: bool) -> str:
    quantity = slot.quantity
    near = [t for t in part.tokens if not _HANDLING.isdisjoint(t.tags)]
    if not quantity.exact:
        return "approximate"
    if quantity.unit == "件次":
        return "hand_overs"
    if any("difference" in t.tags for t in slot.left[-1:]):
        return "difference"
    if any("other" in t.tags for t in (*slot.left[-2:], *slot.right[:1])):
        return "other_stream"
    if any("every" in t.tags or "sample" in t.tags for t in slot.left):
        return "anecdote"
    if quantity.unit == "%" and not near and _FOREIGN_RATE.search(text[part.start : quantity.span.start]):
        return "other_rate"
    if not handling or (not near and slot.left == [] and slot.right == []):
        return "other_matter"
    return ""
