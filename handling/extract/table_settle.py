"""What a cell of the head or the stub means in its line: units, topics, channels, totals."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handling.extract.table_facts import EVERY_LEVEL, Facts
from handling.extract.table_grid import Cell
from handling.extract.table_words import bare_name, looks_like_a_unit, topic_of

_OTHER_UNITS = re.compile(
    r"其[他它余].*|.*(?:部门|单位|企业|组织|单位合计)|[省市县区州旗]直|[省市县区州旗]本级|各?(?:乡镇|县区|区县|镇街|街道|县市区)"
)
_LIKE_ONES = re.compile(r".+等.{0,4}(?:乡镇|镇乡|镇街|街道|县区|区县|单位|部门|乡|镇)")
_GROUP_OF_UNITS = re.compile(
    r"各?(?:县区|区县|县市区|乡镇|镇乡|镇街|乡|镇|街道|苏木|园区)(?:\([^()]*\))?(?:人民政府|政府|街道|场|办事处)?|.*(?:部门|单位|机关|企业|[省市县区州旗]直)"
)
_OFFICES = re.compile(r"(?:各|市|县|区|州|旗|省)+(?:级|直|直属)?(?:部门|单位|机关)|[省市县区州旗]直")
_UNIT_HEAD = re.compile(r"承办|责任|办理|主办|部门|镇|街|县|区|局|机构|名称")
_SEVERAL = re.compile(r"(.{2,}?)[、/,和及](.{3,})")
_NO_PART_OF_A_NAME = re.compile(r"\((?:牵头|主办|主责|协办|会办|包?含[^()]*|包括[^()]*|加挂[^()]*)(?:单位|部门)?\)$")
_SYSTEM = re.compile(r"([省市县区州旗](?:人民)?政府系统)(?:合计|总计|小计)")
_FIELDS = ("农村", "城乡", "乡村", "社区")  # 县农业农村和水利局 is one office
_FIELD_OF_UNITS = re.compile(r".{2,8}(?:口|线|战线|条线|系统|类部门|类单位|组)")
COUNTING_WORD = re.compile(r"件|个|项|条|家|位|人|次|份|宗|%|件次|人次|万元|亿元|天|场|场次|期|篇|名|户|处|亩|吨|封|起|公里|小时|工作日")
_COUNT_TAIL = re.compile(r"(?:\((?:件|个|项|%|件、%|件数|单位:件)\)|件数?|数量|占比|比例)$")
_LEVEL_HEAD = re.compile(r"(?:来源)?(?:层级|级别|层次)")
_LEVEL_ROW = re.compile(r"(?P<own>[本我][省市州县区旗](?:本?级)?)|(?P<body>[\u4e00-\u9fff]{1,8}?(?:省|自治区|市|州|县|区|旗|盟|镇|乡))(?:本?级)?")
_MONTHS = 12
SUM_OF_CLASSES = "各类之和，没有说明是什么件数"
_NO_SPAN = "不相连的几段时间之和"


@dataclass(slots=True)
class Settled:
    """A cell of head or stub with the meaning that its line of cells gives it."""

    facts: Facts
    topic: str = ""


def _is_open(facts: Facts) -> bool:
    """Whether the words leave room for a unit or a topic: nothing strong was read in them."""
    strong = facts.measure or facts.families or facts.categories or facts.role or facts.letter or facts.on_time or facts.part
    return not (strong or facts.none or facts.stub)


def _topic(cell: Cell) -> str:
    facts = cell.facts
    if not _is_open(facts) or facts.total or facts.year is not None or (facts.understood and (facts.instrument or facts.body or facts.level)):
        return ""
    return topic_of(_COUNT_TAIL.sub("", cell.text))


def settle_line(cells: list[Cell], head: Facts) -> dict[int, Settled]:
    """The cells of one head row or one stub column, by id, once it is known what the line lists. `head` is the stub column's own head."""
    if head.stub == "unit":
        return {id(cell): _unit_row(cell) for cell in cells}
    if _LEVEL_HEAD.fullmatch(head.text):
        return {id(cell): _level_row(cell) for cell in cells}
    open_cells = [cell for cell in cells if not cell.facts.understood]
    topics = [cell for cell in cells if _topic(cell)]
    units = [cell for cell in open_cells if looks_like_a_unit(bare_name(cell.text)) and _is_open(cell.facts) and not _topic(cell)]
    if head.rest and not _UNIT_HEAD.search(head.text):
        units = []  # 提交单位, 界别: whose items, not who handles them
    among = any(cell.text.startswith(("其中:委员提案", "其中委员提案")) for cell in cells)  # beside 集体提案: the members' own
    channels = sum(cell.facts.part for cell in cells) > (0 if "渠道" in head.text or among else 1)
    topical = len(topics) >= 2 and len(topics) * 2 > len(open_cells) and len(topics) >= len(units)
    grouped = any(_OFFICES.fullmatch(bare_name(cell.text)) for cell in cells)
    beside_proposals = any(cell.facts.instrument == "proposal" and not cell.facts.part for cell in cells)
    settled = {}
    for cell in cells:
        if beside_proposals and cell.text == "建议类":  # else one kind of calls to a hotline
            settled[id(cell)] = Settled(cell.facts._replace(part=False, instrument="suggestion"))
        elif grouped and heads_a_group(cell.text) and not cell.facts.measure:
            settled[id(cell)] = Settled(Facts(text=cell.text, none="不是一个单位"))
        elif topical and _topic(cell):
            settled[id(cell)] = Settled(cell.facts._replace(rest="", part=False), _topic(cell))
        elif not cell.facts.understood and not topical and cell in units:
            settled[id(cell)] = _unit_row(cell)
        elif channels and _is_one_of(cell):
            settled[id(cell)] = Settled(cell.facts._replace(part=True))
        else:
            settled[id(cell)] = Settled(cell.facts)
    return settled


