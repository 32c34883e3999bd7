"""What a stretch without numbers, or a date at its head, tells of the numbers that follow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract import parallels, shared_roles
from handling.extract.clauses import Segment, sentence_tokens
from handling.extract.lexicon import Token
from handling.extract.scope import Traits, traits_of
from handling.extract.years import THIS

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

_SPEAKING = re.compile(r"方面|反馈|评价|测评|征[求询]|看$|中$|意见")
_COMPARED = re.compile(r"相比|比较|^较|^比|与[^,]*比")
_ROLE = re.compile(r"主办|协办|会办|独办|分办|汇办|牵头件")
_ALL_ITEMS = re.compile(r"[就从在对]?(?:全部|所有|整个|总体)的?(?:人大|政协|代表|委员)*(?:建议提案|提案建议|建议|提案|承办件|件)(?:而言|来看|来说|看|中)?$")
_SUPPORT = re.compile(r"(?:人大|政协)(?:常委会)?(?:、|和|及)?[^,;。]{0,8}的?(?:有力|精心|关心|大力|正确|坚强)*(?:监督|支持|领导|指导|关心)")
_ROLE_ITEMS = re.compile(r"(?:主办|会办|协办)件")
_ABOUT_RESULTS = re.compile(r"(?:[(]?[一二三四五六七八九十\d]+[)、.])?(?:[\u4e00-\u9fff]{0,6}的)?办理(?:结果|质量|态度|过程)(?:情况|方面)?")
_NO_ROLE = re.compile(r"单位|意见|部门|方(?!面)|者|积极|沟通|主动|配合")


def header(reader: SentenceReader, segment: Segment) -> None:
    """A segment without numbers tells what the following ones are about."""
    if not segment.tokens:
        return
    text = reader.text[segment.start : segment.end]
    own = traits_of([t for t in segment.tokens if "agent" not in t.tags or _SPEAKING.search(text)], reader.context.stream)
    if _SUPPORT.search(text):
        own = own.without("body", "instrument")  # 在县人大、县政协的监督支持下
    if (own.year or own.month) and _COMPARED.search(text):
        own = own.without("year", "month")
    if reader.context.resorted and own.year in THIS:
        own = own.without("year")
    if own.instrument and reader.said.role and not own.role and own.instrument != reader.said.instrument:
        reader.said = reader.said.without("role")
    if _ALL_ITEMS.match(text) and not own.role:
        reader.context.paragraph, reader.said = reader.context.paragraph.without("role"), reader.said.without("role")  # 就全部建议而言, …
    if own.role and (not _ROLE.search(text) or (_NO_ROLE.search(text) and not _ROLE_ITEMS.search(text))):
        own = own.without("role")
    if _ABOUT_RESULTS.fullmatch(text):
        own = own.without("object")  # 三、办理结果: heads all that follows, and is not what was judged
    if shared_roles.ALL_ROLE.match(text):
        own = own.without("role")
    years = [t for t in segment.tokens if t.tags.get("year")]
    spans = [t for t in segment.tokens if t.tags.get("time") == "range"]
    if len(spans) == 1 and not years:
        first, last = (int(year) for year in spans[0].tags["period"].split("/"))
        years = [Token(0, 0, str(year), {"time": "year", "year": str(year)}) for year in range(first, min(last, first + 9) + 1)]
    pair = parallels.bodies_listed(reader.text, segment, reader.context.stream) or parallels.streams_listed(reader.text, segment)
    reader.axis = [traits_of([t], reader.context.stream) for t in years] if len(years) > 1 else pair if len(pair) > 1 else reader.axis
    own = own.without("year") if len(years) > 1 else own
    reader.said = own.without("part").over(reader.said)


_HEADED = re.compile(
    r"(?:[(]?[一二三四五六七八九十\d]+[)、.])?(?:关于)?(?:[省市县区州旗盟]级?|自治区)?(?:人大代表|政协委员|人大|政协|代表|委员)?(?:建议|提案|议案)(?:的?办理(?:情况|结果)?|方面|情况)?[。:]?"
)


def headed(words: str, stream: str) -> Traits | None:
    """The stream and body that a heading, or the first words of a paragraph, name and nothing else: (二)市人大代表建议."""
    words = words.strip()
    return traits_of(sentence_tokens(words, 0, len(words)), stream) if len(words) <= 24 and _HEADED.fullmatch(words) else None


def dated_from(reader: SentenceReader, segment: Segment) -> None:
    """A year or month at the head of a segment with numbers holds on; one inside a comparison is for its number alone."""
    if not segment.slots or segment.depth or segment.mark == "、":
        return
    dated = [t for t in segment.tokens if t.tags.get("year") or t.tags.get("month") or t.tags.get("time") == "period"]
    one = len(dated) == 1 or (len(dated) == 2 and dated[0].end == dated[1].start and dated[1].tags["time"] == "period")
    if not one or reader.text[segment.start : dated[0].start].strip("其中而另、.()0123456789") != "":
        return
    if dated[0].start >= segment.slots[0].quantity.span.start or (dated[0].tags.get("year") in THIS and reader.context.resorted):
        return
    reader.said = traits_of(dated, reader.context.stream).over(reader.said.without("year", "month", "period"))
