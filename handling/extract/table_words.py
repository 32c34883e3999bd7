"""The words of a table's head, stub or caption → what they say, by composition of small facts from data/vocabulary.

A cell is read as a run of known words. What is left over stands in `rest`: such a cell is not understood.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from functools import lru_cache
from typing import Any

from handling.extract.table_facts import Facts
from handling.extract.table_times import time_at
from handling.vocabulary.classes import VOCABULARY
from handling.vocabulary.topics import class_of_label

# What wordings/ tells about tables as well; every other kind there is for running text only.
_SHARED = {
    "outcomes": {"outcome"},
    "satisfaction": {"sat", "qualifier", "object"},
    "roles": {"role"},
    "instruments": {"instrument", "channel", "proposer"},
}
_BODY = re.compile(
    r"(全国|国家|中央|自治区|自治州|自治县|省|市|州|县|区|旗|盟|乡镇|镇|乡|街道)"
    r"(?:本?级(?:人大|政协)?|(?=人大|政协|两会|人民代表大会|代表(?!团)|委员|建议|提案|议案|重点|交办))"
)
_WIDE_BODY = re.compile(
    r"(地市|设区市|市州|州市|地州|地)级|(县区|区县|县市区|县\(市、区\)|县\(区\)|区\(县\)|县\(市\)|旗县|旗县区)级|(乡镇|镇街|镇乡|乡镇街道)级"
)
_WIDE_LEVELS = ("prefectural", "county", "township")
_OF_A_REGION = re.compile(r"(?:自治区|自治州|自治县|省|市|州|县|区|旗|盟|镇|乡)(?:级?(?:人大|政协)|级(?:建议|提案))")
_REGION_NAME = re.compile(r"[^收交办提承答复已未\W\d]{2,8}$")
_MIXED_BODIES = re.compile(
    r"[省市州县区旗乡镇][、和及与]?[省市州县区旗乡镇](?:两|三|二)?级|[两三]级|上级|[省市州县区旗](?:、|和|及)[省市州县区旗](?=人大|政协|代表|委员|建议|提案|交办)"
)
_ALONE = {"全国", "国家", "省", "市", "州", "县", "区", "旗", "盟", "乡", "镇", "乡镇", "自治区"}
# A类, “A”, A已解决; not the letter of a name (丁家渡, B超).
_LETTER = re.compile(
    r"[“\"(]?([A-Da-d甲乙丙丁])[”\")]?(?:(?:类|级|等)(?:件|提案|建议)?|(?=件|数|率|占|已|正|列|基本|部分|暂|因|受|解决|采纳|落实|留|拟|逐|[^\u4e00-\u9fff]|$))"
    r"(?:件)?(?![A-Za-z0-9])"
)
_LETTERS = {"甲": "A", "乙": "B", "丙": "C", "丁": "D"}
BARE_LETTERS = {"A": "adopted", "B": "planned", "C": "deferred", "D": "deferred"}
_OF_A_SESSION = re.compile(r"[第届一二三四五六七八九十次会议全体常委以来]*")
_MEETING = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}届)?第?[一二三四五六七八九十]{1,3}次(?:全体|常委)?(?:会议|全会)"
    r"|[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,3}次"
)
_SESSION = re.compile(r"[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,3}次")
NO_YEAR_OF_SESSION = "届次，不知是哪一年"
_TARGET = "目标或任务，不是结果"
_LONGEST_REST = 16
_RATE_OF_RETURNS = re.compile(r"(?:反馈|评价|测评|评议|调查|征询)(?:意见|情况|结果)?率")  # how many answered, not how many were content
_ORDINAL = re.compile(r"^(?:[(]?[一二三四五六七八九十]{1,3}[)、.]+|[(]?\d{1,2}[)、.]+(?!\d)|[①-⑳])")
_BRACKET_AT_END = re.compile(r"\([^()]*\)$")
# 主办(含独办), 合计(12家): what a whole holds is no meaning of its own.
_CONTAINING = re.compile(r"\((?:其中)?(?:不?含|包括|不包括|包含)(?!基本)[^()]*\)|\((?:共)?\d+(?:家|个|件)(?:单位|部门)?\)")
_OUR = re.compile(r"^[我本](?=[省市州县区旗](?:人大|政协))")
_FOOT_MARKS = re.compile(r"(?<=.)(?:[①-⑳]|[*★※△▲]+$)")
_UNIT_TAIL = re.compile(r"(?:\([^()]*\)|[*★△▲※#①-⑳]){1,6}$")

Entry = dict[str, Any]


@lru_cache(maxsize=1)
def _columns() -> list[Entry]:
    return list(tomllib.loads((VOCABULARY / "columns.toml").read_text(encoding="utf-8"))["entry"])


@lru_cache(maxsize=1)
def _entries() -> dict[str, dict[str, Entry]]:
    """First character → word → entry; what columns.toml says comes before wordings/."""
    found: dict[str, Entry] = {}
    for entry in _columns():
        for word in entry["words"] if entry["kind"] not in ("unit_ending", "stub") else ():
            found.setdefault(word, entry)
    for name, kinds in _SHARED.items():
        for entry in tomllib.loads((VOCABULARY / "wordings" / f"{name}.toml").read_text(encoding="utf-8"))["entry"]:
            for word in entry["words"] if entry["kind"] in kinds else ():
                if entry["kind"] not in ("qualifier", "object") or "满意" not in word:  # 结果满意 + 率 would hide 满意率
                    found.setdefault(word, entry)
    groups: dict[str, dict[str, Entry]] = defaultdict(dict)
    for word in sorted(found, key=len, reverse=True):
        groups[word[0]][word] = found[word]
    return groups


@lru_cache(maxsize=1)
def _unit_endings() -> tuple[str, ...]:
    return tuple(word for entry in _columns() if entry["kind"] == "unit_ending" for word in entry["words"])


@lru_cache(maxsize=1)
def _stub_heads() -> dict[str, Entry]:
    return {word: entry for entry in _columns() if entry["kind"] == "stub" for word in entry["words"]}


def looks_like_a_unit(text: str) -> bool:
    """Whether folded `text` ends as the names of handling units and regions do."""
    name = _UNIT_TAIL.sub("", text)
    return 2 <= len(name) <= 30 and name.endswith(_unit_endings()) and not re.search(r"[\d%:;。]", name)


def bare_name(text: str) -> str:
    """A row's name without its ordinal and foot marks: 一、县教育局* → 县教育局."""
    return re.sub(r"^[*★△▲※#]+|[*★△▲※#①-⑳]+$", "", _ORDINAL.sub("", text))


