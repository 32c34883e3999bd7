"""What: the instrument and the raising body that a whole report is about."""

from __future__ import annotations

import re

from handling.extract.heading import Heading
from handling.vocabulary.levels import level_of_body
from handling.vocabulary.patterns import searching

_PROPOSAL = re.compile(r"提案")
_SUGGESTION = re.compile(
    r"(?:代表|人大|批评|意见|议案)[^,。提案]{0,14}建议|建议[、和及与]?(?:批评|议案|提案|意见)|(?<!会)议提案|建议案|议案|代表意见"
    r"|建议(?:办理|交办|全部|已全部|\d|收到|解决)|件[^,。]{0,6}建议|建议[^,。]{0,4}\d+件"
)
_NAME = re.compile(r"[\u4e00-\u9fff]{0,8}$")
_RAISED = searching(
    r"(?P<letter>全国|自治区|自治州|自治县|[省市县区州旗盟镇乡])(?:级)?(?:第?[一二三四五六七八九十\d]+届)?"
    r"(?:人大|政协|人民代表大会)(?!常委会(?:代表|主任|副主任)|提案委|委托|机关)"
)
_SEVERAL = re.compile(r"各级(?:人大|政协)|上级(?:人大|政协|交办)|[省市县区州旗]、?[省市县区州旗]两级(?:人大|政协|建议|提案|代表)")
_TWO_LEVELS = re.compile(r"[省市县区州旗][、和及与][省市县区州旗]|(?:省市县?|省市区|市县|州市|州县)(?:[两三]?级)?(?:人大|政协|建议|提案|代表|议案)")  # 办理2022年省市建议提案
_LISTED = re.compile(r"(?:全国|[省市州])(?:、[省市县区州旗]){1,3}级?(?:人大|政协)")
_BESIDES = searching(r"(?:^|(?<=。))(?:此外|另外|除此之外|另(?=[,收承办有])|除[^。;]{2,30}?外)[^。;]*")  # …,还办理了省人大代表建议11件: not what the report is about


def instrument_of(heading: Heading, kind: str) -> str:
    """proposal, suggestion, combined (both streams), hotline or key_work; "" where several unlike streams share the report."""
    title = heading.words
    opening = "".join(line.words for line in heading.body[:8])[:1200]
    if kind == "hotline":
        return "hotline"
    if kind == "bulletin":
        return "" if re.search(r"热线|12345|提案|建议", title + opening[:80]) else "key_work"
    if kind == "cppcc" and not _SUGGESTION.search(title) and _PROPOSAL.search(title + opening):
        return "proposal"  # 未立案的转作意见建议 is no stream of its own
    for words in (title, opening):
        found = _named(words)
        if found:
            return found
    return ""


def _named(words: str) -> str:
    suggestion = bool(_SUGGESTION.search(words))
    proposal = bool(_PROPOSAL.search(words))
    if not proposal and "建议" in words and re.search(r"代表|人大|办理", words):
        suggestion = True
    if proposal and suggestion:
        return "combined"
    return "proposal" if proposal else "suggestion" if suggestion else ""


def level_of_report(heading: Heading, region: str, within: str, region_level: str, kind: str) -> str:
    """The level of the one body that the report is about: the title's, else that of the only body that its text names; "" for several."""
    if kind in ("hotline", "bulletin"):
        return ""
    titled = _levels(heading.words, region, within, region_level)
    if _TWO_LEVELS.search(heading.words):
        return ""
    if len(titled) == 1:
        return titled.pop()
    if titled:
        return ""
    if kind in ("cppcc", "congress") and region_level:
        return region_level
    named = {level for words in heading.streams for level in _levels(words, region, within, region_level)}
    for line in heading.body:
        named |= _levels(_BESIDES.sub("", line.words), region, within, region_level)
        if ("级" in line.words and _SEVERAL.search(line.words)) or _LISTED.search(line.words):
            return ""
    return named.pop() if len(named) == 1 else region_level if not named and kind == "government" else ""


def _levels(words: str, region: str, within: str, region_level: str) -> set[str]:
    found, last = set(), 0
    for match in _RAISED.finditer(words):
        name = _NAME.search(words, max(last, match.start() - 8), match.start())
        found.add(level_of_body((name[0] if name else "") + match["letter"], region, within, region_level))
        last = match.end()
    return found - {""}
