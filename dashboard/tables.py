"""Rows as people read them: one cell, one table in HTML, and the same rows for an extract."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from dashboard import address, badges, rated, warehouse
from dashboard.words import h, language, name, period, t
from handling.chart import style
from handling.derive import kind_name

# Columns that hold ids of a class, and the field of the vocabulary that names them.
_CLASS_FIELDS = {
    "measure": "measure", "instrument": "instrument", "level": "level", "role": "role", "qualifier": "qualifier",
    "unit_kind": "unit_kind", "bureau_kind": "bureau_kind", "kind": "report_kind", "topic": "topic", "subtopic": "subtopic",
    "severity": "severity", "scale": "scale", "printed_scale": "scale", "computed_scale": "scale", "placed_by": "placing", "chosen_by": "chosen_by",
    "outcome_class": "category:outcome", "satisfaction_class": "category:satisfaction",
}  # fmt: skip
_MARKS = ("doubted", "few", "carried", "source_checked", "part", "is_key", "is_chosen", "pooled")  # true/false, shown as a word
_UNBROKEN = ("published", "source_checked", "verdict", "instrument", "level", "role", "qualifier", "part", "month", "period", "topic", "measure", "basis")
_LONG_IN_ENGLISH = ("instrument", "level", "role", "qualifier", "period", "topic", "measure")  # these may break there
_BARE = ("year", "month", "low", "high")  # numbers that no mark stands behind
_MANY = 12  # columns of a table that is set closer
_NUMBERS = ("_count", "rate", "_pct", "value", "year", "month", "rank", "low", "high")
# What tells where a row comes from; an extract carries it, the screen shows a link instead.
SOURCE_COLUMNS = ("report_title", "publisher", "published", "url", "source_checked")
_MADE_OF_FIGURES = (  # where no single figure says it, the sentence of the first that it is made of opens
    "x_count", "n_count", "rate", "derived_pct", "printed_pct", "adopted_count", "total_count", "adopted_rate", "unsaid_count", "class_count", "base_count",
    "share_pct", "topic_rate",
)  # fmt: skip
_COMPUTED = ("rate", "derived_pct", "adopted_rate", "topic_rate")
MISSING_IS = {
    "derived_pct": "", "low": "—", "high": "—", "formula": "", "counts_said": "", "return_said": "", "month": "", "url": "", "publisher": "",
    "imported_day": "—",
    "label": "", "period": "", "first_year": "—", "middle_year": "—", "last_year": "—",
}  # fmt: skip


def header(column: str) -> str:
    """What a column is called."""
    if column.endswith("_basis"):
        return t("column.basis_of", column=header(column.removesuffix("_basis")))
    return t(f"column.{column}")


def header_in_file(column: str) -> str:
    """The same in an extract, where no sign stands behind the number: 报告所写（%） holds 94.26, a rate without （%） a fraction 0–1."""
    return t("column.in_percent", column=header(column)) if column.endswith("_pct") else header(column)


def _basis_of(column: str) -> str:
    """The column that tells how the numbers of a column are known: stated, implied by words, added up, worked back from a rate."""
    return "basis" if column == "value" else f"{column}_basis"


def is_number(column: str) -> bool:
    """Whether a column is set flush right."""
    return column.endswith(_NUMBERS)


def is_missing(value: Any) -> bool:
    """Whether a cell holds nothing."""
    return value is None or value is pd.NA or value != value


def plain(column: str, row: dict[str, Any]) -> Any:
    """A value as an extract holds it: numbers as numbers, classes by name, marks as words, None where nothing was published."""
    value = row[column]
    if is_missing(value) or (column in ("low", "high") and rated.is_fraction(row)):
        return None
    if column == "source_checked" and row.get("origin") == "imported":
        return name("origin", "imported")
    if column in _MARKS:
        return t(f"mark.{column}") if value else t(f"mark.not_{column}") if column == "source_checked" else ""
    if column == "basis" or column.endswith("_basis"):
        return name("basis", value)
    if column == "category":
        return name(_category_field(row.get("measure", "")), value)
    if column in _CLASS_FIELDS:
        return name(_CLASS_FIELDS[column], value) if value else ""
    if column in ("kinds_measure", "kind_of_measure"):
        return t(f"overview.kinds.{'measure.' if column == 'kinds_measure' else ''}{value}")
    if column == "rate_kind":
        return kind_name(value, language())
    if column == "verdict":
        return t(f"verdict.{value}")
    return period(value) if column == "period" else value


def _category_field(measure: str) -> str:
    for family in ("outcome", "satisfaction"):
        if measure.startswith(family):
            return f"category:{family}"
    return "topic"


def text(column: str, row: dict[str, Any]) -> str:
    """A value as the screen shows it."""
    value = plain(column, row)
    if column == "published" and not value:
        return t("state.undated")
    if value is None:
        if row.get(f"{column}_in_parts"):
            return t("state.in_parts")
        return "—" if column.endswith("_words") else MISSING_IS.get(column, t("state.not_published"))
    if _may_be_few(column) and (few := rated.shown(column, row)):
        return few
    if column.endswith(("rate", "low", "high")):
        return style.rate(value)
    if column.endswith("_count"):
        return style.count(value)
    if column == "derived_pct":
        return style.rate(value / 100)
    if column.endswith("_pct"):
        return style.printed(value)
    if column == "value":
        return style.printed(value, row.get("scale", "count")) if row.get("scale") != "rank" else t("rank.of", n=f"{value:g}")
    if column == "range":
        return str(value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _may_be_few(column: str) -> bool:
    """Whether the numbers of a column are computed rates, which over few items say so."""
    return column.endswith(("rate", "derived_pct"))


def cell(column: str, row: dict[str, Any]) -> str:
    """The cell in HTML. A number read from a report links to its sentence, a title to its report; what was pooled leads where <column>_href says."""
    shown = h(text(column, row))
    own = _id(row, f"{column}_figure") or (_id(row, "figure_id") if column in ("value", "printed_pct") else "")
    figure = own or (_id(row, "sentence_figure") if column in _MADE_OF_FIGURES else "")
    if figure and not is_missing(row[column]):
        marked = mark_of(column, row) + (badges.of("figure", own) if own else badges.of_computed(_behind(column, figure, row)))
        return f'<a href="{h(address.link("sources", figure=figure))}">{shown}</a>{marked}'
    if column == "report_title" and (report := _id(row, "report_id")):
        return f'<a href="{h(address.link("sources", report=report))}">{shown}</a>{badges.of("report", report)}'
    if column == "unit_label" and (unit := _id(row, "unit_id")):
        return f'<a href="{h(address.link("unit", record=unit))}">{shown}</a>{badges.of("unit", unit)}'
    if where := _id(row, f"{column}_href"):
        return f'<a href="{h(where)}">{shown}</a>'
    if column == "verdict" and row.get("verdict"):
        return f'<span class="v-{h(row["verdict"])}">{style.GLYPHS[row["verdict"]]}</span> {shown}'
    if column == "source_checked":
        return f'<span class="tag">{shown}</span>'
    return shown


def _behind(column: str, figure: str, row: dict[str, Any]) -> list[str]:
    """The figures that a number rests on which no single figure says: its own, and of a computed rate those of its counts."""
    return [figure, *(_id(row, f"{count}_figure") for count in (rated.counts_of(column) if column in _COMPUTED else ()))]


def mark_of(column: str, row: dict[str, Any]) -> str:
    """〔文〕 behind a number that the words of a report imply (全部按期办结), ◇ behind a count worked back from a rate, 〔结转〕 behind one of an
    earlier year's items, sorted again; "" elsewhere. Safe HTML."""
    basis = row.get(_basis_of(column))
    sign = "" if is_missing(row[column]) else rated.marks(basis)
    said = f"mark.{basis}{'_count' if basis == 'implied' and column.endswith('_count') else ''}_said"
    signs = [(sign, said)] if sign else []
    signs += [(t("mark.carried"), "mark.carried_said")] if column == "value" and row.get("carried") else []
    return "".join(f'<small class="by-words" title="{h(t(words))}">{h(sign)}</small>' for sign, words in signs)