def as_stub_head(text: str) -> Facts:
    """What the words say above a column of names, where 乡镇 and 县 are kinds of units and no levels."""
    facts = facts_of(text)
    return facts if facts.stub or text not in _stub_heads() else facts._replace(body="", stub=str(_stub_heads()[text]["value"]))


def topic_of(text: str) -> str:
    """The topic class of a cell of the head or the stub, "" where it is none."""
    return class_of_label(bare_name(text))


def stub_head(text: str) -> Entry | None:
    """What the words say of a column of names where they stand above one; None where they are nothing of the kind."""
    heads, text = _stub_heads(), text[:80]
    return None if text in _ALONE else heads.get(text) or heads.get(_BRACKET_AT_END.sub("", text))


@lru_cache(maxsize=8192)
def facts_of(text: str) -> Facts:
    """What the folded, blank-free words of one cell say."""
    text = _FOOT_MARKS.sub("", text[:80])
    facts = Facts(text=text)
    if text in _ALONE:
        return facts._replace(body=text)
    if stub := stub_head(text):
        cut = _entries().get(text[0], {}).get(text, {}).get("kind") == "part"  # 界别 heads a column of proposers, and is one way to propose
        return facts._replace(stub=str(stub["value"]), role=str(stub.get("role", "")), part=cut)
    text = _CONTAINING.sub("", _OUR.sub("", text))
    lead = _ORDINAL.match(text)
    at, rest = lead.end() if lead and lead.end() < len(text) else 0, ""
    while at < len(text):
        before = facts.body
        length, facts = _step(text, at, facts)
        if facts.body and (name := _name_before(text, at, rest)) and before in ("", facts.body):
            facts, rest = facts._replace(body=before or name + facts.body), rest.removesuffix(name)
        rest += text[at] if length == 0 else ""
        at += max(length, 1)
    return _completed(facts, rest)


