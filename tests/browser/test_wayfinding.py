"""What a reader does to find the way: unfolds a section by key, in the drawer of a phone, and without any script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import faults

pytestmark = pytest.mark.browser

CONTENT = "treaty/treaty.html"
DEEP = "sessions/bishkek-2025.html"
PHONE = {"width": 390, "height": 844}
LIST = "reference/a-z.html"


def test_a_section_unfolds_and_leads_on_by_key(page: Page) -> None:
    page.goto(CONTENT)
    history = page.locator(".kb-sections summary", has_text="History")
    history.focus()
    expect(page.locator(".kb-sections a", has_text="Timeline")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator(".kb-sections a", has_text="Timeline")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"history/timeline\.html$"))


def test_the_current_page_is_in_sight_at_the_side(page: Page) -> None:
    page.goto(DEEP)

    expect(page.locator(".kb-sections [aria-current=page]")).to_be_in_viewport()


def test_the_drawer_of_a_phone_folds_alike(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto(CONTENT)
    page.locator("label.nav-overlay-icon").first.click()
    expect(page.locator(".kb-sections [aria-current=page]")).to_be_in_viewport()
    page.locator(".kb-sections summary", has_text="Crises").click()
    expect(page.locator(".kb-sections a", has_text="Kursk")).to_be_in_viewport()

    assert [] == faults(page)


def test_sections_unfold_without_scripts(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=served)
    page = context.new_page()
    page.goto(CONTENT)
    page.locator(".kb-sections summary", has_text="Crises").click()

    expect(page.locator(".kb-sections a", has_text="Kursk")).to_be_visible()
    context.close()


def test_the_way_above_the_title_leads_up(page: Page) -> None:
    page.goto("facts/crrf.html")
    page.locator(".kb-trail a", has_text="Forces").click()

    expect(page).to_have_url(re.compile(r"facts/index\.html#force$"))


def test_a_term_shows_what_it_means(page: Page) -> None:
    page.goto(CONTENT)
    term = page.locator("article a.kb-term").first
    term.focus()

    expect(page.locator("#kb-tip")).to_be_visible()
    expect(page.locator("#kb-tip")).to_contain_text("force")


def test_a_wrong_address_can_be_searched_from(page: Page) -> None:
    page.goto("404.html")
    box = page.locator("article input[name=q]")
    box.fill("KSOR")
    box.press("Enter")

    expect(page.locator("#kb-results .kb-hit").first).to_contain_text("rapid reaction force", ignore_case=True)


@pytest.mark.parametrize("name", ["404.html", LIST, "index.html", DEEP])
def test_everyone_can_read_the_doors(page: Page, name: str) -> None:
    page.goto(name)
    in_light = faults(page)
    page.emulate_media(color_scheme="dark")

    assert ([], []) == (in_light, faults(page))
