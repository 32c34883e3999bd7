"""单位对比: which of the picked units may be judged against one another, and the verdict on these.

Alike are units of one level (省级, 县区级) and kind, over items of one level, in one year and over one base. Government, congress and CPPCC are of one
kind, for each tells of the items of a whole place; a bureau tells of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard import judged
from dashboard.mixed import OF_A_PLACE
from dashboard.words import language, name, t
from handling import statistics
from handling.chart import judgement
from handling.chart.judgement import Peers
from handling.chart.style import count, ends, points
from handling.derive import base_name

_ALIKE = ["region_level", "sort", "items_level", "year", "over"]  # what judged rows have in common


class Compared(NamedTuple):
    """`rows`: one a unit, with verdict, pooled and `unlike` (why it is not judged, in words); `peers`: the pooled ones together; `shared`: what these have in
    common, by _ALIKE; None where no two are alike.
    """

    rows: pd.DataFrame
    peers: Peers
    shared: dict[str, Any] | None


def compare(rows: pd.DataFrame) -> Compared:
    """Of each unit the year in which most like ones have counts, with the verdict against the pooled rate of these; of the others the latest."""
    rows = rows.assign(
        sort=rows["unit_kind"].where(~rows["unit_kind"].isin(OF_A_PLACE), "place"),
        items_level=rows["level"].where(rows["level"] != "", rows["region_level"]),
    )
    shared = _shared(rows[rows["counted"]])
    inside = rows["counted"] & (rows[_ALIKE] == pd.Series(shared or {}, index=_ALIKE, dtype="object")).all(axis=1)
    only = rows["counted"] if rows["unit_id"].nunique() == 1 else inside  # one unit is pooled, and found to be alone
    first = rows.assign(pooled=only).sort_values(["place", "pooled", "year"], ascending=[True, False, False], kind="stable")
    shown = first.drop_duplicates("unit_id").reset_index(drop=True)
    judged_rows, peers = judgement.judge(shown.assign(comparable=shown["pooled"], derived=False))
    verdicts = dict(zip(judged_rows["unit_id"], judged_rows["verdict"], strict=True))
    differing = [field for field in _ALIKE if shown[field].nunique() > 1]
    found = shown.assign(
        verdict=[verdicts.get(unit, "undecidable") for unit in shown["unit_id"]], few=shown["n_count"].fillna(0) < statistics.FEWEST_ITEMS,
        unlike=[_unlike(row, shared, differing) for row in shown.to_dict("records")],
    )  # fmt: skip
    return Compared(found, peers, shared)


def _shared(counted: pd.DataFrame) -> dict[str, Any] | None:
    """What the most units have in common; of equals the one of the unit picked first, then the latest year."""
    groups = [(own["unit_id"].nunique(), own["place"].min(), key) for key, own in counted.groupby(_ALIKE, sort=True)]
    groups = [group for group in groups if group[0] > 1]
    if not groups:
        return None
    _, _, key = min(groups, key=lambda group: (-group[0], group[1], -group[2][_ALIKE.index("year")], group[2]))
    return dict(zip(_ALIKE, key, strict=True))


def _unlike(row: dict[str, Any], shared: dict[str, Any] | None, differing: Sequence[str]) -> str:
    """In which ways a unit is not like those that are judged; where no two are alike, what it is in all that is not the same for all (`differing`).

    Plain text, "" for a judged one.
    """
    if row["pooled"]:
        return ""
    words = {
        "region_level": name("region_level", row["region_level"]), "sort": name("unit_kind", row["unit_kind"]),
        "items_level": t("alike.items", level=name("level", row["items_level"])), "year": t("alike.year", year=row["year"]),
        "over": base_name(row["over"], language()) if row["counted"] else t("alike.no_counts"),
    }  # fmt: skip
    own = row["items_level"] == row["region_level"]
    told = [field for field in _ALIKE if row[field] != shared[field]] if shared else differing
    told = [field for field in told if field != "items_level" or not own or "region_level" not in told]
    return t("filters.and").join(words[field] for field in _ALIKE if field in told or (field == "over" and not row["counted"]))


def said(compared: Compared) -> str:
    """Which of the units are judged and which are not, and why; "" where all are alike. Plain text."""
    out = compared.rows[compared.rows["unlike"] != ""]
    if out.empty or len(compared.rows) < 2:
        return ""
    named = t("sentence.semicolon").join(t("alike.named", unit=row["unit_label"], why=row["unlike"]) for row in out.to_dict("records"))
    if not compared.shared:
        return t("alike.none", n=len(out), units=named)
    return t("alike.some", k=compared.peers.pooled.units, n=len(out), units=named, shared=shared_said(compared.shared))


def shared_said(shared: dict[str, Any]) -> str:
    """What the judged units have in common: 县区级 · 政府、人大、政协 · 2023年 · 全部承办件."""
    sort = t("alike.place") if shared["sort"] == "place" else name("unit_kind", shared["sort"])
    own = shared["items_level"] == shared["region_level"]
    items = [] if own else [t("alike.items", level=name("level", shared["items_level"]))]
    base = base_name(shared["over"], language())
    return t("scope.dot").join([name("region_level", shared["region_level"]), sort, *items, t("alike.year", year=shared["year"]), base])


def columns(rows: pd.DataFrame) -> tuple[str, ...]:
    """Of the table of verdicts; why a unit has none, where there is such a one."""
    return ("unit_label", "year", "x_count", "n_count", "rate", "low", "high", "base_said", "verdict", *(["unlike"] if rows["unlike"].any() else []))


def apart(compared: Compared) -> str:
    """Of two units the difference with its interval; of more, whether they differ by more than chance allows. Plain text."""
    counts = compared.rows[compared.rows["pooled"]]
    if compared.peers.alone:
        return t("rate.alone")
    if len(counts) != 2:
        return judged.dispersion(compared.peers)
    a, b = counts.iloc[0], counts.iloc[1]
    if counts["few"].any():
        return t("compare.apart_few", one=a["short_name"], two=b["short_name"], n=statistics.FEWEST_ITEMS)
    found = statistics.change(b["x_count"], b["n_count"], a["x_count"], a["n_count"])
    return t(
        f"compare.apart_{'same' if found.direction == 'undecidable' else 'differ'}", one=a["short_name"], two=b["short_name"],
        d=points(found.difference), **ends(found.low, found.high),
    )  # fmt: skip


def conditions(last: pd.DataFrame) -> pd.DataFrame:
    """Why these units may be set side by side: each condition, what most of them share, and how many meet it."""
    total = len(last)

    def shared(field: str) -> tuple[str, int]:
        value, n = Counter(last[field]).most_common(1)[0]
        return name(field, value) if value else t("compare.not_said"), n

    own_level, own_levels = shared("region_level")
    sorts = last["unit_kind"].where(~last["unit_kind"].isin(OF_A_PLACE), "place")
    sort, alike_sorts = Counter(sorts).most_common(1)[0]
    level, levels = shared("level")
    instrument, instruments = shared("instrument")
    base, bases = Counter(last["base_said"]).most_common(1)[0]
    counts = last[last["counted"]]
    sizes = t("compare.sizes", low=count(counts["n_count"].min()), high=count(counts["n_count"].max())) if len(counts) else t("state.not_published")
    years = last["year"]
    met = t("compare.met")
    return pd.DataFrame([
        {"condition": t("compare.unit_level"), "finding": f"{own_level} · {met.format(k=own_levels, n=total)}"},
        {"condition": t("compare.unit_kind"), "finding":
            f"{t('alike.place') if sort == 'place' else name('unit_kind', sort)} · {met.format(k=alike_sorts, n=total)}"},
        {"condition": t("compare.level"), "finding": f"{level} · {met.format(k=levels, n=total)}"},
        {"condition": t("compare.instrument"), "finding": f"{instrument} · {met.format(k=instruments, n=total)}"},
        {"condition": t("compare.kind"), "finding": met.format(k=int((~last["kind"].str.endswith("adopted_or_planned")).sum()), n=total)},
        {"condition": t("column.base_said"), "finding": f"{base} · {met.format(k=bases, n=total)}"},
        {"condition": t("compare.counts"), "finding": met.format(k=len(counts), n=total)},
        {"condition": t("compare.size"), "finding": sizes},
        {"condition": t("compare.year"), "finding": t("compare.one_year", year=years.iloc[0]) if years.nunique() == 1 else
            t("compare.years", first=years.min(), last=years.max())},
    ])  # fmt: skip
