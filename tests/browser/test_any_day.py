"""The page of any day: what it shows is what the ledger answers, by slider, field, keyboard, buttons and address."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import faults, overhang
from kb.core.truth import Truth
from kb.load.corpus import load
from kb.query.questions import in_force, members

pytestmark = pytest.mark.browser

PAGE = "reference/on-this-day.html"
ROOT = Path(__file__).parents[2]
FIRST, LAST = "1992-05-15", "the last"
SHOWN = """rows => rows.filter(row => !row.hidden)
  .map(row => [...row.cells].slice(0, 2).map(cell => cell.textContent.trim()))"""
HREFS = "marks => marks.map(mark => mark.getAttribute('href'))"
DAYS = ["1992-05-15", "1994-01-15", "1999-04-20", "1999-04-21", "2004-05-01", "2009-07-01", "2012-12-19", LAST]


def shown(page: Page, section: str) -> list[list[str]]:
    """The rows of a section that are to be seen: of what, and what is said of it."""
    rows = page.locator(f".kb-day-title:has-text('{section}') ~ .table-wrapper").first.locator("tr[id^='day-']")
    found: list[list[str]] = rows.evaluate_all(SHOWN)
    return found


def told(answer: str, certainty: Truth) -> str:
    return answer if certainty is Truth.SURELY else f"{answer} possibly"


def coloured(page: Page) -> set[str]:
    """The states that are drawn as belonging."""
    marks = page.locator(".kb-day a.kc-mark[href]")
    found: list[str] = marks.evaluate_all("marks => marks.map(mark => mark.dataset.of)")
    return set(found)


@pytest.mark.parametrize("day", DAYS)
def test_a_day_in_the_address_shows_what_the_ledger_answers(page: Page, built_on: date, day: str) -> None:
    day = str(built_on) if day == LAST else day
    page.goto(f"{PAGE}?day={day}")
    known = load(ROOT, built_on)
    asked = date.fromisoformat(day)
    belong = [[a.about, told(a.answer, a.certainty)] for a in members(known, asked)]
    forced = [a.about for a in in_force(known, asked)]

    assert sorted(belong) == sorted(shown(page, "Members"))
    assert sorted(forced) == sorted(about for about, _ in shown(page, "Instruments in force"))
    expect(page.locator(".kb-day-form input[type=date]")).to_have_value(day)


def test_the_field_changes_tables_map_and_address(page: Page, built_on: date) -> None:
    page.goto(PAGE)
    expect(page.locator(".kb-day-form output")).to_contain_text(f"{built_on.day} {built_on:%B %Y}")
    page.locator(".kb-day-form input[type=date]").fill("2008-08-08")
    page.locator(".kb-day-form input[type=date]").blur()

    assert page.url.endswith("?day=2008-08-08")
    assert "uzbekistan" in coloured(page)
    expect(page.locator(".kb-day-form output")).to_contain_text("8 August 2008: nothing here changed from")


def test_the_slider_goes_day_by_day_with_the_keyboard(page: Page, built_on: date) -> None:
    page.goto(f"{PAGE}?day=2012-12-18")
    slider = page.locator(".kb-day-form input[type=range]")

    assert "uzbekistan" in coloured(page)
    slider.focus()
    page.keyboard.press("ArrowRight")
    assert page.url.endswith("?day=2012-12-19")
    assert "uzbekistan" not in coloured(page)
    assert "19 December 2012" == slider.get_attribute("aria-valuetext")
    page.keyboard.press("Home")
    assert page.url.endswith("?day=1992-05-15")
    page.keyboard.press("End")
    assert page.url.endswith(f"?day={built_on}")


def test_the_buttons_go_from_change_to_change_and_stop_at_the_ends(page: Page) -> None:
    page.goto(f"{PAGE}?day=1992-05-16")
    before, after = page.get_by_role("button", name="Previous change"), page.get_by_role("button", name="Next change")
    before.click()
    expect(page.locator(".kb-day-form input[type=date]")).to_have_value("1992-05-15")
    expect(before).to_be_disabled()
    after.click()
    before.click()

    assert page.url.endswith("?day=1992-05-15")


@pytest.mark.parametrize(
    ("asked", "day"),
    [("1900-01-01", FIRST), ("2999-01-01", LAST), ("x", LAST), ("2004-13-41", LAST), ("2004-02-31", LAST)],
)
def test_an_address_may_ask_for_anything(page: Page, built_on: date, asked: str, day: str) -> None:
    page.goto(f"{PAGE}?day={asked}")

    expect(page.locator(".kb-day-form input[type=date]")).to_have_value(str(built_on) if day == LAST else day)


def test_each_mark_leads_to_the_statement_of_that_day(page: Page, site: Path) -> None:
    for day, body in (("1996-01-01", "treaty"), ("2010-01-01", "csto")):
        page.goto(f"{PAGE}?day={day}")
        links = page.locator(".kb-day a.kc-mark[href]").evaluate_all(HREFS)

        assert links
        for link in links:
            path, _, anchor = link.partition("#")
            assert path == f"../facts/{body}.html"
            assert f'id="{anchor}"' in (site / "facts" / f"{body}.html").read_text("utf-8")


def test_a_mark_opens_the_card_of_its_statement(page: Page) -> None:
    page.goto(f"{PAGE}?day=2010-01-01")
    page.locator(".kb-day .kb-wide a.kc-mark[data-of=uzbekistan]").focus()

    expect(page.locator("#kb-tip")).to_contain_text("Uzbekistan")


def test_it_works_from_a_file(opened: Page, site: Path) -> None:
    opened.goto(f"{(site / PAGE).as_uri()}?day=2004-05-01")
    opened.get_by_role("button", name="Next change").click()

    assert "2004-05-01" != opened.locator(".kb-day-form input[type=date]").input_value()
    assert str(opened.locator(".kb-day-form a").get_attribute("href")).startswith("?day=")


def test_without_scripts_the_tables_tell_of_all_time(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto((site / PAGE).as_uri())

    assert page.locator(".kb-day-form").count() == 0
    expect(page.locator(".kb-day tr[id^='day-']").last).to_be_visible()
    expect(page.locator(".kb-day")).to_contain_text("from 23 June 2006 through 18 December 2012")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_everyone_can_read_it_on_another_day(page: Page, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{PAGE}?day=1994-01-15", wait_until="load")

    assert overhang(page) <= 0
    assert [] == faults(page)


def test_the_periods_are_small_and_in_order(site: Path) -> None:
    text = (site / "_static" / "day-reference-on-this-day.js").read_text("utf-8")
    told = json.loads(text.removeprefix("window.kbDays = ").rstrip(";\n"))
    firsts = [period["first"] for period in told["periods"]]

    assert len(text) < 100_000
    assert firsts == sorted(set(firsts))
