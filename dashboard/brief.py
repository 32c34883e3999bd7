"""一页简报: the present view in numbered sentences with n, interval and source; nothing is said that a figure does not carry."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from dashboard import address, findings, judged, layout, warehouse
from dashboard.words import h, t
from handling import statistics
from handling.chart import judgement
from handling.chart.judgement import Peers
from handling.chart.style import count, rate
from handling.export.brief import Brief, Table
from handling.model import Filters

MOST_RATES, MOST_OUTCOMES, MOST_FINDINGS, MOST_NAMED = 9, 5, 3, 3  # what one page of A4 holds


class Made(NamedTuple):
    """The brief in words, and the rows that its charts draw."""

    brief: Brief
    rates: pd.DataFrame
    outcomes: pd.DataFrame
    peers: Peers


def make(chosen: Filters, kind: str) -> Made:
    """The brief of these filters for one kind of satisfaction rate."""
    rows, peers = judgement.judge(warehouse.ask("satisfaction/rates", chosen, kind=kind))
    ordered = warehouse.ask("adoption/outcomes", chosen)
    ordered = ordered[(ordered["row_group"] == "ordered") & ~ordered["inside_another"]]
    sources: list[str] = []
    said = [*_satisfaction(rows, peers, sources), *_outcomes(ordered, sources)]
    shown = judgement.in_order(_largest(rows[rows["pooled"] & ~rows["few"]], "n_count", MOST_RATES))
    bars = _largest(ordered, "total_count", MOST_OUTCOMES).sort_values("adopted_rate", ascending=False).reset_index(drop=True)
    sections = [
        (t("brief.findings"), _findings(chosen)),
        (t("brief.reading"), (t("brief.how_kind", kind=judged.definition(kind)), t("brief.how_verdict"), t("brief.how_interval"))),
        (t("brief.sources"), tuple(t("brief.source", n=n, words=words) for n, words in enumerate(sources, start=1))),
    ]
    brief = Brief(
        name=f"{t('app.name')} · {t('brief.title')}", version=t("panel.version", version=warehouse.version()), title=_title(rows, peers),
        scope=t("scope.dot").join([layout.filters_said(), judged.kind_said(kind), t("brief.reports", n=peers.pooled.units)]),
        sentences=tuple(said), tables=(_rates_table(shown), _outcomes_table(bars)), link=_link(),
        sections=tuple((heading, lines) for heading, lines in sections if lines),
    )  # fmt: skip
    return Made(brief, shown, bars, peers)


def _largest(rows: pd.DataFrame, by: str, most: int) -> pd.DataFrame:
    return rows.sort_values(by, ascending=False, kind="stable").head(most)


def _title(rows: pd.DataFrame, peers: Peers) -> str:
    if peers.pooled.rate is None:
        return t("brief.plain_title")
    return t("brief.finding", n=peers.pooled.units, rate=rate(peers.pooled.rate), below=peers.verdicts["below"], above=peers.verdicts["above"])


def _cite(row: dict[str, Any], sources: list[str]) -> str:
    """〔n〕 for the report of a row; a report is listed once."""
    words = t("scope.dot").join(str(part) for part in (row["publisher"], row["report_title"], row["published"]) if part)
    if words not in sources:
        sources.append(words)
    return t("brief.cite", n=sources.index(words) + 1)


def _satisfaction(rows: pd.DataFrame, peers: Peers, sources: list[str]) -> list[tuple[str, str]]:
    pooled = peers.pooled
    if pooled.rate is None:
        return [(t("brief.all"), t("brief.nothing_pooled"))]
    low, high = statistics.wilson(pooled.x, pooled.n)
    over = judged.dispersion(peers) if peers.dispersion.over else ""
    said = [(t("brief.all"), t("brief.pooled", units=pooled.units, x=count(pooled.x), n=count(pooled.n), rate=rate(pooled.rate), low=rate(low),
                               high=rate(high), over=over))]  # fmt: skip
    for verdict in ("below", "above"):
        part = rows[rows["verdict"] == verdict].sort_values("rate", ascending=verdict == "below").to_dict("records")
        if not part:
            said.append((t(f"brief.{verdict}", n=0), t(f"brief.none_{verdict}")))
            continue
        named = [
            t("brief.unit", unit=row["short_name"], year=row["year"], x=count(row["x_count"]), n=count(row["n_count"]), rate=rate(row["rate"]),
              low=rate(row["low"]), high=rate(row["high"]), cite=_cite(row, sources))
            for row in part[:MOST_NAMED]
        ]  # fmt: skip
        rest = t("brief.and_more", n=len(part) - MOST_NAMED) if len(part) > MOST_NAMED else ""
        said.append((t(f"brief.{verdict}", n=len(part)), t("sentence.semicolon").join(named) + rest + t("sentence.stop")))
    full = int((rows["pooled"] & (rows["x_count"] == rows["n_count"])).sum())
    if full and peers.ceiling:
        said.append((t("brief.full"), t("brief.full_said", k=full, n=count(peers.ceiling))))
    return said


def _outcomes(rows: pd.DataFrame, sources: list[str]) -> list[tuple[str, str]]:
    """The pooled share solved or adopted, and the largest report behind it."""
    whole = statistics.pooled(rows["adopted_count"].tolist(), rows["total_count"].tolist())
    if whole.rate is None:
        return []
    low, high = statistics.wilson(whole.x, whole.n)
    largest = _largest(rows, "total_count", 1).to_dict("records")[0]
    return [(t("brief.outcomes"), t(
        "brief.outcomes_said", units=whole.units, x=count(whole.x), n=count(whole.n), rate=rate(whole.rate), low=rate(low), high=rate(high),
        unit=largest["short_name"], year=largest["year"], ux=count(largest["adopted_count"]), un=count(largest["total_count"]),
        urate=rate(largest["adopted_rate"]), cite=_cite(largest, sources),
    ))]  # fmt: skip


def _findings(chosen: Filters) -> tuple[str, ...]:
    found = findings.said(warehouse.ask("audit/findings", chosen, severities=("error", "warning"), finding_kinds=None))
    lines = [str(sentence) for sentence in found["finding_sentence"].head(MOST_FINDINGS)]
    rest = [t("brief.more_findings", n=len(found) - MOST_FINDINGS)] if len(found) > MOST_FINDINGS else []
    return (*lines, *rest)


def _rates_table(rows: pd.DataFrame) -> Table:
    header = tuple(t(f"column.{column}") for column in ("unit_label", "year", "x_count", "n_count", "rate", "low", "high", "verdict"))
    body = tuple(
        (row["unit_label"], str(row["year"]), count(row["x_count"]), count(row["n_count"]), rate(row["rate"]), rate(row["low"]), rate(row["high"]),
         t(f"verdict.{row['verdict']}"))
        for row in rows.to_dict("records")
    )  # fmt: skip
    return Table(title=t("brief.rates_title"), header=header, rows=body)


def _outcomes_table(rows: pd.DataFrame) -> Table:
    columns = ("adopted_count", "planned_count", "deferred_count", "total_count")
    header = tuple(t(f"column.{column}") for column in ("unit_label", "year", *columns, "adopted_rate"))
    body = tuple(
        (row["unit_label"], str(row["year"]), *(count(row[column]) or t("state.not_published") for column in columns), rate(row["adopted_rate"]))
        for row in rows.to_dict("records")
    )
    return Table(title=t("brief.outcomes_title"), header=header, rows=body)


def _link() -> str:
    page = (st.context.url or "").rstrip("/").rsplit("/", 1)[0]
    return t("brief.link", url=f"{page}/{address.link('brief')}")


def head_html(brief: Brief) -> str:
    """The upper part of the sheet: rule, title, scope, numbered sentences."""
    lines = "".join(f"<li><b>{h(about)}</b>{h(sentence)}</li>" for about, sentence in brief.sentences)
    return (
        f'<div class="top"><span>{h(brief.name)}</span><span>{h(brief.version)}</span></div>'
        f'<h1>{h(brief.title)}</h1><p class="sub">{h(brief.scope)}</p><ol>{lines}</ol>'
    )


def chart_head_html(number: int, table: Table, said: str) -> str:
    """The heading of a chart on the sheet."""
    return f'<div class="ch"><b>{h(t("panel.figure", n=number))}　{h(table.title)}</b> <span>{h(said)}</span></div>'


def foot_html(brief: Brief) -> str:
    """The lower part: what arithmetic found, how to read, sources, the link."""
    parts = "".join(
        f"<section><h2>{h(heading)}</h2>{''.join(f'<p>{h(line)}</p>' for line in lines)}</section>" for heading, lines in brief.sections
    )
    return f'{parts}<p class="sub">{h(brief.link)}</p>'


_BUTTON = """
button { font: inherit; font-size: 14px; width: 100%; min-height: 36px; padding: 0 16px; color: #fff; background: #1F4E79; border: 0;
  border-radius: 4px; cursor: pointer; }
"""
_PRINT = """
export default ({ parentElement, data }) => {
  const button = parentElement.querySelector('button')
  button.textContent = data.words
  button.onclick = () => window.print()
}
"""


@st.cache_resource(show_spinner=False)
def _printer() -> Any:
    return st.components.v2.component("print_button", html="<button></button>", css=_BUTTON, js=_PRINT)


def print_button() -> None:
    """A button that opens the browser's print dialogue; saved as PDF there, the sheet is one page of A4."""
    _printer()(key="print", data={"words": t("brief.print")})
