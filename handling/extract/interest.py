"""A quick look at a sentence before the grammar is put to work."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handling.extract.context import ITEM_WORDS, Context
from handling.extract.implied import may_imply
from handling.extract.passages import Sentence
from handling.vocabulary.patterns import searching

_COUNTED = searching(
    r"[\d一二三四五六七八九十百千两][ ]?(?:件|%|份|宗|封|起)|"
    r"[\d一二三四五六七八九十百千两](?:[个家][^,;。]{0,12}(?:单位|部门|街道|乡镇|镇街|政府|提案)|[条项][^,;。]{0,6}(?:提案|建议|议案))|"
    r"(?:提案|建议|议案|信箱)[^,;。]{0,12}\d[条项个]|百分之|成[一二三四五六七八九,;。]|第[一二三四五六七八九十\d]+[位名]|"
    r"[列居名第][第全]?[^,;。]{0,3}第?[一二三四五六七八九十]|(?:单位|部门)(?:由|从|为|共|有)?(?:20\d\d年的?)?\d|办\d|(?:提案|建议)\d"
)
_SPOKEN = re.compile(r"依次|全部|均|都|件件|事事|条条|没有|无|未收到|未出现|未发现|未有|三见面|全面|悉数|也已|一律|一致|皆|普遍")
_IMPLYING = re.compile(
    r"办结|答复|办复|回复|办理|办完|办毕|满意|[A-D甲乙丙丁]”?类|采纳|开工|竣工|完工|有回|有着|有结|有交|三见面|面商|见面|沟通|会办|协办|结案|依次"
)
# One of them stands in what implies a figure without a word of all or none.
_ALONE = searching(r"改评|改为|转为|变为|见面|见了面|面商|面谈|沟通|(?:为|是|属于?)[“]?[A-D甲乙丙丁]|(?:答复|评定|确定|列|归)为(?:已|正|列|基本|部分|暂|留)|(?:均|全部|都)[已经被得到予以获给了吸收]{0,6}(?:采纳|吸纳)|前[二三四五六七八九十\d]+[位名]")


@dataclass(frozen=True, slots=True)
class Interest:
    """Whether a sentence is about figures at all (`hinted`), and whether words may imply one: beside a word of all or none (`implied`), or `alone`."""

    hinted: bool
    implied: bool = False
    alone: bool = False


NOTHING = Interest(False)


def interest(context: Context, sentence: Sentence) -> Interest:
    """What a sentence may hold besides printed numbers."""
    text, start, end = sentence.text, sentence.start, sentence.end
    counted = _COUNTED.search(text, start, end) or (context.item_word in ITEM_WORDS and re.search(rf"\d{context.item_word}", text[start:end]))
    spoken = _SPOKEN.search(text, start, end) and _IMPLYING.search(text, start, end)
    if not (counted or spoken):
        return NOTHING
    classes = bool(counted) or sentence.counts or any(reading.measure == "outcome" for reading in context.before)
    return Interest(True, bool(spoken) and may_imply(text, start, end, classes), _ALONE.search(text, start, end) is not None)
