"""What stands around a title: its number, its stream, and whether it is a key item. Reads folded text without blanks."""

from __future__ import annotations

import re

from handling.extract.item_titles import NOUN, NUMBER, NUMERAL
from handling.vocabulary.patterns import searching

Place = tuple[int, int]
BEFORE_NUMBER, BEHIND_NUMBER = 24, 160

_STREAM = {"提案": "proposal", "议案": "motion", "建议案": "proposal", "建议": "suggestion", "工单": "hotline", "诉求": "hotline"}
_ONE = searching(rf"第?((?:NO\.?|No\.?)?{NUMERAL})(?:号|$|(?=[、和][\d零〇一二三四五六七八九十百]))")
_FILLER = (
    r"(?:[省市县区州旗]?(?:政协|人大)|大会|平时|集体|联名|重点|督办|主办|会办|承办|协办|分办|领办|办件)*"
    rf"{NOUN}?(?:\([^()]{{0,30}}\))?(?:[、,:\-]|即|为|是|分别为|分别是|题为|案由为?|名为|的)*"
)
_PEOPLE = (
    r"(?:(?:由)?[\u4e00-\u9fff·、]{2,30}(?:委员|代表|提出|提交|撰写)(?:等[\d一二三四五六七八九十]*[名位人]?(?:委员|代表)?)?"
    r"(?:联名|共同)?(?:提出|提交|撰写|所提|反映)?的?)?"
)
_CHAIN = rf"(?:{NUMBER})(?:(?:{NOUN})?(?:、|和|及|与|以及|,)?(?:{NUMBER}))*"
_BEFORE = searching(rf"({_CHAIN})\)?{_FILLER}\(?{_PEOPLE}{_FILLER}$")
_OF_ANOTHER = re.compile(rf"[》”\"]{NOUN}?\([^()]*$")  # 《甲》(第11号)、市工商联的《乙》: 11 is 甲's
_BEFORE_CODE = re.compile(rf"(?:编号|案号|提案号|建议号|号码)[:为是]?({NUMERAL})号?[,、:)]?的?{_FILLER}$")
_BEHIND = re.compile(rf"^(?:的)?(?:重点|集体|主办)*{NOUN}?,?({_CHAIN})(?={NOUN}|[,。;)(、]|$)")
_BRACKET = re.compile(rf"^(?:的)?(?:重点|集体|主办)*{NOUN}?(?:办理)?[\"”]?\(([^()]{{1,80}})\)")
_IN_BRACKET = searching(rf"(?:{NUMBER})|(?:编号|案号|提案|建议|议案|NO\.?|No\.?)[:为是]?(\d{{1,16}})|^(\d{{1,16}})(?=$|[,;、])")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_ALONE = searching(
    rf"((?:{NUMBER})(?:(?:、|和|及|与|,)(?:{NUMBER})){{0,15}})(?:(?:重点)?(提案|建议案|建议|议案|工单)(?![选审征])|等[\d一二两三四五六七八九十]+件(提案|建议|议案))"
    rf"|(提案|建议|议案)(第{NUMERAL}号)"
)
_NICKNAME = re.compile(r"[列定作成]为[^,。;]{0,8}$")  # 列为年度1号提案: a rank of honour
_DONE_BY = re.compile(r"(?:按照|根据|依据|落实|围绕|结合|针对|采纳|吸收|吸纳)[^,。;]{0,12}$")  # 按照第23号建议调整公交线路
_RAISES = re.compile(rf"^号?{NOUN}?(?:所提的?|中?所?反映|聚焦|关注|呼吁|提出|要求|涉及的|是?关于)|^号?{NOUN}?,(?:反映|聚焦|关注|呼吁|提出|要求)")
_COUNTED_BEHIND = re.compile(r"^(?:的|等)*[^,。;《“]{0,12}?(?:\d+|[一二两三四五六七八九十]+)[件个项](?:重点)?(提案|建议|议案)")
_SAID_BEHIND = re.compile(r"提案(?!人|者)|建议案|议案|建议(?!人|者)|委员(?!会)|代表(?!团)|工单")
_BY_BEHIND = re.compile(r",?[是系]?由[^,。;《]{2,24}(委员|代表)(?:联名|共同|联合)?(?:提出|提交)")
_SAID_BEFORE = re.compile(r"委员(?!会)|民[革盟建进]|农工党|九三学社|致公党|工商联|政协|界别|代表(?!团)|人大|(?<!意见)(?:提案|议案|工单)")
_KEY = re.compile(
    r"重点(?:督办|办理|协商)?(?:的)?(?:代表|政协|委员|人大|集体)*(?:提案|建议|议案|件)|重点(?:督办|领办|办理)|重点件"
    r"|督办(?:的)?(?:提案|建议|件)|领衔督办|领衔领办|挂牌督办|包案|包办|领办|领衔办理|主席督办|主任督办|牵头督办|(?<![第\d])[一1]号(?:提案|议案|建议)|(?:列为|确定为|作为)[^,。;]{0,12}重点"
)
_KEY_BEHIND = re.compile(
    r"^[^。!?;《]{0,40}?(?:(?:被)?(?:列为|确定为|列入|评为|作为)[^,。;《]{0,24}(?:重点(?!项目|工程|任务|工作|建设|产业|课题)|督办|[一1]号(?=提案|议案|建议|件|督办))|由[^,。;《]{2,24}?(?:领办|督办|包办|包案|领衔|阅批)|是[^,。;]{0,14}重点)"
)
_KEY_OTHER = re.compile(rf"\d+[件个项]|(?:件|{NOUN})[\d一二三四五六七八九十]+[件个项条]|围绕|突出|聚焦")
_OF_ONE_BEFORE = re.compile(r"^.*》[^》;]*;")
_KEY_LEAD = re.compile(r"(?:^|。)[^。,;《》]{0,16}\d+件重点(?:督办)?(?:提案|建议)[^。;《》]{0,40}。$")  # 12件重点提案由区长分头领办。《甲》…
_ORDINARY_HEADING = re.compile(r"委员提案|一般(?:提案|建议)|其他(?:提案|建议)|普通(?:提案|建议)|主要做法|存在|下一?步|基本情况|工作打算")


