"""Regions of China, from data/vocabulary/regions.csv: what a place name means, and which place names a text holds.

Levels are seen from China as a whole: a district of a municipality under the nation and a county-level city are "county".
A name that means two places is no place until something says which: `resolve` then gives None rather than a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from handling.model import Span
from handling.vocabulary.classes import rows

LEVELS = ("national", "provincial", "prefectural", "county", "township")
_SUFFIX = re.compile(r"(?:特别行政区|地区|林区|新区|省|市|县|区|旗|州|盟)$")
_LABEL = re.compile(r"^(.+?)[（(](.+)[）)]$")
_END = re.compile(r"自治[州县旗区]|地区|[省市县区州旗盟]")
# Words that end in a region's letter and are no region, and words that stand before a name and are no part of it.
_COMMON = re.compile(
    r"^(?:[^\u4e00-\u9fff]|.)?$|^自治.$|(?:城|园|景|社|小|片|辖|灾|库|校|厂|街|城关|开发|示范|功能|保税|高新|经开|试验|保护|实验|集聚|聚集|产业|工业"
    r"|生活|商业|住宅|风景|旅游|度假|核心|自贸|综保|安置|办公|责任|服务|主城|市辖|行政|自治|少数民族|新|老|军|特|地|郊|山|牧|矿|林)区$"
    r"|(?:城|都|超|股|门|夜|菜|楼|集|县|地|省|外|邻|兄弟|直辖|级|上|进|开|农贸)市$|[联同民加结]盟$|[红国锦军升党队]旗$|[强名大]区$|[节反外邻]省$|[邻外强级大小]县$|[九神]州$"
)
_NO_NAME = re.compile(
    r"(?:其中|关于|以及|同时|政府|系统|办理|承办|会议|人大|委员|代表|提案|建议|议案|群众|部门|单位|工作|工业|农业|经济|文化|生态|平安|智慧|幸福|成立|建立|拥有|联系|做好|加大|实现|申报|争取"
    r"|参加|参与|完成|开展|进行|接受|收到|答复|提请|呈报|上报|抄送|配合|牵头|带动|带领|负责|涉及|覆盖|属于|当选|担任|作为|成为|获得|荣获|重点|持续|通报|召开|督办|督查|督导|检查|视察|评议|考评|综合|今日|本报|记者|共青团|促成|争当|涌现|按照|围绕|下达|公布|发布|公开|举行|部署|安排|审议|推行|实施|启动|办好|抓好|进一步|主办|协办|会办|强化|加强|提高|建有|设立"
    r"|支持|帮助|组织|会同|联合|邀请|调研|考察|学习|借鉴|走访|召开|促进|推动|推进|建设|打造|助力|提升|服务|通过|围绕|结合|针对|位于|来自|听取|研究"
    r"|印发|召集|落实|纳入|督促|协调|报送|报告|提交|转交|交由|中共|政协|[一二三四五六七八九十]届|现任|时任|记者|根据|按照|按|由|在|为|是|与|及|和|对|把|被|让|将|从|据|于|到|赴"
    r"|其|全|各|该|本|我|每|某|两|等|了|着|过|个|件|位|次|年|月|日|已|均|并|也|就|又|或|经|给|受|请|派|的|向|距|离|至|达|使|但|而|因|如|若|即|还|仍|再|这|那|此|去|来|往|省|市|县|区|州|旗|盟)"
)
# Names of the table that alone mean no place in running text.
_BARE_ZONES = frozenset(
    "城区 郊区 矿区 开发区 高新区 经开区 示范区 管理区 新区 东区 西区 南区 北区 经济开发区 经济技术开发区 高新技术产业开发区 城乡一体化示范区".split()
)
_STEM_OFFICE = re.compile(r"([\u4e00-\u9fff]{2,3}?)(?=人民政府|政协|人大)")
_GOES_ON = re.compile(r"(?<=市)[场民]|[域级长划]")
_LETTERS = frozenset("省市县区州旗盟")
# Names that are verbs or nouns in running text far more often (会同县商务局, 互助县): believed only as the name of an office.
_VERBAL = re.compile(r"(?:会同|通道|互助|共和|联合|安定|开发|和平|平安|建设)[县区]$")
_OWN_OFFICE = re.compile(r"人民政府|政协|人大|委|人民代表大会|20\d\d年")
_TOWNSHIP = re.compile(r"^[^市县区旗州盟]{1,12}(?:街道办事处|街道|镇|乡|苏木|办事处)(?:人民政府|政府)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """One region. `id` is the GB/T 2260 code, or the name where it has none; `sort_key` gives the official order.

    `name` is the everyday one (恩施州), `label` the same made unique (市中区（济南市）), `full_name` the official one with all above it.
    `prefecture_id` and `province_id` include the region itself where it is one, and are "" where there is none.
    `aliases` are the other names, former ones too; `initials` the pinyin initials of the everyday name.
    """

    id: str
    name: str
    label: str
    full_name: str
    level: str
    prefecture_id: str
    province_id: str
    sort_key: str
    initials: str
    aliases: tuple[str, ...]


class _Gazetteer:
    """The table with its index of every name; read once, regions made when asked for."""

    def __init__(self) -> None:
        self.rows = {row["id"]: row for row in rows("regions.csv")}
        self.index: dict[str, list[str]] = {}
        self.shown: dict[str, int] = {}
        self.longest = 0
        for key, row in self.rows.items():
            for name in self._names(row):
                known = self.index.setdefault(name, [])
                if key not in known:
                    known.append(key)
            everyday = everyday_name(row)
            self.shown[everyday] = self.shown.get(everyday, 0) + 1
        self.longest = max(len(name) for name in self.index)

    @staticmethod
    def _names(row: dict[str, str]) -> list[str]:
        names = [row["id"], row["name"]]
        if row["short"]:
            names.append(row["short"])
        stem = _SUFFIX.sub("", row["short"] or row["name"])
        if len(stem) >= 2:
            names.append(stem)
        return names + row["aliases"].split()

    def parents(self, key: str) -> list[str]:
        """The region itself, then what it lies in, upwards."""
        chain = []
        while key:
            chain.append(key)
            key = self.rows[key]["parent"]
        return chain

    def inside(self, key: str, heads: list[str]) -> bool:
        return any(parent in heads for parent in self.parents(key))

    def candidates(self, name: str) -> list[str]:
        """Every region that the name may mean, written alone or after the regions it lies in."""
        found = self.index.get(name)
        if found:
            return found
        for cut in range(min(len(name) - 2, self.longest), 1, -1):
            heads = self.index.get(name[:cut])
            if not heads:
                continue
            rest = name[cut:]
            found = [key for key in self.candidates(rest) if key not in heads and self.inside(key, heads)]
            if found:
                return found
            if _TOWNSHIP.match(rest):
                return heads
        return []


def everyday_name(row: dict[str, str]) -> str:
    """恩施州 for 恩施土家族苗族自治州; a province keeps its full name."""
    return row["short"] if row["short"] and row["level"] != "provincial" else row["name"]


@lru_cache(maxsize=1)
def _gazetteer() -> _Gazetteer:
    return _Gazetteer()


@lru_cache(maxsize=4096)
def region(region_id: str) -> Region:
    """The region with this id. Raises KeyError where there is none."""
    places = _gazetteer()
    row = places.rows[region_id]
    chain = places.parents(region_id)
    by_level = {places.rows[key]["level"]: key for key in reversed(chain)}
    everyday = everyday_name(row)
    label = everyday
    if places.shown[everyday] > 1 and len(chain) > 1:
        label = f"{everyday}（{everyday_name(places.rows[chain[1]])}）"
    province = by_level.get("provincial", "")
    return Region(
        id=region_id,
        name=everyday,
        label=label,
        full_name="".join(places.rows[key]["name"] for key in reversed(chain)),
        level=row["level"],
        prefecture_id=by_level.get("prefectural", ""),
        province_id=province,
        sort_key=_sort_key(region_id, chain),
        initials=row["initials"],
        aliases=tuple(name for name in [row["name"], row["short"], *row["aliases"].split()] if name and name != everyday),
    )


def _sort_key(region_id: str, chain: list[str]) -> str:
    """The code; where there is none, behind everything else of what it lies in."""
    if region_id.isdigit():
        return region_id
    above = next((key for key in chain if key.isdigit()), "")
    if not above:
        return "000000"
    return above.rstrip("0").ljust(2, "0") + "~" + region_id


@lru_cache(maxsize=16384)
def resolve(name: str, within: str = "") -> Region | None:
    """The region that a name means: official, everyday, short or former name, chain (济南市章丘区), label or code.

    `within` is the name of a region above it. Where several fit, the one of the highest level counts if it is alone there, else None.
    """
    name = re.sub(r"\s+", "", name)
    labelled = _LABEL.match(name)
    if labelled:
        name, within = labelled.group(1), within or labelled.group(2)
    name = name.removeprefix("中华人民共和国")
    places = _gazetteer()
    found = places.candidates(name) if name else []
    if within:
        heads = places.candidates(re.sub(r"\s+", "", within))
        found = [key for key in found if places.inside(key, heads)]
    for level in LEVELS:
        there = [key for key in found if places.rows[key]["level"] == level]
        if there:
            return region(there[0]) if len(there) == 1 else None
    return None


def meanings(name: str, within: str = "") -> list[Region]:
    """Every region that a name may mean (inside `within`), of any level."""
    places = _gazetteer()
    found = places.candidates(name) if name else []
    heads = places.candidates(within) if within else []
    return [region(key) for key in found if not within or places.inside(key, heads)]


def ends_as_region(words: str) -> bool:
    """Whether words end as names of regions do: 章丘区, 内蒙古自治区, 大兴安岭地区."""
    return bool(_SUFFIX.search(words))


def stem_of(one: Region) -> str:
    """全椒 for 全椒县; the name itself where nothing can be left out."""
    stem = _SUFFIX.sub("", one.name)
    return stem if len(stem) >= 2 else one.name


def provinces_in(text: str) -> list[str]:
    """Provinces that simplified text names, with or without 省 (安徽, 内蒙古), in order."""
    return [match.group() for match in _province_stems().finditer(text)]


def bare_names_in(text: str) -> list[str]:
    """Provinces and prefectures that simplified text names without their letter (福州提高…, 内蒙古政协), by their full names, in order."""
    names = [region(key).name for key, row in _gazetteer().rows.items() if row["level"] == "prefectural"]
    stems = {stem_of(one): one.name for one in map(resolve, names) if one is not None}
    found = [(text.find(stem), name) for stem, name in stems.items() if stem in text]
    found += [(text.find(stem), one.name) for stem in provinces_in(text) if (one := resolve(stem)) is not None]
    return [name for _, name in sorted(found)]


@lru_cache(maxsize=1)
def _province_stems() -> re.Pattern[str]:
    places = _gazetteer()
    names = {stem_of(region(key)) for key, row in places.rows.items() if row["level"] == "provincial"}
    names |= {row["short"] for row in places.rows.values() if row["level"] == "provincial" and row["short"]}
    return re.compile("|".join(sorted(names, key=len, reverse=True)))


@lru_cache(maxsize=16)
def _stems(letter: str) -> dict[str, str]:
    """Stem → id of the regions whose everyday name ends in `letter`, where the stem means one of them only."""
    found: dict[str, list[str]] = {}
    for key, row in _gazetteer().rows.items():
        name = everyday_name(row)
        if name.endswith(letter) and len(name) > 2 and row["level"] != "national":
            found.setdefault(_SUFFIX.sub("", name), []).append(key)
    return {stem: keys[0] for stem, keys in found.items() if len(keys) == 1 and len(stem) >= 2}


def stems_in(text: str, letter: str) -> list[tuple[str, Region]]:
    """Regions named in simplified text without their last character (全椒 for 全椒县), where that character is `letter`."""
    stems = _stems(letter)
    longest = max(map(len, stems), default=0)
    found = []
    for start in range(len(text) - 1):
        for length in range(min(longest, len(text) - start), 1, -1):
            stem = text[start : start + length]
            if stem in stems:
                found.append((stem, region(stems[stem])))
                break
    return found


def region_rows() -> list[Region]:
    """Every region of the table, in official order."""
    return sorted((region(key) for key in _gazetteer().rows), key=lambda one: one.sort_key)


@lru_cache(maxsize=1)
def _full_names() -> frozenset[str]:
    """Every known name that ends in a region's letter."""
    places = _gazetteer()
    ending = {name for name in places.index if _SUFFIX.search(name) and (len(name) > 2 or name[-1] == "县")}
    return frozenset(ending - _BARE_ZONES)


