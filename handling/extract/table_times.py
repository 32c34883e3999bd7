"""Years, months and periods as the heads and stubs of tables name them."""

from __future__ import annotations

import re
from typing import Any

_YEAR = r"(?P<year>(?:19|20)\d\d)(?:年度?|(?![\d.]))"
_TIME = re.compile(
    rf"{_YEAR}(?:(?P<ymonth>\d{{1,2}})月份?(?![\d日]))?(?:第?(?P<yquarter>[一二三四1-4])季度|(?P<yhalf>[上下]半年))?(?:同期|同口径)?"
    r"|(?P<last>(?:去年|上年度?|上一年度?|往年)(?:同期|同口径)?|同期)"
    r"|(?P<before>前年)"
    r"|(?P<now>今年|本年度?|当年|本期)"
    r"|(?P<lastmonth>上个?月)"
    r"|(?P<first>\d{1,2})(?:月)?(?:-|至|到|~)(?P<until>\d{1,2})月份?(?:累计)?"
    r"|(?P<month>\d{1,2})月份?(?![\d日])"
    r"|第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下]半年)"
)
_RANGE = re.compile(r"(?P<from>(?:19|20)\d\d)年?(?:-|至|到|~)(?P<to>(?:19|20)\d\d)(?:年度?)?")
_ORDER = "一二三四"


def time_at(text: str, at: int) -> tuple[int, dict[str, Any]]:
    """The length of an expression of time at `at` and what it says: year, year_is_relative, month, period; (0, {}) where there is none.

    A period without year is written 01/09 (months), with years 2018/2022.
    """
    if text[at] not in "0123456789去上往同前今本当第一二三四下":
        return 0, {}
    span = _RANGE.match(text, at)
    if span and int(span["from"]) < int(span["to"]):
        return span.end() - at, {"period": f"{span['from']}/{span['to']}", "year": int(span["to"])}
    found = _TIME.match(text, at)
    if not found:
        return 0, {}
    return found.end() - at, _tags(found)


def _tags(found: re.Match[str]) -> dict[str, Any]:
    if found["year"]:
        tags: dict[str, Any] = {"year": int(found["year"])}
        if found["ymonth"]:
            tags["month"] = int(found["ymonth"])
        return {**tags, **_part_of_year(found["yquarter"], found["yhalf"])}
    if found["last"] or found["before"]:
        return {"year": -1 if found["last"] else -2, "year_is_relative": True}
    if found["now"]:
        return {"year": 0, "year_is_relative": True}
    if found["lastmonth"]:
        return {"month": -1}
    if found["until"]:
        return {"period": f"{int(found['first']):02d}/{int(found['until']):02d}"}
    if found["month"]:
        return {"month": int(found["month"])}
    return _part_of_year(found["quarter"], found["half"])


def _part_of_year(quarter: str | None, half: str | None) -> dict[str, Any]:
    if quarter:
        number = int(quarter) if quarter.isdecimal() else _ORDER.index(quarter) + 1
        return {"period": f"{number * 3 - 2:02d}/{number * 3:02d}"}
    if half:
        return {"period": "01/06" if half[0] == "上" else "07/12"}
    return {}
