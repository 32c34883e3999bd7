"""The regions and units that rows point to: each name settled once, against data/vocabulary."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from handling.store.samples import MARK
from handling.vocabulary import places, units

_AFTER_ALL_CODES = "~"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionRow:
    """A row of the table `region`; `known` tells whether data/vocabulary has it."""

    region_id: str
    region_name: str
    region_label: str
    full_name: str
    level: str
    prefecture_id: str
    province_id: str
    sort_key: str
    initials: str
    known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """A row of the table `unit`."""

    unit_id: str
    unit_name: str
    unit_label: str
    short_name: str
    unit_kind: str
    bureau_kind: str
    region_id: str
    prefecture_id: str
    province_id: str
    initials: str


NO_UNIT = ""  # the id of the unit of figures of which neither unit nor place was read: no filter, count, pool or chart has it
_NO_UNIT = UnitRow(unit_id=NO_UNIT, unit_name="", unit_label="没有读出单位", short_name="没有读出单位", unit_kind="", bureau_kind="", region_id="",
                   prefecture_id="", province_id="", initials="")  # fmt: skip


class Dimensions:
    """Gives the region and unit that a name means, and remembers all that it gave."""

    def __init__(self) -> None:
        self._regions = {region.id: _known(region) for region in places.region_rows()}
        self._by_name: dict[tuple[str, str], RegionRow] = {}
        self._units: dict[tuple[str, str], UnitRow] = {}

    def region(self, name: str, within: str = "", level: str = "") -> RegionRow:
        """The region called `name` (inside `within`, where the name alone is not unique); one of its own where nobody knows it."""
        key = (name, within)
        if key not in self._by_name:
            row = self.known_region(name, within) or self._unknown(name, within, level)
            self._by_name[key] = self._regions.setdefault(row.region_id, row)
        return self._by_name[key]

    def known_region(self, name: str, within: str = "") -> RegionRow | None:
        """The region of data/vocabulary called `name`, or None."""
        found = places.resolve(name, within) if name else None
        return (self._regions.get(found.id) or _known(found)) if found else None

    def unit(self, name: str, region: RegionRow) -> UnitRow:
        """The unit called `name` in `region`."""
        key = (name, region.region_id)
        if not name and region.region_name in ("", MARK):
            return self._units.setdefault(("", NO_UNIT), _NO_UNIT)
        if key not in self._units:
            above = region.region_label.removeprefix(region.region_name)
            mark = MARK if region.region_name.endswith(MARK) else ""
            called = name or region.region_name  # a place alone is read where the body is not
            self._units[key] = UnitRow(
                unit_id=f"{region.region_id}:{name}", unit_name=name, unit_label=called + above + mark,
                short_name=units.chart_unit(name) + mark,
                unit_kind=units.unit_kind(name), bureau_kind=units.bureau_kind(name), region_id=region.region_id,
                prefecture_id=region.prefecture_id, province_id=region.province_id, initials=units.initials(name),
            )  # fmt: skip
        return self._units[key]

    def region_rows(self) -> list[RegionRow]:
        """Every region of the vocabulary, and those met that it does not know, in official order."""
        return sorted(self._regions.values(), key=lambda row: (row.sort_key, row.region_id))

    def unit_rows(self) -> list[UnitRow]:
        """Every unit met, each with a label that no other has."""
        rows = sorted(self._units.values(), key=lambda row: row.unit_id)
        taken = Counter(row.unit_label for row in rows)
        return [row if taken[row.unit_label] == 1 else replace(row, unit_label=self._label_with_region(row)) for row in rows]

    def _label_with_region(self, row: UnitRow) -> str:
        return f"{row.unit_name}（{self._regions[row.region_id].region_label}）"

    def _unknown(self, name: str, within: str, level: str) -> RegionRow:
        label = f"{name}（{within}）" if within else name
        above = places.resolve(within) if within else None
        prefecture = above.id if above and above.level == "prefectural" else ""
        province = "" if above is None else above.id if above.level == "provincial" else above.province_id
        return RegionRow(
            region_id=label, region_name=name, region_label=label, full_name=within + name, level=level, prefecture_id=prefecture,
            province_id=province, sort_key=_AFTER_ALL_CODES + label, initials="", known=False,
        )  # fmt: skip


def _known(region: places.Region) -> RegionRow:
    return RegionRow(
        region_id=region.id, region_name=region.name, region_label=region.label, full_name=region.full_name, level=region.level,
        prefecture_id=region.prefecture_id, province_id=region.province_id, sort_key=region.sort_key, initials=region.initials,
    )  # fmt: skip
