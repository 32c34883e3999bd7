"""The parts of 报告与原文: which report and figure are asked for, the text, the figure's card, the citation."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from dashboard import address, badges, figure_tools, finder, layout, rated, reader, tables, view, warehouse
from dashboard.sentences import extent_of
from dashboard.words import h, language, name, period, t
from handling.audit import kind_name, sentence
from handling.chart.style import count
from handling.model import Filters, Finding
from handling.vocabulary import classes

REPORT_KEY = "report"


class Asked(NamedTuple):
    """What the address asks for: ids, '' and () where it asks for none. Several figures are those that a number adds."""

    report: str
    figures: tuple[str, ...]


def asked() -> Asked:
    """The figures and the report of the address; figures name their report. What nobody knows is taken as not asked for."""
    figures = [figure for figure in address.once("figure").split(address.SEVERAL) if figure]
    found = {figure: report for figure in figures for report in warehouse.ask("sources/report_of_figure", figure=figure)["report_id"]}
    first = next(iter(found.values()), "")
    return Asked(first, tuple(id for id, report in found.items() if report == first)) if found else Asked(_id_of(address.asked(REPORT_KEY)), ())


def _id_of(said: str) -> str:
    """The report that an address means by its id, its label that ends in the id, or its code."""
    if not said.startswith("0-"):
        return said.rpartition("〔")[2].removesuffix("〕")
    every = warehouse.ask("sources/reports", Filters(), report="")["report_id"]
    return next((id for id in every if address.code(id) == said), said)


def choose(reports: pd.DataFrame, asked: Asked) -> pd.Series | None:
    """The picker of reports; gives the row of the one that is read, None where the address asks for one that is not here."""
    ids = reports["report_id"].tolist()
    labels = {id: _label(row) for id, row in zip(ids, reports.to_dict("records"), strict=True)}
    address.settle_choice(REPORT_KEY, ids, {"own": labels.__getitem__}, many=False, default=asked.report if asked.figures else "")
    if asked.figures:
        st.session_state[REPORT_KEY] = asked.report  # a figure opens its report, whichever was read before
    finder.box("reports", lambda: finder.reports(reports), _open, width=420)
    picked = st.selectbox(
        t("sources.report", n=len(ids)), ids, index=None, key=REPORT_KEY, placeholder=labels[ids[0]],
        format_func=lambda id: labels.get(id, id), on_change=address.forget, args=("figure",),
    )  # fmt: skip
    if missing := address.unknown(REPORT_KEY) or ("" if asked.figures else address.once("figure")):
        layout.note(h(t("sources.unknown", id=missing)), red=True)
        return None
    return warehouse.ask("sources/report", report=picked if picked in ids else ids[0]).iloc[0]


def outside(asked: Asked, reports: pd.DataFrame, chosen: Filters) -> None:
    """Say that the report that the address asks for, one of `reports`, is none that the filters leave."""
    if asked.report in set(reports["report_id"]) and asked.report not in set(warehouse.ask("sources/reports", chosen, report="")["report_id"]):
        layout.note(h(t("sources.outside", filters=layout.filters_said())), red=True)


def forget() -> None:
    """Let go of the report that is read, which is no longer there. For callbacks."""
    address.forget("figure")
    st.session_state[REPORT_KEY] = None


def _open(report: str) -> None:
    address.forget("figure")
    st.session_state[REPORT_KEY] = report


def _label(row: dict[str, object]) -> str:
    return f"{row['report_title']} · {row['region_label']} {'' if pd.isna(row['year']) else row['year']}〔{row['report_id']}〕"


def scope(report: pd.Series, figures: pd.DataFrame) -> None:
    """The scope line: how many of the report's numbers can be found again in its text."""
    placed = int(figures["number_start"].notna().sum())
    where = extent_of(report["region_name"] or report["publisher"], figures["year"])
    layout.scope(t("sources.definition"), placed, len(figures), t("sources.covered_of"), extent=where)


