"""Who: which body a report speaks for. Title, signature, speaker, page furniture and the text's own 我局 are weighed against each other."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from handling.extract.heading import Heading, Line
from handling.extract.office_names import OWN_BUREAU, office_name
from handling.extract.organisations import GOVERNMENTS_OFFICE, INSTITUTION, doers, kind_of_body, speaks_as_town, zone_of
from handling.model import Span
from handling.vocabulary import places
from handling.vocabulary.units import bureau_kind, find_units, split_region, unit_kind

_SPEAKER = re.compile(
    r"^(?P<body>[\u4e00-\u9fff]{0,24}?(?:人民政府|政府|人大常委会[\u4e00-\u9fff]{0,16}|人民代表大会常务委员会[\u4e00-\u9fff]{0,16}|政协[\u4e00-\u9fff]{0,16}"
    r"|局|厅|委员会))(?:党组)?(?:副|常务副)?(?:[省市县区州旗盟]长|主任|主席|秘书长|局长|厅长|书记)"
)
_ENTRUSTED = re.compile(
    r"(?:受|代表)(?P<body>[\u4e00-\u9fff]{0,20}?(?:人民政府|政府|常委会|常务委员会|主任会议|主席会议|党组))(?:的)?(?:委托|,?向)"
)
_OF_GOVERNMENT = re.compile(r"政府(?:系统|高度重视|领导|班子|主要领导|常务会|(?<=[省市县区州旗]政府)|(?<=[省市县区州旗]人民政府))")
_TOLD = re.compile("了解到|获悉|统计|介绍|消息|透露|督查室|政府办")  # one of them stands wherever _HEARD is found
_TELLS = re.compile(r"(?P<body>政协提案委(?:员会)?|人大常委会(?:代表|人事)[\u4e00-\u9fff]{0,10}(?:工委|委员会))[^,。]{0,12}向(?:媒体|社会|记者|新闻界)[^,。]{0,4}(?:通报|介绍|发布)")
_HEARD = re.compile(
    r"(?:从|据|记者)(?P<body>[\u4e00-\u9fff]{1,20}?(?:政府办公[室厅]|政府办|督查室|督查办|人大常委会|人大|政协[\u4e00-\u9fff]{0,4}|局|委))"
    r"(?:了解到|获悉|统计|介绍|消息|透露)"
    r"|(?P<speaks>[\u4e00-\u9fff]{2,12}(?:督查室|政府办公室|政府办))(?:有关)?(?:负责人|同时|表示|介绍|指出)"
)
_CPPCC_OWN = re.compile(
    r"政协(?!委员(?!会))[^,。]{0,20}?(?:常务委员会|提案工作|(?:收到|征集|提出)[^,。]{0,6}提案"
    r"|[^,。]{0,14}提案(?:全部|已|均|基本)?(?:办复|办结|办理完毕|100|工作|审查|占比)|五年|今年收到|20\d\d年提案)"
    r"|政协(?:20\d\d年)?提案办理基本情况"
)
_CONGRESS_OWN = re.compile(
    r"人大常委会|人民代表大会常务委员会|人大代表工作|全国人大|督[办促][^,。]{0,16}(?:代表)?建议"
    r"|人大[^,。]{0,12}会议(?:以来)?[,:\s]?[^,。]{0,8}(?:收到|\d+件)|人民代表大会.{0,12}统计表"
)
_LEADING_OFFICE = re.compile(
    r"(?:关于)?(?:20\d\d年度?)?([\u4e00-\u9fff]{2,26}?(?:局|厅|委员会|委|办公室|中心|支队|大队|公司|集团|医院|大学|学院|[中小]学|联社|海关|协会))"
    r"(?=20\d\d|关于|办理|承办|落实|人大|政协|建议|提案|议案|代表|召开|全面|认真|圆满|高质量|完成|$)"
)
_LEADING_TOWN = re.compile(r"([\u4e00-\u9fff]{2,5}(?:镇|乡|街道))(?=:|[扎认积多深精全高]|20\d\d|召开|办理|关于)")
_OWN_STREET = re.compile(r"([\u4e00-\u9fff]{2,16}?(?:街道办事处|[镇乡]人民政府))")
_ITS_OFFICE = re.compile(r"(?<=[局厅])(?:办公室|政务公开办公室|宣传科)$")  # a bureau's own office publishes for it
_HOTLINE = re.compile(r"热线|12345|公开电话|[市县区州]长信箱|群众反映问题|民生诉求")
_BULLETIN = re.compile(
    r"重[点大](?:工作|项目|工程|任务)|民生(?:实事|十大|工程|项目)|实事|突破|绩效|目标管理|综合考评|督查通报|重大决策|常务会议确定事项|开工率|考核"
)
_MONTHLY = re.compile(r"(?<![\d\-—~至到])(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?(?!\d|[日底末初中上下])[^。]*(?:通报|情况|进展|专报)$")
_ITEMS = re.compile(r"提案|建议|议案")
_BY = re.compile(  # X县人大常委会代表工作委员会关于…: who writes stands before what it is about
    r"^[\u4e00-\u9fff]{0,14}?((?:人大常委会|人民代表大会常务委员会|政协|政治协商会议|人民政府)[\u4e00-\u9fff]{0,16}?)关于(?=.{2,40}(?:报告|情况|通报|总结|汇报))"
)
_CLEAR = 2.0  # points ahead
_BODY_KINDS = ("government", "cppcc", "congress", "bureau")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporter:
    """`kind` as in reports.csv; `words` the unit as written ("" for the region's own government, CPPCC or congress)."""

    kind: str
    words: str = ""
    span: Span | None = None
    publisher: str = ""
    contested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    kind: str
    points: float
    words: str
    span: Span | None


def report_on(heading: Heading) -> Reporter:
    """The kind of report and the words that name its unit."""
    claims = [*_title_claims(heading), *_frame_claims(heading), *_text_claims(heading)]
    points: defaultdict[str, float] = defaultdict(float)
    for claim in claims:
        points[claim.kind] += claim.points
    body = max(_BODY_KINDS, key=lambda kind: points[kind]) if points else "government"
    if not any(points.values()):
        body = "government"
    stream = stream_kind(heading)
    if stream:
        return Reporter(kind=stream, publisher=_publisher(heading), span=heading.title_span)
    if body == "bureau":
        words, span = office_name(heading, [(claim.points, claim.words, claim.span) for claim in claims if claim.kind == "bureau" and claim.words])
        return Reporter(kind="bureau", words=_ITS_OFFICE.sub("", words), span=span, publisher=_publisher(heading))
    others = [points[kind] for kind in _BODY_KINDS if kind != body]
    named = max((claim for claim in claims if claim.kind == body), key=lambda claim: (claim.points, bool(claim.words)), default=None)
    return Reporter(kind=body, words=_zone(heading) if body == "government" else "", span=named.span if named else None, publisher=_publisher(heading),
                    contested=points[body] - max(others) < _CLEAR)  # fmt: skip


def _zone(heading: Heading) -> str:
    """The committee of a development zone that governs like a region; "" where a region's own government reports."""
    titled = re.search(r"^[\u4e00-\u9fff]{2,24}?(?:管委会|管理委员会)", heading.words)
    short = titled[0] if titled else zone_of(heading.words, "".join(line.words for line in heading.body))
    framed = [line.words for line in (*heading.signature, *heading.sources, *heading.body[:3])]
    named = [found[0] for words in framed for found in [re.search(r"[\u4e00-\u9fff]{4,24}(?:管委会|管理委员会)", words)] if found]
    full = [words for words in named if split_region(words)[0]]
    signed = next((line.words for line in heading.signature if line.words in full), "")
    return (max([short, *full], key=len) if short else "") or signed


def stream_kind(heading: Heading) -> str:
    """bulletin or hotline where the title is about those and not about items; without a title the opening decides."""
    words = heading.words or "".join(line.words for line in heading.body[:3])[:200]
    if _MONTHLY.search(heading.words) and (_ITEMS.search(heading.words) or _BULLETIN.search(heading.words)):
        hotline, bulletin = _HOTLINE.search(words), _BULLETIN.search(words)
        return "hotline" if hotline and not bulletin and not _ITEMS.search(words) else "bulletin"
    if heading.words and _ITEMS.search(heading.words) and not re.search(r"热线|12345", heading.words):
        return ""
    if not heading.words and len(_ITEMS.findall("".join(line.words for line in heading.body[:6]))) > 2:
        return ""
    office = _LEADING_OFFICE.match(heading.words) or _LEADING_TOWN.match(heading.words) or _OWN_STREET.match(heading.words)
    if _ITEMS.search(heading.words) and office and not GOVERNMENTS_OFFICE.search(office[1]):
        return ""  # 某区市场监管局2025年建议提案和热线办理情况报告: the office's own report
    hotline, bulletin = _HOTLINE.search(words), _BULLETIN.search(words)
    if hotline and not (bulletin and bulletin.start() < hotline.start()):
        return "hotline"
    return "bulletin" if bulletin and not (heading.words and _ITEMS.search(heading.words)) else ""


def _title_claims(heading: Heading) -> list[_Claim]:
    claims = [claim for title in (heading.words, *heading.subtitles) for claim in _claims_of(title, heading)]
    named = any(claim.points > 0 for claim in claims)
    return claims if named else [*claims, *(_field_claims(heading.words, heading.title_span) or _doing_claims(heading))]


def _claims_of(title: str, heading: Heading) -> list[_Claim]:
    span = heading.title_span
    claims = []
    for _, words in find_units(title):
        if kind_of_body(words) == "bureau":
            # What is said of 人民政府 in a town's own report is said of the town.
            claims.append(_Claim(kind="bureau", points=40 if unit_kind(words) == "town" else 14, words=words, span=span))
    if town := _LEADING_TOWN.match(title):
        claims.append(_Claim(kind="bureau", points=14, words=town[1] + ("办事处" if town[1].endswith("街道") else "人民政府"), span=span))
    office = _LEADING_OFFICE.match(title)
    if office and (split_region(office[1])[0] or office[1].startswith(("国家", "中国"))) and unit_kind(office[1]) in ("bureau", "other") and not GOVERNMENTS_OFFICE.search(office[1]):
        claims = [_Claim(kind="bureau", points=15, words=office[1], span=span)]
    elif office and INSTITUTION.search(office[1]) and not claims and office[1][0] not in "省市县区州旗盟我本":
        claims.append(_Claim(kind="bureau", points=15, words=office[1], span=span))  # 石港大学2023年度…
    if re.search(r"(?:人民政府|政府)(?!信息公开)", title) and not re.search(r"提交[^,。]{0,4}政府", title):
        claims.append(_Claim(kind="government", points=8, words="", span=span))
    if by := _BY.match(title):
        claims.append(_Claim(kind="congress" if "代" in by[1] or "人大" in by[1] else "cppcc" if "政协" in by[1] or "政治" in by[1] else "government", points=14, words="", span=span))
    if _CPPCC_OWN.search(title) and not re.search(r"政府|交办|政协(?:委员)?提案办理(?:总体|落实|工作)|\d件", title):
        claims.append(_Claim(kind="cppcc", points=6, words="", span=span))
    if re.search(r"^[\u4e00-\u9fff]{0,12}(?:政协|政治协商会议)(?:[^,。]{0,10}委员会|常委会)", title):
        claims.append(_Claim(kind="cppcc", points=5, words="", span=span))
    if re.search(r"^(?:20\d\d年)?(?!关于)[\u4e00-\u9fff]{2,12}政协(?!提案|委员)", title) and not re.search(r"政府|督[查办]|交办", title):
        claims.append(_Claim(kind="cppcc", points=4, words="", span=span))
    if _CONGRESS_OWN.search(title) and "政府" not in title:
        claims.append(_Claim(kind="congress", points=5, words="", span=span))
    opening = title or "".join(line.words for line in heading.body[:1])[:60]
    nation = re.search(r"全国(政协|人大)(?!代表|委员)[^,。]{0,16}(?:收到|提出|立案|提案|建议)", opening)
    if nation and "国务院" not in opening and not claims:
        claims.append(_Claim(kind="cppcc" if nation[1] == "政协" else "congress", points=6, words="", span=span))
    title = re.sub(r"“[^”]*”", "", title)  # “纸上建议”变身“身边实事” names no stream
    if re.search(r"提案", title) and not re.search(r"建议", title):
        claims.append(_Claim(kind="congress", points=-4, words="", span=None))
    if re.search(r"建议|议案", title) and not re.search(r"提案", title):
        claims.append(_Claim(kind="cppcc", points=-8, words="", span=None))
    if re.search(r"提案", title) and re.search(r"代表|人大|建议", title):
        claims.append(_Claim(kind="cppcc", points=-6, words="", span=None))
    return claims


def _field_claims(title: str, span: Span | None) -> list[_Claim]:
    """A bureau named by its field of work: 教育系统提案办理 is the education bureau's."""
    match = re.search(r"([\u4e00-\u9fff]{2,8}?)系统(?:提案|建议|人大|政协|办理|代表|承办)", title)
    words = match[1] + "局" if match else ""
    named = [found for _, found in find_units(words)] if words and "政府" not in words else []
    return [_Claim(kind="bureau", points=9, words=named[-1], span=span)] if named else []


def _doing_claims(heading: Heading) -> list[_Claim]:
    """Where the title names nobody, the office that the text's first sentences make do the work: 2023年, 临川区教育局共承办…"""
    told = [(who, line.span) for line in heading.body[:5] for who in doers(line.words)]
    if not told or len({who for who, _ in told if who}) > 1:
        return []  # several bureaus side by side: none of them reports
    who, span = next((one for one in told if one[0]), told[0])
    units = [words for _, words in find_units(who)]
    return [_Claim(kind="bureau", points=8, words=units[-1] if units and not INSTITUTION.search(who) else who, span=span)]


def _frame_claims(heading: Heading) -> list[_Claim]:
    claims = []
    for lines, points in ((heading.signature[:2], 12.0), (heading.sources, 3.0)):
        for line in lines:
            kind = kind_of_body(line.words)
            site = line.words.endswith(("网", "网站", "平台"))
            if kind and not site and not (kind == "bureau" and points < 5 and bureau_kind(line.words) == "publicity"):
                claims.append(_Claim(kind=kind, points=points, words=line.words, span=line.span))
    for line in [*heading.below, *heading.body[:6]]:
        speaker = _SPEAKER.match(line.words) if len(line.words) < 40 and not line.words.endswith("。") else None
        entrusted = _ENTRUSTED.search(line.words[:60])
        for words in [speaker["body"]] if speaker else []:
            claims.append(_Claim(kind=kind_of_body(words), points=12, words=words, span=line.span))
        if entrusted:
            kind = {"常": "", "主任": "congress", "主席": "cppcc"}.get(entrusted["body"][-4:-2], "") if "会议" in entrusted["body"] else ""
            kind = kind or ("government" if "政府" in entrusted["body"] else _standing(entrusted["body"], heading))
            claims.append(_Claim(kind=kind, points=12, words="", span=line.span))
    to = heading.addressee
    if re.match(r"(?:各位|主席|主任|秘书长)", to) is None and re.search(r"政协|人大", to):
        other = "cppcc" if "政协" in to else "congress"
        claims += [_Claim(kind="government", points=3, words="", span=None), _Claim(kind=other, points=-6, words="", span=None)]
    if re.search(r"^各", to):
        claims.append(_Claim(kind="government", points=3, words="", span=None))
    return claims


def _standing(words: str, heading: Heading) -> str:
    """Whose standing committee entrusted the speaker: the CPPCC's, or the congress's."""
    if "政协" in words or ("政协" in heading.words and "人大" not in heading.words and "代表" not in heading.words):
        return "cppcc"
    return "congress"


def _text_claims(heading: Heading) -> list[_Claim]:
    claims = []
    text = "。".join(line.words for line in heading.body if line.words != heading.addressee)
    own = 0 if _BY.match(heading.words) else len(OWN_BUREAU.findall(text)) + speaks_as_town(text)  # 我委 is then a committee of the body that writes
    if own:
        claims.append(_Claim(kind="bureau", points=min(4.0 + 3 * own, 16), words="", span=None))
    for line in heading.body[:3]:
        if told := _TELLS.search(line.words):
            claims.append(_Claim(kind="cppcc" if told["body"].startswith("政协") else "congress", points=8, words="", span=line.span))
    for line in heading.body[:12]:
        for match in _HEARD.finditer(line.words) if _TOLD.search(line.words) else ():
            kind = kind_of_body(match["body"] or match["speaks"])
            if kind and kind != "bureau":
                claims.append(_Claim(kind=kind, points=4, words="", span=line.span))
    congress = len(re.findall(r"人大常委会|常委会|主任会议|代表工委|代表工作委员会", text))
    cppcc = len(re.findall(r"提案委|主席会议|政协(?:党组|常委会)|本会|各专门委员会", text))
    for kind, count in (("government", len(_OF_GOVERNMENT.findall(text))), ("congress", congress), ("cppcc", cppcc)):
        claims.append(_Claim(kind=kind, points=min(0.4 * count, 3.0), words="", span=None))
    return claims


def _publisher(heading: Heading) -> str:
    """Who published it, as written: the page's source where that is an office with its region, else the signature."""
    offices = [line for line in heading.sources if _full(line)] + [line for line in heading.signature if _full(line)]
    return offices[0].words if offices else ""


def _full(line: Line) -> bool:
    region, body = split_region(line.words)
    return len(region) > 1 and bool(body) and (len(region) > 2 or places.resolve(region) is not None)