def key(rows: pd.DataFrame, columns: Sequence[str]) -> str:
    """What 〔文〕, ◇, 〔结转〕 and ？ mean, each where one of these columns has it; "" elsewhere. Safe HTML."""
    found = {column: rated.marks(*rows[basis].unique()) for column in columns if (basis := _basis_of(column)) in rows}
    signs, of_counts = "".join(found.values()), "".join(sign for column, sign in found.items() if column.endswith("_count"))
    implied = "mark.implied_count_key" if t("mark.implied") in of_counts else "mark.implied_key"
    computed = "derived_pct" in columns and rows["derived_pct"].notna().any()
    carried = "value" in columns and "carried" in rows and rows["carried"].any()
    meant = ((t("mark.implied") in signs, implied), ("◇" in signs, "mark.derived_key"), (computed, "mark.computed_key"),
             (carried, "mark.carried_key"))  # fmt: skip
    said = [t(words) for there, words in meant if there] + [doubt_key(rows)]
    shown = "".join(f"<span>{h(words)}</span>" for words in said if words)
    return f'<div class="key">{shown}</div>' if shown else ""


def doubt_key(rows: pd.DataFrame) -> str:
    """What ？ means, where a figure of these rows bears it; "" elsewhere."""
    named = [column for column in rows.columns if column == "figure_id" or column.endswith("_figure")]
    return badges.key("".join(badges.sign_of(row) for row in rows[named].to_dict("records")))


