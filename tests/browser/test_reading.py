"""What a reader does: follows a figure to its statement, searches, turns the colours, reads on a phone or offline."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
WCAG = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']"
COLOURS = "{type: 'rule', values: ['color-contrast']}"
PARTS = 8
"""So many tests share the longest work, so that the cores can."""
CONTENT = "treaty/treaty.html"
DISPUTED = "treaty/founding.html"


def telling(site: Path) -> list[str]:
    """Every page that somebody wrote, and of the ledger's pages, which are made alike, the ten longest."""
    ledger = sorted((site / "facts").glob("*.html"), key=lambda page: page.stat().st_size)
    left_out = {f"facts/{page.name}" for page in ledger[:-10]}
    return [name for name in names(site) if name not in left_out]


def names(site: Path) -> list[str]:
    """Every page but those of the rules, of which a few stand for all."""
    found = [page.relative_to(site).as_posix() for page in site.rglob("*.html") if "_static" not in page.parts]
    rules = sorted(name for name in found if name.startswith("rules/"))
    return sorted(set(found) - set(rules) - {"404.html"}) + rules[:3]


def faults(page: Page, rules: str = WCAG) -> list[str]:
    """What a checker of accessibility finds on the page as it stands."""
    judge = f"axe.run(document, {{runOnly: {rules}}}).then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].target))"
    return list(page.evaluate(judge))


@pytest.mark.parametrize("part", range(PARTS))
def test_everyone_can_read_it(page: Page, site: Path, part: int) -> None:
    found = {}
    for name in telling(site)[part::PARTS]:
        page.goto(name, wait_until="load")
        page.evaluate(AXE)
        in_light = faults(page)
        page.emulate_media(color_scheme="dark")
        in_dark = faults(page, COLOURS)
        page.emulate_media(color_scheme="light")
        if in_light or in_dark:
            found[name] = in_light, in_dark

    assert found == {}


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_complains_asks_another_host_or_is_wider_than_a_phone(page: Page, site: Path, part: int) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    wide = []
    for name in names(site)[part::PARTS]:
        page.goto(name, wait_until="load")
        if page.evaluate("document.documentElement.scrollWidth - innerWidth") > 0:
            wide.append(name)

    assert wide == []


def test_everyone_can_read_it_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    found = {}
    for name in ("index.html", CONTENT, "facts/treaty.html", "reference/disagreements.html"):
        page.goto(name, wait_until="load")
        page.evaluate(AXE)
        found[name] = faults(page)

    assert {name: those for name, those in found.items() if those} == {}


def test_a_figure_tells_what_it_rests_on_by_mouse_keyboard_and_escape(page: Page) -> None:
    page.goto(CONTENT)
    figure, tip = page.locator("article a.kb-agreed").first, page.locator("#kb-tip")
    expect(tip).to_be_hidden()
    figure.hover()
    expect(tip).to_be_visible()
    expect(tip).to_contain_text("“")
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    page.mouse.move(0, 0)
    figure.focus()
    expect(tip).to_be_visible()

    assert figure.get_attribute("aria-describedby") == "kb-tip"


def test_the_mouse_can_move_onto_a_tooltip(page: Page) -> None:
    page.goto(CONTENT)
    page.locator("article a.kb-agreed").first.hover()
    tip = page.locator("#kb-tip")
    expect(tip).to_be_visible()
    tip.hover()
    page.wait_for_timeout(400)

    expect(tip).to_be_visible()


def test_a_figure_leads_to_its_statement(page: Page) -> None:
    page.goto(CONTENT)
    page.locator("article a.kb-agreed[href*='facts/']").first.click()

    assert "facts/" in page.url
    expect(page.locator("tr:target")).to_be_visible()


def test_a_disputed_figure_says_so_to_eye_and_ear(page: Page) -> None:
    page.goto(DISPUTED)
    figure = page.locator("article a.kb-disputed").first
    expect(figure.locator(".kb-mark")).to_be_visible()
    expect(figure).to_contain_text("(disputed)")
    figure.focus()

    expect(page.locator("#kb-tip")).to_contain_text("Disputed")


def test_a_citation_shows_its_source(page: Page) -> None:
    page.goto(CONTENT)
    page.locator("article .bibtex-citation a").first.focus()

    expect(page.locator("#kb-tip")).to_contain_text("source.")


def test_tooltips_work_from_a_file_and_offline(opened: Page, site: Path) -> None:
    opened.goto((site / CONTENT).as_uri())
    opened.locator("article a.kb-agreed").first.focus()

    expect(opened.locator("#kb-tip")).to_be_visible()


def test_without_scripts_a_figure_keeps_its_title(site: Path) -> None:
    assert 'class="kb-agreed' in (site / CONTENT).read_text(encoding="utf-8")
    assert ' title="' in (site / CONTENT).read_text(encoding="utf-8").partition('class="kb-agreed')[2][:3000]


@pytest.mark.parametrize(
    ("words", "title"), [("Договор", "Treaty on Collective Security"), ("Bordyuzha", "Nikolai Bordyuzha")]
)
def test_search_finds_words_in_both_scripts(page: Page, words: str, title: str) -> None:
    page.goto("index.html")
    box = page.locator(".sidebar-search").first
    box.fill(words)
    box.press("Enter")
    hit = page.locator("ul.search li a").filter(has_text=title).first
    expect(hit).to_be_visible(timeout=10_000)
    hit.click()

    expect(page.locator("h1").first).to_contain_text(title)


def test_search_works_from_a_file(opened: Page, site: Path) -> None:
    opened.goto((site / "search.html").as_uri() + "?q=Bordyuzha")

    expect(opened.locator("ul.search li a").first).to_be_visible(timeout=10_000)


def test_the_colours_follow_the_switch(page: Page) -> None:
    page.goto("index.html")
    body, switch = page.locator("body"), page.locator(".theme-toggle-content .theme-toggle").first
    seen, colours = {body.get_attribute("data-theme")}, set()
    for _ in range(3):
        switch.click()
        seen.add(body.get_attribute("data-theme"))
        colours.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    assert (seen, len(colours)) == ({"auto", "light", "dark"}, 2)
