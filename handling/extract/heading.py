"""The lines that tell whose a report is: its title, the lines under it, the furniture of its page, its signature.

All words are folded and without blanks; spans count in the document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from handling.extract.tables import text_table_spans
from handling.model import Document, Span
from handling.vocabulary.units import split_region, unit_kind

_FURNITURE = re.compile(
    r"^(?:[【\[][\u4e00-\u9fff]{4,30}网站?[】\]]|[\u4e00-\u9fff]{2,6}(?:日报|晚报|晨报|早报|时报|都市报|商报|周报)(?=20\d\d年|第?\d)|[\u4e00-\u9fff]{2,5}报(?=20\d\d年\d)|[\u4e00-\u9fff]{2,8}(?:政协|人大|政府|门户|新闻)网(?:站)?$|[【\[]?(?:字体|字号|打印|关闭|分享|收藏|扫一扫|当前位置|您(?:现在|当前)|首页|网站首页|上一篇|下一篇|相关|附件|版权|浏览|访问|点击"
    r"|责任编辑|责编|编辑|审核|索引号|主题分类|主题词|有效性|文号|发文字号|公开方式|公开范围|体裁|分类|关键词|标签|联系人|联系电话|大中小"
    r"|时间|日期|发布|来源|信息来源|稿件来源|文章来源|供稿|作者|更新时间|发文|成文|生成|填报|统计|制表|稿源))"
)
_SOURCE = re.compile(
    r"(?:网站名称|版权所有|主办单位|发布机构|发布单位|发文机关|发文机构|公开机构|公开主体|信息来源|稿件来源|文章来源|来源|(?:填报|报送|供稿|制表|填表|填制|编制|编报|统计|汇总|起草|报告|汇报)(?:单位|部门|机关|科室)|(?<![\u4e00-\u9fff])(?:填报|制表|填表|编制)(?=[::])"
    r"|供稿|稿源|作者|责任部门|制发机关)[:: ©]*([\u4e00-\u9fff]{2,30}?)"
    r"(?=$|[\s\d(),;。\[\]【】|]|发布|日期|时间|更新|作者|浏览|字体|字号|点击|编辑|填报|单位)"
)
_DOCUMENT_NUMBER = re.compile(r"^[(\[]?[\u4e00-\u9fffA-Za-z]{1,12}[(\[〔]?(?:20\d\d)[)\]〕]?(?:第)?\d{1,4}号[)\]]?$")
_TO_ALL = re.compile(r"各[\u4e00-\u9fff、,()]{2,80}[::,]?")
_DATE_LINE = re.compile(r"^[(\[-]*(?:20\d\d|二[〇零○]..)年?.{1,3}月.{0,60}$|^[(\[]?20\d\d[-./]")
_SECTION = re.compile(
    r"^(?:[一二三四五六七八九十]+、|[(][一二三四五六七八九十][)]|\d+[.、]|第[一二三四五六七八九十]+[章节部]|现将|为|根据|按照|今年|近年)"
)
_TITLE_END = re.compile(
    r"(?:报告|情况|总结|通报|综述|汇报|公示|公告|说明|工作|通知|统计表|一览表|概述|完成|结束|率|件|完毕|办结|办复|答复|函|意见|公布|摘要|会议|交办会|推进会|数据|成效|新高|回音|分析|专报|年报|月报|季报|简报|\))$"
)
_ABOUT = re.compile(r"提案|建议|议案|热线|12345|项目|实事|重点|考核|考评|办理|督查|通报|公开电话|信箱|绩效|任务|工作")
_TITLE_REST = re.compile(r"的?(?:办理|督办|落实|处理)?(?:工作)?(?:情况|结果)的?(?:报告|通报|汇报|总结|说明|公告)")
_ABOUT_ITEMS = re.compile(r"关于.{0,50}(?:提案|建议|议案).{0,30}(?:报告|情况|总结|通报|汇报|公告|说明|函)$")
_SITE = re.compile(r"(?<![-_|—])[-_|—]+[^-_|—]{0,30}(?:政府|门户|网|局|委员会|大象|新闻|日报)[^-_|—]{0,12}$")
_ORGAN = re.compile(r"(?:局|厅|部|委|委员会|办公室|办|政府|办公厅|督查室|政协|中心|处|会|院|办事处|镇|街道|党组|室|公司|集团|大学|学校|中学|小学)$")
_MASTHEAD = re.compile(r"^[\u4e00-\u9fff]{0,30}?(?:督查|督办|政务|工作|情况|专项)*(?:通报|专报|简报|快报|通讯|督查|内参)$")
_ISSUE = re.compile(r"^[(\[〔]?(?:20\d\d年?)?(?:第?[\d一二三四五六七八九十]+期|总第)")
_SUBTITLE = re.compile(r"提案|建议|议案|办理")
_PAPER = re.compile(r"[\u4e00-\u9fff]{2,6}(?:日报|晚报|晨报|早报|时报|都市报|商报|周报)(?=20\d\d年|第?\d)|[\u4e00-\u9fff]{2,5}报(?=20\d\d年\d)|[\u4e00-\u9fff]{2,8}(?:政协|人大|政府|门户|新闻)网(?:站)?$")
_KIND_OF_CITY = re.compile(r"\((?:直辖市|县级市?|地级市?)\)")
_TABLE_NUMBER = re.compile(r"^附?[表件][一二三四五六七八九十\d]{0,2}[:、.]?(?=[\u4e00-\u9fff]{2})(?![\u4e00-\u9fff]{0,2}[::])")
_TIME_TOLD = re.compile(r"\((?:20\d\d年度?)?(?:第?[一二三四]季度|前三季度|上半年|\d{1,2}月?[-~至]\d{1,2}月份?|\d{1,2}月份?)\)")
_LINE = re.compile(r"[^\n]+")
_SAYS_SOURCE = re.compile("来源|发布机构|供稿")
_A_NUMBER = re.compile(r"[\d.,%/-]+(?:件|项)?")
LONG, _LONGEST_STREAM = 70, 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the document: folded words without blanks, the same as printed (folded), where they stand, the kind of their block."""

    words: str
    raw: str = ""
    span: Span
    kind: str


