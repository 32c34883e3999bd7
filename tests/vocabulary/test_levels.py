"""The level of a body by the words for it, which depends on where the report comes from."""

from __future__ import annotations

import pytest

from handling.vocabulary.levels import level_of_body


@pytest.mark.parametrize(
    ("words", "region", "within", "region_level", "level"),
    [
        ("市", "青禾县", "", "county", "prefectural"),
        ("市", "全椒县", "", "county", "prefectural"),
        ("市", "楚雄市", "", "county", "county"),
        ("州", "楚雄市", "", "county", "prefectural"),
        ("市", "开州区", "", "county", "provincial"),
        ("市", "朝阳区", "北京市", "county", "provincial"),
        ("市", "重庆市", "", "provincial", "provincial"),
        ("市", "济南市", "", "prefectural", "prefectural"),
        ("市", "云南省", "", "provincial", "prefectural"),
        ("区", "章丘区", "", "county", "county"),
        ("区", "内蒙古自治区", "", "provincial", "provincial"),
        ("自治区", "莎车县", "", "county", "provincial"),
        ("区", "盐池县", "", "county", "provincial"),
        ("旗", "乌兰敖包旗", "", "county", "county"),
        ("盟", "乌兰敖包旗", "", "county", "prefectural"),
        ("镇", "青禾县", "", "county", "township"),
        ("街道", "章丘区", "", "county", "township"),
        ("全国", "西陇省", "", "provincial", "national"),
        ("省级", "青禾县", "", "county", "provincial"),
        ("岭北州", "临岚市", "", "county", "prefectural"),
        ("临岚市", "临岚市", "", "county", "county"),
        ("由济南市", "章丘区", "", "county", "prefectural"),
        ("列入市", "泽林市", "", "county", "county"),
        ("我们", "青禾县", "", "county", ""),
        ("", "青禾县", "", "county", ""),
    ],
)
def test_a_body_stands_at_its_level_seen_from_china_as_a_whole(words: str, region: str, within: str, region_level: str, level: str) -> None:
    assert level_of_body(words, region, within, region_level) == level
