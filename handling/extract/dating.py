"""When: the year and month that a report is about, the day it was published."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import lru_cache

from handling.extract.heading import Heading, Line
from handling.extract.numerals import read_number
from handling.model import Span
from handling.vocabulary.patterns import searching

_DIGITS = "〇零○Ｏ一二三四五六七八九"
_YEAR = searching(rf"(?<!\d)(20[0-3]\d)(?:年|年度)|(二[〇零○O][{_DIGITS}]{{2}})年")
_DATE = searching(
    rf"(?<!\d)(?P<year>20[0-3]\d|二[〇零○O][{_DIGITS}]{{2}})(?:年|[-./])?(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])(?:月|[-./])"
    rf"(?P<day>3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])(?:日(?!\d)|(?![\d日]))"
    r"|(?<!\d)(?P<run>20[0-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)"
)
_PUBLISHED = re.compile(r"(?:发布|发文|成文|更新|公开|生成|填报)?(?:时间|日期)")
_MONTH = searching(
    r"(?:(?:20\d\d年)?(?:1|一)(?:月份?)?[-~至到](?P<until>1[0-2]|[1-9]|十[一二]?|[二三四五六七八九])月|前(?P<first>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])个?月"
    r"|(?<!\d)(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?(?!\d*日)|第(?P<issue>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])期)"
)
_QUARTER = {"第一季度": "01/03", "一季度": "01/03", "前三季度": "01/09", "第二季度": "04/06", "二季度": "04/06", "第三季度": "07/09",
            "三季度": "07/09", "第四季度": "10/12", "四季度": "10/12", "上半年": "01/06"}  # fmt: skip
_OF_A_DOCUMENT = re.compile(r"[(\[〔]20\d\d[)\]〕]\d+号")
_RANGE = re.compile(r"20[0-3]\d年?度?(?:[-—~]{1,2}|至|到)(20[0-3]\d)年")
_WORK = re.compile(r"承办|办理|收到|交办|受理|办复")
_SESSION = re.compile(r"(?:第)?(十[一二三四五六]?)届(?:全国)?(?:人大|政协|委员会|人民代表大会)?第?([一二三四五])次(?:会议|全会)")


def number_of(words: str) -> int | None:
    """二〇二一 → 2021, 十二 → 12, 07 → 7."""
    if not words:
        return None
    spelled = words.replace("○", "〇").replace("O", "〇")
    value = read_number(spelled)
    return int(value) if value is not None else None


def dates(words: str) -> list[str]:
    """Every complete and possible date in folded words, ISO; a broken one (20259810日) gives nothing."""
    found = []
    for match in _DATE.finditer(words):
        if match["run"]:
            year, month, day = int(match["run"][:4]), int(match["run"][4:6]), int(match["run"][6:])
        else:
            parts = [number_of(match[name]) for name in ("year", "month", "day")]
            if None in parts:
                continue
            year, month, day = (part or 0 for part in parts)
        try:
            found.append(date(year, month, day).isoformat())
        except ValueError:
            continue
    return found


def published(heading: Heading) -> tuple[str, Span | None]:
    """The day of publication: the page's own, else the signature's, else the line under the title; "" where none reads."""
    notes = [line for line in heading.notes if not re.search(r"截[止至]", line.words)]
    marked = [line for line in notes if _PUBLISHED.search(line.words)]
    tail = [line for line in heading.body[-6:] if len(line.words) <= 60]
    closing = [replace(line, raw=line.words[-40:]) for line in heading.body[-2:] if line.words.endswith((")", "日"))]
    for group in (marked, list(reversed(tail)), closing, heading.below, list(reversed(notes))):
        for line in group:
            found = dates(line.raw)
            if found:
                return found[0], line.span
    return "", None


def handled_year(heading: Heading, day: str, name: str, monthly: bool) -> tuple[int | None, Span | None]:
    """The year in which the items were handled: the title's, else the text's own, else that of the date, else the file name's."""
    titled = _years(heading.words)
    if titled:
        stated = _stated(heading.body)
        # A meeting of this year looks back on the handling of the last one.
        if re.search(r"召开|会议|交办会", heading.words) and stated[0] == titled[0] - 1:
            return stated
        return titled[0], heading.title_span
    opening = heading.words or "".join(line.words for line in heading.body[:1])[:60]
    session = _SESSION.search(opening) if "全国" in opening else None
    if session:
        return _session_year(session), heading.title_span
    stated = _reported(heading.body)
    if stated[0] is not None:
        return stated
    stated = _end_of_term(heading)
    stated = stated if stated[0] is not None else _stated(heading.body)
    dated = int(day[:4]) if day else None
    if dated is not None:
        if not (monthly and month_of(heading)[0]) and _looks_back(heading, day):
            dated -= 1
        if stated[0] is None or abs(stated[0] - dated) > 1 or stated[0] == dated:
            return dated, stated[1]
    if stated[0] is not None:
        return stated
    if dated is not None:
        return dated, None
    loose = _loose(heading)
    if loose[0] is not None:
        return loose
    named = re.search(r"(?<!\d)(20[0-3]\d)(?!\d{2,})", name)
    return (int(named[1]), None) if named else (None, None)


def _session_year(session: re.Match[str]) -> int:
    """The year of a session of the national congress or CPPCC: the tenth of both began in 2003, and a term has five sessions."""
    return 2003 + 5 * ((number_of(session[1]) or 10) - 10) + (number_of(session[2]) or 1) - 1


def _loose(heading: Heading) -> tuple[int | None, Span | None]:
    """The year of the first document that the opening cites, else the year that the text names most."""
    for line in heading.body[:6]:
        cited = re.search(r"[(\[](20[0-3]\d)[)\]](?:第)?\d+号", line.words)
        if cited:
            return int(cited[1]), line.span
    named = [(year, line.span) for line in [*heading.notes, *heading.below, *heading.body] for year in _years(line.words)]
    if not named:
        return None, None
    most = Counter(year for year, _ in named).most_common(1)[0][0]
    return most, next(span for year, span in named if year == most)


