"""One sentence read from left to right: what each number is, and what it inherits."""

from __future__ import annotations

import re
from dataclasses import replace

from handling.extract import enumerations, parallels, shared_roles
from handling.extract.changes import moved_from
from handling.extract.clauses import Segment, Slot
from handling.extract.context import ITEM_WORDS, Context
from handling.extract.counts import read_count
from handling.extract.each import read_each
from handling.extract.headers import dated_from, header
from handling.extract.holding import of_several, scopes_of
from handling.extract.implied import imply
from handling.extract.intents import intent_start, stands_already
from handling.extract.interest import Interest
from handling.extract.lexicon import Token
from handling.extract.nouns import NEXT_STREAM
from handling.extract.passages import Sentence
from handling.extract.percents import read_percent
from handling.extract.ranks import read_rank
from handling.extract.scope import NOTHING, Reading, Step, Traits, common, traits_of
from handling.extract.sentence_unit import sentence_unit
from handling.extract.subjects import listed_topics

_AMONG = re.compile(r"^(?:其中|这其中|[^\u4e00-\u9fff]*其中)|含|包括|分别是|分为")
_BY_CONTENT = re.compile(r"(?:从|按)(?:\d+件)?(?:建议|提案|的|办理)*内容[上来]?(?:看|划分|分|说)?")
_OF_THE_SAME = re.compile(r"其中|(?:今年|全年)?(?:主办|会办|协办)(?:的|件)")  # a chamber leads nothing: those of the unit told before
_ASIDE = re.compile(r"\([^()]*\)")  # 主办(含独办)5件 opens no list
_PARTITION = re.compile(r"(?:其中|再)?(?:按照?|从|依)[\u4e00-\u9fff]{1,8}(?:分|类|看|统计|性质|方式|形式|级别|来源|渠道)$")
_FOREIGN = re.compile(r"案件|司法建议|检察建议|监察建议|事项|审批|信访|举报|办件|证照|复议|纠纷|线索|案例|投诉|来信|来访|信件")
_ASIDE_STREAM = re.compile(r"\((?:均|全部|都)?(?:为|是|系)(?:人大|政协|代表|委员)*(?:建议|提案)\)")
_BARE_ITEMS = re.compile(r"(?=[,;。、()]|$|[已均全都主会协中里的])")
_AIM = re.compile(r"[为的](?:总|工作|奋斗)?目标")
_PROBLEMS = re.compile(r"(?:目前|但)?(?:还)?(?:存在的?|主要)?(?:问题|不足|困难|差距)(?:之处)?(?:是|:|主要|和)")
_OF_FILED = re.compile(r"(?:在|上述|从|所有|全部)?(?:所|已|予以)?立案(?:的)?(?:\d+件)?(?:提案|建议|的)")
_RESORTED = re.compile(r"[A-D甲乙丙丁][”]?类[^。]{0,40}已(?:经|全部)?(?:解决|办成|落实|采纳|转|办结)")  # named among shortcomings for what became of it
_LISTING_UNITS = re.compile(r"县市中|分县[市区]|分单位|各县[市区]|分别主办|县区")


