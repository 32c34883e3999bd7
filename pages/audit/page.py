"""数据核查: whether the numbers of the reports agree with each other; both are shown, neither is changed."""

import streamlit as st

from dashboard import address, filters, findings, layout, panels, tables
from dashboard.panels import Panel
from dashboard.warehouse import ask
from dashboard.words import h, t
from handling.chart import sums
from handling.chart.style import count

chosen = filters.current("audit")
layout.opening("audit")
with layout.switches("audit"):
    severity = layout.switch("audit.severity", ("all", *findings.SEVERITIES))
    kinds = findings.choose_kinds(ask("audit/kinds", chosen))
every = ask("audit/findings", chosen, severities=None, finding_kinds=None)
rows = findings.said(ask("audit/findings", chosen, severities=None if severity == "all" else (severity,), finding_kinds=kinds))


def list_panel() -> Panel:
    return Panel(
        key="audit.findings", title=t("audit.list.title", n=count(len(rows))), subtitle=t("audit.list.subtitle"), rows=rows, columns=findings.CSV,
        table=findings.listed(rows.head(200), "" if finding is None else finding["finding_id"]),
        source=t("audit.list.source", shown=min(len(rows), 200), n=count(len(rows))),
    )  # fmt: skip


def sum_panel() -> Panel | None:
    if parts is None:
        return None
    stacked, whole = parts
    name = tables.plain("measure", whole.to_dict())
    return Panel(
        key="audit.sum", title=f"{finding['unit_label']} {finding['year']} · {finding['kind_name']}", subtitle=t("audit.sum.subtitle"),
        rows=figures, columns=("measure", "category", "label", "value"), sentence=h(finding["finding_sentence"]),
        draw=lambda look: sums.figure(look, stacked, whole["value"], str(name), whole["figure_id"]), source=finding["report_title"],
    )  # fmt: skip


def shares_panel() -> Panel | None:
    shares = findings.shares_of(finding, figures) if parts else findings.bases_of(finding, figures)
    if shares.empty:
        return None
    columns = ("label", "value", "printed_share_pct", "over_computed", "over_printed") if parts else (
        "base_count", "x_count", "result", "printed_share_pct", "agrees")  # fmt: skip
    return Panel(
        key="audit.shares", title=t("audit.shares.title"), subtitle=t("audit.shares.subtitle"), rows=shares, columns=columns,
        sentence="" if parts else h(finding["finding_sentence"]), source=finding["report_title"],
    )  # fmt: skip


layout.scope(t("audit.definition"), every.loc[every["severity"].isin(("error", "warning")), "report_id"].nunique(),
             ask("filters/report_count", chosen)["report_count"].iloc[0], t("audit.covered_of"))  # fmt: skip
if every.empty:
    if not layout.is_empty(ask("filters/report_count", chosen)["report_count"].iloc[0], chosen):
        layout.note(h(t("audit.none")))
elif rows.empty:
    layout.note(h(t("audit.none_of_kind", n=count(len(every)))))
else:
    finding = findings.pick(rows)
    if finding is None:
        layout.note(h(t("audit.unknown", id=address.once("finding"))), red=True)
    else:
        figures = findings.figures_of(finding)
        parts = findings.parts_of(finding, figures)
    with layout.pair("audit", left=1.0) as (left, right):
        with left:
            panels.show(list_panel)
        with right:
            if finding is not None:
                panels.show(sum_panel)
                panels.show(shares_panel)
                layout.note(f"{h(t('audit.figures'))}{findings.links(figures)}" if len(figures) else h(t("audit.no_figures")))
            st.html(f'<div class="fh"><h2>{h(t("audit.rules"))}</h2><p>{h(t("audit.rules_said"))}</p></div>{findings.rules()}')
    layout.note(h(t("audit.note")), red=True)
