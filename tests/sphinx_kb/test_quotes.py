"""Signs are written as Sphinx writes them, in blocks that have any, also where what decides stands in another node."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Build = Callable[..., Any]
PAGE = "---\nabout: [league]\n---\n\n# A page\n\n{}\n"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Nothing to do here.", "Nothing to do here."),
        ('It\'s "so".', "It’s “so”."),
        ('The *League*\'s seat, "*Selin*".', "The League’s seat, “Selin”."),
        ("From 1990--1994 ... and on.", "From 1990–1994 … and on."),
    ],
)
def test_signs_are_written_as_sphinx_writes_them(build: Build, typed: str, shown: str) -> None:
    page = build({"docs/topic/page.md": PAGE.format(typed)}).page("topic/page")

    assert shown == page.select_one("article p").get_text()
