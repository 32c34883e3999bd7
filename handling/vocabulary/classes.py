"""Every enumeration of the product with its names and order, from data/vocabulary/{classes,bureaus}.csv and measures/*.toml."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

VOCABULARY = Path(__file__).resolve().parents[2] / "data" / "vocabulary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One value of an enumeration. `field` as in the warehouse's table `vocabulary`; `position` orders values inside their field."""

    field: str
    id: str
    zh: str
    en: str
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What is counted. `scale`: count | percent | rank. `direction`: 1 more is better, -1 less is better, 0 neither."""

    id: str
    position: int
    zh: str
    en: str
    scale: str
    direction: int
    definition: str


def rows(name: str) -> list[dict[str, str]]:
    """The rows of data/vocabulary/`name` as dictionaries of strings, in file order."""
    with (VOCABULARY / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@lru_cache(maxsize=1)
def measures() -> dict[str, Measure]:
    """All measures by id, in their official order."""
    found = []
    for path in (VOCABULARY / "measures").glob("*.toml"):
        facts = tomllib.loads(path.read_text(encoding="utf-8"))
        found.append(
            Measure(
                id=facts["id"],
                position=facts["position"],
                zh=facts["zh"],
                en=facts["en"],
                scale=facts["scale"],
                direction=facts["direction"],
                definition=facts["definition"],
            )
        )
    return {measure.id: measure for measure in sorted(found, key=lambda measure: measure.position)}


@lru_cache(maxsize=1)
def topics() -> tuple[dict[str, Any], ...]:
    """data/vocabulary/topics/<class>.toml of every topic class, in official order."""
    ids = [row["id"] for row in rows("classes.csv") if row["field"] == "topic"]
    return tuple(tomllib.loads((VOCABULARY / "topics" / f"{id}.toml").read_text(encoding="utf-8")) for id in ids)


@lru_cache(maxsize=1)
def _all_names() -> tuple[Name, ...]:
    found = [Name(field=row["field"], id=row["id"], zh=row["zh"], en=row["en"], position=int(row["position"])) for row in rows("classes.csv")]
    found += [Name(field="measure", id=m.id, zh=m.zh, en=m.en, position=m.position) for m in measures().values()]
    found += [
        Name(field="bureau_kind", id=row["id"], zh=row["zh"], en=row["en"], position=position) for position, row in enumerate(rows("bureaus.csv"))
    ]
    subjects = [subject for facts in topics() for subject in facts.get("subjects", ())]
    found += [Name(field="subtopic", id=s["id"], zh=s["zh"], en=s["en"], position=position) for position, s in enumerate(subjects)]
    return tuple(found)


def names() -> list[Name]:
    """Every value of every enumeration: measure, instrument, level, role, qualifier, category:outcome, topic, subtopic, bureau_kind, …"""
    return list(_all_names())
