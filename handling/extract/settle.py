"""What only the whole document can decide: which 满意率 is strict, what an implied figure adds, what was said twice."""

from __future__ import annotations

import re
from collections import defaultdict

from handling.extract.divided import attribute, cuts, filed_parts, terms
from handling.extract.scope import MIXED, Reading, Traits

EVERY_LEVEL = "各级"
_NOTE_STRICT = re.compile(r"满意率(?:均|都)?(?:不含|不包括)基本满意")


def settle(readings: list[Reading], text: str, kind: str = "") -> list[Reading]:
    """The readings of a document of this kind of reporter, completed against each other and without repetitions."""
    if kind == "cppcc":
        readings = _without_filed_again(readings)
    _raised_and_filed(readings)
    readings = _without_groups_done(readings)
    attribute(readings)
    terms(readings)
    cuts(readings)
    filed_parts(readings)
    _kinds_of_satisfaction(readings, bool(_NOTE_STRICT.search(text)))
    readings = _without_needless_implied(readings)
    _whole_hotline(readings, kind)
    _one_body(readings)
    _several_levels(readings)
    _level_of_role(readings, text)
    return _once(readings)


def _raised_and_filed(readings: list[Reading]) -> None:
    """委员共提出提案141件. 经审查, 立案127件, 其中交县政府118件: what was raised is the body's that filed it, when a government tells of both."""
    for place, raised in enumerate(readings):
        if raised.rule == "raised" and not raised.traits.unit and not raised.traits.part:
            filed = next((r for r in readings[place + 1 : place + 4] if r.measure == "filed" and r.rule.endswith("_elsewhere") and r.value <= raised.value), None)
            if filed is not None and filed.traits.instrument == raised.traits.instrument:
                raised.traits = Traits(unit=filed.traits.unit).over(raised.traits)


def _without_filed_again(readings: list[Reading]) -> list[Reading]:
    """立案438件 … 438件提案交76个单位承办: what was filed, said again, and no second figure."""
    filed = {(r.value, r.traits.instrument) for r in readings if r.measure == "filed" and not r.traits.part}
    again = ("noun", "given_to", "group")
    return [r for r in readings if not (r.measure == "received" and r.rule in again and not r.traits.part and not r.traits.role and not r.traits.unit
                                        and (r.value, r.traits.instrument) in filed)]  # fmt: skip


def _without_groups_done(readings: list[Reading]) -> list[Reading]:
    """90件主办件全部办结. … 90件主办件中, 满意87件: the number of those completed, said again, counts nothing new."""
    done: set[tuple[float, str, str]] = set()
    kept = []
    for reading in readings:
        key = (reading.value, reading.traits.role, reading.traits.year)
        if reading.measure in ("completed", "answered") and reading.basis == "stated":
            done.add(key)
        if not (reading.measure == "received" and reading.rule in ("noun", "group") and reading.traits.role and reading.traits.instrument == "combined" and key in done):
            kept.append(reading)
    return kept


def _group(reading: Reading) -> tuple[str, ...]:
    traits = reading.traits
    return traits.instrument, traits.body, traits.role, traits.unit, traits.year, traits.month, traits.round, traits.object


def _kinds_of_satisfaction(readings: list[Reading], strict: bool) -> None:
    """A plain 满意率 beside a 基本满意率, or beside a different 满意和基本满意率, is the strict one."""
    rates = [r for r in readings if r.measure == "satisfaction_rate"]
    beside: dict[tuple[str, ...], list[Reading]] = defaultdict(list)
    shares: dict[tuple[str, ...], list[Reading]] = defaultdict(list)
    for reading in rates:
        if reading.rule != "rate":
            shares[_group(reading)].append(reading)
        if reading.category in ("satisfied_or_basic", "basic", "dissatisfied"):
            beside[_group(reading)].append(reading)
    counts: dict[tuple[str, ...], dict[str, float]] = defaultdict(dict)
    for reading in readings:
        if reading.measure == "satisfaction":
            counts[_group(reading)].setdefault(reading.category, reading.value)
    for reading in rates:
        if reading.category:
            continue
        group = _group(reading)
        others = beside[group]
        if not strict and _includes_basic(reading, counts[group], shares[group]):
            reading.category, reading.reason = "satisfied_or_basic", "满意率按件数推得含基本满意"
        elif strict or any(o.category != "satisfied_or_basic" or o.value != reading.value for o in others):
            reading.category = "satisfied"


