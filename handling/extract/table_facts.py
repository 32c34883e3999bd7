"""What the words of a cell, or of a path of cells, say."""

from __future__ import annotations

from typing import Any, NamedTuple

EVERY_LEVEL = "各级"  # the body of what sums items of several levels
_DEEPER = (
    "text", "measure", "letter", "including", "scale", "role", "instrument", "body", "level", "qualifier", "object", "month", "period",
    "total", "stub", "none", "unit",
)  # fmt: skip


class Facts(NamedTuple):
    """What one cell, or a path of cells, says. "" where it does not say.

    `measure`: received, filed, … or finished, overall_rank; `categories` pairs of (family, class), family outcome | satisfaction | topic.
    `scale`: rate, share, percent, soft (满意度), count. `year` counts from the report's own where `year_is_relative`.
    `none` is the reason why there can be no figure, `rest` what was not understood.
    """

    text: str = ""
    measure: str = ""
    undertake: bool = False
    families: tuple[str, ...] = ()
    categories: tuple[tuple[str, str], ...] = ()
    letter: str = ""
    weak: bool = False
    including: str = ""
    scale: str = ""
    counted: bool = False
    on_time: bool = False
    role: str = ""
    sole: bool = False
    instrument: str = ""
    body: str = ""
    level: str = ""
    qualifier: str = ""
    object: str = ""
    year: int | None = None
    year_is_relative: bool = False
    month: int | None = None
    period: str = ""
    part: bool = False
    total: str = ""
    stub: str = ""
    none: str = ""
    unit: str = ""
    rest: str = ""

    def category(self, family: str) -> str:
        """The class in a family, "" where it names none."""
        return dict(self.categories).get(family, "")

    @property
    def says_what(self) -> bool:
        """Whether a word tells what is counted, or of what kind."""
        return bool(
            self.measure or self.families or self.categories or self.role or self.scale or self.counted or self.letter or self.on_time or self.part
        )

    @property
    def only_scales(self) -> bool:
        """Whether it tells no more than that numbers are counts or shares: 件数, 占比."""
        told = (self.measure, self.families, self.categories, self.letter, self.role, self.instrument, self.body, self.qualifier, self.object)
        return bool(self.scale or self.counted) and not (any(told) or self.part or self.total or self.unit or self.rest or self.year is not None)

    @property
    def says_an_item(self) -> bool:
        """Whether it can only speak of suggestions and proposals, or counts what is not told."""
        return bool(self.role or self.instrument or self.letter or (self.counted and not self.categories))

    @property
    def is_a_class(self) -> bool:
        """Whether it names a class, by words or by a letter."""
        return bool(self.categories or self.letter)

    @property
    def says_something(self) -> bool:
        """Whether a word tells anything that tables tell."""
        return self.says_what or bool(self.instrument or self.none or self.stub or self.total or self.year is not None or self.body)

    @property
    def understood(self) -> bool:
        """Whether every word is known."""
        return not self.rest


def over(above: Facts, below: Facts) -> Facts:
    """`above` with what `below` says more exactly."""
    chosen: dict[str, Any] = {name: getattr(below, name) or getattr(above, name) for name in _DEEPER}
    if below.scale == "soft" or (above.scale in ("rate", "share", "percent") and below.scale in ("percent", "")):
        chosen["scale"] = above.scale or below.scale
    if below.body and above.body.endswith(below.body):
        chosen["body"] = above.body  # 绍州市级 | 市人大代表建议
    times = below if below.year is not None else above
    return above._replace(
        **chosen,
        undertake=below.undertake if below.measure else above.undertake,
        sole=below.sole if below.role else above.sole,
        families=(*above.families, *below.families),
        categories=tuple({**dict(above.categories), **{k: v or above.category(k) for k, v in below.categories}}.items()),
        counted=above.counted or below.counted,
        on_time=above.on_time or below.on_time,
        part=above.part or below.part,
        year=times.year, year_is_relative=times.year_is_relative,
        rest=above.rest + below.rest,
    )  # fmt: skip