def _years(words: str) -> list[int]:
    """The years that words name; of 2017年至2021年 the last."""
    words = _RANGE.sub(r"\1年", _OF_A_DOCUMENT.sub("", words))
    return [year for match in _YEAR.finditer(words) if (year := int(match[1]) if match[1] else number_of(match[2]) or 0) > 1999]


def _stated(lines: list[Line]) -> tuple[int | None, Span | None]:
    """The year that an opening sentence about the work names: 2022年,我局共承办…; none where 今年 was told of before: 今年承办138件,2020年承办129件."""
    for line in lines[:6]:
        words = _RANGE.sub(r"\1年", line.words)  # 2017年至2021年,共收到提案: of the last one
        told = _THIS_YEAR.search(words)
        for match in re.finditer(rf"(?:^|[。;,:])(?:(?P<date>{_YEAR.pattern})(?:度|全年|以来)?[,,]?)(?!\d*月)([^。]{{0,60}})", words):
            if told and told.start() < match.start():
                break
            if _WORK.search(match[0]) and not re.search(r"^.{0,8}(?:上升|增长|相比|印发|文件|号|[曾荣]获|获评|被评|表彰)", match[4]):
                found = _years(match["date"])
                if found:
                    return found[0], line.span
        if told:
            break
    return None, None


def _end_of_term(heading: Heading) -> tuple[int | None, Span | None]:
    """The last of the years that a report on several tells of: 五年来提案工作情况 … 2017年至2021年,共收到提案."""
    for line in heading.body[:12] if re.search(r"[二两三四五]年(?:来|间|工作)|本届", heading.words) else ():
        if (told := _RANGE.search(line.words)) and _WORK.search(line.words, told.end(), told.end() + 24):
            return int(told[1]), line.span
    return None, None


_THIS_YEAR = re.compile(r"(?:今年|本年度?)[^。;]{0,20}(?:承办|承接|承担|接收|接到|办理|收到|交办|受理|立案|办复)[^。;]{0,30}\d件")
_REPORTED = re.compile(rf"现将[^,。;]{{0,20}}?(?P<date>{_YEAR.pattern})[^。;]{{0,24}}?(?:报告|汇报|通报|公开|公布|公示|说明)如下")


def _reported(lines: list[Line]) -> tuple[int | None, Span | None]:
    """The year of 现将我局2022年1月至12月办理情况报告如下."""
    for line in lines[:4]:
        if told := _REPORTED.search(_RANGE.sub(r"\1年", line.words)):
            return next(iter(_years(told["date"])), None), line.span
    return None, None


def _looks_back(heading: Heading, day: str) -> bool:
    """Whether a report of the first weeks of a year tells of the year before."""
    if int(day[5:7]) > 3 or "审查" in heading.words:
        return False  # 提案审查情况: what the session that is meeting now has filed
    text = "".join(line.words for line in heading.body[:12])
    if re.search(r"一年来|过去一年|去年[^,。]{0,12}(?:共|全年|承办|办理|收到|提案|建议)|上年度", text) and not re.search(
        r"交办会|交办工作", heading.words
    ):
        return True
    return (
        int(day[5:7]) <= 2
        and not re.search(r"(?:今年|本次|会议期间|大会期间)[^。]{0,30}(?:共?收到|提出|提交|交办)", text)
        and "交办" not in heading.words
    )


def month_of(heading: Heading) -> tuple[int | None, Span | None]:
    """The month that a monthly bulletin is about (of 1—9月 the last one); None for quarters, half years and whole years.

    Title and text may differ (the title says 二月, the text 3月): the text decides.
    """
    if re.search(r"季度|上半年|全年|年度", heading.words):
        return None, None
    titled = _month(heading.words)
    said = [_month(line.words) for line in heading.body[:6] if line.words != heading.words]
    said = [month for month in said if month]
    if titled:
        first = next((line for line in heading.body[1:6] if re.search(r"现将|\d月份?[,,](?!\d)", line.words) and _month(line.words)), None)
        stated = _month(first.words) if first else None
        return (stated if stated and said.count(stated) > 1 and titled not in said else titled), heading.title_span
    return (said[0], None) if said else (None, None)


def _month(words: str) -> int | None:
    for match in _MONTH.finditer(re.sub(r"20\d\d年第[\d一二三四五六七八九十]+[季届次]", "", words)):
        found = number_of(match["until"] or match["first"] or match["month"] or match["issue"])
        if found and 1 <= found <= 12:
            return found
    return None


@lru_cache(maxsize=1024)
def period_of(title: str, year: int | None) -> str:
    """The interval that a whole report covers by its folded title: 第一季度 → 2025-01/2025-03, 五年来 → 2018/2022; "" for a year or a month."""
    if year is None:
        return ""
    if re.search(r"[及和与、](?:过去|近)?[二两三四五]年(?:来|间)", title):
        return ""  # 五次会议以来及五年来: its sections tell which
    for words, months in _QUARTER.items():
        if words in title:
            first, last = months.split("/")
            return f"{year}-{first}/{year}-{last}"
    until = re.search(r"(?<![\d-])1月?份?[-~至到](1[0-2]|[2-9])月", title)
    if until:
        return f"{year}-01/{year}-{int(until[1]):02d}"
    span = re.search(r"([二两三四五])年(?:来|间|“|征集|提案)|五年成绩单", title)
    if span:
        length = number_of((span[1] or "五").replace("两", "二")) or 5
        return f"{year - length + 1}/{year}"
    return ""