def text(report: pd.Series, figures: pd.DataFrame, chosen: Sequence[str]) -> None:
    """The report itself, or what is known of it where its text is not here."""
    if pd.isna(report["text"]):
        st.html(f'<div class="fh"><h2>{h(report["report_title"])}</h2></div><div class="note">{h(t("sources.no_text"))}</div>{_facts(report)}')
        return
    only = layout.toggle("sources.only_numbers")
    unclaimed = [span for row in warehouse.ask("sources/findings", report=report["report_id"]).to_dict("records")
                 if row["kind"] == "unclaimed" for span in json.loads(row["spans"])]  # fmt: skip
    marks = reader.marks_of(figures, unclaimed, chosen)
    st.html(reader.page(report["text"], report["blocks"], marks, chosen, only))
    marks_said = (("<mark>98</mark>", "key_read"), ('<mark class="on">99</mark>', "key_chosen"), ("<u>98</u>", "key_unclaimed"))
    st.html('<div class="key">' + "".join(f"<span>{mark} {h(t(f'sources.{said}'))}</span>" for mark, said in marks_said) + "</div>")
    st.html(_facts(report))


def _facts(report: pd.Series) -> str:
    """The citation as a list: title, publisher, date, address, checked or not."""
    link = f'<a href="{h(report["url"])}">{h(report["url"])}</a>' if _is_web(report["url"]) else ""
    rows = {
        "report_title": h(report["report_title"]), "publisher": h(report["publisher"]), "published": h(report["published"]), "url": link,
        "file_name": h(report["file_name"]), "source_checked": f'<span class="tag">{h(_checked(report))}</span>',
    }  # fmt: skip
    missing = h(t("state.not_published"))
    rows["published"] = rows["published"] or h(t("state.undated"))
    shown = {key: value or missing for key, value in rows.items() if value or key in ("publisher", "published", "url")}
    return '<div class="card"><dl>' + "".join(f"<dt>{h(tables.header(k))}</dt><dd>{v}</dd>" for k, v in shown.items()) + "</dl></div>"


def _is_web(url: str) -> bool:
    return url.startswith(("http://", "https://"))


def _checked(report: pd.Series) -> str:
    return str(tables.plain("source_checked", report.to_dict()))


def citation(report: pd.Series) -> str:
    """The source line of what is read from this report."""
    parts = [report["report_title"], report["publisher"], report["published"], report["url"], _checked(report)]
    return t("sources.source", words=t("filters.and").join(part for part in parts if part))


def cards(report: pd.Series, figures: pd.DataFrame, chosen: Sequence[str]) -> None:
    """The chosen figures, each with its card; of several first what they make together."""
    rows = figures[figures["figure_id"].isin(chosen)].to_dict("records")
    if len(rows) > 1:
        layout.note(h(_together(rows)))
    for number, row in enumerate(rows, start=1):
        _card(report, row, len(figures), number)


def _together(rows: list[dict[str, Any]]) -> str:
    """How many figures the link is of, and their sum where they count one thing of the same items."""
    same = ("unit_id", "year", "month", "period", "instrument", "level", "role", "measure", "category", "qualifier", "scale")
    alike = len({tuple(str(row[column]) for column in same) for row in rows}) == 1 and rows[0]["scale"] == "count"
    parts = t("sources.plus").join(tables.text("value", row) for row in rows)
    total = count(sum(row["value"] for row in rows))
    return t("sources.added", n=len(rows), parts=parts, total=total) if alike else t("sources.several", n=len(rows))


def _card(report: pd.Series, row: dict[str, Any], every: int, place: int) -> None:
    """A chosen figure: its value, what it counts, where it stands, how it was read."""
    facts = {
        "unit_label": row["unit_label"], "year": _when(row),
        "instrument": _stream(row),
        "label": row["label"], "counts_said": row["counts_said"], "sentence": _quote(report, row), "place": _place(report, row), "basis": _how(row),
    }  # fmt: skip
    lines = "".join(f"<dt>{h(tables.header(key))}</dt><dd>{h(value)}</dd>" for key, value in facts.items() if value)
    if pd.isna(report["text"]):
        lines += f"<dt>{h(tables.header('sentence'))}</dt><dd>{h(t('sources.missing'))}</dd>"
    number = t("sources.chosen", n=row["ordinal"], total=count(every))
    mark, name_of_card = (' id="chosen"', "card") if place == 1 else ("", f"card_{place}")
    st.html(
        f'<div class="card"{mark}><div class="src">{h(number)}</div><span class="big">{h(tables.text("value", row))}</span>'
        f"<b>{h(measure_words(row))}</b><dl>{lines}</dl></div>"
    )
    with st.container(key=f"actions_{name_of_card}", horizontal=True):
        figure_tools.show(name_of_card, cited(report, row))


