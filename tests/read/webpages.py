# ruff: noqa: E501 (pages as they are: their lines are long)
"""Web pages as Chinese government sites make them, all around one report: what must survive, and what each page adds that must not."""

from __future__ import annotations

from dataclasses import dataclass

TITLE = "青石县教育局2022年建议提案办理工作情况"
PARAGRAPHS = (
    "2022年，县教育局共承办人大代表建议、政协提案26件，其中主办18件、会办8件，均在规定时限内办复。",
    "一、办理结果",
    "主办的18件中，A类（已经解决）13件，占72.2%；B类（列入计划）4件，占22.2%；C类（留作参考）1件，占5.6%；满意率94.4%。",
    "二、下一步打算",
    "下一步，县教育局将对列入计划的事项逐件跟踪，争取早日落实，让代表、委员满意。",
)
SIGNATURE = ("青石县教育局", "2022年11月8日")
TABLE = (("类别", "承办件数", "主办", "会办"), ("人大代表建议", "11", "8", "3"), ("政协提案", "15", "10", "5"), ("合计", "26", "18", "8"))


@dataclass(frozen=True)
class Page:
    """`must_go`: words of the page that are no part of the report; `must_stay`: words beside the report's own that are."""

    html: str
    must_go: tuple[str, ...]
    must_stay: tuple[str, ...] = ()
    table: bool = False


def paragraphs(before="<p>", after="</p>"):
    return "\n".join(f"{before}{words}{after}" for words in (*PARAGRAPHS, *SIGNATURE))


