"""数据核查: the findings as a list, and one of them worked through. All HTML is safe."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from dashboard import address, tables, warehouse
from dashboard.words import LANGUAGES, h, language, name, t
from handling.audit import doubt, fits, kind_name, scale_of, sentence
from handling.chart.sums import Part
from handling.model import Filters, Finding

SEVERITIES = ("error", "warning", "unsure", "note")
CSV = ("report", "unit", "region", "year", "kind_name", "severity", "printed", "computed", "base", "finding_sentence", "doubt")  # as the command audit
SUMS = ("classes_total", "classes_missing", "overlap", "parts_total", "part_exceeds")  # findings that a drawn sum explains
_COLOURS = {"error": " red", "warning": " blue", "unsure": "", "note": ""}
KIND_KEY = "audit_kind"


def choose_kinds(known: pd.DataFrame) -> tuple[str, ...] | None:
    """The filter by kind, bound to the address; None where nothing is chosen, which is all."""
    counts = known.groupby("finding_kind", sort=False)["finding_count"].sum()
    labels: dict[str, Callable[[str], str]] = {lang: partial(kind_name, lang=lang) for lang in (language(), *LANGUAGES)}
    options = _unlike(counts.index.tolist())
    address.settle_choice(KIND_KEY, options, labels)
    st.multiselect(
        t("audit.kind"), options, key=KIND_KEY, format_func=labels[language()], placeholder=t("audit.all_kinds", n=len(options)),
        width=340, select_all=False,
    )
    chosen = st.session_state.get(KIND_KEY) or []
    names = {kind_name(kind) for kind in chosen}
    return tuple(kind for kind in counts.index if kind_name(kind) in names) or None


def _unlike(kinds: Sequence[str]) -> list[str]:
    """One kind for each name: two kinds may be called the same."""
    found: dict[str, str] = {}
    for kind in kinds:
        found.setdefault(kind_name(kind), kind)
    return list(found.values())


def said(rows: pd.DataFrame) -> pd.DataFrame:
    """The findings with their sentence, the two numbers and the base as columns."""
    facts = [json.loads(cell) for cell in rows["facts"]]
    sentences = [
        sentence(Finding(report=report, kind=kind, severity=severity, facts=tuple(own.items())), language())
        for report, kind, severity, own in zip(rows["report_id"], rows["finding_kind"], rows["severity"], facts, strict=True)
    ]
    columns = {column: [own.get(column, "") for own in facts] for column in ("printed", "computed", "base")}
    columns |= {
        f"{column}_scale": [scale_of(kind, column, own) for kind, own in zip(rows["finding_kind"], facts, strict=True)] for column in ("printed", "computed")
    }  # beside counts stand percentages
    columns["doubt"] = [doubt(own, language()) for own in facts]
    named = rows.assign(finding_sentence=sentences, kind_name=[kind_name(kind, language()) for kind in rows["finding_kind"]], **columns)
    return named.assign(report=named["report_id"], region=named["region_label"], unit=named["unit_label"])


def pick(rows: pd.DataFrame) -> pd.Series | None:
    """The finding that the address asks for, None where it is not among them; unasked the first that a sum can be drawn of, else the first."""
    if asked := address.once("finding"):
        found = rows[rows["finding_id"] == asked]
        return found.iloc[0] if len(found) else None
    drawn = rows[rows["finding_kind"].isin(SUMS)]
    return next(part.iloc[0] for part in (drawn, rows) if len(part))


def listed(rows: pd.DataFrame, chosen: str) -> str:
    """The list: whose and when with the kind, what was found, and a link to the sentence."""
    body = []
    for row in rows.to_dict("records"):
        year = "" if pd.isna(row["year"]) else row["year"]
        mark = ' class="on"' if row["finding_id"] == chosen else ""
        tag = f'<span class="tag{_COLOURS[row["severity"]]}">{h(row["kind_name"])}</span>'
        work = f'<a href="{h(address.link("audit", finding=row["finding_id"]))}">{h(t("audit.work"))}</a>'
        where = {"figure": row["figure_id"]} if pd.notna(row["figure_id"]) else {"report": row["report_id"]}
        source = f'<a href="{h(address.link("sources", **where))}">{h(t("audit.source"))}</a>'
        known = pd.notna(row["unit_id"])
        unit = f'<a href="{h(address.link("unit", record=row["unit_id"]))}">{h(row["unit_label"])}</a>' if known else h(row["unit_label"])
        body.append(
            f'<tr{mark}><td class="whose">{unit} {year}<br>{tag} <small>{h(name("severity", row["severity"]))}</small></td>'
            f'<td>{h(row["finding_sentence"])} {work} {source}</td></tr>'
        )
    head = "".join(f'<th scope="col">{h(t(f"audit.{column}"))}</th>' for column in ("whose", "what"))
    return f'<div class="wide"><table class="tb list"><thead><tr>{head}</tr></thead><tbody>{"".join(body)}</tbody></table></div>'


def figures_of(finding: pd.Series) -> pd.DataFrame:
    """The figures that the finding speaks of, in its order."""
    return warehouse.ask("audit/figures", Filters(), finding=finding["finding_id"])


def parts_of(finding: pd.Series, figures: pd.DataFrame) -> tuple[list[Part], pd.Series] | None:
    """The parts and the whole of a finding about a sum; None for other findings."""
    if finding["finding_kind"] not in SUMS:
        return None
    first_is_whole = finding["finding_kind"] in ("parts_total", "part_exceeds")
    whole = figures.iloc[0 if first_is_whole else -1]
    rows = figures[figures["figure_id"] != whole["figure_id"]]
    if not first_is_whole:
        rows = rows.head(len(json.loads(finding["facts"]).get("parts", "").split("+")))
    return [Part(_label(row), row["value"], row["category"], row["figure_id"]) for row in rows.to_dict("records")], whole


def _label(row: dict[str, object]) -> str:
    return str(row["label"] or tables.plain("category", row) or tables.plain("measure", row))


def shares_of(finding: pd.Series, figures: pd.DataFrame) -> pd.DataFrame:
    """For a sum whose parts also have printed shares: each share over either total, and which of them it fits."""
    facts = json.loads(finding["facts"])
    rows = figures[figures["share_pct"].notna()]
    made = [
        {
            "label": _label(row), "value": row["value"], "scale": "count", "figure_id": row["figure_id"],
            "printed_share_pct": row["share_pct"], "printed_share_pct_figure": row["share_pct_figure"],
            "over_computed": _over(row["value"], facts["computed"], row["share_pct"]),
            "over_printed": _over(row["value"], facts["printed"], row["share_pct"]),
        }
        for row in rows.to_dict("records")
    ]  # fmt: skip
    return pd.DataFrame(made)


def bases_of(finding: pd.Series, figures: pd.DataFrame) -> pd.DataFrame:
    """For a finding about one percentage: the counts that it was tried over, and whether a whole number fits."""
    facts = json.loads(finding["facts"])
    tried = [facts.get(key, "") for key in ("whole", "base")]
    printed = facts.get("printed", "")
    if "%" in printed or not printed or not any(base.isdigit() for base in tried):
        return pd.DataFrame()
    value, given = float(printed), facts.get("count", "")
    made = []
    for base in dict.fromkeys(int(base) for base in tried if base.isdigit() and int(base)):
        # The count of the finding is over its own base; over the other, the nearest whole number is tried.
        own = given.isdigit() and (finding["finding_kind"] != "base" or str(base) == facts.get("base"))
        x = int(given) if own else round(value * base / 100)
        made.append({
            "base_count": base, "base_count_figure": _that_says(figures, base, "count"), "x_count": x, "result": f"{fits.percent(x, base)}%",
            "x_count_figure": _that_says(figures, x, "count") if own else None, "printed_share_pct": value,
            "printed_share_pct_figure": _that_says(figures, value, "percent"), "agrees": _word(x, base, value),
        })  # fmt: skip
    return pd.DataFrame(made)


def _that_says(figures: pd.DataFrame, value: float, scale: str) -> str | None:
    """The figure of the finding that says this number; None where it is computed."""
    found = figures.loc[(figures["value"] == value) & (figures["scale"] == scale), "figure_id"]
    return str(found.iloc[0]) if len(found) else None


def _over(x: float, base: str, printed: float) -> str:
    return f"{fits.percent(int(x), int(base))}% {_word(int(x), int(base), printed)}" if base.isdigit() and int(base) else ""


def _word(x: int, n: int, printed: float) -> str:
    way = fits.method(x, n, printed)
    return t("audit.differs") if not way else t("audit.cut") if way == fits.TRUNCATE else t("audit.agrees")


def links(figures: pd.DataFrame) -> str:
    """Every number of the finding as a link to its sentence."""
    said = [
        f'{h(_label(row))} <a href="{h(address.link("sources", figure=row["figure_id"]))}">{h(tables.text("value", row))}</a>{tables.mark_of("value", row)}'
        for row in figures.to_dict("records")
    ]
    return t("filters.and").join(said)


def rules() -> str:
    """What the findings come from."""
    groups = ("sum", "share", "base", "rate", "conflict", "jump", "reading")
    rows = "".join(f'<tr><td class="nw">{h(t(f"audit.rule.{group}"))}</td><td>{h(t(f"audit.rule.{group}_said"))}</td></tr>' for group in groups)
    return f'<table class="tb">{rows}</table>'
