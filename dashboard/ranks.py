"""Ranks, for superiors who insist: off until switched on, only as ranges, with the reason for that one click away."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd
import streamlit as st

from dashboard import layout, panels, sentences
from dashboard.panels import Panel
from dashboard.words import h, t
from handling import statistics
from handling.chart import ranks
from handling.chart.style import count

FEWEST = 3  # units: between two there is a difference, and no order
_ranges = lru_cache(maxsize=64)(statistics.rank_ranges)


def offer(judged: pd.DataFrame, what: str) -> None:
    """The switch, why there is no plain ranking, and the ranges where the switch is on.

    `judged`: rows of one definition with unit_id, short_name, year, x_count, n_count, rate, low, high, pooled and sentence_figure.
    """
    with st.container(key="actions_ranks", horizontal=True, gap="medium", vertical_alignment="center"):
        on = layout.toggle("ranks.shown")
        with st.popover(t("ranks.why"), key="why_no_ranks", type="tertiary", icon=":material/help:"):
            st.html(f'<div class="alt">{t("ranks.because", n=statistics.FEWEST_ITEMS)}</div>')
    if not on:
        return
    rows = ranged(judged)
    if len(rows) < FEWEST:
        layout.note(h(t("ranks.too_few", n=len(rows), least=FEWEST, items=statistics.FEWEST_ITEMS)))
    else:
        panels.show(lambda: _panel(rows, what))


def ranged(judged: pd.DataFrame) -> pd.DataFrame:
    """Each unit's latest pooled row of 20 items or more, with its range of ranks; the best middle first, equal ones in the order of names."""
    kept = judged[judged["pooled"].astype(bool) & (judged["n_count"] >= statistics.FEWEST_ITEMS)]
    kept = kept.sort_values(["year", "n_count"], ascending=False, kind="stable").drop_duplicates("unit_id").sort_values("unit_id")
    found = _ranges(tuple(int(x) for x in kept["x_count"]), tuple(int(n) for n in kept["n_count"]))
    made = kept.assign(first_rank=[r.low for r in found], middle_rank=[r.middle for r in found], last_rank=[r.high for r in found])
    return made.sort_values(["middle_rank", "first_rank", "last_rank", "unit_id"], kind="stable").reset_index(drop=True)


def _panel(rows: pd.DataFrame, what: str) -> Panel:
    return Panel(
        key="ranks.ranges", title=t("ranks.title", n=count(len(rows)), what=what), subtitle=t("ranks.subtitle"), rows=rows,
        columns=("unit_label", "year", "x_count", "n_count", "rate", "low", "high", "first_rank", "middle_rank", "last_rank"),
        draw=lambda look: ranks.figure(look, rows, sentences.row_names(rows)), sentence=_sentence(rows), source=t("ranks.source"),
    )  # fmt: skip


def _sentence(rows: pd.DataFrame) -> str:
    """How wide the ranges are, and how many units could be the first."""
    width = (rows["last_rank"] - rows["first_rank"] + 1).median()
    first, last = int((rows["first_rank"] == 1).sum()), int((rows["last_rank"] == len(rows)).sum())
    return t("ranks.sentence", n=count(len(rows)), width=count(width), first=count(first), last=count(last))
