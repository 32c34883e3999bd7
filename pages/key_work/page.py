"""重点工作与热线: ranks by field of work, how far the projects are, and the hotline by month."""

from dashboard import coverage, filters, layout, listings, panels, rated
from dashboard.panels import Panel
from dashboard.warehouse import ask
from dashboard.words import h, name, t
from handling.chart import lines
from handling.chart.style import count, printed

chosen = filters.current()
ranks, rates = ask("key_work/ranks", chosen), ask("key_work/rates", chosen)
hotline = listings.hotline(rated.with_counts_of(ask("key_work/hotline", chosen), ("completion", "on_time", "satisfaction")))


def ranks_panel() -> Panel | None:
    if ranks.empty:
        return None
    names, said = listings.works(ranks), [t("rank.of", n=f"{value:g}") for value in ranks["value"]]
    return Panel(
        key="key_work.ranks", title=t("key_work.ranks.title"), subtitle=t("key_work.ranks.subtitle"), rows=ranks,
        columns=("unit_label", "year", "month", "field_of_work", "topic", "value", "report_title"), optional=("topic", "report_title"),
        draw=lambda look: lines.dots(
            look, names, ranks["value"].tolist(), said, names, ranks["figure_id"].tolist(), 1, max(10, ranks["value"].max()), reverse=True
        ),
        sentence=listings.listed("key_work.ranks.sentence", names, said, ranks["figure_id"]), source=t("key_work.source", n=ranks["report_id"].nunique()),
    )  # fmt: skip


def rates_panel(measure: str) -> Panel | None:
    rows = rates[rates["measure"] == measure]
    if rows.empty:
        return None
    names, said = listings.works(rows), [printed(value) for value in rows["value"]]
    return Panel(
        key=f"key_work.{measure}", title=name("measure", measure), subtitle=t("key_work.rates.subtitle"), rows=rows,
        columns=("unit_label", "year", "month", "period", "field_of_work", "measure", "value", "report_title"), optional=("measure", "report_title"),
        draw=lambda look: lines.dots(
            look, names, rows["value"].tolist(), said, names, rows["figure_id"].tolist(), 0, max(100, rows["value"].max())
        ),
        sentence=listings.listed("key_work.rates.sentence", names, said, rows["figure_id"]), source=t("key_work.source", n=rows["report_id"].nunique()),
    )  # fmt: skip


def hotline_panel() -> Panel | None:
    if hotline.empty:
        return None
    return Panel(
        key="key_work.hotline", title=t("key_work.hotline.title"), subtitle=t("key_work.hotline.subtitle"), rows=hotline,
        columns=("unit_label", "year", "month", "period", "received_count", "completed_count", "completion_pct", "completion_said",
                 "on_time_pct", "on_time_said", "satisfaction_pct", "satisfaction_said", "called_said", "report_title"),
        optional=("completed_count", "completion_pct", "completion_said", "on_time_said", "satisfaction_said", "report_title"),
        source=t("key_work.source", n=hotline["report_id"].nunique()),
    )  # fmt: skip


layout.opening("key_work")
reports = set(ranks["report_id"]) | set(rates["report_id"]) | set(hotline["report_id"])
total = max(int(ask("filters/report_count", chosen)["report_count"].iloc[0]), len(reports))
layout.scope(t("key_work.definition"), len(reports), total, t("key_work.covered_of"))
if total:
    asked = {"measures": ("key_work",)}
    coverage.told(ask("coverage/kinds", chosen, **asked), lambda: ask("coverage/units", chosen, **asked), t("key_work.told"), (), listings.told,
                  compared=False)  # fmt: skip
if total and not reports:
    layout.note(h(t("key_work.none", n=count(total))))
elif not layout.is_empty(len(reports), chosen):
    with layout.pair("key_work", left=1) as (left, right):
        with left:
            panels.show(ranks_panel)
            panels.show(lambda: rates_panel("start_rate"))
            panels.show(lambda: rates_panel("completion_rate"))
        with right:
            panels.show(lambda: rates_panel("investment_rate"))
    panels.show(hotline_panel)
