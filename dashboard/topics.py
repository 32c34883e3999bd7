"""Words and orders of 议题. All sentences are safe HTML."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pandas as pd

from dashboard import layout, screen, sentences
from dashboard.words import h, name, t
from handling import statistics
from handling.chart.style import count, rate

_NAMED = 3


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


def arrange(shares: pd.DataFrame, listed: pd.DataFrame, order: str) -> pd.DataFrame:
    """One row a set: by the share of the class that is largest in the pool (sets that do not list it last), by place, or by year."""
    sets = shares.drop_duplicates("set_id")
    if order == "place" or sets.empty or listed.empty:
        return sets
    if order == "year":
        return sets.sort_values(["year", "sort_key"], ascending=[False, True], kind="stable")
    first = _largest(listed)["topic"]
    of_first = shares.loc[shares["topic"] == first].set_index("set_id")["topic_rate"]
    return sets.assign(order=sets["set_id"].map(of_first)).sort_values("order", ascending=False, kind="stable", na_position="last")


def in_order(shares: pd.DataFrame, sets: pd.DataFrame, listed: pd.DataFrame) -> pd.DataFrame:
    """The rows of the drawn sets and classes in their order, with intervals."""
    place = {set_id: n for n, set_id in enumerate(sets["set_id"])}
    rows = shares[shares["set_id"].isin(place) & shares["topic"].isin(listed["topic"])]
    return with_intervals(rows.assign(place=rows["set_id"].map(place)).sort_values("place", kind="stable"))


def row_names(sets: pd.DataFrame) -> list[str]:
    """A name for each set."""
    return sentences.row_names(sets)


def with_intervals(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the ends of Wilson's 95% interval."""
    ends = [statistics.wilson(int(x), int(n)) for x, n in zip(rows["topic_count"], rows["base_count"], strict=True)]
    return rows.assign(low=[low for low, _ in ends], high=[high for _, high in ends])


def with_reasons(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that are left out, with the reason in words."""
    return rows.assign(reason_not=[t(f"topics.reason.{reason}") for reason in rows["reason_not"]])


def _largest(listed: pd.DataFrame) -> pd.Series:
    return listed.loc[listed["topic_rate"].astype(float).idxmax()]


def pooled_title(listed: pd.DataFrame) -> str:
    """Which class has the largest pooled share."""
    row = _largest(listed)
    return t("topics.pooled.title", topic=name("topic", row["topic"]), rate=rate(row["topic_rate"]))


def pooled_sentence(listed: pd.DataFrame) -> str:
    """The largest classes with their counts."""
    rows = listed.sort_values("topic_rate", ascending=False).head(_NAMED).to_dict("records")
    said = [
        t("topics.pooled.said", topic=h(name("topic", row["topic"])), rate=rate(row["topic_rate"]), x=count(row["topic_count"]),
          n=count(row["base_count"]), sets=count(row["set_count"]))
        for row in rows
    ]  # fmt: skip
    return t("topics.pooled.sentence", list=t("filters.and").join(said))


def title(shares: pd.DataFrame) -> str:
    """Which classes come first in how many sets."""
    first = shares.sort_values("topic_rate", ascending=False, kind="stable").drop_duplicates("set_id")
    leading = Counter(first["topic"]).most_common(2)
    if len(first) < 2 or len(leading) < 2:
        return t("topics.plain_title")
    (one, k), (two, m) = leading
    return t("topics.finding", n=len(first), one=name("topic", one), k=k, two=name("topic", two), m=m)


def sentence(shares: pd.DataFrame, listed: pd.DataFrame) -> str:
    """Who has the largest share of the class that is largest in the pool."""
    topic = _largest(listed[listed["topic"].isin(shares["topic"])])["topic"]
    rows = shares[shares["topic"] == topic]
    row = rows.loc[rows["topic_rate"].astype(float).idxmax()]
    return t(
        "topics.sentence", topic=h(name("topic", topic)), unit=h(row["short_name"]), year=row["year"], x=count(row["topic_count"]),
        n=count(row["base_count"]), rate=rate(row["topic_rate"]),
    )  # fmt: skip


def own_sentence(shares: pd.DataFrame, pooled: pd.DataFrame) -> str:
    """One unit's sets: the largest class of each, beside its pooled share."""
    first = shares.sort_values("topic_rate", ascending=False, kind="stable").drop_duplicates("set_id").sort_values("year")
    wholes = dict(zip(pooled["topic"], pooled["topic_rate"], strict=True))
    said = [
        t("unit.topics.said", year=row["year"], topic=h(name("topic", row["topic"])), x=count(row["topic_count"]), n=count(row["base_count"]),
          rate=rate(row["topic_rate"]), whole=rate(wholes.get(row["topic"])))
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
