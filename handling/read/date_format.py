"""Dates of a spreadsheet: a count of days, shown by a format such as yyyy"年"m"月"d"日"."""

from __future__ import annotations

import datetime
import re

_QUOTED = re.compile(r'"[^"]*"|\\.|\[\$[^\]]*\]|\[[^hmsHMS\]]*\]|_.|\*.')
_DATE_LETTERS = re.compile(r"[ymdhs]|a{3,4}", re.IGNORECASE)
_DIGIT_PLACES = re.compile(r"[0#?]")
_TOKENS = re.compile(
    r'"([^"]*)"|\\(.)|\[\$[^\]]*\]|(\[[hms]+\])|\[[^\]]*\]|(AM/PM|A/P|上午/下午)|(y+|m+|d+|h+|s+|a{3,4})|(\.0+)|(.)',
    re.IGNORECASE,
)
_WEEKDAYS = "一二三四五六日"
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
# Day 0 of the two calendars. The first one counts a 29 February 1900 that never was, so that days before it are one off.
_DAY_ZERO, _DAY_ZERO_1904 = datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1)
_PHANTOM_DAY = 60
_LAST_DAY = 2_958_465


def is_date_format(section: str) -> bool:
    """True where a section of a format shows a date or a time."""
    bare = _QUOTED.sub("", section)
    return bool(_DATE_LETTERS.search(bare)) and not _DIGIT_PLACES.search(re.sub(r"[sS]\.0+", "s", bare)) and "general" not in bare.lower()


def moment(days: float, *, from_1904: bool = False) -> datetime.datetime | None:
    """The moment that a count of days means; None outside the calendar. Seconds are rounded."""
    if not 0 <= days <= _LAST_DAY:
        return None
    zero = _DAY_ZERO_1904 if from_1904 else _DAY_ZERO
    if not from_1904 and 0 < days < _PHANTOM_DAY:
        days += 1
    return zero + datetime.timedelta(seconds=round(days * 86_400))


def _minutes(tokens: list[re.Match[str]], number: int) -> bool:
    """True where an m means minutes: after an hour or before a second."""
    letters = [(n, found.group(5) or found.group(3) or "") for n, found in enumerate(tokens)]
    before = next((word.strip("[]")[:1].lower() for n, word in reversed(letters) if n < number and word), "")
    after = next((word.strip("[]")[:1].lower() for n, word in letters if n > number and word), "")
    return before == "h" or after == "s"


def _part(word: str, when: datetime.datetime, minutes: bool, half_day: bool) -> str:
    kind, length = word[0].lower(), len(word)
    if kind == "y":
        return f"{when.year:04d}" if length > 2 else f"{when.year % 100:02d}"
    if kind == "m" and not minutes:
        if length in (3, 4):
            return _MONTHS[when.month - 1]
        return f"{when.month:02d}" if length == 2 else str(when.month)
    if kind == "a" or (kind == "d" and length > 2):
        return ("星期" if length == 4 else "周") + _WEEKDAYS[when.weekday()]
    hour = (when.hour % 12 or 12) if half_day else when.hour
    number = {"m": when.minute, "d": when.day, "h": hour, "s": when.second}[kind]
    return f"{number:02d}" if length > 1 else str(number)


def _elapsed(word: str, days: float) -> str:
    unit = {"h": 24, "m": 1440, "s": 86_400}[word[1].lower()]
    return str(int(days * unit + 1e-6))


def shown_date(days: float, section: str, *, from_1904: bool = False) -> str:
    """A count of days as the section of a format shows it; ######## where it is no date, as in the program."""
    when = moment(days, from_1904=from_1904)
    if when is None:
        return "########"
    tokens = list(_TOKENS.finditer(section.partition("@")[0] or section))
    half_day = any(found.group(4) for found in tokens)
    words = ""
    for number, found in enumerate(tokens):
        quoted, escaped, elapsed, noon, letters, _, other = found.groups()
        if quoted or escaped:
            words += quoted or escaped
        elif elapsed:
            words += _elapsed(elapsed, days)
        elif noon:
            words += noon.split("/")[when.hour >= 12]
        elif letters:
            words += _part(letters, when, letters[0] in "mM" and _minutes(tokens, number), half_day)
        elif other and other not in "_*":
            words += other
    return words.strip()
