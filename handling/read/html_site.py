"""Whose page it is: the name of the site, the source and the date that the head and the foot of a web page give.

The article itself often says only 我区 or 州文化和旅游局; then these lines are the one place that names the region.
"""

from __future__ import annotations

import re

from lxml import etree

_PARTS = re.compile(r"(?<!\s)\s*[-_|—–›>»]+\s*")
_OFFICE = re.compile(r"人民政府|政府|委员会|办公室|局|厅|网站?$|平台$|政协|人大")
_INSTITUTIONS = ("医院", "大学", "学院", "公司", "集团")
_REGION = re.compile(r"[\u4e00-\u9fff]{2}[省市县区州旗盟區縣]")
_META = {"sitename": "网站名称", "contentsource": "信息来源", "pubdate": "发布日期"}
_ISSUE = re.compile(r"(?<!今天是[:：])(?<!今天是)(20\d\d年\d{1,2}月\d{1,2}日)\s*星期[一二三四五六日天]")  # the head of a newspaper's page
_OWNER = re.compile(
    r"(?:主办单位|主办|主辦|版权所有|版權所有)\s*(?:©|\(c\)|（c）|&copy;)?\s*[:：]?\s*(?:©\s*)?"
    r"([\u4e00-\u9fff]{2,24}?(?:人民政府办公[室厅]|人民政府|街道办事处|委员会|管委会|办公[室厅]|法院|检察院|医院|大学|学院|公司|集团|局|厅))"
)


def site_lines(page: etree._Element, written: str) -> list[str]:
    """Lines of name and value, by tab, about the page itself; without what `written`, the article, says already."""
    found = []
    for meta in page.iter("meta"):
        name, value = _META.get((meta.get("name") or "").lower(), ""), (meta.get("content") or "").strip()
        if name and value:
            found.append((name, value))
    for title in page.iter("title"):
        parts = _PARTS.split("".join(title.itertext()).strip())
        found += [("网站名称", part) for part in parts[1:] if _OFFICE.search(part) and _REGION.search(part)]
    owner = _OWNER.search("".join(page.itertext()))
    if owner and (_REGION.search(owner[1]) or owner[1].endswith(_INSTITUTIONS)):
        found.append(("主办单位", owner[1]))
    if not any(name == _META["pubdate"] for name, _ in found) and (issue := _ISSUE.search("".join(page.itertext()))):
        found.append((_META["pubdate"], issue[1]))
    lines = [f"{name}\t{value}" for name, value in dict.fromkeys(found) if value not in written and len(value) <= 60]
    return lines
