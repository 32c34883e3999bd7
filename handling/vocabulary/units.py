"""Handling units: what kind of body a name means, its full and its short form. All functions take simplified characters.

The words themselves, `find_units` and `split_region` are in stems.py and can be had from here as well.
"""

from __future__ import annotations

import re
from functools import lru_cache

from handling.vocabulary import places
from handling.vocabulary.stems import SUFFIX, TOWN, find_units, split_region, stems

__all__ = [
    "bureau_kind",
    "canonical_unit",
    "chart_unit",
    "find_units",
    "initials",
    "short_unit",
    "split_region",
    "unit_kind",
    "written_unit",
]

_BODIES = (
    ("court", re.compile(r"法院|中院$|高院$")),
    ("procuratorate", re.compile(r"检察院")),
    ("hotline", re.compile(r"(?:热线|12345)[\u4e00-\u9fff]{0,8}(?:中心|办公室|办|平台)$")),
    ("cppcc", re.compile(r"政协|政治协商会议")),
    ("congress", re.compile(r"人民代表大会|人大")),
    (
        "party",
        re.compile(
            r"^中共|^共青团|党群|党委|党工委|群团|团[省市县区州旗]委|[省市县区州旗盟]委(?!员会)|^(?:纪|政法|党)委"
            r"|(?:工会|联合会|妇联|残联|文联|侨联)$|科协|工商联"
        ),
    ),
    ("government", re.compile(r"(?:人民政府|(?<!人民)政府|政府系统|政府部门|国务院|管委会|管理委员会|行政公署|行署)(?:及[\u4e00-\u9fff]{0,6})?$")),
)  # fmt: skip
_PARTY_KINDS = frozenset(
    ("women", "youth", "trade_union", "commerce_federation", "organisation", "publicity", "united_front", "political_legal", "discipline")
)
_GOVERNMENT = re.compile(r"^(?:人民政府|政府)(?:办公[厅室]|办|督查室|督查办|系统|部门)?$|^府办?$")
_LEAGUE = re.compile(r"团([省市县区州旗])委$|团委$")
_NATIONAL = re.compile(
    r"^(?:国务院|全国|国家|中国(?!共产党)|最高人民|中央|[^省市县区州旗委乡镇]{2,10}(?<!组织)(?<!宣传)(?<!统战)(?<!武装)部$|审计署$|海关总署$)"
)
_PARTY_OFFICE = re.compile(r"委(?:组织部|宣传部|统战部|政法委|社会工作部|编办|办公室|办$)")
_CONGRESS = re.compile(r"^人大|^人民代表大会")
_INITIAL_STARTS = (
    (45217, "a"), (45253, "b"), (45761, "c"), (46318, "d"), (46826, "e"), (47010, "f"), (47297, "g"), (47614, "h"), (48119, "j"),
    (49062, "k"), (49324, "l"), (49896, "m"), (50371, "n"), (50614, "o"), (50622, "p"), (50906, "q"), (51387, "r"), (51446, "s"),
    (52218, "t"), (52698, "w"), (52980, "x"), (53689, "y"), (54481, "z"), (55290, ""),
)  # fmt: skip


@lru_cache(maxsize=16384)
def unit_kind(name: str) -> str:
    """government bureau town cppcc congress party court procuratorate hotline other; "" for an empty name."""
    if not name:
        return ""
    _, body = split_region(name)
    *others, (government, governing) = _BODIES
    for kind, pattern in others:
        if pattern.search(name):
            return kind
    if re.fullmatch(rf"[\u4e00-\u9fff]{{1,10}}{TOWN}", body):
        return "town"
    kind = bureau_kind(name)
    committee = re.search(r"(?:管委会|管理委员会)$", name) and kind not in ("", "development_zone")
    if governing.search(name) and not committee:  # 城市管理委员会 is a bureau, 高新区管理委员会 governs its zone
        return government
    if kind in _PARTY_KINDS:
        return "party"
    if kind == "utilities" or re.search(r"(?:公司|集团|有关机关和组织|其他单位)$", body):
        return "other"
    return "bureau" if kind or re.search(rf"{SUFFIX}$", body) else "other"


@lru_cache(maxsize=16384)
def bureau_kind(name: str) -> str:
    """The id of the bureau's kind in data/vocabulary/bureaus.csv, "" where the name is no bureau of a known kind."""
    if name.startswith("共青团"):
        return "youth"
    region, body = split_region(name)
    if re.match(r"人民政府$|政府$|人大|人民代表大会|政协|人民法院|人民检察院|国务院", body) or re.match(r"政协|中共", region + body):
        return ""
    if re.search(rf"{TOWN}$", body) and not re.search(r"局$|厅$|部$", body):
        return ""
    kinds = stems().kind
    found = stems().pattern.search(body)
    return kinds[found.group()] if found else ""


