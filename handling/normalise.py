"""Mentions → Figures: whose, where, when and at which level, with everything that a mention leaves unsaid taken from the head."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath

from handling.extract.dating import period_of
from handling.extract.text import fold
from handling.model import Document, Figure, Head, Mention, Report
from handling.vocabulary import places
from handling.vocabulary.levels import level_of_body
from handling.vocabulary.units import canonical_unit, find_units, split_region, unit_kind, written_unit

# Classes of these measures can share a value without being the same figure; their words tell them apart.
_LABELLED = frozenset(("topic", "topic_share", "rank", "start_rate", "investment_rate"))
Told = tuple[Figure, Mention]
# Groups of offices are no unit of their own: what they handled is told of the reporter's system.
_GROUP = re.compile(
    r"^各?(?:县市区|县区|区县|市县|县市|镇街|乡镇|镇乡|镇办|[省市县区州旗]直)"
    r"(?:[\u4e00-\u9fff、()]{0,12}(?:部门|单位|企业|政府|街道|机构))?$"
)
_PARTY = re.compile(r"^(?:中共)?(?:[\u4e00-\u9fff]{2,10})?[省市县区州旗盟]委(?=有关|各|部门|系统|及|直属|$)")
_ZONE = re.compile(
    r"(?:国家级|省级|市级)?(?:经济技术|经济|高新技术产业|高新技术|高新|工业|产业|化工|旅游|生态|现代农业|循环经济|临港|综合保税)*"
    r"(?:开发区|高新区|经开区|园区|工业园区|示范区|度假区|新区|管理区|保税区)"
)
_TOWN_HALL = re.compile(r"(?:本|全)?(?:镇|乡|街道|苏木)(?:党委|人民政府|政府|办事处|办|[、及和])*$")


def report_of(document: Document, head: Head) -> Report:
    """The head as it is stored; the id is the file's name without its ending, the title that of each year told apart."""
    return Report(
        report=PurePath(document.name).stem, title="；".join([head.title, *_other_years(document, head.title)]),
        publisher=head.publisher, region=head.region, within=head.within,
        region_level=head.region_level, kind=head.kind, year=head.year, published=head.published,
    )  # fmt: skip


def _other_years(document: Document, title: str) -> list[str]:
    """Titles of further sheets that are the title but for the year: 2023年度…统计表 and 2024年度…统计表 of one workbook."""
    headings = (block.span.of(document.text).strip() for block in document.blocks if block.kind in ("title", "heading"))
    bare = re.sub(r"\d", "", title)
    like = dict.fromkeys(words for words in headings if words != title and re.sub(r"\d", "", words) == bare and re.search(r"\d{4}", words))
    return list(like) if re.search(r"\d{4}", title) else []


def normalise(document: Document, head: Head, mentions: Iterable[Mention]) -> list[Told]:
    """One figure for every different statement with the mention that tells it, in the order of the text; what is said twice stands once."""
    report = PurePath(document.name).stem
    folded = fold(document.text)
    whole = period_of(re.sub(r"\s", "", fold(head.title)), head.year)
    told = [(_figure(report, folded, head, whole, mention), mention) for mention in mentions]
    once = sorted(_once(told), key=lambda one: (one[1].number.start, one[1].number.end))
    return [(replace(figure, label=_closed(figure.label)), mention) for figure, mention in once]


def _closed(label: str) -> str:
    """已解决的(A类 → 已解决的(A类): the words of a class end where its count begins, which may be before the bracket closes."""
    return label + {"(": ")", "（": "）"}[label[at]] if (at := max(map(label.rfind, "(（"))) > max(map(label.rfind, ")）")) else label


def _figure(report: str, folded: str, head: Head, whole: str, mention: Mention) -> Figure:
    unit, region = unit_and_region(_full_words(mention, folded), head)
    period = mention.period or ("" if mention.year or mention.month else whole)
    year = int(re.split("[/-]", period.rpartition("/")[2])[0]) if period else mention.year or head.year
    return Figure(
        report=report, unit=unit, region=region, within=head.within if region == head.region else _within(region, head), year=year,
        month=None if period else mention.month or head.month, period=period, instrument=mention.instrument or head.instrument,
        level=level_of(mention, head), role=mention.role, measure=mention.measure, category=mention.category, qualifier=mention.qualifier,
        part=mention.part, label=mention.label, value=mention.value, scale=mention.scale, basis=mention.basis, number=mention.number,
        evidence=mention.evidence, rule=mention.rule, reason=mention.reason,
    )  # fmt: skip


def _full_words(mention: Mention, folded: str) -> str:
    """The unit's words, completed where the mention holds the end of a name only (和城乡建设局 of 区住房和城乡建设局)."""
    words = "".join(fold(mention.unit).split())
    if not words or split_region(words)[0] or unit_kind(words) in ("government", "cppcc", "congress"):
        return words
    sentence = re.sub(r"\s", "", folded[mention.evidence.start : mention.evidence.end])
    longer = [found for _, found in find_units(sentence) if found.endswith(words) and len(found) > len(words) + 1]
    return longer[0] if longer else words


