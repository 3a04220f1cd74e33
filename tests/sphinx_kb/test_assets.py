"""What a page asks for before anybody does anything: nothing that has nothing to do on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any

import pytest

CODE = "```console\n$ ls\n```\n"
CARD = "::::{grid} 2\n:::{grid-item-card} A card\n:link: ../topic/league\n:link-type: doc\nWords.\n:::\n::::\n"


def asked(site: Any, name: str) -> set[str]:
    """The names of the files that a page asks for."""
    found = site.page(name).select("link[rel=stylesheet], script[src]")
    addresses = (str(each.get("href") or each.get("src")).partition("?")[0] for each in found)
    return {PurePosixPath(address).name for address in addresses}


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("Words.\n", set()),
        (CODE, {"pygments.css"}),
        (CARD, {"sphinx-design.min.css"}),
    ],
)
def test_a_page_asks_for_what_it_needs(build: Callable[..., Any], text: str, needs: set[str]) -> None:
    site = build({"docs/contributing/page.md": f"---\norphan: true\n---\n\n# A page\n\n{text}"})
    special = {"pygments.css", "sphinx-design.min.css", "design-tabs.js", "sphinx_highlight.js"}

    assert needs == asked(site, "contributing/page") & special
    assert {"furo.css", "kb.css", "kb.js", "search.js"} <= asked(site, "contributing/page")
