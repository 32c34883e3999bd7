"""A made-up country of any size in the warehouse's own tables, for the benchmarks. Seeded: the same size gives the same rows.

Every unit reports every year: how many items it received, as lead and joint unit, how they ended, how satisfied the proposers were, which
topics. Sizes are skewed like real ones (a few large units, many small), and one report in five leaves its satisfaction unsaid.
"""

from __future__ import annotations

import numpy
import pyarrow
import pyarrow.compute

SEED = 20260101
YEARS = 20
BUREAUS = ("发展和改革局", "教育局", "财政局", "民政局", "司法局", "公安局", "人力资源和社会保障局", "自然资源局", "生态环境局", "住房和城乡建设局",
           "交通运输局", "水利局", "农业农村局", "商务局", "文化和旅游局", "卫生健康局", "应急管理局", "审计局", "市场监督管理局", "统计局",
           "医疗保障局", "城市管理局", "林业局", "体育局", "信访局", "工业和信息化局", "科学技术局", "退役军人事务局", "国资委", "行政审批局",
           "气象局", "税务局", "残联", "供销社", "乡村振兴局", "地方志办公室", "机关事务局", "数据局", "供电公司", "消防救援大队")
# measure, category, role, share of the received items (None: the count itself), scale
FIGURES = (
    ("received", "", "", None, "count"), ("received", "", "lead", 0.7, "count"), ("received", "", "joint", 0.3, "count"),
    ("outcome", "adopted", "", 0.65, "count"), ("outcome", "planned", "", 0.25, "count"), ("outcome", "deferred", "", 0.1, "count"),
    ("outcome_share", "adopted", "", 0.65, "percent"), ("satisfaction", "satisfied", "", 0.92, "count"),
    ("satisfaction_rate", "satisfied_or_basic", "", 0.985, "percent"), ("topic", "economy", "", 0.3, "count"),
    ("topic", "livelihood", "", 0.25, "count"), ("topic", "construction", "", 0.2, "count"), ("completion_rate", "", "", 1.0, "percent"),
)
ROWS_A_COUNTY = len(BUREAUS) * YEARS * len(FIGURES)


def tables(figures: int) -> dict[str, pyarrow.Table]:
    """The warehouse's tables (see queries/schema) with about `figures` rows of figures."""
    counties = max(1, round(figures / ROWS_A_COUNTY))
    regions = _regions(counties)
    units = _units(regions)
    reports = _reports(units)
    return {"region": pyarrow.table(regions), "unit": pyarrow.table(units), "report": pyarrow.table(reports),
            "figure": _figures(reports, units)}


def _regions(counties: int) -> dict[str, list]:
    rows = []
    for number in range(counties):
        province, prefecture = 90 + number // 400 % 10, number // 20 % 20
        province_id, prefecture_id = f"{province}0000", f"{province}{prefecture + 1:02d}00"
        rows.append((f"{province}{prefecture + 1:02d}{number % 20 + 1:02d}", f"第{number}县", "county", prefecture_id, province_id))
    for prefecture_id, province_id in sorted({(row[3], row[4]) for row in rows}):
        rows.append((prefecture_id, f"第{prefecture_id}市", "prefectural", prefecture_id, province_id))
    for province_id in sorted({row[4] for row in rows}):
        rows.append((province_id, f"第{province_id}省", "provincial", "", province_id))
    ids, names, levels, prefectures, provinces = (list(column) for column in zip(*rows, strict=True))
    return {"region_id": ids, "region_name": names, "region_label": names, "full_name": names, "level": levels, "prefecture_id": prefectures,
            "province_id": provinces, "sort_key": ids, "initials": [""] * len(ids)}


def _units(regions: dict[str, list]) -> dict[str, list]:
    counties = [n for n, level in enumerate(regions["level"]) if level == "county"]
    where = [n for n in counties for _ in BUREAUS]
    names = [regions["region_name"][n] + bureau for n in counties for bureau in BUREAUS]
    return {"unit_id": [f"u{n:07d}" for n in range(len(names))], "unit_name": names, "unit_label": names, "short_name": names,
            "unit_kind": ["bureau"] * len(names), "bureau_kind": [f"kind{n % len(BUREAUS)}" for n in range(len(names))],
            "region_id": [regions["region_id"][n] for n in where], "prefecture_id": [regions["prefecture_id"][n] for n in where],
            "province_id": [regions["province_id"][n] for n in where], "initials": [""] * len(names)}


