"""提案条目: which single proposals and suggestions the reports name, to be searched."""

import streamlit as st

from dashboard import address, coverage, filters, finder, layout, listings, panels
from dashboard.panels import Panel
from dashboard.warehouse import ask
from dashboard.words import h, name, t
from handling.chart import lines
from handling.chart.style import count

chosen = filters.current()
layout.opening("items")
address.settle_text("search")
searched = st.text_input(t("items.search"), key="search", placeholder=t("items.search_hint"))
words, meant = finder.words_and_units(searched or "")
named = ask("items/named", chosen, words=words, units_meant=meant)


def topics_panel() -> Panel:
    rows = ask("items/by_topic", chosen, words=words, units_meant=meant)
    names = [name("topic", topic) for topic in rows["topic"]]
    counts = [count(n) for n in rows["item_count"]]
    return Panel(
        key="items.topics", title=t("items.topics.title"), subtitle=t("items.topics.subtitle"), rows=rows,
        columns=("topic", "item_count"), draw=lambda look: lines.bars(look, names, rows["item_count"].tolist(), counts, names),
        sentence=listings.listed("items.topics.sentence", names, counts), source=t("items.source", n=named["report_id"].nunique()),
    )  # fmt: skip


def named_panel() -> Panel:
    return Panel(
        key="items.named", title=t("items.named.title", n=len(named)), subtitle=t("items.named.subtitle"), rows=named,
        columns=("number", "item_title", "proposers", "instrument", "is_key", "topic", "subtopic", "topic_words", "unit_label", "year",
                 "report_title"),
        optional=("number", "proposers", "subtopic", "topic_words", "report_title"), source=t("items.source", n=named["report_id"].nunique()),
    )  # fmt: skip


with_items, reports = named["report_id"].nunique(), ask("filters/report_count", chosen)["report_count"].iloc[0]
layout.scope(t("items.definition"), with_items, max(reports, with_items), t("items.covered_of"))
if reports or with_items:
    asked = {"measures": ("item",)}
    coverage.told(ask("coverage/kinds", chosen, **asked), lambda: ask("coverage/units", chosen, **asked), t("items.told"), ("item",),
                  lambda kind: t("items.told"), compared=False)  # fmt: skip
if words and named.empty:
    layout.note(h(t("items.nothing_found", words=searched)))
elif named.empty and reports:
    layout.note(h(t("items.none_named", n=count(reports))))
elif not layout.is_empty(len(named), chosen):
    panels.show(topics_panel)
    panels.show(named_panel)
