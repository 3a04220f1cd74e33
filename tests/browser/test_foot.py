"""The foot of a page in a browser: what is copied, reported and taken along, and what comes out of a printer."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from html import escape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

pytestmark = pytest.mark.browser

CONTENT = "treaty/treaty.html"
OTHERS = ("index.html", CONTENT, "facts/csto.html", "facts/index.html", "reference/glossary.html")
REPOSITORY = "https://code.example/kb/issues/new?template=error.yml&page=The+treaty"
SELECT = """() => {
  const words = document.querySelector('article section p').firstChild, range = document.createRange();
  range.setStart(words, 0);
  range.setEnd(words, 12);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  return range.toString().replace(/\\s+/g, ' ').trim();
}"""
BLOCK = 'script[type="application/ld+json"]'
SLIPPED = """<script type="application/ld+json">document.title = "canary"</script>
<script type="application/LD+JSON" src="https://canary.example/x.json"></script>"""


@pytest.fixture
def reported(page: Page, site: Path) -> Page:
    """A page of a site that has a repository, whether the one at hand has one or not; nobody goes there."""
    text = (site / CONTENT).read_text(encoding="utf-8").replace('class="kb-report"', "")
    item = f'<li><a class="kb-report" href="{escape(REPOSITORY)}">Report an error</a></li>'
    text = text.replace('<ul class="kb-offers">', f'<ul class="kb-offers">{item}')
    page.route(f"**/{CONTENT}", lambda route: route.fulfill(body=text, content_type="text/html; charset=utf-8"))
    page.goto(CONTENT)
    page.evaluate("addEventListener('click', event => event.preventDefault())")
    return page


def sentence(page: Page) -> list[str]:
    """What the report would say of the sentence."""
    return parse_qs(urlsplit(str(page.locator("a.kb-report").get_attribute("href"))).query).get("sentence", [])


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_report_takes_the_selected_words_along(reported: Page, by: str) -> None:
    words = reported.evaluate(SELECT)
    link = reported.locator("a.kb-report")
    link.click() if by == "mouse" else link.press("Enter")

    assert words
    assert [words] == sentence(reported)


def test_a_report_of_nothing_selected_leaves_the_sentence_to_the_reader(reported: Page) -> None:
    reported.locator("a.kb-report").click()

    assert [] == sentence(reported)


@pytest.mark.parametrize("form", range(3))
@pytest.mark.parametrize("where", ["served", "opened"])
def test_each_citation_is_copied_whole(browser: Browser, site: Path, served: str, where: str, form: int) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(served + CONTENT if where == "served" else (site / CONTENT).as_uri())
    page.evaluate("navigator.clipboard.writeText('')")
    page.locator(".kb-cite summary").click()
    box = page.locator(".kb-citation").nth(form)
    box.locator("button.copybtn").click()
    page.wait_for_function("navigator.clipboard.readText().then(text => text.length > 0)")
    copied, written = page.evaluate("navigator.clipboard.readText()"), box.locator("pre").text_content()
    context.close()

    assert str(written).strip() == copied.strip()


def test_without_scripts_the_citations_unfold_and_the_files_are_there(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / CONTENT).as_uri())
    page.locator(".kb-cite summary").click()
    expect(page.locator(".kb-citation pre").first).to_be_visible()
    files = page.locator(".kb-offers a[download]")
    found = [str(files.nth(number).get_attribute("href")) for number in range(files.count())]
    context.close()

    assert ["csv", "json", "bib"] == [name.rpartition(".")[2] for name in found]
    assert [] == [name for name in found if not (site / "treaty" / name).resolve().is_file()]


@pytest.mark.parametrize("name", OTHERS)
def test_a_block_of_data_is_read_and_breaks_no_rule(page: Page, name: str) -> None:
    """A complaint of the policy would stand on the console, where the fixture finds it."""
    page.goto(name, wait_until="load")
    told = json.loads(page.locator(BLOCK).evaluate("block => block.text"))

    assert "https://schema.org" == told["@context"]


def test_a_block_of_data_that_is_slipped_in_does_not_run(page: Page, site: Path, served: str) -> None:
    text = (site / CONTENT).read_text(encoding="utf-8").replace("<article", f"{SLIPPED}<article", 1)
    page.route(f"**/{CONTENT}", lambda route: route.fulfill(body=text, content_type="text/html; charset=utf-8"))
    page.goto(CONTENT, wait_until="load")

    assert 3 == page.locator("script[type]").count()
    assert "canary" not in page.title()


@pytest.fixture
def printed(page: Page) -> Callable[[str], PdfReader]:
    """What a printer gets of a page, on A4."""

    def print_page(name: str) -> PdfReader:
        page.goto(name, wait_until="load")
        return PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))

    return print_page


def test_paper_has_the_references_the_day_and_no_navigation(printed: Callable[[str], PdfReader]) -> None:
    text = "\n".join(sheet.extract_text() for sheet in printed(CONTENT).pages)

    assert "References" in text
    assert "https://" in text.partition("References")[2]
    assert "as of " in text[-400:]
    assert [] == [word for word in ("Cite this page", "On this page", "Back to top", "Made with") if word in text]


@pytest.mark.parametrize("name", ["facts/index.html", "facts/treaty.html", "organisation/members.html"])
def test_paper_never_has_the_layout_of_a_phone(page: Page, name: str) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 660, "height": 900})  # what A4 leaves between its margins
    page.goto(name, wait_until="load")
    rows = page.locator("article table tbody tr")

    assert ["table-row"] * rows.count() == rows.evaluate_all("rows => rows.map(row => getComputedStyle(row).display)")
    assert not page.locator(".kb-label").first.is_visible()
