"""From how far a reading took what its own words leave unsaid: the signs of running text by which its confidence is weighed."""

from __future__ import annotations

from handling.extract.scope import Reading

_WEIGHED = ("instrument", "body", "role", "unit", "year", "period", "round")
_PLACES = ("sentence", "whole", "paragraph")


def signs(reading: Reading) -> tuple[str, ...]:
    """`role:paragraph` and the like for every trait that was inherited.

    sentence: said before in the same sentence. whole: of the total that the number is a part of. paragraph: said in a sentence before.
    report: said nowhere near, settled by the document as a whole.
    """
    found = [f"{name}:{place}" for name in _WEIGHED if (place := _place(reading, name))]
    found += ["again"] if reading.again else []
    return tuple(found)


def _place(reading: Reading, name: str) -> str:
    value = getattr(reading.traits, name)
    if not value or value == getattr(reading.own, name):
        return ""
    return next((place for place, scope in zip(_PLACES, reading.scopes, strict=False) if getattr(scope, name) == value), "report")
