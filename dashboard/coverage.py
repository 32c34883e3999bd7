"""Coverage before results: of the units in scope, who tells a measure, in which kind, how new; who does not, and why a unit is left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import streamlit as st

from dashboard import address, filters, layout, panels, sentences, warehouse
from dashboard.panels import Panel
from dashboard.words import h, t
from dashboard.words import name as name_of
from handling.chart.style import count
from handling.model import Filters

_PAGES: dict[str, tuple[str, dict[str, str]]] = {  # where a measure is compared, with the switches
    "satisfaction_rate": ("satisfaction", {}), "outcome_share": ("adoption", {}), "topic": ("topics", {}),
    "completion_rate": ("compare", {"compare_measure": "completion"}), "on_time_rate": ("compare", {"compare_measure": "on_time"}),
    "answer_rate": ("compare", {"compare_measure": "answer"}), "meeting_rate": ("compare", {"compare_measure": "meeting"}),
}  # fmt: skip
MEASURES = tuple(_PAGES)  # in the order of 总览


def told(
    counted: pd.DataFrame, units: Callable[[], pd.DataFrame], measure: str, kinds: Sequence[str], name: Callable[[str], str],
    why: Callable[[str], str] = sentences.reason, links: Mapping[str, dict[str, str]] | None = None, page: str = "", compared: bool = True,
    inside: int = 0, instrument: str = "",
) -> None:  # fmt: skip
    """The line under the scope line, the kinds with how many units tell each, and on demand every unit with its reason.

    `counted`: of coverage/kinds; `units`: asks coverage/units. `kinds`: those that are shown now; `name`: of a kind; `why`: the words of a
    reason; `links`: the switches of `page` that show a kind; `inside`: how many
    units' items are pooled with another's; `instrument`: the one that the page shows alone, where 总览 counts all of them.
    What is only listed (not `compared`) is not counted as alike.
    """
    whole, telling = counted[counted["kind"] == ""].iloc[0], counted[counted["kind"] != ""]
    said = [t("coverage.said", units=count(whole["unit_count"]), told=count(whole["told_count"]), measure=h(measure),
              silent=count(whole["unit_count"] - whole["told_count"]))]  # fmt: skip
    if compared and len(telling):
        alike = telling.loc[telling["kind"].isin(kinds), "alike_count"].sum()
        said += [t("coverage.alike", alike=count(alike), told=count(whole["told_count"])) + (t("coverage.inside", n=count(inside)) if inside else "")]
    kinds_said = _kinds(telling, kinds, name, links or {}, page) if compared else _listed(telling, name)
    st.html(f'<div class="alt">{"".join(said)}{_ages(whole)}</div>{kinds_said}{_of_all(kinds, instrument)}')
    if layout.toggle("coverage.names"):
        panels.show(lambda: _names(units(), measure, kinds, name, why, compared))


def measures(rows: pd.DataFrame, name: Callable[[str], str]) -> pd.DataFrame:
    """Rows of coverage/measures for a table: the kind in which most units can be compared by its `name`; each measure leads to its
    page, in that kind, and its numbers of units to the list of them there."""
    pages = [(page, switches | _of_kind(kind)) for kind, (page, switches) in zip(rows["alike_kind"], map(_PAGES.__getitem__, rows["measure"]), strict=True)]
    links = [address.link(page, True, **switches) for page, switches in pages]
    lists = [address.link(page, True, **switches, coverage_names="1") for page, switches in pages]
    return rows.assign(
        alike_kind=[name(kind) if kind else "" for kind in rows["alike_kind"]], measure_href=links, told_count_href=lists, silent_count_href=lists,
        alike_count_href=lists,
    )  # fmt: skip


def _of_kind(kind: str) -> dict[str, str]:
    """The switches of 满意度 that show this kind of satisfaction rate; none where it is the usual one."""
    measure, _, words = kind.partition(".")
    counted, _, spoken = words.partition(".")
    if measure != "satisfaction_rate":
        return {}
    wanted = {"satisfaction_counted": counted, "satisfaction_spoken": spoken or "plain"}
    return {key: value for key, value in wanted.items() if value not in ("broad", "plain")}


def samples(n: int) -> None:
    """Says how many sample reports the page leaves out, where there are any."""
    if n:
        layout.note(h(t("coverage.samples", n=count(n))))


def by_topic(chosen: Filters) -> None:
    """Says which numbers of the page go by the topics that are chosen: those of topics alone."""
    if chosen.topics:
        layout.note(h(t("coverage.by_topic", topics=t("filters.and").join(name_of("topic", id) for id in chosen.topics))))


def _ages(whole: pd.Series) -> str:
    """Between which years each unit's newest figure lies, and before which half of them do."""
    if pd.isna(whole["last_year"]):
        return ""
    first, last, middle = int(whole["first_year"]), int(whole["last_year"]), int(whole["middle_year"])
    return t("coverage.one_age", year=last) if first == last else t("coverage.ages", first=first, last=last, middle=middle)