def unit_and_region(words: str, head: Head) -> tuple[str, str]:
    """The canonical unit and its region for a report's own words; empty words mean the reporter.

    A region alone (浣溪市, 东海县) is its government; 市法院 and 市委有关部门 are of the report's region.
    """
    if not words or (_TOWN_HALL.match(words) and unit_kind(head.unit) == "town"):
        return head.unit, head.region
    if "政府" in words and (words.endswith("系统") or re.search(r"政府(?:系统|部门|各部门|及[\u4e00-\u9fff]+)$", words)):
        words = re.sub(r"(?:系统|各?部门|及[\u4e00-\u9fff]+)$", "", words)
    if _GROUP.match(words):
        return head.unit, head.region
    place = _region_alone(words, head)
    if place:
        return f"{place}人民政府", place
    if _PARTY.match(words):
        own = "" if words.startswith("中共") else "中共"
        region, body = split_region(words.removeprefix("中共"))
        name = region if len(region) > 2 else head.region
        return f"{own or '中共'}{name}{body}", name
    if head.unit.endswith("管理委员会") and words.endswith(("管委会", "管理委员会")) and head.kind == "government":
        return head.unit, head.region  # the zone that reports, by a shorter name
    region = split_region(words)[0]
    if _ZONE.fullmatch(region):
        return f"{head.region}{words}", head.region  # 经济开发区管委会 lies in the reporter's region
    unit = written_unit(words, head.region)
    if len(region) > 2 and unit.startswith(region) and region != head.region and not _is_part(region, head):
        return unit, _last(region)
    return _as_reporter(unit, head), head.region


def _region_alone(words: str, head: Head) -> str:
    """The region that the words are nothing but: 望鹤区, 浣溪市, 东海 (in 连云港市); "" otherwise."""
    if words in ("全市", "全县", "全区", "全州", "全省", "全旗", "本市", "本县", "本级") or words == head.region:
        return head.region
    if len(words) > 2 and places.name_ending(words, len(words)) == words and not words.endswith("地区"):
        return words
    if 2 <= len(words) <= 4 and not find_units(words):
        inside = [one for one in places.meanings(words, head.region) if one.name != words] if head.region else []
        if len(inside) == 1:
            return inside[0].name
    return ""


def _is_part(region: str, head: Head) -> bool:
    """Whether the words before a body are the reporter's own region, alone or after the regions above it (济南市章丘区)."""
    return region.endswith(head.region) if head.region else False


def _last(region: str) -> str:
    known = places.resolve(region)
    return known.name if known is not None and region.endswith(known.name) else region


def _as_reporter(unit: str, head: Head) -> str:
    """The reporter under the name that the head gives it, where a text calls it by a shorter one (楚雄市发改局)."""
    if unit == head.unit or head.kind != "bureau" or not head.unit:
        return unit
    body = split_region(unit)[1]
    return head.unit if body and written_full(body, head) == head.unit else unit


def written_full(body: str, head: Head) -> str:
    """A body's full name with the report's region in front."""
    return canonical_unit(body, head.region)


def _within(region: str, head: Head) -> str:
    """What another region lies in, where its name alone means several: the report's own region or what that lies in."""
    if not region or places.resolve(region) is not None or not places.meanings(region):
        return ""
    for name in (head.region, head.within):
        if name and places.resolve(region, name) is not None:
            return name
    return ""


def level_of(mention: Mention, head: Head) -> str:
    """The level of the body that raised the items: said of the figure, else the report's own where it is about one body."""
    if mention.instrument == "key_work":
        return ""
    if mention.level:
        return mention.level
    if mention.body:
        return level_of_body("".join(fold(mention.body).split()), head.region, head.within, head.region_level)
    return "" if mention.instrument == "hotline" else head.level


def _once(told: list[Told]) -> list[Told]:
    kept: dict[tuple[object, ...], list[Told]] = {}
    for one in told:
        same = kept.setdefault(_statement(one[0]), [])
        for number, other in enumerate(same):
            if _said_again(one[0], other[0]):
                if _strength(one) > _strength(other):
                    same[number] = one
                break
        else:
            same.append(one)
    return [one for same in kept.values() for one in same]


def _statement(figure: Figure) -> tuple[object, ...]:
    """What a figure states, without its wording and its place."""
    return (
        figure.unit, figure.region, figure.year, figure.month, figure.period, figure.instrument, figure.level, figure.role, figure.measure,
        figure.category, figure.qualifier, figure.part, figure.scale, figure.value,
    )  # fmt: skip


def _said_again(figure: Figure, other: Figure) -> bool:
    """Two classes of one sentence, or two cuts, may have the same size: then the labels tell them apart."""
    if figure.number == other.number:
        return True
    if not figure.label or not other.label or figure.label == other.label:
        return figure.evidence != other.evidence or figure.label == other.label
    if figure.part or figure.measure in _LABELLED:
        return figure.label in other.label or other.label in figure.label
    return figure.evidence != other.evidence


def _strength(told: Told) -> tuple[bool, bool, bool, bool]:
    """Stated beats implied, sentences beat tables, then nothing doubtful, then a label where the other has none."""
    figure, mention = told
    return figure.basis == "stated", figure.rule != "table", not mention.reason, bool(figure.label)
