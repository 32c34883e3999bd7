"""One figure or table with all that belongs to it. The only place that draws a chart."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import address, badges, extracts, figure_tools, screen, tables, view, warehouse
from dashboard.drawn import Drawn
from dashboard.words import h, t
from handling import store
from handling.chart.style import Look

LONGEST_HTML_TABLE = 50
CONFIG = {"displayModeBar": False, "showSendToCloud": False, "displaylogo": False, "doubleClick": False, "scrollZoom": False}
_log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Panel:
    """What a panel shows. `title`, `subtitle` and `source` are plain text; `legend` and `sentence` are safe HTML.

    `rows` are those of the chart and `columns` those of its table twin, which is what the CSV holds. Without `draw` the panel is a table;
    Of more rows than `first` these alone are shown until the reader asks for all; files always hold all.
    `table` is safe HTML that shows the rows in another form; `called` (图1, 表2) is given when it is shown. `draw` makes of a Look a figure as a
    plain dict; a point's customdata[0] is a figure id.
    """

    key: str
    title: str
    rows: pd.DataFrame
    columns: Sequence[str]
    draw: Callable[[Look], dict[str, Any]] | None = None
    called: str = ""
    subtitle: str = ""
    legend: str = ""
    note: str = ""
    sentence: str = ""
    source: str = ""
    optional: Sequence[str] = ()
    shown: int = LONGEST_HTML_TABLE
    chosen: Sequence[str] = ()
    table: str = ""
    first: int = 0


def show(make: Callable[[], Panel | None]) -> None:
    """Draw the panel that `make` gives. If it fails, its place says so with a reference; the rest of the page goes on."""
    try:
        with warehouse.steady():
            panel = make()
            if panel is not None:
                _draw(view.numbered(panel), make)
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


def shown_rows(key: str, rows: pd.DataFrame, first: int) -> pd.DataFrame:
    """The first rows of a long panel, or all where the reader asked for them: for a chart to draw."""
    if not first or len(rows) <= first:
        return rows
    whole = f"all_{key.replace('.', '_')}"
    address.settle_switch(whole)
    return rows if st.session_state.get(whole) else rows.head(first)


def _rest(panel: Panel) -> None:
    """Under a long panel: how many rows are shown of how many, and a button for all, or for the first ones again."""
    shown, every = len(shown_rows(panel.key, panel.rows, panel.first)), len(panel.rows)
    if not panel.first or every <= panel.first:
        return
    name = panel.key.replace(".", "_")
    with st.container(key=f"actions_all_{name}", horizontal=True, gap="small", vertical_alignment="center"):
        st.html(f'<div class="src">{h(t("panel.first" if shown < every else "panel.all", shown=shown, n=every))}</div>')
        words = t("action.show_all", n=every) if shown < every else t("action.show_first", n=panel.first)
        st.button(words, key=f"rest_{name}", type="tertiary", icon=":material/unfold_more:", on_click=_flip, args=(f"all_{name}",))


def _draw(panel: Panel, make: Callable[[], Panel | None]) -> None:
    under = f"<p>{h(panel.subtitle)}</p>" if panel.subtitle else ""
    st.html(f'<div class="fh"><h2><i>{h(panel.called)}</i>{h(panel.title)}</h2>{under}</div>{panel.legend}{_way_to_table(panel)}')
    if panel.draw is not None:
        _chart(panel)
    else:
        _table(replace(panel, rows=shown_rows(panel.key, panel.rows, panel.first)))
    _rest(panel)
    if panel.note:
        st.html(panel.note)
    said = f'<div class="alt">{panel.sentence}</div>' if panel.sentence else ""
    doubt = tables.doubt_key(panel.rows) if panel.draw is not None else ""
    source = panel.source + (doubt if h(doubt) not in panel.legend else "")  # some legends tell it
    if said or source:
        st.html(f'{said}<div class="src">{h(source)}</div>')
    _actions(panel, make)


def _way_to_table(panel: Panel) -> str:
    return to_table(panel.key, panel.called, view.table_of(panel.key)) if panel.draw is not None else ""


def to_table(key: str, called: str, where: str) -> str:
    """Before a chart, seen where it has the focus: the way to its table, whose links do what its points do for a mouse. `screen` goes there."""
    return f'<a class="to-table" href="{h(where)}" data-table="{h(key.replace(".", "_"))}">{h(t("action.to_table", called=called))}</a>'


def table_button(name: str) -> bool:
    """The button that opens and closes the table of a chart; whether it is open."""
    key = f"open_{name}"
    address.settle_switch(key)
    st.button(t("action.table"), key=f"table_{name}", type="tertiary", icon=":material/table:", on_click=_flip, args=(key,))
    return bool(st.session_state.get(key))


def _chart(panel: Panel) -> None:
    key = f"chart_{panel.key}"
    assert panel.draw is not None
    st.plotly_chart(
        Drawn(badges.on_points(panel.draw(screen.look()))), theme=None, key=key, config=CONFIG, alt=view.without_tags(panel.sentence) or panel.title,
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
        _grid(panel)


def _grid(panel: Panel) -> None:
    counts, worded = tables.number_columns(panel.columns)
    config = {head: st.column_config.NumberColumn(format="localized") for head in counts}
    config |= {head: st.column_config.TextColumn(alignment="right") for head in worded}
    frame = tables.grid(panel.rows, panel.columns)
    if any(links := [where and view.page_address() + where for where in tables.openings(panel.rows)]):
        frame.insert(0, t("column.opens"), links)
        config[t("column.opens")] = st.column_config.LinkColumn(display_text=t("action.open"), width="small")
    st.dataframe(frame, hide_index=True, placeholder=t("state.not_published"), alt=panel.title, column_config=config)


@st.fragment
def _actions(panel: Panel, make: Callable[[], Panel | None]) -> None:
    """What can be done with a panel. A fragment: only this part runs again when a table is opened or a picture made."""
    name = panel.key.replace(".", "_")
    with st.container(key=f"actions_{name}", horizontal=True, gap="small"):
        opened = panel.draw is not None and table_button(name)
        _download(panel, name, "csv", t("action.csv"))
        with st.popover(t("action.more"), key=f"more_{name}", type="tertiary", icon=":material/file_save:", on_change="rerun") as more:
            if more.open:
                for form in ("csv_plain", "xlsx", "parquet"):
                    _download(panel, name, form, t(f"switch.extracts.format.{form}"))
        figure_tools.show(name, citation(panel), panel, make)
    if opened:
        with st.container(key=f"twin_{name}"):
            _table(panel)
    address.write_after_part()


def _download(panel: Panel, name: str, form: str, words: str) -> None:
    st.download_button(
        words, data=extracts.of_panel(panel, form), file_name=extracts.file_name(panel, form), mime=extracts.FORMATS[form],
        key=f"{form}_{name}", type="tertiary", icon=":material/download:", on_click="ignore",
    )  # fmt: skip


def _flip(key: str) -> None:
    st.session_state[key] = not st.session_state.get(key)


def citation(panel: Panel) -> str:
    """The panel in words, for pasting: title, what is measured, the sentence, sources, and the facts of the view with its address."""
    said = [panel.title, panel.subtitle, view.without_tags(panel.sentence), panel.source]
    return "\n".join([*(part for part in said if part), *(t("view.fact", name=name, words=words) for name, words in view.facts())])
