"""Place names in running text: those that data/vocabulary/regions.csv knows, and unknown ones of the right form (青禾县, 岭北州).

Everything about a single name (`resolve`, `Region` …) is in gazetteer.py and can be had from here as well.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache

from handling.model import Span
from handling.vocabulary.classes import VOCABULARY
from handling.vocabulary.gazetteer import (
    LEVELS,
    SUFFIX,
    Region,
    ends_as_region,
    everyday_name,
    gazetteer,
    is_name,
    meanings,
    region,
    region_rows,
    resolve,
    stem_of,
)
from handling.vocabulary.patterns import trie

__all__ = [
    "LEVELS",
    "Region",
    "bare_names_in",
    "ends_as_region",
    "is_name",
    "meanings",
    "name_ending",
    "provinces_in",
    "region",
    "region_rows",
    "regions_in",
    "resolve",
    "stem_of",
    "stems_in",
]

_LONGEST_KNOWN, _LONGEST_UNKNOWN, _LONGEST_AUTONOMOUS = 14, 6, 14
_AUTONOMOUS = ("自治州", "自治县", "自治旗")
_LETTERS = frozenset("省市县区州旗盟")
_ALONE = re.compile(r"[\u4e00-\u9fff]{2,10}(?:[局厅]|联合会)(?:关于|20\d\d年|$)")  # 会同县妇女联合会关于…, but 会同县商务局、应急局
_MARKS = frozenset(",。;:、()“”\n ")
_END = re.compile(r"自治[州县旗区]|地区|省|市|县|区|州|旗|盟")
_NO_PART = re.compile("办公[室厅]|委|年度")  # 中共溪口县委办公室溪口县人民政府…, 二〇一一年度县政协: never part of a name that nobody knows
_STEM_OFFICE = re.compile(r"([\u4e00-\u9fff]{2,3}?)(?=人民政府|政协|人大)")
_GOES_ON = re.compile(r"(?<=市)(?:场|民(?!政))|[域级长划]")
_STARTING = re.compile(r"人民政府|政府|政协|人大|行署|行政公署|20\d\d年|关于|[\u4e00-\u9fff]{2,14}(?:局|厅|委员会|办公室|中心)")
_GOVERNED = re.compile(
    r"人民政府|政府|政协|人大常委会|人民代表大会|行署|行政公署|第?[一二三四五六七八九十]+届|(?:中级)?人民法院|[\u4e00-\u9fff]{2,5}(?:镇|乡|街道)"
    r"|[\u4e00-\u9fff]{2,10}(?:[局厅]|联合会|[大支]队|医院|中学|公司)"
)
_OWN_OFFICE = re.compile(r"人民政府|政协|人大|委|人民代表大会|20\d\d年")


class _NotPlaces:
    """The lists of data/vocabulary/not_places.toml, compiled."""

    def __init__(self) -> None:
        lists = tomllib.loads((VOCABULARY / "not_places.toml").read_text(encoding="utf-8"))
        words = {name: value.split() for name, value in lists.items()}
        self.before = re.compile(trie(words["before"]))
        self.either = frozenset(words["either"])
        self.common = re.compile("(?:" + "|".join(words["common"]) + ")$|^自治.$")
        self.bare = frozenset(words["bare"])
        self.verbal = frozenset(words["verbal"])


@lru_cache(maxsize=1)
def _not_places() -> _NotPlaces:
    return _NotPlaces()


def provinces_in(text: str) -> list[str]:
    """Provinces that simplified text names, with or without 省 (安徽, 内蒙古), in order."""
    return [match.group() for match in _province_stems().finditer(text)]


def bare_names_in(text: str) -> list[str]:
    """Provinces and prefectures that simplified text names without their letter (福州提高…, 内蒙古政协), by their full names, in order."""
    found = [(text.find(stem), name) for stem, name in _upper_stems().items() if stem in text]
    return [name for _, name in sorted(found)]


@lru_cache(maxsize=1)
def _upper_stems() -> dict[str, str]:
    """Stem → name of every province and prefecture whose name means nothing else at its level or above."""
    found = {}
    for key, row in gazetteer().rows.items():
        if row["level"] in ("provincial", "prefectural"):
            one = region(key)
            stem = row["short"] if row["level"] == "provincial" and row["short"] else stem_of(one)
            if resolve(stem) == one:
                found[stem] = one.name
    return found


@lru_cache(maxsize=1)
def _province_stems() -> re.Pattern[str]:
    places = gazetteer()
    names = {stem_of(region(key)) for key, row in places.rows.items() if row["level"] == "provincial"}
    names |= {row["short"] for row in places.rows.values() if row["level"] == "provincial" and row["short"]}
    return re.compile("|".join(sorted(names, key=len, reverse=True)))


@lru_cache(maxsize=16)
def _stems(letter: str) -> tuple[dict[str, str], frozenset[str], list[int]]:
    """Stem → id of the regions whose everyday name ends in `letter`, where the stem means one of them only; how stems begin; their lengths."""
    found: dict[str, list[str]] = {}
    for key, row in gazetteer().rows.items():
        name = everyday_name(row)
        if name.endswith(letter) and len(name) > 2 and row["level"] != "national":
            found.setdefault(SUFFIX.sub("", name), []).append(key)
    stems = {stem: keys[0] for stem, keys in found.items() if len(keys) == 1 and len(stem) >= 2}
    return stems, frozenset(stem[:2] for stem in stems), sorted({len(stem) for stem in stems}, reverse=True)


def stems_in(text: str, letter: str) -> list[tuple[str, Region]]:
    """Regions named in simplified text without their last character (全椒 for 全椒县), where that character is `letter`."""
    stems, begins, lengths = _stems(letter)
    starts = [start for start in range(len(text)) if text[start : start + 2] in begins]
    longest = (next((stem for length in lengths if (stem := text[start : start + length]) in stems), "") for start in starts)
    return [(stem, region(stems[stem])) for stem in longest if stem]


@lru_cache(maxsize=1)
def _full_names() -> dict[str, list[str]]:
    """Every known name that ends in a region's letter, longest first, by its last two characters."""
    found: dict[str, list[str]] = {}
    for name in sorted(gazetteer().index.keys() - _not_places().bare, key=len, reverse=True):
        if SUFFIX.search(name) and len(name) <= _LONGEST_KNOWN and (len(name) > 2 or name[-1] == "县"):
            found.setdefault(name[-2:], []).append(name)
    return found