@dataclass(slots=True)
class Heading:
    """Title (as printed, and folded), the lines between it and the text, furniture, the signature, the running text, and streams that cells name."""

    title: str = ""
    words: str = ""
    title_span: Span | None = None
    below: list[Line] = field(default_factory=list)
    addressee: str = ""
    subtitles: list[str] = field(default_factory=list)
    sources: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    signature: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    streams: list[str] = field(default_factory=list)


def read_heading(document: Document, folded: str) -> Heading:
    """The parts of a document that frame its text."""
    lines = _lines(document, folded)
    heading = Heading()
    first = _title(document, lines, heading)
    _opening(lines, first, heading)
    _furniture(lines, heading)
    _index_table(document, folded, heading)
    _signature(lines, heading)
    cells = [block.span.of(folded) for block in document.blocks if block.kind == "cell" and block.span.end - block.span.start <= _LONGEST_STREAM]
    drawn = [line.strip() for table in text_table_spans(document) for line in table.of(folded).splitlines()]
    cells += [re.split(r"\t|\s{2,}", line)[0] for line in drawn if line]
    heading.streams = [words for words in cells if ("人大" in words or "政协" in words) and len(words) <= _LONGEST_STREAM]
    heading.body = [line for line in lines if line.kind not in ("note", "cell") and not _FURNITURE.match(line.words)]
    return heading


def _lines(document: Document, folded: str) -> list[Line]:
    found = []
    tables = text_table_spans(document)
    starts = [table.start for table in tables]
    for block in document.blocks:
        if block.kind == "cell":
            continue
        above = bisect_right(starts, block.span.start) - 1
        in_a_table = above >= 0 and block.span.start < tables[above].end
        for match in _LINE.finditer(folded, block.span.start, block.span.end):
            words = "".join(match.group().split())
            if words and (not in_a_table or _FURNITURE.match(words)):  # the units of a table do not report
                found.append(Line(words=words, raw=match.group(), span=Span(start=match.start(), end=match.end()), kind=block.kind))
    return found


def _is_furniture(line: Line) -> bool:
    return line.kind == "note" or bool(_FURNITURE.match(line.words)) or bool(_DOCUMENT_NUMBER.match(line.words))


def _is_addressee(line: Line) -> bool:
    return line.words.endswith((":", ",")) or _TO_ALL.fullmatch(line.words) is not None


