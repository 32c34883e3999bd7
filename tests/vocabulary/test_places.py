"""Which region a name means."""

from __future__ import annotations

from collections import Counter

import pytest

from handling.vocabulary.places import region, region_rows, resolve


def code(name: str, within: str = "") -> str:
    found = resolve(name, within)
    return found.id if found else ""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("章丘区", "370114"),
        ("章丘", "370114"),
        ("济南市章丘区", "370114"),
        ("山东省济南市章丘区", "370114"),
        ("山东济南章丘", "370114"),
        ("恩施州", "422800"),
        ("恩施土家族苗族自治州", "422800"),
        ("肃南县", "620721"),
        ("广西", "450000"),
        ("莫旗", "150722"),
        ("370114", "370114"),
        ("全国", "全国"),
    ],
)
def test_a_region_is_known_by_official_everyday_and_chained_names(name: str, expected: str) -> None:
    assert code(name) == expected


@pytest.mark.parametrize(
    ("old", "expected"),
    [
        ("香格里拉县", "533401"),
        ("宁乡县", "430182"),
        ("奉化市", "330213"),
        ("章丘市", "370114"),
        ("偃师市", "410307"),
        ("即墨市", "370215"),
        ("襄樊市", "420600"),
        ("毕节地区", "520500"),
        ("潞西市", "533103"),
    ],
)
def test_a_former_name_leads_to_the_region_of_today(old: str, expected: str) -> None:
    assert code(old) == expected


def test_a_name_of_several_regions_needs_to_be_told_what_it_lies_in() -> None:
    assert resolve("朝阳区") is None
    assert code("朝阳区", "北京市") == "110105"
    assert code("北京市朝阳区") == "110105"
    assert code("铁西区", "四平市") == "220302"
    assert code("桥东区", "邢台市") == "130502"
    assert code("高新区", "济南市") == "370176"
    assert resolve("高新区") is None


def test_of_several_levels_the_highest_is_meant() -> None:
    assert code("吉林") == "220000"
    assert code("恩施") == "422800"
    assert code("海南") == "460000"


def test_a_region_outside_what_it_is_said_to_lie_in_is_not_that_region() -> None:
    assert resolve("章丘区", "青岛市") is None
    assert resolve("白云区", "西陇州") is None


def test_a_fictional_region_is_unknown() -> None:
    assert [resolve(name) for name in ("青禾县", "岭北州", "东澜省", "石桥湾区", "")] == [None] * 5


def test_a_subdistrict_leads_to_the_district_it_lies_in() -> None:
    assert code("城中区南滩街道办事处", "西宁市") == "630103"
    assert code("北京市海淀区中关村街道") == "110108"


@pytest.mark.parametrize(
    ("name", "level", "prefecture", "province"),
    [
        ("重庆市", "provincial", "", "500000"),
        ("开州区", "county", "", "500000"),
        ("济源市", "county", "", "410000"),
        ("仙桃市", "county", "", "420000"),
        ("楚雄市", "county", "532300", "530000"),
        ("楚雄州", "prefectural", "532300", "530000"),
        ("锡林郭勒盟", "prefectural", "152500", "150000"),
        ("准格尔旗", "county", "150600", "150000"),
        ("喀什地区", "prefectural", "653100", "650000"),
        ("东莞市", "prefectural", "441900", "440000"),
    ],
)
def test_levels_are_seen_from_china_as_a_whole(name: str, level: str, prefecture: str, province: str) -> None:
    found = resolve(name)
    assert found is not None
    assert (found.level, found.prefecture_id, found.province_id) == (level, prefecture, province)


def test_every_label_is_unique_and_leads_back_to_its_region() -> None:
    labels = Counter(one.label for one in region_rows())
    assert max(labels.values()) == 1
    assert [one.label for one in region_rows() if resolve(one.label) != one and resolve(one.full_name) != one] == []


def test_the_label_of_an_ambiguous_name_says_what_it_lies_in() -> None:
    assert region("370103").label == "市中区（济南市）"
    assert region("370103").full_name == "山东省济南市市中区"
    assert region("422800").label == "恩施州"


def test_initials_follow_the_local_reading() -> None:
    read = {name: region(key).initials for name, key in [("重庆市", "500000"), ("长沙市", "430100"), ("乐清市", "330382"), ("长子县", "140428")]}
    assert read == {"重庆市": "cqs", "长沙市": "css", "乐清市": "yqs", "长子县": "zzx"}

