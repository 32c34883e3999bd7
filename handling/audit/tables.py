"""The rows of several units against the total that the same report gives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from handling.audit.ledger import Ledger, Row, positions
from handling.model import Figure, Finding

FEWEST_UNITS = 3
NEARLY = 0.002


class Column(NamedTuple):
    """What one column of a table counts."""

    year: int | None
    month: int | None
    period: str
    instrument: str
    level: str
    role: str
    measure: str
    category: str
    qualifier: str


def column_of(f: Figure) -> Column:
    return Column(f.year, f.month, f.period, f.instrument, f.level, f.role, f.measure, f.category, f.qualifier)


def check(ledger: Ledger) -> Iterator[Finding]:
    """Columns that do not add up to their total, once other columns have shown that the rows are complete."""
    columns: dict[Column, dict[tuple[str, str], Row]] = defaultdict(dict)
    for position, f in enumerate(ledger.figures):
        if f.scale == "count" and f.measure != "units" and not f.part and f.value == int(f.value):
            columns[column_of(f)].setdefault((f.unit, f.region), Row(position, f))
    times = {(column.year, column.month, column.period, column.instrument) for column in columns}
    for time in sorted(times, key=str):
        own = {column: cells for column, cells in columns.items() if (column.year, column.month, column.period, column.instrument) == time}
        yield from _columns(ledger, own)
    yield from _nearly(ledger)


def _columns(ledger: Ledger, columns: dict[Column, dict[tuple[str, str], Row]]) -> Iterator[Finding]:
    units = {unit for cells in columns.values() for unit in cells}
    if len(units) <= FEWEST_UNITS:
        return
    sums = {column: sum(int(row.figure.value) for row in cells.values()) for column, cells in columns.items()}
    for whole in sorted(units):
        matching, off = [], []
        for column, cells in columns.items():
            value = int(cells[whole].figure.value) if whole in cells else 0
            if value == 0 or len(cells) <= FEWEST_UNITS:
                continue
            made = sums[column] - value
            if made == value:
                matching.append(column)
            elif len(cells) == len(units) and made != _roles_of(columns, column, whole):
                off.append((column, made))
        if len(matching) >= 2 and len(matching) >= len(off):
            for column, made in off:
                parts = [row for unit, row in columns[column].items() if unit != whole]
                yield _finding(ledger, "error", columns[column][whole], parts, made)


def _roles_of(columns: dict[Column, dict[tuple[str, str], Row]], column: Column, whole: tuple[str, str]) -> int:
    """Lead and joint of the total together: rows that count joint items again add up to this."""
    cells = [columns.get(column._replace(role=role), {}).get(whole) for role in ("lead", "joint")]
    return sum(int(cell.figure.value) for cell in cells if cell)


def _finding(ledger: Ledger, severity: str, total: Row, parts: list[Row], made: int) -> Finding:
    value = int(total.figure.value)
    return ledger.finding(
        "units_total",
        severity,
        [total.position, *positions(parts)],
        category=total.figure.category,
        label=total.figure.label,
        printed=value,
        computed=made,
        units=len(parts),
        difference=abs(made - value),
    )


def _nearly(ledger: Ledger) -> Iterator[Finding]:
    """Units of other regions (counties of a city) whose large counts miss one of the reporter's parts by a hair, and hit none."""
    counts = [Row(i, f) for i, f in enumerate(ledger.figures) if f.scale == "count" and f.measure in ("received", "completed") and not f.category]
    groups: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    reporters: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in counts:
        f = row.figure
        if f.region == ledger.report.region:
            reporters[f.year, f.month, f.period, f.instrument, f.measure].append(row)
        else:
            groups[f.year, f.month, f.period, f.instrument, f.measure, f.role, f.part, f.label].append(row)
    for key, rows in groups.items():
        made = sum(int(row.figure.value) for row in rows)
        if len(rows) < FEWEST_UNITS or len({row.figure.unit for row in rows}) < len(rows):
            continue
        own = reporters[key[:5]]
        if any(row.figure.value == made for row in own):
            continue
        for row in own:
            if abs(row.figure.value - made) <= NEARLY * row.figure.value:
                yield _finding(ledger, "warning", row, rows, made)
