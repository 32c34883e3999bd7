"""When the items of a draft were handled: said in its cells, around its table, or by the report."""

from __future__ import annotations

from handling.extract.table_context import Context
from handling.extract.table_draft import Draft
from handling.model import Head


def with_time(draft: Draft, context: Context, head: Head) -> Draft | str:
    """The draft with its year, month and period, or why they are not known."""
    facts, year = draft.facts, context.year or head.year
    draft.year, draft.month, draft.period = facts.year, facts.month, facts.period
    if facts.year_is_relative:
        if year is None and facts.year:
            return "没有写明年度，不知上年是哪一年"
        draft.year = None if not facts.year or year is None else year + facts.year
    elif facts.year is None:
        draft.year = context.year
    month = context.month or head.month
    if draft.month == -1:
        if month is None or month < 2:
            return "没有写明月份，不知上月是哪一月"
        draft.month = month - 1
    elif draft.month is None:
        draft.month = context.month
    return _with_period(draft, context, draft.month or month, draft.year or year)


def _with_period(draft: Draft, context: Context, month: int | None, year: int | None) -> Draft | str:
    period = draft.period or context.facts.period
    if period == "running":
        period = f"01/{month:02d}" if month and month > 1 else ""
    if not period:
        draft.period = ""
        return draft
    draft.month = None
    if len(period) == 5:
        if year is None:
            return "没有写明年度，不知是哪一年的时段"
        first, last = period.split("/")
        period = f"{year}-{first}/{year}-{last}" if (first, last) != ("01", "12") else ""
    draft.period = period
    return draft
