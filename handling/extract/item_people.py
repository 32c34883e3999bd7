"""Who proposed an item: names before or behind its title, as written. Reads folded text without blanks."""

from __future__ import annotations

import re

from handling.extract.item_titles import NOUN, NUMBER
from handling.vocabulary.patterns import searching

# The common surnames; a name is only believed after one of them, for 两位委员 and 市人大代表 look like names too.
SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安"
    "乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊"
    "胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬郗班仰秋仲伊宫"
    "宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄"
    "晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权"
    "释逯盖益桓公仉督岳帅缑亢况郈有琴归海晋楚闫法汝鄢涂钦岩杞仝佟付代肖覃植娜普邸禚麦仵芦苟刀银练矫迟朴栗战来冼丘揭揣初门由覃农韦伟艾阿买玉"
)
_COMPOUND = re.compile(
    r"欧阳|司马|上官|诸葛|司徒|公孙|令狐|皇甫|尉迟|公冶|司空|夏侯|东方|慕容|端木|独孤|南宫|宇文|长孙|淳于|单于|太史|申屠|轩辕|钟离|呼延|闻人"
    r"|东郭|百里|西门|澹台|濮阳|赫连|万俟|第五|拓跋"
)
_NOT_A_NAME = re.compile(
    r"[界协联名位们会团组的区县省届个多各等件号镇乡局办委处科院校站]$|^(?:关于|有关|由于|文化|文史|农业|农工|农村|项目|经济|和谐|广大|高级|成立|国家|方面|相关|通过|经过|向|将|师生|党员|党外|政协|水利|路|时"
    r"|全体|全国|法律|海外|关心|石化|平时|安全|能源|通信|温馨|别|应|向来|都|满意|关注|有|任|常委|和政协|都市|公共|公众|东部|边远|古城|能|国有|管理|解决|经办|权益|单位|房地|程序)"
)
_PEOPLE_WORD = r"(?:政协|人大)?(?:常委|委员|代表)"
_JOIN = re.compile(r"[、,]|和|与|及|以及")
_GAP = (
    rf"(?:等(?:\d+|[一二两三四五六七八九十]+)?[名位人个]?(?:{_PEOPLE_WORD})?)?(?:联名|共同|联合|分别|集体|领衔|在[^,。]{{0,12}}上)?(?:所)?"
    rf"(?:提出|提交|撰写|提|反映|关心|关注|建议|附议)?(?:、[^,。;、]{{2,20}}(?:督办|领办)的)?(?:了|的)*(?:(?:{NUMBER})[、和]?)*(?:重点)?(?:政协)?{NOUN}?(?:,|:|-|即|为|是|的)*"
)
_NAMED_BEFORE = re.compile(rf"{_PEOPLE_WORD}{_GAP}(?:在)?$")
_NAME_AND_VERB = re.compile(rf"(?:联名|共同|领衔|所)?(?:提出|提交|撰写)(?:了|的)*(?:(?:{NUMBER})[、和]?)*(?:重点)?{NOUN}?[:,]?$")
_OFFICE = re.compile(r"(?:主席|会长|主委|书记|主任|院长|校长|经理|董事长|局长|[、,;。])$")
_ROLE_BEHIND = re.compile(r"^[。,;]?(?:第一)?(?:提案[人者]|建议人|领衔代表|提[出议]人|领衔人)[:为是]([\u4e00-\u9fff·、]{2,30})")
_CROWD = re.compile(rf"等(?:\d+|[一二两三四五六七八九十]+)[名位个]?{_PEOPLE_WORD}{_GAP}$")
_CROWD_LIST = re.compile(r"(?:^|[。,;:)(])(?:[由对]|针对|结合|根据|按照|办理|落实|围绕)?((?:[\u4e00-\u9fff·]{2,8}、){0,5}[\u4e00-\u9fff·]{2,8})$")
_CALLING = re.compile(r"[人员师长授生家主]$")  # 市人大代表、一线环卫工人祝二妹的
_BY_BEHIND = re.compile(
    rf"^(?:{NOUN})?(?:\([^()]{{0,30}}\))?,?(?:是|系)?由([\u4e00-\u9fff·、]{{2,30}}?)((?:等(?:\d+|[一二两三四五六七八九十]+)?[名位]?)?(?:{_PEOPLE_WORD})?)"
    rf"(?:联名|共同|联合)?(?:提出|提交|撰写)"
)
_NAME_BEHIND_WORD = re.compile(rf"(?:委员|代表|提案人|提案者|领衔人)[、:]?([\u4e00-\u9fff·]{{2,12}}?){_GAP}(?:在)?$")
_PARTY = (
    r"民革|民盟|民建|民进|农工党|农工民主党|致公党|九三学社|台盟|工商联|无党派(?:人士)?|共青团|团委|妇联|总工会|侨联|科协|文联|台联|青联|残联"
    r"|知联会|红十字会"
)
_PLACE = r"(?:省|市|县|区|州|旗)?"
_GROUP = (
    rf"(?:{_PLACE}(?:{_PARTY})[\u4e00-\u9fff]{{0,14}}?|{_PLACE}政协[\u4e00-\u9fff]{{2,16}}?(?:委|委员会|专委会|界别?|小组|工作组|活动组)"
    r"|[\u4e00-\u9fff]{2,8}界别?|[\u4e00-\u9fff]{2,6}代表团)"
)
_GROUP_BEFORE = re.compile(
    rf"({_GROUP}(?:、{_GROUP})*)(?:等)?(?:联名|共同|联合|集体)?(?:所)?(?:提出|提交|撰写|提)(?:、[^,。;、]{{2,20}}(?:督办|领办)的)?(?:了|的)*(?:(?:{NUMBER})[、和]?)*"
    rf"(?:集体|重点)?{NOUN}?(?:,|:|-|即|为|是)*$"
)
_PARTY_ALONE = re.compile(rf"((?![^、]{{0,10}}[会党盟社]员(?!会)){_PLACE}(?:(?:{_PARTY})[\u4e00-\u9fff]{{0,12}}|政协[\u4e00-\u9fff]{{2,12}}委员会)(?:、(?:{_PARTY})[\u4e00-\u9fff]{{0,12}})*)(?:的)?$")
_ROLE = searching(
    r"(?:第一|领衔|主要|联名)?(?:提案|提议|建议|议案|领衔|提出|附议)(?:人|者|代表|委员|单位)?[:为是]?|[省市县区州旗]?(?:人大)?代表"
    r"|[省市县区州旗]?(?:政协)?(?:委员(?!会)|常委)|等\w{0,12}$|提出|提交|联名|\d{1,9}[名位人]"
)
_BRACKET_WORD = re.compile(r"委员|代表|提案[人者]|建议人|领衔|附议|联名|提出|提交")
_FROM = re.compile(r"[局所院校台镇乡村社司厂部委站队行处][\u4e00-\u9fff]{2,4}$")  # 县电视台王维兵
_BRACKET_GROUP = re.compile(rf"^(?:{_PARTY})|(?:{_PARTY}|专委会|委员会|支部|总支|界别|代表团)$")
_PLAIN_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}·[\u4e00-\u9fff·]{1,10}")


