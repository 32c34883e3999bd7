"""What a number inherits: instrument, body, role, unit, time and round, from the words around it, then from wider and wider scopes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from handling.extract.lexicon import Token

MIXED = "mixed"


class Traits(NamedTuple):
    """What the words say about a figure besides its measure; "" where they are silent.

    `body` is the raising body in the report's words (州, 岭北州, 全国; "mixed" for 省、市两级), `unit` the handling unit's words,
    `year` "" or "2021" or "-1" (last year), `round` first | final, `object` attitude | result.
    """

    instrument: str = ""
    body: str = ""
    role: str = ""
    unit: str = ""
    year: str = ""
    month: str = ""
    period: str = ""
    round: str = ""
    object: str = ""
    part: str = ""

    def over(self, *wider: Traits) -> Traits:
        """These traits, completed from `wider` scopes, the nearest first."""
        found = self
        for scope in wider:
            if scope != NOTHING and scope is not found:
                found = Traits._make([said or inherited for said, inherited in zip(found, scope, strict=True)])
        return found

    def without(self, *names: str) -> Traits:
        """The same with some traits unsaid."""
        return self._replace(**dict.fromkeys(names, "")) if any(getattr(self, name) for name in names) else self


NOTHING = Traits()


def common(all_traits: list[Traits]) -> Traits:
    """What several figures share; a proposal's and a suggestion's stream together are combined."""
    if not all_traits:
        return NOTHING
    shared = {}
    for name, values in zip(Traits._fields, map(set, zip(*all_traits, strict=True)), strict=True):
        if len(values) == 1:
            shared[name] = values.pop()
        elif name == "instrument" and values <= {"proposal", "suggestion", "combined"}:
            shared[name] = "combined"
        elif name == "body" and "" not in values:
            shared[name] = MIXED
    return Traits(**shared)


def traits_of(tokens: list[Token], stream: str) -> Traits:
    """Traits that the tokens of one slot or header name; of several, the last one before the number.

    `stream` is the document's instrument: in a report about one stream 代表 or 委员 says nothing new.
    """
    said: dict[str, str] = {}
    last: Token | None = None
    for token in tokens:
        tags = token.tags
        instrument = instrument_of(token, stream)
        if not instrument and last is not None and "role" in last.tags and token.start - last.end <= 5:
            instrument = token.tags.get("instrument", "")  # 主办建议14件 in a report on proposals
        if instrument:
            before = said.get("instrument")
            said["instrument"] = "combined" if before and {before, instrument} == {"proposal", "suggestion"} else instrument
        if "body" in tags:
            said["body"] = MIXED if said.get("body") not in (None, tags["body"]) and tags["body"] == MIXED else tags["body"]
        if "role" in tags and tags["role"] in ("lead", "joint"):
            both = last is not None and "role" in last.tags and last.tags["role"] != tags["role"] and token.start - last.end <= 2
            said["role"] = "" if both else tags["role"]
        if "qualifier" in tags:
            said["round"] = tags["qualifier"]
        if "object" in tags:
            said["object"] = tags["object"]
        if "time" in tags:
            _time(tags, said)
        last = token
    return Traits(**said) if said else NOTHING


def _time(tags: dict[str, str], said: dict[str, str]) -> None:
    if tags.get("year") and not tags.get("period"):
        said.pop("period", None)  # 近三年依次为2021年151件: that year alone
    for name in ("year", "month", "period"):
        if tags.get(name):
            said[name] = tags[name]


def instrument_of(token: Token, stream: str) -> str:
    """The stream that one word names, if it does."""
    tags = token.tags
    if "channel" in tags:
        return "hotline"
    instrument = tags.get("instrument", "")
    if instrument and not (tags.get("weak") and stream == "proposal"):
        return instrument
    if "agent" in tags and stream == "combined":
        return tags["agent"]
    return ""


@dataclass(slots=True)
class Reading:
    """One number (or implying wording) understood: a measure with its class and traits, and how it was claimed."""

    measure: str
    value: float
    scale: str
    start: int
    end: int
    rule: str
    traits: Traits
    category: str = ""
    label: str = ""
    basis: str = "stated"
    reason: str = ""
    depth: int = 0
    own: Traits = NOTHING
    scopes: tuple[Traits, ...] = ()
    sentence: tuple[int, int] = (0, 0)
    letter: str = ""
    child: bool = False
    again: bool = False


@dataclass(slots=True)
class Step:
    """What was seen at one number or segment, for the trace and for the list of unclaimed numbers."""

    start: int
    end: int
    seen: str
    rule: str
    own: Traits = NOTHING
    whole: Traits = NOTHING

    @property
    def inherited(self) -> str:
        """The traits that were taken over from wider scopes."""
        pairs = zip(Traits._fields, self.own, self.whole, strict=True)
        return " ".join(f"{name}={theirs}" for name, mine, theirs in pairs if theirs and not mine)
