"""Topic classes of labels and of titles."""

import csv
import pathlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handling.vocabulary.title_topic import topic_of_title
from handling.vocabulary.topics import CLASS_ORDER, class_of_label, subjects

HERE = pathlib.Path(__file__).parent
CORPUS = HERE.parents[2] / "shared" / "corpus"
TITLES = list(csv.DictReader((HERE / "topic_titles.csv").open(encoding="utf-8")))


@pytest.mark.parametrize(
    ("label", "topic"),
    [
        ("经济建设类", "economy"), ("财贸金融", "economy"), ("城建环资", "construction"), ("环资城建类", "environment"),
        ("科教文卫体", "education_culture_health"), ("科技创新", "economy"), ("科技、教育、文化、卫生", "education_culture_health"),
        ("农林水", "agriculture"), ("水务交通方面", "construction"), ("内务司法", "governance"), ("社会法制", "governance"),
        ("统战民宗", "governance"), ("民生保障方面", "livelihood"), ("交通运输类", "construction"), ("社会管理类", "governance"),
        ("社会建设类", "livelihood"), ("工業、農業、經濟類", "economy"), ("教科文衛(wèi)體方面", "education_culture_health"),
        ("其他方面", "other"), ("其它", "other"), ("公安交管类", "governance"), ("城镇新增就业", "livelihood"),
    ],
)  # fmt: skip
def test_a_label_belongs_to_the_class_of_its_first_named_subject(label, topic):
    assert class_of_label(label) == topic


@pytest.mark.parametrize(
    "label",
    ["A类", "乙类", "已解决", "正在解决或列入计划", "满意", "主办", "区住建局", "县农业农村局", "水务集团", "法院", "市政协", "大会提案", "委员提案",
     "平时", "合计", "重点提案", "州级", "集体", "", "，", "闭会期间"],
)  # fmt: skip
def test_what_is_no_subject_has_no_class(label):
    assert class_of_label(label) == ""


@pytest.mark.parametrize("part", ["tuned", "held"])
def test_titles_of_every_field_find_their_class(part):
    rows = [row for row in TITLES if row["part"] == part]
    wrong = [row["title"] for row in rows if topic_of_title(row["title"]).topic != row["topic"]]
    assert len(rows) >= 40
    assert len(wrong) <= 0.05 * len(rows), wrong


def test_the_deciding_words_and_the_finer_subject_are_told():
    topic = topic_of_title("关于加快楚雄市数字经济建设的提案")
    assert (topic.topic, topic.subtopic, topic.words) == ("economy", "digital", "数字经济")


def test_the_object_outweighs_the_place():
    assert topic_of_title("关于在住宅小区普及电动自行车充电设施的建议").topic == "construction"
    assert topic_of_title("关于改善农村中小学供暖条件的提案").topic == "education_culture_health"


def test_what_an_item_serves_weighs_less_than_what_it_asks():
    assert topic_of_title("高铁时代下大力发展乡村旅游助力乡村振兴").topic == "education_culture_health"


def test_a_head_that_says_nothing_of_its_own_takes_the_subject_before_it():
    assert topic_of_title("关于扶持脐橙产业升级的建议").topic == "agriculture"
    assert topic_of_title("关于发展康养产业的建议").topic == "livelihood"
    assert topic_of_title("关于提高寄宿生补助的建议").topic == "education_culture_health"
    assert topic_of_title("关于扶持产业升级的建议").topic == "economy"


def test_what_is_used_or_lies_beside_weighs_less_than_what_is_asked_for():
    assert topic_of_title("关于盘活闲置厂房发展养老产业的提案").topic == "livelihood"
    assert topic_of_title("关于推动人民调解进商圈的提案").topic == "governance"
    assert topic_of_title("关于推动多式联运降低物流成本的提案").topic == "construction"


def test_the_syllables_of_a_place_name_are_no_words():
    assert topic_of_title("关于治理桑江污染的建议").topic == "environment"
    assert topic_of_title("关于在马头镇增设红绿灯的建议").words == "红绿灯"


def test_a_name_without_known_words_is_judged_by_the_character_for_what_it_is():
    topic = topic_of_title("关于整治晓塘河的建议")
    assert (topic.topic, topic.subtopic, topic.words) == ("environment", "", "河")


def test_traditional_titles_read_like_simplified_ones():
    assert topic_of_title("關於發展壯大冷涼蔬菜產業的提案") == topic_of_title("关于发展壮大冷凉蔬菜产业的提案")


def test_a_verb_and_the_word_behind_it_are_not_read_as_one():
    assert "强村" not in topic_of_title("关于加强村干部队伍建设的提案").words


def test_a_title_without_a_known_word_is_other_and_names_no_word():
    topic = topic_of_title("关于人在途中的提案")
    assert (topic.topic, topic.subtopic, topic.words) == ("other", "", "")


def test_subjects_are_unique_and_lie_in_a_class():
    found = subjects()
    assert len({subject.id for subject in found}) == len(found) >= 25
    assert {subject.topic for subject in found} <= set(CLASS_ORDER)
    assert [subject.position for subject in found] == list(range(len(found)))


def corpus_rows(name, wanted):
    for folder in ("published", "seeds"):
        path = CORPUS / folder / name
        if not path.exists():
            pytest.skip("the reference corpus is not here")
        yield from (row for row in csv.DictReader(path.open(encoding="utf-8-sig")) if wanted(row))


def test_nine_of_ten_reference_labels_get_their_class():
    rows = {(r["label"], r["category"]) for r in corpus_rows("figures.csv", lambda r: r["measure"] == "topic" and r["instrument"] != "hotline")}
    assert sum(class_of_label(label) == category for label, category in rows) >= 0.97 * len(rows)


def test_nine_of_ten_reference_items_get_their_class():
    rows = {(r["title"], r["topic"]) for r in corpus_rows("items.csv", lambda r: r["title"])}
    assert sum(topic_of_title(title).topic == topic for title, topic in rows) >= 0.9 * len(rows)


@given(st.text(max_size=80))
def test_any_text_has_some_class_and_never_fails(text):
    assert topic_of_title(text).topic in CLASS_ORDER
    assert class_of_label(text) in {"", *CLASS_ORDER}
