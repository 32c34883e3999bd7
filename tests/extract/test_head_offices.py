"""Whose report it is where the title does not say, and which words of the form of a place are none."""

from io import BytesIO

import docx
import pytest

from handling.read.plain import read_plain
from handling.reading import read_report
from tests.extract.heads import head

ITEMS = "县人大代表建议9件、县政协提案6件，全部按期办结。"


@pytest.mark.parametrize(("lines", "unit", "region"), [
    (("代表委员点赞供电服务", f"今年以来，国网砚溪县供电公司共承办{ITEMS}"), "国网砚溪县供电公司", "砚溪县"),
    (("今年两会建议提案办理突出落实", "2014年，国土整理部共承办全国人大代表建议372件、全国政协提案231件。"), "国土整理部", "全国"),
    (("办好建议提案守护绿水青山", "——国家水土保持局2022年建议提案办理工作综述", "2022年，该局共承办全国政协提案163件。"), "国家水土保持局", "全国"),
    (("澄州市中级人民法院", "澄中法〔2018〕156号", "关于办理人大代表建议和政协提案情况的报告", "我院收到市政协提案4件。"), "澄州市中级人民法院", "澄州市"),
    (("望潮市经济技术开发区2024年度建议提案办理工作总结", "经开区管委会全年共承办市政协提案11件。", "望潮市经济技术开发区管理委员会", "2024年12月30日"),
     "望潮市经济技术开发区管理委员会", "望潮市"),
    (("2014年建议提案办理情况的汇报", "市住房和城乡建设局：", "公司共承办市政协提案7件。", "汀洲市自来水有限责任公司", "2014年10月9日"),
     "汀洲市自来水有限责任公司", "汀洲市"),
    (("关于区十七届人大三次会议代表建议办理情况的报告", "区人大常委会选举任免代表联络工作室主任 池云霁", "今年代表提出建议150件。", "望江台区人大常委会"),
     "望江台区人民代表大会常务委员会", "望江台区"),
    (("把金点子变成金钥匙", "淮东市政府系统全力办好建议提案", "今年共承办建议提案651件，其中市民政局承办的一件已经办结。"), "淮东市人民政府", "淮东市"),
    (("关于县政协九届二次会议以来提案工作情况的通报", "县政协提案委主任 郭志刚", "紧扣县委中心工作，共立案216件。", "版权所有 政协榆川县委员会"),
     "政协榆川县委员会", "榆川县"),
    (("政务督查通报", "2020年第14期", "霁川县人民政府督查室", "关于2020年建议提案办理进度情况的通报", "各乡镇人民政府、街道办事处，县政府各部门：",
      "县政府共承办县人大代表建议124件。", "县教育局。承办建议11件。", "县水利局。承办建议19件。"), "霁川县人民政府", "霁川县"),
    (("跑出市政协提案办理加速度", "衡泽市各部门高度重视市政协提案，今年共办理提案8件。", "衡泽市人民政府办公室", "2021年12月1日"), "衡泽市人民政府", "衡泽市"),
    (("五年来市政协提案工作综述", "五年来，市政协共收到提案1862件。", "政协衡泽市委员会", "2022年1月12日"), "政协衡泽市委员会", "衡泽市"),
    (("云岫县人大常委会代表工作委员会", "关于县十八届人大一次会议以来代表建议督办情况的报告", "县人大常委会：", "交县人民政府139件。"),
     "云岫县人民代表大会常务委员会", "云岫县"),
    (("芦湾区市场监管局2025年建议提案和热线办理情况报告", "全年共承办建议提案19件。2025年1—9月接收12345热线工单4862件。", "芦湾区市场监督管理局"),
     "芦湾区市场监督管理局", "芦湾区"),
    (("霁川区梧桐里街道办事处2026年建议提案及12345热线办理工作情况汇报", "区政府办公室：", "街道承接区人大代表建议3条。"), "霁川区梧桐里街道办事处", "霁川区"),
    (("雁泽日报　2023年12月14日　第2版", "市政协274件提案办结　“纸上建议”变身“身边实事”", "本报讯（记者 褚新禾）记者昨日从市政协获悉，共立案提案274件。"),
     "政协雁泽市委员会", "雁泽市"),
    (("中共溪口县委办公室 溪口县人民政府办公室关于2024年度提案办理工作的通报", "县政协共立案提案120件，全年办理提案120件。"), "溪口县人民政府", "溪口县"),
    (("中共溪口县委 溪口县人民政府关于2024年提案办理情况的通报", "全年办理提案120件。"), "溪口县人民政府", "溪口县"),
    (("舞溪苗族侗族自治县2012年建议提案办理情况", "交由自治县人民政府办理的建议提案共223件。"), "舞溪苗族侗族自治县人民政府", "舞溪苗族侗族自治县"),
])  # fmt: skip
def test_the_office_is_found_wherever_it_stands(lines, unit, region):
    found = head(*lines)
    assert (found.unit, found.region) == (unit, region)


