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


@pytest.mark.parametrize(("part", "wrong_at_most"), [("tuned", 0.05), ("held", 0.05), ("hard", 0.2)])
def test_titles_of_every_field_find_their_class(part, wrong_at_most):
    rows = [row for row in TITLES if row["part"] == part]
    wrong = [row["title"] for row in rows if topic_of_title(row["title"]).topic != row["topic"]]
    assert len(rows) >= 40
    assert len(wrong) <= wrong_at_most * len(rows), wrong


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


@pytest.mark.parametrize(
    ("title", "topic", "words"),
    [
        ("关于打造望川脐橙全产业链的提案", "agriculture", "脐橙全产业链"),
        ("关于支持银杏产业精深加工的建议", "agriculture", "银杏产业精深加工"),
        ("关于完善公共卫生应急体系的提案", "education_culture_health", "公共卫生应急体系"),
        ("关于提升社区卫生服务中心应急能力的建议", "education_culture_health", "社区卫生服务中心应急能力"),
        ("关于增设村级公路安防设施的建议", "construction", "村级公路安防设施"),
        ("关于完善应急体系的提案", "governance", "应急体系"),
        ("关于支持石材精深加工的建议", "economy", "石材精深加工"),
    ],
)
def test_a_head_may_follow_another_head_or_a_body(title, topic, words):
    found = topic_of_title(title)
    assert (found.topic, found.words) == (topic, words)


@pytest.mark.parametrize("title", ["关于支持冬香柑产业的建议", "关于扩大云脚薯种植的建议", "关于打造岭下鸡品牌的建议", "关于解决山里梨滞销的建议"])
def test_produce_is_known_by_its_last_character_whatever_its_name(title):
    assert topic_of_title(title).topic == "agriculture"


def test_a_result_and_fireworks_are_no_produce():
    assert topic_of_title("关于支持成果产业化的建议").topic == "economy"
    assert topic_of_title("关于支持烟花产业发展的建议").words == "烟花产业"


@pytest.mark.parametrize(
    ("title", "topic", "words"),
    [
        ("关于加快G357线改扩建的建议", "construction", "G357线、改扩建"),
        ("关于加快沅坪至麻溪段提质的建议", "construction", "沅坪至麻溪段"),
        ("关于推进引淮济汝的建议", "agriculture", "引淮济汝"),
        ("关于推进解放老街修缮改造的提案", "construction", "老街修缮改造"),
    ],
)
def test_roads_diversions_and_renewal_are_known_by_their_form(title, topic, words):
    found = topic_of_title(title)
    assert (found.topic, found.words) == (topic, words)


def test_a_stage_of_school_or_of_the_day_is_no_stretch_of_road():
    assert topic_of_title("关于加强小学至高中学段思政教育的建议").words == "小学、高中、思政教育"
    assert topic_of_title("关于整治夜间十时至次日六时时段噪声的建议").topic == "environment"


def test_a_town_weighs_little_before_what_is_asked_for_there():
    assert topic_of_title("关于补齐老城片区学位缺口的提案").topic == "education_culture_health"
    assert topic_of_title("关于整治古溪老街段河道的提案").topic == "agriculture"
    assert topic_of_title("关于加快城区老工业企业搬迁改造的提案").topic == "economy"
    assert topic_of_title("关于保护老街的提案").topic == "education_culture_health"


def test_a_town_says_nothing_of_the_kind_of_a_head():
    assert topic_of_title("关于解决山村困难的建议").words == "困难"


def test_town_water_is_construction_and_village_water_is_agriculture():
    assert [topic_of_title(f"关于{asked}的提案").topic for asked in ("建设县城第二自来水厂", "提高城区供水水质", "解决县城用水紧张")] == ["construction"] * 3
    assert [topic_of_title(f"关于{asked}的提案").topic for asked in ("提升农村供水水质", "规范农村供水工程水费收缴", "治理河道淤积")] == ["agriculture"] * 3
    assert [topic_of_title(f"关于{asked}的提案").topic for asked in ("治理丰塔河支流水质", "整治河道垃圾")] == ["environment"] * 2


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
