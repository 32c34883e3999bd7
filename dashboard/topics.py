"""Words and orders of 议题. All sentences are safe HTML."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, NamedTuple

import pandas as pd

from dashboard import address, judged, layout, rated, screen, sentences
from dashboard.words import h, language, name, t
from handling import statistics
from handling.chart.style import count, rate
from handling.chart.topics import MOST_SETS
from handling.derive import base_name
from handling.model import Filters

_NAMED = 3
_BASES = ("all", "filed", "answered", "completed", "classes")


class Counted(NamedTuple):
    """How many sets are whole, and how many are left out with a reason."""

    whole: int
    left: int


def counted(pooled: pd.DataFrame, left_out: pd.DataFrame) -> Counted:
    """From the answers to topics/pooled and topics/left_out, either of which may be empty."""
    return Counted(int(pooled["all_count"].iloc[0]) if len(pooled) else 0, int(left_out["left_count"].iloc[0]) if len(left_out) else 0)


def of_filter(pooled: pd.DataFrame, topics: tuple[str, ...]) -> pd.DataFrame:
    """The classes that the topic filter asks for; all without one."""
    return pooled[pooled["topic"].isin(topics)] if topics else pooled


def order_topic(listed: pd.DataFrame) -> str:
    """The class by whose share the sets are ordered: the largest in the pool."""
    return str(_largest(listed)["topic"]) if len(listed) else ""


def sets_of(shares: pd.DataFrame) -> pd.DataFrame:
    """One row a set, in the order of `shares`."""
    return shares.drop_duplicates("set_id")


def row_names(sets: pd.DataFrame) -> list[str]:
    """A name for each set."""
    return sentences.row_names(sets)


def with_intervals(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the ends of Wilson's 95% interval."""
    return rated.with_intervals(rows, "topic_count", "base_count")


def with_bases(pooled: pd.DataFrame) -> pd.DataFrame:
    """Pooled classes with what the totals of their sets are (base_said): one base, or several with how many sets have each."""
    return pooled.assign(base_said=[_bases(row) for row in pooled.to_dict("records")])


def _bases(row: dict[str, Any]) -> str:
    found = [(base_name(base, language()), row[f"over_{base}"]) for base in _BASES if row[f"over_{base}"]]
    if len(found) == 1:
        return found[0][0]
    return t("topics.mixed", list=t("filters.and").join(t("topics.mixed_base", base=base, n=count(n)) for base, n in found))


def with_links(pooled: pd.DataFrame) -> pd.DataFrame:
    """Pooled classes whose numbers lead to the table of all sets that were added."""
    links = [_sets_with(topic) for topic in pooled["topic"]]
    return pooled.assign(topic_count_href=links, base_count_href=links, topic_rate_href=links, set_count_href=links)


def with_items(rows: pd.DataFrame) -> pd.DataFrame:
    """Classes of named items, each with its number leading to its items."""
    links = [address.link("items", topic=topic) for topic in rows["topic"]]
    return rows.assign(topic_href=links, item_count_href=links)


def _sets_with(topic: str) -> str:
    return address.link("topics", True, topic=topic, open_topics_heatmap="1")


def most(chosen: Filters) -> int | None:
    """How many sets are asked for: as many as are drawn, and all where the reader looks at chosen classes."""
    return None if chosen.topics else MOST_SETS


