"""Reports, as read or as shipped, to the tables of the warehouse."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

import pyarrow as pa

from handling import derive
from handling.model import Document, Figure, Finding, Item, Report
from handling.store import beside, rates, records, samples
from handling.store.dimensions import Dimensions, RegionRow
from handling.vocabulary import classes

_CHUNK = 20_000  # rows that are kept as Python objects before they become columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One report with all that belongs to it. `document` is None where the text is not here; `imported_at` is local time."""

    report: Report
    figures: tuple[Figure, ...]
    items: tuple[Item, ...]
    findings: tuple[Finding, ...]
    origin: str
    document: Document | None = None
    imported_at: datetime | None = None
    file_name: str = ""


class _Columns:
    """Rows of one table, gathered by column and turned into Arrow in chunks, so that a large build stays small in memory."""

    def __init__(self, names: str) -> None:
        self.names = names.split()
        self.rows: list[tuple[object, ...]] = []
        self.batches: list[pa.Table] = []

    def add(self, *values: object) -> None:
        self.rows.append(values)
        if len(self.rows) >= _CHUNK:
            self._flush()

    def _flush(self) -> None:
        columns = zip(*self.rows, strict=True) if self.rows else ([] for _ in self.names)
        self.batches.append(pa.table({name: _short(pa.array(column)) for name, column in zip(self.names, columns, strict=True)}))
        self.rows = []

    def table(self) -> pa.Table:
        if self.rows or not self.batches:
            self._flush()
        return pa.concat_tables(self.batches, promote_options="permissive")


def _short(column: pa.Array) -> pa.Array:
    """Texts as numbers into a list of them: nearly all words of figures and rates are the same few."""
    return column.dictionary_encode() if pa.types.is_string(column.type) else column


