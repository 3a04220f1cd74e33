"""What the pages allow a browser: all that the site itself does, and nothing that somebody slips into a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = pytest.mark.browser

CONTENT = "treaty/treaty.html"
CODE = "contributing/check.html"
KINDS = ("index.html", CONTENT, "facts/treaty.html", "reference/references.html", CODE, "search.html?q=Bordyuzha")
SLIPPED_IN = """
<script>document.title = "canary";</script>
<script src="https://canary.example/x.js"></script>
<img src="https://canary.example/x.png" onerror="document.title = 'canary'">
<a id="slipped" href="javascript:document.title='canary'">go</a>
<iframe src="https://canary.example/"></iframe>
<object data="https://canary.example/x.svg"></object>
<base href="https://canary.example/">
<form action="https://canary.example/"><button id="sent">send</button></form>
<p id="dressed" style="color: rgb(1, 2, 3)">dressed</p>
<style>#dressed { background: url(https://canary.example/x.png) rgb(1, 2, 3) }</style>
"""
DRESSED = "(s => [s.color, s.backgroundColor])(getComputedStyle(document.querySelector('#dressed')))"


@pytest.mark.parametrize("name", [*KINDS, "404.html", "rules/index.html"])
def test_every_page_has_the_policy_before_anything_that_it_holds_for(site: Path, name: str) -> None:
    text = (site / name.partition("?")[0]).read_text(encoding="utf-8")
    head = text.partition('<meta http-equiv="Content-Security-Policy" content="')

    assert head[1]
    assert [] == [tag for tag in ("<script", "<style", "<link", "<img") if tag in head[0]]
    assert "unsafe-inline" not in head[2].partition('"')[0]
    assert "unsafe-eval" not in head[2].partition('"')[0]
    assert '<meta http-equiv="x-dns-prefetch-control" content="off">' in head[2]


@pytest.mark.parametrize("name", KINDS)
def test_from_a_folder_the_page_does_what_it_does_from_a_server(opened: Page, site: Path, name: str) -> None:
    address, _, asked = name.partition("?")
    opened.goto(f"{(site / address).as_uri()}?{asked}", wait_until="load")
    body = opened.locator("body")
    before = body.get_attribute("data-theme")
    opened.locator(".theme-toggle-content .theme-toggle").first.click()

    assert "serif" in opened.evaluate("getComputedStyle(document.querySelector('article')).fontFamily")
    assert opened.evaluate("getComputedStyle(document.body).getPropertyValue('--color-brand-primary')").strip()
    assert before != body.get_attribute("data-theme")


def test_from_a_folder_the_box_leads_to_what_it_finds(opened: Page, site: Path) -> None:
    opened.goto((site / CONTENT).as_uri())
    box = opened.locator(".sidebar-search").first
    box.fill("Bordyuzha")
    box.press("Enter")

    expect(opened.locator("#kb-results li a").first).to_be_visible(timeout=10_000)


@pytest.mark.parametrize("where", ["served", "opened"])
def test_code_is_copied(browser: Browser, site: Path, served: str, where: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(served + CODE if where == "served" else (site / CODE).as_uri())
    page.evaluate("navigator.clipboard.writeText('')")
    block = page.locator("div.highlight-console").first
    block.hover()
    block.locator("button.copybtn").click()
    words = block.locator("pre").inner_text()
    for _ in range(100):
        copied = page.evaluate("navigator.clipboard.readText()")
        if copied:
            break
        page.wait_for_timeout(100)
    context.close()

    assert copied
    assert [] == [line for line in copied.splitlines() if line not in words]


@pytest.fixture
def asked() -> list[str]:
    """Every address that a page asks for."""
    return []


@pytest.fixture
def slipped(browser: Browser, site: Path, served: str, asked: list[str]) -> Iterator[Page]:
    """A page into which somebody has got markup of every harmful kind."""
    context = browser.new_context()
    page = context.new_page()
    text = (site / CONTENT).read_text(encoding="utf-8")
    opening = '<article role="main" id="furo-main-content">'
    assert opening in text

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        if route.request.url == served + CONTENT:
            route.fulfill(body=text.replace(opening, opening + SLIPPED_IN), content_type="text/html; charset=utf-8")
        elif route.request.url.startswith(served):
            route.continue_()
        else:
            route.abort()

    context.route("**/*", answer)
    page.goto(served + CONTENT, wait_until="load")
    yield page
    context.close()


def test_what_is_slipped_into_a_page_neither_runs_nor_asks_anybody(
    slipped: Page, served: str, asked: list[str]
) -> None:
    before, dressed = slipped.title(), slipped.evaluate(DRESSED)
    slipped.locator("#slipped").click()
    after = slipped.title()
    slipped.evaluate("document.querySelector('#sent').click()")
    slipped.wait_for_timeout(300)

    assert "canary" not in before
    assert before == after
    assert "rgb(1, 2, 3)" not in dressed
    assert served + CONTENT == slipped.url
    assert [] == [address for address in asked if not address.startswith(served)]


def test_what_is_slipped_in_would_run_without_the_policy(browser: Browser, site: Path, tmp_path: Path) -> None:
    text = (site / CONTENT).read_text(encoding="utf-8")
    before, _, rest = text.partition('<meta http-equiv="Content-Security-Policy"')
    page = tmp_path / "page.html"
    page.write_text(before + rest.partition(">")[2].replace("<article", SLIPPED_IN + "<article", 1), encoding="utf-8")
    context = browser.new_context(offline=True)
    opened = context.new_page()
    opened.goto(page.as_uri())

    assert "canary" == opened.title()
    context.close()
