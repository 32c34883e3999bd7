"""一页简报: the present view in numbered sentences with n, interval and source; nothing is said that a figure does not carry."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from dashboard import address, badges, findings, judged, layout, mixed, rated, sentences, view, warehouse
from dashboard.words import h, t
from dashboard.words import name as word
from handling import statistics
from handling.chart import intervals, judgement
from handling.chart.judgement import Peers
from handling.chart.style import LIGHT, count, rate
from handling.export.brief import Brief, Charts, Outcome, Rate, Table, linked, parts
from handling.model import Filters

MOST_RATES, MOST_OUTCOMES, MOST_FINDINGS, MOST_NAMED = 9, 5, 3, 3  # what one page of A4 holds
OUTCOME_COLUMNS = ("unit_label", "year", "adopted_count", "planned_count", "deferred_count", "unsaid_count", "total_count", "adopted_rate")
_CLASSES = ("adopted", "planned", "deferred")


class Made(NamedTuple):
    """The brief in words, and the rows that its charts draw."""

    brief: Brief
    rates: pd.DataFrame
    outcomes: pd.DataFrame
    peers: Peers


def make(chosen: Filters, kind: str) -> Made:
    """The brief of these filters for one kind of satisfaction rate."""
    told = warehouse.ask("satisfaction/rates", chosen, kind=kind)
    told = rated.with_streams(told.assign(apart=_apart(told)))
    rows, peers = judgement.judge(told)
    ordered = warehouse.ask("adoption/outcomes", chosen)
    ordered = ordered[(ordered["row_group"] == "ordered") & ~ordered["inside_another"]]
    ordered = ordered.assign(apart=_apart(ordered))
    sources: list[str] = []
    counted, _, spoken = kind.removeprefix("satisfaction_rate.").partition(".")
    switches = {"satisfaction_counted": counted, "satisfaction_spoken": spoken or "plain", "open_satisfaction_intervals": "1"}
    where = address.link("satisfaction", True, **switches)
    said = [*_satisfaction(rows, peers, sources, kind, where), *judged.not_pooled(told), *_outcomes(ordered, sources)]
    shown = judgement.in_order(_largest(rows[rows["pooled"] & ~rows["few"]], "n_count", MOST_RATES))
    bars = _largest(ordered, "total_count", MOST_OUTCOMES).sort_values("adopted_rate", ascending=False).reset_index(drop=True)
    tables = (_rates_table(shown, peers, sources), _outcomes_table(bars, sources))
    cited = tuple(t("brief.source", n=n, words=words) for n, words in enumerate(sources, start=1))
    sections = [
        (t("brief.findings"), _findings(chosen)),
        (t("brief.reading"), (t("brief.how_kind", kind=judged.definition(kind)), t("brief.how_verdict"), t("brief.how_interval"), *_signs_said(said, tables))),
        (t("brief.sources"), cited),
    ]
    brief = Brief(
        name=f"{t('app.name')} · {t('brief.title')}", version=t("panel.version", version=warehouse.version_said()), title=_title(rows, peers, kind),
        scope=t("scope.dot").join([layout.filters_said(), judged.kind_said(kind), t("brief.reports", n=peers.pooled.units, reports=peers.reports)]),
        sentences=tuple(said), tables=tables, link=t("brief.link", url=view.link()), charts=_charts(shown, bars, peers, sources, kind),
        language=t("language.tag"), sections=tuple((heading, lines) for heading, lines in sections if lines),
    )  # fmt: skip
    return Made(brief, shown, bars, peers)


def _largest(rows: pd.DataFrame, by: str, most: int) -> pd.DataFrame:
    return rows.sort_values(by, ascending=False, kind="stable").head(most)


def _apart(rows: pd.DataFrame) -> list[str]:  # （提案） behind a unit and year that stand there twice
    return [t("brief.apart", words=" ".join(words)) if words else "" for words in sentences.twins(rows)]


def _title(rows: pd.DataFrame, peers: Peers, kind: str) -> str:
    if peers.pooled.rate is None:
        return t("brief.plain_title")
    v = peers.verdicts
    if peers.alone:
        return t("brief.finding_alone", n=peers.pooled.units, kind=judged.kind_said(kind), rate=rate(peers.pooled.rate))
    said = "brief.finding" if v["below"] or v["above"] else "brief.finding_alike" if peers.judged else "brief.finding_nothing"
    return t(said, n=peers.pooled.units, kind=judged.kind_said(kind), rate=rate(peers.pooled.rate), **v)


def _cite(row: dict[Hashable, Any], sources: list[str]) -> str:
    """〔n〕 for the report of a row; a report is listed once."""
    words = t("scope.dot").join(str(part) for part in (row["publisher"], row["report_title"], row["published"], _imported(row)) if part)
    if words not in sources:
        sources.append(words)
    return t("brief.cite", n=sources.index(words) + 1)


def _imported(row: dict[Hashable, Any]) -> str:
    return word("origin", "imported") if row.get("origin") == "imported" else ""


def _satisfaction(rows: pd.DataFrame, peers: Peers, sources: list[str], kind: str, made_of: str = "") -> list[tuple[str, str]]:
    """Pooled, then who lies beyond a limit. `made_of`: where the pooled rows are listed."""
    pooled = peers.pooled
    if pooled.rate is None:
        return [(t("brief.all"), t("brief.nothing_pooled", kind=judged.kind_said(kind)))]
    low, high = statistics.wilson(pooled.x, pooled.n)
    over = judged.dispersion(peers) if peers.dispersion.over else ""
    counts = linked(f"{count(pooled.x)}/{count(pooled.n)}", made_of)
    said = [(t("brief.all"), t("brief.pooled", units=pooled.units, reports=peers.reports, kind=judged.kind_said(kind), counts=counts,
                               counted=t(f"brief.counted.{kind.split('.')[1]}"), rate=rate(pooled.rate), low=rate(low), high=rate(high),
                               base=judged.over(rows), mixed=mixed.note(rows[rows["pooled"]]), over=over, judged=t("rate.alone") if peers.alone else
                               t("brief.judged", judged=peers.judged, undecidable=peers.verdicts["undecidable"])))]  # fmt: skip
    for verdict in () if peers.alone else ("below", "above"):
        part = rows[rows["verdict"] == verdict].sort_values("rate", ascending=verdict == "below").to_dict("records")
        if not part:
            said.append((t(f"brief.{verdict}", n=0), t(f"brief.none_{verdict}", judged=peers.judged)))
            continue
        named = [
            t("brief.unit", unit=row["short_name"], year=row["year"], apart=row["apart"],
              counts=_counts(row, "x_count", "n_count", "sentence_figure", rated.marks(row["known_by"])),
              rate=rate(row["rate"]), low=rate(row["low"]), high=rate(row["high"]), cite=_cite(row, sources))
            for row in part[:MOST_NAMED]
        ]  # fmt: skip
        rest = t("brief.and_more", n=len(part) - MOST_NAMED) if len(part) > MOST_NAMED else ""
        said.append((t(f"brief.{verdict}", n=len(part)), t("sentence.semicolon").join(named) + rest + t("sentence.stop")))
    full = int((rows["pooled"] & (rows["x_count"] == rows["n_count"])).sum())
    if full and peers.ceiling:
        said.append((t("brief.full"), t("brief.full_said", k=full, n=count(peers.ceiling))))
    return said


def _outcomes(rows: pd.DataFrame, sources: list[str]) -> list[tuple[str, str]]:
    """The pooled share solved or adopted, and the largest row behind it."""
    whole = statistics.pooled(rows["adopted_count"].tolist(), rows["total_count"].tolist())
    if whole.rate is None:
        return []
    low, high = statistics.wilson(whole.x, whole.n)
    largest = _largest(rows, "total_count", 1).to_dict("records")[0]
    return [(t("brief.outcomes"), t(
        "brief.outcomes_said", units=whole.units, reports=rows["report_id"].nunique(), rate=rate(whole.rate), low=rate(low), high=rate(high),
        counts=linked(f"{count(whole.x)}/{count(whole.n)}", address.link("overview", True, open_overview_periods="1")),
        unit=largest["short_name"], year=largest["year"], apart=largest["apart"],
        own=_counts(largest, "adopted_count", "total_count", "adopted_words_figure", _sign(largest, "adopted_count", "total_count")),
        urate=rate(largest["adopted_rate"]), cite=_cite(largest, sources),
    ))]  # fmt: skip


def _counts(row: dict[Hashable, Any], x: str, n: str, figure: str, sign: str) -> str:
    """x/n of a row, which opens its sentence, and the sign of counts that are not stated."""
    return linked(f"{count(row[x])}/{count(row[n])}", _sentence_of(row.get(figure))) + sign + badges.sign_of(row, figure, f"{x}_figure", f"{n}_figure")


def _sign(row: dict[Hashable, Any], *columns: str) -> str:
    """〔文〕 or ◇ behind counts that words imply or that are worked back from a rate."""
    return rated.marks(*(row[f"{column}_basis"] for column in columns))


def _signs_said(said: Iterable[tuple[str, str]], tables: Iterable[Table]) -> tuple[str, ...]:
    """What the signs mean that stand in the sentences and tables; the charts draw the rows of the tables."""
    written = [*(sentence for _, sentence in said), *(cell for table in tables for row in table.rows for cell in row)]
    signs = (("implied_count", t("mark.implied")), ("derived", "◇"), ("unsure", badges.UNSURE))
    return tuple(t(f"mark.{id}_key") for id, sign in signs if any(sign in words for words in written))


def _sentence_of(figure: object) -> str:
    return address.link("sources", figure=str(figure)) if figure and not pd.isna(figure) else ""


def _findings(chosen: Filters) -> tuple[str, ...]:
    found = findings.said(warehouse.ask("audit/findings", chosen, severities=("error", "warning", "unsure"), finding_kinds=None))
    lines = [str(sentence) for sentence in found["finding_sentence"].head(MOST_FINDINGS)]
    rest = [t("brief.more_findings", n=len(found) - MOST_FINDINGS)] if len(found) > MOST_FINDINGS else []
    return (*lines, *rest)


def _rates_table(rows: pd.DataFrame, peers: Peers, sources: list[str]) -> Table:
    header = (*(t(f"column.{column}") for column in ("unit_label", "year", "instrument", "x_count", "n_count", "rate")), t("brief.interval"),
              t("column.verdict"), t("brief.sources"))  # fmt: skip
    body = tuple(
        (row["unit_label"] + row["apart"], str(row["year"]), word("instrument", row["instrument"]), _written(row, "x_count"), _written(row, "n_count"),
         rate(row["rate"]) + badges.sign_of(row, "sentence_figure", "x_count_figure", "n_count_figure"),
         t("brief.range", low=rate(row["low"]), high=rate(row["high"])), t(f"verdict.{row['verdict']}"), _cite(row, sources) + _imported(row))
        for row in rows.to_dict("records")
    )  # fmt: skip
    links = tuple(_sentence_of(figure) for figure in rows["sentence_figure"])
    few = peers.verdicts["undecidable"]
    rest = t("brief.table_rest", n=len(rows), units=peers.pooled.units, few=few) if len(rows) < peers.pooled.units else ""
    return Table(title=t("brief.table_title") + rest, header=header, rows=body, numbers=(1, 3, 4, 5, 6), links=links)


def _written(row: dict[Hashable, Any], column: str) -> str:
    return count(row[column]) + _sign(row, column) + badges.sign_of(row, f"{column}_figure") if pd.notna(row[column]) else t("state.not_published")


def _outcomes_table(rows: pd.DataFrame, sources: list[str]) -> Table:
    columns = ("adopted_count", "planned_count", "deferred_count", "total_count")
    header = (*(t(f"column.{column}") for column in ("unit_label", "year", *columns, "adopted_rate")), t("brief.sources"))
    body = tuple(
        (row["unit_label"] + row["apart"], str(row["year"]), *(_written(row, column) for column in columns),
         rate(row["adopted_rate"]) + badges.sign_of(row, "adopted_count_figure", "total_count_figure"), _cite(row, sources) + _imported(row))
        for row in rows.to_dict("records")
    )  # fmt: skip
    return Table(title=t("brief.outcomes_title"), header=header, rows=body, numbers=(1, 2, 3, 4, 5, 6))


def _charts(rates: pd.DataFrame, outcomes: pd.DataFrame, peers: Peers, sources: list[str], kind: str) -> Charts:
    """What the charts of the PDF and Word files draw: the rows of the charts on screen. The sources of the first stand in the table."""
    drawn = tuple(
        Rate(name=name, rate=row["rate"], low=row["low"], high=row["high"],
             counts=f"{count(row['x_count'])}/{count(row['n_count'])}{rated.marks(row['known_by'])}",
             verdict=row["verdict"])
        for name, row in zip(sentences.row_names(rates), rates.to_dict("records"), strict=True)
    )  # fmt: skip
    counts = [f"{id}_count" for id in (*_CLASSES, "unsaid")]
    bars = tuple(
        Outcome(name=name + _cite(row, sources), total=int(row["total_count"]),
                counts=tuple(0 if pd.isna(row[column]) else int(row[column]) for column in counts),
                signs=tuple(_sign(row, f"{id}_count") for id in _CLASSES), total_sign=_sign(row, "total_count"))
        for name, row in zip(sentences.row_names(outcomes), outcomes.to_dict("records"), strict=True)
    )
    classes = [(LIGHT.classes[id], word("category:outcome", id)) for id in _CLASSES] + [("", t("adoption.unsaid"))]
    pooled = peers.pooled.rate
    return Charts(
        rates=drawn, rates_title=chart_title(1, t("brief.rates_title", kind=judged.kind_said(kind)), t("brief.rates_key", n=len(drawn))), pooled=pooled,
        pooled_said=t("intervals.pooled", rate=rate(pooled)) if pooled is not None else "", starts=intervals.cut(rates), outcomes=bars,
        outcomes_title=chart_title(2, t("brief.outcomes_title"), t("brief.outcomes_said_short", n=len(bars))), classes=tuple(classes),
    )  # fmt: skip


def chart_title(number: int, title: str, said: str) -> str:
    """图1　满意率与95%区间（件数最多的9份，按比例由低到高）"""
    return t("brief.chart_title", figure=t("panel.figure", n=number), title=title, said=said)


def head_html(brief: Brief) -> str:
    """The upper part of the sheet: rule, title, scope, numbered sentences."""
    lines = "".join(f"<li><b>{h(about)}</b>{''.join(_run(*run) for run in parts(sentence))}</li>" for about, sentence in brief.sentences)
    return (
        f'<div class="top"><span>{h(brief.name)}</span><span>{h(brief.version)}</span></div>'
        f'<h1>{h(brief.title)}</h1><p class="sub">{h(brief.scope)}</p><ol>{lines}</ol>'
    )


def _run(words: str, where: str) -> str:
    return f'<a href="{h(where)}">{h(words)}</a>' if where else h(words)


def chart_head_html(title: str) -> str:
    """The heading of a chart on the sheet."""
    return f'<div class="ch"><b>{h(title)}</b></div>'


def table_html(table: Table) -> str:
    """The table of the sheet."""
    def cells(row: tuple[str, ...], tag: str, where: str = "") -> str:
        return "".join(
            f'<{tag}{" class=n" if column in table.numbers else ""}>{_run(cell, where if column in table.numbers[1:4] else "")}</{tag}>'
            for column, cell in enumerate(row)
        )

    links = table.links or ("",) * len(table.rows)
    rows = "".join(f"<tr>{cells(row, 'td', where)}</tr>" for row, where in zip(table.rows, links, strict=True))
    return (f'<div class="ch"><b>{h(table.title)}</b></div><div class="wide"><table class="tb"><thead><tr>{cells(table.header, "th")}</tr></thead>'
            f"<tbody>{rows}</tbody></table></div>")  # fmt: skip


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
  const fit = () => {  // a page of A4 inside its margins is 1039 pixels high; what stands around the sheet takes the rest
    const sheet = document.querySelector('.st-key-sheet')
    if (sheet) document.documentElement.style.setProperty('--sheet-zoom', Math.min(0.88, 985 / (sheet.scrollHeight - 20)).toFixed(3))
  }
  const watch = new ResizeObserver(() => { if (!window.matchMedia('print').matches) fit() })
  const sheet = document.querySelector('.st-key-sheet')
  if (sheet) watch.observe(sheet)
  window.addEventListener('beforeprint', fit)
  return () => { watch.disconnect(); window.removeEventListener('beforeprint', fit) }
}
"""


@st.cache_resource(show_spinner=False)
def _printer() -> Any:
    return st.components.v2.component("print_button", html="<button></button>", css=_BUTTON, js=_PRINT)


def print_button() -> None:
    """A button that opens the browser's print dialogue; saved as PDF there, the sheet is one page of A4."""
    _printer()(key="print", data={"words": t("brief.print")}, width=120)
