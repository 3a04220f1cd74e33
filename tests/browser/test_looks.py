"""What a reader sees without moving the page: the subject, a picture of it, its facts, and what else there is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize, expect

pytestmark = pytest.mark.browser
LAPTOP = ViewportSize(width=1280, height=800)
NARROWER = ViewportSize(width=1200, height=800)
PHONE = ViewportSize(width=390, height=844)
LETTERS = """paragraph => {
    const range = document.createRange(), lines = new Map();
    const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let text = walk.nextNode(); text; text = walk.nextNode())
        for (let at = 0; at < text.length && !text.parentElement.closest('.visually-hidden'); at++) {
            range.setStart(text, at);
            range.setEnd(text, at + 1);
            const foot = Math.round(range.getBoundingClientRect().bottom / 12);
            lines.set(foot, (lines.get(foot) ?? 0) + 1);
        }
    return Math.max(...lines.values());
}"""
"""How many letters stand on the fullest line of a paragraph, to the eye."""


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("index.html", ("h1", "h1 ~ p", "svg.kb-picture:visible", "div.kb-totals", ".sd-card")),
        ("organisation/at-a-glance.html", ("h1", "h1 ~ p", ".keyfacts")),
        ("organisation/members.html", ("h1", "h1 ~ p", "svg.kb-picture:visible")),
    ],
)
def test_the_first_screen_answers_what_it_is(page: Page, name: str, shown: tuple[str, ...]) -> None:
    page.set_viewport_size(LAPTOP)
    page.goto(name)
    feet = [page.locator(f"article {each}").first.evaluate("e => e.getBoundingClientRect().bottom") for each in shown]

    assert [each for each, foot in zip(shown, feet, strict=True) if foot > LAPTOP["height"]] == []


def test_a_laptop_has_the_contents_of_a_page_beside_it(page: Page) -> None:
    page.set_viewport_size(LAPTOP)
    page.goto("organisation/members.html")
    expect(page.locator(".toc-tree")).to_be_in_viewport()
    page.set_viewport_size(NARROWER)

    expect(page.locator(".toc-tree")).not_to_be_in_viewport()


def test_no_line_is_longer_than_it_is_read_with_ease(page: Page) -> None:
    page.set_viewport_size(LAPTOP)
    page.goto("organisation/members.html")

    assert 60 < page.locator("article h1 ~ p").first.evaluate(LETTERS) < 105


def test_the_dates_of_a_timeline_stay_on_their_lines(page: Page) -> None:
    page.set_viewport_size(LAPTOP)
    page.goto("missions/kazakhstan-2022.html")
    heights = page.locator("table.timeline td:first-child p").evaluate_all("all => all.map(p => p.offsetHeight)")

    assert len(heights) > 3
    assert max(heights) < 30


def test_on_a_phone_a_table_keeps_its_first_column_in_sight(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("forces/exercises.html")
    table = page.locator(".table-wrapper:not(.kb-table):has(td a)").first
    first = table.locator("tbody td").first
    before = first.evaluate("e => e.getBoundingClientRect().x")
    table.evaluate("e => e.scrollTo(120, 0)")

    assert table.evaluate("e => e.scrollLeft") > 0
    assert before == first.evaluate("e => e.getBoundingClientRect().x")
