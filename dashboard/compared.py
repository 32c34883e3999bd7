"""单位对比: what there is to compare in scope, and which of the picked units lie outside of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from dashboard import address, filters, layout, peers, warehouse
from dashboard.words import h, t
from handling.model import Filters

INSTRUMENTS = ("suggestion", "proposal", "combined")
Available = dict[tuple[str, str], int]  # (what the switch of measures offers, instrument) → how many units


def available(chosen: Filters, picked: Sequence[str]) -> Available:
    """How many units of the scope can be compared in each measure and instrument; of `picked` units, how many tell it at all."""
    scope = replace(chosen, regions=(), unit_kinds=(), bureau_kinds=(), units=tuple(picked)) if picked else chosen
    measures = {kind: measure for measure, kinds in peers.KINDS.items() for kind in (kinds if picked else kinds[:1])}
    found: Available = {}
    for row in warehouse.ask("compare/available", scope, kinds=tuple(measures)).to_dict("records"):
        units = int(row["unit_count" if picked else "alike_count"])
        key = (measures[row["kind"]], row["instrument"])
        if units and row["instrument"] in INSTRUMENTS:
            found[key] = max(found.get(key, 0), units)
    return found


def usual_instrument(there: Available, measure: str, instruments: Sequence[str]) -> str:
    """The first of these instruments in which there is something to compare."""
    return next((instrument for instrument in instruments if (measure, instrument) in there), instruments[0])


def nothing(there: Available, kind: str, asked: tuple[str, str]) -> None:
    """Says that nothing in scope can be compared so, and offers the measures and instruments in which something can."""
    if asked in there:  # there is, but a link asks for units that nobody knows
        return
    said = t("compare.nothing", kind=kind, instrument=t(f"switch.compare.instrument.{asked[1]}"))
    links = [
        t("compare.offer", link=h(address.link("compare", True, compare_measure=measure, compare_instrument=other, **_units())),
          measure=h(t(f"switch.compare.measure.{measure}")), instrument=h(t(f"switch.compare.instrument.{other}")), n=n)
        for measure in peers.KINDS for other in INSTRUMENTS if (n := there.get((measure, other)))
    ]  # fmt: skip
    offered = t("compare.offers", list=t("sentence.semicolon").join(links)) if links else h(t("compare.no_offers"))
    layout.note(h(said) + offered)


def _units() -> dict[str, str]:
    picked = st.session_state.get(peers.KEY)
    return {peers.KEY: address.codes(picked)} if picked else {}


def outside(units: Sequence[str], chosen: Filters) -> list[str]:
    """The names of the picked units that the places and kinds of the side bar leave out."""
    known = warehouse.ask("filters/units")
    known = known[known["unit_id"].isin(units)]
    within = set(filters.units_within(known, chosen)["unit_id"])
    return [label for id, label in zip(known["unit_id"], known["unit_label"], strict=True) if id not in within]


def extent(units: Sequence[str], left_out: Sequence[str]) -> str:
    """范围 in words: the filters, but of units picked from outside of them the list alone."""
    return layout.filters_said(t("compare.own_units", n=len(units))) if left_out else ""
