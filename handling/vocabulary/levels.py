"""At which level a body stands, seen from China as a whole, by the words that a report of some region uses for it."""

from __future__ import annotations

import re
from functools import lru_cache

from handling.vocabulary import places

_BY_LETTER = {"全国": "national", "国家": "national", "中央": "national", "省": "provincial", "自治区": "provincial", "州": "prefectural",
              "自治州": "prefectural", "盟": "prefectural", "地区": "prefectural", "县": "county", "自治县": "county", "旗": "county",
              "镇": "township", "乡": "township", "街道": "township", "苏木": "township"}  # fmt: skip
_LETTER = re.compile(r"(?:全国|国家|中央|自治[区州县]|地区|街道|苏木|[省市县区州旗盟镇乡])$")


@lru_cache(maxsize=4096)
def level_of_body(words: str, region: str = "", within: str = "", region_level: str = "") -> str:
    """national provincial prefectural county township, or "" where the words name no level.

    `words` is what raised the items (市, 岭北州, 全国, 县级); `region`, `within`, `region_level` are the report's own: 市 in a county under a
    city is prefectural, in a county-level city county, in a district of a municipality under the nation provincial.
    """
    if words == "本级":
        return region_level
    match = _LETTER.search(words.removesuffix("级").removesuffix("本"))
    if match is None:
        return ""
    letter = match.group()
    named = _named(words[: match.end()], region, within)
    if named and named == region:
        return region_level
    if named:
        known = places.resolve(named)
        if known is not None:
            return known.level
    if letter == "市":
        other = "" if named or len(words) < 3 else places.name_ending(words[: match.end()], match.end())
        if other and region.endswith("市") and not other.endswith(region) and region_level == "county":
            return "prefectural"  # another city's body, in a county-level city: the one above it
        return _of_city(named, region, within, region_level)
    if letter == "区":
        return _of_district(region, within, region_level)
    return _BY_LETTER[letter]


def _named(words: str, region: str, within: str) -> str:
    """The region's name at the end of the words (交由济南市 → 济南市); "" for a bare letter and for names that nobody knows."""
    for name in (region, within):
        if name and words.endswith(name):
            return name
    name = places.name_ending(words, len(words)) if len(words) > 2 else ""
    return name if name and places.meanings(name) else ""


def _of_city(named: str, region: str, within: str, region_level: str) -> str:
    known = places.resolve(region, within)
    if known is not None and region_level == "county" and not region.endswith("市"):
        return "prefectural" if known.prefecture_id else "provincial"
    above = places.resolve(within) if within else None
    if within.endswith("市") and above is None and region.endswith(("区", "县")):
        return "provincial"  # a report names a city that nobody knows above its region only where it calls it a municipality under the nation
    if above is not None and above.level == "provincial" and above.name.endswith("市") and not region.endswith("市"):
        return "provincial"  # in a district, even one that nobody knows, of a municipality under the nation
    if region_level == "county" and region.endswith("市"):
        return "prefectural" if named else "county"
    return region_level if region_level in ("prefectural", "provincial") and region.endswith("市") else "prefectural"


def _of_district(region: str, within: str, region_level: str) -> str:
    """区 is a district, but the autonomous region itself where the report is from one of its counties or banners."""
    if region_level == "provincial" and region.endswith("自治区"):
        return "provincial"
    known = places.resolve(region, within)
    province = places.region(known.province_id) if known is not None and known.province_id else None
    autonomous = province is not None and province.name.endswith("自治区")
    return "provincial" if autonomous and not region.endswith(("区", "市")) else "county"
