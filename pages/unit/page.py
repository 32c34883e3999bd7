"""单位: one unit's whole record, every figure with its source."""

from dataclasses import replace

from dashboard import beside, filters, findings, layout, matrix, panels, peers, rated, sentences, topics
from dashboard.panels import Panel
from dashboard.warehouse import ask
from dashboard.words import t
from handling.chart import multiples
from handling.chart import topics as topic_charts

chosen = filters.current()
layout.opening("unit")
fullest = ask("unit/fullest", chosen)


def rates_panel() -> Panel | None:
    rows = peers.by_kind(ask("unit/rates", only))
    if rows.empty:
        return None
    return Panel(
        key="unit.rates", title=t("unit.rates.title", unit=unit.unit_label), subtitle=t("unit.rates.subtitle"), rows=rows,
        columns=("rate_kind", "instrument", "year", "level", "role", "x_count", "n_count", "rate", "low", "high", "base_said", "printed_pct", "label",
                 "derived_pct", "formula"),
        draw=lambda look: multiples.figure(look, peers.most_years(rows), None, others=False), sentence=peers.changes(rows),
        legend=peers.key(peers.most_years(rows)), source=t("rate.source", n=rows["report_id"].nunique()),
    )  # fmt: skip


def years_panel() -> Panel:
    whole = matrix.of_whole_years(figures)
    return Panel(
        key="unit.years", title=t("unit.years.title"), subtitle=t("unit.years.subtitle"), rows=whole, table=matrix.years(whole),
        columns=("year", "measure", "category", "qualifier", "instrument", "level", "role", "label", "value", "counts_said"),
    )  # fmt: skip


def topics_panel() -> Panel | None:
    shares = ask("topics/shares", only, order="year", topic="", most=topic_charts.MOST_SETS)
    pooled = ask("topics/pooled", replace(chosen, units=(), regions=(), unit_kinds=(), bureau_kinds=()))
    if shares.empty:
        return None
    sets = topics.sets_of(shares)
    return Panel(
        key="unit.topics", title=t("unit.topics.title"), subtitle=t("unit.topics.subtitle"), rows=topics.with_intervals(shares),
        columns=("year", "instrument", "level", "role", "topic", "topic_labels", "topic_count", "base_count", "topic_rate", "low", "high"),
        draw=lambda look: topic_charts.heatmap(look, shares, pooled, sets["set_id"].tolist(), topics.row_names(sets), "share"),
        legend=topics.legend("share"), sentence=topics.own_sentence(shares, pooled), source=t("rate.source", n=shares["report_id"].nunique()),
    )  # fmt: skip


def findings_panel() -> Panel | None:
    found = findings.said(ask("audit/findings", only, severities=None, finding_kinds=None))
    if found.empty:
        return None
    return Panel(
        key="unit.findings", title=t("unit.findings.title", n=len(found)), rows=found,
        subtitle=t("unit.findings.subtitle") + (t("unit.findings.of_all_topics") if chosen.topics else ""),
        columns=findings.CSV, table=findings.listed(found, ""),
    )  # fmt: skip


def items_panel() -> Panel | None:
    named = ask("items/named", only, words=(), units_meant=())
    if named.empty:
        return None
    return Panel(
        key="unit.items", title=t("items.named.title", n=len(named)), subtitle=t("items.named.subtitle"), rows=named,
        columns=("number", "item_title", "proposers", "instrument", "is_key", "topic", "year", "report_title"),
        optional=("number", "proposers", "instrument", "report_title"),
    )  # fmt: skip


def reports_panel() -> Panel:
    return Panel(
        key="unit.reports", title=t("unit.reports.title"), subtitle=t("unit.reports.subtitle"), rows=reports, shown=100,
        columns=("year", "report_title", "kind", "figure_count", "finding_count", "published", "source_checked"),
        optional=("kind", "finding_count", "published", "source_checked"),
    )  # fmt: skip


def figures_panel() -> Panel:
    return Panel(
        key="unit.figures", title=t("unit.figures.title", n=len(figures)), subtitle=t("unit.figures.subtitle"), rows=figures, shown=600,
        columns=("year", "month", "period", "measure", "category", "instrument", "level", "role", "qualifier", "label", "part", "value", "counts_said",
                 "source_checked"),
        optional=("month", "period", "level", "role", "qualifier", "label", "part", "counts_said", "source_checked"),
    )  # fmt: skip


unit = None if layout.is_empty(len(fullest), chosen) else peers.one_unit(fullest["unit_id"].tolist())
if unit is not None:
    only = replace(chosen, units=(unit.unit_id,), regions=(), unit_kinds=(), bureau_kinds=())
    figures, reports = rated.with_counts(ask("unit/figures", only)), ask("unit/reports", only)
    checked = int(reports["source_checked"].sum())
    layout.scope(t("unit.definition"), checked, len(reports), t("unit.covered_of"), extent=sentences.extent_of(unit.unit_label, figures["year"]))
    panels.show(rates_panel)
    panels.show(years_panel)
    panels.show(lambda: beside.conflicts(ask("unit/conflicts", only)))
    panels.show(lambda: beside.derived(ask("unit/derived", only)))
    panels.show(topics_panel)
    panels.show(reports_panel)
    panels.show(findings_panel)
    panels.show(items_panel)
    panels.show(figures_panel)