def _title(document: Document, lines: list[Line], heading: Heading) -> int:
    """Find the title; returns the number of the line after it (0 where there is none)."""
    marked = [n for n, line in enumerate(lines[:40]) if line.kind == "title" and len(line.words) >= 6]
    named = [n for n in marked if _ABOUT.search(lines[n].words)] or marked
    if named:
        chosen = named[0]
    else:
        free = [n for n, line in enumerate(lines[:12]) if not _is_furniture(line) and not _is_addressee(line)]
        if not free or len(lines[free[0]].words) > LONG or lines[free[0]].words.endswith(("。", ";")) or _SECTION.match(lines[free[0]].words):
            return 0
        chosen = free[0]
    if chosen + 2 < len(lines) and _ORGAN.search(lines[chosen].words) and _DOCUMENT_NUMBER.match(lines[chosen + 1].words):
        heading.sources.append(lines[chosen])
        chosen += 2  # the red head of an official letter: who sends it, its number, then the title
    chosen = _below_masthead(lines, chosen)
    last = chosen
    while last + 1 < len(lines) and last - chosen < 2 and _goes_on(lines[last], lines[last + 1], "".join(x.words for x in lines[chosen : last + 1])):
        last += 1
    parts = lines[chosen : last + 1]
    heading.words = _TABLE_NUMBER.sub("", _KIND_OF_CITY.sub("", _SITE.sub("", "".join(line.words for line in parts))))
    printed = "".join(document.text[line.span.start : line.span.end].strip() for line in parts)
    site = _SITE.search("".join(line.words for line in parts))
    heading.title = printed[: len(printed) - (len(site.group()) if site else 0)]
    heading.title_span = Span(start=parts[0].span.start, end=parts[-1].span.end)
    return last + 1


def _below_masthead(lines: list[Line], chosen: int) -> int:
    """The title under a bulletin's masthead (某县政府督查室 / 督查通报 / 2019年第17期 / 关于8月份…的通报); `chosen` where there is none."""
    above = ""
    for place in range(chosen, min(chosen + 6, len(lines))):
        words = lines[place].words
        if _MASTHEAD.match(above + words) and not re.search(r"提案|建议|热线|关于|月", above + words):
            titles = [n for n in range(place + 1, min(place + 6, len(lines))) if not _is_furniture(lines[n]) and not _ISSUE.match(lines[n].words)]
            good = [n for n in titles if _ABOUT.search(lines[n].words) and _TITLE_END.search(lines[n].words) and 10 <= len(lines[n].words) <= LONG]
            return good[0] if good and any(_ISSUE.match(line.words) or _DOCUMENT_NUMBER.match(line.words) for line in lines[place : good[0]]) else chosen
        if len(words) > 24 or not _ORGAN.search(words):
            return chosen
        above += words
    return chosen


def _goes_on(line: Line, following: Line, so_far: str) -> bool:
    """Whether a title runs on into the next line: it names only an office so far, or lacks the end of a title."""
    if _TIME_TOLD.fullmatch(following.words):
        return True  # 热线运行情况通报 / (2021年第二季度)
    named = bool(_ABOUT_ITEMS.match(following.words)) and not _ABOUT.search(so_far)  # an office styled as the title, what it tells below in another style
    if (following.kind != line.kind and not named) or _is_furniture(following) or _is_addressee(following) or _DATE_LINE.match(following.words):
        return False
    if _TITLE_REST.fullmatch(following.words) and _ABOUT.search(so_far) and not so_far.endswith(("报告", "通报", "汇报", "总结")):
        return True
    if len(following.words) > 40 or _SECTION.match(following.words) or following.words.endswith("。") or following.words.startswith(("(", "-")):
        return False
    bare = not re.search(r"提案|建议|议案|办理|热线|情况|通报|工作", so_far)
    if bare and _ORGAN.search(so_far):
        return bool(_ABOUT.search(following.words))
    about = _ABOUT.search(following.words) or re.search(r"运行|情况", following.words)
    return not _TITLE_END.search(so_far) and bool(_TITLE_END.search(following.words)) and bool(about)