@lru_cache(maxsize=1)
def _bare_cities() -> frozenset[str]:
    """Names of two or three characters that a city has without its 市."""
    return frozenset(name for name, keys in gazetteer().index.items() if 2 <= len(name) <= 3 and any(region(key).name == name + "市" for key in keys))


def is_said_of(words: str) -> bool:
    """Whether words of the form of a name are a common word and a region's letter: 五年来市 (政协), 办好市 (人大代表建议)."""
    return any(match.end() == len(words) - 1 and match.end() - match.start() > 1 for match in _not_places().before.finditer(words))


def name_ending(text: str, end: int, floor: int = 0) -> str:
    """The place name that ends at `end` of simplified text and begins at `floor` or later; "" where none does.

    A name that the table knows is recognised anywhere; any other needs a boundary before it and the form of a name (青禾县, 乌兰敖包旗).
    """
    if text[end - 1 : end] not in _LETTERS and not text.endswith("地区", 0, end):
        return ""
    if text[max(floor, end - 3) : end] in _not_places().verbal and not (
        _begins_word(text, end - 3) and (_OWN_OFFICE.match(text, end) or (end == 3 and _ALONE.match(text, end)))
    ):
        return ""
    for name in _full_names().get(text[end - 2 : end], ()):
        if text.endswith(name, floor, end) and (len(name) > 2 or _begins_word(text, end - len(name))):
            return _longer_at_start(text, end, name, floor) or name
    city = _bare_city(text, end, floor)
    return (city and _longer_at_start(text, end, city, floor)) or city or _unknown(text, end, floor)


def _longer_at_start(text: str, end: int, name: str, floor: int) -> str:
    """Behind a mark or at the head of a line an unknown name may hold a known one: 明月湖区人民政府 is not of 月湖区."""
    first = end - len(name)
    while first > floor and "\u4e00" <= text[first - 1] <= "\u9fff" and end - len(name) - first < 3:
        first -= 1
    before = text[first : end - len(name)]
    before = before[max((match.end() for match in _not_places().before.finditer(before)), default=0) :]
    chamber = text.startswith("委员会", end) and text.endswith("政协", 0, end - len(name) - len(before))  # 政协云台州委员会
    governed = chamber or _GOVERNED.match(text, end)
    if not 1 <= len(before) <= 2 or not governed or meanings(before):
        return ""
    return before + name


