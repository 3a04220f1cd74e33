"""What a text sets against each other, and whether two texts do so alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.lang.pairs import Pair, pairs


def beside(text: str) -> list[tuple[str, str, set[str], set[str]]]:
    """Of every turn the words right beside it: the kind, the turn, the first and the last."""
    found = pairs(text)[::2]
    return [(pair.kind, pair.turn, {*pair.first}, {*pair.last}) for pair in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It asked the League, and not Arvenia.", [("choice", "and not", {"leagu"}, {"arvenia"})]),
        ("It asked the League, not Arvenia.", [("choice", "not", {"leagu"}, {"arvenia"})]),
        ("It took lamps rather than ropes.", [("choice", "rather than", {"lamp"}, {"rope"})]),
        ("Ropes took the place of lamps.", [("choice", "took the place of", {"rope"}, {"lamp"})]),
        ("Ropes were replaced by lamps.", [("choice", "replaced by", {"lamp"}, {"rope"})]),
        ("Rask, replacing Voss, came.", [("choice", "replacing", {"rask"}, {"voss"})]),
        ("It is larger than Corvia.", [("degree", "than", {"larger"}, {"corvia"})]),
        ("Arvenia signed before Corvia.", [("order", "before", {"sign"}, {"corvia"})]),
        ("Arvenia signed after Corvia.", [("order", "after", {"corvia"}, {"sign"})]),
        ("Voss was succeeded by Rask.", [("order", "succeeded by", {"voss"}, {"rask"})]),
        ("Rask succeeded Voss.", [("order", "succeeded", {"voss"}, {"rask"})]),
        ("It came; before that day it left.", []),
        ("Before dusk it came.", []),
        ("It signed.", []),
    ],
)  # fmt: skip
def test_what_is_set_against_each_other(text: str, found: list[tuple[str, str, set[str], set[str]]]) -> None:
    assert found == beside(text)


@pytest.mark.parametrize(
    ("one", "other", "turned", "agree"),
    [
        ("It asked the League, and not Arvenia.", "It asked Arvenia, and not the League.", True, False),
        ("It asked the League, and not Arvenia.", "It turned to the League rather than Arvenia.", False, True),
        ("Arvenia came before Corvia came.", "Corvia came after Arvenia came.", False, True),
        ("Arvenia before Corvia.", "Arvenia after Corvia.", True, False),
        ("Arvenia before Corvia.", "Corvia rather than Arvenia.", False, False),
        ("Arvenia before Corvia.", "Boreland before Arvenia.", False, False),
        ("Arvenia before Corvia.", "Lamps before ropes.", False, False),
    ],
)
def test_two_texts_set_them_alike_or_the_other_way_round(one: str, other: str, turned: bool, agree: bool) -> None:
    both = [(mine, its) for mine in pairs(one) for its in pairs(other)]

    assert turned == any(mine.turns(its) for mine, its in both)
    assert agree == any(mine.agrees(its) for mine, its in both)


SIDES = st.frozensets(st.sampled_from("abcd"), min_size=1, max_size=3)
MADE = st.builds(Pair, st.sampled_from(["choice", "order"]), st.just("before"), st.just(0), SIDES, SIDES)


@given(MADE, MADE)
def test_what_turns_another_is_turned_by_it_and_does_not_agree_word_by_word(one: Pair, other: Pair) -> None:
    assert one.turns(other) == other.turns(one)
    assert one.agrees(other) == other.agrees(one)
    assert not one.turns(one)
