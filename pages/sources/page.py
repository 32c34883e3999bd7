"""报告与原文: a report's text with its figures marked; a figure's sentence, or the citation where the text is not here."""

from dashboard import filters, layout, panels, removal, sources
from dashboard.panels import Panel
from dashboard.warehouse import ask
from dashboard.words import t

chosen = filters.current()
layout.opening("sources")
removal.told()
asked = sources.asked()
reports = ask("sources/reports", chosen, report=asked.report)


def figures_panel() -> Panel:
    return Panel(
        key="sources.figures", title=t("sources.figures.title"), subtitle=t("sources.figures.subtitle"), rows=figures, shown=400,
        columns=sources.columns(figures), optional=("ordinal", "stream", "label", "year"),
        source=sources.citation(report), chosen=asked.figures,
    )  # fmt: skip


def findings_panel() -> Panel | None:
    rows = sources.findings(report["report_id"])
    if rows.empty:
        return None
    return Panel(
        key="sources.findings", title=t("sources.findings.title"), subtitle=t("sources.findings.subtitle"), rows=rows,
        columns=("finding_kind", "finding_sentence"),
    )  # fmt: skip


report = None if layout.is_empty(len(reports), chosen) else sources.choose(reports, asked)
if report is not None:
    sources.outside(asked, reports, chosen)
    figures = sources.described(ask("sources/figures", report=report["report_id"]))
    sources.scope(report, figures)
    with layout.pair("sources", left=1.35) as (left, right):
        with left:
            sources.text(report, figures, asked.figures)
            removal.offer(report["report_id"], "report", sources.forget)
        with right:
            sources.cards(report, figures, asked.figures)
            panels.show(figures_panel)
            panels.show(findings_panel)
