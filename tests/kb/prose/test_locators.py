"""Locators: kinds of places and the numbers in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.prose.locators import Locator, meet, parse


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
