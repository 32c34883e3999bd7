"""The unit that a sentence opens with and that all of it is about, in reports of a body that tells of others' handling."""

from __future__ import annotations

import re

_OPENING = re.compile(
    r"(?:其中)?(?:[^,;:。\d]{0,20}[,:])?(?:而?在?20\d\d年度?)?(?:(?:截至|截止|到|至)[^,;。]{0,12},)?(?P<unit>(?:全)?[省市州县区旗]?(?:人民政府系统|人民政府|政府系统|政府|(?:中级|高级)?人民法院|法院|人民检察院|检察院|监察委员会|委有关部门|委各部门))"
    r"(?:各部门|各承办单位|有关部门)?(?:在)?(?:(?:20\d\d年|今年|去年|上年|当年|本年度)(?:度)?)?(?:另|还|也|又|同时|同期|共|共计|累计|目前|已经?|均已)*"
    r"(?:(?:所)?的?(?:提案|建议)(?:中|,)|(?:把|将)(?:提案|建议|任务)|落实(?!机制)|采纳|办复|参与办理|承办|办理|收到|主办|接办|承接|受理|已办结|已答复|办结|答复|的?[A-D甲乙丙丁]类|已经?(?:基本)?(?:解决|落实|采纳)|(?:满意|不满意|基本满意)(?:率|的|\d))"
)
_OTHERS_TELL = ("congress", "cppcc")


def sentence_unit(kind: str, text: str, start: int, end: int) -> str:
    """市政府系统 for 市政府系统承办的331件中…; "" where the reporter (of `kind`) tells of itself."""
    if kind not in _OTHERS_TELL:
        return ""
    found = _OPENING.match(text, start, end)
    return found["unit"].removeprefix("全") if found else ""