def table(attributes='border="1"'):
    rows = "".join("<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in row) + "</tr>" for row in TABLE)
    return f"<table {attributes}>{rows}</table>"


def with_table(before="<p>", after="</p>", attributes='class="MsoNormalTable" border="1"'):
    words = [f"{before}{line}{after}" for line in (*PARAGRAPHS, *SIGNATURE)]
    return "\n".join([*words[:3], table(attributes), *words[3:]])


FRONTPAGE = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><meta name="GENERATOR" content="Microsoft FrontPage 4.0">
<title>New Page 1</title></head><body topmargin="0"><div align="center"><center><table border="0" width="776" cellpadding="0">
<tr><td colspan="2"><img src="top.gif">青石县教育信息网</td></tr>
<tr><td colspan="2" bgcolor="#006699"><font color="#FFFFFF">首 页 | 机构设置 | 政策法规 | 通知公告 | 教研动态</font></td></tr>
<tr><td width="180" valign="top"><table><tr><td>·<a href=1>全县高考报名3,216人</a></td></tr><tr><td>·<a href=2>2021年办理提案31件满意率100%</a></td></tr>
<tr><td>本站由县教育局信息中心维护，欢迎投稿，来稿请寄县府路8号，一经采用，即付稿酬，谢谢大家的支持。</td></tr></table></td>
<td width="596" valign="top"><table width="100%"><tr><td align="center"><b><font size="4">{TITLE}</font></b></td></tr>
<tr><td align="center">发布时间：2022-11-9 作者：办公室 阅读次数：218</td></tr>
<tr><td><font size="3">{"<br>".join("&nbsp;&nbsp;&nbsp;&nbsp;" + words for words in (*PARAGRAPHS, *SIGNATURE))}</font></td></tr>
<tr><td align="right"><a href="javascript:window.close()">关闭窗口</a> <a href="#">打印本页</a></td></tr></table></td></tr>
<tr><td colspan="2" align="center">版权所有：青石县教育局<br>地址：青石县府前路8号　电话：5550100　您是第 102,355 位访问者</td></tr></table></center></div></body></html>"""

TRS = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}_青石县人民政府</title><meta name="ArticleTitle" content="{TITLE}"></head><body>
<div class="header"><a href="/">青石县人民政府门户网站</a><input placeholder="请输入关键字"></div>
<div class="BreadcrumbNav">您现在的位置：<a>首页</a>&gt;<a>政务公开</a>&gt;<a>建议提案</a></div>
<div class="xl-title"><h1>{TITLE}</h1><ul class="xl-info"><li>信息来源：县教育局</li><li>发布时间：2022-11-09 09:12</li><li>浏览次数：<script>show()</script>1,024</li>
<li>字体：[ 大 中 小 ]</li><li><a onclick="print()">打印</a></li></ul></div>
<div class="TRS_Editor"><style>.TRS_Editor P{{font-size:16px}}</style><div class="Custom_UnionStyle">{with_table('<p align="justify"><span>　　', "</span></p>")}</div></div>
<div class="share bdsharebuttonbox">分享到：<a>微信</a><a>微博</a></div><div class="ewm"><img>扫一扫在手机打开当前页</div>
<div class="xgwd"><h3>相关文档</h3><a>我局2021年办结提案31件</a></div>
<div class="footer">主办：青石县人民政府办公室　承办：青石县大数据局<br>网站标识码：5100000001　蜀ICP备05000001号</div></body></html>"""

UCAP = f"""<!doctype html><html><head><title>{TITLE[:14]}...-青石县人民政府</title></head><body>
<div class="nav">首页 要闻 政务公开 服务 互动 数据</div>
<div class="article oneColumn pub_border"><h1>{TITLE}</h1>
<div class="pages-date">2022-11-09 15:30 <span class="font">来源： 县教育局</span><div class="pages_print">【字体：<span>大</span> <span>中</span> <span>小</span>】<span>打印</span></div>
<div class="share">分享：<i>微信</i><i>新浪微博</i></div></div>
<div class="pages_content" id="UCAP-CONTENT">{paragraphs('<p style="text-indent: 2em;">')}</div>
<div class="editor"><span>责任编辑：王小禾</span></div></div>
<div class="related"><h2>相关稿件</h2><ul><li><a>教育局召开提案办理推进会，通报26件办理进度</a></li></ul></div>
<div class="footer">版权所有：青石县人民政府　建议使用IE9以上浏览器</div></body></html>"""

UEDITOR = f"""<html><head><title>{TITLE}-青石县教育局</title></head><body><form name="_newscontent_fromname">
<div class="wz">当前位置: <a>首页</a> &gt;&gt; <a>信息公开</a> &gt;&gt; 正文</div>
<h1 align="center">{TITLE}</h1><div align="center">发布日期：2022-11-09&nbsp;&nbsp;作者：办公室&nbsp;&nbsp;点击量：[<span id="dynclicks">57</span>]</div>
<div class="v_news_content">{with_table('<p style="text-indent:32px"><span style="font-family:仿宋">', "</span></p>")}</div>
<p>上一条：<a>2021年全县义务教育招生12,034人</a></p><p>下一条：<a>关于教师节表彰86名教师的通知</a></p>
<p align="right">【<a>关闭</a>】</p></form></body></html>"""

METADATA = f"""<html><head><title>{TITLE}</title></head><body><table width="1000"><tr><td>
<table class="xxgk" border="1"><tr><td>索 引 号：</td><td>QS0031-2022-00019</td><td>信息分类：</td><td>建议提案办理</td></tr>
<tr><td>发布机构：</td><td>青石县教育局</td><td>生成日期：</td><td>2022-11-09</td></tr><tr><td>文　　号：</td><td></td><td>公开方式：</td><td>主动公开</td></tr></table>
</td></tr><tr><td class="title">{TITLE}</td></tr><tr><td>{with_table("<div>", "</div>")}</td></tr>
<tr><td>扫一扫，手机端浏览</td></tr><tr><td>您是第1003位访客</td></tr></table></body></html>"""

PAGED = f"""<html><head><title>青石县人民政府门户网站 - {TITLE}</title></head><body><div id="main"><h2>{TITLE}</h2>
<p class="sub">2022-11-09　【字号：大 中 小】　浏览量:88</p><div id="zoom">{paragraphs()}<p>共2页 <a>首页</a> <a>上一页</a> 1 <a>2</a> <a>下一页</a> <a>尾页</a></p></div>
<div class="page">上一篇：没有了<br/>下一篇：<a>县教育局12345热线工单326件办结率99%</a></div></div><div>技术支持：青石科技　总访问量：9,876,543</div></body></html>"""

MOBILE = f"""<html><head><meta name="viewport" content="width=device-width"><title>{TITLE}</title></head><body><header><a>返回</a><span>青石教育</span></header>
<article><h1>{TITLE}</h1><p><time>2022-11-09 08:00</time> <span>来源：青石教育</span></p>{paragraphs("<section><section><p>", "</p></section></section>")}</article>
<div class="tool">点赞 36　收藏　分享　复制链接</div><div class="rec"><h3>推荐阅读</h3><p>全县新增学位1,200个，化解大班额</p></div>
<div class="comments"><h3>发表评论</h3><p>网友评论：办得好，点赞！希望多公开这样的情况，让老百姓看得到。</p></div>
<footer><p>关注我们：青石教育微信公众号</p></footer></body></html>"""

DIV_SOUP = f"""<html><head><title>{TITLE}</title></head><body><div><div>首页 &gt; 建议提案 &gt; 正文</div><div class="a1"><div>{TITLE}</div></div>
<div class="a2"><span>来源：县教育局</span><span>时间：2022-11-09</span></div>
{paragraphs('<div class="c"><div>', "</div></div>")}<div class="d"><div>分享到:</div></div><div class="e"><a>隐私声明</a><a>网站地图</a></div></div></body></html>"""

BORDERED = f"""<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div class="con">
<table border="1" cellspacing="0" width="600"><tbody><tr><td>{with_table()}</td></tr></tbody></table></div><div>政府网站找错</div></body></html>"""

BROKEN_TITLE = (
    f"""<html><head><title>{TITLE}</title></head><body><h1>{TITLE[:5]}<br>{TITLE[5:]}</h1><div id="content">{paragraphs()}</div></body></html>"""
)

PREFORMATTED = f"""<html><head><title>{TITLE}</title></head><body><h3>{TITLE}</h3><pre>
{chr(10).join("    " + words for words in (*PARAGRAPHS, *SIGNATURE))}
</pre><p>[<a>返回列表</a>]</p></body></html>"""

WRAPPED_SOURCE = f"""<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>
{paragraphs().replace("，", "，" + chr(10) + "        ")}</div></body></html>"""

LONG_SIDEBAR = f"""<html><head><title>{TITLE}</title></head><body><table><tr><td>青石县人民政府</td></tr><tr><td><table><tr>
<td class="l">局长致辞：欢迎访问青石县教育局网站，我们将竭诚为您服务，及时公开各类信息，认真受理您的意见和建议，努力办好人民满意的教育，感谢您的关心和支持，祝您工作顺利、身体健康。</td>
<td class="r"><h1>{TITLE}</h1><div>{paragraphs()}</div></td></tr></table></td></tr></table></body></html>"""

SIGNED_OUTSIDE = f"""<html><head><title>{TITLE}</title></head><body><div class="w"><h1>{TITLE}</h1>
<div class="text">{"".join(f"<p>{words}</p>" for words in PARAGRAPHS)}</div><div class="sign">{SIGNATURE[0]}</div><div class="sign">{SIGNATURE[1]}</div>
<div class="bq">版权所有 不得转载</div></div></body></html>"""

XHTML = f"""<?xml version="1.0" encoding="gb2312"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"/><title>{TITLE}</title></head>
<body><div class="t">{TITLE}</div><div class="text">{with_table()}</div><div style="display:none">隐藏的计数：4,321件</div></body></html>"""

FEW_WORDS_MUCH_TABLE = f"""<html><head><title>{TITLE}</title></head><body><ul><li><a>首页</a></li><li><a>公开</a></li></ul><h2>{TITLE}</h2>
<div class="text"><p>{PARAGRAPHS[0]}</p>{table('class="table"')}<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p><p>{PARAGRAPHS[4]}</p>
<p>{SIGNATURE[0]}</p><p>{SIGNATURE[1]}</p></div><ul class="list"><li>2021年提案办理情况统计表</li><li>2020年提案办理情况统计表</li></ul></body></html>"""

DATE_BAR = f"""<html><head><title>详细信息</title></head><body><div class="top">今天是2022年11月20日 星期日 | 设为首页 | 加入收藏</div>
<div class="bt">{TITLE}</div><div class="ly">【信息来源：县教育局】【发布日期：2022-11-09】【打印】【关闭】</div><div class="nr">{paragraphs()}</div>
<table class="bottom"><tr><td>网站首页</td><td>关于我们</td><td>联系方式</td></tr><tr><td>站长统计</td><td>无障碍</td><td>网站声明</td></tr></table></body></html>"""

PAGES = {
    "an old FrontPage page of nested layout tables": Page(
        FRONTPAGE,
        ("高考报名", "31件", "来稿", "218", "关闭窗口", "版权所有", "102,355", "机构设置", "教育信息网"),
        ("发布时间：2022-11-9", "作者：办公室"),
    ),
    "a page of TRS with its editor's style": Page(
        TRS,
        ("请输入", "您现在", "1,024", "打印", "字体", "分享", "扫一扫", "31件", "ICP", "font-size", "show()"),
        ("信息来源：县教育局", "发布时间：2022-11-09"),
        True,
    ),
    "a page in the manner of the State Council's site": Page(
        UCAP, ("字体", "打印", "微博", "推进会", "相关稿件", "版权所有", "浏览器"), ("来源： 县教育局", "责任编辑：王小禾")
    ),
    "a page of a campus system with UEditor": Page(UEDITOR, ("当前位置", "57", "12,034", "86名", "关闭"), ("发布日期：2022-11-09",), True),
    "a page of open government with its table of metadata": Page(METADATA, ("扫一扫", "1003"), ("发布机构", "2022-11-09", "QS0031-2022-00019"), True),
    "an article cut into pages": Page(PAGED, ("字号", "88", "下一页", "尾页", "326", "技术支持", "9,876,543"), ("2022-11-09",)),
    "a mobile page with share bars and comments": Page(MOBILE, ("点赞", "复制链接", "1,200", "评论", "关注我们", "返回"), ("来源：青石教育",)),
    "a page of nothing but divs": Page(DIV_SOUP, ("首页", "分享到", "隐私声明", "网站地图"), ("来源：县教育局", "时间：2022-11-09")),
    "a whole article in one bordered cell": Page(BORDERED, ("找错",), (), True),
    "a title that is broken over two lines": Page(BROKEN_TITLE, ()),
    "an article in preformatted lines": Page(PREFORMATTED, ("返回列表",)),
    "a source that breaks its lines after commas": Page(WRAPPED_SOURCE, ()),
    "a side bar with a long welcome": Page(LONG_SIDEBAR, ("致辞", "竭诚"), ()),
    "a signature outside the article's element": Page(SIGNED_OUTSIDE, ("版权所有",)),
    "a page that is XHTML and says gb2312": Page(XHTML, ("4,321",), (), True),
    "a short page with a table": Page(FEW_WORDS_MUCH_TABLE, ("2021年提案", "2020年提案"), (), True),
    "a page whose head names nothing": Page(DATE_BAR, ("今天是", "打印", "站长统计", "联系方式", "加入收藏"), ("信息来源：县教育局", "2022-11-09")),
}
