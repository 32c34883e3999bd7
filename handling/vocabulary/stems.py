"""The words that units are named with, and the units that running text names.

The stems of bureau names (发展和改革, 教体 …) are data/vocabulary/bureaus.csv; `短=全` there says how a short stem is written out.
"""

from __future__ import annotations

import re
from functools import lru_cache

from handling.model import Span
from handling.vocabulary import places
from handling.vocabulary.classes import rows
from handling.vocabulary.patterns import searching, trie

SUFFIX = (
    r"(?:委员会|监督管理局|管理局|服务局|事务局|总局|分局|(?<![布格结大开当])(?<!(?<!安)全)局(?![面势])|厅|部|委(?![员托派])|管理办公室|办公室|管理办|办(?![理公件事复好结])"
    r"|中心|总队|支队|大队|公司|集团|署|院|(?:管理处|处|会|社)(?=[,，、；;。）)\s]|$))"
)
TOWN = r"(?:街道(?:办事处|办)?|镇|乡|苏木)(?:人民政府|政府)?"
CORPS, _CORPS_IN_FULL = "兵团", "新疆生产建设兵团"
_PLACE_END = re.compile(r"自治[州县旗区]|地区|开发区|高新区|经开区|新区|建设兵团|[省市县区州旗盟]")
_TOWN_NAMED = re.compile(
    r"(?:(?<=[^\u4e00-\u9fff])|^|(?<=[在由和与、及]))"
    r"([\u4e00-\u9fff]{2,7}?(?:街道(?:办事处|办)?|镇人民政府|乡人民政府|苏木(?:人民政府)?))"
)
_FEDERATIONS = (
    r"国家税务总局[\u4e00-\u9fff]{2,14}?税务局|共青团[\u4e00-\u9fff]{2,12}?委员会|团[省市县区州旗]委|供销合作社联合社|供销合作总社|残疾人联合会|妇女联合会"
    r"|工商业联合会|文学艺术界联合会|归国华侨联合会|科学技术协会|残联|妇联|工商联|科协|文联|侨联|总工会|团委|供销社|红十字会"
)
_PARTY_OFFICES = r"组织部(?!分)|宣传部|统战部|政法委|武装部|纪委监委|社会工作部"
_BODIES = (
    r"政协(?:[\u4e00-\u9fff]{2,12}?[省市县区州旗盟])?(?:第?[一二三四五六七八九十]+届)?委员会(?!委员|常委|提案)|人民代表大会常务委员会|人大常委会"
    r"|(?:高级|中级)?人民(?:法院|检察院)|(?:中级|高级)?法院|检察院|人民政府(?!办(?![理结复])|督)"
    r"|(?<!人民)政府(?!办(?![理结复])|[督系部信工主副常网门采投购职服债公决令目性机予资补引])"
)


class Stems:
    """The stems of bureau names, longest first, each with its kind and, for short ones, the full form."""

    def __init__(self) -> None:
        self.kind: dict[str, str] = {}
        self.full: dict[str, str] = {}
        self.short: dict[str, str] = {}
        for row in rows("bureaus.csv"):
            for word in row["names"].split():
                stem, _, full = word.partition("=")
                self.kind.setdefault(stem, row["id"])
                if full:
                    self.full[stem] = full
                    self.short.setdefault(full, stem)
        ordered = "|".join(sorted(map(re.escape, self.kind), key=len, reverse=True))
        self.pattern = re.compile(ordered)
        self.start = re.compile(
            rf"(?:国家)?(?:{ordered})|人民政府|政府|府办|人大|人民代表大会|政协|人民法院|中级|高级|法院|检察院|人民检察院|[教建农科经]委|委|党委|纪委|中共"
        )
        stem, gap = trie(self.kind), r"(?:(?![省市县区州旗盟镇乡]|兵团)[\u4e00-\u9fff]){0,4}?"
        self.named = searching(rf"(?:{_FEDERATIONS}|(?!民政府|组织部分)(?:{stem}){gap}{SUFFIX}|{_PARTY_OFFICES}|{_BODIES})")


@lru_cache(maxsize=1)
def stems() -> Stems:
    """The table, read once."""
    return Stems()


@lru_cache(maxsize=16384)
def split_region(words: str) -> tuple[str, str]:
    """A unit's words cut into the region in front (楚雄市, 区, "") and the body (发展和改革局)."""
    start = stems().start
    ends = [match.end() for match in _PLACE_END.finditer(words[:24]) if words[: match.end()] != "城市"]  # 城市管理委员会
    known = [end for end in ends if places.resolve(words[:end]) is not None]
    if known and known[-1] < len(words):
        rest = words[known[-1] :]
        inner = [end for end in ends if end > known[-1] and start.match(words[end:])]
        if inner and not start.match(rest):
            return words[: inner[0]], words[inner[0] :]
        return words[: known[-1]], rest
    for end in ends:
        if start.match(words[end:]) or re.fullmatch(rf"[\u4e00-\u9fff]{{2,8}}{TOWN}", words[end:]):
            return words[:end], words[end:]
    for end in ends:
        if places.name_ending(words, end) == words[:end] and re.search(rf"(?:{SUFFIX}|[中小]学|幼儿园)$", words[end:]):
            return words[:end], words[end:]
    return "", words


def find_units(text: str) -> list[tuple[Span, str]]:
    """Units that simplified text names, in order, each with the region words before it (县住建局, 鹿鸣涧区人民政府, 杏坛街道办事处)."""
    found = []
    last = 0
    for match in stems().named.finditer(text):
        start = _region_before(text, match.start(), last)
        if start and text[start - 1] in "各县市" and match.start() - start < 2:
            continue
        found.append((Span(start=start, end=match.end()), text[start : match.end()]))
        last = match.end()
    for match in _TOWN_NAMED.finditer(text) if "街道" in text or "人民政府" in text or "苏木" in text else ():
        found = [(span, words) for span, words in found if span.end <= match.start(1) or span.start >= match.end(1)]
        found.append((Span(start=match.start(1), end=match.end(1)), match[1]))
    return sorted(found, key=lambda one: one[0].start)


def _region_before(text: str, end: int, floor: int) -> int:
    """Where the region in front of a body's words begins; `end` itself where there is none."""
    if text.endswith("委", floor, end) and text[end - 2 : end - 1] in "省市县区州旗盟":
        return _region_before(text, end - 1, floor)
    for nation in ("国家", "中国", "全国"):  # 国家林业和草原局
        if text.endswith(nation, floor, end):
            return end - len(nation)
    if text.endswith(CORPS, floor, end):
        return end - len(_CORPS_IN_FULL) if text.endswith(_CORPS_IN_FULL, floor, end) else end - len(CORPS)
    if end <= floor or text[end - 1] not in "省市县区州旗盟":
        return end
    name = places.name_ending(text, end, floor)
    return end - len(name) if name else end - 1
