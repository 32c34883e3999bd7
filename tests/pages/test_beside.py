"""What stands beside figures: conflicts with both sources, computed counts with their formula, the crosswalk with its rule."""


def rows_with(html, *words):
    return [row for row in html.split("<tr") if all(word in row for word in words)]


def test_two_reports_with_two_values_are_both_shown_and_one_is_chosen_by_a_rule(open_page):
    html = open_page("unit", record="610100:西安市人民代表大会常务委员会").html
    (shown,) = rows_with(html, ">516</a>", "后公布的优先")
    (other,) = rows_with(html, ">500</a>", "后公布的优先")
    assert "<td class=\"nw\">采用</td>" in shown.replace("<td>采用</td>", '<td class="nw">采用</td>')
    assert "采用" not in other
    assert "代表建议516件已全部办结" in shown
    assert "今年西安市两会收到建议提案1315件" in other


def test_a_computed_count_carries_its_formula_and_stands_apart(open_page):
    html = open_page("unit", record="370306:周村区发展和改革局").html
    (row,) = rows_with(html, "14−6")
    assert "主办" in row
    assert ">8</td>" in row
    assert "◇ 推算的件数 1 个" in html


def test_every_class_name_has_the_rule_that_placed_it(open_page):
    html = open_page("adoption", all_adoption_crosswalk=True).html
    assert any("类名用词" in row and "列入计划、要采纳" in row and "正在解决或列入计划" in row for row in rows_with(html, "列入计划要采纳", "章丘区"))
    assert any("两类并写，不拆分" in row for row in rows_with(html, "得到解决、基本解决或列入计划逐步解决"))
    assert any("只有字母，按通例" in row for row in rows_with(html, "A 類"))
    assert any("类名用词" in row for row in rows_with(html, "C类件(列入规划)"))


def test_the_rule_stands_in_the_hover_text(open_page):
    bar = open_page("adoption").charts[0]["data"][0]
    assert any("章丘区政府 2023" in text and "归类依据：类名用词“已采纳、正在采纳”" in text for text in bar["hovertext"])
