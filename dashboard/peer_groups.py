"""单位对比: ready groups of units that may stand beside one another, each taken in one click and with its reason printed."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard import peers, warehouse
from dashboard.words import h, name, t
from handling.chart.style import count
from handling.model import Filters

_CLASS_OF = {"bureau_kind": "bureau_kind", "level": "region_level"}  # reasons whose shared value is a class


def offer(scope: Filters, kinds: Sequence[str], units: Sequence[str]) -> None:
    """Which group the picked units are and why they stand together, and the groups around the first unit, each taken in one click."""
    if not units:
        return
    everywhere = replace(scope, regions=(), unit_kinds=(), bureau_kinds=(), units=())
    groups = warehouse.ask("compare/peer_groups", everywhere, kinds=tuple(kinds[:1]), unit=units[0]).to_dict("records")
    known = warehouse.ask("filters/units").set_index("unit_id")["unit_label"]
    anchor = str(known.get(units[0], units[0]))
    picked = st.session_state.get(peers.KEY) or ()
    if len(picked) > 1:
        st.html(f'<div class="alt">{_told(groups, picked, anchor)}</div>')
    if not groups:
        return
    with st.expander(t("compare.groups.change")) if len(picked) > 1 else nullcontext():
        st.html(f'<div class="alt">{h(t("compare.groups.title", unit=anchor))}</div>')
        for row in groups:
            _button(row, units[0])


def _told(groups: Sequence[dict[str, Any]], picked: Sequence[str], anchor: str) -> str:
    """What the picked units are: one of the groups with its reason, or the reader's own list."""
    same = next((row for row in groups if set(row["unit_ids"]) == set(picked) - {picked[0]}), None)
    if same is None:
        return t("compare.groups.own", n=len(picked))
    return t("compare.groups.now", group=h(t(f"compare.groups.{same['reason']}")), unit=h(anchor), why=h(reason(same)))


def _button(row: dict[str, Any], anchor: str) -> None:
    with st.container(key=f"actions_group_{row['reason']}", horizontal=True, gap="small", vertical_alignment="center"):
        st.button(
            t(f"compare.groups.{row['reason']}"), key=f"group_{row['reason']}", type="tertiary", icon=":material/group_add:",
            on_click=_take, args=([anchor, *row["unit_ids"]],),
        )  # fmt: skip
        st.html(f'<div class="src">{h(reason(row))}</div>')


def reason(row: dict[str, Any]) -> str:
    """Why these units may stand together: what they share, who they are, and how many items they have."""
    shared = name(_CLASS_OF[row["reason"]], row["shared"]) if row["reason"] in _CLASS_OF else row["shared_label"]
    said = t(f"compare.groups.why_{row['reason']}", shared=shared, kind=t(f"compare.groups.{'bureaus' if row['bureaus'] else 'bodies'}"))
    taken = len(row["unit_ids"])
    rest = t("compare.groups.of", taken=taken, n=count(row["unit_count"])) if taken < row["unit_count"] else ""
    low, high = count(row["low_count"]), count(row["high_count"])
    said += t("compare.groups.mixed_levels") if row["mixed_levels"] else ""
    sizes = t("compare.groups.one_size", n=low) if low == high else t("compare.sizes", low=low, high=high)
    return t("compare.groups.reason", why=said, names=t("filters.and").join(row["names"]), rest=rest, sizes=sizes)


def _take(units: Sequence[str]) -> None:
    st.session_state[peers.KEY] = list(units)