def _id(row: dict[str, Any], column: str) -> str:
    """The id in this column, "" where the row has none."""
    value = row.get(column)
    return "" if is_missing(value) else str(value)


def html_table(rows: pd.DataFrame, columns: Sequence[str], optional: Sequence[str] = (), chosen: Sequence[str] = ()) -> str:
    """A table in HTML; `optional` columns give way on a phone, the rows whose figures are `chosen` are marked."""

    def classes(column: str) -> str:
        breaks = language() == "en" and column in _LONG_IN_ENGLISH
        marks = (
            ("n", is_number(column)), ("nw", column in _UNBROKEN and not breaks), ("u", column == "unit_label"),
            ("why", column in ("reason_not", "unlike", "report_title", "called_said")), ("opt", column in optional), ("bare", column in _BARE),
        )  # fmt: skip
        found = [name for name, fits in marks if fits]
        return f' class="{" ".join(found)}"' if found else ""

    marked = [(column, classes(column)) for column in columns]
    head = "".join(f'<th scope="col"{css}>{h(header(column))}</th>' for column, css in marked)
    body = []
    for row in needed(rows, columns).to_dict("records"):
        mark = ' class="on"' if row.get("figure_id") in chosen else ""
        body.append(f"<tr{mark}>" + "".join(f"<td{css}>{cell(column, row)}</td>" for column, css in marked) + "</tr>")
    dense = " dense" if len(columns) >= _MANY else ""
    return f'<div class="wide"><table class="tb{dense}"><thead><tr>{head}</tr></thead><tbody>{"".join(body)}</tbody></table></div>{key(rows, columns)}'


