"""The shipped reports lie where the vocabulary can find them, and what does not is known by name."""

from __future__ import annotations

import csv
from pathlib import Path

from handling.vocabulary.places import Region, resolve
from handling.vocabulary.units import bureau_kind, unit_kind

PUBLISHED = Path(__file__).parents[2] / "data" / "published"

# Each with its reason: nothing else may stay unresolved.
UNRESOLVED = {
    ("B014", "河东区"): "天津市 and 临沂市 both have a 河东区, and the report's record does not say which",
}
NO_KIND = {
    "巴中市有关机关和组织": "a group of bodies, as the report sums them up",
    "甘肃省其他单位": "a group of bodies, as the report sums them up",
}


def table(name: str) -> list[dict[str, str]]:
    with (PUBLISHED / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


REPORTS = {row["report"]: row for row in table("reports.csv")}


def region_of(figure: dict[str, str]) -> Region | None:
    report = REPORTS[figure["report"]]
    return resolve(figure["region"], report["within"] if figure["region"] == report["region"] else "")


def test_every_region_of_a_report_is_known_at_its_level() -> None:
    unknown, other = set(), set()
    for row in REPORTS.values():
        found = resolve(row["region"], row["within"])
        if found is None:
            unknown.add((row["report"], row["region"]))
        elif found.level != row["region_level"]:
            other.add((row["report"], row["region"], found.level))
    assert unknown == set(UNRESOLVED)
    assert other == set()


def test_every_unit_lies_in_a_known_region_with_its_province() -> None:
    unknown, homeless = set(), set()
    for row in table("figures.csv"):
        found = region_of(row)
        if found is None:
            unknown.add((row["report"], row["region"]))
        elif found.level != "national" and not found.province_id:
            homeless.add(row["region"])
    assert unknown == set(UNRESOLVED)
    assert homeless == set()


def test_every_unit_is_of_a_known_kind() -> None:
    names = {row["unit"] for row in table("figures.csv")}
    assert {name for name in names if unit_kind(name) in ("", "other")} == set(NO_KIND)
    assert {name for name in names if unit_kind(name) == "bureau" and not bureau_kind(name)} == set()
