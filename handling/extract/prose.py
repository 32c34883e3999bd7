"""Handling figures out of running text. `mentions` gives them, `trace` tells number by number how they were found."""

from __future__ import annotations

import re

from handling.extract.clauses import LETTER
from handling.extract.context import Context
from handling.extract.dating import period_of
from handling.extract.inherited import signs
from handling.extract.interest import interest
from handling.extract.passages import Passage, passages
from handling.extract.scope import MIXED, Reading, Step
from handling.extract.sentence import SentenceReader
from handling.extract.settle import EVERY_LEVEL, settle
from handling.extract.text import fold
from handling.model import Document, Head, Mention, Span

_LETTERED = re.compile(r"[A-D甲乙丙丁][”]?类")


def stream_of(head: Head, text: str) -> str:
    """The stream that the document is about: the head's, else what its opening names."""
    if head.instrument:
        return head.instrument
    opening = head.title + text[:1500]
    if head.kind == "hotline":
        return "hotline"
    if head.kind == "bulletin" and not re.search(r"提案|建议", head.title):
        return "key_work"
    proposal, suggestion = opening.count("提案"), len(re.findall(r"代表[^,。]{0,6}建议|人大[^,。]{0,6}建议|建议提案|议案", opening))
    if proposal and suggestion:
        return "combined"
    return "proposal" if proposal else "suggestion" if suggestion else "hotline" if "热线" in opening else "combined"


def _term(text: str, year: int | None) -> str:
    """The years that 本届以来 means, where the report says them or how many they are."""
    told = re.search(r"(20\d\d)年?[-至到](20\d\d)年", text)
    if told and year and int(told[1]) < int(told[2]) == year:
        return f"{told[1]}/{told[2]}"
    return f"{year - 4}/{year}" if year and "五年" in text and re.search(r"五年(?:来|间|共|累计)|(?:过去|这)五年", text) else ""


_THIS_YEAR = re.compile("今年|本年度|当年")


class Trial:
    """One reading of a document, kept with all its steps."""

    def __init__(self, document: Document, head: Head) -> None:
        folded = fold(document.text)
        self.context = Context(head, stream_of(head, folded), whole_period=period_of(re.sub(r"\s", "", fold(head.title)), head.year))
        self.located: list[tuple[Passage, Reading]] = []
        self.steps: list[tuple[Passage, Step]] = []
        self.context.term = _term(folded, head.year)
        later = head.year is not None and head.published[:4] == str(head.year + 1) and head.published[5:7] > "03"
        self.context.present = int(head.published[:4]) if later else None
        self.context.looks_back = head.year is not None and head.published[:4] == str(head.year + 1) and not _THIS_YEAR.search(folded)
        found = passages(document)
        for passage in found:
            self._name_shortly(passage, (head.region, head.within))
            self._learn(passage)
        for passage in found:
            self.context.new_paragraph(passage.section, passage.label, passage.opening)
            if not passage.silent:
                self._read(passage)
        places = {id(reading): passage for passage, reading in self.located}
        kept = settle([reading for _, reading in self.located], folded, head.kind)
        self.kept = [(places[id(reading)], reading) for reading in kept]

    @staticmethod
    def _name_shortly(passage: Passage, regions: tuple[str, str]) -> None:
        """梁川市人大 in a report of 梁川市 is 市人大: one body, whichever way it is written."""
        for name in (region for region in regions if len(region) > 2):
            for sentence in (one for one in passage.sentences if passage.view.text.find(name, one.start, one.end) >= 0):
                for token in sentence.tokens:
                    if token.tags.get("body") == name:
                        token.tags = {**token.tags, "body": name[-1]}

    def _learn(self, passage: Passage) -> None:
        text = passage.view.text
        if _LETTERED.search(text):
            for sentence in (one for one in passage.sentences if LETTER.search(text, one.start, one.end)):
                self.context.letters.learn(text[: sentence.end], sentence.tokens)

    def _read(self, passage: Passage) -> None:
        context = self.context
        for sentence in passage.sentences:
            wanted = interest(context, sentence)
            if not sentence.counts:
                context.announced(sentence.text, sentence.start, sentence.end)
            if not wanted.hinted:
                continue
            if not (wanted.implied or wanted.alone or sentence.counts):
                context.pass_over()
                continue
            reader = SentenceReader(context, sentence, wanted)
            reader.read()
            context.close(reader)
            self.located += [(passage, reading) for reading in reader.readings]
            self.steps += [(passage, step) for step in reader.steps]


def mentions(document: Document, head: Head) -> list[Mention]:
    """All figures of the running text of `document` (not its table cells), in the order of the text."""
    trial = Trial(document, head)
    found = [_mention(trial.context, passage, reading) for passage, reading in trial.kept]
    return sorted(found, key=lambda mention: (mention.number.start, mention.measure))


def _mention(context: Context, passage: Passage, reading: Reading) -> Mention:
    traits, view = reading.traits, passage.view
    number, evidence = view.span(reading.start, reading.end), view.span(*reading.sentence)
    return Mention(
        measure=reading.measure, value=reading.value, scale=reading.scale, number=number,
        evidence=Span(start=min(number.start, evidence.start), end=max(number.end, evidence.end)), rule=reading.rule, basis=reading.basis,
        category=reading.category, qualifier=traits.round or traits.object, part=bool(traits.part), label=reading.label,
        instrument=traits.instrument, body=EVERY_LEVEL if traits.body == MIXED else traits.body, role="" if reading.measure == "key" else traits.role,
        unit=traits.unit, year=context.head.year if traits.period == "year" else context.year_of(traits.year), month=_month(context, traits.month),
        period=_period(context, traits.period, traits.year), signs=signs(reading), reason=reading.reason,
    )  # fmt: skip


def _month(context: Context, said: str) -> int | None:
    """The month of a figure where it is not the bulletin's own; months mean nothing in a yearly report."""
    if context.head.month is None or not said.lstrip("-").isdigit():
        return None
    month = context.head.month + int(said) if said.startswith("-") else int(said)
    return None if month == context.head.month else month


def _period(context: Context, said: str, year: str) -> str:
    if said == "long":
        return context.term
    if not said or said == "year":
        return ""
    if said[:2] == "20":
        return said
    if said.startswith("last"):
        return f"{context.head.year - int(said[4:]) + 1}/{context.head.year}" if context.head.year else ""
    whole = context.year_of(year) or context.head.year
    first, last = said.split("/")
    return f"{whole}-{first}/{whole}-{last}" if whole else ""


def trace(document: Document, head: Head) -> str:
    """What was seen at each number, what it inherited from around it, and the rule that claimed it or the reason that explains it away."""
    lines = []
    for passage, step in Trial(document, head).steps:
        verdict = step.rule.removeprefix("-") or "unclaimed"
        mark = "✗" if step.rule.startswith("-") else "✓" if step.rule else "?"
        number = passage.view.text[step.start : step.end]
        lines.append(f"{passage.place} {mark} {number} [{verdict}] {step.seen} {step.inherited}".rstrip())
    return "\n".join(lines) + "\n"
