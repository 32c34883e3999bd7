"""What judged rates show, in sentences computed from their rows. All results are safe HTML."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

import pandas as pd

from dashboard import address, badges, mixed, rated, screen, view
from dashboard.sentences import at, opening, or_missing, reason, tied
from dashboard.words import h, language, t
from handling import statistics
from handling.chart import judgement
from handling.chart.judgement import VERDICTS, Peers
from handling.chart.style import GLYPHS, count, interval, rate
from handling.derive import base_name, kind_name

_NAMED = 4
_NAMED_EACH = 2  # units behind each reason of the brief


def satisfaction_kind(counted: str, spoken: str) -> str:
    """The id of a kind of satisfaction rate: satisfaction_rate.broad.first."""
    return f"satisfaction_rate.{counted}" + ("" if spoken == "plain" else f".{spoken}")


def switches_of(counted: Sequence[str], spoken: Sequence[str]) -> dict[str, dict[str, str]]:
    """For every kind of satisfaction rate the settings of the page's switches that show it."""
    return {satisfaction_kind(a, b): {"satisfaction_counted": a, "satisfaction_spoken": b} for a in counted for b in spoken}


def kind_said(kind: str) -> str:
    """The name of a kind: 满意率（含基本满意）."""
    return kind_name(kind, language())


def definition(kind: str) -> str:
    """Numerator ÷ denominator in words: satisfaction_rate.broad.first → 满意和基本满意 ÷ 表态或答复件数."""
    return t(f"definition.{'_'.join(kind.split('.')[:2])}")


def as_rates(outcomes: pd.DataFrame) -> pd.DataFrame:
    """Rows of 采纳情况 as rates of what is adopted: x of n with their interval; in the pool are those that may be ordered."""
    kept = outcomes[outcomes["adopted_count"].notna() & (outcomes["total_count"] > 0)]
    return rated.with_intervals(kept, "adopted_count", "total_count").assign(
        x_count=kept["adopted_count"], n_count=kept["total_count"], rate=kept["adopted_rate"], sentence_figure=kept["adopted_words_figure"],
        x_count_basis=kept["adopted_count_basis"], n_count_basis=kept["total_count_basis"], derived=False,
        pooled=(kept["row_group"] == "ordered") & ~kept["inside_another"].astype(bool),
    )  # fmt: skip


def title(peers: Peers) -> str:
    """The finding: how many are below and above, and how many cannot be judged."""
    v = peers.verdicts
    if peers.alone:
        return t("rate.alone")
    if v["below"] or v["above"]:
        return t("satisfaction.funnel.finding", **v)
    if v["similar"]:
        return t("satisfaction.funnel.alike", similar=v["similar"], undecidable=v["undecidable"])
    return t("satisfaction.funnel.nothing", undecidable=v["undecidable"])


def subtitle(kind: str, peers: Peers) -> str:
    """Measure, unit, and which limits are drawn."""
    return t("satisfaction.funnel.subtitle", kind=kind_said(kind), rate=rate(peers.pooled.rate))


def verdicts(peers: Peers) -> str:
    """The key of the verdicts, each with its shape, word and number."""
    colours = screen.look().palette.verdicts
    marks = "".join(
        f'<span><b style="color:{colours[v]}">{GLYPHS[v]}</b> {h(t(f"verdict.{v}"))} {peers.verdicts[v]}</span>' for v in VERDICTS
    )
    return f'<div class="key">{marks}<span>◇ {h(t("rate.derived"))}</span></div>'


def no_ranking(judged: pd.DataFrame, peers: Peers) -> str:
    """Why small units are never above: the ceiling rule, where it applies."""
    full = int((judged["x_count"] == judged["n_count"]).sum())
    if peers.ceiling is None or peers.pooled.rate is None or not full:
        return ""
    return f'<div class="note">{t("rate.no_ranking", rate=rate(peers.pooled.rate), n=count(peers.ceiling), k=full)}</div>'


def funnel(judged: pd.DataFrame, peers: Peers) -> str:
    """Pooled counts, who is below, and whether the units differ more than by chance."""
    low = judged[judged["verdict"] == "below"].sort_values("rate")
    named = t("filters.and").join(_named(row) for _, row in low.head(_NAMED).iterrows())
    below = t("rate.below", units=named) if len(low) else t("rate.none_below", judged=peers.judged)
    return f"{pooled_said(judged, peers)}{below}<em>{h(dispersion(peers))}</em>"


def pooled_said(judged: pd.DataFrame, peers: Peers) -> str:
    """The pooled counts with their rate and interval, and what their totals are; "" where none is pooled."""
    pooled = peers.pooled
    if pooled.rate is None:
        return ""
    counts = f'<a href="{h(view.table_of("satisfaction.intervals"))}"><b>{count(pooled.x)} / {count(pooled.n)}</b></a>'
    said = t("rate.pooled", units=pooled.units, reports=peers.reports, counts=counts, rate=rate(pooled.rate), **interval(pooled.x, pooled.n))
    return said + over(judged)


def over(judged: pd.DataFrame) -> str:
    """What the total of every pooled rate is; "" where none is pooled."""
    bases = judged.loc[judged["pooled"], "over"].unique()
    return t("rate.over", base=h(base_name(bases[0], language()))) if len(bases) else ""


