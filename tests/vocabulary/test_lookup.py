"""Names, short and former names, pinyin initials and codes lead to the region, unit or report that is meant."""

import pytest

from handling.vocabulary import lookup

JINAN = lookup.region("370100", "济南市", "山东省济南市", "jns")
ZHANGQIU = lookup.region("370114", "章丘区", "山东省济南市章丘区", "zqq")
CHONGQING = lookup.region("500000", "重庆市", "重庆市", "cqs")
DONGCHENG = lookup.region("110101", "东城区", "北京市东城区", "dcq")
HOUSING = lookup.unit("370114:章丘区住房和城乡建设局", "章丘区住房和城乡建设局", "章丘区住建局", "zqqzfhcxjsj")
SCHOOLS = lookup.unit("370114:章丘区教育和体育局", "章丘区教育和体育局", "章丘区教体局", "zqqjyhtyj")
REPORT = lookup.report("G010", "关于2025年政协委员提案办理总体情况", "鄄城县人民政府办公室", "371726", "鄄城县", "jcx")
ALL = [JINAN, ZHANGQIU, CHONGQING, DONGCHENG, HOUSING, SCHOOLS, REPORT]


def found(typed):
    return [known.id for known in lookup.find(ALL, typed)]


@pytest.mark.parametrize(("typed", "first"), [
    ("济南", "370100"), ("济南市", "370100"), ("jns", "370100"), ("JNS", "370100"), ("370100", "370100"),
    ("重庆", "500000"), ("cqs", "500000"), ("500000", "500000"),
    ("崇文区", "110101"), ("章丘市", "370114"),
    ("章丘区住建局", "370114:章丘区住房和城乡建设局"), ("区住建局", "370114:章丘区住房和城乡建设局"), ("章丘市住建局", "370114:章丘区住房和城乡建设局"),
    ("zqqzjj", "370114:章丘区住房和城乡建设局"), ("zqqzfhcxjsj", "370114:章丘区住房和城乡建设局"), ("章丘住建局", "370114:章丘区住房和城乡建设局"),
    ("章丘 教体", "370114:章丘区教育和体育局"), ("zqq 教体", "370114:章丘区教育和体育局"),
    ("G010", "G010"), ("鄄城", "G010"), ("jcx", "G010"), ("371726", "G010"), ("jcxrmzfbgs", "G010"),
])  # fmt: skip
def test_what_is_typed_leads_to_what_is_meant(typed, first):
    assert found(typed)[0] == first


def test_a_code_also_finds_what_lies_inside():
    assert found("370100") == ["370100", "370114", "370114:章丘区住房和城乡建设局", "370114:章丘区教育和体育局"]
    assert found("37") == ["370100", "370114", "370114:章丘区住房和城乡建设局", "370114:章丘区教育和体育局", "G010"]


@pytest.mark.parametrize("typed", ["", "   ", "火星", "xyz", "999999", "济南 重庆", "章局", "."])
def test_what_nothing_is_called_finds_nothing(typed):
    assert found(typed) == []


def test_a_word_may_be_held_to_what_a_name_holds():
    assert [known.id for known in lookup.find(ALL, "章丘住建局", lookup.HOLDS)] == []


@pytest.mark.parametrize(("word", "ids"), [
    ("四川", ["510000"]), ("崇文区", ["110101"]), ("济南市章丘区", ["370114"]), ("朝阳区", ["110105", "220104"]), ("xx", []), ("没有的地方", []),
])  # fmt: skip
def test_a_name_of_a_place_means_one_or_several_regions(word, ids):
    assert lookup.regions_meant(word) == ids


def test_a_unit_is_meant_by_its_short_name_before_those_in_whose_name_the_word_stands():
    known = [lookup.unit(f"500000:{name}", name, short, "") for name, short in
             (("重庆市人民政府", "重庆市政府"), ("重庆市人民政府办公厅", "重庆市政府办"), ("重庆市教育委员会", "重庆市教委"))]  # fmt: skip
    assert lookup.named(known, "重庆市政府") == ["500000:重庆市人民政府"]
    assert lookup.named(known, "教育委员会") == ["500000:重庆市教育委员会"]
    assert lookup.named(known, "人民政府") == ["500000:重庆市人民政府", "500000:重庆市人民政府办公厅"]
    assert lookup.named(known, "cqs") == lookup.named(known, "5000") == []
