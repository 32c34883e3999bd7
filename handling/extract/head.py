"""What a report says of itself: whose it is, where, of which year, about what. Each field with the place that said it."""

from __future__ import annotations

import re
from dataclasses import replace

from handling.extract import dating
from handling.extract.heading import Heading, read_heading
from handling.extract.locality import Place, locate
from handling.extract.organisations import INSTITUTION
from handling.extract.region_level import level_by_name
from handling.extract.reporter import Reporter, report_on
from handling.extract.streams import instrument_of, level_of_report
from handling.extract.text import fold
from handling.model import Document, Head, Span
from handling.vocabulary.places import regions_in
from handling.vocabulary.units import canonical_unit, split_region, unit_kind

NATION = "全国"
_MUNICIPALITY = re.compile(r"([\u4e00-\u9fff]{2,4}市)(?:是|为|系|作为)(?:我国|中央)?(?:的)?直辖市|直辖市([\u4e00-\u9fff]{2,4}市)|([\u4e00-\u9fff]{2,4}市)\(直辖市\)")


def read_head(document: Document) -> Head:
    """The head of a report. Unit and region are simplified; the title stays as printed. What the text does not say stays empty.

    The file's name is used for nothing but a year that the text never gives.
    """
    folded = fold(document.text)
    heading = read_heading(document, folded)
    reporter = report_on(heading)
    place = locate(heading)
    if _is_national(heading, reporter):
        place = Place(name=NATION, level="national", span=heading.title_span)
    if not place.name and unit_kind(reporter.words) == "town":
        place = Place(name=re.sub(r"(?:人民政府|政府|办事处|办)$", "", reporter.words), level="township", span=reporter.span)
    if not place.name and reporter.kind == "bureau" and (zone := split_region(reporter.words)[0]).endswith("开发区"):
        place = Place(name=zone, span=reporter.span)
    if not place.name and reporter.kind == "bureau" and (named := regions_in(reporter.words)):
        place = Place(name=named[0][2], span=reporter.span)  # 国网青禾县供电公司, the one place that names the region
    if not place.within and place.name.endswith(("区", "县")) and (city := _MUNICIPALITY.search(folded)):
        place = replace(place, within=city[1] or city[2] or city[3])
    level = place.level or level_by_name(place.name, [re.sub(r"\s", "", fold(document.text.replace("\t", ",")))])
    day, day_span = dating.published(heading)
    monthly = reporter.kind in ("hotline", "bulletin")
    year, year_span = dating.handled_year(heading, day, document.name, monthly)
    month, month_span = dating.month_of(heading) if monthly else (None, None)
    unit = unit_of(reporter, place.name)
    spans = {"title": heading.title_span, "unit": reporter.span or place.span, "region": place.span, "year": year_span or day_span,
             "month": month_span, "published": day_span, "kind": reporter.span}  # fmt: skip
    return Head(
        title=heading.title, publisher=_publisher(reporter, unit, place.name), unit=unit, region=place.name, within=place.within, region_level=level,
        kind=reporter.kind, year=year, month=month, published=day, instrument=instrument_of(heading, reporter.kind),
        level=level_of_report(heading, place.name, place.within, level, reporter.kind), evidence=_evidence(spans), doubts=tuple(sign for sign, holds in ((place.doubt, place.doubt), ("kind:contested", reporter.contested)) if holds),
    )  # fmt: skip


def unit_of(reporter: Reporter, region: str) -> str:
    """The canonical name of the unit whose handling is told."""
    if reporter.kind == "bureau" and not reporter.words:
        return ""
    if reporter.words.startswith(("共青团", "国家税务总局")):
        return canonical_unit(reporter.words, region)
    if reporter.kind == "bureau" and _own_name(reporter.words, region):
        return reporter.words
    if reporter.kind == "bureau" and region and reporter.words.startswith(region) and reporter.words.endswith(("区管委会", "区管理委员会")):
        return reporter.words.replace("管委会", "管理委员会")
    if region.endswith(("镇", "乡", "街道", "苏木")):
        return canonical_unit(reporter.words, "")
    if reporter.kind == "bureau":
        return canonical_unit(split_region(reporter.words)[1], "" if region == NATION else region) if region else reporter.words
    if not region:
        return ""
    if reporter.kind == "cppcc":
        return f"政协{region}委员会"
    if reporter.kind == "congress":
        return f"{region}人民代表大会常务委员会"
    if region == NATION:
        return "国务院"
    if reporter.words.endswith(("管委会", "管理委员会")):
        zone = reporter.words.removesuffix("管委会").removesuffix("管理委员会")
        if region not in zone and len(region) > 2 and zone.startswith(region[:-1]):
            return f"{zone}管理委员会"  # 上和高新技术产业开发区管理委员会 in 上和市
        below = zone.partition(region)[2]
        return f"{region}{below}管理委员会"  # 江汊市高新技术产业开发区管理委员会, where the zone is no region of its own
    return f"{region}行政公署" if region.endswith(("盟", "地区")) else f"{region}人民政府"


def _own_name(words: str, region: str) -> bool:
    """国网青禾县供电公司, 雁城学院 in 雁城市: names that carry their place in them and get none put in front."""
    if region.endswith(("省", "自治区")) and words.endswith(("大学", "学院")):
        return True  # 赣东师范大学 in 江西省
    return words.startswith(("国网", "国家电网")) or bool(INSTITUTION.search(words) and len(region) > 2 and words.startswith(region[:-1]))


def _publisher(reporter: Reporter, unit: str, region: str) -> str:
    """The office that published it, with its region; the unit itself where the page names none."""
    words = reporter.publisher
    if not words:
        return unit
    short, body = split_region(words)
    return words if len(short) > 2 or not region else region + body


def _is_national(heading: Heading, reporter: Reporter) -> bool:
    """Whether it is a ministry's, the State Council's, the national CPPCC's or congress's own report."""
    if reporter.kind == "bureau":
        region, body = split_region(reporter.words)
        if re.match(r"国家税务总局.", body):
            return False
        ministry = body.endswith("部") and not body.endswith(("组织部", "宣传部", "统战部", "武装部", "工作部"))
        return not region and (ministry or body.startswith(("国家", "中国", "国管", "国务院")))
    opening = heading.words or "".join(line.words for line in heading.body[:1])[:40]
    return bool(re.search(r"^(?:20\d\d年|据新华社[^,。]{0,10}电)?(?:全国政协|全国人大|国务院|十[一二三四五六]?届全国)", opening))


def _evidence(spans: dict[str, Span | None]) -> tuple[tuple[str, Span], ...]:
    return tuple((name, span) for name, span in spans.items() if span is not None)
