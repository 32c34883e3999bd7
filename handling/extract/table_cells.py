"""Number cells → drafts of figures, each with what its column, its row and its table say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handling.extract.table_axis import Axes, Axis
from handling.extract.table_context import Context
from handling.extract.table_draft import Draft, Refusal
from handling.extract.table_facts import EVERY_LEVEL, Facts, over
from handling.extract.table_grid import Cell, Value
from handling.extract.table_measure import NOT_UNDERSTOOD, counted, joined_measure
from handling.extract.table_numbers import Line, Lines, impossible, is_percent
from handling.extract.table_part import Part
from handling.extract.table_several import with_words
from handling.extract.table_stubs import head_is_shifted
from handling.extract.table_words import BARE_LETTERS, topic_of
from handling.extract.table_year import with_time
from handling.model import Head


def drafts_of(part: Part, context: Context, head: Head) -> tuple[list[Draft], list[Refusal], str]:
    """Every number cell below the head, read or refused, and the role that the head of the stub gives.

    Cells of a table without head are read by the words left of them.
    """
    reader = _Reader(part, context, head)
    drafts: list[Draft] = []
    refusals: list[Refusal] = []
    for row, column, cell in _number_cells(part, context):
        found = reader.read(row, column, cell)
        for value, draft in zip(cell.values or (Value(cell.span, 0.0, ""),), found, strict=False):
            if isinstance(draft, Draft):
                drafts.append(draft)
            else:
                refusals.append(Refusal(value.span, cell.place, draft, part.words_at(row, column)))
    return drafts, refusals, reader.axes.stub_role()


def _number_cells(part: Part, context: Context) -> Iterator[tuple[int, int, Cell]]:
    for row in part.body:
        for cell in part.grid.cells_of(row):
            says_zero = cell.says_none or (cell.is_dash and context.dash_zero)
            if cell.row == row and (cell.is_number or (says_zero and cell.column in part.stubs)):
                yield row, cell.column, cell


class _Reader:
    def __init__(self, part: Part, context: Context, head: Head) -> None:
        self.part, self.context, self.head = part, context, head
        self.axes = Axes(part)
        self.lines = Lines(part)
        # By identity, which holds while the facts are kept beside the answer.
        self._plain: dict[int, tuple[Facts, Facts]] = {}
        self._shared: dict[Facts, Facts] = {}
        self._joined: dict[tuple[int, int], tuple[Facts, Facts | str]] = {}
        self._kept: list[Facts] = []
        self.instrument = context.facts.instrument or head.instrument
        self.shifted = head_is_shifted(part)
        self.lists = self._listed()
        self.bodies_differ = any(self.axes.row(row, column).facts.body for row in part.body for column in list(part.stubs)[:1])
        self.one_body = "" if self.bodies_differ else self.axes.one_body()
        self.tasks = "" if self.instrument else self.axes.tasks()
        self.has_measures = any(self.axes.column(column).facts.measure or self.axes.column(column).facts.categories for column in part.stubs)

    def read(self, row: int, column: int, cell: Cell) -> list[Draft | str]:
        """A draft or a reason for each number of the cell."""
        if reason := self.context.none or self.tasks:
            return [reason for _ in cell.values]
        if not self.part.head:
            return self._read_form(row, column, cell)
        if self.shifted:
            return ["表头上下两行错位，不知各列是什么" for _ in cell.values]
        if column not in self.part.stubs:
            stub = self._is_stub(column)
            return ["年份，是行名" if stub and cell.is_year else "序号或编号" if stub else NOT_UNDERSTOOD for _ in cell.values]
        if self._is_named_beside(row, column):
            return ["左边的格子另有说明，与表头不符" for _ in cell.values]
        if cell.column_span > 1 or cell.row_span > 1:
            return ["合并的数据格，不知属于哪一格" for _ in cell.values]
        return self._read_cell(row, column, cell, self.axes.column(column), self._field_of_work(column, self.axes.row(row, column)))

    def _is_named_beside(self, row: int, column: int) -> bool:
        """Whether words stand left of a number in a place of numbers: a form below a table, 建议承办数 | 12 | 提案承办数 | 8."""
        beside = self.part.grid.rows[row][column - 1] if column else None
        return beside is not None and beside.is_words and column - 1 in self.part.stubs and beside.facts.says_something

    def _is_stub(self, column: int) -> bool:
        return any(column in stubs for stubs in self.part.stubs.values())

    def _read_form(self, row: int, column: int, cell: Cell) -> list[Draft | str]:
        """A form without head: the words left of the number, back to the number before."""
        words: list[Cell] = []
        for other in self.part.grid.cells_of(row):
            if other is cell:
                break
            words = [*words, other] if other.is_words else []
        axis = Axis(label=words[-1].text if words else "", label_cell=words[-1] if words else None)
        for other in words:
            axis.facts = over(axis.facts, other.facts)
        if axis.facts.part and not axis.facts.measure:
            return [NOT_UNDERSTOOD for _ in cell.values]
        return self._read_cell(row, column, cell, axis, Axis())

    def _field_of_work(self, column: int, down: Axis) -> Axis:
        """Key work is listed under names of the report's own: 区工业服务业重点项目, 作风建设. They are the label of the figure."""
        heads = [self.part.path(place)[-1].facts.stub for place in self.part.stubs[column] if self.part.path(place)]
        if self.instrument != "key_work" or not (down.facts.rest or down.topic) or down.facts.unit or "class" not in heads:
            return down
        return Axis(Facts(text=down.facts.text), down.topic or topic_of(down.label), down.label, down.label_cell)

    def _read_cell(self, row: int, column: int, cell: Cell, across: Axis, down: Axis) -> list[Draft | str]:
        if not any(value.words for value in cell.values):
            return self._read_values(row, column, cell, across, down)
        found: list[Draft | str] = []
        for value in cell.values:
            facts = with_words(self.part.path(column), across.facts, value)
            axis = replace(across, facts=facts, label=value.label or value.words or across.label)
            self._kept.append(facts)
            found += self._read_values(row, column, replace(cell, values=(value,)), axis, down)
        return found

    def _read_values(self, row: int, column: int, cell: Cell, across: Axis, down: Axis) -> list[Draft | str]:
        facts = self._together(across.facts, down.facts)
        if self.context.some_units and down.facts.total and not down.facts.unit:
            return ["所列只是部分单位，合计不是全部" for _ in cell.values]
        if isinstance(facts, str):
            return [facts for _ in cell.values]
        measure = joined_measure(across.facts, down.facts)
        if measure is None:
            return ["表头与行名说的不是一回事" for _ in cell.values]
        if cell.is_dash:
            where = cell.span if cell.says_none else self.context.dash_zero or cell.span
            return [self._draft(row, column, cell, Value(where, 0.0, ""), (across, down, facts, measure))]
        return [self._draft(row, column, cell, value, (across, down, facts, measure)) for value in cell.values]

    def _together(self, across: Facts, down: Facts) -> Facts | str:
        """What column and row say together. Most rows differ in their unit alone, so the rest is worked out once for all of them."""
        for facts in (across, down):
            if facts.none:
                return facts.none
            if facts.rest and not facts.unit:
                return f"{NOT_UNDERSTOOD}：{facts.text}"
        if across.unit and down.unit:
            return "一格属于两个单位"
        plain = self._without_unit(down)
        key = (id(across), id(plain))
        if key not in self._joined:
            self._joined[key] = (across, _joined(across, plain))
        return self._joined[key][1]

    def _without_unit(self, down: Facts) -> Facts:
        if id(down) not in self._plain:
            plain = down._replace(unit="", text="", rest="")
            self._plain[id(down)] = (down, self._shared.setdefault(plain, plain))
        return self._plain[id(down)][1]

    def _draft(self, row: int, column: int, cell: Cell, value: Value, said: tuple[Axis, Axis, Facts, str]) -> Draft | str:
        across, down, facts, measure = said
        facts = self._with_letter(facts)
        instrument = facts.instrument or self.instrument
        topic = across.topic or down.topic if instrument != "key_work" or measure == "rank" else ""
        if not measure and not facts.categories and not topic and not facts.families:
            facts, measure = self._by_table(facts)
        percent = is_percent(facts, self._line(row, column, across, down), value)
        if percent is None:
            return "比率以小数表示，读不成百分数"
        if percent and not value.sign and 0 < value.value < 1 and facts.scale == "rate":
            return "比率小于1，像是没有写成百分数"
        if not measure and not facts.categories and not topic and not facts.families:
            measure = self._bare_count(facts, across.facts.unit or down.facts.unit, percent=percent)
        found = counted(facts, measure, topic, percent=percent, key_work=instrument == "key_work")
        if isinstance(found, str):
            return found
        if cell.says_none and not self.context.dash_zero and found.measure not in ("outcome", "satisfaction"):
            return self.part.no_number(row, column)  # none of a class counts none; elsewhere it may as well say that nothing was told
        if wrong := impossible(found, value.value) or ("" if percent else self.context.no_counts):
            return wrong
        draft = Draft(cell, value, found, facts, self.lines.evidence(row), row, column, self._scope(row, across, down))
        return self._with_circumstances(draft, across, down, instrument)

    def _line(self, row: int, column: int, across: Axis, down: Axis) -> Line:
        """The numbers that are of one kind with this one: those of the column, or of the row where the stub tells what is counted."""
        if not self.part.head:
            return Line()
        for tells in (_tells_the_scale, _tells_a_count, _tells_a_class, _tells_a_measure):
            if tells(across) is not tells(down):
                return self.lines.of_column(column) if tells(across) else self.lines.of_row(row)
        return self.lines.of_column(column)

    def _with_letter(self, facts: Facts) -> Facts:
        if facts.letter and not facts.category("outcome"):
            category = self.context.letters.get(facts.letter) or BARE_LETTERS[facts.letter]
            return facts._replace(categories=tuple({**dict(facts.categories), "outcome": category}.items()))
        return facts

    def _by_table(self, facts: Facts) -> tuple[Facts, str]:
        """A table whose heads are units and years tells what it counts in its caption alone."""
        around = self.context.facts
        if self.has_measures or not (around.measure or around.categories):
            return facts, ""
        scale, qualifier = facts.scale or around.scale, facts.qualifier or around.qualifier
        return facts._replace(categories=around.categories, scale=scale, qualifier=qualifier), around.measure

    def _bare_count(self, facts: Facts, unit: str, *, percent: bool) -> str:
        """件数 of a unit, of a stream or of a body is what it got to handle; the sum of a table by class only where its caption says so."""
        if percent or not (facts.counted or facts.instrument or facts.body or facts.total):
            return ""
        if unit or facts.instrument or facts.body or facts.level:
            return "received"
        if self.lists == "times" or (self.lists == "units" and (facts.total or facts.year is not None)):
            return "received"
        if not facts.total or self.lists == "classes":
            return ""
        if self.lists == "topics":
            return "filed" if self.context.facts.measure == "filed" else "" if self.head.kind == "cppcc" else "received"
        return ""

    def _listed(self) -> str:
        """What the rows of the part list: units, topics, times, or classes and other things."""
        rows = [self.axes.row(row, column) for row in self.part.body[:5] for column in list(self.part.stubs)[:1]]
        if any(axis.topic for axis in rows):
            return "topics"
        if rows and all(axis.facts.year is not None or axis.facts.month or axis.facts.period or axis.facts.total for axis in rows):
            return "times"
        return "units" if any(axis.facts.unit for axis in rows) else "classes"

    def _scope(self, row: int, across: Axis, down: Axis) -> tuple[object, ...]:
        """What makes two numbers of a part belong to one whole: same unit, stream, body and time."""
        keys = []
        for name in ("unit", "instrument", "body", "level", "year", "month", "period"):
            keys.append(getattr(across.facts, name) or getattr(down.facts, name))
        return (*keys, self.part.grid.cells_of(row)[0].text if not any(keys) else "")

    def _with_circumstances(self, draft: Draft, across: Axis, down: Axis, instrument: str) -> Draft | str:
        facts = draft.facts
        draft.instrument = facts.instrument or self.context.facts.instrument
        draft.role, draft.unit = facts.role, across.facts.unit or down.facts.unit
        draft.words = tuple(axis.label for axis in (down, across) if axis.label) or ("",)
        draft.label = self._label(draft, across, down, instrument)
        draft.heads = tuple(above.text for above in self.part.path(draft.column)) + ((down.label,) if down.label else ())
        draft.total = bool(down.facts.total)
        draft.in_unit_rows = bool(down.facts.unit)
        draft.implied = draft.cell.is_dash
        around = self.context.facts
        of_the_table = (not facts.instrument or around.instrument in ("", "combined", facts.instrument)) and not (draft.total and self.bodies_differ)
        body = around.body if of_the_table else ""
        if (body or self.one_body) and not facts.body and not facts.level and facts.instrument != "hotline":
            draft.facts = facts._replace(body=body or self.one_body)
        return with_time(draft, self.context, self.head)

    def _label(self, draft: Draft, across: Axis, down: Axis, instrument: str) -> str:
        """The report's own words for a class, a cut or a field of work."""
        if draft.counted.measure in ("topic", "topic_share"):
            return across.label if across.topic else down.label
        if draft.counted.measure == "rank" or (instrument == "key_work" and not down.facts.unit and not down.facts.total):
            return down.label if down.label and not down.facts.unit else ""
        first, second = down.facts, across.facts
        said = across if first.total else down if first.categories or (first.part and not second.part) or (first.measure and not second.measure) else across
        if draft.counted.part and (cut := next((cell.text for cell in self.part.path(draft.column) if cell.facts.part and not cell.facts.role), "")):
            return cut  # 会议期间 over 分办 | 协办
        return said.label if draft.counted.category or draft.counted.part or draft.counted.measure == "satisfaction_rate" else ""


def _joined(across: Facts, down: Facts) -> Facts | str:
    for name in ("instrument", "body", "level", "role", "qualifier"):
        first, second = getattr(across, name), getattr(down, name)
        if first and second and first != second and not {"combined", EVERY_LEVEL} & {first, second}:
            return "表头与行名互相矛盾"
    facts = over(down, across)
    instrument = across.instrument if down.instrument in ("", "combined") else down.instrument
    body = across.body if down.body in ("", EVERY_LEVEL) else down.body
    return facts._replace(instrument=instrument or down.instrument, body=body or down.body, total=across.total or down.total)


def _tells_the_scale(axis: Axis) -> bool:
    return bool(axis.facts.scale)


def _tells_a_count(axis: Axis) -> bool:
    return axis.facts.counted


def _tells_a_class(axis: Axis) -> bool:
    return bool(axis.facts.categories or axis.topic)


def _tells_a_measure(axis: Axis) -> bool:
    return bool(axis.facts.measure or axis.facts.families or axis.facts.role)
