"""Old addresses in a browser: they lead to the page and to the place, served and from a folder, with scripts or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

GONE, NOW = "rules/identity/dead-link.html", "rules/form/dead-link.html"


def test_a_page_that_has_gone_leads_to_the_place_that_was_asked_for(page: Page, served: str) -> None:
    page.goto(f"{GONE}#what-to-do")
    page.wait_for_url(f"**/{NOW}#what-to-do")

    expect(page.locator("h2", has_text="What to do")).to_be_in_viewport()


def test_it_leads_on_from_a_folder_too(opened: Page, site: Path) -> None:
    opened.goto(f"{(site / GONE).as_uri()}#found")
    opened.wait_for_url(f"**/{NOW}#found")


def test_it_leads_on_without_scripts(browser: Browser, served: str) -> None:
    context = browser.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto(GONE)
    page.wait_for_url(f"**/{NOW}")
    context.close()


def test_the_old_name_of_a_statement_leads_to_its_row(page: Page) -> None:
    page.goto("facts/session-2014-moscow.html#ukraine-war")

    expect(page.locator("tr#crimea-condemnation")).to_be_in_viewport()
    expect(page.locator("p.kb-moved")).to_have_count(0)


def test_where_a_statement_went_is_told_to_those_alone_who_ask_for_it(page: Page) -> None:
    page.goto("facts/session-2004-astana.html")
    expect(page.locator("p#classified")).to_be_hidden()
    page.goto("facts/session-2004-astana.html#classified")
    expect(page.locator("p#classified")).to_be_in_viewport()
    page.locator("p#classified a").click()
    page.wait_for_url("**/facts/secrets-agreement.html#signed-2004")
