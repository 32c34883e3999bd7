"""Units side by side: which are chosen, what is drawn of each, the verdict on the latest year, and why they may stand together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from dashboard import address, badges, finder, layout, listings, rated, warehouse
from dashboard.options import options
from dashboard.sentences import opening
from dashboard.words import h, language, name, t
from handling import statistics
from handling.chart.multiples import MOST
from handling.chart.style import count, ends, points, rate, safe
from handling.derive import kind_name
from handling.model import Filters

KINDS = {  # what a switch offers → the kinds of rates that answer it; the first is the one that is compared
    "adopted": ("outcome_share.adopted", "outcome_share.adopted_or_planned"),
    "satisfaction": ("satisfaction_rate.broad",),
    "completion": ("completion_rate",),
    "on_time": ("on_time_rate",),
    "answer": ("answer_rate",),
    "meeting": ("meeting_rate",),
}
KEY = "compare_units"
RECORD_KEY = "record"


def measure_of(kinds: Sequence[str]) -> str:
    """The measure that these kinds are of."""
    return kinds[0].partition(".")[0]


def picked_units() -> list[str]:
    """The units that the reader has picked, at most as many as there are small charts. Comes before what depends on them."""
    labels = options().unit_labels
    address.settle_choice(KEY, list(labels), {"own": labels.__getitem__}, most=MOST, means=partial(finder.meant, KEY))
    return list(st.session_state.get(KEY) or ())


def chosen_units(scope: Filters, kinds: Sequence[str]) -> list[str]:
    """The picker of 2 to 8 units; where nothing is picked, those with most like-for-like years, and a note that says so."""
    labels = options().unit_labels
    finder.box("units", finder.units, _add, width=420)
    st.multiselect(
        t("compare.units"), list(labels), key=KEY, max_selections=MOST, placeholder=t("compare.pick"), select_all=False,
        format_func=lambda id: labels.get(id, id),
    )  # fmt: skip
    missing = address.unknown(KEY)
    if missing:
        layout.note(h(t("compare.unknown", id=missing, most=MOST)) + finder.several(KEY, missing, "compare"), red=True)
    if missing or st.session_state.get(KEY):
        return list(st.session_state[KEY])
    suggested = warehouse.ask("compare/suggested", scope, kinds=tuple(kinds[:1]))["unit_id"].tolist()
    if suggested:
        layout.note(h(t("compare.suggested" if len(suggested) > 1 else "compare.suggested_one", n=len(suggested))))
    return suggested


def _add(id: str) -> None:
    picked = list(st.session_state.get(KEY) or ())
    st.session_state[KEY] = picked if id in picked or len(picked) >= MOST else [*picked, id]


def one_unit(ids: Sequence[str]) -> pd.Series | None:
    """The picker of one unit, those with the fullest record first; gives its row of filters/units, None where the address asks for another."""
    units = warehouse.ask("filters/units").set_index("unit_id", drop=False)
    labels = {id: units.loc[id, "unit_label"] for id in ids}
    address.settle_choice(RECORD_KEY, ids, {"own": labels.__getitem__}, many=False, means=partial(finder.meant, RECORD_KEY))
    finder.box("record", lambda: finder.units(ids), partial(st.session_state.__setitem__, RECORD_KEY), width=420)
    picked = st.selectbox(
        t("unit.unit", n=len(ids)), ids, index=None, key=RECORD_KEY, placeholder=labels[ids[0]],
        format_func=lambda id: labels.get(id, id),
    )  # fmt: skip
    if missing := address.unknown(RECORD_KEY) or ("" if picked else address.unknown("unit")):
        layout.note(h(t("unit.unknown", id=missing)) + finder.several(RECORD_KEY, missing, "unit"), red=True)
        return None
    return units.loc[picked if picked in labels else ids[0]]


def _measured(rows: pd.DataFrame) -> pd.DataFrame:
    """How each row can be drawn (counts, rate without counts, spanning: an upper limit only, fraction: under 5 items), its rate 0–1 and its interval.

    `counted`: comparable counts, be they ever so few.
    """
    how = [
        "spanning" if kind.endswith("adopted_or_planned") else "counts" if comparable else "rate"
        for kind, comparable in zip(rows["kind"], rows["comparable"], strict=True)
    ]
    counts = [(int(x), int(n)) if way == "counts" else None for way, x, n in zip(how, rows["x_count"], rows["n_count"], strict=True)]
    limits = [statistics.wilson(*pair) if pair else (None, None) for pair in counts]
    told = rows["printed_pct"].fillna(rows["derived_pct"])
    exact = [pair[0] / pair[1] if pair else pct / 100 for pair, pct in zip(counts, told, strict=True)]
    few = [pd.notna(x) and pd.notna(n) and statistics.reliability(n) == "fraction" for x, n in zip(rows["x_count"], rows["n_count"], strict=True)]
    way_drawn = ["fraction" if tiny else way for way, tiny in zip(how, few, strict=True)]
    marks = [
        "" if way != "rate" else "◇" if pd.isna(basis) else rated.marks(basis) for way, basis in zip(how, rows["printed_pct_basis"], strict=True)
    ]
    signs = [rated.marks(x, n) for x, n in zip(rows["x_count_basis"], rows["n_count_basis"], strict=True)]
    same = rows["kind"].str.cat([rows[part] for part in ("instrument", "level", "role", "base")], sep="|")  # what a line may join
    made = rated.with_bases(rows).assign(
        doubt=[badges.mark(row) for row in rows.to_dict("records")],
        drawn=way_drawn, counted=[way == "counts" for way in how], rate=exact, line=same, mark=marks, sign=signs,
        rate_basis=rows["printed_pct_basis"].fillna("computed").where([way != "counts" for way in how], "computed"),
        low=[low for low, _ in limits], high=[high for _, high in limits],
    )  # fmt: skip
    return made[~made["reason_not"].isin(("part", "audit", "other_stream"))]


def drawn(rows: pd.DataFrame, units: Sequence[str]) -> pd.DataFrame:
    """The rows that can be drawn, in the order of `units` and years."""
    order = {unit: position for position, unit in enumerate(units)}
    made = _measured(rows)
    made = made.assign(short_name=made["short_name"].map(safe))
    return made.assign(place=made["unit_id"].map(order)).sort_values(["place", "year", "kind"], kind="stable").reset_index(drop=True)


def by_kind(rows: pd.DataFrame) -> pd.DataFrame:
    """One unit's rates as if each definition were a unit of its own: definitions never meet in one chart."""
    made = _measured(rows)
    several = made["instrument"].nunique() > 1
    names = [
        kind_name(kind, language()).replace("（", "<br>（").replace(" (", "<br>(") + (t("scope.dot") + name("instrument", i) if several else "")
        for kind, i in zip(made["kind"], made["instrument"], strict=True)
    ]
    return made.assign(unit_id=made["kind"] + made["instrument"], short_name=names).reset_index(drop=True)


