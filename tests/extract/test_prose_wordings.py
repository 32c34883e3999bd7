"""Ways in which officials say one and the same thing: what is counted, in which class, and what only looks like a figure."""

import pytest

from tests.extract.prose_reading import told


@pytest.mark.parametrize(("words", "category"), [
    ("因条件限制暂时难以解决、向代表作出说明解释的", "deferred"), ("因客观条件不具备暂时无法落实的", "deferred"), ("暂无条件解决的", "deferred"),
    ("受现行政策限制无法办理的", "deferred"), ("需要向上争取或因自然条件限制一时难以落实的", "deferred"), ("超出本市权限、暂时无法解决的", "deferred"),
    ("因财政困难近期难以落实、需待今后条件成熟再研究解决的", "deferred"), ("不符合政策规定、予以解释的", "deferred"), ("未落实的", "deferred"),
    ("已启动或列入计划逐步落实的", "planned"), ("列入“十四五”规划分年度实施的", "planned"), ("正在抓紧办理的", "planned"), ("拟在今后工作中逐步落实的", "planned"),
    ("问题得到解决的", "adopted"), ("已办成和基本办成的", "adopted"), ("已得到落实或基本落实的", "adopted"), ("得到解决或部分解决的", "adopted_or_planned"),
])  # fmt: skip
def test_a_class_phrase_is_understood_by_its_grammar(words, category):
    assert told(f"{words}12件，占15%。", instrument="proposal") == [f"outcome {category} 12 proposal", f"outcome_share {category} 15 proposal"]


@pytest.mark.parametrize("text", [
    "评选出先进承办单位10个、优秀提案20件。", "表彰优秀提案12件、先进承办单位8家、先进个人10名。", "优秀建议10件、优秀答复5件受到通报表扬。",
    "家长满意度达96.2%；群众满意度95.8%；企业满意率98%。", "群众对教育工作的满意率96%。", "惠及群众2.3万人，满意度98%。",
    "12315投诉举报办结率99.3%。", "邻市满意率连续四年100%。", "区委书记、区长分别领办2件。",
])  # fmt: skip
def test_praise_the_public_and_other_regions_are_no_figures(text):
    assert told(text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("经济类建议29件、提案41件。", ["topic economy 29 suggestion", "topic economy 41 proposal"]),
    ("经济建设、城乡建设、社会事业方面提案分别占31%、38%、31%。",
     ["topic_share economy 31 proposal", "topic_share construction 38 proposal", "topic_share livelihood 31 proposal"]),
    ("主要涉及城市建设（21件）、教育卫生（18件）等方面。", ["topic construction 21", "topic education_culture_health 18"]),
    ("内容集中在基础设施建设、乡村振兴两个方面，分别有21件和17件。", ["topic construction 21", "topic agriculture 17"]),
])  # fmt: skip
def test_subjects_are_told_over_streams_rows_and_brackets(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("立案181件。其中，委员提案142件；集体提案39件。", ["filed 181", "filed 142 proposal part", "filed 39 proposal part"]),
    ("立案提案中，集体提案53件，委员提案215件。", ["filed 53 proposal part", "filed 215 proposal part"]),
    ("承办提案18件，其中单独办理7件、牵头办理6件、协助办理5件。",
     ["received 18 proposal", "received 7 proposal lead part", "received 6 proposal lead", "received 5 proposal joint"]),
    ("人大建议、政协提案分别交由29个和35个单位办理。", ["units 29 suggestion", "units 35 proposal"]),
    ("收到建议36件，已办理34件。", ["received 36 suggestion", "completed 34 suggestion"]),
    ("承办建议102件，其中已解决的68件；正在解决的25件。", ["received 102 suggestion", "outcome adopted 68 suggestion", "outcome planned 25 suggestion"]),
    ("一年来遴选出12件重点提案，其中主席会议督办8件。", ["key 12 proposal", "key 8 proposal"]),
])  # fmt: skip
def test_parts_and_wholes_are_told_apart(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("办理态度和办理结果均表示满意，满意率100%。", ["satisfaction_rate 100 attitude", "satisfaction_rate 100 result"]),
    ("代表满意率、委员满意率分别为98.4%和99%。", ["satisfaction_rate 98.4 suggestion", "satisfaction_rate 99 proposal"]),
    ("首次办理结果满意或基本满意率为97.2%。", ["satisfaction_rate satisfied_or_basic 97.2 first"]),
    ("满意度为98.6%（含基本满意）。", ["satisfaction_rate satisfied_or_basic 98.6"]),
    ("3件由“基本满意”变为“满意”。", ["satisfaction satisfied 3 final"]),
    ("办理结果全部为A类。", ["~outcome_share adopted 100"]),
    ("所有建议提案已按时限要求全部办结。", ["~on_time_rate 100"]),
])  # fmt: skip
def test_opinions_and_implied_figures(text, expected):
    assert told(text) == expected
