"""下载: every row that the filters leave, as CSV, XLSX or Parquet."""

import streamlit as st

from dashboard import filters, layout, offers
from dashboard.warehouse import ask
from dashboard.words import h, language, t
from handling import export
from handling.chart.style import count

SHOWN = 50

chosen = filters.current()
layout.opening("extracts")
with layout.switches("extracts"):
    kind = layout.switch("extracts.kind", offers.KINDS)
    wanted = layout.switch("extracts.format", tuple(offers.FORMATS))
rows = offers.rows_of(kind, chosen)
reports = int(ask("filters/report_count", chosen)["report_count"].iloc[0])
layout.scope(t(f"extracts.definition.{kind}"), rows["report"].nunique(), max(reports, rows["report"].nunique()), t("extracts.covered_of"))
if not layout.is_empty(len(rows), chosen):
    with st.container(key="row_extract", horizontal=True):
        offers.extract_button(kind, wanted, rows)
        offers.archive_button(wanted, chosen)
    st.html(f'<div class="src">{h(t("extracts.preview", shown=min(SHOWN, len(rows)), n=count(len(rows))))}</div>')
    st.dataframe(export.named(rows.head(SHOWN), language()), hide_index=True, placeholder="", alt=t("extracts.title"))
    layout.note(t("extracts.reading"))
