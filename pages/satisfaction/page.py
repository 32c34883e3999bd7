"""满意度: which units' rates differ from the pooled rate, and which have too few items to tell."""

from dashboard import coverage, filters, layout, panels, ranks, rated, sentences, tables
from dashboard import judged as judged_words
from dashboard.panels import Panel
from dashboard.warehouse import ask
from dashboard.words import h, name, t
from handling.chart import funnel, intervals, judgement
from handling.statistics import FEWEST_UNITS

COUNTED, SPOKEN = ("broad", "strict", "unsaid"), ("plain", "result", "attitude", "first", "final")
chosen = filters.current("satisfaction")
layout.opening("satisfaction")
with layout.switches("satisfaction"):
    counted = layout.switch("satisfaction.counted", COUNTED)
    spoken = layout.switch("satisfaction.spoken", SPOKEN)
    with_derived = layout.switch("satisfaction.derived", ("apart", "pooled")) == "pooled"

kind = judged_words.satisfaction_kind(counted, spoken)
rates = rated.with_streams(rated.with_returns(rated.with_bases(ask("satisfaction/rates", chosen, kind=kind))))
kinds = ask("satisfaction/kinds", chosen)
judged, peers = judgement.judge(rates, with_derived)
listed = judgement.listed(judged)
shown = judgement.drawn(listed)
others = rates[~(rates["comparable"] | rates["derived"])]
TWIN = (
    "unit_label", "year", "instrument", "level", "role", "x_count", "n_count", "rate", "low", "high", "verdict", "pooled", "few",
    "base_said", "return_said", "printed_pct", "derived_pct", "formula",
)  # fmt: skip


def funnel_panel() -> Panel:
    inside = judged[judged["n_count"] >= judgement.LEAST_SHOWN].reset_index(drop=True)
    return Panel(
        key="satisfaction.funnel", title=judged_words.title(peers), subtitle=judged_words.subtitle(kind, peers), rows=listed,
        columns=TWIN, draw=lambda look: funnel.figure(look, inside, peers, sentences.row_names(inside)), legend=judged_words.verdicts(peers),
        note=judged_words.no_ranking(judged, peers), sentence=judged_words.funnel(judged, peers) + judged_words.tiny(listed),
        source=judged_words.source(judged),
    )  # fmt: skip


def intervals_panel() -> Panel:
    return Panel(
        key="satisfaction.intervals", title=t("satisfaction.intervals.title", kind=judged_words.kind_said(kind)),
        subtitle=t("satisfaction.intervals.subtitle"), rows=listed, columns=TWIN,
        legend=tables.key(shown, ["x_count", "n_count"]),
        draw=lambda look: intervals.figure(look, shown, peers, sentences.row_names(shown)),
        sentence=judged_words.span(shown) + judged_words.tiny(listed) + t("satisfaction.intervals.sentence"), source=judged_words.source(judged),
    )  # fmt: skip


def others_panel() -> Panel:
    rows = rated.with_intervals(others).assign(reason_not=[sentences.reason(id) for id in others["reason_not"]])
    return Panel(
        key="satisfaction.others", title=t("satisfaction.others.title"), subtitle=t("satisfaction.others.subtitle"), rows=rows, shown=120,
        columns=("unit_label", "year", "instrument", "level", "printed_pct", "derived_pct", "x_count", "n_count", "low", "high", "base_said", "reason_not",
                 "source_checked"),
        optional=("instrument", "level", "derived_pct", "low", "high", "base_said", "source_checked"),
    )  # fmt: skip


total = int(kinds.loc[kinds["kind"] == "", "report_count"].sum())
layout.scope(judged_words.definition(kind), judged.loc[judged["pooled"], "report_id"].nunique(), total, t("satisfaction.covered_of"))
if not layout.is_empty(total, chosen):
    asked = {"measures": ("satisfaction_rate",)}
    coverage.told(ask("coverage/kinds", chosen, **asked), lambda: ask("coverage/units", chosen, **asked), name("measure", "satisfaction_rate"),
                  (kind,), judged_words.kind_said, links=judged_words.switches_of(COUNTED, SPOKEN), page="satisfaction",
                  inside=others.loc[others["reason_not"] == "inside_unit", "unit_id"].nunique())  # fmt: skip
    if len(shown):
        if peers.pooled.units < FEWEST_UNITS:
            few = t("satisfaction.too_few", kind=judged_words.kind_said(kind), n=peers.pooled.units, least=FEWEST_UNITS)
            layout.note(h(few) + judged_words.pooled_said(judged, peers))
            panels.show(intervals_panel)
        else:
            with layout.pair("satisfaction") as (left, right):
                with left:
                    panels.show(funnel_panel)
                with right:
                    panels.show(intervals_panel)
        layout.note(judged_words.switched(rates, with_derived))
        ranks.offer(judged, judged_words.kind_said(kind))
    else:
        layout.note(h(t("satisfaction.nothing", n=rates["report_id"].nunique(), kind=judged_words.kind_said(kind))))
    if len(others):
        if hints := judged_words.hints(others):
            layout.note(hints)
        panels.show(others_panel)
