"""Findings in one plain sentence each, Chinese or English, from data/vocabulary/findings.toml and the names of the classes."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from handling.model import Finding
from handling.vocabulary.classes import VOCABULARY, names

CATEGORY_FIELDS = {
    "outcome": "category:outcome",
    "outcome_share": "category:outcome",
    "satisfaction": "category:satisfaction",
    "satisfaction_rate": "category:satisfaction",
    "topic": "topic",
    "topic_share": "topic",
}


@lru_cache(maxsize=1)
def _templates() -> dict[str, dict[str, object]]:
    return tomllib.loads((VOCABULARY / "findings.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=2)
def _names(lang: str) -> dict[tuple[str, str], str]:
    return {(name.field, name.id): name.zh if lang == "zh" else name.en for name in names()}


def kind_name(kind: str, lang: str = "zh") -> str:
    """The name of a kind of finding: 合计不符."""
    return str(_templates()[kind][lang])


def sentence(finding: Finding, lang: str = "zh") -> str:
    """What was found, in one sentence with both numbers. `lang`: "zh" or "en". The report's own words stay in its language."""
    facts = dict(finding.facts)
    if lang != "zh":
        facts |= {key: facts[key].replace("、", ", ") for key in ("parts", "printed") if key in facts}
    template = str(_templates()[finding.kind][f"sentence_{lang}"])
    said = template.format_map(defaultdict(str, {**facts, **_words(facts, lang)}))
    return _unsure(said, facts, lang) if "doubt" in facts else said


def doubt(facts: Mapping[str, str], lang: str = "zh") -> str:
    """Why the numbers of a finding may be misread; "" where nothing speaks for that."""
    return _term(_templates()["doubts"], facts.get("doubt", ""), lang).format(words=facts.get("doubt_words", ""))


def _unsure(said: str, facts: Mapping[str, str], lang: str) -> str:
    """The sentence of a finding that may come from a misreading: it tells what was read, and asks for a look."""
    said = said.replace("报告写", "读到", 1).replace("，不符。", "，对不上。") if lang == "zh" else f"As read: {said}"
    return said + str(_templates()["unsure"][lang]).format(doubt=doubt(facts, lang))


def scale_of(kind: str, column: str, facts: Mapping[str, str]) -> str:
    """What the number `printed` or `computed` of a finding is: count or percent, as its sentence has it, else as it has the other; "" where it has none."""
    value = facts.get(column, "")
    both = (column, *({"printed", "computed"} - {column}))
    found = (re.search(f"{{{one}}}(%|件|{{unit_word}})", str(_templates()[kind]["sentence_zh"])) for one in both)
    unit = next(filter(None, found), None)
    if not value or not (unit or "%" in value):
        return ""
    if unit and unit[1] == "{unit_word}":
        return facts.get("scale", "count")
    return "count" if unit and unit[1] == "件" else "percent"


def _words(facts: Mapping[str, str], lang: str) -> dict[str, str]:
    """The words that a sentence needs beside the numbers."""
    terms = _templates()
    percent = facts.get("scale") == "percent"
    return {
        "where": _where(facts, lang),
        "thing": _thing(facts, lang),
        "measure_name": _term(terms["classes"], facts.get("measure", ""), lang) or _name("measure", facts.get("measure", ""), lang),
        "classes_name": _term(terms["classes"], facts.get("measure", ""), lang),
        "cut_name": _term(terms["cuts"], facts.get("cut", ""), lang),
        "whole_name": _base(facts, facts.get("whole_name") or facts.get("whole", ""), facts.get("whole_words", ""), lang),
        "base_name": _base(facts, facts.get("base_name", ""), facts.get("base_words", ""), lang),
        "base_unit": _unit_of(facts.get("base_name", "")),
        "whole_unit": _unit_of(facts.get("whole_name", "")),
        "because": (f"（{facts['reason']}）" if lang == "zh" else f" ({facts['reason']})") if "reason" in facts else "",
        "count_name": _count_name(facts, lang),
        "count_sum": f"{facts['parts']}={facts['count']}" if "count" in facts and "+" in facts.get("parts", "") else facts.get("count", ""),
        "part_name": _part_name(facts, lang),
        "direction_name": _term(terms["directions"], facts.get("direction", ""), lang),
        "unit_word": "%" if percent else ("件" if lang == "zh" else ""),
    }


