"""The words of subjects: the eight classes of docs/domain.md, the finer subjects under them, and the class of a label.

The words are in data/vocabulary/topics/<class>.toml. Text may be simplified or traditional.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import opencc

from handling.vocabulary.classes import topics

OTHER = "other"
ONE_CHARACTER = 1.5  # 湖, 病, 林: hints, whatever the table says
A_FORM = 4.0  # what is known by its form is as sure as a word that decides alone
A_KIND_OF_PRODUCE = 3.0  # 椪|柑产业: the last character tells what grows, whatever the sort is called
_TAIL = re.compile(r"(?:、|和|及|与)?(?:其他|其它)?(?:类别|类|方面|领域|问题|工作|事项|提案|件|等)+$")
_UNIT = re.compile(r"(?:局|厅|委员会|卫健委|发改委|办公室|办事处|政府|公司|集团|中心|支队|大队|街道|系统|部门|单位|镇|乡|县|州|委办|委|办|部|院)$")
_BODY = re.compile(r"^(?:省|市|州|县|区|旗|全国)?(?:人大|政协|党群|统战部|法院|检察院|政法委)$")  # whose items, not about what
_NO_LABEL = re.compile(
    r"[ABCDabcd甲乙丙丁ＡＢＣＤ]类|第[一二三四]类|解决|采纳|(?<!人民)满意|答复|办结|办复|主办|协办|会办|承办|独办|分办|立案|(?<!其[他它])提案|议案|留作参考|列入计划|落实的?$|委员|代表"
    r"|条件(?:限制|所限)|小组|界别|党派(?!团体)|联名|期间|以来|\d|审查|转办|重点(?:建议|督办)|领衔|分管"
)
_LABEL_START = re.compile(
    r"^(?:涉及|发展(?!规划|改革)|关于|有关|反映|属于|属|加强|办好(?:人民满意的)?|做好|保障|推进|改善|推动|提升|优化|促进|全市|全区|全县)+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A finer subject inside a topic class. `position` orders all subjects."""

    id: str
    topic: str
    zh: str
    en: str
    position: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A known word at its place in a text, with the subject it speaks for and how surely."""

    start: int
    word: str
    subject: Subject
    weight: float


CLASS_ORDER = ("economy", "agriculture", "construction", "environment", "education_culture_health", "livelihood", "governance", OTHER)


@lru_cache(maxsize=1)
def subjects() -> tuple[Subject, ...]:
    """All finer subjects in official order."""
    entries = [(facts["topic"], entry) for facts in topics() for entry in facts.get("subjects", ())]
    return tuple(Subject(id=e["id"], topic=topic, zh=e["zh"], en=e["en"], position=n) for n, (topic, e) in enumerate(entries))


def _by_two_characters(meanings: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """First two characters (one for a word of one) → words, longest first, so that a scan tries only few words a position."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word in meanings:
        groups[word[:2]].append(word)
    return {start: tuple(sorted(words, key=len, reverse=True)) for start, words in groups.items()}


@lru_cache(maxsize=1)
def _title_words() -> tuple[dict[str, tuple[Subject, float]], dict[str, tuple[str, ...]]]:
    by_id = {subject.id: subject for subject in subjects()}
    meanings: dict[str, tuple[Subject, float]] = {}
    for facts in topics():
        for entry in facts.get("subjects", ()):
            for weight in (5, 4, 3, 2, 1):
                for word in entry.get(str(weight), "").split():
                    meanings.setdefault(word, (by_id[entry["id"]], float(weight) if len(word) > 1 else min(weight, ONE_CHARACTER)))
    for entry in (entry for facts in topics() for entry in facts.get("subjects", ()) if "produce" in entry):
        for word in (kind + head for kind in entry["produce"] for head in entry["heads"].split()):
            meanings.setdefault(word, (by_id[entry["id"]], A_KIND_OF_PRODUCE))
    neutral = set(topics()[-1]["neutral"].split()) - meanings.keys()
    return meanings, _by_two_characters([*meanings, *neutral])


