"""What holds for a number that its own words leave unsaid: of its sentence, of the whole that it is a part of, of its paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handling.extract import enumerations, shared_roles
from handling.extract.clauses import Segment
from handling.extract.known_groups import mixed_body
from handling.extract.scope import MIXED, NOTHING, Reading, Traits, common
from handling.extract.years import THIS

if TYPE_CHECKING:
    from handling.extract.sentence import SentenceReader

_WHOLE = re.compile(r"(?:全部|所有)的?(?:人大|政协|代表|委员)?(?:建议|提案|议案)|各件(?=均|都|全部)|(?:上述|以上)(?:各类)?(?:建议提案|提案建议|建议、提案|提案、建议)(?=[^,;。]*(?:全部|均|都))|(?:办理|承办)(?:总?件数|总数|总量)比")
_BOTH = re.compile(r"(?:两者|二者|两项|以上两项)(?:合计|共计|总计|共|之和)")
_THESE_ITEMS = re.compile(r"(?:上述|以上)[省市县区州旗]级件|(?:^|[,;、])[省市县区州旗]级(?=[\d一二三四五六七八九十百]+件(?:当?中|里|,))")
_REST = re.compile(r"(?:其余|余下|剩余)的?$")
_WHOLE_RATE = re.compile(r"(?:全部|所有)的?(?:人大|政协|代表|委员)?(?:建议|提案|议案)的?[^,;。\d]{0,10}率")
_ALL_UNITS = re.compile(r"(?:全部|所有|各)(?:的)?(?:承办)?(?:单位|部门)")
_CONTENTS = re.compile(r"(?:从|按)?(?:\d+件)?(?:这些|上述|以上|全部|所有)?(?:的)?(?:代表|委员|人大|政协)*(?:建议|提案|、|和)+(?:的)?(?:主要)?(?:内容|涉及|集中|反映)")  # of all, not of those led
_FORMS = re.compile(r"(?:反馈|测评|评价|征[求询]意见|意见反馈)[表函][^。]{0,12}(?:回收|收回|发出|发放)|(?:回收|收回)[^。]{0,8}(?:反馈|测评|评价|意见)[表函]")


def of_several(reader: SentenceReader, reading: Reading) -> bool:
    """区法院承办4件, 区检察院承办2件, 承办单位共46个: how many units handle is of all those named."""
    return reading.measure == "units" and len({r.traits.unit for r in reader.readings if r.measure == "received" and r.traits.unit}) > 1


def scopes_of(reader: SentenceReader, segment: Segment, reading: Reading, own: Traits) -> tuple[Traits, Traits, Traits]:
    """What sentence, whole and paragraph say of a reading that itself says `own`: what was said of another group, role or year is left out."""
    other = own.body and not own.role and reader.said.body not in ("", own.body) and not reading.depth
    if other and reading.scale == "percent" and any(r.scale == "percent" and r.own.role and r.start < segment.start for r in reader.readings):
        reader.said = reader.said.without("role")  # 市级主办件满意率100%, 区级建议…: another body's items are not those led
    said = reader.said.without("year", "month", "period") if own.year or own.month else reader.said
    base = reader.base if reader.base is not None else NOTHING
    before = next((r.traits.unit for r in reversed(reader.history) if r.traits.unit), "")
    if own.unit and own.unit.removesuffix("系统") not in (reader.said.unit.removesuffix("系统"), before.removesuffix("系统")) and not own.role:
        reader.context.paragraph = reader.context.paragraph.without("role")  # another unit's items are not those told before
        said = said.without("role")
    paragraph = reader.context.paragraph
    both = paragraph.instrument == "combined" and reading.measure in ("outcome", "satisfaction")  # 主办的建议提案已全部办结. 已解决的, 建议15件、提案20件
    stream = own.instrument or (said.instrument if reading.rule == "rate" else "")
    if stream and paragraph.instrument != stream and not own.role and not both:
        paragraph = paragraph.without("role")
    said, base = _streams(reader, segment, reading, own, said, base)
    said, paragraph = _of_all(reader, segment, reading, own, said, paragraph)
    body = own.body or reader.said.body or base.body
    if body and paragraph.body and body != paragraph.body:
        paragraph = paragraph.without("role", "round") if not own.role else paragraph.without("round")
    other_role = own.role and not own.instrument and {said.role, paragraph.role} - {"", own.role}
    if other_role and reading.measure != "received":
        paragraph, said = paragraph.without("body", "instrument"), said.without("body", "instrument")
    if own.object and not own.round:
        said, paragraph = said.without("round"), paragraph.without("round")
    elif own.round and not own.object:
        said, paragraph = said.without("object"), paragraph.without("object")
    if reader.context.year_of(own.year or said.year) is not None and reading.measure == "received" and not own.role:
        paragraph = paragraph.without("role")  # 主办件的办结率100%. 与去年的23件相比: of all items
        total = own.instrument in ("", "combined") and "combined" in (own.instrument, said.instrument, paragraph.instrument)
        if total and not own.body and not said.body and base is NOTHING and mixed_body(reader.context):
            paragraph = Traits(body=MIXED).over(paragraph.without("body"))  # 去年承办的建议提案为31件: of all levels
    if own.year not in ("", *THIS) and not own.round:
        paragraph = paragraph.without("round")  # how it went in earlier years is told of no round
    return said, base, paragraph


def _streams(reader: SentenceReader, segment: Segment, reading: Reading, own: Traits, said: Traits, base: Traits) -> tuple[Traits, Traits]:
    """Whether a number without a stream of its own is of both streams that were told before."""
    if own.body and not own.instrument and (own.role or _THESE_ITEMS.search(reader.text[segment.start : segment.end])) and not reading.depth:
        told = {r.traits.instrument for r in (*reader.context.readings, *reader.readings) if r.measure == "received" and r.traits.body == own.body}
        if told >= {"suggestion", "proposal"}:
            return Traits(instrument="combined").over(said.without("instrument")), NOTHING  # 由我市主办的省级件有11件
    if own.instrument or own.body:
        return said, base
    if own.role and _REST.search(reader.text, segment.start, reading.start):
        told = {r.traits.instrument for r in reader.readings if r.measure == "received" and r.start >= reader.clause_start(segment)}
        if told >= {"suggestion", "proposal"}:
            return Traits(instrument="combined").over(said.without("instrument")), base  # 建议中主办12件, 提案中主办8件, 其余9件为协办件
    if reading.scale == "percent" and not reading.rule.endswith("_row"):
        said = enumerations.told_together(reader, segment, said)
    elif reading.measure in ("received", "units") and not reading.depth and (not own.role or reading.measure == "units"):
        said = enumerations.summed_up(reader, reading, said)
    if own.year and reading.measure == "received" and _BOTH.search(reader.text, segment.start, reading.start):
        pair = common([r.traits for r in reader.readings if r.measure == "received" and r.traits.instrument in ("proposal", "suggestion")][-2:])
        said = Traits(instrument=pair.instrument, body=pair.body).over(said) if pair.instrument == "combined" else said
    if reading.measure == "received" and own.role and not reading.depth:
        said = enumerations.divided_by_role(reader, segment, reading, said)
        base = NOTHING if said.instrument == "combined" and base.instrument not in ("", "combined") else base
    return said, base


def _of_all(reader: SentenceReader, segment: Segment, reading: Reading, own: Traits, said: Traits, paragraph: Traits) -> tuple[Traits, Traits]:
    """What is said of all items or all units is of no one role, body or unit."""
    text = reader.text
    whole = bool(_WHOLE.search(text, segment.start, reading.end if reading.basis == "implied" else reading.start))
    if whole and not own.role and not own.body:
        said, paragraph = said.without("role", "body"), Traits(body=mixed_body(reader.context)).over(paragraph.without("role", "body"))
        reader.context.paragraph = paragraph  # 全部建议提案均已办结, 见面率100%
    no_role = (
        reading.measure == "units"
        or (reading.measure in ("topic", "topic_share") and _CONTENTS.match(text, reader.start, reading.start))
        or (reading.again and reading.rule in ("noun", "predicate") and not own.role)  # 21件提案中: all of them, not those led
        or shared_roles.judged_again(reader, reading, own)
    )
    if reading.measure in ("topic", "topic_share"):
        paragraph = paragraph.without("role")
    if no_role:
        said, paragraph = said.without("role"), paragraph.without("role")
    if reading.again and reading.rule == "predicate" and not own.role:
        reader.said, reader.context.paragraph = said, paragraph  # 46件已全部按时办结: in time are all of them as well
    if reading.measure == "satisfaction" and _FORMS.search(text, reader.start, reader.end):
        paragraph = paragraph.without("role")
    if not own.role and _ALL_UNITS.search(text, segment.start, reading.start):
        said, paragraph = said.without("role"), paragraph.without("role")  # 10个单位主办146件. 各承办单位与代表见面率100%, 满意率98%
        reader.context.paragraph = paragraph
    if of_several(reader, reading) or reading.measure == "key" or _ALL_UNITS.search(text, segment.start, reading.start) or _WHOLE_RATE.match(text, segment.start, reading.start):
        said = said.without("unit")
    return said, paragraph