def _name_before(text: str, at: int, rest: str) -> str:
    """The name of the region whose congress or CPPCC stands at `at`: 澄江口 in 澄江口市人大代表建议."""
    found = _REGION_NAME.search(rest) if _OF_A_REGION.match(text, at) else None
    return found.group() if found and text[:at].endswith(found.group()) else ""


def _completed(facts: Facts, rest: str) -> Facts:
    """What can only be said once the whole cell is read."""
    phrase = bool(facts.letter or (facts.category("outcome") and not facts.weak)) and not (facts.measure or facts.category("satisfaction"))
    if phrase and not re.search(r"[\dA-Za-z]", rest) and len(rest) <= _LONGEST_REST:
        rest = ""  # the words of a class are a phrase of the report's own: 因受现有政策限制暂难解决
        facts = facts._replace(none="" if facts.none == _TARGET else facts.none, part=False)
    if facts.letter and not facts.category("outcome"):
        facts = _with_category(facts, "outcome", "")
    if _RATE_OF_RETURNS.search(facts.text) and not facts.category("satisfaction"):
        return facts._replace(families=(), none=facts.none or "没有对应的统计项", rest=rest)
    if _SESSION.search(facts.text) and facts.year is None and _OF_A_SESSION.fullmatch(rest):
        return facts._replace(none=NO_YEAR_OF_SESSION)
    return facts._replace(rest=rest) if rest else facts


def _step(text: str, at: int, facts: Facts) -> tuple[int, Facts]:
    """The length of what is known at `at`, and the facts with it; 0 where nothing is."""
    word = next((word for word in _entries().get(text[at], ()) if text.startswith(word, at)), "")
    for pattern, read in _READERS:
        found = pattern.match(text, at)
        if found and found.end() - at >= len(word):
            return found.end() - at, read(facts, found)
    length, tags = time_at(text, at)
    if length > len(word):
        return length, facts._replace(**tags)
    if not word:
        return 0, facts
    return len(word), _apply(facts, _entries()[text[at]][word], word)


def _mixed(facts: Facts, found: re.Match[str]) -> Facts:
    return facts._replace(none=facts.none or "几级合在一起，不单列")


def _wide_body(facts: Facts, found: re.Match[str]) -> Facts:
    return facts._replace(level=next(level for level, words in zip(_WIDE_LEVELS, found.groups(), strict=True) if words))


def _body(facts: Facts, found: re.Match[str]) -> Facts:
    if len(facts.body) > 1 and found.string[: found.end(1)].endswith(facts.body):
        return facts  # 莱河市人大代表建议、莱河市政协提案
    return facts._replace(body=found[1]) if not facts.body or facts.body == found[1] else facts._replace(none="几级合在一起，不单列")


def _letter(facts: Facts, found: re.Match[str]) -> Facts:
    letter = _LETTERS.get(found[1], found[1].upper())
    if facts.letter and facts.letter != letter:
        return facts._replace(none="几类合在一起，不单列")
    return facts._replace(letter=letter)


_READERS = ((_WIDE_BODY, _wide_body), (_MIXED_BODIES, _mixed), (_BODY, _body), (_LETTER, _letter), (_MEETING, lambda facts, _: facts))  # 十届二次 is no second round


def _with_category(facts: Facts, family: str, category: str) -> Facts:
    before = dict(facts.categories)
    if before.get(family, "") and category and before[family] != category:
        category = _both(family, before[family], category, facts.text)
    return facts._replace(categories=tuple({**before, family: category}.items()))