def with_reasons(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that are left out, with the reason in words."""
    return rows.assign(reason_not=[reason(id) for id in rows["reason_not"]])


def reason(id: str) -> str:
    """Why a set of topics is left out."""
    return t(f"topics.reason.{id}")


def kind_said(kind: str) -> str:
    """The name of a kind of rate, or of a set of topics."""
    return set_said(kind) if kind in ("whole", "scattered") else judged.kind_said(kind)


def set_said(kind: str) -> str:
    """Whether a unit's topics make a whole set ("whole") or not ("scattered")."""
    return t(f"topics.set_{kind}")


def _largest(listed: pd.DataFrame) -> pd.Series:
    return listed.loc[listed["topic_rate"].astype(float).idxmax()]


def pooled_title(listed: pd.DataFrame, pooled: pd.DataFrame) -> str:
    """Which class has the largest pooled share, or which are too close to tell; of classes that were chosen the shares alone, for those left
    out may be larger.
    """
    if len(listed) < len(pooled):
        return t("topics.pooled.chosen", list=t("filters.and").join(
            t("listing.pair", name=name("topic", row["topic"]), said=rate(row["topic_rate"])) for row in _leading(listed)
        ))  # fmt: skip
    row, near = _largest(listed), _near_the_largest(listed)
    if near:
        return t("topics.pooled.close", list=t("filters.and").join(
            t("topics.pooled.near", topic=name("topic", one["topic"]), rate=rate(one["topic_rate"]), sets=count(one["set_count"])) for one in near
        ))  # fmt: skip
    return t("topics.pooled.title", topic=name("topic", row["topic"]), rate=rate(row["topic_rate"]))


def _near_the_largest(listed: pd.DataFrame) -> list[dict[Hashable, Any]]:
    """The largest class and those of which it cannot be said that they are smaller; none where it is the largest beyond doubt.

    Over the same sets the counts decide; over others the 95% interval of the difference.
    """
    first, *others = listed.sort_values("topic_rate", ascending=False).to_dict("records")
    near = [
        row for row in others if not row["set_count"] == first["set_count"] == row["all_count"]
        and statistics.change(row["topic_count"], row["base_count"], first["topic_count"], first["base_count"]).direction != "up"
    ]  # fmt: skip
    return [first, *near] if near else []


def _leading(listed: pd.DataFrame) -> list[dict[Hashable, Any]]:
    return listed.sort_values("topic_rate", ascending=False).head(_NAMED).to_dict("records")


def pooled_sentence(listed: pd.DataFrame, pooled: pd.DataFrame) -> str:
    """The largest classes with their counts."""
    said = [
        t("topics.pooled.said", topic=h(name("topic", row["topic"])), rate=rate(row["topic_rate"]),
          counts=f'<a href="{h(_sets_with(row["topic"]))}">{count(row["topic_count"])}/{count(row["base_count"])}</a>', sets=count(row["set_count"]))
        for row in _leading(listed)
    ]  # fmt: skip
    part = len(listed) < len(pooled)
    close = t("topics.pooled.close_said") if not part and _near_the_largest(listed) else ""
    return t("topics.pooled.sentence_chosen" if part else "topics.pooled.sentence", list=t("filters.and").join(said)) + close


def title(listed: pd.DataFrame, pooled: pd.DataFrame) -> str:
    """Which classes come first in how many sets, where all are shown."""
    if len(listed) < len(pooled):
        return t("topics.plain_title")
    leading = pooled.sort_values("leading_count", ascending=False, kind="stable").head(2).to_dict("records")
    if len(leading) < 2 or leading[0]["all_count"] < 2 or not leading[1]["leading_count"]:
        return t("topics.plain_title")
    one, two = leading
    return t("topics.finding", n=count(one["all_count"]), one=name("topic", one["topic"]), k=count(one["leading_count"]),
             two=name("topic", two["topic"]), m=count(two["leading_count"]))  # fmt: skip


def sentence(listed: pd.DataFrame) -> str:
    """Who has the largest share of the class that is largest in the pool."""
    row = _largest(listed)
    return t(
        "topics.sentence", topic=h(name("topic", row["topic"])), unit=h(row["top_name"]), year=row["top_year"],
        counts=sentences.opening(f"{count(row['top_count'])}/{count(row['top_base_count'])}", row["top_figure"]),
        rate=rate(row["top_count"] / row["top_base_count"]),
    )  # fmt: skip


def own_sentence(shares: pd.DataFrame, pooled: pd.DataFrame) -> str:
    """One unit's sets: the largest class of each, beside its pooled share."""
    first = shares.sort_values("topic_rate", ascending=False, kind="stable").drop_duplicates("set_id").sort_values("year")
    wholes = dict(zip(pooled["topic"], pooled["topic_rate"], strict=True))
    said = [
        t("unit.topics.said", year=row["year"], topic=h(name("topic", row["topic"])), rate=rate(row["topic_rate"]), whole=rate(wholes.get(row["topic"])),
          counts=sentences.opening(f"{count(row['topic_count'])}/{count(row['base_count'])}", row["topic_count_figure"]))
        for row in first.to_dict("records")
    ]  # fmt: skip
    return t("sentence.semicolon").join(said) + t("sentence.stop")


def legend(shown: str) -> str:
    """The steps of the scale, and the hatch."""
    p = screen.look().palette
    hatch = f"background:repeating-linear-gradient(135deg,{p.line} 0 1.5px,{p.page} 1.5px 5px);border:1px solid {p.line}"
    if shown == "difference":
        said = ["−30", "−20", "−10", "0", "+10", "+20", "+30"]
        marks = [(f"background:{colour};border:1px solid {p.line}", words) for colour, words in zip(p.apart, said, strict=True)]
    else:
        said = [t("topics.step", low=low, high=high) for low, high in ((0, 8), (8, 17), (17, 25), (25, 33), (33, 42))] + [t("topics.step_last")]
        marks = [(f"background:{colour}", words) for colour, words in zip(p.steps, said, strict=True)]
    return layout.legend([*marks, (hatch, t("topics.not_listed"))])
