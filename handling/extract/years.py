"""Expressions of time in running text: years, months, last year, periods."""

from __future__ import annotations

import re

from handling.extract.lexicon import Token
from handling.extract.numerals import read_number
from handling.vocabulary.patterns import searching

_TIME = searching(
    r"(?P<range>(?<!年、)20\d\d年?[-~至到]20\d\d年)"
    r"|(?P<year>20\d\d|二[〇零][〇零一二三四五六七八九]{2})(?:年度|年)(?!\d{1,2}月\d{1,2}日)(?:(?P<month>\d{1,2})月份?(?!\d*日|\d))?"
    r"|(?P<last>(?:去年|上年度?)(?:同期|同口径|(?P<lastquarter>上半年|[一二三四]季度|前三季度))?|上一?年度|上一年|往年同期)(?:(?P<lastmonth>\d{1,2})月份?)?"
    r"|(?P<before>前年)"
    r"|(?P<this>今年|本年度?|当年(?!解决率|办成率|落实率))(?:(?P<thismonth>\d{1,2})月份)?"
    r"|(?P<lastmonthword>上个?月)"
    r"|(?P<sum>(?:20\d\d年)?(?:(?<![\d-])1月?份?[-~至到](?P<until>\d{1,2})月份?|前(?P<first>1?\d|[三四六七八九]|十一?)个月)(?:累计)?)|(?P<quarter>一季度|第一季度|前三季度|二季度|三季度|四季度|上半年累计)"
    r"|(?<![\d年-])(?P<barerun>\d{1,2})[-~至到]\d{1,2}月份?|(?<![\d年至到~-])(?P<bare>\d{1,2})月份?(?:[末底](?=的?[\d百]|的(?:开工|投资|办结|满意)|这|该|为|是|达))?(?![\d底末初中上下旬]|至|到|-|前)"
    r"|(?P<long>(?:近|过去|这|最近)?的?[两三四五六]年(?:来|间)|(?:近|过去|最近)[两三四五六]年|(?<!近)[两三四五]年中(?=[,,])|[两三四]年(?=累计|合计)|五年(?=共|累计|总共|立案|收到|承办|办理|提交|间)|本届以来|届内|本届[^,。]{0,8}以来|[九十]届以来)"
)
_PUT_OFF = re.compile(r"(?:转入|结转|结转到|延至|延到|顺延到|顺延至|推迟到|留待|放到)$")  # 转入2024年继续推进17件
_AS_OF = re.compile(r"截[至止]到?$")  # 截至2017年12月底: how matters stand then, of whatever years they are
_UNTIL = re.compile(r"[到至](?:20\d\d)年(?:\d{1,2}月)?[底末]")  # 到2021年12月底
_COMPARED = re.compile(r"[比较与同和超]$")
LAST = "-1 "  # 去年 outside a comparison: of a report that looks back from the next year's first weeks it is the report's own year
NOW = "0 "  # 今年, which a report on an earlier year's items, months later, says of its own time; 当年 is the year that it tells of
THIS = ("0", NOW)
_QUARTERS = {"一季度": (1, 3), "第一季度": (1, 3), "前三季度": (1, 9), "二季度": (4, 6), "三季度": (7, 9), "四季度": (10, 12), "上半年累计": (1, 6)}


def times(text: str, start: int, end: int) -> list[Token]:
    """Time tokens of `text[start:end]`: tags year ("2021", "-1" for last year, one of THIS for this year), month, period (an open kind of interval)."""
    found: list[Token] = []
    for match in _TIME.finditer(text, start, end):
        tags = _tags(match)
        if match["this"] == "当年" and any(token.tags.get("year", "0") not in THIS for token in found):
            continue  # 2022年立案146件, 当年由县政府系统办理131件: of that year
        if match["year"] and (_AS_OF.search(text, start, match.start()) or _UNTIL.match(text, match.start() - 1, end)):
            continue
        if match["last"] and match["last"].startswith("去年") and tags.get("year") == "-1" and not tags.get("period") and not _COMPARED.search(text, start, match.start()):
            tags["year"] = LAST
        if tags and not (match["year"] and _PUT_OFF.search(text, start, match.start())):
            found.append(Token(match.start(), match.end(), match.group(), tags))
    return found


def _tags(match: re.Match[str]) -> dict[str, str]:
    if match["range"]:
        first, last = re.findall(r"20\d\d", match["range"])
        return {"time": "range", "period": f"{first}/{last}"}
    if match["year"]:
        return {"time": "year", "year": str(int(read_number(match["year"]) or 0)), "month": match["month"] or ""}
    if match["lastquarter"]:
        first, last = {**_QUARTERS, "上半年": (1, 6)}[match["lastquarter"]]
        return {"time": "last", "year": "-1", "period": f"{first:02d}/{last:02d}"}
    if match["last"]:
        return {"time": "last", "year": "-1", "month": match["lastmonth"] or ""}
    if match["before"]:
        return {"time": "last", "year": "-2"}
    if match["this"]:
        return {"time": "this", "year": "0" if match["this"] == "当年" else NOW, "month": match["thismonth"] or ""}
    if match["lastmonthword"]:
        return {"time": "month", "month": "-1"}
    if match["sum"]:
        last = int(match["until"] or read_number(match["first"]) or 0)
        return {"time": "period", "period": f"01/{last:02d}"} if 1 < last <= 12 else {}
    if match["quarter"]:
        first, last = _QUARTERS[match["quarter"]]
        return {"time": "period", "period": f"{first:02d}/{last:02d}"}
    if match["long"]:
        length = re.search(r"([两三四五六])年", match["long"])
        count = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6}[length[1]] if length else 0
        return {"time": "long", "period": f"last{count}" if count else "long"}
    if match["bare"] and 1 <= int(match["bare"]) <= 12:
        return {"time": "month", "month": match["bare"]}
    return {}


def years_of(tokens: list[Token], size: int) -> list[Token]:
    """2017年至2021年…依次为: a token for each of `size` years of a range."""
    span = next((t for t in tokens if t.tags.get("time") == "range"), None)
    if span is None:
        return []
    first, last = (int(year) for year in span.tags["period"].split("/"))
    return [Token(span.start, span.end, span.word, {"time": "year", "year": str(year)}) for year in range(first, last + 1)] if last - first + 1 == size else []
