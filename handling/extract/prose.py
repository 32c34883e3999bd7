"""Handling figures out of running text. `mentions` gives them, `trace` tells clause by clause how they were found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handling.extract.context import Context, interest
from handling.extract.clauses import sentence_tokens
from handling.extract.scope import MIXED, Reading
from handling.extract.sentence import SentenceReader, Step
from handling.extract.settle import settle
from handling.extract.text import View, fold, sentences
from handling.model import Document, Head, Mention, Span

_HEADING = re.compile(
    r"^(?:(?P<one>[一二三四五六七八九十]+、|【|\d+(?=[\u4e00-\u9fff ]))|(?P<two>[(][一二三四五六七八九十]+[)]|\d+\.\d+)|(?P<three>\d+[.、]|[(]\d+[)]|一是|二是))?(?P<words>[^。;:,】]{2,30})(?P<end>[。】:]|$)"
)
_INTENT = re.compile(
    r"下一?步|下阶段|打算|今后|努力方向|明年|来年|工作要求|工作安排|下一年|展望|几点建议|意见和建议|要求$|工作计划|月工作|对策|下一阶段|整改措施|改进措施|努力的方向|下半年"
)
_PROBLEMS = re.compile(r"问题|不足|困难|差距|短板|薄弱")
_ABOUT = re.compile(r"成效|做法|情况")
_FURNITURE = re.compile(
    r"^(?:上一篇|下一篇|【?相关|版权|附件|联系人|索引号|信息来源|网站首页|您现在|作者|来源[:：]|打印|字[号体]|扫一?[扫码]|【打印|【字体|责任编辑|浏览次数|新闻推荐|□本报)"
)
_TAIL = re.compile(r"^(?:【?相关(?:阅读|链接|文章|新闻|信息|报道)|新闻推荐|延伸阅读|推荐阅读)")


class Paragraph:
    """One block as the grammar reads it."""

    def __init__(self, view: View, kind: str, place: str) -> None:
        self.view, self.kind, self.place = view, kind, place


def paragraphs(document: Document, folded: str) -> Iterator[Paragraph]:
    """Blocks of running text, without furniture; what follows 相关阅读 is furniture too."""
    for block in document.blocks:
        if block.kind == "cell":
            continue
        view = View(folded, block.span.start, block.span.end)
        if _TAIL.match(view.text):
            return
        if view.text and not _FURNITURE.match(view.text):
            yield Paragraph(view, block.kind, block.place)


def stream_of(head: Head, text: str) -> str:
    """The stream that the document is about: the head's, else what its opening names."""
    if head.instrument:
        return head.instrument
    opening = head.title + text[:1500]
    if head.kind == "hotline":
        return "hotline"
    if head.kind == "bulletin":
        return "key_work"
    proposal, suggestion = opening.count("提案"), len(re.findall(r"代表[^,。]{0,6}建议|人大[^,。]{0,6}建议|建议提案|议案", opening))
    if proposal and suggestion:
        return "combined"
    return "proposal" if proposal else "suggestion" if suggestion else "hotline" if "热线" in opening else "combined"


