"""The types that pass between the stages. Frozen, hashable, without behaviour beyond their own consistency."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Half-open interval of characters in `Document.text`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, note or table cell of a document.

    `kind`: "title" | "heading" | "paragraph" | "cell" | "note". `place` is for people: 第3段, 第2页, 表2第4行第3列.
    `table`, `row`, `column` count from 0 and are -1 outside tables; a merged cell stands once, at its first row and column,
    and `row_span`, `column_span` tell how far it reaches.
    """

    kind: str
    span: Span
    place: str
    table: int = -1
    row: int = -1
    column: int = -1
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file as read. `text` is never edited afterwards: every span of every later stage counts in it.

    `id` is the sha256 of the bytes in hex, `name` the file's name with its ending, `format` one of READERS' keys
    (txt, html, docx, pdf, xlsx, csv, …), `reader` the name of the reader with its version. Blocks do not overlap and come in order.
    """

    id: str
    name: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    reader: str

    def __hash__(self) -> int:
        """By `id` alone: what a stage works out of a document is kept by it, and the blocks are many."""
        return hash(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a report says of itself: whose it is, of which year, about what. Empty string or None where it does not say.

    `level` is set only where the whole report is about one stream of one body (区政协提案 → county); `instrument` only where it is
    about one instrument. `region_level`, `kind`: as in data/published/reports.csv. `evidence` maps a field's name to the span it came from.
    `doubts` are the signs (handling/confidence) that another region or body was named nearly as well.
    """

    title: str = ""
    publisher: str = ""
    unit: str = ""
    region: str = ""
    within: str = ""
    region_level: str = ""
    kind: str = ""
    year: int | None = None
    month: int | None = None
    published: str = ""
    instrument: str = ""
    level: str = ""
    evidence: tuple[tuple[str, Span], ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One figure as the text says it, before unit, region, year and level are settled.

    `unit` and `body` hold the report's own words ("" = the reporter; 区住建局; 市, 州, 省 for the raising body's level).
    `number` covers the digits (or, for an implied figure, the words that imply it), `evidence` the sentence or table row.
    `signs` are what speaks for or against the reading (role:paragraph: the role was said in the paragraph only; see handling/confidence),
    `reason` a doubt in words, where a rule has one.
    """

    measure: str
    value: float
    scale: str
    number: Span
    evidence: Span
    rule: str
    basis: str = "stated"
    category: str = ""
    qualifier: str = ""
    part: bool = False
    label: str = ""
    instrument: str = ""
    body: str = ""
    level: str = ""
    role: str = ""
    unit: str = ""
    year: int | None = None
    month: int | None = None
    period: str = ""
    signs: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One normalised row: the columns of docs/domain.md, and where it was read.

    `value` is in the unit of `scale`: "count" (items), "percent" (0–100 and above), "rank" (1 = first).
    `number` and `evidence` are None only for shipped figures, whose text is not here. `forms`: how many opinion forms came back, where that is
    told beside a figure of satisfaction; no figure of its own, but a rate may be over them.
    """

    report: str
    unit: str
    region: str
    within: str
    year: int | None
    month: int | None
    period: str
    instrument: str
    level: str
    role: str
    measure: str
    category: str
    qualifier: str
    part: bool
    label: str
    value: float
    scale: str
    basis: str
    number: Span | None
    evidence: Span | None
    rule: str
    confidence: float = 1.0
    reason: str = ""
    forms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A single proposal or suggestion that a report names. `span` covers the title (else the number). `proposers` joined by 、."""

    report: str
    number: str
    title: str
    proposers: str
    instrument: str
    key: bool
    topic: str
    span: Span | None
    subtopic: str = ""
    topic_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something a person should look at. The sentence that people read comes from words, by `kind` and `facts`.

    `severity`: "error" | "warning" | "unsure" (the numbers may be misread) | "note". `facts` are name/value pairs; `spans` the places in
    the text; `figures` the positions of the figures concerned in the report's tuple of figures.
    """

    report: str
    kind: str
    severity: str
    facts: tuple[tuple[str, str], ...] = ()
    spans: tuple[Span, ...] = ()
    figures: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The head of one report as stored and as shipped (data/published/reports.csv)."""

    report: str
    title: str
    publisher: str
    region: str
    within: str
    region_level: str
    kind: str
    year: int | None
    published: str
    url: str = ""
    source_checked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read from one document."""

    document: Document
    report: Report
    figures: tuple[Figure, ...]
    items: tuple[Item, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What part of the warehouse is asked about. An empty tuple means all; a tuple, what is wanted.

    `years` is (first, last) or empty. `regions` holds region_id of any level: a province means all that lies in it.
    The others hold the ids of the warehouse: unit_id, instrument, level, role, topic, unit_kind, bureau_kind.
    """

    years: tuple[int, ...] = ()
    regions: tuple[str, ...] = ()
    unit_kinds: tuple[str, ...] = ()
    bureau_kinds: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


class ReadingError(ValueError):
    """A file that cannot be read. `str()` is one sentence for a person: file, reason, remedy."""

    def __init__(self, name: str, reason: str, remedy: str, code: str = "unreadable") -> None:
        self.name, self.reason, self.remedy, self.code = name, reason, remedy, code
        super().__init__(f"{name}：{reason}。{remedy}。")