def _opening(lines: list[Line], first: int, heading: Heading) -> None:
    for line in lines[first : first + 8]:
        if len(line.words) > LONG or _SECTION.match(line.words) or line.words.endswith(("。", ";")):
            break
        if _is_addressee(line):
            heading.addressee = heading.addressee or line.words
        elif not _is_furniture(line):
            heading.below.append(line)
            if _SUBTITLE.search(line.words) and not re.search(r"会议?上|听取|视察|来源|发布|作者|记者|,|:", line.words):
                heading.subtitles.append(line.words.lstrip("-"))


def _furniture(lines: list[Line], heading: Heading) -> None:
    for line in lines:
        if not _is_furniture(line) and len(line.words) > 90:
            continue
        if _is_furniture(line) or _SAYS_SOURCE.search(line.words):
            heading.notes.append(line)
            if paper := _PAPER.match(line.words):
                heading.sources.append(Line(words=paper[0], span=line.span, kind="note"))  # 雁泽日报 2023年12月14日 第2版
            for match in _SOURCE.finditer(line.raw):
                heading.sources.append(Line(words=match[1], span=line.span, kind="note"))


_PUBLISHER_CELL = re.compile(r"(?:发布机构|发布单位|发文机关|发文机构|公开机构|公开主体|制发机关|来源|信息来源|责任部门)[:：]?")

_DAY = re.compile(r"\s*20\d\d年\d{1,2}月\d{1,2}日\s*")
_AS_OF = re.compile(r"\s*(?:数据|统计)?(?:时间|日期)?[:]?截[至止](?:时间|日期)?(?:为|到|[:])?\s*20\d\d年")


def _index_table(document: Document, folded: str, heading: Heading) -> None:
    """The index table above a public document in a file of Word or PDF: 发布机构 in one cell, the office in the next."""
    cells = [block for block in document.blocks[:40] if block.kind == "cell"]
    for cell in cells:
        if source := _SOURCE.match(cell.span.of(folded)):  # 制表单位:政协青禾市委员会 in one cell
            heading.sources.append(Line(words=source[1], span=cell.span, kind="note"))
        elif _AS_OF.match(words := cell.span.of(folded)) or _DAY.fullmatch(words):
            heading.notes.append(Line(words=words, raw=words, span=cell.span, kind="note"))  # 截至2023年10月31日 in one cell
    for name, value in pairwise(cells):
        words = re.sub(r"\s", "", folded[value.span.start : value.span.end])
        if name.row == value.row and _PUBLISHER_CELL.fullmatch(re.sub(r"\s", "", folded[name.span.start : name.span.end])) and 2 <= len(words) <= 30:
            heading.sources.append(Line(words=words, span=value.span, kind="note"))


_NO_OFFICE = re.compile(r"[,。;:、“《]|^(?:现将|兹将|我局|为|经)|的|了|是|提案(?!委)|建议|会议|关于|办理|网站|网$")
_SIGN_CUT = re.compile(r"^[(\[]|供稿|[,、]?(?:20\d\d|二[〇零○]).*$|[)\]]$")


def _signature(lines: list[Line], heading: Heading) -> None:
    """Offices that sign: alone on a line among the last ones, or in brackets at the end of the text or under the title."""
    titled = heading.title_span.end if heading.title_span else 0
    tail = [line for line in lines[-14:] if line.kind not in ("title", "note") and line.span.start >= titled]
    for number in range(len(tail) - 1, -1, -1):
        beside = [tail[n].words for n in (number - 1, number + 1) if 0 <= n < len(tail)]
        if not any(_A_NUMBER.fullmatch(words) for words in beside):
            _sign(tail[number], heading)
    for line in heading.below:
        _sign(line, heading)
    for line in lines[-4:]:
        match = re.search(r"[(]([^()]{4,30}?)(?:供稿)?(?:,?(?:20\d\d|二[〇零○])[^()]{0,20})?[)]$", line.words)
        if match and len(line.words) > 60 and _is_office(match[1]):
            heading.signature.append(Line(words=match[1], span=line.span, kind=line.kind))


def _sign(line: Line, heading: Heading) -> None:
    words = line.words
    if len(words) > 60:
        return
    for _ in range(3):
        words = _SIGN_CUT.sub("", words)
    if 3 <= len(words) <= 30 and _ORGAN.search(words) and not _NO_OFFICE.search(words) and _is_office(words):
        heading.signature.append(Line(words=words, span=line.span, kind=line.kind))


def _is_office(words: str) -> bool:
    return bool(split_region(words)[0]) or unit_kind(words) not in ("other", "")
