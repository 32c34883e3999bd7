"""单位对比: two to eight units over the years, and the verdict on those that are alike."""

from dataclasses import replace

from dashboard import alike, beside, compared, coverage, filters, judged, layout, matrix, panels, peer_groups, peers, ranks, sentences
from dashboard.panels import Panel
from dashboard.warehouse import ask
from dashboard.words import h, t
from handling.chart import intervals, multiples

chosen = filters.current("compare")
layout.opening("compare")
picked = peers.picked_units()
there = compared.available(chosen, picked)
with layout.switches("compare"):
    measure = layout.switch("compare.measure", tuple(peers.KINDS))
    instruments = filters.left(chosen, compared.INSTRUMENTS)
    instrument = layout.switch("compare.instrument", instruments, compared.usual_instrument(there, measure, instruments))

kinds = peers.KINDS[measure]
scope = filters.only(chosen, instrument)
units = peers.chosen_units(scope, kinds)
outside = compared.outside(units, chosen)
extent = compared.extent(units, outside)
peer_groups.offer(scope, kinds, units)
narrowed = replace(scope, units=tuple(units) or ("",), regions=(), unit_kinds=(), bureau_kinds=())
rows = peers.drawn(ask("compare/rates", narrowed, kinds=kinds), units)
asked = {"measures": (peers.measure_of(kinds),)}


def covered() -> None:
    extent_of = narrowed if outside else scope
    coverage.told(ask("coverage/kinds", extent_of, **asked), lambda: ask("coverage/units", extent_of, **asked), judged.kind_said(kinds[0]), kinds,
                  judged.kind_said, instrument="" if outside else instrument)  # fmt: skip


def years_panel() -> Panel:
    pooled = together.pooled.rate if picked and found.shared else None
    line = t("compare.years_line", n=together.pooled.units, year=found.shared["year"], rate=sentences.or_missing(pooled)) if pooled is not None else ""
    return Panel(
        key="compare.years", title=t("compare.years_title", kind=judged.kind_said(kinds[0])), subtitle=t("compare.years_subtitle", line=line), rows=rows,
        columns=("unit_label", "year", "instrument", "level", "role", "x_count", "n_count", "rate", "low", "high", "base_said", "printed_pct", "derived_pct",
                 "formula"),
        draw=lambda look: multiples.figure(look, rows, pooled, intervals.cut(rows[rows["drawn"] != "fraction"]) if measure != "adopted" else 0.0,
                                           judged=last.loc[last["pooled"], "unit_id"].tolist()),
        legend=peers.key(rows), sentence=peers.changes(rows), source=t("rate.source", n=rows["report_id"].nunique()),
    )  # fmt: skip


def verdict_panel() -> Panel:
    subtitle = "" if not found.shared else t("compare.verdict.subtitle", n=together.pooled.units, rate=sentences.or_missing(together.pooled.rate))
    return Panel(
        key="compare.verdict", title=t("compare.verdict.title", year=found.shared["year"]) if found.shared else t("compare.verdict.title_none"),
        subtitle=t("rate.alone") if together.alone else subtitle or t("compare.verdict.none"), rows=last,
        columns=alike.columns(last), optional=("low", "high", "base_said"), sentence=h(alike.apart(found)), source=t("compare.verdict.source"),
    )  # fmt: skip


def conditions_panel() -> Panel:
    return Panel(
        key="compare.conditions", title=t(f"compare.conditions.title{'' if last['pooled'].all() else '_partly'}"), subtitle=t("compare.conditions.subtitle"),
        rows=alike.conditions(last), columns=("condition", "finding"), note=f'<div class="note">{t("compare.verdict_words")}</div>',
    )  # fmt: skip


def all_rates_panel() -> Panel:
    found = ask("compare/all_rates", replace(narrowed, instruments=chosen.instruments))
    return Panel(
        key="compare.all_rates", title=t("compare.all_rates.title"), subtitle=t("compare.all_rates.subtitle"),
        table=matrix.units(found, units),
        rows=found.assign(reason_not=[sentences.reason(id) if id else "" for id in found["reason_not"]]),
        columns=("rate_kind", "unit_label", "year", "instrument", "level", "role", "printed_pct", "derived_pct", "x_count", "n_count", "reason_not"),
        optional=("instrument", "level", "role", "x_count", "n_count", "reason_not"),
    )  # fmt: skip


if outside:
    layout.note(h(t("compare.outside", n=len(outside), names=t("filters.and").join(outside))))
if rows.empty:
    layout.scope(judged.definition(kinds[0]), 0, len(units), t(f"compare.covered_of{'' if picked else '_any'}"), extent)
    covered()
    compared.nothing(there, judged.kind_said(kinds[0]), (measure, instrument))
else:
    found = alike.compare(rows)
    last, together = found.rows, found.peers
    counted = together.pooled.units if picked else rows.loc[rows["counted"], "unit_id"].nunique()
    layout.scope(judged.definition(kinds[0]), counted, len(units), t(f"compare.covered_of{'' if picked else '_any'}"), extent)
    covered()
    if picked and (unlike := alike.said(found)):
        layout.note(h(unlike), red=True)
    panels.show(years_panel)
    if picked:  # units that nobody chose are not judged against one another
        with layout.pair("compare", left=2.4) as (left, right):
            with left:
                panels.show(verdict_panel)
            with right:
                if len(last) > 1:
                    panels.show(conditions_panel)
        ranks.offer(last, judged.kind_said(kinds[0]))
if units:
    panels.show(lambda: beside.conflicts(ask("unit/conflicts", replace(narrowed, instruments=chosen.instruments))))
    panels.show(all_rates_panel)
