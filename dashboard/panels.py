"""One figure or table with all that belongs to it. The only place that draws a chart."""

from __future__ import annotations

import html
import logging
import re
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import address, badges, screen, tables, warehouse
from dashboard.drawn import Drawn
from dashboard.words import h, t
from handling import export, store
from handling.chart.style import Look

LONGEST_HTML_TABLE = 50
CONFIG = {"displayModeBar": False, "showSendToCloud": False, "displaylogo": False, "doubleClick": False, "scrollZoom": False}
_log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Panel:
    """What a panel shows. `title`, `subtitle` and `source` are plain text; `legend` and `sentence` are safe HTML.

    `rows` are those of the chart and `columns` those of its table twin, which is what the CSV holds. Without `figure` the
    panel is a table; `table` is safe HTML that shows the rows in another form. `draw` gets the reader's Look and gives a figure as a
    plain dict; a point's customdata[0] is a figure id.
    """

    key: str
    title: str
    rows: pd.DataFrame
    columns: Sequence[str]
    draw: Callable[[Look], dict[str, Any]] | None = None
    number: int = 1
    subtitle: str = ""
    legend: str = ""
    note: str = ""
    sentence: str = ""
    source: str = ""
    optional: Sequence[str] = ()
    shown: int = LONGEST_HTML_TABLE
    chosen: str = ""
    table: str = ""


def show(make: Callable[[], Panel | None]) -> None:
    """Draw the panel that `make` gives. If it fails, its place says so with a reference; the rest of the page goes on."""
    try:
        panel = make()
        if panel is not None:
            _draw(panel)
    except Exception:  # whatever it is, a reader gets a sentence and the log gets the rest
        failed()


def guarded(run: Callable[[], object]) -> None:
    """Run a page or the frame. What the store says to people is shown to them; anything else becomes a reference."""
    try:
        run()
    except store.StoreError as problem:
        st.html(f'<div class="note red" role="alert">{h(problem)}</div>')
    except Exception:  # as in `show`
        failed()


def failed() -> None:
    """The state of a panel or page that could not be drawn; the traceback goes to the log under the same reference."""
    reference = uuid.uuid4().hex[:8]
    _log.exception("reference %s", reference)
    st.html(f'<div class="note red" role="alert">{h(t("state.error", id=reference))}</div>')
    st.button(t("state.retry"), key=f"retry_{reference}", type="tertiary", icon=":material/refresh:")


def _draw(panel: Panel) -> None:
    kind = "table" if panel.draw is None else "figure"
    number = t(f"panel.{kind}", n=panel.number) if panel.number else ""
    under = f"<p>{h(panel.subtitle)}</p>" if panel.subtitle else ""
    st.html(f'<div class="fh"><h2>{h(number) and f"<i>{h(number)}</i>"}{h(panel.title)}</h2>{under}</div>' + panel.legend)
    if panel.draw is not None:
        _chart(panel)
    else:
        _table(panel)
    if panel.note:
        st.html(panel.note)
    said = f'<div class="alt">{panel.sentence}</div>' if panel.sentence else ""
    if said or panel.source:
        st.html(f'{said}<div class="src">{h(panel.source)}</div>')
    _actions(panel)


def _chart(panel: Panel) -> None:
    key = f"chart_{panel.key}"
    assert panel.draw is not None
    st.plotly_chart(
        Drawn(badges.on_points(panel.draw(screen.look()))), theme=None, key=key, config=CONFIG, alt=_without_tags(panel.sentence) or panel.title,
        on_select=lambda: _open_sentence(key), selection_mode="points",
    )  # fmt: skip


def _open_sentence(key: str) -> None:
    """A click on a point that stands for a figure goes to the sentence that it was read from."""
    points = st.session_state[key]["selection"]["points"]
    data = points[0].get("customdata") if points else None
    figure = data[0] if isinstance(data, list | tuple) else data.get("0") if isinstance(data, dict) else data
    if figure:
        st.switch_page("pages/sources/page.py", query_params={"figure": str(figure)})


def _table(panel: Panel) -> None:
    if panel.table:
        st.html(panel.table)
    elif len(panel.rows) <= panel.shown:
        st.html(tables.html_table(panel.rows, panel.columns, panel.optional, panel.chosen))
    else:
        st.dataframe(tables.readable(panel.rows, panel.columns), hide_index=True, placeholder=t("state.not_published"), alt=panel.title)


def _actions(panel: Panel) -> None:
    name = panel.key.replace(".", "_")
    open_key = f"open_{name}"
    with st.container(key=f"actions_{name}", horizontal=True, gap="small"):
        if panel.draw is not None:
            st.button(t("action.table"), key=f"table_{name}", type="tertiary", icon=":material/table:", on_click=_flip, args=(open_key,))
        st.download_button(
            t("action.csv"), data=lambda: export.to_csv(tables.readable(panel.rows, panel.columns), header=""),
            file_name=f"{name}_{warehouse.version()}.csv", mime="text/csv", key=f"csv_{name}", type="tertiary",
            icon=":material/download:", on_click="ignore",
        )  # fmt: skip
        with st.popover(t("action.cite"), key=f"cite_{name}", type="tertiary", icon=":material/format_quote:"):
            st.code(citation(panel), language=None, wrap_lines=True)
    if panel.draw is not None and st.session_state.get(open_key):
        _table(panel)


def _flip(key: str) -> None:
    st.session_state[key] = not st.session_state.get(key)


def citation(panel: Panel) -> str:
    """The panel in words, for pasting: title, what is measured, the sentence, sources, data version, address."""
    parts = [panel.title, panel.subtitle, _without_tags(panel.sentence), panel.source, t("panel.version", version=warehouse.version())]
    page = (st.context.url or "").rstrip("/").rsplit("/", 1)
    return "\n".join([part for part in parts if part] + ([f"{page[0]}/{address.link(page[1])}"] if len(page) == 2 else []))


def _without_tags(safe_html: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", safe_html))
