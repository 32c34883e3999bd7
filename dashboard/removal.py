"""An imported report taken out again: offered with what goes, done after a second yes, and told in the run after it.

No address does it: what it takes is the press of a button in this session.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard import layout, warehouse
from dashboard.words import h, t
from handling import store
from handling.chart.style import count

_SAID = "removal_said"


def offer(report: str, key: str, after: Callable[[], None]) -> None:
    """A button for an imported report, which asks once more; nothing for one that ships with the product. `after` is called when it is out."""
    held = warehouse.ask("importing/held", report=report)
    if held.empty:
        return
    row = held.iloc[0]
    facts = {"name": row["report_title"], "report": report, "figures": count(row["figure_count"]), "items": count(row["item_count"])}
    with st.popover(t("removal.offer"), key=f"remove_{key}", type="tertiary", icon=":material/delete:"):
        back = t("removal.back") if store.stands_for_shipped(report) else ""
        st.html(f'<div class="alt">{h(t("removal.said", **facts) + back)}</div>')
        st.button(t("removal.now"), key=f"remove_now_{key}", type="primary", on_click=_remove, args=(report, t("removal.done", **facts) + back, after))


def _remove(report: str, done: str, after: Callable[[], None]) -> None:
    """Before the run that shows it, so that no widget of that run holds what is gone."""
    try:
        store.remove(report)
    except store.StoreError as problem:
        st.session_state[_SAID] = (str(problem), True)
        return
    warehouse.release()
    after()
    st.session_state[_SAID] = (done, False)


def told() -> None:
    """What was taken out before this run, or why it could not be."""
    said, failed = st.session_state.pop(_SAID, ("", False))
    if said:
        layout.note(h(said), red=failed)
