"""What somebody meant who wrote a word that nobody knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.core.nearest import did_you_mean, near, nearest


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("secretry", ["treaty", "secretary", "secretariat"], "secretary"),
        ("harbuor-pact", ["harbour-pact", "harbour-treaty"], "harbour-pact"),
        ("Arvennia", ["Arvenia"], "Arvenia"),
        ("aggreed", ["agreed", "signed"], "agreed"),
    ],
)
def test_a_slip_leads_to_the_word_that_is_meant(word, known, expected):
    assert nearest(word, known) == expected


@pytest.mark.parametrize("known", [[], ["treaty"], ["signed", "in-force"]])
def test_where_nothing_is_near_nothing_is_said(known):
    assert (None, "", []) == (nearest("zzyx", known), did_you_mean("zzyx", known), near("zzyx", known))


def test_half_of_the_letters_are_too_few():
    assert nearest("abcd", ["abxy"]) is None
    assert nearest("abcde", ["abcxy"]) == "abcxy"


@pytest.mark.parametrize("known", [["part-b", "part-a"], ["part-a", "part-b"], {"part-a", "part-b"}])
def test_of_two_that_are_equally_near_the_first_by_name_is_meant_in_whatever_order_they_come(known):
    assert nearest("part-c", known) == "part-a"


def test_capitals_make_no_word_another():
    assert nearest("HARBOUR-PACT", ["harbour-pact", "HARDY"]) == "harbour-pact"
    assert nearest("osk2001Word", ["Osk2001word", "Osk2002Word"]) == "Osk2001word"


def test_of_two_that_differ_in_capitals_only_the_one_written_alike_is_meant():
    assert nearest("IN-FORC", ["in-force", "IN-FORCE"]) == "IN-FORCE"
    assert nearest("in-forc", ["IN-FORCE", "in-force"]) == "in-force"


def test_several_are_told_nearest_first():
    assert near("osk2001", ["Lund1999", "Osk2001word", "Osk2001", "Osk2002word"]) == [
        "Osk2001",
        "Osk2001word",
        "Osk2002word",
    ]
    assert near("part-d", ["part-c", "part-b", "part-a", "part-e"], 2) == ["part-a", "part-b"]


def test_what_is_too_long_for_a_name_is_no_slip_of_one():
    assert nearest("a" * 60, ["a" * 60]) == "a" * 60
    assert nearest("a" * 61, ["a" * 61]) is None


@given(st.sampled_from(["harbour-pact", "Osk2001word", "secretary"]), st.data())
def test_a_letter_left_out_doubled_or_exchanged_leads_back(word, data):
    at = data.draw(st.integers(0, len(word) - 2))
    slips = [word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]]
    slips += [word[:at] + word[at + 1] + word[at] + word[at + 2 :]]

    assert [word] * 3 == [nearest(slip, ["northern-league", word, "tariff"]) for slip in slips]


def test_the_question_names_the_word():
    assert did_you_mean("secretry", ["secretary"]) == "did you mean 'secretary'?"


def test_of_many_that_are_near_three_are_told_the_nearest_first() -> None:
    assert ["part-a", "part-b", "part-c"] == near("part-x", ["part-d", "part-c", "part-b", "part-a", "part-e"])
