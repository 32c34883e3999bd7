"""Items by subject: labels such as 城建交通类, 教科文卫方面, or a bare 农业农村 inside a list of subjects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract import adjacency
from handling.extract.clauses import Segment, Slot
from handling.vocabulary.title_topic import topic_of_title
from handling.vocabulary.topics import class_of_label

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

_LABEL = re.compile(
    r"(?P<words>[\u4e00-\u9fff、“”]{1,30}?)(?P<kind>类|方面|领域|类别)(?:的)?(?:意见)?(?:提案|建议|议案|问题|诉求|工单|议题|件|事项|投诉)*(?:的)?(?:有|为|共|计|达|是|各有|各)*$"
)
_BARE = re.compile(
    r"(?:\([一二三四五六七八九十]+\)|[,、;:和与及])?(?P<words>[\u4e00-\u9fff、与和及]{2,22}?)(?:提案|建议|问题|诉求|工单)?(?:的)?(?:有|为|共|计)*$"
)
_LEAD_IN = re.compile(
    r"^(?:[,、;:和与及]|(?:所提|提案|建议)*(?:主要)?内容(?:上|主要|分别|为|包括|有)*|其中|其次[是为]?|最多的是|较多的是|居首的是|再次[是为]|依次[是为]|最少的是|主要涉及|涉及|关于|有关|反映|属于|主要是|分别是|按[内性]?[容质]?(?:划分|分)?类?|划分为|分为|一是|二是|三是|四是|五是|六是|在|为|是|(?:立案)?(?:提案|建议|工单)中|由|有|占)+"
)
_NOT_TOPIC = re.compile(r"收到|政协|人大|征集|立案|主办|协办|会办|满意|解决|采纳|落实|[甲乙丙丁]$|承办|办结|答复|代表|委员|其中$|个人|集体|联名|各$|这$|此$|同$|分$")


def label_before(text: str, slot: Slot, place: int | None = None) -> tuple[str, bool]:
    """The subject's label right before the number (or `place`), and whether 类 or 方面 marks it as one."""
    words = text[slot.start : slot.quantity.span.start if place is None else place]
    if ("类" in words or "方面" in words or "领域" in words) and (found := _LABEL.search(words)):
        label = _LEAD_IN.sub("", found["words"])
        return (label + found["kind"], True) if label and not _NOT_TOPIC.search(label) else ("", False)
    found = _BARE.fullmatch(words)
    if not found:
        return "", False
    label = _LEAD_IN.sub("", found["words"])
    if (
        _NOT_TOPIC.search(label)
        or adjacency.unit_words(text, slot.start, slot.quantity.span.start)
        or re.search(r"[局委厅院镇乡]$|街道$|[县市区旗]$", label)
    ):
        return "", False
    return label, False


_MOST = re.compile(r"(?P<label>[\u4e00-\u9fff、“”]{2,16}(?:类|方面|领域))(?:的)?(?:建议|提案)*(?:数量)?(?:最多|居首|为主|居多|次之|排在?首位)$")


def topic_before(reader: SentenceReader, slot: Slot) -> tuple[str, str] | None:
    """(label, topic class) of the number, or None. A bare label counts only in a list of subjects or with a share behind it."""
    label, marked = label_before(reader.text, slot)
    if not label and slot.first and re.fullmatch(r"(?:共|有|为|达|计)*", reader.text[slot.start : slot.quantity.span.start]):
        before = _MOST.search(reader.text, max(reader.start, slot.start - 24), max(reader.start, slot.start - 1))  # 养老服务类最多, 有11件
        label, marked = (_LEAD_IN.sub("", before["label"]), True) if before else ("", False)
    if not label or any(t.tags.keys() & {"letter", "sat", "role", "rate", "every", "channel"} for t in slot.left):
        return None
    topic = class_of_label(label)
    if marked:
        if not topic and not reader.topics_about:
            return None
        return label, topic or "other"
    if topic and reader.topics_about and len(label) <= 16 and slot.quantity.unit in ("件", "%"):
        return label, topic
    return None


