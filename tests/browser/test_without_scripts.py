"""What a reader has whose browser runs no scripts: all the text, every way on, and nothing that does nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

CONTENT = "treaty/treaty.html"
KINDS = (
    "index.html", CONTENT, "organisation/members.html", "facts/treaty.html", "facts/index.html", "reference/a-z.html",
    "reference/on-this-day.html", "reference/disagreements.html", "reference/references.html", "sources/a.html",
    "rules/index.html", "contributing/check.html", "search.html", "404.html",
)  # fmt: skip
DEAD = """() => [...document.querySelectorAll('button, input, select, a')]
  .filter(each => each.checkVisibility({visibilityProperty: true}) && each.getClientRects().length)
  .filter(each => each.matches('a') ? !each.hasAttribute('href') : !each.form?.getAttribute('action'))
  .map(each => each.outerHTML.slice(0, 120))"""
"""What can be seen and does nothing: a button that sends no form, a link that leads nowhere."""
WORDS = """() => [...document.querySelector('article').querySelectorAll('h1, h2, h3, p, li, td, th, pre')]
  .filter(each => each.textContent.trim() && !each.closest('details:not([open]), .kb-paper, .kb-table thead'))
  .filter(each => !each.checkVisibility({visibilityProperty: true}))
  .map(each => each.textContent.trim().slice(0, 80))"""
"""What is said and cannot be seen, though nothing is there to unfold it."""


@pytest.fixture
def plain(browser: Browser, served: str) -> Iterator[Page]:
    """A page of the served site in a browser that runs no scripts."""
    context = browser.new_context(java_script_enabled=False, base_url=served)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", KINDS)
def test_all_is_said_and_nothing_is_dead(plain: Page, name: str) -> None:
    plain.goto(name, wait_until="load")
    expect(plain.locator("h1").first).to_be_visible()

    assert ([], []) == (plain.evaluate(WORDS), plain.evaluate(DEAD))


def test_a_planted_dead_button_and_hidden_words_are_found(plain: Page) -> None:
    plain.goto(CONTENT, wait_until="load")
    plain.locator("article").evaluate(
        "article => article.insertAdjacentHTML('beforeend', '<button>go</button><p hidden>unsaid</p>')"
    )

    assert (["unsaid"], ["<button>go</button>"]) == (plain.evaluate(WORDS), plain.evaluate(DEAD))


def test_a_figure_and_a_mark_lead_to_their_statements(plain: Page) -> None:
    for name, what in (
        (CONTENT, "article a.kb-agreed[href*='facts/']"),
        ("organisation/members.html", "svg a.kc-mark"),
    ):
        plain.goto(name)
        plain.locator(f"{what} >> visible=true").first.click()
        plain.wait_for_url("**/facts/*.html#*")

        expect(plain.locator("tr:target")).to_be_visible()


def test_the_box_says_where_to_look_instead(plain: Page) -> None:
    plain.goto(CONTENT)
    plain.locator(".sidebar-search").first.fill("Bordyuzha")
    plain.locator(".sidebar-search").first.press("Enter")
    plain.wait_for_url("**/search.html?q=Bordyuzha*")

    expect(plain.locator("article")).to_contain_text("Search needs JavaScript")
    expect(plain.locator("article a[href$='facts/index.html']")).to_be_visible()
