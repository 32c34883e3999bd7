"""A figure of a table in the making, and a number that is none."""

from __future__ import annotations

from dataclasses import dataclass

from handling.extract.table_facts import Facts
from handling.extract.table_grid import Cell, Value
from handling.extract.table_measure import Counted
from handling.model import Mention, Span

RULE = "table"
_LEVELS = {"全国": "national", "国家": "national", "中央": "national", "省": "provincial", "自治区": "provincial", "乡镇": "township"}


@dataclass(slots=True)
class Draft:
    """A figure in the making. `row` and `column` are its place in the part, `where` the part; `total` says that its row sums others."""

    cell: Cell
    value: Value
    counted: Counted
    facts: Facts
    evidence: Span
    row: int
    column: int
    scope: tuple[object, ...]
    words: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    label: str = ""
    instrument: str = ""
    role: str = ""
    unit: str = ""
    year: int | None = None
    month: int | None = None
    period: str = ""
    total: bool = False
    in_unit_rows: bool = False
    sums: str = ""
    reason: str = ""
    implied: bool = False

    def mention(self) -> Mention:
        """The figure as the later stages take it."""
        qualifier = self.facts.qualifier or (self.facts.object if self.counted.measure in ("satisfaction", "satisfaction_rate") else "")
        scale = "rank" if self.counted.measure == "rank" else "percent" if self.counted.measure.endswith(("_rate", "_share")) else "count"
        return Mention(
            measure=self.counted.measure, category=self.counted.category, qualifier=qualifier, part=self.counted.part,
            value=self.value.value, scale=scale, number=self.value.span, evidence=self.evidence, rule=RULE,
            basis="implied" if self.implied else "stated", label=self.label, instrument=self.instrument, body=self.facts.body,
            level=self.facts.level or _LEVELS.get(self.facts.body, ""), role=self.role, unit=self.unit, year=self.year, month=self.month,
            period=self.period, signs=(f"sums:{self.sums}",) if self.sums else (), reason=self.reason,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Refusal:
    """A number that is no figure, and why. `words` are those of the head above it and of its row."""

    span: Span
    place: str
    reason: str
    words: str = ""