_KIND = re.compile(r"(?:咨询|求助|投诉|举报|建议|意见|意见建议|表扬|感谢|求决|投诉举报|其他|"
    r"非投诉|查询|申诉|反映)(?:求助|举报|建议)?(?:类|件|类工单|类诉求|工单)$")
_WAY = re.compile(r"(?:电话|网络|互联网|微信|微博|APP|网站|短信|来信|邮件|线上|线下|小程序)(?:渠道|平台|端|途径|受理|来件)?(?:的)?(?:诉求|工单|受理|来件|件)?$")


def kind_of_request(reader: SentenceReader, slot: Slot) -> str:
    """投诉类, 求助类, 电话渠道: how the public came, not about what; "" where it is neither."""
    if reader.context.stream != "hotline" and reader.said.instrument != "hotline":
        return ""
    words = reader.text[slot.start : slot.quantity.span.start]
    found = _KIND.search(words) or _WAY.search(words) or re.fullmatch(r"[、和,]?其[他它余](?:类)?", words)
    if not found or ("其" in found.group() and not (reader.readings and reader.readings[-1].rule == "kind_of_request")):
        return ""
    return found.group()


_ABOUT = re.compile(
    r"(?:^|[,;:、。中里]|其中|内容[上来]?看|按内容分|主要)(?:反映|涉及|关于|关注|围绕|聚焦|针对|有关|事关|集中在|要求|建议)(?P<label>[\u4e00-\u9fff、“”]{2,30}?)(?:等?(?:方面|领域|内容|问题|事项|工作)|等)?(?:提出)?的?(?:[省市县区州旗盟]级?)?(?:人大代表|政协委员|人大|政协|代表|委员)?(?:建议提案|提案|建议|议案|意见|件)*(?:的)?(?:有|共|为|达)*$"
)
_ABOUT_BEHIND = re.compile(r"(?:件)?(?:提案|建议|建议提案)?(?:主要)?(?:反映|涉及|关于|关注|围绕|聚焦|属于|属|归入|归为|划入)(?:的是)?(?P<label>[\u4e00-\u9fff、“”]{2,30}?)(?:等)?(?:方面|领域|内容|问题|事项|类)*(?=[,;。]|$)")
_SHARED = re.compile(r"(?:件)?(?:提案|建议)?[,(]?(?:约)?(?:占|占比)")
_SUBJECTS = re.compile(r"(?:反映|涉及|关于|关注|有关|事关)[^,;。\d]{2,20}的[^,;。\d]{0,10}\d+件")
_NO_SUBJECT = re.compile(r"部门|单位|级|职权|事权|权限|代表|委员|多个|几个|承办|全局|全市|全县|全区|历史遗留|跨|资金|政策|编制|上级")


def topic_about(reader: SentenceReader, segment: Segment, slot: Slot) -> tuple[str, str] | None:
    """反映停车难的有14件, 占24.6%; 其余7件涉及扬尘管控: the subject in a verb's words. Only beside a share, or where several are listed."""
    text, place = reader.text, slot.quantity.span.start
    found = _ABOUT.search(text, max(slot.start - 1, reader.start - 1, 0), place) or _ABOUT_BEHIND.match(text, slot.quantity.end, segment.end)
    if slot.quantity.unit != "件" or found is None or _NO_SUBJECT.search(found["label"]):
        return None
    shared = _SHARED.match(text, slot.quantity.end) or re.match(r",占", text[found.end() :])
    if not shared and not reader.topics_about and not any(r.measure == "topic" for r in reader.readings) and len(_SUBJECTS.findall(text, reader.start, reader.end)) < 2:
        return None
    label = found["label"].removesuffix("的")
    topic = next((known for part in [label, *label.split("、")] if (known := class_of_label(part) or _of_title(part))), "")
    return (label, topic) if topic else None


def _of_title(words: str) -> str:
    topic = topic_of_title(words).topic
    return "" if topic == "other" or _OFFICE.search(words) else topic


