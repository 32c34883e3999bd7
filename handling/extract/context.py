"""What is known while a document is read: its head, its letters, its groups of items, the scope of the present paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from handling.extract import adjacency
from handling.extract.clauses import Segment, Slot
from handling.extract.cuts import cut_off
from handling.extract.dating import period_of
from handling.extract.headers import headed
from handling.extract.intents import stands_already
from handling.extract.known_groups import known_by_number
from handling.extract.lexicon import Token
from handling.extract.outcomes import Letters
from handling.extract.scope import NOTHING, Reading, Traits, common
from handling.extract.shared_roles import of_both
from handling.extract.whose import opens, raised_elsewhere, whose
from handling.extract.years import LAST, NOW, THIS
from handling.model import Head
from handling.vocabulary.patterns import searching
from handling.vocabulary.units import find_units

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

_KEY_WORK = re.compile(r"重点项目|重大项目|民生实事|工程项目|重点工程|投资完成|开工率|年度投资|建设项目|技改项目|重点工作|竣工|改造项目|项目")
_BESIDES = re.compile(r"此外|另外|除此之外|另有|另[,收承办还]|同时,?还[承办收]")
_AS_LEAD = re.compile(r"作为[\u4e00-\u9fff]{0,4}主办单位|(?<![\u4e00-\u9fff])(?:其中)?(?:由?我[局委办厅院校])?牵头的$")
_YEAR_BEHIND = re.compile(r"\((20\d\d)年度?\)")  # 55.6%(2021年)、63.6%(2022年)
_THESE = re.compile(r"(?:这|上述|以上|该)(\d+)件")  # 2015年主办18件。这18件里…
_STILL_MORE = re.compile(r"(?:还|也|又|另外?|同时|同期|当年|今年)+$")
_UNIT_MEANT = re.compile(r"该([局委办厅院县市区镇乡中])[^,。;]{0,6}(?:承办|办理|主办|受理|收到)")
_RAISED_ANEW = re.compile(r"今年[^,;。]{0,10}(?:提出|新提|收到|交办|承办)(?:了)?(?:代表|人大)?(?:建议|提案)")
_HANDED = re.compile(r"(?:提案|建议)?(?:分别)?交(?:由|给)?([省市县区州旗](?:人民)?(?:政府系统|政府|法院|检察院|委有关部门)|[\u4e00-\u9fff]{2,12}?局)(?=[、,;]|办理|承办|$)")
_REVIEWED = searching(
    r"(去年|上年度?|20\d\d年度?)[^,;。]{0,16}(?:[B乙]类|列入计划)[^,;。]{0,6}(?:件|建议|提案)[^。]{0,12}(?:复查|回头看|跟踪|再梳理|清理|重新|续办|再办理|再次办理)"
)
_DOING = {"承办", "承办了", "办理", "办理了", "承接", "受理", "承担"}
ITEM_WORDS = ("条", "份", "项", "宗", "封")
STREAMS = ("proposal", "suggestion", "combined", "motion")


@dataclass(slots=True)
class Context:
    """State of reading one document; the fields below `paragraph` are of the present paragraph only."""

    head: Head
    stream: str
    letters: Letters = field(default_factory=Letters)
    item_word: str = ""  # the word that the first count of the stream was counted in
    groups: list[Reading] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    received: bool = False
    section: str = ""
    label: str = ""
    paragraph: Traits = NOTHING
    whole: Traits | None = None
    before: list[Reading] = field(default_factory=list)
    earlier: list[Reading] = field(default_factory=list)  # those of the paragraph before
    axis: list[Traits] = field(default_factory=list)
    resorted: str = ""
    resorted_group: Traits = NOTHING  # role and body of those classes
    period: str = ""
    whole_period: str = ""
    section_period: str = ""  # the years that the heading above names: 五年来提案工作的基本情况
    term: str = ""
    topics_about: bool = False
    period_before: str = ""  # the months that the sentence before told of, where a bulletin goes on with 其中
    year_before: str = ""  # the earlier year that the sentence before was about
    office: str = ""  # whose paragraph it is
    unit: str = ""  # whose items the sentence before told of
    present: int | None = None  # 今年 of a report that follows up an earlier year's items months later
    looks_back: bool = False  # a report of the next year's first weeks: its 去年 is the year that it is about

    @property
    def local(self) -> bool:
        """A bulletin tells its figures region by region."""
        return self.head.kind in ("bulletin", "hotline") or self.stream in ("hotline", "key_work")

    @property
    def key_work(self) -> bool:
        """Projects and their completion are figures here."""
        return self.head.kind == "bulletin" or self.stream == "key_work"

    def counts_items(self, word: str) -> bool:
        """Whether a counting word counts items here: 件, and the one that the report itself counts its stream in (收到建议97条)."""
        return word == "件" or (word == self.item_word and word in ITEM_WORDS)

    def ahead(self, token: Token) -> bool:
        """Whether a sentence opens with a year after the report's own."""
        year = token.tags.get("year", "")
        return bool(self.head.year and year.isdigit() and int(year) > self.head.year)

    def new_paragraph(self, section: str = "", label: str = "", opening: str = "") -> None:
        """Forget what holds for one paragraph only. `opening` is its first sentence."""
        self.section, self.label = section, label
        self.office = opens(self.head.kind, opening, label)
        years = period_of(label, self.head.year)
        self.section_period = years if years[4:5] == "/" else ""
        if self.head.kind in ("bulletin", "hotline"):
            self.stream = _stream_of_section(label) or self.stream
        self.earlier = self.before or self.earlier
        self.paragraph, self.whole, self.before, self.axis, self.resorted, self.resorted_group, self.unit = NOTHING, None, [], [], "", NOTHING, ""
        self.year_before = ""
        self.paragraph = headed(opening, self.stream) or headed(label, self.stream) or NOTHING

    def year_of(self, said: str) -> int | None:
        """The calendar year of "2021", "-1" or "0"; None for the report's own year."""
        if not said:
            return None
        if said in THIS:
            return self.present if said == NOW else None
        if said == LAST and self.looks_back:
            return None
        if said.startswith("-"):
            return self.head.year + int(said) if self.head.year else None
        return None if self.head.year == int(said) else int(said)

    def refer(self, reader: SentenceReader, segment: Segment, slot: Slot | None, reading: Reading) -> None:
        """Complete a reading's own traits: the unit that does, the group that a repeated count means, the cut it is."""
        own = reading.own
        if slot is None:
            if not own.unit and (named := whose(reader, reading.measure, reading.start, own)):
                reading.own = own.over(Traits(unit=named))
            return
        if behind := _YEAR_BEHIND.match(reader.text, slot.quantity.end):
            own = Traits(year=behind[1]).over(own)
        if reading.measure in ("received", "filed") and not self.item_word and not self.received:
            self.item_word = slot.quantity.unit
        if reading.measure in ("answered", "completed") and reading.rule == "verb_before" and not own.unit and not reading.depth and self.head.kind != "bureau":
            done = next((t for t in reversed(slot.left) if t.tags.get("verb") in ("answered", "completed")), None)
            words = adjacency.unit_words(reader.text, slot.start, done.start) if done else ""
            theirs = self.head.kind in ("cppcc", "congress") or not re.search(r"系统$|^[省市县区州旗]?(?:人民)?政府$", words)
            own = own.over(Traits(unit=words)) if words and theirs else own
        if reading.measure == "received" and not own.unit and reading.rule != "raised" and reading.depth == 0:
            doing = adjacency.doing_unit(reader.text, slot.start, slot.end)
            verb = next((t for t in reversed(slot.left) if t.tags.get("verb") == "received"), None)
            named = ""
            if verb and (word := verb.word.removeprefix("系统")) in _DOING:
                end = slot.start + len(_STILL_MORE.sub("", reader.text[slot.start : verb.end - len(word)]))
                named = adjacency.unit_words(reader.text, slot.start, end) or adjacency.place_words(reader.text, slot.start, verb.start)
            role = next((t for t in reversed(slot.left) if t.tags.get("role") in ("lead", "joint")), None)
            if not doing and not named and role is not None and self.head.kind != "bureau":
                doing = adjacency.unit_words(reader.text, slot.start, role.start)  # 市教育局主办63件
            handed = _HANDED.match(reader.text, slot.quantity.end, segment.end)
            doing = doing or (handed[1] if handed else "") or self._unit_meant(reader, slot)
            doing = (named if named and (doing or self.head.kind != "bureau") else "") or doing
            if _AS_LEAD.search(reader.text, slot.start, slot.quantity.span.start):
                own = own.over(Traits(role="lead"))
            own = own.over(Traits(unit=doing)) if doing and self.head.kind != "bureau" else own
        own = known_by_number(self, reader, slot, reading, own)
        classed = reading.measure in ("outcome", "outcome_share", "satisfaction", "answered", "completed")
        if self.year_before and classed and not own.year and not reader.said.year and reader.text.startswith("其中", reader.start):
            own = own.over(Traits(year=self.year_before))
        if reading.measure == "outcome" and not own.year and (these := _THESE.match(reader.text, reader.start)):
            meant = next((told.traits for told in reversed(self.readings) if told.measure == "received" and told.value == float(these[1])), NOTHING)
            own = own.over(Traits(year=meant.year, body=meant.body, role=meant.role)) if self.year_of(meant.year) else own
        if reading.measure == "outcome" and not own.role and stands_already(reader.text, reader.start, reading.start):
            before = [r.traits for r in self.readings if (r.measure, r.category, r.value) == ("outcome", reading.category, reading.value)]
            own = own.over(*before[-1:])  # 对列为B类的6件跟踪落实: those counted before
        if not own.unit and self.year_of(own.year) is None and (named := whose(reader, reading.measure, slot.quantity.span.start, own)):
            own = own.over(Traits(unit=named))
        reading.own = cut_off(self, reader, slot, reading, own)

    def _unit_meant(self, reader: SentenceReader, slot: Slot) -> str:
        """该局, 该县 after a unit was named: the last one before it in the sentence."""
        text, place = reader.text, slot.quantity.span.start
        meant = _UNIT_MEANT.search(text, reader.start, place)
        units = [words for span, words in find_units(text[reader.start : place]) if words.endswith(meant[1])] if meant else []
        return units[-1] if units else ""

    def finish(self, reader: SentenceReader, segment: Segment, slot: Slot | None, reading: Reading) -> None:
        """Settle stream and looking-back once the traits are inherited."""
        traits = of_both(reader, reading)
        if reading.own.year and not reading.own.period and traits.period:
            traits = traits.without("period")  # 五年共846件, 其中2021年179件: that year alone
            traits = Traits(period="year").over(traits) if self.year_of(traits.year) is None else traits
        words = reader.text[reader.start : reader.end]
        if reading.measure in ("rank", "start_rate", "investment_rate"):
            traits = Traits(instrument="key_work").over(traits.without("body", "role", "instrument"))
            reading.label = reading.label if reading.measure == "rank" else _project(reader.text, segment, slot, self)
        elif self.head.kind == "cppcc" and reading.measure == "filed" and not reading.own.instrument and traits.instrument == "combined":
            traits = traits._replace(instrument="proposal")  # a CPPCC files nothing else
        elif not traits.instrument:
            traits = Traits(
                instrument=self.stream if self.stream in (*STREAMS, "hotline") else "combined" if self.stream == "" else self.stream
            ).over(traits)
        if (
            reading.measure in ("completion_rate", "received", "completed")
            and traits.instrument in ("key_work", self.stream)
            and self.key_work
            and _KEY_WORK.search(words)
            and not re.search(r"工单|热线|诉求|提案|建议", words)
        ):
            traits = Traits(instrument="key_work").over(traits.without("body", "role", "instrument"))
            reading.label = _project(reader.text, segment, slot, self)
        if self.resorted and _RAISED_ANEW.search(words) and reading.measure == "received" and self.year_of(traits.year) is None:
            self.resorted = ""  # 去年答复为B类的28件, 今年已办成19件. 今年代表新提建议113件, 其中…
        if self.resorted and reading.measure == "completed" and reading.rule == "verb_before" and not traits.unit and traits.instrument in STREAMS:
            reading.measure, reading.category = "outcome", "adopted"  # 2024年答复为B类的63件, 今年续办完成47件
        if traits.instrument == "key_work" and reading.measure == "outcome":
            reading.measure, reading.category = "completed", ""
        if traits.instrument == "hotline":
            traits = traits.without("role")
            traits = traits.without("body") if reading.rule == "channel" and not reading.own.body else traits
            near = reader.text[segment.start : segment.end] if slot is not None else words
            traits = traits if traits.part or re.search(r"督办|转派|平台(?!共|累计|[本当全]月|受理|收到|接到)|交办", near) else traits.without("body")
        if self.year_of(traits.year) is None:
            # A year named in a report on several years is that year alone.
            of_years = self.section_period or (self.whole_period and "-" not in self.whole_period)  # 今年上半年 in a report on the first half of the year is that half
            traits = (traits.over(Traits(period="year")) if of_years and traits.year else traits).without("year")
            traits = traits.over(Traits(period=self.period or self.section_period))
        elif self.period and "同期" in words:
            traits = traits.over(Traits(period=self.period))
        reading.traits = traits
        if reading.rule.startswith("class_"):
            return  # A类件由2023年的18件增加到24件: each of its own year
        if reading.measure == "outcome" and self.year_of(traits.year) is not None and _compares(self, reader, reading):
            return  # 今年A类84件, 去年A类71件
        if reading.measure == "outcome" and self.year_of(traits.year) is not None:
            self.resorted = traits.year
            reader.classes_about = True
        elif reading.measure == "outcome" and self.resorted and not traits.year:
            reading.traits = traits.over(Traits(year=self.resorted))
        if self.resorted and reading.measure == "outcome":
            self.resorted_group = Traits(body=reading.own.body, role=reading.own.role).over(self.resorted_group)
            base = Traits(role=reader.base.role) if reader.base is not None else NOTHING
            told = Traits(body=reading.own.body or reader.said.body, role=reading.own.role or reader.said.role).over(base, self.resorted_group)
            reading.traits = told.over(reading.traits.without("body", "role"))

    def announced(self, text: str, start: int, end: int) -> None:
        """A sentence without a count may say that an earlier year's classes follow: 对2017年度区级B类件进行了复查."""
        if reviewed := _REVIEWED.search(text, start, end):
            self.resorted = re.sub(r"\D", "", reviewed[1]) or "-1"

    def pass_over(self) -> None:
        """Forget, at the end of a sentence, what holds for the next one only."""
        self.axis, self.topics_about = [], False

    def close(self, reader: SentenceReader) -> None:
        """After a sentence: hand its group on to the next one, note its totals."""
        raised_elsewhere(self, reader)
        self.pass_over()
        self.before = [*self.before, *reader.readings][-12:]
        year = common([r.traits for r in reader.readings]).year
        self.year_before = year if self.year_of(year) is not None else ""
        self.period_before = common([r.traits for r in reader.readings]).period if self.local else ""
        self.readings += reader.readings
        self.topics_about = any(r.measure == "topic" for r in reader.readings)
        main = [
            r for r in reader.readings if r.depth == 0
            and r.measure not in ("units", "key", "topic", "topic_share")
            and not r.child
            and not r.rule.endswith("elsewhere")
            and not (r.basis == "implied" and r.own.role == "joint")  # 会办件均按时送出意见 says nothing of what follows
            and not r.traits.part
            and self.year_of(r.traits.year) is None
            and (r.traits.instrument != "key_work" or self.key_work)  # 开工率97.8% in a bureau's own report says nothing of the next sentence
        ]
        for reading in reader.readings:
            if reading.measure == "received" and self.year_of(reading.traits.year) is None:
                if not self.received and self.head.month is None and reading.traits.period[:1] in ("0", "1"):
                    self.period = reading.traits.period  # 今年1-9月累计承办…: so is all that the report tells from here on
                self.groups.append(reading)
                self.received = self.received or not reading.traits.part
        beside = _BESIDES.match(reader.text, reader.start, reader.end) and self.paragraph != NOTHING
        if not main or self.resorted or beside:
            return
        self.unit = common([r.traits for r in main]).unit
        kept = common([r.traits for r in main]).without("year", "month", "period", "unit", "part", "role")
        done = [r.traits for r in main if r.measure != "received"]
        self.paragraph = Traits(role=common(done).role if done else reader.said.role).over(kept)
        if main[0].measure == "received":
            self.whole = kept


