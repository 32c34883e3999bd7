"""What each column and each row of a part says, after its neighbours have been asked: units, topics, totals."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from handling.extract.table_facts import Facts, over
from handling.extract.table_grid import Cell
from handling.extract.table_part import Part
from handling.extract.table_settle import SUM_OF_CLASSES, Settled, heads_a_field, heads_a_group, settle_line, system_of, total_facts
from handling.extract.table_words import NO_YEAR_OF_SESSION, as_stub_head, bare_name, looks_like_a_unit

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
            others = self._beside(cell, columns)
            facts = total_facts(settled[id(cell)].facts, [settled[id(other)] for other in others])
            lowest = [other for other in others if any(self.part.path(column)[-1:] == [other] for column in columns)]
            if not cell.facts.measure and lowest and all(other.facts.is_a_class for other in lowest):
                facts = facts._replace(none=facts.none or SUM_OF_CLASSES)
            settled[id(cell)] = Settled(facts)
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
                head = as_stub_head(self.part.path(column)[-1].text) if self.part.path(column) else Facts()
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
            path = _without_groups(self.part.path(column), self._heads)
            axis = self._along(path, self._heads)
            facts = _with_object(axis.facts, path, self._outcomes_under(path))
            if facts.stub == "unit" and not facts.measure:  # 承办单位(个) over numbers
                facts = facts._replace(measure="units")
            facts = self._of_which(column, path, facts)
            if self._counts_no_items(column):
                facts = facts._replace(none=facts.none or "旁边同名的一栏数的是件，这一栏数的不是件")
            axis.facts = self._as_share(column, facts) or (facts if len(path) > 1 else self._after_neighbour(column, facts))
            self._columns[column] = axis
        return self._columns[column]

    def _counts_no_items(self, column: int) -> bool:
        """主办(个) beside 主办(件): the one that is not counted by items counts something else."""
        words = "".join(cell.text for cell in self.part.path(column))
        others = ("".join(cell.text for cell in self.part.path(place)) for place in self.part.stubs if place != column)
        return words.endswith("(个)") and words.removesuffix("(个)") + "(件)" in others

    def _of_which(self, column: int, path: list[Cell], facts: Facts) -> Facts:
        """其中 counts what the column left of it counts: 办结数 | 其中主办, 满意率 | 其中 (建议, 提案)."""
        first = path[0].column if path and path[0].text.startswith("其中") else 0
        while first - 1 in self.part.stubs and (left_path := self.part.path(first - 1)) and left_path[0].text.startswith("其中"):
            first = left_path[0].column
        if first - 1 not in self.part.stubs or facts.measure or facts.categories or facts.scale or facts.rest or facts.none:
            return facts
        left = self.column(first - 1).facts
        if left.rest or left.none or not (left.measure or left.families or left.categories) or (left.measure == "received" and not left.scale):
            return facts
        return over(left, facts)._replace(text=facts.text, total=facts.total)

    def _as_share(self, column: int, facts: Facts) -> Facts | None:
        """占比 right of a class is the share of that class: A类 | 占比."""
        if column - 1 not in self.part.stubs:
            return None
        path, left = self.part.path(column), self.part.path(column - 1)
        own = path[-1].facts if path else Facts()
        if own.scale not in ("share", "percent") or own.measure or own.categories or own.instrument or own.rest or path[:-1] != left[:-1]:
            return None
        before = self.column(column - 2).facts if column - 2 in self.part.stubs else Facts()
        if before.categories and before.scale not in ("share", "rate", "percent"):
            return None  # A类 | B类 | 占比: of which?
        beside = self.column(column - 1).facts
        if (beside.instrument or beside.role) and not (beside.categories or beside.measure or beside.rest or beside.none or facts.categories):
            return beside._replace(text=facts.text, scale="share", counted=False)  # 代表建议(件) | 占比 over rows of classes
        if not beside.categories or beside.scale not in ("", "soft") or beside.rest or facts.categories:
            return None
        return beside._replace(text=facts.text, scale="share", counted=False)

    def _after_neighbour(self, column: int, facts: Facts) -> Facts:
        """其中… takes the time of the column before it, and 去年同期 what that column counts."""
        places = [place for place in self.part.stubs if place < column and not self.column(place).facts.none]
        before = places[-1] if places else -1
        if before < 0 or facts.none or facts.rest:
            return facts
        left = self.column(before).facts
        if left.year_is_relative and left.year and facts.year is None and (facts.text.startswith("其中") or not facts.measure):
            return facts._replace(year=left.year, year_is_relative=True)
        bare = not (facts.measure or facts.categories or facts.families or facts.scale or facts.role or facts.instrument or facts.stub or facts.total)
        if bare and facts.year_is_relative and facts.year and (left.measure or left.categories):
            return left._replace(text=facts.text, year=facts.year, year_is_relative=True, month=facts.month, period=facts.period)
        return facts

    def stub_role(self) -> str:
        """The role that the head of a stub column gives: 主办单位 → lead."""
        heads = (self.part.path(place)[-1].facts for stubs in self.part.stubs.values() for place in stubs if self.part.path(place))
        return next((head.role for head in heads if head.role), "")

    def one_body(self) -> str:
        """The body of every column of what was handled, 承办区级件数: all that stands beside it was raised by that body; "" for several."""
        told = [self.column(column).facts for column in self.part.stubs]
        handled = [facts for facts in told if (facts.measure == "received" or facts.role) and not (facts.categories or facts.families or facts.scale)]
        bodies = {facts.body for facts in handled if not facts.none and facts.instrument != "hotline"}
        return bodies.pop() if len(bodies) == 1 else ""

    def tasks(self) -> str:
        """Why a table of tasks, 任务数 | 已完成, tells nothing of items; "" where a column tells of them."""
        columns = [self.column(column).facts for column in self.part.stubs]
        of_items = any(facts.measure in ("received", "filed", "answered", "key") or facts.says_an_item for facts in columns if not facts.none)
        return "" if of_items else next((facts.none for facts in columns if facts.none.startswith("目标或任务")), "")

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
            path = _without_groups(cells, self._stubs)
            axis = self._along(path, {**self._stubs, **_headings(path, self._stubs)})
            if axis.facts.unit and any(heads_a_field(cell.text) for cell in cells[:-1]):
                axis.topic = ""  # 农业口 | 县水利局: which kind of units it is of, and no subject of the items
            if cells and cells[-1].facts.total == "subtotal" and (system := next((found for cell in cells[:-1] if (found := system_of(cell.text))), "")):
                axis.facts = Facts(text=cells[-1].text, unit=system)  # 市政府系统 over several rows | 小计
            heads = [self.part.path(place)[-1].facts for place in stubs if self.part.path(place)]
            axis.facts = self._with_group(row, _with_heads(axis.facts, heads), cells)
            self._rows[key] = axis
        return self._rows[key]

    def _with_group(self, row: int, facts: Facts, cells: list[Cell]) -> Facts:
        group = self.part.groups.get(row)
        if group is None or (facts.total and len(cells) == 1 and not facts.instrument):
            return facts
        if group.facts.understood:
            return facts if facts.unit and heads_a_group(group.text) else over(group.facts, facts)._replace(text=facts.text)
        if not facts.unit and not facts.total and looks_like_a_unit(bare_name(group.text)):
            return facts._replace(unit=bare_name(group.text))
        return facts

    @staticmethod
    def _along(path: list[Cell], settled: dict[int, Settled]) -> Axis:
        axis = Axis()
        for cell in path:
            known = settled.get(id(cell), Settled(cell.facts))
            as_above = known.facts.total and not cell.facts.measure and axis.facts.measure  # 办结数 over 建议 | 提案 | 合计
            axis.facts = over(axis.facts, known.facts._replace(measure="") if as_above else known.facts)
            if known.topic:
                axis.topic = known.topic
            if not (axis.label and known.facts.only_scales):
                axis.label, axis.label_cell = bare_name(cell.text), cell
        return axis


def _without_groups(path: list[Cell], settled: dict[int, Settled]) -> list[Cell]:
    """The cells that name a unit without the kind of units that it is listed under: 乡镇 | 城关镇."""
    last = max((place for place, cell in enumerate(path) if settled.get(id(cell), Settled(Facts())).facts.unit), default=0)
    return [cell for place, cell in enumerate(path) if place >= last or not heads_a_group(cell.text)]


def _headings(path: list[Cell], settled: dict[int, Settled]) -> dict[int, Settled]:
    """What a cell over several rows says of those that name their measure themselves, 办理质效 | 办复率: nothing of what is counted."""
    found = {}
    for place, cell in enumerate(path[:-1]):
        later = [settled.get(id(one), Settled(one.facts)).facts for one in path[place + 1 :]]
        known = settled.get(id(cell), Settled(cell.facts))
        if cell.row_span > 1 and any((facts.measure or facts.families or facts.categories or facts.stub == "unit") and not facts.rest for facts in later):
            found[id(cell)] = Settled(known.facts._replace(measure="", rest=""), known.topic)
    return found


def _with_heads(facts: Facts, heads: list[Facts]) -> Facts:
    """What the head of a stub column says of its rows: 科室 are no units."""
    kind = next((head.stub for head in heads if head.stub in STUB_REASONS), "")
    if facts.stub == "unit" and not facts.unit and not facts.measure:  # a row 承办单位(个)
        facts = facts._replace(measure="units")
    if facts.none == NO_YEAR_OF_SESSION and facts.year is not None:  # 十届一次 | 2018年
        facts = facts._replace(none="")
    if facts.total:
        return facts._replace(stub=kind or facts.stub)
    if kind == "proposer" and facts.part and facts.understood:  # 集体提案, 委员个人: a cut of the stream
        return facts
    return facts._replace(none=facts.none or STUB_REASONS.get(kind, ""))


def _with_object(facts: Facts, path: list[Cell], with_outcomes: set[int]) -> Facts:
    """What was found satisfactory: told in the words of the rate, or by a group head without outcome classes below it."""
    said = ""
    for cell in path:
        if cell.facts.object and id(cell) not in with_outcomes:
            said = cell.facts.object
    is_satisfaction = "satisfaction" in facts.families or any(family == "satisfaction" for family, _ in facts.categories)
    families = tuple(family for family in facts.families if not (family == "outcome" and said and is_satisfaction))
    return facts._replace(object=said if is_satisfaction else "", families=families)
