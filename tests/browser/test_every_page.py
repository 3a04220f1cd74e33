"""Every page in light, in the dark and on a phone: all can read it, nothing goes wrong on it, nobody else is asked."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from browser.axe import COLOURS, ROOM, faults, overhang
from browser.conftest import Visit
from browser.pictures import dead, pale

pytestmark = pytest.mark.browser

DESK: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
PARTS = 16
"""So many tests share the pages, so that the cores can."""
CONTENT = "treaty/treaty.html"
DRAWN = "organisation/joint-staff.html"
KINDS = ("index.html", CONTENT, "facts/treaty.html", "reference/disagreements.html", "rules/index.html", "search.html")
ALIKE, ONE_OF = ("facts/", "rules/", "sources/"), 8
"""Pages that one template writes from records: of so many one is judged wholly, unless ``KB_EVERY_PAGE`` is set.

To judge one takes a second, and they are four in five. What they ask for and how wide they are is looked at on each.
"""
LEADS_ON = '<meta http-equiv="refresh"'
DRAWN_ANEW = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""What watches the sizes of a page learns of them when it is drawn."""
UNFOLD = "document.querySelectorAll('article details').forEach(fold => { fold.open = true; })"


@pytest.fixture(scope="session")
def judged() -> Counter[str]:
    """How many words of each look were judged well, on all the pages that were seen here."""
    return Counter()


def names(site: Path) -> list[str]:
    """Every page of the site; an old address, which leads on at once, is none."""
    found = (page for page in site.rglob("*.html") if "_static" not in page.parts)
    pages = (page for page in found if LEADS_ON not in page.read_text(encoding="utf-8"))
    return sorted(page.relative_to(site).as_posix() for page in pages)


def judged_wholly(told: list[str]) -> set[str]:
    """Those of the pages on which every word is judged."""
    alike = [] if os.environ.get("KB_EVERY_PAGE") else [name for name in told if name.startswith(ALIKE)]
    return {*told}.difference(alike).union(alike[::ONE_OF])


def too_wide(page: Page) -> list[str]:
    """Does anything stand beyond the edge of a phone?"""
    page.set_viewport_size(PHONE)
    page.evaluate(DRAWN_ANEW)
    return ["wider than a phone"] if overhang(page) > 0 else []


def wrong_at_a_glance(page: Page, name: str) -> list[str]:
    """What shows without a word being judged; what a page complains of and asks for the fixture sees."""
    page.goto(name, wait_until="load")
    page.evaluate(UNFOLD)
    return too_wide(page)


def wrong(page: Page, name: str, site: Path, judged: Counter[str]) -> list[str]:
    """What is wrong with a page, as a reader would find it who has everything unfolded."""
    page.set_viewport_size(DESK)
    page.emulate_media(color_scheme="light")
    page.goto(name, wait_until="load")
    page.evaluate(UNFOLD)
    in_light = faults(page, judged=judged) + pale(page) + dead(page, site / name)
    page.emulate_media(color_scheme="dark")
    in_the_dark = faults(page, COLOURS, judged=judged) + pale(page)
    wide = too_wide(page)
    on_a_phone = faults(page, ROOM, judged=judged) + pale(page) + dead(page, site / name)
    return [*in_light, *in_the_dark, *wide, *on_a_phone]


@pytest.mark.parametrize("part", range(PARTS))
def test_everyone_can_read_every_page(page: Page, site: Path, judged: Counter[str], part: int) -> None:
    """What a page complains of, a request to another host and a missing file are found by the fixture."""
    told = names(site)
    wholly = judged_wholly(told)
    seen = {
        name: wrong(page, name, site, judged) if name in wholly else wrong_at_a_glance(page, name)
        for name in told[part::PARTS]
    }

    assert {} == {name: found for name, found in seen.items() if found}


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("name", KINDS)
def test_everyone_can_read_a_page_of_each_kind_wholly(page: Page, name: str, size: ViewportSize) -> None:
    """By every rule on a phone as well, folded as it comes, and in the dark that a reader has chosen."""
    page.set_viewport_size(size)
    page.goto(name, wait_until="load")
    in_light = faults(page)
    page.evaluate("document.body.dataset.theme = 'dark'")

    assert ([], []) == (in_light, faults(page))