def needed(rows: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """The columns of a table and those that its cells look at: ids, links and what tells how to read a value."""
    beside = ("scale", "measure", "topic", "origin", "carried")
    return rows[[c for c in rows.columns if c in columns or c in beside or c.endswith(("_id", "_figure", "_href", "_in_parts", "basis"))]]


def readable(rows: pd.DataFrame, columns: Sequence[str], cell: Callable[[str, dict[str, Any]], Any] = plain) -> pd.DataFrame:
    """The same rows for an extract: its columns under their names, what its values are, where each row comes from, what the audit says."""
    wanted = _columns_of_extract(rows, columns)
    records = needed(rows, wanted).to_dict("records")
    cells = {column: [cell(column, row) for row in records] for column in wanted}
    if any(column in rows.columns for column in ("report_id", "figure_id")) and "finding_sentence" not in columns:
        cells["audit_said"] = [_audit_said(row) for row in records]
    cells["data_version"] = [warehouse.version()] * len(records)
    if cell is plain and "few" not in wanted and (marked := [column for column in wanted if _may_be_few(column)]):
        cells["few"] = [t("mark.few") if any(rated.is_few(column, row) for column in marked) else "" for row in records]
    called = header_in_file if cell is plain else header
    named = {called(column): pd.Series(values, dtype="object") for column, values in cells.items()}
    assert len(named) == len(cells), f"two columns of one name among {list(cells)}"
    return pd.DataFrame(named)


def _columns_of_extract(rows: pd.DataFrame, columns: Sequence[str]) -> list[str]:
    bases = [_basis_of(column) for column in columns]
    wanted = ["scale", *bases, "carried"] if "value" in columns else ["printed_scale", "computed_scale", *bases]
    beside = [column for column in wanted if column in rows.columns and column not in columns]
    return [*columns, *beside, *(column for column in SOURCE_COLUMNS if column in rows.columns and column not in columns)]


def grid(rows: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """The same rows for a grid that can be sorted: every cell in the words of the HTML table, counts and years as numbers.

    Rates are set flush by blanks before them: a grid sorts words, and 100.0% belongs behind 91.7%.
    """
    frame = readable(rows, columns, lambda column, row: plain(column, row) if _stays_number(column) else text(column, row))
    for head in (header(column) for column in columns if is_number(column) and not _stays_number(column)):
        widest = frame[head].str.len().max()
        frame[head] = frame[head].str.rjust(0 if is_missing(widest) else int(widest))
    return frame


def figures(rows: pd.DataFrame) -> list[str | None]:
    """For each row the figure whose sentence tells of it first: a grid has one link a row."""
    named = [column for column in rows.columns if column in ("figure_id", "sentence_figure") or column.endswith("_figure")]
    return [next((id for column in named if (id := _id(row, column))), None) for row in rows[named].to_dict("records")]


def openings(rows: pd.DataFrame) -> list[str | None]:
    """For each row the link to the sentence of its first figure; where it has none (a named item), to the report that it stands in."""
    reports = rows["report_id"] if "report_id" in rows.columns else [None] * len(rows)
    return [
        address.link("sources", figure=figure) if figure else None if is_missing(report) else address.link("sources", report=str(report))
        for figure, report in zip(figures(rows), reports, strict=True)
    ]


def _stays_number(column: str) -> bool:
    return column.endswith(("_count", "_rank")) or column in ("year", "ordinal")


def number_columns(columns: Sequence[str]) -> tuple[list[str], list[str]]:
    """The headings of a grid's columns that hold numbers, and of those that hold numbers in words."""
    found = [column for column in columns if is_number(column)]
    return [header(c) for c in found if c.endswith("_count")], [header(c) for c in found if not _stays_number(c)]


def _audit_said(row: dict[str, Any]) -> str | None:
    """What the audit says of the row's figures; else of its report."""
    figures = [_id(row, column) for column in row if column == "figure_id" or column.endswith("_figure")]
    said = [badges.said("figure", id) for id in dict.fromkeys(figures) if id]
    return "；".join(dict.fromkeys(words for words in said if words)) or badges.said("report", _id(row, "report_id")) or None


def number_formats(columns: Sequence[str]) -> dict[str, str]:
    """How a spreadsheet program writes the numbers of these columns, by heading."""
    rates = {header(column): "0.0%" for column in columns if column.endswith(("rate", "low", "high"))}
    return rates | {header(column): "#,##0" for column in columns if column.endswith("_count")}