def _unit_of(name: str) -> str:
    """The counting word of a base: forms come in 份."""
    return "份" if name == "returned" else "件"


def _name(field: str, value: str, lang: str) -> str:
    return _names(lang).get((field, value), value) if value else ""


def _term(table: object, key: str, lang: str) -> str:
    return str(table[key][lang]) if isinstance(table, Mapping) and key in table else ""


def _said(facts: Mapping[str, str], measure: str, lang: str) -> str:
    """A measure as the report calls it, where its text is known and tells (`wording.in_own_words`); else a word that holds for every report."""
    own = facts.get(f"{measure}_word", "") if lang == "zh" else ""
    return own or _term(_templates()["terms"], measure, lang)


def _base(facts: Mapping[str, str], name: str, words: str, lang: str) -> str:
    if name == "stream":
        names = [_named(word, lang) for word in words.split()]
        return "".join(names) if lang == "zh" else " ".join(names)
    return _said(facts, name, lang).format(words=words)


def _named(word: str, lang: str) -> str:
    """The name of a level, role, instrument or measure by its id."""
    found = (_names(lang).get((field, word)) for field in ("level", "role", "instrument"))
    return next((name for name in found if name), None) or _term(_templates()["terms"], word, lang) or word


def _where(facts: Mapping[str, str], lang: str) -> str:
    """Whose, when and which stream: 宁波市人民政府2011年市州级政协提案."""
    stream = [_name(field, facts.get(field, ""), lang) for field in ("level", "role", "instrument", "qualifier")]
    year, month, period = facts.get("year", ""), facts.get("month", ""), facts.get("period", "")
    if lang == "zh":
        time = _chinese_period(period) or (f"{year}年" if year else "") + (f"{month}月" if month else "")
        return facts.get("unit", "") + time + "".join(stream)
    time = period or (f"{year}-{int(month):02d}" if month and year else year)
    return ", ".join(part for part in (facts.get("unit", ""), time, " ".join(part for part in stream if part)) if part)


def _chinese_period(period: str) -> str:
    """2018/2022 → 2018—2022年; 2018-01/2018-09 → 2018年1—9月."""
    ends = [end.split("-") for end in period.split("/")] if period else []
    if len(ends) != 2 or not all(part.isdigit() for end in ends for part in end):
        return period
    first, last = ends
    if len(first) == len(last) == 1:
        return f"{first[0]}—{last[0]}年"
    if len(first) == len(last) == 2 and first[0] == last[0]:
        return f"{first[0]}年{int(first[1])}—{int(last[1])}月"
    return f"{'年'.join(str(int(part)) for part in first)}月—{'年'.join(str(int(part)) for part in last)}月" if len(last) == 2 else period


def _thing(facts: Mapping[str, str], lang: str) -> str:
    """What the figure is called: the report's own words in quotation marks, else its class, else its measure."""
    if facts.get("label"):
        return f"“{facts['label']}”"
    measure = facts.get("measure", "")
    category = _name(CATEGORY_FIELDS.get(measure, ""), facts.get("category", ""), lang)
    return category or _said(facts, measure, lang) or _name("measure", measure, lang)


def _count_name(facts: Mapping[str, str], lang: str) -> str:
    measure = {"completion_rate": "completed", "answer_rate": "answered"}.get(facts.get("measure", ""), "")
    category = facts.get("counted") or facts.get("category") or "satisfied_or_basic"
    return _said(facts, measure, lang) or _name("category:satisfaction", category, lang)


def _part_name(facts: Mapping[str, str], lang: str) -> str:
    if facts.get("label"):
        return f"“{facts['label']}”"
    category = _name(CATEGORY_FIELDS.get(facts.get("part_measure", ""), ""), facts.get("category", ""), lang)
    return category or _name("role", facts.get("part_role", ""), lang) or _said(facts, facts.get("part_measure", ""), lang)
