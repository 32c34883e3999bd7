"""Place names in running text, known and unknown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handling.vocabulary.places import bare_names_in, name_ending, provinces_in, regions_in, stems_in


def names(text: str) -> list[tuple[str, str]]:
    return [(words, region.id if region else "") for _, region, words in regions_in(text)]


def test_known_names_are_found_anywhere_and_chains_are_one() -> None:
    assert names("组织委员赴浙江省杭州市余杭区考察,再到济南市章丘区交流") == [("浙江省杭州市余杭区", "330110"), ("济南市章丘区", "370114")]


def test_unknown_names_of_the_right_form_are_found_without_what_stands_before_them() -> None:
    assert names("关于青禾县人民政府和岭北州交通运输局的报告") == [("青禾县", ""), ("岭北州", "")]
    assert names("政协第十届鹿鸣涧区委员会,乌兰敖包旗人大常委会") == [("鹿鸣涧区", ""), ("乌兰敖包旗", "")]


@pytest.mark.parametrize(
    "text",
    [
        "我县、全区、本市和各县区,城区园区景区都有超市",
        "县人大代表提出建议,区政府办理,市直部门落实",
        "农贸市场、市民、县域经济、市政工程",
        "会同县商务局、应急局",
        "列入市级示范项目,成立区级领导小组",
        "广大省政协委员",
    ],
)
def test_common_words_are_no_places(text: str) -> None:
    assert names(text) == []


def test_a_city_whose_name_ends_in_a_letter_is_found_without_its_last_one() -> None:
    assert names("杭州综合考评") == [("杭州", "330100")]


def test_an_office_leads_to_the_district_named_without_its_letter() -> None:
    assert names("威海市文登人民政府办公室") == [("威海市文登", "371003")]


def test_names_end_where_the_text_says() -> None:
    assert name_ending("由青禾县", 4) == "青禾县"
    assert name_ending("青禾县", 2) == ""
    assert name_ending("其中县", 3) == ""


def test_provinces_and_stems_are_found_without_their_letter() -> None:
    assert provinces_in("安徽和内蒙古的做法") == ["安徽", "内蒙古"]
    assert bare_names_in("福州和广西提高建议解决率") == ["福州市", "广西壮族自治区"]
    assert [(stem, region.id) for stem, region in stems_in("全椒玩具产业园", "县")] == [("全椒", "341124")]


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="青禾县市区州省旗盟北京朝阳济南章丘在的和政府,。", max_size=60))
def test_every_name_found_is_where_it_is_said_to_be(text: str) -> None:
    end = 0
    for span, _, words in regions_in(text):
        assert span.of(text) == words
        assert span.start >= end
        end = span.end