def key(rows: pd.DataFrame) -> str:
    """What the signs mean that stand beside the drawn rates and fractions; "" where there is none. Safe HTML."""
    fractions = "".join(rows.loc[rows["drawn"] == "fraction", "sign"])
    meant = ((t("mark.implied") in "".join(rows["mark"]), "implied_key"), (t("mark.implied") in fractions, "implied_count_key"),
             ("◇" in "".join(rows["mark"]), "computed_key"), ("◇" in fractions, "derived_key"))  # fmt: skip
    said = "".join(f"<span>{h(t(f'mark.{words}'))}</span>" for there, words in meant if there)
    return f'<div class="key">{said}</div>' if said else ""


def most_years(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of the definitions with most years: as many as there are small charts."""
    best = rows["unit_id"].value_counts(sort=True).index[:MOST]
    return rows[rows["unit_id"].isin(best)]


def changes(rows: pd.DataFrame) -> str:
    """What changed between each unit's first and last year of one definition; 无法判断变化 is a normal answer."""
    said, single = [], 0
    for _, own in rows[rows["drawn"] == "counts"].groupby("unit_id", sort=False):
        lines = own.groupby("line")["year"].agg(["size", "max"])
        longest = lines[lines["size"] > 1].sort_values("max").index
        if len(longest):
            alike = own[own["line"] == longest[-1]]
            said.append(_change(alike) + _trend(alike))
        if len(lines) > 1:
            said.append(t("compare.change_broken", unit=_named(own.iloc[-1])))
        if len(own) > 1:
            continue
        single += 1
    bare, tiny = rows[rows["drawn"].isin(("rate", "spanning"))], rows.loc[rows["drawn"] == "fraction", "unit_id"].nunique()
    if not said and not single and len(bare):
        return _only_rates(bare)
    said += [t("compare.change_single", n=single)] if single else []
    said += [t("compare.change_tiny", n=tiny)] if tiny else []
    return t("sentence.semicolon").join(said) + (t("sentence.stop") if said else "")


def _only_rates(rows: pd.DataFrame) -> str:
    """Rates without counts: no change can be judged, but the latest of each can be said."""
    last = rows.loc[rows.groupby("unit_id", sort=False)["year"].idxmax()]
    names = [t("listing.pair", name=_named(row), said=row["year"]) for _, row in last.iterrows()]
    return listings.listed("compare.only_rates", names, (last["rate"].map(rate) + last["mark"]).tolist(), last["sentence_figure"].tolist())


def _named(row: pd.Series) -> str:
    return str(row["short_name"]).replace("<br>(", " (").replace("<br>", "")


def _change(own: pd.DataFrame) -> str:
    """The difference of the last year from the first, with Newcombe's interval."""
    first, last = own.iloc[0], own.iloc[-1]
    change = statistics.change(first["x_count"], first["n_count"], last["x_count"], last["n_count"])
    return t(
        f"compare.change_{change.direction}", unit=_named(last), y1=first["year"], y2=last["year"], p1=rate(first["rate"]), p2=rate(last["rate"]),
        c1=_counts(first), c2=_counts(last),
        d=points(change.difference), **ends(change.low, change.high),
    )  # fmt: skip


def _counts(row: pd.Series) -> str:
    return opening(f"{count(row['x_count'])}/{count(row['n_count'])}{row['sign']}", row.get("sentence_figure"))


def _trend(own: pd.DataFrame) -> str:
    """The test for a trend over five years or more; "" under five."""
    if len(own) < statistics.FEWEST_YEARS:
        return ""
    xs, ns, years = (own[column].astype(int).tolist() for column in ("x_count", "n_count", "year"))
    found = statistics.trend_test(xs, ns, years)
    p = "<0.001" if found.p_value < 0.001 else f"={found.p_value:.3f}"
    return t(f"compare.trend_{found.direction}", n=len(own), chi=f"{found.chi_square:.1f}", p=h(p))
