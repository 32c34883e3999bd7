"""Where: the region whose handling a report tells, by title, heading, signature and text, in that order of trust.

Other regions are named in passing: helped, visited, above, below, or first. What the report calls itself (我县, 全区, 州政府) tells which
kind of region is meant; an unknown name of the right form is a region as well.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from handling.extract.heading import Heading
from handling.model import Span
from handling.vocabulary import places
from handling.vocabulary.patterns import searching

_SELF = searching(
    r"(?:我|全|本)(?P<own>自治区|[省市县区州旗盟])(?!域|属|级机关|国|镇化)"
    r"|(?P<bare>自治区|自治州|自治县|[省市县区州旗盟])"
    r"(?=人民政府|政府|政协|人大|第?[一二三四五六七八九十]+届|两会|委[、,\s]|委办|委书记|直[各部机单]|级领导)"
)
_RAISED = re.compile(r"政协|人大|第?[一二三四五六七八九十]+届")
_OWN_OFFICE = re.compile(r"(?:^|年度?|于|[、,:])([省市县区州旗])(?=[\u4e00-\u9fff]{1,12}(?:局|厅|委|办|热线|12345))")
_OFFICE = re.compile(
    r"人民政府|政府|政协|人大|人民代表大会|委(?!员|托)|党委|第?[一二三四五六七八九十]+届|系统|教育|住|发|工|农|水|交|卫|民政|财政|公安|司法|人力|自然|生态"
    r"|文化|商务|应急|市场|审计|统计|医|城|林|数据|行政审批|信访|科"
    r"|(?:[\u4e00-\u9fff]{1,4}(?:镇|乡|街道)|[\u4e00-\u9fff]{2,10}(?:局|厅|[大支总]队|医院|[中小]学|公司|检察院|联合会))(?![\u4e00-\u9fff]?[员长])"
)
_PASSING = re.compile(
    r"赴|前往|(?<![收接])到[^,。]{0,4}$|考察|学习|借鉴|对口|帮扶|支援|支持|援助|协作|对接|结对|兄弟|来自|提请|邀请|组团|参观|招商|先后到|外出|赶赴|签约|联合"
)
_HELP = re.compile(r"^[^,。;]{0,14}(?:对口|帮扶|支援|援助|协作|提请|考察|学习|结对|等地|等兄弟|经验|做法)")
_PRESS = re.compile(
    r"(?:今日|中国)?([\u4e00-\u9fff]{2,5}?)(?:日报|晚报|晨报|早报|时报|新闻|都市报|广播|电视|融媒|信息港|在线|网|发布|年鉴)"
    r"|今日([\u4e00-\u9fff]{2,5})$"
)
_LOCAL_PAPER = re.compile(r"(?!人民|光明|经济|农民|法治|工人|青年|新华|中国|本)([\u4e00-\u9fff]{2,4}?)(?:日报|晚报|晨报|早报|时报|周报|报)")
_PRESS_LINE = re.compile(r"^(?:本报讯)?(?:中国)?[\u4e00-\u9fff]{2,5}(?:日报|晚报|晨报|早报|时报|都市报|网)(?:\d+月\d+日)?(?:讯|记者|\(|消息|$)")
_DATELINE = re.compile(r"^\d{1,2}月\d{1,2}日(?:电|讯|消息|\()")
_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")  # whose 市 is provincial
_OPENING_NAME = re.compile(r"(?:中共)?((?!关于|全|[省市县区州旗](?:政府|政协|人大|委))[\u4e00-\u9fff]{2,5}[市县区旗])(?=人民政府|政府|人民代表大会|人大常委会|人大|政协)")
_CHAMBER = re.compile(r"(?:中国人民)?(?:政治协商会议|政协)(?:第[一二三四五六七八九十]+届|(?=[\u4e00-\u9fff]{2,5}盟委员会))(?P<name>[\u4e00-\u9fff]{1,9}?[省市县区州旗盟])委员会")
_STEM_OFFICE = re.compile(r"([\u4e00-\u9fff]{2,3}?)(?:政协|人大|政府网|日报|融媒|时讯|新闻)(?!委员|代表)")
_HEARSAY = 0.5
_FIRST_WORDS, _RAISED_ITEMS = 0.5, re.compile("政协提案|政协委员|人大代表")  # 打通县人大代表建议办理最后一公里, but also 那茶县政协提案工作综述
_RIVAL, _FAINT = 0.35, 6.0  # of 110 heads read wrong in one way or another, those above and below held most
_SUFFIX_OF = {"自治区": "区", "自治州": "州", "自治县": "县"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A region as the report names it. `within` is set where the name alone means several places."""

    name: str = ""
    within: str = ""
    level: str = ""
    span: Span | None = None
    doubt: str = ""  # region:contested or region:faint


