"""What kind of body a unit's name means, and how it is written."""

from __future__ import annotations

import pytest

from handling.vocabulary.classes import rows
from handling.vocabulary.units import bureau_kind, canonical_unit, chart_unit, find_units, initials, short_unit, split_region, unit_kind, written_unit


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("章丘区人民政府", "government"),
        ("景德镇市人民政府", "government"),
        ("国务院", "government"),
        ("高新区管委会", "government"),
        ("城中区总寨镇人民政府", "town"),
        ("城中区南滩街道办事处", "town"),
        ("乌兰敖包旗额尔德尼苏木人民政府", "town"),
        ("政协云阳县委员会", "cppcc"),
        ("西安市人民代表大会常务委员会", "congress"),
        ("西安市中级人民法院", "court"),
        ("浣溪市人民检察院", "procuratorate"),
        ("中共广东省委有关部门", "party"),
        ("陕西省级党群系统", "party"),
        ("衡东县12345政务服务热线中心", "hotline"),
        ("楚雄市发展和改革局", "bureau"),
        ("教育部", "bureau"),
        ("乌兰敖包旗供电公司", "other"),
        ("巴中市有关机关和组织", "other"),
        ("", ""),
    ],
)
def test_a_name_tells_what_kind_of_body_it_is(name: str, kind: str) -> None:
    assert unit_kind(name) == kind


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("development", "发展和改革局 发改局 发展改革委 发展和改革委员会"),
        ("health", "卫生和计划生育局 卫健委 卫生局 卫生健康局 卫计局"),
        ("education", "教育和体育局 教体局 教育厅 教育委员会"),
        ("housing", "住建局 住房和城乡建设厅 住房和城乡建设委员会"),
        ("market", "市场监督管理局 市监局 工商质监局 工商行政管理局"),
        ("natural_resources", "自然资源和规划局 国土资源局 规划局西陵分局"),
        ("industry", "经信局 工业和信息化厅 科工信局 经济和信息化委员会"),
        ("culture_tourism", "文旅局 文化广电新闻出版局 文化旅游体育局 文旅委"),
        ("city_management", "城管局 综合行政执法局 城市管理局"),
        ("agriculture", "农业农村局 农牧局 畜牧兽医局 农业委员会"),
        ("ecology", "环保局 生态环境局 环境保护厅"),
        ("disabled", "残疾人联合会 残联"),
        ("", "人民政府 人大常委会 人民法院 青桐镇人民政府"),
    ],
)
def test_the_many_names_of_a_bureau_are_one_kind(kind: str, names: str) -> None:
    assert {bureau_kind("青禾县" + name) for name in names.split()} == {kind}


def test_every_stem_of_the_table_is_named_once() -> None:
    stems = [word.partition("=")[0] for row in rows("bureaus.csv") for word in row["names"].split()]
    assert sorted({stem for stem in stems if stems.count(stem) > 1}) == []


@pytest.mark.parametrize(
    ("words", "region", "expected"),
    [
        ("发改局", "楚雄市", "楚雄市发展和改革局"),
        ("县教体局", "青禾县", "青禾县教育和体育局"),
        ("市卫健委", "武汉市", "武汉市卫生健康委员会"),
        ("省住建厅", "云南省", "云南省住房和城乡建设厅"),
        ("市科技局", "郑州市", "郑州市科学技术局"),
        ("区政府", "章丘区", "章丘区人民政府"),
        ("县政府督查室", "青禾县", "青禾县人民政府"),
        ("市政协", "青禾市", "政协青禾市委员会"),
        ("市人大常委会", "西安市", "西安市人民代表大会常务委员会"),
        ("法院", "西安市", "西安市中级人民法院"),
        ("法院", "浣溪市", "浣溪市人民法院"),
        ("杏坛街道", "鹿鸣涧区", "鹿鸣涧区杏坛街道办事处"),
        ("鹿鸣涧区人民政府", "清源港市", "鹿鸣涧区人民政府"),
        ("教育部", "全国", "教育部"),
        ("团县委", "青禾县", "共青团青禾县委员会"),
        ("县委宣传部", "青禾县", "中共青禾县委宣传部"),
        ("国家税务总局青禾县税务局", "青禾县", "国家税务总局青禾县税务局"),
        ("县供销社", "青禾县", "青禾县供销合作社联合社"),
    ],
)
def test_a_unit_is_written_out_with_its_region(words: str, region: str, expected: str) -> None:
    assert canonical_unit(words, region) == expected


def test_a_unit_of_a_list_keeps_its_own_short_name() -> None:
    assert written_unit("区住建局", "章丘区") == "章丘区住建局"
    assert written_unit("住房和城乡建设局", "清源港市") == "清源港市住房和城乡建设局"
    assert written_unit("县政府", "青禾县") == "青禾县人民政府"
    assert written_unit("县政协", "青禾县") == "政协青禾县委员会"


def test_people_and_charts_have_a_short_name() -> None:
    long = [
        "章丘区人民政府",
        "楚雄市发展和改革局",
        "政协青禾县委员会",
        "西安市人民代表大会常务委员会",
        "武汉市卫生健康委员会",
        "鹿鸣涧区杏坛街道办事处",
    ]
    short = ["章丘区政府", "楚雄市发改局", "青禾县政协", "西安市人大常委会", "武汉市卫健委", "鹿鸣涧区杏坛街道"]
    assert [short_unit(name) for name in long] == short
    whole = ["章丘区政府", "楚雄市发展和改革局", "青禾县政协", "西安市人大常委会", "武汉市卫生健康委员会", "鹿鸣涧区杏坛街道"]
    assert [chart_unit(name) for name in long] == whole


def test_a_short_name_keeps_the_kind_of_office_unless_it_is_an_association() -> None:
    long = ["固镇县人力资源和社会保障局", "宝应县供销合作社联合社", "青禾县妇女联合会", "青禾县科学技术协会", "青禾县科学技术局"]
    assert [short_unit(name) for name in long] == ["固镇县人社局", "宝应县供销社", "青禾县妇联", "青禾县科协", "青禾县科技局"]


def test_the_region_in_front_is_told_from_the_body() -> None:
    assert split_region("平湖港市市场监督管理局") == ("平湖港市", "市场监督管理局")
    assert split_region("济南市市中区商务局") == ("济南市市中区", "商务局")
    assert split_region("县城市管理局") == ("县", "城市管理局")
    assert split_region("国家卫生健康委员会") == ("", "国家卫生健康委员会")


def test_units_are_found_in_running_text_with_their_region() -> None:
    text = "其中县水务局十四件,区教育局27件;杏坛街道办事处39件,市公安局、西安市人民检察院,团县委1件,石榴坪乡人民政府2件"
    found = find_units(text)
    assert [words for _, words in found] == [
        "县水务局", "区教育局", "杏坛街道办事处", "市公安局", "西安市人民检察院", "团县委", "石榴坪乡人民政府",
    ]  # fmt: skip
    assert all(span.of(text) == words for span, words in found)


def test_an_office_that_handles_is_no_office_of_handling() -> None:
    assert [words for _, words in find_units("交由市政府办理12件")] == ["市政府"]
    assert find_units("政府工作报告提出") == []


def test_initials_of_a_unit_can_be_searched() -> None:
    assert initials("楚雄市发展和改革局") == "cxsfzhggj"
    assert initials("乐清市教育局") == "yqsjyj"