def _unknown(text: str, end: int, floor: int) -> str:
    """A name that nobody knows: two to six characters behind a boundary, no common word, not followed by what makes it one (市场)."""
    longest = _LONGEST_AUTONOMOUS if text.endswith(_AUTONOMOUS, 0, end) else _LONGEST_UNKNOWN
    farthest = end - longest - 2
    first = end - 1
    while first > max(floor, farthest) and "\u4e00" <= text[first - 1] <= "\u9fff":
        first -= 1
    if end - first < 3:
        return ""
    cuts = [match.end() for match in _not_places().before.finditer(text, first, end - 1)]
    cuts = sorted([*cuts, *(match.end() for match in _NO_PART.finditer(text, first, end - 1))])
    if cuts and cuts[-1] == end - 1 and text[end - 2] == "州":
        cuts.pop()  # 澄州市: the letter is the name's own
    start = cuts[-1] if cuts else first
    if start == first + 1 and end - start == 2 and text[first] in _LETTERS and (first == 0 or text[first - 1] in _MARKS):
        own = _GOVERNED.match(text, end) and not _not_places().common.fullmatch(text, start, end)
        start = first if own else start  # 市桥区人大常委会: a letter that its own name begins with
    if end - start < 3 or (not cuts and first == farthest and first > floor) or _GOES_ON.match(text, end):
        return ""
    at_start = start == 0 and _STARTING.match(text, end) is not None
    name = text[start:end] if at_start else _without_either(text[start:end], bool(_GOVERNED.match(text, end)))
    if not 2 <= len(name) - 1 <= longest:
        return ""
    common = _not_places().common.search(name)
    return "" if common and not (common.start() > 0 and _GOVERNED.match(text, end)) else name


def _without_either(name: str, governed: bool) -> str:
    """The name behind the last character that may stand before it or inside it; where an office follows, only leading ones go."""
    either = _not_places().either
    places = [place for place, character in enumerate(name) if character in either]
    if governed:
        places = [place for number, place in enumerate(places) if place == number]
    return name[places[-1] + 1 :] if places else name


def _bare_city(text: str, end: int, floor: int) -> str:
    """A city whose name ends in a region's letter, named without 市 (杭州, 张家界 has none)."""
    for length in (3, 2):
        name = text[end - length : end] if end - length >= floor else ""
        if name in _bare_cities() and text[end : end + 1] != "市":
            return name
    return ""


def _begins_word(text: str, start: int) -> bool:
    """Whether a name can begin here: behind a mark, a digit, or a word that stands before names."""
    if start == 0 or not "\u4e00" <= text[start - 1] <= "\u9fff":
        return True
    if text[start] == "和":
        return text[start - 1] in "省市" and text[start - 2 : start - 1] not in ("全", "我", "")  # 安徽省和县, but 建议和县政协提案
    return any(_not_places().before.fullmatch(text, first, start) for first in range(max(0, start - 4), start))


def regions_in(text: str) -> list[tuple[Span, Region | None, str]]:
    """Place names in simplified running text, in order: where, which region (None for an unknown name of the right form), the words.

    Names written one after the other (济南市章丘区) are one. Bare 全县, 我市 and common words (城区, 园区) are none.
    """
    found: list[tuple[Span, Region | None, str]] = []
    floor = 0
    for match in _END.finditer(text):
        name = name_ending(text, match.end(), floor)
        last_two = text[match.end() - 2 : match.end()]
        after_name = bool(found) and found[-1][0].end == match.end() - 2
        if not name and after_name and last_two in _not_places().bare and resolve(last_two, found[-1][2]):
            name = last_two  # 晋城市城区: a common word alone
        if not name:
            continue
        start, end = match.end() - len(name), match.end()
        below = _stem_below(text, end, name)
        if below:
            name, end = name + below, end + len(below)
        if found and found[-1][0].end == start:
            chain = found[-1][2] + name
            start = found.pop()[0].start
            found.append((Span(start=start, end=end), resolve(chain), chain))
        else:
            found.append((Span(start=start, end=end), resolve(name), name))
        floor = end
    return found


def _stem_below(text: str, end: int, name: str) -> str:
    """A region inside `name` that follows it without its letter, before an office (威海市文登人民政府)."""
    match = _STEM_OFFICE.match(text, end)
    return match[1] if match and meanings(match[1], name) and not ends_as_region(match[1]) else ""
