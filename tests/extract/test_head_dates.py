"""Of which year, month and day a report is."""

from __future__ import annotations

import pytest

from tests.extract.heads import BUREAU, head


def test_a_national_session_tells_its_year() -> None:
    assert head("十四届全国人大二次会议代表建议办理情况", "代表提出建议8783件，交由219家单位办理。").year == 2024


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (("关于县政协提案办理情况的报告", "县政府办理提案62件。", "青禾县人民政府", "2023年12月21日"), 2023),
        (("关于县政协提案办理情况的报告", "一年来，县政府办理提案62件。", "青禾县人民政府", "2024年1月21日"), 2023),
        (("县两会收到建议168件", "会议期间，代表提出建议168件。", "青禾县人大常委会", "2021年1月23日"), 2021),
        (("青禾县召开2020年建议提案交办会", "2019年，县政府系统共承办建议49件。"), 2019),
        (("关于代表建议办理情况的报告", "2022年，县政府承办建议41件，比2021年的38件增加3件。", "青禾县人民政府"), 2022),
        (("关于代表建议办理情况的报告", "按照周办发〔2020〕1号文件要求，县政府认真办理代表建议。", "青禾县人民政府"), 2020),
        (("关于代表建议办理情况的报告", "县政府认真办理代表建议。", "青禾县人民政府"), None),
        (("关于县政协提案办理情况的报告", "县政府今年承办提案138件，2020年承办提案129件。", "青禾县人民政府", "2021年11月3日"), 2021),
        (("关于十届三次会议提案审查情况的报告", "截至1月15日，大会秘书处收到提案276件。去年收到258件。", "政协青禾县委员会", "2019年1月16日"), 2019),
        (("关于五年来提案工作情况的报告", "2017年至2021年，共收到提案2036件，其中大会期间提出1688件。", "政协青禾县委员会", "2022年1月11日"), 2021),
    ],
)
def test_the_year_is_that_of_the_handling(lines: tuple[str, ...], year: int | None) -> None:
    assert head(*lines).year == year


def test_the_file_name_gives_the_year_only_where_nothing_else_does() -> None:
    assert head("关于代表建议办理情况的报告", "县政府办理代表建议41件。", name="2019年报告.txt").year == 2019
    assert head("关于2021年代表建议办理情况的报告", "县政府办理代表建议41件。", name="2019年报告.txt").year == 2021


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2022年11月8日", "2022-11-08"),
        ("发布时间：2020-11-19 09:28", "2020-11-19"),
        ("20201022", "2020-10-22"),
        ("二〇一九年十一月十八日", "2019-11-18"),
        ("20259810日", ""),
        ("2022年11月1日8", ""),
        ("2022年13月8日", ""),
    ],
)
def test_the_day_of_publication_is_read_and_a_broken_one_is_not(line: str, day: str) -> None:
    assert head("青禾县教育局2022年建议提案办理情况", BUREAU, "青禾县教育局", line).published == day


@pytest.mark.parametrize(
    ("title", "month"),
    [
        ("鹿鸣涧区2024年7月份12345热线运行情况通报", 7),
        ("鹿鸣涧区2024年1-6月重点项目进展情况", 6),
        ("鹿鸣涧区2024年前八月重点项目进展情况", 8),
        ("鹿鸣涧区热线工作情况通报（2024年第九期）", 9),
        ("鹿鸣涧区2024年第一季度12345热线运行情况", None),
        ("鹿鸣涧区2024年重点项目进展情况", None),
    ],
)
def test_a_bulletin_tells_its_month(title: str, month: int | None) -> None:
    assert head(title, "全区受理诉求5218件。").month == month


def test_a_quarter_under_the_title_is_the_reports() -> None:
    found = head("12345热线运行情况通报", "（2021年第二季度）", "第二季度（4—6月），全县受理诉求12684件。", "青禾县热线办", "2021年7月12日")
    assert (found.title, found.month, found.year) == ("12345热线运行情况通报（2021年第二季度）", None, 2021)
