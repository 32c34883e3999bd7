"""总览: who published, what, and which numbers can be set side by side."""

from dataclasses import replace

from dashboard import coverage as told
from dashboard import filters, layout, panels, rated, sentences, topics
from dashboard.panels import Panel
from dashboard.warehouse import ask
from dashboard.words import t
from handling.chart import coverage, kinds, periods
from handling.chart.style import count

chosen = filters.current()
last_year = filters.year_bounds()[1]
summary = ask("overview/summary", chosen).iloc[0]


def coverage_panel() -> Panel:
    rows = sentences.named_places(ask("overview/coverage", chosen))
    return Panel(
        key="overview.coverage", title=t("overview.coverage.title"), subtitle=t("overview.coverage.subtitle"), rows=rows,
        columns=("place_name", "year", "report_count"), draw=lambda look: coverage.figure(look, rows, last_year),
        sentence=sentences.coverage(rows, last_year), source=t("overview.coverage.source", n=summary["report_count"]),
    )  # fmt: skip


def kinds_panel() -> Panel:
    rows = ask("overview/kinds", replace(chosen, topics=()))  # whether a report's classes make a set is asked of all of them, as 议题 asks
    return Panel(
        key="overview.kinds", title=t("overview.kinds.title"), subtitle=t("overview.kinds.subtitle"), rows=rows,
        columns=("kinds_measure", "kind_of_measure", "report_count"), draw=lambda look: kinds.figure(look, rows),
        legend=sentences.kinds_legend(), sentence=sentences.kinds(rows), source=t("overview.kinds.source", n=summary["report_count"]),
    )  # fmt: skip


def told_panel() -> Panel:
    rows = told.measures(ask("coverage/measures", chosen, measures=told.MEASURES), topics.kind_said)
    return Panel(
        key="overview.told", title=t("overview.told.title", n=count(summary["unit_count"])), subtitle=t("overview.told.subtitle"), rows=rows,
        columns=("measure", "told_count", "silent_count", "alike_count", "alike_kind", "first_year", "middle_year", "last_year"),
        optional=("first_year", "middle_year"),
    )  # fmt: skip


def periods_panel() -> Panel | None:
    rows = ask("adoption/outcomes", chosen)
    rows = rated.with_intervals(rows[(rows["row_group"] == "ordered") & ~rows["inside_another"]], "adopted_count", "total_count")
    if rows.empty:
        return None
    return Panel(
        key="overview.periods", title=t("overview.periods.title"), subtitle=t("overview.periods.subtitle"), rows=rows,
        columns=("unit_label", "year", "instrument", "adopted_count", "total_count", "adopted_rate", "low", "high"),
        draw=lambda look: periods.figure(look, rows, last_year), sentence=sentences.shares_span(rows) + t("overview.periods.sentence"),
        source=t("overview.periods.source", n=rows["report_id"].nunique()),
    )  # fmt: skip


def newest_panel() -> Panel:
    rows = ask("overview/newest", chosen)
    rows = rows.assign(province_label=rows["province_label"].replace("", t("overview.unknown_province")))
    return Panel(
        key="overview.newest", title=t("overview.newest.title"), subtitle=t("overview.newest.subtitle"), rows=rows,
        columns=("imported_day", "published", "report_title", "province_label", "kind", "figure_count", "source_checked"),
        optional=("province_label", "kind", "figure_count", "source_checked"),
    )  # fmt: skip


layout.opening("overview")
layout.scope(t("overview.definition"), summary["province_count"], sentences.province_total(chosen), t("overview.covered_of"))
told.samples(summary["sample_count"])
told.by_topic(chosen)
if not layout.is_empty(summary["report_count"], chosen):
    layout.key_numbers(sentences.key_numbers(summary))
    panels.show(told_panel)
    with layout.pair("overview") as (left, right):
        with left:
            panels.show(coverage_panel)
        with right:
            panels.show(kinds_panel)
            panels.show(periods_panel)
    panels.show(newest_panel)