class _Votes:
    """Points for every region named, with where it was named best."""

    def __init__(self) -> None:
        self.points: defaultdict[str, float] = defaultdict(float)
        self.best: dict[str, tuple[float, Span, str]] = {}
        self.above: Counter[str] = Counter()
        self.over: dict[str, str] = {}  # 棹歌市 → 漱玉州, where one was written before the other

    def add(self, words: str, points: float, span: Span) -> None:
        """Points for the last region of a chain; what stands above it is remembered."""
        name, above = last_name(words)
        known = places.resolve(name)
        if known is not None and known.name[:-1] == name:
            name = known.name
        self.points[name] += points
        if above:
            self.above[above] += 1
            self.over[name] = above
        if points > self.best.get(name, (0.0, span, ""))[0]:
            self.best[name] = (points, span, words)


def last_name(chain: str) -> tuple[str, str]:
    """济南市章丘区 → (章丘区, 济南市), 岭北州青禾县 → (青禾县, 岭北州); a name that is no chain → (name, "")."""
    if places.is_name(chain):
        return chain, ""
    for cut in range(len(chain) - 2, 1, -1):
        head, rest = chain[:cut], chain[cut:]
        if not (places.ends_as_region(head) and places.ends_as_region(rest)):
            continue
        if rest[0] in "省市县区州旗盟" and places.resolve(head + rest[0]):
            continue
        if len(rest) >= 3 or places.resolve(rest, head):
            return rest, head
    return chain, ""


def own_letter(heading: Heading) -> tuple[str, dict[str, float]]:
    """The kind of region that the report calls its own (县, 区, 州 …), and the counts behind it."""
    votes: defaultdict[str, float] = defaultdict(float)
    for line, weight in [(heading.words, 4.0)] + [(line.words, 1.0) for line in heading.body if line.words != heading.addressee]:
        for match in _SELF.finditer(line):
            if match["own"]:
                votes[_SUFFIX_OF.get(match["own"], match["own"])] += 2 * weight
            elif not places.name_ending(line, match.end("bare")):
                # What was raised at an upper level says nothing of the reporter: 市人大代表建议 is handled in counties as well.
                raised = _RAISED.match(line, match.end("bare"))
                votes[_SUFFIX_OF.get(match["bare"], match["bare"])] += weight * (0.7 if raised else 1.2)
    for line, weight in [(heading.words, 4.0), *((line.words, 2.0) for line in heading.sources)]:
        for match in _OWN_OFFICE.finditer(line):
            votes[match[1]] += weight
    return (max(votes, key=lambda letter: votes[letter]) if votes else ""), votes


