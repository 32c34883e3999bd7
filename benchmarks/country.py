"""A made-up country of any size, for the benchmarks. Seeded: the same size gives the same reports.

Every bureau of every county reports every year, in one report: how many items it received, as lead and joint unit, how they ended, how
satisfied the proposers were, which topics. Counties and bureaus have their real names, their numbers are invented. Sizes are skewed like
real ones (a few large units, many small), and one report in five leaves its satisfaction unsaid.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy

from handling.audit import audit
from handling.model import Figure, Report
from handling.store.rows import Entry
from handling.vocabulary import places

SEED = 20260101
YEARS = 20
LAST_YEAR = 2025
BUREAUS = ("发展和改革局", "教育局", "财政局", "民政局", "司法局", "公安局", "人力资源和社会保障局", "自然资源局", "生态环境局", "住房和城乡建设局",
           "交通运输局", "水利局", "农业农村局", "商务局", "文化和旅游局", "卫生健康局", "应急管理局", "审计局", "市场监督管理局", "统计局",
           "医疗保障局", "城市管理局", "林业局", "体育局", "信访局", "工业和信息化局", "科学技术局", "退役军人事务局", "国资委", "行政审批局",
           "气象局", "税务局", "残联", "供销社", "乡村振兴局", "地方志办公室", "机关事务局", "数据局", "供电公司", "消防救援大队")
# measure, category, role, the report's own word, scale; values come from `_values` in this order
FIGURES = (
    ("received", "", "", "", "count"), ("received", "", "lead", "", "count"), ("received", "", "joint", "", "count"),
    ("outcome", "adopted", "", "A类", "count"), ("outcome", "planned", "", "B类", "count"), ("outcome", "deferred", "", "C类", "count"),
    ("outcome_share", "adopted", "", "", "percent"),
    ("satisfaction", "satisfied", "", "满意", "count"), ("satisfaction_rate", "satisfied_or_basic", "", "", "percent"),
    ("topic", "economy", "", "经济建设", "count"), ("topic", "livelihood", "", "民生", "count"),
    ("topic", "construction", "", "城乡建设", "count"), ("topic", "environment", "", "生态环境", "count"),
    ("completion_rate", "", "", "", "percent"),
)  # fmt: skip
ROWS_A_COUNTY = len(BUREAUS) * YEARS * (len(FIGURES) - 0.4)


def entries(figures: int) -> Iterator[Entry]:
    """Reports with about `figures` figures in all, audited as a build audits them: the counties one after the other, spread over the country."""
    random = numpy.random.default_rng(SEED)
    counties = [region for region in places.region_rows() if region.level == "county"]
    names = {region.id: region.full_name for region in places.region_rows()}
    wanted = max(1, round(figures / ROWS_A_COUNTY))
    for number in range(wanted):
        county = counties[number * len(counties) // wanted % len(counties)]
        for order, bureau in enumerate(BUREAUS):
            size = max(1.0, random.lognormal(2.6, 1.0))
            for year in range(LAST_YEAR - YEARS + 1, LAST_YEAR + 1):
                report = _report(f"{number}-{order}-{year}", county, names.get(county.prefecture_id) or names[county.province_id], bureau, year)
                made = _figures(report, county.name + bureau, ("proposal", "suggestion")[order % 2], size, random)
                yield Entry(report=report, figures=made, items=(), findings=audit(report, made), origin="published")


def _report(name: str, county: places.Region, within: str, bureau: str, year: int) -> Report:
    return Report(
        report=name, title=f"{county.name}{bureau}{year}年办理情况", publisher=county.name + bureau, region=county.name, within=within,
        region_level="county", kind="bureau", year=year, published=f"{year}-12-01", source_checked=True,
    )  # fmt: skip


def _figures(report: Report, unit: str, instrument: str, size: float, random: numpy.random.Generator) -> tuple[Figure, ...]:
    received = max(1, int(size * random.uniform(0.8, 1.25)))
    values = _values(received, random)
    unsaid = random.uniform() < 0.2
    return tuple(
        Figure(
            report=report.report, unit=unit, region=report.region, within=report.within, year=report.year, month=None, period="",
            instrument=instrument, level="county", role=role, measure=measure, category=category, qualifier="", part=False, label=label,
            value=value, scale=scale, basis="stated", number=None, evidence=None, rule="synthetic",
        )
        for (measure, category, role, label, scale), value in zip(FIGURES, values, strict=True)
        if not (unsaid and measure.startswith("satisfaction"))
    )  # fmt: skip


def _values(received: int, random: numpy.random.Generator) -> list[float]:
    """A value for each of FIGURES: parts that add up to the whole, and shares of it."""
    lead, adopted, satisfied = (int(part) for part in random.binomial(received, (0.7, 0.65, 0.92)))
    planned = int(random.binomial(received - adopted, 0.7))
    topics = [int(part) for part in random.multinomial(received, (0.3, 0.25, 0.2, 0.25))]
    share = round(100 * adopted / received, 1)
    counts = (received, lead, received - lead, adopted, planned, received - adopted - planned, share, satisfied, 100.0, *topics, 100.0)
    return [float(count) for count in counts]