def _numbers_in(words: str, base: int) -> list[tuple[str, Place]]:
    return [(m.group(1), (base + m.start(1), base + m.end(1))) for m in _ONE.finditer(words) if m.group(1)]


def numbers_before(before: str) -> tuple[list[tuple[str, Place]], int]:
    """The numbers right before a title, (as written, place in `before`), and where the first stands (len(before) if none)."""
    base = max(0, len(before) - 110)
    near = before[base:]
    for pattern in (_BEFORE, _BEFORE_CODE):
        match = pattern.search(near)
        if match and not _OF_ANOTHER.search(near[: match.start(1)]):
            words = match.group(1) if pattern is _BEFORE else match.group(1) + "号"
            return _numbers_in(words, base + match.start(1)), base + match.start(1)
    return [], len(before)


def numbers_behind(after: str) -> list[tuple[str, Place]]:
    """The numbers in the bracket or words right behind a title, with their places in `after`."""
    behind = bracket_behind(after)
    if behind:
        start, inner = behind
        found = []
        for match in _IN_BRACKET.finditer(inner):
            plain = match.group(1) or match.group(2)
            if plain and not _YEAR.match(plain):
                found.append((plain, (start + match.start(match.lastindex or 0), start + match.end(match.lastindex or 0))))
            elif not plain:
                found += _numbers_in(match.group(), start + match.start())
        if found:
            return found
    follows = _BEHIND.match(after[:60])
    return _numbers_in(follows.group(1), follows.start(1)) if follows else []


def bracket_behind(after: str) -> tuple[int, str] | None:
    """(where its words start in `after`, its words) of the bracket right behind a title."""
    match = _BRACKET.match(after[:130])
    return (match.start(1), match.group(1)) if match else None


