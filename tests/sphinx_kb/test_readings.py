"""What readers of the site see of second readings: a line in the foot of each page, and a paragraph of all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Build = Callable[..., Any]
LOCK = """readings 1
batch a6cecc1b 2019-11-29 area-editor read 3 planted 6 caught 5
batch b6cecc1b 2019-12-01 lawyer read 1 planted 4 caught 4
read docs/topic/league.md 2c3c4e4d1d469d45 a6cecc1b 4e07a7bec0fac2e0d01cf5ad 8c836874
read docs/topic/league.md 6afae92b2fe60e7c b6cecc1b 09ae0c243b974c088e7fc2e0 aa2d9cf0
"""
METHOD = {"docs/about/method.md": "---\norphan: true\n---\n\n# Method\n\n```{kb:readings}\n```\n"}
NONE = "Of the 3 sentences that tell something, a second person has read none yet."
SOME = (
    "Of the 3 sentences that tell something, 2 (67 %) have been read by a second person as they stand now, the last"
    " on 1 December 2019; in 2 roles: area editor and lawyer. In 2 batches that count 9 of 10 planted sentences were"
    " called wrong, 90 %."
)


def foot(site: Any, page: str) -> str:
    return " ".join(site.page(page).select_one(".kb-colophon").get_text(" ").split())


def told(site: Any) -> list[str]:
    return [" ".join(each.get_text().split()) for each in site.page("about/method").select("article p")]


def test_before_anything_was_read_pages_say_so(pages: Build) -> None:
    site = pages(METHOD)

    assert "" == site.warnings
    assert foot(site, "topic/league").endswith("Not yet read by a second person.")
    assert NONE in told(site)


def test_what_was_read_is_told_on_the_page_and_of_all(pages: Build) -> None:
    site = pages({**METHOD, "docs/readings.lock": LOCK})
    told_of_it = "2 of 3 sentences that tell something read by a second person, 1 December 2019."

    assert "" == site.warnings
    assert foot(site, "topic/league").endswith(told_of_it)
    assert SOME in told(site)


def test_what_has_changed_since_is_told_as_unread(pages: Build, root: Path) -> None:
    page = (root / "docs/topic/league.md").read_text("utf-8")
    changed = {"docs/topic/league.md": page.replace("habit holds", "only habit holds")}
    site = pages({**METHOD, **changed, "docs/readings.lock": LOCK})

    assert "1 of 3 sentences that tell something read" in foot(site, "topic/league")
    assert "1 (33 %)" in " ".join(told(site))


def test_pages_that_are_not_held_to_the_ledger_say_nothing_of_it(pages: Build) -> None:
    site = pages({**METHOD, "docs/topic/plain.md": "# Plain\n\nNothing is told here.\n"})

    assert "second person" not in foot(site, "about/method")
    assert "second person" not in foot(site, "topic/plain")
    assert "second person" not in foot(site, "facts/league")


def test_the_count_is_made_again_when_another_page_changes_and_by_nothing_else(pages: Build, root: Path) -> None:
    pages(METHOD)
    page = (
        (root / "docs/topic/league.md")
        .read_text("utf-8")
        .replace("Corvia joined on 1 February 1994 {cite:p}`Gazette1994corvia{¶ 1}`.\n", "")
    )
    again = pages({"docs/topic/league.md": page})

    assert ["about/method", "topic/league"] == again.read
    assert NONE.replace("3", "2") in told(again)
    assert [] == pages().read


def test_with_a_new_reading_every_page_is_told_anew(pages: Build) -> None:
    pages(METHOD)
    site = pages({"docs/readings.lock": LOCK})

    assert foot(site, "topic/league").endswith("1 December 2019.")
    assert SOME in told(site)