def _class(facts: Facts, family: str, category: str, *, weak: bool) -> Facts:
    """A class by its words; an everyday word (解决) counts only where no other word tells."""
    if weak and facts.category(family):
        return facts
    if facts.weak and not weak:
        facts = facts._replace(categories=tuple(pair for pair in facts.categories if pair[0] != family), weak=False)
    return _with_category(facts, family, category)._replace(weak=weak or facts.weak)


def _both(family: str, first: str, second: str, text: str) -> str:
    """The class of words that name two: 已解决或列入计划 spans, 条件限制…列入规划 is deferred; 满意、基本满意 is their sum."""
    pair = {first, second}
    if family == "satisfaction":
        return "satisfied_or_basic" if pair <= {"satisfied", "basic", "satisfied_or_basic"} else "?"
    if "deferred" in pair:
        return "?" if "adopted" in pair or re.search("[或和]", text) else "deferred"
    return "adopted_or_planned"


def _apply(facts: Facts, entry: Entry, word: str) -> Facts:
    """`facts` with what one word adds."""
    kind, value = str(entry["kind"]), str(entry["value"])
    if kind == "measure":
        facts = facts._replace(undertake=bool(entry.get("undertake")), measure=value)
        return facts._replace(scale="rate") if entry.get("percent") else facts
    if kind == "none" and facts.letter and "lettered" in entry:
        return _class(facts, "outcome", str(entry["lettered"]), weak=False)  # B类(正在办理或列入计划)
    if kind in ("outcome", "sat"):
        return _class(facts, "outcome" if kind == "outcome" else "satisfaction", value, weak=bool(entry.get("weak")))
    if kind == "satisfaction_rate":
        return _with_category(facts._replace(scale="rate"), "satisfaction", value)
    if kind == "family":
        return _family(facts, entry, value)
    if kind == "scale":
        if value == "count":
            return facts._replace(counted=True)
        return facts._replace(scale=value if facts.scale == "soft" and value == "percent" else facts.scale or value)
    if kind == "instrument":
        return facts._replace(instrument=_stream(facts.instrument, value))
    if kind == "role":
        return _role(facts, value, apart=bool(entry.get("sole")) or word.startswith("分办"))
    return _apply_rest(facts, kind, value, word)


def _apply_rest(facts: Facts, kind: str, value: str, word: str) -> Facts:
    if kind == "none":
        return facts._replace(none=facts.none or value)
    if kind in ("part", "channel", "proposer"):
        stream = "proposal" if "提案" in word else "suggestion" if "建议" in word and not word.endswith("类") else ""
        return facts._replace(part=True, instrument=stream or facts.instrument)
    if kind in ("qualifier", "object", "including", "total"):
        return _named(facts, kind, value)
    return facts._replace(on_time=True) if kind == "on_time" else facts


def _named(facts: Facts, kind: str, value: str) -> Facts:
    if kind != "total":
        named: dict[str, Any] = {kind: value}
        return facts._replace(**named)
    return facts._replace(total="total" if value == "running" else value, period="running" if value == "running" else facts.period)


def _family(facts: Facts, entry: Entry, value: str) -> Facts:
    facts = facts._replace(families=(*facts.families, value), object=str(entry.get("object", "")) or facts.object)
    return facts._replace(scale=facts.scale or "soft") if entry.get("soft") else facts


def _stream(before: str, value: str) -> str:
    """Two streams in one cell are counted together; 议案 beside 建议 is the congress's."""
    pair = {before, value} - {""}
    if len(pair) <= 1:
        return value
    return "suggestion" if pair == {"motion", "suggestion"} else "combined" if pair <= {"proposal", "suggestion", "motion", "combined"} else value


def _role(facts: Facts, value: str, *, apart: bool) -> Facts:
    if value == "reference":
        return facts._replace(none="参阅件，不是承办")
    if facts.role and facts.role != value:
        return facts._replace(none="主办、协办合在一起，不单列")
    return facts._replace(role=value, sole=apart and not (facts.role and not facts.sole))
