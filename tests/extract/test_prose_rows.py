"""Numbers told in a row, or one number told of several: along which list they run, and where they are left alone."""

import pytest

from tests.extract.prose_reading import told


@pytest.mark.parametrize(("text", "expected"), [
    ("建议的A、B、C三类分别为71件、31件、10件，提案的三类分别为83件、35件、6件。",
     ["outcome adopted 71 suggestion", "outcome planned 31 suggestion", "outcome deferred 10 suggestion",
      "outcome adopted 83 proposal", "outcome planned 35 proposal", "outcome deferred 6 proposal"]),
    ("满意率达98%。A类件占比，建议63.4%，提案66.9%。",
     ["satisfaction_rate 98", "outcome_share adopted 63.4 suggestion", "outcome_share adopted 66.9 proposal"]),
    ("从2022年、2023年到2024年，主办件中A类所占比重依次为61.5%、65.2%和68.6%。",
     ["outcome_share adopted 61.5 lead 2022", "outcome_share adopted 65.2 lead 2023", "outcome_share adopted 68.6 lead"]),
    ("州人大代表建议16件、州政协提案14件，由我局主办的各11件。",
     ["received 16 suggestion 州", "received 14 proposal 州", "received 11 suggestion 州 lead", "received 11 proposal 州 lead"]),
    ("区级建议提案由57个单位承办，区住房建设委、区教育局、区城市管理委的承办量居前，分别为48件、39件和31件。",
     ["units 57 区", "received 48 区 区住房建设委", "received 39 区 区教育局", "received 31 区 区城市管理委"]),
    ("承办单位由2022年的61家增加到2024年的74家。", ["units 61 2022", "units 74"]),
    ("主席会议五年共督办重点提案58件，2024年为11件。", ["key 58 proposal 2020/2024", "key 11 proposal"]),
])  # fmt: skip
def test_a_row_runs_along_the_list_that_it_names(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize("text", ["乡村的三样分别为83件、35件和6件提案。", "2023年到2024年，承办人数由61个增加到74个。"])
def test_a_row_whose_first_number_is_not_understood_is_left_alone(text):
    assert told(text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("重新答复之后，4件转为满意，1件转为基本满意。", ["satisfaction satisfied 4 final", "satisfaction basic 1 final"]),
    ("经重新办理，3件变为满意，1件改为基本满意。", ["satisfaction satisfied 3 final", "satisfaction basic 1 final"]),
    ("有2件提案不满意。重新办理后，这两件提案转为满意1件、基本满意1件。",
     ["satisfaction dissatisfied 2 proposal", "satisfaction satisfied 1 proposal final", "satisfaction basic 1 proposal final"]),
])  # fmt: skip
def test_what_was_judged_again_is_of_the_final_round(text, expected):
    assert told(text) == expected
