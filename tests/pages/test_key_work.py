"""重点工作与热线: what the bulletins print, with counts and interval where they give counts."""

import re


def test_a_hotline_rate_has_its_counts_and_interval_or_says_that_there_are_none(open_page):
    rows = [row for row in open_page("key_work").html.split("<tr") if "城中区人民政府" in row]
    assert any("1,153/1,153件 · 99.7%～100.0%" in row and "94.69%" in row and "没有件数" in row for row in rows)


def test_rates_of_projects_say_that_no_counts_are_printed(open_page):
    assert "通报没有写件数，算不出区间" in open_page("key_work").html


def test_each_rate_and_rank_of_a_sentence_opens_its_figure(open_page):
    said = re.findall(r'<div class="alt">(.*?)</div>', open_page("key_work").html)
    listed = [sentence for sentence in said if "开工率" in sentence or "名次" in sentence or "%" in sentence]
    assert len(listed) >= 3
    assert all(re.search(r'<a href="sources\?figure=\w{16}">', sentence) for sentence in listed)
