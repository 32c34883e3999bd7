"""Groups told again, asides, parts of two streams, and numbers that only look like figures."""

import pytest

from handling.extract.years import times
from tests.extract.prose_reading import told


@pytest.mark.parametrize(("text", "expected"), [
    ("我局共承办县人大代表建议六件、县政协委员提案九件，其中主办十一件，协办四件。",
     ["received 6 suggestion 县", "received 9 proposal 县", "received 11 县 lead", "received 4 县 joint"]),
    ("承办建议16件、提案22件。主办的38件建议提案已全部办结。主办的38件主办件满意36件。",
     ["received 16 suggestion", "received 22 proposal", "completed 38 lead", "~completion_rate 100 lead", "satisfaction satisfied 36 lead"]),
    ("办理县人大代表建议66件、县政协提案58件，办复率均为100%。",
     ["received 66 suggestion 县", "received 58 proposal 县", "answer_rate 100 suggestion 县", "answer_rate 100 proposal 县"]),
    ("全国人大代表建议2件、全国政协提案1件，均由我厅会办。",
     ["received 2 suggestion 全国", "received 2 suggestion 全国 joint", "received 1 proposal 全国", "received 1 proposal 全国 joint"]),
    ("另外承办市人大代表建议1件，为协办件。", ["received 1 suggestion 市", "received 1 suggestion 市 joint"]),
    ("承办县人大代表建议和县政协提案，分别是21件和17件。", ["received 21 suggestion 县", "received 17 proposal 县"]),
    ("已解决的建议12件、提案15件。", ["outcome adopted 12 suggestion", "outcome adopted 15 proposal"]),
    ("会议期间，代表提出建议118件；闭会期间，代表提出建议5件，共计123件。",
     ["received 118 suggestion part", "received 5 suggestion part", "received 123 suggestion"]),
    ("反映就业创业的71件，反映社会保障的54件。", ["topic livelihood 71", "topic livelihood 54"]),
    ("城乡建设方面78件，农业农村方面46件，教科文卫方面41件。其中前两项分别占34.8%和20.5%。",
     ["topic construction 78", "topic agriculture 46", "topic education_culture_health 41", "topic_share construction 34.8", "topic_share agriculture 20.5"]),
    ("去年答复为B类的18件主办件，今年已解决12件，正在实施5件。",
     ["outcome planned 18 lead 2023", "outcome adopted 12 lead 2023", "outcome planned 5 lead 2023"]),
    ("省人大代表建议和省政协提案全部按时办复。", ["~on_time_rate 100 suggestion 省", "~on_time_rate 100 proposal 省"]),
    ("州政协提案、省人大代表建议均按期办结。", ["~on_time_rate 100 proposal 州", "~on_time_rate 100 suggestion 省"]),
    ("7件主办件均已按要求与代表、委员进行了面对面沟通，并按时作了书面答复。",
     ["answered 7 lead", "received 7 lead", "~meeting_rate 100 lead", "~on_time_rate 100 lead"]),
    ("会办件的会办意见也已按时送达主办单位。", ["~on_time_rate 100 joint"]),
    ("市人大代表建议和市政协提案由68个承办单位分头办理。", ["units 68 市"]),
    ("218件提案分别交由州级52个单位和10个县市办理。", ["received 218 proposal 州", "units 52 proposal 州", "units 10 proposal 州"]),
    ("8位副市长分别领办督办重点建议9件、重点提案11件。", ["key 9 suggestion", "key 11 proposal"]),
])  # fmt: skip
def test_what_is_told_of_a_group_is_told_of_all_of_it_once(text, expected):
    assert told(text) == expected


def test_classes_above_are_those_of_the_paragraph_before():
    found = told("89件代表建议中，已解决的48件，正在解决的30件，留作参考的11件。", "134件委员提案中，以上三类分别为76件、41件和17件。")
    assert found[-3:] == ["outcome adopted 76 proposal", "outcome planned 41 proposal", "outcome deferred 17 proposal"]


@pytest.mark.parametrize("text", [
    "走访承办单位31家，民主评议承办单位22家。", "今年的建议大多要求改造公路，涉及14个乡镇。", "推行“高效办成一件事”。", "班子成员均领办了1至2件代表建议。",
    "开通24小时心理援助热线1条，微信公众号推送提案信息76条。", "监督立案3件、监督撤案5件。", "探索引入第三方评估，考核排名靠前。", "要求一般性提案3个月内答复。",
    "对区住建局、区民政局2个单位办理代表建议的情况进行测评。", "其余18件转作委员来信处理。",
])  # fmt: skip
def test_what_only_looks_like_a_figure_is_none(text):
    assert told(text) == []


def test_a_heading_that_overcomes_a_shortcoming_opens_no_list_of_problems():
    found = told("三、办理成效", "1.防汛短板加快补齐。投资860万元。", "截至10月底，我局受理12345热线工单1327件，按时办结率99.5%。")
    assert found == ["received 1327 hotline", "on_time_rate 99.5 hotline"]


@pytest.mark.parametrize(("text", "years"), [("截至2017年12月底，已办复3379件", []), ("到2021年12月底，全部办复", []), ("2017年办复3379件", ["2017"])])
def test_how_matters_stand_at_a_date_tells_no_year(text, years):
    assert [token.tags["year"] for token in times(text.replace("，", ","), 0, len(text))] == years