class SentenceReader:
    """Reads one sentence of a paragraph. `readings` are its figures so far, `steps` what was seen."""

    def __init__(self, context: Context, sentence: Sentence, interest: Interest) -> None:
        text, start, end = sentence.text, sentence.start, sentence.end
        self.context, self.text, self.start, self.end, self.interest = context, text, start, end, interest
        self.readings: list[Reading] = []
        self.steps: list[Step] = []
        self.undated: list[Reading] = []  # 满意率由95%提高到98%: of a year or round that nobody says; they are told to what follows, and are no figures
        self.segments = sentence.segments
        self.unit = sentence_unit(context.head.kind, text, start, end) or (context.unit if _OF_THE_SAME.match(text, start) else "")
        self.said = NOTHING  # sticky traits of this sentence
        self.whole: Reading | None = None
        self.base: Traits | None = None  # traits of the whole that the present parts belong to
        self.lasting: Traits | None = None  # the same where the parts go on over a semicolon (其中: …; …)
        self._outer: tuple[Traits | None, Traits] | None = None
        self.axis: list[Traits] = context.axis
        self.waiting: list[Token] = []
        self.foreign = False  # the sentence counts another matter (案件, 审批事项): its rates are not of handling
        self.filed = bool(_OF_FILED.match(text, start, end))  # parts told now are parts of what was filed
        self.last_run: list[Token] = []
        self.carried_over = False  # the sentence has told of items left from earlier years
        self.unfinished = False  # the sentence has told how many are not done yet
        all_tokens = [t for s in self.segments for t in s.tokens]
        marks = [t for t in all_tokens if ("letter" in t.tags or "outcome" in t.tags) and "weak" not in t.tags]
        self.classes_about = len(marks) > 1 or bool(context.resorted)
        slots = [slot for s in self.segments for slot in s.slots if slot.quantity.unit in ("件", "条", "项", "个", "%", "份")]
        few = 1 if context.topics_about or _BY_CONTENT.search(text, start, end) else 3
        self.topics_about = len(slots) >= few and listed_topics(text, slots) >= few
        self.listing_units = bool(_LISTING_UNITS.search(text, start, end))
        self.problems = context.section == "problems" or bool(_PROBLEMS.match(text, start, end))
        self.intent = intent_start(context, text, all_tokens, start, end)

    @property
    def history(self) -> list[Reading]:
        """Figures before this point, of the paragraph too."""
        return [*self.context.before, *self.readings]

    def previous_text(self, segment: Segment) -> str:
        """The text of the segment before."""
        place = self.segments.index(segment)
        return self.text[self.segments[place - 1].start : self.segments[place - 1].end] if place else ""

    def previous_segment(self, segment: Segment) -> Segment | None:
        """The segment before, None for the first."""
        place = self.segments.index(segment)
        return self.segments[place - 1] if place else None

    def previous_start(self, segment: Segment, back: int) -> int:
        """Where the segment `back` places before begins."""
        return self.segments[max(0, self.segments.index(segment) - back)].start

    def other_stream_subject(self, segment: Segment, word: Token) -> bool:
        """Whether what was all done is another stream (社情民意…均已书面回复)."""
        place = self.segments.index(segment)
        words = [t for t in segment.tokens if t.end <= word.start]
        if not any(t.tags.keys() & {"instrument", "role", "other", "agent"} for t in words):
            words = [t for s in self.segments[max(0, place - 2) : place] for t in s.tokens]
        last = [t for t in words if t.tags.keys() & {"instrument", "other"}]
        return bool(last) and "other" in last[-1].tags and "instrument" not in last[-1].tags

    def read(self) -> None:
        """Read every segment in order."""
        for segment in self.segments:
            self._enter(segment)
            found: list[Reading] = []
            for slot in segment.slots:
                if slot.quantity.unit == self.context.item_word in ITEM_WORDS and _BARE_ITEMS.match(self.text, slot.quantity.end, segment.end):
                    slot.quantity = replace(slot.quantity, unit="件")  # 46项已全部按时办结, where the report counts its items so
            if not segment.slots or all(slot.quantity.unit in ("类", "", "份") for slot in segment.slots):
                header(self, segment)
            for row in parallels.rows(self.text, segment):
                if len(row) > 1:
                    readings = parallels.read_row(self, segment, row)
                else:
                    readings = read_each(self, segment, row[0]) or self.read_slot(segment, row[0])
                for reading in readings:
                    self._settle(segment, row[0], reading)
                found += readings
            if segment.start < self.intent:
                for reading in imply(self, segment):
                    self._settle(segment, None, reading)
            shared_roles.apply(self, segment)
            self._wait(segment, found)
        enumerations.cut_by_sitting(self)
        self.readings = [reading for reading in self.readings if not any(reading is one for one in self.undated)]

    def _enter(self, segment: Segment) -> None:
        if segment.depth == 0 and self._outer is not None:
            self.base, self.said = self._outer
            self._outer = None
        if segment.depth == 0 and _PARTITION.match(self.text, segment.start, segment.end):
            self.said = self.said.without("instrument", "body", "role", "unit")  # each new way of dividing starts from the whole
        if segment.mark == ";":
            enumerations.next_clause(self, segment)
            self.unit = sentence_unit(self.context.head.kind, self.text, segment.start, self.end) or self.unit
        if segment.mark == ":" and (before := self.previous_segment(segment)) is not None and before.slots:
            judged = traits_of([t for t in before.slots[-1].right if t.tags.keys() & {"qualifier", "object"}], self.context.stream)
            self.said = judged.over(self.said)  # 254件的首次测评结果为: 满意236件
        if segment.mark == "(" and self.readings:
            self._outer = (self.base, self.said)
            self.base, self.said = next((r for r in reversed(self.readings) if r.rule != "role_of_all"), self.readings[-1]).traits, NOTHING
        words = self.text[segment.start : segment.end]
        if any("among" in t.tags for t in segment.tokens) and _AMONG.search(_ASIDE.sub("", words)) and self.readings and segment.depth == 0:
            whole = self._whole()
            self.base = enumerations.both_counted(self, segment) or (whole.traits.without("role") if whole.measure == "units" else whole.traits)
            self.filed = whole.measure == "filed"
            self.said = self.said.without("instrument", "body", "role", "unit")
            self.lasting = self.base if words.strip() in ("其中", "这其中") or segment.mark == ":" else self.lasting
        elif words.startswith("其中") and not self.readings and self.context.whole is not None:
            self.base = self.lasting = self.context.whole
        if words.startswith("其中") and not self.readings:
            self.filed = next((r.measure for r in reversed(self.context.before) if r.measure in ("received", "filed")), "") == "filed"
        if words.startswith("其中") and not self.readings and self.context.period_before:
            self.said = self.said.over(Traits(period=self.context.period_before))  # 1-8月…; 其中, 工业项目投资完成率75.1%
        dated_from(self, segment)

    def _whole(self) -> Reading:
        present = [r for r in reversed(self.readings) if not r.depth and r.basis == "stated" and self.context.year_of(r.traits.year) is None]
        counted = [r for r in present if r.scale == "count" and r.measure != "units"]
        return next(iter((*counted, *present, *self.readings[::-1])))  # 满意率95.8%, 比2012年的92.5%有所上升; 其中…: of this year's

    def read_slot(self, segment: Segment, slot: Slot) -> list[Reading]:
        """Readings of one number; an explanation is noted where there are none."""
        quantity = slot.quantity
        if quantity.span.start >= self.intent:
            told = read_count(self, segment, slot) if quantity.unit == "件" and stands_already(self.text, self.start, quantity.span.start) else ""
            known = {(r.category, r.value) for r in (*self.context.readings, *self.readings) if r.measure == "outcome"}
            fresh = [r for r in told if (r.category, r.value) not in known] if not isinstance(told, str) and _tells_outcome(told) else []
            return fresh or self._explain(slot, "target")
        if _AIM.search(self.text, quantity.end, segment.end):
            return self._explain(slot, "target")
        if quantity.ordinal:
            found: list[Reading] | str = read_rank(self, segment, slot)
        elif quantity.unit == "%":
            found = read_percent(self, segment, slot)
        else:
            found = read_count(self, segment, slot)
            if self.problems and not (_RESORTED.search(self.text, self.start, self.end) and _tells_outcome(found)):
                found = "problems"
        if isinstance(found, str):
            self.unfinished = self.unfinished or found == "unfinished"
            self.carried_over = self.carried_over or found == "carried_over"
            return self._explain(slot, found)
        if self.unfinished and found and self._of_what_is_left(found):
            return self._explain(slot, "unfinished")
        if self.carried_over and found and all(r.measure in ("completed", "answered") for r in found):
            return self._explain(slot, "carried_over")  # 上年结转的5件已办结3件
        if self.foreign and any(t.tags.keys() & {"instrument", "role", "agent"} for t in segment.tokens):
            self.foreign = False
        if self.foreign and found and not any(reading.own.instrument for reading in found):
            return self._explain(slot, "other_stream")
        return found

    def _of_what_is_left(self, found: list[Reading]) -> bool:
        """尚有7件未办结, 涉及区住建局(3件); 去年的28件中尚有4件未办结, 今年已办结3件: of those left over, or done of them since."""
        earlier = any(self.context.year_of(r.traits.year) is not None for r in self.readings)
        since = earlier and all(r.measure in ("completed", "answered") for r in found)
        return since or all(r.measure == "received" and r.rule in ("noun", "unit_count") for r in found)

    def _explain(self, slot: Slot, reason: str) -> list[Reading]:
        if reason == "other_stream" and not self.readings and not self.context.local:
            self.foreign = self.foreign or any(_FOREIGN.search(t.word) for t in (*slot.left, *slot.right) if "other" in t.tags)
        self.steps.append(Step(slot.quantity.span.start, slot.quantity.end, self.text[slot.start : slot.end], "" if reason == "no_word" else f"-{reason}"))
        return []

    def _settle(self, segment: Segment, slot: Slot | None, reading: Reading) -> None:
        """Complete a reading from its surroundings and let it speak for what follows."""
        reading.depth, reading.sentence = segment.depth, (self.start, self.end)
        self.context.refer(self, segment, slot, reading)
        own = shared_roles.of_new_group(self, reading, self._narrow(reading))
        listed = self.readings[-1] if self.readings and self.readings[-1].start >= segment.start else None
        if own.unit and listed and listed.own.unit and listed.own.role and not own.role and slot and not segment.depth and listed.depth == 0 and "、" in self.text[listed.end : slot.start + 1]:
            own = reading.own = own.over(Traits(role=listed.own.role))  # 县住建局主办63件、县交通局44件
        if listed and listed.own.year and not own.year and slot and NEXT_STREAM.fullmatch(self.text, listed.end, slot.quantity.span.start):
            own = own.over(Traits(year=listed.own.year))  # 较上年的议案1件、建议79件
        if slot and not own.year:
            moved = moved_from(self, slot)
            self.undated += [reading] if moved is None else []
            own = reading.own = own.over(moved or NOTHING)
        said, base, paragraph = scopes_of(self, segment, reading, own)
        reading.child = self.base is not None
        reading.scopes = (said, base, paragraph)
        reading.traits = own.over(said, base, paragraph, Traits(unit="" if of_several(self, reading) else self.unit))
        if reading.measure not in ("satisfaction", "satisfaction_rate"):
            reading.traits = reading.traits.without("object", *(() if reading.measure in ("outcome", "outcome_share") else ("round",)))
        if reading.rule == "none_dissatisfied":
            rates = [r.traits for r in self.readings if r.measure in ("satisfaction", "satisfaction_rate") and not self.context.year_of(r.traits.year)]
            near = [r.traits for r in self.readings if r.measure == "satisfaction" and r.start >= self.clause_start(segment)]
            rates = near or rates
            reading.traits = common(rates).over(Traits(instrument=own.instrument)) if rates else reading.traits
        self.context.finish(self, segment, slot, reading)
        if reading.measure in ("outcome", "outcome_share") and (self.context.year_of(reading.traits.year) is not None or not (own.round or said.round or base.round)):
            reading.traits = reading.traits.without("round")  # of earlier years' items handled on, or told of the opinions before
        self.readings.append(reading)
        self._spread(segment, slot, reading, own)
        self.steps.append(Step(reading.start, reading.end, self.text[segment.start : segment.end], reading.rule, own, reading.traits))

    def _narrow(self, reading: Reading) -> Traits:
        own = reading.own
        if reading.measure in ("units", "key"):
            own = own.without("unit")
        if reading.measure not in ("satisfaction", "satisfaction_rate"):
            own = own.without("object", *(() if reading.measure in ("outcome", "outcome_share") else ("round",)))
        return own

    def _spread(self, segment: Segment, slot: Slot | None, reading: Reading, own: Traits) -> None:
        """What later numbers of the sentence inherit from this one."""
        if reading.basis == "implied" and reading.measure != "on_time_rate":
            if reading.rule == "all_done" and own.instrument == "combined":
                self.said = self.said.without("instrument")  # 5件建议和9件提案均已办结, 满意率100%: of both
                self.said = Traits(instrument="combined").over(self.said)
            return
        sticky = own.without("role", "year", "month", "part", "period", "unit")
        if (
            slot is not None
            and own.role
            and (reading.again or reading.measure not in ("received", "units", "key") or shared_roles.names_group(self, slot))
        ):
            sticky = sticky.over(Traits(role=own.role))
        if own.body and own.role and not own.instrument and reading.traits.instrument == "combined":
            sticky = Traits(instrument="combined").over(sticky)  # 省级主办件办结率100%, 满意率99%
        if own.unit:
            sticky = sticky.over(Traits(unit=own.unit))
        if slot is not None and _ASIDE_STREAM.match(self.text, slot.quantity.end):
            sticky = sticky.without("instrument")  # 分办3件(均为提案), 会办35件
        if reading.rule == "raised" or own.part:
            sticky = sticky.without("unit")
        self.said = sticky.over(self.said)

    def clause_start(self, segment: Segment) -> int:
        place = self.segments.index(segment)
        while place and self.segments[place].mark not in (";", ":"):
            place -= 1
        return self.segments[place].start

    def _wait(self, segment: Segment, found: list[Reading]) -> None:
        rates = [t for t in segment.tokens if "rate" in t.tags]
        behind = [t for t in rates if segment.slots and t.start >= segment.slots[-1].quantity.end]
        if len(behind) > 1 and all(r.scale != "percent" for r in found):
            self.waiting = behind  # 13件主办件的见面率、答复率、满意率, 实现“三个100%”
        elif rates and not found and not segment.slots:
            self.waiting = [*self.waiting, *rates] if segment.mark in ("、", ",") else rates
        elif rates and not found and all("百分点" in slot.quantity.unit for slot in segment.slots):
            self.waiting = rates  # 办结率提高2.3个百分点, 达到99.2%
        elif segment.slots:
            self.waiting = []
        run = [t for t in segment.tokens if "outcome" in t.tags or "letter" in t.tags]
        self.last_run = run if run and not found else []


def _tells_outcome(found: list[Reading] | str) -> bool:
    """Among shortcomings only a class that is named outright is a figure: B类建议14件, 已解决8件."""
    return not isinstance(found, str) and bool(found) and all(r.measure == "outcome" for r in found)
