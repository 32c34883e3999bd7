"""Items listed in tables."""

from handling.extract.items import items
from handling.model import Head
from handling.read import read


def rows(name, text, instrument=""):
    document = read(data=text.encode(), name=name)
    return [
        (item.number, item.title, item.proposers, item.instrument, item.key, item.span.of(document.text))
        for item in items(document, Head(instrument=instrument), "r")
    ]


def test_the_rows_of_a_list_of_proposals_are_items():
    table = "序号,提案编号,案由,提案人,主办单位\n1,第023号,关于整治飞线的提案,张晓明、李霞,市公安局\n2,031,增设公交站点,民建市委,市交通局\n合计,,,,\n"
    assert rows("a.csv", table) == [
        ("023", "关于整治飞线的提案", "张晓明、李霞", "proposal", False, "关于整治飞线的提案"),
        ("031", "增设公交站点", "民建市委", "proposal", False, "增设公交站点"),
    ]


def test_a_table_under_a_title_of_key_items_lists_key_items():
    table = "重点提案目录\n编号\t案由\t提案人\n012\t关于建设智慧停车平台的提案\t赵丽\n034\t关于推进殡葬改革的提案\t农工党\n"
    assert [row[:5] for row in rows("b.txt", table)] == [
        ("012", "关于建设智慧停车平台的提案", "赵丽", "proposal", True),
        ("034", "关于推进殡葬改革的提案", "农工党", "proposal", True),
    ]


def test_the_stream_of_a_row_is_told_by_the_body_that_it_came_from():
    table = "序号,来源,编号,标题,提出者\n1,州人大,第0036号,关于加快核桃产业发展的建议,李文秀\n2,州政协,第018号,关于保护峡谷的提案,民盟怒澜州委\n"
    assert [row[:4] for row in rows("e.csv", table, "combined")] == [
        ("0036", "关于加快核桃产业发展的建议", "李文秀", "suggestion"),
        ("018", "关于保护峡谷的提案", "民盟怒澜州委", "proposal"),
    ]


def test_a_table_of_figures_names_no_item():
    assert rows("c.csv", "承办单位,承办件数,主办,A类,B类\n教育局,12,10,8,2\n住建局,20,15,10,5\n") == []


def test_a_table_of_projects_names_no_item():
    assert rows("d.csv", "项目名称,投资,进度\n城北水厂扩建工程,3000,80%\n") == []


def test_an_item_of_a_table_that_the_text_repeats_is_one_row():
    page = (
        "<html><body><h1>区人大代表建议办理情况</h1><p>王海代表提出的《关于修缮古戏楼的建议》已办结，古戏楼修缮一新，群众十分满意。</p><table>"
        "<tr><th>建议标题</th><th>领衔代表</th></tr><tr><td>关于修缮古戏楼的建议</td><td>王海</td></tr>"
        "<tr><td>新建滨河驿站</td><td>陈思雨等5名代表</td></tr></table></body></html>"
    )
    assert [row[1:4] for row in rows("e.html", page)] == [
        ("关于修缮古戏楼的建议", "王海", "suggestion"),
        ("新建滨河驿站", "陈思雨", "suggestion"),
    ]


def test_a_number_with_its_session_tells_number_and_stream():
    table = "届次及编号\t题目\t提出者\n省十四届人大三次会议第0076号\t关于提高教师补助标准的建议\t段启明\n省政协十三届三次会议第0214号\t关于推进心理健康教育的提案\t致公党\n"
    assert [row[:4] for row in rows("f.txt", table, "combined")] == [
        ("0076", "关于提高教师补助标准的建议", "段启明", "suggestion"), ("0214", "关于推进心理健康教育的提案", "致公党", "proposal")]  # fmt: skip


def test_a_head_whose_characters_stand_apart_is_one_column():
    table = "编号    标  题                      提出人\n23      关于整治河道的建议          伍大川\n9       关于恢复茶叶品牌的提案      丁兰芝\n"
    assert [row[1:4] for row in rows("g.txt", table, "combined")] == [
        ("关于整治河道的建议", "伍大川", "suggestion"), ("关于恢复茶叶品牌的提案", "丁兰芝", "proposal")]  # fmt: skip
