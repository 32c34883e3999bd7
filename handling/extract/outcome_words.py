"""Phrases that tell how an item ended, by their grammar: 暂时无法落实, 正在逐步推进解决, 列入明年工作计划, 已基本得到解决.

The everyday phrases stand in data/vocabulary/wordings/outcomes.toml; here is what officials build out of the same few parts,
so that a wording that nobody has met yet is understood too: a negation or a lack of conditions before the act (deferred),
a word of going on or a plan (planned), a word of being done (adopted).
"""

from __future__ import annotations

import re

from handling.extract.lexicon import Token
from handling.vocabulary.patterns import searching

_ACT = r"(?:解决|落实|采纳|办成|吸纳|实施|办理|推进|满足|实现|兑现)(?:到位|落实|采纳|解决|实施)?"
_END = r"(?!率|[或和、]?办法|措施|机制|方案)"
_HOLDING = r"(?:暂时?|目前|当前|现阶段|短期内?|短时间内|近期内?|一时|尚|还|确实?|客观上|仍|均){0,8}"
_NEGATION = (
    r"(?:难以|难于|无法|没法|不能|不宜|不便|不予|未能|无力|没能|未得到|未予|未被|没有得到|(?<![金地费体])未(?=解决|落实|采纳|办成|吸纳)|(?<=暂)[难未不无]|(?<=时)[难未不无]|(?<=尚)[难未不无]|(?<=内)[难未不无])"
)
_SLOWLY = r"(?:立即|马上|当年|完全|彻底|有效|全部|予以|得到|一次性|在短期内|按期|年内){0,8}"
_CONDITION = r"(?:条件|政策|财力|资金|体制|权限|规划|土地|经费|职权|法律|法规|编制|技术|因素|财政|原因|用地)"
_LACK = (
    r"(?:等)?(?:因素|原因|条件|方面)?(?:的)?(?:暂时?|尚|目前|还|均|暂还){0,8}"
    r"(?:限制|制约|所限|约束|受限|不具备|不成熟|不允许|未成熟|不够成熟|欠缺|未具备|不充分|不足)"
)
_DEFERRED = searching(
    rf"{_HOLDING}{_NEGATION}{_SLOWLY}{_ACT}(?:的?条件)?{_END}"
    rf"|{_HOLDING}(?:不具备|没有|缺乏|缺少|无)(?:{_ACT}|办理)?的?条件(?:{_ACT})?"
    rf"|{_CONDITION}{_LACK}"
    r"|超(?:出|越)[\u4e00-\u9fff]{0,10}?(?:权限|职权|职责|职能|事权)(?:范围)?|(?:需要?|应|须)?(?:积极)?向上级?(?:争取|反映|汇报|申请|呼吁)"
    r"|(?:已|需|需要|予以|并)?(?:向(?:人大|政协|各位)?(?:代表|委员|提案人|提案者|提出人|、|和)+)?(?:作了?|做了?|作出了?|做出了?|给予了?|进行了?|予以)(?:了)?"
    r"(?:充分|详细|认真|合理|必要|耐心|沟通|政策|情况|、|和){0,8}的?(?:解释|说明)(?:[和、及]?(?:说明|解释|沟通)){0,8}(?:工作|答复)?"
    r"|(?:已|均已)?(?:向(?:人大|政协|各位)?(?:代表|委员|提案人|提案者|、|和)+)?(?:解释|说明)清楚|(?:解释说明|说明解释|沟通解释|耐心解释|解释和说明|说明和解释)(?:工作|答复)?"
    r"|(?:[留列仅转存]?[作做为供]{1,2})(?:今后|日后|以后|决策|领导|有关部门|部门|工作|研究|内部|制定政策|下步|办理|的|时|和){0,8}(?:参考|借鉴)"
    rf"|(?<!今年)(?<!今年已)(?:有?待|留待|需待|须待)?(?:今后|以后|将来|日后|条件(?:成熟|具备|允许))(?:时|后|再|逐步|研究|考虑|统筹|择机|予以|积极|创造条件){{0,8}}{_ACT}"
    rf"|[需须待]要?(?:逐步|积极|进一步|继续){{0,3}}创造条件(?:后|再|逐步|加以|予以|才能){{0,4}}{_ACT}"
    r"|(?:受)?限于[\u4e00-\u9fff、]{1,8}?(?:条件|政策|财力|资金|体制|权限|编制|因素)"
    r"|(?:留待|待)?(?:条件|时机)(?:成熟|具备|允许)(?:后|时)?再(?:办|议|研究|考虑|解决|办理)"
    r"|[需须]要?(?:报请?|提请|由|请|经)?(?:国家|省|市|州|县|上级|、|和){1,6}[^,;。]{0,12}?(?:解决|审批|批准|支持|立项)"
    r"|(?:暂时?|目前|短期)?(?:内|还|尚)?(?:解决|落实|办理|实施)不了"
    r"|留待(?:今后|以后|日后|将来|下步)(?:再|逐步|进一步)?(?:研究|考虑|统筹|解决|办理|落实)"
)
_GOING = (
    r"(?:正(?:在|着手|抓紧|加快|积极|逐步)?|逐步|分步|分期|分批|分年度?|持续|继续|抓紧|加快|稳步|有序|陆续|部分|拟|计划|准备|着手|已启动|已着手|承诺)"
    r"(?:积极|研究|推动|组织|协调|加以|予以|推进|在|着手|抓紧|逐步|分步|分期|分批|分年度?|得到|加快|论证|办理|有序|稳步){0,8}"
)
_PLANNED = searching(
    rf"(?<![未不])(?!正在采纳){_GOING}(?:{_ACT}|研究|推进|协调|推动|整改|论证)(?:过程)?(?:之?中)?{_END}"
    r"|(?:已经?|拟|被|将|需|可)?(?:列入|纳入|编入)了?[\u4e00-\u9fff“”\d]{0,12}?(?:计划|规划|日程|盘子|安排|预算|项目库|议程)(?:中|内|之中)?"
    rf"(?:(?:逐步|分步|分期|正在|拟|待|尽快|抓紧|后续|加以|予以|推进|分批|并|或|、){{0,8}}{_ACT})?(?:的)?{_END}"
    r"|(?:取得|已有|有了?)(?:实质性?|阶段性|明显|较大|重要|一定|新)?的?进展"
)
_ADOPTED = searching(
    r"(?<![未不没拟难能分])(?:已经?|基本|得到|予以|全部|圆满|均已|被|获得|较好)(?:得到|予以|基本|全部|全面|完全|圆满|彻底|有效|较好|妥善|办理|研究|吸收|被|推动){0,8}"
    rf"(?:解决|落实|采纳|办成|吸纳|吸收采纳|见效)(?:到位|并(?:整改|落实|办理|解决|见到?成效|取得成效|见效)(?:到位|落实)?)?{_END}"
)
_KINDS = ((_DEFERRED, "deferred"), (_PLANNED, "planned"), (_ADOPTED, "adopted"))
_HINT = re.compile(r"解决|落实|采纳|办成|吸纳|实施|办理|推进|满足|实现|兑现|条件|限制|制约|限|"
    r"解释|说明|参考|借鉴|计划|规划|进展|权限|上级|向上|[列纳编]入|研究|推动")


def outcome_phrases(text: str, start: int, end: int) -> list[Token]:
    """Outcome phrases of `text[start:end]`, the more negative kind first where two claim the same words."""
    if not _HINT.search(text, start, end):
        return []
    found: list[Token] = []
    for pattern, category in _KINDS:
        for match in pattern.finditer(text, start, end):
            if all(match.end() <= token.start or match.start() >= token.end for token in found):
                found.append(Token(match.start(), match.end(), match.group(), {"outcome": category}))
    return sorted(found, key=lambda token: token.start)


def run_start(text: str, tokens: list[Token], last: Token) -> int:
    """Where the run of class words begins that ends with `last`."""
    start = last.start
    for token in reversed([t for t in tokens if t.end <= last.start and "outcome" in t.tags]):
        if text[token.end : start] not in ("", "或", "、", "和"):
            break
        start = token.start
    return start
