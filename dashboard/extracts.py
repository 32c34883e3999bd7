"""The tables of a page as files: one panel, or all of a page, with what they are and where they come from."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pandas as pd

from dashboard import filters, tables, view, warehouse
from dashboard.words import catalogue, language, name, t
from handling import export
from handling.derive import kind_name
from handling.vocabulary import classes

if TYPE_CHECKING:
    from dashboard.panels import Panel

FORMATS = {
    "csv": "text/csv", "csv_plain": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}  # fmt: skip
_MARKS = ("few", "derived", "computed", "implied", "doubted", "verdict", "interval", "source_checked", "missing", "formula")


def file_name(panel: Panel, form: str) -> str:
    """satisfaction_funnel_15af5d617f15.csv"""
    return f"{panel.key.replace('.', '_')}_{warehouse.version()}.{form.partition('_')[0]}"


def of_panel(panel: Panel, form: str) -> Callable[[], bytes]:
    """How to make the panel's table in a format, when it is asked for."""
    about = about_view(panel.title)

    def make() -> bytes:
        sheet = _sheet(panel)
        if form == "xlsx":
            return export.to_book([sheet], _complete(about, [panel]), language())
        if form == "parquet":
            return export.to_parquet(sheet.frame, "", about)
        return export.to_csv(sheet.frame, "", bom=form == "csv")

    return warehouse.later(make)


def of_page(panels: Sequence[Panel], title: str, form: str) -> Callable[[], bytes]:
    """How to make all tables of a page: as one workbook ("xlsx"), or with their CSV files and what they are in one archive ("zip")."""
    about = about_view(title)

    def make() -> bytes:
        sheets, whole = [_sheet(panel) for panel in panels], _complete(about, panels)
        book = export.to_book(sheets, whole, language())
        if form == "xlsx":
            return book
        files = {t("extract.readme"): readme(sheets, whole), f"{t('extract.book')}.xlsx": book}
        files |= {f"{n:02}_{_safe(f'{s.name}_{s.title}')}.csv": export.to_csv(s.frame, "") for n, s in enumerate(sheets, start=1)}
        return export.to_zip(files)

    return warehouse.later(make)


def _sheet(panel: Panel) -> export.Sheet:
    return export.Sheet(
        name=panel.called, title=panel.title, frame=tables.readable(panel.rows, panel.columns), formats=tables.number_formats(panel.columns)
    )


def _safe(words: str) -> str:
    return re.sub(r"[^\w%～—.-]+", "_", words).strip("_.")[:60]


def readme(sheets: Sequence[export.Sheet], about: export.About) -> bytes:
    """What the tables are, as the text file that goes with them."""
    lines = export.cover_lines(sheets, about, language())
    text = "\r\n".join("  ".join(cell for cell in cells if cell) for cells in lines)
    return text.encode("utf-8-sig")  # Notepad of older Windows takes text without the mark for GBK


def about_view(title: str) -> export.About:
    """What the view says of itself. Only in a run: the address and the filters belong to the session."""
    return export.About(
        title=title, data_version=warehouse.version(), made_at=datetime.now().isoformat(" ", timespec="minutes"),
        filters=tuple((t(f"filters.{key}"), words) for key, words in filters.chosen(view.page())), notes=tuple(view.facts()),
    )  # fmt: skip


def _complete(about: export.About, panels: Sequence[Panel]) -> export.About:
    """With what the tables are about: sentences, kinds, measures, marks, sources."""
    said = tuple((f"{p.called} {p.title}", p.subtitle, view.without_tags(p.sentence), p.source) for p in panels)
    sections = ((t("extract.said"), said), (t("extract.kinds"), _kinds(panels)), (t("extract.measures"), _measures(panels)), marks())
    columns = [column for column in tables.SOURCE_COLUMNS if any(column in panel.rows for panel in panels)]
    sources = pd.concat([panel.rows.reindex(columns=[*columns, "origin"]) for panel in panels]) if columns else pd.DataFrame()
    rows = {tuple(_word(column, row) for column in columns): None for row in sources.dropna(how="all", subset=columns).to_dict("records")}
    return replace(
        about, sections=tuple(section for section in sections if section[1]), sources=tuple(rows),
        source_columns=tuple(tables.header(column) for column in columns),
    )  # fmt: skip


def _word(column: str, row: dict[str, object]) -> str:
    value = tables.plain(column, row)
    return "" if value is None else str(value)


def marks() -> tuple[str, tuple[tuple[str, ...], ...]]:
    """What the marks of reliability mean."""
    return t("extract.marks"), tuple((t(f"extract.mark.{mark}"), t(f"extract.mark.{mark}_said")) for mark in _MARKS)


def _kinds(panels: Sequence[Panel]) -> tuple[tuple[str, ...], ...]:
    """The kinds of the rates in the tables, each with its numerator and base."""
    found = {str(kind) for panel in panels for column in ("rate_kind", "kind_id") if column in panel.rows for kind in panel.rows[column].dropna()}
    words = catalogue(language())
    return tuple((kind_name(kind, language()), words.get(f"definition.{'_'.join(kind.split('.')[:2])}", "")) for kind in sorted(found) if kind)


def _measures(panels: Sequence[Panel]) -> tuple[tuple[str, ...], ...]:
    present = {measure for panel in panels if "measure" in panel.columns for measure in panel.rows["measure"]}
    return tuple((name("measure", m.id), m.definition) for m in classes.measures().values() if m.id in present)
