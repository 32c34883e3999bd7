"""Whose classes they are: a list of outcomes or of opinions that adds up to the items led (or joined), and to no other group, is told of those.

主办件共74件, … 表示满意的66件, 基本满意的6件, 不满意的2件: the words name no group, the sum does.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from handling.extract.scope import MIXED, Reading, Traits, common

_CLASSES = ("outcome", "satisfaction")
_TOLD_WITH = ("outcome", "satisfaction", "outcome_share", "satisfaction_rate")
_GROUPS = ("received", "completed", "answered", "filed")


def attribute(readings: list[Reading]) -> None:
    """Give each list of classes the stream, body, role and period of the one group that it divides."""
    groups = [r for r in readings if r.measure in _GROUPS and not r.traits.part and not r.traits.year and r.scale == "count"]
    for first, run in list(_runs(readings)):
        total, told = sum(r.value for r in run), run[0].traits
        if (told.role and told.body not in ("", MIXED)) or any(g.value == total and _whose(g.traits) == _whose(told) for g in groups):
            continue
        found = _meant(groups, run, total)
        if found is not None:
            _hand_over(readings, first, told, found)


def terms(readings: list[Reading]) -> None:
    """五年来…立案1987件. … 1987件提案全部办复, 经济建设类596件 …: what is told of that number later is of those five years, if no single year has it."""
    groups = [r for r in readings if r.measure in _GROUPS and r.scale == "count" and not r.traits.part and not r.traits.role]
    long = {(r.value, r.traits.instrument): r.traits.period for r in groups if "/" in r.traits.period or r.traits.period in ("long",) or r.traits.period.startswith("last")}
    for key in [(r.value, r.traits.instrument) for r in groups if not r.traits.period and r.own.year]:
        long.pop(key, None)
    for (value, instrument), period in long.items():
        for sentence, members in groupby(readings, key=lambda r: r.sentence):
            told = [r for r in members if r.traits.instrument == instrument and not r.traits.year and not r.traits.period]
            sums = [sum(r.value for r in told if r.measure == measure and r.scale == "count") for measure in ("topic", "outcome")]
            parts = [r.value for r in told if r.traits.part and r.measure in ("received", "filed")]
            again = any(r.value == value and r.measure in _GROUPS and r.scale == "count" for r in told)
            if sentence != (0, 0) and (again or value in sums or (len(parts) > 1 and value in (sum(parts), sum(parts[:2])))):
                for reading in told:
                    reading.traits = Traits(period=period).over(reading.traits)


def cuts(readings: list[Reading]) -> None:
    """会议期间提出134件, 闭会期间9件, 共143件: the first is a part as well, since the total is told."""
    totals = {r.value for r in readings if r.measure in ("received", "filed") and not r.traits.part and not r.traits.year}
    for first, second in pairwise([r for r in readings if not r.depth]):
        if second.traits.role:
            continue
        same = first.measure == second.measure and first.measure in ("received", "filed") and first.sentence == second.sentence
        if same and second.traits.part and not first.traits.part and not first.traits.role and first.value + second.value in totals and first.value > second.value:
            first.traits = Traits(part="yes").over(first.traits)


def filed_parts(readings: list[Reading]) -> None:
    """立案172件; 委员提案118件, 联名23件, 集体31件: cuts by proposer that add up to what was filed are of what was filed."""
    filed = {r.value for r in readings if r.measure == "filed" and not r.traits.part}
    totals = {r.value for r in readings if r.measure == "received" and not r.traits.part}
    told = False
    for _, members in groupby(readings, key=lambda r: r.sentence):
        parts = [r for r in members if r.measure in ("received", "filed") and r.traits.part]
        sums = {sum(r.value for r in parts[a:b]) for a in range(len(parts)) for b in range(a + 2, len(parts) + 1)}
        told = bool(sums & (filed - totals)) or (told and bool(parts))
        for reading in parts if told else ():
            reading.measure = "filed"
        whole = next((r for r in readings if r.measure == "received" and not r.traits.part and r.value in sums - filed and r.traits.unit), None)
        if whole is not None and whole.sentence == parts[0].sentence and sum(r.value for r in parts) == whole.value:
            for reading in parts:  # 立案186件, 其中交县政府165件, 内有集体提案21件
                reading.measure, reading.traits = "received", Traits(unit=whole.traits.unit).over(reading.traits.without("unit"))


def _runs(readings: list[Reading]) -> Iterator[tuple[int, list[Reading]]]:
    """Lists of two or more classes told in one sentence of one group, with the place of the first."""
    counted = [(place, r) for place, r in enumerate(readings) if r.measure in _CLASSES and r.basis == "stated"]
    for _, members in groupby(counted, key=lambda one: (one[1].measure, one[1].sentence, one[1].traits)):
        run = list(members)
        traits = run[0][1].traits
        if len({r.category for _, r in run}) > 1 and not traits.part and not traits.year and traits.round != "final":
            yield run[0][0], [r for _, r in run]


def _whose(traits: Traits) -> tuple[str, ...]:
    return traits.instrument, traits.body, traits.role, traits.unit, traits.period


def _meant(groups: list[Reading], run: list[Reading], total: float) -> Traits | None:
    """The one group of that size that the words of the run do not contradict; None where there is none, or several."""
    told = run[0].traits
    fitting = [g.traits for g in groups if g.value == total and _adds(told, g.traits) and all(_agree(r, g.traits) for r in run)]
    if not fitting and not told.role:
        leading = [g for g in groups if g.measure == "received" and g.traits.role == "lead" and g.traits.unit == run[0].traits.unit]
        streams = [g for g in leading if g.traits.instrument in ("proposal", "suggestion")]
        both = {g.traits.instrument for g in streams} == {"proposal", "suggestion"}
        if both and sum(g.value for g in streams) == total:  # 主办建议41件, 主办提案33件: the 74 that were led
            fitting = [common([g.traits for g in streams])]
    different = {_whose(traits.without("body")) for traits in fitting}  # one group may be told with its body and without
    return fitting[-1] if len(different) == 1 and all(_agree(r, fitting[-1]) for r in run) else None


def _adds(told: Traits, group: Traits) -> bool:
    """Whether the group's traits say more than those told, and contradict none of them."""
    if told.role:
        return False
    body = group.body not in ("", MIXED) and told.body in ("", MIXED) and group.instrument == told.instrument and not group.role
    return bool(group.role or group.period) or body


def _agree(reading: Reading, traits: Traits) -> bool:
    own = reading.own
    return traits.unit == reading.traits.unit and all(
        not said or said == meant for said, meant in ((own.instrument, traits.instrument), (own.role, traits.role), (own.body, traits.body))
    )


def _hand_over(readings: list[Reading], first: int, told: Traits, found: Traits) -> None:
    """The run and the shares and rates behind it, as far as they were told of the same group and name no other."""
    for reading in readings[first:]:
        if _whose(reading.traits) != _whose(told) or reading.traits.year or reading.measure not in _TOLD_WITH or not _agree(reading, found):
            return
        rest = reading.traits.without("instrument", "body", "role", "period")
        reading.traits = Traits(instrument=found.instrument, body=found.body, role=found.role, period=found.period).over(rest)