def trailing_name(words: str) -> str:
    """The personal name at the end of `words`, "" if there is none: 围绕蒋月华 → 蒋月华, 县政协两位 → ""."""
    if words.endswith(("委员", "代表")):
        return ""
    dotted = re.search(r"[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff]{1,8}$", words)
    if dotted:
        return re.sub(r"^(?:对|由|针对|围绕|根据)", "", dotted.group())
    for length in (4, 3):
        tail = words[-length:]
        if len(tail) == length and _COMPOUND.match(tail) and not _NOT_A_NAME.search(tail):
            return tail
    three, two = words[-3:], words[-2:]
    swallowed = len(three) == 3 and three[0] in "和于由从将对向与及应经" and two[0] in SURNAMES
    if len(three) == 3 and three[0] in SURNAMES and not swallowed and not _NOT_A_NAME.search(three):
        return three
    if len(two) == 2 and two[0] in SURNAMES and not _NOT_A_NAME.search(two) and not _COMPOUND.match(two):
        return two
    return ""


def _listed(words: str) -> list[tuple[int, int]]:
    """Names at the end of a list “对李明委员、王进、赵云平”, as intervals of `words`, in order."""
    found: list[tuple[int, int]] = []
    end = len(words)
    while end > 0:
        stem = re.sub(rf"{_PEOPLE_WORD}$", "", words[max(0, end - 24) : end])
        stop = max(0, end - 24) + len(stem)
        name = trailing_name(stem)
        whole = re.search(r"[^、]{2,4}$", stem) if found else None
        if not name and whole and re.search(r"、$", words[: stop - len(whole.group())]) and _PLAIN_NAME.fullmatch(whole.group()):
            name = "" if _NOT_A_NAME.search(whole.group()) else whole.group()
        if not name:
            break
        found.append((stop - len(name), stop))
        joined = _JOIN.search(words[max(0, stop - len(name) - 2) : stop - len(name)])
        if not joined or not re.search(r"(?:[、,]|和|与|及|以及)$", words[: stop - len(name)]):
            break
        end = stop - len(name) - (2 if words[: stop - len(name)].endswith("以及") else 1)
    return found[::-1]


