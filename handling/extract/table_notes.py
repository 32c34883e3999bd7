"""Words around a table that tell of some of its columns: 办理结果为主办件，委员评价为初次反馈。"""

from __future__ import annotations

import re
from dataclasses import dataclass

from handling.extract.table_facts import Facts
from handling.extract.table_words import facts_of

_CLAUSE = re.compile(r"[,;。:()]|(?<![\d.])\d{1,2}[.、)](?!\d)|①|②|③|④|⑤")
_TELLS = re.compile(
    r"(?P<names>.{1,40}?)(?:[两三四五]?[栏列项]|数据|指标|统计){0,3}(?:均|都|全部|一律)?(?:只|仅|仅限|限)?(?:为|指|系|是|按|统计|以|限|对应){1,4}(?P<said>.{2,24})"
)
_AND = re.compile(r"[、和及与“”\"]+")
_OF_THE_TABLE = re.compile(r"^(?:本表|表中|表内|以上|上表|上述|表\d{0,2}|其中)(?:的|所列|中)?")
_JUDGED = re.compile(r"对(主办件|会办件|协办件)的?[^,;。]{0,8}(?:评价|测评|满意)")  # 代表对主办件的评价如下
_OPINIONS = ("满意", "基本满意", "不满意", "满意率", "基本满意率", "不满意率")
_BARE = re.compile(r"\([^()]*\)|件?数$|类?件?$|[两三四五]?[栏列项]$|数据$")
_ROUND = re.compile(r"(?P<first>首次|初次|第一次|首轮|第一轮)|最后一次|最终|末次|二次")
_ROUND_ENDING = re.compile(r"(?<=[评馈询测价])(?:结果|情况|意见|数据)$|(?:合并|一并|合在一起)?(?:进行)?统计$|为准$|为(?:基数|分母)$|口径$|计算$")


@dataclass(frozen=True, slots=True)
class Told:
    """What a note says of the columns whose heads it names."""

    names: tuple[str, ...]
    facts: Facts


def told_of_columns(texts: list[str]) -> tuple[Told, ...]:
    """Every clause that gives named columns a role, a round or what was judged."""
    found = []
    for text in texts:
        if judged := _JUDGED.search(text):
            found.append(Told(_OPINIONS, facts_of(judged[1])))
        for clause in filter(None, _CLAUSE.split(text)):
            said = _TELLS.fullmatch(clause)
            facts = facts_of(_ROUND_ENDING.sub("", said["said"])) if said else Facts()
            if said and not facts.understood and (round_ := _ROUND.search(said["said"])):
                facts = Facts(qualifier="first" if round_["first"] else "final")  # 满意率按代表在系统内的最后一次评价统计
            if said and facts.understood and not facts.none and (facts.role or facts.qualifier or facts.object):
                names = tuple(bare(_OF_THE_TABLE.sub("", name)) for name in _AND.split(said["names"]))
                found.append(Told(tuple(name for name in names if name), facts))
    return tuple(found)


def bare(name: str) -> str:
    """The words of a head or of its name in a note without what only one of the two may say: A类(件) → A."""
    return _BARE.sub("", _BARE.sub("", name))


def names_one_of(told: Told, heads: list[str], family: str) -> bool:
    """Whether a note names a column: by a head above it, or by the family of its class, where it names no head."""
    names = [bare(head) for head in heads]
    for name in told.names:
        if name in names or (len(name) > 2 and any(head.endswith(name) for head in names)):
            return True
        facts = facts_of(name)
        if family and facts.families == (family,) and not facts.categories:
            return True
    return False