def locate(heading: Heading) -> Place:
    """The report's region; an empty Place where the text names none."""
    letter, letters = own_letter(heading)
    votes = _Votes()
    _title_votes(heading, votes)
    _frame_votes(heading, votes, letter)
    _press_votes(heading, votes, letter)
    _text_votes(heading, votes, letter)
    if not votes.best or (letter and not any(_fits(name, letter) for name in votes.points) and max(votes.points.values()) < 12):
        hidden = _hidden(heading, letter, votes)
        if hidden:
            return hidden
    if letter == "省" and not any(_fits(name, letter) for name in votes.points) and max(votes.points.values(), default=12.0) < 12:
        province = _province_of(votes)
        if province:
            return province
    scored = {name: points * _weight(name, letter, letters) for name, points in votes.points.items()}
    if not scored or max(scored.values()) <= 0:
        return Place()
    name = max(scored, key=lambda one: scored[one])
    named_shortly = name[-1] == letter and len(name) > 2 and any(name[:-1] in line for line in (heading.words, *(line.words for line in (*heading.below, *heading.sources))))
    own = named_shortly or (letter in ("县", "旗") and name.endswith(letter))  # 漓浦:代表建议…, 漓浦日报
    if votes.points[name] < _HEARSAY and not own and places.resolve(name) is None and not places.meanings(name):
        return Place()  # words of the form of a name, said once and of nobody's office: 东北黑土区, 临时停车区
    place, (first, *others) = _placed(name, votes), sorted(scored.items(), key=lambda item: -item[1])
    rival = max((points for other, points in others if not name.endswith(other) and not other.endswith(name)), default=0.0)
    return replace(place, doubt="region:contested" if rival > _RIVAL * first[1] else "region:faint" if first[1] < _FAINT else "")


def _fits(name: str, letter: str) -> bool:
    return name.endswith(letter) or (letter == "区" and name.endswith("自治区")) or (letter == "盟" and name.endswith("盟"))


def _weight(name: str, letter: str, letters: dict[str, float]) -> float:
    if not letter:
        return 1.0
    if _fits(name, letter):
        return 3.0
    total = sum(letters.values())
    return 0.5 + letters.get(name[-1], 0) / total


def _title_votes(heading: Heading, votes: _Votes) -> None:
    for span, known, words in places.regions_in(heading.words):
        before = heading.words[: span.start]
        points = 6.0 if _PASSING.search(before[-6:]) else 24.0
        if known is None and not before and not places.meanings(words) and _RAISED_ITEMS.match(heading.words, span.end):
            points = _FIRST_WORDS
        if heading.title_span:
            votes.add(words, points if not votes.points else points * 0.8, heading.title_span)
    if (chamber := _CHAMBER.match(heading.words)) and heading.title_span:
        votes.add(chamber["name"], 24.0, heading.title_span)  # 政协第九届和源县委员会: whatever its first character may mean elsewhere
    opening = _OPENING_NAME.match(heading.words)
    if opening and heading.title_span and not places.is_said_of(opening[1]) and not any(span.end == opening.end(1) for span, _, _ in places.regions_in(heading.words)):
        votes.add(opening[1], _FIRST_WORDS if _RAISED_ITEMS.match(heading.words, opening.end(1)) else 24.0, heading.title_span)  # 那茶县人民政府关于…: whatever its first character may mean elsewhere
    if not votes.points and heading.title_span:
        for name in places.bare_names_in(heading.words):
            votes.add(name, 10.0, heading.title_span)


def _frame_votes(heading: Heading, votes: _Votes, letter: str) -> None:
    for line in heading.notes:
        for span, _, words in places.regions_in(line.words):
            if re.match(r"人民政府|政府|信息|门户|网|[\u4e00-\u9fff]{2,14}(?:门户)?网|[\u4e00-\u9fff]{2,14}版权所有", line.words[span.end :]):
                votes.add(words, 6.0, line.span)  # 柳源县人民政府网 发布日期…
    for line in (*heading.below, *heading.signature, *heading.sources):
        stem = _STEM_OFFICE.match(line.words)
        if stem and letter and stem[1][-1] != letter and not places.regions_in(line.words) and not places.meanings(stem[1]):
            votes.add(stem[1] + letter, 6.0, line.span)  # 榆川政协, where the text tells of 县政协
    for lines, points in ((heading.signature, 20.0), (heading.below, 12.0), (heading.sources, 10.0)):
        for line in lines:
            for _, _, words in places.regions_in(line.words):
                votes.add(words, points, line.span)


def _press_votes(heading: Heading, votes: _Votes, letter: str) -> None:
    """A local paper or channel names its region without the last letter: 潍坊晚报, 今日宁乡, 宝应日报."""
    told = [line for line in heading.body[:2] + heading.body[-3:] if _PRESS_LINE.match(line.words)]
    for line in [*heading.sources, *told]:
        match = _PRESS.match(line.words)
        found = [one for one in places.meanings(match[1] or match[2]) if _fits(one.name, letter)] if match and letter else []
        if len(found) == 1:
            votes.add(found[0].name, 6.0, line.span)
    paper = next((named for line in heading.sources if (named := _LOCAL_PAPER.fullmatch(line.words))), None)
    if paper and letter in tuple("县区市旗") and not votes.points and heading.title_span:
        votes.add(paper[1] + letter, _HEARSAY, heading.title_span)  # 碧梧报, in a text of 区政府 that names no place


