"""What in a sentence is not our own telling: idioms, quotations, names and titles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kb.evidence.spans import covering, in_title, is_idiom, plain, quotations
from kb.extract.mentions import find
from kb.load.bibliography import bibliography
from kb.verify.verdict import VerifiedPage

ReadPage = Callable[..., VerifiedPage]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They help one another.", True),
        ("No member, however small, ever felt that it was the one who had to pay.", True),
        ("On one hand it was small.", True),
        ("In the first place it was small.", True),
        ("It was first tried there.", True),
        ("One ship came, and each helped the other ones.", False),
        ("One ship helped, as they say, one another ship.", False),
        ("It was the first ship.", False),
        ("It has two ships.", False),
        ("It came in 1990, which no one knew.", False),
    ],
)
def test_a_number_in_a_turn_of_phrase_counts_nothing(text: str, expected: bool) -> None:
    assert expected is is_idiom(text, find(text)[0])


def test_only_what_a_turn_of_phrase_holds_whole_belongs_to_it() -> None:
    text = "No one saw two ships and one boat."

    assert [True, False, False] == [is_idiom(text, figure) for figure in find(text)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("It is “at Selin” today.", ["at Selin"]),
        ("It is ‘at Selin’ today.", ["at Selin"]),
        ("It is “at Selin” or ‘in Harle’.", ["at Selin", "in Harle"]),
        ("It is at Selin.", []),
    ],
)
def test_a_quotation_is_what_stands_between_the_marks(read_page: ReadPage, body: str, expected: list[str]) -> None:
    scope = read_page(body).scopes[-1]

    assert expected == [scope.sentence.text[start:end] for start, end in quotations(scope)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("It had three members.", []),
        ("It had [three]{.own} members.", ["own"]),
        ("It had “three members”.", ["quote"]),
        ("It had ‘three members’.", ["quote"]),
        ("It had “many” and three members.", []),
        ("The Pact of Three was signed.", ["name"]),
    ],
)
def test_what_lies_over_a_figure(read_page: ReadPage, body: str, expected: list[str]) -> None:
    ledger = {"docs/facts/pact.yaml": "id: pact\nkind: instrument\nnames: {en: Pact of Three}\n"}
    scope = read_page(body, ledger).scopes[-1]

    assert expected == list(covering(scope, find(scope.sentence.text)[0]))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("In Ten Years of Peace it is told", True),
        ("In a book of ten years it is told", False),
        ("In the lasting ten years it is told", True),
        ("In ten years of quiet it is told", True),
        ("It was so for ten days", False),
        ("Ten", False),
        ("Chapter ten", False),
        ("The lasting ten", True),
    ],
)
def test_a_figure_is_part_of_a_title_with_the_word_before_or_after_it(
    read_page: ReadPage, body: str, expected: bool
) -> None:
    entry = "@misc{Osk2007years, title = {Lasting: Ten Years of Peace}, author = {Osk, Mira}, year = {2007}}\n"
    page = read_page(f"{body} {{cite:p}}`Osk2007years`.", {"refs.bib": entry})
    scope = page.scopes[-1]
    (figure,) = find(scope.sentence.text)

    assert expected is in_title(scope, figure, scope.citations, sources(entry))


def sources(text: str):
    return {source.key: source for source in bibliography(text.encode()).sources}


def test_words_are_compared_without_marks_case_and_punctuation() -> None:
    assert "it is habit that holds" == plain("It is *habit*, that — holds!")