def _compares(context: Context, reader: SentenceReader, reading: Reading) -> bool:
    """Whether a class of an earlier year stands beside the same class of this year."""
    this_year = [r for r in reader.readings if r.measure == "outcome" and r.traits.year == "" and r.end <= reading.start]
    return not context.resorted and bool(this_year) and this_year[-1].category == reading.category and bool(reading.own.year or reader.said.year)


_SECTION_STREAMS = (("hotline", r"热线|12345|诉求|工单"), ("combined", r"建议.*提案|提案.*建议"), ("proposal", r"提案"),
                    ("suggestion", r"(?:代表|人大|议案)[^,]{0,4}建议|建议(?:议案|办理)"), ("key_work", r"重[点大](?:工作|项目|工程)|民生实事"))  # fmt: skip


def _stream_of_section(label: str) -> str:
    """The stream that a section's heading names in a bulletin on several; "" where it names none."""
    return next((stream for stream, words in _SECTION_STREAMS if re.search(words, label)), "") if len(label) < 20 else ""


_PROJECT = re.compile(r"(?:\d{1,9}(?:[个项]|大)?)?([\u4e00-\u9fff]{0,14}(?:项目|工程|实事|类))")


def _project(text: str, segment: Segment, slot: Slot | None, context: Context) -> str:
    found = _PROJECT.findall(text[max(0, segment.start - 60) : slot.quantity.span.start if slot else segment.end])
    return found[-1].removeprefix("件").removeprefix("个") if found else context.label
