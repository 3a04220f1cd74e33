"""To whom a sentence leaves a claim: a pronoun stands for who made the source, and quoted words are not ours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kb.load.corpus import assemble
from kb.run.known import start
from kb.verify.attribution import is_attributed
from kb.verify.claims import tellings
from kb.verify.reach import witnesses

PAGE = "docs/topic/league.md"
CITE = "{cite:p}`Osk2007straits{abstract}`"
ALONE, BESIDE_A_BODY, A_BODY = "author = {Osk, Mira}", "author = {Osk, Mira and {Harbour Board}}", "author = {{Osk}}"


@pytest.fixture(name="attributed")
def _attributed(small: dict[str, bytes]) -> Callable[..., list[bool]]:
    def attributed(body: str, by: str = ALONE, **claim: str) -> list[bool]:
        """For each claim that the text tells, made by these: does it leave it to them?"""
        refs = small["refs.bib"].replace(b"author       = {Osk, Mira}", by.encode())
        ledger = small["docs/facts/league.yaml"].replace(
            b"terms: [habit, held together]", claim.get("terms", "terms: [habit, held together]").encode()
        )
        text = f"---\nabout: [league]\n---\n\n# League\n\n{body.format(CITE)}\n".encode()
        corpus = assemble({**small, "refs.bib": refs, "docs/facts/league.yaml": ledger, PAGE: text}, date(2020, 1, 1))
        run = start(corpus)
        it = next(page for page in corpus.pages if page.path == PAGE)
        return [is_attributed(telling, run.ask(witnesses, page=it)) for telling in run.ask(tellings, page=it)]

    return attributed


@pytest.mark.parametrize(
    ("by", "pronoun", "expected"),
    [
        (ALONE, "she", True), (ALONE, "it", False), (ALONE, "they", False),
        (BESIDE_A_BODY, "she", True), (BESIDE_A_BODY, "it", False), (BESIDE_A_BODY, "they", True),
        (A_BODY, "it", True), (A_BODY, "they", True),
    ],
)  # fmt: skip
def test_a_pronoun_stands_for_who_made_the_source(attributed, by: str, pronoun: str, expected: bool) -> None:
    told = f"Osk looks at the League.\nHabit is what the League is held together by, {pronoun} argues {{}}."

    assert [expected] == attributed(told, by)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The League is called one of “habit” {}.", True),
        ("The League is one of “habit” {}.", False),
        ("The League of habit is called “old” {}.", False),
    ],
)
def test_words_that_are_quoted_and_called_words_are_spoken_about(attributed, body: str, expected: bool) -> None:
    assert [expected] == attributed(body, terms="terms: [habit]")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{{cite:t}}`Osk2007straits{{abstract}}` has it that habit holds the League together.", True),
        ("Osk has it that habit holds the League together {}.", True),
        ("The Review of Small Waters has it that habit holds the League together {}.", True),
        ("Habit holds the League together {}.", False),
        ("There Lund argues that habit holds the League together {}.", True),
        ("Arvenia argues that habit holds the League together {}.", False),
        ("Voss argues that habit holds the League together {}.", True),
        ("According to some, habit holds the League together {}.", True),
        ("In its own words, habit holds the League together {}.", False),
    ],
)
def test_a_sentence_leaves_a_claim_to_who_says_so(attributed, body: str, expected: bool) -> None:
    assert [expected] == attributed(body)
