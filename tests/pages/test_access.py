"""axe-core finds nothing serious on any page, in either theme, in either language. Skipped where there is no Chromium."""

from pathlib import Path

import axe_playwright_python
import pytest

from tests.pages.browsing import SLUGS, move, needs_chromium, path_of, settle

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
GRAVE = ("serious", "critical")

pytestmark = needs_chromium


def grave(page):
    """What axe objects to: the rule, and the first place where it is broken."""
    page.wait_for_function("document.documentElement.dataset.links === 'open here'")
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found if rule["impact"] in GRAVE]


@pytest.mark.parametrize(("theme", "lang"), [("light", "zh"), ("dark", "en")])  # contrast hangs on the theme, names on the language: two runs see both
def test_axe_finds_nothing_serious(visit, theme, lang):
    page = visit(f"?lang={lang}", theme=theme)
    ground = "rgb(255, 255, 255)" if theme == "light" else "rgb(18, 24, 31)"
    found = {}
    for slug in SLUGS:
        move(page, slug)
        assert page.evaluate("getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor") == ground
        found[slug] = grave(page)
    assert {slug: rules for slug, rules in found.items() if rules} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_open_tables_and_lists(visit, theme):
    page = visit("satisfaction?satisfaction_derived=pooled", theme=theme)
    for button in page.get_by_role("button", name="数据表").all():
        button.click()
        settle(page)
    page.get_by_role("button", name="复制引用").first.click()
    page.get_by_text("更多条件").click()
    settle(page)
    assert page.locator("table.tb").count() == 2
    assert grave(page) == []


def test_axe_finds_nothing_serious_on_a_phone(visit):
    for slug in ("overview", "sources"):
        assert grave(visit(path_of(slug), width=390)) == []
