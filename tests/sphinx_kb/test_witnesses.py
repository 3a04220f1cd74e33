"""What readers see of what the pages rest on: a sentence over all, a row for each page, a line of each instrument."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sphinx_kb.words import percent

Build = Callable[..., Any]
SOURCES = {"docs/about/sources.md": "---\norphan: true\n---\n\n# Sources\n\n```{kb:witnesses}\n```\n"}
JOINED = "Corvia joined on 1 February 1994 {cite:p}`Gazette1994corvia{¶ 1}`.\n"
CORVIA = f"---\nabout: [corvia]\n---\n\n# How Corvia joined\n\n{JOINED}"
RETOLD = """  two-pilots:
    provides: Each harbour has two pilots.
    evidence:
      - {by: Gazette1994corvia, at: ¶ 3, quote: each harbour has two pilots, seen: full}
"""


def rows(site: Any) -> list[list[str]]:
    """The cells of the table."""
    return [
        [cell.get_text(strip=True) for cell in row.select("td")] for row in site.page("about/sources").select("tr")
    ][1:]


def test_pages_are_listed_with_their_sources_and_what_two_of_them_say(build: Build) -> None:
    site = build({**SOURCES, "docs/topic/corvia.md": CORVIA})
    page = site.page("about/sources")

    assert "" == site.warnings
    assert "statements and claims 1 (" in page.select_one("article p").get_text()
    assert rows(site) == [
        ["The League of the Straits", "1 primary and 2 secondary", "two for 1 of 3 statements (33 %)"],
        ["How Corvia joined", "1 secondary", "two for 1 of 1 statement (100 %)"],
    ]
    assert page.select_one("td a")["href"] == "../topic/league.html"


def test_the_table_is_made_again_when_another_page_changes(build: Build) -> None:
    build({**SOURCES, "docs/topic/corvia.md": CORVIA})
    site = build({"docs/topic/corvia.md": CORVIA.replace(JOINED, "Nothing is told.\n")})

    assert {"about/sources", "topic/corvia"} <= set(site.read)
    assert [row[0] for row in rows(site)] == ["The League of the Straits"]


def test_an_instrument_says_how_much_of_it_was_seen_in_its_text(build: Build, root: Any) -> None:
    treaty = root / "docs" / "facts" / "harbour-treaty.yaml"
    site = build({"docs/facts/harbour-treaty.yaml": treaty.read_text("utf-8") + RETOLD})
    fields = {
        name.get_text(strip=True).rstrip(":"): name.find_next_sibling("dd").get_text(strip=True)
        for name in site.page("facts/harbour-treaty").select(".kb-card dt")
    }

    assert fields["What it provides"] == "1 of 2 statements rest on its text or another primary source"
    assert "What it provides" not in site.page("facts/league").select_one(".kb-card").get_text()


@pytest.mark.parametrize(
    ("part", "said"), [(0, "0 %"), (0.004, "under 1 %"), (0.01, "1 %"), (0.355, "36 %"), (1, "100 %")]
)
def test_a_part_is_told_in_hundredths(part: float, said: str) -> None:
    assert percent(part) == said
