"""What stands beside every rate: of how many, between which limits, over which base, and how it was worked out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.words import language, name, t
from handling.chart.style import count, rate, sign
from handling.derive import base_name
from handling.statistics import FEWEST_ITEMS, reliability, wilson

_COUNTS = {"adopted_rate": ("adopted_count", "total_count"), "topic_rate": ("topic_count", "base_count")}
_PAIRS = (("x_count", "n_count"), *_COUNTS.values())


def with_intervals(rows: pd.DataFrame, x: str = "x_count", n: str = "n_count") -> pd.DataFrame:
    """The rows with the ends of Wilson's 95% interval (low, high); none where the counts are not known."""
    ends = [limits(a, b) for a, b in zip(rows[x], rows[n], strict=True)]
    return rows.assign(low=pd.Series([low for low, _ in ends], index=rows.index, dtype="Float64"),
                       high=pd.Series([high for _, high in ends], index=rows.index, dtype="Float64"))  # fmt: skip


def limits(x: Any, n: Any) -> tuple[float | None, float | None]:
    """Wilson's 95% interval of x of n, where both are known."""
    if pd.isna(x) or pd.isna(n) or not 0 <= x <= n or n <= 0:
        return None, None
    return wilson(int(x), int(n))


def with_bases(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the base of each rate in words (base_said): whether the report says it or arithmetic does, and which items it is over."""
    overs = rows["over"] if "over" in rows else rows["base"]
    said = [_base(base, by, role, over) for base, by, role, over in zip(rows["base"], rows["base_by"], rows["role"], overs, strict=True)]
    return rows.assign(base_said=said)


def _base(base: str, by: str, role: str, over: str) -> str:
    own = role if base == "all" and role else base  # all of those led: 主办件
    said = t("rate.base_found", base=base_name(own, language())) if by == "arithmetic" else base_name(own, language())
    return said if over in (own, base) else t("rate.base_is", base=said, over=base_name(over, language()))


def with_returns(rows: pd.DataFrame) -> pd.DataFrame:
    """Rates over opinions with how many came back of how many items (return_said): who did not answer is in no interval."""
    said = [
        "" if pd.isna(items) else t("rate.returned", n=count(n), items=count(items), rate=rate(n / items))
        for n, items in zip(rows["n_count"], rows["received_count"], strict=True)
    ]
    return rows.assign(return_said=said)


def with_streams(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the stream of items that each is of (stream_said): 政协提案 · 县区级 · 主办."""
    fields = ("instrument", "level", "role")
    streams = zip(*(rows[field] for field in fields), strict=True)
    said = [t("scope.dot").join(name(field, id) for field, id in zip(fields, ids, strict=True) if id) for ids in streams]
    return rows.assign(stream_said=said)


def with_counts(rows: pd.DataFrame) -> pd.DataFrame:
    """Figures with what stands beside a rate among them (counts_said): 993/994 · 99.4%～100.0%. For counts it is empty."""
    said = [
        "" if scale != "percent" or measure == "topic_share" else beside(x, n, mark)
        for scale, measure, x, n, mark in zip(rows["scale"], rows["measure"], rows["x_count"], rows["n_count"], _marked(rows), strict=True)
    ]
    return rows.assign(counts_said=said)


def _marked(rows: pd.DataFrame) -> list[str]:
    return [marks(x, n) for x, n in zip(rows["x_count_basis"], rows["n_count_basis"], strict=True)]


def with_counts_of(rows: pd.DataFrame, rates: Sequence[str]) -> pd.DataFrame:
    """For each of these rates (`…_pct`, with its counts …_x and …_n) what stands beside it (…_said); "" where it is not told itself."""
    return rows.assign(**{
        f"{name}_said": ["" if pd.isna(pct) else beside(x, n, marks(x_basis, n_basis))
                         for pct, x, n, x_basis, n_basis in zip(*(rows[f"{name}_{part}"] for part in ("pct", "x", "n", "x_basis", "n_basis")), strict=True)]
        for name in rates
    })  # fmt: skip


def marks(*bases: Any) -> str:
    """How counts are known, in signs: ◇ worked back from a rate, 〔文〕 by words; "" where all are stated or added up. `bases`: …_count_basis."""
    return sign(t, *bases)


def beside(x: Any, n: Any, mark: str = "") -> str:
    """Counts and interval of a rate in one line, with the `marks` of its counts; says so where the report gives no counts."""
    low, high = limits(x, n)
    if low is None:
        return t("rate.no_counts")
    if reliability(n) == "fraction":
        return t("rate.fraction", x=count(x), n=count(n), mark=mark)
    few = t("intervals.few") if n < FEWEST_ITEMS else ""
    return t("rate.beside", x=count(x), n=count(n), mark=mark, low=rate(low), high=rate(high)) + few


def shown(column: str, row: dict[str, Any]) -> str:
    """A computed rate over few items as people read it: under 5 the fraction alone, 5 to 19 with its mark; "" where nothing is to be said."""
    x, n = _counts(row, [_COUNTS[column]] if column in _COUNTS else _PAIRS)
    if x is None:
        return ""
    kind = reliability(n)
    if kind == "fraction":
        return f"{count(x)}/{count(n)}"
    value = row[column] / 100 if column.endswith("_pct") else row[column]
    return rate(value) + t("intervals.few") if kind == "few" else ""


def counts_of(column: str) -> tuple[str, str]:
    """The columns of the counts that a computed rate is made of."""
    return _COUNTS.get(column, _PAIRS[0])


def is_few(column: str, row: dict[str, Any]) -> bool:
    """Whether the rate of a column is over fewer items than may be ordered."""
    x, n = _counts(row, [_COUNTS[column]] if column in _COUNTS else _PAIRS)
    return x is not None and reliability(n) != "full"


def is_fraction(row: dict[str, Any]) -> bool:
    """Whether the row's rate is over so few items that no interval is told."""
    x, n = _counts(row, _PAIRS)
    return x is not None and reliability(n) == "fraction"


def _counts(row: dict[str, Any], pairs: Sequence[tuple[str, str]]) -> tuple[Any, Any]:
    """x and n of the row's rate, where both are known."""
    x, n = next(((row.get(a), row.get(b)) for a, b in pairs if row.get(b) is not None), (None, None))
    return (None, None) if x is None or pd.isna(x) or pd.isna(n) else (x, n)
