"""Locators: kinds of places and the numbers in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.core.places import may_be_called
from kb.extract.locators import Locator, meet, parse


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("¶ 3", "¶ 3"),
        ("¶ 3", "¶¶ 2–4"),
        ("¶ 3", "¶ 1, 3"),
        ("¶ 3", "paragraph 3"),
        ("Art. 4", "Article 4"),
        ("Arts. 3-5", "art. 4"),
        ("cl. 1(c)", "clause 1"),
        ("abstract, s. 2", "abstract"),
        ("abstract, s. 2", "abstract, s. 1–3"),
        ("¶ 3", ""),
        ("heading; ¶ 1", "¶ 1"),
        ("p. 12", "pp. 12–13"),
        ("p. 1212", "pp. 1210–1213"),
        ("ст. 4", "Art. 4"),
        ("с. 12", "p. 12"),
        ("Shaky Foundations", "shaky foundations"),
        ("list of members; ¶ 1", "list of members"),
    ],
)
def test_these_places_meet(one: str, other: str) -> None:
    assert meet(one, other)
    assert meet(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("¶ 3", "¶ 4"),
        ("¶ 3", "Art. 3"),
        ("¶ 3", "heading"),
        ("last ¶", "¶ 3"),
        ("abstract, s. 2", "abstract, s. 3"),
        ("review, s. 2", "abstract, s. 2"),
        ("29 April", "30 April"),
        ("¶ 1", "¶ 1, where the founding is dated 4 May 1991"),
        ("¶ 1", "¶ 1; founded on 4 May 1991"),
        ("¶ 1", "¶ 1, 1991"),
        ("¶ 1", "¶ 1 and all that"),
        ("¶ 1", "¶ 1,"),
        ("¶ 1", "¶ [1]"),
        ("¶ 1", "1"),
        ("list of members; ¶ 1", "¶ 1"),
    ],
)
def test_these_places_do_not_meet(one: str, other: str) -> None:
    assert not meet(one, other)
    assert not meet(other, one)


def test_a_range_names_every_number_in_it() -> None:
    assert Locator("¶", frozenset({3, 4, 5})) == parse("¶¶ 3–5")


@given(st.text())
def test_any_locator_meets_itself_and_the_whole_source(text: str) -> None:
    assert meet(text, text)
    assert meet(text, "")


@given(st.text(), st.text())
def test_meeting_is_mutual(one: str, other: str) -> None:
    assert meet(one, other) == meet(other, one)


@pytest.mark.parametrize(
    "place",
    ["¶ 3", "last ¶", "¶ on members", "cl. 1(c)", "entry 4.1442", "notes, p. 185", "part I", "item on Rock-2024",
     "report of 29 April", "second report, ¶ 2", "on Chapter 1", "list of amending documents", "heading; ¶ 1"],
)  # fmt: skip
def test_a_part_of_a_source_may_be_called_so(place: str) -> None:
    assert may_be_called(place)


@pytest.mark.parametrize(
    "place",
    ["¶ 1, where the founding is dated 4 May 1991", "founded on 4 May", "founded in 1991", "¶ 1,", "¶ 1; ", "¶ [1]",
     "all members but one signed it there", "<b>¶ 1</b>", "¶ 1, " * 30 + "¶ 1"],
)  # fmt: skip
def test_what_tells_something_is_no_place(place: str) -> None:
    assert not may_be_called(place)