class Tables:
    """Fills the tables of queries/schema/1_tables.sql, one entry after the other."""

    def __init__(self) -> None:
        self.dimensions = Dimensions()
        self._figure_ids: dict[str, list[str]] = {}
        where = "region_id prefecture_id province_id"
        self.columns = {
            "report": _Columns(f"report_id title publisher {where} kind year published url source_checked origin document_id imported_at "
                               "file_name is_sample"),
            "document": _Columns("document_id name format reader text blocks"),
            "figure": _Columns(f"figure_id report_id unit_id {where} year month period instrument level role measure category qualifier part "
                               "label value scale basis number_start number_end sentence_start sentence_end rule confidence reason position"),
            "item": _Columns(f"item_id report_id unit_id {where} year number title proposers instrument is_key topic subtopic topic_words "
                             "span_start span_end"),
            "finding": _Columns("finding_id report_id kind severity facts spans figure_ids"),
            "rate": _Columns(rates.COLUMNS),
            "crosswalk": _Columns(beside.PLACING),
            "derived_count": _Columns(beside.DERIVED_COUNT),
            "conflict": _Columns(beside.CONFLICT),
        }  # fmt: skip
        self._rates = rates.Rates()
        self._labels: set[tuple[str, str]] = set()

    def add(self, entry: Entry) -> None:
        """Add one report with its document, figures, items and findings."""
        made_up = samples.is_sample(entry.report.title, entry.file_name)
        if made_up:
            report, figures = samples.marked(entry.report, entry.figures)
            entry = replace(entry, report=report, figures=figures)
        report = entry.report
        region = self.dimensions.region(report.region, report.within, report.region_level)
        self.columns["report"].add(
            report.report, report.title, report.publisher, *_place(region), report.kind, report.year, report.published, report.url,
            report.source_checked, entry.origin, entry.document.id if entry.document else None, entry.imported_at, entry.file_name,
            made_up,
        )  # fmt: skip
        if entry.document:
            document = entry.document
            blocks = records.blocks_json(document)
            self.columns["document"].add(document.id, document.name, document.format, document.reader, document.text, blocks)
        ids = records.figure_ids(entry.figures)
        self._figure_ids[report.report] = ids
        unknown, units = self._add_figures(entry, ids, region)
        for row in beside.derived_counts(report, entry.figures, ids, units):
            self.columns["derived_count"].add(*row)
        self._labels.update((f.label, f.category) for f in entry.figures if f.measure in ("outcome", "outcome_share"))
        self._add_items(entry, region)
        self.add_findings((*entry.findings, *unknown))
        made = derive.rates(report, entry.figures, entry.findings)
        self._rates.add(report, samples.set_apart(made) if made_up else made, entry.figures, ids, lambda rate: self._unit_and_place(rate, report, region))

    def _unit_and_place(self, rate: derive.Rate, report: Report, own: RegionRow) -> rates.Place:
        region = self._region_of(rate, report, own)
        return self.dimensions.unit(rate.unit, region).unit_id, *_place(region)

    def _region_of(self, figure: Figure | derive.Rate, report: Report, own: RegionRow) -> RegionRow:
        if (figure.region, figure.within) == (report.region, report.within) or not figure.region:
            return own
        if figure.within:
            return self.dimensions.region(figure.region, figure.within)
        # A report names the places inside its own region without saying where they lie.
        known = self.dimensions.known_region(figure.region, report.region) or self.dimensions.known_region(figure.region)
        return self.dimensions.region(figure.region, "" if known and not known.prefecture_id else report.region)

    def _add_figures(self, entry: Entry, ids: list[str], own: RegionRow) -> tuple[list[Finding], list[str]]:
        """Adds the figures; gives what is unknown of their regions, and the unit of each."""
        units: list[str] = []
        unknown = set() if own.known or not own.region_name else {own.region_label}
        for position, (figure_id, f) in enumerate(zip(ids, entry.figures, strict=True)):
            region = self._region_of(f, entry.report, own)
            if not region.known and region.region_name:
                unknown.add(region.region_label)
            number = (f.number.start, f.number.end) if f.number else (None, None)
            sentence = (f.evidence.start, f.evidence.end) if f.evidence else (None, None)
            units.append(self.dimensions.unit(f.unit, region).unit_id)
            self.columns["figure"].add(
                figure_id, f.report, units[-1], *_place(region), f.year, f.month, f.period,
                f.instrument, f.level, f.role, f.measure, f.category, f.qualifier, f.part, f.label, f.value, f.scale, f.basis,
                *number, *sentence, f.rule, f.confidence, f.reason, position,
            )  # fmt: skip
        found = [
            Finding(report=entry.report.report, kind="unknown_region", severity="note", facts=(("region", label),))
            for label in sorted(unknown)
        ]
        return found, units

    def _add_items(self, entry: Entry, region: RegionRow) -> None:
        report = entry.report
        owners = [f.unit for f in entry.figures if f.region == report.region] or [report.publisher]
        unit_id = self.dimensions.unit(max(sorted(set(owners)), key=owners.count), region).unit_id
        for item_id, i in zip(records.item_ids(entry.items), entry.items, strict=True):
            span = (i.span.start, i.span.end) if i.span else (None, None)
            self.columns["item"].add(
                item_id, i.report, unit_id, *_place(region), report.year, i.number, i.title, i.proposers, i.instrument, i.key, i.topic,
                i.subtopic, i.topic_words, *span,
            )  # fmt: skip

    def add_findings(self, findings: Iterable[Finding]) -> None:
        """Add findings about reports that were added before; positions count in the figures of each finding's own report."""
        findings = list(findings)
        for finding_id, f in zip(records.finding_ids(findings), findings, strict=True):
            ids = self._figure_ids[f.report]
            spans = [[span.start, span.end] for span in f.spans]
            facts = json.dumps(dict(f.facts), ensure_ascii=False)
            figures = json.dumps([ids[position] for position in f.figures])
            self.columns["finding"].add(finding_id, f.report, f.kind, f.severity, facts, json.dumps(spans), figures)

    def add_conflicts(self, reports: Sequence[Report], told: Sequence[tuple[Figure, int]]) -> None:
        """Add what reports state differently: figures, each with its position in its report."""
        for row in beside.conflicts(reports, [(self._figure_ids[figure.report][position], figure) for figure, position in told]):
            self.columns["conflict"].add(*row)

    def finish(self, meta: dict[str, str]) -> dict[str, pa.Table]:
        """All tables, with the regions and units met, the vocabulary and `meta` (name and value)."""
        for row in self._rates.rows():
            self.columns["rate"].add(*row)
        for row in beside.placings(self._labels):
            self.columns["crosswalk"].add(*row)
        made = {name: columns.table() for name, columns in self.columns.items()}
        regions = [{k: v for k, v in asdict(row).items() if k != "known"} for row in self.dimensions.region_rows()]
        made["region"] = pa.Table.from_pylist(regions)
        made["report"] = _numbered(made["report"], {row["region_id"]: row["sort_key"] for row in regions})
        made["unit"] = pa.Table.from_pylist([asdict(row) for row in self.dimensions.unit_rows()])
        made["vocabulary"] = pa.Table.from_pylist([asdict(name) for name in classes.names()])
        made["meta"] = pa.table({"key": list(meta), "value": list(meta.values())})
        return made


def _numbered(reports: pa.Table, sort_keys: dict[str, str]) -> pa.Table:
    """The reports with their place in lists: imports first, then by year from the newest, region and id."""
    rows = list(zip(*(reports.column(name).to_pylist() for name in ("origin", "year", "region_id", "report_id")), strict=True))
    order = sorted(range(len(rows)), key=lambda at: (
        rows[at][0] != "imported", rows[at][1] is None, -(rows[at][1] or 0), sort_keys.get(rows[at][2], ""), rows[at][3],
    ))  # fmt: skip
    places = [0] * len(rows)
    for place, at in enumerate(order):
        places[at] = place
    return reports.append_column("report_no", pa.array(places, pa.int32()))


def _place(region: RegionRow) -> tuple[str, str, str]:
    return region.region_id, region.prefecture_id, region.province_id
