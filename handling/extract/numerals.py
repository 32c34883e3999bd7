"""Numbers in running text: Arabic, Chinese, mixed, with their counting word, and whether they are meant exactly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from handling.extract.text import fold
from handling.model import Span
from handling.vocabulary.patterns import searching, trie

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
           "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9}  # fmt: skip
_POWERS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10_000, "亿": 100_000_000}
_CHINESE = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿卅"
_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SPELLED = rf"[{_CHINESE}](?:[{_CHINESE}]|有(?=[一二三四五六七八九]))*(?:点[零〇一二三四五六七八九]+)?"
UNITS = ("个百分点", "百分点", "件次", "人次", "批次", "个工作日", "个月", "户次", "车次", "场次", "起", "件", "份", "条", "项", "宗", "封", "个", "家",
         "位", "名", "%", "成", "天", "年", "月", "日", "号", "届", "次", "人", "分钟", "小时", "倍", "期", "批", "类", "级", "元", "亩",
         "公里", "米", "平方", "吨", "户", "处", "座", "所", "场", "台", "盏", "辆", "部", "张", "期", "万元", "亿元", "组", "轮", "种", "篇",
         "字", "站", "余", "多", "来")  # fmt: skip
_NUMBER = searching(
    rf"(?P<percent>百分之(?P<of>{_ARABIC}|{_SPELLED}))"
    rf"|(?P<tenths>(?<![{_CHINESE}])[一二两三四五六七八九]成[一二三四五六七八九半]?(?![员立效功果为本长])(?=[,;。)的、以多]|$))"
    rf"|(?<![A-Za-z\d.])(?P<arabic>{_ARABIC})(?P<myriad>[万亿千]?)(?![A-Za-z])"
    rf"|(?P<spelled>{_SPELLED})"
)
_LIST_NUMBER = re.compile(r"\d{1,2}\.(?=\d+$)")
_BLANKS = re.compile(r"\s+")
_TENTHS = re.compile(r"([一二两三四五六七八九])成([一二三四五六七八九半])?")
_DECIMAL = re.compile(rf"({_ARABIC})([万亿千]?)")
_UNIT = re.compile(trie(UNITS))
_VAGUE_BEFORE = re.compile(r"(?:近|约|大约|约占|超|超过|逾|将近|接近|突破|至少|不少于|不低于|低于|不足|不到|高于|最多|达到或超过)(?:百分之)?$")
_LAST_VAGUE = "近约占超过逾破少于足到多之"  # one of them stands before the number wherever _VAGUE_BEFORE is found
_RANGE = re.compile(r"(?<![\d年月])[\d一二两三四五六七八九十]{1,3}[至到~]$")  # 每人领办1至2件
_VAGUE_AFTER = re.compile(r"(?:多|余|来|几)(?![了出办\d一二两三四五六七八九十])|以上|以下|左右|上下|以内|之多")


@dataclass(slots=True, kw_only=True)
class Quantity:
    """A number as printed. `span` covers its digits, `end` its counting word too.

    `unit` is the counting word ("件", "%", "" …); `exact` is False for 近42%, 110余件, 95%以上; `ordinal` for 第3件.
    `spelled` tells 一件 from 1件: the former is often no count at all ("办理一件提案,解决一类问题").
    """

    span: Span
    end: int
    value: float
    unit: str
    exact: bool = True
    ordinal: bool = False
    spelled: bool = False


def _spelled_integer(words: str) -> float | None:
    words = words.replace("廿", "二十").replace("卅", "三十").replace("有", "")
    if not words or any(c not in _DIGITS and c not in _POWERS for c in words):
        return None
    if all(c in _DIGITS for c in words):
        return float("".join(str(_DIGITS[c]) for c in words))
    total, section, digit = 0, 0, None
    for c in words:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif _POWERS[c] >= 10_000:
            section += digit or 0
            total = (total + section) * _POWERS[c] if total and _POWERS[c] > 10_000 else total + (section or 1) * _POWERS[c]
            section, digit = 0, None
        else:
            section += (1 if digit is None else digit) * _POWERS[c]
            digit = None
    return float(total + section + (digit or 0))


@lru_cache(maxsize=16384)
def read_number(words: str) -> float | None:
    """The value of printed digits (71.7, 1,133, 7 5, １３.15万, 一百二十六, 百分之九十八点六, 九成八), or None if they are no number."""
    return _value(_BLANKS.sub("", fold(words)))


@lru_cache(maxsize=16384)
def _value(words: str) -> float | None:
    """The value of folded digits without blanks."""
    words = words.rstrip("%").removeprefix("百分之")
    tenths = _TENTHS.fullmatch(words) if "成" in words else None
    if tenths:
        rest = tenths.group(2)
        return _DIGITS[tenths.group(1)] * 10 + (0 if not rest else 5 if rest == "半" else _DIGITS[rest])
    arabic = _DECIMAL.fullmatch(words)
    if arabic:
        return round(float(arabic.group(1).replace(",", "")) * {"": 1, "万": 10_000, "亿": 100_000_000, "千": 1000}[arabic.group(2)], 6)
    whole, _, decimals = words.partition("点")
    value = _spelled_integer(whole)
    if value is None or not decimals:
        return value
    if any(c not in _DIGITS for c in decimals):
        return None
    return value + float("0." + "".join(str(_DIGITS[c]) for c in decimals))


def numbers(text: str, first: int = 0, last: int | None = None) -> list[Quantity]:
    """Every number of folded `text[first:last]` in order, with spans in `text`."""
    matches = _NUMBER.finditer(text, first, len(text) if last is None else last)
    return [found for match in matches if (found := _quantity(text, match)) is not None]


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    if match["percent"]:
        start, unit = match.start("of"), "%"
        after = end
    elif match["tenths"]:
        unit, after = "%", end
    else:
        while end < len(text) and text[end] == " ":
            end += 1
        counting = _UNIT.match(text, end)
        end = match.end()
        unit = counting.group() if counting else ""
        after = counting.end() if counting else end
        while unit == "%" and after < len(text) and text[after] == "%":
            after += 1
    if unit == "件" and (listed := _LIST_NUMBER.match(text[start:end])) and text[start - 1 : start] in "。;:\n":
        start += listed.end()  # 2.87件建议均已答复: the second note, on 87
    if match["spelled"] and text[start - 1 : start + 1] == "唯一" and end - start > 1:
        start += 1  # 唯一一件
    words = text[start:end]
    value = round(float(words.replace(",", "")), 6) if match["arabic"] and not match["myriad"] else _value(words)
    if value is None or (unit != "%" and words in ("百", "千", "万", "亿")):
        return None  # 千件一面, 百家企业
    before = text[match.start() - 1 : match.start()]
    vague = unit in ("余", "多", "来") or (before == "数" and text[match.start() - 2 : match.start() - 1] not in tuple("总件个")) or bool(_VAGUE_AFTER.match(text, after))
    if not vague and before in "至到~" and _RANGE.search(text, max(0, match.start() - 4), match.start()):
        vague = True
    if not vague and before in _LAST_VAGUE:
        vague = bool(_VAGUE_BEFORE.search(text[max(0, match.start() - 6) : match.start()]))
    if match["spelled"] and len(words) == 2 and _DIGITS.get(words[1], 0) == _DIGITS.get(words[0], 9) + 1:
        vague = True  # 三四个部门
    if match["tenths"] and end - start == 2:
        vague = True  # 三成 is a manner of speaking, 九成八 a figure
    return Quantity(span=Span(start=start, end=end), end=after, value=value, unit=unit, exact=not vague,
                    ordinal=before == "第", spelled=match["arabic"] is None)  # fmt: skip