def described(figures: pd.DataFrame) -> pd.DataFrame:
    """The figures with what each counts (figure_words) and of which items (stream), in words."""
    rows = figures.to_dict("records")
    return rated.with_counts(figures).assign(figure_words=[measure_words(row) for row in rows], stream=[_stream(row) for row in rows])


def columns(figures: pd.DataFrame) -> tuple[str, ...]:
    """Those of the report's list; the unit only where it tells of several, counts and intervals only where it has rates."""
    whose = ("unit_label",) if figures["unit_id"].nunique() > 1 else ()
    return ("ordinal", *whose, "figure_words", "stream", "label", "year", "value", *(("counts_said",) if figures["counts_said"].any() else ()))


def _stream(row: dict[str, object]) -> str:
    return t("scope.dot").join(name(field, str(row[field])) for field in ("instrument", "level", "role") if row[field])


def measure_words(row: dict[str, object]) -> str:
    """What a figure counts, in words: 满意率 · 满意和基本满意 · 初次."""
    parts = [tables.plain(column, row) for column in ("measure", "category", "qualifier") if row[column]]
    return t("scope.dot").join(str(part) for part in [*parts, *([t("mark.part")] if row["part"] else [])])


def _when(row: dict[str, object]) -> str:
    if row["period"]:
        return period(str(row["period"]))
    month = "" if pd.isna(row["month"]) else f"-{int(row['month']):02d}"  # type: ignore[call-overload]
    return t("state.not_published") if pd.isna(row["year"]) else f"{row['year']}{month}"


def _quote(report: pd.Series, row: dict[str, object]) -> str:
    if pd.isna(report["text"]) or pd.isna(row["sentence_start"]):
        return ""
    return str(report["text"][row["sentence_start"] : row["sentence_end"]]).strip()


def _place(report: pd.Series, row: dict[str, object]) -> str:
    if pd.isna(report["text"]) or pd.isna(row["number_start"]):
        return ""
    place = reader.place_of(report["blocks"], int(str(row["number_start"])))
    return t("sources.place", place=place, first=row["number_start"], last=row["number_end"])


def _how(row: dict[str, object]) -> str:
    if row["rule"] == "published":  # shipped readings carry no confidence: none was measured
        return t("sources.read_shipped", basis=name("basis", str(row["basis"])))
    said = t("sources.read_by", basis=name("basis", str(row["basis"])), rule=row["rule"], confidence=f"{row['confidence']:.0%}")
    return t("sources.read_doubtful", said=said, reason=row["reason"]) if row["reason"] else said


def cited(report: pd.Series, row: dict[str, object]) -> str:
    """数值 + 口径 + 原文句 + 来源 + 链接, for pasting; where the audit speaks of the figure, that too."""
    what = t("scope.dot").join(part for part in (measure_words(row), _stream(row), str(row["label"] or "")) if part)
    quote = _quote(report, row)
    lines = {
        "value": f"{row['unit_label']} {_when(row)} {measure_words(row)} {tables.text('value', row)}",
        "definition": t("sources.counts", what=what, definition=classes.measures()[str(row["measure"])].definition),
        "sentence": t("sources.quoted", words=quote) if quote else t("sources.missing"), "audit_said": badges.said("figure", str(row["figure_id"])),
        "basis": name("basis", "implied") if row["basis"] == "implied" else "",
    }  # fmt: skip
    said = [t("view.fact", name=t("scope.definition") if key == "definition" else tables.header(key), words=words) for key, words in lines.items() if words]
    link = view.page_address() + address.link("sources", keep_view=False, figure=str(row["figure_id"]))
    return "\n".join([
        *said, citation(report), t("view.fact", name=t("view.version"), words=warehouse.version()), t("view.fact", name=t("view.link"), words=link),
    ])  # fmt: skip


def findings(report: str) -> pd.DataFrame:
    """What is doubtful in the report, each in one sentence; numbers that nobody claimed are marked in the text instead."""
    rows = warehouse.ask("sources/findings", report=report)
    rows = rows[rows["kind"] != "unclaimed"]
    said = [
        sentence(Finding(report=report, kind=k, severity=s, facts=tuple(json.loads(f).items())), language())
        for k, s, f in zip(rows["kind"], rows["severity"], rows["facts"], strict=True)
    ]
    return rows.assign(finding_kind=[kind_name(kind, language()) for kind in rows["kind"]], finding_sentence=said)