def _text_votes(heading: Heading, votes: _Votes, letter: str) -> None:
    for number, line in enumerate(heading.body):
        if line.words == heading.addressee:
            # A report goes up or across: the office addressed lies in the region itself or above it.
            for _, _, words in places.regions_in(line.words):
                votes.add(words, 3.0 if letter and _fits(words, letter) else 0.5, line.span)
            continue
        for span, known, words in places.regions_in(line.words):
            before, after = line.words[max(0, span.start - 10) : span.start], line.words[span.end : span.end + 20]
            points = 0.6
            if _OFFICE.match(after) or (before.endswith("政协") and after.startswith("委员会")):
                points = 3.0 if known is not None or places.meanings(words) else 2.0
            elif before.endswith(("我", "本")) or not before or before[-1] in ",。;:":
                points = 1.2
            elif known is None and not places.meanings(words):
                points = 0.3
            if _PASSING.search(before) or _HELP.match(after) or _DATELINE.match(after):
                points = 0.1
            votes.add(words, points * (1.3 if number < 4 else 1.0), line.span)


def _province_of(votes: _Votes) -> Place | None:
    """全省, 省政府系统 in a text that never names the province: the one that holds most of the places that it names."""
    inside: Counter[str] = Counter()
    for name in votes.points:
        known = places.resolve(name)
        if known is not None and known.province_id:
            inside[known.province_id] += 1
    best = inside.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    region = places.region(best[0][0])
    return Place(name=region.name, level=region.level)


def _hidden(heading: Heading, letter: str, votes: _Votes) -> Place | None:
    """A known region named without its letter and only in passing (全椒玩具产业园), in a province that the text names."""
    text = "。".join(line.words for line in [*heading.notes, *heading.body])
    named = [found.id for name in votes.points if (found := places.resolve(name)) is not None]
    named += [found.id for found in (places.resolve(name) for name in places.provinces_in(text)) if found]
    inside = Counter(one.id for _, one in places.stems_in(text, letter) if {one.province_id, one.prefecture_id, one.id} & set(named))
    best = inside.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    region = places.region(best[0][0])
    stem = places.stem_of(region)
    place = next((line for line in heading.body if stem in line.words), None)
    return Place(name=region.name, level=region.level, span=place.span if place else None)


def _placed(name: str, votes: _Votes) -> Place:
    span = votes.best[name][1]
    known = places.resolve(name)
    written_under = [above for above in _MUNICIPALITIES if above in votes.above]  # 重庆市云溪区 is not the 云溪区 of another province
    elsewhere = known is not None and len(written_under) == 1 and places.resolve(name, written_under[0]) is None and known.name != written_under[0]
    if known is not None and re.search(r"自治[区州县旗]$", name):
        name = known.name
    if known is not None and not elsewhere:
        return Place(name=name, level=known.level, span=span)
    if elsewhere or not places.meanings(name):
        named = [above for above in _MUNICIPALITIES if above in votes.above or above in votes.points]
        city = named[0] if len(named) == 1 and name.endswith(("区", "县")) else ""
        under = name.endswith("市") and votes.over.get(name, "").endswith(("州", "盟", "市", "地区"))
        return Place(name=name, within=city, level="county" if under else "", span=span)
    uppers = votes.above + Counter(other for other in votes.points if other != name)
    for above, _ in uppers.most_common():
        inside = places.resolve(name, above)
        if inside is not None:
            upper = places.region(inside.prefecture_id or inside.province_id)
            return Place(name=name, within=upper.name, level=inside.level, span=span)
    levels = {region.level for region in places.meanings(name)}
    return Place(name=name, level=levels.pop() if len(levels) == 1 else "", span=span)