def body_name(body: str, region_name: str = "") -> str:
    """A body's words without region, written out: 发改局 → 发展和改革局, 卫健委 → 卫生健康委员会, 法院 → 人民法院 (中级 over counties)."""
    if _GOVERNMENT.match(body):
        return "人民政府"
    if _CONGRESS.match(body):
        return "人民代表大会常务委员会"
    if re.fullmatch(r"(?:人民)?(法院|检察院)|中院|高院", body):
        return _judicial(body, region_name)
    if re.fullmatch(rf"[\u4e00-\u9fff]{{1,8}}{TOWN}", body):
        return re.sub(r"街道办?$", "街道办事处", re.sub(r"(镇|乡|苏木)(?:政府)?$", r"\1人民政府", body))
    found = stems().pattern.match(body)
    if not found:
        return body
    stem, rest = found.group(), body[found.end() :]
    if rest == "委":
        rest = "委员会"
        stem = {"发展改革": "发展和改革", "文旅": "文化和旅游发展", "文化旅游": "文化和旅游发展"}.get(stem, stem)
    if rest == "办":
        rest = "办公室"
    full = stems().full.get(stem, stem)
    return full + ("" if full.endswith(("联合会", "联合社", "协会")) else rest)


def _judicial(body: str, region_name: str) -> str:
    region = places.resolve(region_name) if region_name else None
    house = "检察院" if "检" in body else "法院"
    grade = {"中院": "中级", "高院": "高级"}.get(body, "")
    if not grade and house == "法院" and region:
        grade = {"prefectural": "中级", "provincial": "高级"}.get(region.level, "")
    return f"{grade}人民{house}"


@lru_cache(maxsize=16384)
def canonical_unit(words: str, region_name: str) -> str:
    """The unit's full name with its region: (县发改局, 楚雄市) → 楚雄市发展和改革局, (市政协, 青禾市) → 政协青禾市委员会.

    A region that the words name themselves is kept (鹿鸣涧区人民政府 inside 清源港市); a bare 县, 区, 市 means `region_name`.
    """
    words = re.sub(r"[\s“”\"]", "", words)
    if _NATIONAL.search(words) or words == "政协全国委员会":
        return words
    if re.match(r"共青团.+委员会$|国家税务总局.+税务局$|中共.+", words):
        return words
    if _LEAGUE.search(words):
        return f"共青团{region_name}委员会"
    region, body = split_region(words)
    region = region if (len(region) > 2 and not region.startswith("自治")) or places.resolve(region) else region_name
    if re.match(r"政协|政治协商", body) or re.match(r"政协", words):
        inner = re.match(r"政协(?:第?[一二三四五六七八九十]+届)?(.{1,14}[省市县区州旗盟])", words)
        return f"政协{inner[1] if inner else region}委员会"
    return ("中共" if _PARTY_OFFICE.match(body) or body == "委有关部门" else "") + region + body_name(body, region)


@lru_cache(maxsize=16384)
def written_unit(words: str, region_name: str) -> str:
    """The unit as a table or list writes it, with its region in front: (区住建局, 章丘区) → 章丘区住建局; government, CPPCC and congress in full."""
    words = re.sub(r"[\s“”\"]", "", words)
    region, body = split_region(words)
    named = (len(region) > 2 and not region.startswith("自治")) or bool(places.resolve(region))
    if _NATIONAL.search(words):
        return words
    if unit_kind(words) in ("government", "cppcc", "congress", "court", "procuratorate", "town"):
        return canonical_unit(words, region_name)
    return ("中共" if _PARTY_OFFICE.match(body) or body == "委有关部门" else "") + (region if named else region_name) + body


def chart_unit(name: str) -> str:
    """For charts and sentences: the bodies that every region has in their usual short form (章丘区人民政府 → 章丘区政府, 政协青禾县委员会 → 青禾县政协);
    a bureau keeps its name, as it stands in tables and lists."""
    cppcc = re.fullmatch(r"(?:中国人民政治协商会议|政协)(.+?)委员会", name)
    if cppcc:
        return f"{cppcc[1]}政协"
    name = name.replace("人民代表大会常务委员会", "人大常委会").replace("街道办事处", "街道")
    name = name.replace("中级人民法院", "中院").replace("高级人民法院", "高院")
    return re.sub(r"人民(法院|检察院|政府)$", r"\1", name)


def short_unit(name: str) -> str:
    """As people call it, for finding it: 楚雄市发展和改革局 → 楚雄市发改局, 固镇县人力资源和社会保障局 → 固镇县人社局."""
    name = chart_unit(name)
    region, body = split_region(name)
    found = stems().pattern.match(body)
    if not found:
        return name
    full = found.group()
    short = stems().short.get(full, full)
    rest = re.sub(r"^(?:委员会)$", "委", body[found.end() :])
    return region + short + ("" if full.endswith(("联合会", "联合社", "协会")) else rest)


def initials(name: str) -> str:
    """Pinyin initials of a unit's name, lower case, the region's as the table has them; characters outside GB 2312's first level are left out."""
    region, body = split_region(name)
    known = places.resolve(region) if region else None
    return (known.initials if known and known.name == region else _initials(region)) + _initials(body)


def _initials(words: str) -> str:
    found = []
    for character in words:
        code = character.encode("gb2312", errors="ignore")
        number = int.from_bytes(code, "big") if len(code) == 2 else 0
        found.append(next((letter for first, letter in reversed(_INITIAL_STARTS) if first <= number), ""))
    return "".join(found)
