"""Voice: a claim stays its author's, and hedged."""

from __future__ import annotations

from datetime import date

import pytest

from kb.load.corpus import assemble
from kb.run.known import start
from kb.verify.attribution import is_attributed
from kb.verify.claims import Telling, is_hedged, tellings
from kb.verify.grounds import Witnesses
from kb.verify.reach import witnesses

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
def test_a_claim_that_is_attributed(small: dict[str, bytes], sentence: str) -> None:
    assert [True] == attributed(small, sentence.format(CITE))


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
def test_a_claim_told_as_fact(small: dict[str, bytes], sentence: str) -> None:
    assert [False] == attributed(small, sentence.format(CITE))


def test_a_plain_statement_of_the_place_carries_the_sentence(small: dict[str, bytes]) -> None:
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
    plain = small["docs/facts/league.yaml"].replace(b"claims:\n", flag.encode())
    files = {**small, "docs/facts/league.yaml": plain}

    assert [] == attributed(files, f"The League flies a blue flag with two anchors {CITE}.")


def with_claim(small: dict[str, bytes]) -> dict[str, bytes]:
    """The small corpus with a second claim at the place of the first."""
    quarrel = """\
  quarrel:
    says: The members quarrel over harbour dues.
    stance: argues
    terms: [quarrel, dues]
    evidence: [{by: Osk2007straits, at: abstract, quote: quarrel over harbour dues, seen: excerpt}]
"""
    return {**small, "docs/facts/league.yaml": small["docs/facts/league.yaml"] + quarrel.encode()}


@pytest.mark.parametrize(
    ("sentence", "alone", "beside_another"),
    [
        ("Osk argues that habit is its bond {}.", [True], [False]),
        ("Osk argues that it is held together by habit {}.", [True], [True]),
        ("Osk argues that it has a bond {}.", [False], [False, False]),
    ],
)
def test_one_word_is_enough_where_a_claim_stands_alone(
    small: dict[str, bytes], sentence: str, alone: list[bool], beside_another: list[bool]
) -> None:
    text = sentence.format(CITE)

    assert alone == [telling.is_sure for telling in told(small, text)[0]]
    assert beside_another == [telling.is_sure for telling in told(with_claim(small), text)[0]]


FLAG = """\
  flag:
    records: Many saw a flag.
    with: [arvenia]
    evidence: [{by: Osk2007straits, at: abstract, quote: a flag, seen: excerpt}]
claims:
"""


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("By habit Arvenia has its own {}.", 0),
        ("By habit there is a flag {}.", 1),
        ("By habit Corvia has its own {}.", 1),
        ("By habit many saw that flag {}.", 0),
        ("By habit Arvenia is held together {}.", 1),
    ],
)
def test_a_plain_statement_carries_a_sentence_by_what_it_names_or_by_three_words(
    small: dict[str, bytes], sentence: str, claims: int
) -> None:
    ledger = small["docs/facts/league.yaml"].replace(b"claims:\n", FLAG.encode())

    assert claims == len(told({**small, "docs/facts/league.yaml": ledger}, sentence.format(CITE))[0])


@pytest.mark.parametrize(
    ("hedge", "sentence", "expected"),
    [
        ("[by and large]", "By and large it is held together by habit {}.", True),
        ("[by and large]", "It is perhaps held together by habit {}.", True),
        ("[by and large]", "It is held together by habit {}.", False),
        ("[by and large]", "In May it is held together by habit {}.", False),
        ("[appears]", "It appeared to be held together by habit {}.", True),
        ("[]", "It is held together by habit {}.", True),
    ],
)
def test_a_claim_keeps_its_hedge_or_another(small: dict[str, bytes], hedge: str, sentence: str, expected: bool) -> None:
    ledger = small["docs/facts/league.yaml"].replace(b"stance: argues", f"stance: argues\n    hedge: {hedge}".encode())

    assert [expected] == [
        is_hedged(telling) for telling in told({**small, "docs/facts/league.yaml": ledger}, sentence.format(CITE))[0]
    ]


def attributed(files: dict[str, bytes], sentence: str) -> list[bool]:
    """For each claim that the sentence tells: does it leave it to its author?"""
    found, held_against = told(files, sentence)
    return [is_attributed(telling, held_against) for telling in found]


def told(files: dict[str, bytes], sentence: str) -> tuple[tuple[Telling, ...], Witnesses]:
    """The claims that the sentence tells, and what its page is told."""
    text = f"---\nabout: [league]\n---\n\n# League\n\n{sentence}\n"
    corpus = assemble({**files, PAGE: text.encode()}, date(2020, 1, 1))
    run, it = start(corpus), next(page for page in corpus.pages if page.path == PAGE)
    return run.ask(tellings, page=it), run.ask(witnesses, page=it)
