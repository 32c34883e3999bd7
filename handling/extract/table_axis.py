"""What each column and each row of a part says, after its neighbours have been asked: units, topics, totals."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from handling.extract.table_facts import Facts, over
from handling.extract.table_grid import Cell
from handling.extract.table_part import Part
from handling.extract.table_words import bare_name, looks_like_a_unit, topic_of

_OTHER_UNITS = re.compile(
    r"其[他它余].*|.*(?:部门|单位|企业|组织|单位合计)|[省市县区州旗]直|[省市县区州旗]本级|各?(?:乡镇|县区|区县|镇街|街道|县市区)"
)
_UNIT_HEAD = re.compile(r"承办|责任|办理|主办|部门|镇|街|县|区|局|机构|名称")
_SEVERAL = re.compile(r"(.{2,}?)[、/,和及](.{3,})")
_COUNT_TAIL = re.compile(r"(?:\((?:件|个|项|%|件、%|件数|单位:件)\)|件数?|数量|占比|比例)$")
_MONTHS_IN_ROW = 3
STUB_REASONS = {
    "section": "内设科室，不是承办单位",
    "person": "按人统计，不是单位的数字",
    "title": "逐件列出的清单，不是汇总数字",
    "project": "逐个项目的数字，不是单位的数字",
    "proposer": "按提出者分，不是承办单位的数字",
}


@dataclass(slots=True)
class Axis:
    """One cell or a path of cells, settled. `topic` is a topic class, `label` the words that a figure keeps, `total` that it sums its siblings."""

    facts: Facts = field(default_factory=Facts)
    topic: str = ""
    label: str = ""
    label_cell: Cell | None = None


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
    open_cells = [cell for cell in cells if not cell.facts.understood]
    topics = [cell for cell in cells if _topic(cell)]
    units = [cell for cell in open_cells if looks_like_a_unit(bare_name(cell.text)) and _is_open(cell.facts) and not _topic(cell)]
    if head.rest and not _UNIT_HEAD.search(head.text):
        units = []  # 提交单位, 界别: whose items, not who handles them
    topical = len(topics) >= 2 and len(topics) * 2 > len(open_cells) and len(topics) >= len(units)
    settled = {}
    for cell in cells:
        if topical and _topic(cell):
            settled[id(cell)] = Settled(replace(cell.facts, rest="", part=False), _topic(cell))
        elif not cell.facts.understood and not topical and cell in units:
            settled[id(cell)] = _unit_row(cell)
        else:
            settled[id(cell)] = Settled(cell.facts)
    return settled


def _unit_row(cell: Cell) -> Settled:
    facts = cell.facts
    if facts.understood and (facts.total or facts.none or facts.year is not None or facts.scale):
        return Settled(replace(facts, none="各组的小计，不是一个单位的数字") if facts.total == "subtotal" else facts)
    name = bare_name(cell.text)
    if facts.total and re.search(r"(?:合计|总计|小计)$", name):
        return Settled(replace(Facts(text=cell.text), none="各组的小计，不是一个单位的数字"))
    if re.match(r"示例|样例|例[:：]|\(?填写?示?例", name):
        return Settled(Facts(text=cell.text, none="示例行"))
    if _OTHER_UNITS.fullmatch(name):
        return Settled(Facts(text=cell.text, none="不是一个单位"))
    several = _SEVERAL.fullmatch(name)
    if several and looks_like_a_unit(several[1]) and len(several[1]) > 2 and looks_like_a_unit(several[2]):
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
    bodies = {other.facts.body or other.facts.level for other in siblings if not other.facts.total}
    years = sorted({other.facts.year for other in siblings if other.facts.year is not None and not other.facts.year_is_relative})
    months = sorted({other.facts.month for other in siblings if other.facts.month})
    instrument = facts.instrument or (next(iter(streams)) if len(streams) == 1 else _combined(streams))
    body = next(iter(bodies)) if len(bodies) == 1 and siblings and siblings[0].facts.body else ""
    measure = facts.measure
    if not measure and any(other.facts.role or other.facts.instrument or other.facts.body or other.facts.part or other.topic for other in siblings):
        measures = {other.facts.measure for other in siblings} - {""}
        measure = measures.pop() if len(measures) == 1 else "received" if not any(other.topic for other in siblings) else ""
    period, year = facts.period, facts.year
    none = facts.none or ("议案与建议合在一起，不单列" if streams == {"motion", "suggestion"} else "")
    if len(years) > 1 and year is None:
        period, year = f"{years[0]}/{years[-1]}", years[-1]
    elif spans := sorted(other.facts.period for other in siblings if re.fullmatch(r"\d\d/\d\d", other.facts.period)):
        period = period or f"{spans[0][:2]}/{spans[-1][3:]}"
    elif len(months) >= _MONTHS_IN_ROW and len(months) < 12 and not period:
        period = f"{months[0]:02d}/{months[-1]:02d}"
    return replace(facts, instrument=instrument, body=facts.body or body, measure=measure, period=period, year=year, none=none)


class Axes:
    """The settled meaning of all columns and rows of a part."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self._heads = self._settle_heads()
        self._stubs = self._settle_stubs()
        self._columns: dict[int, Axis] = {}
        self._rows: dict[tuple[int, tuple[int, ...]], Axis] = {}

    def _settle_heads(self) -> dict[int, Settled]:
        settled: dict[int, Settled] = {}
        columns = list(self.part.stubs)
        rows: dict[int, dict[int, Cell]] = defaultdict(dict)
        for cell in (cell for column in range(self.part.grid.columns) for cell in self.part.path(column)):
            rows[cell.row][id(cell)] = cell
        for cells in rows.values():
            settled.update(settle_line(list(cells.values()), Facts()))
        for cell in {id(cell): cell for column in columns for cell in self.part.path(column) if cell.facts.total}.values():
            others = [settled[id(other)] for other in self._beside(cell, columns)]
            settled[id(cell)] = Settled(total_facts(settled[id(cell)].facts, others))
        return settled

    def _beside(self, total: Cell, columns: list[int]) -> list[Cell]:
        """The head cells that a total sums: those under the same group head, at every depth."""
        path = next(self.part.path(column) for column in columns if total in self.part.path(column))
        depth = path.index(total)
        above = path[depth - 1] if depth else None
        found: dict[int, Cell] = {}
        for column in columns:
            other = self.part.path(column)
            if total not in other and (above is None or above in other):
                found.update({id(cell): cell for cell in other[depth:] if not cell.facts.total})
        return list(found.values())

    def _settle_stubs(self) -> dict[int, Settled]:
        settled: dict[int, Settled] = {}
        for stubs in dict.fromkeys(self.part.stubs.values()):
            for column in stubs:
                head = self.part.path(column)[-1].facts if self.part.path(column) else Facts()
                settled.update(settle_line([cell for cell in self._stub_column(column) if id(cell) not in settled], head))
            for column in stubs:
                self._settle_totals(column, stubs, settled)
        return settled

    def _stub_column(self, column: int) -> list[Cell]:
        cells = {}
        for row in self.part.body:
            cell = self.part.stub_cell(row, column)
            if cell is not None and (cell.is_words or cell.is_year):
                cells[id(cell)] = cell
        return list(cells.values())

    def _settle_totals(self, column: int, stubs: tuple[int, ...], settled: dict[int, Settled]) -> None:
        """Totals of a stub column sum the rows that share what stands left of them; those of the first column sum all rows."""
        before, from_here = [place for place in stubs if place < column], [place for place in stubs if place >= column]
        scopes: dict[tuple[int, ...], dict[int, Cell]] = defaultdict(dict)
        for row in self.part.body:
            left = tuple(id(self.part.stub_cell(row, place)) for place in before)
            for place in from_here:
                cell = self.part.stub_cell(row, place)
                if cell is not None and id(cell) in settled:
                    scopes[left][id(cell)] = cell
        everything = [settled[key] for cells in scopes.values() for key, cell in cells.items() if not cell.facts.total]
        for cells in scopes.values():
            others = [settled[key] for key, cell in cells.items() if not cell.facts.total]
            for key, cell in cells.items():
                if cell.column == column and settled[key].facts.total and not settled[key].facts.none:
                    settled[key] = Settled(total_facts(settled[key].facts, others or everything))

    def column(self, column: int) -> Axis:
        """The head above a column."""
        if column not in self._columns:
            path = self.part.path(column)
            axis = self._along(path, self._heads)
            facts = _with_object(axis.facts, path, self._outcomes_under(path))
            if facts.stub == "unit" and not facts.measure:  # 承办单位(个) over numbers
                facts = replace(facts, measure="units")
            axis.facts = facts if len(path) > 1 else self._after_neighbour(column, facts)
            self._columns[column] = axis
        return self._columns[column]

    def _after_neighbour(self, column: int, facts: Facts) -> Facts:
        """其中… takes the time of the column before it, and 去年同期 what that column counts."""
        places = [place for place in self.part.stubs if place < column and not self.column(place).facts.none]
        before = places[-1] if places else -1
        if before < 0 or facts.none or facts.rest:
            return facts
        left = self.column(before).facts
        if left.year_is_relative and left.year and facts.year is None and (facts.text.startswith("其中") or not facts.measure):
            return replace(facts, year=left.year, year_is_relative=True)
        bare = not (facts.measure or facts.categories or facts.families or facts.scale or facts.role or facts.instrument or facts.stub or facts.total)
        if bare and facts.year_is_relative and facts.year and (left.measure or left.categories):
            return replace(left, text=facts.text, year=facts.year, year_is_relative=True, month=facts.month, period=facts.period)
        return facts

    def stub_role(self) -> str:
        """The role that the head of a stub column gives: 主办单位 → lead."""
        heads = (self.part.path(place)[-1].facts for stubs in self.part.stubs.values() for place in stubs if self.part.path(place))
        return next((head.role for head in heads if head.role), "")

    def _outcomes_under(self, path: list[Cell]) -> set[int]:
        """Head cells with outcome classes below them: their 办理结果 names the classes, not what was found satisfactory."""
        found = set()
        for cell in path:
            columns = [column for column in range(cell.column, cell.column + cell.column_span) if column in self.part.stubs]
            below = [self._heads[id(member)].facts for column in columns for member in self.part.path(column)]
            if any(facts.category("outcome") for facts in below):
                found.add(id(cell))
        return found

    def row(self, row: int, column: int) -> Axis:
        """The stub left of a cell, and the title of the row's group."""
        stubs = self.part.stubs[column]
        key = (row, stubs)
        if key not in self._rows:
            cells = self.part.stub_cells(row, column)
            axis = self._along(cells, self._stubs)
            heads = [self.part.path(place)[-1].facts for place in stubs if self.part.path(place)]
            axis.facts = self._with_group(row, _with_heads(axis.facts, heads), cells)
            self._rows[key] = axis
        return self._rows[key]

    def _with_group(self, row: int, facts: Facts, cells: list[Cell]) -> Facts:
        group = self.part.groups.get(row)
        if group is None or (facts.total and len(cells) == 1 and not facts.instrument):
            return facts
        if group.facts.understood:
            return replace(over(group.facts, facts), text=facts.text)
        if not facts.unit and not facts.total and looks_like_a_unit(bare_name(group.text)):
            return replace(facts, unit=bare_name(group.text))
        return facts

    @staticmethod
    def _along(path: list[Cell], settled: dict[int, Settled]) -> Axis:
        axis = Axis()
        for cell in path:
            known = settled.get(id(cell), Settled(cell.facts))
            axis.facts = over(axis.facts, known.facts)
            if known.topic:
                axis.topic = known.topic
            axis.label, axis.label_cell = cell.text, cell
        return axis


def _with_heads(facts: Facts, heads: list[Facts]) -> Facts:
    """What the head of a stub column says of its rows: 科室 are no units."""
    reason = next((STUB_REASONS[head.stub] for head in heads if head.stub in STUB_REASONS), "")
    return replace(facts, none=facts.none or (reason if not facts.total else ""))


def _with_object(facts: Facts, path: list[Cell], with_outcomes: set[int]) -> Facts:
    """What was found satisfactory: told in the words of the rate, or by a group head without outcome classes below it."""
    said = ""
    for cell in path:
        if cell.facts.object and id(cell) not in with_outcomes:
            said = cell.facts.object
    is_satisfaction = "satisfaction" in facts.families or any(family == "satisfaction" for family, _ in facts.categories)
    families = tuple(family for family in facts.families if not (family == "outcome" and said and is_satisfaction))
    return replace(facts, object=said if is_satisfaction else "", families=families)