def plant(page: Page, name: str, site: Path, *changes: tuple[str, str]) -> None:
    """Let a page be served otherwise than it was built."""
    text = (site / name).read_text(encoding="utf-8")
    for old, new in changes:
        changed = re.sub(old, new, text, count=1)
        assert changed != text
        text = changed
    page.route(f"**/{name}", lambda route: route.fulfill(body=text, content_type="text/html; charset=utf-8"))


POLICY = ('<meta http-equiv="Content-Security-Policy"[^>]*>', "")
END = "</article>"
PICTURE = (END, f'<img src="https://canary.example/x.png" alt="">{END}')
MARK = r'(<a href=")[^"]*(" class="kc-mark")'


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ((END, f'<p><font color="#ccc">pale</font></p>{END}'), "color-contrast (serious)"),
        ((END, f"<h6>too deep</h6>{END}"), "heading-order (moderate)"),
        ((END, f"<table><tr><th></th><td>1</td></tr></table>{END}"), "empty-table-header (minor)"),
        ((END, f'<svg width="900" height="9" aria-hidden="true"></svg>{END}'), "wider than a phone"),
        (('class="kc-axis"', 'fill="#ccc" font-size="11"'), "pale in a picture: '20"),
        ((MARK, r"\1#nowhere\2"), "dead mark: '#nowhere'"),
        ((MARK, r"\1../facts/nobody.html#somewhere\2"), "dead mark: '../facts/nobody.html#somewhere'"),
        ((MARK, '<a role="link" tabindex="0" class="kc-mark"'), "dead mark: ''"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found(
    page: Page, site: Path, judged: Counter[str], change: tuple[str, str], found: str
) -> None:
    plant(page, DRAWN, site, change)
    told = wrong(page, DRAWN, site, judged)

    assert told
    assert [] == [each for each in told if not each.startswith(found)]


def test_a_mark_that_something_covers_is_dead(page: Page, site: Path) -> None:
    page.goto(DRAWN, wait_until="load")
    before = dead(page, site / DRAWN)
    page.locator("svg a.kc-mark").first.evaluate("mark => mark.style.setProperty('pointer-events', 'none')")

    assert ([], 1) == (before, len(dead(page, site / DRAWN)))


@pytest.mark.parametrize(
    ("changes", "found"), [((PICTURE,), "Content Security Policy"), ((POLICY, PICTURE), "another host")]
)
def test_a_planted_request_to_another_host_is_found(
    visit: Visit, site: Path, changes: tuple[tuple[str, str], ...], found: str
) -> None:
    plant(visit.page, CONTENT, site, *changes)
    visit.page.goto(CONTENT, wait_until="load")

    assert any(found in told for told in visit.wrong), visit.wrong


PALE = """(element, colour) => {
  const word = document.createElement('b');
  word.append('pale');
  word.style.setProperty('color', colour, 'important');
  element.append(word);
}"""


@pytest.mark.parametrize(("scheme", "colour"), [("light", "rgb(200, 200, 200)"), ("dark", "rgb(60, 60, 60)")])
@pytest.mark.parametrize(
    "where", ["article p", "article td", "article li", "footer .copyright", ".sidebar-tree [open] li"]
)
def test_one_pale_word_among_thousands_is_found(
    page: Page, judged: Counter[str], scheme: str, colour: str, where: str
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(CONTENT, wait_until="load")
    before = faults(page, COLOURS, judged)
    page.locator(f"{where} >> visible=true").last.evaluate(PALE, colour)

    assert [] == before
    assert ["color-contrast (serious)"] == [told.partition(":")[0] for told in faults(page, COLOURS, judged)]
