"""Words in their forms: which are the same to a reader who asks whether two texts speak of one thing."""

from __future__ import annotations

import pytest

from kb.extract.units import same_unit, singular
from kb.lang.stems import stem, stems


@pytest.mark.parametrize(
    "forms",
    [
        "adopt adopts adopted adopting adoption",
        "ratify ratifies ratified",
        "president presidency",
        "organise organised organisation",
        "treaty treaties",
        "ally allies allied",
        "end ends ended ending",
        "arm armed arms",
        "deploy deployed deployment",
        "Договор договора договором",
    ],
)
def test_the_forms_of_a_word_share_a_stem(forms):
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words", ["adopt adapt", "treaty tread", "signed singed", "council counsel", "member memory", "post pact"]
)
def test_other_words_have_another(words):
    one, other = words.split()

    assert stem(one) != stem(other)


def test_what_says_nothing_has_no_stem():
    assert stems("The council of the club had adopted it") == {stem("council"), stem("club"), stem("adopt")}


def test_words_that_all_texts_of_the_subject_share_say_nothing() -> None:
    common = frozenset({"members", "states"})

    assert {stem("council")} == stems("The Members of the council, states", common)
    assert {stem("stated")} == stems("as stated", common), "the word is common, and not all that shares its stem"


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("countries", "country"), ("servicemen", "serviceman"), ("people", "person"), ("branches", "branch"),
        ("passes", "pass"), ("states", "state"), ("centuries", "century"), ("bus", "bus"), ("class", "class"),
        ("men", "men"), ("Members", "member"),
    ],
)  # fmt: skip
def test_a_plural_and_its_singular_are_one(many, one):
    assert (one, one) == (singular(many), singular(one))


@pytest.mark.parametrize(
    ("unit", "of", "expected"),
    [
        ("member states", ("states",), True),
        ("member states", ("members",), True),
        ("serviceman", ("servicemen",), True),
        ("heads", ("heads of state",), True),
        ("states", ("heads of state",), False),
        ("statutes", ("states",), False),
    ],
)
def test_a_unit_is_named_by_any_of_its_nouns(unit, of, expected):
    assert same_unit(unit, of) is expected
