"""One head of a grid with the rows below it."""

from __future__ import annotations

from dataclasses import dataclass, field

from handling.extract.table_grid import Cell, Grid, Line


@dataclass(slots=True)
class Part:
    """A head and the rows below it, down to the next head.

    `groups[row]` is the row's group title (一、政府部门) or None, `stubs[column]` the stub columns that name the rows of a data column.
    """

    grid: Grid
    head: list[int]
    body: list[int] = field(default_factory=list)
    caption: list[Line] = field(default_factory=list)
    groups: dict[int, Cell | None] = field(default_factory=dict)
    stubs: dict[int, tuple[int, ...]] = field(default_factory=dict)
    filled: dict[tuple[int, int], Cell] = field(default_factory=dict)
    paths: dict[int, list[Cell]] = field(default_factory=dict)

    def path(self, column: int) -> list[Cell]:
        """The different cells of the head above a column, top to bottom."""
        if column not in self.paths:
            found: list[Cell] = []
            for row in self.head:
                cell = self.filled.get((row, column)) or self.grid.rows[row][column]
                if cell is not None and (not found or found[-1] is not cell):
                    found.append(cell)
            self.paths[column] = found
        return self.paths[column]

    def words_at(self, row: int, column: int) -> str:
        """What stands above a cell in the head and left of it in its row."""
        beside = [cell for cell in self.grid.cells_of(row) if cell.is_words and cell.column < column]
        return " ".join(cell.text for cell in (*self.path(column), *beside))

    def is_of_numbers(self, column: int) -> bool:
        """Whether the head of a column can only stand over numbers that count: 办结率, 占比, 件数."""
        facts = [cell.facts for cell in self.path(column)]
        return any(one.scale or one.counted for one in facts) and not any(one.none or one.stub for one in facts)

    def no_number(self, row: int, column: int) -> str:
        """Why a cell of words gives no figure: its row, its column, and that it holds words."""
        beside = [cell for cell in self.grid.cells_of(row) if cell.is_words and cell.column < column]
        names = "".join(cell.text for cell in self.stub_cells(row, column)[-1:] or beside[:1])
        heads = "".join(cell.text for cell in self.path(column)[-2:])
        return f"“{names}”行“{heads}”栏写的是文字，读不出数"

    def stub_cell(self, row: int, column: int) -> Cell | None:
        """The cell that names a row in one stub column."""
        return self.filled.get((row, column)) or self.grid.rows[row][column]

    def stub_cells(self, row: int, column: int) -> list[Cell]:
        """The different cells of the stub that name `row` for a data column, left to right, without running numbers."""
        found: list[Cell] = []
        for place in self.stubs.get(column, ()):
            cell = self.stub_cell(row, place)
            if cell is not None and not cell.is_dash and (cell.is_words or cell.is_year) and (not found or found[-1] is not cell):
                found.append(cell)
        return found
