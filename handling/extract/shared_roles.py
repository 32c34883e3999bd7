"""A role that is said of several counts at once (均为会办), or that names the group that a sentence goes on about (主办的30件)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from handling.extract.clauses import Segment, Slot
from handling.extract.scope import MIXED, Reading, Traits, common

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

ALL_ROLE = re.compile(r"(?:我[省市县区州旗厅局委院]|我们)?(?:且|并|以上|[两二三四]项|[两二]者|这些)?(?:均|全部|都)(?:为|是|系)(主办|会办|协办|汇办)件?")
_ALL_BY_US = re.compile(r"(?:均|都|全部)由(?:我|本)(?:[局委办厅院校]|单位|部门|公司)(主办|会办|协办|汇办)")  # 全国人大代表建议2件、全国政协提案1件, 均由我厅会办
_ONE_ROLE = re.compile(r"(?:为|是|系|属)(?:我[局委厅办院校]与[^,;。]{2,12})?(主办|会办|协办|汇办)件?")
_LED_ELSEWHERE = re.compile(r"(?:均|全部|都)(?:由|为|是)[^,。;]{1,14}(?:主办|牵头)[、,]?(?:由)?(?:我|本)(?:[局委办厅院省市县区州旗]|单位)(会办|协办|汇办)")  # 均由教育部主办、我厅会办
_BY_OTHERS = re.compile(r"由[^,;。]{1,14}(?:主办|牵头)")
_BY_US = re.compile(r"(?:均)?由?(?:我|本)(?:[局委办厅院]|单位|部门)(主办|会办|协办|汇办)")
_SAME_ROLE = re.compile(r"同样(?:为|是|系)?(主办|会办|协办|汇办)件?")
_TASK = re.compile(r"件(?:[\u4e00-\u9fff]{0,6}(?:建议|提案))?的(主办|会办|协办)(?:任务|工作)")
_BRACKET = re.compile(r"(?<=[件项份条宗个\d])\((?:均|全部|都)?(?:为|是|系)?(主办|会办|协办|汇办)(?:件)?\)")
_ROLE_BEFORE = re.compile(r"(?:主办|协办|会办|独办|分办)件?(?:提案|建议|的)+[^,]{0,6}$")
_ROLE_OVER_LIST = re.compile(
    r"(?:主办|协办|会办|独办|分办|牵头(?:办理|承办|主办)?)[了的]?(?:全国|自治区|各级|(?:[\u4e00-\u9fff]{2,3})?[省市县区州旗盟镇乡](?:[、和]?[省市县区州旗])*级?)?(?:(?:第?[一二三四五六七八九十\d]+届)?(?:人大|政协)?(?:第?[一二三四五六七八九十\d]+届)?第?[一二三四五六七八九十\d]+次会议)?(?:人大代表|政协委员|人大|政协|代表|委员)?(?:议案|建议|提案)$"
)
_ROLE_ITEMS = re.compile(r"(?:主办|协办|会办|独办|分办)(?:件|的)(?:提案|建议|议案)*(?:共有?|有|为|计|合计|共计|总数)*$")  # 主办件共74件, 于9月15日前全部办复
_ROLE_BEHIND = re.compile(r"[^,]{0,4}(?:主办|协办|会办|独办|分办)(?:件|的|提案|建议)")
_WITH_PARTS = re.compile(r"(?:件)?,?(?:含|其中|包括)")


def apply(reader: SentenceReader, segment: Segment) -> None:
    """Where a segment says 均为会办, or a bracket (均为会办), the counts just before are figures of that role as well."""
    if not reader.readings:
        return
    words = reader.text[segment.start : segment.end]
    for bracket in _BRACKET.finditer(words) if "(" in words else ():
        place = segment.start + bracket.start()
        before = sorted((r for r in reader.readings if r.measure == "received" and segment.start <= r.start < place), key=lambda r: r.start)
        _as_role(reader, before[-1:], bracket[1])
    ours = _BY_US.fullmatch(words)
    if ours and segment.mark == "," and not words.startswith("均"):
        last = reader.readings[-1]
        clause = reader.previous_text(segment)
        near = clause.endswith("件") and last.end > reader.previous_start(segment, 1)
        near = near or (bool(_BY_OTHERS.fullmatch(clause)) and last.end > reader.previous_start(segment, 2))
        if last.measure == "received" and not last.traits.role and near:
            _as_role(reader, [last], ours[1])  # 州政协提案1件, 由我局主办
    same = _SAME_ROLE.fullmatch(words)
    if same and reader.readings[-1].measure == "received" and not reader.readings[-1].traits.role:
        _as_role(reader, reader.readings[-1:], same[1])  # 全国政协提案2件, 同样是会办
    alone = _ONE_ROLE.fullmatch(words)
    if alone and reader.readings and reader.readings[-1].measure == "received" and reader.readings[-1].value == 1 and not reader.readings[-1].traits.role:
        _as_role(reader, reader.readings[-1:], alone[1])  # 另外承办市人大代表建议1件, 为协办件
    if task := _TASK.search(words):
        for reading in (r for r in reader.readings if r.measure == "received" and not r.traits.role and segment.start <= r.start < segment.start + task.start()):
            reading.traits = reading.traits._replace(role="lead" if task[1] == "主办" else "joint")  # 承担建议4件、提案6件的会办任务
    said = ALL_ROLE.match(words) or _ALL_BY_US.match(words) or _LED_ELSEWHERE.match(words)
    if not said and segment.slots and (behind := ALL_ROLE.search(words, segment.slots[-1].quantity.end - segment.start)):
        _as_role(reader, [r for r in reader.readings if r.measure == "received" and not r.traits.role and r.start >= segment.start], behind[1])
    if said:
        start = reader.clause_start(segment)
        told = [r for r in reader.readings if r.start >= start]
        group = []
        for reading in reversed(told):
            if reading.measure != "received":
                break
            group.append(reading)
        if any(r.child for r in group):
            group = [r for r in group if r.child]  # 47件, 其中省人大代表建议2件、省政协提案1件, 均为会办件: the parts alone
        _as_role(reader, group[::-1], said[1])


def _as_role(reader: SentenceReader, readings: list[Reading], word: str) -> None:
    role = "lead" if word == "主办" else "joint"
    for reading in readings:
        reader.readings.append(replace(reading, rule="role_of_all", label=word, traits=reading.traits._replace(role=role)))


def heads_group(reader: SentenceReader, slot: Slot) -> bool:
    """主办件共74件, 于9月15日前全部办复: the sentence is about the items of one role."""
    if not _ROLE_ITEMS.search(reader.text, slot.start, slot.quantity.span.start):
        return False
    end = next((s.start for s in reader.segments if s.mark == ";" and s.start > slot.quantity.end), reader.end)
    return len({t.tags["role"] for s in reader.segments for t in s.tokens if "role" in t.tags and s.start < end}) == 1


_LED_BY_US = re.compile(r"(?:[\u4e00-\u9fff]{2,10}?)?由(?:我|本)(?:[局委办厅院市县区州省]|单位)(?:主办|牵头办理)")  # 省政协提案41件由我厅主办, 办结率100%


def names_group(reader: SentenceReader, slot: Slot) -> bool:
    """主办的30件…, 29件主办件…, 31件主办的省人大代表建议中: the role names the group that the sentence goes on about."""
    text = reader.text
    if heads_group(reader, slot):
        return True
    own = next(s for s in reader.segments if s.start <= slot.quantity.span.start < s.end)
    if _LED_BY_US.fullmatch(text, slot.quantity.end, own.end):
        clause = reader.clause_start(own)
        return not any("role" in t.tags for s in reader.segments if s is not own and reader.clause_start(s) == clause for t in s.tokens)
    before, behind = text[slot.start : slot.quantity.span.start], text[slot.quantity.end : slot.end]
    if _ROLE_BEFORE.search(before) or _ROLE_OVER_LIST.search(before) or _ROLE_BEHIND.match(behind):
        return True
    return before.endswith("牵头的") or (before.endswith(("主办", "会办", "协办")) and bool(_WITH_PARTS.match(text[slot.quantity.end :])))


def of_new_group(reader: SentenceReader, reading: Reading, own: Traits) -> Traits:
    """26件主办件的满意率…: a group that was not counted before, where groups of several bodies were, is of no one body."""
    if reading.measure == "received" and own.role and not own.instrument and not reader.readings and (pair := _lead_groups(reader, reading, own)):
        bodies = {g.traits.body for g in reader.context.groups if g.traits.body}
        return own.over(Traits(instrument="combined", body="" if reader.said.body else MIXED if len(bodies) > 1 else common(pair).body))
    if reading.measure != "received" or reader.readings or not own.role or own.body or reading.start - reader.start > 4:
        return own
    known = {group.value for group in reader.context.groups} | {r.value for r in reader.context.before}
    bodies = {group.traits.body for group in reader.context.groups if group.traits.body}
    return own.over(Traits(body=MIXED)) if len(bodies) > 1 and reading.value not in known else own


def _lead_groups(reader: SentenceReader, reading: Reading, own: Traits) -> list[Traits]:
    """区级17件主办件 after 建议主办8件 and 提案主办9件: the groups of that role, one of each stream, that add up to the number; else []."""
    groups = [g for g in reader.context.groups if g.traits.role == own.role and own.body in ("", g.traits.body) and reader.context.year_of(g.traits.year) is None]
    if any(g.value == reading.value for g in groups):
        return []
    streams = {name: [g for g in groups if g.traits.instrument == name] for name in ("suggestion", "proposal")}
    for first in streams["suggestion"]:
        for second in streams["proposal"]:
            if first.value + second.value == reading.value and first.traits.body == second.traits.body:
                return [first.traits, second.traits]
    return []


def of_both(reader: SentenceReader, reading: Reading) -> Traits:
    """主办建议7件, 会办建议3件, 办结率100%: a rate behind counts of both roles is of neither alone."""
    told = [r for r in reader.readings if r.measure == "received" and r.start < reading.start]
    if reading.scale != "percent" or reading.own.role or {r.traits.role for r in told} < {"lead", "joint"}:
        return reading.traits
    named = any("role" in t.tags and told[-1].end <= t.start < reading.start for s in reader.segments for t in s.tokens)
    of_last = "," not in reader.text[told[-1].end : reading.start] and "、" not in reader.text[told[-1].end : reading.start]  # 主办的4件满意率100%
    return reading.traits if named or told[-1].depth or (of_last and told[-1].own.role) else reading.traits.without("role")


def judged_again(reader: SentenceReader, reading: Reading, own: Traits) -> bool:
    """26件主办件的满意率为…, 代表委员对办理过程的满意率为…: the second rate is said of all that they judged."""
    all_of_them = reading.measure == "satisfaction_rate" and own.instrument == "combined" and not own.role
    return all_of_them and any(r.measure == "satisfaction_rate" and r.start < reading.start for r in reader.readings)