_OFFICE = re.compile(r"[我本]|[局委厅办院市县区州省]$")
_NEXT_STREAM = re.compile(r"[、和与及]?(?:以及)?(?:[省市县区州])?(?:人大代表|政协委员|代表|委员|人大|政协)?(?:建议|提案|议案)$")


def topic_carried(reader: SentenceReader, slot: Slot) -> tuple[str, str] | None:
    """经济类建议29件、提案41件: the subject holds for the other stream beside it."""
    last = reader.readings[-1] if reader.readings else None
    if last is None or last.measure != "topic" or not last.own.instrument or slot.start - last.end > 3:
        return None
    return (last.label, last.category) if _NEXT_STREAM.fullmatch(reader.text, slot.start, slot.quantity.span.start) else None


_IN_BRACKET = re.compile(r"(?:^|[,、:;和与及)是为]|涉及|关于|反映|有关|集中在|聚焦|包括|围绕)"
    r"(?P<label>(?:(?![是为])[\u4e00-\u9fff]){2,12}?)(?:类|方面|领域|问题|等)?(?:的)?(?:提案|建议)?$")


def topic_of_bracket(reader: SentenceReader, segment: Segment, slot: Slot) -> tuple[str, str] | None:
    """城市建设(21件)、教育卫生(18件): the subject before a bracket that holds nothing but its count."""
    if segment.mark != "(" or slot.left or slot.start != segment.start or slot.quantity.end != segment.end:
        return None
    found = _IN_BRACKET.search(reader.text, reader.previous_start(segment, 1), segment.start - 1)
    topic = class_of_label(found["label"]) if found else ""
    listed = len(re.findall(r"[\u4e00-\u9fff]\([\d,]+件\)", reader.text[reader.start : reader.end]))
    return (found["label"], topic) if found and topic and listed > 1 else None


_LIST_TAIL = re.compile(
    r"(?P<names>[\u4e00-\u9fff、]{3,60}?)(?:等)?(?P<mark>[一二三四五六七八九十\d]{0,4}(?:个|大)?(?:类|方面|领域|类别))?(?:的)?(?:提案|建议|议案|工单|诉求|问题|件){0,4}(?:的)?"
    r"(?:数量|占比|比例)?(?:分别|依次|各)(?:为|是|有|占|达|占比|占到|占总数的?|占总量的?|占比为){0,3}$"
)


def topics_listed(words: str, size: int) -> list[tuple[str, str]]:
    """经济建设、城乡建设、社会事业方面提案分别占: the (label, class) of each of `size` subjects named before a row; [] if they are none."""
    found = _LIST_TAIL.search(words)
    if not found:
        return []
    named = re.split(r"(?:集中在|集中于|涉及|围绕|聚焦|包括|分为|反映|关注)了?", found["names"])[-1]
    names = [_LEAD_IN.sub("", name) for name in re.split(r"、|以及|和|与|及", named)]
    names = [re.sub(r"(?:类|方面|领域)$", "", name) for name in names]
    classes = [class_of_label(name) for name in names]
    return list(zip(names, classes, strict=True)) if len(names) == size and all(classes) else []


_OF_ITEMS = re.compile("提案|建议|议案")  # 119件提案中, 民生保障占42.9%; but not what farming and industry are of a county's product


def listed_topics(text: str, slots: list[Slot]) -> int:
    """How many of the numbers of a sentence carry a subject's label."""
    count = 0
    for slot in slots:
        if slot.quantity.unit not in ("件", "条", "项", "%"):
            continue
        place = next((t.start for t in slot.left if "share" in t.tags), None) if slot.quantity.unit == "%" else slot.quantity.span.start
        label, marked = label_before(text, slot, place) if place is not None else ("", False)
        about = slot.quantity.unit == "件" or _OF_ITEMS.search(text, max(0, slots[0].start - 40), slots[0].quantity.span.start)
        if label and (marked or about) and class_of_label(label):
            count += 1
    return count
