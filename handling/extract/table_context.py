"""What stands around a table: its caption, the heading above it, the notes below it, and what letters mean in this report."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from handling.extract.table_facts import Facts
from handling.extract.table_grid import Line
from handling.extract.table_notes import Told, told_of_columns
from handling.extract.table_words import facts_of
from handling.model import Span

_NO_CAPTION = re.compile(
    r"(?:填报|制表|编制|报送|汇总|统计)(?:单位|部门|人)[:].{0,30}?(?=填报|制表|统计|单位:|日期|时间|$)"
    r"|(?:截至|截止|日期|时间|审核)[^,;。)]{0,24}|\([^()]{0,12}\d{1,2}日\)"
)
_SAYS = re.compile(r"建议|提案|办理|[办会]件|满意|评价")  # else 2022年11月4日 alone: nothing of the table
_MONTH = re.compile(r"\d{1,2}月(?=份|12345|热线|办理|受理|工单|诉求|承办|考核|全[市县区州省旗]|各|重点|民生)|[-至到]\d{1,2}月")
_YEARS = re.compile(r"(?<!\d)(20\d\d)年?")
_TARGETS = re.compile(r"任务分解|目标任务|责任分解|目标责任|任务清单|计划表|分工")
_ONLY_UNIT = re.compile(r"单位[:(]?(件次|人次|次|万元|亿元|元)(?![、,])")
_HANDOVERS = re.compile(r"([\u4e00-\u9fff]{2,10}?)(?:件?数)?(?:统计)?(?:为|是|按|指|以|系)(?:办理|交办)?件次")
_LEAD_ONLY = re.compile(r"(?:本表|表中|以上|上表|表内|各[栏列项])[^,;。]{0,12}(?:只|仅|均|按|为|指|限|系|以)[^,;。协会]{0,12}主办(?:件|的)")
_DASH_ZERO = re.compile(r"“?[-/]{1,8}”?(?:表示|代表|为|指|即)“?(?:0|零|数量为零|数值为零)(?![此关该对相应数])”?")  # 表示没有 leaves open whether there is nothing or nothing was reported
_WITH_BASIC = re.compile(r"满意率[^,;。不]{0,8}(?:含|包括|包含)基本满意|满意率=\(?满意(?:件数?)?\+基本满意")
_WITHOUT_BASIC = re.compile(r"满意率[^;。]{0,30}不(?:含|包括|包含)基本满意|满意率=满意(?:件数?)?/")
_LETTER_FIRST = re.compile(
    r"[“(]?([A-D甲乙丙丁])[”)]?类?(?:件|提案|建议)?[”)]?(?:[(\[]|:|-+|=|为|指|是|即|表示)(?:指|为|是|即)?"
    r"(?:所提|提出)?(?:的)?(?:问题)?([\u4e00-\u9fff、和或及与,]{2,40})"
)
_LETTER_LAST = re.compile(r"([\u4e00-\u9fff、]{3,24})(?:的)?[(]([A-D甲乙丙丁])类?(?:件)?[)]")
_NAME = re.compile(r"^.+(?<!乡)(?<!自治)(?=[省市州县区旗盟镇乡]$)|^.+(?=自治[区州县]$)")  # what stands before a body in a caption may be any words
_SHAPES = {"甲": "A", "乙": "B", "丙": "C", "丁": "D"}


@dataclass(slots=True)
class Context:
    """What holds for all cells of a table unless a cell says otherwise.

    `none` is the reason why the table has no figures at all, `no_counts` why it has no numbers of items.
    """

    facts: Facts = field(default_factory=Facts)
    year: int | None = None
    month: int | None = None
    none: str = ""
    no_counts: str = ""
    handovers: tuple[str, ...] = ()
    lead_only: bool = False
    some_units: bool = False  # 主要承办单位办理情况: its 合计 is not of all
    including: str = ""
    dash_zero: Span | None = None
    letters: dict[str, str] = field(default_factory=dict)
    told: tuple[Told, ...] = ()


_SOME_UNITS = re.compile(r"(?:主要|部分|重点|前[\d一二三四五六七八九十]+[位名个家]|较多|居前)的?(?:承办|主办|办理)?(?:单位|部门|大户)")


def context_of(caption: list[Line], heading: str, notes: list[Line], letters: dict[str, str], *, sheet: str = "") -> Context:
    """Everything that is said around a table. The line nearest to the table comes first."""
    context = Context(letters={**letters, **letter_meanings(";".join(note.text for note in notes))})
    lines = [_NO_CAPTION.sub("", above.text) for above in caption]
    context.facts = _around([sheet, heading[:60], *lines])
    if not lines:
        context.facts = context.facts._replace(role="")  # a heading speaks of more than its table
    years = {int(year) for text in lines[-2:] or [sheet] for year in _YEARS.findall(text)}
    context.year = years.pop() if len(years) == 1 else None
    said = [facts_of(text[max(0, found.start() - 5) : found.end() + 1]) for text in lines if (found := _MONTH.search(text))]
    context.month = next((facts.month for facts in said if facts.month), None)
    period = next((facts.period for facts in said if facts.period), "")
    context.facts = context.facts._replace(period=period, year=None, month=None)
    if any(_TARGETS.search(text) for text in lines):
        context.none = "目标任务表，不是办理结果"
    context.some_units = any(_SOME_UNITS.search(text) for text in (heading[:60], *lines))
    said_unit = next((found[1] for text in lines if (found := _ONLY_UNIT.search(text))), "")
    context.no_counts = f"单位是{said_unit}，不是件" if said_unit else ""
    _read_notes(context, [*lines, *(note.text for note in notes)], notes)
    return context


def _around(lines: list[str]) -> Facts:
    """Instrument, body, role and measure of the nearest line that names them."""
    found = Facts()
    for text in lines:
        facts = facts_of(text)
        mixed = facts.none.startswith("几级")
        found = found._replace(
            instrument=facts.instrument or found.instrument,
            body="" if mixed else _NAME.sub("", facts.body) or found.body,
            role=found.role if not _SAYS.search(text) else "" if facts.none.startswith("主办") else facts.role,
            measure=facts.measure or found.measure,
            categories=facts.categories or found.categories,
            scale=facts.scale or found.scale,
            qualifier=facts.qualifier or found.qualifier,
        )
    return found


def _read_notes(context: Context, texts: list[str], notes: list[Line]) -> None:
    context.told = told_of_columns(texts)
    for text in texts:
        context.handovers += tuple(found[1] for found in _HANDOVERS.finditer(text))
        context.lead_only = context.lead_only or bool(_LEAD_ONLY.search(text))
        if _WITHOUT_BASIC.search(text):
            context.including = "without"
        elif _WITH_BASIC.search(text):
            context.including = "with"
    for note in notes:
        if _DASH_ZERO.search(note.text):
            context.dash_zero = note.span


def letter_meanings(text: str) -> dict[str, str]:
    """Letter → outcome class where a stretch of folded text defines the letters: A类(已解决), 列入计划的(B类), C类指…"""
    found: dict[str, str] = {}
    for letter, words in [(m[1], m[2]) for m in _LETTER_FIRST.finditer(text)] + [(m[2], m[1]) for m in _LETTER_LAST.finditer(text)]:
        category = facts_of(words).category("outcome")
        if category and category != "?":
            found.setdefault(_SHAPES.get(letter, letter), category)
    return found
