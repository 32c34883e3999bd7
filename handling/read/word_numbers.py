"""The numbers that Word counts itself: 一、（一）1. before a paragraph, which people see and the paragraph's text lacks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from handling.read.word_text import W

_CHINESE = "〇一二三四五六七八九"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LEVEL = re.compile(r"%([1-9])")
_LEVELS = 9


def chinese(number: int) -> str:
    """1 → 一, 12 → 十二, 105 → 一百零五; larger than 999 in digits."""
    if not 0 < number < 1000:
        return str(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = _CHINESE[hundreds] + "百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else _CHINESE[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (_CHINESE[ones] if ones else "")


def _roman(number: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        words += letters * (number // value)
        number %= value
    return words


def _letters(number: int) -> str:
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


def counted(number: int, style: str) -> str:
    """A number in one of Word's styles of counting; digits for a style that is not known."""
    if style in ("bullet", "none"):
        return ""
    if style.startswith(("chineseCounting", "japaneseCounting", "taiwaneseCounting", "ideographDigital")):
        return chinese(number)
    if style == "decimalEnclosedCircle" and 0 < number <= len(_CIRCLED):
        return _CIRCLED[number - 1]
    if style in ("upperLetter", "lowerLetter"):
        return _letters(number).upper() if style == "upperLetter" else _letters(number)
    if style in ("upperRoman", "lowerRoman") and 0 < number < 4000:
        return _roman(number).upper() if style == "upperRoman" else _roman(number)
    return f"{number:02d}" if style == "decimalZero" else str(number)


@dataclass(frozen=True, slots=True)
class _Level:
    style: str
    pattern: str
    start: int


def _value(element: etree._Element | None, path: str, default: str) -> str:
    found = element.find(path) if element is not None else None
    return found.get(f"{W}val", default) if found is not None else default


def _whole(words: str) -> int:
    return int(words) if words.isdecimal() else 0


@dataclass(slots=True)
class Numbering:
    """Counts the paragraphs of a document as Word does: by list and level, a deeper level begins anew under a higher one."""

    lists: dict[str, list[_Level]] = field(default_factory=dict)
    families: dict[str, str] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)

    def label(self, paragraph: etree._Element) -> str:
        """The number before a paragraph, counted up; "" where it has none. To be asked once for every paragraph, in order."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        number, level = self.styles.get(_value(paragraph, f"{W}pPr/{W}pStyle", ""), ("", 0))
        if own is not None:
            number, level = _value(own, f"{W}numId", number), _whole(_value(own, f"{W}ilvl", str(level)))
        levels = self.lists.get(number)
        if not levels or level >= len(levels):
            return ""
        counts = self.counts.setdefault(self.families[number], [step.start - 1 for step in levels])
        counts[level] += 1
        counts[level + 1 :] = [step.start - 1 for step in levels[level + 1 :]]
        step = levels[level]
        if not counted(counts[level], step.style):
            return ""

        def part(found: re.Match[str]) -> str:
            at = int(found.group(1)) - 1
            return counted(max(counts[at], levels[at].start), levels[at].style) if at < len(levels) else ""

        words = _LEVEL.sub(part, step.pattern)
        # 1. before 2022年 must not become 1.2022.
        return f"{words} " if words[-1:].isascii() and words[-1:] not in (")", "") else words


def numbering_of(part: etree._Element | None, styles: etree._Element | None) -> Numbering:
    """The lists that a document defines, and the styles that are numbered."""
    found = Numbering()
    if part is None:
        return found
    families: dict[str, list[_Level]] = {}
    for family in part.iterfind(f"{W}abstractNum"):
        steps = family.findall(f"{W}lvl")[:_LEVELS]
        families[family.get(f"{W}abstractNumId", "")] = [
            _Level(_value(step, f"{W}numFmt", "decimal"), _value(step, f"{W}lvlText", ""), _whole(_value(step, f"{W}start", "1"))) for step in steps
        ]
    for number in part.iterfind(f"{W}num"):
        family_id = _value(number, f"{W}abstractNumId", "")
        if families.get(family_id):
            identity = number.get(f"{W}numId", "")
            restarts = number.find(f"{W}lvlOverride/{W}startOverride") is not None
            found.lists[identity], found.families[identity] = families[family_id], f"{family_id}/{identity}" if restarts else family_id
    for style in styles.iterfind(f"{W}style") if styles is not None else ():
        numbered = style.find(f"{W}pPr/{W}numPr")
        if numbered is not None:
            found.styles[style.get(f"{W}styleId", "")] = (_value(numbered, f"{W}numId", ""), _whole(_value(numbered, f"{W}ilvl", "0")))
    return found