def _includes_basic(rate: Reading, counts: dict[str, float], shares: list[Reading]) -> bool:
    """满意144件, 基本满意2件, 满意率100%: the rate can only include 基本满意. So too beside 满意占96.4%, 基本满意占3.6%."""
    told = {r.category: r.value for r in shares if r.category in ("satisfied", "basic")}
    if len(told) == 2 and told["basic"] and abs(sum(told.values()) - rate.value) < 0.11:
        return True
    if not counts.get("satisfied") or not counts.get("basic"):
        return False
    total = sum(counts.get(name, 0) for name in ("satisfied", "basic", "dissatisfied", "understood"))
    strict, both = 100 * counts["satisfied"] / total, 100 * (counts["satisfied"] + counts["basic"]) / total
    return abs(both - rate.value) < 0.06 < abs(strict - rate.value)


def _without_needless_implied(readings: list[Reading]) -> list[Reading]:
    """全部办结 adds nothing where 办结率 is printed beside it, and 件件有答复 nothing beside any other answer rate."""
    stated = [r for r in readings if r.basis == "stated" and (r.measure == "satisfaction" or not r.traits.year)]
    told = {context for reading in stated for context in _contexts(reading)}
    answered = any(r.measure == "answer_rate" and r.rule != "each_one_answered" for r in readings)
    kept = []
    for reading in readings:
        if reading.basis == "implied" and _says_already(told, reading):
            continue
        if reading.rule == "each_one_answered" and reading.measure == "answer_rate" and answered:
            continue
        kept.append(reading)
    return kept


def _contexts(reading: Reading) -> tuple[tuple[str, ...], ...]:
    """What figures of one measure must share to be told of the same: in any case, as a judgement, as what became of a group; of a count, all."""
    t = reading.traits
    if reading.measure == "satisfaction":
        return ((reading.measure, reading.category, *_group(reading)),)
    about = (reading.measure, t.instrument, t.period, reading.label if t.instrument == "key_work" else "")
    return about, (*about, "judged", t.round, t.object, t.body), (*about, "group", t.role, t.body, t.unit)


def _says_already(told: set[tuple[str, ...]], implied: Reading) -> bool:
    """Whether the contexts of stated figures make an implied one superfluous."""
    contexts = _contexts(implied)
    if implied.measure == "satisfaction":
        return implied.value == 0 and contexts[0] in told
    place = 1 if implied.measure == "satisfaction_rate" else 0 if implied.rule == "each_one_answered" else 2
    return implied.scale == "percent" and contexts[place] in told


def _whole_hotline(readings: list[Reading], kind: str) -> None:
    """受理12345热线转办工单213件, all that a bureau tells of the hotline: its whole, handed over or not."""
    told = [r for r in readings if r.measure == "received" and r.traits.instrument == "hotline"]
    if kind not in ("hotline", "bulletin") and len(told) == 1 and told[0].rule == "verb_before":
        told[0].traits = told[0].traits.without("part")


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


_ROLE_LEVEL = re.compile(r"(?P<role>主办|会办|协办)(?:件|的)?(?:均|都|全部)(?:为|是|系)(?P<body>全国|国家|[省市州县区盟旗])级?(?:人大|政协|代表|委员|建议|提案|交办)")


def _level_of_role(readings: list[Reading], text: str) -> None:
    """主办件均为省级建议提案: what is told of the items led, and of no other body, is of that one."""
    for told in _ROLE_LEVEL.finditer(text):
        role = "lead" if told["role"] == "主办" else "joint"
        for reading in readings:
            if reading.traits.role == role and reading.traits.body in ("", MIXED, EVERY_LEVEL) and not reading.traits.year:
                reading.traits = Traits(body=told["body"]).over(reading.traits.without("body"))


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
    strict = {(r.value, *_told_of(r)) for r in kept if r.measure == "satisfaction_rate" and r.category == "satisfied"}
    return [r for r in kept if r.measure != "satisfaction_rate" or r.category or (r.value, *_told_of(r)) not in strict]


def _told_of(reading: Reading) -> tuple[str, ...]:
    traits = reading.traits
    return traits.instrument, traits.role, traits.unit, traits.year, traits.month, traits.round, traits.object
