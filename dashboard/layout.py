"""The skeleton of every page: opening, switches, scope line, notes, and the state in which a filter leaves nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard import address, filters, view, warehouse
from dashboard.words import LANGUAGES, catalogue, h, language, t
from handling.chart.style import count
from handling.model import Filters

_FIELD_OF = {  # filter key → field of Filters
    "year": "years", "unit_kind": "unit_kinds", "bureau_kind": "bureau_kinds", "unit": "units", "instrument": "instruments",
    "level": "levels", "role": "roles", "topic": "topics", "province": "regions", "prefecture": "regions", "region": "regions",
}  # fmt: skip


def opening(page: str) -> None:
    """The title of the page, and the question that it answers."""
    view.opened(page)
    st.html(f'<div class="hd"><h1>{h(t(f"{page}.title"))}</h1><p>{h(t(f"{page}.purpose"))}</p></div>')
    for _, words in filters.idle(page):
        note(h(t("scope.no_topics", topics=words)))


@contextmanager
def switches(page: str) -> Iterator[None]:
    """A row for the page's own switches, at most three; they change the definition of what is shown."""
    with st.container(key=f"switches_{page}", horizontal=True, gap="large"):
        yield


def switch(group: str, options: Sequence[str], usual: str = "") -> str:
    """One of `options`, from a segmented control bound to the address. `group` names its words: switch("satisfaction.kind", …).

    `usual`: which of them it is where nobody chose, else the first.
    """
    key = group.replace(".", "_")
    labels = {lang: _option_label(group, lang) for lang in (language(), *LANGUAGES)}
    address.settle_choice(key, options, labels, many=False, default=usual or options[0])
    if st.session_state[key] not in options:  # chosen where there was more to choose from
        st.session_state[key] = usual or options[0]
    st.segmented_control(
        t(f"switch.{group}.title"), options, default=options[0], required=True, key=key, format_func=labels[language()],
        wrap=True,
    )  # fmt: skip
    chosen = st.session_state.get(key)
    return str(chosen) if chosen in options else options[0]


def _option_label(group: str, lang: str) -> Callable[[str], str]:
    return lambda option: catalogue(lang)[f"switch.{group}.{option}"]


def toggle(group: str) -> bool:
    """A switch that is on or off, bound to the address."""
    key = group.replace(".", "_")
    address.settle_switch(key)
    return st.toggle(t(f"switch.{group}"), key=key)


def scope(definition: str, covered: int, total: int, of: str, extent: str = "") -> None:
    """The line above every figure: 范围 ｜ 口径 ｜ 覆盖 n / m. `definition` and `of` are words of the page."""
    share = 100 * covered / total if total else 0
    view.say(view.Scope(extent or filters_said(), definition, f"{count(covered)} / {count(total)} {of}"))
    st.html(
        f'<div class="scope"><div><i>{h(t("scope.range"))}</i>{h(extent or filters_said())}</div>'
        f'<div><i>{h(t("scope.definition"))}</i><b>{h(definition)}</b></div>'
        f'<div><i>{h(t("scope.coverage"))}</i><b>{count(covered)}</b> / {count(total)} {h(of)}'
        f'<span class="bar"><b style="width:{share:.0f}%"></b></span></div></div>'
    )


def filters_said(units: str = "") -> str:
    """What the filters leave, in words: 2019—2023年 · 山东省 · 政协提案. `units` stands for places and kinds of units, where a list was picked."""
    set_ones = dict(filters.chosen(view.page()))
    first, last = filters.year_bounds()
    years = set_ones.pop("year", filters.years_said(first, last))
    for key in ("region", "prefecture", "province"):
        set_ones.pop(key, None)
    for key in ("unit_kind", "bureau_kind", "unit") if units else ():
        set_ones.pop(key, None)
    areas = [units or filters.places_said() or t("scope.nation")]
    return t("scope.dot").join([years, *areas, *set_ones.values()])


def note(html_text: str, red: bool = False) -> None:
    """A note: blue tells how to read, red what is left out or doubtful. `html_text` is safe HTML."""
    st.html(f'<div class="note{" red" if red else ""}">{html_text}</div>')


def key_numbers(numbers: Sequence[tuple[str, str, str, str]]) -> None:
    """A row of plain counts: (value, its unit, what it counts, where that is listed)."""
    cells = "".join(f'<div><b><a href="{h(where)}"><span>{h(value)}</span></a>{h(unit)}</b>{h(said)}</div>' for value, unit, said, where in numbers)
    st.html(f'<div class="kpi">{cells}</div>')


def legend(marks: Sequence[tuple[str, str]]) -> str:
    """The key of a figure as HTML: (CSS of the swatch, words)."""
    return '<div class="key">' + "".join(f'<span><i class="sw" style="{css}"></i>{h(words)}</span>' for css, words in marks) + "</div>"


@contextmanager
def pair(key: str, left: float = 1.2) -> Iterator[tuple[Any, Any]]:
    """Two columns from 1200 px, one below the other under that."""
    with st.container(key=f"pair_{key}"):
        columns = st.columns([left, 1], gap="large")
        yield columns[0], columns[1]


def is_empty(rows: int, chosen: Filters) -> bool:
    """Whether the filters leave nothing; then the page says so, and offers to drop the filter that hides most."""
    if rows:
        return False
    said = filters.chosen(view.page())
    if not said:
        note(h(t("state.nothing_at_all")))
        return True
    left = {key: _reports_without(chosen, key) for key, _ in said}
    best = max(left, key=lambda key: left[key])
    words = {key: f"{t(f'filters.{key}')} {value}" for key, value in said}
    note(h(t("state.empty", filter=words[best], n=count(left[best]))))
    with st.container(key="actions_empty", horizontal=True):
        if left[best]:
            st.button(t("state.remove", filter=words[best]), key="drop_one", on_click=filters.clear, args=(best,))
        st.button(t("state.clear"), key="drop_all", on_click=filters.clear)
    return True


def _reports_without(chosen: Filters, key: str) -> int:
    without = replace(chosen, **{_FIELD_OF[key]: ()})
    return int(warehouse.ask("filters/report_count", without)["report_count"].iloc[0])
