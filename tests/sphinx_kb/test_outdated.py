"""After an edit the pages are read again that show what was edited, and no others."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Build = Callable[..., Any]
TABLE = "---\nabout: [league]\n---\n\n# Who held the post\n\n```{kb:tenures} secretary\n```\n"
TELLING = "---\nabout: [league]\n---\n\n# Voss\n\nVoss served from 2 April 2001 {cite:p}`League2006history{¶ 5}`.\n"
TOTALS = "# All\n\n```{kb:totals}\n```\n"
LETTERS = "# Letters\n\n```{kb:letters}\n```\n"
NAMING = "---\nabout: [voss]\n---\n\n# Another\n\nVoss and the Secretary are named here.\n"
SECRETARY = "docs/facts/secretary.yaml"
DEPUTY = """\
  seat:
    records: The Secretary sits at Selin.
    where: selin
    evidence:
      - by: League2006history
        at: ¶ 5
        quote: the Secretary sits at Selin
        seen: full
"""
PAGES = {"docs/topic/table.md": TABLE, "docs/topic/telling.md": TELLING, "docs/topic/naming.md": NAMING}


def edit(root: Path, file: str, before: str, after: str) -> dict[str, str]:
    """The file with one place of it changed."""
    text = (root / file).read_text("utf-8")
    assert text.count(before) == 1

    return {file: text.replace(before, after)}


SHOWING = ["facts/secretary", "facts/voss", "sources/l", "topic/table", "topic/telling"]
"""The pages that show when Voss served: hers, that of the post, that of the source, a table and a sentence."""


def test_a_statement_that_changes_is_read_again_where_it_is_shown(root: Path, build: Build) -> None:
    build(PAGES)
    nothing = build()
    again = build(edit(root, SECRETARY, "from: 2001-04-02", "from: 2001-04-03"))

    assert [] == nothing.read
    assert SHOWING == again.read
    assert "3 April 2001" in again.page("topic/table").get_text()


def test_words_of_a_source_that_change_are_read_again_where_they_are_shown(root: Path, build: Build) -> None:
    build(PAGES)
    again = build(edit(root, SECRETARY, "Petra Voss, 2 April 2001", "the first, Petra Voss, 2 April 2001"))

    assert SHOWING == again.read
    assert "the first, Petra Voss" in again.page("facts/secretary").get_text()


def test_lines_above_a_statement_change_nothing_of_it(root: Path, build: Build) -> None:
    build(PAGES)
    again = build(edit(root, SECRETARY, "  rask-2006:", "  # held for long\n\n  rask-2006:"))

    assert "facts/rask" not in again.read


def test_a_statement_that_comes_is_read_on_the_pages_of_whom_it_names(root: Path, build: Build) -> None:
    build(PAGES | {"docs/topic/totals.md": TOTALS})
    again = build(edit(root, SECRETARY, "  rask-2006:\n", f"{DEPUTY}  rask-2006:\n"))

    assert {"facts/index", "facts/secretary", "facts/selin", "topic/totals"} <= set(again.read)
    assert {"facts/league", "facts/voss", "topic/naming", "topic/table"}.isdisjoint(again.read)


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        (SECRETARY, "from: 2001-04-02", "from: 2001-04-03"),
        (SECRETARY, "2001 to 31 December 2005", "2001 to 31 December 2005, the first"),
        ("docs/facts/league.yaml", "until: 1999-04-02", "until: 1999-04-03"),
        ("docs/facts/league.yaml", "held together by habit", "held together by custom"),
    ],
)
def test_after_an_edit_the_site_is_what_it_is_when_built_from_nothing(
    root: Path, pages: Build, file: str, before: str, after: str
) -> None:
    pages(PAGES | {"docs/topic/totals.md": TOTALS, "docs/topic/letters.md": LETTERS})
    edited = written(pages(edit(root, file, before, after)).place)
    shutil.rmtree(root.parent / "trees")
    shutil.rmtree(root.parent / "html")

    anew = written(pages().place)

    assert anew == {path: edited.get(path) for path in anew}  # files that no page leads to any more may stay


def written(place: Path) -> dict[str, str]:
    """All that was written of the pages, by path."""
    kinds = (".html", ".json", ".csv", ".js")
    return {str(path.relative_to(place)): path.read_text("utf-8") for path in place.rglob("*") if path.suffix in kinds}


def test_a_name_that_changes_may_stand_on_any_page(root: Path, build: Build) -> None:
    first = build(PAGES)
    again = build(edit(root, "docs/facts/voss.yaml", "[Petra Voss, Voss]", "[Petra A. Voss, Voss]"))

    assert first.read == again.read
