"""Outcome classes: which class a run of words means, and what the letters of a report stand for."""

from __future__ import annotations

import re

from handling.extract.lexicon import Token

_LINK = re.compile(
    r"[所提意见建议案问题事项的了或者和、及与并以,等因受由于目前其他它原逐步可需待年内“”()规划财力政策体制条件客观限制约容已经正在将部分暂尚时能解决落实办理结果答复为是属供作向委员代表说明今后当方面工计有关门研究被得到予给采纳"
    r"要请对中列入做充无法较大资金上级律规一而但且相涉职权反映据就此类这每]{0,40}"
)  # one class of characters, so that no reading is tried twice
LONGEST_RUN = 30
_OF_ROLE = re.compile(r"的(?:[省市县区州旗盟]级?)?$")
_BRACKET = re.compile(r"\([^()]{1,80}\)[的为有共计:、]{0,3}$")
_KINDS_LISTED = re.compile(r"(?:分|划)为?(?:[A-D]{0,4})[两三四2-4](?:个)?(?:类|等次|种)[^。]{0,80}$")
LETTERS = {"A": "adopted", "B": "planned", "C": "deferred", "D": "deferred", "E": "deferred", "F": "deferred"}
_SPANNING = re.compile(r"或者?|和|及|与|以及")
_TURNED = re.compile(r"(?:转|调整|变更|升级?|改列|改)(?:为|成|入|作)$")


def resolve(tokens: list[Token], text: str) -> str:
    """The class that a run of outcome words means: the furthest that they reach; 已解决或列入计划 spans two."""
    marked = [t for t in tokens if "outcome" in t.tags]
    strong = [t for t in marked if "weak" not in t.tags] or marked
    classes = [t.tags["outcome"] for t in strong]
    if not classes:
        return ""
    if "deferred" in classes:
        return "deferred"
    if "planned" not in classes:
        return "adopted"
    if "adopted" not in classes:
        return "planned"
    last = max(i for i, c in enumerate(classes) if c == "adopted")
    after = [t for i, t in enumerate(strong) if classes[i] == "planned" and i > last]
    if not after:
        return "planned"
    between = text[strong[last].end : after[0].start]
    bare = strong[last].word in ("采纳", "被采纳", "已被采纳", "正在采纳")
    return "adopted_or_planned" if _SPANNING.search(between) and not bare else "planned"


def run_before(tokens: list[Token], text: str, place: int) -> list[Token]:
    """Outcome words and letters that lead up to `place` without foreign words between them."""
    run: list[Token] = []
    bracket = _BRACKET.search(text, max(0, place - 90), place)
    if bracket:
        inside = [t for t in tokens if bracket.start() < t.start and t.end < bracket.end() and t.tags.keys() & {"outcome", "letter"}]
        named = [t for t in tokens if "letter" in t.tags and t.end == bracket.start()]
        if named and not inside:
            return named  # A类(已办结或基本办结)18件
        if inside and (named or any("letter" in t.tags for t in inside)):
            return [*run_before([t for t in tokens if t.end <= bracket.start()], text, bracket.start()), *inside] if not named else [*named, *inside]
    for token in reversed(tokens):
        if token.end > place:
            continue
        if run and "letter" in run[-1].tags and ")" in text[token.end : place]:
            break  # A类3件(已解决)、B类2件: what the bracket says is A's
        if len(run) == LONGEST_RUN or _LINK.fullmatch(text, token.end, place) is None:
            break
        if "outcome" in token.tags or "letter" in token.tags:
            run.append(token)
        elif "body" in token.tags and text.startswith("的", run[-1].end if run else token.start - 1):
            pass  # 列入计划的县政协提案22件
        elif "role" in token.tags and _OF_ROLE.search(text, max(0, token.start - 4), token.start):
            pass  # 去年答复为B类的主办件26件, B类的省级主办件36件
        elif "body" in token.tags and run == [] and text[token.start - 1] == "的":
            pass
        elif not token.tags.keys() & {"instrument", "agent", "all", "qualifier", "total", "verb", "share", "respective", "reach", "rest", "sat", "filler"}:
            break
        elif "verb" in token.tags or "instrument" in token.tags or "agent" in token.tags:
            pass
        place = token.start
    return run[::-1]


class Letters:
    """What A, B, C and D mean in this report: read from the words beside them, wherever they stand."""

    def __init__(self) -> None:
        self.meaning: dict[str, str] = {}

    def learn(self, text: str, tokens: list[Token]) -> None:
        """Take up definitions: A类(已解决), 已解决的(A类), A类为所提事项已经办成."""
        for index, token in enumerate(tokens):
            if "letter" not in token.tags or token.tags["letter"] in self.meaning:
                continue
            turned = _TURNED.search(text[max(0, token.start - 4) : token.start])
            last = max((n for n, t in enumerate(tokens[:index]) if "letter" in t.tags), default=-1)  # 已解决的(A类)、拟采纳的(B类): B is what follows A
            before = "" if turned else resolve(run_before(tokens[last + 1 : index], text, token.start), text)
            after = self._definition(text, token, tokens[index + 1 :])
            meaning = after or before
            if meaning:
                self.meaning[token.tags["letter"]] = meaning

    @staticmethod
    def _definition(text: str, token: Token, rest: list[Token]) -> str:
        follow = re.match(r"[”]?(?:\d+件(?=\())?(?:件|提案|建议)?(?:\(|意为|意指|表示|代表(?!委员|建议)|为|是|指|即|:|-+)(?!\d)", text[token.end :][:12])
        if not follow and _KINDS_LISTED.search(text, 0, token.start):
            follow = re.match(r",(?![\dA-F甲乙丙丁])", text[token.end :][:2])  # 答复分四类:A类,问题已经解决;B类,正在解决
        if not follow:
            return ""
        start = token.end + follow.end()
        closing = re.compile(r"\)" if "(" in follow.group() else r"[;。:]|,(?=[A-F甲乙丙丁])|\d+件").search(text, start)
        end = min(closing.start() if closing else len(text), start + 60)
        words = [t for t in rest if t.start >= start and t.end <= end]
        if any("letter" in t.tags for t in words):
            words = words[: next(i for i, t in enumerate(words) if "letter" in t.tags)]
        return resolve(words, text)

    def of(self, letter: str) -> str:
        """The class of a letter: the report's own definition, else the usual one."""
        return self.meaning.get(letter) or LETTERS.get(letter, "")
