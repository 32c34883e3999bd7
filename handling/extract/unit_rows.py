"""The units that a row of numbers is told along: 县教育局、县卫健局满意率分别为98%和97%."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract import adjacency
from handling.extract.numerals import read_number
from handling.extract.scope import Traits
from handling.vocabulary.patterns import searching

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

_RATE = r"(?:按[时期])?(?:基本)?(?:满意|见面|面商|走访|沟通|办结|办复|答复|回复|解决|采纳|落实|完成|开工)率"
_TOLD_OF_UNITS = searching(rf"(?:承办|办理|主办)?的?(?:[省市县区州旗]?(?:人大|政协))?(?:代表|委员|群众)?(?:建议|提案){{0,4}}的?(?:代表|委员|群众)?(?:办理)?{_RATE}$|(?:承办|办理|主办|收到)?的(?:建议|提案|议案|、|和){{1,8}}(?:数量?|件数)?$|(?:承办|办理|主办)(?:建议|提案|议案|、|和){{1,8}}(?:数量?|件数)$")  # 县教育局、县卫健局满意率分别为…
LEADING = re.compile(r"(?:的)?(?:提案|建议){0,4}(?P<how>承办|办理|主办|会办|协办)(?:数量|件数|量|数|任务|提案|建议){0,6}(?:较多|最多|较大|最大|较重|最重|居前|位居前|位列前|排在前|排名?前|靠前|列前|居)|是(?:全[市县区州])?(?:提案|建议|办理|承办)+的?“?大户”?")
_LEADERS = re.compile(r"(?:较多|最多|较大|最大|较重|最重|[最较偏][低高]|居前|靠[前后]|列前|前[二三四五六]位)(?:几位|列)?的(?:[两二三四五几\d]+[个家])?(?:单位|部门)?(?:依次|分别)?(?:是|为|有)(?P<units>[^,;。]+)$|(?:任务|承办量|件数|主要)(?:主要|较为)?(?:集中在|集中于)(?P<places>[^,;。]+)$")


_MOST = re.compile(r"^[^、]{0,24}?(?:较多|最多|较大|最大|较重|最重|[最较偏][低高]|居前|靠[前后]|列前|前[两二三四五六七八九十][位名]?)(?:几?[个家])?的(?:单位|部门)?(?:有|是|为)?")  # 承办件数较多的区住建局、区教育局分别承办


_THESE = re.compile(
    r"(?:上述|以上|前述|这)?(?P<number>\d+|[两二三四五六七八九十]+)[家个](?:承办|主办|责任)?(?:单位|部门|局|乡镇|镇街|街道)[^,;。、\d]{0,24}?(?:分别|依次)"
)


def units_axis(text: str, start: int, end: int, size: int) -> list[str]:
    """雁栖口县人民政府、泽林市人民政府分别主办…: the units of a row of numbers."""
    words = _TOLD_OF_UNITS.sub("", re.split(r"[也还均]?(?:分别|各)", text[start:end])[0])
    words = _MOST.sub("", words)
    for joint in (r"、", r"、|和(?=[省市县区州旗盟镇乡])", r"、|和(?=[\u4e00-\u9fff]{2,}[局委府区县市院])"):
        if good := named_units(re.split(joint, words), size):
            return good
    return []


def units_listed(words: str) -> list[str]:
    """区教育局、区民政局的办复率: the two or more units that the words list before a rate; [] where they list none."""
    words = _TOLD_OF_UNITS.sub("", words)
    words = re.sub(r"^(?:[,、;:]|其中|此外)*", "", words)
    many = len(re.findall(r"、|和", words)) + 1
    return units_axis(words, 0, len(words), many) if many > 1 else []


def named_units(parts: list[str], size: int) -> list[str]:
    """The names of units that `parts` are; [] unless each of `size` parts is one."""
    names = [re.sub(r"^其中|^[,、]", "", part) for part in parts]
    names = [re.sub(r"\d{1,2}月份?.*$|20\d\d年$", "", name) for name in names]
    good = [n for n in names if n and (adjacency.unit_words(n, 0, len(n)) == n or adjacency.place_words(n, 0, len(n)) == n)]
    return good if len(good) == size == len(names) else []


def role_of_amount(before: str) -> Traits:
    """主办件数居前: the amounts that follow are of lead items."""
    told = LEADING.search(before)
    return Traits(role={"主办": "lead", "会办": "joint", "协办": "joint"}.get(told["how"], "") if told else "")


def units_of_these(reader: SentenceReader, start: int, place: int, size: int) -> list[str]:
    """上述三家单位的满意率分别为…: as many units as were named last; [] where fewer were, or where the words point at none."""
    found = _THESE.search(reader.text, start, place)
    if found is None or read_number(found["number"].replace("两", "二")) != size:
        return []
    named = list(dict.fromkeys(r.traits.unit for r in reversed(reader.history) if r.traits.unit))
    return named[:size][::-1] if len(named) >= size else []


def leading_units(text: str, size: int) -> list[str]:
    """县住建局、县教体局、县民政局承办量居前三位, 分别为…: the units named in the clause before."""
    named = _LEADERS.search(text)
    if named:
        return units_axis(text, named.start("units" if named["units"] else "places"), len(text), size)
    told = LEADING.search(text)
    return units_axis(text, 0, told.start(), size) if told else []
