"""At the foot of every page: all of its tables in one workbook or one archive."""

from __future__ import annotations

import streamlit as st

from dashboard import extracts, view, warehouse
from dashboard.words import h, t

_FORMS = {"xlsx": extracts.FORMATS["xlsx"], "zip": "application/zip"}


def offer() -> None:
    """Draw the buttons, where the page has tables."""
    shown = view.panels()
    if not shown:
        return
    slug = view.page()
    with st.container(key="actions_page", horizontal=True, gap="small", vertical_alignment="center"):
        st.html(f'<div class="src">{h(t("extract.page", n=len(shown)))}</div>')
        for form, mime in _FORMS.items():
            st.download_button(
                t(f"extract.page_{form}"), data=extracts.of_page(shown, t(f"{slug}.title"), form), key=f"page_{form}", mime=mime,
                file_name=f"{slug}_{warehouse.version()}.{form}", type="tertiary", icon=":material/folder_zip:", on_click="ignore",
            )  # fmt: skip
