"""单位: one unit's whole record, every figure with its source."""

from dataclasses import replace

from dashboard import filters, layout, panels, peers, sentences
from dashboard.panels import Panel
from dashboard.warehouse import ask
from dashboard.words import t
from handling.chart import multiples

chosen = filters.current()
layout.opening("unit")
fullest = ask("unit/fullest", chosen)


def rates_panel() -> Panel | None:
    rows = peers.by_kind(ask("unit/rates", only))
    if rows.empty:
        return None
    return Panel(
        key="unit.rates", number=1, title=t("unit.rates.title", unit=unit.unit_label), subtitle=t("unit.rates.subtitle"), rows=rows,
        columns=("rate_kind", "instrument", "year", "level", "role", "x_count", "n_count", "rate", "low", "high", "printed_pct"),
        draw=lambda look: multiples.figure(look, peers.most_years(rows), None, others=False), sentence=peers.changes(rows),
        source=t("rate.source", n=rows["report_id"].nunique()),
    )  # fmt: skip


def reports_panel() -> Panel:
    return Panel(
        key="unit.reports", number=1, title=t("unit.reports.title"), subtitle=t("unit.reports.subtitle"), rows=reports, shown=100,
        columns=("year", "report_title", "kind", "figure_count", "finding_count", "published", "source_checked"),
        optional=("kind", "finding_count", "published", "source_checked"),
    )  # fmt: skip


def figures_panel() -> Panel:
    return Panel(
        key="unit.figures", number=2, title=t("unit.figures.title", n=len(figures)), subtitle=t("unit.figures.subtitle"), rows=figures, shown=600,
        columns=("year", "month", "period", "measure", "category", "instrument", "level", "role", "qualifier", "label", "part", "value", "source_checked"),
        optional=("month", "period", "level", "role", "qualifier", "label", "part", "source_checked"),
    )  # fmt: skip


if not layout.is_empty(len(fullest), chosen):
    unit = peers.one_unit(fullest["unit_id"].tolist())
    only = replace(chosen, units=(unit.unit_id,), regions=(), unit_kinds=(), bureau_kinds=())
    figures, reports = ask("unit/figures", only), ask("unit/reports", only)
    checked = int(reports["source_checked"].sum())
    layout.scope(t("unit.definition"), checked, len(reports), t("unit.covered_of"), extent=sentences.extent_of(unit.unit_label, figures["year"]))
    panels.show(rates_panel)
    panels.show(reports_panel)
    panels.show(figures_panel)
