"""From what a cell's column and row say to a measure, or to the reason why it is no figure."""

from __future__ import annotations

from dataclasses import dataclass

from handling.extract.table_facts import Facts

NOT_UNDERSTOOD = "表头或行名没有说明统计的是什么"
TWO_CLASSES = "两种分类交叉，不单列"
NO_CLASS = "没有说明是哪一类"
NO_SHARE = "占比没有对应的统计项"


@dataclass(frozen=True, slots=True)
class Counted:
    """A measure with its class."""

    measure: str
    category: str = ""
    part: bool = False


_RATES = {
    "completed": "completion_rate",
    "answered": "answer_rate",
    "meeting": "meeting_rate",
    "start": "start_rate",
    "investment": "investment_rate",
}
_COUNTS = {"received", "filed", "completed", "answered", "key", "units"}
_WEAK = {"", "received"}


def joined_measure(column: Facts, row: Facts) -> str | None:
    """The measure that head and stub name together; None where they contradict each other."""
    first, second = column.measure, row.measure
    if {first, second} == {"rank", "overall_rank"}:
        return "overall_rank"
    if first and second and first != second:
        return first if second in _WEAK else second if first in _WEAK else None
    return first or second


def counted(facts: Facts, measure: str, topic: str, *, percent: bool, key_work: bool) -> Counted | str:
    """What a number is, or why it is no figure. `facts` are those of column and row together, `topic` the topic class of either."""
    if facts.stub == "person" and measure != "key":
        return "领导领办等按人统计的合计，不是全部件数" if facts.total else NOT_UNDERSTOOD
    if measure in ("rank", "overall_rank"):
        return _rank(measure, topic, key_work=key_work)
    outcome, satisfaction = facts.category("outcome"), facts.category("satisfaction")
    if "?" in (outcome, satisfaction) or sum(map(bool, (topic, outcome, satisfaction))) > 1:
        return TWO_CLASSES
    if topic:
        return _topic(facts, measure, topic, percent=percent)
    rated = percent and "satisfaction" in facts.families and not outcome
    if rated or any(family == "satisfaction" for family, _ in facts.categories):
        return _satisfaction(facts, satisfaction, percent=percent)
    if outcome:
        return Counted("outcome_share" if percent else "outcome", outcome, facts.part)
    return _plain(facts, measure, percent=percent, key_work=key_work)


def _rank(measure: str, topic: str, *, key_work: bool) -> Counted | str:
    if not key_work:
        return "名次不是重点工作考核的排名"
    return Counted("rank", "" if measure == "overall_rank" else topic)


def _topic(facts: Facts, measure: str, topic: str, *, percent: bool) -> Counted | str:
    if measure not in ("", "received", "filed"):
        return "按议题再分的数字，不单列"
    if percent and facts.scale not in ("share", "percent", ""):
        return "按议题再分的比率，不单列"
    return Counted("topic_share" if percent else "topic", topic, facts.part)


def _satisfaction(facts: Facts, category: str, *, percent: bool) -> Counted | str:
    if facts.including == "with" and category in ("", "satisfied"):
        category = "satisfied_or_basic"
    elif facts.including == "without" and not category:
        category = "satisfied"
    if percent:
        return Counted("satisfaction_rate", category, facts.part)
    return Counted("satisfaction", category, facts.part) if category else NO_CLASS


def _plain(facts: Facts, measure: str, *, percent: bool, key_work: bool) -> Counted | str:
    if "outcome" in facts.families and measure in _WEAK:
        return NO_CLASS
    if measure == "finished":
        return Counted("completion_rate") if percent and key_work else NOT_UNDERSTOOD
    if percent:
        if facts.on_time and measure in ("", "completed", "answered"):
            return Counted("on_time_rate", part=facts.part)
        if measure in ("start", "investment") and not key_work:
            return "不是重点工作表"
        return Counted(_RATES[measure], part=facts.part) if measure in _RATES else NO_SHARE
    if not measure and (facts.role or facts.part):
        measure = "received"
    if measure not in _COUNTS:
        return NOT_UNDERSTOOD
    if key_work:
        return "项目数，不是建议提案件数"
    return Counted(measure, part=facts.part or facts.on_time)
