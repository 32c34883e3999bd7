"""How well figures that were read agree with figures that are known to be right."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from handling.model import Figure

# All columns of a figure that a comparison rests on; the unit by its last characters, since reports shorten names.
COLUMNS = ("report", "year", "month", "period", "instrument", "level", "role", "measure", "category", "qualifier", "part", "value", "scale")
UNIT_LETTERS = 3


@dataclass(frozen=True)
class Agreement:
    """Counts of figures: read and right, read, known."""

    right: int
    read: int
    known: int

    @property
    def precision(self):
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self):
        return self.right / self.known if self.known else 1.0

    @property
    def f1(self):
        return 2 * self.right / (self.read + self.known) if self.read + self.known else 1.0


def rows(path: Path):
    """The rows of a reference file; missing cells are ''."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return [{name: (cell or "").strip() for name, cell in row.items() if name} for row in csv.DictReader(lines)]


def row_of(figure):
    """A Figure in the form of a reference row."""
    cells = {name: getattr(figure, name) for name in (*COLUMNS, "unit", "region", "basis")}
    cells["part"] = "yes" if figure.part else ""
    return {name: "" if cell is None else str(cell) for name, cell in cells.items()}


def figure_of(row):
    """A reference row as a Figure, without its place in the text."""
    def whole(cell):
        return int(cell) if cell else None

    same = ("report", "unit", "region", "period", "instrument", "level", "role", "measure", "category", "qualifier", "label", "scale", "basis")
    return Figure(
        **{name: row[name] for name in same}, within="", year=whole(row["year"]), month=whole(row["month"]), part=row["part"] == "yes",
        value=float(row["value"]), number=None, evidence=None, rule="reference",
    )  # fmt: skip


def is_true(finding, figures, known, own):
    """Whether a finding about `figures` also arises from the `known` ones, whose findings are `own`: by its two numbers, or by its figures."""
    def numbers(one):
        facts = dict(one.facts)
        return one.kind, facts.get("printed"), facts.get("computed")

    def about(one, told):
        return one.kind, frozenset((told[position].measure, told[position].value) for position in one.figures)

    return any(numbers(finding) == numbers(one) or about(finding, figures) == about(one, known) for one in own)


def key(row):
    """What makes two figures the same."""
    cells = dict(row, value=f"{float(row['value']):.4f}")
    return (*(cells[name] for name in COLUMNS), row["unit"][-UNIT_LETTERS:])


def agreement(known_rows, read_rows, basis=("stated", "implied"), part=("", "yes")):
    """Agreement over the figures of these bases, parts or wholes."""
    known, read = ({key(row) for row in rows if row["basis"] in basis and row["part"] in part} for rows in (known_rows, read_rows))
    return Agreement(len(known & read), len(read), len(known))


def item_key(row):
    """What makes two items the same: the report, and the number or else the bare title."""
    bare = re.sub(r"[\W_]|^关于|的?(提案|建议|议案)$", "", row["title"])
    return row["report"], re.sub(r"\D", "", row["number"]) or bare


def item_agreement(known_rows, read_rows):
    """Agreement over items."""
    known, read = {item_key(row) for row in known_rows}, {item_key(row) for row in read_rows}
    return Agreement(len(known & read), len(read), len(known))
