"""单位对比: ready groups of units that may stand beside one another, each taken in one click and with its reason printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard import peers, warehouse
from dashboard.words import h, name, t
from handling.chart.style import count
from handling.model import Filters

_CLASS_OF = {"bureau_kind": "bureau_kind", "level": "region_level"}  # reasons whose shared value is a class


def offer(scope: Filters, kinds: Sequence[str], units: Sequence[str]) -> None:
    """Where fewer than two units are picked: the groups around the picked one, or around the first of those suggested."""
    if len(st.session_state.get(peers.KEY) or ()) > 1 or not units:
        return
    everywhere = replace(scope, regions=(), unit_kinds=(), bureau_kinds=(), units=())
    groups = warehouse.ask("compare/peer_groups", everywhere, kinds=tuple(kinds[:1]), unit=units[0])
    if groups.empty:
        return
    known = warehouse.ask("filters/units").set_index("unit_id")["unit_label"]
    st.html(f'<div class="alt">{h(t("compare.groups.title", unit=known.get(units[0], units[0])))}</div>')
    for row in groups.to_dict("records"):
        with st.container(key=f"actions_group_{row['reason']}", horizontal=True, gap="small", vertical_alignment="center"):
            st.button(
                t(f"compare.groups.{row['reason']}"), key=f"group_{row['reason']}", type="tertiary", icon=":material/group_add:",
                on_click=_take, args=([units[0], *row["unit_ids"]],),
            )  # fmt: skip
            st.html(f'<div class="src">{h(reason(row))}</div>')


def reason(row: dict[str, Any]) -> str:
    """Why these units may stand together: what they share, who they are, and how many items they have."""
    shared = name(_CLASS_OF[row["reason"]], row["shared"]) if row["reason"] in _CLASS_OF else row["shared_label"]
    said = t(f"compare.groups.why_{row['reason']}", shared=shared, kind=t(f"compare.groups.{'bureaus' if row['bureaus'] else 'bodies'}"))
    taken = len(row["unit_ids"])
    rest = t("compare.groups.of", taken=taken, n=count(row["unit_count"])) if taken < row["unit_count"] else ""
    low, high = count(row["low_count"]), count(row["high_count"])
    return t("compare.groups.reason", why=said, names=row["names"], rest=rest, sizes=low if low == high else t("compare.sizes", low=low, high=high))


def _take(units: Sequence[str]) -> None:
    st.session_state[peers.KEY] = list(units)
