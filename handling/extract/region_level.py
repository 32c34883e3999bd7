"""The level of a region that nobody knows, from the form of its name and from what the report says of it."""

from __future__ import annotations

import re

from handling.vocabulary import places

_CITY_RAISED = re.compile(
    r"(?:(?<=[,。;:、(])|(?<=其中)|(?<=此外)|(?<=[承会协主]办)|(?<=办理)|(?<=收到))((?![^市]{0,2}[承办收到交由向受各全我本及和与的年省列为作是对])[\u4e00-\u9fff]{2,3}市)(?:第?[一二三四五六七八九十\d]+届)?"
    r"(?:人大代表|人大|政协委员|政协)[^,。;\d]{0,8}(?:建议|提案)[^,。;\d]{0,2}\d"
)
_AMONG_COUNTIES = re.compile(r"(?<=在)([\u4e00-\u9fff]{2,3}市)(?:下辖|所辖|辖|对)?的?(?:各|\d+个|[一二三四五六七八九十]+个)县\(?[市、,区旗]*\)?(?:的?[^,。;]{0,8})中")


def level_by_name(name: str, words: list[str]) -> str:
    """The level of an unknown region by its form; a 市 is county where the text puts a 州 or 盟 above it, or only towns below it."""
    if name.endswith(("省", "自治区")):
        return "provincial"
    if name.endswith(("州", "盟", "地区")):
        return "prefectural"
    if name.endswith(("县", "旗", "区")):
        return "county"
    if name.endswith(("镇", "乡", "街道", "苏木")):
        return "township"
    if not name.endswith("市"):
        return ""
    text = "".join(words)
    if re.search(r"全国县域[^,。;]{0,8}百强|县域经济[^,。;]{0,10}百强|百强县|撤县设市|(?:全[省国]|争创|争当)[^,。;]{0,6}县级市", text):
        return "county"
    is_county = rf"{name[:-1]}市?(?:作为|是|为|系)[^,。;]{{0,12}}县级市|{name}(?:政协|人大)?\(县级市?\)|{name[:-1]}\(县级市?\)|地级[\u4e00-\u9fff]{{2,4}}市|[\u4e00-\u9fff]{{2,4}}市\(地级\)|(?:作为|我市是)(?:一个|一座)?县级市"
    if ("县级" in text or "地级" in text) and re.search(is_county, text):
        return "county"
    two = re.search(rf"([\u4e00-\u9fff]{{2,4}}市)(?:、|和|及|与){name}(?:市)?两级(?:人大|政协)", text)
    if two and not two[1].endswith(name):
        return "county"  # 梧湖市、泷溪市两级人大代表建议
    raised = {match[1] for match in _CITY_RAISED.finditer(text) if places.name_ending(text, match.end(1)) not in (name, "")}
    raised |= {match[1] for match in _AMONG_COUNTIES.finditer(text)}
    if any(not name.endswith(other) and not other.endswith(name) for other in raised):
        return "county"  # it handles what the city above it raised as well
    above = len(re.findall(r"(?<![省各])[州盟](?:人大|政协|委|级|政府)|州人民代表|州市人大|地[、,]市|省州两级|州、市", text))
    below = len(re.findall(r"县\(?[市区、]{1,3}|各县|县区|区县|市辖区|县级市|市、县|市直|市县两级|[0-9一二三四五六七八九十]个县", text))
    towns = len(re.findall(r"各?镇(?:办|街)|乡镇|镇乡|镇人大|镇街|各镇|街道", text))
    handed = len(re.findall(r"\d[个家][^,。;]{0,8}(?:镇街|乡镇|镇乡|镇办|街道)[^,。;]{0,8}(?:承办|办理|落实)", text))
    courts = len(re.findall(r"市(?:人民)?法院", text)) - 3 * len(re.findall(r"中级人民法院|中院", text))
    # A city over counties has towns and streets too: a mention or two tells nothing.
    return "county" if 2 * above + 2 * handed + max(0.0, 0.3 * (towns - 3)) + courts > below else "prefectural"
