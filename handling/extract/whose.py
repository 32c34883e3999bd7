"""Whose figures a passage tells where the number's own words name nobody: 县水利局。承办…, 县水利局办理的提案中, a hearing of the government's report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract.organisations import office_alone
from handling.extract.scope import MIXED, Traits
from handling.vocabulary.places import name_ending
from handling.vocabulary.units import find_units

if TYPE_CHECKING:
    from handling.extract.context import Context
    from handling.extract.sentence import SentenceReader

_UNIT = r"([\u4e00-\u9fff]{2,16}?(?:局|厅|委|委员会|人民政府|政府系统|街道办事处|办公室|中心|法院|检察院))"
_ITEMS_OF = re.compile(
    rf"(?:^|[;,:])(?:(?:此外|另外|同时|其中),?)?(?:\d+件)?{_UNIT}"
    r"(?:(?:承办|主办|办理)的(?:建议|提案|建议提案|提案建议|件)[中里]?,|(?:是|作为)[^,;。]{0,10}(?:大户|承办单位),"
    r"|(?:承办|主办|办理)的(?:\d+件)?(?:建议|提案)|的(?:主办|承办|会办)件|(?=[A-D甲乙丙]类))"
)
_OPINION_OF = re.compile(rf"对{_UNIT.replace('{2,16}', '{1,16}')}(?:的)?(?:办理|答复)(?:工作|结果|态度|质量|情况|过程)?的?$")
_CHAMBER = re.compile(r"(?:^|[;,:。])(?:其中,?)?(?P<name>(?P<place>[\u4e00-\u9fff]{1,6}[县市区旗州])(?:政协|人大常委会))(?:今年|20\d\d年)?(?:共|累计)?(?=收到|立案|征集)")
_TAKEN_IN = re.compile(r"(?:^|[,;。])(?P<name>[省市县区州旗]?(?:人大常委会|政协))(?:共|一共|总共|累计)?(?:收到|征集)(?:代表|委员|建议|提案|批评|意见|、|和){1,8}(?:共)?$")
_ALL_FILED = re.compile(r"立案(?:的)?(?:\d+件)?(?:提案|建议)")  # 全部立案提案的满意率: the chamber's own
_FOREMOST_RATE = re.compile(
    r"(?:^|[,;])([^,;。]{1,16}(?:局|委|委员会|镇|乡|街道|区|县|市|中心|公司|法院|检察院))的?[^,;。]{0,6}率(?:最[低高]|居[首末]|偏低|较低),(?:仅|只有|为|达)*$"
)  # 市住建局满意率最低, 为88.6%
_HEARING = re.compile(r"(?:听取|审议).{0,30}(?:办理|落实)(?:情况|工作)的?报告")
_OWN_WATCH = re.compile(r"主任会议|常委会|组成人员|代表工委|专门委员会|督办")


def opens(kind: str, opening: str, label: str) -> str:
    """The office that a paragraph's first sentence or heading consists of; "" in a bureau's own report."""
    return "" if kind == "bureau" else office_alone(opening) or office_alone(label)


def _only_theirs(reader: SentenceReader, own: Traits) -> str:
    """县政府系统承办建议92件. … 建议办结率100%: who handles all items of a stream and body that a chamber's report has counted; "" if several or itself."""
    said, paragraph = reader.said, reader.context.paragraph
    instrument, body = own.instrument or said.instrument or paragraph.instrument, own.body or said.body or paragraph.body
    counted = [r for r in (*reader.context.groups, *reader.readings) if r.measure in ("received", "filed") and reader.context.year_of(r.traits.year) is None]
    alike = [r.traits for r in counted if instrument in ("", "combined") or not r.traits.instrument or r.traits.instrument in (instrument, "combined")]
    units = {traits.unit for traits in alike if "" in (body, traits.body) or traits.body in (body, MIXED)}
    return units.pop() if len(units) == 1 else ""


