"""What of a page is no report: menus, counters, print and share bars, related links, footers.

Told by their words: the names of classes and ids differ from site to site, the words hardly.
"""

from __future__ import annotations

import re

# Pieces of the line under a title that are not source, publisher or date.
_PIECES = re.compile(
    r"""
    [【\[（(]?\s*(?:字\s*[号体體號]|文字大小|字体大小)\s*[:：]?\s*[\[【（(]?\s*
        (?:(?:特?大|中|小|默认|缩小|放大|A\s*[+＋\-－]?|[|│/、])[\s\]】）)]*)*
    | (?<!\w)A\s*[+＋](?:\s*A)?(?:\s*A\s*[\-－])? | (?<!\w)T\s*\|\s*T(?!\w)
    | (?:浏览|阅读|閱讀|点击|访问|瀏覽|點擊|訪問)\s*(?:次数|次數|量|数|數|率)?\s*[:：]
        \s*\[?\s*[\d,，]*\s*\]?\s*(?:人次|次)?
    | [【\[]\s*(?:我要)?(?:打印|列印|关\s*闭|關閉|收藏|返回|评论|纠错|推荐)
        (?:本页|本頁|文章|窗口|此页|页面|此文)?\s*[】\]]
    | (?:分享|分享到|分享至|转发|转发到)\s*[:：]\s*
        (?:(?:微信|微博|新浪微博|QQ空间|QQ好友|QQ|朋友圈|人人网|更多|复制链接|[\s、|])+)?
    | (?<!\w)(?:我要打印|打印本页|打印此页|打印|列印|关闭窗口|关闭本页|关闭|收藏本页|收藏|保存|复制链接|复制|朗读|语音播报|
        纠错|我要纠错|返回顶部|繁体|简体)(?!\w)
    | (?:^|\s)(?:扫一扫|掃一掃)[^。]{0,30}$
    """,
    re.VERBOSE,
)
_RUNS_OF_BLANKS = re.compile(r"[\s\u3000|│]{2,}")
_BARE_BRACKETS = re.compile(r"[【\[（(]\s*[】\]）)]")
_INFORMATION = re.compile(
    r"(?:来源|來源|发布(?:机构|单位|部门|日期|时间|人)|發[布佈](?:機構|單位|日期|時間)|成文日期|发文(?:日期|机关|单位)|作者|供稿|"
    r"责任编辑|编辑|更新(?:时间|日期)|(?:^|[\s\[【（(])(?:日期|时间))\s*[:：\]】]"
)
_DATE = re.compile(r"(?:19|20)\d{2}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}")
_SIGNED = re.compile(r"(?:(?:19|20)\d{2}|[二〇○零一九]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日\s*[）)]?$")
_METADATA = re.compile(r"索\s*引\s*[号號]|信息索引|发布机构|發[布佈]機構|发文机关|发文机构|成文日期|发文字号|主题分类|公开(?:方式|范围|责任部门)")
_RELATED = re.compile(
    r"^[【\[]?\s*(?:相关(?:链接|新闻|文章|阅读|信息|稿件|报道|内容|资讯|推荐|解读|文档)|"
    r"相關(?:鏈接|新聞|文章|閱讀|信息)|友情(?:链接|鏈接)|延伸阅读|推荐阅读|推荐文章|"
    r"热门(?:文章|推荐|新闻|点击)|最新(?:文章|更新|新闻)|更多(?:新闻|信息)|猜你喜欢|网友评论|发表评论|您可能感兴趣)"
)
# At the beginning of a line, then anywhere in it.
_FURNITURE = re.compile(
    r"^(?:您?(?:现在|当前)?的?(?:所在)?位置|您所在的位置|当前(?:位置|栏目)|[上下]一[篇条页]|扫一扫|掃一掃|扫码|"
    r"分享[到至]?\s*[:：]?|字\s*[号体]\s*[:：]|[\[【>＞»›·\-\s]*(?:返回|回到)(?:顶部|首页|列表|上一页)|"
    r"网站(?:首页|地图|声明|导航)|首\s*页\s*[|｜>/＞ ]|今天是|您是第|地址\s*[:：]|隐私(?:声明|保护|政策)|法律声明|"
    r"关于我们|联系我们|设为首页|加入收藏|无障碍|长者模式|共\s*\d+\s*页|(?:首页|尾页)\b|打印(?:本页)?$|"
    r"关闭(?:窗口|本页)?$|复制链接|用微信|微信扫|关注我们)"
    r"|版权所有|ICP\s*[备備]|公网安备|网站标识码|網站標識碼|建议使用.{0,20}(?:分辨率|浏览器)|(?:本站|网站)访问量|"
    r"技术支持\s*[:：]|Copyright|All Rights Reserved|扫一扫[^。]{0,12}(?:打开|关注|分享|手机)|掃一掃在手機|"
    r"政府网站找错|主管\s*[:：].{0,30}主办\s*[:：]|主办\s*[:：].{0,40}承办\s*[:：]",
    re.IGNORECASE,
)
_DOCUMENT_NUMBER = re.compile(r"[〔\[（(【]\s*(?:19|20)\d{2}\s*[〕\]）)】]\s*\d+\s*号")
_NUMBER = re.compile(r"[-+]?[\d,.，．０-９]+\s*[%％﹪件个]?|[—–\-/]+")
# Not the comma of 1,024.
_SENTENCE = re.compile(r"[。！？；，;]|,(?!\d{3})")
_ATTACHED = re.compile(r"^附\s*件|\.(?:docx?|xlsx?|pdf|wps|et|ofd|zip|rar)\W*$", re.IGNORECASE)


def without_pieces(words: str) -> str:
    """A source line without counters, type size, print and share links; "" for a line of nothing else."""
    if len(words) > 200 or "。" in words:
        return words
    kept = _RUNS_OF_BLANKS.sub("　", _BARE_BRACKETS.sub("", _PIECES.sub("", words))).strip(" \u3000|│")
    return kept if not kept or is_information(words) else words


def is_information(words: str) -> bool:
    """True for a line that says where the page comes from or when it was published."""
    if len(words) > 200 or "。" in words:
        return False
    return bool(_INFORMATION.search(words) or (_DATE.search(words) and len(words) < 40))


def is_metadata(words: str) -> bool:
    """True for the table of index number, publisher and date above a public document."""
    return len(words) < 1500 and len(set(_METADATA.findall(words))) >= 2


def is_related(words: str) -> bool:
    """True for the heading of a list of other pages."""
    return len(words) < 120 and bool(_RELATED.match(words))


def is_furniture(words: str) -> bool:
    """True for a line of navigation, sharing or the footer."""
    return len(words) < 300 and bool(_FURNITURE.search(words))


def is_prose(words: str) -> bool:
    """True for a line with the punctuation of a sentence, which menus and lists of titles lack."""
    return len(words) >= 15 and bool(_SENTENCE.search(words)) and not is_furniture(words)


def is_signature(words: str) -> bool:
    """True for the date under a report, with or without the publisher before it."""
    return len(words) <= 40 and bool(_SIGNED.search(words))


def is_attachment(words: str) -> bool:
    """True for a line that names an attached file."""
    return bool(_ATTACHED.search(words))


def is_document_number(words: str) -> bool:
    """True for 周政办〔2022〕47号."""
    return len(words) <= 60 and bool(_DOCUMENT_NUMBER.search(words))


def is_number(words: str) -> bool:
    """True for a cell that holds a count, a share or a dash for none."""
    return bool(_NUMBER.fullmatch(words.strip()))