def _named(row: pd.Series) -> str:
    """A unit and year with counts, which open their sentence, rate and interval."""
    counts = opening(f"{count(row['x_count'])}/{count(row['n_count'])}{rated.marks(row['known_by'])}", row["sentence_figure"]) + badges.mark(row.to_dict())
    return t("rate.named", unit=h(row["short_name"]), year=row["year"], counts=counts, rate=rate(row["rate"]), low=rate(row["low"]), high=rate(row["high"]))


def switched(rates: pd.DataFrame, with_derived: bool) -> str:
    """What the switch for counts worked back from a rate does to the pooled rate."""
    apart, pooled = (judgement.pooled(rates, choice) for choice in (False, True))
    if apart.units == pooled.units:
        return t("rate.switch_idle")
    facts = {f"{name}{end}": value for name, p in (("a", apart), ("b", pooled))
             for end, value in (("x", count(p.x)), ("n", count(p.n)), ("r", or_missing(p.rate)))}  # fmt: skip
    return t(f"rate.switch_{'on' if with_derived else 'off'}", k=pooled.units - apart.units, **facts)


def dispersion(peers: Peers) -> str:
    """Whether the units differ by more than chance allows, with the number that says so; plain text, "" for so few that no funnel is drawn."""
    found = peers.dispersion
    if found.units < statistics.FEWEST_UNITS or not isfinite(found.limit):
        return ""
    return t("rate.over_dispersed" if found.over else "rate.not_over_dispersed", phi=f"{found.phi:.1f}", limit=f"{found.limit:.1f}")


def span(shown: pd.DataFrame) -> str:
    """Among those that may be ordered, from which rate to which they go, and how many may not be. Whose the lowest is is told of like units alone, and
    where the exact test finds any of them above or below: of rates that are all similar none is the lowest."""
    ordered = judgement.orderable(shown)
    facts = {"n": len(shown), "k": len(ordered), "rest": t("rate.span_rest", u=len(shown) - len(ordered)) if len(ordered) < len(shown) else ""}
    if len(ordered) < 2:
        return t("rate.span_few", **facts)
    high, low = rate(ordered["rate"].max()), rate(ordered["rate"].min())
    if low == high:
        return t("rate.span_tied", high=high, **facts)
    if differing := mixed.unlike(ordered):
        return t("rate.span_mixed", low=low, high=high, unlike=h(differing), **facts)
    if not ordered["verdict"].isin(("above", "below")).any():
        return t("rate.span_similar", low=low, high=high, **facts)
    lowest = at(ordered, "rate", low).sort_values("rate", kind="stable")
    return t("rate.span", low=tied([_named(row) for _, row in lowest.iterrows()]), high=high, **facts)


def tiny(listed: pd.DataFrame) -> str:
    """Those under five items, which a chart leaves out: their fractions by name; "" where there are none."""
    out = listed[listed["n_count"] < judgement.LEAST_SHOWN]
    named = [
        t("rate.tiny_named", unit=h(row["short_name"]), year=row["year"],
          counts=opening(f"{count(row['x_count'])}/{count(row['n_count'])}", row["sentence_figure"]) + badges.mark(row.to_dict()))
        for _, row in out.head(_NAMED).iterrows()
    ]  # fmt: skip
    more = t("listing.more") if len(out) > _NAMED else ""
    return t("rate.tiny", n=len(out), least=judgement.LEAST_SHOWN, units=t("filters.and").join(named) + more) if named else ""


def hints(others: pd.DataFrame) -> str:
    """How those that are left out may be compared among themselves: bureaus without what holds their items, items led without all items."""
    held, led = (others[others["reason_not"] == "inside_unit"], others[(others["reason_not"] == "other_base") & (others["over"] == "lead")])
    said = [t("satisfaction.hint_bureaus", n=len(held), where=h(address.link("satisfaction", unit_kind="bureau")))] if len(held) else []
    said += [t("satisfaction.hint_led", n=len(led), where=h(address.link("satisfaction", role="lead")))] if len(led) else []
    return "<br>".join(said)


def source(judged: pd.DataFrame) -> str:
    """How many reports, and how many counts are worked back from a rate."""
    derived = int(judged["derived"].sum())
    return t("rate.source", n=judged["report_id"].nunique()) + (t("rate.source_derived", n=derived) if derived else "")


def not_pooled(told: pd.DataFrame) -> list[tuple[str, str]]:
    """For the brief: the rates of this definition that are not pooled, each reason with the first units that it holds for. Plain text."""
    out = told[~told["comparable"] & (told["reason_not"] != "sample")]
    said = []
    for id, rows in out.groupby("reason_not", sort=False):
        names = list(dict.fromkeys(f"{row['short_name']}{row['year'] if pd.notna(row['year']) else ''}{row['apart']}" for row in rows.to_dict("records")))
        more = t("listing.more") if len(names) > _NAMED_EACH else ""
        said.append(t("brief.reason", why=reason(str(id)), n=len(rows), names=t("filters.and").join(names[: _NAMED_EACH]) + more))
    return [(t("brief.left_out", n=len(out)), t("sentence.semicolon").join(said) + t("sentence.stop"))] if len(out) else []