class Trial:
    """One reading of a document, kept with all its steps."""

    def __init__(self, document: Document, head: Head) -> None:
        folded = fold(document.text)
        self.paragraphs = list(paragraphs(document, folded))
        self.context = Context(head, stream_of(head, folded))
        self.located: list[tuple[Paragraph, Reading]] = []
        self.steps: list[tuple[Paragraph, Step]] = []
        self._learn()
        first = True
        for paragraph in self.paragraphs:
            self._read(paragraph, first)
            first = first and len(paragraph.view.text) < 60
        places = {id(reading): paragraph for paragraph, reading in self.located}
        kept = settle([reading for _, reading in self.located], folded)
        self.kept = [(places[id(reading)], reading) for reading in kept]

    def _learn(self) -> None:
        for paragraph in self.paragraphs:
            text = paragraph.view.text
            if "类" in text and re.search(r"[A-D甲乙丙丁][”]?类", text):
                for span in sentences(text):
                    self.context.letters.learn(text[: span.end], sentence_tokens(text, span.start, span.end))

    def _read(self, paragraph: Paragraph, opening: bool) -> None:
        text, context = paragraph.view.text, self.context
        heading = self._section(paragraph)
        if len(text) < 60 and not re.search(r"[。;,:]", text) and (opening or heading):
            return
        context.new_paragraph()
        for span in sentences(text):
            words = text[span.start : span.end]
            wanted = interest(words)
            if not (wanted.counted or wanted.implied):
                continue
            reader = SentenceReader(context, text, span.start, span.end, wanted)
            reader.read()
            context.close(reader)
            self.located += [(paragraph, reading) for reading in reader.readings]
            self.steps += [(paragraph, step) for step in reader.steps]

    def _section(self, paragraph: Paragraph) -> bool:
        """Note a heading: what follows it may be plans or shortcomings; its words are the field of a rank."""
        text = paragraph.view.text
        found = _HEADING.match(text)
        if not found or not (found["one"] or found["two"] or found["three"] or paragraph.kind == "heading"):
            return False
        if found["three"] and not found["end"] and len(text) > 40:
            return False
        words, context = found["words"].strip("【 "), self.context
        context.label = re.sub(r"^[,、.\s]+", "", words)
        if found["one"] or (paragraph.kind == "heading" and not found["two"] and not found["three"]):
            context.section = ""
        if _INTENT.search(words) and not _ABOUT.search(words):
            context.section = "intent"
        elif _PROBLEMS.search(words) and not _ABOUT.search(words) and (found["one"] or context.section == ""):
            context.section = "problems"
        return True


def mentions(document: Document, head: Head) -> list[Mention]:
    """All figures of the running text of `document` (not its table cells), in the order of the text."""
    trial = Trial(document, head)
    found = [_mention(trial.context, paragraph, reading) for paragraph, reading in trial.kept]
    return sorted(found, key=lambda m: (m.number.start, m.measure))


def _mention(context: Context, paragraph: Paragraph, reading: Reading) -> Mention:
    traits, view = reading.traits, paragraph.view
    month = traits.month if context.head.month and traits.month.lstrip("-").isdigit() else ""
    number = view.span(reading.start, reading.end)
    evidence = view.span(*reading.sentence)
    label = reading.label
    return Mention(
        measure=reading.measure, value=reading.value, scale=reading.scale, number=number,
        evidence=Span(start=min(number.start, evidence.start), end=max(number.end, evidence.end)), rule=reading.rule, basis=reading.basis,
        category=reading.category, qualifier=traits.round or traits.object, part=bool(traits.part), label=label,
        instrument=traits.instrument, body="" if traits.body == MIXED else traits.body, role="" if reading.measure == "key" else traits.role,
        unit=traits.unit, year=context.year_of(traits.year), month=_month(context, month), period=_period(context, traits.period, traits.year),
        confidence=reading.confidence, reason=reading.reason,
    )  # fmt: skip


def _month(context: Context, said: str) -> int | None:
    if not said or context.head.month is None:
        return None
    month = context.head.month + int(said) if said.startswith("-") else int(said)
    return None if month == context.head.month else month


def _period(context: Context, said: str, year: str) -> str:
    if not said or said == "long":
        return ""
    if said[:2] in ("20", "19"):
        return said
    whole = context.year_of(year) or context.head.year
    first, last = said.split("/")
    return f"{whole}-{first}/{whole}-{last}" if whole else ""


def trace(document: Document, head: Head) -> str:
    """What was seen at each number, what it inherited from around it, and the rule that claimed it or the reason that explains it away."""
    trial = Trial(document, head)
    lines = []
    for paragraph, step in trial.steps:
        verdict = step.rule.removeprefix("-") or "unclaimed"
        mark = "✗" if step.rule.startswith("-") else "✓" if step.rule else "?"
        lines.append(f"{paragraph.place} {mark} {paragraph.view.text[step.start : step.end]} [{verdict}] {step.seen} {step.inherited}".rstrip())
    return "\n".join(lines) + "\n"
