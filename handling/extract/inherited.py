"""From how far a reading took what its own words leave unsaid: the signs of running text by which its confidence is weighed."""

from __future__ import annotations

from handling.extract.scope import Reading, Traits

_WEIGHED = tuple((name, Traits._fields.index(name)) for name in ("instrument", "body", "role", "unit", "year", "period", "round"))
_PLACES = ("sentence", "whole", "paragraph")


def signs(reading: Reading) -> tuple[str, ...]:
    """`role:paragraph` and the like for every trait that was inherited.

    sentence: said before in the same sentence. whole: of the total that the number is a part of. paragraph: said in a sentence before.
    report: said nowhere near, settled by the document as a whole.
    """
    found = []
    for name, at in _WEIGHED:
        value = reading.traits[at]
        if value and value != reading.own[at]:
            place = next((place for place, scope in zip(_PLACES, reading.scopes, strict=False) if scope[at] == value), "report")
            found.append(f"{name}:{place}")
    return (*found, "again") if reading.again else tuple(found)
