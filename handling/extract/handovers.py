"""Where the words between two numbers change hands: which of them the first number keeps, and which name the second."""

from __future__ import annotations

import re

from handling.extract.lexicon import Token
from handling.extract.numerals import Quantity
from handling.extract.outcome_words import run_start

_JOINT = re.compile(r"、|和|与|及|以及|或|以及")
_REST_OF_NAME = re.compile(r"和[\u4e00-\u9fff]{2,8}(?:局|委员会|委|厅)")  # 市住房和城乡建设局72件
_DONE = ("answered", "completed", "completed_answered")
_IN_A_ROW = re.compile(r"^(?:[省市县区州旗盟级本人大代表政协委员会主办件]{0,10}(?:建议|提案|议案|件)+)?的?[^,]*、[^,]*(?:分别|依次)(?:为|是|有)?$")
_THESE_UNITS = re.compile(r"(?:承办|主办|责任)?(?:单位|部门|局|乡镇|镇街|街道)(?=[^,]*(?:分别|依次)(?:为|是|有|达到?)?$)|的?(?:承办|主办)?(?:单位|部门)?(?:分别|依次)?(?:是|为|有):?(?=[省市县区州旗])")  # 三家单位主办件的A类件分别为21件…
_UNITS_DOING = re.compile(r"(?:承办|主办|责任|会办)?(?:单位|部门)(?=(?:今年|全年|共|共计|累计|分别|具体|负责){0,2}(?:承办|办理|主办|会办|办结|答复|承担))")
_SHARE_OF_ROLE = re.compile(r"(?<=提案|建议|议案)(?:由?[我本][局委办厅院校市县区州旗镇省单][位]?)?(?:主办|协办|会办|独办|分办|牵头办理)(?:的|了|有)?$")
_NAMING = {"instrument", "rate", "sat", "outcome", "letter", "role", "key", "units", "proposer", "verb", "rank", "share", "channel"}


def named(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a word between `start` and `end` says what a number counts."""
    return any(start <= t.start and t.end <= end and not _NAMING.isdisjoint(t.tags) for t in tokens)


def share_until(text: str, tokens: list[Token], before: Quantity, after: Quantity, known: bool) -> int:
    """Where the words of `before` end and those of `after` begin; `known` where words in front of `before` say already what it counts."""
    if after.unit == "%" and before.unit != "%":
        rate = next((t for t in tokens if t.start >= before.end and t.end <= after.span.start and t.tags.keys() & {"rate", "share"}), None)
        if rate is not None and not text[before.end : rate.start].startswith(("、", "和")):
            said = next((t for t in tokens if t.tags.keys() & {"qualifier", "object"} and before.end <= t.start < rate.start and text[t.end : rate.start] in ("", "的")), rate)
            return said.start  # 16件主办建议最终满意率, 这24件建议办理结果的满意率
    if before.unit in ("位", "名") and after.unit == "件" and re.match(r"(?:副)?[省市县区州旗局厅主书委常][^,;。]{0,6}?(?:分别|各|牵头|领)", text[before.end : after.span.start]):
        return before.end  # 8位副市长分别领办重点建议9件
    words = text[before.end : after.span.start]
    if _IN_A_ROW.search(words):
        listed_from = next((t.start for t in tokens if before.end < t.start < after.span.start and t.tags.keys() & {"letter", "sat"}), None)
        if listed_from is not None:
            return before.end if text[listed_from - 1] == "的" else listed_from  # 96件建议的满意、基本满意、不满意件数分别为89件、5件、2件
    if before.unit in ("家", "个") and after.unit == "件" and (doing := _UNITS_DOING.match(words)):
        return before.end + doing.end()  # 32个承办单位共办理代表建议118件
    if before.unit in ("家", "个", "位", "名") and (these := _THESE_UNITS.match(words)):
        return before.end + these.end()
    edge = after.span.start - text.startswith("的", after.span.start - 1)  # 表示满意的23件
    own = next((t for t in tokens if t.end in (edge, after.span.start) and t.tags.keys() & {"letter", "sat", "outcome"} and not t.tags.keys() & {"qualifier", "weak"}), None)
    turn = run_start(text, tokens, own) if own else after.span.start
    covered = [(t.start, t.end) for t in tokens]
    for joint in _JOINT.finditer(text, before.end, turn):
        in_a_name = _REST_OF_NAME.fullmatch(text, joint.start(), after.span.start) and text[joint.start() - 1] not in "局委厅办院"
        if not in_a_name and not any(a <= joint.start() < b for a, b in covered):
            return joint.start()
    if listed := re.search(r"(?<=[案议件])(?:包括|其中|含)", words):
        return before.end + listed.start()  # 404件建议提案包括省人大代表建议11件
    done = next((t.start for t in tokens if before.end <= t.start and t.end == after.span.start and t.tags.get("verb") in _DONE), None)
    if done is not None and before.unit == after.unit == "件":
        return done  # 34件建议已办结31件
    if own and any(t.tags.keys() & {"instrument", "role"} and before.end <= t.start and t.end <= turn for t in tokens):
        judged = next((t.start for t in tokens if t.tags.keys() & {"qualifier", "object"} and before.end <= t.start and t.end <= turn), turn)
        return judged  # 38件主办建议A类28件, 58件主办建议已解决或基本解决39件, 271件建议的首次评价为满意255件
    if share := _SHARE_OF_ROLE.search(words):
        return before.end + share.start()  # 12件市政协提案由我县主办5件
    inside = re.match(r"[^,中里]{0,14}[中里](?=[^\u4e00-\u9fff]|有|已|主办|协办|会办|其中|包括|满意|基本|代表|委员|得到|经济|没有|含|所提|答复为|列为|被?评为|属于|[\u4e00-\u9fff、]{2,20}(?:类|方面|领域)(?:提案|建议|的|有|共|为)*$)", words)
    if inside:
        return before.end + inside.end()
    if any(t.end == after.span.start and ("difference" in t.tags or t.tags.keys() >= {"sat", "qualifier"}) for t in tokens):
        return before.end  # 这两件提案转为满意1件
    if after.unit == "%" and any("time" in t.tags and before.end <= t.start < after.span.start for t in tokens):
        return before.end  # 2023年的60.4%提高到今年的65.0%
    if known and not words.startswith(("为", "是", "的")):
        return before.end
    return after.span.start if not known else before.end + len(words)
