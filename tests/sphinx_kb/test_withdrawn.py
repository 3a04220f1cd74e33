"""A statement that is withdrawn says so on the page of its entity, and stands on the page of corrections by itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sphinx_kb.directives.withdrawn import NONE

Build = Callable[..., Any]
PAGE = {"docs/about/corrections.md": "---\norphan: true\n---\n\n# Corrections\n\n```{kb:withdrawn}\n```\n"}
WITHDRAWN = "    withdrawn: {reason: Only two met., day: 2019-06-01}\n"
CLAIM = "    withdrawn: {reason: Osk took it back., day: 2019-07-01}\n"


def withdrawn(root: Path) -> dict[str, str]:
    text = (root / "docs" / "facts" / "league.yaml").read_text("utf-8")
    for slug, written in (("members-1995", WITHDRAWN), ("habit", CLAIM)):
        text = text.replace(f"  {slug}:\n", f"  {slug}:\n{written}")
    return {"docs/facts/league.yaml": text}


def test_it_is_listed_with_its_reason_the_last_first(build: Build, root: Path) -> None:
    plain = {"docs/topic/league.md": "---\nabout: [league]\n---\n\n# League\n\nNothing is told of it.\n"}
    site = build({**PAGE, **withdrawn(root), **plain})
    rows = [
        [" ".join(cell.get_text().split()) for cell in row.select("td")]
        for row in site.page("about/corrections").select("tr")
    ][1:]

    assert site.warnings == ""
    assert rows == [
        ["league#habit", "The League is held together by habit", "withdrawn on 1 July 2019: Osk took it back."],
        ["league#members-1995", "members 3 members in 1995", "withdrawn on 1 June 2019: Only two met."],
    ]
    assert site.page("about/corrections").select_one("td a")["href"] == "../facts/league.html#habit"
    assert "withdrawn on 1 June 2019: Only two met." in site.page("facts/league").get_text()
    assert "withdrawn on 1 July 2019: Osk took it back." in site.page("facts/league").get_text()


def test_that_none_is_withdrawn_is_said_until_one_is(build: Build, root: Path) -> None:
    site = build(PAGE)
    before = site.page("about/corrections").get_text()
    after = build(withdrawn(root))

    assert NONE in before
    assert "about/corrections" in after.read
    assert NONE not in after.page("about/corrections").get_text()