def _level_row(cell: Cell) -> Settled:
    """本市 and 绍州市级 in a column of levels: whose congress or CPPCC raised the items."""
    named = _LEVEL_ROW.fullmatch(bare_name(cell.text))
    if named is None or cell.facts.understood:
        return Settled(cell.facts)
    return Settled(Facts(text=cell.text, body="本级" if named["own"] else named["body"]))


def _is_one_of(cell: Cell) -> bool:
    """Whether words that name a whole stream name one of its cuts, beside others: 12345热线 and 县长信箱, 委员提案 and 党派提案."""
    facts = cell.facts
    return not (facts.total or facts.measure) and (facts.instrument == "hotline" or re.match("(?:其中:?)?委员提案", cell.text) is not None)


def heads_a_group(text: str) -> bool:
    """Whether words name a kind of units, and no level of what they handle: 县直部门, 乡镇."""
    return bool(_GROUP_OF_UNITS.fullmatch(bare_name(text)))


def heads_a_field(text: str) -> bool:
    """Whether words name the units of one field of work, and no subject: 农业口, 城建系统, 政法战线."""
    return bool(_FIELD_OF_UNITS.fullmatch(bare_name(text)))


def system_of(words: str) -> str:
    """市政府 of 市政府系统 or 市政府系统小计; "" where the words name no system."""
    found = _SYSTEM.fullmatch(bare_name(words)) or _SYSTEM.fullmatch(bare_name(words) + "小计")
    return found[1] if found else ""