def _kinds(telling: pd.DataFrame, shown: Sequence[str], name: Callable[[str], str], links: Mapping[str, dict[str, str]], page: str) -> str:
    """Each kind with how many units can be set side by side of those that tell it; a link switches to it."""
    listed = []
    for row in telling.sort_values(["unit_count", "alike_count"], ascending=False, kind="stable").to_dict("records"):
        words = h(name(row["kind"]))
        if row["kind"] in shown:
            words = f"<b>{words}</b>"
        elif row["kind"] in links:
            words = f'<a href="{h(address.link(page, True, **links[row["kind"]]))}">{words}</a>'
        listed.append(t("coverage.kind", kind=words, alike=count(row["alike_count"]), told=count(row["unit_count"])))
    return f'<div class="src">{t("coverage.kinds", list=t("sentence.semicolon").join(listed))}</div>' if listed else ""


def _of_all(kinds: Sequence[str], instrument: str) -> str:
    """The numbers of 总览 beside those of a page that shows one instrument, and why they differ."""
    chosen = filters.current()
    if not instrument or chosen.instruments == (instrument,):
        return ""
    rows = warehouse.ask("coverage/measures", chosen, measures=MEASURES)
    row = rows[rows["measure"] == kinds[0].partition(".")[0]].iloc[0]
    said = t("coverage.all_instruments", units=count(row["unit_count"]), told=count(row["told_count"]), alike=count(row["alike_count"]))
    return f'<div class="src">{h(said)}</div>'


def _listed(telling: pd.DataFrame, name: Callable[[str], str]) -> str:
    """Each kind of what is only listed, with how many units tell it; nothing where there is one kind alone."""
    listed = [t("coverage.listed_kind", kind=h(name(kind)), told=count(n)) for kind, n in zip(telling["kind"], telling["unit_count"], strict=True)]
    return f'<div class="src">{t("coverage.listed", list=t("sentence.semicolon").join(listed))}</div>' if len(listed) > 1 else ""


def _names(rows: pd.DataFrame, measure: str, kinds: Sequence[str], name: Callable[[str], str], why: Callable[[str], str],
           compared: bool) -> Panel:  # fmt: skip
    def standing(kind: str, comparable: bool, reason: str) -> str:
        if not kind or not compared:
            return t("coverage.only_listed") if kind else ""
        return t("coverage.other_kind") if kind not in kinds else t("coverage.shown") if comparable else why(reason) if reason else ""

    states = [name(kind) if kind else t("state.not_published") for kind in rows["kind"]]
    reasons = [standing(*row) for row in zip(rows["kind"], rows["comparable"], rows["reason_not"], strict=True)]
    order = [0 if kind in kinds and yes else 1 if kind in kinds else 2 if kind else 3 for kind, yes in zip(rows["kind"], rows["comparable"], strict=True)]
    table = rows.assign(told_kind=states, standing=reasons, order=order).sort_values("order", kind="stable")
    return Panel(
        key="coverage.units", title=t("coverage.title", n=count(rows["unit_id"].nunique())),
        subtitle=t("coverage.subtitle", measure=measure), rows=table, shown=400,
        columns=("unit_label", "told_kind", "year", "standing", "report_title"), optional=("report_title",),
    )  # fmt: skip
