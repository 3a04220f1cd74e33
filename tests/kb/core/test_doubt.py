"""A figure is in doubt where nobody has decided, or where who is not followed stands as near as who is."""

from __future__ import annotations

from datetime import date

import pytest

from kb.core.cited import citing_pages, on
from kb.core.differing import disputes
from kb.core.doubt import doubted, is_in_doubt
from kb.core.model import Corpus
from kb.load.corpus import assemble

PRIMARY, SECONDARY = "League2006history", "Gazette1994corvia"
LEAGUE = """id: league
kind: organisation
names: {{en: League of the Straits}}
statements:
  founded-1990: {{founded: 1990-06-03, evidence: [{{by: {one}, at: ¶ 1, quote: on 3 June 1990, seen: full}}]}}
  founded-1991: {{founded: 1991-01-12, evidence: [{{by: {other}, at: ¶ 2, quote: on 12 January 1991, seen: full}}]}}
{judgement}"""
FOLLOWED = "judgements:\n  - {question: When, follow: founded-1990, over: [founded-1991], because: it is nearer}\n"
OPEN = "judgements:\n  - {question: When, open: [founded-1990, founded-1991], because: both are near}\n"
BOTH = ["league#founded-1990", "league#founded-1991"]


def league(small: dict[str, bytes], one: str, other: str, judgement: str) -> Corpus:
    """The small corpus with two days on which the League was founded."""
    text = LEAGUE.format(one=one, other=other, judgement=judgement)
    return assemble({**small, "docs/facts/league.yaml": text.encode()}, date(2020, 1, 1))


@pytest.mark.parametrize(
    ("one", "other", "judgement", "expected"),
    [
        (PRIMARY, SECONDARY, FOLLOWED, []),
        (SECONDARY, SECONDARY, FOLLOWED, BOTH),
        (SECONDARY, PRIMARY, FOLLOWED, BOTH),
        (PRIMARY, SECONDARY, OPEN, BOTH),
        (PRIMARY, SECONDARY, "", BOTH),
    ],
)
def test_what_is_settled_by_a_nearer_source_is_not_in_doubt(
    small: dict[str, bytes], one: str, other: str, judgement: str, expected: list[str]
) -> None:
    corpus = league(small, one, other, judgement)

    assert expected == list(doubted(corpus, corpus.sources, disputes(corpus)))
    assert all(is_in_doubt(corpus, corpus.sources, each) is bool(expected) for each in corpus.judgements)


def test_two_that_are_not_followed_do_not_put_one_another_in_doubt(small: dict[str, bytes]) -> None:
    third = (
        "  founded-1992: {founded: 1992-02-02, evidence: [{by: Gazette1994corvia, at: ¶ 3, quote: x, seen: full}]}\n"
    )
    text = FOLLOWED.replace("[founded-1991]", "[founded-1991, founded-1992]")
    corpus = league(small, PRIMARY, SECONDARY, third + text)

    assert {} == doubted(corpus, corpus.sources, disputes(corpus))


def test_a_statement_is_told_by_the_pages_that_cite_its_place(small: dict[str, bytes]) -> None:
    corpus = league(small, PRIMARY, SECONDARY, FOLLOWED)
    found = {id: sorted(on(citing_pages(corpus.pages), [corpus.statements[id]])) for id in BOTH}

    assert {BOTH[0]: ["docs/topic/league.md"], BOTH[1]: []} == found
