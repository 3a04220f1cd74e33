"""A figure that follows from others says from what; one that only takes up what was told is no link."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Build = Callable[..., Any]
FRONT = "---\nabout: [harbour-treaty]\n---\n\n# A page\n\n"
HISTORY = "{cite:p}`League2006history{¶ 2}`"


def test_a_length_of_time_says_from_which_day_to_which(build: Build) -> None:
    told = (
        "The treaty was signed at Selin on 3 June 1990 {cite:p}`Harbour1990treaty{preamble}`.\n"
        f"Seven months later, on 12 January 1991, the treaty entered into force {HISTORY}.\n"
    )
    link = build({"docs/topic/page.md": FRONT + told}).page("topic/page").select_one("a.kb-computed")

    assert "Seven months later" == link.get_text()
    assert "Computed, not quoted • From 3 June 1990 to 12 January 1991." == link["title"]
    assert any(name.startswith("kb-also-") for name in link["class"])


def test_what_only_takes_up_what_was_told_is_no_link(build: Build) -> None:
    told = (
        "Arvenia and Boreland signed the treaty at Selin on 3 June 1990 {cite:p}`Harbour1990treaty{preamble}`.\n"
        "The two sides were content {cite:p}`Harbour1990treaty{preamble}`.\n"
    )
    links = build({"docs/topic/page.md": FRONT + told}).page("topic/page").select("a.kb-computed")

    assert [link for link in links if link["title"].endswith("Computed, not quoted")] == []
