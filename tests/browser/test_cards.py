"""Cards by mouse, keyboard and touch: asked for when the first link is touched, and a link does without them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

CONTENT = "treaty/treaty.html"
FIGURE = "article a.kb-agreed[href*='facts/']"
PHONE = {"width": 390, "height": 844}
LOADED = "performance.getEntriesByType('resource').map((each) => each.name).filter((name) => name.includes('/cards/'))"


def test_nothing_is_loaded_until_a_link_is_touched_and_then_once(page: Page) -> None:
    page.goto(CONTENT, wait_until="load")
    before = page.evaluate(LOADED)
    for number in range(3):
        page.locator(FIGURE).nth(number).hover()
        expect(page.locator("#kb-tip")).to_contain_text("In the ledger")
        page.keyboard.press("Escape")

    assert [] == before
    assert 1 == len(page.evaluate(LOADED))


def test_a_card_that_is_on_its_way_lets_the_link_tell_its_title(page: Page) -> None:
    page.route("**/cards/**", lambda route: None)
    page.goto(CONTENT)
    figure = page.locator(FIGURE).first
    title = figure.get_attribute("data-tip")
    figure.focus()

    expect(page.locator("#kb-tip")).to_have_text(title or "")
    assert "kb-tip" == figure.get_attribute("aria-describedby")


def test_the_keyboard_goes_into_a_card_and_on_behind_its_figure(page: Page) -> None:
    page.goto(CONTENT)
    figure, tip = page.locator(FIGURE).first, page.locator("#kb-tip")
    figure.focus()
    expect(tip).to_contain_text("In the ledger")
    page.keyboard.press("Tab")
    expect(tip.locator("a").first).to_be_focused()
    for _ in range(tip.locator("a").count()):
        page.keyboard.press("Tab")

    assert not tip.evaluate("(card) => card.contains(document.activeElement)")
    assert figure.evaluate("(link) => !!(link.compareDocumentPosition(document.activeElement) & 4)")  # it follows


@pytest.fixture
def held(browser: Browser, served: str) -> Iterator[Page]:
    """A page on a phone, which is touched."""
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, base_url=served)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def test_the_first_tap_opens_the_card_and_the_second_follows(held: Page) -> None:
    held.goto(CONTENT)
    figure = held.locator(FIGURE).first
    figure.tap()
    expect(held.locator("#kb-tip")).to_contain_text("In the ledger")
    there = held.url.endswith(CONTENT)
    figure.tap()
    held.wait_for_url("**/facts/**")

    assert there


def test_every_way_of_a_card_leads_somewhere_from_a_file(opened: Page, site: Path) -> None:
    opened.goto((site / CONTENT).as_uri())
    opened.locator(FIGURE).first.focus()
    expect(opened.locator("#kb-tip")).to_contain_text("In the ledger")
    link = opened.locator("#kb-tip a").filter(has_text="In the ledger").first
    link.click()

    expect(opened.locator("tr:target")).to_be_visible()


def test_on_paper_there_is_no_card(page: Page) -> None:
    page.goto(CONTENT)
    page.locator(FIGURE).first.focus()
    expect(page.locator("#kb-tip")).to_contain_text("In the ledger")
    page.emulate_media(media="print")

    expect(page.locator("#kb-tip")).to_be_hidden()