def _unit_row(cell: Cell) -> Settled:
    facts = cell.facts
    if facts.understood and (facts.total or facts.none or facts.year is not None or facts.scale):
        return Settled(facts._replace(none="各组的小计，不是一个单位的数字") if facts.total == "subtotal" else facts)
    name = bare_name(cell.text)
    if COUNTING_WORD.fullmatch(name):  # 指标 | 单位 | 数量: 件, %
        return Settled(facts)
    if system := system_of(name):
        return Settled(Facts(text=cell.text, unit=system))  # 区政府系统小计: what the government handles
    if facts.total and re.search(r"(?:合计|总计|小计)$", name):
        return Settled(Facts(text=cell.text)._replace(none="各组的小计，不是一个单位的数字"))
    if re.match(r"示例|样例|例[:：]|\(?填写?示?例", name):
        return Settled(Facts(text=cell.text, none="示例行"))
    if _OTHER_UNITS.fullmatch(name) or _LIKE_ONES.fullmatch(name):
        return Settled(Facts(text=cell.text, none="不是一个单位"))
    name = _NO_PART_OF_A_NAME.sub("", name)
    several = _SEVERAL.fullmatch(name)
    if several and looks_like_a_unit(several[1]) and len(several[1]) > 2 and not several[1].endswith(_FIELDS) and looks_like_a_unit(several[2]):
        return Settled(Facts(text=cell.text, none="几个单位合在一起"))
    return Settled(Facts(text=cell.text, unit=name))


def _combined(streams: set[str]) -> str:
    """The stream of a sum over streams; "" where it is one stream already or no known sum."""
    if streams <= {"suggestion", "motion"}:
        return "suggestion" if len(streams) == 2 else ""
    return "combined" if streams <= {"suggestion", "motion", "proposal", "combined"} and len(streams) > 1 else ""


def total_facts(facts: Facts, siblings: list[Settled]) -> Facts:
    """A total says what its siblings share, and sums what they do not: 建议 and 提案 → combined, 省 and 市 → no body."""
    streams = {other.facts.instrument for other in siblings if other.facts.instrument}
    siblings = [other for other in siblings if not other.facts.only_scales]
    bodies = {other.facts.body or other.facts.level for other in siblings if not other.facts.total}
    instrument = facts.instrument or (next(iter(streams)) if len(streams) == 1 else _combined(streams))
    body = next(iter(bodies)) if len(bodies) == 1 and siblings and siblings[0].facts.body else EVERY_LEVEL if len(bodies - {""}) > 1 else ""
    measure = facts.measure
    summed = [other for other in siblings if other.facts.role or other.facts.instrument or other.facts.body or other.facts.part or other.topic]
    if not measure and summed:
        measures = {other.facts.measure for other in summed if not other.facts.scale}
        measure = next(iter(measures)) if len(measures) == 1 and "" not in measures else "received" if not any(other.topic for other in siblings) else ""
    none = facts.none or ("议案与建议合在一起，不单列" if streams == {"motion", "suggestion"} else "")
    if siblings and not measure and all(other.facts.is_a_class for other in siblings):
        none = none or SUM_OF_CLASSES
    return _with_span(facts._replace(instrument=instrument, body=facts.body or body, measure=measure, none=none), siblings)


def _with_span(facts: Facts, siblings: list[Settled]) -> Facts:
    """A total over years, quarters or months that follow each other is one of the whole time; over others it has no time to be told."""
    years = sorted({other.facts.year for other in siblings if other.facts.year is not None and not other.facts.year_is_relative})
    months = {other.facts.month for other in siblings if other.facts.month}
    for other in siblings:
        if re.fullmatch(r"\d\d/\d\d", other.facts.period):
            months |= set(range(int(other.facts.period[:2]), int(other.facts.period[3:]) + 1))
    if len(years) > 1 and facts.year is None:
        found = facts._replace(period=f"{years[0]}/{years[-1]}", year=years[-1])
        return found if _follow(years) else facts._replace(none=facts.none or _NO_SPAN)
    if len(months) > 1 and not facts.period:
        in_order = sorted(months)
        found = facts._replace(period=f"{in_order[0]:02d}/{in_order[-1]:02d}" if len(months) < _MONTHS else "")
        return found if _follow(in_order) else facts._replace(none=facts.none or _NO_SPAN)
    return facts


def _follow(numbers: list[int]) -> bool:
    return numbers == list(range(numbers[0], numbers[-1] + 1))
