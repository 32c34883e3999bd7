"""A number of a spreadsheet as its cell shows it: 0.985 under 0.0% is 98.5%, 45268 under yyyy-m-d is 2023-12-8."""

from __future__ import annotations

import operator
import re
from decimal import ROUND_HALF_UP, Decimal

from handling.read.date_format import is_date_format, shown_date

GENERAL = "General"
# The formats that a file names by number only; 27–36 and 50–58 are those of a Chinese installation.
_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: '#,##0;-#,##0;"-"',
    42: '¥#,##0;-¥#,##0;"-"',
    43: '#,##0.00;-#,##0.00;"-"',
    44: '¥#,##0.00;-¥#,##0.00;"-"',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    **dict.fromkeys((32, 34, 55), 'h"时"mm"分"'),
    **dict.fromkeys((33, 35, 56), 'h"时"mm"分"ss"秒"'),
}
_SECTIONS = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]")
_COMPARE = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne}
_CURRENCY = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")
_BRACKETS = re.compile(r"\[[^\]]*\]")
_LITERALS = re.compile(r'"([^"]*)"|\\(.)|_.|\*.')
_NUMBER = re.compile(r"[0#?][0#?,]*(?:\.[0#?]*)?,*|\.[0#?]+,*")
_GENERAL = re.compile(r"general|g/通用格式", re.IGNORECASE)
# Stand in for a quoted literal while the digits around it are read.
_FIRST_MARK = 0xE000


def built_in(number: int) -> str:
    """The format code of a number that a file does not define itself."""
    return _BUILT_IN.get(number, GENERAL)


def general(value: float) -> str:
    """As a cell without a format shows it: no more than ten digits after rounding, whole numbers whole."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    words = f"{value:.10g}"
    return format(Decimal(words), "f") if 1e-9 < abs(value) < 1e15 else words


def _section(value: float, sections: list[str]) -> tuple[str, float]:
    """The section of a format that holds for a value, and the value that it shows (without its sign where it writes one)."""
    conditions = [_CONDITION.search(section) for section in sections]
    if any(conditions):
        for section, condition in zip(sections, conditions, strict=True):
            if condition is None or _COMPARE[condition.group(1)](value, float(condition.group(2))):
                return section, value
        return sections[-1], value
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    return sections[0], value


def _grouped(whole: str) -> str:
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{int(digits):,}"


def _digits(value: float, pattern: str, percents: int) -> str:
    """A value under the digit places of one pattern such as #,##0.0."""
    thousands = len(pattern) - len(pattern.rstrip(","))
    whole_part, point, decimals = pattern.rstrip(",").partition(".")
    grouped = "," in whole_part
    exact = Decimal(f"{value:.15g}").scaleb(2 * percents - 3 * thousands)
    rounded = exact.quantize(Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP)
    if rounded == 0:
        rounded = abs(rounded)
    whole, _, rest = f"{rounded:f}".partition(".")
    while rest and decimals[len(rest) - 1] in "#?" and rest.endswith("0"):
        rest = rest[:-1]
    if whole in ("0", "-0") and "0" not in whole_part:
        whole = whole[:-1]
    places = whole_part.count("0")
    if len(whole.lstrip("-")) < places:
        whole = ("-" if whole.startswith("-") else "") + whole.lstrip("-").zfill(places)
    if grouped and whole.lstrip("-"):
        whole = _grouped(whole)
    return whole + (f".{rest}" if rest or (point and not decimals) else "")


def _scientific(value: float, section: str) -> str:
    decimals = len(section.partition(".")[2].partition("E")[0].replace("#", "0"))
    return f"{value:.{decimals}E}"


def _shown_number(value: float, section: str) -> str:
    literals: list[str] = []

    def keep(found: re.Match[str]) -> str:
        literals.append(found.group(1) or found.group(2) or "")
        return chr(_FIRST_MARK + len(literals) - 1)

    section = _LITERALS.sub(keep, _BRACKETS.sub("", _CURRENCY.sub(r'"\1"', section)))
    if _GENERAL.search(section):
        words = _GENERAL.sub(general(value), section)
    elif "/" in section and "?" in section:  # a fraction: its decimals say more
        words = general(value)
    elif re.search(r"E[+-]", section):
        words = _scientific(value, section)
    else:
        percents = section.count("%")
        words = _NUMBER.sub(lambda found: _digits(value, found.group(), percents), section, count=1)
        words = words.replace("@", general(value))
        if value < 0 and words.find("-") > 0 and words[words.find("-") + 1 : words.find("-") + 2].isdigit():
            words = "-" + words.replace("-", "", 1)
    return "".join(literals[ord(mark) - _FIRST_MARK] if 0 <= ord(mark) - _FIRST_MARK < len(literals) else mark for mark in words).strip()


def shown_number(value: float, code: str, *, from_1904: bool = False) -> str:
    """A number as a cell with the format `code` shows it; dates of a file that counts from 1904 are told by `from_1904`."""
    if not code or code == GENERAL or code == "@":
        return general(value)
    sections = _SECTIONS.split(code)
    numeric = sections[:3]
    section, value = _section(value, numeric)
    if not section:
        return ""
    if is_date_format(section):
        return shown_date(value, section, from_1904=from_1904)
    return _shown_number(value, section)
