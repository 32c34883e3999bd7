"""A question and filters → a table of answers. The only reader of queries/."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from handling.model import Filters

QUESTIONS = Path(__file__).resolve().parents[1] / "queries"
# A reader can touch nothing but the file that it was opened with.
LOCKED_DOWN: dict[str, Any] = {
    "enable_external_access": "false",
    "python_enable_replacements": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "memory_limit": "1GB",
    "lock_configuration": "true",
}


class QuestionError(LookupError):
    """A question that does not exist, or that was asked with other parameters than it has: a mistake in the program."""


@lru_cache(maxsize=256)
def load(question: str) -> str:
    """The SQL of a question such as "compare/rate_by_unit". Raises QuestionError where there is no such file."""
    path = (QUESTIONS / f"{question}.sql").resolve()
    if not path.is_relative_to(QUESTIONS) or not path.is_file():
        raise QuestionError(f"no question {question!r} in {QUESTIONS.name}/")
    return path.read_text(encoding="utf-8")


def filter_parameters(filters: Filters) -> dict[str, Any]:
    """The filters as the named parameters of questions: None where all is wanted, else a year or a list."""
    first, last = (filters.years[0], filters.years[-1]) if filters.years else (None, None)
    names = ("regions", "unit_kinds", "bureau_kinds", "units", "instruments", "levels", "roles", "topics")
    return {"year_from": first, "year_to": last, **{name: list(getattr(filters, name)) or None for name in names}}


class Warehouse:
    """A warehouse file, open for reading by any number of threads."""

    def __init__(self, path: Path) -> None:
        """Open `path`. Raises duckdb.Error where it is no warehouse."""
        self.path = path
        self.fingerprint = path.stem.removeprefix("handling-")
        self._connection = duckdb.connect(str(path), read_only=True, config=LOCKED_DOWN)
        self._parameters = lru_cache(maxsize=256)(self._parameters_of)

    def ask(self, question: str, filters: Filters = Filters(), **parameters: Any) -> pd.DataFrame:  # noqa: B008 (frozen)
        """The answer to queries/<question>.sql: whole numbers as Int64 (missing: NA), fractions as float64, text as str.

        `parameters` are the question's own, by name; all of them, and no others: else QuestionError.
        """
        return _frame(self.ask_arrow(question, filters, **parameters))

    def ask_arrow(self, question: str, filters: Filters = Filters(), **parameters: Any) -> pa.Table:  # noqa: B008 (frozen)
        """The same answer as Arrow, for large extracts."""
        wanted = self._parameters(question)
        offered = filter_parameters(filters)
        if (set(wanted) - set(offered)) != set(parameters):
            raise QuestionError(f"{question} takes {sorted(set(wanted) - set(offered))}, not {sorted(parameters)}")
        bound = {name: value for name, value in {**offered, **parameters}.items() if name in wanted}
        with self._connection.cursor() as cursor:  # one a question: a shared connection mixes up the answers of threads
            return cursor.sql(load(question), params=bound).to_arrow_table()

    def _parameters_of(self, question: str) -> frozenset[str]:
        with self._connection.cursor() as cursor:
            statements = cursor.extract_statements(load(question))
        if len(statements) != 1:
            raise QuestionError(f"{question} holds {len(statements)} statements; a question is one")
        return frozenset(statements[0].named_parameters)

    def close(self) -> None:
        """Close the file. Questions under way in other threads end first or fail."""
        self._connection.close()


def _frame(table: pa.Table) -> pd.DataFrame:
    for position, field in enumerate(table.schema):
        summed = pa.types.is_decimal(field.type) and field.type.scale == 0  # the sum of whole numbers is a HUGEINT
        if summed or pa.types.is_integer(field.type):
            table = table.set_column(position, field.name, table.column(position).cast(pa.int64()))
    return table.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}.get)
