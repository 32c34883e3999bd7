"""Which figures differ between two readings of one report: what is counted, the value there was, the value there is now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from handling.audit.sentences import CATEGORY_FIELDS
from handling.model import Figure
from handling.vocabulary import classes

_OWN_CLASSES = ("outcome", "outcome_share", "topic", "topic_share")  # of these a report has its own names
MOST_SAID = 5  # changes that are told one by one
_NONE = {"zh": "（没有）", "en": "(none)"}

_Key = Callable[[Figure], tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Change:
    """`figure` tells what is counted. One value a side, or all of which it cannot be told which became which; none where a side has no such figure."""

    figure: Figure
    old: tuple[float, ...]
    new: tuple[float, ...]


def differences(stored: Sequence[Figure], fresh: Sequence[Figure]) -> tuple[Change, ...]:
    """What `fresh` says otherwise than `stored`, first what both count. Labels, levels, roles and parts tell figures apart, but make no difference."""
    left, right = list(stored), list(fresh)
    for key in (_exactly, _about):
        left, right = _without_common(left, right, lambda figure, key=key: (*key(figure), figure.value))  # type: ignore[misc]
    changes: list[Change] = []
    for key in (_exactly, _about):
        both = set(map(key, left)) & set(map(key, right))
        for one in dict.fromkeys(map(key, left)):
            if one in both:
                there, here = ([figure for figure in side if key(figure) == one] for side in (left, right))
                changes.append(Change(there[0], _values(there), _values(here)))
        left, right = ([figure for figure in side if key(figure) not in both] for side in (left, right))
    gone, come = [Change(figure, (figure.value,), ()) for figure in left], [Change(figure, (), (figure.value,)) for figure in right]
    return (*changes, *gone, *come)


def places(changes: Iterable[Change]) -> int:
    """In how many places the readings differ."""
    return sum(max(len(change.old), len(change.new)) for change in changes)


def said(change: Change, lang: str = "zh") -> str:
    """青禾县教育局 · 2023 · 政协提案 · 办结件数：13 → 12."""
    figure = change.figure
    month = f"-{figure.month:02d}" if figure.month else ""
    named = [("instrument", figure.instrument), ("level", figure.level), ("role", figure.role), ("measure", figure.measure),
             (CATEGORY_FIELDS.get(figure.measure, ""), figure.category), ("qualifier", figure.qualifier)]  # fmt: skip
    words = [figure.unit, figure.period or (f"{figure.year}{month}" if figure.year else ""), *(_names(lang).get(pair, pair[1]) for pair in named)]
    own = [f"“{figure.label}”"] if figure.label and figure.measure in _OWN_CLASSES else []
    old, new = (_written(side, figure.scale, lang) for side in (change.old, change.new))
    return " · ".join(word for word in [*words, *own] if word) + ("：" if lang == "zh" else ": ") + f"{old} → {new}"


def _written(values: tuple[float, ...], scale: str, lang: str) -> str:
    between = "、" if lang == "zh" else ", "
    return between.join(f"{value:.12g}%" if scale == "percent" else f"{value:,.12g}" for value in values) or _NONE[lang]


@lru_cache(maxsize=2)
def _names(lang: str) -> dict[tuple[str, str], str]:
    return {(name.field, name.id): name.zh if lang == "zh" else name.en for name in classes.names()}


def _about(figure: Figure) -> tuple[object, ...]:
    return figure.unit, figure.year, figure.month, figure.instrument, figure.measure, figure.category, figure.qualifier, figure.scale


def _exactly(figure: Figure) -> tuple[object, ...]:
    return (*_about(figure), figure.period, figure.level, figure.role, figure.part, figure.label)


def _without_common(left: list[Figure], right: list[Figure], key: _Key) -> tuple[list[Figure], list[Figure]]:
    common = Counter(map(key, left)) & Counter(map(key, right))
    return _less(left, common, key), _less(right, common, key)


def _less(figures: list[Figure], common: Counter[tuple[object, ...]], key: _Key) -> list[Figure]:
    rest, kept = Counter(common), []
    for figure in figures:
        if rest[key(figure)]:
            rest[key(figure)] -= 1
        else:
            kept.append(figure)
    return kept


def _values(figures: Iterable[Figure]) -> tuple[float, ...]:
    return tuple(figure.value for figure in figures)
