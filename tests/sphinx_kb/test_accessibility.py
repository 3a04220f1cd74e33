"""What the markup of a page says to those who do not see it: names of its parts, and heads of tables that head them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Build = Callable[..., Any]
TABLES = """
| | Arvenia | Boreland |
|---|---|---|
| Sea | yes | no |

| | |
|---|---|
| one | two |
"""


def test_no_two_asides_have_the_same_name(pages: Build) -> None:
    names = [aside.get("aria-label") for aside in pages().page("index").select("aside")]

    assert ["This site", "On this page"] == names


def test_a_cell_without_words_heads_nothing(build: Build) -> None:
    page = build({"docs/topic/page.md": f"---\nabout: [league]\n---\n\n# A page\n{TABLES}"}).page("topic/page")
    corner, bare = page.select("article table")

    assert ["td", "th", "th"] == [cell.name for cell in corner.select("thead tr > *")]
    assert ([], ["one", "two"]) == (bare.select("thead"), [cell.get_text() for cell in bare.select("td")])
