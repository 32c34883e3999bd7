"""导入: drop reports in, see what was read from each, what was not, and why."""

import streamlit as st

from dashboard import address, layout, offers, panels, uploads
from dashboard.panels import Panel
from dashboard.warehouse import ask
from dashboard.words import h, t
from handling.store import StoreError


def figures_panel(report: str, number: int) -> Panel | None:
    rows = ask("importing/figures", reports=(report,))
    if rows.empty:
        return None
    return Panel(
        key=f"importing.figures_{number}", title=t("importing.figures.title", n=len(rows), report=report),
        subtitle=t("importing.figures.subtitle"), rows=rows, shown=100,
        columns=uploads.columns(rows), optional=uploads.OPTIONAL,
    )  # fmt: skip


def outcome(group: str, file: uploads.FileResult) -> str:
    opened = f' <a href="{h(address.link("sources", report=file.report))}">{h(t("importing.open"))}</a>' if file.report else ""
    return f'<div class="note{" red" if group == "failed" else ""}"><b>{h(t(f"importing.{group}"))}</b> {h(file.sentence)}{opened}{uploads.unread(file)}</div>'


layout.opening("importing")
files = uploads.chosen_files()
if files:
    try:
        uploads.take_in(files)
        st.rerun()  # so that the side bar and the filters know the new reports
    except StoreError as problem:
        layout.note(h(problem), red=True)
offers.samples_and_template()
done = uploads.result()
if done is not None:
    for group, file in uploads.outcomes(done):
        st.html(outcome(group, file))
    if done.imported:
        st.html(f'<div class="src">{t("importing.removal", reports=h(" ".join(file.report for file in done.imported)))}</div>')
    for number, file in enumerate(done.imported, start=1):
        panels.show(lambda file=file, number=number: figures_panel(file.report, number))
