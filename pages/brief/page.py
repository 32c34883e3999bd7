"""一页简报: the present view on one page of A4, to print, to save as PDF, or to edit in Word."""

import streamlit as st

from dashboard import address, brief, filters, judged, layout, offers, panels, screen, tables
from dashboard.warehouse import ask
from dashboard.words import h, t
from handling.chart import bars, intervals
from handling.chart.style import LIGHT, Look

chosen = filters.current("brief")
with st.container(key="settings"):
    layout.opening("brief")
    with layout.switches("brief"):
        counted = layout.switch("satisfaction.counted", ("broad", "strict", "unsaid"))
        spoken = layout.switch("satisfaction.spoken", ("plain", "result", "attitude", "first", "final"))
look = Look(say=t, palette=LIGHT, narrow=screen.is_narrow())  # paper is white, whatever the screen is


def sheet() -> None:
    with st.container(key="sheet"):
        st.html(brief.head_html(made.brief))
        rates, outcomes = made.brief.tables
        if len(made.rates):
            st.html(brief.chart_head_html(made.brief.charts.rates_title) + to_table("rates", 1))
            chart("rates", intervals.figure(look, made.rates, made.peers, [row.name for row in made.brief.charts.rates]))
        if len(made.outcomes):
            st.html(brief.chart_head_html(brief.chart_title(2, outcomes.title, t("brief.outcomes_key", n=len(made.outcomes)))) + to_table("outcomes", 2))
            chart("outcomes", bars.figure(look, made.outcomes, [row.name for row in made.brief.charts.outcomes]))
        if rates.rows:
            with st.container(key="twin_brief_rates"):
                st.html(brief.table_html(rates))
        st.html(brief.foot_html(made.brief))


def to_table(name: str, number: int) -> str:
    return panels.to_table(f"brief_{name}", t("panel.figure", n=number), address.link("brief", True, **{f"open_brief_{name}": "1"}))


def outcomes_table() -> None:
    """The table of the second chart: on the page of A4 there is no room for it."""
    with st.container(key="settings_tables"):
        st.html(f'<div class="src">{h(t("brief.outcomes_table"))}</div>')
        if panels.table_button("brief_outcomes"):
            with st.container(key="twin_brief_outcomes"):
                st.html(tables.html_table(made.outcomes, brief.OUTCOME_COLUMNS))


def chart(key: str, figure: dict) -> None:
    st.plotly_chart(figure, theme=None, key=f"brief_{key}", config=panels.CONFIG, alt=made.brief.title)


if not layout.is_empty(ask("filters/report_count", chosen)["report_count"].iloc[0], chosen):
    made = brief.make(chosen, judged.satisfaction_kind(counted, spoken))
    with st.container(key="settings_buttons", horizontal=True, vertical_alignment="center"):
        brief.print_button()
        offers.brief_buttons(made.brief)
        st.html(f'<div class="src">{h(t("brief.how_to"))}</div>')
    sheet()
    if len(made.outcomes):
        outcomes_table()
