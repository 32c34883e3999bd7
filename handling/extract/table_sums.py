"""Neighbours and arithmetic decide what one cell cannot tell: 承办 against 协办, 独办 beside 主办, a strict 满意率, and how sure a reading is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import takewhile

from handling.extract.table_context import Context
from handling.extract.table_draft import Draft, Refusal
from handling.extract.table_notes import names_one_of
from handling.extract.table_words import facts_of

FIT, SLIP, DOUBTFUL = "fit", "off", "doubtful"
_WHOLE = re.compile(r"总|合计|共|小计")
_MANNER = re.compile(r"面复|书面|复函|函复|电话|当面|网上")
_BARE = re.compile(r"\([^()]*\)|件?数$|件$|量$")
_NARROWED = {"outcome", "outcome_share", "satisfaction", "satisfaction_rate"}
Scopes = dict[tuple[object, ...], list[Draft]]


def judge(drafts: list[Draft], context: Context, *, stub_role: str = "") -> tuple[list[Draft], list[Refusal]]:
    """The drafts of one part with roles, parts and strictness settled, and those that a note under the table takes back."""
    kept, refused = _without_handovers(drafts, context)
    scopes: Scopes = defaultdict(list)
    for draft in kept:
        scopes[draft.scope].append(draft)
    _settle_told(kept, context)
    _settle_parts_of_filed(kept)
    _settle_rates(scopes, context)
    _settle_undertaken(scopes)
    _settle_sole(scopes)
    _settle_manner(scopes)
    _settle_default_role(kept, context, stub_role)
    _weigh(kept, scopes)
    kept, contradicting = _without_contradictions(kept)
    return kept, [*refused, *contradicting]


def _without_contradictions(drafts: list[Draft]) -> tuple[list[Draft], list[Refusal]]:
    """Two numbers under the same words in rows of the same name are told apart by something that was not seen: neither is a figure."""
    alike: dict[tuple[object, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        facts = draft.facts
        alike[draft.unit, draft.instrument, facts.body, facts.level, draft.role, draft.counted, facts.qualifier, facts.object,
              draft.year, draft.month, draft.period, draft.words, draft.label].append(draft)  # fmt: skip
    kept, refused = [], []
    for members in alike.values():
        if len({draft.value.value for draft in members}) == 1:
            kept += members
        else:
            refused += [Refusal(draft.value.span, draft.cell.place, "行名和表头都一样，数却不同") for draft in members]
    return kept, refused


def _settle_told(drafts: list[Draft], context: Context) -> None:
    """What a note says of some columns: their role, the round, what was judged. What a cell itself says stands."""
    for told in context.told:
        for draft in drafts:
            family = draft.counted.measure.partition("_")[0]
            judged = family == "satisfaction"
            if not names_one_of(told, list(draft.heads), family if family in ("outcome", "satisfaction") else ""):
                continue
            draft.role = draft.role or told.facts.role
            if judged:
                qualifier, judging = draft.facts.qualifier or told.facts.qualifier, draft.facts.object or told.facts.object
                draft.facts = draft.facts._replace(qualifier=qualifier, object=judging)


def _without_handovers(drafts: list[Draft], context: Context) -> tuple[list[Draft], list[Refusal]]:
    names = {_BARE.sub("", name) for name in context.handovers}
    kept, refused = [], []
    for draft in drafts:
        if any(name and name.endswith(_BARE.sub("", words)) for name in names for words in draft.words if _BARE.sub("", words)):
            refused.append(Refusal(draft.value.span, draft.cell.place, "表注说明是件次，不是件数"))
        else:
            kept.append(draft)
    return kept, refused


def _settle_parts_of_filed(drafts: list[Draft]) -> None:
    """立案 171, below it 委员个人和联名提案 148 and 党派集体提案 23: rows that make what was filed are of what was filed."""
    columns: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        columns[draft.column].append(draft)
    for column in columns.values():
        column.sort(key=lambda draft: draft.row)
        for place, whole in enumerate(column):
            parts = list(takewhile(lambda one: one.counted.part and one.counted.measure == "received", column[place + 1 :]))
            if whole.counted.measure == "filed" and not whole.counted.part and len(parts) > 1 and sum(one.value.value for one in parts) == whole.value.value:
                for one in parts:
                    one.counted = replace(one.counted, measure="filed")


def _settle_rates(scopes: Scopes, context: Context) -> None:
    """A bare 满意率 is strict beside one with 基本满意, and is what the note under the table says it is."""
    noted = {"with": "satisfied_or_basic", "without": "satisfied"}.get(context.including, "")
    for members in scopes.values():
        rates = [draft for draft in members if draft.counted.measure == "satisfaction_rate"]
        told_apart = any(draft.counted.category in ("basic", "satisfied_or_basic") for draft in rates)
        for draft in rates:
            if not draft.counted.category and (told_apart or noted):
                draft.counted = replace(draft.counted, category="satisfied" if told_apart else noted)


def _received(members: list[Draft]) -> list[Draft]:
    return [draft for draft in members if draft.counted.measure == "received" and not draft.counted.part]


def _settle_undertaken(scopes: Scopes) -> None:
    """承办 beside 协办, in a table without 主办, is lead, unless it says that it is the whole."""
    received = [draft for members in scopes.values() for draft in _received(members)]
    if any(draft.role == "lead" for draft in received):
        return
    for members in scopes.values():
        joint = [draft for draft in _received(members) if draft.role == "joint"]
        if not joint or any("其中" in words for draft in joint for words in draft.words):
            continue
        for draft in _received(members):
            if draft.facts.undertake and not draft.role and not _WHOLE.search(draft.words[-1]):
                draft.role = "lead"


def _settle_sole(scopes: Scopes) -> None:
    """独办 and 分办 are parts of what 主办 counts, or of the lead items where two of them stand without it."""
    for members in scopes.values():
        leads = [draft for draft in _received(members) if draft.role == "lead"]
        for draft in leads if len(leads) > 1 else ():
            if draft.facts.sole:
                draft.counted = replace(draft.counted, part=True)
                draft.label = draft.label or next((words for words in draft.words if facts_of(words).sole), draft.words[-1])


def _settle_manner(scopes: Scopes) -> None:
    """面复 and 书面答复 are parts of what was answered where they stand apart: beside 已答复, or beside each other."""
    for members in scopes.values():
        for measure in ("answered", "answer_rate"):
            answers = [draft for draft in members if draft.counted.measure == measure and not draft.counted.part]
            manners = [draft for draft in answers if any(_MANNER.search(words) for words in draft.words)]
            for draft in manners if len({(draft.role, *draft.words) for draft in answers}) > 1 else ():
                draft.counted = replace(draft.counted, part=True)
                draft.label = draft.label or next(words for words in draft.words if _MANNER.search(words))


def _settle_default_role(drafts: list[Draft], context: Context, stub_role: str) -> None:
    """A caption or a stub head that speaks of 主办单位 alone gives the role; 本表按主办件统计 that of outcomes and satisfaction."""
    role = context.facts.role or stub_role
    if role and not any(draft.role and draft.role != role for draft in drafts):
        for draft in drafts:
            draft.role = draft.role or role
    elif context.lead_only:
        received = {bool(draft.role) for draft in drafts if draft.counted.measure == "received"}
        apart = received == {True, False}  # 承办件数 beside 主办 is the whole
        for draft in drafts:
            if draft.counted.measure in _NARROWED or not apart:
                draft.role = draft.role or "lead"


def _weigh(drafts: list[Draft], scopes: Scopes) -> None:
    """How sure each figure is, by the sums of columns and rows."""
    for members in scopes.values():
        _weigh_row(members)
    totals = [draft for draft in drafts if draft.total]
    if len({draft.row for draft in totals}) != 1:
        return
    several = {place[1] for place, count in Counter((draft.row, draft.column) for draft in drafts).items() if count > 1}
    sums: dict[tuple[int, str], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if not draft.total and not draft.words[0].startswith("其中") and draft.year == totals[0].year and not draft.counted.measure.endswith(("_rate", "_share")):
            sums[draft.column, draft.value.words if draft.column in several else ""].append(draft)
    checked = [(total, members, sum(draft.value.value for draft in members)) for total in totals
               if total.counted.measure in _ADDING and len(members := sums[total.column, total.value.words if total.column in several else ""]) > 1]  # fmt: skip
    right = [row for row in checked if row[0].value.value == row[2]]
    wrong = [row for row in checked if row[0].value.value != row[2]]
    for total, members, _ in right:
        for draft in (total, *members):
            draft.sums = draft.sums if draft.reason else FIT
    if not right and all(total.value.value > added for total, _, added in wrong):
        return  # the rows are a selection of units
    for total, members, added in wrong:
        total.sums, total.reason = SLIP, f"合计与各行之和不符：{total.value.value:g}≠{added:g}"
        if len(wrong) > len(right) and len(wrong) > 2:
            for draft in members:
                draft.sums, draft.reason = DOUBTFUL, "多数列的合计与各行之和不符，读法存疑"


_ADDING = {"received", "filed", "completed", "answered", "key", "outcome", "satisfaction", "topic"}


def _weigh_row(members: list[Draft]) -> None:
    """主办 (with 独办 and 分办, where they stand apart) + 协办 = 合计, and the classes add up to one of the numbers before them."""
    received = _received(members)
    whole = [draft for draft in received if not draft.role]
    roles = [draft for draft in received if draft.role]
    if len(whole) == 1 and {draft.role for draft in roles} == {"lead", "joint"} and len(roles) == 2:
        apart = sum(draft.value.value for draft in members if draft.facts.sole and draft.counted.part)
        apart_too = sum(draft.value.value for draft in members if draft.counted.measure == "received" and draft.counted.part)
        added = sum(draft.value.value for draft in roles)
        for draft in [*roles, *whole]:
            if whole[0].value.value in (added, added + apart, added + apart_too):
                draft.sums = FIT
            else:
                draft.sums, draft.reason = SLIP, f"主办、协办之和与合计不符：{added:g}≠{whole[0].value.value:g}"
    bases = {draft.value.value for draft in members if draft.counted.measure in ("received", "completed", "answered", "filed") and draft.role != "joint"}
    for measure in ("outcome", "satisfaction"):
        classes = [draft for draft in members if draft.counted.measure == measure and not draft.counted.part]
        asked = [(draft.facts.qualifier, draft.facts.object) for draft in classes]
        for question in dict.fromkeys(asked):
            _weigh_classes([draft for draft, about in zip(classes, asked, strict=True) if about == question], bases)


def _weigh_classes(classes: list[Draft], bases: set[float]) -> None:
    added = sum(draft.value.value for draft in classes)
    for draft in classes if len(classes) > 1 and bases else ():
        if added in bases:
            draft.sums = FIT
        elif added > max(bases):
            draft.sums, draft.reason = SLIP, f"各类之和大于件数：{added:g}＞{max(bases):g}"
