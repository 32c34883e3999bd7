"""Files that the dashboard hands out: sample reports and the template to try an import with, and the extracts of a view."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pandas as pd
import streamlit as st

from dashboard import extracts, filters, warehouse
from dashboard.words import h, language, t
from handling import export
from handling.export.brief import Brief

_SAMPLES = Path(__file__).parent.parent / "data" / "samples"
_SOURCES = ("report_title", "publisher", "published", "url", "source_checked")
KINDS = ("figures", "items", "reports")
FORMATS = extracts.FORMATS


def samples_and_template() -> None:
    """Buttons for the sample reports, and for the table that bureaus can fill in."""
    from handling import template

    st.html(f'<div class="src">{h(t("importing.samples"))}</div>')
    with st.container(key="actions_samples", horizontal=True, gap="small"):
        for path in sorted(_SAMPLES.iterdir()):
            if path.suffix != ".md":
                st.download_button(path.name, data=path.read_bytes, file_name=path.name, key=f"sample_{path.suffix[1:]}", type="tertiary",
                                   icon=":material/description:", on_click="ignore")  # fmt: skip
        for kind in ("xlsx", "csv"):
            st.download_button(
                t("importing.template", kind=kind), data=partial(template.write_template, kind), key=f"template_{kind}",
                file_name=t("importing.template_file", kind=kind), type="tertiary", icon=":material/table_view:", on_click="ignore",
            )  # fmt: skip


def brief_buttons(brief: Brief) -> None:
    """The brief as PDF and as a Word file, made when they are asked for; both come with their libraries."""

    def pdf() -> bytes:
        from handling.export.brief_pdf import to_pdf

        return to_pdf(brief)

    def word() -> bytes:
        from handling.export.brief_word import to_docx

        return to_docx(brief)

    for ending, make, mime in (
        ("pdf", pdf, "application/pdf"), ("docx", word, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ):  # fmt: skip
        st.download_button(
            t(f"brief.{ending}"), data=make, file_name=f"brief_{warehouse.version()}.{ending}", key=f"brief_{ending}", mime=mime,
            icon=":material/description:", on_click="ignore",
        )  # fmt: skip


def rows_of(kind: str) -> pd.DataFrame:
    """All rows of the extract `kind` that the filters leave; nothing is cut off."""
    return warehouse.ask(f"export/{kind}", filters.current(), **({"measures": None} if kind == "figures" else {}))


def extract_button(kind: str, wanted: str, rows: pd.DataFrame) -> None:
    """The button that makes the extract when it is pressed."""
    header = language()
    ending = wanted.partition("_")[0]
    about = _about(kind, rows)
    rows = rows.assign(data_version=warehouse.version())

    def make() -> bytes:
        if ending == "csv":
            return export.to_csv(rows, header, bom=wanted == "csv")
        return (export.to_xlsx if ending == "xlsx" else export.to_parquet)(rows, header, about)

    st.download_button(
        t("extracts.download", n=f"{len(rows):,}"), data=make, file_name=f"{kind}_{warehouse.version()}.{ending}", mime=FORMATS[wanted],
        key=f"extract_{kind}_{wanted}", type="primary", icon=":material/download:", on_click="ignore", disabled=rows.empty,
    )  # fmt: skip


def _about(kind: str, rows: pd.DataFrame) -> export.About:
    sources = rows[[name for name in _SOURCES if name in rows]].drop_duplicates()
    return replace(
        extracts.about_view(t(f"switch.extracts.kind.{kind}")), sections=(extracts.marks(),), source_columns=tuple(sources.columns),
        sources=tuple(sources.fillna("").astype(str).itertuples(index=False, name=None)),
    )  # fmt: skip
