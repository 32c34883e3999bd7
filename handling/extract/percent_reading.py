"""A percentage that was understood: the reading made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handling.extract.clauses import Slot
from handling.extract.lexicon import Token
from handling.extract.outcomes import resolve
from handling.extract.scope import Reading, Traits, traits_of

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader


def reading_of(
    reader: SentenceReader, slot: Slot, measure: str, rule: str, category: str = "", label: str = "", own: Traits | None = None, **more: object
) -> Reading:
    """A percentage as a reading of `measure`."""
    span = slot.quantity.span
    own = own if own is not None else traits_of(slot.left, reader.context.stream)
    return Reading(measure=measure, value=slot.quantity.value, scale="percent", start=span.start, end=span.end, rule=rule, traits=own,
                   category=category, label=label, own=own, **more)  # type: ignore[arg-type]  # fmt: skip


def share_of_run(reader: SentenceReader, slot: Slot, run: list[Token], rule: str, own: Traits | None = None) -> Reading:
    """The share of the class that a run of outcome words and letters means."""
    letter = next((t.tags["letter"] for t in reversed(run) if "letter" in t.tags), "")
    category = resolve(run, reader.text) or reader.context.letters.of(letter)
    return reading_of(reader, slot, "outcome_share", rule, category, reader.text[run[0].start : run[-1].end], own, letter=letter)
