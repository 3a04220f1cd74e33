"""Voice: a claim stays its author's, and hedged."""

from __future__ import annotations

from datetime import date

import pytest

from kb.load.corpus import assemble
from kb.prose.agreement import Reading, read
from kb.prose.attribution import is_attributed
from kb.prose.voice import tellings

PAGE = "docs/topic/league.md"
CITE = "{cite:p}`Osk2007straits{abstract}`"


@pytest.mark.parametrize(
    "sentence",
    [
        "Osk argues that habit holds the League together {}.",
        "In Osk's view the League is held together by habit {}.",
        "According to one study the League is held together by habit {}.",
        "The League, Mira Osk wrote, is held together by habit {}.",
        "Osk looks at the League.\nIt is held together by habit, she argues {}.",
        "Mira Osk looks at the League.\n\nIn her view it is held together by habit {}.",
        "One study looks at the League.\nIt argues that habit holds the League together {}.",
    ],
)
def test_a_claim_that_is_attributed(league: dict[str, bytes], sentence: str) -> None:
    assert [True] == attributed(league, sentence.format(CITE))


@pytest.mark.parametrize(
    "sentence",
    [
        "The League is held together by habit {}.",
        "Habit holds the League together {}.",
        "The League is old.\nIt is held together by habit, she argues {}.",
        "Osk looks at the League.\nIt holds together by habit, and names no reason {}.",
        "Osk looks at the League.\nBoth hold that habit is what it is held together by {}.",
    ],
)
def test_a_claim_told_as_fact(league: dict[str, bytes], sentence: str) -> None:
    assert [False] == attributed(league, sentence.format(CITE))


def test_a_plain_statement_of_the_place_carries_the_sentence(league: dict[str, bytes]) -> None:
    flag = """\
  flag:
    records: The League flies a blue flag with two anchors.
    evidence:
      - by: Osk2007straits
        at: abstract
        quote: a blue flag with two anchors
        seen: excerpt
claims:
"""
    plain = league["docs/facts/league.yaml"].replace(b"claims:\n", flag.encode())
    files = {**league, "docs/facts/league.yaml": plain}

    assert [] == attributed(files, f"The League flies a blue flag with two anchors {CITE}.")


def attributed(files: dict[str, bytes], sentence: str) -> list[bool]:
    """For each claim that the sentence tells: does it leave it to its author?"""
    text = f"---\nabout: [league]\n---\n\n# League\n\n{sentence}\n"
    corpus = assemble({**files, PAGE: text.encode()}, date(2020, 1, 1))
    reading: Reading = read(next(page for page in corpus.pages if page.path == PAGE), corpus)
    return [is_attributed(telling, corpus) for telling in tellings(reading, corpus)]
