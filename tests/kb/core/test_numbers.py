"""Intervals of numbers: which two of them can both be so."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.core.numbers import BOUNDS, Numbers, said
from kb.core.truth import Truth

WHOLE = st.integers(min_value=0, max_value=60)


def some_numbers() -> st.SearchStrategy[Numbers]:
    bounded = st.builds(Numbers.of, WHOLE, st.sampled_from(BOUNDS))
    return bounded | st.builds(lambda n, more: Numbers.of(n, to=n + more), WHOLE, WHOLE)


HALVES = [n / 2 for n in range(-10, 250)]
"""Between two whole numbers lies one of these, so that open and closed ends are told apart."""


@given(some_numbers(), some_numbers())
def test_whether_two_can_both_be_is_asked_either_way(one: Numbers, other: Numbers) -> None:
    assert one.meets(other) is other.meets(one)


@given(some_numbers(), some_numbers())
def test_two_never_meet_exactly_where_they_share_no_number(one: Numbers, other: Numbers) -> None:
    share = any(n in one and n in other for n in HALVES + [n + 0.05 for n in HALVES])

    assert share is (one.meets(other) is not Truth.NEVER)


@given(some_numbers(), some_numbers())
def test_surely_one_number_is_possibly_one(one: Numbers, other: Numbers) -> None:
    if one.meets(other) is Truth.SURELY:
        assert one == other
        assert one.any_of([one.low])


@given(some_numbers(), some_numbers(), some_numbers())
def test_who_says_less_contradicts_no_more(one: Numbers, wide: Numbers, other: Numbers) -> None:
    if one.within(wide) and one.meets(other) is not Truth.NEVER:
        assert wide.meets(other) is not Truth.NEVER


@given(some_numbers(), some_numbers())
def test_what_lies_within_another_has_no_number_of_its_own(one: Numbers, other: Numbers) -> None:
    if one.within(other):
        assert [] == [n for n in HALVES if n in one and n not in other]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Numbers.of(10, "over"), Numbers.of(20, "over"), Truth.POSSIBLY),
        (Numbers.of(20, "over"), Numbers.of(10, "under"), Truth.NEVER),
        (Numbers.of(10), Numbers.of(500, "about"), Truth.NEVER),
        (Numbers.of(10), Numbers.of(10), Truth.SURELY),
        (Numbers.of(10), Numbers.of(10, "over"), Truth.NEVER),
        (Numbers.of(10), Numbers.of(10, "at-least"), Truth.POSSIBLY),
        (Numbers.of(10), Numbers.of(10, "under"), Truth.NEVER),
        (Numbers.of(10), Numbers.of(10, "up-to"), Truth.POSSIBLY),
        (Numbers.of(10, "at-least"), Numbers.of(10, "up-to"), Truth.POSSIBLY),
        (Numbers.of(10, "over"), Numbers.of(10, "up-to"), Truth.NEVER),
        (Numbers.of(10, "at-least"), Numbers.of(10, "under"), Truth.NEVER),
        (Numbers.of(500, to=600), Numbers.of(600), Truth.POSSIBLY),
        (Numbers.of(500, to=600), Numbers.of(600, "over"), Truth.NEVER),
        (Numbers.of(500, to=600), Numbers.of(499), Truth.NEVER),
        (Numbers.of(500, "about"), Numbers.of(550), Truth.POSSIBLY),
        (Numbers.of(500, "about"), Numbers.of(551), Truth.NEVER),
        (Numbers.of(3, "about"), Numbers.of(4), Truth.POSSIBLY),
        (Numbers.of(3, "about"), Numbers.of(5), Truth.NEVER),
    ],
    ids=str,
)
def test_two_bounded_numbers(one: Numbers, other: Numbers, expected: Truth) -> None:
    assert expected is one.meets(other)


@pytest.mark.parametrize(
    ("bound", "edge_belongs"),
    [("exactly", True), ("at-least", True), ("up-to", True), ("over", False), ("under", False)],
)
def test_the_number_itself_belongs_to_it_unless_more_or_less_is_said(bound: str, edge_belongs: bool) -> None:
    assert edge_belongs is (10 in Numbers.of(10, bound))


def test_a_bound_is_open_to_one_side() -> None:
    assert (10, inf) == (Numbers.of(10, "at-least").low, Numbers.of(10, "at-least").high)
    assert (-inf, 10) == (Numbers.of(10, "up-to").low, Numbers.of(10, "up-to").high)


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        ("3", ("3",)), ("at least 3", ("3", "at-least")), ("up to 3", ("3", "up-to")),
        ("between 3 and 5", ("3", "exactly", "5")),
    ],
)  # fmt: skip
def test_a_bounded_number_is_told_as_a_person_would(expected: str, words: tuple[str, ...]) -> None:
    assert expected == said(*words)


@pytest.mark.parametrize(("candidates", "expected"), [([1, 3], True), ([3], True), ([1, 2], False), ([], False)])
def test_one_of_several_is_enough_to_be_among_them(candidates: list[float], expected: bool) -> None:
    assert expected is Numbers.of(3, "at-least").any_of(candidates)
