"""What a reader does with a finger: a tap opens a card or goes on to another, and a second one follows the link."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.conftest import Visit

pytestmark = pytest.mark.browser

CONTENT = "treaty/treaty.html"
DRAWN = "organisation/members.html"
FIGURE = "article a.kb-agreed[href*='facts/']"
MARK = "article svg a.kc-mark"
STATEMENT = re.compile(r"/facts/[\w-]+\.html#[\w-]+$")


@pytest.fixture
def phone(browser: Browser, served: str) -> Iterator[Page]:
    """A page of the served site on a phone, which has no mouse; nothing may go wrong on it."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, base_url=served
    )
    visit = Visit(context, (served, "data:", "blob:"))
    yield visit.page
    context.close()

    assert visit.wrong == []


def card(page: Page) -> Locator:
    return page.locator("#kb-tip")


def test_a_tap_on_a_mark_opens_its_card_and_a_second_one_follows(phone: Page) -> None:
    phone.goto(DRAWN)
    link = phone.locator(f"{MARK} >> visible=true").first
    link.tap()
    expect(card(phone)).to_be_visible()
    expect(card(phone)).to_be_in_viewport()

    assert phone.url.endswith(DRAWN)
    link.tap()
    expect(phone).to_have_url(STATEMENT)


def test_a_tap_elsewhere_closes_the_card(phone: Page) -> None:
    phone.goto(CONTENT)
    phone.locator(FIGURE).first.tap()
    expect(card(phone)).to_be_visible()
    phone.locator("h1").first.tap()

    expect(card(phone)).to_be_hidden()


def test_a_tap_on_another_figure_opens_its_card_instead(phone: Page) -> None:
    phone.goto(CONTENT)
    one, other = phone.locator(FIGURE).first, phone.locator(FIGURE).last
    one.tap()
    before = card(phone).text_content()
    other.tap()

    expect(card(phone)).to_be_visible()
    assert before != card(phone).text_content()
    assert phone.url.endswith(CONTENT)


def test_a_link_in_a_card_is_followed_by_one_tap(phone: Page) -> None:
    phone.goto(CONTENT)
    phone.locator(FIGURE).first.tap()
    card(phone).locator("a[href*='facts/']").first.tap()

    expect(phone).to_have_url(re.compile(r"/facts/[\w-]+\.html"))


def test_the_slider_goes_where_the_finger_is(phone: Page) -> None:
    phone.goto("reference/on-this-day.html?day=2024-11-30")
    slider = phone.locator(".kb-day-form input[type=range]")
    box = slider.bounding_box()
    assert box is not None
    slider.tap(position={"x": box["width"] / 2, "y": box["height"] / 2})

    expect(phone).to_have_url(re.compile(r"\?day=(2008|2009|2010)-"))
