"""Handling units: what kind of body a name means, its full and short form, and the units that a text names.

The stems of bureau names (发展和改革, 教体 …) are data/vocabulary/bureaus.csv; `短=全` there says how a short stem is written out.
All functions take simplified characters.
"""

from __future__ import annotations

import re
from functools import lru_cache

from handling.model import Span
from handling.vocabulary import places
from handling.vocabulary.classes import rows

_SUFFIX = (
    r"(?:委员会|监督管理局|管理局|服务局|事务局|总局|分局|局|厅|部|委(?![员托派])|管理办公室|办公室|管理办|办(?![理公件事复好结])"
    r"|中心|总队|支队|大队|公司|集团|署|院|(?:管理处|处|会|社)(?=[,，、；;。）)\s]|$))"
)
_PLACE_END = r"(?:自治[州县旗区]|地区|开发区|高新区|经开区|新区|[省市县区州旗盟])"
_TOWN = r"(?:街道(?:办事处|办)?|镇|乡|苏木)(?:人民政府|政府)?"
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
_TOWN_NAMED = re.compile(
    r"(?:(?<=[^\u4e00-\u9fff])|^|(?<=[在由和与、及]))"
    r"([\u4e00-\u9fff]{2,7}?(?:街道(?:办事处|办)?|镇人民政府|乡人民政府|苏木(?:人民政府)?))"
)
_LEAGUE = re.compile(r"团([省市县区州旗])委$|团委$")
_NATIONAL = re.compile(
    r"^(?:国务院|全国|国家|中国(?!共产党)|最高人民|中央|[^省市县区州旗委乡镇]{2,10}(?<!组织)(?<!宣传)(?<!统战)(?<!武装)部$|审计署$|海关总署$)"
)
_CONGRESS = re.compile(r"^人大|^人民代表大会")
_INITIAL_STARTS = (
    (45217, "a"), (45253, "b"), (45761, "c"), (46318, "d"), (46826, "e"), (47010, "f"), (47297, "g"), (47614, "h"), (48119, "j"),
    (49062, "k"), (49324, "l"), (49896, "m"), (50371, "n"), (50614, "o"), (50622, "p"), (50906, "q"), (51387, "r"), (51446, "s"),
    (52218, "t"), (52698, "w"), (52980, "x"), (53689, "y"), (54481, "z"), (55290, ""),
)  # fmt: skip


class _Stems:
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
            rf"(?:国家)?(?:{ordered})|人民政府|政府|府办|人大|人民代表大会|政协|人民法院|中级|高级|法院|检察院|人民检察院|委|党委|纪委|中共"
        )
        self.named = re.compile(
            rf"(?:{ordered})(?:(?![省市县区州旗盟镇乡])[\u4e00-\u9fff]){{0,4}}?{_SUFFIX}"
            rf"|共青团[\u4e00-\u9fff]{{2,12}}?委员会|组织部|宣传部|统战部|政法委|武装部|团[省市县区州旗]委|(?:残联|妇联|工商联|科协|文联|侨联|总工会|团委|供销社|红十字会|纪委监委)"
            rf"|政协(?:[\u4e00-\u9fff]{{2,12}}?[省市县区州旗盟])?(?:第?[一二三四五六七八九十]+届)?委员会(?!委员|常委|提案)|人民代表大会常务委员会|人大常委会"
            rf"|(?:高级|中级)?人民(?:法院|检察院)|(?:中级|高级)?法院|检察院|人民政府(?!办(?![理结复])|督)|(?<!人民)政府(?!办(?![理结复])|督|系|部|信|工|主|副|常|网|门|采|投|购|职|服|债|公|决|令|目|性|机|予|资|补|引|主)"
        )  # fmt: skip


@lru_cache(maxsize=1)
def _stems() -> _Stems:
    return _Stems()


@lru_cache(maxsize=16384)
def split_region(words: str) -> tuple[str, str]:
    """A unit's words cut into the region in front (楚雄市, 区, "") and the body (发展和改革局)."""
    start = _stems().start
    ends = [match.end() for match in re.finditer(_PLACE_END, words[:24])]
    known = [end for end in ends if places.resolve(words[:end]) is not None]
    if known and known[-1] < len(words):
        rest = words[known[-1] :]
        inner = [end for end in ends if end > known[-1] and start.match(words[end:])]
        if inner and not start.match(rest):
            return words[: inner[0]], words[inner[0] :]
        return words[: known[-1]], rest
    for end in ends:
        if start.match(words[end:]) or re.fullmatch(rf"[\u4e00-\u9fff]{{2,8}}{_TOWN}", words[end:]):
            return words[:end], words[end:]
    return "", words


def unit_kind(name: str) -> str:
    """government bureau town cppcc congress party court procuratorate hotline other; "" for an empty name."""
    if not name:
        return ""
    _, body = split_region(name)
    *others, (government, governing) = _BODIES
    for kind, pattern in others:
        if pattern.search(name):
            return kind
    if re.fullmatch(rf"[\u4e00-\u9fff]{{1,10}}{_TOWN}", body):
        return "town"
    if governing.search(name):
        return government
    kind = bureau_kind(name)
    if kind in _PARTY_KINDS:
        return "party"
    if kind == "utilities" or re.search(r"(?:公司|集团|有关机关和组织|其他单位)$", body):
        return "other"
    return "bureau" if kind or re.search(rf"{_SUFFIX}$", body) else "other"


