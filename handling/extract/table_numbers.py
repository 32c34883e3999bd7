"""What a number is by its looks and by those of its neighbours: a percentage, a count, or neither."""

from __future__ import annotations

from dataclasses import dataclass

from handling.extract.table_facts import Facts
from handling.extract.table_grid import Value
from handling.extract.table_measure import Counted
from handling.extract.table_part import Part
from handling.model import Span


@dataclass(slots=True)
class Line:
    """What the numbers of one column or row look like together."""

    fractional: bool = False
    signed: bool = False
    paired: bool = False  # cells like 12(63.2%): a bare 0 among them is a count
    largest: float = 0.0


class Lines:
    """Columns and rows of a part as lines of numbers, and the span of each row.

    A number whose row tells that it is a count or a rate says nothing of its column, and the other way round.
    """

    def __init__(self, part: Part) -> None:
        self._columns: dict[int, Line] = {}
        self._rows: dict[int, Line] = {}
        self._evidence: dict[int, Span] = {}
        for row in part.body:
            cells = part.grid.cells_of(row)
            own = [cell for cell in cells if cell.row == row]
            if own:
                self._evidence[row] = Span(start=min(cell.span.start for cell in own), end=max(cell.span.end for cell in own))
            for cell in own:
                for value in cell.values[:1]:
                    if len(cell.values) == 2 and cell.values[1].sign == "%":
                        self._columns.setdefault(cell.column, Line()).paired = self._rows.setdefault(row, Line()).paired = True
                    stubs = [stub.facts for stub in part.stub_cells(row, cell.column)]
                    if not any(facts.scale or facts.counted or facts.none for facts in stubs):
                        _take(self._columns.setdefault(cell.column, Line()), value)
                    if not any(head.facts.scale or head.facts.counted for head in part.path(cell.column)):
                        _take(self._rows.setdefault(row, Line()), value)

    def of_column(self, column: int) -> Line:
        """The numbers of a column."""
        return self._columns.get(column, Line())

    def of_row(self, row: int) -> Line:
        """The numbers of a row."""
        return self._rows.get(row, Line())

    def evidence(self, row: int) -> Span:
        """From the first cell of a row to its last."""
        return self._evidence[row]


def _take(line: Line, value: Value) -> None:
    line.signed = line.signed or value.sign == "%"
    line.fractional = line.fractional or value.sign == "%" or value.decimals
    line.largest = max(line.largest, value.value)


def is_percent(facts: Facts, line: Line, value: Value) -> bool | None:
    """Whether the number is a percentage; None where a rate is printed as a fraction of one."""
    if value.sign:
        return value.sign == "%"
    if line.paired or (facts.counted and facts.scale in ("", "soft")):
        return False
    sure = facts.scale in ("rate", "share") or (facts.scale == "percent" and not facts.counted)
    if facts.scale == "soft":
        sure = not facts.category("satisfaction")
    percent = sure or line.fractional
    return None if percent and line.fractional and line.largest <= 1 and not (line.signed and value.value == 0) else percent


def impossible(found: Counted, value: float) -> str:
    """Why a number cannot be what its head says, "" if it can."""
    if found.measure.endswith(("_rate", "_share")):
        return "百分数大于100" if value > 100 and found.measure != "investment_rate" else ""
    return "件数不是整数" if value != int(value) else ""
