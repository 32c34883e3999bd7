"""Who is said to handle the items, in offices of every kind: 国网青禾县供电公司共承办…, 我校, 街道, 该局, 经开区管委会.

units in stems.py are named by the fields of government work; hospitals, colleges, companies and streets answer proposals as well, and a report
of theirs often names them nowhere but in the sentence that counts the items, or at the foot of its page.
"""

from __future__ import annotations

import re

from handling.vocabulary.patterns import searching
from handling.vocabulary.units import bureau_kind, find_units, unit_kind

INSTITUTION = re.compile(
    r"(?:医院|卫生院|保健院|大学|学院|学校|[中小]学|幼儿园|公司|集团|银行|信用(?:合作)?联社|供电所|海关|水厂|电厂|邮政|烟草|景区|农场|林场|出版社|报社|电视台|研究院|博物馆|图书馆)$"
)
GOVERNMENTS_OFFICE = re.compile(r"政府(?:办公[厅室]|办|督查|政务|研究室)|行政公署办公[厅室]|行署办|府办|督查室|政务督查|融媒体|党政办")
ASIDE = {"government_office", "development_zone", ""}
_COMMITTEE = re.compile(r"代表工作委员会|代表工委|代表联络|选举任免|提案委员会|提案委$|提案工作委员会")
_END = (
    r"街道办事处|街道|镇人民政府|乡人民政府|镇政府|乡政府|管委会|管理委员会|委员会|办公室|法院|检察院|医院|卫生院|大学|学院|学校|中学|小学|公司|集团|银行"
    r"|联合会|联社|协会|总工会|支队|大队|总队|中心|局|厅|委|部|署|院|校|所|站|社"
)
_DOER = re.compile(
    rf"(?:^|[,。;:“”()]|(?<=年)|(?<=以来)|(?<=期间))(?P<who>(?:该|本|我)?[\u4e00-\u9fff]{{0,22}}?(?:{_END}))(?:今年|当年|全年|本年度|20\d\d年度?)?(?:共计?|累计|总共|一共)?"
    r"(?:(?:承办|收到|接到|办理|承接|接收|受理|承担)(?:了|的)?(?=[^。;]{0,30}?(?:建议|提案|议案))(?=[^。;]{0,40}?\d)|召开(?=[^。;]{0,16}?(?:建议|提案)[^。;]{0,6}办理))"
)
_WHEN = re.compile(r"^(?:今年|去年|当年|全年|一年来|近年来)(?:以来)?")
_NOT_THEMSELVES = re.compile(r"^(?:各|相关|有关|其他|部分|多个|承办|主办|责任)|(?:部门|单位|政府|政协|人大|常委会|代表|系统)")
_STREET = searching(r"(?<![\u4e00-\u9fff])(?:我|本)?(?:街道|镇|乡)(?=党工委|办事处|党委|党政|共承办|承办|高度重视|主要领导|办理工作)|我(?:街道|镇|乡)")
_ZONE = re.compile(
    r"^(?P<zone>[\u4e00-\u9fff]{0,22}?(?:开发区|高新区|经开区|新区|园区|示范区|保税区|度假区|试验区|工业园))(?=20\d\d|关于|办理|承办|人大|政协|建议|提案|$)"
)


def kind_of_body(words: str) -> str:
    """Which of the four kinds of reporter an office stands for: a government's office and supervision office is the government."""
    kind = unit_kind(words)
    if _COMMITTEE.search(words) and kind not in ("cppcc", "congress"):
        return "cppcc" if "提案" in words else "congress"
    if kind in ("cppcc", "congress", "government"):
        return kind
    if GOVERNMENTS_OFFICE.search(words):
        return "government"
    if kind in ("court", "procuratorate"):
        return "bureau"
    if kind == "town":
        return "bureau" if re.search(r"(?:镇|乡|苏木)人民政府|街道(?:办事处|办)", words) else ""
    named = bureau_kind(words) not in ASIDE or INSTITUTION.search(words)
    return "bureau" if kind in ("bureau", "party", "other", "hotline") and named else ""


def doers(text: str) -> list[str]:
    """Everybody who is said to handle items, in order: a name, or "" for 该局 and 我院.

    Governments, congresses and CPPCCs are left out: what they received is told in the reports of others as well.
    """
    found = []
    for match in _DOER.finditer(text):
        who = match["who"]
        who = _WHEN.sub("", who)
        if re.fullmatch(rf"(?:该|本|我)?(?:{_END})", who):
            found.append("")
        elif not _NOT_THEMSELVES.search(who) and not who.startswith(("该", "本", "我")) and unit_kind(who) not in ("government", "cppcc", "congress"):
            found.append(who)
    return found


def office_alone(words: str) -> str:
    """The office that words name and say nothing else (县水利局。), "" where they say more, or name a government or a body that raises items."""
    name = words.strip("。: ")
    if not 3 <= len(name) <= 24 or unit_kind(name) in ("cppcc", "congress", "government", "other", ""):
        return ""
    found = find_units(name)
    return name if len(found) == 1 and found[0][0].end - found[0][0].start == len(name) else ""


def speaks_as_town(text: str) -> int:
    """How often a text speaks of the street or town as of itself (街道党工委, 我镇)."""
    return len(_STREET.findall(text))


def zone_of(title: str, text: str) -> str:
    """The development zone that a title begins with and whose 管委会 the text tells of, as its committee; else ""."""
    found = _ZONE.match(title)
    return found["zone"] + "管委会" if found and "管委会" in text else ""
