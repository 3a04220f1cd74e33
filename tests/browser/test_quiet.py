"""What folds opens for a link, for paper and for who looks for words; a citation tells its reference as a card."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
ALL = "reference/disagreements.html"
CONTENT = "organisation/at-a-glance.html"


def test_disagreements_are_folded_to_their_lines(page: Page) -> None:
    page.goto(CONTENT)
    folds = page.locator("details.kb-judgement")

    assert folds.count() > 0
    assert page.locator("details.kb-judgement[open]").count() == 0
    assert max(fold.bounding_box()["height"] for fold in folds.all()) < 80


def test_a_link_to_a_judgement_opens_it(page: Page) -> None:
    page.goto(ALL)
    link = page.locator("ul.kb-contents a[href^='#disagreements-']").first
    anchor = (link.get_attribute("href") or "").removeprefix("#")
    link.click()

    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()
    expect(page.locator(f"details:has([id='{anchor}'])")).to_have_attribute("open", "")


def test_on_paper_all_is_open_and_on_the_screen_folded_again(page: Page) -> None:
    page.goto(CONTENT)
    opened = page.locator("details:is(.kb-judgement, .kb-references)[open]")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = opened.count()
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert (printed, opened.count()) == (page.locator("details:is(.kb-judgement, .kb-references)").count(), 0)


def test_a_citation_tells_its_reference_and_leads_to_its_place(page: Page) -> None:
    page.goto(CONTENT)
    link = page.locator("article .bibtex-citation a").first
    anchor = (link.get_attribute("href") or "").partition("#")[2]
    told = (page.locator(f".kb-references li[data-of='{anchor}']").text_content() or "").strip()
    link.hover()

    expect(page.locator("#kb-tip")).to_have_text(f"{told} What rests on it")
    link.click()
    expect(page.locator(".kb-source:target")).to_be_in_viewport()