def _other_chamber(reader: SentenceReader, place: int) -> str:
    """市政协收到提案402件; 东湖区政协收到提案171件: the CPPCC or congress of another place that the clause tells of."""
    for told in reversed([*_CHAMBER.finditer(reader.text[reader.start : place])]):
        end = reader.start + told.end("place")
        if len(told["place"]) > 2 and name_ending(reader.text, end, reader.start + told.start("place")) == told["place"] != reader.context.head.region:
            return told["name"]
    return ""


def whose(reader: SentenceReader, measure: str, place: int, own: Traits) -> str:
    """The unit whose figure of `measure` the sentence tells at `place`, as the words around name it; "" for the reporter's own."""
    head = reader.context.head
    if head.kind == "bureau":
        return ""
    if foremost := _FOREMOST_RATE.search(reader.text[reader.start : place]):
        return foremost[1]
    named = [of[1] for of in _ITEMS_OF.finditer(reader.text[reader.start : place + 2]) if find_units(of[1]) and of[1][0] not in "我本各该"]
    if judged := _OPINION_OF.search(reader.text[reader.start : reader.text.rfind("满意", reader.start, place)]):
        named = [judged[1]]  # 代表对市政府系统办理结果的满意率
    if named:
        return named[-1]
    if head.kind in ("congress", "cppcc") and (other := _other_chamber(reader, place)):
        return other
    if reader.context.office:
        return reader.context.office
    if _ALL_FILED.search(reader.text, reader.start, place):
        return ""
    if head.kind in ("congress", "cppcc") and measure == "satisfaction":
        units = [r.traits.unit for r in reader.readings if r.traits.unit]
        return units[-1] if units else reader.context.unit  # 县政府承办的71件已全部办结。…满意的52件
    if head.kind in ("congress", "cppcc") and measure not in ("received", "filed", "key") and (theirs := _only_theirs(reader, own)):
        return theirs
    heard = head.kind == "congress" and _HEARING.search(re.sub(r"\s", "", head.title)) is not None
    return "人民政府" if heard and not _OWN_WATCH.search(reader.text, reader.start, place) else ""


def raised_elsewhere(context: Context, reader: SentenceReader) -> None:
    """Totals that a CPPCC or a congress received and filed are theirs, when a government tells them."""
    if context.head.kind in ("cppcc", "congress", "bureau", "hotline", "bulletin"):
        return
    filed = next((r for r in reader.readings if r.measure == "filed" and r.traits.instrument != "motion"), None)
    given = any(r.traits.unit or r.rule == "noun" for r in reader.readings if r.measure == "received")
    text = reader.text[reader.start : reader.end]
    found = re.search(r"([省市州县区旗]?)(?:[\d一二三四五六七八九十]{1,4}届)?政协|([省市州县区旗]?)(?:[\d一二三四五六七八九十]{1,4}届)?人大", text)
    elsewhere = ""
    for reading in reader.readings:
        if reading.child and reading.measure != "filed":
            if elsewhere and reading.traits.part and not reading.traits.unit:
                reading.traits = Traits(unit=elsewhere).over(reading.traits)  # 代表提出建议112件, 其中会议期间105件
            continue
        if not reading.traits.unit and not reading.own.unit and (taken := _TAKEN_IN.search(reader.text, reader.start, reading.start)):
            reading.traits = Traits(unit=taken["name"]).over(reading.traits)  # 省人大常委会共收到代表建议753件, 其中会议期间731件
            elsewhere = taken["name"]
            continue
        mine = reading is filed or (reading.measure == "filed" and reading.traits.instrument != "motion")
        early = (
            filed is not None and reading.measure == "received" and reading.start < filed.start and reading.rule in ("verb_before", "raised", "noun")
            and not (reading.own.unit and reading.traits.instrument != filed.traits.instrument)
        )
        late = filed is None and reading.rule == "raised" and not reading.traits.part and (given or "交" in text) and not re.search("我[局委办厅]", text)
        if mine or early or late:
            body = "人大常委会" if reading.traits.instrument == "suggestion" else "政协"
            level = (found[1] or found[2] or "") if found else ""
            reading.traits = Traits(unit=level + body).over(reading.traits.without("unit"))
            reading.rule += "_elsewhere"
            elsewhere = level + body
