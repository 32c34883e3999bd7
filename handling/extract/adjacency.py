"""Which words stand beside a number without foreign words in between: the ground on which it may be claimed."""

from __future__ import annotations

import re

from handling.extract.clauses import Slot
from handling.extract.lexicon import Token
from handling.vocabulary.patterns import searching

_FILLING = re.compile(r"[全年的为有是共达了已也均都则即就更计“”():、只仅还另经又约件数量类总中个各占到在由从分别者级一批同样仍任务]{0,14}")
_TRANSPARENT = {"total", "all", "reach", "respective", "rest", "each", "both", "time", "share", "session", "ontime", "among", "organ", "filler",
                "sole", "weak", "category", "month", "year", "period", "step", "value", "compare", "reform"}  # fmt: skip
_AFTER = re.compile(r"[的“”()、]{0,4}")

_UNIT_END = (
    "政府系统|人民政府|政府|系统|委员会|管委会|党工委|街道办事处|办事处|街道办|街道|办公室|检察院|法院|支队|大队|总队|集团|公司|中心|联合会|联社|协会|工会|妇联|"
    "群团组织|人民团体|团委|医院|学院|学校|大学|银行|税务局|供电局|有关部门|工作部门|部门|园区|开发区|高新区|新区|部|局|委|办|厅|院|镇|乡"
)
_UNIT = re.compile(
    rf"([\u4e00-\u9fff]{{1,22}}?(?:{_UNIT_END}))(?:作为[\u4e00-\u9fff]{{2,8}})?(?:今年|全年|本月)?(?:累计|总共|一共|共计|共|分别|系统)?(?:承办|办理|主办|会办|协办|受理|承接|交办|办结)?(?:了|的|有|为|共|计|达|各)*$"
)
_UNIT_VERB = searching(
    rf"([省市州县区旗镇乡]?(?:人民)?政府(?:系统)?|[省市州县区旗]委有关部门|[省市州县区旗]?(?:{_UNIT_END}))(?:有关部门|各部门|部门)?(?:20\d\d年)?(?:另外?|还|也)?(?:作为[\u4e00-\u9fff]{{2,8}})?(?:负责|具体|累计|总共|一共|共|统一)?(?:承办|办理|主办|会办|承担)"
)
_LEAD_IN = re.compile(
    r".*(?:其中|(?<!自)由|交由|[交分转]给|[分交]到|交(?=[省市县区州旗]政府|[省市县区州旗]人民政府)|有(?!限|关|色)|是|为|包括|即|[,:;、]|期间|的(?![有为是共])|涉及|中(?![级心医学国小共])|及时|以来|任务较重|前[两三四五六七八九十]位|较多|分别|年)(?=[\u4e00-\u9fff])"
)
_NO_UNIT = re.compile(
    r"^(?:全|我|本|各|该|工作部门|其工作|承办|主办|办理|涉及|分解到|落实到|责任|牵头|相关|有关|多个|成员|上级|下级|协办|会办|同|人民|部门|单位|委|局|办|部|系统|政府$)|"
    r"单位$|年底|全部|内部|(?:督|领|会|协|主|承|交|催|办|一)[办理部]$|[^改革健纪县市区省州旗工资农建科经教商监法编团体计信卫文环管党设理通技务旅济展划康]委$|[^府督改委农信外台侨]办$"
)


def before(slot: Slot, text: str) -> list[Token]:
    """Known words before the number, the nearest first, up to the first foreign word."""
    place, found = slot.quantity.span.start, []
    if (slot.left and "百分之" in text[slot.left[-1].end : place]) or (slot.start <= place - 3 and text[place - 3 : place] == "百分之"):
        place -= 3
    for token in reversed(slot.left):
        if not _FILLING.fullmatch(text, token.end, place):
            break
        found.append(token)
        place = token.start
    return found


def naming(tokens: list[Token]) -> Token | None:
    """The first word of a chain that can name what is counted."""
    for token in tokens:
        if not token.tags.keys() <= _TRANSPARENT:
            return token
    return None


def after(slot: Slot, text: str) -> list[Token]:
    """Known words after the number, the nearest first, up to the first foreign word."""
    place, found = slot.quantity.end, []
    for token in slot.right:
        if not _FILLING.fullmatch(text, place, token.start):
            break
        found.append(token)
        place = token.end
    return found


def beside(slot: Slot, text: str) -> Token | None:
    """The known word right behind the number (的 aside)."""
    if slot.right and _AFTER.fullmatch(text, slot.quantity.end, slot.right[0].start):
        return slot.right[0]
    return None


def unit_words(text: str, start: int, end: int) -> str:
    """The handling unit named right before `end` (区住建局, 市法院, 县政府系统), or ""."""
    words = text[start:end]
    lead = _LEAD_IN.match(words)
    found = _UNIT.search(words, lead.end() if lead else 0)
    if not found and lead:
        found = None
    if found and not _NO_UNIT.search(found[1]):
        return found[1]
    return ""


def doing_unit(text: str, start: int, end: int) -> str:
    """The unit that is said to handle: 交由县政府系统办理, 由市政府系统承办; "" if none or if it only hands over (市政府交办)."""
    found = _UNIT_VERB.search(text, start, end)
    if not found or found[1].startswith(("部", "局", "委", "办", "厅", "院", "系统", "中心")):
        return ""
    return "" if re.match(r"(?:人民)?政府$", found[1]) and text[found.start() - 1 : found.start()] in "我" else found[1]


_PLACE = re.compile(r"((?!全|我|本|各|该|主城|片|社|小|老|城|园|景|校)[\u4e00-\u9fff]{1,6}?[市县区旗州盟镇乡])(?:的|为|达|完成)?$")


def place_words(text: str, start: int, end: int) -> str:
    """A region named right before `end` in a list of regions (罗川县55.6%), or ""."""
    words = re.split(r"[,;:、()]|其中|(?<!柳|林|吴|泰|滁|杭|苏|徐|郑|兰|福|温|常|惠|台|湖|扬|广|贵|锦|沧|德|荆|永|钦|梅|赣)和", text[start:end])[-1]
    found = _PLACE.search(words)
    return found[1] if found and found.start() == 0 else ""