def name_ending(text: str, end: int, floor: int = 0) -> str:
    """The place name that ends at `end` of simplified text and begins at `floor` or later; "" where none does.

    A name that the table knows is recognised anywhere; any other needs a boundary before it and the form of a name (青禾县, 乌兰敖包旗).
    """
    known = _full_names()
    if text[end - 1 : end] not in _LETTERS and not text.endswith("地区", 0, end):
        return ""
    if _VERBAL.search(text[max(floor, end - 3) : end]) and not (_begins_word(text, end - 3) and _OWN_OFFICE.match(text, end)):
        return ""
    for length in range(min(14, end - floor), 1, -1):
        name = text[end - length : end]
        if name in known and (length > 2 or _begins_word(text, end - length)):
            return name
    bare = _bare_city(text, end, floor)
    if bare:
        return bare
    first = end - 1
    while first > max(floor, end - 8) and "\u4e00" <= text[first - 1] <= "\u9fff":
        first -= 1
    cut = max((match.end() for match in _NO_NAME.finditer(text, first, end - 1)), default=0)
    if not cut and first == end - 8 and first > floor:
        return ""
    if _GOES_ON.match(text, end):
        return ""
    name = text[max(first, cut) : end]
    stem = name[:-1]
    return name if 2 <= len(stem) <= 6 and not _COMMON.search(name) else ""


def _bare_city(text: str, end: int, floor: int) -> str:
    """A city whose name ends in a region's letter, named without 市 (杭州, 张家界 has none)."""
    for length in (3, 2):
        name = text[end - length : end] if end - length >= floor else ""
        if name and text[end : end + 1] != "市" and any(one.name == name + "市" for one in meanings(name)):
            return name
    return ""


def _begins_word(text: str, start: int) -> bool:
    return start == 0 or not "\u4e00" <= text[start - 1] <= "\u9fff" or bool(_NO_NAME.search(text, max(0, start - 2), start))


def regions_in(text: str) -> list[tuple[Span, Region | None, str]]:
    """Place names in simplified running text, in order: where, which region (None for an unknown name of the right form), the words.

    Names written one after the other (济南市章丘区) are one. Bare 全县, 我市 and common words (城区, 园区) are none.
    """
    found: list[tuple[Span, Region | None, str]] = []
    floor = 0
    for match in _END.finditer(text):
        name = name_ending(text, match.end(), floor)
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