def numbers_alone(text: str) -> list[tuple[str, str, Place]]:
    """Every number of an item in a passage: (as written, stream, place), titles or not: 按照第23号建议, 市政协57号提案."""
    found, read = [], 0
    at = text.find("号")
    while at >= 0:  # around each 号 only: the pattern is slow where nothing begins with a fixed character
        start, end = max(read, at - BEFORE_NUMBER), at + BEHIND_NUMBER
        for match in _ALONE.finditer(text, start, end):
            noun = match.group(2) or match.group(3) or match.group(4)
            words, place = (match.group(1), match.start(1)) if match.group(1) else (match.group(5), match.start(5))
            if not _NICKNAME.search(text[max(0, place - 12) : place]):
                found += [(number, _STREAM[noun], where) for number, where in _numbers_in(words, place)]
            read = match.end()
        at = text.find("号", max(at + 1, read))
    return found


def told_of(before: str, after: str) -> str:
    """The words that tell what an item is about which only its number names: what it raises, or what was done by it, up to the next part of the
    sentence; "" where they tell something else of it (第45号提案因涉及土地报批未办结)."""
    return after.partition(";")[0] if _DONE_BY.search(before) or _RAISES.match(after) else ""


def stream(before: str, after: str, title: str, passage: str, of_report: str) -> str:
    """The instrument by the nearest words: the noun at the number, the proposer, the noun behind, the report's own stream, the title."""
    near = before[-70:]
    numbered = _BEFORE.search(near)
    nouns = re.findall(NOUN, numbered.group()) if numbered else []
    if nouns:
        return _STREAM.get(nouns[0], of_report)
    ending = re.search(r"(提案|建议案|(?<!建)议案|诉求)$", title)
    if ending:
        return _STREAM[ending.group(1)]
    counted = _COUNTED_BEHIND.match(after)
    if counted:
        return _STREAM[counted.group(1)]
    bracket = bracket_behind(after)
    inside = bracket[1] if bracket else ""
    for told in _SAID_BEHIND.finditer(inside + re.sub(r"\([^)]*\)", "", after)[:4]):
        return _STREAM[told.group()] if told.group() in _STREAM else "proposal" if told.group() == "委员" else _deputies(title)
    by = _BY_BEHIND.match(after)
    if by:
        return "proposal" if by.group(1) == "委员" else _deputies(title)
    said = _SAID_BEFORE.findall(near[-42:])
    if said:
        return _STREAM[said[-1]] if said[-1] in _STREAM else _deputies(title) if said[-1] in ("代表", "人大") else "proposal"
    if of_report in ("proposal", "suggestion", "motion", "hotline"):
        return of_report
    return "suggestion" if title.endswith("建议") else _by_passage(passage)


def _deputies(title: str) -> str:
    return "motion" if title.endswith(("议案", "城市案")) else "suggestion"


def _by_passage(passage: str) -> str:
    proposals, suggestions = passage.count("提案") + passage.count("委员"), passage.count("人大") + passage.count("代表")
    return "" if proposals == suggestions else "proposal" if proposals > suggestions else "suggestion"


def announced_as_key(before: str, before_it: str) -> bool:
    """Whether the sentence before a title, or the one `before_it`, calls it a key item. 重点提案9件 before it counts others."""
    told = list(_KEY.finditer(_OF_ONE_BEFORE.sub("", before)))  # 《甲》被列为重点;《乙》: said of 甲 alone
    if _KEY_LEAD.search(before_it):
        return True
    behind = told[-1].string[told[-1].end() :] if told else ""
    return bool(told) and (not _KEY_OTHER.match(behind[:6]) or bool(re.search(r"(?:即|分别[是为]|包括|为|是|:)[^。;]{0,30}$", behind)))


def is_key(before: str, behind: str, after: str) -> bool:
    """Whether the sentence before a title, the bracket right `behind` it, or the words `after` it and its neighbours call it a key item."""
    return announced_as_key(before, "") or bool(_KEY_BEHIND.match(after[:90]) or re.match(r"^\([^()]{0,30}(?:重点|督办|领办|包办|包案)", behind))


def heading_key(heading: str, inherited: bool) -> bool:
    """Whether items under a heading are key items: 重点提案办理情况 begins, 委员提案办理情况 ends such a section."""
    if re.search(r"重点(?:督办)?(?:的)?(?:提案|建议|件|议案)|重点督办|领衔督办|领办|[一1]号提案", heading):
        return True
    return inherited and not _ORDINARY_HEADING.search(heading)
