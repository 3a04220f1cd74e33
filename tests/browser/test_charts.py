"""Pictures of the built site: every mark reaches its statement, what is drawn is what the ledger says, filters work."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import faults
from browser.drawn import Picture, dead, pages, pictures, wrong
from kb.core.model import Corpus
from kb.load.corpus import load

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
TIMELINE = "history/timeline.html"
KINDS = {"answers", "events", "map", "numbers", "parts", "sides", "spans", "timeline"}
PLACED = (
    "index", "organisation/at-a-glance", "organisation/members", "organisation/secretaries-general", "forces/forces",
    "forces/exercises", "missions/missions", "organisation/budget", "relations/ukraine-war", "history/timeline",
)  # fmt: skip
SILENT = """marks => marks.filter(mark => {
  if (!mark.getClientRects().length) return false;
  mark.focus();
  const tip = document.getElementById("kb-tip");
  const told = !tip.hidden && tip.textContent.trim().length > 10;
  mark.blur();
  return !told;
}).map(mark => mark.getAttribute("href"))"""
BEYOND = """all => all.filter(one => one.getClientRects().length && one.getBoundingClientRect().right > 390)
  .map(one => one.textContent.slice(0, 60))"""
"""What of a picture goes past the edge of a phone."""
SEEN = "marks => marks.filter(mark => mark.getClientRects().length).length"


@pytest.fixture(scope="module")
def corpus(built_on: date) -> Corpus:
    return load(ROOT, built_on)


@pytest.fixture(scope="module")
def drawn(site: Path) -> list[Picture]:
    """Every layout of every picture of the site."""
    return [picture for page in pages(site) for picture in pictures(page, page.read_text("utf-8"))]


def planted(site: Path, page: str, old: str, new: str) -> list[Picture]:
    """The pictures of a page of which a part is not what the build wrote."""
    path = site / page
    html = path.read_text("utf-8")
    changed, times = re.subn(old, new, html, count=1)

    assert times == 1
    return [*pictures(path, changed)]


def test_the_pages_that_need_a_picture_have_one_and_every_kind_is_shown(site: Path, drawn: list[Picture]) -> None:
    having = {picture.page.relative_to(site).with_suffix("").as_posix() for picture in drawn}

    assert [] == [page for page in PLACED if page not in having]
    assert KINDS == {picture.kind for picture in drawn}
    assert all(picture.marks for picture in drawn)


def test_every_mark_leads_to_its_statement(drawn: list[Picture], corpus: Corpus) -> None:
    assert [] == [fault for picture in drawn for fault in dead(picture, corpus)]


@pytest.mark.parametrize("width", [1280, 390])
def test_every_mark_opens_a_card(browser: Browser, served: str, site: Path, drawn: list[Picture], width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, base_url=served)
    silent, seen = [], 0
    for path in dict.fromkeys(picture.page for picture in drawn):
        page.goto(path.relative_to(site).as_posix())
        marks = page.locator("svg.kb-picture a.kc-mark[href]")
        seen += marks.evaluate_all(SEEN)
        silent += marks.evaluate_all(SILENT)
    page.close()

    assert [] == silent
    shown = "kb-wide" if width > 640 else "kb-narrow"
    lands = sum(1 for p in drawn for m in p.marks if shown in p.drawn["class"] and m.select_one(".kc-land"))
    assert seen == sum(len(p.marks) for p in drawn if shown in p.drawn["class"]) - lands


def test_what_is_drawn_is_what_the_ledger_says(drawn: list[Picture], corpus: Corpus) -> None:
    assert [] == [fault for picture in drawn for fault in wrong(picture, corpus)]


@pytest.mark.parametrize(
    "href", ["#nowhere", "../facts/csto.html#no-such-member", "../facts/nobody.html#member-armenia"]
)
def test_a_dead_mark_is_found(site: Path, corpus: Corpus, href: str) -> None:
    found = planted(
        site, "organisation/members.html", r'<a href="[^"]+" class="kc-mark"', f'<a href="{href}" class="kc-mark"'
    )

    assert [f"members.html: {href}"] == [fault for picture in found for fault in dead(picture, corpus)]


@pytest.mark.parametrize(
    ("page", "old", "new"),
    [
        ("forces/forces", r'kc-number">22,000<', 'kc-number">23,000<'),
        ("forces/forces", r'(class="kc-mark".*?cy=")(\d+)', r"\g<1>1\g<2>"),
        ("organisation/budget", r'kc-number">50 percent<', 'kc-number">60 percent<'),
        ("organisation/budget", r'(<rect [^>]*width=")(\d\d)', r"\g<1>11"),
        ("organisation/secretaries-general", r'(<a href="[^"]+" class="kc-mark".*?<rect x=")(\d)', r"\g<1>3\g<2>"),
    ],
)
def test_a_wrong_number_is_found(site: Path, corpus: Corpus, page: str, old: str, new: str) -> None:
    found = planted(site, f"{page}.html", old, new)

    assert [fault for picture in found for fault in wrong(picture, corpus)]


def test_no_picture_leaves_a_phone(browser: Browser, served: str, site: Path, drawn: list[Picture]) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, base_url=served)
    wide = []
    for path in dict.fromkeys(picture.page for picture in drawn):
        page.goto(path.relative_to(site).as_posix())
        wide += page.locator("svg.kb-picture, svg.kb-picture text").evaluate_all(BEYOND)
    page.close()

    assert [] == wide


def rows(page: Page) -> int:
    found: int = page.locator("table.timeline tbody tr").evaluate_all("rows => rows.filter(row => !row.hidden).length")
    return found


def marks(page: Page) -> int:
    found: int = page.locator(".kb-drawn-timeline a.kc-mark").evaluate_all(SEEN)
    return found


def test_a_timeline_is_filtered_by_keyboard_and_the_address_keeps_it(page: Page) -> None:
    page.goto(TIMELINE)
    every = rows(page)
    page.locator(".kb-filter select[name=who]").focus()
    page.keyboard.type("Armenia")
    page.keyboard.press("Enter")
    expect(page.locator(".kb-filter output")).to_contain_text(f"of {every} shown")
    chosen = rows(page)

    assert 0 < chosen < every
    assert chosen == marks(page)
    assert page.url.endswith("?who=armenia")
    page.reload()
    assert (chosen, chosen) == (rows(page), marks(page))


def test_kind_and_actor_hold_together_and_all_is_shown_again(page: Page) -> None:
    page.goto(f"{TIMELINE}?kind=state&who=armenia")
    both = rows(page)
    page.goto(f"{TIMELINE}?who=armenia")
    one = rows(page)
    page.locator(".kb-filter button").click()
    expect(page.locator(".kb-filter output")).to_contain_text("All")

    assert 0 < both < one < rows(page)
    assert page.url.endswith("timeline.html")


@pytest.mark.parametrize("query", ["?kind=nothing", "?who=%22%3E%3Cscript%3E", "?kind=&who="])
def test_an_address_that_says_nothing_shows_all(page: Page, query: str) -> None:
    page.goto(TIMELINE)
    every = rows(page)
    page.goto(TIMELINE + query)

    assert every == rows(page)


def test_without_scripts_all_is_shown_and_no_form(browser: Browser, served: str) -> None:
    context = browser.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto(TIMELINE)

    expect(page.locator(".kb-filter")).to_be_hidden()
    expect(page.locator("table.timeline tbody tr").last).to_be_visible()
    context.close()


def test_a_timeline_opened_as_a_file_is_filtered(opened: Page, site: Path) -> None:
    opened.goto((site / TIMELINE).as_uri())
    every = rows(opened)
    opened.locator(".kb-filter select[name=kind]").select_option("kb-kind-instrument")

    assert 0 < rows(opened) < every


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", [TIMELINE, "missions/missions.html", "organisation/budget.html"])
def test_new_pictures_have_no_fault_of_access(browser: Browser, served: str, address: str, scheme: str) -> None:
    context = browser.new_context(base_url=served, color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(address)

    assert [] == faults(page)
    context.close()
