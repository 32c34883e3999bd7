"""What only the whole document can decide: which 满意率 is strict, what an implied figure adds, what was said twice."""

from __future__ import annotations

import re
from collections import defaultdict

from handling.extract.divided import attribute
from handling.extract.scope import MIXED, Reading, Traits

EVERY_LEVEL = "各级"
_NOTE_STRICT = re.compile(r"满意率(?:均|都)?(?:不含|不包括)基本满意")


def settle(readings: list[Reading], text: str) -> list[Reading]:
    """The readings of a document, completed against each other and without repetitions."""
    attribute(readings)
    _kinds_of_satisfaction(readings, bool(_NOTE_STRICT.search(text)))
    readings = _without_needless_implied(readings)
    _one_body(readings)
    _several_levels(readings)
    return _once(readings)


def _group(reading: Reading) -> tuple[str, ...]:
    traits = reading.traits
    return traits.instrument, traits.body, traits.role, traits.unit, traits.year, traits.month, traits.round, traits.object


def _kinds_of_satisfaction(readings: list[Reading], strict: bool) -> None:
    """A plain 满意率 beside a 基本满意率, or beside a different 满意和基本满意率, is the strict one."""
    rates = [r for r in readings if r.measure == "satisfaction_rate"]
    beside: dict[tuple[str, ...], list[Reading]] = defaultdict(list)
    for reading in rates:
        if reading.category in ("satisfied_or_basic", "basic", "dissatisfied"):
            beside[_group(reading)].append(reading)
    counts: dict[tuple[str, ...], dict[str, float]] = defaultdict(dict)
    for reading in readings:
        if reading.measure == "satisfaction":
            counts[_group(reading)].setdefault(reading.category, reading.value)
    for reading in rates:
        if reading.category:
            continue
        others = beside[_group(reading)]
        if not strict and _includes_basic(reading, counts[_group(reading)], [r for r in rates if _group(r) == _group(reading)]):
            reading.category, reading.confidence, reading.reason = "satisfied_or_basic", 0.85, "满意率按件数推得含基本满意"
        elif strict or any(o.category != "satisfied_or_basic" or o.value != reading.value for o in others):
            reading.category = "satisfied"


def _includes_basic(rate: Reading, counts: dict[str, float], rates: list[Reading]) -> bool:
    """满意144件, 基本满意2件, 满意率100%: the rate can only include 基本满意. So too beside 满意占96.4%, 基本满意占3.6%."""
    told = {r.category: r.value for r in rates if r.category in ("satisfied", "basic") and r.rule != "rate"}
    if len(told) == 2 and told["basic"] and abs(sum(told.values()) - rate.value) < 0.11:
        return True
    if not counts.get("satisfied") or not counts.get("basic"):
        return False
    total = sum(counts.get(name, 0) for name in ("satisfied", "basic", "dissatisfied", "understood"))
    strict, both = 100 * counts["satisfied"] / total, 100 * (counts["satisfied"] + counts["basic"]) / total
    return abs(both - rate.value) < 0.06 < abs(strict - rate.value)


def _without_needless_implied(readings: list[Reading]) -> list[Reading]:
    """全部办结 adds nothing where 办结率 is printed beside it, and 件件有答复 nothing beside any other answer rate."""
    rates: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        if reading.basis == "stated":
            rates[reading.measure].append(reading)
    answered = any(r.measure == "answer_rate" and r.rule != "each_one_answered" for r in readings)
    kept = []
    for reading in readings:
        if reading.basis == "implied" and any(_says_already(told, reading) for told in rates[reading.measure]):
            continue
        if reading.rule == "each_one_answered" and reading.measure == "answer_rate" and answered:
            continue
        kept.append(reading)
    return kept


def _says_already(told: Reading, implied: Reading) -> bool:
    """Whether a stated figure makes an implied one of the same measure superfluous."""
    if implied.measure == "satisfaction":
        return implied.value == 0 and told.category == implied.category and _group(told) == _group(implied)
    ours, theirs = implied.traits, told.traits
    if implied.scale != "percent" or ours.instrument != theirs.instrument or theirs.year:
        return False
    if ours.period != theirs.period:
        return False
    if ours.instrument == "key_work" and told.label != implied.label:
        return False
    if implied.measure == "satisfaction_rate":
        return (ours.round, ours.object, ours.body) == (theirs.round, theirs.object, theirs.body)
    return implied.rule == "each_one_answered" or (ours.role, ours.body, ours.unit) == (theirs.role, theirs.body, theirs.unit)


def _one_body(readings: list[Reading]) -> None:
    """Where every stream of the report was received from one and the same body, that body raised the rest as well."""
    received = [r for r in readings if r.measure == "received" and r.traits.instrument in ("proposal", "suggestion") and not r.traits.year]
    bodies = {r.traits.body for r in readings if r.traits.body}
    if len(bodies) != 1 or MIXED in bodies or not {"proposal", "suggestion"} <= {r.traits.instrument for r in received}:
        return
    if any(not r.traits.body for r in received):
        return
    body = bodies.pop()
    for reading in readings:
        if not reading.traits.body and reading.traits.instrument in ("proposal", "suggestion", "combined", "motion"):
            reading.traits = reading.traits.over(Traits(body=body))


def _several_levels(readings: list[Reading]) -> None:
    """A total that the report divides by bodies of several levels, and what is said of no body after it, has no level."""
    received = [r for r in readings if r.measure == "received" and not r.depth and not r.traits.part]
    for place, whole in enumerate(received):
        if whole.own.body not in ("", MIXED):
            continue
        left, bodies = whole.value, set()
        for part in received[place + 1 : place + 9]:
            if part.own.body in ("", MIXED) or part.own.role or part.traits.year != whole.traits.year:
                continue
            left -= part.value
            bodies.add(part.own.body[-1])
            if left <= 0:
                break
        if left == 0 and len(bodies) > 1:
            for reading in readings:
                if reading.traits.body in ("", MIXED) and reading.traits.instrument != "hotline":
                    reading.traits = reading.traits._replace(body=EVERY_LEVEL)
            return


def _once(readings: list[Reading]) -> list[Reading]:
    """Each figure once: the fuller reading of one that the report repeats."""
    found: dict[tuple[object, ...], Reading] = {}
    for reading in readings:
        key = (
            reading.measure,
            reading.category,
            reading.value,
            reading.scale,
            reading.traits,
            reading.label if reading.traits.instrument == "key_work" else "",
        )
        found.setdefault(key, reading)
    kept = list(found.values())
    plain = []
    for reading in kept:
        if reading.measure == "satisfaction_rate" and not reading.category:
            twin = any(
                o is not reading
                and o.measure == reading.measure
                and o.category == "satisfied"
                and o.value == reading.value
                and _told_of(o) == _told_of(reading)
                for o in kept
            )
            if twin:
                continue
        plain.append(reading)
    return plain


def _told_of(reading: Reading) -> tuple[str, ...]:
    traits = reading.traits
    return traits.instrument, traits.role, traits.unit, traits.year, traits.month, traits.round, traits.object
