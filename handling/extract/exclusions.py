"""What a number with 件 is not: a round number, a difference, another stream, an anecdote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract import adjacency
from handling.extract.clauses import Segment, Slot
from handling.extract.lexicon import Token
from handling.extract.subjects import kind_of_request
from handling.vocabulary.patterns import searching

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader


_CHECKED = re.compile(r"(?:提案|建议|答复|复函|件|的){0,6}(?:开展|进行)?了?(?:第三方)?(?:评估|抽查|抽检|“?回头看|评议|质量|开展质量|要求返工)")
_TURNED_AWAY = re.compile(r"(?:(?:分别|均)?作(?=并案|转信息|退回)|退|撤|不予立案|未予?立案|并案|转为社情|转作社情|转社情|(?:转作|转为|作为|转|作)委员来信|转作来信)")
_NOT_FILED = re.compile(r"(?:并案|不予立案|未予?立案|撤案)(?:处理|的|件|办理)*$")
_EACH_OF_TWO = searching(
    r"(?:书记|[市县区州省旗镇乡局厅]长|主席|主任)(?:、|和|与)[^,;。]{0,8}?(?:书记|[市县区州省旗镇乡局厅]长|主席|主任)(?:分别|各自?|每人)(?:牵头|带头|领衔)?(?:领办|督办|包案|领衔办理)了?$"
)
# What is not done yet is no stream, and no class of what was answered.
_LEFT_OVER = re.compile(r"(?:尚有|仍有|还有|剩余|余下|剩下|尚余)的?$")
_LEFT_BEHIND = re.compile(r"(?:\([^()]*\))?(?:[省市县区州旗]?(?:人大|政协|代表|委员)*(?:提案|建议))?(?:正在?|正|预计|需|待|仍|还|尚|因|抓紧|将于|力争)[^,;。]{0,14}(?:办理|办结|办复|答复|推进之?中)")
_NOT_DONE = re.compile(r"未(?:能)?(?:按期|按时)?(?:办结|办复|答复|办理完毕|办完)的?(?:提案|建议|件)?(?:有|共|为|仅|尚有)?$")
_UNDONE = re.compile(r"(?:[省市县区州旗]?(?:人大|政协|代表|委员)*(?:提案|建议))?(?:[、和]\d+件(?:提案|建议))?(?:尚|还|仍|暂|均)?未(?:能)?(?:按期|按时)?(?:办结|办复|答复|办理完毕|办完)|(?:主办|会办|协办)?(?:件|建议|提案)未(?:能)?(?:与|和|同|向|按)")
_CARRIED_OVER = re.compile(r"(?:结转|跨年度|续办|遗留)(?:的|到今年的|至今年的)*$")
_BOTH_COURTS = re.compile(r"[“]?两院[”]?(?:共)?(?:承办|办理|主办)(?:了|的)?(?:提案|建议)?$")
_AWARD = re.compile(r"优秀|先进|十佳|最佳|示范|精品|标兵|好(?:提案|建议)")
_MORE = searching(r"(?<!较)[多少](?:立案|收到|承办|办理|办结|提交|接收|受理)了?$")  # 比上届多立案37件
_EXCEPTED = re.compile(r"(?:除|除了|除去|扣除)[^,;。\d]{0,10}$")
_UNCOUNTED = re.compile(r"(?:未|不|没有|均未|均不)(?:计入|列入|纳入|包含在|包括在|计算在)(?:上述|以上|前述|此)?(?:数字|数据|统计|总数|内)")
_LOOKED_BACK = re.compile(r"(?:答复|承诺|列为|列入|定为|评为)[^,;。]{0,14}的?$")
_FELT = re.compile(r"(?:被)?(?:改评|改为|为|表示|评价为|评为|转为|变为)?(?:为)?[“]?(?:基本满意|满意|不满意)")
_SELECTED = re.compile(r"(?:^|[,。;:])(?:并|还|共|择优)?(?:选择|选取|选出|遴选|筛选|挑选)了?$")  # 选择40件社会关注度高的答复
_ONE_BY_ONE = re.compile(r"(?:(?:完成|成熟|解决|办结|办成|办好|落实|销号|答复|答好|清零)一件[、,]?){2}")  # 完成一件、销号一件
_NAMING = frozenset(("other", "instrument", "role", "letter", "sat", "key", "outcome"))
_UNITS = ("件", "份", "条", "项", "宗", "个", "家", "位", "封", "", "人", "起")


def excluded(reader: SentenceReader, segment: Segment, slot: Slot, chain: list[Token], near: Token | None, behind: Token | None) -> str:
    """The reason why a number counts no items of handling, "" if nothing speaks against it."""
    quantity, text = slot.quantity, reader.text
    if quantity.unit not in _UNITS:
        return "unit"
    if not quantity.exact:
        return "approximate"
    if any("difference" in t.tags for t in (*chain[:1], *([near] if near else []))):
        return "difference"
    if _MORE.search(text, slot.start, quantity.span.start):
        return "difference"
    if _LEFT_OVER.search(text, slot.start, quantity.span.start) and _LEFT_BEHIND.match(text, quantity.end, segment.end):
        return "unfinished"
    if _CARRIED_OVER.search(text, slot.start, quantity.span.start) and not any(t.tags.keys() & {"letter", "outcome"} for t in (*slot.left, *slot.right)):
        return "carried_over"  # 上年结转的5件建议: neither of this year's nor all of last year's
    if _NOT_DONE.search(text, slot.start, quantity.span.start) or _UNDONE.match(text, quantity.end, segment.end):
        return "unfinished"
    if _BOTH_COURTS.search(text, segment.start, quantity.span.start):
        return "unit"
    if awarded(slot, text):
        return "award"
    if _EXCEPTED.search(text, segment.start, quantity.span.start) and re.search(r"外(?=[,。;]|$)|[以之]外", text[quantity.end : segment.end]):
        return "exception"
    if _UNCOUNTED.search(text, quantity.end, reader.end) and not any(t.tags.keys() & {"body", "verb", "role"} for t in slot.left):
        return "other_stream"
    if any("every" in t.tags for t in slot.left) or _EACH_OF_TWO.search(text, segment.start, quantity.span.start):
        return "each_one"
    if _CHECKED.match(text, quantity.end, slot.end) and not _LOOKED_BACK.search(text, slot.start, quantity.span.start):
        return "sample"
    if _of_another_stream(slot, text, near, behind) and not (quantity.unit == "件" and kind_of_request(reader, slot)):
        return "other_stream"
    if _SELECTED.search(text, segment.start, quantity.span.start) and not re.search("重点|督办|优秀", text[segment.start : segment.end]):
        return "sample"
    if any("sample" in t.tags for t in slot.left):
        return "sample"
    if quantity.unit in ("条", "部") and text.endswith("热线", slot.start, quantity.span.start):
        return "other_stream"  # 开通热线1条
    if quantity.unit == "件" and text.startswith(("事", "”事"), quantity.end):
        return "manner_of_speaking"  # 高效办成一件事
    listed: object = any(t.tags.keys() & {"body"} for t in chain[:4]) and re.match(r"[(,、;。]|$", text[quantity.end : quantity.end + 1])
    listed = listed or bool(adjacency.unit_words(text, slot.start, quantity.span.start)) or _FELT.match(text, quantity.end, slot.end)
    listed = bool(listed) and text[quantity.span.start - 1 : quantity.span.start] not in ("无", "有", "任")
    if quantity.spelled and quantity.value == 1 and _ONE_BY_ONE.search(text, segment.start, reader.end):
        return "manner_of_speaking"
    alone = behind is not None and "role" in behind.tags and behind.start == quantity.end and re.match(r"[,;。、]|$", text[behind.end : behind.end + 1])  # 一件主办, 一件协办
    if quantity.spelled and quantity.value == 1 and not listed and not alone and not any(t.tags.keys() & {"letter", "sat", "outcome", "role", "key"} for t in chain[:4]):
        return "manner_of_speaking"
    if quantity.unit == "":
        named = near is not None and near.tags.keys() & {"instrument", "role", "letter"}
        return "" if named and re.match(r"[(,;、。]|$", text[quantity.end : quantity.end + 1]) else "no_unit"
    return ""


def awarded(slot: Slot, text: str) -> bool:
    """优秀提案20件, 先进承办单位10个, 15件优秀建议: what was praised, not what was handled."""
    return bool(_AWARD.search(text, slot.start, slot.quantity.span.start) or _AWARD.match(text, slot.quantity.end, slot.end))


def _of_another_stream(slot: Slot, text: str, near: Token | None, behind: Token | None) -> bool:
    """社情民意5件, 5条社情民意, 督办函件19份, 并案12件, 26件不予立案."""
    start, end = slot.quantity.span.start, slot.quantity.end
    if _TURNED_AWAY.match(text, end, slot.end) or _NOT_FILED.search(text, slot.start, start):
        return True
    if behind and "other" in behind.tags and "instrument" not in behind.tags:
        return True
    named = [t for t in slot.left if not _NAMING.isdisjoint(t.tags)]
    if named and text.startswith(("类", "方面"), named[-1].end):
        return False
    if named and "other" in named[-1].tags and not named[-1].tags.keys() & {"instrument", "handover", "verb"}:
        return True
    return bool(near and "other" in near.tags and not near.tags.keys() & {"handover", "proposer"})