@lru_cache(maxsize=1)
def _label_words() -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    meanings = {word: facts["topic"] for facts in topics() for word in facts["labels"].split()}
    return meanings, _by_two_characters(meanings)


def _longest_at(text: str, at: int, groups: dict[str, tuple[str, ...]]) -> str:
    for start in (text[at : at + 2], text[at : at + 1]):
        for word in groups.get(start, ()):
            if text.startswith(word, at):
                return word
    return ""


@lru_cache(maxsize=1)
def generic_words() -> frozenset[str]:
    """Heads that say nothing of their own behind a word that does: 产业, 队伍, 补贴."""
    return frozenset(topics()[-1]["generic"].split())


@lru_cache(maxsize=1)
def town_words() -> frozenset[str]:
    """Words that only say where, as long as something else is asked for behind them: 城区, 片区, 老街."""
    return frozenset(topics()[-1]["towns"].split())


@lru_cache(maxsize=1)
def _shapes() -> tuple[tuple[re.Pattern[str], Subject], ...]:
    """What is known by its form: G357线, 沅坪至麻溪段, 引江济淮."""
    by_id = {subject.id: subject for subject in subjects()}
    entries = [entry for facts in topics() for entry in facts.get("subjects", ()) if "shape" in entry]
    return tuple((re.compile(entry["shape"]), by_id[entry["id"]]) for entry in entries)


def hinted_class(text: str) -> tuple[str, tuple[str, ...]]:
    """The class whose typical single characters `text` holds most of, and those; ("other", ()) where there are none."""
    held = {facts["topic"]: tuple(dict.fromkeys(c for c in text if c in facts.get("hints", ""))) for facts in topics()}
    best = max(held, key=lambda topic: len(held[topic]))
    return (best, held[best]) if held[best] else (OTHER, ())


@lru_cache(maxsize=1)
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def simplified(text: str) -> str:
    """`text` in simplified characters."""
    return _converter().convert(text)


@lru_cache(maxsize=4096)
def class_of_label(label: str) -> str:
    """The topic class of a label such as 科教文卫体类 or 城建环资; "" where it is no subject (A类, 区住建局, 大会提案).

    A label over several subjects belongs to the one that it names first.
    """
    text = re.sub(r"\([^)]*\)|（[^）]*）|\s|[“”‘’\"'《》]|\([a-zāáǎàēéěèīíǐìōóǒòūúǔùü]+\)", "", simplified(label[:60]))
    if not text or _NO_LABEL.search(text) or _BODY.match(text) or _UNIT.search(text):
        return ""
    bare = _TAIL.sub("", text)
    if not bare:
        return OTHER if re.match("其[他它]", text) else ""
    bare = _LABEL_START.sub("", bare) if bare not in _label_words()[0] and len(bare) > 3 else bare
    return _first_named(bare) or _first_subject(bare)


def _first_named(text: str) -> str:
    """The class of the label word at the very start; 教育 in 优质教育 may stand up to two characters later."""
    meanings, groups = _label_words()
    for at in range(min(3, len(text))):
        if word := _longest_at(text, at, groups):
            return meanings[word]
    return ""


def _first_subject(text: str) -> str:
    found = [hit for hit in hits(text) if hit.weight >= 3 and len(hit.word) > 1]
    return found[0].subject.topic if found else ""


def hits(text: str) -> list[Hit]:
    """The known words of a text, the longest at every place, and what is known by its form."""
    meanings, groups = _title_words()
    formed = {match.start(): (match[0], subject) for form, subject in _shapes() for match in form.finditer(text)}
    found, at = [], 0
    while at < len(text):
        if at in formed:
            word, subject = formed[at]
            found.append(Hit(at, word, subject, A_FORM))
        elif (word := _longest_at(text, at, groups)) in meanings:
            found.append(Hit(at, word, *meanings[word]))
        at += len(word) or 1
    return found
