"""What a single item is about, by the words of its title: class, finer subject and the words that decided. How: docs/topics.md."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache

from handling.vocabulary.topics import Hit, generic_words, hinted_class, hits, simplified, subjects, town_words

LAST_WORD = 1.25  # the object of a title stands at its end: “在小区建充电桩” is about 充电桩
PURPOSE = 0.35  # what an item is good for (…，助力乡村振兴) says less than what it asks for
A_SUBJECT = 2.0  # lighter words are hints and never the object
PLACE = 0.6  # in, at, beside or out of what: 在…, …周边, 利用…发展
TOWN = 0.3  # 城区, 老街 before what is asked for there
LATER_CLAUSE = 0.8
NAMES_A_KIND = 1.5  # light words like 市 or 村 do not say what kind of 产业 it is

_CLAUSE = re.compile(
    r"[，,；;：:。]|\s+|——|(?<=.{4})(?=助力|助推|赋能|推动|促进(?!条例|会)|带动|拉动|降低|减轻|增强|方便|吸引|满足|确保|避免)|(?<=.{4})为(?=.{2,}(?:提供|贡献|增添|注入))"
)
_PURPOSE = re.compile(
    r"助力|助推|赋能|带动|拉动|促进|推动|降低|减轻|增强|方便|吸引|满足|确保|避免|为|让|使|全面提升|全面推进|激发|提升|服务|打造|重塑|赋予|开创|实现|以|营造"
)
_WRAPPING = re.compile(r"^关于|的?(?:重点)?(?:提案|建议案|建议|议案|意见|诉求|(?<![档方预草答图])案)$")
_PLACE = re.compile(r"^(?:在|于)(.{2,12}?)(?=建(?!成区)|设|开(?!发区)|增|新(?![区城])|普|推|实|进|加|辟|引|发|成|安|规(?!划区)|试|修|布|划)")
_AMONG = re.compile(r"在(.{2,14}?)(?<![初高])中(?!心|小|学|医|央|国|药)")
_MEANS = re.compile(
    r"^.{0,4}?((?:盘活|利用|依托|挖掘|整合|借助|立足|运用).{2,16}?)(?=发展|建设|打造|建立|兴办|开展|推进|培育|做强|做大|举办|改建|兴建)"
)
_BESIDE = re.compile(r"^(.{2,12}?)(?:周边|附近|沿线|门口|门前|周围|两侧)")
_INTO = re.compile(r"(?<=[\u4e00-\u9fff]{2})进((?:校园|社区|商圈|企业|园区|农村|乡村|小区|机关|景区|课堂|家庭|楼宇|市场)(?:、\w+)*)$")
# what may stand between a word and the head that it fills: 卫生服务|中心|应急能力
_BODIES = ("", "中心", "站", "所", "室", "机构", "领域", "系统", "类", "的")
_NAME_OF_A_PLACE = re.compile(r".[\u4e00-\u9fff]?(?:镇|乡|村|县|州|旗|街|寨|岭|苏木|嘎查|山|江|河|湾|岛|桥|沟|庄|屯|社区)")


@dataclass(frozen=True, slots=True)
class Topic:
    """What a title is about: a class of docs/domain.md, a subject id, and the words that decided, joined by 、 (simplified)."""

    topic: str
    subtopic: str
    words: str


def _clauses(text: str) -> list[tuple[str, float]]:
    """The clauses of a title, each with how much it says of what is asked for."""
    parts = [part for part in _CLAUSE.split(text) if part]
    return [(part, 1.0 if n == 0 else PURPOSE if _PURPOSE.match(part) else LATER_CLAUSE) for n, part in enumerate(parts)]


def _found(clause: str) -> list[Hit]:
    """The known words of a clause without the syllables of a place's name (桑 in 桑江) and without heads that only the word before them
    fills: the 产业发展 of 脐橙 is farming, the 队伍 of 村医 is health."""
    kept: list[Hit] = []
    for hit in hits(clause):
        if len(hit.word) == 1 and _NAME_OF_A_PLACE.match(clause, hit.start):
            continue
        before = kept[-1] if kept else None
        if before and hit.word in generic_words() and _fills(before, clause[before.start + len(before.word) : hit.start]):
            kept[-1] = replace(before, word=clause[before.start : hit.start] + hit.word)
        else:
            kept.append(hit)
    return kept


def _fills(word: Hit, between: str) -> bool:
    """Whether a word says what kind of thing a head behind it is, with `between` between them: 卫生服务|中心|应急能力."""
    return word.weight >= NAMES_A_KIND and word.word not in town_words() and between in _BODIES


def _circumstances(clause: str) -> list[tuple[int, int]]:
    """Where a clause says in, at, beside or out of what something is asked for."""
    return [match.span(1) for pattern in (_PLACE, _AMONG, _MEANS, _BESIDE, _INTO) if (match := pattern.search(clause))]


def _weighed(clause: str, factor: float) -> list[Hit]:
    found = _found(clause)
    places = _circumstances(clause)
    objects = [hit for hit in found if hit.weight >= A_SUBJECT and not any(start <= hit.start < end for start, end in places)]
    objects = [hit for hit in objects if hit.word not in town_words()] or objects
    return [replace(hit, weight=hit.weight * factor * _share(hit, objects)) for hit in found]


def _share(hit: Hit, objects: list[Hit]) -> float:
    """How much of its weight a word keeps beside the objects of its clause."""
    if objects and hit is objects[-1]:
        return LAST_WORD
    if objects and hit.word in town_words() and hit.start < objects[-1].start:
        return TOWN
    return 1.0 if hit in objects or hit.weight < A_SUBJECT else PLACE


@lru_cache(maxsize=8192)
def topic_of_title(title: str) -> Topic:
    """Class and subject of an item by the words of its title; ("other", "", "") where no word is known."""
    text = re.sub(r"[“”‘’\"'《》「」『』]", "", simplified(title[:200]))
    text = _WRAPPING.sub("", _WRAPPING.sub("", text.strip()))
    found = [hit for clause, factor in _clauses(text) for hit in _weighed(clause, factor)]
    if not found:
        return _hinted(text)
    classes: dict[str, float] = defaultdict(float)
    finer: dict[str, float] = defaultdict(float)
    for hit in found:
        classes[hit.subject.topic] += hit.weight
        finer[hit.subject.id] += hit.weight
    best = max(classes, key=lambda name: classes[name])
    subject = max((s for s in subjects() if s.topic == best and s.id in finer), key=lambda s: finer[s.id])
    return Topic(best, subject.id, "、".join(dict.fromkeys(hit.word for hit in found if hit.subject.topic == best)))


def _hinted(text: str) -> Topic:
    """Where no word is known, the characters that most often stand for one class decide: 英才 for 人才."""
    topic, characters = hinted_class(text)
    return Topic(topic, "", "、".join(characters))
