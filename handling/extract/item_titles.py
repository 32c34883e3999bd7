"""Where a passage names a single proposal or suggestion: the candidates for a title, and what speaks for and against each.

Reads folded text without typesetting blanks (`text.View`): quotes are “ ”, brackets ( ), commas ",".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from handling.vocabulary.patterns import searching

LONGEST_TITLE = 120
SHORTEST_BARE = 5  # 办理关于扬尘污染的提案: whichever are about it
SHORTEST_QUOTE = 7  # “停车难”, “三农” are slogans
NOUN = r"(?:提案|建议案|建议|议案|平时件|工单|诉求)"
NUMERAL = r"(?:[A-Za-z]{0,3}\d{1,16}(?:-\d{1,8})?|[零〇一二三四五六七八九十百]{1,9})"
NUMBER = (
    rf"第{NUMERAL}(?:[、和]{NUMERAL})*号|(?:(?<=[案议协大的是为即号(,、:])|^)[A-Za-z]{{0,3}}\d{{1,16}}号|(?<![\d第)\]])[A-Za-z]{{0,3}}\d{{1,16}}号(?={NOUN})"
    r"|第[〇零\d]{1,8}(?=(?:件|条)?(?:提案|建议|议案)[“《])"
)

_PAIR = {"《": "》", "“": "”", '"': '"'}
_OPENING = re.compile('[《“"]')
_SIGNS = {"《": re.compile("[《》]"), "“": re.compile("[“”。!?]"), '"': re.compile('["。!?]')}
_LOOSE = re.compile(r"(?<!有)关于(?!对)[^。;!?《》:\n]{3,70}?的(?:提案|建议案|议案|建议(?!书|稿|案)|诉求)(?!办(?!理[中后过])|[选征审承工]|质量|人|者|委|[和与及、]?(?:提案|建议|议案)(?![人者单号]))")
_NUMBERED_ABOUT = re.compile(rf"第{NUMERAL}号(?:重点)?{NOUN}?[:、(]?(关于[^。;!?《》“”,():\n]{{4,60}})")
_COLON_TITLE = re.compile(rf"第{NUMERAL}号(?:重点)?{NOUN}?:([^。;!?《》“”,(:\n]{{5,50}})")
_BY_PERSON = re.compile(
    r"(?:委员|代表)(?:等\d+[名位人](?:委员|代表)?)?(?:联名)?(?:提出|提交|所提)的((?!关于)[^。;,!?《》“”:\d\n]{7,50}的(?:提案|建议))"
    r"(?![办选征审承工、]|质量|人|者|委|等|和|与|及|\d)"
)

_ENDS_AS_ITEM = re.compile(r"(?:的|之)?(?:提案|建议案|建议|议案|诉求)$|(?<=城市)案$")
_ENDS_AS_DOCUMENT = re.compile(
    r"(?:方案|办法|规划|纲要|通知|意见|条例|报告|规定|细则|计划|决定|决议|公报|目录|手册|选编|汇编|表|台账|清单|清册|简报|专报|制度|规程|标准|导则|指南|指引|要点|通报"
    r"|公告|通告|责任书|责任状|合同|协议|协议书|批复|复函|答复函|来信|函|书|倡议|宣言|讲话|总结|综述|白皮书|蓝皮书|读本|杂志|日报|晚报|时报|导报|周刊|新闻|频道|栏目"
    r"|节目|纪要|公约|章程|规则|规范|措施|举措|名单|法|法典|解释|准则|任务|分工|安排|意见稿|问答|图集|丛书|志|案例|案例集|说明|预案|名录|证|证书|令|问题|情况|事项|要求"
    r"|行动|工程|机制|模式|体系)(?:\([^)]{0,12}\))?$"
)
_GENERIC = re.compile(
    r"提出|所提|交办|承办|答复|反馈|收到|本次|两会|会议|以来|届|大会|办理|各级|各类|广大|代表委员|(?:人大|政协|委员|代表)(?:的|们的)?$|这些|上述|有关部门|(?:方面|领域)$"
)
_OUTCOME = re.compile(
    r"(?=.*(?:解决|落实|采纳|采用|实施|办结|办理|答复|参考|满意|理解|吸纳|说明|推进|回复|列入|纳入))"
    r"(?:所提|问题|意见|建议|已经?|正在|拟|将|准备|逐步|列入|纳入|计划|规划|基本|部分|暂时?|暂缓|不能|不予|不宜|不|难以|未|尚未|因|条件|受|限制|具备|留作|作为|工作"
    r"|解决|落实|采纳|采用|实施|办结|办理|答复|参考|满意|理解|吸纳|解释|说明|推进|回复|完毕|完成|重新|超期|逾期|按期|全部|或者?|和|及|并|且|、|,|的|了)+$"
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]{3}")
_KIND_OF_ITEM = re.compile(r"难度|涉及(?:部门|面|多)|牵涉|跨部门|反映强烈|反响强烈|关注度|承诺|提案|委员|代表|(?:综合|普遍|共)性|不满意|办理|答复")
_COUNTED = re.compile(r"(?:共计?有?|总计|合计|有|达|为|占|约|近)?\d|[一二三四五六七八九十两几多数]+[件条个项]|等方面|占")
_PARTY_PLAN = re.compile(r"关于制定.{0,30}(?:五年规划|远景目标)|中共中央|中央委员会")
_ASKED = re.compile(
    rf"^(?:的|这一|这件|一)?(?:重点|集体|联名|界别|平时|主办|政协|委员|代表|\d+件|等(?:\d+|[一二两三四五六七八九十]+)?[件个份条项]?(?:重点)?)*"
    rf"{NOUN}(?![\d工选])"
)
_NUMBER_AFTER = re.compile(
    rf"^(?:的)?{NOUN}?(?:,)?\(?(?:以下简称[^)]*)?(?:编号|案号|提案号|建议号)?[:为是]?(?:{NUMBER})|^\((?:[^()]{{0,12}}[,;])?\d{{2,14}}\)|^\([^()]{{0,16}}第{NUMERAL}号"
)
_PROPOSED = re.compile(
    r"(?:委员|代表|民[革盟建进]|农工党|致公党|九三学社|台盟|工商联|支部|总支|界别?|小组|代表团|专委会|委员会|妇联|团委|工会|侨联|科协|联)[^。;《》“”]{0,24}"
    r"(?:提出|提交|撰写|所提|反映|关心|关注|联名|领衔|建议)(?:了|的)*(?:等)?$"
)
_PROPOSER_BEFORE = re.compile(r"[\u4e00-\u9fff]{2}(?:委员|代表)$|(?:民[革盟建进]|农工党|致公党|九三学社|台盟|工商联)[\u4e00-\u9fff]{0,6}$")
_NOUN_BEFORE = re.compile(rf"{NOUN}(?:\([^()]{{0,30}}\))?(?:[:,]|即|为|是|如|有|包括|分别为|分别是|题为|-)*$")
_NUMBER_BEFORE = searching(rf"(?:{NUMBER})(?:(?:、|和|及|与|,)?(?:{NUMBER}))*[^。;《》“”,]{{0,22}}[,:]?(?:即|为|是|分别为|分别是|题为)?$")
_TAKEN_UP = r"(?:根据|按照|依据|采纳|吸收|吸纳|办理|针对|结合|落实|听取|回应)(?:了)?(?:部分|有关|广大|各位)?"
_SOMEBODYS = re.compile(  # 采纳代表关于发展森林康养的建议: what was asked by some, no item by its name
    rf"(?:^|[,。;:]|{_TAKEN_UP})(?:人大代表|政协委员|代表、委员|委员、代表|代表委员|代表|委员)(?:们)?(?:提出)?的?$"
)
_SLOGAN = re.compile(r"(?:坚持|做到|深化|打造|推广|依托|克服|防止|避免|杜绝|存在)$")
_BOOK = re.compile(r"(?:小册子|手册|读本|一书|专刊|专栏|栏目)")
_TROUBLE = re.compile(r"等?(?:的)?(?:突出)?(?:问题|难题|现象|意见被)")
_SPEECH = re.compile(r"(?:反映|认为|表示|建议|呼吁|说|称|感叹|评价|指出|提出|关心|关注|坦言|直言)[了道到]?[:,]?$")
_ISSUED = re.compile(r"(?:修订|修改|印发|出台|制定|下发|转发|根据|依据|贯彻|学习|公布|印制|填写|发放)(?:了|的)?(?:《[^》]*》[、和])*$")
_HANDLED = re.compile(rf"{NOUN}|委员|代表|政协|人大")
_LINE_START = re.compile(r"^(?:[((]?[\d一二三四五六七八九十]{1,3}[))、.,]|[①-⑳]|[-·●•*])*(?:标题|案由|题目)?[:]?$")


@dataclass(slots=True)
class Title:
    """A candidate inside one viewed passage: `start:end` the title itself, `left:right` with its marks. `mark` is "" where it has none."""

    start: int
    end: int
    left: int
    right: int
    mark: str
    text: str
    points: float = 0.0


def candidates(text: str) -> list[Title]:
    """Every stretch of a passage that could be a title, in order and without overlaps."""
    marked = _marked(text)
    masked = _mask(text, marked)
    taken = bytearray(len(text))  # 1 where a title stands already; a list of intervals would cost the square of the titles
    for title in marked:
        if _is_heavy(title, text):
            taken[title.left : title.right] = b"\1" * (title.right - title.left)
    unmarked = []
    for needed, pattern, group in (("关于", _LOOSE, 0), ("号", _NUMBERED_ABOUT, 1), ("号", _COLON_TITLE, 1), ("提", _BY_PERSON, 1)):
        for match in pattern.finditer(masked) if needed in masked else ():
            start, end = match.span(group)
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\1" * (end - start)
                unmarked.append(Title(start, end, start, end, "", text[start:end]))
    covered = bytearray(len(text))
    for title in unmarked:
        covered[title.start : title.end] = b"\1" * (title.end - title.start)
    return sorted([*unmarked, *(t for t in marked if not covered[t.left])], key=lambda t: t.start)


def _is_heavy(title: Title, text: str) -> bool:
    """《…》, or a quotation long enough to be a title; others may stand inside a title that has no marks (关于“四好农村路”的提案)."""
    if text[max(0, title.left - 2) : title.left] == "关于":
        return False
    return title.mark == "《" or len(title.text) >= SHORTEST_QUOTE + 3 or title.text.startswith("关于")


def _mask(text: str, marked: list[Title]) -> str:
    """`text` with 《…》 and long quotations put out of reach; a mark is a stop for every pattern."""
    pieces, position = [], 0
    for title in marked:
        if _is_heavy(title, text):
            pieces += [text[position : title.left], "。" * (title.right - title.left)]
            position = title.right
    return "".join(pieces) + text[position:]


def _marked(text: str) -> list[Title]:
    found: list[Title] = []
    opening = _OPENING.search(text)
    while opening:
        at = opening.start()
        end = _partner(text, at, _PAIR[text[at]])
        if end >= 0:
            found.append(Title(at + 1, end, at, end + 1, text[at], text[at + 1 : end]))
        opening = _OPENING.search(text, end + 1 if end >= 0 else at + 1)
    return found


def _partner(text: str, at: int, closing: str) -> int:
    """Position of the mark that closes the one at `at`; -1 if there is none near enough or the line of thought breaks before."""
    depth = 0
    for sign in _SIGNS[text[at]].finditer(text, at + 1, at + LONGEST_TITLE):
        if sign.group() == closing:
            if depth == 0:
                return sign.start() if sign.start() > at + 1 else -1
            depth -= 1
        elif sign.group() == text[at]:
            depth += 1
        else:
            return -1
    return -1


def weigh(title: Title, before: str, after: str) -> float:
    """How much speaks for an item (3 or more: it is one). `before`, `after`: the sentence around the title with its marks."""
    if not _could_be(title, before) or _is_advice(title, before, after) or _BOOK.match(after):
        return 0.0
    if title.mark == "“" and not title.text.startswith("关于") and (_SLOGAN.search(before) or _TROUBLE.match(after)):
        return 0.0
    numbered = bool(_NUMBER_BEFORE.search(before[-60:]) or _NUMBER_AFTER.search(after[:40]))
    asked = bool(_ASKED.match(after[:24]))
    proposed = bool(_PROPOSED.search(before[-48:]))
    points = 3.0 * numbered + 3.0 * asked + 2.0 * proposed
    points += 3.0 * (title.mark == "《" and bool(_PROPOSER_BEFORE.search(before[-20:])))
    points += 2.0 * bool(_NOUN_BEFORE.search(before[-40:]))
    if _ENDS_AS_DOCUMENT.search(title.text):
        return points - (0 if numbered or asked else 6)
    points += 3.0 * bool(_ENDS_AS_ITEM.search(title.text)) + 1.0 * title.text.startswith("关于")
    points += 1.0 * bool(_HANDLED.search(before[-60:]))
    if title.mark == "":
        points += _weigh_loose(title, before, after)
    elif title.mark != "《" and len(title.text) < SHORTEST_QUOTE and not title.text.startswith("关于"):
        points -= 0 if numbered or (asked and proposed) else 4
    return points


def _is_advice(title: Title, before: str, after: str) -> bool:
    """提出“加大投入、强化监管”等建议, 委员反映“路修了又挖”: what somebody said, not what an item is called."""
    if title.mark == "《" or title.text.startswith("关于"):
        return False
    if _SPEECH.search(before[-12:]) and not _ENDS_AS_ITEM.search(title.text) and not re.match(rf"的?{NOUN}", after):
        return True
    if re.match(r"(?:的|等)*意见", after):
        return True  # “抓项目、稳增长”的意见
    if not re.match(r"(?:的|等)*建议", after):
        return False
    return not re.search(r"(?:办理|答复|督办|承办|针对|落实|办好)[^,。;]{0,14}$|(?:委员|代表)(?:提出|提交)的$", before)


def _could_be(title: Title, before: str) -> bool:
    text = title.text
    if len(text) < 4 or _PARTY_PLAN.search(text) or not _CHINESE.search(text):
        return False
    if _ISSUED.search(before[-40:]) and not re.search(r"(?:提案|建议|议案)$", text):
        return False
    if title.mark != "《" and (_OUTCOME.match(text) or (not text.startswith("关于") and _KIND_OF_ITEM.search(text) and not _ENDS_AS_ITEM.search(text))):
        return False
    return not (text.startswith("关于") and re.search(r"(?:办理|审议|督办)(?:工作|情况)?的(?:建议|意见|议案)$", text))


def _weigh_loose(title: Title, before: str, after: str) -> float:
    """Words without marks are often only prose: “提出了关于完善制度的建议3条”, “关于区政协委员的建议”."""
    body = re.sub(r"^关于|的(?:提案|建议案|建议|议案|诉求)$", "", title.text)
    told = _NUMBER_BEFORE.search(before[-60:]) or _NUMBER_AFTER.search(after[:40]) or _PROPOSED.search(before[-48:])
    if _SOMEBODYS.search(before):
        return -9.0
    if _GENERIC.search(body) or len(body) < (4 if told else SHORTEST_BARE) or _COUNTED.match(after):
        return -9.0
    if re.search(r"(?:们|群众|各界|部门|单位|会议|形成|围绕|涉及|有关|其中|提出了?)$", before) and not re.match(r"[((]", after):
        return -9.0
    if "," in body and not (_LINE_START.match(before) or _NUMBER_BEFORE.search(before[-60:]) or re.match(r"\(", after)):
        return -9.0
    return 0.0