def people_before(before: str) -> list[tuple[int, int]]:
    """Proposers right before a title (or its number), as intervals of `before`."""
    base = max(0, len(before) - 90)
    near = before[base:]
    group = _GROUP_BEFORE.search(near) or _PARTY_ALONE.search(near)
    verb = _NAME_AND_VERB.search(near)
    name = trailing_name(near[: verb.start()]) if verb else ""
    if verb and name and _OFFICE.search(near[: verb.start() - len(name)]):
        return [(base + verb.start() - len(name), base + verb.start())]
    if group:
        start, end = group.span(1)
        stripped = re.sub(r"^(?:对|由|针对|围绕|根据|办理|采纳|吸纳|落实)", "", near[start:end])
        return [(base + end - len(stripped), base + end)]
    named = _NAMED_BEFORE.search(near)
    if named:
        words = re.sub(r"等(?:\d+|[一二两三四五六七八九十]+)?[名位人个]?[\u4e00-\u9fff]{0,8}$", "", near[: named.start()])
        return [(base + a, base + b) for a, b in _listed(words) or _crowd(near)]
    behind = _NAME_BEHIND_WORD.search(near)
    name = trailing_name(behind.group(1)) if behind else ""
    if behind and name and (name == behind.group(1) or _CALLING.search(behind.group(1)[: -len(name)])):
        return [(base + behind.end(1) - len(name), base + behind.end(1))]
    return []


def _crowd(near: str) -> list[tuple[int, int]]:
    """The names before 等8位代表, whatever their surnames: 巴雅尔、诺敏等8位代表."""
    crowd = _CROWD.search(near)
    listed = _CROWD_LIST.search(near[: crowd.start()]) if crowd else None
    if not listed:
        return []
    names = list(re.finditer(r"[^、]+", listed.group(1)))
    places = [(listed.start(1) + name.start(), listed.start(1) + name.end()) for name in names]
    return [] if any(_NOT_A_NAME.search(name.group()) or len(name.group()) > 8 for name in names) else places


def told_by_role(part: str) -> bool:
    """Whether a part of a bracket names its person by role (司空杳代表等5人提出), so that the role words show where the name ends."""
    return bool(_BRACKET_WORD.search(part.split("等")[0]))


def people_in_bracket(inner: str) -> list[tuple[int, int]]:
    """Proposers inside a bracket behind a title: “第0127号,司空杳代表等5人提出”, “提案人苏木禾”, “民盟县委”. Intervals of `inner`."""
    told = _BRACKET_WORD.search(inner)
    found, at, numbered = [], 0, bool(re.search(NUMBER, inner))
    for part in re.split(r"([,;、:]|(?<=[委代][员表])(?![会团])(?=[\u4e00-\u9fff]{2}))", inner):
        if not part:
            continue
        start, at = at, at + len(part)
        if re.search(r"号|\d{4}|重点|督办|领办|包案|期间|大会|平时", part):
            continue
        crowd = re.match(r"(.*?)等(?:\d+|[一二两三四五六七八九十]+)?[名位人]", part)
        named = trailing_name(crowd.group(1) if crowd else part) if crowd or (numbered and _FROM.search(part)) else ""
        if named and not told_by_role(part):
            place = inner.find(named, start, at)
            found.append((place, place + len(named)))
            continue
        bare = _ROLE.sub("", part)
        place = inner.find(bare, start, at) if bare else -1
        if place < 0:
            continue
        plain = told and _PLAIN_NAME.fullmatch(bare) and not _NOT_A_NAME.search(bare)
        if plain or _BRACKET_GROUP.search(bare) or trailing_name(bare) == bare:
            found.append((place, place + len(bare)))
    return found


def people_behind(after: str) -> list[tuple[int, int]]:
    """Proposers told behind a title: 提案人:彭一鸣、周斌, 由民建市委提出. Intervals of `after`."""
    match = _ROLE_BEHIND.match(after) or _BY_BEHIND.match(after)
    if not match:
        return []
    names = re.finditer(r"[^、]+", match.group(1))
    by = match.re is _BY_BEHIND
    return [
        (match.start(1) + name.start(), match.start(1) + name.end())
        for name in names
        if trailing_name(name.group()) == name.group() or (by and (_BRACKET_GROUP.search(name.group()) or "等" in match.group(2)))
    ]
