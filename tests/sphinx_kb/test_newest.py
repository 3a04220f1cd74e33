"""Beside the day up to which a page holds stands the newest day of what it tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Build = Callable[..., Any]
FRONT = "---\nabout: [league]\nasof: 1993-12-31\n---\n\n"
SHOWN = "# A page\n\n```{kb:timeline}\nleague#founded-1990\nleague#corvia\n```\n"


def head(site: Any, page: str) -> str:
    """The line at the head of a page."""
    return " ".join(site.page(page).select_one(".kb-asof").get_text().split())


def test_the_head_of_a_page_tells_the_newest_that_had_come_by_its_day(pages: Build) -> None:
    site = pages(
        {"docs/topic/old.md": FRONT + SHOWN, "docs/topic/new.md": SHOWN, "docs/topic/plain.md": "# Plain\n\nNothing.\n"}
    )

    assert "" == site.warnings
    assert head(site, "topic/old") == "As of 31 December 1993 · newest event told: 3 June 1990"
    assert head(site, "topic/new") == "As of 1 January 2020 · newest event told: 1 February 1994"
    assert head(site, "topic/plain") == "As of 1 January 2020"


def test_the_page_of_an_entity_tells_the_newest_of_the_ledger(pages: Build) -> None:
    site = pages()

    assert head(site, "facts/secretary") == "From the ledger, as of 1 January 2020 · newest event told: 1 January 2006"
    assert head(site, "facts/arvenia") == "From the ledger, as of 1 January 2020"
