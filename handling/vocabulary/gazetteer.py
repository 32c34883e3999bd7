"""Regions of China, from data/vocabulary/regions.csv: what a place name means.

Levels are seen from China as a whole: a district of a municipality under the nation and a county-level city are "county".
A name that means two places is no place until something says which: `resolve` then gives None rather than a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from handling.vocabulary.classes import rows

LEVELS = ("national", "provincial", "prefectural", "county", "township")
SUFFIX = re.compile(r"(?:特别行政区|地区|林区|新区|省|市|县|区|旗|州|盟)$")
_LABEL = re.compile(r"^(.+?)[（(](.+)[）)]$")
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


class Gazetteer:
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
        stem = SUFFIX.sub("", row["short"] or row["name"])
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
        """Whether a region is one of `heads` or lies in one of them."""
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
def gazetteer() -> Gazetteer:
    """The table with its index, read once."""
    return Gazetteer()


@lru_cache(maxsize=4096)
def region(region_id: str) -> Region:
    """The region with this id. Raises KeyError where there is none."""
    places = gazetteer()
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
    places = gazetteer()
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
    places = gazetteer()
    found = places.candidates(name) if name else []
    heads = places.candidates(within) if within else []
    return [region(key) for key in found if not within or places.inside(key, heads)]


def is_name(words: str) -> bool:
    """Whether the table has these very words as a name of some region."""
    return words in gazetteer().index


def ends_as_region(words: str) -> bool:
    """Whether words end as names of regions do: 章丘区, 内蒙古自治区, 大兴安岭地区."""
    return bool(SUFFIX.search(words))


def stem_of(one: Region) -> str:
    """全椒 for 全椒县; the name itself where nothing can be left out."""
    stem = SUFFIX.sub("", one.name)
    return stem if len(stem) >= 2 else one.name


def region_rows() -> list[Region]:
    """Every region of the table, in official order."""
    return sorted((region(key) for key in gazetteer().rows), key=lambda one: one.sort_key)
