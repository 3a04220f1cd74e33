"""The short list of what is disputed of the figures of a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Build = Callable[..., Any]
CORPUS = Path(__file__).parent.parent / "corpus"
FRONT = "---\nabout: [league]\nasof: 2020-01-01\n---\n\n# A page\n\n"
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
judgements:
  - question: When was it founded?
    FOLLOW
    because: The Gazette gives the day of entry into force.
"""
TOLD = "The League was founded on 3 June 1990 {cite:p}`League2006history{¶ 1}`.\n"
LIST = "\n```{kb:disputed}\n```\n"


def ledger(follow: str) -> str:
    return LEAGUE.replace("FOLLOW", follow)


FOLLOWED = ledger("follow: founded-1990\n    over: [founded-1991]")
OPEN = ledger("open: [founded-1990, founded-1991]")


def shown(build: Build, league: str, page: str, rank: str = "primary") -> str:
    """The words of the list; nothing where there is none."""
    books = (CORPUS / "refs.bib").read_text("utf-8").replace("secondary", rank)
    site = build({"docs/facts/league.yaml": league, "docs/topic/page.md": FRONT + page, "refs.bib": books})
    found = site.page("topic/page").select_one("aside.kb-disputes")
    return " ".join(found.get_text().split()) if found else ""


@pytest.mark.parametrize(
    ("league", "expected"),
    [
        (FOLLOWED, "When was it founded? Followed: 3 June 1990; not followed: 12 January 1991."),
        (OPEN, "When was it founded? Left open: 3 June 1990; 12 January 1991."),
    ],
)
def test_it_tells_the_question_and_what_is_followed(build: Build, league: str, expected: str) -> None:
    assert f"† Disputed here {expected}" == shown(build, league, TOLD + LIST)


def test_a_source_of_lower_rank_puts_nothing_into_it(build: Build) -> None:
    assert "" == shown(build, FOLLOWED, TOLD + LIST, rank="secondary")


def test_what_the_page_does_not_tell_is_not_in_it(build: Build) -> None:
    assert "" == shown(build, OPEN, LIST)


def test_a_question_leads_to_the_judgement(build: Build) -> None:
    site = build({"docs/facts/league.yaml": OPEN, "docs/topic/page.md": FRONT + TOLD + LIST})
    link = site.page("topic/page").select_one("aside.kb-disputes a")

    assert "../facts/league.html#judgement-1" == link["href"]
