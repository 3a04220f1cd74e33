"""Which statement is said to be followed: the one that a judgement follows, over what it judges, and no other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Build = Callable[..., Any]
LEAGUE = """
id: league
kind: organisation
names: {en: [League of the Straits, the League]}
statements:
  founded-1990:
    founded: 1990-06-03
    evidence: [{by: League2006history, at: ¶ 1, quote: founded at Selin on 3 June 1990, seen: full}]
  founded-1991:
    founded: 1991-01-12
    evidence: [{by: Gazette1994corvia, at: ¶ 2, quote: founded on 12 January 1991, seen: full}]
  founded-1992:
    founded: 1992-02-02
    evidence: [{by: Gazette1994corvia, at: ¶ 3, quote: founded on 2 February 1992, seen: full}]
  founded-1993:
    founded: 1993-03-03
    evidence: [{by: Gazette1994corvia, at: ¶ 4, quote: founded on 3 March 1993, seen: full}]
  members-1995:
    members: {n: 3, of: [members, states]}
    on: 1995
    evidence: [{by: League2006history, at: ¶ 3, quote: in 1995 the three members met, seen: full}]
judgements:
  - question: Was it founded by the treaty, or when that came into force?
    follow: founded-1990
    over: [founded-1991]
    because: The Gazette gives the day of entry into force.
  - question: Was it founded again?
    open: [founded-1990, founded-1992]
    because: Nothing was found that explains the second day.
"""
PAGE = """---
about: [league]
---

# A page

- It was founded on 3 June 1990 {cite:p}`League2006history{¶ 1}`.
- The Gazette says on 12 January 1991 {cite:p}`Gazette1994corvia{¶ 2}`.
- The Gazette says on 2 February 1992 {cite:p}`Gazette1994corvia{¶ 3}`.
- The Gazette says on 3 March 1993 {cite:p}`Gazette1994corvia{¶ 4}`.
- In 1995 it had three members {cite:p}`League2006history{¶ 3}`.
"""
D1990, D1991, D1992, D1993 = (
    f"“League of the Straits: founded {day}”"
    for day in ("3 June 1990", "12 January 1991", "2 February 1992", "3 March 1993")
)
TIPS = {
    "founded-1990": f"† Disputed, followed here over {D1991}; left open against {D1992}; not judged, against {D1993}.",
    "founded-1991": f"† Disputed, not followed here, against {D1990}; not judged, against {D1992}; {D1993}.",
    "founded-1992": f"† Disputed, left open against {D1990}; not judged, against {D1991}; {D1993}.",
    "founded-1993": f"† Disputed, not judged, against {D1990}; {D1991}; {D1992}.",
    "members-1995": "No other statement in the ledger disagrees.",
}
ROWS = {
    "founded-1990": [
        "Followed here, over “founded 12 January 1991” (why)", "Left open, beside “founded 2 February 1992” (why)",
    ],
    "founded-1991": ["Not followed here; we follow “founded 3 June 1990” (why)"],
    "founded-1992": ["Left open, beside “founded 3 June 1990” (why)"],
    "founded-1993": [],
    "members-1995": [],
}  # fmt: skip


@pytest.fixture
def site(pages: Build) -> Any:
    """The league in dispute, and a page that tells all of it."""
    return pages({"docs/facts/league.yaml": LEAGUE, "docs/topic/page.md": PAGE})


def test_a_row_of_the_ledger_says_what_was_judged_of_it_and_no_more(site: Any) -> None:
    page = site.page("facts/league")
    told = {slug: [line.get_text(" ", strip=True) for line in page.select(f"tr#{slug} .kb-dispute")] for slug in ROWS}
    judged = {
        slug: [
            line.removeprefix("† ").replace("( why )", "(why)").removesuffix(".").rstrip()
            for line in lines
            if "differ" not in line
        ]
        for slug, lines in told.items()
    }

    assert ROWS == judged
    assert [slug for slug, lines in told.items() if any("Other statements differ" in line for line in lines)] == [
        "founded-1990", "founded-1991", "founded-1992", "founded-1993",
    ]  # fmt: skip


def test_a_figure_says_what_was_judged_of_its_statement_against_each_other(site: Any) -> None:
    links = site.page("topic/page").select("li a.kb-agreed[href*='facts/league.html#']")
    slugs = [link["href"].partition("#")[2] for link in links]

    assert TIPS == {slug: site.card("topic/page", f"league#{slug}")[-2] for slug in slugs}


def test_only_what_is_followed_is_tagged_so_among_the_disagreements(build: Build) -> None:
    page = {"docs/topic/page.md": "# A page\n\n```{kb:disagreements}\n```\n"}
    sides = build({"docs/facts/league.yaml": LEAGUE, **page}).page("topic/page").select(".kb-sides li")

    assert [("left open", "1990"), ("left open", "1992"), ("followed", "1990"), ("not followed", "1991")] == [
        (side.select_one(".kb-tag").get_text(), side.select_one("a").get_text().rpartition(" ")[2]) for side in sides
    ]
