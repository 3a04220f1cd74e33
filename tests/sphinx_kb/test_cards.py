"""The script beside a page that holds its cards, which is asked for when a reader touches the first link."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Build = Callable[..., Any]
LEAGUE = "topic/league"


def named(site: Any, page: str) -> list[str]:
    """The addresses of cards that a page names."""
    return [each["content"] for each in site.page(page).select("meta[name=kb-cards]")]


def test_cards_stand_beside_the_page_and_not_in_it(pages: Build) -> None:
    site = pages()
    (address,) = named(site, LEAGUE)

    assert re.fullmatch(r"\.\./_static/cards/topic/league\.js\?v=[0-9a-f]{8}", address)
    assert [] == site.page(LEAGUE).select("template, script[src*=cards]")
    assert {"league#founded-1990", "league#corvia"} <= set(site.cards(LEAGUE)["cards"])


def test_an_address_of_cards_changes_with_them(pages: Build, root: Path) -> None:
    (before,) = named(pages(), LEAGUE)
    ledger = root / "docs" / "facts" / "league.yaml"
    text = ledger.read_text("utf-8")
    (after,) = named(pages({"docs/facts/league.yaml": text.replace("[League", "[Old League", 1)}), LEAGUE)

    assert before.partition("?")[0] == after.partition("?")[0]
    assert before != after


@pytest.mark.parametrize("page", ["index", "facts/league"])
def test_a_page_that_links_no_statement_and_one_of_the_ledger_have_none(pages: Build, page: str) -> None:
    site = pages()

    assert [] == named(site, page)
    assert not (site.place / "_static" / "cards" / f"{page}.js").exists()


def test_a_book_has_none(build: Build) -> None:
    assert not (build(builder="epub").place / "_static" / "cards").exists()
