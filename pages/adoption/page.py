"""采纳情况: in which class items end, by the report's own words."""

from dashboard import beside, coverage, filters, judged, layout, panels, ranks, rated, sentences
from dashboard.panels import Panel
from dashboard.warehouse import ask
from dashboard.words import h, t
from handling.chart import bars

FIRST_BARS, FIRST_ROWS = 30, 20  # what can be read at once; the rest on demand
chosen = filters.current("adoption")
layout.opening("adoption")
with layout.switches("adoption"):
    instrument = layout.switch("adoption.instrument", filters.left(chosen, ("proposal", "suggestion", "combined")))
    shown_as = layout.switch("adoption.shown_as", ("share", "count"))
    order = layout.switch("adoption.order", bars.ORDERS)

outcomes = rated.with_intervals(ask("adoption/outcomes", filters.only(chosen, instrument)), "adopted_count", "total_count")
placed = ask("adoption/crosswalk", filters.only(chosen, instrument))
rows = bars.arrange(beside.with_rules(outcomes, placed), order)
left_out = outcomes[outcomes["row_group"].isin(("left_out", "tiny"))]
left_out = left_out.assign(reason_not=left_out["reason_not"].mask(left_out["row_group"] == "tiny", "tiny"))


def bars_panel() -> Panel:
    drawn = panels.shown_rows("adoption.bars", rows, FIRST_BARS)
    shown = t(f"adoption.bars.shown_{'all' if len(drawn) == len(rows) else 'first'}", shown=len(drawn), n=len(rows))
    return Panel(
        key="adoption.bars", title=sentences.outcomes_title(rows), subtitle=t(f"adoption.bars.subtitle_{shown_as}", shown=shown), rows=rows,
        first=FIRST_BARS,
        columns=("unit_label", "year", "level", "role", "adopted_count", "planned_count", "deferred_count", "spanning_count", "unsaid_count",
                 "total_count", "adopted_rate", "low", "high", "doubted"),
        draw=lambda look: bars.figure(look, drawn, sentences.row_names(drawn), shown_as == "share"),
        legend=sentences.outcomes_legend() + beside.key_of_bars(drawn),
        sentence=sentences.outcomes(rows), source=sentences.outcomes_source(rows),
    )  # fmt: skip


def words_panel() -> Panel:
    return Panel(
        key="adoption.words", title=t("adoption.words.title"), subtitle=t("adoption.words.subtitle"), rows=rows, shown=100, first=FIRST_ROWS,
        columns=("unit_label", "year", "adopted_words", "planned_words", "deferred_words", "spanning_words"),
        optional=("year", "spanning_words"),
    )  # fmt: skip


def left_out_panel() -> Panel:
    rows = left_out.assign(reason_not=[sentences.reason(id) for id in left_out["reason_not"]])
    return Panel(
        key="adoption.left_out", title=t("adoption.left_out.title"), subtitle=t("adoption.left_out.subtitle"), rows=rows, shown=100, first=FIRST_ROWS,
        columns=("unit_label", "year", "level", "role", "adopted_count", "total_count", "printed_pct", "low", "high", "reason_not"),
        optional=("level", "role", "total_count", "low", "high"),
    )  # fmt: skip


layout.scope(t("adoption.definition"), int((rows["row_group"] == "ordered").sum()), int((outcomes["reason_not"] != "sample").sum()), t("adoption.covered_of"))
if not layout.is_empty(len(outcomes), filters.only(chosen, instrument)):
    asked, within = {"measures": ("outcome_share",)}, filters.only(chosen, instrument)
    coverage.told(ask("coverage/kinds", within, **asked), lambda: ask("coverage/units", within, **asked), t("adoption.title"),
                  ("outcome_share.adopted",), judged.kind_said, inside=outcomes.loc[outcomes["inside_another"], "unit_id"].nunique(),
                  instrument=instrument)  # fmt: skip
    if len(rows):
        panels.show(bars_panel)
        layout.note(h(t("adoption.note")))
        ranks.offer(judged.as_rates(rows), judged.kind_said("outcome_share.adopted"))
        panels.show(words_panel)
    if len(left_out):
        layout.note(sentences.left_out(left_out, "adoption.left_out.note"), red=True)
        panels.show(left_out_panel)
    panels.show(lambda: beside.crosswalk(placed, FIRST_ROWS))
