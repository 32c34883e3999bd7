"""Files that the dashboard hands out: sample reports and the template to try an import with, and the extracts of a view."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pandas as pd
import streamlit as st

from dashboard import extracts, warehouse
from dashboard.words import h, language, t
from handling import export
from handling.export.brief import Brief
from handling.model import Filters

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


def rows_of(kind: str, chosen: Filters) -> pd.DataFrame:
    """All rows of the extract `kind` that the filters leave; nothing is cut off."""
    return warehouse.ask(f"export/{kind}", chosen, **({"measures": None} if kind == "figures" else {}))


def extract_button(kind: str, wanted: str, rows: pd.DataFrame) -> None:
    """The button that makes the extract when it is pressed."""
    header, version = language(), warehouse.version()
    about = _about(kind, rows)
    st.download_button(
        t("extracts.download", n=f"{len(rows):,}"), data=lambda: _file(rows, wanted, about, header), key=f"extract_{kind}_{wanted}", type="primary",
        file_name=f"{kind}_{version}.{_ending(wanted)}", mime=FORMATS[wanted], icon=":material/download:", on_click="ignore", disabled=rows.empty,
    )  # fmt: skip


def archive_button(wanted: str, chosen: Filters) -> None:
    """The button that makes one archive of all extracts in this format, with what they are and where they come from."""
    header, version, about = language(), warehouse.version(), extracts.about_view(t("extracts.archive"))

    def make() -> bytes:
        found = {kind: rows_of(kind, chosen) for kind in KINDS}
        names = {kind: f"{t(f'switch.extracts.kind.{kind}')}.{_ending(wanted)}" for kind in KINDS}
        sheets = [export.Sheet(name=names[kind], title=t(f"extracts.definition.{kind}"), frame=rows) for kind, rows in found.items()]
        listed = found["reports"].rename(columns={"title": "report_title"})
        whole = replace(_with_sources(about, listed), sections=((t("extract.measures"), export.measures_in(found["figures"])), extracts.marks()))
        files = {t("extract.readme"): extracts.readme(sheets, whole)}
        return export.to_zip(files | {names[kind]: _file(rows, wanted, _about(kind, rows, about), header) for kind, rows in found.items()})

    st.download_button(
        t("extracts.archive_button"), data=warehouse.later(make), file_name=f"handling_{version}.zip", mime="application/zip", key=f"archive_{wanted}",
        icon=":material/folder_zip:", on_click="ignore",
    )  # fmt: skip


def _file(rows: pd.DataFrame, wanted: str, about: export.About, header: str) -> bytes:
    rows = rows.assign(data_version=about.data_version)
    if wanted.startswith("csv"):
        return export.to_csv(rows, header, bom=wanted == "csv")
    return (export.to_xlsx if wanted == "xlsx" else export.to_parquet)(rows, header, about)


def _ending(wanted: str) -> str:
    return wanted.partition("_")[0]


def _about(kind: str, rows: pd.DataFrame, of: export.About | None = None) -> export.About:
    title = t(f"switch.extracts.kind.{kind}")
    about = replace(of, title=title) if of else extracts.about_view(title)
    return replace(_with_sources(about, rows), sections=(extracts.marks(),))


def _with_sources(about: export.About, rows: pd.DataFrame) -> export.About:
    sources = rows[[name for name in _SOURCES if name in rows]].drop_duplicates()
    return replace(about, source_columns=tuple(sources.columns), sources=tuple(sources.fillna("").astype(str).itertuples(index=False, name=None)))