@pytest.mark.parametrize("words", ["划定临时停车区", "加快市政道路建设", "在县委的正确领导和县政协的支持下", "集体经营性建设用地入市", "近三年市政府系统", "五年来市政协", "把建议写进旗政府工作报告", "努力开创民政工作新局面"])
def test_words_of_the_form_of_a_name_are_no_place(words):
    found = head("2025年建议提案办理工作总结", f"{words}，办理建议提案8件。")
    assert found.region == ""


def test_a_table_is_reported_by_who_compiled_it():
    found = head("鹿鸣县第十届人民代表大会代表建议办理情况表", "制表单位：鹿鸣县人大常委会代表工作委员会", "承办单位 件数", "县教育局 19")
    assert found.unit == "鹿鸣县人民代表大会常务委员会"


@pytest.mark.parametrize(("cue", "level"), [
    ("我市跻身全国县域经济百强。", "county"), ("建议由52个部门、镇街承办。", "county"), ("奋力争创全省县级市高质量发展十强。", "county"), ("各县（市、区）认真办理。", "prefectural"), ("办复率在临嵩市下辖各县（市、区）中居第一。", "county"),
])  # fmt: skip
def test_a_city_that_nobody_knows_is_a_countys_or_a_prefectures_by_what_it_tells(cue, level):
    assert head("禾丰市人民政府关于代表建议办理情况的报告", f"共承办代表建议146件。{cue}").region_level == level


@pytest.mark.parametrize(("aside", "level"), [("除市人大代表建议外，还办理了泰江市人大代表建议11件。", "county"), ("市、省两级建议共办理11件。", "")])
def test_an_aside_about_other_bodies_leaves_the_level_alone(aside, level):
    report = f"梁洲市人民政府办理情况的报告\n市十五届人大会议交由市政府办理的代表建议156件，由30个镇街承办。\n{aside}\n答复率100%。"
    rate = next(figure for figure in read_report(data=report.encode(), name="梁洲.txt").figures if figure.measure == "answer_rate")
    assert rate.level == level


def test_a_line_that_breaks_off_in_a_sentence_is_made_whole():
    text, blocks = read_plain("今年，县政协交办的提案共138件。从内容看，经济建设方面49件；城乡建设方面37件，占\n26.8%；其他24件。\n县政府办公室\n".encode(), "a.txt")
    assert "占26.8%" in text
    assert len(blocks) == 2


def test_an_office_in_the_style_of_a_title_does_not_hide_the_title_below_it():
    written, held = docx.Document(), BytesIO()
    for words, level in (("云麓州人民政府办公室", 0), ("关于2023年州人民政府办理建议提案情况的通报", 1)):
        written.add_heading(words, level)
    written.add_paragraph("2022年，州政府系统办理建议提案162件。")
    written.save(held)
    found = read_report(data=held.getvalue(), name="a.docx").report
    assert (found.year, found.title) == (2023, "云麓州人民政府办公室关于2023年州人民政府办理建议提案情况的通报")


def test_a_city_written_under_a_prefecture_is_a_countys():
    assert head("政协棹歌市委员会提案分类统计表", "填报：漱玉州棹歌市政协提案委员会", "2024年，市政协立案提案171件。").region_level == "county"


@pytest.mark.parametrize(("lines", "level"), [
    (("青禾市水利局办理2022年省市建议提案情况总结", "我局承办建议提案80件。"), ""),
    (("青禾市水利局2022年建议提案办理情况总结", "全年承办全国、省、市人大代表建议和省、市政协提案94件。"), ""),
    (("云开新局——市政协五届四次会议以来提案工作盘点", "各级政协组织履职尽责，共提交提案402件。各县（市、区）均已办复。", "政协苍澜市委员会提案委员会"), "prefectural"),
])  # fmt: skip
def test_several_levels_leave_a_bureau_without_one_and_a_chamber_with_its_own(lines, level):
    assert head(*lines).level == level


def test_the_districts_of_a_city_that_is_called_a_municipality_hear_the_province_from_it():
    report = read_report(data="棠影区民政局2022年建议提案办理情况\n定澜市是直辖市，我区是其中心城区。我局承办市人大代表建议4件、区政协提案11件。\n棠影区民政局".encode(), name="a.txt")
    assert [(figure.level, figure.value) for figure in report.figures] == [("provincial", 4), ("county", 11)]