@lru_cache(maxsize=16384)
def bureau_kind(name: str) -> str:
    """The id of the bureau's kind in data/vocabulary/bureaus.csv, "" where the name is no bureau of a known kind."""
    if name.startswith("共青团"):
        return "youth"
    region, body = split_region(name)
    if re.match(r"人民政府$|政府$|人大|人民代表大会|政协|人民法院|人民检察院|国务院", body) or re.match(r"政协|中共", region + body):
        return ""
    if re.search(rf"{_TOWN}$", body) and not re.search(r"局$|厅$|部$", body):
        return ""
    kinds = _stems().kind
    found = _stems().pattern.search(body)
    return kinds[found.group()] if found else ""


def body_name(body: str, region_name: str = "") -> str:
    """A body's words without region, written out: 发改局 → 发展和改革局, 卫健委 → 卫生健康委员会, 法院 → 人民法院 (中级 over counties)."""
    if _GOVERNMENT.match(body):
        return "人民政府"
    if _CONGRESS.match(body):
        return "人民代表大会常务委员会"
    if re.fullmatch(r"(?:人民)?(法院|检察院)|中院|高院", body):
        return _judicial(body, region_name)
    if re.fullmatch(rf"[\u4e00-\u9fff]{{1,8}}{_TOWN}", body):
        return re.sub(r"街道办?$", "街道办事处", re.sub(r"(镇|乡|苏木)(?:政府)?$", r"\1人民政府", body))
    found = _stems().pattern.match(body)
    if not found:
        return body
    stem, rest = found.group(), body[found.end() :]
    if rest == "委":
        rest = "委员会"
        stem = {"发展改革": "发展和改革", "文旅": "文化和旅游发展", "文化旅游": "文化和旅游发展"}.get(stem, stem)
    if rest == "办":
        rest = "办公室"
    full = _stems().full.get(stem, stem)
    return full + ("" if full.endswith(("联合会", "联合社", "协会")) else rest)


def _judicial(body: str, region_name: str) -> str:
    region = places.resolve(region_name) if region_name else None
    house = "检察院" if "检" in body else "法院"
    grade = {"中院": "中级", "高院": "高级"}.get(body, "")
    if not grade and house == "法院" and region:
        grade = {"prefectural": "中级", "provincial": "高级"}.get(region.level, "")
    return f"{grade}人民{house}"


def canonical_unit(words: str, region_name: str) -> str:
    """The unit's full name with its region: (县发改局, 楚雄市) → 楚雄市发展和改革局, (市政协, 青禾市) → 政协青禾市委员会.

    A region that the words name themselves is kept (鹿鸣涧区人民政府 inside 清源港市); a bare 县, 区, 市 means `region_name`.
    """
    words = re.sub(r"[\s“”\"]", "", words)
    if _NATIONAL.search(words) or words == "政协全国委员会":
        return words
    if words.startswith("共青团") and words.endswith("委员会"):
        return words
    if _LEAGUE.search(words):
        return f"共青团{region_name}委员会"
    region, body = split_region(words)
    region = region if len(region) > 2 or places.resolve(region) else region_name
    if re.match(r"政协|政治协商", body) or re.match(r"政协", words):
        inner = re.match(r"政协(?:第?[一二三四五六七八九十]+届)?(.{1,14}[省市县区州旗盟])", words)
        return f"政协{inner[1] if inner else region}委员会"
    return region + body_name(body, region)


def written_unit(words: str, region_name: str) -> str:
    """The unit as a table or list writes it, with its region in front: (区住建局, 章丘区) → 章丘区住建局; government, CPPCC and congress in full."""
    words = re.sub(r"[\s“”\"]", "", words)
    region, body = split_region(words)
    named = len(region) > 2 or bool(places.resolve(region))
    if _NATIONAL.search(words):
        return words
    if unit_kind(words) in ("government", "cppcc", "congress", "court", "procuratorate", "town"):
        return canonical_unit(words, region_name)
    return (region if named else region_name) + body


def short_unit(name: str) -> str:
    """For charts: 章丘区人民政府 → 章丘区政府, 楚雄市发展和改革局 → 楚雄市发改局, 政协青禾县委员会 → 青禾县政协."""
    cppcc = re.fullmatch(r"(?:中国人民政治协商会议|政协)(.+?)委员会", name)
    if cppcc:
        return f"{cppcc[1]}政协"
    name = name.replace("人民代表大会常务委员会", "人大常委会").replace("街道办事处", "街道")
    name = name.replace("中级人民法院", "中院").replace("高级人民法院", "高院")
    name = re.sub(r"人民(法院|检察院|政府)$", r"\1", name)
    region, body = split_region(name)
    found = _stems().pattern.match(body)
    if not found:
        return name
    short = _stems().short.get(found.group(), found.group())
    rest = re.sub(r"^(?:委员会)$", "委", body[found.end() :])
    return region + short + ("" if short.endswith(("联", "协", "社")) else rest)


def find_units(text: str) -> list[tuple[Span, str]]:
    """Units that simplified text names, in order, each with the region words before it (县住建局, 鹿鸣涧区人民政府, 杏坛街道办事处)."""
    found = []
    last = 0
    for match in _stems().named.finditer(text):
        start = _region_before(text, match.start(), last)
        if start and text[start - 1] in "各县市" and match.start() - start < 2:
            continue
        found.append((Span(start=start, end=match.end()), text[start : match.end()]))
        last = match.end()
    for match in _TOWN_NAMED.finditer(text):
        found = [(span, words) for span, words in found if span.end <= match.start(1) or span.start >= match.end(1)]
        found.append((Span(start=match.start(1), end=match.end(1)), match[1]))
    return sorted(found, key=lambda one: one[0].start)


def _region_before(text: str, end: int, floor: int) -> int:
    """Where the region in front of a body's words begins; `end` itself where there is none."""
    if end <= floor or text[end - 1] not in "省市县区州旗盟":
        return end
    name = places.name_ending(text, end, floor)
    return end - len(name) if name else end - 1


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
