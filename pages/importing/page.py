"""导入: drop reports in, see what was read from each, what was not, and why."""

from collections.abc import Callable

import streamlit as st

from dashboard import address, layout, offers, panels, removal, uploads
from dashboard.panels import Panel
from dashboard.warehouse import ask
from dashboard.words import h, language, t
from handling import store
from handling.store import StoreError


def figures_panel(report: str, file: str, number: int) -> Panel | None:
    rows = ask("importing/figures", reports=(report,))
    if rows.empty:
        return None
    return Panel(
        key=f"importing.figures_{number}", title=t("importing.figures.title", n=len(rows), file=file),
        subtitle=t("importing.figures.subtitle"), rows=rows, shown=100,
        columns=uploads.columns(rows), optional=uploads.OPTIONAL,
    )  # fmt: skip


def outcome(group: str, file: uploads.FileResult) -> str:
    opened = f' <a href="{h(address.link("sources", report=file.report))}">{h(t("importing.open"))}</a>' if file.report else ""
    red = " red" if group == "failed" else ""
    told = uploads.changes(file) + uploads.unread(file)
    return f'<div class="note{red}"><b>{h(t(f"importing.{group}"))}</b> {h(store.sentence(file, language()))}{opened}{told}</div>'


def stored(deed: Callable[[], None]) -> None:
    try:
        deed()
        st.rerun()  # so that the side bar and the filters know the new reports
    except StoreError as problem:
        layout.note(h(problem), red=True)


def offer_exchange(file: uploads.FileResult, number: int) -> None:
    offered = st.popover(t("importing.exchange"), key=f"exchange_{number}", type="tertiary", icon=":material/swap_horiz:")
    with offered:
        st.html(f'<div class="alt">{h(t("importing.exchange_said", name=file.name, report=file.report))}</div>')
        if st.button(t("importing.exchange_now"), key=f"exchange_now_{number}", type="primary"):
            stored(lambda: uploads.exchange(file))


layout.opening("importing")
removal.told()
files = uploads.chosen_files()
if files:
    stored(lambda: uploads.take_in(files))
offers.samples_and_template()
done = uploads.result()
if done is not None:
    for number, (group, file) in enumerate(uploads.outcomes(done)):
        st.html(outcome(group, file))
        if uploads.can_be_exchanged(file):
            offer_exchange(file, number)
        if group == "imported":
            removal.offer(file.report, str(number), lambda file=file: uploads.forget(file))
    if done.imported:
        st.html(f'<div class="src">{t("importing.removal", reports=h(" ".join(file.report for file in done.imported)))}</div>')
    for number, file in enumerate(done.imported, start=1):
        panels.show(lambda file=file, number=number: figures_panel(file.report, file.name, number))