def _reports(units: dict[str, list]) -> dict[str, list]:
    count = len(units["unit_id"])
    years = [2025 - YEARS + 1 + n for _ in range(count) for n in range(YEARS)]

    def each(column: str) -> list:
        return [value for value in units[column] for _ in range(YEARS)]

    ids = [f"r{n:08d}" for n in range(count * YEARS)]
    return {"report_id": ids, "title": ids, "publisher": each("unit_name"), "region_id": each("region_id"),
            "prefecture_id": each("prefecture_id"), "province_id": each("province_id"), "kind": ["bureau"] * len(ids), "year": years,
            "published": [f"{year}-12-01" for year in years], "url": [""] * len(ids), "source_checked": [True] * len(ids),
            "origin": ["published"] * len(ids), "document_id": pyarrow.nulls(len(ids), pyarrow.string()),
            "imported_at": pyarrow.nulls(len(ids), pyarrow.timestamp("us")), "file_name": [""] * len(ids)}


def _figures(reports: dict[str, list], units: dict[str, list]) -> pyarrow.Table:
    random = numpy.random.default_rng(SEED)
    count, kinds = len(reports["report_id"]), len(FIGURES)
    received = numpy.repeat(numpy.maximum(1, random.lognormal(2.6, 1.0, len(units["unit_id"]))), YEARS) * random.uniform(0.8, 1.25, count)
    received = numpy.maximum(1, received.astype(int))
    values = numpy.empty((count, kinds))
    for n, (_, _, _, share, scale) in enumerate(FIGURES):
        if share is None:
            values[:, n] = received
        else:
            part = random.binomial(received, share)
            values[:, n] = part if scale == "count" else numpy.round(part / received * 100, 1)
    which = numpy.tile(numpy.arange(kinds), count)
    report = numpy.repeat(numpy.arange(count), kinds)
    kept = ~((random.uniform(size=count) < 0.2)[report] & numpy.isin(which, (7, 8)))
    which, report, values = which[kept], report[kept], values.reshape(-1)[kept]
    unit = report // YEARS

    def coded(texts: list, index: numpy.ndarray) -> pyarrow.Array:
        return pyarrow.DictionaryArray.from_arrays(pyarrow.array(index.astype("int32")), pyarrow.array(texts, pyarrow.string()))

    def constant(text: str) -> pyarrow.Array:
        return coded([text], numpy.zeros(len(which), "int32"))

    def nothing(kind: pyarrow.DataType) -> pyarrow.Array:
        return pyarrow.nulls(len(which), kind)

    serial = pyarrow.array(numpy.arange(len(which)))
    columns = {
        "figure_id": pyarrow.compute.cast(serial, pyarrow.string()), "report_id": coded(reports["report_id"], report),
        "unit_id": coded(units["unit_id"], unit), "region_id": coded(units["region_id"], unit),
        "prefecture_id": coded(units["prefecture_id"], unit), "province_id": coded(units["province_id"], unit),
        "year": pyarrow.array((2025 - YEARS + 1 + report % YEARS).astype("int16")), "month": nothing(pyarrow.int8()), "period": constant(""),
        "instrument": coded(["proposal", "suggestion"], unit % 2), "level": constant("county"),
        "role": coded([figure[2] for figure in FIGURES], which), "measure": coded([figure[0] for figure in FIGURES], which),
        "category": coded([figure[1] for figure in FIGURES], which), "qualifier": constant(""),
        "part": pyarrow.array(numpy.zeros(len(which), bool)), "label": constant(""), "value": pyarrow.array(values),
        "scale": coded([figure[4] for figure in FIGURES], which), "basis": constant("stated"), "number_start": nothing(pyarrow.int32()),
        "number_end": nothing(pyarrow.int32()), "sentence_start": nothing(pyarrow.int32()), "sentence_end": nothing(pyarrow.int32()),
        "rule": constant("synthetic"), "confidence": pyarrow.array(numpy.ones(len(which), "float32")), "reason": constant(""),
        "position": pyarrow.array(which.astype("int32")),
    }
    return pyarrow.table(columns)
